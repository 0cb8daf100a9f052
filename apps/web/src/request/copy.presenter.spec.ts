import { expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aContent } from '../../../../libs/domain/test/content.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { copyPage } from './copy.presenter.js';

const taken = (content = aContent()) =>
  copyPage({ ...seenBy(aCase().declined(), 'coordinator'), revision: 1 }, content, 'again', names).taken[1];

it('counts the sections of the form that are taken over, and not what they are kept as', () => {
  const whole = aContent();
  expect(Object.keys(whole.sections ?? {}).length).toBeGreaterThan(9);
  // Costs are those of years that have passed, and endorsements were given to the old text.
  expect(taken(whole)).toBe('Nine sections with their answers, as version 1 has them');
  expect(taken({ countries: ['TZA'], sections: { context: 'A review is due.' } })).toMatch(
    /^One section with its answers/,
  );
});
