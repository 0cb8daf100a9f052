import {
  CRITERION_NAMES,
  LEVEL_NAMES,
  type AssessmentView,
  type Criterion,
  type CriterionFigures,
  type FrozenFramework,
  type Level,
  type Score,
  type SettledResult,
} from '#domain';
import { listed, plural } from '../request/case-words.js';
import { words } from '../shell/words.js';
import { citedEvidence, type CitedEvidence } from './cited-evidence.js';
import { exactly, percent, shown } from './figures.js';
import { wideSpread } from './moderation.js';
import { confidenceWords } from './rubric.presenter.js';

/** The names of the criteria where there is little room. */
export const SHORT_NAMES: Record<Criterion, string> = {
  ownership: 'Ownership',
  enablingEnvironment: 'Environment',
  strategicOpportunities: 'Opportunities',
  sustainability: 'Sustainability',
  commitment: 'Commitment',
};

/** A score in words: the level with its name, or “cannot assess”. */
export const scoreWords = (score: number | null | undefined): string =>
  score === undefined
    ? 'No score'
    : score === null
      ? 'Cannot assess'
      : `${score} ${LEVEL_NAMES[score as Level] ?? ''}`.trim();

/** A score in a column of figures. */
export const scoreFigure = (score: number | null | undefined): string =>
  score === undefined ? '–' : score === null ? 'n/a' : String(score);

/** A score with what was said for it. */
interface SaidOnce {
  score: string;
  reason: string;
  evidence: CitedEvidence[];
  confidence: string;
}
/** What one reviewer said of one criterion. */
export interface Said {
  /** Whose words they are. */
  id: string;
  name: string;
  own: boolean;
  first: SaidOnce | null;
  revised: SaidOnce | null;
}
export interface CriterionRow {
  key: Criterion;
  number: number;
  id: string;
  name: string;
  short: string;
  weight: number;
  threshold: number;
  mean: string;
  median: string;
  range: string;
  low: number | null;
  high: number | null;
  /** The scores one by one, where they lie far apart. */
  split: string;
  assessedBy: number;
  settled: string;
  settledReason: string;
  /** Settled below its threshold. */
  below: boolean;
  said: Said[];
}
export interface ReviewerRow {
  name: string;
  own: boolean;
  scores: { label: string; score: string; first: string }[];
  total: string;
  exact: string;
  coverage: string;
}

const said = (entry: Score | undefined): Said['first'] =>
  entry
    ? {
        score: scoreWords(entry.score),
        reason: entry.reason,
        evidence: citedEvidence(entry),
        confidence: confidenceWords(entry.confidence),
      }
    : null;

const range = ({ min, max }: CriterionFigures): string =>
  min === null ? '–' : min === max ? String(min) : `${min} to ${max}`;

function criterionRow(c: FrozenFramework['criteria'][number], i: number, view: AssessmentView): CriterionRow {
  const figures = view.consolidated!.criteria[c.key];
  const scored = view.reviewers.filter((r) => r.counting);
  const scores = scored.flatMap((r) => r.counting![c.key]?.score ?? []).sort((a, b) => a - b);
  const wide = view.consolidated!.moderationCriteria.includes(c.key);
  return {
    ...c,
    short: SHORT_NAMES[c.key],
    number: i + 1,
    id: `criterion-${i + 1}`,
    mean: shown(figures.mean),
    median: shown(figures.median).replace(/\.0$/, ''),
    range: range(figures),
    low: figures.min,
    high: figures.max,
    split: wide ? `Scores ${scores.join(', ')}` : '',
    assessedBy: figures.assessedBy,
    settled: view.settled ? scoreFigure(view.settled[c.key]?.score) : '',
    settledReason: view.settled?.[c.key]?.reason ?? '',
    below: view.result?.below.includes(c.key) ?? false,
    said: scored.map((r) => ({
      id: r.person.id,
      name: r.person.name,
      own: r.own,
      first: said(r.first?.[c.key]),
      revised: said(r.revised?.[c.key]),
    })),
  };
}

