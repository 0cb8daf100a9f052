import type { Actor, Assignment, PersonRef, Role } from '../people/roles.js';
import type { ContentPatch } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
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
  left?: { country: string; by: PersonRef; at: Instant; reason: string }[];
}

type Shared = Pick<RequestFacts, 'together' | 'summary'>;

/** The countries whose coordinators submit: of a request of one office, all of them. */
export const leadOf = ({ together, summary }: Shared): string[] => together?.lead ?? summary.countries;
/** The countries whose coordinators sign before the lead submits; none of a request of one office. */
export const partnersOf = ({ together, summary }: Shared): string[] =>
  together ? summary.countries.filter((c) => !together.lead.includes(c)) : [];
/** The signatures that count. */
export const standingSignatures = ({ together }: Pick<RequestFacts, 'together'>): Signature[] =>
  (together?.signatures ?? []).filter((s) => !s.void);
/** The countries whose coordinators have still to sign the text as it stands. */
export function unsigned(facts: Shared): string[] {
  const signed = standingSignatures(facts).flatMap((s) => s.countries);
  return partnersOf(facts).filter((c) => !signed.includes(c));
}
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
