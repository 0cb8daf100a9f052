import { afterAll, beforeAll } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from './chromium.js';

/** What axe found against the rules of WCAG 2.2, levels A and AA. */
export interface Breach {
  rule: string;
  help: string;
  /** The elements, as their markup. */
  where: string[];
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** No sandbox: as root there is none. No services of a browser at home: they only try to reach hosts outside. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--font-render-hinting=none',
];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Starts a real Chromium without a window. */
export function launchBrowser(): Promise<Browser> {
  const { executable, environment } = findChromium();
  return chromium.launch({
    executablePath: executable,
    args: FLAGS,
    env: { ...process.env, ...environment } as Record<string, string>,
  });
}

/** Gives a spec file a browser; `visit` opens a page in a context of its own, as another person would. */
export function useBrowser(): { visit(options?: BrowserContextOptions): Promise<Page> } {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return {
    async visit(options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      });
      return context.newPage();
    },
  };
}

/** Examines a page with axe-core; an empty answer is what is wanted. The page's own policy on scripts does not stand against it. */
export async function axe(page: Page): Promise<Breach[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axeSource);
  return page.evaluate(async (tags) => {
    interface Found {
      violations: { id: string; help: string; nodes: { html: string }[] }[];
    }
    const { axe } = globalThis as unknown as { axe: { run(root: unknown, options: object): Promise<Found> } };
    const root = (globalThis as unknown as { document: unknown }).document;
    const { violations } = await axe.run(root, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => ({ rule: id, help, where: nodes.map(({ html }) => html) }));
  }, WCAG);
}
