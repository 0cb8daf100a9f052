import { describe, expect, it } from '@jest/globals';
import { AnsweredMails, CaseMessages, InboundMails, MailLog, MailRecipients } from '#casework';
import type { RequestFacts } from '#domain';
import { ReturnAddresses } from '#platform';
import type { CaseInDatabase } from '../support/cases.js';
import { DOMAIN, replyTo, useDoor, type Sent } from '../support/inbound.js';
import { until } from '../support/until.js';
import { useDelivery } from '../support/worker.js';

const delivery = useDelivery();
const door = useDoor(delivery);
async function messages(request: CaseInDatabase, part: 'desk' | 'office' | 'team' | 'amina') {
  return (await new CaseMessages(delivery.db.pool).of(await door.factsOf(request), delivery.db.cast[part])).items;
}

describe('replies', () => {
  it('come to the case once, for those to whom they are, without what they quote, and tell who waits', async () => {
    const worker = await door.open();
    const request = await delivery.aCase((story) => story.submitted());
    await delivery.settled(request);
    const office = await delivery.addressOf('office');
    const mail = delivery.mailbox.for(office)[0]!;
    expect(mail.email.text).toContain('read by your office and by OHCHR');
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF').toString('base64');
    const reply: Sent = {
      to: replyTo(mail),
      from: `Office <${office}>`,
      envelope: office,
      id: '<once@un.example>',
      headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"'],
      text: [
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'We will add the letter.',
        '',
        'On Mon, 1 Mar 2027 at 09:00, Human Rights Advisers <no-reply@hra.example> wrote:',
        '> Request received',
        '--b',
        'Content-Type: application/pdf; name="letter.pdf"',
        'Content-Disposition: attachment; filename="letter.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        pdf,
        '--b',
        'Content-Type: application/octet-stream',
        'Content-Disposition: attachment; filename="run.exe"',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('MZ\u0000\u0001 program').toString('base64'),
        '--b--',
      ].join('\r\n'),
    };
    expect([await door.send(reply), await door.send(reply)]).toEqual([null, null]);
    await door.sorted();
    const [message, ...more] = await messages(request, 'desk');
    expect(more).toEqual([]);
    expect(message).toMatchObject({ text: 'We will add the letter.', role: 'rcOffice', notice: 'requestReceived' });
    expect(message!.whole).toContain('> Request received');
    expect(message!.files).toMatchObject([{ name: 'letter.pdf', type: 'application/pdf' }, { name: 'run.exe' }]);
    expect('refused' in message!.files[1]!).toBe(true);
    expect(await messages(request, 'office')).toHaveLength(1);
    expect(await messages(request, 'team')).toEqual([]);
    expect(await messages(request, 'amina')).toEqual([]);
    await until('the desk officer is told', async () =>
      (await delivery.linesOf(request)).some((l) => l.notice === 'replyForOhchr' && l.status === 'sent'),
    );
    // It may have been a reviewer who wrote: the country’s side is not shown that somebody did.
    const shown = await new MailLog(delivery.db.pool).of(request.ref, new Set(['case', 'risk']), true);
    expect(shown.map((line) => line.notice)).not.toContain('replyForOhchr');
    expect(shown.map((line) => line.notice)).toContain('requestReceived');
    await worker.stop();
  });

  it('of somebody else, or of whoever may not open the case any more, wait in the tray', async () => {
    const worker = await door.open();
    const request = await delivery.aCase((story) => story.submitted());
    await delivery.settled(request);
    const desk = await delivery.addressOf('desk');
    const to = replyTo(delivery.mailbox.for(desk).at(-1)!);
    const before = (await door.lines('tray')).length;
    await door.send({ to, from: 'stranger@elsewhere.example' });
    await door.send({ to: `reply@${DOMAIN}`, from: desk });
    expect(await door.send({ to: 'x@elsewhere.example', from: desk })).toBe(550);
    await delivery.db.pool.query(`UPDATE assignment SET valid_until = '2020-01-01' WHERE person_id = $1`, [
      delivery.db.cast.desk.id,
    ]);
    await door.send({ to, from: desk, text: 'Once more.' });
    await door.sorted();
    await delivery.db.pool.query('UPDATE assignment SET valid_until = NULL WHERE person_id = $1', [
      delivery.db.cast.desk.id,
    ]);
    const waiting = (await door.lines('tray')).slice(0, -before || undefined);
    expect(waiting.map((l) => l.reason)).toEqual([
      'Whoever wrote it may not open the case any more.',
      'Its address belongs to no mail that was sent from here.',
      `It answers a mail to ${desk}, and comes from stranger@elsewhere.example.`,
    ]);
    expect(await messages(request, 'desk')).toEqual([]);
    await worker.stop();
  });

  it('are kept before they are taken: a worker that dies in the middle loses none and doubles none', async () => {
    const first = await door.open();
    const request = await delivery.aCase((story) => story.submitted());
    await delivery.settled(request);
    const office = await delivery.addressOf('office');
    const mail = delivery.mailbox.for(office).at(-1)!;
    await first.kill();
    const { pool, clock } = delivery.db;
    const inbound = new InboundMails(pool, clock);
    const source = Buffer.from(`From: ${office}\r\nSubject: Re: x\r\n\r\nKept.\r\n`);
    const incoming = { source, sender: office, recipients: [replyTo(mail)] };
    expect([await inbound.keep(incoming, ''), await inbound.keep(incoming, '')]).toEqual([1, 0]);
    // A worker takes it and dies; then another puts it to the case and dies before it says so to anybody.
    const taken = await inbound.take();
    expect(await inbound.take()).toBeNull();
    await pool.query(`UPDATE inbound_mail SET taken_at = now() - interval '2 minutes' WHERE id = $1`, [taken!.id]);
    const next = await door.open();
    await door.sorted();
    expect((await messages(request, 'desk')).map((m) => m.text)).toEqual(['Kept.']);
    expect(await inbound.post(taken!.id, 'received', A_MESSAGE(await door.factsOf(request)))).toBe(false);
    expect(await messages(request, 'desk')).toHaveLength(1);
    await next.stop();
  });

  it('of a case that got many are read to the first, a page after the other, and those of a draft by its office alone', async () => {
    const request = await delivery.aCase((story) => story.submitted());
    const facts = await door.factsOf(request);
    const { pool, cast } = delivery.db;
    await pool.query(
      `WITH kept AS (
         INSERT INTO inbound_mail (message_key, recipient, sender, source, received_at, state)
         SELECT 'many ' || n, 'x', '', '', now(), 'posted' FROM generate_series(1, 121) AS n RETURNING id, substr(message_key, 6)::integer AS n
       )
       INSERT INTO case_message (id, case_id, audience, text, whole, subject, person_name, files, at)
       SELECT id, $1, CASE WHEN n > 120 THEN 'office' ELSE 'ohchr' END, n::text, '', '', 'x', '[]', '2027-03-01T09:00:00Z'::timestamptz + make_interval(mins => n / 2)
       FROM kept`,
      [facts.id],
    );
    const all = new CaseMessages(pool);
    const pages = [await all.of(facts, cast.desk)];
    for (let next = pages[0]!.next; next; next = pages.at(-1)!.next) pages.push(await all.of(facts, cast.desk, next));
    expect(pages.map(({ items }) => items.length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flatMap(({ items }) => items.map((m) => m.text))).size).toBe(120);
    expect((await all.of(facts, cast.office)).items.map((m) => m.text)).toEqual(['121']);
    await pool.query('DELETE FROM case_message WHERE case_id = $1', [facts.id]);
    await pool.query(
      `INSERT INTO outbox (case_id, revision, notice, created_at) VALUES ($1, 1, 'replyForOffice', now()) RETURNING id`,
      [facts.id],
    );
    const worker = await door.open();
    await delivery.settled(request);
    await worker.stop();
    const told = async (ofOffice: boolean): Promise<string[]> =>
      (await new MailLog(pool).of(request.ref, new Set(['case', 'risk', 'assessment']), ofOffice)).map((l) => l.notice);
    expect(await told(true)).toContain('replyForOffice');
    expect(await told(false)).not.toContain('replyForOffice');
  });

  it('that have one name and say different things are two', async () => {
    const inbound = new InboundMails(delivery.db.pool, delivery.db.clock);
    const mail = (hop: string, said: string) => ({
      source: Buffer.from(`Received: ${hop}\r\nMessage-ID: <same@x>\r\n\r\n${said}\r\n`),
      sender: '',
      recipients: [`reply@${DOMAIN}`],
    });
    const kept: number[] = [];
    for (const one of [mail('a', 'First.'), mail('b', 'First.'), mail('a', 'Second.')])
      kept.push(await inbound.keep(one, '<same@x>'));
    expect(kept).toEqual([1, 0, 1]);
    await delivery.db.pool.query(`DELETE FROM inbound_mail WHERE message_key LIKE '<same@x> %'`);
  });

  it('that end each of its readers are shown to somebody instead', async () => {
    const { pool, clock } = delivery.db;
    const inbound = new InboundMails(pool, clock);
    await inbound.keep(
      { source: Buffer.from('Subject: poison\r\n\r\nx'), sender: '', recipients: [`reply@${DOMAIN}`] },
      '<p@x>',
    );
    await pool.query(`UPDATE inbound_mail SET attempts = 5 WHERE message_key LIKE '<p@x> %'`);
    const worker = await door.open();
    await door.sorted();
    const [line] = await door.lines('tray');
    expect(line!.reason).toContain('could not be read');
    await worker.stop();
  });
});

const A_MESSAGE = ({ id: caseId }: RequestFacts) => ({
  from: { name: '', address: '' },
  subject: '',
  text: '',
  spoken: '',
  caseId,
  audience: 'ohchr' as const,
  by: { id: null, name: 'x', role: null },
  notice: null,
  files: [],
  tells: null,
});

it('an address of another system is nobody’s here', async () => {
  const { pool, people, clock } = delivery.db;
  const key = await new MailRecipients(pool, clock).key();
  const read = new ReturnAddresses(key, DOMAIN).read(
    new ReturnAddresses(key, DOMAIN).replyTo('01989898-0000-7000-8000-000000000001'),
  );
  expect(await new AnsweredMails(pool, people).find(read!.id)).toBeNull();
});
