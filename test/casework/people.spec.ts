import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { DEMONSTRATION_PEOPLE, People, roleLine } from '#casework';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { TestClock } from '../support/test-clock.js';

const db = useDatabase();
const HOUR = 3_600_000;
const session = (hash: Buffer, personId: string, hours = 12) =>
  db.people.grant(hash, personId, { kind: 'session', label: 'A browser', scopes: ['*'], validForMs: hours * HOUR });

describe('the words under a name', () => {
  const who = (...assignments: { role: 'residentCoordinator' | 'deskOfficer'; countries: string[] }[]) => ({
    id: 'x',
    name: 'X',
    assignments: assignments.map((a) => ({ ...a, regions: [] })),
  });
  it.each([
    [who(), 'No assignment in force'],
    [
      who({ role: 'residentCoordinator', countries: ['AZE'] }, { role: 'residentCoordinator', countries: ['TZA'] }),
      'AZE TZA',
    ],
    [who({ role: 'residentCoordinator', countries: ['AZE'] }, { role: 'deskOfficer', countries: ['TZA'] }), 'AZE'],
    [who({ role: 'deskOfficer', countries: [] }, { role: 'deskOfficer', countries: ['TZA'] }), 'OHCHR desk officer'],
  ])('%j: %s', (person, words) => {
    expect(roleLine(person, (a) => a.countries.join(' '))).toMatch(new RegExp(`${words}$`));
  });
});

describe('who is signed in', () => {
  it('has the assignments that are in force on the day, no more', async () => {
    const hash = randomBytes(32);
    await session(hash, db.cast.coordinator.id, 24 * 400);
    expect(await db.people.byCredential(hash)).toMatchObject({
      signedIn: { assignments: [{ role: 'residentCoordinator' }] },
    });
    await db.pool.query(`UPDATE assignment SET valid_until = '2027-12-31' WHERE person_id = $1`, [
      db.cast.coordinator.id,
    ]);
    db.clock.set('2028-01-01');
    expect(await db.people.byCredential(hash)).toMatchObject({ signedIn: { assignments: [] } });
    db.clock.set('2027-03-01');
  });

  it('is no longer when the time is up, which is told apart from never having been', async () => {
    const real = new TestClock(new Date());
    const people = new People(db.pool, db.clock, real);
    const hash = randomBytes(32);
    const terms = { kind: 'session' as const, label: 'A browser', scopes: ['*'], validForMs: HOUR };
    await people.grant(hash, db.cast.office.id, terms);
    // The clock of a demonstration may go where it likes.
    db.clock.pass(400);
    expect(await people.byCredential(hash)).toMatchObject({ signedIn: { id: db.cast.office.id } });
    db.clock.set('2027-03-01');
    real.pass(1 / 24);
    expect(await people.byCredential(hash)).toMatchObject({ expired: { id: db.cast.office.id } });
    expect(await people.byCredential(randomBytes(32))).toBeNull();
  });

  it('is no longer after signing out, and the provider can be told', async () => {
    const hash = randomBytes(32);
    await db.people.grant(hash, db.cast.desk.id, {
      kind: 'session',
      label: 'x\u0000',
      scopes: [],
      validForMs: HOUR,
      idToken: 'of the provider',
    });
    expect(await db.people.revoke(hash)).toBe('of the provider');
    expect(await db.people.byCredential(hash)).toHaveProperty('expired');
    expect(await db.people.revoke(hash)).toBeNull();
  });
});

describe('who comes from an identity provider', () => {
  const { email } = DEMONSTRATION_PEOPLE.find(({ key }) => key === 'do-esa')!;

  it('is the person with the same address, and stays so when either address changes', async () => {
    const known = await db.people.bySubject('subject-1', email.toUpperCase());
    expect(known).toMatchObject({ id: db.cast.desk.id });
    expect(await db.people.bySubject('subject-1', null)).toEqual(known);
    const another = DEMONSTRATION_PEOPLE.find(({ key }) => key === 'do-eca')!.email;
    expect(await db.people.bySubject('subject-1', another)).toEqual(known);
    expect(await db.people.bySubject('subject-2', email)).toBeNull();
  });

  it('is nobody without an address that is known', async () => {
    expect(await db.people.bySubject('subject-3', null)).toBeNull();
    expect(await db.people.bySubject('subject-3', 'stranger@elsewhere.example')).toBeNull();
    expect(await db.people.bySubject('\u0000', '\u0000')).toBeNull();
  });
});

describe('the text of a form whose sender’s time was up', () => {
  it('is kept as it was written and given back once, to its sender', async () => {
    const body = { answer: 'Été 😀 مستشار', list: ['a', 'b'], odd: 'a\u0000b \ud83d', 'na\u0000me': 'x' };
    await db.people.keepForm(db.cast.office.id, '/requests/1/section/2', { answer: 'An earlier one' });
    await db.people.keepForm(db.cast.office.id, '/requests/1/section/2', body);
    expect(await db.people.takeForm(db.cast.coordinator.id, '/requests/1/section/2')).toBeNull();
    const kept = { answer: 'Été 😀 مستشار', list: ['a', 'b'], odd: 'a\ufffdb \ufffd', 'na\ufffdme': 'x' };
    expect(await db.people.takeForm(db.cast.office.id, '/requests/1/section/2')).toEqual(kept);
    expect(await db.people.takeForm(db.cast.office.id, '/requests/1/section/2')).toBeNull();
  });
});

describe('who can be found', () => {
  it('a person by address, however it is written, or by identifier', async () => {
    const { id } = db.cast.amina;
    const { email } = DEMONSTRATION_PEOPLE.find(({ key }) => key === 'rv-omeallaigh')!;
    for (const name of [email, email.toUpperCase(), id]) expect(await db.people.find(name)).toMatchObject({ id });
    for (const name of ['', 'nobody', '\u0000', '%', 'x'.repeat(10_000)]) expect(await db.people.find(name)).toBeNull();
  });

  it('reviewers for a region, the least busy first', async () => {
    const names = async () =>
      (await db.people.reviewersFor({ regions: ['esa'], countries: ['TZA'] })).map(
        ({ id, open }) => [id, open] as const,
      );
    expect(new Set((await names()).map(([, open]) => open))).toEqual(new Set([0]));
    await aCaseAt(db, (s) => s.appointed('amina', 'bruno'));
    const after = await names();
    expect(
      after
        .slice(-2)
        .map(([id]) => id)
        .sort(),
    ).toEqual([db.cast.amina.id, db.cast.bruno.id].sort());
    expect(
      (await db.people.reviewersFor({ regions: ['arab'], countries: [] })).some(({ name }) => name.startsWith('Hādī')),
    ).toBe(false);
    const add = `INSERT INTO assignment (person_id, role, countries, valid_from) VALUES ($1, 'rcOffice', '{TZA}', '2020-01-01')`;
    await db.pool.query(add, [db.cast.bruno.id]);
    expect((await names()).map(([id]) => id)).not.toContain(db.cast.bruno.id);
    const elsewhere = await db.people.reviewersFor({ regions: ['esa'], countries: ['KEN'] });
    expect(elsewhere.map(({ id }) => id)).toContain(db.cast.bruno.id);
  });
});
