import { describe, expect, it } from '@jest/globals';
import { readDeliveryStatus } from './delivery-report.js';
import { messageIdOf, readMail } from './read-mail.js';
import { spokenIn } from './spoken-in.js';

const mail = (...lines: string[]): Buffer => Buffer.from(lines.join('\r\n'));

/** A report as Postfix writes it. */
const POSTFIX = mail(
  'Received: by mx.example (Postfix) id 1; Mon, 1 Mar 2027 09:00:00 +0000',
  'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
  'To: bounce+x@reply.hra.example',
  'Subject: Undelivered Mail Returned to Sender',
  'Auto-Submitted: auto-replied',
  'Message-Id: <report-1@mx.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
  '',
  '--b',
  'Content-Type: text/plain; charset=us-ascii',
  '',
  'I am sorry to have to inform you that your message could not be delivered.',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example',
  '',
  'Final-Recipient: rfc822; Gone@agency.example',
  'Action: failed',
  'Status: 5.1.1',
  'Diagnostic-Code: smtp; 550 5.1.1 <gone@agency.example>: Recipient address',
  '    rejected: User unknown',
  '--b',
  'Content-Type: message/rfc822',
  '',
  'Subject: Endorsement asked for',
  '',
  'The mail that came back.',
  '--b--',
  '',
);

describe('a mail that came in', () => {
  it('is read as a report, without the mail that it brings back', async () => {
    const read = await readMail(POSTFIX);
    expect(read.reports).toEqual([
      {
        action: 'failed',
        status: '5.1.1',
        recipient: 'gone@agency.example',
        diagnostic: '550 5.1.1 <gone@agency.example>: Recipient address rejected: User unknown',
      },
    ]);
    expect(read).toMatchObject({ messageId: '<report-1@mx.example>', hops: 1, files: [] });
    expect(read.text).toContain('could not be delivered');
    expect(read.headers.get('auto-submitted')).toBe('auto-replied');
  });

  it('gives its words and files, in whatever way they are written', async () => {
    const read = await readMail(
      mail(
        'From: =?utf-8?B?TWFyw61h?= <Maria@RC.example>',
        'Subject: =?utf-8?Q?Re:_r=C3=A9ponse?=',
        'Content-Type: multipart/mixed; boundary="b"',
        '',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<style>p{}</style><p>Oui &amp; non</p><p>María</p>',
        '--b',
        'Content-Type: application/pdf; name="plan.pdf"',
        'Content-Disposition: attachment; filename="plan.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from('%PDF-1.4').toString('base64'),
        '--b--',
        '',
      ),
    );
    expect(read).toMatchObject({
      from: { name: 'María', address: 'maria@rc.example' },
      subject: 'Re: réponse',
      messageId: '',
      reports: [],
    });
    expect(read.text.replace(/\n+/g, '|')).toBe('Oui & non|María');
    expect(read.files.map((f) => [f.name, f.content.toString()])).toEqual([['plan.pdf', '%PDF-1.4']]);
  });

  it.each([
    [
      'signs by name and by number',
      '<p>&eacute;t&eacute; &#8212; &#x201C;a&ldquo; &euro;5&nbsp;&lt;6 &bogus; &#xD800;</p>',
      'été — “a“ €5 <6 &bogus; &#xD800;',
    ],
    ['lines that its program broke', '<div>One\r\n   sentence.</div><div>Another.</div>', 'One sentence.\nAnother.'],
    [
      'what it quotes',
      '<div>Yes.</div><blockquote>old<blockquote>older</blockquote></blockquote>',
      'Yes.\n\n> old\n> older',
    ],
  ])('of a page gives %s as plain text has them', async (_, html, text) => {
    const read = await readMail(mail('Content-Type: text/html; charset=utf-8', '', html));
    expect(read.text.replace(/\n{2,}/g, '\n\n')).toBe(text);
  });

  it('is text even when it is nothing but bytes', async () => {
    await expect(readMail(Buffer.from([0, 255, 10, 13, 66]))).resolves.toMatchObject({ from: { address: '' } });
    await expect(readMail(Buffer.alloc(0))).resolves.toMatchObject({ text: '', files: [] });
  });
});

