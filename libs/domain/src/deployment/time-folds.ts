import type { PersonRef } from '../people/roles.js';
import { dayOf, type Instant } from '../time/working-days.js';
import type { TimingEventType } from '../timing/events.js';
import type { ByHand } from '../timing/notes.js';
import { TIMING_FOLDS, type RecordedTiming } from '../timing/record.js';
import { presentTerm } from './current.js';
import type { DeploymentFacts, Obligation } from './facts.js';

interface By {
  at: Instant;
  actor: PersonRef;
}
type Change = Partial<DeploymentFacts>;

/** The day of a report is that of its clock: what moves the one moves the other, and the report keeps where it was. */
function reportsMoved(facts: DeploymentFacts, given: readonly ByHand[], { at, actor }: By): Change {
  const term = presentTerm(facts);
  const moved = (o: Obligation): Obligation => {
    const one = given.find((g) => g.clock === `report:${o.id}`);
    const to = one?.due ?? one?.to;
    if (!one || !to || to === one.from) return o;
    const { from, reason } = one;
    return { ...o, dueOn: to, moved: [...o.moved, { from, to, reason, by: actor, at, late: from < dayOf(at) }] };
  };
  if (!term || !given.some((g) => g.group === 'report')) return {};
  const obligations = term.obligations.map(moved);
  return { incumbencies: facts.incumbencies.map((t) => (t === term ? { ...t, obligations } : t)) };
}

/** What the steps about time change in the facts of a post. */
export const TIME_FOLDS: {
  [T in TimingEventType]: (facts: DeploymentFacts, data: RecordedTiming[T], by: By) => Change;
} = {
  ...TIMING_FOLDS,
  EXTEND_CLOCK: (facts, data, by) => ({
    ...TIMING_FOLDS.EXTEND_CLOCK(facts, data, by),
    ...reportsMoved(facts, [data], by),
  }),
  GO_ON_CLOCK: (facts, data, by) => ({
    ...TIMING_FOLDS.GO_ON_CLOCK(facts, data, by),
    ...reportsMoved(facts, [data], by),
  }),
  RESUME_CLOCKS: (facts, data, by) => ({
    ...TIMING_FOLDS.RESUME_CLOCKS(facts, data, by),
    ...reportsMoved(facts, data.resumed, by),
  }),
};
