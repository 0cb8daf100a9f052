import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Absences,
  AwayHolders,
  Deadlines,
  Delegations,
  Digests,
  MailLog,
  Mails,
  NoticeWishes,
  Outbox,
  Work,
} from '#casework';
import { isRefusal, USUAL_SETTINGS, type Refusal, type Tier } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { takenDigest } from '../support/apart.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let absences: Absences;
let delegations: Delegations;
let holders: AwayHolders;
beforeAll(async () => {
  // One approver and one chair, so that nobody else is there.
  await db.pool.query(
    `UPDATE assignment SET role = 'gone' WHERE role IN ('approver', 'panelChair') AND person_id <> ALL($1)`,
    [[db.cast.approver.id, db.cast.chair.id]],
  );
  absences = new Absences(db.pool, db.clock, db.reference);
  delegations = new Delegations(db.pool, db.clock, db.reference);
  holders = new AwayHolders(db.pool, db.clock, db.reference);
});
beforeEach(async () => {
  db.clock.set('2027-03-01T09:00:00.000Z');
  await db.pool.query('UPDATE deadline SET next_at = NULL');
  await dispatched();
});
afterEach(async () => {
  await db.pool.query('DELETE FROM absence; DELETE FROM assignment WHERE acting_for_id IS NOT NULL');
});

const rows = async <T extends object>(text: string, ...values: unknown[]) =>
  (await db.pool.query<T>(text, values)).rows;
async function dispatched(): Promise<void> {
  while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
}
const done = (refusal: Refusal | null): void => expect(refusal).toBeNull();
const away = (part: Part, from: string, until: string, note = '') => absences.set(db.cast[part], { from, until, note });
const give = async (from: Part, to: Part, first: string, last: string) =>
  done(await delegations.give(db.cast[from], { to: db.cast[to].id, from: first, until: last }));
/** Who was told what of a case, as “notice part”. */
async function told(request: CaseInDatabase, notice: string): Promise<string[]> {
  await dispatched();
  const found = await rows<{ person: string }>(
    `SELECT m.person_id AS person FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.notice = $2 ORDER BY m.id`,
    request.ref,
    notice,
  );
  const parts = Object.entries(db.cast) as [Part, { id: string }][];
  return found.map(({ person }) => parts.find(([, { id }]) => id === person)![0]).sort();
}
const entries = (request: CaseInDatabase, part: Part, notice: string) =>
  rows<{ way: string; read: boolean }>(
    `SELECT e.way, e.read_at IS NOT NULL AS read FROM notice_entry e JOIN request r ON r.id = e.case_id
     WHERE r.ref = $1 AND e.person_id = $2 AND e.notice = $3`,
    request.ref,
    db.cast[part].id,
    notice,
  );
async function mail(request: CaseInDatabase, part: Part, notice: string) {
  const [row] = await rows<{ id: string }>(
    `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.person_id = $2 AND m.notice = $3`,
    request.ref,
    db.cast[part].id,
    notice,
  );
  return new Mails(db.pool, db.clock, db.reference).claim(row!.id);
}
async function sweptAt(when: string, request: CaseInDatabase): Promise<void> {
  db.clock.set(when);
  const { id } = await request.row();
  await db.pool.query(`UPDATE deadline SET next_at = (steps -> step ->> 'at')::timestamptz WHERE case_id = $1`, [id]);
  await new Deadlines(db.pool, db.clock).sweep();
  await dispatched();
}
const todosOf = async (part: Part, request: CaseInDatabase) =>
  (await new Work(db.pool).todos((await db.people.find(db.cast[part].id))!)).filter((t) => t.facts.ref === request.ref);
const decisionOf = () => aCaseAt(db, (story) => story.recommended());
const none = anEvent('DECLARE', { facts: null });

