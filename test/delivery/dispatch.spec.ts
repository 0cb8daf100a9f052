import { describe, expect, it } from '@jest/globals';
import { MailLog, Mails, Outbox } from '#casework';
import type { NoticeName } from '#domain';
import { aCaseAt, aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { until } from '../support/until.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';

const db = useDatabase();
const outbox = () => new Outbox(db.pool, db.clock, db.reference);
const mails = () => new Mails(db.pool, db.clock, db.reference);

interface Row {
  id: string;
  notice: NoticeName;
  to: string[];
  copy: string[];
  status: string;
  problem: string | null;
  language: string;
}

/** Turns everything that waits into mails and gives back those of the case. */
async function dispatched(request: CaseInDatabase): Promise<Row[]> {
  while ((await outbox().dispatch()).taken > 0);
  const { rows } = await db.pool.query<Row>(
    `SELECT m.id, m.notice, m.to_addresses AS "to", m.copy_addresses AS copy, m.status, m.problem, m.language
     FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 ORDER BY m.id`,
    [request.ref],
  );
  return rows;
}
const addressOf = async (part: Part): Promise<string> => {
  const { rows } = await db.pool.query<{ email: string }>('SELECT email FROM person WHERE id = $1', [db.cast[part].id]);
  return rows[0]!.email;
};
const readers = (rows: Row[], notice: NoticeName): string[] =>
  rows.filter((m) => m.notice === notice && m.status === 'queued').flatMap((m) => m.to);
const endAssignments = (part: Part, on: string) =>
  db.pool.query('UPDATE assignment SET valid_until = $2::date - 1 WHERE person_id = $1', [db.cast[part].id, on]);
const resume = (part: Part) =>
  db.pool.query('UPDATE assignment SET valid_until = NULL WHERE person_id = $1', [db.cast[part].id]);

describe('whom a step is told', () => {
  it('reaches the holders of the roles for this country and region, each once, and nobody elsewhere', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    const rows = await dispatched(request);
    expect(readers(rows, 'requestReceived').sort()).toEqual(
      [await addressOf('coordinator'), await addressOf('office')].sort(),
    );
    expect(readers(rows, 'screeningNeeded')).toEqual([await addressOf('desk')]);
    expect(rows.flatMap((m) => m.to)).not.toContain(await addressOf('deskElsewhere'));
    expect(rows.flatMap((m) => m.to)).not.toContain(await addressOf('officeElsewhere'));
    expect(await dispatched(request)).toEqual(rows);
  });

  it('tells of a party for whom nobody speaks, and asks the others', async () => {
    await endAssignments('team', '2027-03-01');
    const request = await aCaseAt(db, (story) => story.accepted());
    const lost: unknown[] = [];
    for (let taken = 1; taken > 0;) {
      const turn = await outbox().dispatch();
      taken = turn.taken;
      lost.push(...turn.unreached.filter((u) => u.ref === request.ref).map((u) => u.parties));
    }
    await resume('team');
    const rows = await dispatched(request);
    expect(readers(rows, 'adviceWanted')).not.toContain(await addressOf('team'));
    expect(readers(rows, 'adviceWanted')).toContain(await addressOf('regionalOffice'));
    expect(lost).toContainEqual(['regionalTeam:esa']);
  });

  it('asks the regional team and the regional offices of the region', async () => {
    const rows = await dispatched(await aCaseAt(db, (story) => story.accepted()));
    const asked = readers(rows, 'adviceWanted');
    expect(asked).toContain(await addressOf('team'));
    expect(asked).toContain(await addressOf('regionalOffice'));
    expect(asked).not.toContain(await addressOf('teamElsewhere'));
  });

  it('writes to each in their own language', async () => {
    const rows = await dispatched(await aCaseAt(db, (story) => story.appointed('amina', 'bruno', 'dina')));
    const languages = Object.fromEntries(
      rows.filter((m) => m.notice === 'reviewerAppointed').map((m) => [m.to[0], m.language]),
    );
    expect(languages).toEqual({
      [await addressOf('amina')]: 'en',
      [await addressOf('bruno')]: 'fr',
      [await addressOf('dina')]: 'es',
    });
  });

  it('tells a person with a declared conflict nothing more', async () => {
    const story = aStory(db).appointed('amina', 'bruno', 'chen');
    story.send('chen', { type: 'DECLARE', conflict: { declared: true, kind: 'drafted', reason: 'I wrote it.' } });
    const rows = await dispatched(await take(db, story.declared().scored().revealed()));
    expect(readers(rows, 'scoresRevealed')).toContain(await addressOf('amina'));
    expect(readers(rows, 'conflictDeclared')).toEqual([await addressOf('desk')]);
    // The appointment was to be told of after the declaration: even that is too late, and no failure either.
    expect(rows.flatMap((m) => m.to)).not.toContain(await addressOf('chen'));
    expect(rows.filter((m) => m.status !== 'queued')).toEqual([]);
  });

  it('tells the desk officer who declined, and the reviewer who was released, and neither of them anything later', async () => {
    const story = aStory(db).appointed('amina', 'bruno', 'chen', 'dina');
    story.send('chen', { type: 'DECLINE_APPOINTMENT', code: 'AWAY', reason: 'On leave until July.' });
    story.send('dina', { type: 'DECLARE', conflict: { declared: false } });
    story.send('desk', { type: 'RELEASE', person: db.cast.dina.id, code: 'BALANCE', reason: 'Shared differently.' });
    const rows = await dispatched(await take(db, story.declared().scored().revealed()));
    expect(readers(rows, 'appointmentDeclined')).toEqual([await addressOf('desk')]);
    expect(rows.flatMap((m) => m.to)).not.toContain(await addressOf('chen'));
    const dina = await addressOf('dina');
    expect(rows.filter((m) => m.to.includes(dina)).map((m) => [m.notice, m.language])).toEqual([
      ['reviewerReleased', 'es'],
    ]);
  });

  it('tells a reviewer whose conflict the chair recorded that an appointment has ended, and nothing after it', async () => {
    const story = aStory(db).appointed('amina', 'bruno', 'chen').declared();
    const family = { kind: 'family', reason: 'A brother.' } as const;
    story.send('chair', { type: 'RECORD_CONFLICT', person: db.cast.chen.id, ...family });
    const rows = await dispatched(await take(db, story.scored().revealed()));
    const chen = await addressOf('chen');
    expect(rows.filter((m) => m.to.includes(chen)).map((m) => m.notice)).toEqual(['appointmentEnded']);
    expect(readers(rows, 'conflictDeclared')).toEqual([await addressOf('desk')]);
  });

  it('writes nothing of a request to whoever registered a conflict with its country', async () => {
    const { id } = db.cast.chair;
    const add = `INSERT INTO registered_conflict (id, person_id, country, kind, valid_from, recorded_by, recorded_name, recorded_at)
      VALUES (gen_random_uuid(), $1, 'TZA', 'family', '2020-01-01', $1, 'Themselves', now())`;
    await db.pool.query(add, [id]);
    const rows = await dispatched(await aCaseAt(db, (story) => story.revealed()));
    await db.pool.query('DELETE FROM registered_conflict WHERE person_id = $1', [id]);
    expect(readers(rows, 'scoresRevealed')).toContain(await addressOf('amina'));
    expect(rows.flatMap((m) => m.to)).not.toContain(await addressOf('chair'));
  });

  it('takes back what was written to a person who declared a conflict before it was sent', async () => {
    const request = await aCaseAt(db, (story) => story.appointed('amina', 'bruno', 'chen'));
    const written = (await dispatched(request)).filter((m) => m.notice === 'reviewerAppointed');
    await request.send('chen', { type: 'DECLARE', conflict: { declared: true, kind: 'other', reason: 'A friend.' } });
    const chen = await addressOf('chen');
    expect(await mails().claim(written.find((m) => m.to.includes(chen))!.id)).toBeNull();
    expect((await dispatched(request)).filter((m) => m.to.includes(chen))).toEqual([
      expect.objectContaining({ status: 'failed', problem: expect.stringMatching(/^Not sent/) }),
    ]);
    expect(await mails().claim(written.find((m) => !m.to.includes(chen))!.id)).not.toBeNull();
  });

  it('tells reviewers who have not declared nothing but that they are appointed', async () => {
    const story = aStory(db).appointed('amina', 'bruno');
    const rows = await dispatched(await take(db, story.send('coordinator', withdrawal)));
    const told = readers(rows, 'requestWithdrawn');
    for (const part of ['desk', 'team', 'regionalOffice'] as const) expect(told).toContain(await addressOf(part));
    for (const part of ['amina', 'bruno'] as const) expect(told).not.toContain(await addressOf(part));
  });

  it('goes by the assignments of the moment, not of the step', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    await endAssignments('desk', '2027-03-01');
    try {
      const rows = await dispatched(request);
      expect(readers(rows, 'screeningNeeded')).not.toContain(await addressOf('desk'));
      const nobody = rows.find((m) => m.notice === 'screeningNeeded');
      expect(nobody).toMatchObject({
        status: 'failed',
        problem: 'Nobody holds the role OHCHR desk officer for Eastern and Southern Africa.',
      });
    } finally {
      await resume('desk');
    }
  });

  it('asks again when a mail is taken to be sent, hours later perhaps', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    const mail = (await dispatched(request)).find((m) => m.notice === 'screeningNeeded')!;
    await endAssignments('desk', '2027-03-01');
    try {
      expect(await mails().claim(mail.id)).toBeNull();
    } finally {
      await resume('desk');
    }
    const after = (await dispatched(request)).find((m) => m.id === mail.id);
    expect(after).toMatchObject({ status: 'failed', problem: expect.stringMatching(/^Not sent/) });
  });

  it('sends the decision letter as one mail, with the region and the desk officer in copy', async () => {
    const request = await aCaseAt(db, (story) => story.approved());
    const letters = (await dispatched(request)).filter((m) => m.notice === 'decisionLetter');
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ to: [await addressOf('coordinator')] });
    expect(letters[0]!.copy.sort()).toEqual([await addressOf('team'), await addressOf('desk')].sort());
    const claimed = await mails().claim(letters[0]!.id);
    const { decisions } = await request.facts();
    expect(claimed?.letter).toEqual(decisions[0]!.letter);
  });

  it('writes no mail twice, however many relays are at work', async () => {
    const cases = [await aCaseAt(db, (s) => s.accepted()), await aCaseAt(db, (s) => s.approved())];
    const relays = Array.from({ length: 6 }, async () => {
      const one = outbox();
      const found: string[] = [];
      for (;;) {
        const { taken, mails: ids } = await one.dispatch(2);
        found.push(...ids);
        if (taken === 0) return found;
      }
    });
    const all = (await Promise.all(relays)).flat();
    const { rows } = await db.pool.query<{ n: string }>(
      `SELECT count(*) AS n FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = ANY($1) AND m.status = 'queued'`,
      [cases.map((c) => c.ref)],
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(Number(rows[0]!.n));
  });

  it('writes all or nothing when its connection breaks, and goes on with the next', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    const other = await db.pool.connect();
    await other.query('BEGIN; LOCK TABLE mail');
    const broken = outbox().dispatch();
    const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO mail%'`;
    await until('it waits for the table', async () => (await db.pool.query(waiting)).rowCount !== 0);
    await expect(broken).rejects.toThrow(/terminat/);
    await other.query('ROLLBACK');
    other.release();
    expect((await dispatched(request)).map((m) => m.status)).toEqual(['queued', 'queued', 'queued']);
  });

  it('does not let one row that cannot be understood hold up the others', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    const { id } = await request.row();
    await db.pool.query(
      `INSERT INTO outbox (case_id, revision, notice, created_at) VALUES ($1, 1, 'noSuchNotice', now())`,
      [id],
    );
    const rows = await dispatched(request);
    expect(readers(rows, 'screeningNeeded')).toHaveLength(1);
    expect(rows.find((m) => (m.notice as string) === 'noSuchNotice')).toMatchObject({ status: 'failed' });
  });
});

