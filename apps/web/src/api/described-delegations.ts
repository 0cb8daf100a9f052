import { ApiBody, ApiExtraModels } from '@nestjs/swagger';
import { DelegationShape } from './delegations.dto.js';
import { ok, problem } from './described-parts.js';

const notYours = problem(403, 'Given by an approver or a Resident Coordinator, and not by whoever acts for one');

/** What the calls about delegations say of themselves. */
export const DELEGATION_DESCRIPTIONS = {
  listDelegations: [
    'Who acts for you now or later, who could, and in which time zone the days are counted',
    ok('Delegations that are not over', 'Delegations'),
    notYours,
  ],
  giveDelegation: [
    'Let somebody act for you between two days, at most 90',
    ok('Those who act for you', 'DelegationsGiven', 201),
    ApiExtraModels(DelegationShape),
    ApiBody({ type: DelegationShape }),
    notYours,
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
  endDelegation: [
    'End a delegation from today on; what was signed stays',
    ok('Those who act for you', 'DelegationsGiven'),
    notYours,
    problem(404, 'There is no such delegation of yours, or it is over'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