it('the same days said twice are one absence; all that is wrong is said at once', async () => {
  const { administrator, approver } = db.cast;
  for (const _ of ['once', 'again']) done(await away('approver', '2027-04-01', '2027-04-03', 'On leave'));
  expect((await absences.of(approver.id)).map(({ from, note }) => [from, note])).toEqual([['2027-04-01', 'On leave']]);
  const paths = (refusal: Refusal | null) => refusal?.fields?.map(({ path }) => path);
  expect(paths(await away('approver', '2027-04-03', '2027-04-04'))).toEqual(['from']);
  expect(paths(await away('approver', '2027-04-01', '2027-04-03', 'Another note'))).toEqual(['from']);
  expect(paths(await absences.set(administrator, { from: '', until: '', note: '' }, 'nobody'))).toEqual([
    'person',
    'from',
    'until',
  ]);
});

describe('while an approver is away', () => {
  it('whoever acts for them is told in their place, for whom and until when; they find it unread', async () => {
    const request = await decisionOf();
    const today = db.clock.now().toISOString().slice(0, 10);
    await give('approver', 'spare', today, '2027-05-20');
    done(await away('approver', today, '2027-05-20'));
    expect(await told(request, 'decisionNeeded')).toEqual(['spare']);
    expect(await entries(request, 'approver', 'decisionNeeded')).toEqual([{ way: 'off', read: false }]);
    expect(await mail(request, 'spare', 'decisionNeeded')).toMatchObject({
      inPlaceOf: [{ name: db.cast.approver.name, until: '2027-05-20' }],
    });
    // Nobody is told that nobody is there.
    expect(await holders.look()).toBe(0);
    const [clock] = (await request.facts()).clocks;
    expect((await holders.of(await request.facts())).get(clock!.key)).toEqual({
      until: '2027-05-20',
      deputies: [db.cast.spare.name],
      note: '',
    });
    await sweptAt(`${clock!.dueOn}T23:00:00.000Z`, request);
    expect(await told(request, 'due')).toEqual(['spare']);
    await request.send('desk', { type: 'NUDGE', clock: clock!.key });
    expect(await told(request, 'nudged')).toEqual(['spare']);
  });

  it('reminders go on, where whoever acts for them may not do it; who can give it to another is told once', async () => {
    const request = await decisionOf();
    const today = db.clock.now().toISOString().slice(0, 10);
    // The chair recommended, and so does not decide.
    await give('approver', 'chair', today, '2027-05-20');
    done(await away('approver', today, '2027-05-20', 'On mission'));
    expect(await todosOf('chair', request)).toEqual([]);
    expect(await told(request, 'decisionNeeded')).toEqual(['approver']);
    expect(await holders.look()).toBeGreaterThan(0);
    expect(await holders.look()).toBe(0);
    expect(await told(request, 'holderAway')).toEqual(['chair']);
    expect(await mail(request, 'chair', 'holderAway')).toMatchObject({ awayUntil: '2027-05-20', task: 'decide' });
    db.clock.set(new Date(db.clock.now().getTime() + 86_400_000).toISOString());
    expect(await holders.look()).toBe(0);
    const [[, shown]] = [...(await holders.of(await request.facts()))] as [[string, object]];
    expect(shown).toEqual({ until: '2027-05-20', deputies: [], note: 'On mission' });
  });

  it('and whoever acts for them is away as well, they are told as ever', async () => {
    const request = await decisionOf();
    const today = db.clock.now().toISOString().slice(0, 10);
    await give('approver', 'spare', today, '2027-05-20');
    done(await away('approver', today, '2027-05-20'));
    done(await away('spare', today, '2027-05-01'));
    expect(await told(request, 'decisionNeeded')).toEqual(['approver', 'spare']);
    await holders.look();
    expect(await told(request, 'holderAway')).toEqual(['chair']);
  });

  it('a mail that was written before comes to them all the same', async () => {
    const request = await decisionOf();
    expect(await told(request, 'decisionNeeded')).toEqual(['approver']);
    const today = db.clock.now().toISOString().slice(0, 10);
    await give('approver', 'spare', today, '2027-05-20');
    done(await away('approver', today, '2027-05-20'));
    expect(await mail(request, 'approver', 'decisionNeeded')).toMatchObject({ notice: 'decisionNeeded' });
  });
});

