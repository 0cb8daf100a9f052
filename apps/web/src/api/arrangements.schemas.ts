import {
  ARRANGEMENT_RULES,
  FUNDING_SOURCES,
  FUNDING_STANDINGS,
  HOSTING_ITEMS,
  PART_NAMES,
  REPORTING_PARTS,
} from '#domain';
import { choice, day, instant, list, maybe, number, object, text, whole, yes, type Schema } from './schema-parts.js';

const amount: Schema = { type: 'string', description: 'Exact decimal with two places', examples: ['12500.00'] };
const kind = choice(['cash', 'in-kind']);

/** What stands between the money and the post. */
export const ARRANGEMENT_SCHEMAS: Record<string, Schema> = {
  FundingEntry: whole({
    id: text,
    standing: choice(Object.keys(FUNDING_STANDINGS)),
    source: choice(Object.keys(FUNDING_SOURCES)),
    name: text,
    amount,
    currency: choice(['USD']),
    kind,
    reference: text,
    from: day,
    until: day,
    corrects: maybe({ type: 'string', description: 'The entry whose place it takes' }),
    by: text,
    at: instant,
  }),
  Arrangements: whole({
    deployment: maybe({
      type: 'string',
      description: 'The post that goes on, or that was opened when everything was arranged',
    }),
    rule: maybe(choice(Object.keys(ARRANGEMENT_RULES))),
    firstPeriod: whole({
      from: day,
      until: day,
      months: number,
      items: list(whole({ label: text, paidBy: text, kind, amount })),
      total: amount,
      cash: amount,
      cover: whole({ allocation: amount, costShare: amount, missing: amount, missingCash: amount }),
    }),
    parts: list(whole({ part: choice(PART_NAMES), done: yes, rule: maybe(text) })),
    terms: maybe(object({ number, content: object({}), by: text, at: instant, signatures: list(object({})) })),
    reporting: list(whole({ part: choice(Object.keys(REPORTING_PARTS)), name: text, title: text })),
    costShares: list(whole({ entry: text, reference: text, by: text, at: instant })),
    noCostShare: maybe(whole({ reason: text, by: text, at: instant })),
    hosting: maybe(
      whole({
        answers: whole(
          Object.fromEntries(Object.keys(HOSTING_ITEMS).map((item) => [item, whole({ given: yes, words: text })])),
        ),
        country: text,
        by: text,
        at: instant,
      }),
    ),
    handedOn: maybe(instant),
  }),
};
