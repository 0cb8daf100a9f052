import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeliveryDesk, NoticeWishes } from '#casework';
import { isRefusal, USUAL_SETTINGS } from '#domain';
import type { CaseInDatabase } from '../support/cases.js';
import { report, useDoor } from '../support/inbound.js';
import { REDIS_INSTALLED, RedisServer } from '../support/redis.js';
import { until } from '../support/until.js';
import { PATIENCE_MS, useDelivery } from '../support/worker.js';

const BEFORE = new Date('2027-03-01T12:00:00Z');
/** Seven in the morning in Nairobi. */
const THE_HOUR = new Date('2027-03-02T04:00:00Z');

/** What must hold whichever backend the queue has. */
function neverDoubledNeverLost(redis: () => string | undefined): void {
  const delivery = useDelivery(redis);
  const door = useDoor(delivery);
  const { db } = delivery;
  const rows = async <T extends object>(text: string, ...values: unknown[]) =>
    (await db.pool.query<T>(text, values)).rows;
  const digest = async () =>
    (await rows<{ id: string; status: string }>(`SELECT id, status FROM mail WHERE apart = 'digest'`))[0];
  const isSent = async () => (await digest())?.status === 'sent';

  /** Cases whose notices wait for the digest of the desk officer. */
  async function held(cases: number): Promise<CaseInDatabase[]> {
    await db.pool.query(
      `DELETE FROM notice_entry; DELETE FROM mail; UPDATE outbox SET dispatched_at = created_at WHERE dispatched_at IS NULL`,
    );
    const wishes = new NoticeWishes(db.pool, db.reference);
    const { id } = db.cast.desk;
    const daily = {
      ...USUAL_SETTINGS,
      language: 'en',
      zone: 'Africa/Nairobi',
      choices: { duties: 'daily', requests: 'daily' },
    } as const;
    const kept = await wishes.keep(id, daily, (await wishes.of(id)).version);
    if (isRefusal(kept)) throw new Error(kept.message);
    const requests: CaseInDatabase[] = [];
    for (let n = 0; n < cases; n += 1) requests.push(await delivery.aCase((story) => story.submitted()));
    await delivery.moveTo(BEFORE);
    return requests;
  }
  const entries = async () => (await rows(`SELECT FROM notice_entry WHERE way = 'held'`)).length;
  const got = async () => {
    const desk = await delivery.addressOf('desk');
    return delivery.mailbox.for(desk).filter((m) => m.email.subject?.startsWith('Your notices'));
  };

  it('a worker that is killed while a digest is with the mail server loses none and doubles none', async () => {
    const requests = await held(3);
    const first = await delivery.startWorker();
    await until('the notices are held', async () => (await entries()) === 3, PATIENCE_MS);
    delivery.mailbox.delayMs = PATIENCE_MS;
    const { offered } = delivery.mailbox;
    await delivery.moveTo(THE_HOUR);
    await until('the digest is offered', () => delivery.mailbox.offered > offered, PATIENCE_MS);
    await first.kill();
    delivery.mailbox.delayMs = 0;
    const second = await delivery.startWorker();
    await until('the digest is sent', isSent, PATIENCE_MS);
    await second.stop();
    const all = await got();
    expect(all).toHaveLength(1);
    for (const { ref } of requests) expect(all[0]!.email.text).toContain(ref);
    expect(all[0]!.email.headers.find((h) => h.key === 'list-unsubscribe-post')?.value).toBe(
      'List-Unsubscribe=One-Click',
    );
    expect(await rows(`SELECT FROM mail WHERE notice = 'screeningNeeded' AND status = 'sent'`)).toHaveLength(3);
  });

  it('a worker that is killed before, at and after the hour of digests sends one', async () => {
    const requests = await held(2);
    let worker = await delivery.startWorker();
    await until('the notices are held', async () => (await entries()) === 2, PATIENCE_MS);
    await worker.kill();
    worker = await delivery.startWorker();
    await delivery.moveTo(THE_HOUR);
    await until('the digest is formed', async () => (await digest()) !== undefined, PATIENCE_MS);
    await worker.kill();
    worker = await delivery.startWorker();
    await until('the digest is sent', isSent, PATIENCE_MS);
    await worker.kill();
    worker = await delivery.startWorker();
    // What is told next to the same person goes by the same worker: all that was due before is through.
    await delivery.aCase((story) => story.submitted());
    await until('the next notice is held', async () => (await entries()) === 1, PATIENCE_MS);
    await worker.stop();
    const all = await got();
    // One that was taken in the moment of the end may come again under its one name.
    expect(new Set(all.map((m) => m.email.messageId)).size).toBe(1);
    for (const { ref } of requests) expect(all[0]!.email.text).toContain(ref);
  });

  it('one that comes back is shown to an administrator and on each case, and goes out again', async () => {
    const [request] = await held(1);
    const worker = await door.open();
    await until('the notice is held', async () => (await entries()) === 1, PATIENCE_MS);
    await delivery.moveTo(THE_HOUR);
    await until('the digest is sent', isSent, PATIENCE_MS);
    const [mail] = await got();
    expect(mail!.sender).toMatch(/^bounce\+/);
    expect(mail!.email.replyTo).toBeUndefined();
    const desk = await delivery.addressOf('desk');
    await door.send(report(mail!.sender, desk));
    await door.sorted();
    expect(await digest()).toMatchObject({ status: 'bounced' });
    const told = async () =>
      (await delivery.linesOf(request!)).filter((l) => l.notice === 'screeningNeeded').map((l) => l.status);
    expect(await told()).toEqual(['bounced']);
    const admin = db.cast.administrator;
    const delivered = new DeliveryDesk(db.pool, db.clock);
    const parked = await delivered.parked(admin);
    if (isRefusal(parked)) throw new Error(parked.message);
    expect(parked.items).toMatchObject([{ apart: 'digest', status: 'bounced', to: [desk.toLowerCase()] }]);
    await delivered.replay(admin, [parked.items[0]!.id]);
    await until('it is sent again', isSent, PATIENCE_MS);
    expect(await told()).toEqual(['sent']);
    expect(await got()).toHaveLength(2);
    await worker.stop();
  });
}

describe('digests with their queue in PostgreSQL', () => neverDoubledNeverLost(() => undefined));

(REDIS_INSTALLED ? describe : describe.skip)(
  'digests with their queue in Redis (needs an installed redis-server)',
  () => {
    let server: RedisServer | undefined;
    beforeAll(async () => {
      server = await RedisServer.start();
    });
    afterAll(() => server?.stop());
    neverDoubledNeverLost(() => server?.url);
  },
);
