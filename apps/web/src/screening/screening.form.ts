import { RETURN_CODES, type EventOf, type Refusal, type ReturnCode, type Section } from '#domain';
import { lines, many, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** What the desk officer typed: a note to accept with, or points to correct in each section with reasons. */
export interface TypedScreening {
  note: string;
  codes: string[];
  /** Points by section; 0 is the request as a whole. */
  points: Record<number, string>;
}

const PLACES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
export const asksToReturn = (form: Form): boolean => one(form, 'do') === 'RETURN';

export const typedScreening = (form: Form): TypedScreening => ({
  note: text(form, 'note'),
  codes: many(form, 'codes'),
  points: Object.fromEntries(PLACES.map((n) => [n, text(form, `section-${n}`)])),
});

/** What was written in words, by its field: the note, and the points of each section. */
export const writtenPoints = ({ note, points }: TypedScreening): Record<string, string> => ({
  note,
  ...Object.fromEntries(Object.entries(points).map(([n, text]) => [`section-${n}`, text])),
});

/** Acceptance as it is sent. */
export const acceptance = ({ note }: TypedScreening): EventOf<'ACCEPT'> => ({
  type: 'ACCEPT',
  ...(note ? { note } : {}),
});

/** The points in order, one a line, each with the section that it is about. */
const pointsOf = ({ points }: TypedScreening): { section: number; text: string }[] =>
  PLACES.flatMap((n) => lines({ points: points[n] }, 'points').map((line) => ({ section: n, text: line })));

/** The return as it is sent. */
export const returning = (typed: TypedScreening): EventOf<'RETURN'> => ({
  type: 'RETURN',
  items: pointsOf(typed).map((p) => ({ text: p.text, ...(p.section ? { section: p.section } : {}) })),
  codes: typed.codes as ReturnCode[],
});

/** The field of the form that a problem is about. */
function fieldOf(path: string, typed: TypedScreening): string | null {
  if (path === 'note') return 'note';
  if (path.startsWith('codes')) return 'codes';
  if (path === 'items') return 'section-0';
  const item = /^items\.(\d+)/.exec(path)?.[1];
  return item === undefined ? null : `section-${pointsOf(typed)[Number(item)]?.section ?? 0}`;
}

/** The problems at their fields. */
export const screeningErrors = (refusal: Refusal, typed: TypedScreening): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => {
    const field = fieldOf(path, typed);
    return field ? { text: message, href: `#${field}` } : { text: message };
  });

/** The note with which a request is accepted. */
export const noteField = ({ note }: TypedScreening, errors: PageError[]) => ({
  kind: 'long',
  name: 'note',
  label: 'Note for the record',
  optional: true,
  hint: 'Such as why a missing answer does not stand in the way.',
  rows: 2,
  value: note,
  error: errors.find((e) => e.href === '#note')?.text,
});

/** The fields with which a request is returned. */
export function returnFields(
  typed: TypedScreening,
  sections: readonly Section[],
  missing: Map<number, string[]>,
  errors: PageError[],
) {
  const at = (field: string) => errors.find((e) => e.href === `#${field}`)?.text;
  const place = (n: number, title: string) => {
    const error = at(`section-${n}`);
    const gaps = missing.get(n) ?? [];
    return {
      title,
      note: gaps.length ? `${gaps.length === 1 ? 'One answer' : `${gaps.length} answers`} missing` : '',
      open: Boolean(error) || typed.points[n] !== '' || n === 0,
      field: {
        kind: 'long',
        name: `section-${n}`,
        label:
          n === 0 ? 'What has to be corrected in the request as a whole' : `What has to be corrected in section ${n}`,
        hint: gaps.length ? `One point on each line. Missing: ${gaps.join(' ')}` : 'One point on each line.',
        rows: 3,
        value: typed.points[n],
        error,
      },
    };
  };
  return {
    codes: {
      kind: 'checkboxes',
      name: 'codes',
      label: 'Why it is returned',
      value: typed.codes,
      error: at('codes'),
      options: Object.entries(RETURN_CODES).map(([value, label]) => ({ value, text: label })),
    },
    places: [place(0, 'The request as a whole'), ...sections.map((s) => place(s.number, `${s.number}. ${s.title}`))],
  };
}
