import { dutyPart, LANGUAGES, SIDES, type Clause, type FieldProblem, type Language, type Refusal } from '#domain';
import { listed } from '../request/case-words.js';
import { errorOf, type Field } from '../request/field-models.js';
import { stepFields } from '../shell/act.js';
import type { TermsView } from './case-terms.js';
import { DEVIATION_TAGS } from './clause-views.js';
import { clauseFields, NEW, reportingFields, type TypedTerms } from './terms-edit.form.js';
import type { TermsPlace } from './terms.presenter.js';

/** What a new version does to the signatures that there are; null when there are none. */
function warningOf({ current }: TermsView): string | null {
  const signed = current?.signatures ?? [];
  if (signed.length === 0) return null;
  const who = listed(
    signed.map((s) => `${s.by.name} for ${s.side === 'rc' ? 'the Resident Coordinator' : SIDES.ohchr}`),
  );
  return `Version ${current!.number} was signed by ${who}. A new version voids ${signed.length === 1 ? 'that signature' : 'those signatures'}: both sides sign again.`;
}

/** Asked where both sides have signed what is to be changed. */
const reasonField = (
  { current }: TermsView,
  { reason }: TypedTerms,
  problems: readonly FieldProblem[],
): Field | null =>
  current?.signatures.length === 2
    ? {
        kind: 'long',
        name: 'reason',
        label: 'Why is it changed after both sides have signed?',
        hint: 'A sentence or two. It stays in the record.',
        value: reason,
        error: errorOf(problems, 'reason'),
        rows: 3,
      }
    : null;

function foldOf(clause: Clause, typed: TypedTerms, terms: TermsView, problems: readonly FieldProblem[]) {
  const duty = dutyPart(clause.key) !== null;
  const fields = clauseFields(clause, duty, typed.language, problems);
  const deviation = terms.reading.deviations.find((d) => d.key === clause.key);
  return {
    key: clause.key,
    heading: clause.heading || 'No heading yet',
    tag: deviation ? DEVIATION_TAGS[deviation.kind] : null,
    open: fields.some((f) => f.error),
    fields,
    out: duty
      ? {
          kind: 'checkboxes',
          name: 'out',
          id: `out-${clause.key}`,
          label: 'Leave out',
          small: true,
          value: typed.leftOut,
          options: [{ value: clause.key, text: 'Leave this duty out' }],
        }
      : null,
  };
}

/** What stands before the duties, and after them. */
const PLAIN = ['The post', 'Outputs, support and conditions'] as const;

/** Clauses under the kinds that they belong to, so that a long form can be found one's way in. */
function groupsOf(typed: TypedTerms, terms: TermsView, problems: readonly FieldProblem[]) {
  const { parts } = terms.reading.definition.texts[typed.language];
  const groups: { title: string; lang: Language; folds: ReturnType<typeof foldOf>[] }[] = [];
  let last: string | null | undefined;
  for (const clause of typed.clauses) {
    const part = dutyPart(clause.key);
    if (part !== last || groups.length === 0)
      groups.push(
        part
          ? { title: parts[part], lang: typed.language, folds: [] }
          : { title: PLAIN[groups.length ? 1 : 0], lang: 'en', folds: [] },
      );
    last = part;
    groups.at(-1)!.folds.push(foldOf(clause, typed, terms, problems));
  }
  return groups;
}

const choiceOfLanguage = (terms: TermsView, place: TermsPlace, typed: TypedTerms) =>
  terms.current
    ? []
    : (Object.keys(LANGUAGES) as Language[])
        .filter((l) => l !== typed.language)
        .map((l) => ({ text: `Write them in ${LANGUAGES[l]}`, href: `${place.here}/edit?language=${l}` }));

/** The form in which terms are changed, clause by clause. */
export function editPage(terms: TermsView, place: TermsPlace, typed: TypedTerms, refusal?: Refusal) {
  const problems = refusal?.fields ?? [];
  const errors = refusal
    ? (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
        path ? { text: message, href: `#${path}` } : { text: message },
      )
    : [];
  const { current, reading } = terms;
  const next = (current?.number ?? 0) + 1;
  const gone = reading.standard.clauses.filter((c) => !typed.clauses.some((t) => t.key === c.key));
  return {
    ...place,
    heading: current ? 'Change the terms' : 'Write the terms',
    lead: `What you propose becomes version ${next}, in ${LANGUAGES[typed.language]}. Both sides see each change against the standard.`,
    ...(errors.length ? { errors } : {}),
    warning: warningOf(terms),
    languages: choiceOfLanguage(terms, place, typed),
    language: typed.language,
    hidden: stepFields(terms.revision),
    groups: groupsOf(typed, terms, problems),
    bring: gone.length
      ? {
          kind: 'checkboxes',
          name: 'bring',
          label: 'Duties of the standard that were left out',
          hint: 'Choose those that are to come back.',
          value: typed.brought,
          options: gone.map((c) => ({ value: c.key, text: c.heading })),
        }
      : null,
    fresh: clauseFields({ ...typed.fresh, key: NEW }, true, typed.language, problems),
    reporting: reportingFields(typed, problems),
    reason: reasonField(terms, typed, problems),
    next,
  };
}
