import { ENDORSED_TEXT_RULE, type Allowance, type ClockSettings, type Framework } from '#domain';
import { listed, plural } from '../request/case-words.js';
import { words } from '../shell/words.js';

const counted = (one: string, many: string) => (n: number) => `${words(n)} ${plural(n, one, many)}`;
const days = counted('day', 'days');
const months = counted('month', 'months');
const workingDays = counted('working day', 'working days');
/** The time of a step as a sentence has it, with that of an urgent case behind it. */
const time = ({ ordinary, urgent }: Allowance): string =>
  ordinary === urgent ? workingDays(ordinary) : `${workingDays(ordinary)} (${words(urgent)} where it is urgent)`;
const several = (numbers: readonly number[], said: (n: number) => string): string =>
  numbers.length ? `${listed([...numbers.slice(0, -1).map((n) => words(n)), said(numbers.at(-1)!)])}` : 'no days';

/** The clocks of this system as the guidance prints them: whatever a setting says, a page says. */
export const settingsInWords = (s: ClockSettings) => ({
  approvalValid: days(s.approvalValidDays),
  reconsideration: days(s.reconsiderationDays),
  approvalEnding: several(s.approvalEndingDays, days),
  firstPeriod: months(s.firstPeriodMonths),
  consultation: time(s.consultation),
  extension: time(s.extension),
  unreached: time(s.unreached),
  outdatedAdvice: time(s.outdatedAdvice),
  linkLate: workingDays(s.linkLateDays),
  endorsement: days(s.endorsementDays),
  endorsedText: ENDORSED_TEXT_RULE,
  arrangements: time(s.arrangements),
  surgeConfirm: days(s.surgeConfirmDays),
  workPlan: days(s.workPlanDays),
  planAgreement: time(s.planAgreement),
  leaving: time(s.leaving),
  midTermFrom: days(s.midTermFromDays),
  midTermReview: time(s.midTermReview),
  renewalOpens: months(s.renewalOpensMonths),
  renewalDecision: months(s.renewalDecisionMonths),
  closingOpens: days(s.closingOpensDays),
  candidateView: time(s.candidateView),
  vacancy: time(s.vacancy),
  quarterlyFrom: days(s.quarterlyFromDays),
  quarterlyDue: days(s.quarterlyDueDays),
  annualDue: days(s.annualDueDays),
  endReport: days(s.endReportDays),
  reportRemind: several(s.reportRemindBefore, workingDays),
  renewalRemind: several(s.renewalRemindBefore, workingDays),
  remind: several(s.remindBefore, workingDays),
  overdue: several(s.overdueAfter, workingDays),
  escalate: several(s.escalateAfter, workingDays),
});

const OF_REQUESTS = [
  ['screening', 'Completeness check', 'Desk officer'],
  ['returned', 'Correction of a returned request', 'Resident Coordinator’s Office'],
  ['consultation', 'Advice of the region', 'Regional team, OHCHR’s offices'],
  ['extension', 'More time for advice, at most', 'Whoever is asked'],
  ['unreached', 'Reaching a party whose mail came back', 'Desk officer'],
  ['outdatedAdvice', 'Asking again, or not, after a new version', 'Desk officer'],
  ['appointment', 'Taking an appointment up, or declining it', 'Reviewer'],
  ['review', 'Scoring, moderation and settlement', 'Reviewers, panel chair'],
  ['clarification', 'Answer to a question', 'Resident Coordinator’s Office'],
  ['recommendation', 'Recommendation', 'Panel chair'],
  ['decision', 'Decision', 'Approver'],
  ['offered', 'Answer to an offer', 'Resident Coordinator'],
  ['arrangements', 'Terms of reference, cost sharing, hosting', 'Both sides'],
] as const;
const OF_POSTS = [
  ['sourcing', 'Advertising the post', 'Desk officer'],
  ['shortlisting', 'Shortlist', 'Desk officer'],
  ['selection', 'Selection', 'Desk officer'],
  ['candidateView', 'View of the candidate', 'Resident Coordinator'],
  ['onboarding', 'Arrival, where no day is agreed', 'Desk officer'],
  ['vacancy', 'Saying what becomes of an empty post', 'Desk officer'],
  ['leaving', 'Recording what became of a term that has run out', 'Desk officer'],
  ['planAgreement', 'Agreement to the work plan', 'Resident Coordinator, desk officer'],
  ['midTermReview', 'Mid-term review', 'Resident Coordinator, desk officer'],
] as const;
const rowsOf = (s: ClockSettings, steps: typeof OF_REQUESTS | typeof OF_POSTS) =>
  steps.map(([key, step, whose]) => ({
    step,
    whose,
    ordinary: String(s[key].ordinary),
    urgent: String(s[key].urgent),
  }));

/** The working days of each step, as tables. */
export const timesAllowed = (s: ClockSettings) => ({ requests: rowsOf(s, OF_REQUESTS), posts: rowsOf(s, OF_POSTS) });

/** What the guidance says of scores, by the criteria in force. */
export function scoringInWords(framework: Pick<Framework, 'criteria' | 'moderationSpread'> | null) {
  const weights = (framework?.criteria ?? []).map((c) => c.weight);
  const alike = new Set(weights).size === 1;
  const spread = framework?.moderationSpread ?? 0;
  return {
    weights: alike ? `${weights[0]} each` : `${listed(weights.map(String))}, in the order of the criteria`,
    spread: `${words(spread)} ${plural(spread, 'point', 'points')}`,
  };
}
