import { expect, it } from '@jest/globals';
import { FIRST_PUBLISHER } from '#casework';
import { publishedLine } from './published.js';

it('says who published a version, and of the first one that it came with the system', () => {
  const publishedAt = new Date('2027-01-04T09:00:00Z');
  expect(publishedLine({ publishedAt, publishedBy: 'Ada Petrescu' })).toBe('Published 4 January 2027 by Ada Petrescu.');
  expect(publishedLine({ publishedAt, publishedBy: FIRST_PUBLISHER })).toBe(
    'This version came with the system, which was set up on 4 January 2027.',
  );
});
