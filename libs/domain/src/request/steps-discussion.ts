import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { CRITERION_NAMES } from '../review/criteria.js';
import { AUDIENCES, discussionRefusal, MESSAGE_LIMIT, writableAudiences } from '../review/discussion.js';
import { chosen, required } from '../text.js';
import type { RequestEventType } from './events.js';
import type { Recorded } from './record.js';
import type { StepInput, StepRule } from './steps.js';

function audienceProblems({ event, facts, actor }: StepInput<'DISCUSS'>): FieldProblem[] {
  if (chosen(event.audience, AUDIENCES, 'audience').length)
    return [{ path: 'audience', message: 'Choose who is to read it: the panel, or OHCHR' }];
  if (writableAudiences(actor, facts).includes(event.audience)) return [];
  return [{ path: 'audience', message: 'Only the reviewers of this request and the panel chair write to the panel' }];
}

function discussStep(input: StepInput<'DISCUSS'>): Recorded['DISCUSS'] | Refusal {
  const { event, facts } = input;
  const { criterion, audience, text } = event;
  return (
    discussionRefusal(facts) ??
    refuseFields([
      ...(criterion == null ? [] : chosen(criterion, CRITERION_NAMES, 'criterion')),
      ...audienceProblems(input),
      ...required(text, 'text', 'Write what you want to say', MESSAGE_LIMIT),
    ]) ?? { criterion: criterion ?? null, audience, text: text.trim() }
  );
}

/** Steps of the discussion of revealed scores. */
export const DISCUSSION_STEPS = { DISCUSS: discussStep } satisfies { [T in RequestEventType]?: StepRule<T> };
