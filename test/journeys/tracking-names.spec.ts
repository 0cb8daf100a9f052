import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aFewPosts } from '../support/posts.js';
import { useProduct } from '../support/product.js';

const product = useProduct({ worker: false });
beforeAll(() => aFewPosts(product.db));

/** What a screen reader is given of a part of a page. */
const read = (part: Locator): Promise<string> => part.ariaSnapshot();
const opens = async (path: string): Promise<Page> => {
  const page = await product.as('do-esa');
  await page.goto(path);
  return page;
};
/** The names of the links in a named part, as the browser itself gives them away: links of a drawing are not known by their tag. */
async function linksIn(page: Page, name: RegExp): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const part = nodes.find((node) => name.test(String(node.name?.value)));
  const inside = nodes.filter((node) => part?.childIds?.includes(node.nodeId));
  return inside.filter((node) => node.role?.value === 'link').map((node) => String(node.name?.value));
}
const DAY = String.raw`\d{1,2} [A-Z][a-z]{2} \d{4}`;

describe('to a screen reader', () => {
  it('each point of the map is a link that says which country and how it stands there', async () => {
    const page = await opens('/deployments/map');
    const points = await linksIn(page, /^Posts.* by country/);
    expect(points).toHaveLength(await page.locator('.hra-map a').count());
    expect(points.length).toBeGreaterThan(0);
    for (const point of points) expect(point).toMatch(/^\S.+: \S/);
    expect(await read(page.locator('.hra-map'))).not.toContain('img');
  });

  it('each row of the timeline says its stretches with their days, and what to know', async () => {
    const page = await opens('/deployments/timeline');
    const table = await read(page.locator('.hra-gantt'));
    expect(table).toContain('row "Country and region Over time What to know"');
    expect(table).toMatch(new RegExp(`Post empty, ${DAY} to ${DAY}|Post empty, from ${DAY}, no end known`));
    expect(table).toMatch(new RegExp(`, ${DAY} to ${DAY}`));
    const rows = await page.locator('.hra-gantt tbody svg').all();
    for (const row of rows) expect(await row.getAttribute('aria-label')).toMatch(/\d{4}|Nobody in the time shown/);
  });

  it('each column of the board is a region with how many posts it has', async () => {
    const page = await opens('/deployments/board');
    const board = await read(page.locator('.hra-board'));
    expect(board).toContain('heading "Post empty 1 post" [level=2]');
    expect(board).toMatch(/region "In post \d posts?"/);
    expect(board).toContain('heading "In post, handing over 0 posts" [level=2]');
  });

  it('the workload is a table whose bars are decoration', async () => {
    const page = await opens('/deployments/workload');
    const tables = await read(page.locator('main'));
    expect(tables).toContain('row "Region Countries Posts Term has run out Empty Ending soon"');
    expect(tables).toMatch(/row "Eastern and Southern Africa \d+ \d+ \d+ \d+ \d+"/);
    expect(await page.locator('.hra-workload svg:not([aria-hidden="true"])').count()).toBe(0);
  });

  it('the calendar is a table for each month, each line with its day, what, post and whose it is', async () => {
    const page = await opens('/deployments/calendar');
    const months = await read(page.locator('main'));
    expect(months).toMatch(/navigation "Months"/);
    expect(months).toMatch(/region "[A-Z][a-z]+ \d{4}"/);
    expect(months).toContain('row "When What Post With"');
    expect(months).toMatch(new RegExp(`rowheader "${DAY}"`));
  });
});
