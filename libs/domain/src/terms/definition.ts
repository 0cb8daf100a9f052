import type { Criterion } from '../review/criteria.js';
import type { Language } from '../request/content.js';
import type { Clause } from './terms.js';

/** Clauses that every terms of reference has, in the order in which they are read; duties stand in their place. */
export const CLAUSES = [
  'status',
  'purpose',
  'reporting',
  'duties',
  'outputs12',
  'outputs24',
  'relations',
  'hostSupport',
  'qualifications',
  'duration',
  'review',
  'dataProtection',
  'noHarm',
  'versions',
] as const;
/** What each duty is towards; `added` are those of one post. */
export const DUTY_PARTS = ['team', 'capacity', 'counterparts', 'added'] as const;
export type DutyPart = (typeof DUTY_PARTS)[number];

/** Clauses that may be reworded and never left out. */
export const REQUIRED_CLAUSES: readonly string[] = CLAUSES.filter((key) => key !== 'duties');

/** The part that a duty belongs to; null for a clause of every terms of reference. */
export function dutyPart(key: string): DutyPart | null {
  const part = /^([a-z]+)\.[a-zA-Z0-9]{1,24}$/.exec(key)?.[1];
  return DUTY_PARTS.find((p) => p === part) ?? null;
}
/** Whether a clause can have this key. */
export const isClauseKey = (key: string): boolean => REQUIRED_CLAUSES.includes(key) || dutyPart(key) !== null;

const placeOf = (key: string): number => {
  const part = dutyPart(key);
  const place = (CLAUSES as readonly string[]).indexOf(part ? 'duties' : key);
  return place * DUTY_PARTS.length + (part ? DUTY_PARTS.indexOf(part) : 0);
};
/** Clauses in the order in which they are read, whatever order they were written in. */
export const inOrder = <C extends Pick<Clause, 'key'>>(clauses: readonly C[]): C[] =>
  [...clauses].sort((a, b) => placeOf(a.key) - placeOf(b.key));

/** A key for one more duty of a part. */
export function nextDuty(part: DutyPart, clauses: readonly Pick<Clause, 'key'>[]): string {
  const numbers = clauses.map(({ key }) => Number(/^[a-z]+\.(\d{1,4})$/.exec(key)?.[1] ?? 0));
  return `${part}.${Math.max(0, ...numbers) + 1}`;
}

/** The standard in one language: clauses with places to fill, and what the kinds of duties are called. */
export interface StandardText {
  parts: Record<DutyPart, string>;
  clauses: Clause[];
}

/** A version of the standard. Kept in the database, changed only as a new version. */
export interface TermsDefinition {
  version: number;
  texts: Record<Language, StandardText>;
}

/** The words of a standard as a language's file has them; the tags stand beside them once for all languages. */
export interface StandardWords {
  parts: Record<DutyPart, string>;
  clauses: Record<string, { heading: string; text: string; results?: string[] }>;
}

/** The criteria that the duties of the first standard serve. */
export const FIRST_TAGS: Record<string, Criterion[]> = {
  'team.programmes': ['strategicOpportunities', 'commitment'],
  'team.skills': ['commitment', 'sustainability'],
  'team.assessment': ['enablingEnvironment', 'strategicOpportunities'],
  'team.coordination': ['ownership', 'commitment'],
  'team.advice': ['commitment'],
  'capacity.plan': ['ownership', 'sustainability'],
  'capacity.expertise': ['sustainability'],
  'counterparts.state': ['ownership', 'enablingEnvironment'],
  'counterparts.institution': ['ownership', 'sustainability'],
  'counterparts.civilSociety': ['ownership', 'enablingEnvironment'],
  'counterparts.mechanisms': ['enablingEnvironment', 'strategicOpportunities'],
  'counterparts.humanitarian': ['strategicOpportunities'],
};
