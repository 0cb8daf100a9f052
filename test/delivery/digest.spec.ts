import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  DeliveryDesk,
  Digests,
  MailFeed,
  Mails,
  NoticeWishes,
  Outbox,
  UnsubscribeLinks,
  type NewWishes,
} from '#casework';
import { isRefusal, USUAL_SETTINGS } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { takenDigest } from '../support/apart.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { HandOver } from '../../apps/worker/src/hand-over.js';
import { MailSender } from '../../apps/worker/src/mail.js';
import { useDelivery } from '../support/worker.js';

const delivery = useDelivery();
const { db } = delivery;
const DIGESTS = `SELECT status FROM mail WHERE apart = 'digest'`;
const mails = () => new Mails(db.pool, db.clock, db.reference);
const feed = () => new MailFeed(db.pool, db.clock, 1_000);
const digests = () => new Digests(db.pool, db.clock, db.reference);
const wishes = () => new NoticeWishes(db.pool, db.reference);
/** In Nairobi it is three hours later than in UTC: digests go out at four o’clock. */
const DAILY: NewWishes = {
  ...USUAL_SETTINGS,
  language: 'en',
  zone: 'Africa/Nairobi',
  choices: { duties: 'daily', requests: 'daily' },
};

async function wishing(part: Part, change: Partial<NewWishes> = {}): Promise<void> {
  const { version } = await wishes().of(db.cast[part].id);
  const kept = await wishes().keep(db.cast[part].id, { ...DAILY, ...change }, version);
  if (isRefusal(kept)) throw new Error(JSON.stringify(kept));
}
async function dispatched(): Promise<void> {
  while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
}
/** A case whose notices are written, at the moment to which its story came. */
async function told(stage: Parameters<typeof aCaseAt>[1]): Promise<CaseInDatabase> {
  const request = await aCaseAt(db, stage);
  await dispatched();
  return request;
}
const rows = async <T extends object>(text: string, ...values: unknown[]) =>
  (await db.pool.query<T>(text, values)).rows;
const mailsTo = (request: CaseInDatabase, part: Part) =>
  rows<{ notice: string; status: string; subject: string | null }>(
    `SELECT m.notice, m.status, m.subject FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.person_id = $2 ORDER BY m.id`,
    request.ref,
    db.cast[part].id,
  );
const entriesOf = (request: CaseInDatabase, part: Part) =>
  rows<{ notice: string; way: string; how: string | null; at: Date | null }>(
    `SELECT e.notice, e.way, e.how, e.send_at AS at FROM notice_entry e JOIN request r ON r.id = e.case_id
     WHERE r.ref = $1 AND e.person_id = $2 ORDER BY e.id`,
    request.ref,
    db.cast[part].id,
  );
/** The digests that are due at a moment, taken to be sent. */
async function due(at: string) {
  db.clock.set(at);
  const { digests: formed } = await digests().release();
  const claimed = [];
  for (const id of formed) claimed.push(await takenDigest(db, id));
  return claimed;
}

beforeEach(async () => {
  await db.pool.query('DELETE FROM notice_entry; DELETE FROM notice_setting; DELETE FROM mail');
});

describe('a digest', () => {
  it('waits for its hour in the zone of its reader, is formed once, and stands on the case as sent', async () => {
    await wishing('desk');
    const request = await told((story) => story.submitted());
    expect(await mailsTo(request, 'desk')).toEqual([]);
    expect(await entriesOf(request, 'desk')).toEqual([
      { notice: 'screeningNeeded', way: 'held', how: 'daily', at: new Date('2027-03-02T04:00:00Z') },
    ]);
    db.clock.set('2027-03-02T03:59:59.000Z');
    expect(await digests().release()).toEqual({ mails: [], digests: [], more: false });
    const [digest] = await due('2027-03-02T04:00:00.000Z');
    expect(digest).toMatchObject({
      to: { address: await delivery.addressOf('desk') },
      cases: [{ ref: request.ref, items: [{ notice: 'screeningNeeded', dueOn: expect.any(String) }] }],
    });
    // Formed again it is not; until it is sent it can be taken again.
    expect(await digests().release()).toEqual({ mails: [], digests: [], more: false });
    expect(await takenDigest(db, digest!.id)).toEqual(digest);
    await mails().settle(digest!.id, { status: 'sent', problem: null }, 'Your notices');
    expect(await takenDigest(db, digest!.id)).toBeNull();
    expect(await rows('SELECT subject, status FROM mail WHERE id = $1', digest!.id)).toEqual([
      { subject: 'Your notices', status: 'sent' },
    ]);
    // The case does not say how much waits for its reader elsewhere.
    expect(await mailsTo(request, 'desk')).toEqual([{ notice: 'screeningNeeded', status: 'sent', subject: null }]);
  });

  it('leaves out what is done by then, and orders the rest by what is due', async () => {
    await wishing('desk');
    const later = await told((story) => story.accepted());
    const first = await told((story) => story.on('2027-03-01').submitted());
    const [digest] = await due('2027-03-02T04:00:00.000Z');
    expect(digest!.cases.map((c) => [c.ref, c.items.map((i) => i.notice)])).toEqual([
      [first.ref, ['screeningNeeded']],
      [later.ref, ['reviewersWanted']],
    ]);
    // What was done by then is in no mail, and stays in the list of what they were told.
    expect((await entriesOf(later, 'desk')).map((e) => [e.notice, e.way])).toEqual([
      ['screeningNeeded', 'off'],
      ['reviewersWanted', 'held'],
    ]);
  });

  it('that has nothing left to tell is not sent', async () => {
    await wishing('desk');
    const request = await told((story) => story.submitted());
    await request.send('desk', anEvent('RETURN', { facts: null }));
    expect(await due('2027-03-02T04:00:00.000Z')).toEqual([null]);
    expect(await rows(DIGESTS)).toEqual([]);
    expect(await mailsTo(request, 'desk')).toEqual([]);
  });

  it('tells nobody what they may not know any more', async () => {
    await wishing('desk', { choices: { requests: 'daily' } });
    const request = await told((story) => story.accepted().advised());
    const ended = (until: string | null) =>
      db.pool.query('UPDATE assignment SET valid_until = $2 WHERE person_id = $1', [db.cast.desk.id, until]);
    await ended('2027-03-01');
    expect(await due('2027-03-02T04:00:00.000Z')).toEqual([null]);
    await ended(null);
    expect(new Set((await entriesOf(request, 'desk')).filter((e) => e.how === 'daily').map((e) => e.way))).toEqual(
      new Set(['off']),
    );
  });
});

