import { describe, expect, it } from '@jest/globals';
import { writtenIn } from './written.js';

describe('what was written in a form', () => {
  it('are its sentences, under names that a person reads', () => {
    const form = {
      'sections.ownership.whoAskedFirst': 'The ministry asked.',
      'endorsements.0.contribution.text': 'A share of the post',
      reason: 'Two\nlines',
      marks: 'a=1 b=2',
      once: 'x y',
      draft: '1',
      'endorsements.0.agency': 'UNDP',
    };
    expect(writtenIn(form)).toEqual([
      { label: 'Who asked first', text: 'The ministry asked.' },
      { label: 'Text', text: 'A share of the post' },
      { label: 'Reason', text: 'Two\nlines' },
    ]);
  });
  it.each([undefined, null, 'a text', 7, ['a b'], {}])('is nothing in %j', (body) => {
    expect(writtenIn(body)).toEqual([]);
  });
});
