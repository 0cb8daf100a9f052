import { beforeAll, describe, expect, it } from '@jest/globals';
import { aFewPosts } from '../support/posts.js';
import { useProduct } from '../support/product.js';

const product = useProduct({ worker: false });
let post: string;
beforeAll(async () => {
  post = (await aFewPosts(product.db))[3]!.ref;
});

/** The sheets of a page as it is printed, each as its width and height in points. */
const sheetsIn = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, width, height]) => `${Math.round(Number(width))} × ${Math.round(Number(height))}`,
  );
const UPRIGHT = '595 × 842';
const LYING = '842 × 595';
const PAGES: [string, string][] = [
  ['/deployments', LYING],
  ['/deployments/table', LYING],
  ['/deployments/board', LYING],
  ['/deployments/timeline', LYING],
  ['/deployments/map', UPRIGHT],
  ['/deployments/workload', UPRIGHT],
  ['/deployments/calendar', UPRIGHT],
  ['/deployments/gaps', UPRIGHT],
  ['/presences?year=2015', UPRIGHT],
  ['a post', UPRIGHT],
];

describe('on paper', () => {
  it.each(PAGES)('%s is A4, lying where it is wide', async (path, sheet) => {
    const page = await product.as('do-esa');
    await page.goto(path === 'a post' ? `/deployments/${post}` : path);
    const sheets = sheetsIn(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    expect(sheets.length).toBeGreaterThan(0);
    expect([path, new Set(sheets)]).toEqual([path, new Set([sheet])]);
  });

  it('a list says who printed it when and by which filter, and leaves out what can only be clicked', async () => {
    const page = await product.as('do-esa');
    await page.goto('/deployments/timeline?region=esa');
    await page.emulateMedia({ media: 'print' });
    const head = page.locator('.hra-printhead');
    expect(await head.isVisible()).toBe(true);
    expect(await head.textContent()).toMatch(/Timeline of deployments, .*Eastern and Southern Africa.* Printed \d/);
    for (const gone of ['.hra-filters', '.moj-sub-navigation', '.hra-downloads', '.hra-pager', '.hra-header'])
      for (const part of await page.locator(gone).all()) expect([gone, await part.isVisible()]).toEqual([gone, false]);
    await page.emulateMedia({ media: 'screen' });
  });
});
