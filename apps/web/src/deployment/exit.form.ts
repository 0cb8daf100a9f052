import { CRITERIA, type Criterion, type DeploymentEventOf, type ExitItem, type FieldProblem } from '#domain';
import { many, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** A checklist as it was filled in. */
export interface TypedCheck {
  done: string[];
  finished: boolean;
  findings: { criterion: Criterion; text: string }[];
}

export const findingField = (criterion: Criterion): string => `finding-${criterion}`;

/** What was ticked and written; a finding that is left empty is none. */
export const typedCheck = (form: Form): TypedCheck => ({
  done: many(form, 'done'),
  finished: one(form, 'finished') === 'yes',
  findings: CRITERIA.map((criterion) => ({ criterion, text: text(form, findingField(criterion)) })).filter(
    (f) => f.text !== '',
  ),
});

/** What was filled in as the step that it is. */
export const checkEvent = ({ done, finished, findings }: TypedCheck): DeploymentEventOf<'CHECK'> => ({
  type: 'CHECK',
  done: done as ExitItem[],
  finished,
  findings,
});

/** The problems at their fields: those of the list at its first point, those of a finding beside it. */
export const checkErrors = (problems: readonly FieldProblem[], typed: TypedCheck): PageError[] =>
  problems.map(({ path, message }) => {
    const finding = /^findings\.(\d+)\./.exec(path);
    const criterion = finding ? typed.findings[Number(finding[1])]?.criterion : undefined;
    return { text: message, href: criterion ? `#${findingField(criterion)}` : '#done' };
  });
