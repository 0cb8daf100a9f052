import type { Actor, Assignment, PersonRef, Role } from '../people/roles.js';
import type { ContentPatch } from '../request/content.js';
import type { CaseDocument, RequestDecision, RequestFacts } from '../request/facts.js';
import { stateName } from '../request/states.js';
import type { Instant } from '../time/working-days.js';

/** Why a signature does not count any more. */
export interface Voided {
  at: Instant;
  by: PersonRef;
  why: 'changed' | 'countries' | 'takenBack';
  /** What was changed, by its place in the content; `documents` for a document. */
  what: string[];
  reason: string | null;
}
/** The signature of a coordinator who does not lead the request, for one or several countries. */
export interface Signature {
  countries: string[];
  by: PersonRef;
  actingFor: string | null;
  at: Instant;
  /** By what the text that was signed is told from another. */
  text: string;
  void?: Voided;
}
/** A request of several offices: one leads and submits it, the others sign the text as it stands. */
export interface Together {
  /** The countries of the office that leads. */
  lead: string[];
  /** Every signature that was ever given, in order. */
  signatures: Signature[];
  /** Countries that were in it and left. */
  left?: Left[];
}
/** A country that did not stay, and why. */
export interface Left {
  country: string;
  by: PersonRef;
  at: Instant;
  reason: string;
}
/** A regional option that was offered for countries of several coordinators: the lead answers, the others sign it first. */
export interface OfferSigning {
  lead: string[];
  /** Every country that the option covers or the request named. */
  countries: string[];
  signatures: Signature[];
  left?: Left[];
}

type Shared = Pick<RequestFacts, 'together' | 'summary' | 'offerSigning' | 'state'>;

/** What is signed now: the option while its answer is awaited, else the text of a request of several; null where one office signs alone. */
export function signingOf({ together, summary, offerSigning, state }: Shared): OfferSigning | null {
  if (offerSigning && stateName(state) === 'offered') return offerSigning;
  return together ? { ...together, countries: summary.countries } : null;
}
/** Whether what is signed now is an option that was offered. */
export const signsOffer = (facts: Shared): boolean =>
  Boolean(facts.offerSigning) && signingOf(facts) === facts.offerSigning;
/** Whose signatures an offer needs beside the answer of the lead; none where the lead answers for every country. */
export function officesOfOffer(
  facts: Shared,
  { action, option }: Pick<RequestDecision, 'action' | 'option'>,
): Pick<RequestDecision, 'offices'> {
  if (action !== 'OFFER_REGIONAL_OPTION') return {};
  const lead = leadOf(facts);
  const covered = (option?.countries ?? []).map((c) => c.country);
  const countries = [...new Set([...facts.summary.countries, ...covered])];
  return countries.some((c) => !lead.includes(c)) ? { offices: { lead, countries } } : {};
}

/** The countries whose coordinators submit: of a request of one office, all of them. */
export const leadOf = ({ together, summary }: Shared): string[] => together?.lead ?? summary.countries;
/** The countries whose coordinators sign before the lead submits; none of a request of one office. */
export function partnersOf(facts: Shared): string[] {
  const signing = signingOf(facts);
  return signing ? signing.countries.filter((c) => !signing.lead.includes(c)) : [];
}
/** Every country that signs, or signed, beside the one that leads: of the offer that was made last, or of the request. */
export function partnersEver(facts: Shared): string[] {
  const { countries, lead } = facts.offerSigning ?? { countries: facts.summary.countries, lead: leadOf(facts) };
  return countries.filter((c) => !lead.includes(c));
}
/** The signatures that count. */
export const standingSignatures = (facts: Shared): Signature[] =>
  (signingOf(facts)?.signatures ?? []).filter((s) => !s.void);
/** The countries whose coordinators have still to sign the text as it stands. */
export function unsigned(facts: Shared): string[] {
  const signed = standingSignatures(facts).flatMap((s) => s.countries);
  return partnersOf(facts).filter((c) => !signed.includes(c));
}
/** Whose signatures a decision asks for; whatever was signed of an offer before it does not count for another. */
export const offeredTo = (
  facts: Pick<RequestFacts, 'offerSigning'>,
  { offices }: RequestDecision,
): Pick<RequestFacts, 'offerSigning'> =>
  offices ? { offerSigning: { ...offices, signatures: [] } } : facts.offerSigning ? { offerSigning: null } : {};
/** For which countries a document is brought, where another office than the one that leads brings it. */
export function broughtFor(facts: Shared, { countries }: Assignment): Pick<CaseDocument, 'of'> {
  const of = partnersOf(facts).filter((c) => countries.includes(c));
  return of.length && !leadOf(facts).some((c) => countries.includes(c)) ? { of } : {};
}
/** Whether an office may take a document away: the one that leads any, another what was brought for its own country. */
export const mayTakeAway = (facts: Shared, own: readonly string[], { of }: Pick<CaseDocument, 'of'>): boolean =>
  !facts.together || [...leadOf(facts), ...(of ?? [])].some((c) => own.includes(c));
/** Of these countries, those that somebody holds in one of the roles. */
export const heldBy = ({ assignments }: Actor, roles: readonly Role[], countries: readonly string[]): string[] =>
  countries.filter((c) => assignments.some((a) => roles.includes(a.role) && a.countries.includes(c)));

/** Who leads a request for these countries that somebody with this assignment writes: null where their office serves all of them. */
export function leadBy({ countries: own }: Assignment, countries: readonly string[]): string[] | null {
  const lead = countries.filter((c) => own.includes(c));
  return lead.length === countries.length ? null : lead;
}

/** What a patch touches, by place: sections each for itself. */
export const touched = (patch: ContentPatch): string[] =>
  Object.entries(patch)
    .flatMap(([key, value]) =>
      key === 'sections' && typeof value === 'object' && value !== null
        ? Object.keys(value).map((name) => `sections.${name}`)
        : [key],
    )
    .sort();

/** The case once the text or the offices have changed: every signature of the text of before is void, and says why. */
export function voided(
  facts: RequestFacts,
  cause: Voided,
  lead?: string[] | null,
): Pick<RequestFacts, 'together'> | object {
  if (lead === null) return facts.together ? { together: null } : {};
  const together = facts.together ?? (lead ? { lead, signatures: [] } : null);
  if (!together) return {};
  return {
    together: {
      ...together,
      ...(lead ? { lead } : {}),
      signatures: together.signatures.map((s) => (s.void ? s : { ...s, void: cause })),
    },
  };
}
