import Fraction from 'fraction.js';
import type { Criterion, Framework, FrameworkCriterion } from './criteria.js';
import { figure, meanOf, medianOf, sum, type Figure } from './exact.js';

export type { Figure } from './exact.js';

/** Words that a reviewer quotes from a paragraph of a version of the request. */
export interface Quote {
  paragraph: string;
  quote: string;
  version: number;
}
export const CONFIDENCES = { low: 'Low', medium: 'Medium', high: 'High' } as const;
export type Confidence = keyof typeof CONFIDENCES;

/** A score with its reason. `score` null means "cannot assess", which is not zero. */
export interface Score {
  score: number | null;
  reason: string;
  /** Passages or documents relied on. */
  evidence?: string[];
  /** What of the evidence is quoted, with the version of the request that it was taken from. */
  quotes?: Quote[];
  /** How sure the reviewer is; told beside the score and counted nowhere. */
  confidence?: Confidence;
}
export type ScoreSheet = Partial<Record<Criterion, Score>>;
/** A sheet in work: a reason may be kept before its score is chosen. */
export type DraftSheet = Partial<Record<Criterion, Omit<Score, 'score'> & { score?: number | null }>>;

export interface CriterionFigures {
  assessedBy: number;
  mean: Figure | null;
  median: Figure | null;
  min: number | null;
  max: number | null;
  /** Highest minus lowest; null when nobody assessed it. */
  spread: number | null;
}
export interface Consolidated {
  reviewers: Record<string, { weighted: Figure | null; coverage: Figure }>;
  criteria: Record<Criterion, CriterionFigures>;
  overall: { mean: Figure; median: Figure; lowest: Figure; highest: Figure } | null;
  /** Criteria whose spread makes moderation obligatory. */
  moderationCriteria: Criterion[];
}
export interface SettledResult {
  weighted: Figure | null;
  coverage: Figure;
  outcome: 'meets' | 'doesNotMeet' | 'notEnoughEvidence';
  /** Criteria settled below their threshold. */
  below: Criterion[];
}

/** What of a framework figures depend on. */
export interface Weights {
  criteria: Pick<FrameworkCriterion, 'key' | 'weight' | 'threshold'>[];
}

/** Weighted score: sum of weight x score / 4 over the criteria assessed, renormalised to 100. Null when none was assessed. */
function weightedOf(sheet: ScoreSheet, { criteria }: Weights): Fraction | null {
  const assessed = criteria.filter((c) => sheet[c.key]?.score != null);
  if (assessed.length === 0) return null;
  const weight = assessed.reduce((w, c) => w + c.weight, 0);
  return sum(assessed.map((c) => new Fraction(c.weight * sheet[c.key]!.score!, 4)))
    .mul(100)
    .div(weight);
}
function coverageOf(sheet: ScoreSheet, { criteria }: Weights): Fraction {
  const all = criteria.reduce((w, c) => w + c.weight, 0);
  return new Fraction(
    criteria.filter((c) => sheet[c.key]?.score != null).reduce((w, c) => w + c.weight, 0),
    all,
  ).mul(100);
}

/** The weighted score of one sheet and its coverage (share of the weight that was assessed). Exact. */
export function weigh(sheet: ScoreSheet, framework: Weights): { weighted: Figure | null; coverage: Figure } {
  const weighted = weightedOf(sheet, framework);
  return { weighted: weighted && figure(weighted), coverage: figure(coverageOf(sheet, framework)) };
}

function criterionFigures(key: Criterion, sheets: ScoreSheet[]): CriterionFigures {
  const scores = sheets.map((s) => s[key]?.score).filter((s): s is number => s != null);
  if (scores.length === 0) return { assessedBy: 0, mean: null, median: null, min: null, max: null, spread: null };
  const exact = scores.map((s) => new Fraction(s));
  const [min, max] = [Math.min(...scores), Math.max(...scores)];
  return {
    assessedBy: scores.length,
    mean: figure(meanOf(exact)),
    median: figure(medianOf(exact)),
    min,
    max,
    spread: max - min,
  };
}

/** What several reviewers' sheets come to: per reviewer, per criterion and overall. */
export function consolidate(
  sheets: Record<string, ScoreSheet>,
  framework: Weights & Pick<Framework, 'moderationSpread'>,
): Consolidated {
  const all = Object.values(sheets);
  const criteria = Object.fromEntries(framework.criteria.map((c) => [c.key, criterionFigures(c.key, all)])) as Record<
    Criterion,
    CriterionFigures
  >;
  const totals = all.map((s) => weightedOf(s, framework)).filter((t): t is Fraction => t !== null);
  const sorted = [...totals].sort((a, b) => a.compare(b));
  return {
    reviewers: Object.fromEntries(Object.entries(sheets).map(([id, sheet]) => [id, weigh(sheet, framework)])),
    criteria,
    overall: totals.length
      ? {
          mean: figure(meanOf(totals)),
          median: figure(medianOf(totals)),
          lowest: figure(sorted[0]!),
          highest: figure(sorted.at(-1)!),
        }
      : null,
    moderationCriteria: framework.criteria
      .filter((c) => (criteria[c.key].spread ?? 0) >= framework.moderationSpread)
      .map((c) => c.key),
  };
}

/** The whole scores that do not leave the median of a criterion: the median itself, or the two beside it where it lies between two. */
export function medianRange(key: Criterion, sheets: ScoreSheet[]): [number, number] | null {
  const scores = sheets.map((s) => s[key]?.score).filter((s): s is number => s != null);
  if (scores.length === 0) return null;
  const median = medianOf(scores.map((s) => new Fraction(s)));
  return [Number(median.floor().valueOf()), Number(median.ceil().valueOf())];
}

/** What the settled scores come to against the thresholds. It informs; people recommend and decide. */
export function settledResult(
  settled: ScoreSheet,
  framework: Weights & Pick<Framework, 'totalThreshold'>,
): SettledResult {
  const total = weightedOf(settled, framework);
  const below = framework.criteria
    .filter((c) => settled[c.key]?.score != null && settled[c.key]!.score! < c.threshold)
    .map((c) => c.key);
  const complete = framework.criteria.every((c) => settled[c.key]?.score != null);
  const meets = total !== null && below.length === 0 && total.compare(framework.totalThreshold) >= 0;
  return {
    ...weigh(settled, framework),
    outcome: below.length > 0 ? 'doesNotMeet' : !complete ? 'notEnoughEvidence' : meets ? 'meets' : 'doesNotMeet',
    below,
  };
}
