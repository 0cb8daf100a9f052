import { expect, it } from '@jest/globals';
import { aFramework } from '../../test/context.js';
import { CRITERIA, frameworkProblems, type Framework, type FrameworkCriterion } from './criteria.js';

const pathsOf = (change: Partial<Framework>) => frameworkProblems({ ...aFramework(), ...change }).map((p) => p.path);
const withFirst = (change: Partial<FrameworkCriterion>): Partial<Framework> => {
  const [first, ...rest] = aFramework().criteria;
  return { criteria: [{ ...first!, ...change }, ...rest] };
};

it('a version of the criteria that is whole can be put in force', () => {
  expect(frameworkProblems(aFramework())).toEqual([]);
  expect(
    frameworkProblems(aFramework({ ownership: 25, enablingEnvironment: 15, sustainability: 25, commitment: 15 })),
  ).toEqual([]);
});

it.each<[string, Partial<Framework>, string[]]>([
  ['a name that is empty', { name: ' ' }, ['name']],
  ['weights that do not add up to 100', withFirst({ weight: 21 }), ['criteria']],
  ['a weight of nothing', withFirst({ weight: 0 }), ['criteria.ownership.weight']],
  ['half a point of weight', withFirst({ weight: 20.5 }), ['criteria.ownership.weight']],
  ['a threshold above 4', withFirst({ threshold: 5 }), ['criteria.ownership.threshold']],
  ['a criterion without its question', withFirst({ question: '' }), ['criteria.ownership.question']],
  ['a level without words', withFirst({ levels: ['a', ' ', 'c', 'd', 'e'] }), ['criteria.ownership.levels.1']],
  ['a total threshold above 100', { totalThreshold: 101 }, ['totalThreshold']],
  ['moderation from no difference at all', { moderationSpread: 0 }, ['moderationSpread']],
  ['no reviewer', { minimumReviewers: 0 }, ['minimumReviewers']],
  ['ten reviewers', { minimumReviewers: 10 }, ['minimumReviewers']],
  ['no approver', { approvals: 0 }, ['approvals']],
  ['six approvers', { approvals: 6 }, ['approvals']],
  ['a criterion left out', { criteria: aFramework().criteria.slice(1) }, ['criteria', 'criteria']],
  [
    'a criterion named twice',
    { criteria: [...aFramework().criteria.slice(1), aFramework().criteria[1]!] },
    ['criteria'],
  ],
  ['a text with the character zero', withFirst({ question: 'a\u0000' }), ['criteria.ownership.question']],
])('a version with %s cannot, and the field is named', (_, change, paths) => {
  expect(pathsOf(change)).toEqual(paths);
});

it('the five criteria stand in the order of the strategy', () => {
  expect(aFramework().criteria.map((c) => c.key)).toEqual([...CRITERIA]);
});
