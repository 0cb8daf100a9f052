import { inWords } from '../deployment/steps.js';
import { isRcSide, type Actor } from '../people/roles.js';
import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { LANGUAGES } from '../request/content.js';
import type { RequestEventType } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import { personRef, type StepInput, type StepRule } from '../request/steps.js';
import { chosen, required } from '../text.js';
import type { Calendars } from '../time/calendars.js';
import type { ClockSettings } from '../time/clock-settings.js';
import { addWorkingDays, dayOf, isDay, type Day } from '../time/working-days.js';
import { withOutdatedAdvice, type Consultee } from './consultee.js';
import type { ConsultationEventType } from './events.js';
import type { RecordedConsultation } from './record.js';

/** How many may be asked by name on one request. */
export const MOST_NAMED = 10;
const MOST_PROBLEM = 500;
const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]{2,}$/;

const awaited = (facts: RequestFacts): Consultee[] => facts.consultation.filter((c) => c.state === 'awaited');
/** Those who answered or were silent can be asked again; whoever is waited for can be given more time. */
const heard = (facts: RequestFacts): Consultee[] =>
  facts.consultation.filter((c) => c.state === 'answered' || c.state === 'silent');
const namedAwaited = (facts: RequestFacts): Consultee[] => awaited(facts).filter((c) => c.named);

const NOBODY: Partial<Record<RequestEventType, [(facts: RequestFacts) => boolean, string]>> = {
  CONSULT: [
    (facts) => facts.consultation.filter((c) => c.named).length < MOST_NAMED,
    `${MOST_NAMED} were asked by name on this request already, and that is the most.`,
  ],
  EXTEND_CONSULTATION: [(facts) => awaited(facts).length > 0, 'Nobody is waited for, so nobody needs more time.'],
  RECONSULT: [(facts) => heard(facts).length > 0, 'Nobody has answered or been silent yet, so nobody is asked again.'],
  LET_ADVICE_STAND: [
    (facts) => withOutdatedAdvice(facts).length > 0,
    'All advice is about the version that stands, or was let stand for it already.',
  ],
  RESEND_CONSULTATION: [
    (facts) => awaited(facts).length > 0,
    'Nobody is waited for, so there is no question to send again.',
  ],
  WITHDRAW_CONSULTATION: [
    (facts) => namedAwaited(facts).length > 0,
    'Nobody who was asked by name is waited for, so there is no question to take back.',
  ],
  RECORD_UNREACHED: [(facts) => awaited(facts).length > 0, 'Nobody is waited for.'],
};

/** What is missing first for a step of the consultation. */
export function consultationRefusal(facts: RequestFacts, type: RequestEventType): Refusal | null {
  const rule = NOBODY[type];
  return rule && !rule[0](facts) ? refuse('notReady', rule[1]) : null;
}

/** The party of a key among those with whom this can be done, or a problem at its field. */
function party(among: Consultee[], facts: RequestFacts, key: unknown, path: string, why: string): FieldProblem[] {
  if (among.some((c) => c.key === key)) return [];
  const known = facts.consultation.some((c) => c.key === key);
  return [{ path, message: known ? why : 'Choose a party that was asked for advice on this request' }];
}

/** Why somebody with an account may not be asked as an outsider; null when they may. */
function partTrouble(person: Actor | undefined, facts: RequestFacts): string | null {
  if (!person) return null;
  const { name, assignments } = person;
  if (assignments.some((a) => isRcSide(a.role) && facts.summary.countries.some((c) => a.countries.includes(c))))
    return `${name} works for a country of this request and cannot advise on it`;
  if (facts.reviewers.some((r) => r.person.id === person.id) || facts.duties.drafted.some((d) => d.id === person.id))
    return `${name} has another part in this request and cannot advise on it`;
  return null;
}

function consultStep({
  event,
  facts,
  actor,
  context,
}: StepInput<'CONSULT'>): RecordedConsultation['CONSULT'] | Refusal {
  const email = String(event.email ?? '')
    .trim()
    .toLowerCase();
  const trouble =
    (email && !ADDRESS.test(email) ? 'Enter an e-mail address, such as name@example.org' : null) ??
    (facts.consultation.some((c) => c.named?.email === email && c.state !== 'withdrawn')
      ? 'This address was asked already'
      : null) ??
    partTrouble(context.people[email], facts);
  const problems = refuseFields([
    ...required(event.name, 'name', 'Enter the name of who is asked', 200),
    ...required(event.organisation, 'organisation', 'Enter the organisation', 200),
    ...required(email, 'email', 'Enter the e-mail address', 254),
    ...(trouble ? [{ path: 'email', message: trouble }] : []),
    ...required(event.question, 'question', 'Write what you want to know', 2_000),
    ...chosen(event.language ?? 'en', LANGUAGES, 'language'),
  ]);
  if (problems) return problems;
  const key = `consultee:${facts.consultation.filter((c) => c.named).length + 1}`;
  return {
    key,
    named: {
      id: context.newId(),
      name: event.name.trim(),
      organisation: event.organisation.trim(),
      email,
      language: event.language ?? 'en',
      question: event.question.trim(),
      askedBy: personRef(actor),
      askedAt: context.at,
      link: 1,
    },
  };
}

