import type { Actor } from '../people/roles.js';
import { deploymentTiersFor, maySeeDeployment, servesHost } from './access.js';
import { DEPLOYMENT_EVENT_TYPES, type DeploymentEventType } from './events.js';
import type { DeploymentFacts } from './facts.js';
import type { DeploymentRecorded } from './record.js';
import { readerOf, reportFor } from './view.js';

/** Steps about persons who are considered or have left: what they say is OHCHR’s, and in part the supervisor’s. */
const ABOUT_PERSONS = new Set<DeploymentEventType>([
  'SHORTLIST',
  'SELECT',
  'CONSULTED',
  'NOT_ARRIVED',
  'CANCEL',
  'LEAVE',
]);

/** The kinds of line of the record of a post that this person may read; notes to OHCHR are OHCHR's and their writer's. */
export function readableDeploymentLines(
  actor: Actor,
  facts: DeploymentFacts,
): { events: DeploymentEventType[]; ownEvents: DeploymentEventType[] } {
  if (!maySeeDeployment(actor, facts)) return { events: [], ownEvents: [] };
  const assessment = deploymentTiersFor(actor, facts).has('assessment');
  return {
    events: DEPLOYMENT_EVENT_TYPES.filter((type) => assessment || type !== 'NOTE_TO_OHCHR'),
    ownEvents: ['NOTE_TO_OHCHR'],
  };
}

/** What the supervisor reads of such a line: who it is about, and what they were consulted on; reasons stay with OHCHR. */
function forSupervisor(event: DeploymentEventType, data: unknown): unknown {
  if (event === 'SHORTLIST' || event === 'CANCEL') return {};
  return event === 'NOT_ARRIVED' ? { ...(data as DeploymentRecorded['NOT_ARRIVED']), reason: '' } : data;
}

/** What a line of the record says to this person; the same is kept from them here as on the page of the post. */
export function deploymentLineData(
  actor: Actor,
  facts: DeploymentFacts,
  line: { event: DeploymentEventType; actorId: string; data: unknown },
): unknown {
  if (deploymentTiersFor(actor, facts).has('assessment') || line.actorId === actor.id) return line.data;
  if (ABOUT_PERSONS.has(line.event)) return servesHost(actor, facts) ? forSupervisor(line.event, line.data) : {};
  if (line.event === 'OPEN') {
    const data = line.data as DeploymentRecorded['OPEN'];
    return { ...data, origin: { ...data.origin, scores: [] } };
  }
  if (line.event !== 'FILE_REPORT') return line.data;
  const data = line.data as DeploymentRecorded['FILE_REPORT'];
  return { ...data, report: reportFor(data.report, readerOf(actor, facts)) };
}