describe('a mail on its way', () => {
  it('is taken, numbered, put off, taken again and settled once', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    const { id } = (await dispatched(request)).find((m) => m.notice === 'screeningNeeded')!;
    const claimed = await mails().claim(id);
    expect(claimed).toMatchObject({
      notice: 'screeningNeeded',
      ref: request.ref,
      countries: ['United Republic of Tanzania'],
      dueOn: '2027-03-08',
      as: 'deskOfficer',
      task: null,
      letter: null,
    });
    await mails().later(id, '451 not now');
    expect(await mails().claim(id)).not.toBeNull();
    await mails().settle(id, { status: 'sent', problem: null }, 'A subject');
    expect(await mails().claim(id)).toBeNull();
    await mails().settle(id, { status: 'failed', problem: 'too late' });
    const log = await new MailLog(db.pool).of(request.ref, new Set(['case', 'assessment']));
    expect(log.find((line) => line.id === id)).toMatchObject({ status: 'sent', attempts: 2, subject: 'A subject' });
  });

  it('is not sent, and no failure, when what it asks is done already', async () => {
    const request = await aCaseAt(db, (story) => story.accepted());
    const asking = (await dispatched(request)).filter((m) => m.notice === 'adviceWanted');
    const team = await addressOf('team');
    const [toTeam, ...others] = [...asking].sort((a) => (a.to.includes(team) ? -1 : 1));
    await request.send('team', anEvent('ADVISE', { facts: await request.facts() }));
    expect(await mails().claim(toTeam!.id)).toBeNull();
    const left = (await dispatched(request)).filter((m) => m.notice === 'adviceWanted').map((m) => m.id);
    expect(left.sort()).toEqual(others.map((m) => m.id).sort());
  });

  it('shows the country and the region no mail that belongs to the assessment', async () => {
    const request = await aCaseAt(db, (story) => story.approved());
    await dispatched(request);
    const log = new MailLog(db.pool);
    const all = await log.of(request.ref, new Set(['case', 'assessment', 'risk']));
    const open = await log.of(request.ref, new Set(['case', 'risk']));
    const names = [db.cast.amina.name, db.cast.bruno.name, db.cast.chair.name, db.cast.approver.name];
    expect(all.flatMap((line) => line.to)).toEqual(expect.arrayContaining(names));
    for (const name of names) expect(open.flatMap((line) => line.to)).not.toContain(name);
    expect(open.map((line) => line.notice)).toContain('decisionLetter');
    expect(await log.of(request.ref, new Set())).toEqual([]);
  });
});

const withdrawal = { type: 'WITHDRAW', code: 'NO_FUNDS', reason: 'The share cannot be paid.' } as const;
