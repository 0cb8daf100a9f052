import type { AddressInfo, Server as NetServer } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { answering } from './answering.js';
import { inboxServer } from './inbox-server.js';
import { MailStore } from './mail-store.js';

/** Where the catcher listens and what it keeps. */
export interface CatcherOptions {
  folder: string;
  host: string;
  /** 0 takes any free port, here and below. */
  smtpPort: number;
  inboxPort: number;
  /** The port on which the system takes mails; without it the inbox answers none. */
  replyPort?: number;
  /** How many mails are kept. */
  bound?: number;
}

/** A running mail catcher. */
export interface MailCatcher {
  smtpPort: number;
  inboxPort: number;
  stop(): Promise<void>;
}

const LARGEST_MAIL = 30 * 1024 * 1024;

function refusal(code: number, sentence: string): Error {
  return Object.assign(new Error(sentence), { responseCode: code });
}

async function receive(store: MailStore, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) if (!stream.sizeExceeded) pieces.push(piece as Buffer);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 The mail is too large');
  const { mailFrom, rcptTo } = session.envelope;
  const recipients = rcptTo.map(({ address }) => address);
  await store.add(Buffer.concat(pieces), { sender: mailFrom ? mailFrom.address : '', recipients });
}

function smtpServer(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    banner: 'Human Rights Advisers mail catcher',
    onRcptTo({ address }, _session, done) {
      // A way to try out what happens with an address that no longer exists.
      if (/^bounce/i.test(address)) done(refusal(550, `5.1.1 There is no mailbox ${address}`));
      else done();
    },
    onData(stream, session, done) {
      receive(store, stream, session).then(() => done(), done);
    },
  });
  // A client that hangs up in the middle of a line is no reason to end.
  server.on('error', (error: Error) => console.error(`SMTP: ${error.message}`));
  return server;
}

function listening(server: NetServer, listen: () => unknown): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => resolve((server.address() as AddressInfo).port));
    listen();
  });
}

/** Starts the SMTP server and the inbox page; rejects when a port cannot be had. */
export async function startMailCatcher(options: CatcherOptions): Promise<MailCatcher> {
  const store = new MailStore(options.folder, options.bound);
  const smtp = smtpServer(store);
  const inbox = inboxServer(store, options.replyPort ? answering(options.replyPort) : null);
  const smtpPort = await listening(smtp.server, () => smtp.listen(options.smtpPort, options.host));
  const inboxPort = await listening(inbox, () => inbox.listen(options.inboxPort, options.host));
  const stop = async (): Promise<void> => {
    inbox.closeAllConnections();
    await Promise.all([
      new Promise<void>((done) => smtp.close(() => done())),
      new Promise<void>((done) => inbox.close(() => done())),
    ]);
  };
  return { smtpPort, inboxPort, stop };
}
