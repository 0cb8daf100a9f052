import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  Deployments,
  Holidays,
  loadHolidays,
  Recounts,
  ReferenceData,
  verifyRecord,
  type HolidayPreview,
} from '#casework';
import { isRefusal, notesOn, type Clock, type HolidayChanged } from '#domain';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let holidays: Holidays;
let recounts: Recounts;
const failed: Error[] = [];
const off = (station: string, day: string, name = 'A day of mourning'): HolidayChanged => ({
  what: 'added',
  station,
  day,
  name,
});
const clockOf = async (it1: CaseInDatabase, key: string): Promise<Clock> =>
  (await it1.facts()).clocks.find((c) => c.key === key)!;
const take = () => recounts.take((error) => failed.push(error));
const count = async (table: string): Promise<number> =>
  (await db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]!.n;

beforeAll(() => {
  holidays = new Holidays(db.pool, db.clock, db.reference);
  const posts = new Deployments(db.pool, db.clock, db.reference);
  recounts = new Recounts(db.pool, db.clock, db.reference, { requests: db.casework, posts });
});

describe('a holiday that an administrator adds', () => {
  let checked: CaseInDatabase;
  let returned: CaseInDatabase;
  beforeAll(async () => {
    checked = await aCaseAt(db, (s) => s.submitted());
    returned = await aCaseAt(db, (s) => s.returned());
  });

  it('is nobody else’s to add, and says what is wrong with it', async () => {
    const { desk, administrator } = db.cast;
    expect(await holidays.preview(desk, off('CHE', '2027-03-04'))).toMatchObject({ code: 'notYourRole' });
    expect(await holidays.change(desk, off('CHE', '2027-03-04'))).toMatchObject({ code: 'notYourRole' });
    const wrong = async (change: HolidayChanged) => {
      const refused = await holidays.change(administrator, change);
      return isRefusal(refused) ? refused.fields?.map((f) => f.path) : null;
    };
    expect(await wrong(off('XXX', '2027-03-04'))).toEqual(['station']);
    expect(await wrong(off('CHE', '2027-02-30'))).toEqual(['day']);
    expect(await wrong(off('CHE', '2037-02-03'))).toEqual(['day']);
    expect(await wrong(off('CHE', '2027-03-04', ' '))).toEqual(['name']);
    expect(await wrong({ ...off('CHE', '2027-03-04'), what: 'removed' })).toEqual(['day']);
    expect(await count('holiday_change')).toBe(0);
  });

  it('is previewed: how many clocks of which cases move by how much, each named to those alone who may know of it', async () => {
    const { administrator, desk } = db.cast;
    const both = { ...administrator, assignments: [...administrator.assignments, ...desk.assignments] };
    const mine = (await holidays.preview(administrator, off('CHE', '2027-03-04'))) as HolidayPreview;
    expect(mine).toEqual({
      clocks: 1,
      requests: 1,
      posts: 0,
      webhooks: 0,
      tellings: 0,
      moves: [{ group: 'screening', days: 1, clocks: 1 }],
      cases: [],
    });
    const seen = (await holidays.preview(both, off('CHE', '2027-03-04'))) as HolidayPreview;
    expect(seen.cases).toEqual([{ ref: checked.ref, days: 1 }]);
    expect(await holidays.preview(administrator, off('UN', '2027-03-04'))).toMatchObject({ clocks: 2, requests: 2 });
    expect(await holidays.preview(administrator, off('CHE', '2027-03-06'))).toMatchObject({ clocks: 0, moves: [] });
  });

  it('moves what was previewed, each on the record of its case, and leaves the record whole', async () => {
    expect(await holidays.change(db.cast.administrator, off('CHE', '2027-03-04'))).toMatchObject({ cases: 1 });
    expect((await clockOf(checked, 'screening')).dueOn).toBe('2027-03-08');
    const written = await count('outbox');
    expect([await take(), await take()]).toEqual([1, 0]);
    const clock = await clockOf(checked, 'screening');
    expect(clock.dueOn).toBe('2027-03-09');
    // The page says before that nobody is written to.
    expect(await count('outbox')).toBe(written);
    const facts = await checked.facts();
    expect(notesOn(facts, clock)).toMatchObject([{ days: 1, reason: 'A day of mourning' }]);
    expect((await checked.entries()).at(-1)).toMatchObject({ event: 'RECOUNT_CLOCKS', actor: { name: 'The system' } });
    expect((await returned.entries()).at(-1)).toMatchObject({ event: 'RETURN' });
    expect((await verifyRecord(db.pool)).broken).toEqual([]);
    const { rows } = await db.pool.query(
      'SELECT due_on::text AS due, station, counted_days AS days FROM deadline WHERE key = $1',
      ['screening'],
    );
    expect(rows).toEqual([{ due: '2027-03-09', station: 'CHE', days: 5 }]);
  });

  it('is there with who added it when; one that all stations keep moves all', async () => {
    expect(await holidays.list('CHE', 2027)).toMatchObject([
      { day: '2027-03-04', source: 'office', addedBy: db.cast.administrator.name, removedBy: null },
    ]);
    expect(await holidays.change(db.cast.administrator, off('CHE', '2027-03-04'))).toMatchObject({ code: 'invalid' });
    expect(await holidays.change(db.cast.administrator, off('UN', '2027-03-05', 'Good Friday'))).toMatchObject({
      cases: 2,
    });
    expect(await take()).toBe(2);
    expect((await clockOf(returned, 'returned')).dueOn).toBe('2027-03-23');
    expect(await holidays.list('TZA', 2027)).toMatchObject([{ day: '2027-03-05', station: 'UN' }]);
  });

  it('is counted in the calendars of now, however many know of it', async () => {
    const other = await new ReferenceData(db.pool).load('2027-03-01');
    expect(other.calendars.version).toBe(db.reference.calendars.version);
    expect(other.calendars.holidayOn('TZA', '2027-03-05')).toBe('Good Friday');
  });

  it('can be taken away again: what it moved comes back, and it stays in the list with who took it away', async () => {
    const gone: HolidayChanged = { ...off('CHE', '2027-03-04'), what: 'removed', name: '' };
    expect(await holidays.preview(db.cast.administrator, gone)).toMatchObject({ clocks: 1, moves: [{ days: -1 }] });
    await holidays.change(db.cast.administrator, gone);
    expect(await take()).toBe(1);
    expect((await clockOf(checked, 'screening')).dueOn).toBe('2027-03-09');
    const [day] = await holidays.list('CHE', 2027);
    expect(day).toMatchObject({ name: 'A day of mourning', removedBy: db.cast.administrator.name });
    expect(await holidays.change(db.cast.administrator, off('CHE', '2027-03-04', 'Again'))).toMatchObject({ cases: 1 });
    expect(await take()).toBe(1);
    expect(failed).toEqual([]);
    expect((await verifyRecord(db.pool)).broken).toEqual([]);
  });

  it('is counted for those behind one that fails, which comes again in the next sweep', async () => {
    await holidays.change(db.cast.administrator, off('UN', '2027-03-08'));
    const tried: string[] = [];
    const advance = (async (ref, ...rest) => {
      tried.push(ref);
      if (ref === tried[0]) throw new Error('It always fails');
      return db.casework.advance(ref, ...rest);
    }) as typeof db.casework.advance;
    const posts = new Deployments(db.pool, db.clock, db.reference);
    const one = new Recounts(db.pool, db.clock, db.reference, { requests: { advance }, posts }, 1);
    const sweep = async () => [await one.take(() => undefined), await one.take(() => undefined)];
    expect(await sweep()).toEqual([1, 1]);
    expect([new Set(tried).size, await count('recount')]).toEqual([2, 1]);
    expect(await sweep()).toEqual([0, 1]);
    expect(tried.at(-1)).toBe(tried[0]);
    expect([await take(), await count('recount')]).toEqual([1, 0]);
  });
});

