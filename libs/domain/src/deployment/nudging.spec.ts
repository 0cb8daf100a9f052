import { describe, expect, it } from '@jest/globals';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../test/a-deployment.js';
import { aPostEvent } from '../../test/deployment-events.js';
import { isRefusal } from '../refusal.js';
import { OWN_TURN } from '../timing/nudge.js';
import { lastNudgeOfPost, nudgeableOfPost } from './nudging.js';
import { evolveDeployment } from './record.js';

const nudge = (clock: string) => ({ type: 'NUDGE', clock }) as const;
const keys = (d: DeploymentBuilder, by: PostPart) => nudgeableOfPost(d.cast[by], d.facts).map(({ key }) => key);

describe('a nudge on a post', () => {
  it('is told to the holder of the clock, stands in the record, and moves no day', () => {
    const d = aDeployment().onboarding();
    const { clocks } = d.facts;
    const before = d.facts;
    d.send('coordinator', nudge('recruitment:onboarding'));
    expect(d.last!.notices).toEqual([{ name: 'nudged', clock: 'recruitment:onboarding' }]);
    expect(d.last!.entry).toMatchObject({ name: 'nudged', data: { holder: 'deskOfficer', as: 'residentCoordinator' } });
    expect(d.facts.clocks).toEqual(clocks);
    expect(evolveDeployment(before, d.last!.entry)).toEqual(d.facts);
  });

  it('comes once in 24 hours to each holder, whoever sends it, and says who did and when it can come again', () => {
    const d = aDeployment().arrived();
    d.send('office', nudge('workPlan'));
    expect(d.last!.entry.data).toMatchObject({ whom: 'amara', name: d.cast.amara.name });
    const [report] = keys(d, 'desk').filter((key) => key.startsWith('report:'));
    for (const key of ['workPlan', report!])
      expect(d.attempt('desk', nudge(key))).toMatchObject({
        code: 'notReady',
        message: expect.stringMatching(
          /^They were nudged by Person office \(Resident Coordinator’s Office\) on .* They can/,
        ),
      });
    expect(isRefusal(d.on(1).attempt('desk', nudge('workPlan')))).toBe(false);
  });

  it('of all the reports of a term asks for the one that is due first', () => {
    const d = aDeployment().serving();
    const reports = d.facts.clocks.filter(({ group }) => group === 'report');
    const first = reports.map(({ dueOn }) => dueOn).sort()[0];
    expect(reports.length).toBeGreaterThan(1);
    expect(keys(d, 'desk').map((key) => reports.find((c) => c.key === key)?.dueOn)).toEqual([first]);
    expect(d.attempt('desk', nudge(reports.find((c) => c.dueOn !== first)!.key))).toMatchObject({ code: 'invalid' });
  });

  it('never goes to oneself or one’s own side, nor for what the product does by itself', () => {
    const d = aDeployment().serving();
    expect(d.attempt('amara', nudge(keys(d, 'desk')[0]!))).toMatchObject({ code: 'notReady', message: OWN_TURN });
    expect(d.attempt('desk', nudge('schedule'))).toMatchObject({ code: 'invalid', fields: [{ path: 'clock' }] });
    expect(keys(aDeployment().selected(), 'office')).toEqual([]);
    expect(d.attempt('officeCovered', nudge(keys(d, 'desk')[0]!))).toMatchObject({ code: 'notYourRole' });
    expect(d.attempt('deskElsewhere', nudge(keys(d, 'desk')[0]!))).toMatchObject({ code: 'notFound' });
  });

  it('asks nothing of whoever holds what stands still, and says when it goes on', () => {
    const d = aDeployment().serving();
    const [first] = keys(d, 'desk');
    const stop = aPostEvent('STOP_CLOCK', { facts: d.facts, today: d.today });
    d.send('desk', { ...stop, clock: first! });
    expect(keys(d, 'desk')).toEqual([]);
    expect(d.attempt('desk', nudge(first!))).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^It stands still until .*, when it goes on by itself/),
    });
  });

  it('says where no message would reach the adviser', () => {
    const d = aDeployment().serving();
    const [term] = d.facts.incumbencies;
    d.facts = {
      ...d.facts,
      incumbencies: [{ ...term!, person: { ...term!.person, id: null } }],
      clocks: d.facts.clocks.map((c) => (c.holder === 'adviser' ? { ...c, personId: null } : c)),
    };
    expect(keys(d, 'desk')).toEqual([]);
    expect(d.attempt('desk', nudge('workPlan'))).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^The adviser has no account here/),
    });
    expect(lastNudgeOfPost(d.facts, d.facts.clocks[0]!)).toBeNull();
  });
});
