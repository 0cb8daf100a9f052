import { beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, DEMONSTRATION_PEOPLE, Requests, Work, type ListFilter } from '#casework';
import { isRefusal, mayDeclare, maySee, tiersFor, type Actor, type RequestFacts } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, CaseInDatabase } from '../support/cases.js';
import { registerConflict } from '../support/conflicts.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let cases: Cases;
let requests: Requests;
let work: Work;
/** Every demonstration person, and some who hold two parts. */
let everybody: Actor[];
let all: RequestFacts[];
let byName: Record<string, RequestFacts>;

const factsOf = async (): Promise<RequestFacts[]> =>
  (await db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request ORDER BY seq')).rows.map((row) => row.facts);

async function opened(by: string, countries: string[], title: string): Promise<CaseInDatabase> {
  const done = await db.casework.open(await db.person(by), aContent({ countries, title }));
  if (isRefusal(done)) throw new Error(done.message);
  return new CaseInDatabase(db, done.ref);
}

/** Gives a demonstration person another part. */
async function alsoHolds(key: string, role: string, regions: string[]): Promise<void> {
  await db.pool.query(
    `INSERT INTO assignment (person_id, role, regions, valid_from) VALUES ($1, $2, $3, '2020-01-01')`,
    [(await db.person(key)).id, role, regions],
  );
}

const conflict = { type: 'DECLARE', conflict: { declared: true, kind: 'served', reason: 'I served there.' } } as const;
const clear = { type: 'DECLARE', conflict: { declared: false } } as const;

beforeAll(async () => {
  [cases, requests, work] = [new Cases(db.pool), new Requests(db.pool), new Work(db.pool)];
  // One who declares a conflict, and would see the case in two other parts as well.
  await alsoHolds('rv-eze', 'panelChair', []);
  await alsoHolds('rv-eze', 'regionalTeam', ['esa']);
  await alsoHolds('do-esa', 'reviewer', []);
  await aCaseAt(db);
  await aCaseAt(db, (s) => s.submitted());
  await aCaseAt(db, (s) => s.returned());
  const appointed = await aCaseAt(db, (s) => s.appointed('amina', 'bruno', 'chen'));
  await appointed.send('bruno', clear);
  await appointed.send('chen', conflict);
  await aCaseAt(db, (s) => s.scored());
  await aCaseAt(db, (s) => s.approved());
  await aCaseAt(db, (s) => s.declined());
  await opened('rco-aze', ['AZE'], 'A draft from Baku');
  const azerbaijan = await opened('rco-aze', ['AZE'], 'A request from Baku');
  const at = { revision: 'latest' } as const;
  await db.casework.advance(azerbaijan.ref, await db.person('rc-aze'), { type: 'SUBMIT', declaration: true }, at);
  const islands = await opened('rco-brb', ['BRB', 'LCA', 'VCT'], 'A request from the islands');
  await db.casework.advance(islands.ref, await db.person('rc-brb'), { type: 'SUBMIT', declaration: true }, at);
  // Registered conflicts of people who judge, advise and audit, with one country or with another.
  await registerConflict(db, 'pc-oduya', 'TZA');
  await registerConflict(db, 'ap-masangu', 'AZE');
  await registerConflict(db, 'rv-sarrazin', 'TZA');
  everybody = await Promise.all(DEMONSTRATION_PEOPLE.map(({ key }) => db.person(key)));
  all = await factsOf();
  byName = { appointed: all[3]!, scored: all[4]!, approved: all[5]! };
  expect(byName.appointed!.ref).toBe(appointed.ref);
});

async function listed(actor: Actor, filter: ListFilter = {}): Promise<string[]> {
  const refs: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await requests.page(actor, { limit: 2, ...filter, after });
    refs.push(...page.rows.map((row) => row.ref));
    if (page.next === null) return refs;
    after = page.next;
  }
}

