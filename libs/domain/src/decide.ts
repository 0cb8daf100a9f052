import type { Also } from './also.js';
import { amendingRefusal, AMENDING_STEPS } from './amending/steps-amending.js';
import { appointingNotices } from './appointing/notices-of.js';
import { appointingRefusal } from './appointing/refusals.js';
import { consultationNotices } from './consultation/notices-of.js';
import { consultationRefusal } from './consultation/steps-consultation.js';
import { asDecision, recordedAs } from './decision/decide-with-others.js';
import { afterDecisionRefusal } from './decision/steps-after.js';
import { endorsingNotices } from './endorsing/notices-of.js';
import { ENDORSING_STEPS, endorsingRefusal } from './endorsing/steps-endorsing.js';
import { maySee, ownConsultees, roleFor, stateLabelFor } from './people/access.js';
import { dutyRefusal } from './people/duties.js';
import { isRcSide, reaches, type Actor, type Assignment } from './people/roles.js';
import { isRefusal, notFound, refuse, type Refusal } from './refusal.js';
import { EVENT_TYPES, EVENTS, type EventOf, type RequestEvent, type RequestEventType } from './request/events.js';
import { partDone } from './request/arrangements.js';
import { activeReviewers, allScoresIn, type RequestFacts } from './request/facts.js';
import { eventsHandledIn, nextState } from './request/machine.js';
import { notNow } from './request/not-now.js';
import { applied, ENTRY_NAMES, evolve, type Entry, type Recorded } from './request/record.js';
import {
  createStep,
  OFFICE_STEPS,
  personRef,
  type DecideContext,
  type StepInput,
  type StepRule,
} from './request/steps.js';
import { alsoOf } from './request/post-of-request.js';
import { ARRANGEMENT_STEPS, arrangementRefusal } from './request/steps-arrangements.js';
import { FUNDING_STEPS } from './request/steps-funding.js';
import { DECISION_STEPS } from './request/steps-decision.js';
import { DISCUSSION_STEPS } from './request/steps-discussion.js';
import { discussionRefusal } from './review/discussion.js';
import { REVIEW_STEPS } from './request/steps-review.js';
import { assessmentOf, stateName } from './request/states.js';
import { TOLD_BY, type Notice } from './notices.js';
import { togetherNotices } from './together/notices-of.js';
import { TOGETHER_STEPS, togetherRefusal } from './together/steps-together.js';
import { leadBy } from './together/together.js';
import { timingRefusal } from './timing/by-hand.js';
import { timingNotices } from './timing/notices-of.js';
import { nudge, nudgingRefusal } from './timing/nudging.js';
import { changeOf, recount, TIMING_STEPS } from './timing/steps-timing.js';
import { clocksAfter } from './time/deadlines.js';

/** What a step comes to: the line for the record, the case after it, and who is to be told. Effects as data. */
export interface Decision {
  entry: Entry;
  facts: RequestFacts;
  notices: Notice[];
  /** Steps of other cases that follow in the same transaction. */
  also: Also[];
}

const STEPS = {
  ...OFFICE_STEPS,
  ...REVIEW_STEPS,
  ...DISCUSSION_STEPS,
  ...DECISION_STEPS,
  ...AMENDING_STEPS,
  ...FUNDING_STEPS,
  ...ARRANGEMENT_STEPS,
  ...ENDORSING_STEPS,
  ...TOGETHER_STEPS,
  ...TIMING_STEPS,
  RECOUNT_CLOCKS: ({ event, facts, context }) =>
    recount(event.change, facts, (change) => clocksAfter(facts, facts.clocks, context, change), context.calendars),
  NUDGE: ({ event, facts, actor, as, context }) => nudge(facts, actor, as.role, event.clock, context.at),
} as {
  [T in Exclude<RequestEventType, 'CREATE' | 'DECIDE_WITH_OTHERS'>]: StepRule<T>;
};

/** Whether this person may take this kind of step on this case at all, now: the rule behind every button and every refusal. */
export function mayTake(facts: RequestFacts, actor: Actor, type: RequestEventType): Assignment | Refusal {
  const as = roleFor(actor, facts, type);
  if (isRefusal(as)) return as;
  if (!eventsHandledIn(facts.state).has(type)) return notNow(facts, type, stateLabelFor(actor, facts));
  return (
    (type === 'DISCUSS' ? discussionRefusal(facts) : null) ??
    dutyRefusal(actor, facts, type, as) ??
    afterDecisionRefusal(facts, type) ??
    preparedRefusal(facts, actor, type) ??
    amendingRefusal(facts, type) ??
    consultationRefusal(facts, type) ??
    endorsingRefusal(facts, type) ??
    togetherRefusal(facts, actor, type) ??
    appointingRefusal(facts, actor, type) ??
    arrangementRefusal(facts, actor, as, type) ??
    timingRefusal(facts, actor, as, type) ??
    nudgingRefusal(facts, actor, type) ??
    as
  );
}

