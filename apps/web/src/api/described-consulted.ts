import { ApiBody, ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { LinkAnswerShape } from './consultation.dto.js';
import { ok, problem } from './described-parts.js';

const closed = problem(
  409,
  'The link does not open any more: answered, taken back, replaced or past its day; it says which',
);
const unknown = problem(404, 'This link is not known here');

/** What the calls of somebody who is asked by name say of themselves. */
export const CONSULTED_DESCRIPTIONS = {
  readQuestion: [
    'Who is asked by this link and until when; with the question and the request, once it was opened',
    ok('What is asked', 'AskedQuestion'),
    closed,
    unknown,
  ],
  openQuestion: [
    'Open the question: that it was read is noted, and OHCHR sees it',
    ok('The question and the request', 'AskedQuestion'),
    ApiBody({ required: false, description: 'Nothing', schema: { type: 'object' } }),
    closed,
    unknown,
  ],
  answerQuestion: [
    'Answer the question, once',
    ok('It is taken', 'AnsweredQuestion'),
    ApiExtraModels(LinkAnswerShape),
    ApiBody({ schema: { $ref: getSchemaPath(LinkAnswerShape) } }),
    problem(400, 'The body cannot be read'),
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
    closed,
    unknown,
  ],
  openAskedDocument: [
    'Open a document of the request',
    ApiResponse({
      status: 200,
      description: 'Its bytes',
      content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
    }),
    closed,
    problem(404, 'There is no such document for you, or the link is not known here'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
