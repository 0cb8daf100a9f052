import { describe, expect, it } from '@jest/globals';
import { aContext } from '../../test/context.js';
import { aPerson, assigned } from '../../test/cast.js';
import { isRefusal } from '../refusal.js';
import { SYSTEM } from '../people/roles.js';
import { deploymentLocksOf } from './access.js';
import { availableDeploymentActions, decideDeployment } from './decide-deployment.js';
import type { DeploymentEvent, HistoricTerm, HistoryTold } from './events.js';
import type { DeploymentFacts, Post } from './facts.js';
import { evolveDeployment } from './record.js';
import { historyOf, tellsMore } from './steps-history.js';

const year = (from: number, until: number): HistoricTerm => ({
  person: 'Name not recorded',
  from: `${from}-01-01`,
  until: `${until}-12-31`,
  certainty: { from: 'year', until: 'year' },
});
const post: Post = {
  title: 'Human Rights Adviser, United Republic of Tanzania',
  modality: 'inCountry',
  language: 'en',
  grade: '',
  dutyStation: 'Not recorded',
  host: 'TZA',
  coverage: [{ country: 'TZA', from: '2012-01-01', until: null, daysPerMonth: null }],
  regions: [],
  framework: [],
  cluster: null,
  reporting: [],
};
const ended = { reason: 'funds', on: '2013-12-31', text: 'Last listed for 2013.' } as const;
const send = (facts: DeploymentFacts | null, event: DeploymentEvent, actor = SYSTEM) =>
  decideDeployment(facts, actor, event, { ...aContext(), newRef: 'DEP-2027-001' });

function recorded(): DeploymentFacts {
  const decision = send(null, {
    type: 'RECORD_HISTORY',
    post,
    origin: { kind: 'history', requestId: null, reference: 'S-A', approvedOn: null, conditions: [], scores: [] },
    incumbents: [year(2012, 2013)],
    ended,
  });
  if (isRefusal(decision)) throw new Error(JSON.stringify(decision));
  return decision.facts;
}
const amend = (told: Partial<HistoryTold>): DeploymentEvent => ({
  type: 'AMEND_HISTORY',
  because: 'A later list',
  ...historyOf(recorded()),
  ...told,
});

it('a post of the past has ended, tells nobody, and is open to whoever may see any post there', () => {
  const facts = recorded();
  expect(facts).toMatchObject({ state: 'ended', ending: { ...ended, conversion: null }, clocks: [] });
  expect(deploymentLocksOf(facts)).toEqual(expect.arrayContaining(['rc:TZA', 'desk:esa', 'team:esa', 'audit', 'fund']));
});

describe('what its sources tell later', () => {
  it('takes the place of what they told, and terms that stay keep their id', () => {
    const before = recorded();
    const decision = send(
      before,
      amend({ reference: 'S-A, S-B', incumbents: [year(2012, 2014)], ended: { ...ended, on: '2014-12-31' } }),
    );
    if (isRefusal(decision)) throw new Error(JSON.stringify(decision));
    const { facts, entry, notices } = decision;
    expect(facts).toMatchObject({ state: 'ended', origin: { reference: 'S-A, S-B' }, ending: { on: '2014-12-31' } });
    expect(facts.incumbencies).toMatchObject([{ id: before.incumbencies[0]!.id, until: '2014-12-31' }]);
    expect([notices, entry.name, entry.data]).toEqual([
      [],
      'historyAmended',
      expect.objectContaining({ because: 'A later list' }),
    ]);
    expect(evolveDeployment(before, entry)).toEqual(facts);
  });

  it('can open the post again', () => {
    const decision = send(recorded(), amend({ incumbents: [{ ...year(2012, 2013), until: null }], ended: null }));
    expect(decision).toMatchObject({
      facts: { state: { active: { tenure: 'serving', recruitment: 'idle' } }, ending: null },
    });
  });

  it('is recorded only where it differs', () => {
    const facts = recorded();
    expect(tellsMore(facts, historyOf(facts))).toBe(false);
    expect(tellsMore(facts, { ...historyOf(facts), incumbents: [] })).toBe(true);
    expect(send(facts, amend({}))).toMatchObject({ code: 'notReady' });
  });

  it('is refused where it is wrong in itself', () => {
    expect(send(recorded(), amend({ incumbents: [year(2014, 2012)] }))).toMatchObject({ code: 'invalid' });
    expect(send(recorded(), amend({ reference: '' }))).toMatchObject({ code: 'invalid' });
  });

  it('is nothing that a person records, or is shown as a step', () => {
    const desk = aPerson('desk', assigned('deskOfficer', { regions: ['esa'] }));
    expect(send(recorded(), amend({ incumbents: [] }), desk)).toMatchObject({ code: 'notYourRole' });
    expect(availableDeploymentActions(recorded(), desk).map((a) => a.type)).not.toContain('AMEND_HISTORY');
  });
});
