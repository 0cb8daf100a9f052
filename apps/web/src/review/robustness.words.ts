import { CRITERION_NAMES, type Robustness, type SettledResult } from '#domain';
import { listed } from '../request/case-words.js';

type Outcome = SettledResult['outcome'];

/** What scores come to against the thresholds, in a few words. */
export const RESULT_WORDS: Record<Outcome, string> = {
  meets: 'meets the criteria',
  doesNotMeet: 'does not meet the criteria',
  notEnoughEvidence: 'not enough evidence',
};
const quoted = (outcome: Outcome): string => `“${RESULT_WORDS[outcome]}”`;

/** Another outcome, and what leads to it. */
interface Turn {
  to: Outcome;
  how: string;
}

const turnsOfReviewers = (r: Robustness, nameOf: (id: string) => string): Turn[] => [
  ...r.withoutReviewer.filter((w) => w.flips).map((w) => ({ to: w.outcome, how: `without ${nameOf(w.reviewer)}` })),
  ...(r.mean.flips ? [{ to: r.mean.outcome, how: 'by the mean in place of the median' }] : []),
];
const turnsOfWeights = (r: Robustness): Turn[] =>
  r.weights
    .filter((w) => w.flips)
    .map((w) => ({
      to: w.outcome,
      how: `with five points ${w.by > 0 ? 'more' : 'less'} for ${CRITERION_NAMES[w.criterion]}`,
    }));

/** “It would change to X without A or with five points more for B; to Y by the mean.” */
function changing(what: string, turns: Turn[]): string {
  const outcomes = [...new Set(turns.map((t) => t.to))];
  const told = outcomes.map((to) => {
    const ways = turns.filter((t) => t.to === to).map((t) => t.how);
    return `to ${quoted(to)} ${listed(ways, 'or')}`;
  });
  return `${what} would change ${told.join('; ')}.`;
}

/** What is said of the reviewers, where one alone scored: there is nothing to leave out. */
const ALONE = 'One reviewer alone scored, so it rests on one judgement: nobody can be left out.';

function beforeSettlement(r: Robustness, nameOf: (id: string) => string): string {
  const turns = [...turnsOfReviewers(r, nameOf), ...turnsOfWeights(r)];
  const result = quoted(r.result.outcome);
  if (turns.length)
    return `The result does not stand firm. By the median it is ${result}. ${changing('It', turns)}${r.reviewers === 1 ? ` ${ALONE}` : ''}`;
  return r.reviewers === 1
    ? `The result is ${result}. ${ALONE} It is the same when any weight moves by five points.`
    : `The result stands: it is ${result} whichever reviewer is left out, when any weight moves by five points, and by the mean as by the median.`;
}

function afterSettlement(r: Robustness, nameOf: (id: string) => string): string {
  const [weights, reviewers] = [turnsOfWeights(r), turnsOfReviewers(r, nameOf)];
  const settled = quoted(r.result.outcome);
  const decides = r.settlementDecides
    ? `The settlement decides: the medians of the reviewers come to ${quoted(r.median.outcome)}, the settled scores to ${settled}.`
    : '';
  const firm = r.stands && !r.settlementDecides;
  const first = weights.length
    ? changing(`The settled scores come to ${settled}; that`, weights)
    : `${firm ? 'The result stands: the' : 'The'} settled scores come to ${settled}, and still do when any weight moves by five points.`;
  const second = reviewers.length
    ? changing(`The medians of the reviewers come to ${quoted(r.median.outcome)}; that`, reviewers)
    : r.reviewers === 1
      ? ALONE
      : 'The medians of the reviewers come to the same whichever reviewer is left out, and by the mean.';
  return [decides, first, second].filter(Boolean).join(' ');
}

/** Whether the result stands, and what would change it: what a reader needs to know before the figures. */
export function robustnessSentence(r: Robustness, nameOf: (id: string) => string): string {
  if (r.reviewers === 0) return 'No reviewer’s scores count, so there is no result that could stand or change.';
  return r.basis === 'settled' ? afterSettlement(r, nameOf) : beforeSettlement(r, nameOf);
}

/** Criteria that nobody could assess, and what follows; nothing where there are none. */
export function unassessedSentence(names: string[], settled: boolean): string {
  if (names.length === 0) return '';
  const rest = 'Totals rest on the other criteria, scaled to 100.';
  return settled
    ? `No reviewer could assess ${listed(names)}. ${rest}`
    : `No reviewer could assess ${listed(names)}. ${rest} There is not enough evidence unless the panel chair settles a score for it with a reason.`;
}
