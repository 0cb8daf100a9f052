import { isRound } from '../request/rounds.js';
import { required } from '../text.js';

/** The five criteria of the strategy, in its order. Their names and order are the UN's; everything else is a setting. */
export const CRITERIA = [
  'ownership',
  'enablingEnvironment',
  'strategicOpportunities',
  'sustainability',
  'commitment',
] as const;
export type Criterion = (typeof CRITERIA)[number];

export const CRITERION_NAMES: Record<Criterion, string> = {
  ownership: 'Ownership',
  enablingEnvironment: 'Enabling national environment',
  strategicOpportunities: 'Strategic programming opportunities',
  sustainability: 'Sustainability',
  commitment: 'Full commitment of the RC and UNCT',
};

export const isCriterion = (key: string): key is Criterion => (CRITERIA as readonly string[]).includes(key);

export const LEVELS = [0, 1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];
export const LEVEL_NAMES: Record<Level, string> = {
  0: 'Not shown',
  1: 'Limited',
  2: 'Partial',
  3: 'Good',
  4: 'Strong',
};

export interface FrameworkCriterion {
  key: Criterion;
  name: string;
  /** Share of the total, in whole points; all weights of a framework add up to 100. */
  weight: number;
  /** The question that the reviewer answers. */
  question: string;
  /** What reviewers look for; shown beside the questions of the form as well. */
  guidance: string[];
  /** Text of each level, 0 to 4. */
  levels: [string, string, string, string, string];
  /** Lowest settled score that meets the criterion. */
  threshold: number;
}

/** A version of the criteria: what a request is judged by. Kept in the database, edited only as a new version. */
export interface Framework {
  id: string;
  version: number;
  name: string;
  /** The type of request that this version is for; null for every type that has none of its own. */
  appliesTo: string | null;
  criteria: FrameworkCriterion[];
  /** Lowest weighted total, of 100, that meets the criteria. */
  totalThreshold: number;
  /** A difference of this many points or more on one criterion makes moderation obligatory. */
  moderationSpread: number;
  minimumReviewers: number;
  /** How many approvers have to decide the same before a decision takes effect; one where it is not said. */
  approvals?: number;
  /** The first round whose requests it judges; at once where it is not said. */
  fromRound?: string;
}

const isWeight = (weight: number): boolean => Number.isInteger(weight) && weight >= 1 && weight <= 96;

/** What the weights add up to, where all of them are weights: of others a sum says nothing. */
function sumProblems(criteria: Framework['criteria']): { path: string; message: string }[] {
  const total = criteria.reduce((sum, c) => sum + c.weight, 0);
  return total !== 100 && criteria.every((c) => isWeight(c.weight))
    ? [{ path: 'criteria', message: `The weights add up to ${total}. Change them so that they add up to 100` }]
    : [];
}

/** Problems of a framework that an administrator wrote; empty when it can be put in force. */
export function frameworkProblems(
  framework: Pick<
    Framework,
    'criteria' | 'totalThreshold' | 'moderationSpread' | 'minimumReviewers' | 'approvals' | 'fromRound' | 'name'
  >,
): { path: string; message: string }[] {
  const problems: { path: string; message: string }[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  const text = (value: string, path: string, message: string, max: number) =>
    problems.push(...required(value, path, message, max));
  text(framework.name, 'name', 'Enter a name for this version of the criteria', 200);
  const keys = framework.criteria.map((c) => c.key);
  if (keys.length !== CRITERIA.length || CRITERIA.some((c) => !keys.includes(c)))
    add('criteria', 'Keep each of the five criteria once');
  for (const c of framework.criteria) {
    if (!isWeight(c.weight)) add(`criteria.${c.key}.weight`, `Enter a whole weight from 1 to 96 for ${c.name}`);
    if (!Number.isInteger(c.threshold) || c.threshold < 0 || c.threshold > 4)
      add(`criteria.${c.key}.threshold`, `Enter a threshold from 0 to 4 for ${c.name}`);
    text(c.question, `criteria.${c.key}.question`, `Enter the question for ${c.name}`, 1_000);
    if (c.guidance.length > 20) add(`criteria.${c.key}.guidance`, `Enter 20 hints or fewer for ${c.name}`);
    c.guidance.forEach((g, i) => text(g, `criteria.${c.key}.guidance.${i}`, `Enter a hint, or remove the line`, 1_000));
    c.levels.forEach((l, i) =>
      text(l, `criteria.${c.key}.levels.${i}`, `Enter the text of level ${i} for ${c.name}`, 2_000),
    );
  }
  problems.push(...sumProblems(framework.criteria));
  if (!Number.isInteger(framework.totalThreshold) || framework.totalThreshold < 0 || framework.totalThreshold > 100)
    add('totalThreshold', 'Enter a threshold for the total from 0 to 100');
  if (![1, 2, 3, 4].includes(framework.moderationSpread)) add('moderationSpread', 'Enter a difference from 1 to 4');
  if (!Number.isInteger(framework.minimumReviewers) || framework.minimumReviewers < 1 || framework.minimumReviewers > 9)
    add('minimumReviewers', 'Enter a number of reviewers from 1 to 9');
  if (framework.fromRound !== undefined && !isRound(framework.fromRound))
    add('fromRound', 'Enter a round such as 2027-2, or leave this empty');
  const { approvals = 1 } = framework;
  if (!Number.isInteger(approvals) || approvals < 1 || approvals > 5)
    add('approvals', 'Enter a number of approvers from 1 to 5');
  return problems;
}
