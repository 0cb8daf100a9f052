import {
  CRITERIA,
  CRITERION_NAMES,
  isAnswered,
  LEVEL_NAMES,
  SECTIONS,
  valueAt,
  type CaseDocument,
  type CostYear,
  type Language,
  type Level,
  type Question,
  type RequestContent,
  type Section,
  type Tier,
} from '#domain';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import type { Names } from './case-words.js';
import { isTableKind, readCosts, readTable, type ReadCosts, type ReadTable } from './reading-tables.js';

/** The answer to one question, in the shape in which it is read. */
export interface ReadAnswer {
  path: string;
  label: string;
  /** Read by the Resident Coordinator’s side and OHCHR only. */
  restricted: boolean;
  shape: 'none' | 'text' | 'list' | 'costs' | 'table';
  text?: string;
  list?: string[];
  costs?: ReadCosts;
  table?: ReadTable;
}
export interface ReadSection {
  number: number;
  id: string;
  eyebrow: string;
  title: string;
  answers: ReadAnswer[];
  documents: ReadDocument[];
}
export interface ReadDocument {
  name: string;
  href: string;
  note: string;
  size: number;
}
/** A whole request as it is read, on paper or on screen. */
export interface Reading {
  language: Language;
  sections: ReadSection[];
  ownAssessment: { name: string; score: string; reason: string }[];
}
export interface ReadingInput {
  ref: string;
  content: RequestContent;
  /** The wording of the day; today's for a draft. */
  sections?: readonly Section[];
  documents: readonly CaseDocument[];
  tiers: ReadonlySet<Tier>;
  names: Names;
  /** Where a document is, for who has no page of the request. */
  documentAt?: (id: string) => string;
}

/** The answer as its question is read; an answer that is not there is said to be missing, not left out. */
function answerTo(question: Question, { content, names }: ReadingInput): ReadAnswer {
  const value = valueAt(content, question.path);
  const language = content.language ?? 'en';
  const read = { path: question.path, label: question.label[language], restricted: question.tier === 'risk' };
  if (!isAnswered(value)) return { ...read, shape: 'none' };
  if (isTableKind(question.kind))
    return { ...read, shape: 'table', table: readTable(question.kind, value, language, names) };
  switch (question.kind) {
    case 'list':
      return { ...read, shape: 'list', list: value as string[] };
    case 'costs':
      return { ...read, shape: 'costs', costs: readCosts(value as CostYear[], language) };
    default:
      return { ...read, shape: 'text', text: String(value) };
  }
}

/** A document with who added it, as a list of documents shows it. */
export const readDocument = (
  ref: string,
  d: CaseDocument,
  at = (id: string) => paths.document(ref, id),
): ReadDocument => ({
  name: d.name,
  href: at(d.id),
  note: `${d.tier === 'risk' ? 'restricted, ' : ''}added by ${d.by.name} on ${date(d.at)}`,
  size: d.size,
});

/** The whole request for reading: what the reader's tiers do not open is not there, not even its question. */
export function readRequest(input: ReadingInput): Reading {
  const { content, tiers, ref } = input;
  const own = content.selfAssessment ?? {};
  const documents = input.documents.filter((d) => tiers.has(d.tier));
  return {
    language: content.language ?? 'en',
    sections: (input.sections ?? SECTIONS).map((s) => ({
      number: s.number,
      id: `section-${s.number}`,
      eyebrow: `Section ${s.number}${s.criterion ? `, ${s.hint.toLowerCase()}` : ''}`,
      title: s.title,
      answers: s.questions.filter((q) => tiers.has(q.tier)).map((q) => answerTo(q, input)),
      documents: documents.filter((d) => d.section === s.number).map((d) => readDocument(ref, d, input.documentAt)),
    })),
    ownAssessment: CRITERIA.filter((key) => own[key]).map((key) => ({
      name: CRITERION_NAMES[key],
      score: levelOf(own[key]!.score),
      reason: own[key]!.reason ?? '',
    })),
  };
}

/** A score with the name of its level. */
export const levelOf = (score: number | null | undefined): string =>
  score === null || score === undefined ? 'Not given' : `${score}\u00a0${LEVEL_NAMES[score as Level] ?? ''}`.trim();
