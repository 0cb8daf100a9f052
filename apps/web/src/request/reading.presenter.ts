import {
  CRITERIA,
  CRITERION_NAMES,
  isAnswered,
  LEVEL_NAMES,
  SECTIONS,
  valueAt,
  type CaseDocument,
  type CostYear,
  type Endorsement,
  type Language,
  type Level,
  type MechanismRecommendation,
  type Question,
  type RequestContent,
  type Section,
  type Tier,
} from '#domain';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { amount, capital, cents, type Names } from './case-words.js';

export interface ReadCosts {
  years: { title: string; items: { label: string; paidBy: string; kind: string; amount: string }[]; total: string }[];
  payers: { payer: string; cash: string; inKind: string; total: string }[];
  totals: { cash: string; inKind: string; total: string };
}
/** The answer to one question, in the shape in which it is read. */
export interface ReadAnswer {
  path: string;
  label: string;
  /** Read by the Resident Coordinator’s side and OHCHR only. */
  restricted: boolean;
  shape: 'none' | 'text' | 'list' | 'costs' | 'endorsements' | 'recommendations' | 'coverage';
  text?: string;
  list?: string[];
  costs?: ReadCosts;
  endorsements?: { agency: string; name: string; position: string; contribution: string; amount: string }[];
  recommendations?: { source: string; theme: string; text: string; position: string }[];
  coverage?: { country: string; days: string; first: string }[];
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
}

const KINDS: Record<string, string> = { cash: 'Cash', 'in-kind': 'In kind', none: '' };
const orNone = (n: number): string => (n === 0 ? '–' : amount(n));
const sum = (amounts: number[]): number => amounts.reduce((a, b) => a + b, 0);

/** The cost of every year, and who pays it, to the cent. */
export function readCosts(years: readonly CostYear[]): ReadCosts {
  const items = years.flatMap((y) => y.items ?? []);
  const of = (kind: string | null, payer: string | null): number =>
    sum(
      items
        .filter((i) => (kind === null || i.kind === kind) && (payer === null || i.paidBy === payer))
        .map((i) => cents(i.amountUSD)),
    );
  const row = (payer: string | null) => ({
    cash: orNone(of('cash', payer)),
    inKind: orNone(of('in-kind', payer)),
    total: amount(of(null, payer)),
  });
  return {
    years: years.map((y) => ({
      title: y.months === 12 || !y.months ? String(y.year) : `${y.year}, ${y.months} months`,
      items: (y.items ?? []).map((i) => ({
        label: i.label,
        paidBy: i.paidBy,
        kind: KINDS[i.kind] ?? i.kind,
        amount: amount(cents(i.amountUSD)),
      })),
      total: amount(sum((y.items ?? []).map((i) => cents(i.amountUSD)))),
    })),
    payers: [...new Set(items.map((i) => i.paidBy))].map((payer) => ({ payer, ...row(payer) })),
    totals: row(null),
  };
}

const endorsement = (e: Endorsement) => ({
  agency: e.agency,
  name: e.name,
  position: capital(e.position ?? ''),
  contribution: [KINDS[e.contribution?.kind] ?? '', e.contribution?.text ?? ''].filter(Boolean).join('. '),
  amount: e.contribution?.amountUSD ? amount(cents(e.contribution.amountUSD)) : '',
});
const recommendation = (r: MechanismRecommendation) => ({
  source: [r.body, r.year].filter(Boolean).join(', '),
  theme: r.theme,
  text: r.text,
  position: capital(r.position ?? ''),
});

/** The answer as its question is read; an answer that is not there is said to be missing, not left out. */
function answerTo(question: Question, { content, names }: ReadingInput): ReadAnswer {
  const value = valueAt(content, question.path);
  const language = content.language ?? 'en';
  const read = { path: question.path, label: question.label[language], restricted: question.tier === 'risk' };
  if (!isAnswered(value)) return { ...read, shape: 'none' };
  switch (question.kind) {
    case 'list':
      return { ...read, shape: 'list', list: value as string[] };
    case 'costs':
      return { ...read, shape: 'costs', costs: readCosts(value as CostYear[]) };
    case 'endorsements':
      return { ...read, shape: 'endorsements', endorsements: (value as Endorsement[]).map(endorsement) };
    case 'recommendations': {
      const recommendations = (value as MechanismRecommendation[]).map(recommendation);
      return { ...read, shape: 'recommendations', recommendations };
    }
    case 'coverage': {
      const plan = value as NonNullable<RequestContent['sections']>['coveragePlan'];
      const coverage = (plan ?? []).map((c) => ({
        country: names.countryName(c.country, language),
        days: String(c.daysPerYear ?? ''),
        first: c.first ?? '',
      }));
      return { ...read, shape: 'coverage', coverage };
    }
    default:
      return { ...read, shape: 'text', text: String(value) };
  }
}

/** A document with who added it, as a list of documents shows it. */
export const readDocument = (ref: string, d: CaseDocument): ReadDocument => ({
  name: d.name,
  href: paths.document(ref, d.id),
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
      documents: documents.filter((d) => d.section === s.number).map((d) => readDocument(ref, d)),
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
