import type { Presence } from '../entities/reference/presence.js';
import { KNOWN_DOUBTS } from './posts.js';

/** What can be wrong between two listings, or between a list and another source, and how a person may settle it. */
export const CONTRADICTIONS = {
  mark: {
    label: 'Two years with different framework marks',
    choices: {
      changed: 'The mark changed between the two years',
      earlier: 'The mark of the earlier year is right for both',
      later: 'The mark of the later year is right for both',
    },
  },
  form: {
    label: 'International in one year, national in another',
    choices: {
      converted: 'The one post was converted into the other',
      both: 'They are two posts, and neither became the other',
      earlier: 'It is one post, as the earlier year lists it',
      later: 'It is one post, as the later year lists it',
    },
  },
  uncertainMark: {
    label: 'The framework mark is uncertain in the list',
    choices: { with: 'The post stood under the framework', without: 'The post did not stand under the framework' },
  },
  sources: {
    label: 'Two reports differ for the same year',
    choices: { first: 'The report named first is right', second: 'The report named second is right' },
  },
  notInTable: {
    label: 'In the text of the report, not in its table',
    choices: { present: 'There was a presence in that year', absent: 'There was none in that year' },
  },
  otherSource: {
    label: 'Another source speaks against the list',
    choices: { present: 'There was a presence in that year', absent: 'There was none in that year' },
  },
  closedAndListed: {
    label: 'Closed, and listed later',
    choices: {
      reopened: 'It was closed, and opened again later',
      notClosed: 'It was not closed',
      notListed: 'It was closed, and the later listing is wrong',
    },
  },
} as const satisfies Record<string, { label: string; choices: Record<string, string> }>;
export type ContradictionKind = keyof typeof CONTRADICTIONS;
/** A choice that every kind has: nothing is changed, and the doubt stays beside the listing. */
const CANNOT_BE_KNOWN = 'unknown';

/** The choices of a kind of contradiction, with their words. */
export const choicesOf = (kind: ContradictionKind): Record<string, string> => ({
  ...CONTRADICTIONS[kind].choices,
  [CANNOT_BE_KNOWN]: 'It cannot be known: leave it as it is listed',
});

/** Two listings that do not go together, or one that something else speaks against. */
export interface Contradiction {
  /** The same for the same contradiction, however often lists are read. */
  key: string;
  kind: ContradictionKind;
  /** The post's code in the list. */
  post: string;
  years: number[];
  words: string;
  /** The listings that it is about, the later one last. */
  rows: Presence[];
  /** Whether the last listing should not be relied on alone. */
  doubtful: boolean;
}

/** Everything that the listings hold against each other, by post and year. */
export function findContradictions(all: readonly Presence[]): Contradiction[] {
  const posts = new Map<string, Presence[]>();
  for (const row of all) posts.set(row.post, [...(posts.get(row.post) ?? []), row]);
  return [...posts.values()].flatMap((rows) => {
    const inOrder = rows.toSorted((a, b) => a.year - b.year || (a.source < b.source ? -1 : 1));
    return [
      ...inOrder.flatMap((row) => aloneInDoubt(row)),
      ...inOrder.flatMap((row, i) => [
        ...inOrder.slice(i + 1).flatMap((other) => sameYear(row, other)),
        ...closedAndListed(row, inOrder),
        ...betweenYears(row, inOrder),
      ]),
    ];
  });
}

function contradiction(kind: ContradictionKind, rows: Presence[], words: string, doubtful = true): Contradiction {
  const last = rows.at(-1)!;
  const years = [...new Set(rows.map((r) => r.year))];
  const sources = [...new Set(rows.map((r) => r.source))];
  return {
    key: [kind, last.post, ...years, ...sources].join(' '),
    kind,
    post: last.post,
    years,
    words,
    rows,
    doubtful,
  };
}

function aloneInDoubt(row: Presence): Contradiction[] {
  const known = KNOWN_DOUBTS.filter((k) => k.post === row.post && k.year === row.year);
  return [
    ...(row.code.endsWith('?')
      ? [contradiction('uncertainMark', [row], `The code "${row.code}" is uncertain in the list itself.`)]
      : []),
    ...known.map((k) => contradiction(k.kind, [row], k.doubt)),
  ];
}

const sameYear = (row: Presence, other: Presence): Contradiction[] =>
  row.year === other.year && row.source !== other.source && row.code !== other.code
    ? [
        contradiction(
          'sources',
          [row, other],
          `${row.source} gives the code "${row.code}" for the same year as ${other.source}, which gives "${other.code}".`,
        ),
      ]
    : [];

/** The first listing after the year in which the post ended. */
function closedAndListed(row: Presence, inOrder: readonly Presence[]): Contradiction[] {
  const next = hasEnded(row) ? inOrder.find((other) => other.year > row.year) : undefined;
  const words = `The list for ${row.year} says that the post ended then, and it is listed for ${next?.year}.`;
  return next ? [contradiction('closedAndListed', [row, next], words)] : [];
}

/** How the next year that is listed differs. */
function betweenYears(row: Presence, inOrder: readonly Presence[]): Contradiction[] {
  const next = inOrder.find((other) => other.year > row.year);
  if (next && next.national !== row.national) {
    const form = (r: Presence) => (r.national ? 'a national officer' : 'an international adviser');
    const words = `Listed as ${form(row)} in ${row.year} and as ${form(next)} in ${next.year}.`;
    return [contradiction('form', [row, next], words, false)];
  }
  const marked = inOrder.find((other) => other.year > row.year && other.underFramework !== null);
  if (!marked || row.underFramework === null || marked.underFramework === row.underFramework) return [];
  // The mark came with the strategy of 2012: to gain it is likely a change, to lose it is not.
  return row.underFramework
    ? [
        contradiction(
          'mark',
          [row, marked],
          `Listed with the framework's mark in ${row.year} and without it in ${marked.year}.`,
        ),
      ]
    : [
        contradiction(
          'mark',
          [row, marked],
          `Listed without the framework's mark in ${row.year} and with it in ${marked.year}.`,
          false,
        ),
      ];
}

const hasEnded = ({ note }: Presence): boolean => /^(discontinued|closed)\b/.test(note ?? '');
