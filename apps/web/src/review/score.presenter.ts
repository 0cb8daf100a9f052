import type { CaseView, FrameworkVersion, VersionView } from '#casework';
import {
  agenciesSaid,
  citationIn,
  criteriaEvidence,
  weigh,
  withEndorsements,
  type Action,
  type Criterion,
  type Refusal,
  type RequestEventType,
  type RequestFacts,
  type Reviewer,
  type ScoreSheet,
} from '#domain';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { date, words } from '../shell/words.js';
import { placeOf, plural, type Names } from '../request/case-words.js';
import { evidenceWords } from '../request/evidence.js';
import { readRequest } from '../request/reading.presenter.js';
import { percent, shown, sumOfPoints } from './figures.js';
import { newVersion, type NewVersion } from './new-version.js';
import { citationTrouble, numberedText, targetsIn, type Cited, type NumberedText } from './numbered-text.js';
import { answerIn, isLevel, rubric, type CitedText } from './rubric.presenter.js';
import { entryOf, sheetErrors, type TypedSheet } from './score.form.js';

/** What the page of the scores is drawn from. */
export interface ScoreInput {
  view: CaseView;
  version: VersionView;
  framework: FrameworkVersion;
  own: Reviewer;
  typed: TypedSheet;
  /** The version by which some of the draft was scored, where another one stands now. */
  before?: VersionView | null;
  /** The criterion that was asked for, by its number. */
  asked?: string | undefined;
  names: Names;
  actions: Action[];
  refusal?: Refusal | undefined;
  /** What is typed was kept as work in hand although it could not be finished. */
  keptAll?: boolean;
}

function citedIn(typed: TypedSheet, framework: FrameworkVersion): Cited[] {
  return framework.criteria.flatMap(({ key }, i) =>
    (entryOf(typed[key]!)?.evidence ?? []).map((text) => ({ ...citationIn(text), mark: i + 1 })),
  );
}

/** The running total, as the server counts it: exactly. */
export function totalOf(typed: TypedSheet, framework: Pick<FrameworkVersion, 'criteria'>) {
  const answers = framework.criteria.map((c) => ({ ...c, score: answerIn(typed[c.key]) }));
  const assessed = answers.filter((a): a is typeof a & { score: number } => isLevel(a.score));
  const sheet = Object.fromEntries(assessed.map((a) => [a.key, { score: a.score, reason: '' }])) as ScoreSheet;
  const { weighted, coverage } = weigh(sheet, framework);
  return {
    answered: answers.filter((a) => a.score !== undefined).length,
    of: answers.length,
    points: sumOfPoints(assessed),
    possible: assessed.reduce((sum, a) => sum + a.weight, 0),
    normalised: shown(weighted),
    coverage: Number(percent(coverage)),
    parts: answers.map((a) => ({ value: isLevel(a.score) ? (a.weight * a.score) / 4 : 0 })),
  };
}

/** Which criterion stands open: where something is wrong, else the one that was asked for, else the first that has no score. */
function opened<R extends { number: number; wrong: boolean; answered: boolean }>(
  rubrics: R[],
  asked: string | undefined,
): (R & { open: boolean })[] {
  const wrong = rubrics.some((r) => r.wrong);
  const named = rubrics.findIndex((r) => String(r.number) === asked);
  const first = named < 0 ? rubrics.findIndex((r) => !r.answered) : named;
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

/** Where a reviewer can go on from here. */
function links({ ref, revealedAt }: RequestFacts, actions: Action[]) {
  const may = (type: RequestEventType) => actions.some((a) => a.type === type && a.allowed);
  const panel = paths.requestReviews(ref);
  return {
    reviews: paths.reviews(),
    declaration: may('DECLARE') ? paths.declaration(ref) : null,
    file: may('SAVE_SCORES') ? paths.scoreFile(ref) : null,
    messages: may('ASK') ? paths.messages(ref) : null,
    panel: revealedAt === null ? null : panel,
    revise: may('REVISE') ? `${panel}#revise` : null,
  };
}

/** What the evidence of the reviewer is held against: the version that is read here. */
function citedText(text: NumberedText, { version, own }: ScoreInput): CitedText {
  const sheet = own.first ?? own.draft;
  return {
    targets: targetsIn(text),
    trouble: (citation) => citationTrouble(text, citation, version.number),
    versionOf: (key, { paragraph, quote }) =>
      sheet?.[key as Criterion]?.quotes?.find((q) => q.paragraph === paragraph && q.quote === quote)?.version ?? null,
  };
}

/** Who stands behind the request, beside the criterion that asks for it: agencies by their own word, and what the office entered. */
function commitmentFound({ view, version: { content, documents } }: ScoreInput): string[] {
  const endorsers = agenciesSaid(view.facts, false);
  const found = criteriaEvidence({ content, documents, endorsers }).find((e) => e.criterion === 'commitment')!;
  const own = endorsers.filter((s) => s.answer?.position === 'endorses' && !s.void).length;
  const confirmed = own
    ? [`${words(own, true)} ${plural(own, 'agency has', 'agencies have')} confirmed it by a link of their own`]
    : [];
  return [...evidenceWords(found, content), ...confirmed];
}

/** The criteria as they are scored. */
function rubricsOf(input: ScoreInput, text: NumberedText, changed: NewVersion | null) {
  const { framework, typed, refusal, asked } = input;
  const cited = citedText(text, input);
  const { length } = framework.criteria;
  const rubrics = framework.criteria.map((c, i) => ({
    ...rubric(c, i, { typed, refusal, text: cited }),
    changed: changed?.criteria.has(c.key) === true,
    found: c.key === 'commitment' ? commitmentFound(input) : [],
    next: i + 1 < length ? String(i + 2) : 'total',
  }));
  return opened(rubrics, asked);
}

/** Everything that the page of the scores prints. */
export function scoreContext(input: ScoreInput) {
  const { view, version, framework, own, typed, names, actions, refusal } = input;
  const { facts, tiers } = view;
  const { sections } = version;
  const content = withEndorsements(version.content, agenciesSaid(facts, false));
  const reading = readRequest({ ref: facts.ref, content, sections, documents: [], tiers, names });
  const href = (id: string) => paths.document(facts.ref, id);
  const text = numberedText(reading, version.documents, href, citedIn(typed, framework));
  const changed = input.before ? newVersion(view, { before: input.before, after: version, own }, names) : null;
  const rubrics = rubricsOf(input, text, changed);
  const clock = facts.clocks.find((c) => c.personId === own.person.id);
  const place = placeOf(facts.summary.countries, names);
  const errors: PageError[] | undefined = refusal && sheetErrors(refusal);
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
    changed,
    text,
    declared: own.conflict ? `You declared no conflict of interest on ${date(own.conflict.at)}.` : '',
    due: dueWords(clock),
    links: links(facts, actions),
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
