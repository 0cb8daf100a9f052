import { day, instant, list, maybe, number, text, whole, type Schema } from './schema-parts.js';

const said = { id: text, text, by: text, at: instant };

/** What the calls about those who write and sign a request give. */
export const COMMENT_SCHEMAS: Record<string, Schema> = {
  Comments: whole({
    items: list(
      whole({
        ...said,
        question: text,
        section: maybe(number),
        answers: list(whole(said)),
        resolved: maybe(whole({ by: text, at: instant })),
      }),
    ),
    present: list(whole({ name: text, section: number })),
  }),
  Delegations: whole({
    zone: text,
    items: list(whole({ id: text, person: text, from: day, until: day })),
    people: list(whole({ id: text, name: text, title: text })),
  }),
  DelegationsGiven: whole({ items: list(whole({ id: text, person: text, from: day, until: day })) }),
  Coordinators: whole({
    items: list(whole({ id: text, person: text, email: text, countries: list(text), from: day, until: maybe(day) })),
  }),
  CommentKept: whole({ id: text }),
};
