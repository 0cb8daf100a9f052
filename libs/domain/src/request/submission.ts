import type { FieldProblem } from '../refusal.js';
import { optional } from '../text.js';
import { tooLong } from './check-content.js';
import type { RequestContent } from './content.js';
import { fittingProblems } from './fitting.js';
import { listedEndorsers } from '../endorsing/endorser.js';
import type { RequestFacts } from './facts.js';
import { missingAnswers, progressOf, type Question, type Section, type SectionProgress } from './sections.js';

type Asked = Pick<RequestFacts, 'endorsers'>;

/** What is answered by others than the office: which agencies endorse, once one of those asked by link has answered. */
const answeredElsewhere = (facts: Asked): Question['kind'][] =>
  listedEndorsers(facts).some(({ answer }) => answer !== null) ? ['endorsements'] : [];

/** How far a section of a request has come. */
export const progressIn = (facts: Asked, section: Section, content: RequestContent): SectionProgress =>
  progressOf(section, content, answeredElsewhere(facts));

/** The questions that a request would be submitted without an answer to; which agencies endorse it may be answered by these themselves. */
export function gapsBeforeSubmission(facts: Asked, content: RequestContent): ReturnType<typeof missingAnswers> {
  const elsewhere = answeredElsewhere(facts);
  return missingAnswers(content).filter(({ question }) => !elsewhere.includes(question.kind));
}

/** The agencies that were asked to endorse and have not answered when a request is submitted, for its record. */
export function unansweredIn(facts: Asked): { unanswered?: string[] } {
  const unanswered = listedEndorsers(facts).flatMap(({ agency, answer }) => (answer ? [] : [agency]));
  return unanswered.length > 0 ? { unanswered } : {};
}

/** What stands against a submission: too long, not declared, gaps without a reason. */
export function submissionProblems(
  facts: Asked,
  content: RequestContent,
  event: { declaration: boolean; gapsReason?: string },
): FieldProblem[] {
  const gaps = gapsBeforeSubmission(facts, content);
  return [
    ...tooLong(content),
    ...fittingProblems(content),
    ...optional(event.gapsReason, 'gapsReason'),
    ...(event.declaration ? [] : [{ path: 'declaration', message: 'Confirm the declaration before you submit' }]),
    ...(gaps.length && !event.gapsReason?.trim()
      ? [
          {
            path: 'gapsReason',
            message: `${gaps.length === 1 ? 'One question has' : `${gaps.length} questions have`} no answer. Answer ${gaps.length === 1 ? 'it' : 'them'}, or say why the request is submitted without`,
          },
        ]
      : []),
  ];
}
