import {
  optionTotals,
  POSITIONS,
  type AdvicePosition,
  type Consultee,
  type EventOf,
  type Refusal,
  type RegionalOption,
} from '#domain';
import { money } from '../options/option-words.js';
import { partyName, plural, type Names } from '../request/case-words.js';
import { lines, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { words } from '../shell/words.js';

/** What was typed: for whom, what position, why, on which conditions. */
export interface TypedAdvice {
  from: string;
  position: string;
  text: string;
  conditions: string;
  /** The regional option that goes with it. */
  option: string;
  /** The version that was on the page. */
  version: string;
}

export const typedAdvice = (form: Form): TypedAdvice => ({
  from: one(form, 'from'),
  position: one(form, 'position'),
  text: text(form, 'text'),
  conditions: text(form, 'conditions'),
  option: one(form, 'option'),
  version: one(form, 'version'),
});

/** The advice as it is sent; a position without conditions has none. */
export function adviceOf(typed: TypedAdvice): EventOf<'ADVISE'> {
  const conditions = lines({ conditions: typed.conditions }, 'conditions');
  return {
    type: 'ADVISE',
    position: typed.position as AdvicePosition,
    text: typed.text,
    ...(conditions.length ? { conditions } : {}),
    ...(typed.from ? { from: typed.from } : {}),
    ...(typed.option ? { option: typed.option } : {}),
    ...(/^\d{1,4}$/.test(typed.version) ? { requestVersion: Number(typed.version) } : {}),
  };
}

const HINTS: Record<AdvicePosition, string> = {
  supports: 'As it is asked for.',
  'supports with conditions': 'Name them below.',
  'prefers a regional option': 'An adviser for several countries, or cover from a regional office.',
  'does not support': 'Neither this nor another form of support now.',
};
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The problems at their fields. */
export const adviceErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    path ? { text: message, href: `#${path.split('.')[0]}` } : { text: message },
  );

/** For whom the advice is: asked only of who speaks for several parties. */
function partyField({ from }: TypedAdvice, waiting: Consultee[], names: Names) {
  const first = waiting[0]?.key ?? from;
  if (waiting.length < 2) return { kind: 'hidden', name: 'from', value: first };
  const options = waiting.map((c) => ({ value: c.key, text: partyName(c, names) }));
  return { kind: 'radios', name: 'from', label: 'For whom do you advise?', value: from || first, options };
}

/** The options that can go with the advice; nothing is asked where there is none, unless one was chosen that is gone. */
function optionField({ option }: TypedAdvice, options: readonly RegionalOption[], error: string | undefined) {
  if (options.length === 0 && !error) return [];
  const field = {
    kind: 'radios',
    name: 'option',
    label: 'Which option do you propose?',
    hint: 'With “prefers a regional option” only. The advice keeps it as it is now: countries, days, cost and who pays.',
    value: option,
    error,
    options: [
      ...options.map((o) => ({ value: o.id, text: o.name, hint: { text: optionLine(o) } })),
      { value: '', text: 'None; I describe it in the reasons' },
    ],
  };
  return [field];
}
const optionLine = (o: RegionalOption): string =>
  `${words(o.countries.length, true)} ${plural(o.countries.length, 'country', 'countries')}, ${money(optionTotals(o).total)}, version ${o.version}.`;

/** The fields of the form. */
export function adviceFields(
  typed: TypedAdvice,
  waiting: Consultee[],
  names: Names,
  errors: PageError[],
  options: readonly RegionalOption[] = [],
) {
  const at = (id: string) => errors.find((e) => e.href === `#${id}`)?.text;
  return [
    partyField(typed, waiting, names),
    {
      kind: 'radios',
      name: 'position',
      label: 'What is your advice?',
      value: typed.position,
      error: at('position'),
      options: POSITIONS.map((p) => ({ value: p, text: capital(p), hint: { text: HINTS[p] } })),
    },
    ...optionField(typed, options, at('option')),
    {
      kind: 'long',
      name: 'text',
      label: 'Reasons',
      hint: 'What you know of the country and the region that bears on the request: support already there, needs of neighbours, timing.',
      rows: 8,
      value: typed.text,
      error: at('text'),
    },
    {
      kind: 'long',
      name: 'conditions',
      label: 'Conditions',
      optional: typed.position !== 'supports with conditions',
      hint: 'One on each line.',
      rows: 3,
      value: typed.conditions,
      error: at('conditions'),
    },
  ];
}
