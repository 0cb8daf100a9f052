import type { FieldProblem } from './refusal.js';

/** PostgreSQL stores neither U+0000 nor half of a surrogate pair, and nobody can read them. */
const UNKEEPABLE = /\u0000|\p{Surrogate}/u;

/** Why a text cannot be kept, as a sentence that says what to do; null when it can. */
export function textTrouble(value: unknown, max: number): string | null {
  if (typeof value !== 'string') return 'Enter text here';
  if (UNKEEPABLE.test(value))
    return 'Remove the character that cannot be read or kept, such as the one with the code zero';
  return value.length > max ? `Shorten this to ${max.toLocaleString('en')} characters or fewer` : null;
}

const LONGEST = 10_000;

/** Problems of a text that must be there. */
export function required(value: unknown, path: string, message: string, max = LONGEST): FieldProblem[] {
  const given = typeof value === 'string' ? value.trim() : (value ?? '');
  return given === '' ? [{ path, message }] : optional(value, path, max);
}
/** Problems of a text that may be left out. */
export function optional(value: unknown, path: string, max = LONGEST): FieldProblem[] {
  const trouble = value === undefined || value === null ? null : textTrouble(value, max);
  return trouble ? [{ path, message: trouble }] : [];
}
/** Problems of a list of short texts. */
export const requiredList = (values: string[] | undefined, path: string, what: string): FieldProblem[] =>
  (values ?? []).length > 40
    ? [{ path, message: `Enter 40 ${what} or fewer` }]
    : (values ?? []).flatMap((v, i) => required(v, `${path}.${i}`, 'Enter text here, or remove the line', 2_000));
const NOTHING_CHOSEN = 'Choose one of this list';
/** Problems of a choice from a list of codes. */
export const chosen = (value: string, choices: object, path: string): FieldProblem[] =>
  Object.hasOwn(choices, value)
    ? []
    : [{ path, message: value ? `“${String(value).slice(0, 60)}” is not a choice of this list` : NOTHING_CHOSEN }];
/** Problems of the section that something belongs to; none is allowed. */
export const sectionProblems = (section: number | null | undefined, path: string): FieldProblem[] =>
  section == null || (Number.isInteger(section) && section >= 1 && section <= 9)
    ? []
    : [{ path, message: 'Choose a section from 1 to 9' }];
