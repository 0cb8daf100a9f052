import { ApiBody, ApiExtraModels } from '@nestjs/swagger';
import { CommentShape } from './comments.dto.js';
import { ok, problem } from './described-parts.js';

const notYours = problem(403, 'Read and written by the Resident Coordinator’s Office that writes the request');
const hidden = problem(404, 'There is no such request or open comment, or not for you');
const notNow = problem(409, 'The request is not with the office');

/** What the calls about the comments on a draft say of themselves. */
export const COMMENT_DESCRIPTIONS = {
  listComments: [
    'Comments on the questions of a request, among those who write it, and who has which section open. No part of the request',
    ok('Every comment with its answers, oldest first', 'Comments'),
    notYours,
    hidden,
  ],
  addComment: [
    'Comment on a question, or answer a comment. Send `question` or `answers`',
    ok('It is kept', 'CommentKept', 201),
    ApiExtraModels(CommentShape),
    ApiBody({ type: CommentShape }),
    notYours,
    hidden,
    notNow,
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
  resolveComment: [
    'Resolve a comment. What was said stays to be read',
    ok('It is resolved', 'CommentKept'),
    ApiBody({ required: false, schema: { type: 'object' } }),
    notYours,
    hidden,
    notNow,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