describe('a Resident Coordinator', () => {
  it('who lets somebody sign and is not away is told beside them, each of what their to-do list has', async () => {
    await give('coordinator', 'office', '2027-03-01', '2027-05-20');
    const request = await aCaseAt(db, (story) => story.offered());
    await sweptAt(`${(await request.facts()).clocks[0]!.dueOn}T20:00:00.000Z`, request);
    expect(await told(request, 'due')).toEqual(['coordinator', 'office']);
    for (const part of ['coordinator', 'office'] as const)
      expect((await todosOf(part, request)).map((t) => t.clock.key)).toEqual(['offered']);
    expect((await mail(request, 'office', 'due'))!.inPlaceOf).toBeUndefined();
  });

  it('who is away gets letters still, beside whoever signs for them', async () => {
    const request = await aCaseAt(db, (story) => story.recommended());
    const today = db.clock.now().toISOString().slice(0, 10);
    await give('coordinator', 'office', today, '2027-05-20');
    done(await away('coordinator', today, '2027-05-20'));
    await request.send('approver', anEvent('OFFER_REGIONAL_OPTION', { facts: await request.facts() }) as never);
    await dispatched();
    const [letter] = await rows<{ to: string[] }>(
      `SELECT m.to_addresses AS "to" FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.notice = 'decisionLetter'`,
      request.ref,
    );
    const addressOf = async (part: Part) => (await db.people.find(db.cast[part].id))!.email;
    for (const part of ['coordinator', 'office'] as const) expect(letter!.to).toContain(await addressOf(part));
    await sweptAt(`${(await request.facts()).clocks[0]!.dueOn}T20:00:00.000Z`, request);
    expect(await told(request, 'due')).toEqual(['office']);
    const shown = async () => (await holders.of(await request.facts())).get('offered');
    expect(await shown()).toMatchObject({ deputies: [db.cast.office.name] });
    // At the duty station it is the day after already: the delegation is over, and so is the absence of who chose no zone.
    db.clock.set('2027-05-20T21:30:00.000Z');
    expect(await shown()).toBeUndefined();
    // Who chose one further west is away still, and nobody acts for them any more.
    await db.pool.query(`UPDATE absence SET zone = 'America/New_York'`);
    expect(await shown()).toEqual({ until: '2027-05-20', deputies: [], note: '' });
  });
});

