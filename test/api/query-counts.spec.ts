import { beforeAll, expect, it } from '@jest/globals';
import { Mails, Outbox } from '#casework';
import type { Part } from '../../libs/domain/test/cast.js';
import type { CaseBuilder } from '../../libs/domain/test/a-case.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { aCaseAt, aStory, take, type CaseInDatabase, type StepEvent } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { prepare, weigh, withPanel } from '../support/round.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const ANSWER = { type: 'ANSWER', answer: 'Two agencies, in equal parts.' } as const;
const MOST_QUERIES = 15;
const MOST_BYTES = 40 * 1024;
const FEW: Part[] = ['amina', 'bruno'];
const MANY: Part[] = ['amina', 'bruno', 'chen', 'dina', 'spare'];

/** Cases of one kind: one with little in it, one with much; each at a stage. */
const STAGES = {
  scoring: (s: CaseBuilder) => s.advised().declared(),
  revealed: (s: CaseBuilder) => s.advised().revealed(),
  panel: (s: CaseBuilder) => s.withPanel(),
  decision: (s: CaseBuilder) => s.recommended(),
  decided: (s: CaseBuilder) => s.approved(),
} as const;
type Stage = keyof typeof STAGES;
interface Sized {
  few: CaseInDatabase;
  many: CaseInDatabase;
}

/** Pages of one case: who opens them, and at which stage. */
const OF_A_CASE: [Stage, Part, string][] = [
  ...(['desk', 'coordinator', 'team', 'chair'] as const).map((by): [Stage, Part, string] => [
    'panel',
    by,
    '/requests/:ref',
  ]),
  ['decided', 'coordinator', '/requests/:ref'],
  ['panel', 'desk', '/requests/:ref/full'],
  ['panel', 'desk', '/requests/:ref/documents'],
  ['panel', 'desk', '/requests/:ref/messages'],
  ['panel', 'desk', '/requests/:ref/history'],
  ['panel', 'desk', '/requests/:ref/versions'],
  ['scoring', 'desk', '/requests/:ref/reviewers'],
  ['scoring', 'amina', '/reviews/:ref'],
  ['scoring', 'desk', '/requests/:ref/consultation'],
  ['scoring', 'team', '/requests/:ref/consultation'],
  ['scoring', 'team', '/advice/:ref'],
  ['revealed', 'amina', '/requests/:ref/reviews'],
  ['revealed', 'chair', '/requests/:ref/reviews'],
  ['panel', 'chair', '/requests/:ref/recommendation'],
  ['decision', 'approver', '/decisions/:ref'],
  ['panel', 'chair', '/api/v1/requests/:ref'],
  ['panel', 'chair', '/api/v1/requests/:ref/assessment'],
  ['panel', 'chair', '/api/v1/requests/:ref/actions'],
  ['scoring', 'desk', '/api/v1/requests/:ref/consultation'],
  ['scoring', 'desk', '/api/v1/requests/:ref/reviewer-suggestions'],
];
/** Pages of many cases, persons or examples. */
const LISTS: [Part, string][] = [
  ...(['desk', 'chair', 'approver', 'team', 'amina', 'office', 'coordinator', 'auditor'] as const).map(
    (by): [Part, string] => [by, '/'],
  ),
  ['desk', '/requests'],
  ['auditor', '/requests'],
  ['amina', '/reviews'],
  ['team', '/advice'],
  ['chair', '/panel/2027-1'],
  ['chair', '/panel/2027-1/prepared'],
  ['fund', '/panel/2027-1/money'],
  ['approver', '/decisions'],
  ['approver', '/delegation'],
  ['amina', '/conflicts'],
  ['amina', '/calibration'],
  ['chair', '/calibration'],
  ['desk', '/requests/:scoring/reviewers'],
  ['desk', '/api/v1/requests'],
  ['desk', '/api/v1/todos'],
  ['chair', '/api/v1/rounds/2027-1/panel'],
  ['chair', '/api/v1/rounds/2027-1/prepared'],
  ['approver', '/api/v1/decisions'],
  ['approver', '/api/v1/delegations'],
];

const cases = {} as Record<Stage, Sized>;
const signedIn = new Map<Part, Record<string, string>>();
const days = { from: '2027-03-01', until: '2027-03-05' };

async function headersOf(by: Part, path: string): Promise<Record<string, string>> {
  if (path.startsWith('/api/')) return { authorization: `Bearer ${(await web.program(db.cast[by].id)).token}` };
  if (!signedIn.has(by)) signedIn.set(by, await web.session(db.cast[by].id));
  return signedIn.get(by)!;
}

/** Much of everything that a case can have before it is judged. */
async function filled(stage: Stage): Promise<CaseInDatabase> {
  const day = db.clock.now().toISOString();
  let story = aStory(db);
  for (let n = 0; n < 6; n += 1) story = story.send('office', anEvent('ATTACH', { facts: story.facts, variant: n }));
  story = story.accepted();
  for (let n = 1; n <= 8; n += 1) story = story.send('desk', anEvent('CONSULT', { facts: story.facts, variant: n }));
  story = story.appointed(...MANY).declared();
  for (let n = 0; n < 4; n += 1)
    story = story.send('desk', anEvent('ASK', { facts: story.facts })).send('office', ANSWER);
  const it1 = await take(db, STAGES[stage](story));
  db.clock.set(day);
  return it1;
}

