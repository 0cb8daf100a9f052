import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { chosen, optional, required } from '../text.js';
import { addDays, addMonths, type Day } from '../time/working-days.js';
import { candidateRefusal, heldElsewhere, NO_ACCOUNT, personNamed } from './candidates.js';
import { hasRunOut, isToEnd, presentSearch, presentTerm } from './current.js';
import type { DeploymentEventType } from './events.js';
import { LEAVING_REASONS, type DeploymentFacts, type Incumbency, type Post, type RecruitmentStage } from './facts.js';
import { drawUp } from './obligations.js';
import type { DeploymentRecorded } from './record.js';
import {
  bridgesBeside,
  dayProblems,
  firstProblem,
  inWords,
  notReady,
  problemIf,
  refuseField,
  type DeploymentStep,
  type DeploymentStepRule,
} from './steps.js';

/** What an urgent surge is spared, as a page says it. A rule of this system. */
export const SURGE_RULE =
  'An urgent surge is filled from a roster: it is not advertised and no shortlist is drawn up. Selection, the view of the Resident Coordinator and the arrival are as for every post.';

/** The stages that a new post is spared. */
export const sparedStages = (post: Pick<Post, 'modality'>, urgent: boolean): RecruitmentStage[] =>
  urgent && post.modality === 'surge' ? ['sourcing', 'shortlisting'] : [];

function advertiseStep({ event, context, today }: DeploymentStep<'ADVERTISE'>) {
  const wrong = firstProblem(
    () => dayProblems(event.until, 'until', 'Enter the day until which candidates can apply'),
    () => problemIf(event.until < today, 'until', 'Enter today or a later day: candidates must be able to apply'),
  );
  return wrong ?? { recruitment: context.newId(), until: event.until, day: today };
}
function shortlistStep({ event, today }: DeploymentStep<'SHORTLIST'>): DeploymentRecorded['SHORTLIST'] | Refusal {
  const { candidates } = event;
  return Number.isInteger(candidates) && candidates >= 1 && candidates <= 1000
    ? { candidates, day: today }
    : refuseField('candidates', 'Enter how many candidates are on the list, from 1 to 1,000');
}

function selectStep(input: DeploymentStep<'SELECT'>): DeploymentRecorded['SELECT'] | Refusal {
  const { event, context, today } = input;
  const wrong = refuseFields([
    ...required(event.adviser, 'adviser', 'Enter who is selected', 300),
    ...dayProblems(event.expectedOn, 'expectedOn', 'Enter the day on which the adviser is expected'),
  ]);
  if (wrong) return wrong;
  const person = personNamed(event.adviser, context.people);
  if (!person) return refuseField('adviser', NO_ACCOUNT);
  const unfit = candidateRefusal(person, input);
  if (unfit) return unfit;
  return (
    firstProblem(() => expectedProblems(input.facts, event.expectedOn, today)) ?? {
      selected: { ...person, expectedOn: event.expectedOn },
    }
  );
}
/** Nobody arrives in a post that is held: who comes next is expected after the present term, unless that has run out. */
function expectedProblems(facts: DeploymentFacts, expectedOn: Day, today: Day): FieldProblem[] {
  const term = presentTerm(facts);
  const held = term?.endsOn && !hasRunOut(facts, today) ? { name: term.person.name, until: term.endsOn } : null;
  return [
    ...problemIf(expectedOn < today, 'expectedOn', 'Enter today or a later day: the adviser is still to come'),
    ...(held && expectedOn <= held.until
      ? problemIf(
          expectedOn >= today,
          'expectedOn',
          `${held.name} is in post until ${inWords(held.until)}. Enter ${inWords(addDays(held.until, 1))} or a later day`,
        )
      : []),
  ];
}
const HOW_IT_CAME = 'Say how and when the view reached OHCHR, such as a letter of 3 March, and what it says';
/** A Resident Coordinator without an account here writes; the desk officer then records the view, and how it was given. */
function consultedStep({
  event,
  facts,
  as,
  today,
}: DeploymentStep<'CONSULTED'>): DeploymentRecorded['CONSULTED'] | Refusal {
  const { selected } = presentSearch(facts)!;
  const recorded = as.role === 'deskOfficer';
  const wrong = refuseFields([
    ...problemIf(
      typeof event.agrees !== 'boolean',
      'agrees',
      recorded ? 'Say whether the Resident Coordinator agrees' : 'Say whether you agree',
    ),
    ...(recorded
      ? required(event.note, 'note', HOW_IT_CAME)
      : event.agrees === false
        ? required(event.note, 'note', `Say why ${selected!.name} should not be selected`)
        : optional(event.note, 'note')),
  ]);
  const view = { agrees: event.agrees, note: event.note?.trim() ?? '', day: today };
  return wrong ?? (recorded ? { ...view, recorded } : view);
}

