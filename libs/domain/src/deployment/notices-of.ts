import { TOLD_BY_POST, type Notice, type NoticeName } from '../notices.js';
import { planAgreed, presentSearch, presentTerm } from './current.js';
import type { DeploymentEventType } from './events.js';
import type { DeploymentFacts } from './facts.js';
import { timingNotices } from '../timing/notices-of.js';
import type { DeploymentRecorded } from './record.js';

const consulted = (after: DeploymentFacts, { agrees }: DeploymentRecorded['CONSULTED']): Notice[] => {
  if (!agrees) return [{ name: 'candidateNotAgreed' }];
  const id = presentSearch(after)?.selected?.id;
  return [{ name: 'candidateAgreed' }, ...(id ? [{ name: 'adviserExpected' as const, personId: id }] : [])];
};
const only = (told: boolean, name: NoticeName): Notice[] => (told ? [{ name }] : []);

/** With the clock of that report: others are due on other days. */
const aboutReport = (name: NoticeName, id: string): Notice => ({ name, clock: `report:${id}` });

/** What a step tells because of what it leads to. */
function following(after: DeploymentFacts, type: DeploymentEventType, data: unknown): Notice[] {
  const term = presentTerm(after);
  switch (type) {
    case 'CONSULTED':
      return consulted(after, data as DeploymentRecorded['CONSULTED']);
    case 'ADD_OBLIGATION':
      return [aboutReport('reportAsked', (data as DeploymentRecorded['ADD_OBLIGATION']).obligation.id)];
    case 'MOVE_OBLIGATION':
      return [aboutReport('reportDateMoved', (data as DeploymentRecorded['MOVE_OBLIGATION']).obligationId)];
    case 'AGREE_WORK_PLAN':
      return only(term !== null && planAgreed(term), 'workPlanAgreed');
    case 'REVIEW':
      return only(term?.review?.findings.length === 2, 'midTermReviewed');
    case 'CHECK':
      return only(term?.exit?.finished.length === 2, 'handoverReady');
    case 'SEND_BACK':
      return [
        {
          name:
            (data as DeploymentRecorded['SEND_BACK']).side === 'adviser'
              ? 'checklistSentBack'
              : 'officeChecklistSentBack',
        },
      ];
    case 'CLOSE':
      return [{ name: after.state === 'ended' ? 'postEnded' : 'postToEnd' }];
    case 'HAND_OVER':
    case 'LEAVE':
      return [{ name: after.state === 'ended' ? 'postEnded' : 'postEmpty' }];
    default:
      return [];
  }
}

/** Who is to be told of a step of a post: what the step itself tells, and what it leads to. */
export const deploymentNoticesOf = (
  before: DeploymentFacts | null,
  after: DeploymentFacts,
  type: DeploymentEventType,
  data: unknown,
): Notice[] => [
  ...(TOLD_BY_POST[type] ?? []).map((name) => ({ name })),
  ...following(after, type, data),
  ...timingNotices(before, after, type, data),
];
