import type { SetCall } from '#casework';
import {
  callOf,
  callsFrom,
  lastDayOf,
  MOST_GRACE_DAYS,
  roundName,
  type Day,
  type Refusal,
  type RoundCall,
} from '#domain';
import { dateTyped, one, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { capital } from '../request/case-words.js';
import { datePartsOf } from '../request/details.form.js';
import { callSentence } from './call-words.js';

/** How many calls are shown ahead: two years of them. */
const AHEAD = 4;
const LIST = { text: 'Calls of the rounds', href: paths.adminRounds() };
const HOME = { text: 'Your work', href: '/' };
const grace = ({ graceDays }: RoundCall): string => (graceDays ? `${graceDays} days` : 'None');

/** The calls that come, for an administrator. */
export const callsContext = (set: readonly SetCall[], today: Day) => ({
  title: 'Calls of the rounds',
  lead: callSentence('ordinary', today, set),
  breadcrumbs: [HOME, { text: LIST.text }],
  table: {
    caption: 'The calls from today on',
    columns: [
      { key: 'round', text: 'Round' },
      { key: 'opens', text: 'Opens' },
      { key: 'closes', text: 'Closes' },
      { key: 'grace', text: 'Grace' },
      { key: 'by', text: 'Set by' },
    ],
    rows: callsFrom(today, set, AHEAD).map((call) => ({
      round: { text: capital(roundName(call.round)), href: paths.adminRound(call.round) },
      opens: new Date(call.opens),
      closes: new Date(call.closes),
      grace: grace(call),
      by: set.find((s) => s.round === call.round)?.setName ?? 'Nobody; the usual days',
    })),
  },
});

interface CallInput {
  versions: readonly [SetCall, ...SetCall[]];
  set: readonly SetCall[];
  today: Day;
  form: Form | null;
  refusal?: Refusal;
}

function fieldsOf({ versions: [now], form, refusal }: CallInput) {
  const at = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  const day = (name: 'opens' | 'closes', label: string, hint: string) => ({
    kind: 'date',
    name,
    label,
    hint,
    value: datePartsOf(form ? dateTyped(form, name) : now[name]),
    error: at(name),
  });
  return [
    { kind: 'hidden', name: 'after', value: String(refusal?.revision ?? now.version) },
    day('opens', 'First day of the call', 'A request that is submitted before belongs to this round already.'),
    day('closes', 'Last day of the call', 'Until the end of this day, in UTC.'),
    {
      kind: 'number',
      name: 'graceDays',
      label: 'Days of grace',
      hint: `Days after the last one on which a request still counts, and is marked as late. From 0 to ${MOST_GRACE_DAYS}.`,
      suffix: 'days',
      width: 3,
      value: form ? one(form, 'graceDays') : String(now.graceDays),
      error: at('graceDays'),
    },
  ];
}

/** The call of one round with its form, and with everything that was set before. */
export function callContext(input: CallInput) {
  const [now] = input.versions;
  const call = callOf(now.round, input.set);
  const kept = input.versions.filter((v) => v.version > 0);
  const over = lastDayOf(call) < input.today;
  return {
    title: `Call for the ${roundName(now.round)}`,
    breadcrumbs: [HOME, LIST, { text: capital(roundName(now.round)) }],
    lead: over
      ? 'This call is over. Its days stay as they were.'
      : 'Requests that were submitted keep the round that they were given. New days hold for what is submitted from now on.',
    over,
    action: paths.adminRound(now.round),
    meeting: paths.panelDate(now.round),
    fields: fieldsOf(input),
    ...(input.refusal ? { errors: errorsOf(input.refusal) } : {}),
    table: {
      caption: 'What was set for this call, the newest first',
      columns: [
        { key: 'version', text: 'Entry' },
        { key: 'opens', text: 'Opens' },
        { key: 'closes', text: 'Closes' },
        { key: 'grace', text: 'Grace' },
        { key: 'by', text: 'Set by' },
        { key: 'on', text: 'On' },
      ],
      rows: kept.map((v) => ({
        version: String(v.version),
        opens: new Date(v.opens),
        closes: new Date(v.closes),
        grace: grace(v),
        by: v.setName ?? '',
        on: v.setAt,
      })),
    },
  };
}
