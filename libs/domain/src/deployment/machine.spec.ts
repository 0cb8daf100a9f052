import { expect, it } from '@jest/globals';
import { getShortestPaths } from 'xstate/graph';
import { aDeployment } from '../../test/a-deployment.js';
import { DEPLOYMENT_EVENT_TYPES, type DeploymentEvent } from './events.js';
import { RECRUITMENT_STAGES, type DeploymentFacts } from './facts.js';
import { deploymentEventsHandledIn, deploymentMachine } from './machine.js';
import { DEPLOYMENT_STATES, TENURES, type DeploymentState } from './states.js';

const { tenure, recruitment } = deploymentMachine.states.active!.states;
const STAGES = ['idle', ...Object.keys(RECRUITMENT_STAGES)];

it('the machine has the states of the table of states, and no other', () => {
  expect(Object.keys(deploymentMachine.states)).toEqual(['active', 'ended']);
  expect(Object.keys(tenure!.states)).toEqual([...TENURES]);
  expect(Object.keys(recruitment!.states)).toEqual(STAGES);
});

it('every state can be reached from an opening', () => {
  const reached = new Set<string>();
  const stories: DeploymentFacts[] = [
    aDeployment().onboarding().facts,
    aDeployment().serving().facts,
    aDeployment().reviewed().facts,
    aDeployment().checked().facts,
    aDeployment().toEnd().facts,
  ];
  for (const after of stories) {
    const events = DEPLOYMENT_EVENT_TYPES.map((type) => ({ type }) as DeploymentEvent);
    for (const path of getShortestPaths(deploymentMachine, { events, input: { after } }))
      reached.add(JSON.stringify(path.state.value));
  }
  const found = [...reached].map((v) => JSON.parse(v) as DeploymentState);
  expect(found).toContain('ended');
  const active = found.flatMap((v) => (v === 'ended' ? [] : [v.active]));
  expect(new Set(active.map((a) => a.tenure))).toEqual(new Set(TENURES));
  expect(new Set(active.map((a) => a.recruitment))).toEqual(new Set(STAGES));
});

it('every event is answered to somewhere; a post that has ended answers to none', () => {
  const everywhere = TENURES.flatMap((t) =>
    STAGES.map((r) => ({ active: { tenure: t, recruitment: r } }) as DeploymentState),
  );
  const handled = new Set(everywhere.flatMap((value) => [...deploymentEventsHandledIn(value)]));
  const beginning = ['OPEN', 'RECORD_HISTORY', 'AMEND_HISTORY'];
  expect([...handled, ...beginning].sort()).toEqual([...DEPLOYMENT_EVENT_TYPES].sort());
  expect(deploymentEventsHandledIn('ended').size).toBe(0);
});

it('states are open exactly where somebody holds them', () => {
  for (const [name, state] of Object.entries(DEPLOYMENT_STATES))
    expect({ name, held: state.holder !== null }).toEqual({ name, held: state.open });
});

it('a successor may be sought while somebody is in post, in every state of the term', () => {
  for (const t of TENURES)
    expect(deploymentEventsHandledIn({ active: { tenure: t, recruitment: 'idle' } }).has('ADVERTISE')).toBe(true);
});

it('an urgent surge begins with the selection; nothing else is spared anything', () => {
  const surge = aDeployment({ urgent: true, post: { modality: 'surge' } });
  expect(surge.facts.state).toEqual({ active: { tenure: 'vacant', recruitment: 'selection' } });
  expect(surge.search.skipped).toEqual(['sourcing', 'shortlisting']);
  expect(surge.arrived().term.person.id).toBe('amara');
  for (const given of [{ urgent: true }, { urgent: false, post: { modality: 'surge' as const } }])
    expect(aDeployment(given).search).toMatchObject({ skipped: [], stages: [{ stage: 'sourcing' }] });
});
