import type { AssessmentView, RequestContent, RequestFacts } from '#domain';
import { isActive, weigh, type Criterion, type SettledResult } from '#domain';
import { percent, shown } from '../review/figures.js';
import { moderationSentence } from '../review/moderation.js';
import { words } from '../shell/words.js';
import { inSentence, listed, plural } from './case-words.js';
import { levelOf } from './reading.presenter.js';

type Own = RequestContent['selfAssessment'];

/** What the chart of the criteria draws. */
export interface CriteriaChart {
  caption: string;
  criteria: {
    name: string;
    weight: number;
    own: number | null;
    mean: string | null;
    low: number | null;
    high: number | null;
  }[];
  meanHead: string;
  rangeText: string;
}
/** The assessment on the page of a request: the chart for who may see scores, the own assessment for everybody. */
export interface Assessment {
  title: string;
  sentence: string;
  note: string | null;
  chart: CriteriaChart | null;
  own: { name: { text: string; note: string }; score: string; reason: string }[];
}

const OUTCOMES: Record<SettledResult['outcome'], string> = {
  meets: 'meets the criteria',
  doesNotMeet: 'does not meet the criteria',
  notEnoughEvidence: 'leaves too little evidence to say',
};
/** From this difference on, the reviewers and the country team are said to differ. */
const APART = 1;

const criteriaOf = (facts: RequestFacts) => facts.framework?.criteria ?? [];

function ownScores(
  own: Own,
  facts: RequestFacts,
): { key: Criterion; name: string; weight: number; own: number | null }[] {
  return criteriaOf(facts).map(({ key, name, weight }) => ({ key, name, weight, own: own?.[key]?.score ?? null }));
}

/** On which criteria reviewers and country team are a point or more apart, in words. */
function agreement(rows: { name: string; own: number | null; mean: number | null }[]): string {
  const both = rows.filter((r) => r.own !== null && r.mean !== null);
  const lower = both.filter((r) => r.own! - r.mean! >= APART).map((r) => inSentence(r.name));
  const higher = both.filter((r) => r.mean! - r.own! >= APART).map((r) => inSentence(r.name));
  if (both.length === 0) return '';
  if (lower.length + higher.length === 0)
    return ' On no criterion is it a point or more from the country team’s own assessment.';
  const where = [
    lower.length ? `is a point or more lower on ${listed(lower)}` : '',
    higher.length ? `a point or more higher on ${listed(higher)}` : '',
  ].filter(Boolean);
  return ` Against the country team’s own assessment it ${where.join(' and ').replace(/^a point/, 'is a point')}.`;
}

function chartOf(facts: RequestFacts, view: AssessmentView, own: Own): CriteriaChart {
  const count = view.reviewers.filter((r) => r.counting).length;
  return {
    caption: 'Own assessment and mean of the reviewers for each criterion, on a scale from 0 to 4',
    criteria: ownScores(own, facts).map(({ key, ...row }) => {
      const figures = view.consolidated!.criteria[key];
      return { ...row, mean: figures.mean && shown(figures.mean), low: figures.min, high: figures.max };
    }),
    meanHead: 'Mean',
    rangeText: `Range of ${words(count)} ${plural(count, 'reviewer', 'reviewers')}`,
  };
}

function revealedSentence(facts: RequestFacts, view: AssessmentView, own: Own): string {
  const { overall, criteria } = view.consolidated!;
  if (!overall) return 'The reviewers could not assess any criterion.';
  const rows = ownScores(own, facts).map((r) => {
    const mean = criteria[r.key].mean;
    return { name: r.name, own: r.own, mean: mean && Number(mean.rounded) };
  });
  return `The reviewers’ mean is ${shown(overall.mean)} of 100, from ${shown(overall.lowest)} to ${shown(overall.highest)}.${agreement(rows)}`;
}

/** What the settled scores, or the need to moderate, add to the picture. */
function settledNote(facts: RequestFacts, view: AssessmentView): string | null {
  if (view.result?.weighted) {
    const coverage = percent(view.result.coverage);
    const share = coverage === '100' ? '' : `, on ${coverage}% of the weight`;
    return `The panel chair settled the scores at ${shown(view.result.weighted)} of 100${share}, which ${OUTCOMES[view.result.outcome]}. The figure informs; people recommend and decide.`;
  }
  if (view.result) return 'The panel chair settled that no criterion could be assessed.';
  return moderationSentence(facts);
}

function ownSentence(facts: RequestFacts, own: Own): string {
  if (!own || Object.keys(own).length === 0)
    return 'The country team has not assessed its request against the criteria.';
  const sheet = Object.fromEntries(
    Object.entries(own).map(([key, v]) => [key, { score: v?.score ?? null, reason: v?.reason ?? '' }]),
  );
  const total = facts.framework ? weigh(sheet, facts.framework).weighted : null;
  return total
    ? `This is how the country team sees its own request: ${shown(total)} of 100.`
    : 'This is how the country team sees its own request.';
}

function waitingSentence(view: AssessmentView): string {
  const active = view.reviewers.filter(isActive);
  const done = active.filter((r) => r.state === 'scored').length;
  if (active.length === 0) return 'No reviewer is appointed yet.';
  return `${done === 0 ? 'None' : words(done, true)} of ${words(active.length)} ${plural(active.length, 'reviewer', 'reviewers')} ${plural(done, 'has', 'have')} finished. Scores are shown when all are in and revealed.`;
}

/** The assessment as this person may see it. `view` is null for everybody outside OHCHR: they see the own assessment alone. */
export function assessmentOfCase(facts: RequestFacts, view: AssessmentView | null, own: Own): Assessment | null {
  if (!facts.framework) return null;
  const rows = ownScores(own, facts).map(({ key, name, weight }) => ({
    name: { text: name, note: `${weight}%` },
    score: levelOf(own?.[key]?.score),
    reason: own?.[key]?.reason ?? '',
  }));
  if (view?.consolidated)
    return {
      title: 'Assessment against the five criteria',
      sentence: revealedSentence(facts, view, own),
      note: settledNote(facts, view),
      chart: chartOf(facts, view, own),
      own: [],
    };
  return {
    title: 'Own assessment against the five criteria',
    sentence: ownSentence(facts, own),
    note: view && facts.reviewers.length > 0 ? waitingSentence(view) : null,
    chart: null,
    own: rows,
  };
}
