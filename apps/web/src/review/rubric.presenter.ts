import {
  citationIn,
  CONFIDENCES,
  LEVELS,
  LEVEL_NAMES,
  type Citation,
  type Confidence,
  type FrameworkCriterion,
  type Level,
  type Refusal,
} from '#domain';
import { targetOf } from './citations.js';
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
  hint: 'One on each line: 3.2, Annex B, or 3.2 “the words” to quote them.',
  rows: 2,
  value,
  error,
});

/** How sure a reviewer is of a score; it may be left open. */
export const confidenceField = (key: string, value: string, error: string | undefined) => ({
  kind: 'select',
  name: `confidence-${key}`,
  label: 'How sure are you?',
  optional: true,
  value,
  error,
  options: [{ value: '', text: 'Not said' }, ...Object.entries(CONFIDENCES).map(([k, text]) => ({ value: k, text }))],
});

/** How sure a reviewer was, in words that follow a score; nothing where it was not said. */
export const confidenceWords = (confidence: string | undefined): string =>
  confidence && Object.hasOwn(CONFIDENCES, confidence)
    ? `${CONFIDENCES[confidence as Confidence].toLowerCase()} confidence`
    : '';

/** A citation as it is listed: what it points at, the words, and what is wrong with it in this version. */
export interface ListedCitation {
  text: string;
  href: string | null;
  where: string;
  quote: string;
  version: number | null;
  trouble: string | null;
}

/** What of the text the evidence is held against. */
export interface CitedText {
  targets: ReadonlySet<string>;
  trouble: (citation: Citation) => string | null;
  /** The version from which words were taken first, where that is known. */
  versionOf: (key: string, citation: Citation) => number | null;
}

/** The evidence with links into the request; what the request does not have is no link, and is said to be wanting. */
function citations(key: string, value: TypedScore, text: CitedText): ListedCitation[] {
  return (entryOf(value)?.evidence ?? []).map((line) => {
    const citation = citationIn(line);
    const target = targetOf(citation);
    return {
      text: line,
      href: target && text.targets.has(target) ? `#${target}` : null,
      where: citation.paragraph ?? (citation.annex ? `Annex ${citation.annex}` : ''),
      quote: citation.quoted ? citation.quote : '',
      version: text.versionOf(key, citation),
      trouble: text.trouble(citation),
    };
  });
}

/** One criterion as it is scored, and as it is read once the scores are finished. */
export function rubric(
  c: FrameworkCriterion,
  i: number,
  { typed, refusal, text }: { typed: TypedSheet; refusal: Refusal | undefined; text: CitedText },
) {
  const value = typed[c.key]!;
  const score = answerIn(value);
  const at = (part: 'score' | 'reason' | 'evidence' | 'confidence') => problemOf(refusal, c.key, part);
  const id = `rubric-${i + 1}`;
  return {
    ...c,
    id,
    number: i + 1,
    pips: score === null ? CANNOT : (score ?? null),
    points: isLevel(score) ? pointsOf(c.weight, score) : '',
    wrong: Boolean(at('score') ?? at('reason') ?? at('evidence') ?? at('confidence')),
    error: at('score'),
    answered: score !== undefined,
    level: isLevel(score) ? `${score} ${LEVEL_NAMES[score]}` : 'Cannot assess',
    levelText: isLevel(score) ? c.levels[score] : '',
    scale: scale(c, value.score, at('score') && `${id}-error`),
    base: value.base,
    reason: reasonField(c.key, value.reason, at('reason')),
    evidence: evidenceField(c.key, value.evidence, at('evidence')),
    confidence: confidenceField(c.key, value.confidence, at('confidence')),
    confidenceText: confidenceWords(value.confidence),
    reasonText: value.reason,
    cited: citations(c.key, value, text),
  };
}
