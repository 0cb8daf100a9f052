import { choice, day, instant, list, maybe, number, text, whole } from './schema-parts.js';

const holiday = whole({
  station: { ...text, description: 'ISO code of the country, or UN for every duty station' },
  day,
  name: text,
  source: choice(['package', 'office']),
  addedAt: instant,
  addedBy: text,
  removedAt: maybe(instant),
  removedBy: maybe(text),
});

/** What the calls about holidays answer. */
export const HOLIDAY_SCHEMAS = {
  HolidayList: whole({ station: text, year: number, weekend: list(number), zone: maybe(text), items: list(holiday) }),
  HolidayPreview: whole({
    clocks: number,
    requests: number,
    posts: number,
    moves: list(whole({ group: text, days: number, clocks: number })),
    cases: list(whole({ ref: text, days: number })),
  }),
  HolidayChange: whole({ id: { ...number, description: 'The number of the change' }, cases: number }),
};