/** The last day that a party can be given: a number of working days after the day that was set at first. */
export function latestDay(
  facts: RequestFacts,
  consultee: Consultee,
  settings: Pick<ClockSettings, 'extension'>,
  calendars: Calendars,
): Day | null {
  const clock = facts.clocks.find((c) => c.key === `consultation:${consultee.key}`);
  const first = consultee.extended?.[0]?.from ?? clock?.dueOn;
  return first ? addWorkingDays(first, settings.extension[facts.summary.track], calendars.of(clock?.station)) : null;
}

function untilTrouble(until: string, from: Day, latest: Day, today: Day): string | null {
  if (!isDay(until))
    return until ? 'Enter a real date, such as 15 July 2027' : 'Enter the day until which there is time';
  if (until <= from) return `Enter a day after ${inWords(from)}: there is time until then already`;
  if (until < today) return 'Enter a day that is not over';
  return until > latest ? `Enter ${inWords(latest)} or a day before it: more time than that is not given` : null;
}

function extendStep(input: StepInput<'EXTEND_CONSULTATION'>): RecordedConsultation['EXTEND_CONSULTATION'] | Refusal {
  const { event, facts, actor, context } = input;
  const consultee = awaited(facts).find((c) => c.key === event.party);
  const clock = facts.clocks.find((c) => c.key === `consultation:${event.party}`);
  const latest = consultee ? latestDay(facts, consultee, context.clocks, context.calendars) : null;
  const until = String(event.until ?? '');
  const trouble = clock && latest ? untilTrouble(until, clock.dueOn, latest, dayOf(context.at)) : null;
  const problems = refuseFields([
    ...party(awaited(facts), facts, event.party, 'party', 'This party is not waited for. Ask it again instead'),
    ...(trouble ? [{ path: 'until', message: trouble }] : []),
    ...required(event.reason, 'reason', 'Say why there is more time', 2_000),
  ]);
  return (
    problems ?? {
      key: event.party,
      extension: { by: personRef(actor), at: context.at, from: clock!.dueOn, until, reason: event.reason.trim() },
    }
  );
}

function reconsultStep({ event, facts }: StepInput<'RECONSULT'>): RecordedConsultation['RECONSULT'] | Refusal {
  const why = 'This party has not answered yet, or its question was taken back, so it is not asked again';
  const problems = refuseFields([
    ...(event.parties.length ? [] : [{ path: 'parties', message: 'Choose whom to ask again' }]),
    ...event.parties.flatMap((key, i) => party(heard(facts), facts, key, `parties.${i}`, why)),
    ...required(event.reason, 'reason', 'Say what has changed, or why you ask again', 2_000),
  ]);
  const keys = [...new Set(event.parties)];
  return problems ?? { keys, reason: event.reason.trim(), requestVersion: facts.version };
}

function letStandStep(input: StepInput<'LET_ADVICE_STAND'>): RecordedConsultation['LET_ADVICE_STAND'] | Refusal {
  const { event, facts } = input;
  const why = 'Say why the advice still holds for the new version';
  const keys = withOutdatedAdvice(facts).map((c) => c.key);
  return (
    refuseFields(required(event.reason, 'reason', why, 2_000)) ?? {
      keys,
      reason: event.reason.trim(),
      requestVersion: facts.version,
    }
  );
}

function resendStep(input: StepInput<'RESEND_CONSULTATION'>): RecordedConsultation['RESEND_CONSULTATION'] | Refusal {
  const { event, facts, context } = input;
  const email = event.email?.trim().toLowerCase() || null;
  const to = facts.consultation.find((c) => c.key === event.party);
  const trouble =
    email === null
      ? null
      : to && !to.named
        ? 'The address of a team or an office is that of its people; leave this out'
        : !ADDRESS.test(email)
          ? 'Enter an e-mail address, such as name@example.org'
          : partTrouble(context.people[email], facts);
  return (
    refuseFields([
      ...party(awaited(facts), facts, event.party, 'party', 'This party is not waited for'),
      ...(email ? required(email, 'email', '', 254) : []),
      ...(trouble ? [{ path: 'email', message: trouble }] : []),
    ]) ?? { key: event.party, email }
  );
}

function withdrawStep(
  input: StepInput<'WITHDRAW_CONSULTATION'>,
): RecordedConsultation['WITHDRAW_CONSULTATION'] | Refusal {
  const { event, facts } = input;
  const why = 'Only a question to somebody who was asked by name, and has not answered, can be taken back';
  return (
    refuseFields([
      ...party(namedAwaited(facts), facts, event.party, 'party', why),
      ...required(event.reason, 'reason', 'Say why the question is taken back', 2_000),
    ]) ?? { key: event.party, reason: event.reason.trim() }
  );
}

function unreachedStep({
  event,
  facts,
}: StepInput<'RECORD_UNREACHED'>): RecordedConsultation['RECORD_UNREACHED'] | Refusal {
  const keys = awaited(facts)
    .filter((c) => event.parties.includes(c.key) && !c.unreached)
    .map((c) => c.key);
  return keys.length
    ? { keys, problem: event.problem.slice(0, MOST_PROBLEM) }
    : refuse('notReady', 'That no mail reaches them is recorded already, or they are not waited for any more.');
}

/** Steps about the parties that are asked for advice. */
export const CONSULTATION_STEPS: { [T in ConsultationEventType]: StepRule<T> } = {
  CONSULT: consultStep,
  EXTEND_CONSULTATION: extendStep,
  RECONSULT: reconsultStep,
  LET_ADVICE_STAND: letStandStep,
  RESEND_CONSULTATION: resendStep,
  WITHDRAW_CONSULTATION: withdrawStep,
  RECORD_UNREACHED: unreachedStep,
};
