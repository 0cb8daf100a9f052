import { expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { isRefusal, type RequestEvent } from '../index.js';

const written = { ownership: { reason: 'A letter of the ministry is on file.' } };

it('a reason is kept before its score is chosen', () => {
  const c = aCase().declared().send('amina', { type: 'SAVE_SCORES', scores: written });
  expect(c.facts.reviewers.find((r) => r.person.id === 'amina')!.draft).toEqual(written);
});

it.each(['SCORE', 'REVISE'] as const)('%s is refused where a score is not chosen, and the field is named', (type) => {
  const c = type === 'SCORE' ? aCase().declared() : aCase().revealed();
  const outcome = c.attempt('amina', { type, scores: written } as unknown as RequestEvent);
  expect(isRefusal(outcome) && outcome.fields!.map((f) => f.path)).toContain('scores.ownership.score');
});
