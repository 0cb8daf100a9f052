import { describe, expect, it } from '@jest/globals';
import { aDeployment, POST_PARTS, postCast, type DeploymentBuilder, type PostPart } from '../../test/a-deployment.js';
import { aPerson, assigned } from '../../test/cast.js';
import { deploymentLocksOf, deploymentTiersFor, maySeeDeployment } from './access.js';
import { deploymentLineData, readableDeploymentLines } from './record-access.js';
import { deploymentView, readerOf } from './view.js';

const seers = (d: DeploymentBuilder): PostPart[] =>
  POST_PARTS.filter((p) => p !== 'clock' && maySeeDeployment(d.cast[p], d.facts));
const parties: PostPart[] = ['office', 'coordinator', 'acting', 'desk', 'chair', 'approver'];
const others: PostPart[] = ['team', 'regionalOffice', 'fund', 'auditor', 'officeCovered'];
const view = (d: DeploymentBuilder, part: PostPart) => deploymentView(d.facts, d.cast[part])!;

describe('who may know of a post', () => {
  it('its countries, its regions, OHCHR, the fund; the adviser from the moment that the coordinator agreed until they leave', () => {
    const d = aDeployment().selected();
    expect(seers(d)).toEqual([...parties, ...others]);
    expect(seers(d.onboarding())).toEqual([...parties, 'amara', ...others]);
    expect(seers(d.left())).toEqual([...parties, ...others]);
  });
  it('by locks that are named after what holds now', () => {
    expect(deploymentLocksOf(aDeployment().arrived().facts)).toEqual([
      'adviser:amara',
      'audit',
      'desk:*',
      'desk:esa',
      'fund',
      'rc:KEN',
      'rc:TZA',
      'team:*',
      'team:esa',
    ]);
  });
  it('an adviser without the role, or of another post, does not', () => {
    const d = aDeployment().arrived();
    expect(maySeeDeployment(aPerson('amara'), d.facts)).toBe(false);
    expect(maySeeDeployment(d.cast.boris, d.facts)).toBe(false);
  });
  it('the coordinator of another country that is covered reads, and acts in nothing', () => {
    const d = aDeployment().selected();
    expect(view(d, 'officeCovered').ref).toBe('DEP-2027-001');
    expect(d.attempt('officeCovered', { type: 'CONSULTED', agrees: true })).toMatchObject({
      code: 'notYourRole',
      message:
        'This is done by the Resident Coordinator, Acting Resident Coordinator or OHCHR desk officer of this post.',
    });
  });
});

describe('what of a post somebody reads', () => {
  const told = () =>
    aDeployment()
      .onboarding()
      .go('desk', 'NOT_ARRIVED')
      .go('desk', 'SELECT')
      .go('coordinator', 'CONSULTED')
      .serving()
      .go('amara', 'NOTE_TO_OHCHR')
      .go('amara', 'FILE_REPORT')
      .on(30)
      .go('desk', 'LEAVE');
  it('OHCHR and the auditor read all of it', () => {
    const d = told();
    for (const part of ['desk', 'chair', 'auditor'] as const) expect(view(d, part)).toBe(d.facts);
  });
  it.each([
    ['coordinator', { reason: '', name: 'Person amara', challenges: true, note: 'A family matter' }],
    ['team', { reason: '', name: '', challenges: true, note: '' }],
    ['officeCovered', { reason: '', name: '', challenges: true, note: '' }],
    ['fund', { reason: '', name: '', challenges: false, note: '' }],
  ] as const)('the %s reads what is theirs', (part, expected) => {
    const d = told();
    const seen = view(d, part);
    const [term] = seen.incumbencies;
    expect(seen.origin).toMatchObject({ scores: [], conditions: d.facts.origin.conditions });
    expect(seen.notes).toEqual([]);
    expect(term!.reports[0]).toMatchObject({
      summary: 'What was done 0',
      confidential: '',
      challenges: expected.challenges ? 'Access to the north' : '',
    });
    expect(term!.left).toMatchObject({ reason: 'resigned', note: expected.note });
    expect(seen.recruitments[0]!.notArrived).toMatchObject([{ reason: expected.reason, name: expected.name }]);
    expect(seen.recruitments[0]!.shortlisted).toBeNull();
  });
  it('the adviser reads their own notes and their own report as they wrote it', () => {
    const d = aDeployment().serving().go('amara', 'NOTE_TO_OHCHR').go('amara', 'FILE_REPORT');
    expect(view(d, 'amara').notes).toHaveLength(1);
    expect(view(d, 'amara').incumbencies[0]!.reports[0]!.confidential).toBe('The ministry asked for names');
    expect(view(d, 'amara').origin.scores).toEqual([]);
  });
  it('a candidate is named to the coordinator who is consulted, and to others once agreed', () => {
    const d = aDeployment().selected();
    const named = (part: PostPart) => view(d, part).recruitments[0]!.selected?.name ?? null;
    expect([named('coordinator'), named('desk'), named('team'), named('fund')]).toEqual([
      'Person amara',
      'Person amara',
      null,
      null,
    ]);
    d.onboarding();
    expect(named('team')).toBe('Person amara');
  });
  it('who manages the fund and is something elsewhere reads as the fund here', () => {
    const d = aDeployment().serving();
    const both = aPerson('both', assigned('fundManager'), assigned('residentCoordinator', { countries: ['FJI'] }));
    expect(readerOf(both, d.facts)).toBe('fund');
    expect(readerOf(d.cast.team, d.facts)).toBe('rc');
    expect(deploymentTiersFor(both, d.facts)).toEqual(new Set(['case']));
  });
});

