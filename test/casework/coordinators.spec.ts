import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Cases, Coordinators, Deadlines, Delegations, Mails, Outbox, Work } from '#casework';
import { isRefusal, type Actor } from '#domain';
import { aCaseAt, type CaseInDatabase, type StepEvent } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let coordinators: Coordinators;
let term: string;
const START = '2027-03-01T09:00:00.000Z';
const NEW = 'new.coordinator@rc-tanzania.example';
const OTHER = 'other.coordinator@rc-tanzania.example';
const submit = { type: 'SUBMIT', declaration: true } as const;

beforeAll(async () => {
  coordinators = new Coordinators(db.pool, db.clock, db.reference);
  await db.pool.query(
    `INSERT INTO person (email, name, title, created_at) VALUES ($1, 'Noor Haddad', 'Resident Coordinator', now()), ($2, 'Other Person', '', now())`,
    [NEW, OTHER],
  );
});
beforeEach(async () => {
  db.clock.set(START);
  await db.pool.query(`DELETE FROM assignment s USING person p WHERE p.id = s.person_id AND p.email = $1`, [NEW]);
  await db.pool.query(
    `UPDATE assignment SET valid_until = NULL WHERE person_id = $1 AND role = 'residentCoordinator'`,
    [db.cast.coordinator.id],
  );
  term = (await coordinators.terms()).find((t) => t.countries.includes('TZA'))!.id;
});

const administrator = () => db.cast.administrator;
const person = async (email: string): Promise<Actor> => (await db.people.find(email))!;
const follows = (from = '2027-03-02') => coordinators.change(administrator(), { term, email: NEW, from });
const attempt = async (it1: CaseInDatabase, email: string, event: StepEvent) =>
  db.casework.advance(it1.ref, await person(email), event, { revision: 'latest' });

