import {
  longDate,
  type CostYear,
  type Endorsement,
  type EndorsementLine,
  type Language,
  type MechanismRecommendation,
  type Question,
  type RequestContent,
} from '#domain';
import { amount, capital, cents, type Names } from './case-words.js';
import { wordIn } from './row-translations.js';

/** What the columns of the cost tables are called. */
const COST_WORDS = {
  caption: 'Costs of each year and who pays',
  what: 'What',
  paidBy: 'Paid by',
  kind: 'How',
  amount: 'US$',
  inAll: 'Who pays in all',
  cash: 'Cash, US$',
  inKind: 'In kind, US$',
  total: 'Total, US$',
  all: 'All',
} as const;

export interface ReadCosts {
  words: Record<keyof typeof COST_WORDS, string>;
  years: { title: string; items: { label: string; paidBy: string; kind: string; amount: string }[]; total: string }[];
  payers: { payer: string; cash: string; inKind: string; total: string }[];
  totals: { cash: string; inKind: string; total: string };
}
/** An answer in rows, with its heads in the language of the request. */
export interface ReadTable {
  columns: { key: string; text: string; numeric?: true; words?: true }[];
  rows: Record<string, string>[];
}

const KINDS: Record<string, string> = { cash: 'Cash', 'in-kind': 'In kind', none: '' };
const kindIn = (kind: string, language: Language): string => wordIn(KINDS[kind] ?? kind, language);
const orNone = (n: number): string => (n === 0 ? '–' : amount(n));
const sum = (amounts: number[]): number => amounts.reduce((a, b) => a + b, 0);
const wordsIn = (language: Language) =>
  Object.fromEntries(
    Object.entries(COST_WORDS).map(([key, text]) => [key, wordIn(text, language)]),
  ) as ReadCosts['words'];

/** The cost of every year, and who pays it, to the cent. */
export function readCosts(years: readonly CostYear[], language: Language = 'en'): ReadCosts {
  const items = years.flatMap((y) => y.items ?? []);
  const of = (kind: string | null, payer: string | null): number =>
    sum(
      items
        .filter((i) => (kind === null || i.kind === kind) && (payer === null || i.paidBy === payer))
        .map((i) => cents(i.amountUSD)),
    );
  const row = (payer: string | null) => ({
    cash: orNone(of('cash', payer)),
    inKind: orNone(of('in-kind', payer)),
    total: amount(of(null, payer)),
  });
  return {
    words: wordsIn(language),
    years: years.map((y) => ({
      title: y.months === 12 || !y.months ? String(y.year) : `${y.year}, ${y.months} ${wordIn('months', language)}`,
      items: (y.items ?? []).map((i) => ({
        label: i.label,
        paidBy: i.paidBy,
        kind: kindIn(i.kind, language),
        amount: amount(cents(i.amountUSD)),
      })),
      total: amount(sum((y.items ?? []).map((i) => cents(i.amountUSD)))),
    })),
    payers: [...new Set(items.map((i) => i.paidBy))].map((payer) => ({ payer, ...row(payer) })),
    totals: row(null),
  };
}

const position = (said: string | null | undefined, language: Language): string => wordIn(capital(said ?? ''), language);

type MaybeLine = Endorsement & Partial<Omit<EndorsementLine, keyof Endorsement>>;
/** Whose word it is: of the agency by its own link, or of the office that typed it. */
function saidBy({ source, at, void: isVoid }: MaybeLine, language: Language): string {
  if (source !== 'agency') return wordIn('Entered by the office', language);
  if (!at) return wordIn('Asked by link, no answer', language);
  if (isVoid) return wordIn('The agency itself, of an earlier text', language);
  return `${wordIn('The agency itself', language)}, ${longDate(at.slice(0, 10), language)}`;
}

const endorsement = (e: MaybeLine, language: Language) => ({
  agency: e.agency,
  name: e.name,
  position: position(e.position, language),
  contribution: [
    kindIn(e.contribution?.kind ?? 'none', language),
    e.contribution?.text ?? '',
    e.from ? `${wordIn('from', language)} ${longDate(e.from, language)}` : '',
    e.word ?? '',
  ]
    .filter(Boolean)
    .join('. '),
  ...(e.source ? { source: saidBy(e, language) } : {}),
  amount: e.contribution?.amountUSD ? amount(cents(e.contribution.amountUSD)) : '',
});
const recommendation = (r: MechanismRecommendation, language: Language) => ({
  source: [r.body, r.year].filter(Boolean).join(', '),
  theme: r.theme,
  text: r.text,
  position: position(r.position, language),
});

const HEADS = {
  endorsements: {
    agency: 'Agency',
    name: 'Head of agency',
    position: 'Position',
    contribution: 'Contribution',
    amount: 'US$',
    source: 'Said by',
  },
  recommendations: {
    source: 'Mechanism',
    theme: 'Theme',
    text: 'Recommendation',
    position: 'Position of the State',
  },
  coverage: { country: 'Country', days: 'Days a year', first: 'What first', share: 'Its share of a year' },
} as const;
const NUMERIC = ['amount', 'days', 'share'];
/** Columns that are there only where some row has something in them. */
const WHERE_KNOWN = ['source', 'share'];
/** Columns of a word or two, which are not broken. */
const WORDS = ['position'];

/** The kinds of question whose answer is read as a table. */
export type TableKind = keyof typeof HEADS;
export const isTableKind = (kind: Question['kind']): kind is TableKind => Object.hasOwn(HEADS, kind);

function rowsOf(kind: TableKind, value: unknown, language: Language, names: Names): Record<string, string>[] {
  switch (kind) {
    case 'endorsements':
      return (value as Endorsement[]).map((e) => endorsement(e, language));
    case 'recommendations':
      return (value as MechanismRecommendation[]).map((r) => recommendation(r, language));
    case 'coverage':
      return (value as NonNullable<NonNullable<RequestContent['sections']>['coveragePlan']>).map((c) => ({
        country: names.countryName(c.country, language),
        days: String(c.daysPerYear ?? ''),
        first: c.first ?? '',
        ...(c.shareUSD === undefined ? {} : { share: `US$ ${c.shareUSD.toLocaleString('en')}` }),
      }));
  }
}

/** An answer in rows as a table in the language of the request. */
export const readTable = (kind: TableKind, value: unknown, language: Language, names: Names): ReadTable => {
  const rows = rowsOf(kind, value, language, names);
  // Whose word it is can be told only where somebody knows.
  const heads = Object.entries(HEADS[kind]).filter(([key]) => !WHERE_KNOWN.includes(key) || rows.some((r) => key in r));
  return {
    columns: heads.map(([key, text]) => ({
      key,
      text: wordIn(text, language),
      ...(NUMERIC.includes(key) ? { numeric: true as const } : {}),
      ...(WORDS.includes(key) ? { words: true as const } : {}),
    })),
    rows,
  };
};
