import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import type { CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { assessmentView, type ScoreSheet } from '#domain';
import { robustnessShown } from './robustness.presenter.js';

const shown = (c: CaseBuilder, part: 'chair' | 'approver' | 'amina' = 'chair') =>
  robustnessShown(assessmentView(c.cast[part], c.facts), c.facts);
const settle = (c: CaseBuilder, ...scores: (number | null)[]) =>
  c.send('chair', { type: 'SETTLE', settled: aSheet(...scores), moderation: { note: 'Both views were heard.' } });
const three = (...sheets: ScoreSheet[]) =>
  aCase()
    .appointed('amina', 'bruno', 'chen')
    .scored(...sheets)
    .revealed();

describe('before the settlement', () => {
  it('a result that nothing changes is said to stand', () => {
    expect(shown(three(aSheet(3), aSheet(4), aSheet(3)))!.sentence).toBe(
      'The result stands: it is “meets the criteria” whichever reviewer is left out, when any weight moves by five points, and by the mean as by the median.',
    );
  });

  it('what would change it is named: persons, weights and the mean', () => {
    const c = three(aSheet(4, 4, 4, 2, 4), aSheet(4, 4, 4, 1, 4), aSheet(4, 4, 4, 2, 4));
    expect(shown(c)!.sentence).toBe(
      'The result does not stand firm. By the median it is “meets the criteria”. It would change to “does not meet the criteria” without Person amina, without Person chen or by the mean in place of the median.',
    );
    const edge = three(aSheet(2, 2, 2, 2, 4), aSheet(2, 2, 2, 2, 4), aSheet(2, 2, 2, 2, 4));
    expect(shown(edge)!.sentence).toContain('with five points less for Full commitment of the RC and UNCT');
  });

  it('the figures stand in tables, and a change is a word and not a colour alone', () => {
    const [reviewers, weights] = shown(
      three(aSheet(4, 4, 4, 2, 4), aSheet(4, 4, 4, 1, 4), aSheet(4, 4, 4, 2, 4)),
    )!.tables;
    expect(reviewers!.rows).toHaveLength(5);
    expect(reviewers!.rows[1]).toEqual({
      what: 'Person amina',
      total: '87.5',
      result: 'Does not meet the criteria',
      changes: { text: 'Changes the result', tone: 'amber' },
    });
    expect(reviewers!.rows[2]).toMatchObject({ what: 'Person bruno', changes: 'The same' });
    expect(weights!.rows).toHaveLength(10);
    expect(weights!.rows[0]).toMatchObject({ what: 'Ownership, five more: 25' });
  });

  it('what nobody could assess is said, and what follows from it', () => {
    const c = three(aSheet(4, 4, 4, null, 4), aSheet(3, 3, 3, null, 3), aSheet(4, 4, 4, null, 4));
    expect(shown(c)).toMatchObject({
      sentence: expect.stringContaining('it is “not enough evidence” whichever reviewer is left out'),
      unassessed:
        'No reviewer could assess Sustainability. Totals rest on the other criteria, scaled to 100. There is not enough evidence unless the panel chair settles a score for it with a reason.',
    });
  });

  it('a panel of one says that it is one', () => {
    const one = aCase({ context: { frameworkFor: () => ({ ...aFramework(), minimumReviewers: 1 }) } })
      .appointed('amina')
      .scored(aSheet(3))
      .revealed();
    expect(shown(one)!.sentence).toBe(
      'The result is “meets the criteria”. One reviewer alone scored, so it rests on one judgement: nobody can be left out. It is the same when any weight moves by five points.',
    );
    expect(shown(one)!.tables[0]!.rows.map((r) => r.what)).toEqual(['Nobody', 'Nobody, by the mean']);
  });
});

describe('after the settlement', () => {
  it('weights are moved on what was settled, and the reviewers are left out of their medians', () => {
    const c = settle(three(aSheet(3), aSheet(4), aSheet(3)), 3, 3, 3, 3, 3);
    expect(shown(c)!.sentence).toBe(
      'The result stands: the settled scores come to “meets the criteria”, and still do when any weight moves by five points. The medians of the reviewers come to the same whichever reviewer is left out, and by the mean.',
    );
  });

  it('where the settlement makes the difference, that comes first', () => {
    const c = settle(three(aSheet(4, 4, 4, 1, 4), aSheet(4, 4, 4, 1, 4), aSheet(4, 4, 4, 1, 4)), 4, 4, 4, 3, 4);
    expect(shown(c)!.sentence).toMatch(
      /^The settlement decides: the medians of the reviewers come to “does not meet the criteria”, the settled scores to “meets the criteria”\. The settled scores/,
    );
  });
});

it('is for nobody before the reveal, and for nobody outside OHCHR', () => {
  const blind = aCase().scored(aSheet(3), aSheet(3));
  expect(shown(blind)).toBeNull();
  const { facts, cast } = aCase().settled();
  for (const part of ['coordinator', 'office', 'team', 'regionalOffice', 'fund', 'dina'] as const)
    expect(robustnessShown(assessmentView(cast[part], facts), facts)).toBeNull();
});
