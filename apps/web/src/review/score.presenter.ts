import type { CaseView, FrameworkVersion, VersionView } from '#casework';
import {
  LEVELS,
  LEVEL_NAMES,
  weigh,
  type Action,
  type FrameworkCriterion,
  type Refusal,
  type Reviewer,
  type ScoreSheet,
} from '#domain';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { date } from '../shell/words.js';
import { placeOf, type Names } from '../request/case-words.js';
import { readRequest } from '../request/reading.presenter.js';
import { citationIn, targetOf } from './citations.js';
import { percent, pointsOf, shown, sumOfPoints } from './figures.js';
import { numberedText, type Cited } from './numbered-text.js';
import { CANNOT, entryOf, problemOf, scoreIn, sheetErrors, type TypedScore, type TypedSheet } from './score.form.js';

/** What the page of the scores is drawn from. */
export interface ScoreInput {
  view: CaseView;
  version: VersionView;
  framework: FrameworkVersion;
  own: Reviewer;
  typed: TypedSheet;
  names: Names;
  actions: Action[];
  refusal?: Refusal | undefined;
  /** What is typed was kept as work in hand although it could not be finished. */
  keptAll?: boolean;
}

const known = (score: number | null | undefined): score is number =>
  typeof score === 'number' && (LEVELS as readonly number[]).includes(score);
/** A score that counts: one of the levels, or “cannot assess”. */
const answer = (typed: TypedScore | undefined): number | null | undefined => {
  const score = scoreIn(typed?.score ?? '');
  return score === null || known(score) ? score : undefined;
};

function citedIn(typed: TypedSheet, framework: FrameworkVersion): Cited[] {
  return framework.criteria.flatMap(({ key }, i) =>
    (entryOf(typed[key]!)?.evidence ?? []).map((text) => ({ ...citationIn(text), mark: i + 1 })),
  );
}

function rubric(c: FrameworkCriterion, i: number, input: ScoreInput) {
  const { typed, refusal } = input;
  const value = typed[c.key]!;
  const score = answer(value);
  const [scoreError, reasonError, evidenceError] = (['score', 'reason', 'evidence'] as const).map((part) =>
    problemOf(refusal, c.key, part),
  );
  const id = `rubric-${i + 1}`;
  return {
    id,
    key: c.key,
    number: i + 1,
    name: c.name,
    weight: c.weight,
    question: c.question,
    guidance: c.guidance,
    pips: score === null ? CANNOT : (score ?? null),
    points: known(score) ? pointsOf(c.weight, score) : '',
    wrong: Boolean(scoreError ?? reasonError ?? evidenceError),
    error: scoreError,
    answered: score !== undefined,
    level: known(score) ? `${score} ${LEVEL_NAMES[score as keyof typeof LEVEL_NAMES]}` : 'Cannot assess',
    levelText: known(score) ? c.levels[score] : '',
    scale: {
      name: `score-${c.key}`,
      legend: `Score for ${c.name}`,
      value: value.score,
      cannot: true,
      describedBy: scoreError ? `${id}-error` : undefined,
      levels: [...LEVELS]
        .reverse()
        .map((level) => ({ score: level, label: LEVEL_NAMES[level], text: c.levels[level] })),
    },
    base: value.base,
    reason: {
      kind: 'long',
      name: `reason-${c.key}`,
      label: 'Reason for this score',
      hint: 'The panel reads this; the Resident Coordinator may read it in the letter.',
      rows: 4,
      value: value.reason,
      error: reasonError,
    },
    evidence: {
      kind: 'long',
      name: `evidence-${c.key}`,
      label: 'Paragraphs or annexes you rely on',
      hint: 'One on each line, such as 3.2 or Annex B. To mark the words: 3.2 “the words”.',
      rows: 2,
      value: value.evidence,
      error: evidenceError,
    },
    reasonText: value.reason,
    cited: citations(value),
  };
}

/** The evidence with links into the request. */
function citations(value: TypedScore): { text: string; href: string | null }[] {
  return (entryOf(value)?.evidence ?? []).map((text) => {
    const target = targetOf(citationIn(text));
    return { text, href: target && `#${target}` };
  });
}

