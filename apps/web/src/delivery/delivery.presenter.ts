import type { DeliveryCounts, HoldLine, ParkedMail } from '#casework';
import type { Refusal } from '#domain';
import { one, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { dateTime } from '../shell/words.js';

const HOME = { text: 'Your work', href: '/' };
const LIST = { text: 'Delivery of mail', href: paths.adminDelivery() };
/** Rates that are offered; a program may ask for any. */
const RATES = [20, 60, 300, 1_000];
const MINUTES_OF_A_DAY = 1_440;

/** The name of a notice as words: "adviceWanted" is "Advice wanted". */
export const noticeWords = (name: string): string => {
  const spaced = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
};
const counted = (n: number, one: string, many: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
const mails = (n: number): string => counted(n, 'mail', 'mails');
const people = (n: number): string => counted(n, 'person', 'people');

/** How long so many mails take at a rate, in words. */
export function howLong(count: number, perMinute: number): string {
  const minutes = Math.ceil(count / perMinute);
  if (minutes <= 1) return 'within a minute';
  if (minutes < 120) return `over ${minutes} minutes`;
  return minutes < 2 * MINUTES_OF_A_DAY
    ? `over ${Math.ceil(minutes / 60)} hours`
    : `over ${Math.ceil(minutes / MINUTES_OF_A_DAY)} days`;
}

function standing(hold: HoldLine): string {
  if (hold.decided === null) return 'Waits for you';
  if (hold.decided === 'dropped') return `Dropped by ${hold.decidedName}`;
  const by = `Let go by ${hold.decidedName}, ${hold.perMinute} a minute`;
  return hold.left ? `${by}; ${mails(hold.left)} not sent yet` : by;
}

const STATUS = { refused: 'Refused by the mail server', failed: 'Given up', bounced: 'Came back' } as const;

const parkedRow = (mail: ParkedMail) => ({
  id: mail.id,
  what: noticeWords(mail.notice ?? mail.apart ?? ''),
  to: mail.to,
  writtenAt: mail.writtenAt,
  status: STATUS[mail.status],
  tries: mail.replays ? `${mail.attempts} tries, ${mail.replays} by hand` : counted(mail.attempts, 'try', 'tries'),
  problem: mail.problem,
});

/** What the page of deliveries prints. */
export function deliveryContext(
  counts: DeliveryCounts,
  holds: HoldLine[],
  parked: { items: ParkedMail[]; next: string | null },
  before: string | undefined,
) {
  return {
    title: LIST.text,
    lead: 'Each mail waits in its own line until it is sent: the urgent first, and never two to one person at a time.',
    breadcrumbs: [HOME, { text: LIST.text }],
    figures: [
      { value: counts.waiting.toLocaleString('en'), text: 'on their way' },
      { value: counts.held.toLocaleString('en'), text: 'held for you to decide', alert: counts.held > 0 },
      { value: counts.parked.toLocaleString('en'), text: 'came to nothing', alert: counts.parked > 0 },
    ],
    holds: {
      caption: 'Mails that were held',
      columns: [
        { key: 'made', text: 'Held on' },
        { key: 'mails', text: 'Mails', numeric: true },
        { key: 'people', text: 'People', numeric: true },
        { key: 'standing', text: 'What became of them' },
      ],
      rows: holds.map((hold) => ({
        made: { text: dateTime(hold.madeAt), href: paths.adminHold(hold.id) },
        mails: hold.mails.toLocaleString('en'),
        people: hold.people.toLocaleString('en'),
        standing: standing(hold),
      })),
    },
    parked: parked.items.map(parkedRow),
    all: parked.items.map((mail) => mail.id).join(' '),
    action: paths.adminParked(),
    pager: {
      ...(before ? { first: paths.adminDelivery() } : {}),
      ...(parked.next ? { next: `${paths.adminDelivery()}?before=${parked.next}` } : {}),
    },
  };
}

/** One hold: what would be sent to how many, and over how long at each rate. */
export function holdContext(hold: HoldLine, form: Form | null, refusal?: Refusal) {
  const open = hold.decided === null;
  return {
    title: `${mails(hold.mails)} to ${people(hold.people)}`,
    lead: open
      ? 'None of these was sent: too many came at once, or whoever saved a setting held them. Nothing else waits for them. Let them go over time, or drop them.'
      : `${standing(hold)}.`,
    breadcrumbs: [HOME, LIST, { text: 'Held mails' }],
    open,
    action: paths.adminHold(hold.id),
    field: {
      kind: 'radios',
      name: 'perMinute',
      label: 'How fast they go out',
      hint: 'To each person they go in the order in which they were written. Whether each may still be told is asked again when it is sent.',
      options: RATES.map((rate) => ({
        value: String(rate),
        text: `${rate.toLocaleString('en')} a minute: ${howLong(hold.mails, rate)}`,
      })),
      value: form ? one(form, 'perMinute') : '60',
      error: refusal?.fields?.find((f) => f.path === 'perMinute')?.message,
    },
    ...(refusal ? { errors: errorsOf(refusal) } : {}),
    table: {
      caption: 'What they tell',
      columns: [
        { key: 'notice', text: 'Notice' },
        { key: 'mails', text: 'Mails', numeric: true },
      ],
      rows: hold.notices.map((n) => ({ notice: noticeWords(n.notice), mails: n.mails.toLocaleString('en') })),
    },
  };
}
