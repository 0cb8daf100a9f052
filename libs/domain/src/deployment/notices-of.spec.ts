import { expect, it } from '@jest/globals';
import { aDeployment, type DeploymentBuilder } from '../../test/a-deployment.js';
import { NOTICE_NAMES, TOLD_BY_POST } from '../notices.js';
import { DEPLOYMENT_EVENT_TYPES } from './events.js';

const told = (d: DeploymentBuilder) => d.last!.notices.map((n) => (n.personId ? `${n.name}:${n.personId}` : n.name));

it('every step of a post tells those whom it concerns', () => {
  const d = aDeployment();
  const log: [string, string[]][] = [];
  const look = (step: DeploymentBuilder) => log.push([step.sent.at(-1)!.event.type, told(step)]);
  look(d);
  look(d.advertised());
  look(d.shortlisted());
  look(d.selected());
  look(d.onboarding());
  look(d.arrived());
  look(d.planned());
  look(d.send('coordinator', { type: 'AGREE_WORK_PLAN' }));
  look(d.send('desk', { type: 'AGREE_WORK_PLAN' }));
  look(d.inMidTerm());
  look(d.go('coordinator', 'REVIEW'));
  look(d.go('desk', 'REVIEW'));
  look(d.inRenewal());
  look(d.wished());
  look(d.succeeding());
  look(d.closing());
  look(d.checked());
  look(d.handedOver());
  look(d.go('team', 'BRIDGE'));
  look(d.ended());
  expect(log).toEqual([
    ['OPEN', ['postOpened']],
    ['ADVERTISE', ['recruitmentStage']],
    ['SHORTLIST', ['shortlistMade']],
    ['SELECT', ['selectionConsultation']],
    ['CONSULTED', ['candidateAgreed', 'adviserExpected:amara']],
    ['ARRIVE', ['adviserArrived', 'workPlanToWrite']],
    ['PLAN', ['workPlanToAgree']],
    ['AGREE_WORK_PLAN', []],
    ['AGREE_WORK_PLAN', ['workPlanAgreed']],
    ['START_MID_TERM', ['midTermOpened', 'midTermAhead']],
    ['REVIEW', []],
    ['REVIEW', ['midTermReviewed']],
    ['OPEN_RENEWAL', ['renewalOpened', 'renewalAhead']],
    ['ASK_EXTENSION', ['extensionWished']],
    ['PLAN_SUCCESSION', ['successionPlanned']],
    ['START_CLOSING', ['closingOpened', 'closingAhead']],
    ['CHECK', ['handoverReady']],
    ['HAND_OVER', ['postHandedOver', 'postEmpty']],
    ['BRIDGE', ['gapBridged']],
    ['CLOSE', ['postEnded']],
  ]);
});

it('notices speak of known events only', () => {
  for (const [type, names] of Object.entries(TOLD_BY_POST)) {
    expect(DEPLOYMENT_EVENT_TYPES).toContain(type);
    for (const name of names) expect(NOTICE_NAMES).toContain(name);
  }
});
