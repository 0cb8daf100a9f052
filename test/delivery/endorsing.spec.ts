import { beforeEach, expect, it } from '@jest/globals';
import { AnswerLinks, Deadlines, Mails, Outbox, type MailToSend } from '#casework';
import { addDays, endorsersOf } from '#domain';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase({ at: '2027-03-01' });
let request: CaseInDatabase;

beforeEach(async () => {
  db.clock.set('2027-03-01');
  request = await aCaseAt(db, (story) => story.drafted());
  await request.send('office', {
    type: 'INVITE_ENDORSERS',
    endorsers: [{ agency: 'UNDP', name: 'A', title: 'Head', email: 'a@undp.example', language: 'es' }],
  });
});

/** Sends all that waits about the request; what was in it. */
async function sent(): Promise<MailToSend[]> {
  const outbox = new Outbox(db.pool, db.clock, db.reference);
  while ((await outbox.dispatch()).taken > 0);
  const mails = new Mails(db.pool, db.clock, db.reference);
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.status = 'queued' ORDER BY m.id`,
    [request.ref],
  );
  const all: MailToSend[] = [];
  for (const { id } of rows) {
    const mail = await mails.claim(id);
    await mails.settle(id, { status: 'sent', problem: null });
    if (mail) all.push(mail);
  }
  return all;
}
async function passTime(day: string): Promise<void> {
  db.clock.set(day);
  const deadlines = new Deadlines(db.pool, db.clock);
  while ((await deadlines.sweep()).taken > 0);
}

it('a head of agency is reminded in their language with a link of that mail’s own, and the office told at the end', async () => {
  const [asked] = await sent();
  expect(asked).toMatchObject({ notice: 'endorsementAsked', language: 'es', as: 'endorser', dueOn: '2027-03-22' });
  const { until } = endorsersOf(await request.facts())[0]!;
  await passTime(addDays(until, -1));
  const [reminder] = await sent();
  expect(reminder).toMatchObject({
    notice: 'reminder',
    task: 'endorse',
    to: [{ address: 'a@undp.example' }],
    dueOn: until,
  });
  const links = new AnswerLinks(db.pool, db.clock, db.reference);
  for (const { token } of [asked!, reminder!]) expect((await links.find(token!))?.party).toBe('endorser:1');
  expect(reminder!.token).not.toBe(asked!.token);
  await passTime(`${until}T12:00:00Z`);
  expect((await sent()).map((m) => [m.notice, m.as])).toEqual([['due', 'endorser']]);
  await passTime(addDays(until, 2));
  const told = await sent();
  expect(told.map((m) => [m.notice, m.as])).toContainEqual(['escalation', 'rcOffice']);
  expect(told.every((m) => m.token === undefined)).toBe(true);
});

it('no mail brings a link whose last day passed while nothing could be sent', async () => {
  const { until } = endorsersOf(await request.facts())[0]!;
  // Nothing was sent on the days before: the worker stood still until after the last day.
  await passTime(`${until}T12:00:00Z`);
  db.clock.set(addDays(until, 1));
  expect((await sent()).filter((m) => m.as === 'endorser')).toEqual([]);
  const { rows } = await db.pool.query<{ problem: string }>(
    `SELECT DISTINCT m.problem FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.status = 'failed'`,
    [request.ref],
  );
  expect(rows).toEqual([{ problem: expect.stringContaining('the last day of its link had passed') }]);
});

it('nobody is asked by a mail that could be sent only after the request was submitted, nor once they were taken off', async () => {
  await request.send('coordinator', { type: 'SUBMIT', declaration: true, gapsReason: 'A test.' });
  expect((await sent()).map((m) => m.notice)).not.toContain('endorsementAsked');
  const other = (request = await aCaseAt(db, (story) => story.drafted()));
  await other.send('office', {
    type: 'INVITE_ENDORSERS',
    endorsers: [{ agency: 'WFP', name: 'B', title: 'Head', email: 'b@wfp.example' }],
  });
  await other.send('office', { type: 'WITHDRAW_ENDORSER', endorser: 'endorser:1', reason: 'Named twice.' });
  expect((await sent()).map((m) => m.notice)).toEqual(['endorsementTakenBack']);
});
