import { byCriterion, list, number, object, ref, text, whole, yes, type Schema } from './schema-parts.js';

const given = object({
  score: { anyOf: [{ type: 'integer', minimum: 0, maximum: 4 }, { type: 'null' }] },
  reason: text,
  evidence: list(text),
  confidence: { type: 'string', enum: ['low', 'medium', 'high'] },
});

/** What the calls of one reviewer’s own work give. */
export const SCORING_SCHEMAS: Record<string, Schema> = {
  ScoreFormRead: whole({
    ref,
    requestVersion: number,
    criteriaVersion: number,
    reviewer: text,
    kept: yes,
    scores: byCriterion(given),
    problems: list(whole({ path: text, message: text, cell: text })),
  }),
  ReviewNotes: whole({ ref, text }),
};
