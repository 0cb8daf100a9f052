import type { AddressInfo } from 'node:net';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

/** A mail as a server handed it over. */
export interface IncomingMail {
  source: Buffer;
  /** The sender of the envelope; empty for a report about another mail. */
  sender: string;
  /** The addresses of ours that it is for. */
  recipients: string[];
}

export interface ListenerSettings {
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Mails for other domains are refused: this is no relay. */
  domain: string;
  largestBytes: number;
  /** Keeps a mail for good. Only when it resolves is the sender told that the mail is taken. */
  take: (mail: IncomingMail) => Promise<void>;
  onError: (error: Error) => void;
  /** How long keeping a mail may take before its sender is asked to come again. */
  patienceMs?: number;
}

export interface SmtpListener {
  port: number;
  close(): Promise<void>;
}

/** Each may have a whole mail in memory; the server in front waits and comes again. */
const CLIENTS = 10;
const RECIPIENTS = 100;
const SILENCE_MS = 60_000;
const PATIENCE_MS = 20_000;

const answer = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code });

async function whole(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) {
    if (stream.sizeExceeded) pieces.length = 0;
    else pieces.push(piece as Buffer);
  }
  if (stream.sizeExceeded) throw answer(552, '5.3.4 The mail is too large');
  return Buffer.concat(pieces);
}

/** Fails when the work does not end in time; the work itself goes on and its end is of no interest any more. */
async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It took too long to keep a mail')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function receive(
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
  { take, onError, patienceMs = PATIENCE_MS }: ListenerSettings,
): Promise<void> {
  const source = await whole(stream);
  const { mailFrom, rcptTo } = envelope;
  const recipients = rcptTo.map(({ address }) => address);
  try {
    await within(take({ source, sender: mailFrom ? mailFrom.address : '', recipients }), patienceMs);
  } catch (error) {
    onError(error as Error);
    // The sender keeps the mail and tries again: nothing is lost while the database is away.
    throw answer(451, '4.3.0 The mail cannot be kept just now. Try again later');
  }
}

/**
 * Takes mails of one domain from the mail server in front of it, and says that it has one only when it is kept.
 * It stands behind that server, as the SMTP port of an application does: no sign-in, no encryption of its own.
 */
export async function openSmtpListener(settings: ListenerSettings): Promise<SmtpListener> {
  const { host, port, domain, largestBytes, onError } = settings;
  const { SMTPServer } = await import('smtp-server');
  const ending = `@${domain.toLowerCase()}`;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestBytes,
    maxClients: CLIENTS,
    socketTimeout: SILENCE_MS,
    banner: 'Human Rights Advisers',
    onRcptTo({ address }, { envelope }, done) {
      if (!address.toLowerCase().endsWith(ending)) done(answer(550, `5.7.1 Only mail for ${domain} is taken here`));
      else if (envelope.rcptTo.length >= RECIPIENTS) done(answer(452, '4.5.3 Too many recipients at once'));
      else done();
    },
    onData(stream, session, done) {
      receive(stream, session, settings).then(() => done(), done);
    },
  });
  // A sender that hangs up in the middle of a line is no reason to end.
  server.on('error', onError);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
