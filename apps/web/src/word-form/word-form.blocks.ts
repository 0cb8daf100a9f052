import { type FieldProblem, type Language, type RequestContent } from '#domain';
import { concernsPath, withAnswers, type Answers } from '../request/answers.js';
import { errorOf, type Field } from '../request/field-models.js';
import { blockOf, placesOf, type Block } from '../request/section-blocks.js';
import { placeInSection } from '../request/section.form.js';
import { one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import type { FormField } from './form-fields.js';
import { written, type Written } from './form-texts.js';
import { isOpen, type UnderstoodField } from './understood.js';
import type { OpenForm } from './word-forms.js';

/** What a changed field is drawn from. */
export interface BlockInput {
  open: OpenForm;
  names: Parameters<typeof blockOf>[1]['names'];
  /** What was brought, for every field that may take the place of what is stored. */
  brought: Answers;
  /** The texts of fields as they were typed, where there are any. */
  form: Form;
  problems: readonly FieldProblem[];
  /** Answers in rows that are open to be corrected; the others are shown for reading, which is lighter. */
  editing: readonly string[];
  add: string;
  now: Date;
}
interface ReadRows {
  columns: { key: string; text: string }[];
  rows: Record<string, string>[];
}
/** One changed field: what it says in the file, open to be corrected, and what is stored. */
export interface ChangedField {
  code: string;
  label: string;
  choice: Field;
  /** The answer in fields, or in rows to be read that are sent back as they are. */
  parts: Block[];
  read: { table: ReadRows; fields: { name: string; value: string }[]; path: string } | null;
  stored: { text: string } | ReadRows | null;
  status: { text: string; tone: 'blue' | 'amber' };
}

/** The name under which it is chosen which text of a field counts. */
export const choiceOf = (path: string): string => `take.${path}`;
/** Said where both texts were changed and nobody has chosen. */
export const CHOOSE = 'Choose which text counts: the one in the file, or the one that is stored';

const STATUS: Partial<Record<UnderstoodField['outcome'], ChangedField['status']>> = {
  brought: { text: 'Changed in the file', tone: 'blue' },
  both: { text: 'Changed in both', tone: 'amber' },
  emptied: { text: 'Empty in the file', tone: 'amber' },
};

const fieldBlock = (field: Field): Block => ({ shape: 'field', field, meanwhile: null });

/** A field that is no question of a section: what the request says of itself, or an own score. */
function plainBlocks({ field, value }: UnderstoodField, { form, problems, open }: BlockInput): Block[] {
  const language = open.content.language ?? 'en';
  const { path, kind } = field;
  const common = { label: field.label[language], lang: language === 'en' ? undefined : language };
  if (kind === 'score')
    return field.columns!.map(({ cell, label }) => {
      const name = `${path}.${cell.key}`;
      const long = cell.kind === 'long';
      const said = long ? text(form, name) : one(form, name);
      const shown = { name, value: said, error: errorOf(problems, name) };
      return fieldBlock({
        ...shown,
        ...common,
        label: `${common.label}: ${label[language]}`,
        ...(long ? { kind: 'long', rows: 3 } : { width: 3 }),
      });
    });
  const typed = path in form ? text(form, path) : String(value ?? '');
  const shape = kind === 'words' ? { kind: 'long' as const, rows: 4 } : { width: kind === 'line' ? 20 : 10 };
  return [fieldBlock({ ...common, ...shape, name: path, value: typed, error: errorOf(problems, path) })];
}

function blocksOf(understood: UnderstoodField, input: BlockInput): Block[] {
  const found = placeInSection(understood.field.path);
  if (!found) return plainBlocks(understood, input);
  const { open, brought, problems, add, names, now } = input;
  const { content, view } = open;
  const drawn: RequestContent = withAnswers(content, brought);
  const page = paths.section(view.facts.ref, found.section.number);
  return [blockOf(found.question, { drawn, content, problems, contested: [], add, names, now, page })];
}

const tableOf = ({ columns = [] }: FormField, rows: readonly string[][], language: Language): ReadRows => ({
  columns: columns.map(({ label }, i) => ({ key: `c${i}`, text: label[language] })),
  rows: rows.map((row) => Object.fromEntries(row.map((cell, i) => [`c${i}`, cell]))),
});

/** What is stored, for reading beside what was brought. */
function storedOf(field: FormField, content: RequestContent, language: Language): ChangedField['stored'] {
  const stored: Written = written(field, content, language);
  if (stored.length === 0) return null;
  return typeof stored === 'string' ? { text: stored } : tableOf(field, stored, language);
}

const isRead = ({ field, outcome }: UnderstoodField, { editing, problems }: BlockInput): boolean =>
  field.columns !== undefined &&
  field.kind !== 'score' &&
  outcome !== 'emptied' &&
  !editing.includes(field.path) &&
  !problems.some((p) => concernsPath(p, field.path));

/** An answer in rows as it was understood, with what sends it back unchanged. */
function readOf({ field, value }: UnderstoodField, { form, open, brought }: BlockInput): ChangedField['read'] {
  const language = open.content.language ?? 'en';
  const drawn = withAnswers(open.content, { ...brought, [field.path]: value });
  const fields = Object.entries(form)
    .filter(([name]) => name.startsWith(`${field.path}.`))
    .flatMap(([name, values]) => [values ?? []].flat().map((text) => ({ name, value: text })));
  const rows = written(field, drawn, language) as string[][];
  return {
    table: tableOf(field, rows, language),
    fields: [...fields, { name: 'shown', value: field.path }],
    path: field.path,
  };
}

/** Whether one of two texts has to be chosen; else the file's is taken, unless it is left out. */
export const isAsked = ({ outcome }: Pick<UnderstoodField, 'outcome'>): boolean => outcome !== 'brought';

/** The choice between the two texts: what is stored where the file is empty, and nobody's where both were changed. */
function choiceField({ field, outcome }: UnderstoodField, { form, problems }: BlockInput): Field {
  const name = choiceOf(field.path);
  const given = one(form, name);
  if (outcome === 'brought')
    return {
      kind: 'checkboxes',
      name,
      small: true,
      options: [{ value: 'stored', text: `Leave out what the file says for ${field.code}` }],
      value: given === 'stored' ? ['stored'] : [],
    };
  return {
    kind: 'radios',
    name,
    label: `Which text of ${field.code} counts?`,
    options: [
      { value: 'file', text: outcome === 'emptied' ? 'Empty the answer' : 'What the file says' },
      { value: 'stored', text: 'What is stored' },
    ],
    value: given || (outcome === 'emptied' ? 'stored' : ''),
    inline: true,
    small: true,
    quiet: true,
    error: errorOf(problems, name),
  };
}

/** Every field whose text in the file may take the place of what is stored. */
export const changedFields = (fields: readonly UnderstoodField[], input: BlockInput): ChangedField[] =>
  fields
    .filter(({ outcome }) => isOpen(outcome))
    .map((it) => ({
      code: it.field.code,
      label: it.field.label[input.open.content.language ?? 'en'],
      choice: choiceField(it, input),
      parts: isRead(it, input) ? [] : blocksOf(it, input),
      read: isRead(it, input) ? readOf(it, input) : null,
      stored: storedOf(it.field, input.open.content, input.open.content.language ?? 'en'),
      status: STATUS[it.outcome]!,
    }));

/** The places of the page to which a problem may lead. */
export const placesIn = (fields: readonly ChangedField[]): Set<string> =>
  new Set(fields.flatMap(({ choice, parts }) => [choice.name, ...placesOf(parts)]));
