import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Delegations } from '#casework';
import { isRefusal, type Actor } from '#domain';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let delegations: Delegations;
const START = '2027-03-01T09:00:00.000Z';
const submit = { type: 'SUBMIT', declaration: true } as const;

beforeAll(() => {
  delegations = new Delegations(db.pool, db.clock, db.reference);
});
afterEach(async () => {
  db.clock.set(START);
  await db.pool.query(`DELETE FROM assignment WHERE acting_for_id IS NOT NULL`);
});

const now = async (actor: Actor): Promise<Actor> => (await db.people.find(actor.id))!;
const acts = async (actor: Actor) => (await now(actor)).assignments.some((a) => a.role === 'actingCoordinator');
const give = (from = '2027-03-01', until = '2027-03-05') =>
  delegations.give(db.cast.coordinator, { to: db.cast.office.id, from, until });

describe('a Resident Coordinator who is away', () => {
  it('lets somebody of the office sign, and the record has both names', async () => {
    db.clock.set(START);
    const { office, coordinator } = db.cast;
    expect(await give()).toBeNull();
    const draft = await aCaseAt(db);
    const outcome = await db.casework.advance(draft.ref, await now(office), submit, { revision: 'latest' });
    expect(isRefusal(outcome)).toBe(false);
    expect((await draft.entries()).at(-1)).toMatchObject({
      actor: { id: office.id, name: office.name },
      role: 'actingCoordinator',
      actingFor: coordinator.name,
    });
    const { rows } = await db.pool.query(
      `SELECT v.submitted_by, v.acting_for FROM request_version v JOIN request r ON r.id = v.request_id WHERE r.ref = $1`,
      [draft.ref],
    );
    expect(rows).toEqual([{ submitted_by: office.name, acting_for: coordinator.name }]);
  });

  it('chooses from the office, and from nobody else', async () => {
    const people = await delegations.colleagues(db.cast.coordinator);
    expect(people.map((p) => p.id)).toEqual([db.cast.office.id]);
    for (const to of [db.cast.desk.id, db.cast.officeElsewhere.id, 'nobody'])
      expect(
        await delegations.give(db.cast.coordinator, { to, from: '2027-03-01', until: '2027-03-02' }),
      ).toMatchObject({
        fields: [{ path: 'to', message: 'Choose somebody of your office' }],
      });
    expect(
      await delegations.give(db.cast.office, { to: db.cast.coordinator.id, from: '2027-03-01', until: '2027-03-02' }),
    ).toMatchObject({ code: 'notYourRole' });
  });

  it('chooses who serves all their countries, be it in several assignments, and nobody who serves some', async () => {
    db.clock.set(START);
    const { coordinator, office } = db.cast;
    const add = (id: string, role: string) =>
      db.pool.query(
        `INSERT INTO assignment (person_id, role, countries, valid_from, valid_until) VALUES ($1, $2, '{COM}', '2027-01-01', '2027-12-31')`,
        [id, role],
      );
    try {
      await add(coordinator.id, 'residentCoordinator');
      expect(await delegations.colleagues(await now(coordinator))).toEqual([]);
      await add(office.id, 'rcOffice');
      expect((await delegations.colleagues(await now(coordinator))).map((p) => p.id)).toEqual([office.id]);
      const me = await now(coordinator);
      expect(await delegations.give(me, { to: office.id, from: '2027-03-01', until: '2027-03-05' })).toBeNull();
      const held = (await now(office)).assignments.filter((a) => a.role === 'actingCoordinator');
      expect(held.flatMap((a) => a.countries).sort()).toEqual(['COM', 'TZA']);
    } finally {
      await db.pool.query(`DELETE FROM assignment WHERE countries = '{COM}'`);
    }
  });

  it('ends at midnight of the duty station, not of wherever the clock is read', async () => {
    db.clock.set(START);
    expect(delegations.zone(db.cast.coordinator)).toBe('Africa/Nairobi');
    expect(await give('2027-03-02', '2027-03-05')).toBeNull();
    const at = async (instant: string) => {
      db.clock.set(instant);
      return acts(db.cast.office);
    };
    // Midnight in Dar es Salaam is 21:00 UTC of the day before.
    expect(await at('2027-03-01T20:59:59.000Z')).toBe(false);
    expect(await at('2027-03-01T21:00:00.000Z')).toBe(true);
    expect(await at('2027-03-05T20:59:59.000Z')).toBe(true);
    expect(await at('2027-03-05T21:00:00.000Z')).toBe(false);
    const draft = await aCaseAt(db);
    db.clock.set('2027-03-05T21:00:00.000Z');
    const late = await db.casework.advance(draft.ref, await now(db.cast.office), submit, { revision: 'latest' });
    expect(late).toMatchObject({
      code: 'notYourRole',
      message: expect.stringMatching(
        /^You acted for .+ until midnight of 5 March 2027 by the clock of the duty station \(Africa\/Nairobi\)\. That is over/,
      ),
    });
    // Whoever never acted for anybody is told the rule alone.
    const never = await db.casework.advance(draft.ref, db.cast.desk, submit, { revision: 'latest' });
    expect(JSON.stringify(never)).not.toContain('You acted for');
    expect(await db.people.endedDelegation(db.cast.office.id)).toEqual({
      actingFor: db.cast.coordinator.name,
      until: '2027-03-05',
      zone: 'Africa/Nairobi',
    });
  });

  it('begins today as today is there: a day that has begun at the station only can be chosen', async () => {
    db.clock.set('2027-03-01T22:00:00.000Z');
    expect(await give('2027-03-01', '2027-03-05')).toMatchObject({
      fields: [{ message: 'Enter today or a later day' }],
    });
    expect(await give('2027-03-02', '2027-03-05')).toBeNull();
    expect(await acts(db.cast.office)).toBe(true);
  });

  it('hands over no more than they hold, and nothing once they hold it no more', async () => {
    db.clock.set(START);
    const own = `person_id = '${db.cast.coordinator.id}' AND role = 'residentCoordinator'`;
    await db.pool.query(`UPDATE assignment SET valid_until = '2027-03-10' WHERE ${own}`);
    expect(await give('2027-03-11', '2027-03-12')).toMatchObject({ fields: [{ path: 'from' }] });
    expect(await give('2027-03-01', '2027-03-20')).toBeNull();
    expect(await delegations.of(db.cast.coordinator)).toMatchObject([{ from: '2027-03-01', until: '2027-03-10' }]);
    expect(await acts(db.cast.office)).toBe(true);
    // The coordinator left earlier than was known when the delegation was given.
    await db.pool.query(`UPDATE assignment SET valid_until = '2027-02-28' WHERE ${own}`);
    expect(await acts(db.cast.office)).toBe(false);
    await db.pool.query(`UPDATE assignment SET valid_until = NULL WHERE ${own}`);
  });

  it('is not passed on by whoever acts for them', async () => {
    db.clock.set(START);
    expect(await give()).toBeNull();
    const deputy = await now(db.cast.office);
    expect(delegations.may(deputy)).toBe(false);
    expect(
      await delegations.give(deputy, { to: db.cast.coordinator.id, from: '2027-03-01', until: '2027-03-02' }),
    ).toMatchObject({
      message: expect.stringContaining('cannot be passed on'),
    });
  });

  it('ends it when they are back, and only they do', async () => {
    db.clock.set(START);
    expect(await give()).toBeNull();
    const [given] = await delegations.of(db.cast.coordinator);
    expect(await delegations.end(db.cast.approver, given!.id)).toMatchObject({ code: 'notFound' });
    expect(await delegations.end(db.cast.office, given!.id)).toMatchObject({ code: 'notFound' });
    expect(await acts(db.cast.office)).toBe(true);
    expect(await delegations.end(db.cast.coordinator, given!.id)).toBeNull();
    expect(await acts(db.cast.office)).toBe(false);
  });
});
