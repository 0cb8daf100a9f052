import type { RequestFacts } from '../request/facts.js';
import { assessmentOf } from '../request/states.js';
import type { Consultee } from './consultee.js';
import { type Instant } from '../time/working-days.js';

/** The parties whose own time has run out: each has its clock, and more time for one is not more time for all. */
export const overdueKeys = (facts: RequestFacts, at: Instant): string[] =>
  facts.consultation
    .filter((c) => c.state === 'awaited')
    .filter((c) =>
      facts.clocks.some(
        (clock) =>
          clock.key === `consultation:${c.key}` && clock.steps.some((s) => s.kind === 'RECORD_SILENCE' && s.at <= at),
      ),
    )
    .map((c) => c.key);

/** The day by which a party is asked to answer; null when nothing is asked of it now. */
export const dayForAdvice = (facts: RequestFacts, key: string): string | null =>
  facts.clocks.find((c) => c.key === `consultation:${key}`)?.dueOn ?? null;

/** Whether advice of a party comes late: after its own time, recorded or not, or with the panel where no time was given to it. */
export const isLate = (c: Consultee, facts: RequestFacts, at: Instant): boolean => {
  if (c.state === 'silent' || overdueKeys(facts, at).includes(c.key)) return true;
  // Whoever was told a day has until then, however far the review is.
  if (dayForAdvice(facts, c.key) !== null) return false;
  return assessmentOf(facts.state) === null && !c.again?.length && !c.until && !c.named;
};
