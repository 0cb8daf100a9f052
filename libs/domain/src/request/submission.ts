import type { FieldProblem } from '../refusal.js';
import { optional } from '../text.js';
import { tooLong } from './check-content.js';
import type { RequestContent } from './content.js';
import { fittingProblems } from './fitting.js';
import { missingAnswers } from './sections.js';

/** What stands against a submission: too long, not declared, gaps without a reason. */
export function submissionProblems(
  content: RequestContent,
  event: { declaration: boolean; gapsReason?: string },
): FieldProblem[] {
  const gaps = missingAnswers(content);
  return [
    ...tooLong(content),
    ...fittingProblems(content),
    ...optional(event.gapsReason, 'gapsReason'),
    ...(event.declaration ? [] : [{ path: 'declaration', message: 'Confirm the declaration before you submit' }]),
    ...(gaps.length && !event.gapsReason?.trim()
      ? [
          {
            path: 'gapsReason',
            message: `${gaps.length === 1 ? 'One question has' : `${gaps.length} questions have`} no answer. Answer them, or say why the request is submitted without`,
          },
        ]
      : []),
  ];
}
