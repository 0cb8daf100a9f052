import type { ExampleTake, ExampleView, FrameworkVersion } from '#casework';
import {
  compareWithAgreed,
  CRITERIA,
  CRITERION_NAMES,
  LEVEL_NAMES,
  LEVELS,
  type Compared,
  type Criterion,
  type Refusal,
  type WorkedExample,
} from '#domain';
import { shown } from '../review/figures.js';
import { shortScale } from '../review/revise.form.js';
import { isLevel } from '../review/rubric.presenter.js';
import type { TypedSheet } from '../review/score.form.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { plural } from '../request/case-words.js';
import { errorsOf, problemAt, type TypedExample } from './calibration.form.js';

const CRUMB = { text: 'Worked examples', href: paths.calibration() };
const roundName = (round: string): string =>
  `${round.endsWith('1') ? 'first' : 'second'} round of ${round.slice(0, 4)}`;

/** How own scores lie beside the agreed ones, in a sentence or two. */
export function comparison({ same, near, far, leans }: Compared): string {
  if (same === CRITERIA.length) return 'All five scores are the ones that the panel agreed on.';
  const parts = [
    ...(same ? [`${words(same)} as agreed`] : []),
    ...(near ? [`${words(near)} one point off`] : []),
    ...(far ? [`${words(far)} further off, or not assessed by one of the two`] : []),
  ].join(', ');
  const said = `Of five scores, ${parts}.`;
  return leans ? `${said} All in all you scored ${leans} than the panel.` : said;
}

const said = (score: number | null): string => (isLevel(score) ? `${score} ${LEVEL_NAMES[score]}` : 'Cannot assess');
const apart = (difference: number | null, own: number | null, agreed: number | null): string => {
  if (own === agreed) return 'As agreed';
  if (difference === null) return 'Assessed by one of the two only';
  const points = Math.abs(difference);
  return `${words(points, true)} ${plural(points, 'point', 'points')} ${difference > 0 ? 'higher' : 'lower'}`;
};

interface ListInput {
  round: string;
  takes: boolean;
  writes: boolean;
  framework: FrameworkVersion;
}

function leadOfList(open: number, { takes, round }: ListInput): string {
  if (!takes) return 'Reviewers take these before a round and compare their scores with those that a panel agreed on.';
  if (open === 0) return `You have taken every example in the ${roundName(round)}.`;
  const left = `${words(open, true)} ${plural(open, 'example is', 'examples are')} to be taken`;
  return `${left} in the ${roundName(round)}. It takes about ten minutes each.`;
}
const itemOf = (e: ExampleView, { takes, framework }: ListInput) => ({
  title: e.title,
  href: paths.example(e.id),
  hint: e.own && e.agreed ? comparison(compareWithAgreed(e.own.scores, e.agreed, framework)) : '',
  status: !takes
    ? ''
    : e.own
      ? { text: `Taken ${date(e.own.takenAt)}`, tone: 'done' }
      : { text: 'Not taken yet', tone: 'todo' },
});
function takenRow(take: ExampleTake, framework: FrameworkVersion) {
  const { same, near, far, own, agreed } = compareWithAgreed(take.scores, take.agreed, framework);
  return {
    name: take.name,
    example: { text: take.title, href: paths.example(take.exampleId) },
    on: take.takenAt,
    same: `${same}, ${near}, ${far}`,
    totals: `${shown(own)} and ${shown(agreed)}`,
  };
}

/** The list of examples, and for the chair who took which. */
export function listPage(examples: ExampleView[], taken: ExampleTake[], input: ListInput) {
  return {
    title: 'Worked examples',
    lead: leadOfList(examples.filter((e) => !e.own).length, input),
    items: examples.map((e) => itemOf(e, input)),
    takes: input.takes,
    writes: input.writes,
    newPage: paths.newExample(),
    round: roundName(input.round),
    taken: taken.map((take) => takenRow(take, input.framework)),
  };
}

const reasonField = (key: Criterion, value: string, error: string | undefined, label: string) => ({
  kind: 'long',
  name: `reason-${key}`,
  label,
  rows: 3,
  value,
  error,
});

