import { CONVERSIONS, ENDING_REASONS, inWords, type Conversion, type Day, type EndingReason } from '#domain';
import { choicesOf, type ContradictionKind } from '../reference/presence-contradictions.js';
import { PRESENCE_TYPES, ranOutIn, type ReadPost, type ReadTerm, type TableTime } from './presence-shapes.js';

export interface Footnote {
  mark: string;
  text: string;
}
/** What stands under a table about one of its rows. */
export interface Notes {
  /** Signs that many rows have. */
  marks: string[];
  texts: string[];
  /** The day of the table, for names that change. */
  on: Day;
}

export const FRAMEWORK_MARK = '*';
export const YEAR_MARK = '†';
/** The group took another name with the reform of the development system. */
const UNSDG_SINCE = '2018-01-01';

const MEANINGS: Record<string, (on: Day) => string> = {
  [FRAMEWORK_MARK]: (on) =>
    `Deployed under the framework of the ${on < UNSDG_SINCE ? 'United Nations Development Group (UNDG)' : 'United Nations Sustainable Development Group (UNSDG)'}.`,
  [YEAR_MARK]: () => 'Listed for the year; exact dates not known.',
};

/** The footnotes of a table in the order of its rows, each once, and the marks of a row. */
export function numbered(all: readonly Notes[]): { footnotes: Footnote[]; marksOf: (notes: Notes) => string[] } {
  const texts = [...new Set(all.flatMap((notes) => notes.texts))];
  const numbers = new Map(texts.map((text, i) => [text, String(i + 1)]));
  const used = Object.keys(MEANINGS).filter((mark) => all.some((notes) => notes.marks.includes(mark)));
  return {
    footnotes: [
      ...used.map((mark) => ({ mark, text: MEANINGS[mark]!(all[0]!.on) })),
      ...texts.map((text) => ({ mark: numbers.get(text)!, text })),
    ],
    marksOf: (notes) => [...notes.marks, ...notes.texts.map((text) => numbers.get(text)!)],
  };
}

/** What there is to say of a post in the time of a table. */
export function notesOf(post: ReadPost, terms: readonly ReadTerm[], time: TableTime): string[] {
  const expected = terms.some((t) => t.kind === 'successor');
  return [
    ...(post.modality === 'national' ? ['National adviser or officer.'] : []),
    ...endNotes(post, time),
    ...ranOutNotes(terms, time),
    ...(expected ? ['Expected; not in post yet.'] : []),
    ...(!expected && time.from > time.today ? ['As it is planned today.'] : []),
    ...post.countries.flatMap((c) => c.notes.map((note) => (note.startsWith(c.name) ? note : `${c.name}: ${note}`))),
    ...post.contradictions.map(contradictionNote),
  ];
}

const ranOutNotes = (terms: readonly ReadTerm[], time: TableTime): string[] =>
  terms.flatMap((t) =>
    ranOutIn(t, time)
      ? [`The agreed term ended on ${inWords(t.planned!)}; it is not recorded whether the adviser has left.`]
      : [],
  );

/** Closed in the year, and what came after. */
function endNotes({ ending, history, next }: ReadPost, { from, until }: TableTime): string[] {
  const year = until.slice(0, 4);
  if (!ending || ending.on < from || ending.on.slice(0, 4) !== year) return [];
  const reason = ENDING_REASONS[ending.reason as EndingReason].toLowerCase();
  return [
    history ? ending.text : `Closed on ${inWords(ending.on)}: ${reason}.`,
    ...(ending.conversion ? [`Replaced by: ${CONVERSIONS[ending.conversion as Conversion].toLowerCase()}.`] : []),
    ...(next
      ? [
          `Followed by: ${PRESENCE_TYPES[next.modality]}, from ${next.certainty === 'day' ? inWords(next.from) : next.from.slice(0, 4)}.`,
        ]
      : []),
  ];
}

function contradictionNote({ kind, words, decision }: ReadPost['contradictions'][number]): string {
  if (decision === null) return `Sources do not agree: ${words}`;
  const choice = choicesOf(kind as ContradictionKind)[decision];
  return `Sources did not agree: ${words} Settled: ${choice ?? decision}.`;
}
