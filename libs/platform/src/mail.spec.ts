import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { AddressRefused, MessageRefused, openMailer, type Mailer, type MailMessage } from './mail.js';

interface Inbox {
  url: string;
  mails: Email[];
  connections: () => number;
  close(): Promise<void>;
}

/** A server's refusal with its code, as smtp-server wants it. */
function refusal(code: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode: code });
}

async function inbox(options: SMTPServerOptions = {}): Promise<Inbox> {
  const mails: Email[] = [];
  let connections = 0;
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => ((connections += 1), done()),
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('gone')) return done(refusal(550, '5.1.1 No such mailbox'));
      if (address.startsWith('later')) return done(refusal(450, '4.2.1 Try again later'));
      done();
    },
    onData: (stream, _session, done) => {
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((mail) => (mails.push(mail), done()), done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const FROM = 'Cases <no-reply@example.org>';
const message = (to: string, more: Partial<MailMessage> = {}): MailMessage => ({
  messageId: `<${to}.1@example.org>`,
  to,
  subject: 'Décision: 日本',
  html: '<p>Hello</p>',
  text: 'Hello',
  ...more,
});

describe('mail', () => {
  let server: Inbox;
  let mailer: Mailer;
  const open = async (options?: SMTPServerOptions): Promise<void> => {
    server = await inbox(options);
    mailer = openMailer(server.url, FROM);
  };
  afterEach(async () => {
    mailer.close();
    await server.close();
  });

  it('arrives as it was sent', async () => {
    await open();
    await mailer.verify();
    const pdf = { filename: 'Lettre d’avis.pdf', content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf' };
    const receipt = await mailer.send(
      message('rc@example.org', {
        to: { name: 'Zoë “RC” Ünal', address: 'rc@example.org' },
        cc: ['region@example.org'],
        headers: { 'X-Case': '2026-1' },
        attachments: [pdf],
      }),
    );
    expect(receipt.accepted).toEqual(['rc@example.org', 'region@example.org']);
    expect(receipt.rejected).toEqual([]);
    expect(receipt.response).toMatch(/^250 /);
    const [mail] = server.mails;
    expect(mail).toMatchObject({
      messageId: '<rc@example.org.1@example.org>',
      subject: 'Décision: 日本',
      from: { name: 'Cases', address: 'no-reply@example.org' },
      to: [{ name: 'Zoë “RC” Ünal', address: 'rc@example.org' }],
      cc: [{ address: 'region@example.org' }],
      text: 'Hello\n',
    });
    expect(mail?.html).toContain('<p>Hello</p>');
    expect(mail?.attachments[0]).toMatchObject({ filename: 'Lettre d’avis.pdf', mimeType: 'application/pdf' });
    const headers = new Map(mail?.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('x-case')).toBe('2026-1');
  });

  it('shares connections among many messages', async () => {
    await open();
    await Promise.all(Array.from({ length: 60 }, (_, n) => mailer.send(message(`p${n}@example.org`))));
    expect(new Set(server.mails.map((mail) => mail.messageId)).size).toBe(60);
    expect(server.connections()).toBeLessThanOrEqual(5);
  });

  it('says for good that an address is refused, in the server’s words', async () => {
    await open();
    const failure = await mailer.send(message('gone@example.org')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AddressRefused);
    expect(failure).toMatchObject({ addresses: ['gone@example.org'], response: '550 5.1.1 No such mailbox' });
  });

  it('leaves a passing refusal to be tried again', async () => {
    await open();
    const failure = await mailer.send(message('later@example.org')).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(AddressRefused);
    expect(failure).toMatchObject({ responseCode: 450 });
  });

  it('tells apart those who were reached and those who were not', async () => {
    await open();
    const receipt = await mailer.send(message('rc@example.org', { cc: ['gone@example.org', 'later@example.org'] }));
    expect(receipt.accepted).toEqual(['rc@example.org']);
    expect(receipt.rejected).toEqual([
      { address: 'gone@example.org', response: '550 5.1.1 No such mailbox', permanent: true },
      { address: 'later@example.org', response: '450 4.2.1 Try again later', permanent: false },
    ]);
  });

  it('says for good that a message is refused', async () => {
    await open({
      onData: (stream, _session, done) => stream.on('end', () => done(refusal(552, '5.3.4 Too big'))).resume(),
    });
    const failure = await mailer.send(message('rc@example.org')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MessageRefused);
    expect(failure).toMatchObject({ response: '552 5.3.4 Too big' });
  });

  it('takes a refused sender for a fault of the settings, not of the address', async () => {
    await open({ onMailFrom: (_address, _session, done) => done(refusal(550, '5.7.1 Not you')) });
    const failure = await mailer.send(message('rc@example.org')).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(AddressRefused);
    expect(failure).toMatchObject({ response: '550 5.7.1 Not you' });
  });

  it('fails once, and only once, when the server hangs up in the middle', async () => {
    let tries = 0;
    await open({
      onData: (stream) => ((tries += 1), stream.once('data', () => void server.close().catch(() => undefined))),
      closeTimeout: 50,
    });
    await expect(mailer.send(message('rc@example.org'))).rejects.toThrow();
    expect(tries).toBe(1);
  });

  it('cannot be made to add headers or read files', async () => {
    await open();
    await mailer.send(message('rc@example.org', { subject: 'a\r\nBcc: spy@example.org' }));
    expect(server.mails[0]?.subject).toBe('a Bcc: spy@example.org');
    expect(server.mails[0]?.bcc ?? []).toEqual([]);
    const trick = { path: '/etc/passwd' } as unknown as string;
    await expect(mailer.send(message('rc@example.org', { text: trick }))).rejects.toThrow('File access rejected');
  });
});
