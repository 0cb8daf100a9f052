import { refuseFields, type Refusal } from '../refusal.js';
import { chosen, optional } from '../text.js';
import { addMonths, isDay, type Day } from '../time/working-days.js';

/** Kinds of conflict with a country; what concerns one request alone is declared there. */
export const REGISTERED_KINDS = {
  national: 'National of the country',
  served: 'Served there, until the day given',
  family: 'A member of the family is concerned',
  other: 'Another reason',
} as const;
export type RegisteredKind = keyof typeof REGISTERED_KINDS;

/** What those who appoint read of it: that there is a conflict, and not what it is. */
export const IN_REGISTER = 'A conflict of interest with a country of the request was registered.';

/** What is sent to register a conflict. */
export interface ConflictToRegister {
  country: string;
  kind: RegisteredKind;
  reason?: string | undefined;
  /** From which day; of service, the last day of it. */
  from: Day;
  until?: Day | null | undefined;
}
export type CheckedConflict = Omit<ConflictToRegister, 'reason' | 'until'> & { reason: string; until: Day | null };

/** How long service in a country stands against judging its requests. */
export const SERVED_MONTHS = 24;
const isGiven = (value: unknown): value is Day => isDay(value) && value > '1945' && value < '2200';

/** Checks a conflict with a country before it is kept. Service ends by itself two years after its last day. */
export function checkConflict(
  sent: ConflictToRegister,
  knows: (country: string) => boolean,
): CheckedConflict | Refusal {
  const { country, kind, reason, from } = sent;
  const until = sent.until || null;
  const problems = [
    ...(typeof country === 'string' && knows(country) ? [] : [{ path: 'country', message: 'Choose a country' }]),
    ...chosen(kind, REGISTERED_KINDS, 'kind'),
    ...optional(reason, 'reason', 2_000),
    ...(isGiven(from) ? [] : [{ path: 'from', message: 'Enter a day, such as 15 January 2027' }]),
    ...(until === null || isGiven(until) ? [] : [{ path: 'until', message: 'Enter a day, or leave it empty' }]),
    ...(isGiven(from) && isGiven(until) && until < from
      ? [{ path: 'until', message: 'The last day comes before the first' }]
      : []),
  ];
  const ends = until ?? (kind === 'served' && isGiven(from) ? addMonths(from, SERVED_MONTHS) : null);
  return refuseFields(problems) ?? { country, kind, reason: reason?.trim() ?? '', from, until: ends };
}
