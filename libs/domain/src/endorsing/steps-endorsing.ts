import { isRcSide } from '../people/roles.js';
import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { LANGUAGES } from '../request/content.js';
import type { RequestEventType } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import { personRef, type DecideContext, type StepInput, type StepRule } from '../request/steps.js';
import { chosen, optional, required } from '../text.js';
import { addDays, dayOf } from '../time/working-days.js';
import { ANSWERING_STEPS } from './steps-answering.js';
import { markOfText } from './endorsed-text.js';
import { endorsersOf, isVoid, listedEndorsers, type Endorser } from './endorser.js';
import type { EndorsingEventType, NamedHead } from './events.js';
import type { RecordedEndorsing } from './record.js';

/** How many can be on the list of one request. */
export const MOST_ENDORSERS = 40;
/** How many can have been on it, with those who were replaced or taken off. */
const MOST_EVER = 120;
const MOST_PROBLEM = 500;
const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]{2,}$/;

const nobody = 'Nobody is on the list of those who are asked to endorse.';
/** What is missing first for a step about those who endorse. */
export function endorsingRefusal(facts: RequestFacts, type: RequestEventType): Refusal | null {
  const listed = listedEndorsers(facts);
  if (type === 'INVITE_ENDORSERS' && (listed.length >= MOST_ENDORSERS || endorsersOf(facts).length >= MOST_EVER))
    return refuse('notReady', `${MOST_ENDORSERS} heads of agency are on the list already, and that is the most.`);
  if (type === 'ASK_ENDORSERS_AGAIN' && !listed.some((e) => mayBeAskedAgain(e, facts)))
    return refuse(
      'notReady',
      listed.length ? 'All of them endorsed the text as it stands; nobody needs to be asked again.' : nobody,
    );
  const needsSomebody =
    type === 'REPLACE_ENDORSER' || type === 'WITHDRAW_ENDORSER' || type === 'RECORD_ENDORSER_UNREACHED';
  return needsSomebody && listed.length === 0 ? refuse('notReady', nobody) : null;
}

/** Whether there is something to ask somebody again: they have not endorsed the text as it stands. */
export const mayBeAskedAgain = (e: Endorser, facts: RequestFacts): boolean =>
  e.state === 'asked' || e.state === 'declined' || (e.state === 'endorsed' && isVoid(e, facts));

const cleanAddress = (email: unknown): string => (typeof email === 'string' ? email.trim().toLowerCase() : '');
const last = (context: Pick<DecideContext, 'at' | 'clocks'>): string =>
  addDays(dayOf(context.at), context.clocks.endorsementDays);

/** Why an address cannot be asked; null when it can. */
function addressTrouble(
  email: string,
  taken: readonly string[],
  { facts, context }: Pick<StepInput<'INVITE_ENDORSERS'>, 'facts' | 'context'>,
): string | null {
  if (!email) return null;
  if (!ADDRESS.test(email)) return 'Enter an e-mail address, such as name@example.org';
  if (taken.includes(email)) return 'This address is on the list already';
  const account = context.people[email];
  const ofOffice = account?.assignments.some(
    (a) => isRcSide(a.role) && facts.summary.countries.some((c) => a.countries.includes(c)),
  );
  return ofOffice
    ? `${account!.name} works for the Resident Coordinator’s Office of this request and cannot endorse it`
    : null;
}

type Input = Pick<StepInput<'INVITE_ENDORSERS'>, 'facts' | 'context' | 'actor'>;

function headProblems(head: NamedHead, at: string, taken: readonly string[], input: Input): FieldProblem[] {
  const email = cleanAddress(head.email);
  const trouble = addressTrouble(email, taken, input);
  return [
    ...required(head.name, `${at}name`, 'Enter the name of the head of agency', 200),
    ...required(head.title, `${at}title`, 'Enter what they are, such as Representative', 200),
    ...required(email, `${at}email`, 'Enter the e-mail address to which the link goes', 254),
    ...(trouble ? [{ path: `${at}email`, message: trouble }] : []),
    ...chosen(head.language ?? 'en', LANGUAGES, `${at}language`),
  ];
}

const made = (head: NamedHead & { agency: string }, n: number, { facts, context, actor }: Input): Endorser => {
  const email = cleanAddress(head.email);
  const account = context.people[email];
  return {
    key: `endorser:${endorsersOf(facts).length + n}`,
    id: context.newId(),
    agency: head.agency,
    name: head.name.trim(),
    title: head.title.trim(),
    email,
    language: head.language ?? 'en',
    askedBy: personRef(actor),
    askedAt: context.at,
    link: 1,
    until: last(context),
    state: 'asked',
    answer: null,
    ...(account ? { account: account.id } : {}),
  };
};

function agencyProblems(
  agency: unknown,
  path: string,
  taken: readonly string[],
  known: readonly string[],
): FieldProblem[] {
  if (typeof agency !== 'string' || !agency) return [{ path, message: 'Choose an agency' }];
  if (!known.includes(agency)) return [{ path, message: `“${agency.slice(0, 60)}” is not an agency of this list` }];
  return taken.includes(agency)
    ? [{ path, message: `${agency} is on the list already. If its head has changed, name the new one instead` }]
    : [];
}

