import { createHash } from 'node:crypto';
import {
  canonical,
  contentProblems,
  valueAt,
  type ContentPatch,
  type FieldProblem,
  type RequestContent,
} from '#domain';

/** What a form says, by the place of each answer in the content. `null` is an answer that was left empty or taken away. */
export type Answers = Record<string, unknown>;

/** Nothing, an empty text and an empty list are the same answer: none. */
const orNone = (value: unknown): unknown =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value;

/** What is null in an object is what is not there: a change removes by it. */
const withoutNulls = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null))
    : value;

function mark(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(orNone(value), withoutNulls));
  return createHash('sha256').update(canonical(plain)).digest('base64url').slice(0, 8);
}

/** Marks of what a page shows, to be sent back with its form: they tell later who changed what. */
export const marksOf = (paths: readonly string[], content: RequestContent): string =>
  paths.map((path) => `${path}=${mark(valueAt(content, path))}`).join(' ');

/** The same of answers as they were sent: what a page knows once they are stored. */
export const marksOfAnswers = (paths: readonly string[], answers: Answers): string =>
  paths.map((path) => `${path}=${mark(answers[path])}`).join(' ');

const readMarks = (text: string): Map<string, string> =>
  new Map(
    text
      .split(' ')
      .map((pair) => pair.split('='))
      .filter((pair): pair is [string, string] => pair.length === 2),
  );

/** Marks as a page shows them, but for answers in dispute: those keep the marks that were sent, so that nothing is written over unseen. */
export function marksInDispute(
  paths: readonly string[],
  content: RequestContent,
  { contested = [], marks = '' }: { contested?: readonly string[] | undefined; marks?: string | undefined },
): string {
  const sent = readMarks(marks);
  const before = (pair: string) => pair.split('=')[0]!;
  return marksOf(paths, content)
    .split(' ')
    .map((pair) => (contested.includes(before(pair)) ? `${before(pair)}=${sent.get(before(pair)) ?? ''}` : pair))
    .join(' ');
}

export interface Comparison {
  /** Answers that this person changed. */
  mine: Answers;
  /** Places that both this person and somebody else changed since the page was drawn. */
  contested: string[];
}

/** Tells what this person changed from what somebody else did meanwhile: only an answer that both changed is in dispute. */
export function compare(answers: Answers, content: RequestContent, marks: string): Comparison {
  const drawn = readMarks(marks);
  const mine: Answers = {};
  const contested: string[] = [];
  for (const [path, value] of Object.entries(answers)) {
    const stored = mark(valueAt(content, path));
    const sent = mark(value);
    const before = drawn.get(path) ?? stored;
    if (sent === stored) continue;
    if (before === stored) mine[path] = orNone(value);
    else if (sent !== before) contested.push(path);
  }
  return { mine, contested };
}

/** What is said of an answer that two people changed at the same time. */
const CONTESTED =
  'Somebody else changed this answer while you were writing. Save again to keep your text in place of theirs';
/** Where one chooses between both texts after the next save, that is said; elsewhere the text that is saved last stays. */
const TO_COMPARE = 'Somebody else changed this answer while you were writing. Save to choose between both texts';
export const toCompare = (problems: readonly FieldProblem[]): FieldProblem[] =>
  problems.map((p) => (p.message === CONTESTED ? { ...p, message: TO_COMPARE } : p));
export const disputes = (contested: readonly string[]): FieldProblem[] =>
  contested.map((path) => ({ path, message: CONTESTED }));

/** Some of the answers. */
export const only = (answers: Answers, paths: readonly string[]): Answers =>
  Object.fromEntries(paths.map((path) => [path, answers[path]]));

/** Answers that were typed before a session ended, beside what is stored now. */
export function typedAgain(
  answers: Answers,
  content: RequestContent,
  marks: string,
): { typed: Answers; contested: string[]; problems: FieldProblem[] } {
  const { mine, contested } = compare(answers, content, marks);
  return { typed: { ...mine, ...only(answers, contested) }, contested, problems: disputes(contested) };
}

function put(target: Record<string, unknown>, [key, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) target[key!] = value;
  else put((target[key!] ??= {}) as Record<string, unknown>, rest, value);
}

/** Answers as a change of the content. What goes with an answer by its nature is added: the currency, the tier of the risk notes. */
export function patchOf(answers: Answers, content: RequestContent): ContentPatch {
  const patch: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(answers)) put(patch, path.split('.'), value);
  const sections = patch.sections as Record<string, Record<string, unknown> | null> | undefined;
  if (sections?.costAndHosting?.years) sections.costAndHosting.currency = 'USD';
  if (sections?.risk) {
    const risk = { ...content.sections?.risk, ...sections.risk };
    if (risk.text || risk.mitigation) sections.risk.tier = 'risk';
    else sections.risk = null;
  }
  return patch;
}

/** Whether a problem is one of an answer: of the whole of it, or of a part. */
export const concernsPath = (problem: FieldProblem, path: string): boolean =>
  problem.path === path || problem.path.startsWith(`${path}.`);

/** The answers that can be kept, and what is wrong with the others. */
export function keepable(answers: Answers): { kept: Answers; problems: FieldProblem[] } {
  const problems = contentProblems(patchOf(answers, {}));
  const kept = Object.entries(answers).filter(([path]) => !problems.some((p) => concernsPath(p, path)));
  return { kept: Object.fromEntries(kept), problems };
}

/** The content as the form has it: what is stored, with what was typed laid over it. For drawing only; it may hold what cannot be kept. */
export const withAnswers = (content: RequestContent, answers: Answers): RequestContent => {
  const drawn = structuredClone(content) as Record<string, unknown>;
  for (const [path, value] of Object.entries(answers)) put(drawn, path.split('.'), value ?? undefined);
  return drawn as RequestContent;
};
