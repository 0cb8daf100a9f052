import {
  notesOn,
  type ByHand,
  type Recorded,
  type TimingEventType,
  ROLES,
  type Clock,
  isOfSeat,
  type CalendarChanged,
  type HolidayChanged,
  type Moved,
  type Nudged,
  type Recounted,
  type Timed,
  type TimeNote,
} from '#domain';
import { date, words } from '../shell/words.js';
import { inSentence, plural } from './case-words.js';

/** What each clock is the time for, by its group, of requests and of posts. */
const CLOCK_NAMES: Record<string, string> = {
  screening: 'The check for completeness',
  returned: 'The correction',
  consultation: 'Advice',
  review: 'The review',
  appointment: 'Taking up an appointment',
  unreached: 'Reaching a party',
  unreachedEndorser: 'Reaching a head of agency',
  clarification: 'The answer to a question',
  recommendation: 'The recommendation',
  decision: 'The decision',
  offered: 'The answer to the offer',
  awaitingFunds: 'The money',
  outdatedAdvice: 'A look at advice on an earlier version',
  tor: 'The terms of reference',
  costSharing: 'The cost sharing',
  hosting: 'The hosting',
  recruitment: 'The recruitment',
  vacancy: 'The empty post',
  workPlanAgreement: 'The agreement to the work plan',
  midTerm: 'The mid-term review',
  succession: 'The search for a successor',
  leaving: 'Recording that the adviser has left',
  report: 'The report',
  workPlan: 'The work plan',
  renewal: 'The decision on the renewal',
  closing: 'The handover',
  handOver: 'The handover',
};
/** What a clock is the time for, at the beginning of a sentence. */
export const clockName = (group: string): string => CLOCK_NAMES[group] ?? 'A due date';

/** By how many working days a day moved: "1 working day", "2 working days nearer". */
export const movedBy = (days: number): string => {
  const n = Math.abs(days);
  if (n === 0) return 'to another day, with as many working days';
  return `by ${words(n)} working ${plural(n, 'day', 'days')}${days < 0 ? ' nearer' : ''}`;
};
const where = ({ station }: HolidayChanged): string => (station === 'UN' ? ' at every duty station' : '');
const because = (change: CalendarChanged): string =>
  isOfSeat(change)
    ? 'Who holds a clock here sits elsewhere now, and counts in the calendar of that place.'
    : change.what === 'added'
      ? `${change.name}, ${date(change.day)}, is a holiday${where(change)}.`
      : `${change.name}, ${date(change.day)}, is not a holiday any more${where(change)}.`;
const line = ({ group, days, to }: Moved): string => `${clockName(group)} moved ${movedBy(days)}, to ${date(to)}.`;

/** What a change of the holidays did to a case, for its record. */
export const recountedWords = (data: Partial<Recounted>): string | null =>
  data.because
    ? [because(data.because), ...(data.moved?.length ? data.moved.map(line) : ['No due date moved.'])].join(' ')
    : null;

/** The steps about the time of clocks, for the record in plain words. */
export const TIMING_WORDS: { [T in TimingEventType]: { done: string; text: (data: Recorded[T]) => string | null } } = {
  RECOUNT_CLOCKS: { done: 'Due dates moved', text: recountedWords },
  EXTEND_CLOCK: {
    done: 'More time given',
    text: (d) => said(d, `until ${date(d.to)}, not ${date(d.from)}`),
  },
  STOP_CLOCK: { done: 'Clock stopped', text: (d) => said(d, `stands still until ${date(d.to)}`) },
  GO_ON_CLOCK: { done: 'Clock goes on', text: (d) => said(d, 'goes on') },
  RESUME_CLOCKS: {
    done: 'Clocks go on',
    text: ({ resumed }) => resumed.map((d) => `${clockName(d.group)} goes on: its stop is over.`).join(' '),
  },
  ASK_MORE_TIME: { done: 'More time asked for', text: (d) => said(d, `until ${date(d.to)}, not ${date(d.from)}`) },
  NUDGE: { done: 'Nudged', text: (d) => nudgedWords(d) },
  REFUSE_MORE_TIME: { done: 'More time refused', text: (d) => said(d, `stays due on ${date(d.from)}`) },
};
const said = ({ group, reason }: ByHand, what: string): string =>
  [`${clockName(group)}: ${what}.`, reason].join(' ').trim();
/** Who was nudged for what, for the record. */
export const nudgedWords = ({ holder, name, group }: Partial<Nudged>): string | null =>
  holder && group ? `${name ?? ROLES[holder]}: ${inSentence(clockName(group))} is waited for.` : null;

/** What happened to the time of a clock once, for the page of its case. */
function noteWords({ what, days, to, reason, by }: TimeNote): string {
  switch (what) {
    case 'moved':
      return `Moved ${movedBy(days)}: ${reason}.`;
    case 'extended':
      return `${by.name} gave more time until ${date(to)}: ${reason}`;
    case 'stopped':
      return `${by.name} stopped it until ${date(to)}: ${reason}`;
    case 'wentOn':
      return reason ? `${by.name} let it go on: ${reason}` : 'It went on when its stop was over.';
    case 'asked':
      return `${by.name} asked for time until ${date(to)}: ${reason}`;
    case 'refused':
      return `${by.name} gave no more time: ${reason}`;
  }
}

/** What happened to the time of a clock, for the page of its case; nothing where nothing did. `hidden`: to those who may not know who holds it. */
export function timeOf(facts: Pick<Timed, 'timeNotes'>, clock: Clock, hidden = false): { time?: string } {
  const notes = notesOn(facts, clock).filter((n) => !hidden || n.what === 'moved');
  const time = notes.map((note) => noteWords(note).replace(/[^.!?…]$/u, '$&.')).join(' ');
  return time ? { time } : {};
}
