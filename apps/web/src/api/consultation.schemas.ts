import { PARTY_STATES } from '#casework';
import { POSITIONS } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  object,
  page,
  text,
  to,
  whole,
  yes,
  type Schema,
} from './schema-parts.js';

const ADVICE: Schema = object({
  position: choice(POSITIONS),
  text,
  conditions: list(text),
  late: yes,
  requestVersion: number,
  at: instant,
  by: text,
  option: to('AttachedOption'),
});

/** Those who are asked for advice. */
export const CONSULTATION_SCHEMAS = {
  Consultation: page(
    object({
      from: { type: 'string', description: 'The key of the party, such as regionalTeam:esa or consultee:1' },
      name: text,
      role: text,
      region: maybe(text),
      office: maybe(text),
      named: object({ name: text, organisation: text, question: text }),
      email: { type: 'string', description: 'Of somebody who is asked by name; read by OHCHR only' },
      state: text,
      standing: choice(PARTY_STATES),
      since: maybe(instant),
      readBy: maybe(text),
      dueOn: maybe(day),
      latestDay: { ...maybe(day), description: 'The last day that can be given' },
      extended: list(whole({ by: text, at: instant, from: day, until: day, reason: text })),
      askedAgain: list(object({ by: text, at: instant, reason: text, requestVersion: number, advice: maybe(ADVICE) })),
      advice: maybe(ADVICE),
      unreached: maybe(object({ at: instant, problem: text })),
    }),
  ),
};
