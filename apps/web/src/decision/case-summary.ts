import type { CaseView, HistoryLine, VersionView } from '#casework';
import { assessmentView, MODALITIES, type Actor, type RequestFacts } from '#domain';
import { adviceGiven } from '../advice/given.presenter.js';
import { withSource } from '../advice/outcome-of-advice.js';
import { OUTCOME_WORDS, partyName, placeOf, statusFor, type Names } from '../request/case-words.js';
import { readCosts } from '../request/reading-tables.js';
import { requestFacts } from '../request/request-facts.js';
import { assessmentOfPanel } from '../review/assessment.presenter.js';
import { robustnessShown } from '../review/robustness.presenter.js';
import { paths } from '../shell/paths.js';
import { judgedWords } from './defended.presenter.js';
import { date } from '../shell/words.js';

/** Why a request came back to the panel, or why it is looked at again. */
export interface CameBack {
  what: string;
  by: string;
  on: string;
  reason: string;
}
const CAME_BACK: Record<string, string> = {
  SEND_BACK: 'Sent back to the panel',
  RECONSIDER: 'Taken up again',
  REQUEST_RECONSIDERATION: 'Reconsideration was asked for',
};
/** The steps that bring a request back to the panel. */
export const CAME_BACK_BY = ['SEND_BACK', 'RECONSIDER', 'REQUEST_RECONSIDERATION'] as const;

export function cameBack(line: HistoryLine | undefined): CameBack | null {
  if (!line) return null;
  const { reason } = line.data as { reason?: string | null };
  return { what: CAME_BACK[line.event] ?? '', by: line.actorName, on: date(line.at), reason: reason ?? '' };
}

/** The conditions of the advice that the panel left out, each with the word why. */
const leftOutWords = ({ recommendation, consultation }: RequestFacts, names: Names): string[] =>
  (recommendation?.leftOut ?? []).map(({ party, condition, reason }) => {
    const asked = consultation.find((c) => c.key === party);
    return `${condition} (${asked ? partyName(asked, names) : party}): ${reason}`;
  });

/** The recommendation of the panel in words. */
export function recommendationWords(facts: RequestFacts, names: Names) {
  const { recommendation: r, version } = facts;
  if (!r) return null;
  return {
    outcome: OUTCOME_WORDS[r.outcome],
    support: MODALITIES[r.modality],
    conditions: r.conditions.map((c) => withSource(c, r.sources, facts, names)),
    leftOut: leftOutWords(facts, names),
    reasons: r.reasons,
    by: `${r.by.name}, ${date(r.at)}${version > 1 ? `, on version ${r.requestVersion}` : ''}`,
  };
}

/** What the panel and the approver need of a case on one page. */
export function caseSummary(view: CaseView, version: VersionView, me: Actor, names: Names) {
  const { facts, tiers } = view;
  const assessment = assessmentView(me, facts);
  const { content } = version;
  const years = content.sections?.costAndHosting?.years;
  const risk = content.sections?.risk;
  const answered = facts.clarifications.filter((c) => c.answer !== null).length;
  const costs = years?.length ? readCosts(years) : null;
  return {
    ref: facts.ref,
    place: placeOf(facts.summary.countries, names),
    tag: statusFor(facts, tiers),
    requestTitle: facts.summary.title,
    facts: requestFacts(facts, content, names),
    assessment: assessment && facts.framework ? assessmentOfPanel(assessment, facts.framework) : null,
    robustness: robustnessShown(assessment, facts),
    judged: judgedWords(facts),
    given: adviceGiven(facts, names),
    risk: risk?.text || risk?.mitigation ? { text: risk.text ?? '', mitigation: risk.mitigation ?? '' } : null,
    payers: costs ? costs.payers.map((p) => ({ payer: p.payer, total: p.total })) : [],
    cost: costs?.totals.total ?? '',
    questions: facts.clarifications.length
      ? `${facts.clarifications.length === 1 ? 'One question was' : `${facts.clarifications.length} questions were`} asked of the country office, ${answered} answered.`
      : '',
    documents: version.documents.length,
    links: {
      full: paths.full(facts.ref),
      documents: paths.documents(facts.ref),
      messages: paths.messages(facts.ref),
      panel: paths.requestReviews(facts.ref),
      request: paths.request(facts.ref),
    },
  };
}
