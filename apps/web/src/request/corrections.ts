import {
  openQuestions,
  RETURN_CODES,
  SECTIONS,
  stateName,
  type RequestFacts,
  type ReturnCode,
  type Section,
} from '#domain';
import { paths } from '../shell/paths.js';

export interface Correction {
  text: string;
  /** The section that it is about; none where it is about the whole request. */
  section?: { text: string; href: string };
}

/** What was asked for: the list of a return, or the questions that may be answered by a change. */
function given(facts: RequestFacts): Pick<NonNullable<RequestFacts['returned']>, 'items' | 'codes'> | null {
  if (stateName(facts.state) === 'returned') return facts.returned;
  const asked = openQuestions(facts).filter((q) => q.mayChange);
  return asked.length ? { codes: [], items: asked.map((q) => ({ section: q.section, text: q.question })) } : null;
}

/** What the desk officer asked to be mended in a section, or everywhere. */
export const correctionsFor = (facts: RequestFacts, section: Section): string[] =>
  (given(facts)?.items ?? []).filter((i) => i.section === null || i.section === section.number).map((i) => i.text);

/** Everything that the desk officer asked to be mended, each with the way to where it is done; null when nothing was. */
export function corrections(facts: RequestFacts): { title: string; codes: string[]; items: Correction[] } | null {
  const returned = given(facts);
  if (!returned) return null;
  return {
    title: stateName(facts.state) === 'returned' ? 'Returned for correction' : 'What OHCHR asks',
    codes: returned.codes.map((code) => RETURN_CODES[code as ReturnCode] ?? code),
    items: returned.items.map(({ text, section }) => {
      const found = SECTIONS.find((s) => s.number === section);
      return found
        ? {
            text,
            section: { text: `Section ${found.number}, ${found.title}`, href: paths.section(facts.ref, found.number) },
          }
        : { text };
    }),
  };
}
