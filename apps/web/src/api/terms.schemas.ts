import { CRITERIA, DUTY_PARTS, LANGUAGES, REPORTING_PARTS } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  page,
  ref,
  text,
  texts,
  to,
  whole,
  yes,
  type Schema,
} from './schema-parts.js';

const language = choice(Object.keys(LANGUAGES));
const tags = list(choice(CRITERIA));
const pieces = list(whole({ kind: choice(['same', 'added', 'removed']), text }));
const change = (items: Schema): Schema => whole({ added: list(items), removed: list(items) });

/** Terms of reference and the standard that they are made from. */
export const TERMS_SCHEMAS: Record<string, Schema> = {
  Clause: whole({
    key: text,
    heading: text,
    text: { type: 'string', description: 'Empty lines divide paragraphs; a line that begins with "- " is a point' },
    criteria: tags,
    results: list(text),
  }),
  Terms: whole({
    ref,
    version: maybe({ type: 'integer', description: 'Null while nothing was proposed' }),
    standard: number,
    language,
    clauses: list(to('Clause')),
    deviations: list(
      whole({
        kind: choice(['added', 'removed', 'changed']),
        key: text,
        heading: text,
        headingDiff: pieces,
        textDiff: pieces,
        criteria: change(choice(CRITERIA)),
        results: change(text),
      }),
    ),
    proposedBy: maybe(text),
    proposedAt: maybe(instant),
    signatures: list(whole({ side: choice(['rc', 'ohchr']), by: text, actingFor: maybe(text), at: instant })),
    reporting: list(whole({ part: choice(Object.keys(REPORTING_PARTS)), name: text, title: text, from: maybe(day) })),
    versions: list(whole({ number, by: text, at: instant })),
    canPropose: yes,
    canSign: yes,
  }),
  TermsStandards: page(
    whole({
      version: number,
      inForce: { type: 'boolean', description: 'What terms are made from that are proposed now' },
      publishedAt: instant,
      publishedBy: text,
      texts: whole(
        Object.fromEntries(
          Object.keys(LANGUAGES).map((l) => [l, whole({ parts: texts(DUTY_PARTS), clauses: list(to('Clause')) })]),
        ),
      ),
    }),
  ),
};
