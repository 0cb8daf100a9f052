import { Mails, Outbox } from '#casework';
import type { TestDatabase } from './database.js';

const LAST = `
  SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.to_addresses = ARRAY[$2] ORDER BY m.id DESC LIMIT 1`;

/** Sends what waits, and gives back the link of a head of agency in the last mail to this address; `problem`: what the server says of it. */
export async function endorsingLink(
  { pool, clock, reference }: TestDatabase,
  ref: string,
  email: string,
  problem: string | null = null,
): Promise<string> {
  const outbox = new Outbox(pool, clock, reference);
  while ((await outbox.dispatch()).taken > 0);
  const { rows } = await pool.query<{ id: string }>(LAST, [ref, email]);
  const { id } = rows[0]!;
  const mails = new Mails(pool, clock, reference);
  const mail = await mails.claim(id);
  await mails.settle(id, problem ? { status: 'refused', problem } : { status: 'sent', problem: null }, 'Asked');
  return `/endorse/${mail!.token}`;
}
