import { LEVELS, LEVEL_NAMES, type AssessmentView, type FrozenFramework, type Refusal, type ScoreSheet } from '#domain';
import type { Form } from '../shell/exchange.js';
import { confidenceField } from './rubric.presenter.js';
import { CANNOT, entryOf, problemOf, typedFrom, typedIn, type SentSheet, type TypedSheet } from './score.form.js';

/** The short scale of a form that several criteria share; the texts of the levels stand in the guidance. */
export const shortScale = (name: string, legend: string, value: string, error: string | undefined) => ({
  kind: 'radios',
  name,
  label: legend,
  inline: true,
  small: true,
  value,
  error,
  options: [
    ...LEVELS.map((level) => ({
      value: String(level),
      text: String(level),
      hint: undefined,
      attributes: { title: LEVEL_NAMES[level] },
    })),
    { value: CANNOT, text: 'Cannot assess' },
  ],
});

/** What a reviewer changed: a criterion with another score, evidence or confidence, or with a reason. The reasons begin empty. */
export function revisedIn(form: Form, counting: ScoreSheet): SentSheet {
  const before = typedFrom(counting);
  const changed = Object.entries(typedIn(form)).filter(([key, typed]) => {
    const was = before[key];
    const same = (part: 'score' | 'evidence' | 'confidence') => typed[part] === was?.[part];
    return typed.reason !== '' || !same('score') || !same('evidence') || !same('confidence');
  });
  return Object.fromEntries(
    changed.flatMap(([key, typed]) => {
      const entry = entryOf(typed);
      return entry ? [[key, entry]] : [];
    }),
  );
}

/** What stands in the form: what was typed, or the scores that count, with reasons still to be given. */
export function typedRevision(form: Form | null, counting: ScoreSheet): TypedSheet {
  const before = typedFrom(counting);
  if (form) return typedIn(form);
  return Object.fromEntries(Object.entries(before).map(([key, typed]) => [key, { ...typed, reason: '' }]));
}

const PARTS = ['score', 'reason', 'evidence', 'confidence'] as const;

/** The fields of a revision, criterion by criterion. */
export const revisionFields = (framework: FrozenFramework, typed: TypedSheet, refusal: Refusal | undefined) =>
  framework.criteria.map(({ key, name }, i) => ({
    number: i + 1,
    name,
    open: PARTS.some((part) => problemOf(refusal, key, part)),
    fields: [
      shortScale(`score-${key}`, `Score for ${name}`, typed[key]!.score, problemOf(refusal, key, 'score')),
      {
        kind: 'long',
        name: `reason-${key}`,
        label: 'Why you see it differently now',
        hint: 'It stands beside the reason that you gave first.',
        rows: 3,
        value: typed[key]!.reason,
        error: problemOf(refusal, key, 'reason'),
      },
      {
        kind: 'long',
        name: `evidence-${key}`,
        label: 'Paragraphs or annexes you rely on',
        rows: 2,
        value: typed[key]!.evidence,
        error: problemOf(refusal, key, 'evidence'),
      },
      confidenceField(key, typed[key]!.confidence, problemOf(refusal, key, 'confidence')),
    ],
  }));

/** The sheet of this person that counts. */
export const ownCounting = (view: AssessmentView | null): ScoreSheet =>
  view?.reviewers.find((r) => r.own)?.counting ?? {};
