import { beforeAll, describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { axe } from '../support/browser.js';
import { useProduct } from '../support/product.js';
import { ADDRESSES, type Address } from './pages/addresses.js';
import { sidewaysScroll } from './pages/inspection.js';
import { tanzaniaAt, type Stage } from './tanzania-at.js';

const WIDTHS = [320, 390, 768, 1440];
const LARGEST_PAGE = 15 * 1024;

const product = useProduct({ worker: false });
const refs = new Map<Stage, string>();
let stranger: Page;

beforeAll(async () => {
  for (const stage of new Set(ADDRESSES.flatMap(({ stage }) => stage ?? [])))
    refs.set(stage, await tanzaniaAt(product.db, stage));
  stranger = await product.visit();
});

const written = ({ stage }: Address, text: string): string => text.replace(':ref', stage ? refs.get(stage)! : '');

describe.each(ADDRESSES)('$path, $stage, as $who', (address) => {
  let page: Page;
  let size = 0;

  it('is there, with one heading and its title', async () => {
    page = address.who ? await product.as(address.who) : stranger;
    const answer = (await page.goto(written(address, address.path)))!;
    size = gzipSync(await answer.body()).length;
    expect([answer.status(), await page.title()]).toEqual([
      address.status ?? 200,
      `${written(address, address.title)} – Human Rights Advisers`,
    ]);
    expect(await page.locator('h1').count()).toBe(1);
  });

  it('is small', () => expect(size).toBeLessThanOrEqual(LARGEST_PAGE));

  it('can be read and used at every width', async () => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, sideways: await sidewaysScroll(page), breaches: await axe(page) }).toEqual({
        width,
        sideways: 0,
        breaches: [],
      });
    }
  });
});
