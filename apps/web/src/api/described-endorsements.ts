import { ApiBody, ApiExtraModels, ApiHeader, getSchemaPath } from '@nestjs/swagger';
import { ok, once, problem } from './described-parts.js';
import { InviteEndorsersShape } from './endorsing.dto.js';

/** What the calls about those who endorse a request say of themselves. */
export const ENDORSEMENT_DESCRIPTIONS = {
  readEndorsements: [
    'Who stands behind the request: the table as it goes with it; for its office also how far each is',
    ok('The table', 'Endorsements'),
    problem(404, 'There is no such thing, or not for you'),
  ],
  inviteEndorsers: [
    'Ask heads of agency to endorse: each gets a link of their own by mail. Later steps are sent as events',
    ok('Those who are asked', 'EndorsersInvited', 201),
    ApiExtraModels(InviteEndorsersShape),
    ApiBody({ schema: { $ref: getSchemaPath(InviteEndorsersShape) } }),
    ApiHeader({ name: 'If-Match', required: true, description: 'The revision that was read, in quotation marks' }),
    once,
    problem(400, 'The body or a header cannot be read'),
    problem(403, 'Asked by the Resident Coordinator’s Office'),
    problem(404, 'There is no such thing, or not for you'),
    problem(409, 'It cannot be done at this step'),
    problem(412, 'The request has moved on; the answer names its revision'),
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
    problem(428, 'If-Match is missing'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
