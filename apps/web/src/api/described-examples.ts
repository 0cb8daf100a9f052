import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { ExampleScoresShape, ExampleShape } from './worked-examples.dto.js';
import { ok, once, problem } from './described-parts.js';

const notYours = problem(403, 'Those of OHCHR who judge requests read examples; reviewers take them; the chair writes');
const hidden = problem(404, 'There is no such example');
const wrong = [
  problem(400, 'The body or a header cannot be read'),
  problem(409, 'It cannot be done now'),
  problem(415, 'Something else than JSON'),
  problem(422, 'What was sent breaks a rule; `errors` says where'),
];

/** What the calls of worked examples say of themselves. */
export const EXAMPLE_DESCRIPTIONS = {
  listWorkedExamples: [
    'Worked examples in use, with your scores of this round beside the agreed ones',
    ok('The round and its examples', 'WorkedExamples'),
    notYours,
  ],
  writeWorkedExample: [
    'Keep a new worked example',
    ok('The example', 'WorkedExample', 201),
    ApiExtraModels(ExampleShape, ExampleScoresShape),
    ApiBody({ schema: { $ref: getSchemaPath(ExampleShape) } }),
    once,
    notYours,
    ...wrong,
  ],
  readWorkedExample: [
    'One worked example; what was agreed is null until a reviewer’s own scores are in',
    ok('The example', 'WorkedExample'),
    notYours,
    hidden,
  ],
  takeWorkedExample: [
    'Score an example, once in a round; the answer compares',
    ok('The example with both', 'WorkedExample'),
    ApiBody({ schema: { $ref: getSchemaPath(ExampleScoresShape) } }),
    notYours,
    hidden,
    ...wrong,
  ],
  retireWorkedExample: [
    'Take an example out of use; what was scored stays',
    ok('The example', 'WorkedExample'),
    notYours,
    hidden,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
