import { beforeAll, expect, it } from '@jest/globals';
import { Cases, DeploymentList, gapsOf, prepareDatabase, verifyRecord } from '#casework';
import {
  addWorkingDays,
  isRefusal,
  MODALITIES,
  MONDAY_TO_FRIDAY,
  standingOf,
  standingSignatures,
  SYSTEM,
  todosFor,
  unsigned,
  type RequestFacts,
} from '#domain';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';

const db = useDatabase({ empty: true });
const today = new Date().toISOString().slice(0, 10);

beforeAll(async () => {
  db.clock.set(today);
});

it('a start that is cut off in the middle of the story leaves none of it, and the next start tells it whole', async () => {
  await prepareDatabase(db.url, { demo: false });
  await db.pool.query(`
    CREATE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$;
    CREATE TRIGGER planted BEFORE INSERT ON audit_event FOR EACH ROW WHEN (NEW.event = 'OFFER_REGIONAL_OPTION') EXECUTE FUNCTION planted()`);
  await expect(prepareDatabase(db.url, { demo: true })).rejects.toThrow('planted');
  const { rows } = await db.pool.query('SELECT ref FROM request');
  expect(rows).toEqual([]);
  await db.pool.query('DROP TRIGGER planted ON audit_event');
  await prepareDatabase(db.url, { demo: true });
});

