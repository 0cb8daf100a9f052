import { createHash } from 'node:crypto';
import {
  canonical,
  CRITERIA,
  CRITERION_NAMES,
  type Confidence,
  type Criterion,
  type DraftSheet,
  type FieldProblem,
  type Refusal,
} from '#domain';
import { lines, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** “Cannot assess” in a form; the record keeps it as no score, which is not zero. */
export const CANNOT = 'cannot';

/** What was typed for one criterion, as it goes back into the fields. */
export interface TypedScore {
  score: string;
  evidence: string;
  reason: string;
  confidence: string;
  /** The seal of what was kept when the form was drawn. */
  base: string;
}
export type TypedSheet = Record<string, TypedScore>;
type Entry = DraftSheet[Criterion];
/** A sheet as it is sent to the domain: names that nobody checked yet. */
export type SentSheet = Record<string, NonNullable<Entry>>;

const FIELD = /^(?:score|evidence|reason|confidence)-(\w{1,60})$/;

/** What stands in the fields of a form, criterion by criterion; a criterion that nobody knows is in it too, to be refused by name. */
export function typedIn(form: Form): TypedSheet {
  const named = Object.keys(form).flatMap((name) => FIELD.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    [...new Set([...CRITERIA, ...named])].map((key) => [
      key,
      {
        score: one(form, `score-${key}`),
        evidence: text(form, `evidence-${key}`),
        reason: text(form, `reason-${key}`),
        confidence: one(form, `confidence-${key}`),
        base: one(form, `base-${key}`),
      },
    ]),
  );
}

const scoreText = (entry: Entry): string =>
  entry?.score === undefined ? '' : entry.score === null ? CANNOT : String(entry.score);

/** What is kept, as it goes into the fields. */
export const typedFrom = (sheet: DraftSheet | null): TypedSheet =>
  Object.fromEntries(
    CRITERIA.map((key) => {
      const entry = sheet?.[key];
      const evidence = (entry?.evidence ?? []).join('\n');
      const { reason = '', confidence = '' } = entry ?? {};
      return [key, { score: scoreText(entry), evidence, reason, confidence, base: sealOf(entry) }];
    }),
  );

/** The score that a text says; what is no score at all becomes one that the domain refuses. */
export function scoreIn(typed: string): number | null | undefined {
  if (typed === '') return undefined;
  if (typed === CANNOT) return null;
  return /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
}

/** One criterion as it is sent; null when nothing was typed for it. */
export function entryOf({ score, evidence, reason, confidence }: TypedScore): NonNullable<Entry> | null {
  const given = scoreIn(score);
  const cited = lines({ evidence }, 'evidence');
  if (given === undefined && cited.length === 0 && reason === '' && !confidence) return null;
  return {
    ...(given === undefined ? {} : { score: given }),
    reason,
    ...(cited.length ? { evidence: cited } : {}),
    // What is no choice of the list is refused by the domain, by name.
    ...(confidence ? { confidence: confidence as Confidence } : {}),
  };
}

/** What a reviewer gave for a criterion, without what the record adds to it. */
const given = (entry: NonNullable<Entry>): NonNullable<Entry> => {
  const { quotes: _quotes, ...own } = entry;
  return own;
};

/** Tells whether what is kept has changed since a form was drawn from it. */
export const sealOf = (entry: Entry | null): string =>
  entry
    ? createHash('sha256')
        .update(canonical(given(entry)))
        .digest('hex')
        .slice(0, 16)
    : '';

/**
 * Joins what was typed in this window with what the same reviewer saved in another one meanwhile. A criterion that was not
 * touched here keeps what was saved there; one that was changed in both is named, so that nothing is lost unseen.
 */
export function joinWindows(
  typed: TypedSheet,
  kept: DraftSheet | null,
  inWork = true,
): { sheet: SentSheet; twice: Criterion[] } {
  const sheet: SentSheet = {};
  const twice: Criterion[] = [];
  for (const [key, value] of Object.entries(typed)) {
    const [here, there] = [entryOf(value), kept?.[key as Criterion] ?? null];
    // Finished scores are no work in another window: what was sent is sent again as it is.
    const changedThere = inWork && sealOf(there) !== value.base;
    const changedHere = sealOf(here) !== value.base;
    if (changedThere && changedHere && sealOf(here) !== sealOf(there)) twice.push(key as Criterion);
    const entry = changedThere && !changedHere ? there : here;
    if (entry) sheet[key] = given(entry);
  }
  return { sheet, twice };
}

/** The problem of a criterion that was changed in two windows: what the other one says stands beside what was typed here. */
export const changedTwice = (criteria: Criterion[], kept: DraftSheet | null): FieldProblem[] =>
  criteria.map((key) => {
    const there = kept?.[key];
    const score = scoreText(there);
    const said = there
      ? `${score === '' ? 'no score' : score === CANNOT ? 'cannot assess' : `score ${score}`}${there.reason ? `, “${there.reason}”` : ''}`
      : 'nothing';
    return {
      path: `scores.${key}.reason`,
      message: `${CRITERION_NAMES[key]} was saved in another window meanwhile: ${said}. Save again to replace it with what stands here`,
    };
  });

/** The field of the form that a problem is about. */
export function fieldOfPath(path: string): string | null {
  if (path === 'notes') return 'notes';
  const [, key, part] = /^(?:scores|settled)\.(\w+)\.(score|reason|evidence|confidence)/.exec(path) ?? [];
  if (!key || !part) return null;
  return part === 'score' ? `score-${key}-4` : `${part}-${key}`;
}

/** The problems of a sheet for the summary above the form. */
export const sheetErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => {
    const field = fieldOfPath(path);
    return field ? { text: message, href: `#${field}` } : { text: message };
  });

/** What was typed, as it is drawn again over what is kept now. */
export function drawnAgain(typed: TypedSheet, kept: DraftSheet | null): TypedSheet {
  const bases = typedFrom(kept);
  return Object.fromEntries(Object.entries(typed).map(([key, t]) => [key, { ...t, base: bases[key]?.base ?? '' }]));
}

/** What a reviewer wrote, as it can be copied from the page that says why it could not be kept. */
export const writtenIn = (typed: TypedSheet): { label: string; text: string }[] =>
  CRITERIA.flatMap((key) => {
    const { score, evidence, reason } = typed[key]!;
    const said = score === '' ? '' : score === CANNOT ? ', cannot assess' : `, score ${score}`;
    const text = [reason, evidence].filter(Boolean).join('\n\n');
    return said || text ? [{ label: `${CRITERION_NAMES[key]}${said}`, text }] : [];
  });

/** The problem of one part of a criterion. */
export const problemOf = (
  refusal: Refusal | null | undefined,
  key: string,
  part: 'score' | 'reason' | 'evidence' | 'confidence',
): string | undefined =>
  refusal?.fields?.find((f) => f.path === `scores.${key}.${part}` || f.path.startsWith(`scores.${key}.${part}.`))
    ?.message;
