import { ROLES, type Calendars, type Role } from '#domain';

const WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const list = new Intl.ListFormat('en');

/** When people work at a duty station: "Off on Friday and Saturday, time of Asia/Amman". */
export function workWeek(station: string, calendars: Calendars): string {
  const { weekend, zone } = calendars.of(station);
  const off = list.format([...weekend].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7)).map((day) => WEEK[day]!));
  return `Off on ${off}; time of ${zone ? zone.replaceAll('_', ' ') : 'UTC'}`;
}

/** In which calendar the clocks of a person count, a line for each thing that they do. */
export const ownCalendars = (
  own: readonly { role: Role; station: string }[],
  names: { calendars: Calendars; countryName: (code: string) => string },
) =>
  own.map(({ role, station }) => ({
    label: ROLES[role],
    lines: [names.countryName(station), workWeek(station, names.calendars)],
  }));
