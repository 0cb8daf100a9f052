import {
  countingSheets,
  CRITERIA,
  medianRange,
  type EventOf,
  type Refusal,
  type RequestFacts,
  type ScoreSheet,
} from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { CANNOT, entryOf, fieldOfPath, scoreIn, typedIn, type TypedSheet } from './score.form.js';

/** What the chair typed: a score and a reason for each criterion, and the note of the moderation. */
export interface TypedSettlement {
  sheet: TypedSheet;
  note: string;
}

export const typedSettlement = (form: Form): TypedSettlement => ({ sheet: typedIn(form), note: text(form, 'note') });

/** The score that the median proposes, where it is a whole number; nobody could assess it: neither can the chair. */
function proposed(range: [number, number] | null): string {
  if (range === null) return CANNOT;
  return range[0] === range[1] ? String(range[0]) : '';
}

/** What stands in a fresh form: the median of what the reviewers gave. */
export function proposedSettlement(facts: RequestFacts): TypedSettlement {
  const sheets = Object.values(countingSheets(facts));
  const entry = (score: string) => ({ score, evidence: '', reason: '', confidence: '', base: '' });
  return {
    sheet: Object.fromEntries(CRITERIA.map((key) => [key, entry(proposed(medianRange(key, sheets)))])),
    note: facts.moderationNote ?? '',
  };
}

/** What was typed as it is sent. */
export function settlementOf({ sheet, note }: TypedSettlement): EventOf<'SETTLE'> {
  const settled = Object.fromEntries(
    Object.entries(sheet).flatMap(([key, typed]) => {
      const entry = entryOf(typed);
      // A reason without a score is no score: the domain says so at the field.
      return entry ? [[key, { score: entry.score as number | null, reason: entry.reason }]] : [];
    }),
  );
  return { type: 'SETTLE', settled, ...(note ? { moderation: { note } } : {}) };
}

/** What was typed as a sheet of scores, as far as it goes, for the result that it would come to. */
export const settledSoFar = ({ sheet }: TypedSettlement): ScoreSheet =>
  Object.fromEntries(
    CRITERIA.flatMap((key) => {
      const score = scoreIn(sheet[key]?.score ?? '');
      return score === null || (score !== undefined && score >= 0 && score <= 4) ? [[key, { score, reason: '' }]] : [];
    }),
  );

/** Whether the chair asked only what the scores would come to. */
export const asksForResult = (form: Form): boolean => one(form, 'do') === 'result';

/** The problems of a settlement at their fields. */
export const settlementErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => {
    const field = path === 'moderation.note' ? 'note' : fieldOfPath(path)?.replace(/^(score-\w+)-4$/, '$1');
    return field ? { text: message, href: `#${field}` } : { text: message };
  });
