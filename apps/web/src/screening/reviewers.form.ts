import type { Refusal } from '#domain';
import { many, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** The persons that were chosen, by id. */
export const chosenIn = (form: Form): string[] => many(form, 'reviewers');

/** The problems of an appointment; all belong to the one list. */
export const appointmentErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    path ? { text: message, href: '#reviewers' } : { text: message },
  );