function reviewerRow(r: AssessmentView['reviewers'][number], framework: FrozenFramework): ReviewerRow {
  const { weighted, coverage } = r.weighted!;
  return {
    name: r.person.name,
    own: r.own,
    scores: framework.criteria.map(({ key }) => {
      const [now, first] = [r.counting?.[key]?.score, r.first?.[key]?.score];
      return { label: SHORT_NAMES[key], score: scoreFigure(now), first: now === first ? '' : scoreFigure(first) };
    }),
    total: shown(weighted),
    exact: exactly(weighted),
    coverage: `${percent(coverage)}%`,
  };
}

/** The revealed assessment as tables and sentences; null while it is blind. */
export function assessmentOfPanel(view: AssessmentView, framework: FrozenFramework) {
  if (!view.revealed || !view.consolidated) return null;
  const { overall } = view.consolidated;
  const scored = view.reviewers.filter((r) => r.counting);
  const criteria = framework.criteria.map((c, i) => criterionRow(c, i, view));
  return {
    criteria,
    /** Those for whose settled score the chair gave a reason. */
    reasoned: criteria.filter((c) => c.settledReason),
    reviewers: scored.map((r) => reviewerRow(r, framework)),
    count: scored.length,
    someLeftOut: scored.some((r) => r.weighted && r.weighted.coverage.rounded !== '100.00'),
    overall: overall && {
      mean: shown(overall.mean),
      exact: exactly(overall.mean),
      median: shown(overall.median),
      range:
        overall.lowest.exact === overall.highest.exact ? '' : `${shown(overall.lowest)} to ${shown(overall.highest)}`,
    },
    sentence: meanSentence(view, framework, scored.length),
    settled: view.settled !== null,
    settledTotal: view.result ? shown(view.result.weighted) : '',
    result: view.result ? resultSentence(view.result, framework) : '',
    moderationNote: view.moderationNote,
  };
}

function meanSentence(view: AssessmentView, framework: FrozenFramework, count: number): string {
  const { overall, moderationCriteria } = view.consolidated!;
  if (!overall) return 'No reviewer could assess any criterion, so there is no total.';
  if (count === 1) return `One reviewer alone scored, and comes to ${shown(overall.mean)} of 100.`;
  const mean = `The mean of ${words(count)} reviewers is ${shown(overall.mean)} of 100`;
  const names = moderationCriteria.map((key) => CRITERION_NAMES[key]);
  const split = names.length
    ? ` They lie ${wideSpread(framework)} apart on ${listed(names)}.`
    : ' They lie close together on every criterion.';
  const totals =
    overall.lowest.exact === overall.highest.exact
      ? `${count === 2 ? 'both' : 'all'} come to the same total`
      : `their totals run from ${shown(overall.lowest)} to ${shown(overall.highest)}`;
  return `${mean}; ${totals}.${split}`;
}

/** What settled scores come to against the thresholds, in a sentence. It informs; people recommend and decide. */
export function resultSentence(result: SettledResult, framework: FrozenFramework): string {
  const { weighted, coverage, outcome, below } = result;
  if (!weighted) return 'No criterion could be assessed, so the settled scores come to no total.';
  const on = coverage.rounded === '100.00' ? '' : `, on ${percent(coverage)}% of the weight`;
  const total = `The settled scores come to ${shown(weighted)} of 100${on}.`;
  if (below.length > 0) {
    const names = listed(below.map((key) => CRITERION_NAMES[key]));
    return `${total} They do not meet the criteria: ${names} ${plural(below.length, 'lies', 'lie')} below ${plural(below.length, 'its threshold', 'their thresholds')}.`;
  }
  if (outcome === 'notEnoughEvidence')
    return `${total} There is not enough evidence to say whether the criteria are met: not every criterion could be assessed.`;
  const threshold = `the threshold of ${framework.totalThreshold}`;
  return outcome === 'meets'
    ? `${total} They meet the criteria: each reaches its threshold, and the total reaches ${threshold}.`
    : `${total} They do not meet the criteria: each reaches its threshold, but the total lies below ${threshold}.`;
}
