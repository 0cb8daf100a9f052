import type { HolidayPreview, KeptHoliday } from '#casework';
import { ALL_STATIONS, GENEVA, type Day, type HolidayChanged, type Refusal } from '#domain';
import { datePartsOf } from '../request/details.form.js';
import { plural, type Names } from '../request/case-words.js';
import { clockName, movedBy } from '../request/timing-words.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';

const HOME = { text: 'Your work', href: '/' };
/** A day that moves is seen on its case and in calendars; it is no mail. Programs are told what they ask for. */
export function toldOfMoves({ webhooks, tellings }: Pick<HolidayPreview, 'webhooks' | 'tellings'>): string {
  const nobody = 'Nobody is written to when this is saved.';
  if (!tellings) return nobody;
  const who = webhooks === 1 ? 'One webhook' : `${words(webhooks, true)} webhooks`;
  const often = tellings === 1 ? 'once' : `${words(tellings)} times at most`;
  return `${nobody} ${who} of programs ${webhooks === 1 ? 'is' : 'are'} told of it, ${often}.`;
}
export type StationNames = Pick<Names, 'countryName'> & {
  allCountries: () => { code: string; names: { en: string } }[];
};

/** What people call a duty station, by the country in whose calendar it works. */
export const stationName = (station: string, names: Pick<Names, 'countryName'>): string =>
  station === ALL_STATIONS ? 'Every duty station' : names.countryName(station);

/** Duty stations to choose from, by country; the first is all of them. */
export const stationsOf = (names: StationNames) => [
  { value: ALL_STATIONS, text: 'Every duty station' },
  ...names
    .allCountries()
    .map(({ code, names: { en } }) => ({ value: code, text: code === GENEVA ? `${en} (Geneva)` : en })),
];

export interface ListInput {
  kept: readonly KeptHoliday[];
  station: string;
  year: number;
  names: StationNames;
  today: Day;
  /** The form as it was sent, with what is wrong with it. */
  typed?: HolidayChanged & { refusal: Refusal; parts: Parameters<typeof datePartsOf>[0] };
}

const entered = (h: KeptHoliday): string =>
  h.removedBy
    ? `Taken away by ${h.removedBy}, ${date(h.removedAt!)}`
    : h.source === 'package'
      ? 'From the list of public holidays'
      : `Entered by ${h.addedBy}, ${date(h.addedAt)}`;

function addFields({ station, typed, names }: ListInput) {
  const at = (path: string) => typed?.refusal.fields?.find((f) => f.path === path)?.message;
  return [
    { kind: 'hidden', name: 'what', value: 'added' },
    {
      kind: 'select',
      name: 'station',
      label: 'Where',
      options: stationsOf(names),
      value: typed?.station ?? station,
      error: at('station'),
    },
    {
      kind: 'date',
      name: 'day',
      label: 'Which day',
      hint: 'For example, 3 5 2027',
      value: datePartsOf(typed?.parts ?? ''),
      error: at('day'),
    },
    { kind: 'text', name: 'name', label: 'What is kept on it', width: 20, value: typed?.name ?? '', error: at('name') },
  ];
}

const tableOf = ({ kept, names, year }: ListInput, place: string) => ({
  caption: `Holidays of ${year}: ${place}`,
  columns: [
    { key: 'day', text: 'Day' },
    { key: 'name', text: 'Holiday' },
    { key: 'where', text: 'Where' },
    { key: 'from', text: 'From' },
    { key: 'act', text: 'Change' },
  ],
  rows: kept.map((h) => ({
    day: new Date(h.day),
    name: h.name,
    where: stationName(h.station, names),
    from: entered(h),
    act: h.removedBy
      ? ''
      : {
          text: 'Take away',
          href: paths.adminHolidayChange({ what: 'removed', station: h.station, day: h.day, name: h.name }),
        },
  })),
});

/** The holidays of a duty station in a year, with the form that adds one. */
export function holidaysContext(input: ListInput) {
  const { station, year, names, typed } = input;
  const place = stationName(station, names);
  return {
    title: 'Holidays of duty stations',
    lead: 'Working days are counted where the holder of a clock works: the country’s for its offices and advisers, Geneva’s for OHCHR, that of its own office for a regional team. Weekends are those of the country.',
    breadcrumbs: [HOME, { text: 'Holidays of duty stations' }],
    ...(typed ? { errors: errorsOf(typed.refusal) } : {}),
    filter: {
      action: paths.adminHolidays(),
      fields: [
        { kind: 'select', name: 'at', label: 'Duty station', quiet: true, options: stationsOf(names), value: station },
        { kind: 'number', name: 'year', label: 'Year', quiet: true, width: 4, value: String(year) },
      ],
      hidden: [],
      active: [],
      count: `${words(input.kept.filter((h) => !h.removedBy).length, true)} ${plural(input.kept.filter((h) => !h.removedBy).length, 'holiday', 'holidays')} in ${year}.`,
    },
    table: tableOf(input, place),
    action: paths.adminHolidayPreview(),
    fields: addFields(input),
  };
}

type Moving = Omit<HolidayPreview, 'cases'>;
/** How many clocks move by how much, by what they are the time for. */
export const movesTable = ({ moves }: Pick<Moving, 'moves'>) => ({
  caption: 'What moves',
  columns: [
    { key: 'what', text: 'Time for' },
    { key: 'by', text: 'Moves' },
    { key: 'clocks', text: 'Clocks', numeric: true },
  ],
  rows: moves.map((m) => ({ what: clockName(m.group), by: movedBy(m.days), clocks: String(m.clocks) })),
});

/** So many requests and posts. */
export const casesWords = ({ requests, posts }: Pick<Moving, 'requests' | 'posts'>): string =>
  [
    requests ? `${words(requests)} ${plural(requests, 'request', 'requests')}` : '',
    posts ? `${words(posts)} ${plural(posts, 'post', 'posts')}` : '',
  ]
    .filter(Boolean)
    .join(' and ');

function movesSentence(moving: Moving): string {
  const { clocks, requests, posts } = moving;
  if (!clocks) return 'No clock that runs now counts over this day, so no due date moves.';
  return `${words(clocks, true)} ${plural(clocks, 'clock', 'clocks')} of ${casesWords({ requests, posts })} ${plural(clocks, 'moves', 'move')}. Each case says so on its page and in its record, and reminders follow the new days. ${toldOfMoves(moving)}`;
}

/** What a change would do, before it is made. */
export function changeContext(change: HolidayChanged, preview: HolidayPreview, names: Pick<Names, 'countryName'>) {
  const { what, station, day, name } = change;
  const added = what === 'added';
  const back = paths.adminHolidays(station, day);
  return {
    title: added ? 'Add a holiday' : 'Take a holiday away',
    breadcrumbs: [HOME, { text: 'Holidays of duty stations', href: back }, { text: added ? 'Add' : 'Take away' }],
    facts: [
      { label: 'Where', value: stationName(station, names) },
      { label: 'Day', value: date(day) },
      { label: 'Holiday', value: name },
    ],
    sentence: movesSentence(preview),
    table: movesTable(preview),
    cases: preview.cases.map((c) => ({
      text: `${c.ref}: ${movedBy(c.days)}`,
      href: c.ref.startsWith('DEP') ? paths.deployment(c.ref) : paths.request(c.ref),
    })),
    hidden: Object.entries({ what, station, day, name }).map(([key, value]) => ({ kind: 'hidden', name: key, value })),
    action: paths.adminHolidays(),
    save: added ? 'Add this holiday' : 'Take it away',
    back,
  };
}
