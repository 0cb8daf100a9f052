import { isRcSide, type Role } from '../people/roles.js';
import { dayIn, MONDAY_TO_FRIDAY, type Day, type Instant, type WorkCalendar } from './working-days.js';

/** A duty station, by the country in whose calendar it works: ISO 3166-1 alpha-3. */
export type Station = string;
/** Where OHCHR’s own people work, unless it is known that they sit elsewhere. */
export const GENEVA: Station = 'CHE';
/** Under this name stand the holidays that every duty station keeps. */
export const ALL_STATIONS = 'UN';

export interface Holiday {
  /** A duty station, or `UN` for all of them. */
  station: Station;
  day: Day;
  name: string;
}
/** For whom a day is counted. */
export interface Held {
  holder: Role;
  personId?: string | null | undefined;
  region?: string | null | undefined;
  /** The office that is asked, by its code. */
  office?: string | null | undefined;
}
/** Where a case is at home. */
export interface Home {
  /** The country whose office writes it or hosts the post; null where none does. */
  country: Station | null;
  regions: readonly string[];
}

/** The calendars of all duty stations, as they are known at one moment, and who counts in which. */
export interface Calendars {
  /** Grows with each change of holidays: two with one number say the same. */
  version: number;
  /** The calendar of a duty station; of Geneva where none is named. */
  of(station: Station | null | undefined): WorkCalendar;
  /** In whose calendar somebody counts: where they sit. */
  stationFor(held: Held, home: Home): Station;
  /** What is kept on a day at a duty station; null where it is no holiday. */
  holidayOn(station: Station, day: Day): string | null;
}

export interface CalendarSource {
  version?: number;
  holidays?: readonly Holiday[];
  /** Days off in the week by country, where they are not Saturday and Sunday. */
  weekends?: Readonly<Record<Station, readonly number[]>>;
  /** Where somebody sits who sits neither in Geneva nor in the country of the case: by region for its team, by code for an office, by id for a person, or by role. */
  seats?: Readonly<Record<string, Station>>;
  zoneOf?: (country: string) => string | null;
}

/** The holidays of one station: its own, and those that all keep. */
class Kept {
  constructor(
    private readonly own: ReadonlyMap<Day, string>,
    private readonly shared: ReadonlyMap<Day, string>,
  ) {}
  get size(): number {
    return this.own.size + this.shared.size;
  }
  has = (day: Day): boolean => this.own.has(day) || this.shared.has(day);
  name = (day: Day): string | null => this.shared.get(day) ?? this.own.get(day) ?? null;
}
const NONE: ReadonlyMap<Day, string> = new Map();

/** In the office of the country: whoever asks, whoever endorses, and the adviser who serves there. */
const atHome = (role: Role): boolean => isRcSide(role) || role === 'adviser' || role === 'endorser';

function stationFor(seats: Readonly<Record<string, Station>>, held: Held, { country, regions }: Home): Station {
  const seat = (name: string | null | undefined): Station | undefined =>
    name && Object.hasOwn(seats, name) ? seats[name] : undefined;
  const team = seat(held.region ?? regions[0]);
  const own = seat(held.personId) ?? seat(held.office);
  if (own) return own;
  if (atHome(held.holder)) return country ?? team ?? GENEVA;
  if (held.holder === 'regionalTeam' || held.holder === 'regionalOffice') return team ?? GENEVA;
  return seat(held.holder) ?? GENEVA;
}

/** Makes the calendars of all duty stations from what is known of them; each is put together when it is first asked for. */
export function calendarsOf(source: CalendarSource = {}): Calendars {
  const { holidays = [], weekends = {}, seats = {}, zoneOf = () => null, version = 0 } = source;
  const kept = new Map<Station, Map<Day, string>>();
  for (const { station, day, name } of holidays) {
    const days = kept.get(station) ?? new Map<Day, string>();
    kept.set(station, days.set(day, name));
  }
  const shared = kept.get(ALL_STATIONS) ?? NONE;
  const made = new Map<Station, WorkCalendar & { holidays: Kept }>();
  const of = (station: Station | null | undefined) => {
    const at = station ?? GENEVA;
    const known = made.get(at);
    if (known) return known;
    const weekend = (Object.hasOwn(weekends, at) ? weekends[at] : null) ?? MONDAY_TO_FRIDAY.weekend;
    const calendar = { weekend, holidays: new Kept(kept.get(at) ?? NONE, shared), zone: zoneOf(at) };
    made.set(at, calendar);
    return calendar;
  };
  return {
    version,
    of,
    stationFor: (held, home) => stationFor(seats, held, home),
    holidayOn: (station, day) => of(station).holidays.name(day),
  };
}

/** The same calendar for everybody. */
export const oneCalendar = (calendar: WorkCalendar): Calendars => ({
  ...calendarsOf(),
  of: () => calendar,
  holidayOn: () => null,
});

/** The day that it is at an instant where a calendar counts. */
export const dayUnder = ({ zone = null }: WorkCalendar, at: Instant): Day => dayIn(zone, at);
