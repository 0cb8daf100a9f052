import { beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { CRITERIA, type Criterion } from '#domain';
import { useProduct } from '../support/product.js';
import { tabsTo } from './pages/keyboard.js';
import { Scoring } from './pages/scoring.js';
import { isTold } from './pages/told.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct({ worker: false });
let page: Page;
let scoring: Scoring;

beforeAll(async () => {
  page = await product.as('rv-sarrazin');
  scoring = new Scoring(page, await tanzaniaAt(product.db, 'scoring'));
});

const focused = (): Locator => page.locator(':focus');

/** Opens a criterion, chooses a level with the arrow keys and types a reason; never with the mouse. */
async function scoresByKeys(criterion: Criterion, score: number, reason: string): Promise<void> {
  const place = scoring.criterion(criterion);
  await tabsTo(page, place.locator('summary').first());
  if ((await place.getAttribute('open')) === null) await page.keyboard.press('Enter');
  await tabsTo(page, place.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let level = 4; level > score; level -= 1) await page.keyboard.press('ArrowDown');
  await tabsTo(page, place.getByLabel('Reason for this score'));
  await page.keyboard.type(reason);
}

it('the first stop of a page leads past the navigation', async () => {
  await scoring.opens();
  await page.keyboard.press('Tab');
  expect(await focused().textContent()).toBe('Skip to main content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.locator('main :focus').count()).toBe(1);
});

it('a reviewer scores all five criteria by keyboard alone and hears the total change', async () => {
  await scoring.opens();
  expect(await scoring.total.getAttribute('aria-labelledby')).toBe('total-label');
  const heard: string[] = [];
  const scores = [4, 3, 4, 3, 3];
  for (const [i, criterion] of CRITERIA.entries()) {
    await scoresByKeys(criterion, scores[i]!, `Reason ${i + 1}, typed.`);
    heard.push((await scoring.total.textContent())!.trim());
  }
  expect(heard).toEqual([
    '20.0 of 20 possible so far',
    '35.0 of 40 possible so far',
    '55.0 of 60 possible so far',
    '70.0 of 80 possible so far',
    '85.0 of 100',
  ]);
});

it('saves and finishes by keyboard; the server counts the same', async () => {
  await tabsTo(page, page.getByRole('button', { name: 'Save scores' }));
  await page.keyboard.press('Enter');
  await isTold(page, 'Your scores are saved.');
  expect((await scoring.total.textContent())?.trim()).toBe('85.0 of 100');
  await tabsTo(page, page.getByRole('button', { name: 'Save and finish' }));
  await page.keyboard.press('Enter');
  await isTold(page, 'Your scores are finished.');
});

it('nothing that is sticky hides what has the focus', async () => {
  const other = await product.as('rv-eze', { viewport: { width: 1280, height: 640 } });
  await other.goto(`/reviews/${scoring.ref}`);
  for (let stop = 0; stop < 40; stop += 1) {
    await other.keyboard.press('Tab');
    expect(await other.evaluate<string>(COVERED)).toBe('');
  }
});

it.each([640, 900])('nor does the total hide it among the scores, on a screen %i px high', async (height) => {
  const other = await product.as('rv-eze', { viewport: { width: 1280, height } });
  await other.goto(`/reviews/${scoring.ref}`);
  for (const next of ['.hra-rub[open] .hra-look > summary', '.hra-rub:nth-of-type(4) > summary']) {
    await other.evaluate(`(${UNDER_TOTAL})(${JSON.stringify(next)})`);
    await other.keyboard.press('Tab');
    expect(await other.locator(next).and(other.locator(':focus')).count()).toBe(1);
    expect(await other.evaluate<string>(COVERED)).toBe('');
  }
});

it('on a narrow screen the page that is open stands in sight among those beside it', async () => {
  const narrow = await product.as('do-esa');
  await narrow.setViewportSize({ width: 390, height: 800 });
  for (const tab of ['Summary', 'History']) {
    await narrow.goto(`/requests/${scoring.ref}${tab === 'History' ? '/history' : ''}`);
    const box = (await narrow.locator('.moj-sub-navigation__link[aria-current]').boundingBox())!;
    expect({ tab, inSight: box.x >= 0 && box.x + box.width <= 390 }).toEqual({ tab, inSight: true });
    expect(await narrow.evaluate('scrollY')).toBe(0);
  }
});

/** In the page: what lies over the middle of the element that has the focus, unless it is that element or a part of it. */
const COVERED = `(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return '';
  const shown = it.matches('input[type=radio], input[type=checkbox]') ? it.parentElement : it;
  const box = shown.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight + 1 && box.height < innerHeight) return 'outside: ' + it.outerHTML.slice(0, 200);
  const y = Math.min(Math.max(box.top + Math.min(box.height, 20) / 2, 0), innerHeight - 1);
  const over = document.elementFromPoint(box.left + Math.min(box.width, 30) / 2, y);
  return over === null || shown.contains(over) || over.contains(shown) ? '' : over.outerHTML.slice(0, 200);
})()`;

/** In the page: has the focus one stop before an element of the third criterion or after it, which lies under the total. */
const UNDER_TOTAL = `(next) => {
  const pane = document.querySelector('#scores');
  pane.querySelectorAll('.hra-rub')[2].open = true;
  const [it, total] = [document.querySelector(next), document.querySelector('.hra-total')];
  const stops = [...pane.querySelectorAll('summary, input:not([type=hidden]), textarea, button:not([hidden])')].filter((e) => e.checkVisibility());
  stops[stops.indexOf(it) - 1].focus({ preventScroll: true });
  pane.scrollTop += it.getBoundingClientRect().top - total.getBoundingClientRect().top - 30;
}`;
