import { choice, day, instant, list, maybe, number, text, whole, yes } from './schema-parts.js';

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

const seat = whole({
  holder: text,
  kind: choice(['team', 'office', 'role', 'person']),
  name: text,
  station: {
    ...maybe(text),
    description: 'ISO code of the country where they sit; null where they sit where each of their roles does',
  },
  setAt: maybe(instant),
  setBy: maybe(text),
});
/** What a change of the calendars would do. */
const moved = {
  clocks: number,
  requests: number,
  posts: number,
  webhooks: { ...number, description: 'How many webhooks of programs would be told of at least one case' },
  tellings: { ...number, description: 'How often they would be told in all, at most' },
  moves: list(whole({ group: text, days: number, clocks: number })),
};

/** What the calls about holidays, and about where people sit, answer. */
export const HOLIDAY_SCHEMAS = {
  HolidayList: whole({ station: text, year: number, weekend: list(number), zone: maybe(text), items: list(holiday) }),
  HolidayPreview: whole({
    ...moved,
    cases: list(whole({ ref: text, days: number })),
  }),
  SeatList: whole({
    items: list(seat),
    changes: list(
      whole({ name: text, station: text, what: choice(['seated', 'cleared']), changedAt: instant, changedBy: text }),
    ),
  }),
  OwnSeatList: whole({ items: list(whole({ role: text, station: text, weekend: list(number), zone: maybe(text) })) }),
  SeatPreview: whole({
    ...moved,
    holder: seat,
    station: maybe(text),
    cleared: yes,
  }),
  Times: whole({
    ref: text,
    revision: number,
    items: list(
      whole({
        step: { ...text, description: 'What can be done with it: the `type` of the step' },
        clock: { ...text, description: 'The key of the clock, as the step names it' },
        group: text,
        holder: text,
        dueOn: day,
        stopped: yes,
        askedUntil: maybe(day),
        latest: { ...maybe(day), description: 'The last day that can be given; none while it is stopped' },
      }),
    ),
  }),
  HolidayChange: whole({ id: { ...number, description: 'The number of the change' }, cases: number }),
};
