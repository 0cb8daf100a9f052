import type { FrameworkDraft } from '#casework';
import { CRITERIA, CRITERION_NAMES, LEVEL_NAMES, LEVELS, REQUEST_TYPES, type FrameworkCriterion } from '#domain';

/** One thing in which two versions of the criteria differ. */
export interface Change {
  /** The criterion that it belongs to, or the version as a whole. */
  group: string;
  what: string;
  before: string[];
  after: string[];
}

/** The requests that a version is for, in words. */
export const requestsOf = (appliesTo: string | null): string =>
  appliesTo === null
    ? 'All requests that have no version of their own'
    : `Requests of type “${REQUEST_TYPES[appliesTo as keyof typeof REQUEST_TYPES] ?? appliesTo}”`;

/** What differs, under one heading for the version and one for each criterion. */
export interface ChangeGroup {
  title: string;
  /** Figures and short names, each on a line; what was and what is. */
  figures: Change[];
  texts: Change[];
}

type Row = [group: string, what: string, before: string | string[], after: string | string[]];

function criterionRows(before: FrameworkCriterion | undefined, after: FrameworkCriterion): Row[] {
  const group = CRITERION_NAMES[after.key];
  const row = (what: string, of: (c: FrameworkCriterion) => string | string[]): Row => [
    group,
    what,
    before ? of(before) : '',
    of(after),
  ];
  return [
    row('Weight', (c) => `${c.weight}%`),
    row('Threshold', (c) => String(c.threshold)),
    row('Question', (c) => c.question),
    row('What reviewers look for', (c) => c.guidance),
    ...LEVELS.map((level) => row(`Level ${level}, ${LEVEL_NAMES[level].toLowerCase()}`, (c) => c.levels[level])),
  ];
}

const AT_ONCE = 'At once';
const THE_VERSION = 'The version';
const list = (value: string | string[]): string[] => (Array.isArray(value) ? value : [value]).filter(Boolean);

/** What a version changes against another one, in the order of the form. */
export function changesBetween(before: FrameworkDraft, after: FrameworkDraft): Change[] {
  const rows: Row[] = [
    [THE_VERSION, 'Name', before.name, after.name],
    [THE_VERSION, 'Which requests it is for', requestsOf(before.appliesTo), requestsOf(after.appliesTo)],
    [THE_VERSION, 'Threshold of the total', String(before.totalThreshold), String(after.totalThreshold)],
    [
      THE_VERSION,
      'Difference that makes moderation obligatory',
      String(before.moderationSpread),
      String(after.moderationSpread),
    ],
    [THE_VERSION, 'Fewest reviewers', String(before.minimumReviewers), String(after.minimumReviewers)],
    [THE_VERSION, 'From which round', before.fromRound ?? AT_ONCE, after.fromRound ?? AT_ONCE],
    [THE_VERSION, 'Approvers', String(before.approvals ?? 1), String(after.approvals ?? 1)],
    ...CRITERIA.flatMap((key) =>
      criterionRows(
        before.criteria.find((c) => c.key === key),
        after.criteria.find((c) => c.key === key)!,
      ),
    ),
  ];
  return rows
    .map(([group, what, old, now]) => ({ group, what, before: list(old), after: list(now) }))
    .filter(({ before: old, after: now }) => old.join('\n') !== now.join('\n'));
}

const isFigure = ({ before, after }: Change): boolean =>
  [before, after].every((lines) => lines.length <= 1 && (lines[0] ?? '').length <= 12);

/** The changes under their headings, in the order of the form. */
export const groupsOf = (changes: readonly Change[]): ChangeGroup[] =>
  [...new Set(changes.map((c) => c.group))].map((title) => {
    const own = changes.filter((c) => c.group === title);
    return { title, figures: own.filter(isFigure), texts: own.filter((c) => !isFigure(c)) };
  });
