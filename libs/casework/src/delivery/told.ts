import { clockNudged, type Clock, type Day, type NoticeName } from '#domain';
import { isPost, personsOf, type AnyFacts } from './case-told.js';

/** A row of the outbox beside the case as it is now. */
export interface Told {
  notice: NoticeName;
  personId: string | null;
  clockKey: string | null;
  ledgerKey: string | null;
  /** The parties of a consultation that it is about; without any, all. */
  parties?: readonly string[];
  facts: AnyFacts;
}

/** Names one step of one clock for ever, so that it is told once; the sweep builds the same text in SQL. */
export const ledgerKey = (caseId: string, clock: Clock, step: Clock['steps'][number]): string =>
  [caseId, clock.key, clock.startedAt, step.at, step.kind].join(' ');

/** The clocks of several persons for the same are told higher up as one: those of reviewers, those of reports. */
export const familyOf = (clockKey: string): string => clockKey.split(':')[0]!;
/** When the rung was reached that a row of the ledger names. */
const reachedAt = (key: string): string => key.split(' ').at(-2)!;

/** All that is late by then and is carried higher with one clock; those that were done meanwhile are not among them. */
export function lateWith({ facts, notice, clockKey, ledgerKey: key }: Told): Clock[] {
  if (notice !== 'escalation' || clockKey === null || key === null) return [];
  return facts.clocks.filter(
    (c) =>
      familyOf(c.key) === familyOf(clockKey) &&
      c.stoppedWith === null &&
      c.steps.some(({ kind, at }) => kind === 'escalation' && at <= reachedAt(key)),
  );
}

/** The clock that a notice is about: undefined when it is about none, null when that clock has ended, or has moved on from the rung that is told. */
export function clockTold(told: Told): Clock | null | undefined {
  const { notice, facts, clockKey, ledgerKey: key } = told;
  if (clockKey === null) return undefined;
  // To whom waits outside, the review is one clock, whoever reviews; what stands still is nobody's to be nudged for.
  if (notice === 'nudged' && !isPost(facts)) return clockNudged(facts, clockKey);
  const clock = facts.clocks.find((c) => c.key === clockKey);
  if (key === null || told.notice === 'holderAway') return clock ?? null;
  if (clock?.steps.some((step) => ledgerKey(facts.id, clock, step) === key)) return clock;
  // Where one has done their part meanwhile, it is about the others.
  return lateWith(told)[0] ?? null;
}

/** The day of the clock that a notice is about; none while that clock stands still. */
export function dayOfClock(told: Told): Day | null {
  const clock = clockTold(told);
  return clock && clock.stoppedWith === null ? clock.dueOn : null;
}

/** The persons who have to be looked up whatever they hold. */
export const personsAsked = ({ facts, personId }: Told): string[] => [
  ...personsOf(facts),
  ...(personId ? [personId] : []),
];
