import { expect, it } from '@jest/globals';
import { landPoints, type LandPoint } from './land-map.js';

const point = (name: string, x: number, y: number, more: Partial<LandPoint> = {}): LandPoint => ({
  x,
  y,
  name,
  mark: 'gap',
  text: 'post empty',
  href: '/d',
  labelled: true,
  ...more,
});
const sides = (svg: unknown) => [...String(svg).matchAll(/dx="(-?\d+)" dy="(-?\d+)"/g)].map(([, dx, dy]) => [dx, dy]);

it('a point is a link that says what stands there', () => {
  const svg = String(landPoints([point('Fiji & more', 50, 50)], 'Posts'));
  expect(svg).toContain('<a href="/d"><title>Fiji &amp; more: post empty</title>');
  expect(svg).toContain('role="group" aria-label="Posts"');
});
it('only what needs attention has a label', () => {
  expect(sides(landPoints([point('Fiji', 50, 50), point('Samoa', 20, 50, { labelled: false })], 'Posts'))).toHaveLength(
    1,
  );
});
it('a label stands where it covers no other point or label', () => {
  expect(sides(landPoints([point('Malawi', 50, 50), point('Zambia', 52, 50, { labelled: false })], 'Posts'))).toEqual([
    ['-14', '5'],
  ]);
  expect(sides(landPoints([point('Fiji', 99, 50)], 'Posts'))).toEqual([['-14', '5']]);
});
it('a label that finds no place is left out', () => {
  const crowd = Array.from({ length: 40 }, (_, i) => point(`A country ${i}`, 48 + (i % 5), 48 + Math.floor(i / 5)));
  expect(sides(landPoints(crowd, 'Posts')).length).toBeLessThan(40);
});
