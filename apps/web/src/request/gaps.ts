import {
  gapsBeforeSubmission,
  SECTIONS,
  tooLong,
  type FieldProblem,
  type RequestContent,
  type RequestFacts,
} from '#domain';
import { paths } from '../shell/paths.js';
import { placeInSection } from './section.form.js';

/** Something that is missing or too long, as a way to where it is mended. */
export interface Gap {
  section: number;
  text: string;
  href: string;
}

/** The questions without an answer: a request may be submitted with them, and says why. */
export const gapsOf = (facts: RequestFacts, content: RequestContent): Gap[] =>
  gapsBeforeSubmission(facts, content).map(({ section, question }) => ({
    section: section.number,
    text: question.label[content.language ?? 'en'],
    href: `${paths.section(facts.ref, section.number)}#${question.path}`,
  }));

/** The answers that are too long: a request cannot be submitted with them. */
export const overlongOf = (ref: string, content: RequestContent): Gap[] =>
  tooLong(content).flatMap(({ path, message }: FieldProblem) => {
    const found = placeInSection(path);
    if (!found) return [];
    const { section, question } = found;
    const over = /\((\d+) too many\)/.exec(message)?.[1] ?? '';
    const label = question.label[content.language ?? 'en'];
    return [
      {
        section: section.number,
        text: `${label} (${over} ${over === '1' ? 'word' : 'words'} too many)`,
        href: `${paths.section(ref, section.number)}#${path}`,
      },
    ];
  });

/** The same, section by section. */
export const bySection = (gaps: readonly Gap[]): { title: string; gaps: Gap[] }[] =>
  SECTIONS.map(({ number, title }) => ({
    title: `Section ${number}, ${title}`,
    gaps: gaps.filter((g) => g.section === number),
  })).filter((s) => s.gaps.length > 0);
