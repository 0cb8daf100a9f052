import { asInHand } from '../amending/in-hand.js';
import { fixedProblems } from '../amending/fixed.js';
import { carriedOver, consulteesOf } from '../consultation/consultee.js';
import { textChange } from '../endorsing/text-change.js';
import type { RegionalOption } from '../options/option.js';
import { isRcSide, reaches, type Actor, type Assignment, type PersonRef } from '../people/roles.js';
import { isRefusal, refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { LetterTemplate } from '../letters/letter-template.js';
import type { Framework } from '../review/criteria.js';
import { chosen, optional, required, sectionProblems } from '../text.js';
import { broughtFor, leadBy, mayTakeAway } from '../together/together.js';
import type { Calendars } from '../time/calendars.js';
import type { ClockSettings } from '../time/clock-settings.js';
import { clockRefusal } from '../time/deadlines.js';
import { dayOf, type Instant } from '../time/working-days.js';
import { callOn, type RoundCall } from './calls.js';
import { canonical, changesNothing, mergePatch, type Language, type RequestContent } from './content.js';
import { contentProblems, openingProblems } from './check-content.js';
import { RETURN_CODES, WITHDRAW_CODES, type EventOf, type RequestEventType } from './events.js';
import { freeze, type DecidingEvent, type FrozenFramework, type RequestFacts, type Summary } from './facts.js';
import { changesNothingSince, fingerprintOf, submittedSummary } from './frozen.js';
import type { Recorded } from './record.js';
import { submissionProblems, unansweredIn } from './submission.js';
import { assessmentOf } from './states.js';

/** What a decision needs from outside, given as values: the domain asks nobody. */
export interface DecideContext {
  at: Instant;
  calendars: Calendars;
  clocks: ClockSettings;
  /** A new identifier, where a step makes one. */
  newId: () => string;
  /** The region of each country of the case. */
  regionOf: (country: string) => string | null;
  /** Other regions whose teams have the country in their lists too. */
  regionsAlso?: (country: string) => string[];
  countryName: (country: string, language: Language) => string;
  /** OHCHR's offices in a region that are asked for advice. */
  officesIn: (region: string) => { code: string; name: string }[];
  /** The criteria for a type of request that is submitted in a round. */
  frameworkFor: (type: string, round: string) => Framework | null;
  /** The calls whose days were set; the others are the halves of their year. */
  calls: readonly RoundCall[];
  /** The agencies whose heads can be asked to endorse, by their short names. */
  agencies: readonly string[];
  /** The words in force for the letter of a decision. */
  letterFor: (kind: DecidingEvent, language: Language) => LetterTemplate;
  /** The text of the request, for events that need it. */
  content: RequestContent | null;
  /** The text as it was last submitted: what is judged, whatever the office has in hand. */
  submitted?: RequestContent | null;
  /** Persons whom the event names, by what it called them. */
  people: Record<string, Actor>;
  /** The regional option that the event names, as it stands. */
  option: RegionalOption | null;
  /** The reference of a new case. */
  newRef: string | null;
}
export interface StepInput<T extends RequestEventType> {
  event: EventOf<T>;
  facts: RequestFacts;
  actor: Actor;
  as: Assignment;
  context: DecideContext;
}
/** Turns an event into what the record keeps, or says what is wrong with it. */
export type StepRule<T extends RequestEventType> = (input: StepInput<T>) => Recorded[T] | Refusal;

export const personRef = (actor: Actor): PersonRef => ({ id: actor.id, name: actor.name });

/** The round is given at submission, not asked for: one that is sent with the content, as old files have it, is left aside. */
function withoutRound<T extends object>(content: T): T {
  const { round: _round, ...rest } = content as T & { round?: unknown };
  return rest as T;
}

/** The regions of a request's countries: one of each, but where two regional teams have it in their lists. Both are asked then, and both offices of OHCHR. */
const regionsOf = (
  { countries = [] }: RequestContent,
  { regionOf, regionsAlso }: Pick<DecideContext, 'regionOf' | 'regionsAlso'>,
): string[] => {
  const all = countries.flatMap((c) => [regionOf(c), ...(regionsAlso?.(c) ?? [])]);
  return [...new Set(all.filter((r): r is string => r !== null))].sort();
};

/** What lists and letters say of a request, from its content; the round is that of the day until it is submitted. */
export function summarise(content: RequestContent, context: Pick<DecideContext, 'regionOf' | 'at' | 'calls'>): Summary {
  const countries = content.countries ?? [];
  return {
    title: content.title?.trim() ?? '',
    language: content.language ?? 'en',
    type: content.type ?? 'initial',
    track: content.track ?? 'ordinary',
    modality: content.modality ?? 'inCountry',
    round: callOn(dayOf(context.at), context.calls).call.round,
    countries,
    regions: regionsOf(content, context),
    dutyStation: content.dutyStation ?? '',
    requestedStart: content.requestedStart ?? null,
    durationMonths: content.durationMonths ?? null,
  };
}
const unknownCountries = (content: RequestContent, context: DecideContext): FieldProblem[] =>
  (content.countries ?? []).flatMap((c, i) =>
    context.regionOf(c)
      ? []
      : [{ path: `countries.${i}`, message: `“${c.slice(0, 3)}” is not a country that this system knows` }],
  );

/** A new case: what it must say before it can be kept at all. */
export function createStep({
  event,
  context,
}: {
  event: EventOf<'CREATE'>;
  context: DecideContext;
}): Recorded['CREATE'] | Refusal {
  const shape = refuseFields(contentProblems(event.content));
  if (shape) return shape;
  const wrong = refuseFields([...openingProblems(event.content), ...unknownCountries(event.content, context)]);
  if (wrong) return wrong;
  const content = withoutRound(event.content);
  const { basedOn } = event;
  const made = { id: context.newId(), ref: context.newRef!, content, summary: summarise(content, context) };
  return basedOn ? { ...made, basedOn } : made;
}

function editStep({ event, facts, context, actor, as }: StepInput<'EDIT'>): Recorded['EDIT'] | Refusal {
  const problems = refuseFields(contentProblems(event.patch));
  if (problems) return problems;
  const patch = withoutRound(event.patch);
  if (changesNothing(context.content!, patch))
    return refuse('notReady', 'Nothing was changed, so there is nothing to save.');
  const content = mergePatch(context.content!, patch);
  const wrong = refuseFields([
    ...openingProblems(content),
    ...unknownCountries(content, context),
    ...fixedProblems(facts, context.content!, content),
  ]);
  if (wrong) return wrong;
  // One office has to serve all of them, or lead a regional request that the others sign, or nobody could sign it any more.
  const where = { countries: content.countries!, regions: [] };
  const served = actor.assignments.find((a) => isRcSide(a.role) && reaches(a, where));
  const lead = leadBy(served ?? as, content.countries!);
  if (!served && (content.type !== 'regional' || !lead?.length))
    return refuseFields([{ path: 'countries', message: 'Choose only countries that your office serves' }])!;
  const summary = summarise(content, context);
  // A correction stays in the round of its first submission.
  const offices = lead || facts.together ? { lead } : {};
  return {
    ...textChange(facts, content),
    ...offices,
    ...(event.offline ? { offline: true } : {}),
    ...(event.broughtBack ? { broughtBack: event.broughtBack } : {}),
    patch,
    summary: facts.version > 0 ? { ...summary, round: facts.summary.round } : summary,
    ...(assessmentOf(facts.state) ? { differs: canonical(content) !== canonical(context.submitted ?? null) } : {}),
  };
}

const NOT_THEIRS = 'Your office takes away what was added for its own country. Ask the office that leads the request.';
function attachStep({ event, facts, actor, as, context }: StepInput<'ATTACH'>): Recorded['ATTACH'] | Refusal {
  const { name, section, tier } = event.document;
  const wrong = refuseFields([
    ...required(name, 'name', 'Choose a file with a name', 255),
    ...sectionProblems(section, 'section'),
    ...chosen(tier, { case: 1, risk: 1 }, 'tier'),
  ]);
  if (wrong) return wrong;
  const { documents } = asInHand(facts);
  if (documents.length >= 40)
    return refuse('notReady', 'A request can have 40 documents. Remove one before you add another.');
  if (documents.some((d) => d.sha256 === event.document.sha256 && d.section === section && d.name === name))
    return refuse('invalid', `“${name}” is already in this section.`, [
      { path: 'documents', message: `“${name}” is already in this section` },
    ]);
  return { document: { ...event.document, by: personRef(actor), at: context.at, ...broughtFor(facts, as) } };
}
function detachStep({ event, facts, as }: StepInput<'DETACH'>): Recorded['DETACH'] | Refusal {
  const document = asInHand(facts).documents.find((d) => d.id === event.documentId);
  if (document && !mayTakeAway(facts, as.countries, document)) return refuse('notYourRole', NOT_THEIRS);
  return document
    ? { documentId: document.id, name: document.name }
    : refuse('invalid', 'This document is not with the request any more.', [
        { path: 'documentId', message: 'This document is not with the request any more' },
      ]);
}

/** The criteria in force for a request of this type, as they are kept with it. */
function frameworkFor(facts: RequestFacts, context: DecideContext, round: string): FrozenFramework | Refusal {
  const framework = context.frameworkFor(facts.summary.type, round);
  return framework
    ? freeze(framework)
    : refuse(
        'notReady',
        'No criteria are in force for this type of request. An administrator has to publish a version first.',
      );
}

function submitStep({ event, facts, context }: StepInput<'SUBMIT'>): Recorded['SUBMIT'] | Refusal {
  const problems = refuseFields(submissionProblems(facts, context.content!, event));
  if (problems) return problems;
  const { call, late } = callOn(dayOf(context.at), context.calls);
  const { round } = call;
  const framework = frameworkFor(facts, context, round);
  if (isRefusal(framework)) return framework;
  const regions = regionsOf(context.content!, context);
  return {
    version: facts.version + 1,
    gapsReason: event.gapsReason?.trim() || null,
    ...unansweredIn(facts),
    framework,
    round,
    // An urgent request waits for no call, so it is never late.
    ...(late && facts.summary.track === 'ordinary' ? { inGrace: true as const } : {}),
    fingerprint: fingerprintOf(context.content!, facts.documents),
    regions,
    consultation: consulteesOf(regions, context.officesIn),
  };
}
function resubmitStep({ event, facts, context }: StepInput<'RESUBMIT'>): Recorded['RESUBMIT'] | Refusal {
  const problems = refuseFields([
    ...submissionProblems(facts, context.content!, event),
    ...optional(event.note, 'note'),
  ]);
  if (problems) return problems;
  // Requests of another type are judged by other criteria.
  const other = facts.summary.type !== submittedSummary(facts).type;
  const framework = other ? frameworkFor(facts, context, facts.summary.round) : null;
  if (isRefusal(framework)) return framework;
  const regions = regionsOf(context.content!, context);
  return {
    version: facts.version + 1,
    gapsReason: event.gapsReason?.trim() || null,
    ...unansweredIn(facts),
    note: event.note?.trim() || null,
    // Nobody has advised before the request is accepted; the countries, and with them the regions, may have changed.
    regions,
    consultation: carriedOver(facts.consultation, consulteesOf(regions, context.officesIn)),
    fingerprint: fingerprintOf(context.content!, facts.documents),
    unchanged: changesNothingSince(facts, context.content!),
    framework,
  };
}
function returnStep({ event }: StepInput<'RETURN'>): Recorded['RETURN'] | Refusal {
  const problems = refuseFields([
    ...(event.items.length ? [] : [{ path: 'items', message: 'Say what has to be corrected' }]),
    ...(event.items.length > 40 ? [{ path: 'items', message: 'Enter 40 points or fewer' }] : []),
    ...event.items.flatMap((item, i) => required(item.text, `items.${i}.text`, 'Say what has to be corrected')),
    ...event.items.flatMap((item, i) => sectionProblems(item.section, `items.${i}.section`)),
    ...event.codes.flatMap((code, i) => chosen(code, RETURN_CODES, `codes.${i}`)),
    ...(event.codes.length ? [] : [{ path: 'codes', message: 'Choose at least one reason' }]),
  ]);
  return (
    problems ?? { items: event.items.map((i) => ({ section: i.section ?? null, text: i.text })), codes: event.codes }
  );
}
const withReason = <T extends { reason: string }>({ event }: { event: T }): { reason: string } | Refusal =>
  refuseFields(required(event.reason, 'reason', 'Give a reason')) ?? { reason: event.reason };
const withNote = <T extends { note?: string }>({ event }: { event: T }): { note: string | null } | Refusal =>
  refuseFields(optional(event.note, 'note')) ?? { note: event.note?.trim() || null };

/** Steps of the country office and of the completeness check. */
export const OFFICE_STEPS = {
  EDIT: editStep,
  ATTACH: attachStep,
  DETACH: detachStep,
  SUBMIT: submitStep,
  RESUBMIT: resubmitStep,
  ABANDON: ({ event }) =>
    refuseFields(optional(event.reason, 'reason')) ?? { reason: event.reason?.trim() || 'Abandoned by the office.' },
  EXPIRE: ({ facts, context }) => clockRefusal(facts, 'EXPIRE', context.at) ?? {},
  LAPSE: ({ facts, context }) => clockRefusal(facts, 'LAPSE', context.at) ?? {},
  ACCEPT: withNote,
  RETURN: returnStep,
  WITHDRAW: ({ event }) =>
    refuseFields([
      ...chosen(event.code, WITHDRAW_CODES, 'code'),
      ...required(event.reason, 'reason', 'Say why the request is withdrawn'),
    ]) ?? { code: event.code, reason: event.reason },
  ACCEPT_OFFER: withNote,
  REFUSE_OFFER: withReason,
  RECONSIDER: ({ event }) => refuseFields(optional(event.reason, 'reason')) ?? { reason: event.reason?.trim() || null },
} satisfies { [T in RequestEventType]?: StepRule<T> };