function inviteStep(input: StepInput<'INVITE_ENDORSERS'>): RecordedEndorsing['INVITE_ENDORSERS'] | Refusal {
  const { event, facts, context } = input;
  const listed = listedEndorsers(facts);
  const sent = event.endorsers;
  const before = (i: number) => sent.slice(0, i);
  const problems = refuseFields([
    ...(sent.length ? [] : [{ path: 'endorsers', message: 'Name at least one head of agency' }]),
    ...(listed.length + sent.length > MOST_ENDORSERS
      ? [{ path: 'endorsers', message: `Name ${MOST_ENDORSERS} heads of agency at most, with those on the list` }]
      : []),
    ...sent.slice(0, MOST_ENDORSERS).flatMap((head, i) => {
      const emails = [...listed.map((e) => e.email), ...before(i).map((e) => cleanAddress(e.email))];
      const agencies = [...listed, ...before(i)].map((e) => e.agency);
      return [
        ...agencyProblems(head.agency, `endorsers.${i}.agency`, agencies, context.agencies),
        ...headProblems(head, `endorsers.${i}.`, emails, input),
      ];
    }),
  ]);
  return problems ?? { endorsers: sent.map((head, i) => made(head, i + 1, input)), text: markOfText(context.content!) };
}

/** The endorser of a key among those with whom this can be done, or a problem at its field. */
function oneOf(among: Endorser[], facts: RequestFacts, key: unknown, path: string, why: string): FieldProblem[] {
  if (among.some((e) => e.key === key)) return [];
  const known = endorsersOf(facts).some((e) => e.key === key);
  return [{ path, message: known ? why : 'Choose somebody of the list' }];
}

function againStep(input: StepInput<'ASK_ENDORSERS_AGAIN'>): RecordedEndorsing['ASK_ENDORSERS_AGAIN'] | Refusal {
  const { event, facts, context } = input;
  const keys = [...new Set(event.endorsers)];
  const listed = listedEndorsers(facts);
  const email = cleanAddress(event.email) || null;
  const others = listed.filter((e) => !keys.includes(e.key)).map((e) => e.email);
  const trouble = email ? addressTrouble(email, others, input) : null;
  const why = 'They endorsed the text as it stands, or are not on the list any more';
  const problems = refuseFields([
    ...(keys.length ? [] : [{ path: 'endorsers', message: 'Choose whom to ask again' }]),
    ...keys.flatMap((key, i) =>
      oneOf(
        listed.filter((e) => mayBeAskedAgain(e, facts)),
        facts,
        key,
        `endorsers.${i}`,
        why,
      ),
    ),
    ...(email && keys.length > 1 ? [{ path: 'email', message: 'Correct the address of one at a time' }] : []),
    ...(email ? required(email, 'email', '', 254) : []),
    ...(trouble ? [{ path: 'email', message: trouble }] : []),
    ...optional(event.note, 'note', 2_000),
  ]);
  const account = email ? context.people[email] : undefined;
  return (
    problems ?? {
      keys,
      email,
      ...(account ? { account: account.id } : {}),
      note: event.note?.trim() || null,
      until: last(context),
      text: markOfText(context.content!),
    }
  );
}

const NOT_LISTED = 'They are not on the list any more';

function replaceStep(input: StepInput<'REPLACE_ENDORSER'>): RecordedEndorsing['REPLACE_ENDORSER'] | Refusal {
  const { event, facts, context } = input;
  const listed = listedEndorsers(facts);
  const before = listed.find((e) => e.key === event.endorser);
  const taken = listed.map((e) => e.email);
  const problems = refuseFields([
    ...oneOf(listed, facts, event.endorser, 'endorser', NOT_LISTED),
    ...headProblems(event, '', taken, input),
    ...required(event.reason, 'reason', 'Say why somebody else answers for the agency', 2_000),
  ]);
  if (problems) return problems;
  const successor = { ...made({ ...event, agency: before!.agency }, 1, input), follows: event.endorser };
  return { key: event.endorser, reason: event.reason.trim(), successor, text: markOfText(context.content!) };
}

function withdrawStep({
  event,
  facts,
}: StepInput<'WITHDRAW_ENDORSER'>): RecordedEndorsing['WITHDRAW_ENDORSER'] | Refusal {
  return (
    refuseFields([
      ...oneOf(listedEndorsers(facts), facts, event.endorser, 'endorser', NOT_LISTED),
      ...required(event.reason, 'reason', 'Say why they are taken off the list', 2_000),
    ]) ?? { key: event.endorser, reason: event.reason.trim() }
  );
}

function unreachedStep({
  event,
  facts,
}: StepInput<'RECORD_ENDORSER_UNREACHED'>): RecordedEndorsing['RECORD_ENDORSER_UNREACHED'] | Refusal {
  const keys = listedEndorsers(facts)
    .filter((e) => e.state === 'asked' && event.endorsers.includes(e.key) && !e.unreached)
    .map((e) => e.key);
  return keys.length
    ? { keys, problem: event.problem.slice(0, MOST_PROBLEM) }
    : refuse('notReady', 'That no mail reaches them is recorded already, or they are not waited for any more.');
}

/** Steps about those who endorse. */
export const ENDORSING_STEPS: { [T in EndorsingEventType]: StepRule<T> } = {
  INVITE_ENDORSERS: inviteStep,
  ASK_ENDORSERS_AGAIN: againStep,
  REPLACE_ENDORSER: replaceStep,
  WITHDRAW_ENDORSER: withdrawStep,
  RECORD_ENDORSER_UNREACHED: unreachedStep,
  ...ANSWERING_STEPS,
};