describe('reviewers', () => {
  it('score themselves: who is away is reminded, and the desk officer is told once for each case', async () => {
    const request = await aCaseAt(db, (story) => story.appointed('amina', 'bruno'));
    const today = db.clock.now().toISOString().slice(0, 10);
    done(await away('amina', today, '2027-05-20'));
    await holders.look();
    expect(await told(request, 'holderAway')).toEqual(['desk']);
    const due = (await request.facts()).clocks.find((c) => c.key === `appointment:${db.cast.amina.id}`)!.dueOn;
    await sweptAt(`${due}T23:00:00.000Z`, request);
    expect(await told(request, 'due')).toEqual(['amina', 'bruno']);
    expect(await told(request, 'holderAway')).toEqual(['desk']);
    // That a reviewer is away, or late with an answer, the country's side does not learn from the mails of the case.
    const log = new MailLog(db.pool);
    const known = async (...tiers: Tier[]) => (await log.of(request.ref, new Set(tiers), true)).map((m) => m.notice);
    expect(await known('case', 'assessment')).toContain('holderAway');
    expect((await known('case', 'risk')).filter((n) => n === 'holderAway' || n === 'due')).toEqual([]);
  });

  it('who are late in one case are carried higher in one mail, which says how many and who', async () => {
    const request = await aCaseAt(db, (story) => story.appointed('amina', 'bruno', 'chen'));
    for (const part of ['amina', 'bruno', 'chen'] as const) await request.send(part, none as never);
    const clock = (await request.facts()).clocks.find((c) => c.key.startsWith('review:'))!;
    const carried = clock.steps.find((s) => s.kind === 'escalation')!.at;
    await sweptAt(carried, request);
    expect(await told(request, 'escalation')).toEqual(['desk']);
    expect(await told(request, 'overdue')).toEqual(['amina', 'bruno', 'chen']);
    // Each stands in the ledger, and a clock that is set again tells it no second time.
    await db.pool.query('UPDATE deadline SET step = 0 WHERE case_id = $1', [(await request.row()).id]);
    await sweptAt(carried, request);
    expect(await told(request, 'escalation')).toEqual(['desk']);
    const first = [db.cast.amina, db.cast.bruno, db.cast.chen].sort((a, b) => (a.id < b.id ? -1 : 1))[0]!;
    const [part] = (['amina', 'bruno', 'chen'] as const).filter((p) => db.cast[p].id === first.id);
    // One has scored before the mail is sent: it is about the others.
    await request.send(part!, anEvent('SCORE', { facts: await request.facts() }) as never);
    const others = [db.cast.amina, db.cast.bruno, db.cast.chen].filter((p) => p.id !== first.id).map((p) => p.name);
    const sent = await mail(request, 'desk', 'escalation');
    expect(sent!.late).toMatchObject({ count: 2, of: 'people' });
    expect(sent!.late!.names.toSorted()).toEqual(others.sort());
  });
});

describe('who is back', () => {
  const digests = () => new Digests(db.pool, db.clock, db.reference);
  const isBack = async (when: string) => {
    db.clock.set(when);
    return (await digests().release()).digests;
  };

  it('is told in the morning what waits for them, by the day; once, and not where nothing does', async () => {
    const wished = await new NoticeWishes(db.pool, db.reference).keep(
      db.cast.amina.id,
      { ...USUAL_SETTINGS, language: 'en', zone: 'Africa/Nairobi' },
      0,
    );
    expect(isRefusal(wished)).toBe(false);
    const request = await aCaseAt(db, (story) => story.appointed('amina', 'bruno'));
    db.clock.set('2027-04-01T09:00:00.000Z');
    done(await away('amina', '2027-04-01', '2027-04-05'));
    done(await away('team', '2027-04-01', '2027-04-05'));
    // Seven in the morning in Nairobi is four in UTC.
    expect(await isBack('2027-04-06T03:59:00.000Z')).toEqual([]);
    const [digest] = await isBack('2027-04-06T04:00:00.000Z');
    expect(await isBack('2027-04-06T04:01:00.000Z')).toEqual([]);
    const sent = (await takenDigest(db, digest!))!;
    expect(sent).toMatchObject({ awayUntil: '2027-04-05', unsubscribe: null });
    expect(sent.cases.map((c) => c.ref)).toContain(request.ref);
    const days = sent.cases.map((c) => c.items[0]!.dueOn!);
    expect(days).toEqual(days.toSorted());
    const todos = (await new Work(db.pool).todos((await db.people.find(db.cast.amina.id))!)).length;
    expect(sent.cases.flatMap((c) => c.items)).toHaveLength(todos);
    const [nothing] = await isBack('2027-04-06T07:00:00.000Z');
    await db.pool.query(`UPDATE assignment SET role = 'gone' WHERE person_id = $1`, [db.cast.team.id]);
    try {
      expect(await takenDigest(db, nothing!)).toBeNull();
    } finally {
      await db.pool.query(`UPDATE assignment SET role = 'regionalTeam' WHERE person_id = $1`, [db.cast.team.id]);
    }
    expect(await rows('SELECT FROM mail WHERE id = $1', nothing)).toEqual([]);
  });
});
