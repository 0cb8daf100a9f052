import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { DECIDING_EVENTS } from '#domain';
import { EVENT_SHAPES } from './events.dto.js';
import { LetterDraftShape } from './letters.dto.js';
import { ok, problem, stepsOf } from './described-parts.js';

const decisions = stepsOf(Object.fromEntries(DECIDING_EVENTS.map((type) => [type, EVENT_SHAPES[type]])));

/** What the calls of letters, and of those who are asked for advice, say of themselves. */
export const LETTER_DESCRIPTIONS = {
  readConsultation: [
    'Those who are asked for advice, and how far each is',
    ok('One for each party', 'Consultation'),
    problem(403, 'Read by OHCHR, and by whoever is asked'),
    problem(404, 'There is no such thing, or not for you'),
  ],
  readLetter: [
    'The decision letter',
    ok('Its parts', 'Letter'),
    problem(404, 'There is no such thing, or not for you'),
  ],
  previewLetter: [
    'The letter of a decision as it would be sent now; nothing is decided and nothing is sent',
    ok('The letter, and whether this decision would send it', 'LetterPreview'),
    decisions.body,
    decisions.models,
    problem(400, 'The body cannot be read'),
    problem(403, 'Decided by an approver who had no other part in the request'),
    problem(404, 'There is no such thing, or not for you'),
    problem(409, 'The request does not wait for a decision'),
    problem(415, 'Something else than JSON'),
    problem(422, 'Something of the decision is missing or wrong'),
  ],
  countDecisions: [
    'Decisions that hold, counted by round, region, outcome and coded reason, of the requests that you may open',
    ok('Counts; `code` null is every reason', 'DecisionFigures'),
    problem(403, 'Counted for OHCHR and auditors'),
  ],
  listLetterTemplates: [
    'The words in force for every decision letter',
    ok('One for each kind of decision and language', 'LetterTemplates'),
    problem(403, 'Read by OHCHR, auditors and administrators'),
  ],
  publishLetterTemplate: [
    'Put new words of a letter in force; letters that were sent keep theirs',
    ok('The new version', 'LetterTemplate', 201),
    ApiExtraModels(LetterDraftShape),
    ApiBody({ schema: { $ref: getSchemaPath(LetterDraftShape) } }),
    problem(400, 'The body cannot be read'),
    problem(403, 'Written by an administrator'),
    problem(412, 'Somebody published a version since; the answer names it'),
    problem(415, 'Something else than JSON'),
    problem(422, 'A part is missing, too long, or has a field that there is not'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
