import { CONFLICT_KINDS, type ConflictKind, type EventOf, type Refusal } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** What was typed about a conflict of interest. `kind` is “none”, a kind of conflict, or nothing yet. */
export interface TypedDeclaration {
  kind: string;
  reason: string;
}
export const NONE = 'none';

export const typedDeclaration = (form: Form): TypedDeclaration => ({
  kind: one(form, 'kind'),
  reason: text(form, 'reason'),
});

/** What was typed as it is sent; what is missing altogether is said without asking further. */
export function declarationOf({ kind, reason }: TypedDeclaration): EventOf<'DECLARE'> | { missing: PageError } {
  if (kind === '') return { missing: { text: 'Say whether you have a conflict of interest', href: '#kind' } };
  const said = reason ? { reason } : {};
  if (kind === NONE) return { type: 'DECLARE', conflict: { declared: false, ...said } };
  return { type: 'DECLARE', conflict: { declared: true, kind: kind as ConflictKind, ...said } };
}

const FIELDS: Record<string, string> = { 'conflict.kind': 'kind', 'conflict.reason': 'reason' };

/** The problems of a declaration at their fields. */
export const declarationErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    FIELDS[path] ? { text: message, href: `#${FIELDS[path]}` } : { text: message },
  );

/** The fields of the form. Who has declared that there is none can only declare one that came to light. */
export function declarationFields(typed: TypedDeclaration, late: boolean, errors: PageError[]) {
  const at = (id: string) => errors.find((e) => e.href === `#${id}`)?.text;
  const kinds = Object.entries(CONFLICT_KINDS).map(([value, label]) => ({ value, text: label }));
  return [
    {
      kind: 'radios',
      name: 'kind',
      label: late ? 'What is the conflict?' : 'Do you have a conflict of interest in this request?',
      value: typed.kind,
      error: at('kind'),
      options: late ? kinds : [{ value: NONE, text: 'No, I have none' }, { divider: 'or' }, ...kinds],
    },
    {
      kind: 'long',
      name: 'reason',
      label: late ? 'Say in a sentence what came to light' : 'If you have one, say in a sentence what it is',
      hint: 'The desk officer reads this, nobody of the country.',
      rows: 3,
      value: typed.reason,
      error: at('reason'),
    },
  ];
}
