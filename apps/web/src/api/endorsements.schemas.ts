import { ENDORSER_STANDINGS } from '#casework';
import { CONTRIBUTION_KINDS, LANGUAGES } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  object,
  revision,
  text,
  whole,
  yes,
  type Schema,
} from './schema-parts.js';

const kinds = Object.keys(CONTRIBUTION_KINDS);
const amount: Schema = { type: 'number' };
const ANSWER = object({
  at: instant,
  position: choice(['endorses', 'declines']),
  word: text,
  contribution: object({ kind: choice(kinds), amountUSD: amount, text, from: maybe(day) }),
  answeredBy: maybe(object({ name: text, position: text })),
});
const ENDORSER = object({
  endorser: { type: 'string', description: 'The key that steps name, such as endorser:1' },
  agency: text,
  name: text,
  title: text,
  email: text,
  language: choice(Object.keys(LANGUAGES)),
  standing: choice(ENDORSER_STANDINGS),
  since: maybe(instant),
  problem: maybe(text),
  until: { ...day, description: 'The last day on which the link opens' },
  askedBy: text,
  askedAt: instant,
  askedAgain: list(object({ by: text, at: instant, note: maybe(text) })),
  answer: maybe(ANSWER),
  earlier: list(ANSWER),
  follows: maybe(text),
  ended: maybe(object({ by: text, at: instant, reason: text })),
});
/** A line of the table of endorsements. */
export const ENDORSEMENT_LINE = object({
  agency: text,
  name: text,
  position: { type: 'string', description: 'endorses, declines or no answer' },
  contribution: object({ kind: choice(kinds), text, amountUSD: amount }),
  source: {
    ...choice(['agency', 'office']),
    description: 'Said by the agency itself by its link, or entered by the office',
  },
  void: { ...yes, description: 'The agency endorsed an earlier text' },
  by: maybe(text),
  at: maybe(instant),
  from: maybe(day),
  word: text,
});
const COST = object({ label: text, amountUSD: amount, paidBy: text, kind: choice(kinds), year: number });
const OFFICE = {
  endorsers: { ...list(ENDORSER), description: 'Read by who works on the draft' },
  suggestedCosts: { ...list(COST), description: 'Confirmed by agencies, and not in the cost table' },
};

/** Those who endorse a request. */
export const ENDORSEMENT_SCHEMAS = {
  Endorsements: whole({ table: list(ENDORSEMENT_LINE) }, { properties: { table: list(ENDORSEMENT_LINE), ...OFFICE } }),
  EndorsersInvited: whole({ revision, ...OFFICE }),
};
