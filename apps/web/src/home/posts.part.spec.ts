import { expect, it } from '@jest/globals';
import type { PostFigures, PostRow } from '#casework';
import type { Part } from './blocks.js';
import type { PostsAtHome } from './posts.data.js';
import { withPosts } from './posts.part.js';

const part: Part = {
  title: 'Your region today',
  sentences: ['Two requests are under way.'],
  figures: [{ value: 2, text: 'requests under way' }],
  actions: [],
  blocks: [{ kind: 'table', id: 'under-way', title: 'Requests', columns: [], rows: [], empty: '' }],
  asides: [],
};
const figures: PostFigures = {
  total: 9,
  inPost: 6,
  byState: {},
  byStanding: { ranOut: 0, gap: 2, ending: 1, starting: 0, now: 6, ended: 0 },
  gapsAhead: 3,
  endingOpen: 1,
  seated: 9,
};
const row = {
  ref: 'DEP-2027-001',
  state: 'vacant',
  standing: 'gap',
  gap: 'now',
  host: 'MWI',
  countries: ['MWI'],
  regions: ['esa'],
  adviser: null,
  endsOn: null,
  emptySince: '2028-09-01',
  bridge: null,
} as unknown as PostRow;
const names = { countryName: () => 'Malawi', regionName: () => 'Africa' };
const posts = (more: Partial<PostsAtHome> = {}): PostsAtHome => ({
  figures,
  urgent: [row],
  endingMonths: 6,
  advisers: [],
  regional: true,
  lateRenewals: [],
  ...more,
});
const drawn = (given: PostsAtHome | null) => withPosts(part, given, 4, names, '2028-10-01');

it('tells a region how its posts stand, before the requests', () => {
  const { sentences, figures: shown, blocks } = drawn(posts());
  expect(sentences.at(-1)).toBe(
    'Two posts are empty, and one assignment ends within six months and the successor is not yet agreed.',
  );
  expect(shown.map((f) => [f.value, f.text])).toEqual([
    [6, 'advisers in post'],
    [4, 'steps wait for you'],
    [1, 'ends within six months, no successor agreed'],
    [2, 'posts empty'],
  ]);
  expect(blocks.map((b) => b.kind === 'table' && b.id)).toEqual(['posts', 'under-way']);
  expect(blocks[0]).toMatchObject({
    rows: [{ post: { text: 'Malawi', note: 'DEP-2027-001' }, note: { text: 'Post empty since 1 Sep', tone: 'red' } }],
  });
});
it('shows a region who covers how many countries, beside what was there', () => {
  const adviser = { key: 'a', ref: 'DEP-2027-002', regions: ['esa'], days: {}, endsOn: null, of: 2 };
  const advisers = [
    { ...adviser, name: 'Amara Quist', countries: ['LSO', 'SWZ'] },
    { ...adviser, name: 'Bela Ruud', countries: ['MWI'] },
  ];
  expect(drawn(posts({ advisers })).asides).toEqual([
    expect.objectContaining({
      kind: 'load',
      most: 2,
      rows: [
        expect.objectContaining({ text: 'Amara Quist', href: '/deployments/DEP-2027-002', value: 2 }),
        expect.objectContaining({ text: 'Bela Ruud', value: 1 }),
      ],
    }),
  ]);
});
it('counts the terms that have run out first', () => {
  const late = { ...figures, byStanding: { ...figures.byStanding, ranOut: 2 } };
  expect(drawn(posts({ figures: late })).sentences.at(-1)).toMatch(
    /^Two terms have run out, two posts are empty, and one assignment ends/,
  );
});
it('says nothing of what is as it should be', () => {
  const well = { ...figures, byStanding: { ...figures.byStanding, gap: 0 }, endingOpen: 0 };
  expect(drawn(posts({ figures: well })).sentences).toEqual(part.sentences);
});
it('leaves a desk its own figures, and the posts after its requests', () => {
  const { figures: shown, blocks } = drawn(posts({ regional: false }));
  expect(shown).toEqual(part.figures);
  expect(blocks.map((b) => b.kind === 'table' && b.id)).toEqual(['under-way', 'posts']);
});
it('changes nothing where there is no post', () => {
  expect(drawn(null)).toBe(part);
});