/** What is missing first, as far as it can be told without what will be sent. */
function preparedRefusal(facts: RequestFacts, actor: Actor, type: RequestEventType): Refusal | null {
  const own = facts.reviewers.find((r) => r.person.id === actor.id);
  if (type === 'REVEAL' && !allScoresIn(facts)) {
    const waiting = activeReviewers(facts).filter((r) => r.state !== 'scored').length;
    return refuse(
      'notReady',
      waiting > 0
        ? `Scores are not all in: ${waiting} still to come.`
        : `At least ${facts.framework?.minimumReviewers ?? 2} reviewers have to score first. Appoint another.`,
    );
  }
  if ((type === 'SCORE' || type === 'SAVE_SCORES') && own?.state !== 'cleared')
    return refuse(
      'notReady',
      own?.state === 'scored'
        ? 'You have finished your scores. They can be revised once all scores are revealed.'
        : 'Declare first whether you have a conflict of interest.',
    );
  if (type === 'REVISE' && own?.state !== 'scored') return refuse('notReady', 'You have no first scores to revise.');
  if (type === 'ADVISE' && !ownConsultees(actor, facts).some((c) => c.state !== 'answered'))
    return refuse('notReady', 'Your advice on this request has been given.');
  if (type === 'DECLARE' && facts.revealedAt !== null)
    return refuse(
      'notReady',
      'The scores are revealed. Write to the desk officer about a conflict that comes to light now.',
    );
  if (type === 'APPOINT' && facts.revealedAt !== null)
    return refuse('notReady', 'The scores are revealed, so nobody new could score without having seen them.');
  if (type === 'DISCARD_PREPARED' && !facts.prepared) return refuse('notReady', 'No recommendation is prepared.');
  if (type === 'REQUEST_RECONSIDERATION' && facts.reconsiderations > 0)
    return refuse('notReady', 'This request was reconsidered once already. You can make a new request.');
  return null;
}

export type Action = { type: RequestEventType; label: string } & (
  { allowed: true } | { allowed: false; code: Refusal['code']; reason: string }
);

/** Every kind of step of a case with whether this person could take it now, or the reason why not. Pages, the API and to-do lists ask this. */
export function availableActions(facts: RequestFacts, actor: Actor): Action[] {
  if (!maySee(actor, facts) && isRefusal(roleFor(actor, facts, 'DECLARE'))) return [];
  return EVENT_TYPES.filter((type) => type !== 'CREATE').map((type) => {
    const taken = mayTake(facts, actor, type);
    const { label } = EVENTS[type];
    return isRefusal(taken)
      ? { type, label, allowed: false, code: taken.code, reason: taken.message }
      : { type, label, allowed: true };
  });
}

/** The office that leads a request of several: that of whoever begins it, where it serves one of the countries. */
const leadingOffice = (actor: Actor, countries: string[]): Assignment | undefined =>
  actor.assignments.find((a) => isRcSide(a.role) && a.countries.some((c) => countries.includes(c)));

function create(actor: Actor, event: EventOf<'CREATE'>, context: DecideContext): Decision | Refusal {
  const data = createStep({ event, context });
  if (isRefusal(data)) return data;
  const where = { countries: data.summary.countries, regions: data.summary.regions };
  const as =
    actor.assignments.find((a) => isRcSide(a.role) && reaches(a, where)) ??
    (data.summary.type === 'regional' ? leadingOffice(actor, where.countries) : undefined);
  if (!as) {
    const office = actor.assignments.some((a) => isRcSide(a.role));
    return office
      ? refuse('invalid', 'Choose only countries that your office serves.', [
          { path: 'countries', message: 'Choose only countries that your office serves' },
        ])
      : refuse('notYourRole', 'A request is started by a Resident Coordinator’s Office.');
  }
  const lead = leadBy(as, where.countries);
  return conclude(null, actor, as, 'CREATE', lead ? { ...data, lead } : data, context);
}

