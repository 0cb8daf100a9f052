import { LEVELS, LEVEL_NAMES, type FrameworkCriterion, type Level, type Refusal } from '#domain';
import { citationIn, targetOf } from './citations.js';
import { pointsOf } from './figures.js';
import { CANNOT, entryOf, problemOf, scoreIn, type TypedScore, type TypedSheet } from './score.form.js';

/** Whether a score is one of the levels. */
export const isLevel = (score: number | null | undefined): score is Level =>
  typeof score === 'number' && (LEVELS as readonly number[]).includes(score);

/** A score that counts: one of the levels, or “cannot assess”; undefined while there is none. */
export const answerIn = (typed: TypedScore | undefined): Level | null | undefined => {
  const score = scoreIn(typed?.score ?? '');
  return score === null || isLevel(score) ? score : undefined;
};

/** The levels of a criterion, the highest first, with their texts beside them. */
const scale = (c: FrameworkCriterion, value: string, describedBy: string | undefined) => ({
  name: `score-${c.key}`,
  legend: `Score for ${c.name}`,
  value,
  cannot: true,
  describedBy,
  levels: [...LEVELS].reverse().map((level) => ({ score: level, label: LEVEL_NAMES[level], text: c.levels[level] })),
});

const reasonField = (key: string, value: string, error: string | undefined) => ({
  kind: 'long',
  name: `reason-${key}`,
  label: 'Reason for this score',
  hint: 'The panel reads this; the Resident Coordinator may read it in the letter.',
  rows: 4,
  value,
  error,
});
const evidenceField = (key: string, value: string, error: string | undefined) => ({
  kind: 'long',
  name: `evidence-${key}`,
  label: 'Paragraphs or annexes you rely on',
  hint: 'One on each line, such as 3.2 or Annex B. To mark the words: 3.2 “the words”.',
  rows: 2,
  value,
  error,
});

/** The evidence with links into the request; what the request does not have is no link. */
function citations(value: TypedScore, targets: ReadonlySet<string>): { text: string; href: string | null }[] {
  return (entryOf(value)?.evidence ?? []).map((text) => {
    const target = targetOf(citationIn(text));
    return { text, href: target && targets.has(target) ? `#${target}` : null };
  });
}

/** One criterion as it is scored, and as it is read once the scores are finished. */
export function rubric(
  c: FrameworkCriterion,
  i: number,
  { typed, refusal, targets }: { typed: TypedSheet; refusal: Refusal | undefined; targets: ReadonlySet<string> },
) {
  const value = typed[c.key]!;
  const score = answerIn(value);
  const at = (part: 'score' | 'reason' | 'evidence') => problemOf(refusal, c.key, part);
  const id = `rubric-${i + 1}`;
  return {
    ...c,
    id,
    number: i + 1,
    pips: score === null ? CANNOT : (score ?? null),
    points: isLevel(score) ? pointsOf(c.weight, score) : '',
    wrong: Boolean(at('score') ?? at('reason') ?? at('evidence')),
    error: at('score'),
    answered: score !== undefined,
    level: isLevel(score) ? `${score} ${LEVEL_NAMES[score]}` : 'Cannot assess',
    levelText: isLevel(score) ? c.levels[score] : '',
    scale: scale(c, value.score, at('score') && `${id}-error`),
    base: value.base,
    reason: reasonField(c.key, value.reason, at('reason')),
    evidence: evidenceField(c.key, value.evidence, at('evidence')),
    reasonText: value.reason,
    cited: citations(value, targets),
  };
}