/** What stands against a term: days that do not exist, in the wrong order, in the future, or in somebody else's term. */
function termProblems(
  facts: DeploymentFacts,
  { on, endsOn }: { on: Day; endsOn: Day },
  today: Day,
  arrival: string,
): Refusal | null {
  const before = facts.incumbencies.at(-1);
  return firstProblem(
    () => [
      ...dayProblems(on, 'on', `Enter the day of the ${arrival}`),
      ...dayProblems(endsOn, 'endsOn', 'Enter the last day of the term'),
    ],
    () => [
      ...problemIf(on > today, 'on', `The ${arrival} is recorded on its day or later. Today is ${inWords(today)}`),
      ...problemIf(endsOn < on, 'endsOn', 'The term ends before it starts. Enter a later last day'),
      ...problemIf(endsOn > addMonths(on, 120), 'endsOn', 'Enter a last day within ten years of the first'),
      ...afterPredecessor(before, on),
    ],
  );
}
const afterPredecessor = (before: Incumbency | undefined, on: Day): FieldProblem[] =>
  before?.until != null && on <= before.until
    ? [
        {
          path: 'on',
          message: `${before.person.name} was in post until ${inWords(before.until)}. Enter ${inWords(addDays(before.until, 1))} or a later day`,
        },
      ]
    : [];

/**
 * Whoever comes first may come before the planned day: what was to begin with the post then begins with them, or the post would
 * cover nothing while somebody is in it.
 */
function fromArrival({ post, incumbencies }: DeploymentFacts, on: Day): Pick<DeploymentRecorded['ARRIVE'], 'post'> {
  const { coverage, framework, reporting } = post;
  const planned = (coverage.length ? coverage : framework).map(({ from }) => from).sort()[0];
  if (incumbencies.length > 0 || planned === undefined || planned <= on) return {};
  const begin = <T extends { from: Day }>(line: T): T => (line.from === planned ? { ...line, from: on } : line);
  return { post: { coverage: coverage.map(begin), framework: framework.map(begin), reporting: reporting.map(begin) } };
}

const beginning = (
  person: Incumbency['person'],
  { on, endsOn }: { on: Day; endsOn: Day },
  { facts, context }: Pick<DeploymentStep<'ARRIVE'>, 'facts' | 'context'>,
): DeploymentRecorded['ARRIVE'] => ({
  term: {
    id: context.newId(),
    person,
    from: on,
    until: null,
    endsOn,
    certainty: { from: 'day', until: 'day' },
    extensions: [],
    workPlan: { version: 0, items: [], agreed: [] },
    obligations: drawUp(on, endsOn, context.clocks, context.newId),
    reports: [],
    review: null,
    exit: null,
    left: null,
  },
  bridges: bridgesBeside(facts.bridges, { from: on, until: endsOn }),
  ...fromArrival(facts, on),
});

function arriveStep(input: DeploymentStep<'ARRIVE'>): DeploymentRecorded['ARRIVE'] | Refusal {
  const { event, facts, today } = input;
  const { selected, consulted } = presentSearch(facts)!;
  const wrong =
    termProblems(facts, event, today, 'arrival') ??
    firstProblem(() =>
      problemIf(
        consulted !== null && event.on < consulted.on,
        'on',
        `The Resident Coordinator agreed to ${selected!.name} on ${inWords(consulted!.on)}. Enter that day or a later one`,
      ),
    );
  const held = () => heldElsewhere('on', selected!.name, { from: event.on, until: event.endsOn }, input.context);
  return wrong ?? held() ?? beginning({ id: selected!.id, name: selected!.name }, event, input);
}

function receiveStep(input: DeploymentStep<'RECEIVE'>): DeploymentRecorded['RECEIVE'] | Refusal {
  const { event, facts, today } = input;
  const wrong =
    refuseFields([
      ...required(event.adviser?.name, 'adviser.name', 'Enter the name of the adviser', 300),
      ...required(event.from, 'from', 'Enter the reference of the post from which the adviser comes', 40),
      ...problemIf(event.from === facts.ref, 'from', 'Enter another post: this is the one that receives'),
    ]) ?? termProblems(facts, event, today, 'transfer');
  return wrong ?? { ...beginning(event.adviser, event, input), from: event.from };
}

