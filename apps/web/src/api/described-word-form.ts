import { ApiBody, ApiConsumes, ApiResponse } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';

const notYours = problem(403, 'Only the office that writes the request has its form');
const hidden = problem(404, 'There is no such request, or not for you');
const notOpen = problem(409, 'The request is not written now');

/** What the calls of writing without a connection say of themselves, and the check before a request is submitted. */
export const WORD_FORM_DESCRIPTIONS = {
  takeForm: [
    'The whole request as a Word form, with the answers that are stored, to be filled in anywhere',
    ApiResponse({
      status: 200,
      description: 'The document',
      content: {
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
          schema: { type: 'string', format: 'binary' },
        },
      },
    }),
    notYours,
    hidden,
    notOpen,
  ],
  readForm: [
    'What a filled form is understood to say, field by field; nothing is kept. To keep what only the form has changed, send `patch` with PATCH; add to it what you choose of the other fields',
    ok('What was understood', 'FormRead'),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    }),
    notYours,
    hidden,
    notOpen,
    problem(413, 'The file is too large'),
    problem(415, 'Something else than a multipart form'),
    problem(422, 'It is not a form of this request; `detail` says why'),
  ],
  checkRequest: [
    'What the request has to show for each of the five criteria, and what is missing. It informs, and judges nothing',
    ok('The check', 'CriteriaCheck'),
    hidden,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
