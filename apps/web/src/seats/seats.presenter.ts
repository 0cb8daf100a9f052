import type { SeatChange, SeatLine, SeatPreview } from '#casework';
import type { Calendars, Refusal, SeatDraft } from '#domain';
import { casesWords, movesTable, stationsOf, toldOfMoves, type StationNames } from '../holidays/holidays.presenter.js';
import { one, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { date, dateTime, words } from '../shell/words.js';
import { plural } from '../request/case-words.js';
import { workWeek } from './calendar-words.js';

const HOME = { text: 'Your work', href: '/' };
const LIST = 'Where people and offices sit';
const KINDS = {
  team: 'Regional team',
  office: 'OHCHR office',
  role: 'Everybody in this role',
  person: 'This person',
} as const;
/** What stands for somebody whose address is typed, and for where they usually sit. */
const PERSON = 'person';
const USUAL = 'usual';
type Names = StationNames & { calendars: Calendars };

/** What a form says, as it is sent. */
export function seatIn(form: Form): SeatDraft {
  const holder = one(form, 'holder');
  const station = one(form, 'station');
  const was = form['was'] === undefined ? {} : { was: one(form, 'was') };
  return {
    holder: holder === PERSON ? one(form, 'email').trim() : holder,
    station: station === USUAL ? null : station,
    ...was,
  };
}

export interface SeatsInput {
  seats: readonly SeatLine[];
  changes: readonly SeatChange[];
  names: Names;
  form: Form;
  refusal?: Refusal | undefined;
}

const setBy = ({ setAt, setBy: who }: SeatLine): string =>
  setAt ? `Set by ${who}, ${date(setAt, 'short')}` : 'As usual';
const titleOf = ({ kind, name }: SeatLine): string => (kind === 'team' ? `Regional team, ${name}` : name);

const tableOf = ({ seats, names }: SeatsInput) => ({
  caption: 'Who sits where',
  columns: [
    { key: 'who', text: 'Who' },
    { key: 'where', text: 'Sits in' },
    { key: 'from', text: 'Since' },
    { key: 'act', text: 'Change' },
  ],
  rows: seats.map((seat) => ({
    who: { text: titleOf(seat), note: KINDS[seat.kind] },
    where: seat.station && { text: names.countryName(seat.station), note: workWeek(seat.station, names.calendars) },
    from: setBy(seat),
    act: { text: 'Change', href: paths.adminSeatChange({ holder: seat.holder }) },
  })),
});

/** Who it is: somebody of the list, or a person by address. */
function whoFields(seats: readonly SeatLine[], form: Form, error: string | undefined) {
  const holder = one(form, 'holder');
  const typed = holder === PERSON;
  return [
    {
      kind: 'select',
      name: 'holder',
      label: 'Who',
      value: holder,
      error: typed ? undefined : error,
      options: [
        { value: '', text: 'Choose' },
        { value: PERSON, text: 'A person, by address' },
        ...seats.map((seat) => ({ value: seat.holder, text: titleOf(seat) })),
      ],
    },
    {
      kind: 'email',
      name: 'email',
      label: 'Address of the person',
      optional: true,
      hint: 'It counts for what waits for them alone: reviews, and the reports and plans of an adviser.',
      width: 20,
      value: one(form, 'email'),
      error: typed ? error : undefined,
    },
  ];
}

function fieldsOf({ seats, names, form, refusal }: SeatsInput) {
  const at = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  return [
    ...whoFields(seats, form, at('holder')),
    {
      kind: 'select',
      name: 'station',
      label: 'Sits in',
      value: one(form, 'station'),
      error: at('station'),
      options: [
        { value: '', text: 'Choose' },
        { value: USUAL, text: 'Where they usually sit' },
        ...stationsOf(names).slice(1),
      ],
    },
  ];
}

const changesTable = ({ changes, names }: SeatsInput) => ({
  caption: 'Last changes',
  columns: [
    { key: 'when', text: 'When' },
    { key: 'who', text: 'Who sits elsewhere' },
    { key: 'what', text: 'What' },
    { key: 'by', text: 'By' },
  ],
  rows: changes.map((c) => ({
    when: dateTime(c.changedAt),
    who: c.name,
    what:
      c.what === 'seated' ? `Sits in ${names.countryName(c.station)}` : `No longer in ${names.countryName(c.station)}`,
    by: c.changedBy,
  })),
});

/** Who sits where, with the form that changes it and who changed it before. */
export function seatsContext(input: SeatsInput) {
  const { refusal } = input;
  return {
    title: LIST,
    lead: 'Whoever holds a clock has the weekend, the holidays and the time of day of the place where they sit. Offices of a country and advisers sit in that country; OHCHR sits in Geneva unless it is set here.',
    breadcrumbs: [HOME, { text: LIST }],
    ...(refusal ? { errors: errorsOf(refusal, (path) => path) } : {}),
    table: tableOf(input),
    fields: fieldsOf(input),
    action: paths.adminSeatPreview(),
    changes: changesTable(input),
  };
}

/** How many cases are counted anew, and how many due dates move by it: of many only the mornings do. */
function countedSentence(preview: SeatPreview): string {
  const { clocks, requests, posts } = preview;
  const cases = casesWords({ requests, posts });
  const dates = clocks
    ? `${words(clocks, true)} due ${plural(clocks, 'date moves', 'dates move')}`
    : 'No due date moves';
  return `${dates}. Clocks of ${cases} are counted anew, and remind at the hours of the new place. Each case says so on its page and in its record. ${toldOfMoves(preview)}`;
}

/** Where somebody sits, with the week that is worked there. */
function placeWords(station: string | null, names: Names, more = ''): string {
  if (station === null) return 'Where each of their roles sits';
  return `${names.countryName(station)}${more}. ${workWeek(station, names.calendars)}.`;
}

/** What it would do if somebody sat elsewhere, before it is set. */
export function seatContext(draft: SeatDraft, preview: SeatPreview, names: Names) {
  const { holder, station, cleared } = preview;
  const nothing = preview.requests + preview.posts === 0;
  const hidden = { holder: holder.holder, station: draft.station ?? USUAL, was: holder.station ?? '' };
  return {
    title: `${titleOf(holder)}: ${station === null ? 'sits where each role does' : `sits in ${names.countryName(station)}`}`,
    breadcrumbs: [HOME, { text: LIST, href: paths.adminSeats() }, { text: 'Change' }],
    facts: [
      { label: 'Who', value: titleOf(holder) },
      { label: 'Until now', value: placeWords(holder.station, names) },
      { label: 'From now on', value: placeWords(station, names, cleared ? ', as usual' : '') },
    ],
    sentence: nothing
      ? 'No clock that runs now would count elsewhere, so no due date moves. Nobody is written to when this is saved.'
      : countedSentence(preview),
    table: movesTable(preview),
    cases: [],
    hidden: Object.entries(hidden).map(([name, value]) => ({ kind: 'hidden', name, value })),
    action: paths.adminSeats(),
    save: 'Save where they sit',
    back: paths.adminSeats(),
  };
}