describe('one rule says what a person may know of', () => {
  it('list, count and detail show everybody exactly the cases that the domain lets them see', async () => {
    for (const actor of everybody) {
      const may = all.filter((facts) => maySee(actor, facts)).map((facts) => facts.ref);
      expect([actor.name, await listed(actor, { sort: 'oldest' })]).toEqual([actor.name, may]);
      expect([actor.name, await listed(actor)]).toEqual([actor.name, [...may].reverse()]);
      expect(await requests.count(actor, {})).toEqual({ count: may.length, more: false });
      for (const facts of all) {
        const found = await cases.find(facts.ref, actor);
        expect([actor.name, found?.facts ?? null]).toEqual([actor.name, may.includes(facts.ref) ? facts : null]);
        if (found) expect(found.tiers).toEqual(tiersFor(actor, facts));
      }
    }
  });

  it('so do search and every filter, which let nobody infer what they may not see', async () => {
    const filters: ListFilter[] = [
      { q: 'Baku' },
      { q: all[3]!.ref },
      { region: 'esa' },
      { country: 'TZA', open: true },
      { status: 'assessment' },
      { type: 'initial', open: false },
    ];
    const auditor = await db.person('au-petrescu');
    for (const filter of filters) {
      const found = await listed(auditor, filter);
      expect(found.length).toBeGreaterThan(0);
      for (const actor of everybody) {
        const may = found.filter((ref) =>
          maySee(
            actor,
            all.find((facts) => facts.ref === ref)!,
          ),
        );
        expect([actor.name, filter, await listed(actor, filter)]).toEqual([actor.name, filter, may]);
        expect((await requests.count(actor, filter)).count).toBe(may.length);
      }
    }
  });

  it('the write path takes a step of nobody who may not know of the case, and tells them what it tells of no case at all', async () => {
    for (const actor of everybody) {
      const nothing = await db.casework.advance('HRA-2027-999', actor, { type: 'REVEAL' }, { revision: 1 });
      for (const facts of all.filter((f) => !maySee(actor, f)))
        expect(await db.casework.advance(facts.ref, actor, { type: 'REVEAL' }, { revision: 1 })).toEqual(nothing);
    }
  });

  it('what waits for a person is never of a case that they may not know of, but for a declaration that is still to come', async () => {
    for (const actor of everybody) {
      for (const { facts } of await work.todos(actor))
        expect(maySee(actor, facts) || mayDeclare(actor, facts)).toBe(true);
      for (const { facts } of await work.reviews(actor))
        expect(maySee(actor, facts) || mayDeclare(actor, facts)).toBe(true);
    }
  });
});

describe('who sees what', () => {
  const seen = async (part: string) => {
    const actor = part in db.cast ? db.cast[part as Part] : await db.person(part);
    return (await listed(actor, { sort: 'oldest' })).map((ref) => all.findIndex((facts) => facts.ref === ref));
  };
  const TANZANIA = [0, 1, 2, 3, 4, 5, 6];

  it('a draft is its office’s, and the auditor’s', async () => {
    expect(await seen('office')).toEqual(TANZANIA);
    expect(await seen('coordinator')).toEqual(TANZANIA);
    expect(await seen('rc-aze')).toEqual([7, 8]);
    expect(await seen('auditor')).toEqual(all.map((_, i) => i));
    for (const part of ['desk', 'team', 'chair', 'approver', 'fund', 'administrator'])
      for (const draft of [0, 7]) expect(await seen(part)).not.toContain(draft);
  });

  it('OHCHR and the regions see theirs, once it is submitted', async () => {
    expect(await seen('desk')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await seen('team')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await seen('do-eca')).toEqual([8]);
    expect(await seen('rt-lac')).toEqual([9]);
    expect(await seen('do-ap')).toEqual([]);
    expect(await seen('approver')).toEqual([1, 2, 3, 4, 5, 6, 8, 9]);
  });

  it('the office of one of several countries sees the request of all of them, once', async () => {
    expect(await seen('rc-brb')).toEqual([9]);
  });

  it('the fund sees what waits for funds; the administrator no case at all', async () => {
    expect(await seen('fund')).toEqual([5]);
    expect(await seen('administrator')).toEqual([]);
  });

  it('a reviewer sees the case only after declaring, and with a conflict never, whatever other parts they hold', async () => {
    const { appointed } = byName;
    expect(await seen('amina')).not.toContain(3);
    expect(await seen('bruno')).toContain(3);
    const eze = await db.person('rv-eze');
    expect(await seen('rv-eze')).toEqual([1, 2, 4, 5, 6, 8, 9]);
    expect(await cases.find(appointed!.ref, eze)).toBeNull();
    expect(await cases.forDeclaration(appointed!.ref, eze)).toBeNull();
    expect(await cases.forDeclaration(appointed!.ref, await db.person('rv-omeallaigh'))).not.toBeNull();
    for (const filter of [{ q: appointed!.ref }, { status: 'assessment' }])
      expect(await listed(eze, filter)).not.toContain(appointed!.ref);
    const refs = [...(await work.todos(eze)), ...(await work.reviews(eze))].map((item) => item.facts.ref);
    expect(refs).not.toContain(appointed!.ref);
  });

  it('rights end with the assignment they come from', async () => {
    await db.pool.query(`UPDATE assignment SET valid_until = '2027-03-31' WHERE person_id = $1`, [db.cast.team.id]);
    db.clock.set('2027-03-31');
    expect(await seen('rt-esa')).not.toEqual([]);
    db.clock.set('2027-04-01');
    expect(await seen('rt-esa')).toEqual([]);
    await db.pool.query('UPDATE assignment SET valid_until = NULL WHERE person_id = $1', [db.cast.team.id]);
    db.clock.set('2027-03-01');
  });
});

