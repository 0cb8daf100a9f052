import {
  CRITERIA,
  CRITERION_NAMES,
  DUTY_PARTS,
  dutyPart,
  inOrder,
  isCriterion,
  LANGUAGES,
  nextDuty,
  type Clause,
  type DutyPart,
  type FieldProblem,
  type Language,
  type Refusal,
  type StandardText,
  type TermsDefinition,
} from '#domain';
import type { Field } from '../request/field-models.js';
import { lines, many, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

type Texts = TermsDefinition['texts'];
const languages = Object.keys(LANGUAGES) as Language[];
/** The duty that is being added to the standard. */
const NEW = 'new';

const everywhere = (make: (language: Language) => StandardText): Texts => ({
  en: make('en'),
  fr: make('fr'),
  es: make('es'),
});

function clauseIn(form: Form, key: string, language: Language, as = key): Clause {
  const field = (part: string): string => `${part}-${language}-${key}`;
  return {
    key: as,
    heading: one(form, field('heading')),
    text: text(form, field('text')),
    criteria: many(form, `criteria-${key}`).filter(isCriterion),
    results: lines(form, field('results')),
  };
}

/** What was typed as a standard. A duty that is marked goes; one that was begun comes. */
export function typedStandard(form: Form): Texts {
  const out = many(form, 'out');
  const keys = [...new Set(many(form, 'key'))].slice(0, 100).filter((key) => !(out.includes(key) && dutyPart(key)));
  const part = DUTY_PARTS.find((p) => p === one(form, 'part')) ?? 'counterparts';
  const begun = languages.some((l) => {
    const { heading, text: words } = clauseIn(form, NEW, l);
    return heading || words;
  });
  const fresh = nextDuty(
    part,
    keys.map((key) => ({ key })),
  );
  return everywhere((language) => ({
    parts: Object.fromEntries(DUTY_PARTS.map((p) => [p, one(form, `part-${language}-${p}`)])) as Record<
      DutyPart,
      string
    >,
    clauses: inOrder([
      ...keys.map((key) => clauseIn(form, key, language)),
      ...(begun ? [clauseIn(form, NEW, language, fresh)] : []),
    ]),
  }));
}

/** Where a problem of the standard stands on the form. */
export function standardErrors(refusal: Refusal, texts: Texts): PageError[] {
  const place = ({ path, message }: FieldProblem): PageError => {
    const [, language, part] = /^(\w+)\.parts\.(\w+)$/.exec(path) ?? [];
    if (language) return { text: message, href: `#part-${language}-${part}` };
    const [, of, index, field] = /^(\w+)\.clauses\.(\d+)\.(\w+)/.exec(path) ?? [];
    const key = of && texts[of as Language].clauses[Number(index)]?.key;
    if (!key) return { text: message };
    return { text: message, href: field === 'criteria' ? `#criteria-${key}` : `#${field}-${of}-${key}` };
  };
  return (refusal.fields ?? [{ path: '', message: refusal.message }]).map(place);
}

type At = (field: string) => string | undefined;

/** The fields of a clause in one language. */
function fieldsIn(language: Language, clause: Clause, duty: boolean, at: At): Field[] {
  const field = (part: string, label: string, more: Partial<Field>): Field => {
    const name = `${part}-${language}-${clause.key}`;
    return { name, label: `${label}, ${LANGUAGES[language]}`, lang: language, error: at(name), ...more };
  };
  const rows = Math.min(14, Math.max(3, Math.ceil(clause.text.length / 90) + clause.text.split('\n').length));
  return [
    field('heading', 'Heading', { value: clause.heading }),
    field('text', 'Text', { kind: 'long', value: clause.text, rows }),
    ...(duty
      ? [field('results', 'Results, one on each line', { kind: 'long', value: clause.results.join('\n'), rows: 2 })]
      : []),
  ];
}

/** A clause of the standard in every language, with its tags once. */
export function foldOf(key: string, texts: Texts, at: At) {
  const duty = dutyPart(key) !== null || key === NEW;
  const empty: Clause = { key, heading: '', text: '', criteria: [], results: [] };
  const of = (language: Language): Clause => texts[language].clauses.find((c) => c.key === key) ?? empty;
  const tags: Field = {
    kind: 'checkboxes',
    name: `criteria-${key}`,
    label: 'Which criteria does this duty serve?',
    options: CRITERIA.map((value) => ({ value, text: CRITERION_NAMES[value] })),
    value: of('en').criteria,
    small: true,
    error: at(`criteria-${key}`),
  };
  const fields = [...(duty ? [tags] : []), ...languages.flatMap((l) => fieldsIn(l, of(l), duty, at))];
  const out = {
    kind: 'checkboxes',
    name: 'out',
    id: `out-${key}`,
    label: 'Leave out',
    small: true,
    options: [{ value: key, text: 'Leave this duty out of the standard' }],
  };
  return {
    key,
    heading: of('en').heading || 'No heading yet',
    open: fields.some((f) => f.error),
    fields,
    out: duty && key !== NEW ? out : null,
  };
}

/** The fields of a duty that is added. */
export function freshFields(at: At): Field[] {
  const none = everywhere(() => ({ parts: { team: '', capacity: '', counterparts: '', added: '' }, clauses: [] }));
  return foldOf(NEW, none, at).fields;
}

/** What the kinds of duties are called, in every language. */
export const partFields = (texts: Texts, at: At): Field[] =>
  DUTY_PARTS.flatMap((part) =>
    languages.map((language) => {
      const name = `part-${language}-${part}`;
      return {
        name,
        label: `${texts.en.parts[part] || part}, ${LANGUAGES[language]}`,
        lang: language,
        value: texts[language].parts[part],
        error: at(name),
      };
    }),
  );
