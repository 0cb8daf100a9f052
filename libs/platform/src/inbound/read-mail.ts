import type { Attachment } from 'postal-mime';
import { readDeliveryStatus, type DeliveryReport } from './delivery-report.js';
import { wordsOfHtml } from './words-of-html.js';

/** A file that came with a mail. */
export interface MailFile {
  name: string;
  content: Buffer;
  /** False for what its program put there by itself: a picture in its text, a signature, an entry for a calendar. */
  attached: boolean;
}

/** What there is to know of a mail that came in. */
export interface ReadMail {
  /** Its name, with angle brackets; empty when it has none. */
  messageId: string;
  from: { name: string; address: string };
  subject: string;
  /** All that it says, as plain text. */
  text: string;
  /** By the name in lower case; of several of one name, the first. */
  headers: Map<string, string>;
  /** How many servers it has come through. */
  hops: number;
  files: MailFile[];
  /** Entries for a calendar, as they were written. */
  calendars: string[];
  /** What it reports on the delivery of other mails. */
  reports: DeliveryReport[];
}

const CALENDAR = /^(text\/calendar|application\/ics)$/;
const STATUS = /^message\/(global-)?delivery-status$/;
const OF_A_REPORT = /^(message\/rfc822|message\/global|text\/rfc822-headers|message\/(global-)?headers)$/;

const BY_ITSELF = /^(application\/(x-)?pkcs7-signature|application\/pgp-signature|application\/ics|text\/calendar)$/;

const bytesOf = (content: string | ArrayBuffer | Uint8Array): Buffer =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content as ArrayBuffer);

/** Whether somebody attached it, as far as a mail says. */
function isAttached({ mimeType, disposition, contentId, related }: Omit<Attachment, 'content'>): boolean {
  const inText = mimeType.startsWith('image/') && (related === true || (disposition === 'inline' && !!contentId));
  return !inText && !BY_ITSELF.test(mimeType);
}

/** Of a mail that cannot be taken apart. */
const MOST_SHOWN = 20_000;
/** A mail that is built as none can be read: whoever looks at it sees it as it came. */
const unreadable = (source: Buffer): ReadMail => ({
  messageId: messageIdOf(source),
  from: { name: '', address: '' },
  subject: '',
  text: source.subarray(0, MOST_SHOWN).toString('utf8'),
  headers: new Map(),
  hops: 0,
  files: [],
  calendars: [],
  reports: [],
});

/** Reads a mail. What cannot be taken apart is given as the plain text that it is: somebody sent it. */
export async function readMail(source: Buffer): Promise<ReadMail> {
  const { default: PostalMime } = await import('postal-mime');
  const email = await PostalMime.parse(source).catch(() => null);
  if (!email) return unreadable(source);
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, value);
  const parts = email.attachments.map((part) => ({ ...part, bytes: bytesOf(part.content) }));
  const files = parts.filter(({ mimeType }) => !STATUS.test(mimeType));
  const isReport = /multipart\/report/i.test(headers.get('content-type') ?? '');
  return {
    messageId: email.messageId ?? '',
    from: { name: email.from?.name ?? '', address: (email.from?.address ?? '').toLowerCase() },
    subject: email.subject ?? '',
    text: email.text?.trim() || wordsOfHtml(email.html ?? ''),
    headers,
    hops: email.headers.filter(({ key }) => key === 'received').length,
    files: files
      .filter(({ mimeType }) => !(isReport && OF_A_REPORT.test(mimeType)))
      .map((part, i) => ({
        name: part.filename ?? (CALENDAR.test(part.mimeType) ? 'calendar.ics' : `file ${i + 1}`),
        content: part.bytes,
        attached: isAttached(part),
      })),
    calendars: parts.filter(({ mimeType }) => CALENDAR.test(mimeType)).map(({ bytes }) => bytes.toString('utf8')),
    reports: parts
      .filter(({ mimeType }) => STATUS.test(mimeType))
      .flatMap(({ bytes }) => readDeliveryStatus(bytes.toString('utf8'))),
  };
}

/** The name of a mail, from its head alone: the rest is read later. Empty when it has none. */
export function messageIdOf(source: Buffer): string {
  const [head = ''] = source
    .subarray(0, 64 * 1024)
    .toString('latin1')
    .split(/\r?\n\r?\n/);
  return /^message-id:\s*(\S+)/im.exec(head.replace(/\r?\n[ \t]+/g, ' '))?.[1] ?? '';
}
