import type { ReferenceData } from '#casework';
import {
  assessmentOf,
  MODALITIES,
  listedEndorsers,
  partyOf,
  ROLES,
  STATES,
  stateLabel,
  stateName,
  type AdvicePosition,
  type Clock,
  type Consultee,
  type DecidingEvent,
  type Outcome,
  type RequestFacts,
  type Role,
  type SectionProgress,
  type StateName,
  type Tier,
} from '#domain';
import { date, words } from '../shell/words.js';

/** Where the names of countries and regions come from. */
export type Names = Pick<ReferenceData, 'countryName' | 'regionName'>;

/** A status as the components draw it. */
export interface Status {
  text: string;
  tone: 'plain' | 'grey' | 'blue' | 'amber' | 'green' | 'red';
}

/** Texts as a sentence lists them: "a, b and c". */
export const listed = (texts: readonly string[], and = 'and'): string =>
  texts.length < 2 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} ${and} ${texts.at(-1)}`;

/** The first letter as it stands at the start of a sentence, or inside one. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const inSentence = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** The countries of a request as its title: one or two by name, more as the first and a number. */
export function placeOf(countries: readonly string[], names: Names): string {
  const all = countries.map((code) => names.countryName(code));
  return all.length > 2 ? `${all[0]} and ${words(all.length - 1)} other countries` : listed(all);
}

const tone = (state: StateName): Status['tone'] => (STATES[state].tag === 'yellow' ? 'amber' : STATES[state].tag);

/** The status of a request in lists. */
export const statusOf = (state: StateName): Status => ({ text: STATES[state].label, tone: tone(state) });

/** The status on the page of a request: who works on the assessment sees where the review stands. */
export function statusFor(facts: RequestFacts, tiers: ReadonlySet<Tier>): Status {
  const text = assessmentOf(facts.state) && tiers.has('assessment') ? stateLabel(facts.state) : undefined;
  const status = statusOf(stateName(facts.state));
  return text ? { ...status, text } : status;
}

export const SECTION_STATUS: Record<SectionProgress, Status | string> = {
  complete: 'Complete',
  incomplete: { text: 'Incomplete', tone: 'amber' },
  notStarted: { text: 'Not started', tone: 'grey' },
};

/** What a party says of a request. */
export const POSITION_WORDS: Record<AdvicePosition, string> = {
  supports: 'Supports the request',
  'supports with conditions': 'Supports the request with conditions',
  'prefers a regional option': 'Prefers a regional option',
  'does not support': 'Does not support the request',
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  approve: 'Approve',
  'approve with conditions': 'Approve with conditions',
  'offer regional option': 'Offer a regional option',
  defer: 'Defer',
  decline: 'Decline',
};

export const DECISION_WORDS: Record<DecidingEvent, Status> = {
  APPROVE: { text: 'Approved', tone: 'green' },
  OFFER_REGIONAL_OPTION: { text: 'Regional option offered', tone: 'amber' },
  DEFER: { text: 'Deferred', tone: 'amber' },
  DECLINE: { text: 'Declined', tone: 'grey' },
};

/** A role with the region that it is asked for. */
const holderOf = (holder: Role, region: string | null, names: Names): string =>
  region ? `${ROLES[holder]}, ${names.regionName(region)}` : ROLES[holder];

/** A party that is asked for advice: an office by its name, a team by its region. */
export const partyName = ({ role, region, office, named }: Consultee, names: Names): string =>
  named ? `${named.name}, ${named.organisation}` : (office?.name ?? holderOf(role, region, names));

/** Advice is taken as long as the panel has not recommended. */
export const takesAdvice = (facts: RequestFacts): boolean =>
  assessmentOf(facts.state) !== null || stateName(facts.state) === 'recommendation';

/** Why there is no advice of a party that was silent, by what happened. */
export function silenceWords(c: Consultee, facts: RequestFacts): string {
  const recorded = c.cutShort
    ? `The panel recommended without it. It could have been given until ${date(c.cutShort)}.`
    : 'The time for advice ended without it.';
  const still = takesAdvice(facts) ? ' It can still be given, and is added.' : '';
  return `${recorded} That is recorded, and is not taken as consent.${still}`;
}

/** Who holds a case by one of its clocks. */
export const heldBy = (clock: Clock, facts: RequestFacts, names: Names): string => {
  // Of those who are asked for advice, each by its own name.
  const party = partyOf(facts, clock);
  const endorser = clock.group === 'endorsement' && listedEndorsers(facts).find((e) => e.id === clock.personId);
  if (endorser) return `${endorser.name}, ${endorser.agency}`;
  return party ? partyName(party, names) : holderOf(clock.holder, clock.region, names);
};

/** The form of support inside a sentence: "an in-country international adviser". */
export function modalityOf(modality: keyof typeof MODALITIES): string {
  const name = MODALITIES[modality];
  if (modality === 'surge') return 'surge support';
  if (modality === 'regionalOfficeCover') return 'cover by an OHCHR regional office';
  return `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${inSentence(name)}`;
}

/** An amount in cents as a table has it, under a heading that names the currency: `412,000`. */
export function amount(cents: number): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  return (cents / 100).toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}
/** An amount in cents as a sentence has it: `US$ 412,000`. */
export const dollars = (cents: number): string => `US$ ${amount(cents)}`;

/** Amounts are kept in dollars with two decimals; sums are made in cents. */
export const cents = (amountUSD: number | undefined): number => Math.round((amountUSD ?? 0) * 100);

/** A number with its noun: "one step", "two steps". */
export const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);
