import type { CaseView, PartyStanding } from '#casework';
import {
  isRefusal,
  latestDay,
  mayTake,
  withOutdatedAdvice,
  type Actor,
  type ClockSettings,
  type Consultee,
  type Refusal,
  type RequestFacts,
  type Calendars,
} from '#domain';
import { placeOf, statusFor, type Names, type Status } from '../request/case-words.js';
import type { Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { date, dateTime, words } from '../shell/words.js';
import {
  CONSULTATION_FORMS,
  consultationErrors,
  consultationForms,
  type ConsultationForm,
} from './consultation.form.js';
import { givenBy, type Given } from './given.presenter.js';

export interface ConsultationInput {
  view: CaseView;
  me: Actor;
  names: Names & { clocks: ClockSettings; calendars: Calendars };
  standings: ReadonlyMap<string, PartyStanding>;
  sent: ConsultationForm | null;
  typed: Form;
  refusal?: Refusal | undefined;
}

const STATES: Record<PartyStanding['state'], Status> = {
  notSent: { text: 'Not sent yet', tone: 'grey' },
  sent: { text: 'Sent', tone: 'blue' },
  bounced: { text: 'Mail came back', tone: 'red' },
  read: { text: 'Read', tone: 'blue' },
  answered: { text: 'Answered', tone: 'green' },
  silent: { text: 'Silent', tone: 'grey' },
  withdrawn: { text: 'Taken back', tone: 'grey' },
};

/** How far a party is, in words: from the question on its way to the answer. */
export const partyStatus = ({ state }: PartyStanding): Status => STATES[state];

function since(s: PartyStanding): string {
  if (!s.at) return '';
  return s.state === 'read' && s.readBy ? `By ${s.readBy}, ${dateTime(s.at)}.` : `${dateTime(s.at)}.`;
}

/** What happened to the question of a party beside what it said: more time, asked again, a mail that came back. */
export function happenings(c: Consultee, facts: RequestFacts, insider: boolean): string[] {
  const { named } = c;
  return [
    ...(named
      ? [`Asked by ${insider ? named.askedBy.name : 'OHCHR'} on ${date(named.askedAt)}: ${named.question}`]
      : []),
    ...(named && insider ? [`Address: ${named.email}.`] : []),
    ...(c.extended ?? []).map(
      (e) => `More time was given on ${date(e.at)}: until ${date(e.until)}, not ${date(e.from)}. ${e.reason}`,
    ),
    ...(c.again ?? []).map(
      (a) =>
        `Asked again on ${date(a.at)}${facts.version > 1 ? `, about version ${a.requestVersion}` : ''}: ${a.reason}`,
    ),
    ...(named?.takenBack ? [`Taken back on ${date(named.takenBack.at)}: ${named.takenBack.reason}`] : []),
    ...(c.unreached && insider ? [`The mail came back on ${date(c.unreached.at)}: ${c.unreached.problem}`] : []),
  ];
}

export interface PartyLine extends Given {
  /** How far it is. */
  standing: Status;
  since: string;
  happened: string[];
}

/** One party as OHCHR and the regional team see it. */
export function partyLine(
  c: Consultee,
  standing: PartyStanding,
  facts: RequestFacts,
  names: Names,
  insider: boolean,
): PartyLine {
  return {
    ...givenBy(c, facts, names),
    standing: partyStatus(standing),
    since: since(standing),
    happened: happenings(c, facts, insider),
  };
}

function awaitedOf(awaited: number, asked: number): string {
  if (awaited === 0) return 'Nobody is waited for.';
  if (awaited < asked)
    return `${words(awaited, true)} of ${words(asked)} ${awaited === 1 ? 'has' : 'have'} still to answer.`;
  return asked === 1 ? 'The one who was asked has still to answer.' : `All ${words(asked)} have still to answer.`;
}

function leadOf(facts: RequestFacts): string {
  const awaited = facts.consultation.filter((c) => c.state === 'awaited').length;
  const asked = facts.consultation.length;
  if (asked === 0) return 'Nobody was asked yet.';
  const before = withOutdatedAdvice(facts).length;
  const outdated = before
    ? ` Version ${facts.version} came after ${before === 1 ? 'the advice of one party' : `the advice of ${words(before)} parties`}: ask again where it matters, or let it stand and say why.`
    : '';
  return `${awaitedOf(awaited, asked)}${outdated}`;
}

/** The page of those who are asked for advice: how far each is, and what the desk officer can do about it. */
export function consultationContext({ view, me, names, standings, sent, typed, refusal }: ConsultationInput) {
  const { facts, tiers } = view;
  const place = placeOf(facts.summary.countries, names);
  const errors = refusal && sent ? consultationErrors(sent, refusal) : [];
  const latest = (c: Consultee) => latestDay(facts, c, names.clocks, names.calendars);
  const may = (which: ConsultationForm) => sent === which || !isRefusal(mayTake(facts, me, CONSULTATION_FORMS[which]));
  const insider = tiers.has('assessment');
  return {
    title: `Consultation: ${place}, ${facts.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(facts.ref) },
      { text: 'Consultation' },
    ],
    ...(errors.length ? { errors } : {}),
    ref: facts.ref,
    place,
    tag: statusFor(facts, tiers),
    lead: leadOf(facts),
    parties: facts.consultation.map((c) => partyLine(c, standings.get(c.key)!, facts, names, insider)),
    forms: consultationForms({ facts, names, typed, sent, errors, latest }, may),
    action: paths.consultation(facts.ref),
    asksAgain: may('again'),
  };
}