async function plain(stage: Stage): Promise<CaseInDatabase> {
  const day = db.clock.now().toISOString();
  const story = aStory(db);
  const one = story
    .send('office', anEvent('ATTACH', { facts: story.facts, variant: 1 }))
    .accepted()
    .send('desk', anEvent('CONSULT', { facts: story.facts, variant: 1 }))
    .appointed(...FEW)
    .declared();
  const asked = one.send('desk', anEvent('ASK', { facts: one.facts }));
  const it1 = await take(db, STAGES[stage](asked.send('office', ANSWER)));
  db.clock.set(day);
  return it1;
}

/** The second opening counts: the first may note that somebody was there. */
const weighed = async (by: Part, path: string) => {
  const headers = await headersOf(by, path);
  await weigh(web, path, headers);
  const { status, queries, gzipped } = await weigh(web, path, headers);
  return { status, queries, fits: gzipped <= MOST_BYTES, bounded: queries <= MOST_QUERIES };
};
const listed = async () => {
  const found: Record<string, object> = {};
  for (const [by, path] of LISTS)
    found[`${by} ${path}`] = await weighed(by, path.replace(':scoring', cases.scoring.few.ref));
  return found;
};
const fine = (found: Record<string, object>) =>
  Object.fromEntries(
    Object.keys(found).map((key) => [key, expect.objectContaining({ status: 200, fits: true, bounded: true })]),
  );

beforeAll(async () => {
  for (const stage of Object.keys(STAGES) as Stage[])
    cases[stage] = { few: await plain(stage), many: await filled(stage) };
  await prepare(cases.panel.few);
}, 120_000);

it.each(OF_A_CASE)('at %s, for %s, %s asks as often for much as for little', async (stage, by, path) => {
  const { few, many } = cases[stage];
  const [one, other] = [
    await weighed(by, path.replace(':ref', few.ref)),
    await weighed(by, path.replace(':ref', many.ref)),
  ];
  expect([one, other]).toEqual(Array(2).fill({ status: 200, queries: one.queries, fits: true, bounded: true }));
});

it('the page behind a link asks as often for much as for little, documents and all', async () => {
  const opened = async (it1: CaseInDatabase) => {
    while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
    const { rows } = await db.pool.query<{ id: string }>(
      `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.parties = '{consultee:1}' ORDER BY m.id DESC LIMIT 1`,
      [it1.ref],
    );
    const { token } = (await new Mails(db.pool, db.clock, db.reference).claim(rows[0]!.id))!;
    await web.send('POST', `/consulted/${token}`, { form: { do: 'read' } });
    const page = await weigh(web, `/consulted/${token}`, {});
    const { status, queries } = await weigh(web, `/api/v1/consulted/${token}`, {});
    expect(page.text).toContain(`/consulted/${token}/documents/`);
    return { page: page.queries, program: queries, status };
  };
  const few = await opened(cases.scoring.few);
  expect(await opened(cases.scoring.many)).toEqual(few);
  expect(few).toMatchObject({ status: 200 });
  expect(few.page).toBeLessThanOrEqual(MOST_QUERIES);
});

it('no list asks more often for many cases, persons, conflicts or examples than for few', async () => {
  const approver = await web.program(db.cast.approver.id);
  const give = (part: Part) => approver.send('POST', '/delegations', { json: { to: db.cast[part].id, ...days } });
  await give('chen');
  const few = await listed();
  expect(few).toEqual(fine(few));
  for (const stage of Object.values(STAGES)) for (let n = 0; n < 4; n += 1) await aCaseAt(db, stage);
  for (let n = 0; n < 4; n += 1) await prepare(await withPanel(db, [4, 3, n, 4, 3]));
  for (let n = 0; n < 2; n += 1) {
    const it1 = await aCaseAt(db, (s) => s.accepted());
    await it1.send('desk', anEvent('CONSULT', { facts: await it1.facts(), variant: n }) as StepEvent);
  }
  await db.pool.query(
    `INSERT INTO worked_example SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).*
     FROM worked_example e CROSS JOIN generate_series(1, 8)`,
  );
  await db.pool.query(
    `WITH p AS (INSERT INTO person (email, name, created_at) SELECT 'r' || n || '@many.example', 'Reviewer ' || n, now() FROM generate_series(1, 25) n RETURNING id)
     INSERT INTO assignment (person_id, role, valid_from) SELECT id, 'reviewer', '2020-01-01' FROM p`,
  );
  await db.pool.query(
    `INSERT INTO registered_conflict (id, person_id, country, kind, valid_from, recorded_by, recorded_name, recorded_at)
     SELECT gen_random_uuid(), $1, c, 'national', '2020-01-01', $1, 'Themselves', now() FROM unnest('{CHE,AUT,BEL,FRA}'::text[]) c`,
    [db.cast.amina.id],
  );
  await give('dina');
  const many = await listed();
  expect(many).toEqual(few);
}, 180_000);
