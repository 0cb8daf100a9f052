import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { ConflictShape, LanguagesShape } from './conflicts.dto.js';
import { ok, problem } from './described-parts.js';

const hidden = problem(404, 'There is no such request, or not for you');
const appoints = problem(403, 'For who appoints reviewers');
const notTheirs = problem(404, 'There is no such person, or the register is not yours to read');

/** Who may review, and what stands against it. */
export const APPOINTING_DESCRIPTIONS = {
  listReviewers: ['Who can review this request, least busy first', ok('Persons', 'Reviewers'), appoints, hidden],
  listReviewerSuggestions: [
    'Who may be appointed to this request, the most fitting first, each with why. A person appoints',
    ok('Suggestions', 'ReviewerSuggestions'),
    appoints,
    hidden,
  ],
  listConflicts: [
    'Registered conflicts of interest of a person (`me` or an identifier): their own, or for an administrator',
    ok('What is registered', 'RegisteredConflicts'),
    notTheirs,
  ],
  registerConflict: [
    'Registers a conflict of interest with a country. Its requests close to the person from then on',
    ApiExtraModels(ConflictShape),
    ApiBody({ schema: { $ref: getSchemaPath(ConflictShape) } }),
    ok('Registered', 'RegisteredConflict', 201),
    problem(422, 'Something in the body is not right'),
    notTheirs,
  ],
  readLanguages: [
    'The languages in which a person works (`me` or an identifier)',
    ok('Languages', 'Languages'),
    notTheirs,
  ],
  keepLanguages: [
    'Keeps the languages in which a person works: their own, or for an administrator those of others',
    ApiExtraModels(LanguagesShape),
    ApiBody({ schema: { $ref: getSchemaPath(LanguagesShape) } }),
    ok('Kept', 'Languages'),
    problem(422, 'Something in the body is not right'),
    notTheirs,
  ],
  endConflict: ['Ends a registered conflict; it stays in the register', ok('Ended', 'RegisteredConflict'), notTheirs],
} as const;
