import { refuse, type Actor, type Refusal } from '#domain';
import type { Connection } from './transaction.js';

/** What a program is told of a step; kept with the sender's key, so that it can be told again. */
export interface Receipt {
  ref: string;
  revision: number;
  state: string;
  label: string;
}
export interface Advanced extends Receipt {
  repeated: boolean;
}
/** The same key was used for something else. */
export const KEY_REUSED = 'This key was used for another request body. Use a new key for a new step.';

export interface KeptReceipt {
  fingerprint: string;
  answer: Receipt;
}
/** The sender's own name for a step, with what was sent. */
export interface Once {
  key: string;
  fingerprint: string;
}

/** What the sender was answered when the same key came first; null when it never came. */
export async function receiptOf(on: Connection, actor: Actor, once: Once): Promise<Advanced | Refusal | null> {
  const { rows } = await on.query<KeptReceipt>({
    name: 'read-receipt',
    text: `SELECT encode(fingerprint, 'hex') AS fingerprint, answer FROM receipt WHERE person_id = $1 AND key = $2`,
    values: [actor.id, once.key],
  });
  return rows[0] ? repeated(rows[0], once) : null;
}

/** The same answer again, where the same was sent. */
export function repeated(receipt: KeptReceipt, once: Once | undefined): Advanced | Refusal {
  if (receipt.fingerprint !== once?.fingerprint)
    return refuse('invalid', KEY_REUSED, [{ path: 'Idempotency-Key', message: KEY_REUSED }]);
  return { ...receipt.answer, repeated: true };
}
