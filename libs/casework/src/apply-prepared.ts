import { createHash } from 'node:crypto';
import { isRefusal, notFound, refuse, type Actor, type EventOf, type Recommendation, type Refusal } from '#domain';
import type { Casework } from './advance.js';
import type { Advanced } from './receipts.js';
import type { RoundCases } from './read/round-cases.js';

/** A case whose prepared recommendation is sent, as its sender has read it. */
export interface ToApply {
  ref: string;
  revision: number;
}
/** What became of each: the step, or why it was not taken. */
export type Applied = { ref: string } & ({ done: Advanced; refusal: null } | { done: null; refusal: Refusal });

const hash = (...parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** A recommendation as the step that sends it. */
export const recommendationToSend = (r: Recommendation): EventOf<'RECOMMEND'> => ({
  type: 'RECOMMEND',
  outcome: r.outcome,
  modality: r.modality,
  conditions: r.conditions,
  ...(r.sources ? { sources: r.sources } : {}),
  ...(r.leftOut ? { leftOut: r.leftOut } : {}),
  reasons: r.reasons,
});

/** Sends what was prepared for several cases of a round: each its own step, so that one that is refused leaves the others. */
export class PreparedRecommendations {
  constructor(
    private readonly casework: Pick<Casework, 'advance'>,
    private readonly cases: RoundCases,
  ) {}

  /** Sends them one after the other. The same key again gives the same answers, and nothing is sent twice. */
  async apply(actor: Actor, round: string, items: readonly ToApply[], key: string): Promise<Applied[]> {
    const { cases } = await this.cases.of(actor, round);
    const applied: Applied[] = [];
    for (const { ref, revision } of items) {
      const found = cases.find(({ facts }) => facts.ref === ref);
      const { prepared, recommendation } = found?.facts ?? {};
      // Once it is sent it is prepared no longer: what was sent stands for it, and the key finds the answer.
      const said = prepared ?? (found?.revision === revision ? null : recommendation);
      const outcome = !found
        ? notFound()
        : !said
          ? refuse('notReady', 'No recommendation is prepared for this request any more.')
          : await this.casework.advance(ref, actor, recommendationToSend(said), {
              revision,
              once: { key: hash(key, ref), fingerprint: hash(ref, revision) },
            });
      applied.push(isRefusal(outcome) ? { ref, done: null, refusal: outcome } : { ref, done: outcome, refusal: null });
    }
    return applied;
  }
}
