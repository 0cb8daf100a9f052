import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { chosen, optional, required } from '../text.js';
import { regionsOf } from './current.js';
import type { DeploymentEventOf, HistoricTerm, HistoryTold } from './events.js';
import { CONVERSIONS, ENDING_REASONS, type Incumbency, type Origin } from './facts.js';
import type { DeploymentRecorded } from './record.js';
import type { DeploymentState } from './states.js';
import { postProblems, spanProblems } from './steps-post.js';
import { sparedStages } from './steps-recruitment.js';
import { dayAtStation, dayProblems, problemIf, type DeploymentContext } from './steps.js';

const originProblems = (origin: Origin): FieldProblem[] => [
  ...chosen(origin.kind, { request: 1, regionalOption: 1, history: 1 }, 'origin.kind'),
  ...required(origin.reference, 'origin.reference', 'Name where the post comes from', 2_000),
];

/** A new post: what it must say before it can be kept at all. It begins empty, with the search for its first adviser. */
export function openStep(
  event: DeploymentEventOf<'OPEN'>,
  context: DeploymentContext,
): DeploymentRecorded['OPEN'] | Refusal {
  const { post, origin, funding, terms } = event;
  const wrong = refuseFields([...postProblems(post, context.regionOf), ...originProblems(origin)]);
  if (wrong) return wrong;
  const day = dayAtStation(context, post.host);
  const skipped = sparedStages(post, event.urgent);
  const stage = skipped.length ? 'selection' : 'sourcing';
  return {
    id: context.newId(),
    ref: context.newRef!,
    post: { ...post, regions: regionsOf(post, day, context.regionOf) },
    origin,
    funding,
    terms,
    recruitment: {
      id: context.newId(),
      stages: [{ stage, from: day, until: null }],
      advertisedUntil: null,
      shortlisted: null,
      selected: null,
      consulted: null,
      skipped,
      ended: null,
      notArrived: [],
    },
    state: { active: { tenure: 'vacant', recruitment: stage } },
  };
}

/** A term of the past, which nobody worked on here. */
export const historicTerm = (term: HistoricTerm, newId: () => string): Incumbency => ({
  id: newId(),
  person: { id: null, name: term.person.trim() },
  from: term.from,
  until: term.until,
  endsOn: term.until,
  certainty: term.certainty,
  extensions: [],
  workPlan: { version: 0, items: [], agreed: [] },
  obligations: [],
  reports: [],
  review: null,
  exit: null,
  left: term.until === null ? null : { on: term.until, reason: 'other', note: '' },
});

/** Terms overlap where both days are known and share a day; where only years are known, where they share more than one. */
function followsWrongly(before: HistoricTerm, next: HistoricTerm): boolean {
  if (before.until === null) return true;
  const exact = before.certainty.until === 'day' && next.certainty.from === 'day';
  return exact ? next.from <= before.until : next.from.slice(0, 4) < before.until.slice(0, 4);
}
function endProblems(incumbents: readonly HistoricTerm[], ended: HistoryTold['ended']): FieldProblem[] {
  if (!ended) return [];
  return [
    ...chosen(ended.reason, ENDING_REASONS, 'ended.reason'),
    ...(ended.conversion == null ? [] : chosen(ended.conversion, CONVERSIONS, 'ended.conversion')),
    ...optional(ended.text, 'ended.text'),
    ...dayProblems(ended.on, 'ended.on', 'Enter the day on which the post ended'),
    ...incumbents.flatMap((t, i) =>
      problemIf(
        t.until === null || t.until > ended.on,
        `incumbents.${i}.until`,
        'The post ended before this term did. Enter an earlier last day',
      ),
    ),
  ];
}

/** What stands against terms and end of a post of the past. */
export function historyProblems(
  { incumbents, ended }: Pick<HistoryTold, 'incumbents' | 'ended'>,
  today: string,
): FieldProblem[] {
  const spans = incumbents.flatMap((term, i) => [
    ...required(term.person, `incumbents.${i}.person`, 'Enter who was in post', 300),
    ...spanProblems(
      term,
      { from: `incumbents.${i}.from`, until: `incumbents.${i}.until` },
      'Enter the first day in post',
    ),
    ...problemIf(
      term.from > today,
      `incumbents.${i}.from`,
      'This is recorded of the past. Enter today or an earlier day',
    ),
  ]);
  const order = incumbents
    .slice(1)
    .flatMap((next, i) =>
      problemIf(
        followsWrongly(incumbents[i]!, next),
        `incumbents.${i + 1}.from`,
        `${incumbents[i]!.person} was in post then. Terms of one post follow one another`,
      ),
    );
  return spans.length ? spans : [...order, ...endProblems(incumbents, ended)];
}

/** Where a post of the past stands: ended, held by somebody, or empty. */
export function historicState({ incumbents, ended }: Pick<HistoryTold, 'incumbents' | 'ended'>): DeploymentState {
  const held = incumbents.at(-1)?.until === null;
  return ended ? 'ended' : { active: { tenure: held ? 'serving' : 'vacant', recruitment: 'idle' } };
}

/** A post of the past, as the tables of the time tell it. */
export function historyStep(
  event: DeploymentEventOf<'RECORD_HISTORY'>,
  context: DeploymentContext,
): DeploymentRecorded['RECORD_HISTORY'] | Refusal {
  const { post, origin, ended } = event;
  const day = dayAtStation(context, post.host);
  const wrong = refuseFields([
    ...postProblems(post, context.regionOf),
    ...originProblems(origin),
    ...historyProblems(event, day),
  ]);
  if (wrong) return wrong;
  return {
    id: context.newId(),
    ref: context.newRef!,
    post: { ...post, regions: regionsOf(post, ended?.on ?? day, context.regionOf) },
    origin,
    incumbencies: event.incumbents.map((term) => historicTerm(term, context.newId)),
    ended,
    state: historicState(event),
  };
}