it('what is too much for one digest goes into the next, and is looked at there', async () => {
  await wishing('desk');
  const request = await told((story) => story.submitted());
  await db.pool.query(
    `WITH more AS (
       INSERT INTO outbox (case_id, revision, notice, created_at, dispatched_at)
       SELECT r.id, r.revision, 'adviceGiven', now(), now() FROM request r, generate_series(1, 204) WHERE r.ref = $1 RETURNING id, case_id
     )
     INSERT INTO notice_entry (outbox_id, case_id, person_id, notice, role, parties, way, how, send_at, created_at)
     SELECT m.id, m.case_id, $2, 'adviceGiven', 'deskOfficer', '{}', 'held', 'daily', '2027-03-02T04:00:00Z', now() FROM more m`,
    [request.ref, db.cast.desk.id],
  );
  const items = (claimed: Awaited<ReturnType<typeof due>>) =>
    claimed.map((one) => one!.cases.flatMap((c) => c.items.map((i) => i.notice)));
  expect(items(await due('2027-03-02T04:00:00.000Z'))).toEqual([['adviceGiven']]);
  // The oldest of all is still to be told.
  expect(items(await due('2027-03-02T04:00:01.000Z'))[0]).toEqual(
    expect.arrayContaining(['screeningNeeded', 'adviceGiven']),
  );
  expect(await due('2027-03-02T04:00:02.000Z')).toEqual([]);
});

describe('a digest is a mail like all others', () => {
  it('that waits its turn: never two mails to one person at a time', async () => {
    await wishing('desk', { choices: { requests: 'daily' } });
    const later = await told((story) => story.accepted().advised());
    await feed().weigh();
    const first = (await feed().next()).map((m) => m.id);
    db.clock.set('2027-03-02T04:00:00.000Z');
    const [digest] = (await digests().release()).digests;
    expect(await feed().next()).toEqual([]);
    const inFront = (await mailsTo(later, 'desk')).filter((m) => m.status === 'queued').length;
    expect(inFront).toBeGreaterThan(0);
    const order: string[] = [];
    for (let given = first; given.length; given = (await feed().next()).map((m) => m.id))
      for (const id of given) {
        order.push(id);
        await mails().settle(id, { status: 'sent', problem: null });
      }
    expect(order.at(-1)).toBe(digest);
  });

  it('even one that cannot be written is parked for an administrator, and sent again as one', async () => {
    await wishing('desk');
    const request = await told((story) => story.submitted());
    db.clock.set('2027-03-02T04:00:00.000Z');
    const [digest] = (await digests().release()).digests;
    const attempt = (number: number, lastAttempt: boolean) =>
      unwritable().send({ id: 'x', data: { mail: digest!, apart: true }, attempt: number, lastAttempt });
    await expect(attempt(1, false)).rejects.not.toThrow('It was sent');
    expect(await rows(DIGESTS)).toEqual([{ status: 'queued' }]);
    await attempt(3, false);
    expect(await rows(DIGESTS)).toEqual([{ status: 'failed' }]);
    expect(await mailsTo(request, 'desk')).toEqual([{ notice: 'screeningNeeded', status: 'failed', subject: null }]);
    const desk = new DeliveryDesk(db.pool, db.clock);
    const parked = await desk.parked(db.cast.administrator);
    if (isRefusal(parked)) throw new Error(parked.message);
    expect(parked.items).toMatchObject([
      { id: digest, apart: 'digest', status: 'failed', to: [(await delivery.addressOf('desk')).toLowerCase()] },
    ]);
    expect(await desk.replay(db.cast.administrator, [digest!])).toEqual({ mails: 1 });
    await feed().weigh();
    expect((await feed().next()).map((m) => m.id)).toContain(digest);
    expect(await takenDigest(db, digest!)).toMatchObject({ cases: [{ ref: request.ref }] });
    await mails().settle(digest!, { status: 'sent', problem: null });
    expect((await mailsTo(request, 'desk')).map((m) => m.status)).toEqual(['sent']);
  });

  it('in the middle of which five workers ended is given up', async () => {
    await wishing('desk');
    await told((story) => story.submitted());
    db.clock.set('2027-03-02T04:00:00.000Z');
    const [digest] = (await digests().release()).digests;
    for (let n = 0; n < 5; n += 1) expect(await takenDigest(db, digest!)).not.toBeNull();
    expect(await takenDigest(db, digest!)).toBeNull();
    expect(await rows(DIGESTS)).toEqual([{ status: 'failed' }]);
  });
});

