import { DECISION_CODES, type RequestDecision, type RequestFacts } from '#domain';
import { inSentence, listed, OUTCOME_WORDS, plural } from '../request/case-words.js';
import { words } from '../shell/words.js';
import { recommendedStep } from './decision.form.js';

const sameConditions = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((condition) => b.includes(condition));

/** Whether a decision follows the panel, in a sentence; empty where no recommendation came before it. */
export function followsWords({ recommendation: r }: Pick<RequestFacts, 'recommendation'>, d: RequestDecision): string {
  if (!r || r.at > d.at) return '';
  if (recommendedStep(r.outcome) !== d.action)
    return `The panel recommended to ${inSentence(OUTCOME_WORDS[r.outcome])}. The decision is another one, for the reasons in the letter.`;
  const conditions = d.action === 'APPROVE' || d.action === 'OFFER_REGIONAL_OPTION';
  return conditions && !sameConditions(d.conditions, r.conditions)
    ? 'The panel recommended the same with other conditions; those of the letter count.'
    : 'The panel recommended the same.';
}

/** The coded grounds of a decision in the words of this system, whatever the language of its letter. */
export const groundsWords = ({ codes }: Pick<RequestDecision, 'codes'>): string =>
  codes.length
    ? `${plural(codes.length, 'Ground', 'Grounds')}: ${listed(codes.map((code) => inSentence(DECISION_CODES[code])))}.`
    : '';

const LEFT = {
  conflicted: 'because of a conflict of interest',
  declined: 'having declined',
  released: 'having been released',
} as const;

/** By what the request was judged, and who of those appointed did not score it. */
export function judgedWords({ framework, version, reviewers }: RequestFacts): string {
  if (!framework) return '';
  const scored = reviewers.filter((r) => r.state === 'scored');
  const judged = [...new Set(scored.map((r) => r.requestVersion ?? version))].sort((a, b) => a - b);
  const by = `${words(scored.length, true)} ${plural(scored.length, 'reviewer', 'reviewers')} scored ${plural(judged.length, 'version', 'versions')} ${listed(judged.map(String))} of the request by version ${framework.version} of the criteria.`;
  const left = reviewers.flatMap((r) =>
    r.state === 'conflicted' || r.state === 'declined' || r.state === 'released'
      ? [`${r.person.name} did not score, ${LEFT[r.state]}.`]
      : [],
  );
  return [by, ...left].join(' ');
}
