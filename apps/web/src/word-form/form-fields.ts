import { CRITERIA, LEVEL_NAMES, LEVELS, SECTIONS, type Language, type Question, type RequestContent } from '#domain';
import type { Names } from '../request/case-words.js';
import { concerns, COVERAGE, ITEM, RECOMMENDATIONS, SHAPES, YEAR } from '../request/row-shapes.js';
import { wordIn } from '../request/row-translations.js';
import type { Cell } from '../request/rows.js';
import { CRITERIA_WORDS, DETAIL_WORDS, HINT_WORDS, SCORE_WORDS, type InThree } from './form-words.js';

/** Raised whenever a number stands for another question than before: a form of an earlier edition is not read by guessing. */
export const EDITION = 1;
/** The field that says what the form was made from. */
export const ORIGIN = '0.0';

export type FieldKind = Question['kind'] | 'score' | 'day' | 'whole';
/** A column of a table, by its name in every language. */
export interface Column {
  cell: Cell;
  label: InThree;
  /** What may be chosen: each choice with its words in every language. */
  choices?: { value: string; words: InThree }[];
}
/** One field of the form. It is found again by its code alone, which stands in the first cell of its table. */
export interface FormField {
  code: string;
  path: string;
  part: number;
  kind: FieldKind;
  label: InThree;
  /** Sentences under the question. */
  hints: InThree[];
  /** The columns where it is answered in rows. */
  columns?: Column[];
}

const LANGUAGES = ['en', 'fr', 'es'] as const;
const inThree = (of: (language: Language) => string): InThree => ({ en: of('en'), fr: of('fr'), es: of('es') });
const isChoice = ({ reading }: Cell): boolean => ['choice', 'nullableChoice', 'codes'].includes(reading);

function column(cell: Cell, choices?: Column['choices']): Column {
  const own = (cell.options ?? []).map(({ value, text }) => ({ value, words: inThree((l) => wordIn(text, l)) }));
  const label = inThree((l) => wordIn(cell.label, l));
  return { cell, label, ...(isChoice(cell) ? { choices: choices ?? own } : {}) };
}

/** The countries of a request as a column offers them. */
const countries = (content: RequestContent, names: Names): Column['choices'] =>
  (content.countries ?? []).map((value) => ({ value, words: inThree((l) => names.countryName(value, l)) }));

function columnsOf({ kind }: Question, content: RequestContent, names: Names): Column[] | undefined {
  if (kind === 'costs') return [...YEAR.cells, ...ITEM.cells].map((cell) => column(cell));
  if (kind === 'coverage')
    return COVERAGE.cells.map((cell) => column(cell, cell.key === 'country' ? countries(content, names) : undefined));
  if (kind !== 'recommendations') return SHAPES[kind]?.cells.map((cell) => column(cell));
  const rows = RECOMMENDATIONS.cells.map((cell) => column(cell));
  const several = (content.countries ?? []).length > 1;
  return several ? [...rows, column(concerns([]), countries(content, names))] : rows;
}

/** The choices of a column as one line under the question. */
const choicesLine = ({ label, choices = [] }: Column): InThree =>
  inThree((l) => `${label[l]}: ${choices.map(({ words }) => words[l]).join(' / ')}.`);

function hintsOf(question: Question, columns: Column[] | undefined): InThree[] {
  const { kind, limit, tier, required } = question;
  return [
    ...(required ? [] : [HINT_WORDS.optional]),
    ...(tier === 'risk' ? [HINT_WORDS.restricted] : []),
    ...(kind === 'words' ? [inThree((l) => HINT_WORDS.words[l].replace('#', String(limit)))] : []),
    ...(columns ?? []).filter(({ choices }) => choices?.length).map(choicesLine),
  ];
}

const details: FormField[] = (
  [
    ['title', 'line'],
    ['dutyStation', 'line'],
    ['requestedStart', 'day'],
    ['durationMonths', 'whole'],
    ['urgentReason', 'words'],
  ] as const
).map(([path, kind], i) => ({
  code: `0.${i + 1}`,
  path,
  part: 0,
  kind,
  label: DETAIL_WORDS[path],
  hints: kind === 'day' ? [HINT_WORDS.day] : [],
}));

const SCORE: Cell = {
  key: 'score',
  label: '',
  reading: 'choice',
  kind: 'select',
  span: 3,
  options: LEVELS.map((level) => ({ value: String(level), text: `${level} ${LEVEL_NAMES[level]}` })),
};
const REASON: Cell = { key: 'reason', label: '', reading: 'text', kind: 'long', span: 9 };
const scores: FormField[] = CRITERIA.map((key, i) => ({
  code: `10.${i + 1}`,
  path: `selfAssessment.${key}`,
  part: 10,
  kind: 'score' as const,
  label: CRITERIA_WORDS[key]!,
  hints: [],
  columns: [
    {
      cell: SCORE,
      label: SCORE_WORDS.score,
      choices: LEVELS.map((level) => ({ value: String(level), words: inThree(() => String(level)) })),
    },
    { cell: REASON, label: SCORE_WORDS.reason },
  ],
}));

/** Every field of the form of a request, in order. Who may not read the notes on risk has no fields for them. */
export function formFields(content: RequestContent, names: Names, tiers: ReadonlySet<string>): FormField[] {
  const questions = SECTIONS.flatMap((section) =>
    section.questions.map((question, i) => {
      const columns = columnsOf(question, content, names);
      const { path, kind, label, tier } = question;
      const field: FormField = {
        code: `${section.number}.${i + 1}`,
        path,
        part: section.number,
        kind,
        label,
        hints: hintsOf(question, columns),
        ...(columns ? { columns } : {}),
      };
      return { field, tier };
    }),
  );
  const seen = questions.filter(({ tier }) => tiers.has(tier)).map(({ field }) => field);
  const asked = seen.filter(({ kind }) => kind !== 'coverage' || (content.countries ?? []).length > 1);
  return [...details, ...asked, ...scores];
}

/** The words of a column or choice in any of the languages: people answer in the one they write. */
export const anyOf = (words: InThree): string[] => LANGUAGES.map((language) => words[language]);