describe('confidentiality of what is in a case', () => {
  const view = async (facts: RequestFacts, part: Part) => (await cases.find(facts.ref, db.cast[part]))!;

  it('the notes on risk are for the country’s side and OHCHR, in the text and in every version', async () => {
    for (const [part, reads] of [
      ['office', true],
      ['desk', true],
      ['bruno', true],
      ['team', false],
      ['fund', false],
    ] as const) {
      const facts = part === 'fund' ? byName.approved! : part === 'bruno' ? byName.appointed! : byName.approved!;
      const seen = await view(facts, part);
      const texts = [await cases.content(seen), (await cases.version(seen))!.content];
      for (const text of texts) expect([part, text.sections?.risk !== undefined]).toEqual([part, reads]);
    }
  });

  it('a correction in hand is read and found by the office alone, until it is submitted', async () => {
    const returned = new CaseInDatabase(db, all[2]!.ref);
    await returned.send('office', { type: 'EDIT', patch: { dutyStation: 'Dodoma' } });
    const desk = await view(await returned.facts(), 'desk');
    expect((await cases.content(desk)).dutyStation).toBe('Dar es Salaam');
    expect((await cases.content(await view(await returned.facts(), 'office'))).dutyStation).toBe('Dodoma');
    expect(await listed(db.cast.desk, { q: 'Dodoma' })).toEqual([]);
    await returned.send('coordinator', { type: 'RESUBMIT', declaration: true });
    expect(await listed(db.cast.desk, { q: 'Dodoma' })).toEqual([returned.ref]);
  });

  it('the record shows to each what is theirs to read: scores are blind before they are revealed', async () => {
    const names = async (facts: RequestFacts, part: Part) =>
      new Set((await cases.history(await view(facts, part), db.cast[part])).map((line) => line.name));
    expect(await names(byName.approved!, 'team')).toEqual(new Set(['submitted', 'accepted', 'advised', 'approved']));
    expect(await names(byName.approved!, 'office')).not.toContain('scored');
    expect(await names(byName.approved!, 'desk')).toContain('scored');
    const scores = async (part: Part) =>
      (await cases.history(await view(byName.scored!, part), db.cast[part]))
        .filter((line) => line.event === 'SCORE')
        .map((line) => [line.actorId === db.cast[part].id, Object.keys(line.data)]);
    expect(await scores('desk')).toEqual([
      [false, []],
      [false, []],
    ]);
    expect(await scores('bruno')).toEqual([
      [true, ['scores', 'requestVersion']],
      [false, []],
    ]);
  });
});

describe('search finds what is there, however it is written', () => {
  const found = async (q: string) => (await listed(db.cast.auditor, { q })).length;
  beforeAll(async () => {
    const title = 'L’équipe de pays 2013-2017 post-2015, Ñandú, हिन्दी, العربية, 字体';
    await opened('rco-tza', ['TZA'], title);
  });

  it.each([
    'équipe',
    'equipe',
    'L’ÉQUIPE',
    "l'equipe",
    '2017',
    '2013-2017',
    'post-2015',
    'nandu',
    'Ñan',
    'हिन्दी',
    'العربية',
    '字体',
    'Tanzania',
    'pays eq',
  ])('“%s”', async (q) => expect(await found(q)).toBeGreaterThanOrEqual(1));

  it('finds a request by its reference', async () => {
    for (const { ref } of all.slice(0, 3)) expect(await listed(db.cast.auditor, { q: ref })).toEqual([ref]);
  });

  it.each([
    'nothingofthekind',
    'é'.repeat(5_000),
    `${'word '.repeat(1_000)}x`,
    'rc:TZA nonsense',
    "a' | b & !(",
    '\u0000',
  ])('and finds nothing, without a stir, for what is not there (%#)', async (q) =>
    expect(await found(q)).toBeLessThanOrEqual(all.length + 1),
  );

  it('no filter and no reference upsets it, whatever is in it', async () => {
    const odd = ['\u0000', '\ud83d', "'; DROP TABLE request; --", '9'.repeat(400), ''];
    for (const value of odd) {
      for (const key of ['region', 'country', 'status', 'type', 'after'] as const)
        await expect(requests.page(db.cast.auditor, { [key]: value })).resolves.toBeDefined();
      expect(await cases.find(value, db.cast.auditor)).toBeNull();
    }
  });
});
