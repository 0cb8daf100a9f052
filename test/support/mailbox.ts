import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { until } from './until.js';

/** A mail as a server got it. */
export interface ReceivedMail {
  sender: string;
  /** The addresses of the conversation; what the mail itself says may differ. */
  recipients: string[];
  email: Email;
  source: string;
}

/** A misfortune of the next mails: they are put off (451), the line is cut before the mail is kept, or just after. */
export type Misfortune = 'put off' | 'cut before' | 'cut after';

const PATIENCE_MS = 10_000;
const answer = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code });

/** A mail server on a free port that keeps what it gets, and is as difficult as a test wants it. */
export class Mailbox {
  readonly mails: ReceivedMail[] = [];
  /** How many mails were offered to it, whatever became of them. */
  offered = 0;
  /** How long it takes over each mail. */
  delayMs = 0;
  private refused: (string | RegExp)[] = [];
  private readonly misfortunes: Misfortune[] = [];
  private readonly sockets = new Map<number, Socket>();
  private readonly server: SMTPServer;

  private constructor() {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, _session, done) => {
        const gone = this.refused.some((r) => (typeof r === 'string' ? r === address : r.test(address)));
        done(gone ? answer(550, `5.1.1 There is no mailbox ${address}`) : null);
      },
      onData: (stream, session, done) => {
        this.take(stream, session).then(() => done(), done);
      },
    });
    // A sender that hangs up is no reason to end.
    this.server.on('error', () => undefined);
    this.server.server.on('connection', (socket: Socket) => {
      const port = socket.remotePort!;
      this.sockets.set(port, socket);
      socket.once('close', () => this.sockets.delete(port));
    });
  }

  static async start(port = 0): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve, reject) => {
      mailbox.server.server.once('error', reject);
      mailbox.server.listen(port, '127.0.0.1', resolve);
    });
    return mailbox;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Takes no mail for an address, for good (550). */
  refuse(...addresses: (string | RegExp)[]): void {
    this.refused.push(...addresses);
  }

  /** Sends misfortunes to the next mails, one each. */
  next(...misfortunes: Misfortune[]): void {
    this.misfortunes.push(...misfortunes);
  }

  /** The mails that an address got. */
  for(address: string): ReceivedMail[] {
    return this.mails.filter(({ recipients }) => recipients.includes(address));
  }

  /** Waits until it has this many mails, or one that is looked for. */
  async until(wanted: number | ((mail: ReceivedMail) => boolean), patienceMs = PATIENCE_MS): Promise<ReceivedMail[]> {
    const found = () => (typeof wanted === 'number' ? this.mails.length >= wanted : this.mails.some(wanted));
    const came = () =>
      `the mail comes; what came: ${JSON.stringify(this.mails.map((m) => [m.email.subject, m.recipients]))}`;
    await until(came, found, patienceMs);
    return this.mails;
  }

  /** Forgets everything, its difficulties as well. */
  clear(): void {
    this.mails.length = 0;
    this.misfortunes.length = 0;
    this.refused = [];
    this.offered = 0;
    this.delayMs = 0;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((done) => this.server.close(() => done()));
    for (const socket of this.sockets.values()) socket.destroy();
    await closed;
  }

  private async take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    this.offered += 1;
    if (this.delayMs > 0) await sleep(this.delayMs, undefined, { ref: false });
    // Who hung up while waiting was never told that the mail is kept, and it is not.
    if (!this.sockets.has(session.remotePort)) return;
    const misfortune = this.misfortunes.shift();
    if (misfortune === 'put off') throw answer(451, '4.3.0 Try again later');
    if (misfortune === 'cut before') return this.cut(session);
    const source = Buffer.concat(pieces);
    const { mailFrom, rcptTo } = session.envelope;
    this.mails.push({
      sender: mailFrom ? mailFrom.address : '',
      recipients: rcptTo.map(({ address }) => address),
      email: await PostalMime.parse(source),
      source: source.toString('utf8'),
    });
    if (misfortune === 'cut after') this.cut(session);
  }

  /** The connection breaks without a word. */
  private cut(session: SMTPServerSession): void {
    this.sockets.get(session.remotePort)?.destroy();
  }
}

/** Gives a spec file a mail server of its own; every test begins with an empty one that makes no difficulties. */
export function useMailbox(): { readonly mailbox: Mailbox } {
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await Mailbox.start();
  });
  beforeEach(() => mailbox.clear());
  afterAll(() => mailbox?.stop());
  return {
    get mailbox() {
      return mailbox;
    },
  };
}
