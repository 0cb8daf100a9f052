import type { HistoryLine } from '#casework';
import {
  assessmentView,
  countingSheets,
  robustnessOf,
  type Actor,
  type AssessmentView,
  type DiscussionMessage,
  type RequestFacts,
  type Severity,
} from '#domain';
import { robustnessSentence } from '../review/robustness.words.js';

/** How firm the result is, with the sentence that the pages show; null until the scores are revealed. */
function robustnessBody({ revealed, reviewers }: AssessmentView, facts: RequestFacts) {
  if (!revealed) return null;
  const robustness = robustnessOf(countingSheets(facts), facts.settled, facts.framework!);
  const nameOf = (id: string) => reviewers.find((r) => r.person.id === id)?.person.name ?? '';
  return { ...robustness, sentence: robustnessSentence(robustness, nameOf) };
}

const messageBody = ({ seq, at, actorName, data }: HistoryLine) => {
  const { criterion, audience, text } = data as DiscussionMessage;
  return { revision: seq, at, by: actorName, criterion, audience, text };
};

/** Every figure of how a request is judged, as far as the asker may see it; null for whoever reads no assessment. */
export function assessmentBody(me: Actor, facts: RequestFacts, discussed: HistoryLine[], severities: Severity[]) {
  const view = assessmentView(me, facts);
  if (!view) return null;
  return {
    ref: facts.ref,
    requestVersion: facts.version,
    framework: facts.framework,
    ...view,
    robustness: robustnessBody(view, facts),
    /** Newest last, as it was said. */
    discussion: discussed.map(messageBody).reverse(),
    severity: severities.length ? severities : null,
  };
}
