import type { CaseView } from '#casework';
import {
  assessmentView,
  CRITERIA,
  isRefusal,
  mayTake,
  medianRange,
  countingSheets,
  settledResult,
  type Actor,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { inSentence, listed, placeOf, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { assessmentOfPanel, resultSentence, type CriterionRow } from './assessment.presenter.js';
import { shortScale } from './revise.form.js';
import { moderationSentence } from './moderation.js';
import { robustnessShown } from './robustness.presenter.js';
import { settledSoFar, settlementErrors, type TypedSettlement } from './settle.form.js';

export interface SettleInput {
  view: CaseView;
  me: Actor;
  names: Names;
  typed: TypedSettlement;
  refusal?: Refusal | undefined;
  /** The chair asked what the scores would come to. */
  withResult?: boolean;
}

/** The scores of one criterion, one by one, with the median between them. */
function given(c: CriterionRow, facts: RequestFacts): string {
  const all = c.said.map((s) => (s.revised ?? s.first)!.score);
  const range = medianRange(c.key, Object.values(countingSheets(facts)));
  const settled = facts.settled ? ` Settled at ${c.settled}.` : '';
  if (!range) return `No reviewer could assess it.${settled}`;
  return `${listed(all)}. Median ${c.median}.${settled}`;
}

function leaving(c: CriterionRow, facts: RequestFacts): string {
  const range = medianRange(c.key, Object.values(countingSheets(facts)));
  if (!range) return 'Needed when you give a score: no reviewer gave one. “Cannot assess” needs none.';
  return range[0] === range[1]
    ? `Needed when the score is not ${range[0]}.`
    : `Needed when the score is neither ${range[0]} nor ${range[1]}: the median lies between them.`;
}

/** The settled score of a criterion, and why it leaves the median. */
function fieldsOf(c: CriterionRow, facts: RequestFacts, typed: TypedSettlement, refusal: Refusal | undefined) {
  const at = (part: string) => refusal?.fields?.find((f) => f.path === `settled.${c.key}.${part}`)?.message;
  const value = typed.sheet[c.key]!;
  return [
    shortScale(`score-${c.key}`, `Settled score for ${c.name}`, value.score, at('score')),
    {
      kind: 'long',
      name: `reason-${c.key}`,
      label: 'Reason',
      hint: leaving(c, facts),
      rows: 2,
      value: value.reason,
      error: at('reason'),
    },
  ];
}

const criterion = (c: CriterionRow, facts: RequestFacts, typed: TypedSettlement, refusal: Refusal | undefined) => ({
  number: c.number,
  name: c.name,
  id: c.id,
  split: c.split,
  given: given(c, facts),
  link: { text: `Reasons for ${inSentence(c.short)}`, href: `${paths.requestReviews(facts.ref)}#${c.id}` },
  fields: fieldsOf(c, facts, typed, refusal),
});

const noteField = (value: string, moderated: boolean, refusal: Refusal | undefined) => ({
  kind: 'long',
  name: 'note',
  label: moderated ? 'Note of the moderation' : 'Note of the moderation, if there was one',
  hint: 'What was discussed, and what came of it.',
  rows: 6,
  value,
  error: refusal?.fields?.find((f) => f.path === 'moderation.note')?.message,
});

/** The case with the scores in the form settled, where each criterion has one, to see how firm that would be. */
const proposed = (typed: TypedSettlement, facts: RequestFacts): RequestFacts => {
  const settled = settledSoFar(typed);
  return CRITERIA.every((key) => key in settled) ? { ...facts, settled } : facts;
};

/** What the scores in the form would come to. */
function resultWords(typed: TypedSettlement, facts: RequestFacts): string {
  const sheet = settledSoFar(typed);
  const open = CRITERIA.filter((key) => !(key in sheet)).length;
  if (open > 0)
    return `${open === 1 ? 'One criterion has' : 'Some criteria have'} no score yet, so there is no result.`;
  return resultSentence(settledResult(sheet, facts.framework!), facts.framework!);
}

/** Two chairs at once: the first settlement stands, and the other chair is told whose it is, with what they typed beside it. */
export function settledMeanwhile(refusal: Refusal, facts: RequestFacts, me: Actor): Refusal {
  const may = mayTake(facts, me, 'SETTLE');
  if (!isRefusal(may) || facts.settled === null || !['stale', 'notNow'].includes(refusal.code)) return refusal;
  return {
    ...refusal,
    message: `${may.message} What you typed was not saved; it stands here beside what was settled.`,
  };
}

/** The page on which the chair settles one score for each criterion. */
export function settleContext({ view, me, names, typed, refusal, withResult = false }: SettleInput) {
  const { facts } = view;
  const place = placeOf(facts.summary.countries, names);
  const revealed = assessmentView(me, facts)!;
  const assessment = assessmentOfPanel(revealed, facts.framework!)!;
  const moderation = moderationSentence(facts);
  return {
    title: `Settle the scores: ${place}, ${facts.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(facts.ref) },
      { text: 'Reviews', href: paths.requestReviews(facts.ref) },
      { text: 'Settle' },
    ],
    ...(refusal ? { errors: settlementErrors(refusal) } : {}),
    ref: facts.ref,
    place,
    lead: 'One score for each criterion. The median stands in the form where it is a whole number.',
    moderation,
    criteria: assessment.criteria.map((c) => criterion(c, facts, typed, refusal)),
    note: noteField(typed.note, moderation !== null, refusal),
    robustness: robustnessShown(revealed, withResult ? proposed(typed, facts) : facts),
    settledAlready: facts.settled !== null,
    result: withResult ? resultWords(typed, facts) : '',
    panel: paths.requestReviews(facts.ref),
  };
}
