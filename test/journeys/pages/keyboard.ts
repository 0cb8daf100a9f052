import type { Locator, Page } from 'playwright-core';

/** More stops than any page should ask of a person. */
const FAR = 250;

/** Goes on by Tab until something has the focus. */
export async function tabsTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const there = target.and(page.locator(':focus'));
  for (let stops = 0; stops < FAR; stops += 1) {
    if ((await there.count()) > 0) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(target)} was not reached by ${FAR} stops.`);
}
