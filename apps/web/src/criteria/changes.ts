import type { FrameworkDraft } from '#casework';
import { CRITERIA, CRITERION_NAMES, LEVEL_NAMES, LEVELS, REQUEST_TYPES, type FrameworkCriterion } from '#domain';

/** One thing in which two versions of the criteria differ. */
export interface Change {
  what: string;
  before: string[];
  after: string[];
}

/** The requests that a version is for, in words. */
export const requestsOf = (appliesTo: string | null): string =>
  appliesTo === null
    ? 'All requests that have no version of their own'
    : `Requests of type “${REQUEST_TYPES[appliesTo as keyof typeof REQUEST_TYPES] ?? appliesTo}”`;

type Row = [what: string, before: string | string[], after: string | string[]];

function criterionRows(before: FrameworkCriterion | undefined, after: FrameworkCriterion): Row[] {
  const name = CRITERION_NAMES[after.key];
  const row = (what: string, of: (c: FrameworkCriterion) => string | string[]): Row => [
    `${name}: ${what}`,
    before ? of(before) : '',
    of(after),
  ];
  return [
    row('weight', (c) => `${c.weight}%`),
    row('threshold', (c) => String(c.threshold)),
    row('question', (c) => c.question),
    row('what reviewers look for', (c) => c.guidance),
    ...LEVELS.map((level) => row(`level ${level}, ${LEVEL_NAMES[level].toLowerCase()}`, (c) => c.levels[level])),
  ];
}

const list = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]).filter(Boolean);

/** What a version changes against another one, in the order of the form. */
export function changesBetween(before: FrameworkDraft, after: FrameworkDraft): Change[] {
  const rows: Row[] = [
    ['Name', before.name, after.name],
    ['Which requests it is for', requestsOf(before.appliesTo), requestsOf(after.appliesTo)],
    ['Threshold of the total', String(before.totalThreshold), String(after.totalThreshold)],
    ['Difference that makes moderation obligatory', String(before.moderationSpread), String(after.moderationSpread)],
    ['Fewest reviewers', String(before.minimumReviewers), String(after.minimumReviewers)],
    ...CRITERIA.flatMap((key) =>
      criterionRows(
        before.criteria.find((c) => c.key === key),
        after.criteria.find((c) => c.key === key)!,
      ),
    ),
  ];
  return rows
    .map(([what, old, now]) => ({ what, before: list(old), after: list(now) }))
    .filter(({ before: old, after: now }) => old.join('\n') !== now.join('\n'));
}