/** The running total, as the server counts it: exactly. */
export function totalOf(typed: TypedSheet, framework: Pick<FrameworkVersion, 'criteria'>) {
  const answers = framework.criteria.map((c) => ({ ...c, score: answer(typed[c.key]) }));
  const assessed = answers.filter((a): a is typeof a & { score: number } => known(a.score));
  const sheet = Object.fromEntries(assessed.map((a) => [a.key, { score: a.score, reason: '' }])) as ScoreSheet;
  const { weighted, coverage } = weigh(sheet, framework);
  return {
    answered: answers.filter((a) => a.score !== undefined).length,
    of: answers.length,
    points: sumOfPoints(assessed),
    possible: assessed.reduce((sum, a) => sum + a.weight, 0),
    normalised: shown(weighted),
    coverage: Number(percent(coverage)),
    parts: answers.map((a) => ({ value: known(a.score) ? (a.weight * a.score) / 4 : 0 })),
  };
}

/** Which criterion stands open: where something is wrong, else the first that has no score. */
function opened<R extends { wrong: boolean; answered: boolean }>(rubrics: R[]): (R & { open: boolean })[] {
  const wrong = rubrics.some((r) => r.wrong);
  const first = rubrics.findIndex((r) => !r.answered);
  return rubrics.map((r, i) => ({ ...r, open: wrong ? r.wrong : i === first }));
}

/** What stands in the way of scoring, in words; nothing while the scores are in hand. */
function state({ own, actions, view }: ScoreInput): { open: boolean; words: string } {
  const action = actions.find((a) => a.type === 'SAVE_SCORES');
  if (action?.allowed) return { open: true, words: '' };
  if (own.state !== 'scored') return { open: false, words: action && !action.allowed ? action.reason : '' };
  const done = `You finished your scores on ${date(own.scoredAt)}.`;
  return {
    open: false,
    words: view.facts.revealedAt === null ? `${done} They are shown to others when all scores are in.` : done,
  };
}

/** Everything that the page of the scores prints. */
export function scoreContext(input: ScoreInput) {
  const { view, version, framework, own, typed, names, actions, refusal } = input;
  const { facts, tiers } = view;
  const reading = readRequest({
    ref: facts.ref,
    content: version.content,
    sections: version.sections,
    documents: [],
    tiers,
    names,
  });
  const rubrics = opened(framework.criteria.map((c, i) => rubric(c, i, input)));
  const clock = facts.clocks.find((c) => c.personId === own.person.id);
  const place = placeOf(facts.summary.countries, names);
  const errors: PageError[] | undefined = refusal && sheetErrors(refusal);
  const may = (type: string) => actions.some((a) => a.type === type && a.allowed);
  return {
    title: `Scores: ${place}, ${facts.ref}`,
    wide: true,
    ...(errors ? { errors } : {}),
    keptAll: input.keptAll === true,
    ref: facts.ref,
    heading: `${place}: request for a Human Rights Adviser`,
    requestTitle: facts.summary.title,
    language: facts.summary.language,
    versionWords: `Version ${version.number}, submitted ${date(version.submittedAt)} by ${version.submittedBy}`,
    gapsReason: version.gapsReason,
    text: numberedText(reading, version.documents, (id) => paths.document(facts.ref, id), citedIn(typed, framework)),
    declared: own.conflict ? `You declared no conflict of interest on ${date(own.conflict.at)}.` : '',
    due: dueWords(clock),
    links: {
      reviews: paths.reviews(),
      declaration: may('DECLARE') ? paths.declaration(facts.ref) : null,
      messages: may('ASK') ? paths.messages(facts.ref) : null,
      panel: facts.revealedAt === null ? null : paths.requestReviews(facts.ref),
      revise: may('REVISE') ? `${paths.requestReviews(facts.ref)}#revise` : null,
    },
    ...state(input),
    requestVersion: facts.version,
    rubrics,
    wrong: rubrics.some((r) => r.wrong),
    total: totalOf(typed, framework),
  };
}

function dueWords(clock: CaseView['facts']['clocks'][number] | undefined): string {
  if (!clock) return '';
  return clock.stoppedWith === null
    ? `Due ${date(clock.dueOn)}.`
    : 'A question is with the country office; the clock of the review stands still.';
}
