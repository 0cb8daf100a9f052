import { describe, expect, it } from '@jest/globals';
import { composeApart } from '../../apps/worker/src/templates/apart.js';
import { apartMail } from '../support/apart.js';
import { replyTo, useDoor, type Sent } from '../support/inbound.js';
import type { ReceivedMail } from '../support/mailbox.js';
import { until } from '../support/until.js';
import { useDelivery } from '../support/worker.js';

const delivery = useDelivery();
const door = useDoor(delivery);

const part = (head: string[], content: string): string => ['--b', ...head, '', content].join('\r\n');
const file = (name: string, type: string, content: string, more: string[] = []): string =>
  part(
    [`Content-Type: ${type}; name="${name}"`, 'Content-Transfer-Encoding: base64', ...more],
    Buffer.from(content, 'latin1').toString('base64'),
  );
const attached = (name: string) => [`Content-Disposition: attachment; filename="${name}"`];
const EXE = file('run.exe', 'application/octet-stream', 'MZ\u0000\u0001 program', attached('run.exe'));
const LOGO = file('logo.gif', 'image/gif', 'GIF89a\u0001\u0000\u0001\u0000', [
  'Content-Disposition: inline; filename="logo.gif"',
  'Content-ID: <logo@un.example>',
]);
/** A mail with words and files, as a mail program writes it. */
const withFiles = (mail: Omit<Sent, 'text' | 'headers'>, files: string[], more: string[] = []): Sent => ({
  ...mail,
  headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"', ...more],
  text: [part(['Content-Type: text/plain'], 'The secret plan of Tanzania.'), ...files, '--b--'].join('\r\n'),
});

/** What was written back, by its beginning; the others tell that a message is there. */
const back = (address: string): ReceivedMail[] =>
  delivery.mailbox.for(address).filter((m) => /^(Not kept|Your mail has found no place)/.test(m.email.subject ?? ''));
const headerOf = (mail: ReceivedMail, name: string) => mail.email.headers.find((h) => h.key === name)?.value;
/** Waits for what is on its way to anybody. */
const quiet = () =>
  until('no mail is under way', async () => {
    const under = `SELECT FROM mail WHERE status IN ('queued', 'sending') UNION ALL SELECT FROM outbox WHERE dispatched_at IS NULL`;
    return (await delivery.db.pool.query(under)).rowCount === 0;
  });

describe('whoever mailed a reply', () => {
  it('hears once which files were not kept and what would help, and the answer to that comes to the case', async () => {
    const worker = await door.open();
    const request = await delivery.aCase((story) => story.submitted());
    await delivery.settled(request);
    const office = await delivery.addressOf('office');
    const to = replyTo(delivery.mailbox.for(office)[0]!);
    const reply = withFiles({ to, from: office, id: '<with-exe@un.example>' }, [LOGO, EXE]);
    expect([await door.send(reply), await door.send(reply)]).toEqual([null, null]);
    await until('it is written back', async () => back(office).length > 0);
    await quiet();
    const [mail, ...more] = back(office);
    expect(more).toEqual([]);
    expect(mail!.email.subject).toBe(`Not kept: a file of your mail about ${request.ref}`);
    expect(mail!.email.text).toContain('“run.exe”: it is of a kind that is not taken. Save it as PDF,');
    expect(mail!.source).not.toMatch(/secret|Tanzania|logo\.gif/);
    expect(['auto-submitted', 'in-reply-to', 'x-auto-response-suppress'].map((h) => headerOf(mail!, h))).toEqual([
      'auto-replied',
      '<with-exe@un.example>',
      'All',
    ]);
    expect(replyTo(mail!)).toBe(to);
    // The picture in a text and a signature are nobody’s attachments.
    await door.send(withFiles({ to, from: office }, [LOGO]));
    // A program is never answered, whatever it brings.
    await door.send(withFiles({ to, from: office }, [EXE], ['Auto-Submitted: auto-replied']));
    await door.send(withFiles({ to, from: office, envelope: '' }, [EXE]));
    await door.sorted();
    await quiet();
    expect(back(office)).toHaveLength(1);
    // Two programs that go on answering each other end soon.
    for (let n = 0; n < 8; n += 1) await door.send(withFiles({ to, from: office }, [EXE]));
    await door.sorted();
    await quiet();
    expect(back(office)).toHaveLength(4);
    await worker.stop();
  });

  it('hears once a day that it waits, where the address is that of an account; a stranger hears nothing', async () => {
    const worker = await door.open();
    const request = await delivery.aCase((story) => story.submitted());
    await delivery.settled(request);
    const [desk, amina] = [await delivery.addressOf('desk'), await delivery.addressOf('amina')];
    const to = replyTo(delivery.mailbox.for(desk).at(-1)!);
    const before = delivery.mailbox.mails.length;
    await door.send({ to, from: 'stranger@elsewhere.example', text: 'Who are you?' });
    await door.send({ to, from: amina, text: 'The secret plan.' });
    await door.send({ to, from: amina, text: 'Once more.' });
    await door.sorted();
    await until('it is written back', async () => back(amina).length > 0);
    await quiet();
    expect(delivery.mailbox.mails.length - before).toBe(1);
    const [mail] = back(amina);
    expect(mail!.email.text).toContain('Answer from the address that got the message');
    expect(mail!.source).not.toContain(request.ref);
    expect(mail!.source).not.toMatch(/secret|elsewhere/);
    expect(mail!.source).not.toContain(desk);
    expect(mail!.email.replyTo).toBeUndefined();
    await worker.stop();
  });

  it('by a link, without an account, is written to at the address that was asked, in its language, and sent to no page that is closed', async () => {
    const about = {
      files: [{ name: 'plan.zip', why: 'wrongType' }],
      mostBytes: 5_242_880,
      ref: 'HRA-2027-001',
      post: false,
      name: 'Ana Head of Agency',
      account: false,
      reader: '01a20af5-7526-7d6e-928c-c402874c0047',
      answers: '',
    };
    const { rows } = await delivery.db.pool.query<{ id: string }>(
      `INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, language, status, created_at)
       VALUES ('filesNotKept', 'guest', $1, 'guest', gen_random_uuid(), '{ana@agency.example}', '{ana@agency.example}', 'fr', 'queued', now()) RETURNING id`,
      [JSON.stringify(about)],
    );
    const mail = await apartMail(delivery.db, rows[0]!.id);
    const sender = { baseUrl: 'https://hra.example', mailFrom: 'no-reply@hra.example', demo: false };
    const message = composeApart(mail, sender);
    expect(message.to).toEqual({ name: 'Ana Head of Agency', address: 'ana@agency.example' });
    expect(message.text).toContain('« plan.zip » : ce type de fichier n’est pas accepté.');
    expect(message.text).toContain('https://hra.example/help');
    expect(message.text).not.toContain('/requests/');
    expect(message.replyTo).toBeUndefined();
    await delivery.db.pool.query('DELETE FROM mail WHERE id = $1', [rows[0]!.id]);
  });
});
