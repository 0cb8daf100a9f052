import { expect, it } from '@jest/globals';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { changesBetween } from './changes.js';

it('two versions that say the same differ in nothing', () => {
  expect(changesBetween(aFramework(), aFramework())).toEqual([]);
});

it('what differs is named, with what it was and what it is', () => {
  const after = aFramework({ ownership: 25, commitment: 15 });
  after.criteria[0]!.levels[4] = 'National partners asked in writing.';
  after.criteria[1]!.guidance = [];
  const changes = changesBetween(aFramework(), { ...after, appliesTo: 'regional', minimumReviewers: 3 });
  expect(changes).toEqual([
    {
      what: 'Which requests it is for',
      before: ['All requests that have no version of their own'],
      after: ['Requests of type “Regional”'],
    },
    { what: 'Fewest reviewers', before: ['2'], after: ['3'] },
    { what: 'Ownership: weight', before: ['20%'], after: ['25%'] },
    { what: 'Ownership: level 4, strong', before: ['Strong'], after: ['National partners asked in writing.'] },
    { what: 'Enabling national environment: what reviewers look for', before: ['Look at the annexes'], after: [] },
    { what: 'Full commitment of the RC and UNCT: weight', before: ['20%'], after: ['15%'] },
  ]);
});
