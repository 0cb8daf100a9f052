import { createHmac, timingSafeEqual } from 'node:crypto';

const MAC_BYTES = 16;
const TOKEN = /^([\w-]{1,200})\.([\w-]{22})$/;
const macOf = (key: Buffer, purpose: string, subject: string): Buffer =>
  createHmac('sha256', key).update(purpose).update('\0').update(subject).digest().subarray(0, MAC_BYTES);

/** Signs what a link is about, for one purpose: nobody can make up another, and it opens nothing else. */
export const signLink = (key: Buffer, purpose: string, subject: string): string =>
  `${Buffer.from(subject).toString('base64url')}.${macOf(key, purpose, subject).toString('base64url')}`;

/** What a link is about; null where it was not signed here, or for another purpose. */
export function readLink(key: Buffer, purpose: string, token: string): string | null {
  const [, about, mac] = TOKEN.exec(token) ?? [];
  if (about === undefined || mac === undefined) return null;
  const subject = Buffer.from(about, 'base64url').toString();
  // One subject has one spelling.
  if (Buffer.from(subject).toString('base64url') !== about) return null;
  return timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(key, purpose, subject)) ? subject : null;
}
