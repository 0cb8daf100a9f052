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

const SAID: Schema = object({
  at: instant,
  position: choice(POSITIONS),
  text,
  conditions: list(text),
  requestVersion: number,
});

/** Those who are asked for advice. */
export const CONSULTATION_SCHEMAS = {
  AskedQuestion: object(
    {
      opened: yes,
      name: text,
      organisation: text,
      language: text,
      dueOn: { ...maybe(day), description: 'Null where the time for it is over; an answer is then marked as late' },
      expiresAt: instant,
      question: { ...text, description: 'This and what follows are there once the question was opened' },
      askedAgain: list(object({ at: instant, reason: text })),
      extended: list(object({ until: day, reason: text })),
      earlier: list(SAID),
      request: object({
        version: number,
        countries: list(text),
        content: to('RequestContent'),
        questions: list(object({})),
        documents: list(object({ id: text, name: text, type: text, size: number, section: number })),
      }),
    },
    { required: ['opened', 'name', 'organisation', 'language', 'dueOn', 'expiresAt'] },
  ),
  AnsweredQuestion: whole({ answered: yes, position: choice(POSITIONS), requestVersion: number }),
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
      stands: {
        ...maybe(whole({ by: text, at: instant, reason: text, requestVersion: number })),
        description: 'That advice on an earlier version was let stand for this one',
      },
      unreached: maybe(object({ at: instant, problem: text })),
    }),
  ),
};