describe('the record of a post', () => {
  const line = (d: DeploymentBuilder, event: string) => {
    const entry = d.entries.findLast((e) => e.event === event)!;
    return { event: entry.event, actorId: entry.actor.id, data: entry.data };
  };
  it('keeps a note to OHCHR from everybody else but its author', () => {
    const d = aDeployment().serving();
    expect(readableDeploymentLines(d.cast.desk, d.facts).events).toContain('NOTE_TO_OHCHR');
    for (const part of ['coordinator', 'team', 'fund', 'amara'] as const) {
      expect(readableDeploymentLines(d.cast[part], d.facts).events).not.toContain('NOTE_TO_OHCHR');
      expect(readableDeploymentLines(d.cast[part], d.facts).ownEvents).toEqual(['NOTE_TO_OHCHR']);
    }
    expect(readableDeploymentLines(d.cast.boris, d.facts)).toEqual({ events: [], ownEvents: [] });
  });
  it('says in each line what the post itself says to the person', () => {
    const d = aDeployment().serving().go('amara', 'FILE_REPORT').on(30).go('desk', 'LEAVE');
    const read = (part: PostPart, event: string) =>
      JSON.stringify(deploymentLineData(d.cast[part], d.facts, line(d, event)));
    expect(read('desk', 'OPEN')).toContain('"settled":3');
    expect(read('team', 'OPEN')).toContain('"scores":[]');
    expect([read('coordinator', 'SELECT'), read('team', 'SELECT')]).toEqual([expect.stringContaining('amara'), '{}']);
    expect([read('team', 'SHORTLIST'), read('coordinator', 'SHORTLIST')]).toEqual(['{}', '{}']);
    expect([read('coordinator', 'LEAVE'), read('fund', 'LEAVE')]).toEqual([
      expect.stringContaining('family'),
      expect.not.stringContaining('family'),
    ]);
    expect(read('coordinator', 'FILE_REPORT')).not.toContain('asked for names');
    expect(read('fund', 'FILE_REPORT')).not.toContain('Access to the north');
    expect(read('team', 'CONSULTED')).not.toContain('A good choice');
  });
  it('says of a search that was stopped or came to nothing no reason outside OHCHR', () => {
    const d = aDeployment({ cast: postCast() }).onboarding().go('desk', 'NOT_ARRIVED').go('desk', 'CANCEL');
    const read = (event: string) => deploymentLineData(d.cast.coordinator, d.facts, line(d, event));
    expect([read('NOT_ARRIVED'), read('CANCEL')]).toEqual([
      { name: 'Person amara', reason: '', day: '2027-03-01' },
      {},
    ]);
  });
});
