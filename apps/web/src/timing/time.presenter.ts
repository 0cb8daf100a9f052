import type { CaseView, SignedIn } from '#casework';
import {
  askedFor,
  clocksFit,
  isRefusal,
  latestFor,
  MOST_EXTENSIONS,
  MOST_STOPS,
  mayTake,
  type Actor,
  type Clock,
  type Refusal,
  type RequestEvent,
  type RequestFacts,
} from '#domain';
import { heldBy, placeOf, type Names } from '../request/case-words.js';
import { datePartsOf } from '../request/details.form.js';
import type { Times } from '../request/progress.presenter.js';
import { holdings } from '../request/standing.presenter.js';
import { clockName } from '../request/timing-words.js';
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
  REFUSE_MORE_TIME: { text: 'Give no more time', hint: 'To an office that asked for it. No day is needed.' },
} as const;
export type TimeAct = keyof typeof ACTS;

/** The way to the clocks of a request, for whoever can do something about one. */
export function timeLink(facts: RequestFacts, me: Actor): { timeLink?: { text: string; href: string } } {
  const may = (act: TimeAct) => !isRefusal(mayTake(facts, me, act));
  const text = may('ASK_MORE_TIME')
    ? 'Ask for more time'
    : (Object.keys(ACTS) as TimeAct[]).some(may)
      ? 'More time, or a stop'
      : '';
  return text ? { timeLink: { text, href: paths.time(facts.ref) } } : {};
}

/** What a form asks for, as it is sent; null where it does not say what to do. */
export function timeEvent(form: Form): RequestEvent | null {
  const type = one(form, 'act');
  if (!Object.hasOwn(ACTS, type)) return null;
  const said = { clock: one(form, 'clock'), reason: text(form, 'reason') };
  const act = type as TimeAct;
  return act === 'GO_ON_CLOCK' || act === 'REFUSE_MORE_TIME'
    ? { type: act, ...said }
    : { type: act, ...said, until: typedDay(form, 'until') ?? '' };
}

export interface TimeInput {
  view: CaseView;
  me: SignedIn;
  names: Names;
  times: Times;
  typed: Form;
  refusal?: Refusal;
}

/** The clocks with which this person may do each thing now. */
function choicesOf({ view: { facts }, me }: TimeInput): [TimeAct, Clock[]][] {
  return (Object.keys(ACTS) as TimeAct[]).flatMap((act): [TimeAct, Clock[]][] => {
    const as = mayTake(facts, me, act);
    return isRefusal(as) ? [] : [[act, clocksFit(facts, { role: as.role, id: me.id }, act)]];
  });
}

function labelOf(clock: Clock, { view: { facts }, names, times }: TimeInput): string {
  const person = facts.reviewers.find((r) => r.person.id === clock.personId)?.person.name;
  const asked = askedFor(facts, clock);
  const due = clock.stoppedWith === null ? `due ${date(clock.dueOn)}` : 'stopped';
  const most = clock.stoppedWith === null ? `, at most until ${date(latestFor(facts, clock, times))}` : '';
  return `${clockName(clock.group)}, ${person ?? heldBy(clock, facts, names)}: ${due}${asked ? `, asked for until ${date(asked.to)}` : ''}${most}`;
}

/** What was chosen; where there is one thing to choose, that. */
const chosen = (typed: string, options: readonly { value: string }[]): string =>
  typed || (options.length === 1 ? options[0]!.value : '');

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
      hint: 'Everybody who reads the case reads this; why a reviewer has more time, OHCHR alone.',
      rows: 3,
      value: text(typed, 'reason'),
      error: at('reason'),
    },
  ];
}

/** The clocks of a request: with whom it is until when, what happened to the time, and what this person can do about it. */
export function timeContext(input: TimeInput) {
  const { view, names, times, refusal } = input;
  const { facts, tiers } = view;
  const place = placeOf(facts.summary.countries, names);
  const choices = choicesOf(input);
  return {
    title: `Time: ${place}, ${facts.ref}`,
    lead: `Whoever holds a clock does not give time to themselves. Each can be given more time ${howOften(MOST_EXTENSIONS)} and be stopped ${howOften(MOST_STOPS)}, each with its reason.`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(facts.ref) },
      { text: 'Time' },
    ],
    ...(refusal ? { errors: errorsOf(refusal) } : {}),
    holdings: holdings(facts, tiers, names, times),
    action: paths.time(facts.ref),
    fields: choices.length ? fieldsOf(input, choices) : [],
    back: paths.request(facts.ref),
  };
}
const howOften = (n: number): string => (n === 2 ? 'twice' : `${words(n)} times`);
