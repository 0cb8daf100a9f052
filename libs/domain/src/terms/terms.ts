import type { Criterion } from '../review/criteria.js';
import type { PersonRef } from '../people/roles.js';
import type { Language } from '../request/content.js';
import type { Instant } from '../time/working-days.js';

/** One clause of terms of reference; a duty is tagged with the criteria and the results that it serves. */
export interface Clause {
  key: string;
  heading: string;
  /** Paragraphs are divided by an empty line; a line that begins with "- " is a point of a list. */
  text: string;
  criteria: Criterion[];
  results: string[];
}

/** Terms of reference as they stand for one post, in one language, made from a version of the standard. */
export interface TermsContent {
  standard: number;
  language: Language;
  clauses: Clause[];
}

/** A numbered version for one post. Both sides sign the same version; a change is a new version and asks both again. */
export interface TermsVersion {
  number: number;
  content: TermsContent;
  by: PersonRef;
  at: Instant;
  signatures: { side: 'rc' | 'ohchr'; by: PersonRef; actingFor: string | null; at: Instant }[];
}
