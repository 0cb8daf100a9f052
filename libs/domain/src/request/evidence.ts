import type { EndorsementAnswer } from '../endorsing/endorser.js';
import type { SubmittedEndorsement } from '../endorsing/record.js';
import { CRITERIA, type Criterion, type Level } from '../review/criteria.js';
import { wordsIn, type Endorsement, type RequestContent } from './content.js';
import type { CaseDocument } from './facts.js';
import { isAnswered, SECTIONS, valueAt, type Section } from './sections.js';

/** Who stands behind a request, by the table of the office and by the answers of the agencies themselves. */
export interface Support {
  endorse: string[];
  decline: string[];
  silent: string[];
  /** Endorsements of an earlier text. */
  void: string[];
  contribute: string[];
  /** In hundredths of a dollar. */
  contributedCents: number;
}
/** Something that a criterion still lacks, at its place in the content. */
export interface Lacking {
  kind: 'answer' | 'tooLong' | 'ownScore' | 'ownReason';
  path: string;
  section: number;
  /** Words too many. */
  over?: number;
}
/** What a request has to show for one criterion. It informs; nobody is scored by it. */
export interface CriterionEvidence {
  criterion: Criterion;
  section: number;
  own: { score: Level | null; reason: string };
  answers: { answered: number; of: number; words: number };
  documents: { id: string; name: string; section: number }[];
  /** Where those who stand behind the request count. */
  support: Support | null;
  /** Where what human rights mechanisms recommended counts. */
  recommendations: { count: number; supported: number } | null;
  /** Where the costs that are planned count. */
  costs: { years: number; cents: number; openCents: number } | null;
  missing: Lacking[];
  standing: 'notStarted' | 'incomplete' | 'ready';
}
/** What the check is made of. */
export interface Checked {
  content: RequestContent;
  documents: readonly Pick<CaseDocument, 'id' | 'name' | 'section'>[];
  /** Answers that agencies gave themselves, by link. */
  endorsers?: readonly SubmittedEndorsement[];
}

/** What counts under a criterion besides the answers of its own section. Documents of section 9 are letters of support. */
const COUNTS: Record<Criterion, { support?: true; recommendations?: true; costs?: true; documents?: number[] }> = {
  ownership: { support: true, documents: [9] },
  enablingEnvironment: { recommendations: true },
  strategicOpportunities: { recommendations: true },
  sustainability: { costs: true },
  commitment: { support: true, documents: [8, 9] },
};

const inCents = (amount: number | undefined): number => Math.round((amount ?? 0) * 100);

interface Voice {
  agency: string;
  position: string;
  cents: number;
  void: boolean;
}
/** An agency that answered itself is heard, whatever the table says of it. */
function voicesOf({ content, endorsers = [] }: Checked): Voice[] {
  const said = (answer: EndorsementAnswer | null): string => answer?.position ?? 'no answer';
  const own = endorsers.map((e) => ({
    agency: e.agency,
    position: said(e.answer),
    cents: e.answer?.position === 'endorses' ? inCents(e.answer.contribution.amountUSD) : 0,
    void: e.void && e.answer?.position === 'endorses',
  }));
  const told = (content.endorsements ?? [])
    .filter(({ agency }) => !own.some((o) => o.agency === agency))
    .map((e: Partial<Endorsement>) => ({
      agency: e.agency ?? '',
      position: e.position ?? '',
      cents: inCents(e.contribution?.amountUSD),
      void: false,
    }));
  return [...own, ...told];
}

function supportFor(checked: Checked): Support {
  const voices = voicesOf(checked);
  const named = (of: (voice: Voice) => boolean): string[] => voices.filter(of).map(({ agency }) => agency);
  const standing = (v: Voice): boolean => v.position === 'endorses' && !v.void;
  return {
    endorse: named(standing),
    decline: named((v) => v.position === 'declines'),
    silent: named((v) => v.position === 'no answer'),
    void: named((v) => v.void),
    contribute: named((v) => v.cents > 0 && !v.void),
    contributedCents: voices.filter((v) => !v.void).reduce((sum, v) => sum + v.cents, 0),
  };
}

/** A payer who is still looked for, as the guidance has it written: “to be sought”, in three languages. */
const OPEN = /to be (?:sought|found|confirmed)|à (?:rechercher|trouver|confirmer)|por (?:buscar|encontrar|confirmar)/i;

function costsOf({ sections }: RequestContent): CriterionEvidence['costs'] {
  const years = sections?.costAndHosting?.years ?? [];
  const items = years.flatMap((y: { items?: { amountUSD?: number; paidBy?: string }[] }) => y.items ?? []);
  const sum = (of: typeof items): number => of.reduce((total, item) => total + inCents(item.amountUSD), 0);
  const open = items.filter(({ paidBy = '' }) => paidBy.trim() === '' || OPEN.test(paidBy));
  return { years: years.length, cents: sum(items), openCents: sum(open) };
}

function lackingIn(section: Section, criterion: Criterion, content: RequestContent): Lacking[] {
  const own = content.selfAssessment?.[criterion];
  const at = { section: section.number };
  const answers = section.questions.flatMap(({ path, kind, limit, required }): Lacking[] => {
    const value = valueAt(content, path);
    if (!isAnswered(value)) return required ? [{ kind: 'answer', path, ...at }] : [];
    const over = kind === 'words' && typeof value === 'string' ? wordsIn(value) - limit : 0;
    return over > 0 ? [{ kind: 'tooLong', path, ...at, over }] : [];
  });
  const path = `selfAssessment.${criterion}`;
  return [
    ...answers,
    ...((own?.score ?? null) === null ? [{ kind: 'ownScore' as const, path: `${path}.score`, ...at }] : []),
    ...(own?.reason?.trim() ? [] : [{ kind: 'ownReason' as const, path: `${path}.reason`, ...at }]),
  ];
}

function answersOf(section: Section, content: RequestContent): CriterionEvidence['answers'] {
  const values = section.questions.map((q) => valueAt(content, q.path)).filter(isAnswered);
  const words = values.reduce<number>((sum, v) => sum + (typeof v === 'string' ? wordsIn(v) : 0), 0);
  return { answered: values.length, of: section.questions.length, words };
}

function evidenceOf(criterion: Criterion, checked: Checked): CriterionEvidence {
  const { content, documents } = checked;
  const section = SECTIONS.find((s) => s.criterion === criterion)!;
  const counts = COUNTS[criterion];
  const own = content.selfAssessment?.[criterion];
  const all = content.mechanismRecommendations ?? [];
  const answers = answersOf(section, content);
  const missing = lackingIn(section, criterion, content);
  const places = [section.number, ...(counts.documents ?? [])];
  return {
    criterion,
    section: section.number,
    own: { score: own?.score ?? null, reason: own?.reason ?? '' },
    answers,
    documents: documents
      .filter((d) => places.includes(d.section))
      .map(({ id, name, section: at }) => ({ id, name, section: at })),
    support: counts.support ? supportFor(checked) : null,
    recommendations: counts.recommendations
      ? { count: all.length, supported: all.filter((r) => r.position === 'supported').length }
      : null,
    costs: counts.costs ? costsOf(content) : null,
    missing,
    standing: missing.length === 0 ? 'ready' : answers.answered === 0 ? 'notStarted' : 'incomplete',
  };
}

/** The check of a request against the five criteria: what there is for each, and what is missing. Pure, and no judgement. */
export const criteriaEvidence = (checked: Checked): CriterionEvidence[] =>
  CRITERIA.map((criterion) => evidenceOf(criterion, checked));
