import type { Role } from '#domain';

export interface DemonstrationAssignment {
  role: Role;
  /** Neither regions nor countries: everywhere. */
  regions?: readonly string[];
  countries?: readonly string[];
  agency?: string;
  /** For a regional office: its code. */
  office?: string;
  from: string;
  /** Last day in force; assignments with one move with the dates of the cases. */
  until?: string;
  /** For an acting coordinator: the key of the person acted for. */
  actingFor?: string;
}

/** A person of the demonstration. Every one is invented; the addresses lead nowhere. */
export interface DemonstrationPerson {
  /** Reviewers have the id that the sample reviews give them. */
  key: string;
  email: `${string}@${string}.example`;
  name: string;
  title: string;
  /** For those who are consulted: the words under which the sample reviews record their advice. */
  organisation: string;
  language: 'en' | 'fr' | 'es';
  /** Those in which they work, where these are more than that one. */
  works?: readonly ('en' | 'fr' | 'es')[];
  assignments: readonly DemonstrationAssignment[];
}

/** Before the first case, on the calendar of the samples as on that of today. */
export const FROM_THE_START = '2012-01-01';
