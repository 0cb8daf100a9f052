import type { FieldProblem } from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { dateTime, words } from '../shell/words.js';
import { marksOf } from '../request/answers.js';
import { placeOf, plural, type Names } from '../request/case-words.js';
import { inWordsOfRows, summaryOf } from '../request/field-models.js';
import { changedFields, isAsked, placesIn, type BlockInput } from './word-form.blocks.js';
import { isOpen, type UnderstoodField } from './understood.js';
import type { OpenForm } from './word-forms.js';

function frame({ view }: OpenForm, names: Names) {
  const { ref, summary } = view.facts;
  const place = placeOf(summary.countries, names);
  return {
    title: `Write without a connection: ${place}`,
    eyebrow: `${ref}, ${place}`,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: 'Form in Word' },
    ],
    action: paths.wordForm(ref),
    back: { text: 'Back to the request', href: paths.request(ref) },
  };
}

/** The page from which the form is taken, and to which it is brought back. */
export const wordFormPage = (open: OpenForm, names: Names, wrong?: string) => ({
  ...frame(open, names),
  details: paths.details(open.view.facts.ref),
  download: paths.wordFormFile(open.view.facts.ref),
  saved: dateTime(open.view.changedAt),
  wrong,
});

export interface UnderstoodInput extends Omit<BlockInput, 'problems'> {
  fields: readonly UnderstoodField[];
  /** The step of the text that the form was made from. */
  made: number;
  outside: string;
  notes: readonly string[];
  problems: readonly FieldProblem[];
}

const labelsOf = (fields: readonly UnderstoodField[], of: UnderstoodField['outcome'], language: 'en' | 'fr' | 'es') =>
  fields.filter(({ outcome }) => outcome === of).map(({ field }) => `${field.code} ${field.label[language]}`);

/** Once the page was sent back, only what differs is known of: nothing is said of the rest. */
const sentenceOf = (changed: number, same: number): string => {
  if (changed === 0) return 'The file says the same as what is stored: there is nothing to keep.';
  const differ = `${words(changed, true)} ${plural(changed, 'answer differs', 'answers differ')} from what is stored`;
  return same === 0 ? `${differ}.` : `${differ}, ${words(same)} ${plural(same, 'is', 'are')} the same.`;
};

/** The page of what was understood, field by field, before anything is kept. */
export function understoodPage(given: UnderstoodInput) {
  const input = { ...given, problems: inWordsOfRows(given.problems) };
  const { open, fields, made, outside, notes, names } = input;
  const language = open.content.language ?? 'en';
  const changed = changedFields(fields, input);
  const shown = fields.filter(({ outcome }) => isOpen(outcome)).map(({ field }) => field.path);
  const asked = fields.filter((f) => isOpen(f.outcome) && isAsked(f)).map(({ field }) => field.path);
  const errors = summaryOf(input.problems, placesIn(changed));
  const same = labelsOf(fields, 'same', language);
  return {
    ...frame(open, names),
    accept: paths.wordFormAccept(open.view.facts.ref),
    sentence: `${sentenceOf(changed.length, same.length)}${changed.length ? ' Nothing is kept yet.' : ''}`,
    notes,
    changed,
    folded: [
      { title: 'The same in the file', items: same },
      {
        title: 'Changed here since the form was downloaded, and not in the file',
        items: labelsOf(fields, 'stored', language),
      },
      { title: 'Not in the file', items: labelsOf(fields, 'missing', language) },
    ].filter(({ items }) => items.length > 0),
    outside,
    hidden: [
      ...stepFields(open.view.revision),
      { kind: 'hidden', name: 'made', value: String(made) },
      { kind: 'hidden', name: 'marks', value: marksOf(shown, open.content) },
      ...shown.map((value) => ({ kind: 'hidden', name: 'of', value })),
      ...asked.map((value) => ({ kind: 'hidden', name: 'asked', value })),
      ...input.editing.map((value) => ({ kind: 'hidden', name: 'editing', value })),
    ],
    ...(errors.length ? { errors } : {}),
  };
}
