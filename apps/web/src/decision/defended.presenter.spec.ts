import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { lastDecision, type RequestEvent } from '#domain';
import { followsWords, groundsWords, judgedWords } from './defended.presenter.js';

const recommend = (outcome: string, conditions: string[] = []): RequestEvent =>
  ({ type: 'RECOMMEND', outcome, modality: 'inCountry', conditions, reasons: 'By the scores.' }) as RequestEvent;
const decided = (first: RequestEvent, then: RequestEvent) => {
  const c = aCase().withPanel().send('chair', first).send('approver', then);
  return { facts: c.facts, decision: lastDecision(c.facts)! };
};
const follows = (first: RequestEvent, then: RequestEvent): string => {
  const { facts, decision } = decided(first, then);
  return followsWords(facts, decision);
};

describe('what a reader needs to defend a decision', () => {
  it('is whether it follows the panel', () => {
    const approve: RequestEvent = { type: 'APPROVE', reasons: 'Yes.', conditions: ['A report'] };
    expect(follows(recommend('approve with conditions', ['A report']), approve)).toBe(
      'The panel recommended the same.',
    );
    expect(follows(recommend('approve'), approve)).toContain('the same with other conditions');
    expect(follows(recommend('decline'), approve)).toContain('The panel recommended to decline.');
  });

  it('is on which grounds, in words', () => {
    const decline: RequestEvent = { type: 'DECLINE', reasons: 'No.', codes: ['SUSTAINABILITY_NOT_SHOWN', 'OTHER'] };
    const { decision } = decided(recommend('decline'), decline);
    expect(groundsWords(decision)).toMatch(/^Grounds: sustainability is not shown and /i);
    expect(groundsWords({ codes: [] })).toBe('');
  });

  it('is by what it was judged, and who stood back and did not', () => {
    const c = aCase().recommended();
    const [first] = c.facts.reviewers;
    expect(judgedWords(c.facts)).toMatch(/reviewers scored version 1 of the request by version \d+ of the criteria\.$/);
    const facts = { ...c.facts, reviewers: [...c.facts.reviewers, { ...first!, state: 'conflicted' as const }] };
    expect(judgedWords(facts)).toContain(`${first!.person.name} did not score, because of a conflict of interest.`);
    expect(judgedWords({ ...c.facts, framework: null })).toBe('');
  });
});
