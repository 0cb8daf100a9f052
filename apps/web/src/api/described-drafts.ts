import { ApiParam, ApiQuery } from '@nestjs/swagger';
import { ok, problem } from './described-parts.js';

const notYours = problem(403, 'A draft is the office’s own: OHCHR and the regions read what was submitted');
const hidden = problem(404, 'There is no such request, or no text was saved with that revision, or not for you');
const unclear = problem(422, 'A number that is none');

/** What the calls about earlier texts of a draft say of themselves. */
export const DRAFT_DESCRIPTIONS = {
  listEarlierTexts: [
    'Texts of a draft that were saved, newest first: what one person wrote in the same part without a pause of more than ten minutes is one of them. `parts` names sections by number, `details` and `assessment`',
    ok('Who saved what, and when', 'EarlierTexts'),
    ApiQuery({ name: 'before', required: false, schema: { type: 'integer', minimum: 1 } }),
    ApiQuery({ name: 'limit', required: false, schema: { type: 'integer', minimum: 1, maximum: 100 } }),
    notYours,
    hidden,
    unclear,
  ],
  readEarlierText: [
    'The text of a draft after a save. To bring it back, send what you want of it as a change of the draft (PATCH)',
    ok('The text as it was', 'EarlierText'),
    ApiParam({ name: 'number', schema: { type: 'integer', minimum: 1 } }),
    notYours,
    hidden,
    unclear,
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