/** A sender that cannot write a digest. */
function unwritable(): MailSender {
  const mailer = { send: () => Promise.reject(new Error('It was sent')) };
  const recipients = { handed: () => Promise.resolve() };
  const claim = async (id: string) => ({ ...(await takenDigest(db, id))!, cases: null as never });
  const quiet = () => undefined;
  return new MailSender({
    mails: mails(),
    apart: { claim },
    onUnreached: async () => undefined,
    handOver: new HandOver({ mailer, recipients, addresses: null, baseUrl: '' }),
    queue: { add: () => Promise.reject(new Error('It was added')) },
    onDone: quiet,
    sender: { baseUrl: 'https://hra.example', mailFrom: 'no-reply@hra.example', demo: false },
    log: { info: quiet, warn: quiet, error: quiet },
  });
}

describe('what people chose', () => {
  it('holds a mail to the end of their quiet hours, and sends it then if it is still true', async () => {
    await wishing('coordinator', { choices: {}, zone: 'UTC', quiet: { from: 8, until: 18 } });
    const request = await told((story) => story.submitted());
    expect(await mailsTo(request, 'coordinator')).toEqual([]);
    db.clock.set('2027-03-01T18:00:00.000Z');
    const { mails: released } = await digests().release();
    expect(released).toHaveLength(1);
    expect(await rows('SELECT priority, addresses FROM mail WHERE id = $1', released[0])).toEqual([
      { priority: 2, addresses: [(await delivery.addressOf('coordinator')).toLowerCase()] },
    ]);
    expect(await mails().claim(released[0]!)).toMatchObject({
      notice: 'requestReceived',
      unsubscribe: expect.any(String),
    });
    expect((await digests().release()).mails).toEqual([]);
  });

  it('keeps what is off from being mailed, never what is statutory, and follows with AND', async () => {
    await wishing('desk', { choices: { requests: 'off', duties: 'off' as never } }).then(
      () => Promise.reject(new Error('“off” was kept for what is statutory')),
      (error: Error) => expect(error.message).toContain('choices.duties'),
    );
    await wishing('desk', { choices: { requests: 'off' } });
    const request = await told((story) => story.accepted().advised());
    expect((await mailsTo(request, 'desk')).map((m) => m.notice)).toEqual(['screeningNeeded', 'reviewersWanted']);
    expect((await entriesOf(request, 'desk')).filter((e) => e.way === 'off').map((e) => e.notice)).toEqual([
      'adviceGiven',
      'adviceGiven',
    ]);
    const follows = { regions: ['esa'], countries: ['MWI'], states: [] };
    await wishing('desk', { choices: {}, follows });
    const other = await told((story) => story.accepted().advised());
    expect((await mailsTo(other, 'desk')).map((m) => m.notice)).toEqual(['screeningNeeded', 'reviewersWanted']);
  });

  it('is ended by a link for its one purpose, and only there where it may be', async () => {
    const links = new UnsubscribeLinks(db.pool);
    const { id } = db.cast.desk;
    expect(await links.make(id, 'duties')).toBeNull();
    const token = (await links.make(id, 'posts'))!;
    // Another process has the same key.
    expect(await new UnsubscribeLinks(db.pool).read(token)).toEqual({ personId: id, of: 'posts' });
    expect(await links.read(`${token.slice(0, -3)}AAA`)).toBeNull();
    await wishing('desk');
    for (const _ of [1, 2]) await wishes().unsubscribe((await links.read(token))!);
    expect((await wishes().of(id)).choices).toEqual({ duties: 'daily', requests: 'daily', posts: 'off' });
    await wishes().unsubscribe({ personId: id, of: 'digests' });
    expect((await wishes().of(id)).choices).toEqual({ duties: 'now', requests: 'off', posts: 'off' });
    expect((await wishes().of(id)).version).toBe(3);
  });

  it('is not undone by an older page', async () => {
    const { id } = db.cast.desk;
    await wishing('desk');
    expect(await wishes().keep(id, { ...DAILY, plain: true }, 0)).toMatchObject({ code: 'stale' });
    expect(await wishes().keep(id, DAILY, 0)).toEqual({ version: 1 });
    expect(await wishes().keep(id, { ...DAILY, plain: true }, 1)).toEqual({ version: 2 });
  });
});
