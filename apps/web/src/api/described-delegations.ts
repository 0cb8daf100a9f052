import { ApiBody, ApiExtraModels, getSchemaPath } from '@nestjs/swagger';
import { DelegationShape } from './delegations.dto.js';
import { ok, problem } from './described-parts.js';

const notYours = problem(403, 'An approver of OHCHR delegates; who acts for one cannot pass it on');

/** What the calls about who acts for an approver say of themselves. */
export const DELEGATION_DESCRIPTIONS = {
  listDelegations: [
    'Who acts for you now or later, and the colleagues who could',
    ok('Days and persons', 'Delegations'),
    notYours,
  ],
  giveDelegation: [
    'Let a colleague act for you between two days',
    ok('Who acts for you now or later', 'DelegationList', 201),
    ApiExtraModels(DelegationShape),
    ApiBody({ schema: { $ref: getSchemaPath(DelegationShape) } }),
    notYours,
    problem(400, 'The body cannot be read'),
    problem(415, 'Something else than JSON'),
    problem(422, 'They cannot act for you, or not on these days; `errors` says where'),
  ],
  endDelegation: [
    'End a delegation from today on; what was done before stays as it was recorded',
    ok('Who acts for you now or later', 'DelegationList'),
    notYours,
    problem(404, 'There is no such delegation of yours, or it is over'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
