import { PRESENCE_TYPES, REPORT_REGION_NAMES } from '#casework';
import { choice, day, list, maybe, number, text, whole, yes, type Schema } from './schema-parts.js';

const types = choice(Object.keys(PRESENCE_TYPES));
const regions = choice(Object.values(REPORT_REGION_NAMES));

/** Who was where, as OHCHR's annual reports tell it. */
export const PRESENCE_SCHEMAS: Record<string, Schema> = {
  Presences: whole({
    on: { ...maybe(day), description: 'The day, where one was asked for' },
    year: { ...maybe(number), description: 'The year, where one was asked for' },
    advisers: { type: 'integer', description: 'Advisers in post, whatever their type' },
    counts: list(whole({ type: types, name: text, count: number })),
    items: list(
      whole({
        ref: { type: 'string', examples: ['DEP-2027-001'] },
        region: maybe(regions),
        type: types,
        typeName: text,
        location: { type: 'string', description: 'Under the name of the day' },
        dutyStation: maybe(text),
        countries: list(whole({ code: text, name: text })),
        regions: { ...list(text), description: 'Areas of the regional teams' },
        framework: { type: 'boolean', description: 'Under the framework of the UNDG, later of the UNSDG' },
        from: day,
        until: maybe(day),
        exact: { ...yes, description: 'False: the source knows the year and not the days' },
        marks: { ...list(text), description: 'Of its footnotes' },
      }),
    ),
    footnotes: list(whole({ mark: text, text })),
    notListed: {
      ...list(whole({ ref: text, location: text })),
      description: 'Named by lists before and after, and not for this time: no proof of absence',
    },
    listsOf: { ...list(regions), description: 'Regions for which a list of this time was taken in' },
    published: {
      ...list(whole({ on: day, advisers: number, source: text, link: text })),
      description: 'Figures that OHCHR has published for a day of the year; no count of these items',
    },
  }),
};
