import type { ConsultationItem } from '#casework';
import { stateName, type Calendars } from '#domain';
import { askedFor } from '../request/request-facts.js';
import {
  placeOf,
  plural,
  POSITION_WORDS,
  statusOf,
  takesAdvice,
  type Names,
  type Status,
} from '../request/case-words.js';
import { dueStatus } from '../request/due-words.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';

export interface AdviceQueueInput {
  items: ConsultationItem[];
  names: Names;
  today: string;
  calendars: Calendars;
}

function task({ facts, consultee, dueOn }: ConsultationItem, { names, today, calendars }: AdviceQueueInput) {
  const clock = facts.clocks.find((c) => c.key === `consultation:${consultee.key}`);
  const status: Status =
    clock && dueOn ? dueStatus(clock, today, calendars) : { text: 'Its time is over', tone: 'red' };
  return {
    title: placeOf(facts.summary.countries, names),
    hint: `${facts.ref}. ${askedFor(facts.summary)}`,
    href: paths.advice(facts.ref),
    status,
  };
}

function given({ facts, consultee }: ConsultationItem, names: Names) {
  const { advice } = consultee;
  const state = statusOf(stateName(facts.state));
  return {
    request: { text: placeOf(facts.summary.countries, names), href: paths.advice(facts.ref), note: facts.ref },
    position: advice
      ? `${POSITION_WORDS[advice.position]}${advice.late ? ', late' : ''}`
      : consultee.cutShort
        ? 'The panel recommended without it'
        : 'No advice was given',
    on: advice ? new Date(advice.at) : null,
    state: state.tone === 'plain' ? state.text : state,
  };
}

function leadOf(waiting: number, late: number): string {
  if (waiting + late === 0) return 'Nothing waits for your advice.';
  const asked = `${words(waiting, true)} ${plural(waiting, 'request waits', 'requests wait')} for your advice.`;
  const over = `${words(late, true)} ${plural(late, 'request', 'requests')} went on without it; you can still add it.`;
  return [waiting ? asked : '', late ? over : ''].filter(Boolean).join(' ');
}

/** What a region is asked for: by due date, then what it can still add to, then what it gave. */
export function adviceQueueContext(input: AdviceQueueInput) {
  const { items, names } = input;
  const waiting = items.filter((i) => i.consultee.state === 'awaited' && i.dueOn !== null);
  const late = items.filter((i) => i.consultee.state === 'silent' && takesAdvice(i.facts));
  const done = items.filter((i) => !waiting.includes(i) && !late.includes(i));
  return {
    title: 'Advice',
    lead: leadOf(waiting.length, late.length),
    waiting: waiting.map((i) => task(i, input)),
    late: late.map((i) => task(i, input)),
    done: done.slice(0, 50).map((i) => given(i, names)),
  };
}
