import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { quoteProblems, withQuotes } from '../review/quotes.js';
import type { DraftSheet } from '../review/scoring.js';
import { draftVersions, sheetProblems, tidy, tidyDraft, type SentSheet } from '../review/sheet.js';
import type { RequestEventType } from './events.js';
import { countingSheet, type RequestFacts, type Reviewer } from './facts.js';
import type { Recorded } from './record.js';
import type { StepInput, StepRule } from './steps.js';

/** A reviewer's own place: appointed, free of conflict, and not done yet. */
function scorer(facts: RequestFacts, id: string, version: number | undefined): Reviewer | Refusal {
  const own = facts.reviewers.find((r) => r.person.id === id);
  if (!own) return refuse('notYourRole', 'Only a reviewer who is appointed to this request does this.');
  if (own.state === 'appointed') return refuse('notReady', 'Declare first whether you have a conflict of interest.');
  if (own.state === 'scored')
    return refuse('notReady', 'You have finished your scores. They can be revised once all scores are revealed.');
  if (version !== undefined && version !== facts.version)
    return refuse(
      'notReady',
      `These scores are for version ${version}; the request now stands at version ${facts.version}. Read what changed, then score it.`,
    );
  return own;
}

/** What is quoted has to be in the text that is judged. Work in hand is kept as it is. */
const foundProblems = (
  scores: SentSheet,
  { facts, context }: Pick<StepInput<'SCORE'>, 'facts' | 'context'>,
  kept: DraftSheet | null = null,
): FieldProblem[] => {
  const judged = context.submitted ?? context.content;
  return judged ? quoteProblems(scores, judged, facts.version, 'scores', kept) : [];
};

function saveStep({ event, facts, actor }: StepInput<'SAVE_SCORES'>): Recorded['SAVE_SCORES'] | Refusal {
  const own = scorer(facts, actor.id, event.requestVersion);
  if ('refused' in own) return own;
  const problems = sheetProblems(event.scores, { whole: false, reasons: false, draft: true, path: 'scores' });
  if (problems.length > 0) return refuseFields(problems)!;
  const scores = tidyDraft(event.scores);
  return {
    scores: withQuotes(scores, facts.version, own.draft),
    versions: draftVersions(scores, facts.version, own),
  };
}
function scoreStep(input: StepInput<'SCORE'>): Recorded['SCORE'] | Refusal {
  const { event, facts, actor } = input;
  const own = scorer(facts, actor.id, event.requestVersion);
  if ('refused' in own) return own;
  return (
    refuseFields(sheetProblems(event.scores, { whole: true, reasons: true, path: 'scores' })) ??
    refuseFields(foundProblems(event.scores, input)) ?? {
      scores: withQuotes(tidy(event.scores), facts.version, own.draft),
      requestVersion: facts.version,
    }
  );
}
function reviseStep(input: StepInput<'REVISE'>): Recorded['REVISE'] | Refusal {
  const { event, facts, actor } = input;
  const own = facts.reviewers.find((r) => r.person.id === actor.id && r.state === 'scored');
  if (!own) return refuse('notReady', 'You have no first scores to revise.');
  if (Object.keys(tidy(event.scores)).length === 0)
    return refuseFields([{ path: 'scores', message: 'Change at least one score' }])!;
  return (
    refuseFields(sheetProblems(event.scores, { whole: false, reasons: true, path: 'scores' })) ??
    refuseFields(foundProblems(event.scores, input, countingSheet(own))) ?? {
      scores: withQuotes(tidy(event.scores), facts.version, countingSheet(own)),
      requestVersion: facts.version,
    }
  );
}

/** Steps of one reviewer’s own scores. */
export const SCORING_STEPS = {
  SAVE_SCORES: saveStep,
  SCORE: scoreStep,
  REVISE: reviseStep,
} satisfies { [T in RequestEventType]?: StepRule<T> };
