import type { FieldProblem } from '../refusal.js';
import { chosen, optional, required } from '../text.js';
import type { Reviewer } from '../request/facts.js';
import { CRITERIA, CRITERION_NAMES, isCriterion, type Criterion } from './criteria.js';
import { CONFIDENCES, type Confidence, type DraftSheet, type ScoreSheet } from './scoring.js';

/** A sheet as it is sent: nothing of it is sure yet. */
export type SentSheet = Record<
  string,
  { score?: number | null; reason: string | null; evidence?: string[]; confidence?: string | null } | null | undefined
>;
/** Whether the sheet must cover every criterion, and give a reason for every score. */
interface Demands {
  whole: boolean;
  reasons: boolean;
  /** Work in hand: a score may still be open. */
  draft?: true;
  path: string;
}

function scoreProblems(key: string, given: NonNullable<SentSheet[string]>, demands: Demands): FieldProblem[] {
  const path = `${demands.path}.${key}`;
  if (!isCriterion(key)) return [{ path, message: `“${key.slice(0, 60)}” is not one of the five criteria` }];
  const { score, reason, evidence, confidence } = given;
  const name = CRITERION_NAMES[key];
  const known =
    score === undefined
      ? demands.draft === true
      : score === null || (Number.isInteger(score) && score >= 0 && score <= 4);
  return [
    ...(known ? [] : [{ path: `${path}.score`, message: `Score ${name} from 0 to 4, or choose “cannot assess”` }]),
    ...(demands.reasons
      ? required(reason, `${path}.reason`, `Give the reason for your score of ${name}`, 5_000)
      : optional(reason, `${path}.reason`, 5_000)),
    ...((evidence?.length ?? 0) > 20
      ? [{ path: `${path}.evidence`, message: 'Name 20 passages or fewer' }]
      : (evidence ?? []).flatMap((e, i) => optional(e, `${path}.evidence.${i}`, 500))),
    ...(confidence ? chosen(confidence, CONFIDENCES, `${path}.confidence`) : []),
  ];
}

/** Problems of a sheet: known criteria, scores 0 to 4 or "cannot assess", always with a reason where it must be whole. */
export function sheetProblems(sheet: SentSheet, demands: Demands): FieldProblem[] {
  const missing = demands.whole
    ? CRITERIA.filter((c) => !sheet[c]).map((c) => ({
        path: `${demands.path}.${c}.score`,
        message: `Score ${CRITERION_NAMES[c]}, or choose “cannot assess”`,
      }))
    : [];
  return [
    ...Object.entries(sheet).flatMap(([key, given]) => (given ? scoreProblems(key, given, demands) : [])),
    ...missing,
  ];
}

/** A sheet in work as it is kept. */
export const tidyDraft = (sheet: SentSheet): DraftSheet =>
  Object.fromEntries(
    Object.entries(sheet)
      .filter(([, s]) => s)
      .map(([key, s]) => [
        key,
        {
          ...(s!.score === undefined ? {} : { score: s!.score }),
          reason: s!.reason?.trim() ?? '',
          ...(s!.evidence?.length ? { evidence: s!.evidence } : {}),
          ...(s!.confidence ? { confidence: s!.confidence as Confidence } : {}),
        },
      ]),
  );
/** A sheet as it is kept, after its problems were asked for: every score in it is there. */
export const tidy = (sheet: SentSheet): ScoreSheet => tidyDraft(sheet) as ScoreSheet;

const told = (entry: DraftSheet[Criterion]): string =>
  JSON.stringify([entry?.score, entry?.reason ?? '', entry?.evidence ?? [], entry?.confidence]);
/** By which version of the request each criterion of a sheet in work was scored: what is not touched keeps the version of before. */
export const draftVersions = (
  sheet: DraftSheet,
  version: number,
  { draft, draftVersions: known = {} }: Pick<Reviewer, 'draft' | 'draftVersions'>,
): Partial<Record<Criterion, number>> =>
  Object.fromEntries(
    CRITERIA.filter((key) => sheet[key]).map((key) => [
      key,
      draft?.[key] && told(draft[key]) === told(sheet[key]) ? (known[key] ?? version) : version,
    ]),
  );
