import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** Where pictures are wanted: without it none is taken, which takes as long as the test of a page. */
const FOLDER = process.env.SCREENSHOTS;
const WIDTHS = [1440, 390];

/** Takes a picture of a page as it stands, on a wide and on a narrow screen, for people to look at; of one screenful where the page is long. */
export async function picture(page: Page, name: string, { oneScreen = false } = {}): Promise<void> {
  if (!FOLDER) return;
  mkdirSync(FOLDER, { recursive: true });
  const before = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: join(FOLDER, `${name}-${width}.png`), fullPage: !oneScreen });
  }
  if (before) await page.setViewportSize(before);
}
