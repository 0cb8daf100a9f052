import { COUNTRY_DATES, HOLDING_PARTIES, REQUEST_TYPES, STATE_NAMES } from '#domain';
import { choice, day, instant, list, maybe, number, ref, text, whole, type Schema } from './schema-parts.js';

/** What the API says of a country, and of a request that was begun from another. */
export const COUNTRY_SCHEMAS: Record<string, Schema> = {
  Standing: whole({
    ref,
    state: choice(STATE_NAMES),
    since: instant,
    sentence: text,
    with: list(
      whole({ clock: text, who: text, what: text, since: text, due: text, time: text, away: text, nudged: text }),
    ),
    canNudge: list(whole({ clock: text, who: text, from: maybe(instant) })),
    held: list(whole({ party: choice(Object.keys(HOLDING_PARTIES)), workingDays: number })),
  }),
  Copied: whole({ ref, basedOn: whole({ ref, version: number, as: text }) }),
  Country: whole({
    country: text,
    dates: list(
      whole({
        id: text,
        kind: choice(Object.keys(COUNTRY_DATES)),
        title: text,
        from: day,
        until: maybe(day),
        source: text,
        enteredBy: text,
        enteredAt: instant,
      }),
    ),
    listed: list(whole({ listedAs: text, years: list(number), source: text })),
    neighbours: list(
      whole({ code: text, listed: { ...maybe(number), description: 'The last year in which a report lists a post' } }),
    ),
    regionalOffices: list(whole({ code: text, name: text })),
    posts: list(whole({ ref: text, title: text, adviser: maybe(text), endsOn: maybe(day) })),
    requests: list(whole({ ref, state: choice(STATE_NAMES), type: choice(Object.keys(REQUEST_TYPES)) })),
  }),
};
