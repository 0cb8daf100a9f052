import { beforeEach, describe, expect, it } from '@jest/globals';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { DeliveryDesk, MailFeed, PanelDates, type HoldLine, type PanelDate } from '#casework';
import { isRefusal, type PanelDateDraft, type Refusal } from '#domain';
import { openMailer } from '#platform';
import { composeApart } from '../../apps/worker/src/templates/apart.js';
import { apartMail } from '../support/apart.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
const dates = () => new PanelDates(db.pool, db.clock);
const SENDER = { baseUrl: 'https://hra.example', mailFrom: 'HRA <no-reply@hra.example>', demo: false };
const draft = (more: Partial<PanelDateDraft> = {}): PanelDateDraft => ({
  day: '2027-06-10',
  time: '14:30',
  zone: 'Africa/Nairobi',
  minutes: 90,
  place: 'Room XX',
  ...more,
});
const kept = (outcome: PanelDate | Refusal): PanelDate => {
  if (isRefusal(outcome)) throw new Error(outcome.message);
  return outcome;
};

let round: string;
let version: number;
beforeEach(async () => {
  db.clock.set('2027-03-01');
  await db.pool.query('DELETE FROM mail');
  await db.pool.query('UPDATE request SET is_open = false');
  const request = await aCaseAt(db, (story) => story.declared());
  round = (await request.facts()).summary.round;
  // Of several tests in one file each begins where the one before has ended.
  const set = await dates().versions(db.cast.chair, round);
  version = isRefusal(set) ? 0 : set[0].version;
});

