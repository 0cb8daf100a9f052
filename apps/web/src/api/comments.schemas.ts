import { choice, day, instant, list, maybe, number, type Schema, text, whole, yes } from './schema-parts.js';

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
    items: list(
      whole({
        id: text,
        person: text,
        email: text,
        countries: list(text),
        from: day,
        until: maybe(day),
        open: { ...number, description: 'Open requests: so many mails go to whoever follows' },
        held: { ...yes, description: 'Those mails wait until an administrator lets them go' },
        ahead: { ...yes, description: 'It has not begun, and can be taken back' },
      }),
    ),
  }),
  CommentKept: whole({ id: text }),
};

const SIGNATURE: Schema = whole({
  countries: list(text),
  by: text,
  actingFor: maybe(text),
  at: instant,
  text: { type: 'string', description: 'By what the text that was signed is told from another' },
  void: maybe(
    whole({
      at: instant,
      by: text,
      why: choice(['changed', 'countries', 'takenBack']),
      what: list(text),
      reason: maybe(text),
    }),
  ),
});
const SIGNED = {
  lead: list(text),
  unsigned: list(text),
  signatures: list(SIGNATURE),
  left: list(whole({ country: text, by: text, at: instant, reason: text })),
};
/** Who signs a request of several countries, and who an option that was offered for several. */
export const SIGNING: Record<string, Schema> = {
  together: maybe(whole({ ...SIGNED, complete: yes })),
  offerSigning: {
    ...maybe(whole({ ...SIGNED, countries: list(text), open: yes })),
    description: 'The signatures of a regional option that was offered for countries of several coordinators',
  },
};
