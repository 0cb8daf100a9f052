import { ApiBody, ApiConsumes, ApiResponse } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';

const notYours = problem(403, 'Only a reviewer who is appointed to this request has these');
const hidden = problem(404, 'There is no such request, or not for you');
const notOpen = problem(409, 'Your scores are not open: declare first, or they are finished');

/** What the calls of one reviewer’s own work say of themselves. */
export const SCORING_DESCRIPTIONS = {
  takeScoreForm: [
    'Your score form as a workbook, with what you have saved in it',
    ApiResponse({
      status: 200,
      description: 'The workbook',
      content: {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
          schema: { type: 'string', format: 'binary' },
        },
      },
    }),
    notYours,
    hidden,
    notOpen,
  ],
  readScoreForm: [
    'What your filled score form is understood to say; nothing is kept. Send `scores` in SAVE_SCORES to keep them',
    ok('What was understood, and each problem with its cell', 'ScoreFormRead'),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    }),
    notYours,
    hidden,
    notOpen,
    problem(413, 'The file is too large'),
    problem(415, 'Something else than a multipart form'),
    problem(422, 'It is not your form of this request and its versions; `detail` says why'),
  ],
  readReviewNotes: ['Your private notes of a request', ok('The notes', 'ReviewNotes'), notYours, hidden],
  keepReviewNotes: [
    'Keep your private notes of a request in place of those of before; nobody else reads them',
    ok('The notes', 'ReviewNotes'),
    ApiBody({
      schema: { type: 'object', required: ['text'], properties: { text: { type: 'string', maxLength: 20_000 } } },
    }),
    notYours,
    hidden,
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
