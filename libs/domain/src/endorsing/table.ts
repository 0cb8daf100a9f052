import type { CostItem, CostYear, Endorsement, RequestContent } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import type { Day, Instant } from '../time/working-days.js';
import { listedEndorsers, nameOfAnswer, type Contribution } from './endorser.js';
import { endorsementsNow, type SubmittedEndorsement } from './record.js';

/** One line of the table of endorsements, with who says it: the agency itself by its link, or the office that typed it. */
export interface EndorsementLine extends Endorsement {
  source: 'agency' | 'office';
  /** The agency endorsed an earlier text. */
  void: boolean;
  /** Under which name the agency answered, when, and from when it gives what it gives. */
  by: string | null;
  at: Instant | null;
  from: Day | null;
  word: string;
}

const sameAgency = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

function ownLine({ agency, name, answer, void: isVoid }: SubmittedEndorsement): EndorsementLine {
  const none: Contribution = { kind: 'none', amountUSD: 0, text: '', from: null };
  const { kind, text, amountUSD, from } = answer?.contribution ?? none;
  return {
    agency,
    name,
    position: answer?.position ?? 'no answer',
    contribution: { kind, text, amountUSD },
    source: 'agency',
    void: isVoid && answer?.position === 'endorses',
    by: answer && nameOfAnswer({ name, agency }, answer.answeredBy),
    at: answer?.at ?? null,
    from,
    word: answer?.word ?? '',
  };
}
const typedLine = (e: Endorsement): EndorsementLine => ({
  ...e,
  source: 'office',
  void: false,
  by: null,
  at: null,
  from: null,
  word: '',
});

/** What agencies said themselves: in a text in work as it stands now, else as it was submitted. */
export const agenciesSaid = (facts: RequestFacts, inWork: boolean): SubmittedEndorsement[] =>
  inWork ? endorsementsNow(facts) : (facts.frozen?.endorsements ?? []);

/** One table of both: what an agency says itself takes the place of what was typed for it. */
export function endorsementTable(content: RequestContent, said: readonly SubmittedEndorsement[]): EndorsementLine[] {
  const typed = content.endorsements ?? [];
  const typedFor = (agency: string) => typed.some((e) => sameAgency(e.agency ?? '', agency));
  const answered = said.filter((s) => s.answer !== null || !typedFor(s.agency));
  return [
    ...answered.map(ownLine),
    ...typed.filter((e) => !answered.some((s) => sameAgency(s.agency, e.agency ?? ''))).map(typedLine),
  ];
}

/** The text with the whole table in the place of what was typed, for those who read it. It is never written back. */
export const withEndorsements = (content: RequestContent, said: readonly SubmittedEndorsement[]): RequestContent => {
  const lines = endorsementTable(content, said);
  return lines.length ? { ...content, endorsements: lines } : content;
};

/** A line of the cost table that would say what an agency confirmed. */
export interface SuggestedCost extends CostItem {
  year: number;
}

/** What agencies confirmed that they pay, and the cost table does not have. It is suggested, and never written by itself. */
export function suggestedCosts(facts: RequestFacts, content: RequestContent): SuggestedCost[] {
  const years = content.sections?.costAndHosting?.years ?? [];
  const start = Number((content.requestedStart ?? facts.createdAt).slice(0, 4));
  const there = (agency: string, kind: string): number =>
    years
      .flatMap((y) => y.items ?? [])
      .filter((i) => sameAgency(i.paidBy ?? '', agency) && i.kind === kind)
      .reduce((sum, i) => sum + Math.round((i.amountUSD ?? 0) * 100), 0);
  return listedEndorsers(facts).flatMap((e) => {
    const given = e.state === 'endorsed' ? e.answer!.contribution : null;
    if (!given || given.kind === 'none') return [];
    const missing = Math.round(given.amountUSD * 100) - there(e.agency, given.kind);
    const year = Number(given.from?.slice(0, 4)) || (years[0]?.year ?? start);
    return missing > 0
      ? [{ label: given.text.slice(0, 200), amountUSD: missing / 100, paidBy: e.agency, kind: given.kind, year }]
      : [];
  });
}

/** The cost table with these lines in it, each in its year. */
export function withCosts(content: RequestContent, lines: readonly SuggestedCost[]): CostYear[] {
  const years = [...(content.sections?.costAndHosting?.years ?? [])];
  for (const { year, ...item } of lines) {
    const at = years.findIndex((y) => y.year === year);
    if (at < 0) years.push({ year, months: 12, items: [item] });
    else years[at] = { ...years[at]!, items: [...(years[at]!.items ?? []), item] };
  }
  return years.sort((a, b) => a.year - b.year);
}
