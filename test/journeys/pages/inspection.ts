import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axe } from '../../support/browser.js';

const WIDTHS = [320, 390, 768, 1440];
/** Where a page is examined by rules as well: its narrow and its wide shape, whatever lies between has the parts of either. */
const EXAMINED = [320, 1440];

/** How many pixels of a page lie beyond its right edge. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate<number>('Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth');

/** A page as it stands has no breach of accessibility and no part that lies beyond a window, on any screen. */
export async function isSound(page: Page, name = page.url()): Promise<void> {
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const breaches = EXAMINED.includes(width) ? await axe(page) : [];
    const found = { name, width, sideways: await sidewaysScroll(page), breaches };
    expect(found).toEqual({ name, width, sideways: 0, breaches: [] });
  }
  if (before) await page.setViewportSize(before);
}

/** Marks everything that can be used, with how it looks while it has no focus. Radios of one question count as one. */
const MARK = `(() => {
  const look = (element) => {
    const sides = [[element, null], [element, '::before'], [element.nextElementSibling ?? element, '::before'], [element.parentElement, null]];
    return JSON.stringify(sides.map(([e, part]) => {
      const s = getComputedStyle(e, part);
      return [s.outlineStyle === 'none' ? '' : s.outlineWidth + s.outlineColor, s.boxShadow, s.backgroundColor, s.borderColor, s.color];
    }));
  };
  const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(usable)].filter((e) =>
    e.ariaHidden !== 'true' && !e.disabled && e.checkVisibility({ visibilityProperty: true }));
  globalThis.stops = all.map((e) => ({ e, look: look(e), reached: false, seen: false,
    unit: e.type === 'radio' ? 'radio ' + e.name : null, name: e.outerHTML.slice(0, 120) }));
  globalThis.lookOf = look;
  return all.length;
})()`;
/** Notes which of them has the focus now, and whether that can be seen. */
const NOTE = `(() => {
  const at = document.activeElement;
  const stop = globalThis.stops.find(({ e }) => e === at);
  if (!stop) return at === document.body || at === document.documentElement ? 'outside' : 'other';
  if (stop.reached) return 'again';
  stop.reached = true;
  const box = at.getBoundingClientRect();
  stop.seen = globalThis.lookOf(at) !== stop.look && box.bottom > 0 && box.top < innerHeight;
  return 'new';
})()`;
const RESULT = `(() => {
  const reached = new Set(globalThis.stops.filter((s) => s.reached).map((s) => s.unit ?? s.e));
  return {
    missed: globalThis.stops.filter((s) => !reached.has(s.unit ?? s.e)).map((s) => s.name),
    unseen: globalThis.stops.filter((s) => s.reached && !s.seen).map((s) => s.name),
  };
})()`;

/** Goes through a page by Tab from top to end: what is never reached, and what has the focus without showing it. */
export async function goesThroughByTab(page: Page): Promise<{ stops: number; missed: string[]; unseen: string[] }> {
  const stops = await page.evaluate<number>(MARK);
  for (let presses = 0; presses < stops + 5; presses += 1) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate<string>(NOTE);
    if (where === 'again' || (where === 'outside' && presses > 0)) break;
  }
  return { stops, ...(await page.evaluate<{ missed: string[]; unseen: string[] }>(RESULT)) };
}
