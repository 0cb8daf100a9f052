import { assessmentOf, stateName, type FieldProblem, type RequestEvent, type RequestFacts } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { DETAILS } from './details.form.js';
import { placeInSection } from './section.form.js';

/** What was typed on the page of submission. */
export interface Signing {
  declaration: boolean;
  gapsReason: string;
  note: string;
}
export const signingIn = (form: Form): Signing => ({
  declaration: one(form, 'declaration') === 'yes',
  gapsReason: text(form, 'gapsReason'),
  note: text(form, 'note'),
});

/** Which step submission is here: the first time, again after correction, or with a change that answers a question. */
export const submittingStep = (facts: RequestFacts): Submitting =>
  stateName(facts.state) === 'returned' ? 'RESUBMIT' : assessmentOf(facts.state) ? 'AMEND' : 'SUBMIT';
export type Submitting = 'SUBMIT' | 'RESUBMIT' | 'AMEND';

/** The step as it is sent; what was left empty is not part of it. */
export function submission(type: Submitting, { declaration, gapsReason, note }: Signing): RequestEvent {
  const reason = gapsReason ? { gapsReason } : {};
  if (type === 'AMEND') return { type, declaration, note, ...reason };
  return type === 'SUBMIT'
    ? { type, declaration, ...reason }
    : { type, declaration, ...reason, ...(note ? { note } : {}) };
}

/** The problems of a submission: those of an answer lead into its section. */
export const errorsOfSubmission = (ref: string, problems: readonly FieldProblem[]): PageError[] =>
  problems.map(({ path, message }) => {
    const found = placeInSection(path);
    if (found) return { text: message, href: `${paths.section(ref, found.section.number)}#${path}` };
    const ofDetails = DETAILS.some((name) => name === path);
    return { text: message, href: `${ofDetails ? paths.details(ref) : ''}#${path}` };
  });
