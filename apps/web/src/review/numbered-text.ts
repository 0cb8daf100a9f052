import type { VersionView } from '#casework';
import { standsIn, type Citation, type Language } from '#domain';
import type { ReadAnswer, ReadSection, Reading } from '../request/reading.presenter.js';
import { annexLetter, segmentsOf, targetOf, type Segment } from './citations.js';

/** A passage that can be cited by its number; `marks` are the criteria for which all of it is cited. */
interface Passage {
  id: string;
  number: string;
  marks: number[];
}
interface Paragraph extends Passage {
  segments: Segment[];
}
/** An answer as reviewers read it: its paragraphs numbered, or a list or table under one number. */
export interface NumberedAnswer {
  label: string;
  restricted: boolean;
  missing: boolean;
  paragraphs: Paragraph[];
  whole: (Passage & { answer: ReadAnswer }) | null;
}
export interface NumberedSection {
  id: string;
  eyebrow: string;
  title: string;
  answers: NumberedAnswer[];
}
/** The request beside the scores. */
export interface NumberedText {
  language: Language;
  nav: { text: string; href: string }[];
  sections: NumberedSection[];
  annexes: { id: string; letter: string; name: string; href: string; note: string; size: number; marks: number[] }[];
  ownAssessment: Reading['ownAssessment'];
}
/** What a reviewer cites for a criterion, by the number of the criterion. */
export type Cited = Citation & { mark: number };

const SHORT: Record<string, string> = {
  'Country context': 'Context',
  'Enabling national environment': 'Environment',
  'Strategic programming opportunities': 'Opportunities',
  'Commitment of the RC and UNCT': 'Commitment',
  'Terms of reference': 'Terms',
  'Cost, funding and hosting': 'Cost',
  'Documents and endorsements': 'Endorsements',
};

const BREAK = /\r?\n[\t ]*(?:\r?\n[\t ]*)+/;
const paragraphsIn = (text: string): string[] =>
  text
    .split(BREAK)
    .map((part) => part.trim())
    .filter(Boolean);

const unique = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

function numbered(section: ReadSection, cited: readonly Cited[]): NumberedAnswer[] {
  let count = 0;
  const next = () => {
    count += 1;
    const [id, number] = [`p-${section.number}-${count}`, `${section.number}.${count}`];
    return { id, number, cited: cited.filter((c) => targetOf(c) === id) };
  };
  const paragraph = (text: string): Paragraph => {
    const { id, number, cited: here } = next();
    const segments = segmentsOf(text, here);
    const found = new Set(segments.map((s) => s.mark));
    return { id, number, segments, marks: unique(here.map((c) => c.mark).filter((mark) => !found.has(mark))) };
  };
  return section.answers.map((answer) => {
    const { label, restricted, shape } = answer;
    const shared = { label, restricted, missing: shape === 'none', paragraphs: [], whole: null };
    if (shape === 'none') return shared;
    if (shape === 'text') return { ...shared, paragraphs: paragraphsIn(answer.text ?? '').map(paragraph) };
    const { id, number, cited: here } = next();
    return { ...shared, whole: { id, number, answer, marks: unique(here.map((c) => c.mark)) } };
  });
}

const passagesOf = ({ sections }: NumberedText): (Passage & { segments?: Segment[] })[] =>
  sections.flatMap((s) => s.answers.flatMap((a) => [...a.paragraphs, ...(a.whole ? [a.whole] : [])]));
const wordsOf = ({ segments }: { segments?: Segment[] }): string | null =>
  segments ? segments.map((s) => s.text).join('') : null;

/** What is wrong with a citation in this version of the text; null where the text has what it points at. */
export function citationTrouble(text: NumberedText, citation: Citation, version: number): string | null {
  const { paragraph, annex, quote, quoted } = citation;
  if (annex)
    return targetsIn(text).has(targetOf(citation)!) ? null : `There is no annex ${annex} in version ${version}.`;
  if (!paragraph) return null;
  const passages = passagesOf(text);
  const named = passages.find((p) => p.number === paragraph);
  if (!named) return `There is no paragraph ${paragraph} in version ${version}.`;
  const said = wordsOf(named);
  if (!quoted || said === null || standsIn(quote, said)) return null;
  const elsewhere = passages.find((p) => standsIn(quote, wordsOf(p) ?? ''));
  return elsewhere
    ? `These words stand in paragraph ${elsewhere.number}, not in ${paragraph}.`
    : `These words are not in version ${version} of the request.`;
}

/** What of the text a citation can point at. */
export const targetsIn = (text: NumberedText): ReadonlySet<string> =>
  new Set([...text.annexes.map((a) => a.id), ...passagesOf(text).map((p) => p.id)]);

/** Numbers the paragraphs of a request, so that a reviewer can cite them, and marks those that are cited. */
export function numberedText(
  reading: Reading,
  documents: VersionView['documents'],
  hrefOf: (id: string) => string,
  cited: readonly Cited[] = [],
): NumberedText {
  const annexes = documents.map((d, i) => {
    const letter = annexLetter(i);
    return {
      id: `annex-${letter}`,
      letter,
      name: d.name,
      href: hrefOf(d.id),
      note: `section ${d.section}${d.tier === 'risk' ? ', restricted' : ''}`,
      size: d.size,
      marks: unique(cited.filter((c) => c.annex === letter).map((c) => c.mark)),
    };
  });
  return {
    language: reading.language,
    nav: [
      ...reading.sections.map((s) => ({ text: SHORT[s.title] ?? s.title, href: `#${s.id}` })),
      { text: `Annexes (${annexes.length})`, href: '#annexes' },
    ],
    sections: reading.sections.map((s) => ({
      id: s.id,
      eyebrow: s.eyebrow,
      title: s.title,
      answers: numbered(s, cited),
    })),
    annexes,
    ownAssessment: reading.ownAssessment,
  };
}