/** A last day in post: not before the first, not in the future, and not after the term. */
export function lastDayProblems(term: Incumbency, on: Day, today: Day): Refusal | null {
  return firstProblem(
    () => dayProblems(on, 'on', 'Enter the last day in post'),
    () => [
      ...problemIf(
        on < term.from,
        'on',
        `${term.person.name} arrived on ${inWords(term.from)}. Enter that day or a later one`,
      ),
      ...problemIf(
        on > today,
        'on',
        `The end is recorded on the last day in post or later. Today is ${inWords(today)}`,
      ),
      ...problemIf(
        term.endsOn !== null && on > term.endsOn,
        'on',
        `The term ended on ${inWords(term.endsOn ?? on)}. Enter that day or an earlier one`,
      ),
    ],
  );
}
function leaveStep({ event, facts, today }: DeploymentStep<'LEAVE'>): DeploymentRecorded['LEAVE'] | Refusal {
  const wrong =
    refuseFields([...chosen(event.reason, LEAVING_REASONS, 'reason'), ...optional(event.note, 'note')]) ??
    lastDayProblems(presentTerm(facts)!, event.on, today);
  return wrong ?? { on: event.on, reason: event.reason, note: event.note?.trim() ?? '', ends: isToEnd(facts) };
}
function transferStep({ event, facts, today }: DeploymentStep<'TRANSFER'>): DeploymentRecorded['TRANSFER'] | Refusal {
  const term = presentTerm(facts)!;
  const wrong = firstProblem(
    () => [
      ...required(event.to, 'to', 'Enter the reference of the new post', 40),
      ...problemIf(event.to === facts.ref, 'to', 'The adviser is in this post already. Enter another one'),
      ...dayProblems(event.on, 'on', 'Enter the first day in the new post'),
      ...dayProblems(event.endsOn, 'endsOn', 'Enter the last day of the term in the new post'),
    ],
    () => [
      ...problemIf(
        event.on <= term.from,
        'on',
        `${term.person.name} arrived here on ${inWords(term.from)}. The first day in the new post is a later one`,
      ),
      ...problemIf(event.on > today, 'on', `A transfer is recorded on its day or later. Today is ${inWords(today)}`),
      ...problemIf(
        term.endsOn !== null && event.on > addDays(term.endsOn, 1),
        'on',
        `The term here ended on ${inWords(term.endsOn ?? today)}, so there was a day in between. Record that the adviser has left instead`,
      ),
      ...problemIf(event.endsOn < event.on, 'endsOn', 'The term ends before it starts. Enter a later last day'),
    ],
  );
  return wrong ?? { to: event.to.trim(), on: event.on, endsOn: event.endsOn };
}

function identifyStep(input: DeploymentStep<'IDENTIFY'>): DeploymentRecorded['IDENTIFY'] | Refusal {
  const { event, facts, context } = input;
  const person = personNamed(event.adviser ?? '', context.people);
  if (!person?.id) return refuseField('adviser', 'Enter the e-mail address of somebody who has an account here');
  const named = { person: { id: person.id, name: person.name } };
  const unfit = candidateRefusal(person, input);
  if (unfit) return unfit;
  const term = presentTerm(facts);
  if (term?.person.id === null) return heldElsewhere('adviser', person.name, term, context) ?? { ...named, of: 'term' };
  if (presentSearch(facts)?.selected?.id === null) return { ...named, of: 'selected' };
  return notReady('Whoever is in post or selected has an account here already.');
}

/** Steps of recruitment, arrival and leaving. */
export const RECRUITMENT_STEPS = {
  ADVERTISE: advertiseStep,
  SHORTLIST: shortlistStep,
  SELECT: selectStep,
  CONSULTED: consultedStep,
  ARRIVE: arriveStep,
  RECEIVE: receiveStep,
  NOT_ARRIVED: ({ event, facts, today }) =>
    refuseFields(required(event.reason, 'reason', 'Say why the adviser does not come')) ?? {
      name: presentSearch(facts)!.selected!.name,
      reason: event.reason.trim(),
      day: today,
    },
  CANCEL: ({ event, today }) =>
    refuseFields(required(event.reason, 'reason', 'Say why the recruitment is stopped')) ?? {
      reason: event.reason.trim(),
      day: today,
    },
  LEAVE: leaveStep,
  TRANSFER: transferStep,
  IDENTIFY: identifyStep,
} satisfies { [T in DeploymentEventType]?: DeploymentStepRule<T> };
