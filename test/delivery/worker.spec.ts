import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Outbox } from '#casework';
import { textOfPdf } from '../../libs/casework/test/pdf-text.js';
import { REDIS_INSTALLED, RedisServer } from '../support/redis.js';
import { until } from '../support/until.js';
import { PATIENCE_MS, useDelivery } from '../support/worker.js';

const sent = (n: number) => Array(n).fill(['sent', null]);

/** What must hold whichever backend the queue has. */
function nothingLostNothingTwice(redis: () => string | undefined): void {
  const delivery = useDelivery(redis);

  it('sends each mail once, to those whom it concerns, in words without the case', async () => {
    const worker = await delivery.startWorker();
    const request = await delivery.aCase((story) => story.submitted());
    const lines = await delivery.settled(request);
    const [coordinator, office, desk] = await Promise.all(
      (['coordinator', 'office', 'desk'] as const).map((part) => delivery.addressOf(part)),
    );
    expect(
      delivery
        .about(request)
        .map((m) => `${m.recipients.join()} ${m.email.subject}`)
        .sort(),
    ).toEqual(
      [
        `${coordinator} Request received: United Republic of Tanzania (${request.ref})`,
        `${office} Request received: United Republic of Tanzania (${request.ref})`,
        `${desk} Completeness check needed: United Republic of Tanzania (${request.ref}), by 8 March 2027`,
      ].sort(),
    );
    expect(lines.map((line) => [line.status, line.problem])).toEqual(sent(3));
    const { email } = delivery.mailbox.for(desk!)[0]!;
    expect(email.from?.address).toBe('no-reply@hra.example');
    for (const part of [email.html, email.text])
      expect(part).toContain(`https://hra.example/requests/${request.ref}/screening`);
    expect([await worker.stop(), worker.output()]).toEqual(['code 0', '']);
  });

  it('sends nothing twice when two workers run', async () => {
    const workers = await Promise.all([delivery.startWorker(), delivery.startWorker()]);
    const requests = [
      await delivery.aCase((story) => story.accepted()),
      await delivery.aCase((story) => story.declared()),
      await delivery.aCase((story) => story.approved()),
    ];
    const lines = (await Promise.all(requests.map((request) => delivery.settled(request)))).flat();
    const names = delivery.mailbox.mails.map((m) => m.email.messageId);
    expect(names).toHaveLength(lines.filter((line) => line.status === 'sent').length);
    expect(new Set(names).size).toBe(names.length);
    await Promise.all(workers.map((worker) => worker.stop()));
  });

  it('loses nothing when it is killed in the middle of sending', async () => {
    const worker = await delivery.startWorker();
    delivery.mailbox.delayMs = PATIENCE_MS;
    const request = await delivery.aCase((story) => story.submitted());
    await until('three mails are offered', () => delivery.mailbox.offered === 3);
    const before = await delivery.linesOf(request);
    expect(before.map((line) => line.status)).toEqual(['sending', 'sending', 'sending']);
    await worker.kill();
    delivery.mailbox.clear();
    const next = await delivery.startWorker();
    const lines = await delivery.settled(request);
    expect(lines.map((line) => [line.id, line.status])).toEqual(before.map((line) => [line.id, 'sent']));
    const names = delivery.about(request).map((m) => m.email.messageId);
    expect(names.sort()).toEqual(before.map((line) => `<${line.id}@hra.example>`).sort());
    await next.stop();
  });

  it('goes on when the database has closed all its connections', async () => {
    const worker = await delivery.startWorker();
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND application_name IN ('hra worker', 'queue')`;
    const request = await delivery.aCase((story) => story.submitted());
    // Whenever it is connected again, while it still has something to send.
    let cuts = 0;
    await until('the worker is cut off five times, or is done', async () => {
      if ((await delivery.db.pool.query(cut)).rowCount) cuts += 1;
      const lines = await delivery.linesOf(request);
      return cuts === 5 || (lines.length === 3 && lines.every((line) => line.status === 'sent'));
    });
    expect(cuts).toBeGreaterThan(0);
    const lines = await delivery.settled(request);
    expect(lines.map((line) => line.status)).toEqual(['sent', 'sent', 'sent']);
    expect(await worker.stop()).toBe('code 0');
  });

  it('finds the mails whose jobs were lost, or never made', async () => {
    const request = await delivery.aCase((story) => story.submitted());
    const { mails } = await new Outbox(delivery.db.pool, delivery.db.clock, delivery.db.reference).dispatch();
    expect(mails).toHaveLength(3);
    const worker = await delivery.startWorker();
    expect((await delivery.settled(request)).map((line) => [line.status, line.problem])).toEqual(sent(3));
    expect(delivery.about(request)).toHaveLength(3);
    await worker.stop();
  });

  it('tries again what was put off or cut off; what may have arrived keeps its name', async () => {
    const worker = await delivery.startWorker();
    delivery.mailbox.next('put off', 'cut before', 'cut after');
    const request = await delivery.aCase((story) => story.submitted());
    const lines = await delivery.settled(request);
    expect(lines.map((line) => [line.status, line.problem, line.attempts])).toEqual(Array(3).fill(['sent', null, 2]));
    const names = delivery.about(request).map((m) => m.email.messageId);
    expect([names.length, new Set(names).size]).toEqual([4, 3]);
    await worker.stop();
  });
}

describe('the worker with its queue in PostgreSQL', () => nothingLostNothingTwice(() => undefined));

(REDIS_INSTALLED ? describe : describe.skip)(
  'the worker with its queue in Redis (needs an installed redis-server)',
  () => {
    let server: RedisServer | undefined;
    beforeAll(async () => {
      server = await RedisServer.start();
    });
    afterAll(() => server?.stop());
    nothingLostNothingTwice(() => server?.url);
  },
);

describe('what becomes of a mail', () => {
  const delivery = useDelivery();

  it('is recorded in the words of the server when its address is refused, and not tried again', async () => {
    const worker = await delivery.startWorker();
    const desk = await delivery.addressOf('desk');
    delivery.mailbox.refuse(desk);
    const request = await delivery.aCase((story) => story.submitted());
    const lines = await delivery.settled(request);
    expect(lines.filter((line) => line.status !== 'sent')).toEqual([
      expect.objectContaining({
        status: 'refused',
        attempts: 1,
        to: [delivery.db.cast.desk.name],
        problem: expect.stringContaining(`There is no mailbox ${desk}`),
      }),
    ]);
    await worker.stop();
  });

  it('brings the decision letter to the coordinator, with copies and the letter as PDF', async () => {
    const worker = await delivery.startWorker();
    const condition = 'The country team names a successor by 30 June 2029.';
    const request = await delivery.aCase((story) =>
      story
        .withPanel()
        .send('chair', {
          type: 'RECOMMEND',
          outcome: 'approve with conditions',
          modality: 'inCountry',
          conditions: [condition],
          reasons: 'Ownership is shown.',
        })
        .approved(),
    );
    await delivery.settled(request);
    const [letter, ...others] = delivery.about(request).filter((m) => m.email.attachments.length > 0);
    expect(others).toEqual([]);
    const to = await delivery.addressOf('coordinator');
    const copies = [await delivery.addressOf('team'), await delivery.addressOf('desk')];
    expect(letter!.email.to?.map((a) => a.address)).toEqual([to]);
    expect(letter!.email.cc?.map((a) => a.address).sort()).toEqual(copies.sort());
    expect(letter!.recipients.sort()).toEqual([to, ...copies].sort());
    expect(`${letter!.email.html}${letter!.email.text}`).not.toContain(condition);
    const pdf = letter!.email.attachments[0]!;
    expect(pdf.mimeType).toBe('application/pdf');
    expect(pdf.filename).toMatch(new RegExp(`^${request.ref}-letter-.*\\.pdf$`));
    const text = textOfPdf(new Uint8Array(pdf.content as ArrayBuffer));
    expect(text).toContain(condition);
    expect(text).toContain(request.ref);
    await worker.stop();
  });
});

describe('time', () => {
  const delivery = useDelivery();
  const comes = (address: string, subject: RegExp) =>
    delivery.mailbox.until((m) => m.recipients.includes(address) && subject.test(m.email.subject ?? ''), PATIENCE_MS);
  const subjects = (address: string, ref: string) =>
    delivery.mailbox.for(address).filter((m) => m.email.subject?.includes(ref));

  it('reminds, is due, is overdue and goes one level up as it is moved, each once', async () => {
    const worker = await delivery.startWorker();
    const { ref } = await delivery.aCase((story) => story.submitted());
    const [desk, chair] = [await delivery.addressOf('desk'), await delivery.addressOf('chair')];
    await comes(desk, /^Completeness check needed: .* by 8 March 2027$/);
    for (const [day, reader, subject] of [
      ['2027-03-04', desk, /^Reminder: completeness check needed, .* by 8 March 2027$/],
      ['2027-03-08', desk, /^Completeness check needed: .* last day 8 March 2027$/],
      ['2027-03-09', desk, /^Completeness check needed: .* overdue since 8 March 2027$/],
      ['2027-03-11', chair, /^Overdue since 8 March 2027: the completeness check, /],
    ] as const) {
      await delivery.moveTo(new Date(`${day}T09:00:00Z`));
      await comes(reader, subject);
    }
    // Whatever more there were for it would come with what comes for another of the same age.
    const other = await delivery.aCase((story) => story.submitted());
    await delivery.moveTo(new Date('2027-06-01T09:00:00Z'));
    await comes(chair, new RegExp(`^Overdue since .*${other.ref}`));
    await delivery.settled(other);
    expect([subjects(desk, ref).length, subjects(chair, ref).length]).toEqual([4, 1]);
    await worker.stop();
  });

  it('records silence when the time for advice is over, and tells it', async () => {
    const worker = await delivery.startWorker();
    const request = await delivery.aCase((story) => story.accepted());
    await delivery.db.pool.query(`UPDATE deadline SET next_at = NULL WHERE clock_group <> 'consultation'`);
    await delivery.settled(request);
    await delivery.moveTo(new Date('2027-03-23T09:00:00Z'));
    await comes(await delivery.addressOf('team'), /^Recorded: no advice from you: /);
    expect((await request.facts()).consultation.every((c) => c.state === 'silent')).toBe(true);
    expect((await request.entries()).at(-1)).toMatchObject({ event: 'RECORD_SILENCE', actor: { name: 'The system' } });
    await worker.stop();
  });

  it('lets a draft expire that nobody touched', async () => {
    const worker = await delivery.startWorker();
    const request = await delivery.aCase((story) => story);
    const office = await delivery.addressOf('office');
    await delivery.moveTo(new Date('2027-03-31T09:00:00Z'));
    await comes(office, /^Reminder: your draft is not submitted, .* by 28 August 2027$/);
    await delivery.moveTo(new Date('2027-08-29T09:00:00Z'));
    await comes(office, /^Draft expired: /);
    expect((await request.facts()).state).toBe('abandoned');
    await worker.stop();
  });
});
