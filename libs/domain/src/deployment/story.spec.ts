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
  expect(log).toMatchSnapshot();
});
