import { afterEach, expect, it, jest } from '@jest/globals';
import { Absences, AwayHolders } from '#casework';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
const rows = async (text: string, ...values: unknown[]) => (await db.pool.query(text, values)).rows;
afterEach(() => {
  jest.restoreAllMocks();
});

it('who is away is looked at in as many statements for twenty as for one, and each is told of once', async () => {
  const { id } = await (await aCaseAt(db, (story) => story.recommended())).row();
  const today = db.clock.now().toISOString().slice(0, 10);
  const until = '2027-05-20';
  await rows(`UPDATE assignment SET role = 'gone' WHERE role = 'approver' AND person_id <> $1`, db.cast.approver.id);
  const holders = new AwayHolders(db.pool, db.clock, db.reference);
  const told = () => rows(`SELECT FROM outbox WHERE notice = 'holderAway' AND case_id = $1`, id);
  await new Absences(db.pool, db.clock, db.reference).set(db.cast.approver, { from: today, until, note: '' });
  const asked = jest.spyOn(db.pool, 'query');
  expect(await holders.look()).toBe(1);
  const forOne = asked.mock.calls.length;
  expect(await told()).toHaveLength(1);
  await rows(
    `WITH p AS (
       INSERT INTO person (email, name, created_at) SELECT 'away-' || n || '@example.org', 'Away ' || n, now() FROM generate_series(1, 19) n RETURNING id
     ), a AS (INSERT INTO assignment (person_id, role, valid_from) SELECT id, 'approver', '2027-01-01' FROM p)
     INSERT INTO absence (person_id, from_day, until_day, zone, note, set_by, set_at) SELECT id, $1::date, $2::date, 'UTC', '', id, now() FROM p`,
    today,
    until,
  );
  await rows('UPDATE absence SET looked_on = NULL');
  asked.mockClear();
  expect(await holders.look()).toBe(19);
  expect(asked.mock.calls).toHaveLength(forOne);
  expect(await told()).toHaveLength(20);
});
