import { mayTake } from '../decide.js';
import type { Actor } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import type { RequestFacts } from '../request/facts.js';
import { approvalsNeeded, hasDecided } from './approvals.js';

/** Of these people, those who could still decide where it takes several; nobody where one decides. */
export const stillAsked = <A extends Actor>(facts: RequestFacts, people: readonly A[]): A[] =>
  approvalsNeeded(facts) < 2
    ? []
    : people.filter((person) => !isRefusal(mayTake(facts, person, 'APPROVE')) && !hasDecided(facts, person));
