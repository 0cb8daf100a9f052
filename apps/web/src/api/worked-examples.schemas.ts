import { CRITERIA } from '#domain';
import { instant, list, maybe, number, text, to, whole, type Schema } from './schema-parts.js';

const FIGURE = whole({ exact: text, rounded: text });
const byCriterion = (schema: Schema): Schema => whole(Object.fromEntries(CRITERIA.map((key) => [key, schema])));
const sheet = byCriterion(whole({ score: maybe(number), reason: text }));

/** What the API says of worked examples. */
export const EXAMPLE_SCHEMAS: Record<string, Schema> = {
  WorkedExample: whole({
    id: text,
    title: text,
    setting: text,
    texts: byCriterion(text),
    writtenBy: text,
    writtenAt: instant,
    retiredAt: maybe(instant),
    agreed: maybe(sheet),
    taken: maybe(whole({ at: instant, scores: sheet })),
    compared: maybe(
      whole({
        criteria: list(whole({ key: text, own: maybe(number), agreed: maybe(number), difference: maybe(number) })),
        same: number,
        near: number,
        far: number,
        own: maybe(FIGURE),
        agreed: maybe(FIGURE),
      }),
    ),
  }),
  WorkedExamples: whole({ round: text, items: list(to('WorkedExample')) }),
};
