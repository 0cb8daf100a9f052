import { CRITERIA } from '#domain';
import { choice, list, maybe, number, ref, revision, text, to, whole, yes, type Schema } from './schema-parts.js';

const OUTCOMES = ['same', 'stored', 'brought', 'emptied', 'both', 'missing'] as const;
const cents: Schema = { type: 'integer', description: 'In hundredths of a US dollar' };

/** What the calls of the Word form and of the check give. */
export const WORD_FORM_SCHEMAS: Record<string, Schema> = {
  FormRead: whole({
    ref,
    madeFrom: { type: 'integer', description: 'The revision of the text that the form was made from' },
    revision,
    kept: yes,
    fields: list(
      whole({
        field: { type: 'string', description: 'Its number in the form', examples: ['2.3'] },
        path: { type: 'string', description: 'Its place in the content' },
        outcome: {
          ...choice(OUTCOMES),
          description:
            'same: as it is stored. stored: changed here since, and not in the form. brought: changed in the form only. emptied: left empty in the form. both: changed in both. missing: not in the form',
        },
        value: { description: 'What the form says; null where it says nothing' },
        problems: list(whole({ path: text, message: text })),
      }),
    ),
    patch: { ...to('RequestContent'), description: 'What only the form has changed and can be kept, for PATCH' },
    outside: { ...list(text), description: 'Text in none of the fields' },
    notes: { ...list(text), description: 'How the document was read' },
  }),
  CriteriaCheck: whole({
    ref,
    criteria: list(
      whole({
        criterion: choice(CRITERIA),
        section: number,
        own: whole({ score: maybe({ type: 'integer', minimum: 0, maximum: 4 }), reason: text }),
        answers: whole({ answered: number, of: number, words: number }),
        documents: list(whole({ id: text, name: text, section: number })),
        support: maybe(
          whole({
            endorse: list(text),
            decline: list(text),
            silent: list(text),
            void: { ...list(text), description: 'Endorsed an earlier text' },
            contribute: list(text),
            contributedCents: cents,
          }),
        ),
        recommendations: maybe(whole({ count: number, supported: number })),
        costs: maybe(whole({ years: number, cents, openCents: { ...cents, description: 'Without a payer yet' } })),
        missing: list({
          type: 'object',
          required: ['kind', 'path', 'section'],
          properties: {
            kind: choice(['answer', 'tooLong', 'ownScore', 'ownReason']),
            path: text,
            section: number,
            over: number,
          },
        }),
        standing: choice(['notStarted', 'incomplete', 'ready']),
      }),
    ),
  }),
};