describe('a mail that somebody made to do harm', () => {
  it.each([
    ['elements that never end', '<style '.repeat(200_000)],
    ['marks that never end', '<'.repeat(500_000)],
    ['spaces without an end', `<p>x${' '.repeat(500_000)}x`],
  ])('is read in no time: %s', async (_, html) => {
    const begun = performance.now();
    await readMail(mail('Content-Type: text/html', '', html));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it.each([
    [
      'parts within parts without end',
      Array.from({ length: 300 }, (__, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}`),
    ],
    ['a head without end', ['X-Long: ', 'a'.repeat(3_000_000), '', 'x']],
  ])('is shown as it came where it cannot be taken apart: %s', async (_, lines) => {
    const read = await readMail(mail(...lines));
    expect(read).toMatchObject({ from: { address: '' }, files: [], reports: [] });
    expect(read.text).toContain(lines[0]!.split('\r\n')[0]);
  });

  it('loses no words of a page that closes nothing', async () => {
    const read = await readMail(
      mail('Content-Type: text/html', '', '<head><title>T</title><body><p>Yes &lt;b&gt;<br>no</p>'),
    );
    expect(read.text).toBe('Yes <b>\nno');
  });
});

describe('a delivery status', () => {
  it('speaks of every recipient, and of nobody in what it cannot read', () => {
    const two = readDeliveryStatus(
      'Reporting-MTA: dns; a\n\nFinal-Recipient: rfc822;a@x\nAction: delayed\nStatus: 4.4.1 (no answer)\n\n\nFinal-Recipient: rfc822;b@x\nAction: FAILED\n',
    );
    expect(two.map((r) => [r.recipient, r.action, r.status])).toEqual([
      ['a@x', 'delayed', '4.4.1'],
      ['b@x', 'failed', ''],
    ]);
    expect(readDeliveryStatus('Action: eaten\n\nStatus: 5.0.0\n')).toEqual([]);
    expect(readDeliveryStatus('')).toEqual([]);
  });
});

describe('what was written this time', () => {
  it.each([
    [
      'Yes, we can.\n\nOn Mon, 1 Mar 2027 at 09:00, Human Rights Advisers <a@b.example> wrote:\n> Question\n> more',
      'Yes, we can.',
    ],
    ['Oui.\n\nLe lun. 1 mars 2027 à 09:00, Human Rights Advisers <a@b.example> a écrit :\n> Question', 'Oui.'],
    ['Sí.\n\nEl lun, 1 mar 2027 a las 9:00, Human Rights Advisers (<a@b.example>) escribió:\n> Pregunta', 'Sí.'],
    ['Agreed.\n\n-- \nJane Doe\nResident Coordinator', 'Agreed.'],
    [
      `${'Long. '.repeat(1_000)}\n\nOn Mon, 1 Mar 2027, A <a@b.example> wrote:\n${'> x\n'.repeat(9_000)}`,
      'Long. '.repeat(1_000).trim(),
    ],
    // Gmail in Arabic; Outlook in Arabic, Russian and Chinese.
    ['شكراً.\n\nفي الاثنين، 1 مارس كتب Human Rights Advisers ‏<a@b.example>:‏\n> Question', 'شكراً.'],
    [
      'شكراً.\n\n________________________________\nمن: A <a@b.example>\nتم الإرسال: الاثنين\nإلى: B\n\nQuestion',
      'شكراً.',
    ],
    ['Согласны.\n\nОт: A <a@b.example>\nОтправлено: 1 марта\nКому: B\n\nQuestion', 'Согласны.'],
    ['同意。\n\n发件人: A <a@b.example>\n发送时间: 2027年3月1日\n收件人: B\n\nQuestion', '同意。'],
    // Nobody is quoted: whoever is named is meant.
    ['Write to:\n\nJane <jane@rc.example>', 'Write to:\n\nJane <jane@rc.example>'],
    ['> only\n> quoted', '> only\n> quoted'],
    ['', ''],
  ])('%#', (text, spoken) => {
    expect(spokenIn(text)).toBe(spoken);
  });

  it('is found in no time in whatever somebody sends', () => {
    for (const text of ['> '.repeat(20_000), 'On '.repeat(15_000), '-'.repeat(49_000), 'a'.repeat(200_000)]) {
      const begun = performance.now();
      spokenIn(text);
      expect(performance.now() - begun).toBeLessThan(1_500);
    }
  });
});

it('the name of a mail is read from its head, folded or not, and is none where it has none', () => {
  expect(messageIdOf(mail('Subject: x', 'Message-ID:', ' <a@b>', '', 'Message-ID: <no@b>'))).toBe('<a@b>');
  expect(messageIdOf(mail('Subject: x', '', 'Message-ID: <no@b>'))).toBe('');
});
