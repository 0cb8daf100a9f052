import type { PanelDate, WouldTell } from '#casework';
import { localTime, readsPanel, roundName, setsPanelDate, ZONES, type Actor, type Refusal } from '#domain';
import { capital } from '../request/case-words.js';
import { datePartsOf } from '../request/details.form.js';
import { dateTyped, one, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { holdField, writesTo, type MailPace } from '../delivery/storm-words.js';
import { paths } from '../shell/paths.js';
import { date, dateTime } from '../shell/words.js';

interface DateInput {
  me: Actor;
  versions: [PanelDate, ...PanelDate[]];
  /** Whom it would write to; null for who does not set it. */
  tells: WouldTell | null;
  pace: MailPace;
  form: Form | null;
  refusal?: Refusal;
}

const two = (n: number): string => String(n).padStart(2, '0');
const there = (at: Date, zone: string) => localTime(zone, at.toISOString());
const timeOf = (at: Date, zone: string): string => {
  const { hour, minute } = there(at, zone);
  return `${two(hour)}:${two(minute)}`;
};
/** By the clocks of where it was set, and in UTC. */
const whenOf = ({ startsAt, zone }: PanelDate): string =>
  startsAt === null
    ? 'No date'
    : `${date(there(startsAt, zone).day)}, ${timeOf(startsAt, zone)} in ${zone.replaceAll('_', ' ')}${zone === 'UTC' ? '' : ` (${dateTime(startsAt)})`}`;

type Kept = (name: string, value: string) => string;
type At = (path: string) => string | undefined;

/** When it begins. */
function startFields({ versions: [now], form }: DateInput, kept: Kept, at: At) {
  const { startsAt, zone } = now;
  const day = startsAt ? datePartsOf(there(startsAt, zone).day) : { day: '', month: '', year: '' };
  return [
    { kind: 'date', name: 'day', label: 'Day', value: form ? dateTyped(form, 'day') : day, error: at('day') },
    {
      kind: 'text',
      name: 'time',
      label: 'Time',
      hint: 'Such as 14:30.',
      width: 5,
      value: kept('time', startsAt ? timeOf(startsAt, zone) : ''),
      error: at('time'),
    },
    {
      kind: 'select',
      name: 'zone',
      label: 'Time zone',
      hint: 'Each invitation says the time in the zone of its reader.',
      options: ZONES.map((value) => ({ value, text: value.replaceAll('_', ' ') })),
      value: kept('zone', zone),
      error: at('zone'),
    },
  ];
}

function fieldsOf(input: DateInput) {
  const { versions, form, refusal } = input;
  const [now] = versions;
  const at: At = (path) => refusal?.fields?.find((f) => f.path === path)?.message;
  const kept: Kept = (name, value) => (form ? one(form, name) : value);
  const minutes = kept('minutes', String(now.minutes));
  return [
    { kind: 'hidden', name: 'after', value: String(refusal?.revision ?? now.version) },
    ...startFields(input, kept, at),
    {
      kind: 'number',
      name: 'minutes',
      label: 'How long',
      suffix: 'minutes',
      width: 3,
      value: minutes,
      error: at('minutes'),
    },
    {
      kind: 'text',
      name: 'place',
      label: 'Where',
      optional: true,
      hint: 'A room, or the address of a call.',
      value: kept('place', now.place),
      error: at('place'),
    },
  ];
}

/** Whom it writes to, before it is saved, and whether their mails are held. */
function tellsOf({ tells, pace, versions: [now], form }: DateInput) {
  if (!tells) return {};
  const off = now.startsAt && tells.off !== tells.set ? `Taking the date away: ${writesTo(tells.off, pace)}` : '';
  const lines = [writesTo(tells.set, pace), off].filter(Boolean);
  return tells.set || tells.off ? { hold: holdField(lines.join(' '), form ?? {}) } : { tells: lines };
}

/** When a panel meets, with its form for who sets it and with everything that was set before. */
export function dateContext(input: DateInput) {
  const { me, versions, refusal } = input;
  const [now] = versions;
  const sets = setsPanelDate(me);
  return {
    title: `When the panel of the ${roundName(now.round)} meets`,
    lead: now.startsAt
      ? `${whenOf(now)}, for ${now.minutes} minutes.${now.place ? ` ${now.place}` : ''}`
      : now.version
        ? 'The date was taken away. Everybody who was invited was told.'
        : 'No date is set yet.',
    breadcrumbs: [
      { text: 'Your work', href: '/' },
      ...(readsPanel(me) ? [{ text: capital(roundName(now.round)), href: paths.panelRound(now.round) }] : []),
      { text: 'When the panel meets' },
    ],
    sets,
    isSet: now.startsAt !== null,
    action: paths.panelDate(now.round),
    fields: sets ? fieldsOf(input) : [],
    ...tellsOf(input),
    ...(refusal ? { errors: errorsOf(refusal) } : {}),
    table: {
      caption: 'What was set for this panel, the newest first',
      columns: [
        { key: 'when', text: 'When' },
        { key: 'place', text: 'Where' },
        { key: 'by', text: 'Set by' },
        { key: 'on', text: 'On' },
      ],
      rows: versions
        .filter((v) => v.version > 0)
        .map((v) => ({ when: whenOf(v), place: v.startsAt ? v.place : '', by: v.setName ?? '', on: v.setAt })),
    },
  };
}
