import { expect, it } from '@jest/globals';
import { aDeployment } from '../../test/a-deployment.js';
import { evolveDeployment } from './record.js';
import type { DeploymentFacts } from './facts.js';

it('a decision to end holds when the adviser leaves before the handover', () => {
  const d = aDeployment().toEnd().on(1).go('desk', 'LEAVE');
  expect(d.facts).toMatchObject({
    state: 'ended',
    ending: { reason: 'funds', conversion: null, text: 'No donor for a third year', on: d.term.until },
    clocks: [],
  });
  expect(d.last!.notices.map((n) => n.name)).toEqual(['postEnded']);
  expect(d.term.left).toMatchObject({ reason: 'resigned' });
  expect(d.entries.reduce<DeploymentFacts | null>(evolveDeployment, null)).toEqual(d.facts);
});

it('so does a decision to convert; without one the post is empty', () => {
  const converted = aDeployment().wished().go('desk', 'CONVERT').on(1).go('desk', 'LEAVE');
  expect(converted.facts.ending).toMatchObject({ reason: 'converted', conversion: 'nationalPost' });
  const going = aDeployment().succeeding().on(1).go('desk', 'LEAVE');
  expect(going.last!.notices.map((n) => n.name)).toEqual(['postEmpty']);
  expect(going.facts).toMatchObject({ state: { active: { tenure: 'vacant' } }, ending: null });
});
