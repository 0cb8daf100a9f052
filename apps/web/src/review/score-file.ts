import type { FrameworkVersion } from '#casework';
import {
  CONFIDENCES,
  LEVELS,
  LEVEL_NAMES,
  type Confidence,
  type Criterion,
  type DraftSheet,
  type PersonRef,
} from '#domain';
import { sheetText } from '../shell/sheet-text.js';
import { CANNOT_WORDS, COLUMNS, HEAD, SHEETS, type FormOf } from './score-file.fields.js';

type Cell = {
  value: string | number;
  type: StringConstructor | NumberConstructor;
  fontWeight?: 'bold';
  wrap?: boolean;
};
const cell = (value: string | number): Cell =>
  typeof value === 'number'
    ? { value, type: Number }
    : { value: sheetText(value), type: String, ...(value.length > 20 ? { wrap: true } : {}) };
const bold = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' });
const row = (...values: (string | number)[]): Cell[] => values.map(cell);

const HOW = [
  'Fill in the table below. Everything else has to stay as it is, or the form is not taken back.',
  `Score: 0, 1, 2, 3 or 4, or “${CANNOT_WORDS}”. The texts of the levels are on the sheet “${SHEETS.levels}”.`,
  'How sure: low, medium or high, or nothing.',
  'Evidence: one passage on each line of the cell, such as 3.2, Annex B, or 3.2 “the words” to quote them.',
  'A cell that you leave empty changes nothing of what you have saved.',
];

/** What a form says of itself: it is taken back for this request, these versions and this person, and no other. */
export const formOf = (
  { ref, version }: { ref: string; version: number },
  framework: Pick<FrameworkVersion, 'version'>,
  { name, email }: PersonRef & { email: string },
): FormOf => ({ ref, requestVersion: version, criteriaVersion: framework.version, reviewer: name, address: email });

const scoreCell = (score: number | null | undefined): string | number =>
  score === undefined ? '' : score === null ? CANNOT_WORDS : score;

function scores(form: FormOf, framework: FrameworkVersion, draft: DraftSheet | null): Cell[][] {
  const lines = framework.criteria.map((c) => {
    const kept = draft?.[c.key as Criterion];
    const sure = kept?.confidence ? CONFIDENCES[kept.confidence as Confidence].toLowerCase() : '';
    return row(
      c.name,
      scoreCell(kept?.score),
      kept?.reason ?? '',
      (kept?.evidence ?? []).join('\n'),
      sure,
      `${c.weight}%`,
      c.question,
    );
  });
  return [
    [bold('Scores of a request for a Human Rights Adviser')],
    ...Object.entries(HEAD).map(([key, title]) => row(title, form[key as keyof FormOf])),
    ...HOW.map((text) => row('', text)),
    Object.values(COLUMNS).map(bold),
    ...lines,
  ];
}

const levels = (framework: FrameworkVersion): Cell[][] => [
  ['Criterion', 'Score', 'Level', 'What it means'].map(bold),
  ...framework.criteria.flatMap((c) => [
    ...[...LEVELS].reverse().map((level) => row(c.name, level, LEVEL_NAMES[level], c.levels[level])),
    ...c.guidance.map((line) => row(c.name, '', 'What to look for', line)),
  ]),
];

/** The score form of one reviewer as a workbook, with what they have saved in it. */
export async function scoreWorkbook(
  form: FormOf,
  framework: FrameworkVersion,
  draft: DraftSheet | null,
): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const widths = (...all: number[]) => all.map((width) => ({ width }));
  return writeWorkbook([
    { data: scores(form, framework, draft), sheet: SHEETS.scores, columns: widths(34, 14, 60, 40, 12, 10, 60) },
    { data: levels(framework), sheet: SHEETS.levels, columns: widths(34, 8, 18, 90) },
  ]).toBuffer();
}
