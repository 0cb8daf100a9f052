import { expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { assessmentView } from '#domain';
import { assessmentOfPanel } from './assessment.presenter.js';

it('after the reveal, quotations stand with paragraph and version, and confidence stands beside the score', () => {
  const ownership = {
    score: 3,
    reason: 'A letter.',
    evidence: ['2.1 “agreed on it”', 'Annex B', 'the minutes', '3.4'],
    confidence: 'low' as const,
  };
  const c = aCase()
    .declared()
    .send('amina', { type: 'SCORE', scores: { ...aSheet(), ownership } });
  const before = assessmentView(c.cast.bruno, c.facts)!;
  expect(assessmentOfPanel(before, c.facts.framework!)).toBeNull();
  expect(JSON.stringify(before)).not.toContain('confidence');
  c.revealed();
  const shown = assessmentOfPanel(assessmentView(c.cast.bruno, c.facts)!, c.facts.framework!)!;
  const first = shown.criteria[0]!.said.find((s) => s.id === 'amina')!.first!;
  expect(first.confidence).toBe('low confidence');
  expect(first.evidence).toEqual([
    { text: '2.1 “agreed on it”', where: 'paragraph 2.1', section: '2', quote: 'agreed on it', version: 1 },
    { text: 'Annex B', where: 'annex B', section: '', quote: '', version: null },
    { text: 'the minutes', where: '', section: '', quote: '', version: null },
    { text: '3.4', where: 'paragraph 3.4', section: '3', quote: '', version: null },
  ]);
});
