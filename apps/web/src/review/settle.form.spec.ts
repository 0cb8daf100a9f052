import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { isRefusal } from '#domain';
import { proposedSettlement, settledSoFar, settlementErrors, settlementOf, typedSettlement } from './settle.form.js';

const proposed = (...sheets: ReturnType<typeof aSheet>[]) => {
  const c = aCase()
    .appointed('amina', 'bruno', 'chen')
    .scored(...sheets)
    .revealed();
  return Object.values(proposedSettlement(c.facts).sheet).map((t) => t.score);
};

describe('the form begins with the median', () => {
  it('where it is a whole number', () => {
    expect(proposed(aSheet(4, 3, 0, 1, 2), aSheet(3, 3, 1, 2, 2), aSheet(2, 2, 4, 4, 2))).toEqual([
      '3',
      '3',
      '1',
      '2',
      '2',
    ]);
  });
  it('where it lies between two scores a whole number apart from both; open where it does not', () => {
    const without = aSheet(null, null, null, null, null);
    expect(proposed(aSheet(1, 2, 4, 0, 3), aSheet(3, 3, 4, 4, 4), without)).toEqual(['2', '', '4', '2', '']);
  });
  it('with “cannot assess” where nobody could', () => {
    const sheets = [aSheet(3, null), aSheet(3, null), aSheet(3, null)];
    expect(proposed(...sheets)[1]).toBe('cannot');
  });
});

describe('what is typed', () => {
  it('is sent with its note, and what is left open is refused at its field', () => {
    const c = aCase().inModeration();
    const event = settlementOf(
      typedSettlement({ 'score-ownership': '3', 'reason-commitment': 'Only words', note: 'Both heard' }),
    );
    expect(event).toMatchObject({ settled: { ownership: { score: 3 } }, moderation: { note: 'Both heard' } });
    const outcome = c.attempt('chair', event);
    const errors = isRefusal(outcome) ? settlementErrors(outcome) : [];
    expect(errors.map((e) => e.href)).toEqual(
      expect.arrayContaining(['#score-sustainability', '#score-commitment', '#reason-ownership']),
    );
  });
  it('says what it comes to as far as it goes', () => {
    const typed = typedSettlement({
      'score-ownership': '3',
      'score-sustainability': 'cannot',
      'score-commitment': '9',
    });
    expect(settledSoFar(typed)).toEqual({
      ownership: { score: 3, reason: '' },
      sustainability: { score: null, reason: '' },
    });
  });
});
