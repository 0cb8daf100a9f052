import type { Passage } from '#casework';
import {
  isBeside,
  addWorkingDays,
  GENEVA,
  lastDecision,
  stateName,
  type Allowance,
  type Clock,
  type ClockSettings,
  type Day,
  type RequestFacts,
  type RoundCall,
  type StateName,
  type Calendars,
} from '#domain';
import { briefDay } from './due-words.js';

/** One step on the line of progress. */
export interface ProgressStep {
  text: string;
  note: string;
  state: 'done' | 'now' | '';
}
/** The time in which dates are read: today, the working days, and how long each step may take. */
export interface Times {
  today: Day;
  calendars: Calendars;
  clocks: ClockSettings;
  /** The calls whose days were set. */
  calls: readonly RoundCall[];
}

/** The steps of a request as everybody knows them, with the state whose beginning ends each. */
const STEPS = [
  { text: 'Submitted', ends: 'screening' },
  { text: 'Completeness check', ends: 'assessment', time: 'screening' },
  { text: 'Advice and scoring', ends: 'recommendation', time: 'review' },
  { text: 'Panel', ends: 'decision', time: 'recommendation' },
  { text: 'Decision', ends: 'decided', time: 'decision' },
  { text: 'Money', ends: 'arrangements' },
  { text: 'Arrangements', ends: 'handedOver', time: 'arrangements' },
  { text: 'Handed over', ends: 'done' },
] as const satisfies readonly { text: string; ends: string; time?: keyof ClockSettings }[];

/** On which step each state stands. */
const AT: Record<StateName, number> = {
  draft: 0,
  screening: 1,
  returned: 1,
  assessment: 2,
  recommendation: 3,
  decision: 4,
  offered: 4,
  deferred: 4,
  awaitingFunds: 5,
  arrangements: 6,
  handedOver: 7,
  declined: 4,
  withdrawn: -1,
  lapsed: -1,
  abandoned: -1,
};
const DECIDED: readonly StateName[] = ['awaitingFunds', 'offered', 'deferred', 'declined'];
const CLOSED: Partial<Record<StateName, string>> = {
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  abandoned: 'Abandoned',
};

/** States with which the line ends well or ill: nothing is going on there any more. */
const ENDED: readonly StateName[] = ['declined', 'handedOver'];

const dayAt = (at: Date): Day => at.toISOString().slice(0, 10);

/** When a step was last ended, or null. */
function endedOn(step: number, passages: readonly Passage[]): Day | null {
  const { ends } = STEPS[step]!;
  const found = passages.findLast((p) => (ends === 'decided' ? DECIDED.includes(p.state) : p.state === ends));
  return found ? dayAt(found.at) : null;
}

/** Until when the state itself lasts: an office that is still asked for advice does not hold it up. */
function dueOf(clocks: readonly Clock[]): Day | undefined {
  const own = clocks.filter((c) => c.group !== 'consultation' && !isBeside(c));
  return (own.length > 0 ? own : clocks)
    .map((c) => c.dueOn)
    .sort()
    .at(-1);
}

/** The words under the step on which the case stands now. */
function noteNow(facts: RequestFacts, passages: readonly Passage[], today: Day): string {
  const state = stateName(facts.state);
  const since = passages.at(-1);
  const on = since ? briefDay(dayAt(since.at), today) : '';
  const due = dueOf(facts.clocks.filter((c) => c.stoppedWith === null));
  switch (state) {
    case 'draft':
      return 'Not yet';
    case 'returned':
      return `Returned ${on}`;
    case 'offered':
      return `Offer made ${on}`;
    case 'deferred':
      return `Until ${briefDay(lastDecision(facts)?.until ?? today, today)}`;
    case 'awaitingFunds':
      return `Waiting since ${on}`;
    case 'declined':
      return `Declined ${on}`;
    case 'handedOver':
      return on;
    default:
      return due ? `By ${briefDay(due, today)}` : '';
  }
}

/** About when the steps to come will be done, if each takes the time that it has. */
function expected(facts: RequestFacts, at: number, { today, calendars, clocks }: Times): Map<number, Day> {
  const days = new Map<number, Day>();
  if (!['screening', 'assessment', 'recommendation'].includes(stateName(facts.state))) return days;
  const last = dueOf(facts.clocks);
  let from = last === undefined || last < today ? today : last;
  for (let step = at + 1; step <= 4; step += 1) {
    const time = (STEPS[step] as { time?: keyof ClockSettings }).time;
    from = addWorkingDays(from, (clocks[time!] as Allowance)[facts.summary.track], calendars.of(GENEVA));
    days.set(step, from);
  }
  return days;
}

/** How far a case has come: the steps done with their days, the one it stands on, and about when the others follow. */
export function progressOfCase(facts: RequestFacts, passages: readonly Passage[], times: Times): ProgressStep[] {
  const state = stateName(facts.state);
  const at = AT[state];
  const closed = CLOSED[state];
  const done = (step: number): ProgressStep => {
    const on = endedOn(step, passages);
    return { text: STEPS[step]!.text, note: on ? briefDay(on, times.today) : '', state: 'done' };
  };
  if (closed) {
    const reached = STEPS.map((_, step) => step).filter((step) => endedOn(step, passages) !== null);
    return [...reached.map(done), { text: closed, note: noteClosed(passages, times.today), state: 'now' }];
  }
  const soon = expected(facts, at, times);
  const shown = state === 'declined' ? STEPS.slice(0, 5) : STEPS;
  return shown.map(({ text }, step): ProgressStep => {
    if (step < at) return done(step);
    if (step === at)
      return { text, note: noteNow(facts, passages, times.today), state: ENDED.includes(state) ? 'done' : 'now' };
    const about = soon.get(step);
    return { text, note: about ? `About ${briefDay(about, times.today)}` : '', state: '' };
  });
}

function noteClosed(passages: readonly Passage[], today: Day): string {
  const last = passages.at(-1);
  return last ? briefDay(dayAt(last.at), today) : '';
}