/** One example, to be taken. */
export function takePage(example: ExampleView, framework: FrameworkVersion, typed: TypedSheet, refusal?: Refusal) {
  const errors = errorsOf(refusal);
  return {
    title: example.title,
    crumb: CRUMB,
    ...(errors.length ? { errors } : {}),
    action: paths.example(example.id),
    setting: example.setting,
    criteria: framework.criteria.map((c, i) => ({
      id: `criterion-${i + 1}`,
      number: i + 1,
      name: c.name,
      text: example.texts[c.key],
      question: c.question,
      levels: [...LEVELS].reverse().map((l) => ({ level: `${l} ${LEVEL_NAMES[l]}`, text: c.levels[l] })),
      fields: [
        shortScale(
          `score-${c.key}`,
          `Your score for ${c.name}`,
          typed[c.key]!.score,
          problemAt(refusal, `score-${c.key}`),
        ),
        reasonField(c.key, typed[c.key]!.reason, problemAt(refusal, `reason-${c.key}`), 'Reason for this score'),
      ],
    })),
  };
}

/** One example with the agreed scores, beside the reader's own where there are any. */
export function readPage(
  example: ExampleView,
  agreed: WorkedExample['agreed'],
  framework: FrameworkVersion,
  writes: boolean,
) {
  const compared = example.own && compareWithAgreed(example.own.scores, agreed, framework);
  return {
    title: example.title,
    crumb: CRUMB,
    setting: example.setting,
    lead: compared ? comparison(compared) : '',
    totals: compared ? `Your total is ${shown(compared.own)} of 100; the agreed one is ${shown(compared.agreed)}.` : '',
    own: compared !== null,
    criteria: framework.criteria.map((c, i) => {
      const line = compared?.criteria.find((other) => other.key === c.key);
      return {
        id: `criterion-${i + 1}`,
        number: i + 1,
        name: c.name,
        text: example.texts[c.key],
        agreed: said(agreed[c.key].score),
        why: agreed[c.key].reason,
        mine: line ? said(line.own) : '',
        myReason: example.own?.scores[c.key]?.reason ?? '',
        apart: line ? apart(line.difference, line.own, line.agreed) : '',
      };
    }),
    written: `Written by ${example.writtenBy} on ${date(example.writtenAt)}.${example.retiredAt ? ` Out of use since ${date(example.retiredAt)}.` : ''}`,
    retire: writes && !example.retiredAt ? paths.retireExample(example.id) : '',
  };
}

const headFields = (typed: TypedExample, at: (name: string) => string | undefined) => [
  {
    kind: 'text',
    name: 'title',
    label: 'Title',
    hint: 'Name no country that is real.',
    value: typed.title,
    error: at('title'),
  },
  {
    kind: 'long',
    name: 'setting',
    label: 'What is asked for, and where',
    hint: 'Two or three sentences: who asks, for whom, for how long.',
    rows: 4,
    value: typed.setting,
    error: at('setting'),
  },
];
const criterionFields = (key: Criterion, typed: TypedExample, at: (name: string) => string | undefined) => [
  {
    kind: 'long',
    name: `text-${key}`,
    label: 'What the request says',
    rows: 5,
    value: typed.texts[key],
    error: at(`text-${key}`),
  },
  shortScale(`score-${key}`, `Agreed score for ${CRITERION_NAMES[key]}`, typed.agreed[key]!.score, at(`score-${key}`)),
  reasonField(key, typed.agreed[key]!.reason, at(`reason-${key}`), 'Why the panel agreed on it'),
];

/** The form of a new example. */
export function newPage(typed: TypedExample, refusal?: Refusal) {
  const errors = errorsOf(refusal);
  const at = (name: string) => problemAt(refusal, name);
  return {
    title: 'Write a worked example',
    crumb: CRUMB,
    ...(errors.length ? { errors } : {}),
    action: paths.newExample(),
    head: headFields(typed, at),
    criteria: CRITERIA.map((key, i) => ({
      id: `criterion-${i + 1}`,
      number: i + 1,
      name: CRITERION_NAMES[key],
      fields: criterionFields(key, typed, at),
    })),
  };
}
