import type { Language } from '../request/content.js';
import { LANGUAGES } from '../request/content.js';
import { valuesFor, type Place, type TermsAbout } from './about.js';
import {
  FIRST_TAGS,
  inOrder,
  nextDuty,
  type StandardText,
  type StandardWords,
  type TermsDefinition,
} from './definition.js';
import { STANDARD_EN } from './standard-en.js';
import { STANDARD_ES } from './standard-es.js';
import { STANDARD_FR } from './standard-fr.js';
import type { Clause, TermsContent } from './terms.js';

const tagged = ({ parts, clauses }: StandardWords): StandardText => ({
  parts,
  clauses: inOrder(
    Object.entries(clauses).map(([key, { heading, text, results }]) => ({
      key,
      heading,
      text,
      criteria: FIRST_TAGS[key] ?? [],
      results: results ?? [],
    })),
  ),
});

/** The standard that a new installation starts with; an administrator changes it by publishing another version. */
export const FIRST_TERMS: TermsDefinition = {
  version: 1,
  texts: { en: tagged(STANDARD_EN), fr: tagged(STANDARD_FR), es: tagged(STANDARD_ES) },
};

/** Places in a text of the standard, such as `{grade}`. */
export const PLACE_PATTERN = /\{(\w+)\}/g;

/** Puts what a post is into the places; what a value itself holds is left as it is. */
const fill = (text: string, values: Record<Place, string>): string =>
  text.replace(PLACE_PATTERN, (whole, name: string) => (Object.hasOwn(values, name) ? values[name as Place] : whole));

/** The standard for one post in one language: what changes are told against. */
export function standardTerms(language: Language, about: TermsAbout, definition: TermsDefinition): TermsContent {
  const values = valuesFor(about, language);
  const clauses = definition.texts[language].clauses.map((clause) => ({
    ...clause,
    heading: fill(clause.heading, values),
    text: fill(clause.text, values),
  }));
  return { standard: definition.version, language, clauses: inOrder(clauses) };
}

/** A short name for a duty that came as one line of a request. */
const headingOf = (duty: string): string => {
  const words = duty.split(/\s+/u);
  return words.length <= 8
    ? duty
    : `${words
        .slice(0, 8)
        .join(' ')
        .replace(/[,;:.]$/u, '')} …`;
};

/** The terms that a post begins with: the standard, and the duties that its request adds. */
export function firstTerms(language: Language, about: TermsAbout, definition: TermsDefinition): TermsContent {
  const standard = standardTerms(language, about, definition);
  const clauses: Clause[] = [...standard.clauses];
  for (const duty of about.addedDuties.map((d) => d.trim()).filter(Boolean))
    clauses.push({ key: nextDuty('added', clauses), heading: headingOf(duty), text: duty, criteria: [], results: [] });
  return { ...standard, clauses: inOrder(clauses) };
}

/** A clause as it is printed: in the language asked for where it is the standard's, else in its own. */
export interface PrintedClause extends Clause {
  language: Language;
  adapted: boolean;
}

const same = (a: Clause, b: Clause): boolean => a.heading === b.heading && a.text === b.text;

/** Terms in a language: standard clauses are printed in it, adapted ones stay in the language in which they were agreed. */
export function printedClauses(
  content: TermsContent,
  standard: TermsContent,
  translated: TermsContent,
): PrintedClause[] {
  return inOrder(content.clauses).map((clause) => {
    const own = standard.clauses.find((c) => c.key === clause.key);
    const other = translated.clauses.find((c) => c.key === clause.key);
    const adapted = !own || !same(own, clause);
    if (adapted || !other) return { ...clause, language: content.language, adapted };
    const results = clause.results.map((result) => other.results[own.results.indexOf(result)] ?? result);
    return { ...clause, heading: other.heading, text: other.text, results, language: translated.language, adapted };
  });
}

export const isLanguage = (value: unknown): value is Language =>
  typeof value === 'string' && Object.hasOwn(LANGUAGES, value);