it('shows requests whose story is running today, and a regional draft that waits for a signature', async () => {
  await db.furnish();
  const { rows } = await db.pool.query('SELECT countries[1] AS country, state FROM request ORDER BY seq');
  expect(rows).toEqual([
    { country: 'NER', state: 'declined' },
    { country: 'AZE', state: 'offered' },
    { country: 'ATG', state: 'awaitingFunds' },
    { country: 'TZA', state: 'draft' },
    { country: 'ZMB', state: 'decision' },
    { country: 'MOZ', state: 'draft' },
  ]);
  const { rows: drafts } = await db.pool.query<{ ref: string }>(`SELECT ref FROM request WHERE countries[1] = 'MOZ'`);
  const draft = await new Cases(db.pool).find(drafts[0]!.ref, await db.person('rc-mdg'));
  expect([unsigned(draft!.facts), standingSignatures(draft!.facts)]).toMatchObject([['MDG'], [{ countries: ['MWI'] }]]);
  const { rows: times } = await db.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit_event WHERE at > now() + interval '1 day'`,
  );
  expect(times[0]!.n).toBe(0);
  expect((await verifyRecord(db.pool)).broken).toEqual([]);
});

it('shows calls with their days of grace, and days of countries from which a form is filled in', async () => {
  const { rows } = await db.pool.query(
    `SELECT (SELECT count(*)::int FROM round_call WHERE grace_days = 5) BETWEEN 1 AND 2 AS calls,
      (SELECT array_agg(DISTINCT country_code::text ORDER BY country_code::text) FROM country_date) AS countries`,
  );
  expect(rows).toEqual([{ calls: true, countries: ['MDG', 'MOZ', 'TZA', 'ZMB'] }]);
});

it('shows a discussion, an approver for whom another acts, and a registered conflict of interest', async () => {
  const { rows } = await db.pool.query(
    `SELECT (SELECT count(*)::int FROM audit_event WHERE event = 'DISCUSS') AS said,
      (SELECT array_agg(p.name || ' for ' || s.acting_for) FROM assignment s JOIN person p ON p.id = s.person_id
        WHERE s.acting_for_id IS NOT NULL AND s.valid_from <= current_date AND s.valid_until >= current_date) AS acting,
      (SELECT array_agg(country) FROM registered_conflict) AS registered`,
  );
  expect(rows).toEqual([
    { said: 6, acting: ['Rafael Okonta-Stenberg for Ingeborg Masangu-Fontaine'], registered: ['POL'] },
  ]);
});

it('shows a request on which one of two approvers has decided, and the other is still asked', async () => {
  const { rows } = await db.pool.query<{ ref: string; facts: RequestFacts }>(
    `SELECT ref, facts FROM request WHERE countries = '{ZMB}'`,
  );
  const { facts } = rows[0]!;
  expect(standingOf(facts).map((g) => [g.given.map((a) => a.by.name), g.missing])).toEqual([
    [['Rafael Okonta-Stenberg'], 1],
  ]);
  const [first, second] = [await db.person('ap-okonta'), await db.person('ap-masangu')];
  expect(todosFor(facts, second).map((t) => t.what)).toEqual(['Decide']);
  expect(todosFor(facts, first)).toEqual([]);
  const approve = { type: 'APPROVE', reasons: 'I agree.', conditions: facts.recommendation!.conditions } as const;
  expect(isRefusal(await db.casework.foresee(rows[0]!.ref, second, approve))).toBe(false);
});

it('shows posts in every condition, told up to today, with nobody to be reminded of the past', async () => {
  const { rows } = await db.pool.query(
    `SELECT host, state, recruitment, adviser_name IS NOT NULL AS held, cardinality(countries) AS countries
     FROM deployment WHERE origin = 'request' ORDER BY seq LIMIT 5`,
  );
  expect(rows).toEqual([
    { host: 'MWI', state: 'inPost', recruitment: 'idle', held: true, countries: 1 },
    { host: 'NER', state: 'renewal', recruitment: 'idle', held: true, countries: 1 },
    { host: 'FJI', state: 'inPost', recruitment: 'idle', held: true, countries: 5 },
    { host: 'MDA', state: 'vacant', recruitment: 'shortlisting', held: false, countries: 1 },
    { host: 'HND', state: 'recruiting', recruitment: 'selection', held: false, countries: 1 },
  ]);
  const { rows: late } = await db.pool.query(
    `SELECT d.key FROM deadline d JOIN deployment p ON p.id = d.case_id WHERE d.next_at < now() AND d.clock_group <> 'schedule'`,
  );
  expect(late).toEqual([]);
});

it('tells of no step that a person takes at a weekend, unless the Monday after it is still to come', async () => {
  const { rows } = await db.pool.query(
    `SELECT r.ref, a.seq, a.event, a.at FROM audit_event a JOIN case_file c ON c.id = a.case_id
       LEFT JOIN LATERAL (SELECT ref FROM request q WHERE q.id = c.id UNION ALL SELECT ref FROM deployment q WHERE q.id = c.id) r ON true
     WHERE a.actor_id <> $1 AND extract(isodow FROM a.at AT TIME ZONE 'UTC') > 5
       AND a.at::date + 8 - extract(isodow FROM a.at)::int <= $2::date ORDER BY r.ref, a.seq`,
    [SYSTEM.id, today],
  );
  expect(rows).toEqual([]);
});

it('has posts of every region and of every form of support, several of them for one region to look at', async () => {
  const { rows } = await db.pool.query<{ region: string; posts: number }>(
    `SELECT r AS region, count(*)::int AS posts FROM deployment, unnest(regions) r WHERE origin = 'request' AND is_open GROUP BY r`,
  );
  expect(rows.map(({ region }) => region).sort()).toEqual(['ap', 'arab', 'eca', 'esa', 'lac', 'wca']);
  expect(rows.find(({ region }) => region === 'esa')!.posts).toBeGreaterThanOrEqual(5);
  const { rows: forms } = await db.pool.query<{ modality: string }>(
    `SELECT DISTINCT modality FROM deployment WHERE origin = 'request'`,
  );
  expect(forms.map(({ modality }) => modality).sort()).toEqual(Object.keys(MODALITIES).sort());
  const list = new DeploymentList(db.pool, { now: () => new Date() }, db.reference);
  const team = await db.person('rt-esa');
  const gaps = await gapsOf(await list.open(team, {}), 20);
  expect(gaps.map((row) => [row.host, row.successor !== null]).sort()).toEqual([
    ['MDG', true],
    ['MOZ', false],
    ['ZMB', false],
  ]);
  const late = await gapsOf(await list.open(await db.person('rt-arab'), {}), 20);
  expect(late).toMatchObject([{ host: 'JOR', recruitment: 'shortlisting', gap: 'ahead' }]);
});

it('writes to nobody about what was decided before it began, but does remind of what is still to come', async () => {
  const { rows } = await db.pool.query<{ waiting: number; clocks: number }>(
    `SELECT (SELECT count(*)::int FROM outbox WHERE dispatched_at IS NULL) AS waiting,
       (SELECT count(*)::int FROM deadline WHERE next_at > now()) AS clocks`,
  );
  expect(rows[0]!.waiting).toBe(0);
  expect(rows[0]!.clocks).toBeGreaterThan(1);
});

it('lets the acting Resident Coordinator of Azerbaijan answer the offer, in the name of the one who is acted for', async () => {
  const acting = await db.person('arc-aze');
  expect(acting.assignments).toEqual([
    expect.objectContaining({ role: 'actingCoordinator', actingFor: "Caoimhín O'Dubhghaill" }),
  ]);
  const { rows } = await db.pool.query<{ ref: string }>(`SELECT ref FROM request WHERE 'AZE' = ANY(countries)`);
  const ref = rows[0]!.ref;
  const done = await db.casework.advance(ref, acting, { type: 'ACCEPT_OFFER' }, { revision: 'latest' });
  expect(done).toMatchObject({ state: 'awaitingFunds' });
  db.clock.set(addWorkingDays(today, 60, MONDAY_TO_FRIDAY));
  expect((await db.person('arc-aze')).assignments).toEqual([]);
  db.clock.set(today);
});

it('is told once: another start changes nothing', async () => {
  const before = await everything(db.pool);
  await prepareDatabase(db.url, { demo: true });
  expect(changed(before, await everything(db.pool))).toEqual([]);
});
