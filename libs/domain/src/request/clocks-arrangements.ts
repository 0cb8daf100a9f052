import type { Role } from '../people/roles.js';
import type { ClockSettings } from '../time/clock-settings.js';
import type { Wanted } from '../time/deadlines.js';
import { addDays, dayOf, morningOf, type Instant } from '../time/working-days.js';
import { arrangementsOf, partDone, revalidationsOf, ruleOfPart, type ArrangementPart } from './arrangements.js';
import type { RequestFacts } from './facts.js';

/** An approval holds for its time, counted from the last time that it was given or confirmed. */
export function fundsClock(facts: RequestFacts, at: Instant, s: ClockSettings): Wanted {
  const again = revalidationsOf(facts).at(-1);
  const until = addDays(dayOf(at), s.approvalValidDays);
  return {
    key: 'awaitingFunds',
    holder: 'fundManager',
    until,
    restart: again?.at === at,
    atDue: 'LAPSE_APPROVAL',
    extra: s.approvalEndingDays.map((days) => ({ at: morningOf(addDays(until, -days)), kind: 'approvalEnding' })),
  };
}

/** A clock for each part that is left, against whoever acts next on it. */
export function arrangementClocks(facts: RequestFacts, at: Instant, s: ClockSettings): Wanted[] {
  const start = facts.summary.requestedStart ?? dayOf(at);
  const day = addDays(start > dayOf(at) ? start : dayOf(at), s.surgeConfirmDays);
  const time = (part: ArrangementPart) =>
    ruleOfPart(facts, part)?.how === 'later' ? { until: day } : { work: s.arrangements };
  const left = (part: ArrangementPart, holder: Role): Wanted[] =>
    partDone(facts, part) ? [] : [{ key: part, holder, ...time(part) }];
  return [...termsClocks(facts, s), ...left('costSharing', 'residentCoordinator'), ...left('hosting', 'rcOffice')];
}

/** The terms of reference wait to be proposed, then for the signature of each side; their time does not start again. */
function termsClocks(facts: RequestFacts, s: ClockSettings): Wanted[] {
  if (partDone(facts, 'tor')) return [];
  const shared = { group: 'tor', work: s.arrangements };
  const terms = arrangementsOf(facts)?.terms;
  if (!terms) return [{ ...shared, key: 'tor', holder: 'deskOfficer' }];
  const sides = [
    { side: 'rc', holder: 'residentCoordinator' },
    { side: 'ohchr', holder: 'deskOfficer' },
  ] as const;
  return sides
    .filter(({ side }) => !terms.signatures.some((signed) => signed.side === side))
    .map(({ side, holder }) => ({ ...shared, key: `tor:${side}`, holder }));
}
