import { REGISTERED_KINDS, type ConflictToRegister, type Refusal, type RegisteredKind } from '#domain';
import { dateTyped, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

interface TypedDay {
  day: string;
  month: string;
  year: string;
}
export interface TypedConflict {
  country: string;
  kind: string;
  reason: string;
  from: TypedDay;
  until: TypedDay;
}

const dayOf = ({ day, month, year }: TypedDay): string =>
  [year, month, day].every((p) => p === '') ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

export const typedConflict = (form: Form): TypedConflict => ({
  country: one(form, 'country'),
  kind: one(form, 'kind'),
  reason: text(form, 'reason'),
  from: dateTyped(form, 'from'),
  until: dateTyped(form, 'until'),
});

/** What was typed, as it is registered. */
export const conflictOf = (typed: TypedConflict): ConflictToRegister => ({
  country: typed.country,
  kind: typed.kind as RegisteredKind,
  reason: typed.reason,
  from: dayOf(typed.from),
  until: dayOf(typed.until) || null,
});

const ANCHORS: Record<string, string> = { from: 'from-day', until: 'until-day' };
export const conflictErrors = ({ fields, message }: Refusal, typed: TypedConflict): PageError[] =>
  (fields ?? [{ path: '', message }]).map((f) => ({
    text: f.path === 'kind' && !typed.kind ? 'Choose what kind of conflict it is' : f.message,
    ...(f.path ? { href: `#${ANCHORS[f.path] ?? f.path}` } : {}),
  }));

const dayFields = (typed: TypedConflict, at: (id: string) => string | undefined) => [
  {
    kind: 'date',
    name: 'from',
    label: 'From',
    hint: 'Of service, the last day of it.',
    value: typed.from,
    error: at('from-day'),
  },
  {
    kind: 'date',
    name: 'until',
    label: 'Until',
    hint: 'Leave it empty where no end is known. Service ends by itself after two years.',
    optional: true,
    value: typed.until,
    error: at('until-day'),
  },
];

/** The fields of the form. */
export function conflictFields(
  typed: TypedConflict,
  countries: { value: string; text: string }[],
  errors: PageError[],
) {
  const at = (id: string) => errors.find((e) => e.href === `#${id}`)?.text;
  return [
    {
      kind: 'select',
      name: 'country',
      label: 'Country',
      value: typed.country,
      error: at('country'),
      options: [{ value: '', text: 'Choose' }, ...countries],
    },
    {
      kind: 'radios',
      name: 'kind',
      label: 'What kind of conflict is it?',
      value: typed.kind,
      error: at('kind'),
      options: Object.entries(REGISTERED_KINDS).map(([value, label]) => ({ value, text: label })),
    },
    {
      kind: 'long',
      name: 'reason',
      label: 'What is it, in a sentence?',
      hint: 'The person concerned and administrators read this. Nobody who appoints does.',
      optional: true,
      rows: 2,
      value: typed.reason,
      error: at('reason'),
    },
    ...dayFields(typed, at),
  ];
}
