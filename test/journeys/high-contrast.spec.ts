import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aFewPosts } from '../support/posts.js';
import { useProduct } from '../support/product.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct({ worker: false });
const SCHEMES = ['dark', 'light'] as const;
beforeAll(() => aFewPosts(product.db));

/** What a browser draws of the elements of a page, by the names of the properties. */
const drawn = (page: Page, selector: string, property: string, pseudo = ''): Promise<string[]> =>
  page.evaluate(
    ([where, name, part]) => {
      interface Styled {
        getComputedStyle(element: unknown, pseudo?: string): { getPropertyValue(name: string): string };
        document: { querySelectorAll(selector: string): Iterable<unknown> };
      }
      const { document, getComputedStyle } = globalThis as unknown as Styled;
      return [...document.querySelectorAll(where!)].map((e) =>
        getComputedStyle(e, part || undefined).getPropertyValue(name!),
      );
    },
    [selector, property, pseudo],
  );
const canvasOf = async (page: Page): Promise<string> => (await drawn(page, 'body', 'background-color'))[0]!;

/** Expects marks that a reader's colours would have swallowed to stand out from the page, all of them. */
async function standOut(page: Page, selector: string, property: string, pseudo = ''): Promise<void> {
  const values = await drawn(page, selector, property, pseudo);
  expect([selector, values.length]).not.toEqual([selector, 0]);
  expect([selector, values]).toEqual([selector, values.map(() => expect.not.stringMatching(/rgba\(.*, 0\)/))]);
  expect([selector, values]).not.toEqual([selector, expect.arrayContaining([await canvasOf(page)])]);
}

describe.each(SCHEMES)('with %s colours of the reader’s own', (colorScheme) => {
  const opens = async (who: string, path: string): Promise<Page> => {
    const page = await product.as(who);
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto(path);
    return page;
  };
  let approved: string;
  let draft: string;
  let revealed: string;
  beforeAll(async () => {
    approved = await tanzaniaAt(product.db, 'approved');
    draft = await tanzaniaAt(product.db, 'draft');
    revealed = await tanzaniaAt(product.db, 'revealed');
  });

  it('a request shows where it stands, where one is, and what its chart says', async () => {
    const page = await opens('do-esa', `/requests/${approved}`);
    await standOut(page, '.moj-sub-navigation__link[aria-current]', 'background-color', '::before');
    await standOut(page, '.hra-steps .is-done', 'background-color', '::before');
    await standOut(page, '.hra-steps .is-now', 'border-top-color', '::before');
    await standOut(page, '.hra-steps .is-done', 'background-color', '::after');
    await standOut(page, '.hra-dumb .is-mean', 'fill');
    await standOut(page, '.hra-dumb .is-own', 'stroke');
    await standOut(page, '.hra-dumb .is-range', 'stroke');
    await standOut(page, '.hra-dumb text', 'fill');
    expect(new Set(await drawn(page, '.govuk-tag', 'border-top-style'))).toEqual(new Set(['solid']));
  });

  it('the bars of the reviews are filled as far as they reach', async () => {
    const page = await opens('rv-eze', `/requests/${revealed}/reviews`);
    await standOut(page, '.hra-bar .is-part', 'fill');
    expect(new Set(await drawn(page, '.hra-bar > rect:not(.is-part)', 'fill'))).toEqual(
      new Set([await canvasOf(page)]),
    );
    expect(new Set(await drawn(page, '.hra-bar', 'outline-style'))).toEqual(new Set(['solid']));
  });

  it('posts over time are told apart by fill, outline and dash, and today stands out', async () => {
    const page = await opens('do-esa', '/deployments/timeline');
    await standOut(page, '.hra-gantt .is-now', 'fill');
    await standOut(page, '.hra-gantt .is-past', 'fill');
    await standOut(page, '.hra-gantt .is-next', 'stroke');
    await standOut(page, '.hra-gantt .is-gap', 'stroke');
    await standOut(page, '.hra-gantt svg > line:last-child', 'stroke');
    await standOut(page, '.hra-gantt text', 'fill');
    await standOut(page, '.hra-legend .is-bridge', 'fill');
    const canvas = new Set([await canvasOf(page)]);
    expect(new Set(await drawn(page, '.hra-gantt .is-gap, .hra-gantt .is-next', 'fill'))).toEqual(canvas);
    expect(new Set(await drawn(page, '.hra-gantt .is-gap', 'stroke-dasharray'))).not.toEqual(new Set(['none']));
  });

  it('points on the map are full, ringed or hollow, and their names can be read', async () => {
    const page = await opens('do-esa', '/deployments/map');
    await standOut(page, '.hra-map .is-point', 'fill');
    await standOut(page, '.hra-map .is-ring', 'stroke');
    await standOut(page, '.hra-map .is-empty', 'stroke');
    await standOut(page, '.hra-map text', 'fill');
    expect(new Set(await drawn(page, '.hra-map .is-empty', 'fill'))).toEqual(new Set([await canvasOf(page)]));
  });

  it('the board keeps its columns and the frames of its tags, and the workload its bars', async () => {
    const board = await opens('do-esa', '/deployments/board');
    await standOut(board, '.hra-board__head', 'border-bottom-color');
    expect(new Set(await drawn(board, '.hra-board .govuk-tag', 'border-top-style'))).toEqual(new Set(['solid']));
    await standOut(await opens('do-esa', '/deployments/workload'), '.hra-workload .is-part', 'fill');
  });

  it('the sections of a draft show how far they are, and which one is open', async () => {
    const page = await opens('rco-tza', `/requests/${draft}/sections/2`);
    await standOut(page, '.hra-rail svg path', 'stroke');
    expect(await drawn(page, '.hra-rail [data-current]', 'outline-style')).toEqual(['solid']);
  });
});

it('a chart is a table that can be read: every column has a head, and each step its note', async () => {
  const page = await product.as('do-esa');
  await page.goto(`/requests/${await tanzaniaAt(product.db, 'approved')}`);
  const chart = await page.locator('.hra-dumb').ariaSnapshot();
  expect(chart).toContain('row "Criterion and weight Scores from 0 to 4 Own Mean"');
  expect(await page.locator('.hra-steps').ariaSnapshot()).toMatch(/listitem: Submitted \d+ \w+( \d{4})? \(complete\)/);
});
