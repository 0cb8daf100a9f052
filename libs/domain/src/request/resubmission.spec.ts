import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { aFramework } from '../../test/context.js';
import { anEvent, aSheet } from '../../test/events.js';
import { submittedSummary, warningsBefore } from './frozen.js';

describe('a request that is submitted again', () => {
  const again = { type: 'RESUBMIT', declaration: true } as const;
  const retitle = { type: 'EDIT', patch: { title: 'Another title' } } as const;

  it('unchanged is taken, and the record, the desk officer and the sender are told so', () => {
    const c = aCase().returned();
    expect(warningsBefore(c.facts, c.content)).toEqual([
      'Nothing was changed since the request was returned. You can submit it as it is; the desk officer is told that nothing was changed.',
    ]);
    c.send('coordinator', again);
    expect(c.last!.entry.data).toMatchObject({ version: 2, unchanged: true });
    expect(c.facts.frozen).toMatchObject({ unchanged: true });
    expect(c.last!.notices.map((n) => n.name)).toEqual(['requestReceived', 'submittedUnchanged']);
  });

  it('counts as unchanged when every change was taken back, and as changed with a document more', () => {
    const c = aCase().returned();
    const { title } = c.content;
    c.send('office', retitle);
    expect(warningsBefore(c.facts, c.content)).toEqual([]);
    c.send('office', { type: 'EDIT', patch: { title } });
    expect(warningsBefore(c.facts, c.content)).toHaveLength(1);
    c.send('office', anEvent('ATTACH', { facts: c.facts }));
    expect(warningsBefore(c.facts, c.content)).toEqual([]);
    expect(c.send('coordinator', again).facts.frozen).toMatchObject({ unchanged: false });
    expect(c.last!.notices.map((n) => n.name)).toEqual(['requestReceived', 'screeningNeeded']);
  });

  it('is known by what was submitted last until then', () => {
    const c = aCase().returned().send('office', retitle);
    expect([c.facts.summary.title, submittedSummary(c.facts).title]).toEqual([
      'Another title',
      'An adviser for the country team',
    ]);
    expect(submittedSummary(c.send('coordinator', again).facts).title).toBe('Another title');
  });

  it('keeps its criteria, and gets others with another type', () => {
    const versions = { n: 0 };
    const frameworkFor = (type: string) => ({ ...aFramework(), id: type, version: (versions.n += 1) });
    const returned = () => aCase({ context: { frameworkFor } }).returned();
    const same = returned();
    expect(same.send('coordinator', again).facts.framework).toMatchObject({ id: 'initial', version: 1 });
    const c = returned().send('office', { type: 'EDIT', patch: { type: 'extension' } });
    expect(c.send('coordinator', again).facts.framework).toMatchObject({ id: 'extension' });
    const none = aCase({
      context: { frameworkFor: (type) => (type === 'extension' ? null : aFramework()) },
    }).returned();
    none.send('office', { type: 'EDIT', patch: { type: 'extension' } });
    expect(none.attempt('coordinator', again)).toMatchObject({ code: 'notReady' });
  });
});

describe('what was done on the version of before', () => {
  it('is carried over: who was asked is asked anew, and nobody has scored yet', () => {
    const c = aCase().returned();
    expect(c.facts.returned!.items).toHaveLength(1);
    c.send('office', { type: 'EDIT', patch: { title: 'Another title' } });
    c.send('coordinator', { type: 'RESUBMIT', declaration: true, note: 'Corrected.' });
    expect(c.facts).toMatchObject({ version: 2, returned: null, reviewers: [] });
    expect(c.facts.consultation.map((p) => [p.state, p.advice])).toEqual([
      ['awaited', null],
      ['awaited', null],
    ]);
    c.accepted().send('team', { ...anEvent('ADVISE', { facts: c.facts }), requestVersion: 2 });
    expect(c.facts.consultation[0]!.advice).toMatchObject({ requestVersion: 2 });
  });

  it('stays with its version where the text changes again while it is judged: advice, drafts and scores', () => {
    const c = aCase().returned().send('coordinator', { type: 'RESUBMIT', declaration: true }).advised().declared();
    c.send('amina', { type: 'SAVE_SCORES', scores: aSheet(), requestVersion: 2 });
    c.send('bruno', { type: 'SCORE', scores: aSheet(), requestVersion: 2 }).amended();
    expect(c.facts.version).toBe(3);
    expect(c.facts.consultation.map((p) => p.advice!.requestVersion)).toEqual([2, 2]);
    expect(c.facts.reviewers.map((r) => [r.state, r.draftVersions!.ownership])).toEqual([
      ['cleared', 2],
      ['cleared', 2],
    ]);
  });
});