it('a change that touches many cases asks the database no more often for its preview', async () => {
  for (let n = 0; n < 3; n += 1) await aCaseAt(db, (s) => s.submitted());
  let asked = 0;
  const counting = { query: (...args: [never]) => ((asked += 1), db.pool.query(...args)) } as unknown as typeof db.pool;
  const preview = await new Holidays(counting, db.clock, db.reference).preview(
    db.cast.administrator,
    off('CHE', '2027-03-03'),
  );
  expect(preview).toMatchObject({ requests: 4 });
  expect(asked).toBe(5);
});

it('the lists of the package are loaded once for each year, and what was changed stays', async () => {
  const loaded = await loadHolidays(db.pool, new Date('2027-03-01'));
  expect(loaded).toBeGreaterThan(5_000);
  expect(await loadHolidays(db.pool, new Date('2027-04-01'))).toBe(0);
  await db.reference.load('2027-03-01');
  const { calendars } = db.reference;
  expect(calendars.holidayOn('CHE', '2027-09-09')).toBe('Jeûne Genevois');
  expect(calendars.holidayOn('EGY', '2027-05-18')).toMatch(/Sacrifice/);
  expect(calendars.holidayOn('TZA', '2027-12-25')).toBe('Christmas Day');
  expect((await holidays.list('TZA', 2027)).filter((h) => h.day === '2027-12-25').map((h) => h.station)).toEqual([
    'UN',
  ]);
  expect((await holidays.list('CHE', 2027)).find((h) => h.day === '2027-03-04')).toMatchObject({
    name: 'Again',
    source: 'office',
  });
  expect(await loadHolidays(db.pool, new Date('2028-01-01'), true)).toBeGreaterThan(1_000);
  await db.pool.query('TRUNCATE recount; DELETE FROM holiday');
});
