import {
  clausesIn,
  CRITERION_NAMES,
  dutyPart,
  inOrder,
  type Criterion,
  type Deviation,
  type DutyPart,
  type Language,
  type Piece,
  type PlaceNames,
  type PrintedClause,
  type TermsReading,
} from '#domain';
import type { Status } from '../request/case-words.js';
import { markedBlocks, unmarked, type Marked } from './marks.js';

/** A clause as its page shows it, with what leaves the standard marked in it. */
export interface ClauseView {
  id: string;
  heading: Piece[];
  /** The kind of duty that begins with this clause. */
  opens: string | null;
  duty: boolean;
  lang: Language;
  tag: Status | null;
  blocks: Marked[];
  serves: Piece[][];
  results: Piece[][];
  untied: boolean;
}

export const DEVIATION_TAGS: Record<Deviation['kind'], Status> = {
  added: { text: 'Added', tone: 'green' },
  removed: { text: 'Removed', tone: 'red' },
  changed: { text: 'Changed', tone: 'amber' },
};

/** Tags with those that were put on and taken off. */
function tags<T extends string>(
  now: readonly T[],
  change: { added: T[]; removed: T[] } | undefined,
  name: (t: T) => string,
): Piece[][] {
  const kept = now.map((t): Piece => ({ kind: change?.added.includes(t) ? 'added' : 'same', text: name(t) }));
  const gone = (change?.removed ?? []).map((t): Piece => ({ kind: 'removed', text: name(t) }));
  return [...kept, ...gone].map((piece) => [piece]);
}

type Shown = Omit<PrintedClause, 'adapted'>;

function viewOf(clause: Shown, deviation: Deviation | undefined): Omit<ClauseView, 'opens'> {
  const named = (c: Criterion): string => CRITERION_NAMES[c];
  const removed = deviation?.kind === 'removed';
  const duty = dutyPart(clause.key) !== null;
  return {
    id: clause.key,
    heading: deviation?.headingDiff ?? unmarked(clause.heading),
    duty,
    lang: clause.language,
    tag: deviation ? DEVIATION_TAGS[deviation.kind] : null,
    blocks: markedBlocks(deviation?.textDiff ?? unmarked(clause.text)),
    serves: tags(removed ? [] : clause.criteria, deviation?.criteria, named),
    results: tags(removed ? [] : clause.results, deviation?.results, (result) => result),
    untied: duty && !removed && clause.criteria.length === 0,
  };
}

/** Says of the first duty of each kind what its kind is called. */
function withOpenings(views: Omit<ClauseView, 'opens'>[], parts: Record<DutyPart, string>): ClauseView[] {
  let last: DutyPart | null = null;
  return views.map((view) => {
    const part = dutyPart(view.id);
    const opens = part && part !== last ? parts[part] : null;
    last = part;
    return { ...view, opens };
  });
}

/** The clauses in a language; in that in which they were agreed, with the changes against the standard where they are wanted. */
export function clauseViews(
  reading: TermsReading,
  language: Language,
  marks: boolean,
  names: PlaceNames,
): ClauseView[] {
  const { content, standard, deviations } = reading;
  const { parts } = reading.definition.texts[language];
  if (!marks || language !== content.language)
    return withOpenings(
      clausesIn(reading, language, names).map((clause) => viewOf(clause, undefined)),
      parts,
    );
  const gone = standard.clauses.filter((c) => deviations.some((d) => d.kind === 'removed' && d.key === c.key));
  const all = inOrder([...content.clauses, ...gone]).map((clause) => ({ ...clause, language }));
  return withOpenings(
    all.map((clause) =>
      viewOf(
        clause,
        deviations.find((d) => d.key === clause.key),
      ),
    ),
    parts,
  );
}

/** The standard itself, its places left open, as the public page and its versions show it. */
export function standardViews(reading: Pick<TermsReading, 'definition'>, language: Language): ClauseView[] {
  const { parts, clauses } = reading.definition.texts[language];
  return withOpenings(
    clauses.map((clause) => viewOf({ ...clause, language }, undefined)),
    parts,
  );
}
