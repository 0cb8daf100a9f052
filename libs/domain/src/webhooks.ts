import { DEPLOYMENT_EVENT_TYPES, type DeploymentEventType } from './deployment/events.js';
import { conditionOf } from './deployment/current.js';
import type { DeploymentFacts } from './deployment/facts.js';
import { DEPLOYMENT_ENTRY_NAMES } from './deployment/record.js';
import { readableDeploymentLines } from './deployment/record-access.js';
import type { Actor } from './people/roles.js';
import { ENTRY_NAMES } from './request/entry-names.js';
import type { RequestEventType } from './request/events.js';
import type { RequestFacts } from './request/facts.js';
import { CASE_LINES, readableLines } from './request/record-access.js';
import { stateName, type StateValue } from './request/states.js';

/** Steps of a post that say something of a person who is considered, or are for OHCHR alone: no program is told of them. */
const UNTOLD = new Set<DeploymentEventType>([
  'NOTE_TO_OHCHR',
  'SHORTLIST',
  'SELECT',
  'CONSULTED',
  'NOT_ARRIVED',
  'CANCEL',
  'LEAVE',
]);

/** What a program can be told of: steps of a case that all who may open it read, each as "request.submitted". */
export const HOOK_TYPES: readonly string[] = [
  ...CASE_LINES.map((event) => `request.${ENTRY_NAMES[event]}`),
  ...DEPLOYMENT_EVENT_TYPES.filter((event) => !UNTOLD.has(event)).map(
    (event) => `deployment.${DEPLOYMENT_ENTRY_NAMES[event]}`,
  ),
].filter((type, i, all) => all.indexOf(type) === i);

/** A line of the record of a case, with the case as it is now. */
export type HookedLine =
  | { kind: 'request'; facts: RequestFacts; event: RequestEventType; state: StateValue }
  | { kind: 'deployment'; facts: DeploymentFacts; event: DeploymentEventType; state: unknown };

/** Whether the owner of a subscription may read this line: the same rule as for the page of the case. */
export const mayHear = (owner: Actor, line: HookedLine): boolean =>
  line.kind === 'request'
    ? readableLines(owner, line.facts).events.includes(line.event)
    : readableDeploymentLines(owner, line.facts).events.includes(line.event);

/** The state that a program is told: of a request after the step, of a post as it is now. */
export const hookState = (line: HookedLine): string =>
  line.kind === 'request' ? stateName(line.state) : conditionOf(line.facts);