describe('a change of Resident Coordinator', () => {
  it('in the middle of a draft: the old one signs no more, the new one holds it with everything in it', async () => {
    const draft = await aCaseAt(db);
    const { email: old } = (await db.people.find(db.cast.coordinator.id))!;
    await draft.send('coordinator', { type: 'EDIT', patch: { title: 'Written by the old one' } });
    expect(await follows()).toBeNull();
    // The old one signs until the last day is over.
    expect(isRefusal(await attempt(draft, old, { type: 'EDIT', patch: { title: 'On the last day' } }))).toBe(false);
    db.clock.set('2027-03-02T09:00:00.000Z');
    expect(await attempt(draft, old, submit)).toMatchObject({ code: 'notFound' });
    expect(isRefusal(await attempt(draft, NEW, submit))).toBe(false);
    const entries = await draft.entries();
    expect(entries.map((e) => [e.event, e.actor.name]).slice(-3)).toEqual([
      ['EDIT', db.cast.coordinator.name],
      ['EDIT', db.cast.coordinator.name],
      ['SUBMIT', 'Noor Haddad'],
    ]);
  });

  it('moves an offer and an open question to the new one, and the history keeps who signed before', async () => {
    const [offered, asked] = [await aCaseAt(db, (s) => s.offered()), await aCaseAt(db, (s) => s.asked())];
    db.clock.set(START);
    expect(await follows()).toBeNull();
    db.clock.set('2027-03-02T09:00:00.000Z');
    const todos = await new Work(db.pool).todos(await person(NEW));
    expect(todos.map((t) => t.facts.ref)).toEqual(expect.arrayContaining([offered.ref, asked.ref]));
    expect(isRefusal(await attempt(offered, NEW, { type: 'ACCEPT_OFFER' }))).toBe(false);
    expect(isRefusal(await attempt(asked, NEW, { type: 'ANSWER', answer: 'Two agencies.' }))).toBe(false);
    const view = (await new Cases(db.pool).find(offered.ref, await person(NEW)))!;
    expect(await new Cases(db.pool).version(view)).toMatchObject({ submittedBy: db.cast.coordinator.name });
  });

  it('tells the new one once of each open case, on the first day and by whatever way the term came about', async () => {
    const draft = await aCaseAt(db);
    expect(await follows()).toBeNull();
    expect(await new Deadlines(db.pool, db.clock).greet()).toBe(0);
    // As many as the page says before it is recorded.
    const { open } = (await coordinators.terms()).find((t) => t.email === NEW)!;
    expect(open).toBeGreaterThan(0);
    db.clock.set('2027-03-02T00:30:00.000Z');
    expect(await new Deadlines(db.pool, db.clock).greet()).toBe(open);
    expect(await new Deadlines(db.pool, db.clock).greet()).toBe(0);
    await db.pool.query(
      `UPDATE outbox SET dispatched_at = now() WHERE notice <> 'caseTakenOver' AND dispatched_at IS NULL`,
    );
    await new Outbox(db.pool, db.clock, db.reference).dispatch();
    const { rows } = await db.pool.query<{ id: string; to: string[] }>(
      `SELECT m.id, m.to_addresses AS to FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.notice = 'caseTakenOver'`,
      [draft.ref],
    );
    expect(rows.map((r) => r.to)).toEqual([[NEW]]);
    expect(await new Mails(db.pool, db.clock, db.reference).claim(rows[0]!.id)).toMatchObject({
      to: [{ address: NEW }],
    });
  });

  it('can be recorded with the mails of the first day held: none goes out before an administrator lets it', async () => {
    await db.pool.query('UPDATE outbox SET dispatched_at = now() WHERE dispatched_at IS NULL');
    // What another step tells is written in the same turn, and waits for nobody.
    await aCaseAt(db, (story) => story.submitted());
    db.clock.set(START);
    const succession = { term, email: NEW, from: '2027-03-02', hold: true };
    expect(await coordinators.change(administrator(), succession)).toBeNull();
    const [next] = (await coordinators.terms()).filter((t) => t.email === NEW);
    expect(next).toMatchObject({ held: true });
    db.clock.set('2027-03-02T00:40:00.000Z');
    expect(await new Deadlines(db.pool, db.clock).greet()).toBe(next!.open);
    await new Outbox(db.pool, db.clock, db.reference).dispatch();
    const { rows } = await db.pool.query<{ notice: string; held: boolean; mails: number }>(
      `SELECT m.notice, m.held, h.mails FROM mail m JOIN outbox o ON o.id = m.outbox_id LEFT JOIN mail_hold h ON h.id = m.hold_id
       WHERE o.dispatched_at = $1 AND m.status = 'queued'`,
      [db.clock.now()],
    );
    const greetings = rows.filter((m) => m.notice === 'caseTakenOver');
    expect(greetings).toHaveLength(next!.open);
    for (const mail of greetings) expect(mail).toMatchObject({ held: true, mails: next!.open });
    expect(new Set(rows.filter((m) => m.notice !== 'caseTakenOver').map((m) => m.held))).toEqual(new Set([false]));
  });

  it('is never two for one office: a second click changes nothing, and somebody else is refused until it is taken back', async () => {
    const [first, again] = await Promise.all([follows('2027-03-10'), follows('2027-03-10')]);
    expect([first, again]).toEqual([null, null]);
    const here = async () => (await coordinators.terms()).filter((t) => t.countries.includes('TZA'));
    expect((await here()).map((t) => [t.email === NEW, t.from, t.until, t.ahead])).toEqual([
      [false, expect.any(String), '2027-03-09', false],
      [true, '2027-03-10', null, true],
    ]);
    // From a page that was drawn before: on that day, before it, or after it.
    for (const from of ['2027-03-10', '2027-03-05', '2027-03-20']) {
      const refused = await coordinators.change(administrator(), { term, email: OTHER, from });
      expect(refused?.fields).toEqual([
        {
          path: 'term',
          message:
            'Noor Haddad follows from 10 March 2027 already: take that back first, or choose them as the one who is followed',
        },
      ]);
    }
    const [, next] = await here();
    expect(await coordinators.takeBack(db.cast.coordinator, next!.id)).toMatchObject({ code: 'notYourRole' });
    expect(await coordinators.takeBack(administrator(), term)).toMatchObject({ code: 'notFound' });
    expect(await coordinators.takeBack(administrator(), next!.id)).toBeNull();
    expect((await here()).map((t) => [t.id, t.until])).toEqual([[term, null]]);
    expect(await follows('2027-03-10')).toBeNull();
    db.clock.set('2027-03-10T09:00:00.000Z');
    expect(await coordinators.takeBack(administrator(), (await here()).at(-1)!.id)).toMatchObject({ code: 'notFound' });
  });

  it('ends what the old one had delegated', async () => {
    const delegations = new Delegations(db.pool, db.clock, db.reference);
    const to = db.cast.office.id;
    expect(await delegations.give(db.cast.coordinator, { to, from: '2027-03-01', until: '2027-03-20' })).toBeNull();
    const held = async () => (await delegations.heldBy((await db.people.find(to))!)).map((h) => h.until);
    expect(await held()).toEqual(['2027-03-20']);
    expect(await follows()).toBeNull();
    expect(await held()).toEqual(['2027-03-01']);
    const acts = async () => (await db.people.find(to))!.assignments.some((a) => a.role === 'actingCoordinator');
    expect(await acts()).toBe(true);
    db.clock.set('2027-03-03T09:00:00.000Z');
    expect(await acts()).toBe(false);
    expect(await held()).toEqual([]);
    await db.pool.query('DELETE FROM assignment WHERE acting_for_id IS NOT NULL');
  });

  it('is an administrator’s to record, and says what is wrong with it', async () => {
    expect(await coordinators.change(db.cast.coordinator, { term, email: NEW, from: '2027-03-02' })).toMatchObject({
      code: 'notYourRole',
    });
    const wrong = async (more: object) => {
      const refusal = await coordinators.change(administrator(), { term, email: NEW, from: '2027-03-02', ...more });
      return refusal?.fields?.map((f) => f.path);
    };
    const desk = (await db.people.find(db.cast.desk.id))!;
    const own = (await db.people.find(db.cast.coordinator.id))!;
    expect(await wrong({ term: 'x' })).toEqual(['term']);
    expect(await wrong({ email: 'nobody@example.org' })).toEqual(['email']);
    expect(await wrong({ email: desk.email })).toEqual(['email']);
    expect(await wrong({ email: own.email })).toEqual(['email']);
    expect(await wrong({ from: '2027-02-01' })).toEqual(['from']);
    expect(await wrong({ from: 'soon' })).toEqual(['from']);
  });

  it('asks once about somebody who belongs to the office of another country, until that is over', async () => {
    const other = (await db.people.find(NEW))!.id;
    const holds = (role: string, countries: string[], until: string | null) =>
      db.pool.query(
        'INSERT INTO assignment (person_id, role, countries, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5)',
        [other, role, countries, '2020-01-01', until],
      );
    // Their own office is no other one, and one that is over on the first day is none either.
    await holds('rcOffice', ['TZA'], null);
    await holds('residentCoordinator', ['MDG'], '2027-03-01');
    await holds('residentCoordinator', ['ZMB'], '2027-03-02');
    const asked = await follows();
    expect(asked?.fields).toEqual([
      {
        path: 'both',
        message:
          'On that day they still belong to another office, that of Zambia. Record first who follows them there, or confirm that they keep both',
      },
    ]);
    expect((await coordinators.terms()).find((t) => t.id === term)!.until).toBeNull();
    expect(await coordinators.change(administrator(), { term, email: NEW, from: '2027-03-02', both: true })).toBeNull();
    expect((await coordinators.terms()).filter((t) => t.email === NEW).map((t) => t.countries[0])).toEqual(
      expect.arrayContaining(['TZA', 'ZMB']),
    );
  });
});
