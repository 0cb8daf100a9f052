import { POSITIONS, type AdvicePosition, type Consultee, type EventOf, type Refusal } from '#domain';
import { partyName, type Names } from '../request/case-words.js';
import { lines, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** What was typed: for whom, what position, why, on which conditions. */
export interface TypedAdvice {
  from: string;
  position: string;
  text: string;
  conditions: string;
}

export const typedAdvice = (form: Form): TypedAdvice => ({
  from: one(form, 'from'),
  position: one(form, 'position'),
  text: text(form, 'text'),
  conditions: text(form, 'conditions'),
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

/** The fields of the form. */
export function adviceFields(typed: TypedAdvice, waiting: Consultee[], names: Names, errors: PageError[]) {
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
