import { ApiBody, ApiExtraModels } from '@nestjs/swagger';
import { DelegationShape, SuccessionShape } from './delegations.dto.js';
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
  listCoordinators: [
    'Resident Coordinators of now and of later',
    ok('Each with countries, first and last day', 'Coordinators'),
    problem(403, 'For administrators'),
  ],
  takeBackCoordinator: [
    'Take back that somebody follows, before their first day',
    ok('The coordinators', 'Coordinators'),
    problem(403, 'For administrators'),
    problem(404, 'There is no such term, or it has begun'),
  ],
  changeCoordinator: [
    'Record that one Resident Coordinator follows another from a day on',
    ok('The coordinators', 'Coordinators', 201),
    ApiExtraModels(SuccessionShape),
    ApiBody({ type: SuccessionShape }),
    problem(403, 'For administrators'),
    problem(415, 'Something else than JSON'),
    problem(422, 'What was sent breaks a rule; `errors` says where'),
  ],
} as const satisfies Record<string, readonly [string, ...MethodDecorator[]]>;
