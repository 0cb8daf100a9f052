import { inForce, type FrameworkDraft, type FrameworkVersion } from '#casework';
import { CRITERIA, CRITERION_NAMES, LEVEL_NAMES, LEVELS, REQUEST_TYPES, type Criterion, type Refusal } from '#domain';
import { lines, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** A version of the criteria as it stands in the fields of its form. */
export interface TypedFramework {
  name: string;
  /** A type of request; empty for every type that has no version of its own. */
  appliesTo: string;
  totalThreshold: string;
  moderationSpread: string;
  minimumReviewers: string;
  approvals: string;
  /** The first round that it is for; empty for at once. */
  fromRound: string;
  criteria: Record<Criterion, TypedCriterion>;
}
interface TypedCriterion {
  weight: string;
  threshold: string;
  question: string;
  guidance: string;
  levels: string[];
}

const each = <T>(make: (key: Criterion) => T): Record<Criterion, T> =>
  Object.fromEntries(CRITERIA.map((key) => [key, make(key)])) as Record<Criterion, T>;

export const typedFramework = (form: Form): TypedFramework => ({
  name: one(form, 'name'),
  appliesTo: one(form, 'appliesTo'),
  totalThreshold: one(form, 'totalThreshold'),
  moderationSpread: one(form, 'moderationSpread'),
  minimumReviewers: one(form, 'minimumReviewers'),
  approvals: one(form, 'approvals'),
  fromRound: one(form, 'fromRound'),
  criteria: each((key) => ({
    weight: one(form, `weight-${key}`),
    threshold: one(form, `threshold-${key}`),
    question: text(form, `question-${key}`),
    guidance: text(form, `guidance-${key}`),
    levels: LEVELS.map((level) => text(form, `level-${key}-${level}`)),
  })),
});

/** A published version as it goes into the fields, to be changed. */
export const typedFrom = (f: FrameworkVersion): TypedFramework => ({
  name: f.name,
  appliesTo: f.appliesTo ?? '',
  totalThreshold: String(f.totalThreshold),
  moderationSpread: String(f.moderationSpread),
  minimumReviewers: String(f.minimumReviewers),
  approvals: String(f.approvals ?? 1),
  fromRound: '',
  criteria: each((key) => {
    const c = f.criteria.find((x) => x.key === key)!;
    const { weight, threshold, question, guidance, levels } = c;
    return { weight: String(weight), threshold: String(threshold), question, guidance: guidance.join('\n'), levels };
  }),
});

/** A whole number; what is none becomes one that is out of range, so that the rule of its field says what to enter. */
const whole = (typed: string, otherwise: number): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : otherwise);

/** How many approvers it takes: one is not said, as in versions of before. */
const several = (typed: string): { approvals?: number } => {
  const approvals = typed === '' ? 1 : whole(typed, 0);
  return approvals === 1 ? {} : { approvals };
};

/** What was typed as it is published. */
export const draftOf = (typed: TypedFramework): FrameworkDraft => ({
  name: typed.name,
  appliesTo: typed.appliesTo || null,
  totalThreshold: whole(typed.totalThreshold, -1),
  moderationSpread: whole(typed.moderationSpread, 0),
  minimumReviewers: whole(typed.minimumReviewers, 0),
  ...several(typed.approvals),
  ...(typed.fromRound ? { fromRound: typed.fromRound } : {}),
  criteria: CRITERIA.map((key) => {
    const { weight, threshold, question, guidance, levels } = typed.criteria[key];
    return {
      key,
      name: CRITERION_NAMES[key],
      weight: whole(weight, 0),
      threshold: whole(threshold, -1),
      question,
      guidance: lines({ guidance }, 'guidance'),
      levels: levels as [string, string, string, string, string],
    };
  }),
});

/** The field of the form that a problem is about. */
function fieldOf(path: string): string {
  const [, key, part, index] = /^criteria\.(\w+)\.(\w+)(?:\.(\d+))?/.exec(path) ?? [];
  if (!key) return path === 'criteria' ? `weight-${CRITERIA[0]}` : path;
  return part === 'levels' ? `level-${key}-${index}` : `${part}-${key}`;
}

/** The problems at their fields. */
export const frameworkErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    path ? { text: message, href: `#${fieldOf(path)}` } : { text: message },
  );

/** From when on a version is taken. */
const roundField = (typed: TypedFramework, at: (field: string) => string | undefined) => ({
  name: 'fromRound',
  label: 'From which round?',
  hint: 'Such as 2027-2, the second round of 2027. Requests that are submitted in it or later take this version. Leave it empty for at once.',
  optional: true,
  width: 10,
  value: typed.fromRound,
  error: at('fromRound'),
});

/** The fields for a version as a whole. */
export function generalFields(typed: TypedFramework, at: (field: string) => string | undefined) {
  const field = (
    name: 'totalThreshold' | 'moderationSpread' | 'minimumReviewers' | 'approvals',
    label: string,
    hint: string,
  ) => ({
    kind: 'number',
    name,
    label,
    hint,
    width: 3,
    value: typed[name],
    error: at(name),
  });
  return [
    { name: 'name', label: 'Name of this version', value: typed.name, error: at('name') },
    {
      kind: 'select',
      name: 'appliesTo',
      label: 'Which requests is it for?',
      value: typed.appliesTo,
      error: at('appliesTo'),
      options: [
        { value: '', text: 'All that have no version of their own' },
        ...Object.entries(REQUEST_TYPES).map(([value, label]) => ({ value, text: label })),
      ],
    },
    roundField(typed, at),
    field('totalThreshold', 'Threshold of the total', 'The lowest weighted total, of 100, that meets the criteria.'),
    field('moderationSpread', 'Difference that makes moderation obligatory', 'From 1 to 4 points on one criterion.'),
    field('minimumReviewers', 'Fewest reviewers', 'How many have to score before scores are revealed.'),
    field('approvals', 'Approvers', 'How many have to decide the same before a decision takes effect, from 1 to 5.'),
  ];
}

/** The fields of one criterion. */
export function criterionFields(key: Criterion, typed: TypedCriterion, at: (field: string) => string | undefined) {
  const named = (part: string) => ({ name: `${part}-${key}`, error: at(`${part}-${key}`) });
  return {
    figures: [
      { kind: 'number', ...named('weight'), label: 'Weight', suffix: '%', width: 3, value: typed.weight },
      { kind: 'number', ...named('threshold'), label: 'Threshold, 0 to 4', width: 2, value: typed.threshold },
    ],
    texts: [
      { kind: 'long', ...named('question'), label: 'Question that reviewers answer', rows: 3, value: typed.question },
      {
        kind: 'long',
        ...named('guidance'),
        label: 'What reviewers look for',
        hint: 'One hint on each line. The country office reads them beside its questions.',
        rows: 4,
        value: typed.guidance,
      },
      ...[...LEVELS].reverse().map((level) => ({
        kind: 'long',
        name: `level-${key}-${level}`,
        label: `Level ${level}, ${LEVEL_NAMES[level].toLowerCase()}`,
        rows: 2,
        value: typed.levels[level],
        error: at(`level-${key}-${level}`),
      })),
    ],
  };
}

/** The version that a new one takes the place of: the one in force for the same requests, else the one for all. */
export const replacedBy = (all: readonly FrameworkVersion[], appliesTo: string | null): FrameworkVersion | undefined =>
  inForce(all, appliesTo) ?? inForce(all, null);