function conclude<T extends RequestEventType>(
  before: RequestFacts | null,
  actor: Actor,
  as: Assignment,
  type: T,
  data: Recorded[T],
  context: DecideContext,
  event?: RequestEvent,
): Decision {
  const who = personRef(actor);
  const changed = applied(before, type, data, context.at, who);
  const state = before ? nextState(before.state, event!, changed) : changed.state;
  const clocks = clocksAfter({ ...changed, state }, before?.clocks ?? [], context, changeOf(type, data));
  const entry: Entry<T> = {
    event: type,
    name: ENTRY_NAMES[type],
    at: context.at,
    actor: who,
    role: actor.system ? null : as.role,
    actingFor: as.actingFor ?? null,
    data,
    state,
    clocks,
  };
  const facts = evolve(before, entry as Entry);
  return {
    entry: entry as Entry,
    facts,
    notices: noticesOf(before, facts, type, data),
    also: handsOn(data) ? alsoOf(facts) : [],
  };
}

const handsOn = (data: unknown): boolean => Boolean((data as { handover?: unknown }).handover);

/** A recommendation ends the consultation: for some after their time, for others before it. */
function closedNotices({ silent, cutShort = {} }: Recorded['RECOMMEND']): Notice[] {
  const early = silent.filter((key) => key in cutShort);
  const over = silent.filter((key) => !(key in cutShort));
  return [
    ...(over.length ? [{ name: 'ownSilenceRecorded' as const, parties: over }] : []),
    ...(early.length ? [{ name: 'adviceClosed' as const, parties: early }] : []),
  ];
}

/** Who is to be told: what the step itself tells, and what the place it leads to asks for. */
function noticesOf(before: RequestFacts | null, after: RequestFacts, type: RequestEventType, data: unknown): Notice[] {
  const told: Notice[] = (TOLD_BY[type] ?? []).map((name) => ({ name }));
  if (type === 'RESUBMIT') told.push({ name: after.frozen?.unchanged ? 'submittedUnchanged' : 'screeningNeeded' });
  told.push(...appointingNotices(before, after, type, data));
  told.push(...consultationNotices(after, type, data));
  told.push(...endorsingNotices(type, data));
  told.push(...togetherNotices(before, after, type));
  told.push(...timingNotices(before, after, type, data));
  if (type === 'RECOMMEND') told.push(...closedNotices(data as Recorded['RECOMMEND']));
  if (type === 'SCORE' && allScoresIn(after)) told.push({ name: 'scoresComplete' });
  const review = (facts: RequestFacts | null) => facts && assessmentOf(facts.state)?.review;
  if (type === 'REVEAL' && review(after) === 'moderation') told.push({ name: 'moderationNeeded' });
  else if (type === 'REVEAL') told.push({ name: 'scoresRevealed' }, { name: 'scoresToSettle' });
  if (type === 'REVISE' && review(before) === 'revealed' && review(after) === 'moderation')
    told.push({ name: 'moderationNeeded' });
  if (before && stateName(before.state) === 'assessment' && stateName(after.state) === 'recommendation')
    told.push({ name: 'recommendationNeeded' });
  if (type === 'FUND' && !partDone(after, 'tor')) told.push({ name: 'termsToPropose' });
  if (type === 'FUND' && !partDone(after, 'hosting')) told.push({ name: 'hostingToConfirm' });
  if (type === 'SIGN_TOR' && partDone(after, 'tor')) told.push({ name: 'torSigned' });
  if (before && stateName(before.state) === 'arrangements' && stateName(after.state) === 'handedOver')
    told.push({ name: 'handedOver' });
  return told;
}

/**
 * Decides one step of a case: may this person, can it happen now, is what was sent right, and what follows.
 * Pure: the same arguments give the same answer, and nothing is changed. A refusal is a value with its reason.
 */
export function decide(
  facts: RequestFacts | null,
  actor: Actor,
  event: RequestEvent,
  context: DecideContext,
): Decision | Refusal {
  if (!Object.hasOwn(EVENTS, event.type)) return refuse('invalid', 'There is no step of this name.');
  if (event.type === 'CREATE' && !facts) return create(actor, event, context);
  if (!facts || (event.type === 'CREATE' && !maySee(actor, facts))) return notFound();
  if (event.type === 'CREATE') return refuse('notNow', 'This request exists already.');
  const as = mayTake(facts, actor, event.type);
  if (isRefusal(as)) return as;
  const said = asDecision(event);
  if (isRefusal(said)) return said;
  const step = STEPS[said.type as keyof typeof STEPS] as StepRule<RequestEventType>;
  const data = step({ event: said, facts, actor, as, context } as StepInput<RequestEventType>);
  if (isRefusal(data)) return data;
  const kept = recordedAs(facts, actor, as, said.type as RequestEventType, data as Recorded[RequestEventType]);
  return conclude(facts, actor, as, kept.type, kept.data, context, { ...event, type: kept.type } as RequestEvent);
}
