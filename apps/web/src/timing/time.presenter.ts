import type { SignedIn } from '#casework';
import {
  askedFor,
  clocksFit,
  isRefusal,
  latestFor,
  MOST_EXTENSIONS,
  MOST_STOPS,
  mayTime,
  refuse,
  type Actor,
  type Clock,
  type DeploymentFacts,
  type Instant,
  type Refusal,
  type RequestFacts,
  type TimingEvent,
} from '#domain';
import type { Status } from '../request/case-words.js';
import { datePartsOf } from '../request/details.form.js';
import type { Times } from '../request/progress.presenter.js';
import { typedDay } from '../deployment/step-fields.js';
import { dateTyped, one, text, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';

/** What can be done with a clock, in the words of the form. */
const ACTS = {
  EXTEND_CLOCK: { text: 'Give more time', hint: 'Until a working day of whoever holds it.' },
  STOP_CLOCK: { text: 'Stop the clock', hint: 'It goes on by itself on the day that you name.' },
  GO_ON_CLOCK: {
    text: 'Let it go on',
    hint: 'With the working days that were left when it was stopped. No day is needed.',
  },
  ASK_MORE_TIME: {
    text: 'Ask OHCHR for more time',
    hint: 'OHCHR gives it, or says why not. Until then the day stays.',
  },
  REFUSE_MORE_TIME: { text: 'Give no more time', hint: 'To whoever asked for it. No day is needed.' },
} as const;
export type TimeAct = keyof typeof ACTS;
export const UNSAID = refuse('invalid', 'Choose what to do.', [{ path: 'act', message: 'Choose what to do' }]);
/** The one page of the clocks of a case, and the refusals that no correction of its form would help. */
export const TIME_PAGE = { template: 'timing/time.njk', final: ['notFound', 'notYourRole'] } as const;
type AnyFacts = RequestFacts | DeploymentFacts;

const pathOf = (facts: AnyFacts): string =>
  'kind' in facts ? paths.deploymentPage(facts.ref, 'time') : paths.time(facts.ref);

/** The way to the clocks of a case, for whoever can do something about one. */
export function timeLink(facts: AnyFacts, me: Actor): { timeLink?: { text: string; href: string } } {
  const may = (act: TimeAct) => !isRefusal(mayTime(facts, me, act));
  const text = may('ASK_MORE_TIME')
    ? 'Ask for more time'
    : (Object.keys(ACTS) as TimeAct[]).some(may)
      ? 'More time, or a stop'
      : '';
  return text ? { timeLink: { text, href: pathOf(facts) } } : {};
}

/** What a form asks for, as it is sent; null where it does not say what to do. */
export function timeEvent(form: Form): TimingEvent | null {
  const type = one(form, 'act');
  if (!Object.hasOwn(ACTS, type)) return null;
  const said = { clock: one(form, 'clock'), reason: text(form, 'reason') };
  const act = type as TimeAct;
  return act === 'GO_ON_CLOCK' || act === 'REFUSE_MORE_TIME'
    ? { type: act, ...said }
    : { type: act, ...said, until: typedDay(form, 'until') ?? '' };
}

/** The case whose clocks are shown, as its own pages call it. */
export interface TimedCase {
  noun: 'request' | 'post';
  facts: AnyFacts;
  place: string;
  /** The list in which it stands, and its own page. */
  list: { text: string; href: string };
  home: string;
  holdings: { who: string; what: string; due: Status | string; time?: string; away?: string }[];
  /** What a clock is the time for, and who holds it. */
  nameOf: (clock: Clock) => string;
}
export interface TimeInput {
  of: TimedCase;
  me: SignedIn;
  times: Pick<Times, 'calendars' | 'clocks'>;
  now: Instant;
  typed: Form;
  refusal?: Refusal | undefined;
}

/** The clocks with which this person may do each thing now. */
function choicesOf({ of: { facts }, me }: { of: Pick<TimedCase, 'facts'>; me: SignedIn }): [TimeAct, Clock[]][] {
  return (Object.keys(ACTS) as TimeAct[]).flatMap((act): [TimeAct, Clock[]][] => {
    const as = mayTime(facts, me, act);
    return isRefusal(as) ? [] : [[act, clocksFit(facts, { role: as.role, id: me.id }, act)]];
  });
}

/** The same for programs: with which clock what can be done, by whom it is held, and until when at most. */
export const timesFor = (facts: AnyFacts, me: SignedIn, context: Parameters<typeof latestFor>[2]) =>
  choicesOf({ of: { facts }, me }).flatMap(([step, clocks]) =>
    clocks.map((clock) => ({
      step,
      clock: clock.key,
      group: clock.group,
      holder: clock.holder,
      dueOn: clock.dueOn,
      stopped: clock.stoppedWith !== null,
      askedUntil: askedFor(facts, clock)?.to ?? null,
      latest: clock.stoppedWith === null ? latestFor(facts, clock, context) : null,
    })),
  );

function labelOf(clock: Clock, { of: { facts, nameOf }, times, now }: TimeInput): string {
  const asked = askedFor(facts, clock);
  const due = clock.stoppedWith === null ? `due ${date(clock.dueOn)}` : 'stopped';
  const most =
    clock.stoppedWith === null ? `, at most until ${date(latestFor(facts, clock, { ...times, at: now }))}` : '';
  return `${nameOf(clock)}: ${due}${asked ? `, asked for until ${date(asked.to)}` : ''}${most}`;
}

/** What was chosen; where there is one thing to choose, that. */
const chosen = (typed: string, options: readonly { value: string }[]): string =>
  typed || (options.length === 1 ? options[0]!.value : '');

const READ_BY = {
  request: 'Everybody who reads the case reads this; why a reviewer has more time, OHCHR alone.',
  post: 'Everybody who reads the post reads this.',
} as const;

function fieldsOf(input: TimeInput, choices: [TimeAct, Clock[]][]) {
  const { typed, refusal } = input;
  const at = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  const acts = choices.map(([value]) => ({ value, text: ACTS[value].text, hint: { text: ACTS[value].hint } }));
  const clocks = [...new Set(choices.flatMap(([, fit]) => fit))].map((c) => ({
    value: c.key,
    text: labelOf(c, input),
  }));
  const radios = (name: string, label: string, options: { value: string; text: string }[]) => ({
    kind: 'radios',
    name,
    label,
    value: chosen(one(typed, name), options),
    options,
    error: at(name),
  });
  return [
    radios('act', 'What to do', acts),
    radios('clock', 'Which time', clocks),
    {
      kind: 'date',
      name: 'until',
      label: 'Until which day',
      optional: true,
      hint: 'For example, 15 7 2027',
      value: datePartsOf(dateTyped(typed, 'until')),
      error: at('until'),
    },
    {
      kind: 'long',
      name: 'reason',
      label: 'Why',
      hint: READ_BY[input.of.noun],
      rows: 3,
      value: text(typed, 'reason'),
      error: at('reason'),
    },
  ];
}

/** The clocks of a case: with whom it is until when, what happened to the time, and what this person can do about it. */
export function timeContext(input: TimeInput) {
  const { of, refusal } = input;
  const choices = choicesOf(input);
  return {
    title: `Time: ${of.place}, ${of.facts.ref}`,
    lead: `Nobody gives time to themselves. Each step can be given more time ${howOften(MOST_EXTENSIONS)} and be stopped ${howOften(MOST_STOPS)}, each with its reason.`,
    breadcrumbs: [of.list, { text: of.place, href: of.home }, { text: 'Time' }],
    ...(refusal ? { errors: errorsOf(refusal) } : {}),
    noun: of.noun,
    holdings: of.holdings,
    action: pathOf(of.facts),
    fields: choices.length ? fieldsOf(input, choices) : [],
    back: of.home,
  };
}
const howOften = (n: number): string => (n === 2 ? 'twice' : `${words(n)} times`);