/** Who was told what, in the order of their names, without what a test before has told. */
async function told(): Promise<string[]> {
  const { rows } = await db.pool.query<{ line: string }>(
    `SELECT concat_ws(' ', p.id, m.apart_about ->> 'method', m.apart_about ->> 'sequence') AS line
     FROM mail m JOIN person p ON p.id = m.person_id WHERE m.apart = 'panelDate' ORDER BY m.id`,
  );
  return rows.map((row) => row.line);
}
const of = (part: 'amina' | 'chair' | 'desk' | 'dina', rest: string) => `${db.cast[part].id} ${rest}`;
async function messageTo(part: 'amina', nth: number) {
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT id FROM mail WHERE apart = 'panelDate' AND person_id = $1 ORDER BY id`,
    [db.cast[part].id],
  );
  return composeApart(await apartMail(db, rows[nth]!.id), SENDER);
}
const lineOf = (content: string, name: string): string =>
  new RegExp(`^${name}[^:]*:(.*)$`, 'm').exec(content)![1]!.trim();

describe('the date of a panel', () => {
  it('invites reviewers, chair and desk of its open requests; another date moves the entry, and taking it away takes that away', async () => {
    const first = kept(await dates().set(db.cast.chair, round, draft(), version));
    expect(first).toMatchObject({ version: version + 1, startsAt: new Date('2027-06-10T11:30:00Z') });
    const invited = await told();
    expect(invited).toEqual(
      expect.arrayContaining([of('amina', 'REQUEST 0'), of('chair', 'REQUEST 0'), of('desk', 'REQUEST 0')]),
    );
    expect(invited.some((line) => line.startsWith(db.cast.dina.id) || line.startsWith(db.cast.deskElsewhere.id))).toBe(
      false,
    );
    // A second click changes nothing.
    expect(kept(await dates().set(db.cast.chair, round, draft(), version)).version).toBe(first.version);
    expect(await dates().invite()).toBe(0);
    kept(await dates().set(db.cast.administrator, round, draft({ day: '2027-06-17' }), first.version));
    kept(await dates().set(db.cast.chair, round, null, first.version + 1));
    const amina = (await told()).filter((line) => line.startsWith(db.cast.amina.id));
    expect(amina).toEqual([of('amina', 'REQUEST 0'), of('amina', 'REQUEST 1'), of('amina', 'CANCEL 2')]);
    const [set, moved, off] = [await messageTo('amina', 0), await messageTo('amina', 1), await messageTo('amina', 2)];
    expect([set.subject, moved.subject, off.subject]).toEqual([
      expect.stringMatching(/^Panel: (first|second) round of 2027$/),
      expect.stringMatching(/^Panel, new time: /),
      expect.stringMatching(/^Panel cancelled: /),
    ]);
    const [a, b, c] = [set, moved, off].map((m) => m.calendar!.content) as [string, string, string];
    expect([a, b, c].map((ics) => [lineOf(ics, 'METHOD'), lineOf(ics, 'SEQUENCE'), lineOf(ics, 'DTSTART')])).toEqual([
      ['REQUEST', '0', '20270610T113000Z'],
      ['REQUEST', '1', '20270617T113000Z'],
      ['CANCEL', '2', '20270617T113000Z'],
    ]);
    expect(new Set([a, b, c].map((ics) => lineOf(ics, 'UID'))).size).toBe(1);
    expect([a, b, c].map((ics) => lineOf(ics, 'SUMMARY'))).toEqual(Array(3).fill(set.subject));
    // Nobody reads what is answered to the address that sends it.
    expect(`${a}${b}${c}`).not.toContain('RSVP=TRUE');
    expect(lineOf(c, 'STATUS')).toBe('CANCELLED');
    expect(a).toContain('LOCATION:Room XX');
    expect(a).not.toMatch(/HRA-2/);
  });

  it('says before it is set whom it writes to, and writes to so many; a hold keeps their mails for an administrator', async () => {
    expect(await dates().wouldTell(db.cast.desk, round)).toBeNull();
    const first = (await dates().wouldTell(db.cast.chair, round))!;
    expect(first.set).toBeGreaterThan(2);
    expect(first.off).toBe(0);
    const made = kept(await dates().set(db.cast.chair, round, draft(), version, true));
    expect((await told()).length).toBe(first.set);
    const { rows } = await db.pool.query<{ held: boolean; n: number }>(
      `SELECT held, count(*)::int AS n FROM mail WHERE apart = 'panelDate' GROUP BY 1`,
    );
    expect(rows).toEqual([{ held: true, n: first.set }]);
    const desk = new DeliveryDesk(db.pool, db.clock);
    const [hold] = (await desk.holds(db.cast.administrator)) as HoldLine[];
    expect(hold).toMatchObject({ mails: first.set, people: first.set, decided: null });
    const said = await db.pool.query(`SELECT person_id AS id FROM mail WHERE apart = 'mailsHeld' AND NOT held`);
    expect(said.rows).toEqual([{ id: db.cast.administrator.id }]);
    const feed = new MailFeed(db.pool, db.clock, 1000);
    await feed.weigh();
    expect((await feed.next()).map((m) => m.apart)).toEqual([true]);
    expect(await desk.letGo(db.cast.administrator, hold!.id, 10_000)).toEqual({ mails: first.set });
    const then = (await dates().wouldTell(db.cast.chair, round))!;
    expect(then).toEqual({ set: first.set, off: first.set });
    await dates().set(db.cast.chair, round, null, made.version);
    expect((await told()).length).toBe(first.set + then.off);
    await db.pool.query('DELETE FROM mail; DELETE FROM mail_hold');
  });

  it('says the time by the clocks of its reader', async () => {
    await db.pool.query(
      `INSERT INTO notice_setting (person_id, choices, zone, weekly_on, plain, regions, countries, states, version)
       VALUES ($1, '{}', 'Asia/Katmandu', 1, false, '{}', '{}', '{}', 1)`,
      [db.cast.amina.id],
    );
    kept(await dates().set(db.cast.chair, round, draft({ day: '2027-07-01' }), version));
    expect((await messageTo('amina', 0)).text).toContain('Thursday, 1 July 2027 at 17:15');
  });

  it('invites who comes later, and tells who leaves that it is off for them', async () => {
    kept(await dates().set(db.cast.chair, round, draft({ day: '2027-07-08' }), version));
    const { rows } = await db.pool.query<{ id: string }>('SELECT id FROM request WHERE is_open');
    const at = [rows[0]!.id, db.cast.dina.id];
    await db.pool.query(`UPDATE appointment SET state = 'released' WHERE request_id = $1 AND person_id = $2`, [
      at[0],
      db.cast.amina.id,
    ]);
    await db.pool.query(
      `INSERT INTO appointment (request_id, person_id, state, appointed_at) VALUES ($1, $2, 'appointed', now())`,
      at,
    );
    expect(await dates().invite()).toBe(2);
    expect(await dates().invite()).toBe(0);
    expect((await told()).slice(-2).sort()).toEqual([of('amina', 'CANCEL 1'), of('dina', 'REQUEST 0')].sort());
    // What is over is not taken back.
    db.clock.set('2027-08-01');
    await db.pool.query(`UPDATE appointment SET state = 'released' WHERE request_id = $1 AND person_id = $2`, at);
    expect(await dates().invite()).toBe(0);
    db.clock.set('2027-03-01');
    kept(await dates().set(db.cast.chair, round, null, version + 1));
  });

  it('does not invite a chair or desk officer to a round whose cases are closed to them, nor for a country alone', async () => {
    const { rows } = await db.pool.query<{ country: string }>(
      'SELECT countries[1] AS country FROM request WHERE is_open',
    );
    await db.pool.query(
      `INSERT INTO registered_conflict (id, person_id, country, kind, reason, valid_from, recorded_by, recorded_name, recorded_at)
       VALUES (gen_random_uuid(), $1, $2, 'other', 'Family there', '2027-01-01', $1, 'x', '2027-01-01')`,
      [db.cast.chair.id, rows[0]!.country],
    );
    await db.pool.query(
      `INSERT INTO assignment (id, person_id, role, regions, countries, valid_from)
       VALUES (gen_random_uuid(), $1, 'deskOfficer', '{}', '{KEN}', '2027-01-01')`,
      [db.cast.dina.id],
    );
    kept(await dates().set(db.cast.administrator, round, draft({ day: '2027-07-15' }), version));
    const people = (await told()).map((line) => line.split(' ')[0]);
    expect(people).toEqual(expect.arrayContaining([db.cast.desk.id, db.cast.amina.id]));
    expect(people).not.toContain(db.cast.chair.id);
    expect(people).not.toContain(db.cast.dina.id);
    await db.pool.query(`DELETE FROM registered_conflict`);
    await db.pool.query(`DELETE FROM assignment WHERE person_id = $1 AND role = 'deskOfficer'`, [db.cast.dina.id]);
    expect(await dates().invite()).toBe(1);
    expect((await told()).at(-1)).toBe(of('chair', 'REQUEST 0'));
  });

  it('is set by the chair or an administrator, on what they read', async () => {
    expect(await dates().set(db.cast.desk, round, draft(), version)).toMatchObject({ code: 'notYourRole' });
    expect(await dates().versions(db.cast.office, round)).toMatchObject({ code: 'notYourRole' });
    expect(await dates().set(db.cast.chair, '2027-9', draft(), 0)).toMatchObject({ code: 'notFound' });
    expect(await dates().set(db.cast.chair, round, draft({ time: '25:00' }), version)).toMatchObject({
      code: 'invalid',
    });
    expect(await dates().set(db.cast.chair, round, draft({ place: 'Elsewhere' }), version + 7)).toMatchObject({
      code: 'stale',
    });
    expect(await told()).toEqual([]);
  });
});

it('an invitation goes out as a calendar part of its mail', async () => {
  const mails: Email[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((mail) => (mails.push(mail), done()), done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const mailer = openMailer(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, SENDER.mailFrom);
  kept(await dates().set(db.cast.chair, round, draft({ day: '2027-09-09' }), version));
  await mailer.send(await messageTo('amina', 0));
  mailer.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(mails[0]!.attachments.map((a) => [a.mimeType, a.method])).toEqual(
    expect.arrayContaining([['text/calendar', 'REQUEST']]),
  );
});
