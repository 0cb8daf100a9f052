import { expect, it } from '@jest/globals';
import { aDeployment, type DeploymentBuilder } from '../../test/a-deployment.js';
import { conditionOf } from './current.js';

const at = (d: DeploymentBuilder) =>
  d.facts.state === 'ended' ? 'ended' : `${d.facts.state.active.tenure} ${d.facts.state.active.recruitment}`;

it('a post goes from its opening to a successor and to its end, over every stage', () => {
  const d = aDeployment();
  const log: string[] = [];
  const look = (step: DeploymentBuilder) => log.push(`${step.today} ${at(step)}, ${conditionOf(step.facts)}`);
  look(d);
  look(d.on(10).advertised());
  look(d.on(40).shortlisted());
  look(d.on(10).selected());
  look(d.on(2).onboarding());
  look(d.on('2027-07-01').arrived());
  look(d.on(20).planned());
  look(d.on(5).serving());
  look(d.inMidTerm());
  look(d.on(3).reviewed());
  look(d.inRenewal());
  look(d.on(14).wished());
  look(d.on(14).succeeding());
  look(d.on(14).go('desk', 'ADVERTISE'));
  look(d.on(30).go('desk', 'SHORTLIST'));
  look(d.on(30).go('desk', 'SELECT'));
  look(d.on(5).go('coordinator', 'CONSULTED'));
  look(d.closing());
  look(d.checked());
  look(d.on('2029-06-30').handedOver());
  look(d.on('2029-07-02').go('desk', 'ARRIVE'));
  look(d.on(30).go('desk', 'LEAVE'));
  look(d.go('desk', 'BRIDGE'));
  look(d.on(10).go('desk', 'CLOSE'));
  expect(log).toEqual([
    '2027-03-01 vacant sourcing, recruiting',
    '2027-03-11 vacant shortlisting, recruiting',
    '2027-04-20 vacant selection, recruiting',
    '2027-04-30 vacant selection, recruiting',
    '2027-05-02 vacant onboarding, recruiting',
    '2027-07-01 inception idle, inPost',
    '2027-07-21 inception idle, inPost',
    '2027-07-26 serving idle, inPost',
    '2028-06-30 midTermReview idle, inPost',
    '2028-07-03 serving idle, inPost',
    '2028-09-30 renewal idle, renewal',
    '2028-10-14 renewal idle, renewal',
    '2028-10-28 renewal idle, renewal',
    '2028-11-11 renewal shortlisting, renewal',
    '2028-12-11 renewal selection, renewal',
    '2029-01-10 renewal selection, renewal',
    '2029-01-15 renewal onboarding, renewal',
    '2029-05-31 closing onboarding, closing',
    '2029-05-31 closing onboarding, closing',
    '2029-06-30 vacant onboarding, vacant',
    '2029-07-02 inception idle, inPost',
    '2029-08-01 vacant idle, vacant',
    '2029-08-01 vacant idle, vacant',
    '2029-08-11 ended, ended',
  ]);
});
