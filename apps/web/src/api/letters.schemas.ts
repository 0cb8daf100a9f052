import { DECIDING_EVENTS, DECISION_CODES, LANGUAGES, LETTER_BLOCKS } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  object,
  page,
  ref,
  text,
  texts,
  to,
  whole,
  type Schema,
} from './schema-parts.js';

/** Decision letters and the words that they are written from. */
export const LETTER_SCHEMAS: Record<string, Schema> = {
  Letter: {
    allOf: [
      whole({
        language: text,
        ref,
        date: day,
        to: text,
        subject: text,
        parts: list(object({ text, list: list(text) })),
        signature: text,
      }),
      object({
        copies: text,
        template: { type: 'integer', description: 'The version of the words that it was written from' },
        binding: { ...list(number), description: 'Which parts say what was decided: a correction leaves them' },
      }),
    ],
  },
  LetterPreview: whole({
    ref,
    revision: number,
    completes: {
      type: 'boolean',
      description: 'The letter is sent with this step; false where more approvers have to decide the same',
    },
    letter: to('Letter'),
  }),
  LetterTemplate: whole({
    kind: choice(DECIDING_EVENTS),
    language: choice(Object.keys(LANGUAGES)),
    version: number,
    blocks: texts(Object.keys(LETTER_BLOCKS)),
    note: text,
    publishedAt: instant,
    publishedBy: text,
  }),
  DecisionFigures: page(
    whole({
      round: text,
      region: text,
      outcome: choice(DECIDING_EVENTS),
      code: maybe(choice(Object.keys(DECISION_CODES))),
      requests: number,
    }),
  ),
  LetterTemplates: page(to('LetterTemplate')),
};
