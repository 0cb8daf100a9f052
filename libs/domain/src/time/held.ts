import type { RequestFacts } from '../request/facts.js';
import { isOpen, type StateName } from '../request/states.js';
import { GENEVA, type Calendars } from './calendars.js';
import { homeOf } from './deadlines.js';
import { dayOf, workingDaysBetween, type Instant } from './working-days.js';

/** With whom a request can lie. */
export const HOLDING_PARTIES = {
  office: 'Country office',
  ohchr: 'OHCHR',
  fund: 'Fund',
  together: 'Country office and OHCHR together',
  deferred: 'Deferred to a later day',
} as const;
export type HoldingParty = keyof typeof HOLDING_PARTIES;

/** When a request came to a state. */
export interface CameTo {
  state: StateName;
  at: Instant;
}
/** How many working days a request lay with somebody, over all the times that it did. */
export interface DaysHeld {
  party: HoldingParty;
  days: number;
}

const WITH: Partial<Record<StateName, HoldingParty>> = {
  draft: 'office',
  returned: 'office',
  offered: 'office',
  screening: 'ohchr',
  assessment: 'ohchr',
  recommendation: 'ohchr',
  decision: 'ohchr',
  deferred: 'deferred',
  awaitingFunds: 'fund',
  arrangements: 'together',
};

interface Span {
  from: Instant;
  to: Instant;
}

/** When at least one question was with the country office, within a time: spans that do not touch. */
function asked(facts: Pick<RequestFacts, 'clarifications'>, within: Span): Span[] {
  const spans = facts.clarifications
    .map((c) => ({ from: c.askedAt, to: c.answeredAt ?? within.to }))
    .map(({ from, to }) => ({ from: from > within.from ? from : within.from, to: to < within.to ? to : within.to }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const apart: Span[] = [];
  for (const span of spans) {
    const last = apart.at(-1);
    if (last && span.from <= last.to) last.to = span.to > last.to ? span.to : last.to;
    else apart.push({ ...span });
  }
  return apart;
}

/**
 * How long a request lay with each party, in working days of its own calendar, over all the times that it did. While a question is with the
 * country office, the review stands still, and the days are the office’s.
 */
export function daysHeld(
  came: readonly CameTo[],
  facts: Pick<RequestFacts, 'clarifications' | 'state' | 'summary' | 'together'>,
  now: Instant,
  calendars: Calendars,
): DaysHeld[] {
  const held = new Map<HoldingParty, number>();
  const office = calendars.of(calendars.stationFor({ holder: 'rcOffice' }, homeOf(facts)));
  const count = (party: HoldingParty, { from, to }: Span) =>
    workingDaysBetween(dayOf(from), dayOf(to), party === 'office' ? office : calendars.of(GENEVA));
  const add = (party: HoldingParty, days: number) => held.set(party, (held.get(party) ?? 0) + days);
  const end = isOpen(facts.state) ? now : (came.at(-1)?.at ?? now);
  came.forEach(({ state, at }, i) => {
    const party = WITH[state];
    const span = { from: at, to: came[i + 1]?.at ?? end };
    if (!party || span.to <= span.from) return;
    const questions = state === 'assessment' ? asked(facts, span) : [];
    const during = (whose: HoldingParty) => questions.reduce((sum, s) => sum + count(whose, s), 0);
    if (questions.length > 0) add('office', during('office'));
    add(party, count(party, span) - during(party));
  });
  return (Object.keys(HOLDING_PARTIES) as HoldingParty[])
    .map((party) => ({ party, days: held.get(party) ?? 0 }))
    .filter(({ days }) => days > 0);
}
