import { expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { PARTS, type Part } from '../../test/cast.js';
import { aSheet } from '../../test/events.js';
import { assessmentView } from './view.js';

const view = (c: CaseBuilder, part: Part) => assessmentView(c.cast[part], c.facts);
/** Everything a part may see, as text, to look for what must not be in it. */
const shown = (c: CaseBuilder, part: Part) => JSON.stringify(view(c, part));
const high = aSheet(4, 4, 4, 4, 4);
const conflict = { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } } as const;

it('the country’s side, the regions and the fund see nothing of how a request is judged, not even who judges it', () => {
  const blind: Part[] = [
    'office',
    'coordinator',
    'acting',
    'team',
    'regionalOffice',
    'fund',
    'administrator',
    'officeElsewhere',
  ];
  for (const c of [aCase().scored(), aCase().revealed(), aCase().approved()])
    for (const part of blind) expect(view(c, part)).toBeNull();
});

it('before the reveal a reviewer sees their own scores and of the others only who has finished', () => {
  const c = aCase().declared().send('amina', { type: 'SCORE', scores: high });
  const [amina, bruno] = view(c, 'bruno')!.reviewers;
  expect(amina).toMatchObject({
    person: { id: 'amina' },
    state: 'scored',
    first: null,
    counting: null,
    weighted: null,
  });
  expect(bruno).toMatchObject({ own: true, state: 'cleared' });
  const own = view(c, 'amina')!.reviewers[0]!;
  expect(own.first).toEqual(high);
  expect(own.weighted!.weighted!.exact).toBe('100');
});

it('scores in hand are for their owner alone', () => {
  const draft = { ownership: { score: 1, reason: 'Thin minutes' } };
  const c = aCase().declared().send('amina', { type: 'SAVE_SCORES', scores: draft });
  expect(view(c, 'amina')!.draft).toEqual(draft);
  for (const part of PARTS.filter((p) => p !== 'amina' && p !== 'clock'))
    expect(shown(c, part)).not.toContain('Thin minutes');
});

it('the desk officer, the chair and the auditor are blind as well until the reveal', () => {
  const c = aCase().scored(high);
  for (const part of ['desk', 'chair', 'approver', 'auditor'] as const) {
    expect(view(c, part)).toMatchObject({ revealed: false, consolidated: null, settled: null, result: null });
    expect(shown(c, part)).not.toContain('Reason for');
  }
});

it('after the reveal OHCHR sees every sheet and what they come to', () => {
  const c = aCase()
    .scored(high, aSheet(3, 3, 3, 3, 3))
    .revealed();
  const seen = view(c, 'bruno')!;
  expect(seen.reviewers.map((r) => r.weighted!.weighted!.exact)).toEqual(['100', '75']);
  expect(seen.consolidated!.overall!.mean.exact).toBe('175/2');
});

it('a revised score counts, and the first one stays beside it', () => {
  const c = aCase().inModeration();
  c.send('bruno', { type: 'REVISE', scores: { sustainability: { score: 3, reason: 'The answer settles it.' } } });
  const bruno = view(c, 'desk')!.reviewers[1]!;
  expect([
    bruno.first!.sustainability!.score,
    bruno.revised!.sustainability!.score,
    bruno.counting!.sustainability!.score,
  ]).toEqual([1, 3, 3]);
  c.send('bruno', { type: 'REVISE', scores: { ownership: { score: 3, reason: 'Read again.' } } });
  expect(view(c, 'desk')!.reviewers[1]!.revised).toMatchObject({
    sustainability: { score: 3 },
    ownership: { score: 3 },
  });
});

it('the scores of somebody with a conflict count nowhere, neither half-finished nor finished', () => {
  const c = aCase().appointed('amina', 'bruno', 'chen', 'dina').declared();
  c.send('amina', { type: 'SAVE_SCORES', scores: { ownership: { score: 0, reason: 'x' } } }).send('amina', conflict);
  c.send('bruno', { type: 'SCORE', scores: aSheet(0, 0, 0, 0, 0) }).send('bruno', conflict);
  c.scored(high, high).revealed();
  const seen = view(c, 'chair')!;
  expect(Object.keys(seen.consolidated!.reviewers)).toEqual(['chen', 'dina']);
  expect(seen.consolidated!.overall!.lowest.exact).toBe('100');
  expect(seen.reviewers.map((r) => r.counting && r.person.id)).toEqual([null, null, 'chen', 'dina']);
  expect([view(c, 'amina'), view(c, 'bruno')]).toEqual([null, null]);
  expect(seen.draft).toBeNull();
});

it('what the chair settled is shown with its result', () => {
  const c = aCase().settled();
  expect(view(c, 'amina')).toMatchObject({ result: { outcome: 'meets' }, moderationNote: 'Both views were heard.' });
});
