import { expect, it } from '@jest/globals';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { changesBetween, groupsOf } from './changes.js';

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
      group: 'The version',
      what: 'Which requests it is for',
      before: ['All requests that have no version of their own'],
      after: ['Requests of type “Regional”'],
    },
    { group: 'The version', what: 'Fewest reviewers', before: ['2'], after: ['3'] },
    { group: 'Ownership', what: 'Weight', before: ['20%'], after: ['25%'] },
    { group: 'Ownership', what: 'Level 4, strong', before: ['Strong'], after: ['National partners asked in writing.'] },
    {
      group: 'Enabling national environment',
      what: 'What reviewers look for',
      before: ['Look at the annexes'],
      after: [],
    },
    { group: 'Full commitment of the RC and UNCT', what: 'Weight', before: ['20%'], after: ['15%'] },
  ]);
  expect(groupsOf(changes).map((g) => [g.title, g.figures.length, g.texts.length])).toEqual([
    ['The version', 1, 1],
    ['Ownership', 1, 1],
    ['Enabling national environment', 0, 1],
    ['Full commitment of the RC and UNCT', 1, 0],
  ]);
});
