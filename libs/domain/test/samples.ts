import { readdirSync, readFileSync } from 'node:fs';
import type {
  AdvicePosition,
  Criterion,
  DecisionCode,
  Figure,
  Heard,
  Modality,
  Outcome,
  RequestContent,
  RequestFacts,
  ScoreSheet,
} from '../src/index.js';

const SAMPLES = new URL('../../casework/data/samples/', import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, SAMPLES), 'utf8')) as T;

/** One review file of the samples, as it stands. */
export interface SampleReview {
  requestId: string;
  weights: Record<Criterion, number>;
  reviewers: {
    id: string;
    name: string;
    conflict: { declared: boolean; reason?: string; date?: string };
    excluded: boolean;
    firstScores: ScoreSheet | null;
    revisedScores: ScoreSheet | null;
    replaces?: string;
  }[];
  clarifications?: { askedBy: string; question: string; answer: string }[];
  moderation: { date: string; note: string } | null;
  settled: Record<Criterion, { score: number; reason: string | null }>;
  regionalAdvice: { from: string; position: AdvicePosition; text: string; conditions: string[] }[];
  recommendation: { outcome: Outcome; modality: Modality; conditions: string[]; reasons: string };
  decision: {
    action: 'APPROVE' | 'OFFER_REGIONAL_OPTION' | 'DECLINE';
    date: string;
    reasons: string;
    codes: DecisionCode[];
  };
}
interface OracleFigures {
  reviewers: Record<string, { weighted: Figure | null; coverage: Figure }>;
  criteria: Record<Criterion, unknown>;
  overall: unknown;
  moderationObligatory: boolean;
  moderationCriteria: Criterion[];
  leaveOneOut: Record<string, { median: Figure; mean: Figure }>;
}
/** What the scores of one sample come to, calculated elsewhere in exact arithmetic. */
export interface Oracle {
  weights: Record<Criterion, number>;
  excludedByConflict: { reviewer: string }[];
  first: OracleFigures;
  afterRevision: OracleFigures | null;
  settled: { weighted: Figure; coverage: Figure };
  settledDiffersFromMedian: Criterion[];
}
export interface Sample {
  id: string;
  submittedOn: string;
  content: RequestContent;
  review: SampleReview;
  oracle: Oracle;
}

function sample(file: string, oracles: Record<string, Oracle>): Sample {
  const raw = read<Record<string, unknown>>(`requests/${file}`);
  // What the sample files carry besides the content of a request.
  const { id, illustrative: _, submittedOn, weights: __, round: ___, ...content } = raw;
  return {
    id: id as string,
    submittedOn: submittedOn as string,
    content: content as RequestContent,
    review: read(`reviews/${id as string}.json`),
    oracle: oracles[id as string]!,
  };
}

/** The four sample requests with their reviews and the oracle of their figures. */
export function samples(): Sample[] {
  const { sets } = read<{ sets: Record<string, Oracle> }>('oracles.json');
  return readdirSync(new URL('requests/', SAMPLES))
    .sort()
    .map((file) => sample(file, sets));
}

/** What the panel of a sample says of the conditions of the advice, once they are there. */
export function heardIn(id: string, { consultation }: Pick<RequestFacts, 'consultation'>): Heard {
  const said = read<Record<string, { condition: string; as?: string; reason?: string }[]>>('heard.json')[id] ?? [];
  const partyOf = (condition: string): string =>
    consultation.find((c) => c.advice?.conditions.includes(condition))?.key ?? '';
  const all = said.map((s) => ({ ...s, party: partyOf(s.condition) }));
  return {
    sources: all.flatMap(({ as, party, condition }) => (as ? [{ condition: as, party, of: condition }] : [])),
    leftOut: all.flatMap(({ reason, party, condition }) => (reason ? [{ condition, party, reason }] : [])),
  };
}
