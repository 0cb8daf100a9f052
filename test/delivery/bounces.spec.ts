import { expect, it } from '@jest/globals';
import { anEvent } from '../../libs/domain/test/events.js';
import { DOMAIN, replyTo, report, useDoor } from '../support/inbound.js';
import { until } from '../support/until.js';
import { useDelivery } from '../support/worker.js';
import { InboundMails } from '#casework';

const delivery = useDelivery();
const door = useDoor(delivery);

describe('mails that come back', () => {
  it('says of each reader of a letter what became of it, and whom it did not reach', async () => {
    const worker = await door.open();
    const request = await delivery.aCase((story) => story.approved());
    await delivery.settled(request);
    const letters = delivery.about(request).filter((m) => m.email.attachments.length === 2);
    expect(letters.map((m) => m.recipients.length)).toEqual(letters.map(() => 1));
    expect(new Set(letters.map((m) => m.email.messageId)).size).toBe(1);
    expect(new Set(letters.map((m) => m.sender)).size).toBe(letters.length);
    const [team, coordinator] = await Promise.all([delivery.addressOf('team'), delivery.addressOf('coordinator')]);
    const of = (address: string) => letters.find((m) => m.recipients[0] === address)!;
    expect(await door.send(report(of(team).sender, team))).toBeNull();
    await door.sorted();
    const letterLine = async () => (await delivery.linesOf(request)).find((l) => l.notice === 'decisionLetter')!;
    const copyGone = await letterLine();
    expect(copyGone.status).toBe('sent');
    const states = (line: typeof copyGone) => line.recipients.map((r) => [r.copy, r.state]);
    expect(states(copyGone)).toContainEqual([true, 'bounced']);
    expect(states(copyGone)).toContainEqual([false, 'sent']);
    await door.send(report(of(coordinator).sender, coordinator, '4.4.7'));
    await door.sorted();
    const gone = await letterLine();
    expect(gone.status).toBe('bounced');
    expect(gone.problem).toContain('Came back after it was tried for some time: 550 5.1.1 User unknown');
    expect(await door.lines('bounce')).toHaveLength(2);
    await worker.stop();
  });

  it('records on the case that somebody who was asked is not reached, once, also after a crash', async () => {
    const worker = await door.open();
    const request = await delivery.aCase((story) =>
      story.accepted().send('desk', anEvent('CONSULT', { facts: story.facts })),
    );
    await delivery.settled(request);
    const asked = (await door.factsOf(request)).consultation.find((c) => c.named)!;
    const mail = delivery.mailbox.for(asked.named!.email).at(-1)!;
    await worker.kill();
    // The door is shut: its sender keeps the mail.
    expect(await door.send(report(mail.sender, asked.named!.email))).toBe(0);
    // A worker had taken it, and died before anything came of it.
    const kept = new InboundMails(delivery.db.pool, delivery.db.clock);
    const next = await door.open();
    await door.send({ ...report(mail.sender, asked.named!.email), id: '<report@mx>' });
    await door.sorted();
    await until('it is on the case', async () =>
      Boolean((await door.factsOf(request)).consultation.find((c) => c.key === asked.key)?.unreached),
    );
    await door.send({ ...report(mail.sender, asked.named!.email), id: '<report@mx>' });
    await door.send(report(mail.sender, asked.named!.email));
    await door.sorted();
    const { rows } = await delivery.db.pool.query(
      `SELECT FROM audit_event e JOIN request r ON r.id = e.case_id WHERE r.ref = $1 AND e.event = 'RECORD_UNREACHED'`,
      [request.ref],
    );
    expect(rows).toHaveLength(1);
    expect(await kept.take()).toBeNull();
    await next.stop();
  });

  it('does not take an absence, a delay or a forged report for a mail that came back', async () => {
    const worker = await door.open();
    const request = await delivery.aCase((story) => story.submitted());
    await delivery.settled(request);
    const desk = await delivery.addressOf('desk');
    const mail = delivery.mailbox.for(desk)[0]!;
    await door.send({
      to: mail.sender,
      from: desk,
      envelope: '',
      subject: 'Out of office',
      headers: ['Auto-Submitted: auto-replied'],
    });
    await door.send(report(mail.sender, desk, '4.4.1', 'delayed'));
    await door.send(report(`bounce+${'a'.repeat(42)}@${DOMAIN}`, desk));
    await door.send(report(replyTo(mail), desk));
    await door.sorted();
    expect((await delivery.linesOf(request)).map((l) => l.status)).toEqual(['sent', 'sent', 'sent']);
    const by = async (state: 'tray' | 'automatic' | 'bounce') =>
      (await door.lines(state)).filter((l) => l.receivedAt).length;
    expect([await by('automatic'), await by('tray')]).toEqual([1, 2]);
    await worker.stop();
  });
});
