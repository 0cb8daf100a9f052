import type { Actor, DecideContext } from '#domain';
import type { CaseDecision, CaseFacts } from './kind.js';
import type { KeptReceipt, Once } from './receipts.js';

export interface AdvanceOptions {
  /** The revision that the sender has read; `latest` only where the step is the sender's own part, or the system's. */
  revision: number | 'latest';
  /** The same key and body give the same answer, done once. */
  once?: Once | undefined;
}
/** Everything that one decision needs, as one statement reads it. */
export interface CaseRead<F, C> {
  id: string;
  seq: string;
  revision: number;
  facts: F;
  previous_hash: Buffer | null;
  content: C | null;
  receipt: KeptReceipt | null;
  people: (Actor & { email: string })[] | null;
  option: DecideContext['option'];
}
/** A step that was decided, on its way into the database. */
export interface Step<F extends CaseFacts, C, D extends CaseDecision<F>> {
  read: Pick<CaseRead<F, C>, 'id' | 'revision' | 'facts' | 'previous_hash' | 'content'> | null;
  decision: D;
  actor: Actor;
  once: AdvanceOptions['once'];
}
/** Words a step by what is stored at the moment at which it is taken. */
export type Wording<F, C, E> = (facts: F, content: C | null) => E;
