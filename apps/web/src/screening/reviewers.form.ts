import type { Refusal } from '#domain';
import { many, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** The persons that were chosen, by id. */
export const chosenIn = (form: Form): string[] => many(form, 'reviewers');

/** Those for whom a warning was read, as the form carries it. */
export const asSure = (chosen: readonly string[]): string => [...chosen].sort().join(' ');

/** The problems of an appointment; all belong to the one list. */
export const appointmentErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    path ? { text: message, href: '#reviewers' } : { text: message },
  );
