import { beforeEach, describe, expect, it } from '@jest/globals';
import { Conflicts, Deadlines, Mails, Outbox } from '#casework';
import { isRefusal, SYSTEM, type NoticeName } from '#domain';
import { aCaseAt, aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import type { Part } from '../../libs/domain/test/cast.js';

const db = useDatabase();
const clocks = () => new Deadlines(db.pool, db.clock);
const outbox = () => new Outbox(db.pool, db.clock, db.reference);

beforeEach(async () => {
  // Other cases of this file must not be due as well.
  await db.pool.query('UPDATE deadline SET next_at = NULL');
  db.clock.set('2027-03-01');
});

/** What the clocks of a case have put into the outbox so far. */
async function told(request: CaseInDatabase): Promise<string[]> {
  const { rows } = await db.pool.query<{ line: string }>(
    `SELECT o.notice || ' ' || o.clock_key AS line FROM outbox o JOIN request r ON r.id = o.case_id
     WHERE r.ref = $1 AND o.ledger_key IS NOT NULL ORDER BY o.id`,
    [request.ref],
  );
  return rows.map((row) => row.line);
}
async function sweepAt(when: string) {
  db.clock.set(when);
  const swept = await clocks().sweep();
  expect(await clocks().sweep()).toMatchObject({ taken: 0, told: 0, events: [] });
  return swept;
}
/** Whom the notices of clocks reach: notice and address. */
async function reached(request: CaseInDatabase): Promise<string[]> {
  while ((await outbox().dispatch()).taken > 0);
  const { rows } = await db.pool.query<{ notice: NoticeName; to: string[]; problem: string | null }>(
    `SELECT m.notice, m.to_addresses AS "to", m.problem FROM mail m JOIN request r ON r.id = m.case_id JOIN outbox o ON o.id = m.outbox_id
     WHERE r.ref = $1 AND o.ledger_key IS NOT NULL ORDER BY m.id`,
    [request.ref],
  );
  return rows.map((m) => `${m.notice}: ${m.problem ?? m.to.join()}`);
}
const BROTHER = { kind: 'family', reason: 'A brother works there.' } as const;
const addressOf = async (part: Part): Promise<string> => (await db.people.find(db.cast[part].id))!.email;
const act = (request: CaseInDatabase, type: 'EXPIRE' | 'LAPSE' | 'RECORD_SILENCE') =>
  db.casework.advance(request.ref, SYSTEM, { type }, { revision: 'latest' });

describe('the ladder of a due date', () => {
  it('reminds before, on and after the day, then goes one level up; each once', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    expect(await sweepAt('2027-03-03')).toMatchObject({ taken: 0 });
    expect(await sweepAt('2027-03-04')).toMatchObject({ taken: 1, told: 1 });
    expect(await told(request)).toEqual(['reminder screening']);
    await sweepAt('2027-03-08');
    await sweepAt('2027-03-09');
    await sweepAt('2027-03-11');
    await sweepAt('2027-06-01');
    const ladder = ['reminder', 'due', 'overdue', 'escalation'];
    expect(await told(request)).toEqual(ladder.map((step) => `${step} screening`));
  });

  it('tells the holder, and at the end whoever is above', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    for (const [day, notice, part] of [
      ['2027-03-04', 'reminder', 'desk'],
      ['2027-03-08', 'due', 'desk'],
      ['2027-03-09', 'overdue', 'desk'],
      ['2027-03-11', 'escalation', 'chair'],
    ] as const) {
      await sweepAt(day);
      const now = (await reached(request)).filter((line) => line.startsWith(notice));
      expect(now).toContain(`${notice}: ${await addressOf(part)}`);
    }
  });

  it('brings to a coordinator what their office is late with', async () => {
    const mails = new Mails(db.pool, db.clock, db.reference);
    const returned = await aCaseAt(db, (story) => story.returned());
    await sweepAt('2027-03-25');
    const now = (await reached(returned)).filter((line) => line.startsWith('escalation'));
    expect(now).toEqual([`escalation: ${await addressOf('coordinator')}`]);
    const { rows } = await db.pool.query<{ id: string }>(
      `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.notice = 'escalation'`,
      [returned.ref],
    );
    // Asked again at its sending, it is still theirs.
    expect((await mails.claim(rows[0]!.id))?.to.map((to) => to.address)).toEqual([await addressOf('coordinator')]);
  });

  it('goes one level further up where nobody holds the role above', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    await db.pool.query(`UPDATE assignment SET role = 'panelChair?' WHERE role = 'panelChair'`);
    try {
      await sweepAt('2027-03-11');
      const escalated = (await reached(request)).filter((line) => line.startsWith('escalation'));
      expect(escalated).toContain(`escalation: ${await addressOf('approver')}`);
    } finally {
      await db.pool.query(`UPDATE assignment SET role = 'panelChair' WHERE role = 'panelChair?'`);
    }
  });

  it('says on the case that nobody could be reminded', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    await db.pool.query(`UPDATE assignment SET role = 'gone' WHERE role = 'deskOfficer'`);
    try {
      await sweepAt('2027-03-04');
      expect(await reached(request)).toEqual([
        'reminder: Nobody holds the role OHCHR desk officer for Eastern and Southern Africa.',
      ]);
    } finally {
      await db.pool.query(`UPDATE assignment SET role = 'deskOfficer' WHERE role = 'gone'`);
    }
  });

  it('after a long standstill sends the last reminder and the escalation, not the whole ladder', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    expect(await sweepAt('2027-05-01')).toMatchObject({ taken: 1, told: 2 });
    expect((await told(request)).sort()).toEqual(['escalation screening', 'overdue screening']);
  });

  it('is silent about a clock that has ended or moved on before the mail was written', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    await sweepAt('2027-03-04');
    await request.send('desk', { type: 'ACCEPT' });
    expect(await reached(request)).toEqual([]);
  });

  it('takes back a reminder of something that was done before it was sent', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    await sweepAt('2027-03-04');
    expect(await reached(request)).toHaveLength(1);
    const { rows } = await db.pool.query<{ id: string }>(
      `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.notice = 'reminder'`,
      [request.ref],
    );
    await request.send('desk', { type: 'ACCEPT' });
    expect(await new Mails(db.pool, db.clock, db.reference).claim(rows[0]!.id)).toBeNull();
    expect(await reached(request)).toEqual([]);
  });

  it('reminds a reviewer of their own part, and goes on after a question has stopped the clock', async () => {
    const request = await aCaseAt(db, (story) => story.advised().appointed());
    for (const part of ['amina', 'bruno'] as const)
      await request.send(part, { type: 'DECLARE', conflict: { declared: false } });
    const { clocks: running } = await request.facts();
    const dueOn = running.find((c) => c.group === 'review')!.dueOn;
    expect(dueOn).toBe('2027-03-29');
    await sweepAt('2027-03-25');
    expect((await reached(request)).sort()).toEqual(
      [`reminder: ${await addressOf('amina')}`, `reminder: ${await addressOf('bruno')}`].sort(),
    );
    await request.send('desk', { type: 'ASK', question: 'Who pays?' });
    await sweepAt('2027-03-30');
    await request.send('office', { type: 'ANSWER', answer: 'The country team.' });
    // Two working days were left: the reminder was given, the day itself comes again.
    await sweepAt('2027-04-01');
    expect((await told(request)).filter((line) => line.startsWith('due review'))).toHaveLength(2);
  });

  it('reminds nobody of a request that has closed to them by a conflict of interest, and the others on their days', async () => {
    const conflicts = new Conflicts(db.pool, db.clock, db.reference);
    const [closed, open] = await Promise.all(
      [1, 2].map(() => aCaseAt(db, (story) => story.appointed('amina', 'bruno', 'chen'))),
    );
    for (const one of [closed!, open!])
      for (const part of ['amina', 'bruno', 'chen'] as const)
        await one.send(part, {
          type: 'DECLARE',
          conflict: { declared: part === 'amina' && one === closed, ...BROTHER },
        });
    // Of both cases, from a day in the middle of the ladder on; the desk officer from the day of the escalation on.
    for (const [part, from] of [
      ['bruno', '2027-03-29'],
      ['desk', '2027-03-31'],
    ] as const)
      await conflicts.register(db.cast.administrator, db.cast[part].id, { country: 'TZA', kind: 'other', from });
    const told: Record<string, Record<string, string[]>> = { [closed!.ref]: {}, [open!.ref]: {} };
    for (const day of ['2027-03-24', '2027-03-25', '2027-03-28', '2027-03-29', '2027-03-30', '2027-04-05']) {
      const before = await Promise.all([closed!, open!].map(reached));
      await sweepAt(day);
      for (const [i, one] of [closed!, open!].entries())
        for (const line of (await reached(one)).slice(before[i]!.length))
          (told[one.ref]![line.split(': ')[1]!] ??= []).push(`${day} ${line.split(': ')[0]}`);
    }
    const [amina, bruno, chen, desk] = await Promise.all((['amina', 'bruno', 'chen', 'desk'] as const).map(addressOf));
    const ladder = ['2027-03-25 reminder', '2027-03-29 due', '2027-03-30 overdue'];
    expect([told[closed!.ref]![amina!], told[open!.ref]![amina!]]).toEqual([undefined, ladder]);
    for (const one of Object.values(told))
      expect([one[bruno!], one[chen!], one[desk!]]).toEqual([[ladder[0]], ladder, undefined]);
  });

  it('two sweeps at once tell nothing twice', async () => {
    const requests = await Promise.all([1, 2, 3, 4].map(() => aCaseAt(db, (story) => story.submitted())));
    db.clock.set('2027-03-04');
    const swept = await Promise.all([1, 2, 3, 4, 5].map(() => clocks().sweep()));
    expect(swept.reduce((sum, s) => sum + s.told, 0)).toBe(requests.length);
  });
});

