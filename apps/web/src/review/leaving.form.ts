import { CONFLICT_KINDS, DECLINE_CODES, RELEASE_CODES, type RequestEvent, type Refusal } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** How a reviewer leaves a request: they decline, are released, or have a conflict recorded. */
export type Leaving = 'decline' | 'release' | 'conflict';
export interface TypedLeaving {
  code: string;
  reason: string;
}
export const typedLeaving = (form: Form): TypedLeaving => ({ code: one(form, 'code'), reason: text(form, 'reason') });

/** What was typed, as it is sent. The domain says what is wrong with it. */
export function leavingEvent(leaving: Leaving, person: string, { code, reason }: TypedLeaving): RequestEvent {
  switch (leaving) {
    case 'decline':
      return { type: 'DECLINE_APPOINTMENT', code: code as keyof typeof DECLINE_CODES, reason };
    case 'release':
      return { type: 'RELEASE', person, code: code as keyof typeof RELEASE_CODES, reason };
    case 'conflict':
      return { type: 'RECORD_CONFLICT', person, kind: code as keyof typeof CONFLICT_KINDS, reason };
  }
}

/** The problems at their fields. A choice that was not made is asked for in words. */
export const leavingErrors = ({ fields, message }: Refusal, { code }: TypedLeaving): PageError[] =>
  (fields ?? [{ path: '', message }]).map((f) => {
    if (f.path === 'code' || f.path === 'kind') return { text: code ? f.message : 'Choose a reason', href: '#code' };
    return f.path === 'reason' ? { text: f.message, href: '#reason' } : { text: f.message };
  });

const KINDS_OF_ANOTHER: typeof CONFLICT_KINDS | Record<string, string> = {
  national: 'A national of the country',
  served: 'Served there within the last two years',
  family: 'A member of the family is concerned',
  drafted: 'Drafted or advised on this request',
  other: 'Another reason',
};
const choicesOf = (leaving: Leaving, own: boolean): Record<string, string> =>
  leaving === 'decline'
    ? DECLINE_CODES
    : leaving === 'release'
      ? RELEASE_CODES
      : own
        ? CONFLICT_KINDS
        : KINDS_OF_ANOTHER;

/** The fields of the form. */
export function leavingFields(leaving: Leaving, typed: TypedLeaving, own: boolean, errors: PageError[]) {
  const at = (id: string) => errors.find((e) => e.href === `#${id}`)?.text;
  const options = Object.entries(choicesOf(leaving, own)).map(([value, label]) => ({ value, text: label }));
  return [
    {
      kind: 'radios',
      name: 'code',
      label: leaving === 'conflict' ? 'What is the conflict?' : 'Why?',
      value: typed.code,
      error: at('code'),
      options,
    },
    {
      kind: 'long',
      name: 'reason',
      label: 'Say it in a sentence',
      hint: 'Desk officers, the panel chair and auditors read this, nobody of the country and no reviewer.',
      rows: 3,
      value: typed.reason,
      error: at('reason'),
    },
  ];
}
