import {
  callOn,
  callsFrom,
  lastDayOf,
  roundAfter,
  roundName,
  type Day,
  type RequestFacts,
  type RoundCall,
  type Track,
} from '#domain';
import { capital } from '../request/case-words.js';
import { date } from '../shell/words.js';

type Calls = readonly RoundCall[];
const named = (round: string): string => `the ${roundName(round)}`;

/** The grace of a call, in a sentence of its own; nothing where it has none. */
const graceOf = (call: RoundCall): string =>
  call.graceDays ? ` What is submitted by ${date(lastDayOf(call))} still counts, and is marked as late.` : '';

/** Where a request that is not submitted yet stands with the calls, in a sentence or two. */
export function callSentence(track: Track, today: Day, set: Calls): string {
  const { call, late } = callOn(today, set);
  if (track === 'urgent')
    return 'An urgent request waits for no call. It can be submitted at any time, with its reason.';
  if (late)
    return `The call for ${named(call.round)} closed on ${date(call.closes)}. A request that is submitted by ${date(lastDayOf(call))} still counts for it, and is marked as late; after that it belongs to ${named(roundAfter(call.round))}.`;
  if (today < call.opens)
    return `The next call, for ${named(call.round)}, opens on ${date(call.opens)} and closes on ${date(call.closes)}. You can submit before it opens: the request is checked at once, and belongs to that round.`;
  return `The call for ${named(call.round)} is open until ${date(call.closes)}.${graceOf(call)}`;
}

/** The next days of the calls, for a list of dates. Urgent requests have none. */
export function callDates(track: Track, today: Day, set: Calls): { at: Day; text: string }[] {
  if (track === 'urgent') return [];
  const [call, next] = callsFrom(today, set, 2) as [RoundCall, RoundCall];
  return [
    { at: call.opens, text: `Call for ${named(call.round)} opens` },
    { at: call.closes, text: `Call for ${named(call.round)} closes` },
    ...(call.graceDays ? [{ at: lastDayOf(call), text: 'Last day on which a late request counts' }] : []),
    ...(today > call.closes ? [{ at: next.opens, text: `Call for ${named(next.round)} opens` }] : []),
  ].filter(({ at }) => at >= today);
}

/** The next day that matters to who writes a request, in a few words. */
export function dueWhileWriting(
  { clocks, summary, version }: Pick<RequestFacts, 'clocks' | 'summary' | 'version'>,
  today: Day,
  set: Calls,
): string {
  const due = clocks.find((c) => c.group === 'returned' || c.group === 'clarification');
  if (due) return `Due back by ${date(due.dueOn)}`;
  if (version > 0 || summary.track === 'urgent') return '';
  const { call, late } = callOn(today, set);
  if (late) return `Late requests count until ${date(lastDayOf(call))}`;
  return today < call.opens ? `Call opens on ${date(call.opens)}` : `Call closes on ${date(call.closes)}`;
}

/** The round of a submitted request, and whether it came on the days of grace. */
export const roundOfRequest = (round: string, inGrace: boolean): string =>
  `${capital(roundName(round))}${inGrace ? ', submitted on the days of grace' : ''}`;