describe('what a clock does by itself', () => {
  it('records silence at the end of the time for advice', async () => {
    const request = await aCaseAt(db, (story) => story.accepted());
    await db.pool.query(`UPDATE deadline SET next_at = NULL WHERE clock_group <> 'consultation'`);
    const { events } = await sweepAt('2027-03-23');
    // Of the regional team and of each of the two offices.
    expect(events.map((e) => [e.ref, e.type])).toEqual(Array(3).fill([request.ref, 'RECORD_SILENCE']));
    expect(await told(request)).toEqual([]);
    expect(isRefusal(await act(request, 'RECORD_SILENCE'))).toBe(false);
    expect((await request.facts()).consultation.map((c) => c.state)).toEqual(['silent', 'silent', 'silent']);
    expect(await sweepAt('2027-03-24')).toMatchObject({ events: [] });
  });

  it('lets a draft expire', async () => {
    const request = await aCaseAt(db);
    await sweepAt('2027-03-31T08:00:00.000Z');
    expect(await reached(request)).toEqual([`reminder: ${await addressOf('office')}`]);
    const { events } = await sweepAt('2027-08-29');
    expect(events.map((e) => e.type)).toEqual(['EXPIRE']);
    await act(request, 'EXPIRE');
    expect((await request.facts()).state).toBe('abandoned');
  });

  it('lets a returned request lapse', async () => {
    const request = await aCaseAt(db, (story) => story.returned());
    const { events, told: notices } = await sweepAt('2027-05-02');
    expect(events.map((e) => e.type)).toEqual(['LAPSE']);
    // What happens now is told by itself; a reminder of it would be late and wrong.
    expect(notices).toBe(0);
    await act(request, 'LAPSE');
    expect((await request.facts()).state).toBe('lapsed');
  });

  it('comes again when the step was not taken, and not when it was refused', async () => {
    await take(db, aStory(db));
    const first = await sweepAt('2027-08-29');
    expect(first.events).toHaveLength(1);
    const second = await sweepAt('2027-08-29T09:02:00.000Z');
    expect(second.events).toEqual(first.events);
    await clocks().pass(first.events[0]!);
    expect(await sweepAt('2027-09-29')).toMatchObject({ taken: 0, events: [] });
  });
});
