import { AUDIENCES, CRITERIA } from '#domain';
import {
  byCriterion,
  choice,
  instant,
  list,
  maybe,
  number,
  object,
  ref,
  revision,
  text,
  whole,
  yes,
} from './schema-parts.js';

const FIGURE = whole({
  exact: { type: 'string', description: 'The reduced fraction', examples: ['11/3'] },
  rounded: { type: 'string', description: 'Two decimals, half up', examples: ['3.67'] },
});
const OUTCOMES = ['meets', 'doesNotMeet', 'notEnoughEvidence'];
const SHEET = byCriterion(
  object({ score: { ...maybe(number), description: 'Null: cannot assess' }, reason: text, evidence: list(text) }),
);
const WEIGHED = whole({
  weighted: maybe(FIGURE),
  coverage: { ...FIGURE, description: 'Share of the weight assessed' },
});
const JUDGED = {
  total: maybe(FIGURE),
  coverage: FIGURE,
  outcome: choice(OUTCOMES),
  below: { ...list(choice(CRITERIA)), description: 'Criteria below their threshold' },
};
const VARIED = { ...JUDGED, flips: { type: 'boolean', description: 'The outcome is another' } };

const ROBUSTNESS = {
  ...whole({
    basis: {
      ...choice(['median', 'settled']),
      description: 'Which scores `result` and `weights` are of: the reviewers’ medians until there are settled scores',
    },
    reviewers: { type: 'integer', description: 'How many reviewers’ scores count' },
    result: whole(JUDGED),
    median: { ...whole(JUDGED), description: 'The medians of the reviewers' },
    mean: { ...whole(VARIED), description: 'The means of the reviewers, against their medians' },
    withoutReviewer: {
      ...list(whole({ reviewer: text, ...VARIED, totals: maybe(whole({ mean: FIGURE, median: FIGURE })) })),
      description:
        'The medians with one reviewer left out, against all; `totals` of those who remain. Empty where one alone scored',
    },
    weights: {
      ...list(whole({ criterion: choice(CRITERIA), by: choiceOf(5, -5), weights: byCriterion(FIGURE), ...VARIED })),
      description:
        'One weight moved by five points of a hundred, from 0 to 100; the others keep their proportions and make up the rest',
    },
    settlementDecides: { type: 'boolean', description: 'Settled scores and medians come to different outcomes' },
    stands: { type: 'boolean', description: 'Nothing that was varied leads to another outcome' },
    sentence: { type: 'string', description: 'The same in words, as the pages say it' },
  }),
  description: 'How firm the result is',
};
function choiceOf(...values: number[]) {
  return { type: 'integer', enum: values };
}

const CRITERION_FIGURES = whole({
  assessedBy: number,
  mean: maybe(FIGURE),
  median: maybe(FIGURE),
  min: maybe(number),
  max: maybe(number),
  spread: maybe(number),
});

/** How a request is judged, as far as the asker may see it. */
export const ASSESSMENT_SCHEMAS = {
  Assessment: whole({
    ref,
    requestVersion: number,
    framework: object({}),
    revealed: { ...yes, description: 'Until then each reviewer sees their own scores, and nobody any other' },
    reviewers: list(
      object({
        person: object({ id: text, name: text }),
        state: text,
        own: yes,
        first: maybe(SHEET),
        revised: maybe(SHEET),
        counting: { ...maybe(SHEET), description: 'The first scores with the revised ones laid over them' },
        weighted: maybe(WEIGHED),
      }),
    ),
    draft: { ...maybe(SHEET), description: 'Your own scores in hand' },
    consolidated: maybe(
      whole({
        reviewers: { type: 'object', additionalProperties: WEIGHED, description: 'By the identifier of the person' },
        criteria: byCriterion(CRITERION_FIGURES),
        overall: maybe(whole({ mean: FIGURE, median: FIGURE, lowest: FIGURE, highest: FIGURE })),
        moderationCriteria: {
          ...list(choice(CRITERIA)),
          description: 'Scores lie so far apart that they are moderated',
        },
      }),
    ),
    settled: maybe(byCriterion(object({ score: maybe(number), reason: text }))),
    result: maybe(
      whole({ weighted: maybe(FIGURE), coverage: FIGURE, outcome: choice(OUTCOMES), below: list(choice(CRITERIA)) }),
    ),
    moderationNote: maybe(text),
    robustness: maybe(ROBUSTNESS),
    discussion: {
      ...list(
        whole({
          revision,
          at: instant,
          by: text,
          criterion: maybe(choice(CRITERIA)),
          audience: choice(Object.keys(AUDIENCES)),
          text,
        }),
      ),
      description: 'What was said to an audience of yours, oldest first; the last two hundred',
    },
    severity: {
      ...maybe(
        list(whole({ reviewer: text, own: FIGURE, others: FIGURE, difference: FIGURE, cases: number, scores: number })),
      ),
      description:
        'For the panel chair: the mean first score of each reviewer against the others on the same criteria of the same cases. Nothing is adjusted by it',
    },
  }),
};
