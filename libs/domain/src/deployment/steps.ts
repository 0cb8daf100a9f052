import type { Actor, Assignment } from '../people/roles.js';
import { isRcSide } from '../people/roles.js';
import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { DecideContext } from '../request/steps.js';
import { addDays, dayIn, isDay, type Day } from '../time/working-days.js';
import type { DeploymentEventOf, DeploymentEventType } from './events.js';
import type { Bridge, DeploymentFacts, Side, Span } from './facts.js';
import type { DeploymentRecorded } from './record.js';

/** What a decision about a post needs from outside, given as values. */
export interface DeploymentContext extends Pick<
  DecideContext,
  'at' | 'calendars' | 'clocks' | 'newId' | 'newRef' | 'regionOf' | 'countryName' | 'people'
> {
  /** The time zone of a country's duty stations, such as `Pacific/Fiji`; without it, days are those of UTC. */
  zoneOf?: (country: string) => string | null;
  /** Terms in other posts of whoever is selected here, or of whom the event names; only a recorded leaving ends one. */
  elsewhere?: readonly TermElsewhere[];
}
/** A term in another post. */
export interface TermElsewhere extends Span {
  ref: string;
}
export interface DeploymentStep<T extends DeploymentEventType> {
  event: DeploymentEventOf<T>;
  facts: DeploymentFacts;
  actor: Actor;
  as: Assignment;
  context: DeploymentContext;
  /** The day that it is at the duty station. */
  today: Day;
}
/** Turns an event into what the record keeps, or says what is wrong with it. */
export type DeploymentStepRule<T extends DeploymentEventType> = (
  input: DeploymentStep<T>,
) => DeploymentRecorded[T] | Refusal;

/** The day at the duty station: late on 31 December in New York, it is New Year's Day in Suva already. */
export const dayAtStation = ({ at, zoneOf }: Pick<DeploymentContext, 'at' | 'zoneOf'>, host: string | null): Day =>
  dayIn(host === null ? null : (zoneOf?.(host) ?? null), at);

/** For which side somebody speaks; of a post without a host country, the regional team stands on the first side. */
export const sideOf = (as: Assignment): Side => (isRcSide(as.role) || as.role === 'regionalTeam' ? 'rc' : 'ohchr');

const FIRST = '1990-01-01';
const LAST = '2100-12-31';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
/** A day as sentences say it. */
export const inWords = (day: Day): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** Problems of a day that must be there. */
export function dayProblems(value: unknown, path: string, missing: string): FieldProblem[] {
  if (value === undefined || value === null || value === '') return [{ path, message: missing }];
  if (!isDay(value)) return [{ path, message: 'Enter a real date, such as 15 July 2027' }];
  return value < FIRST || value > LAST ? [{ path, message: 'Enter a date between 1990 and 2100' }] : [];
}
/** A problem of one field, where there is one. */
export const problemIf = (wrong: boolean, path: string, message: string): FieldProblem[] =>
  wrong ? [{ path, message }] : [];

/** Refuses one field with its sentence. */
export const refuseField = (path: string, message: string): Refusal => refuseFields([{ path, message }])!;
/** Asks rule after rule; the first that finds something says it, since a later one may build on an earlier. */
export function firstProblem(...rules: (() => FieldProblem[])[]): Refusal | null {
  for (const rule of rules) {
    const found = rule();
    if (found.length > 0) return refuseFields(found);
  }
  return null;
}
/** Refuses what comes too early or without what it builds on. */
export const notReady = (message: string): Refusal => refuse('notReady', message);

/** What is left of bridges when somebody is in post from one day to another: the rest before, and the rest after. */
export const bridgesBeside = (bridges: Bridge[], term: Span): Bridge[] =>
  bridges.flatMap((b): Bridge[] => {
    if (b.until !== null && b.until < term.from) return [b];
    if (b.from < term.from) return [{ ...b, until: addDays(term.from, -1) }];
    if (term.until === null || (b.until !== null && b.until <= term.until)) return [];
    return [b.from > term.until ? b : { ...b, from: addDays(term.until, 1) }];
  });
