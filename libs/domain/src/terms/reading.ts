import type { Language, Modality, RequestContent } from '../request/content.js';
import { aboutRequest, type PlaceNames } from './about.js';
import type { TermsDefinition } from './definition.js';
import { termsDeviations, type Deviation } from './difference.js';
import { firstTerms, printedClauses, standardTerms, type PrintedClause } from './standard.js';
import type { TermsContent, TermsVersion } from './terms.js';

/** Whose terms of reference these are: a request or a post, whichever page asks. */
export interface TermsSubject {
  ref: string;
  language: Language;
  modality: Modality;
  regions: readonly string[];
  countries: readonly string[];
  /** The request as it was approved: what the places of the standard are filled from. */
  content: RequestContent;
  terms: TermsVersion | null;
}

/** Terms as they stand, beside the standard that they were made from. */
export interface TermsReading {
  subject: TermsSubject;
  /** The version of the standard; for terms that nobody has proposed yet, the one in force. */
  definition: TermsDefinition;
  standard: TermsContent;
  /** What was proposed last; where nothing was, what a first proposal would be. */
  content: TermsContent;
  deviations: Deviation[];
}

/** Reads terms against the standard: the version that was proposed, or the one that a first proposal would be. */
export function readTerms(
  subject: TermsSubject,
  definition: TermsDefinition,
  names: PlaceNames,
  version: TermsVersion | null = subject.terms,
): TermsReading {
  const language = version?.content.language ?? subject.language;
  const about = aboutRequest(subject.content, subject, names, language);
  const standard = standardTerms(language, about, definition);
  const content = version?.content ?? firstTerms(language, about, definition);
  return { subject, definition, standard, content, deviations: termsDeviations(standard, content) };
}

/** The clauses of terms printed in a language. */
export function clausesIn(reading: TermsReading, language: Language, names: PlaceNames): PrintedClause[] {
  const { subject, definition, standard, content } = reading;
  const translated =
    language === content.language
      ? standard
      : standardTerms(language, aboutRequest(subject.content, subject, names, language), definition);
  return printedClauses(content, standard, translated);
}

/** A part of a text: a paragraph, or the points of a list. */
export type Block = { text: string } | { list: string[] };

const isPoint = (line: string): boolean => /^\s*- /u.test(line);

/** A text as paragraphs and lists: an empty line divides, a line that begins with "- " is a point. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of text.split(/\n\s*\n/u)) {
    let lines: string[] = [];
    const close = (): void => {
      if (lines.length) blocks.push({ text: lines.join('\n') });
      lines = [];
    };
    let points: string[] | null = null;
    for (const line of paragraph.split('\n').filter((l) => l.trim())) {
      if (!isPoint(line)) {
        points = null;
        lines.push(line.trim());
        continue;
      }
      close();
      if (!points) blocks.push({ list: (points = []) });
      points.push(line.replace(/^\s*- /u, '').trim());
    }
    close();
  }
  return blocks;
}
