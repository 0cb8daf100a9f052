import type { NodemailerError, SMTPSentMessageInfo } from 'nodemailer';

export interface Attachment {
  filename: string;
  content: Buffer;
  contentType: string;
}

export type MailAddress = string | { name: string; address: string };

export interface MailMessage {
  /** Fixed by the caller, so that a message sent twice can be known as one. With its angle brackets. */
  messageId: string;
  to: MailAddress | readonly MailAddress[];
  cc?: readonly MailAddress[];
  /** Only these of its recipients get it now: the others have it already. */
  only?: readonly string[];
  /** Where it comes back to when it cannot be delivered; the sender where none is given. */
  returnTo?: string;
  /** Where an answer goes; the sender where none is given. */
  replyTo?: string;
  subject: string;
  /** The day and time that the message bears; the real ones where none is given. */
  date?: Date;
  /** Left out for who reads mail as plain text alone. */
  html?: string;
  /** Always there: many read mail as plain text. */
  text: string;
  headers?: Record<string, string>;
  /** An invitation, which a calendar program takes up. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string };
  attachments?: readonly Attachment[];
}

/** One recipient that the server did not take while it took others. */
export interface RefusedRecipient {
  address: string;
  /** The server's own words. */
  response: string;
  /** False when the same message may be taken later. */
  permanent: boolean;
}

export interface MailReceipt {
  accepted: string[];
  rejected: RefusedRecipient[];
  response: string;
}

/** The server will not take mail for any of the recipients, now or later. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';

  constructor(
    readonly addresses: readonly string[],
    /** The server's own words. */
    readonly response: string,
  ) {
    super(`The mail server refused ${addresses.join(', ')}: ${response}`);
  }
}

/** The server knows the recipients but will never take this message: too large, or taken for spam. */
export class MessageRefused extends Error {
  override readonly name = 'MessageRefused';

  constructor(readonly response: string) {
    super(`The mail server refused the message: ${response}`);
  }
}

export interface Mailer {
  /** Sends one message; throws AddressRefused or MessageRefused for good, anything else may work later. */
  send(message: MailMessage): Promise<MailReceipt>;
  /** Rejects when the server cannot be reached or does not let us in. */
  verify(): Promise<void>;
  /** Lets messages under way finish. */
  close(): void;
}

const CONNECTIONS = 5;
const MESSAGES_PER_CONNECTION = 100;
const CONNECT_TIMEOUT_MS = 10_000;
const SOCKET_TIMEOUT_MS = 60_000;

function refusals(errors: readonly NodemailerError[]): RefusedRecipient[] {
  return errors.map((error) => ({
    address: error.recipient ?? '',
    response: error.response ?? error.message,
    permanent: error.permanent ?? false,
  }));
}

/** Tells what is final among the errors of the transport; everything else is left as it is, to be tried again. */
function verdict(error: NodemailerError): Error {
  if (!error.permanent) return error;
  const response = error.response ?? error.message;
  if (error.command === 'RCPT TO') return new AddressRefused(error.rejected ?? [], response);
  if (error.code === 'EMESSAGE') return new MessageRefused(response);
  // A refused sender or sign-in is a fault of the settings: an operator mends it, then the mail goes out.
  return error;
}

function receipt(info: SMTPSentMessageInfo): MailReceipt {
  return { accepted: info.accepted, rejected: refusals(info.rejectedErrors ?? []), response: info.response };
}

/** The bare address of a sender such as “Name <a@b.example>”. */
export const addressIn = (sender: string): string => (/<([^<>]+)>/.exec(sender)?.[1] ?? sender).trim().toLowerCase();

const addressesOf = (...lists: (MailMessage['to'] | undefined)[]): string[] =>
  lists.flatMap((list) => [list ?? []].flat() as MailAddress[]).map((to) => (typeof to === 'string' ? to : to.address));

async function transportTo(url: string, from: string) {
  const { createTransport } = await import('nodemailer');
  return createTransport(
    {
      url,
      pool: true,
      maxConnections: CONNECTIONS,
      maxMessages: MESSAGES_PER_CONNECTION,
      // A message whose connection broke may have arrived: only the caller, who records each try, may send it again.
      maxRequeues: 0,
      connectionTimeout: CONNECT_TIMEOUT_MS,
      greetingTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      // No text that somebody wrote may make the transport read a file or fetch an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
}

/** Opens a pool of connections to the mail server; nothing is loaded or connected before the first message. */
export function openMailer(url: string, from: string): Mailer {
  let opened: ReturnType<typeof transportTo> | undefined;
  const transport = (): ReturnType<typeof transportTo> => (opened ??= transportTo(url, from));
  return {
    async send({ headers, attachments, calendar, to, cc, only, returnTo, ...message }) {
      try {
        const info = await (
          await transport()
        ).sendMail({
          ...message,
          to: [to].flat() as MailAddress[],
          cc: cc && [...cc],
          ...(only || returnTo ? { envelope: { from: returnTo ?? from, to: [...(only ?? addressesOf(to, cc))] } } : {}),
          attachments: attachments && [...attachments],
          ...(calendar ? { icalEvent: { ...calendar, filename: 'invitation.ics' } } : {}),
          // Keeps out-of-office replies away (RFC 3834).
          headers: { 'Auto-Submitted': 'auto-generated', ...headers },
        });
        return receipt(info);
      } catch (error) {
        throw verdict(error as NodemailerError);
      }
    },
    verify: async () => void (await (await transport()).verify()),
    close: () => void opened?.then((open) => open.close()),
  };
}

/** Hands one mail over as it is written: for whoever plays a mail server. Rejects when it is not taken. */
export async function handOverRaw(url: string, envelope: { from: string; to: string }, raw: string): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, ignoreTLS: true });
  try {
    await transport.sendMail({ envelope: { from: envelope.from, to: [envelope.to] }, raw });
  } finally {
    transport.close();
  }
}
