import { ApartMails, Digests, Mails, type ApartMail, type DigestToSend } from '#casework';
import type { TestDatabase } from './database.js';

const claimed = ({ pool, clock, reference }: TestDatabase, id: string) =>
  new ApartMails(pool, new Mails(pool, clock, reference), new Digests(pool, clock, reference)).claim(id);

/** A mail that tells one thing about no case, taken to be sent. */
export async function apartMail(db: TestDatabase, id: string): Promise<ApartMail> {
  const mail = await claimed(db, id);
  if (!mail || mail.kind === 'digest') throw new Error('There is no such mail, or it is a digest.');
  return mail;
}

/** A digest, taken to be sent; null when nothing of it is to be told any more. */
export async function takenDigest(db: TestDatabase, id: string): Promise<DigestToSend | null> {
  const mail = await claimed(db, id);
  if (mail && mail.kind !== 'digest') throw new Error('It is no digest.');
  return mail;
}
