import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { roundOf } from '#domain';
import { aSheet } from '../../libs/domain/test/events.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { useBrowser } from '../support/browser.js';
import { aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { costing, withPanel } from '../support/round.js';
import { picture } from '../support/screenshots.js';
import { useWeb } from '../support/web.js';
import { isSound, sidewaysScroll } from './pages/inspection.js';

const TODAY = new Date().toISOString();
const ROUND = roundOf(TODAY);
const db = useDatabase({ at: TODAY.slice(0, 10) });
const web = useWeb(db);
const browser = useBrowser();
let best: CaseInDatabase;
let tied: CaseInDatabase[];
let apart: CaseInDatabase;
const windows = new Map<Part, Page>();

/** Somebody’s window. */
async function of(part: Part): Promise<Page> {
  const open = windows.get(part);
  if (open) return open;
  const { cookie } = await web.session(db.cast[part].id);
  const [name, value] = cookie!.split('=') as [string, string];
  const page = await browser.visit({ baseURL: web.url });
  await page.context().addCookies([{ name, value, url: web.url }]);
  windows.set(part, page);
  return page;
}
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const row = (page: Page, { ref }: CaseInDatabase) => page.getByRole('row').filter({ hasText: ref });
const places = async (page: Page): Promise<string[]> => page.locator('.hra-round__place').allInnerTexts();

beforeAll(async () => {
  best = await withPanel(db, [4, 4, 4, 4, 4], 200_000);
  tied = [await withPanel(db, [3, 3, 3, 3, 3], 100_000), await withPanel(db, [3, 3, 3, 3, 3], 100_000)];
  const story = aStory(db, costing(50_000)).advised().appointed();
  apart = await take(db, story.scored(aSheet(1, 1, 1, 4, 1), aSheet(1, 1, 1, 1, 1)).revealed());
});

describe('a round', () => {
  it('is compared side by side: places, a tie, and how far reviewers are apart', async () => {
    const page = await of('chair');
    await page.goto('/');
    await page.getByRole('link', { name: 'Panel', exact: true }).click();
    expect(page.url()).toContain(`/panel/${ROUND}`);
    expect(await places(page)).toEqual(['1', '2, tied', '2, tied', '4']);
    expect(await row(page, apart).innerText()).toContain('The reviewers differ by 3 on sustainability.');
    expect(await row(page, apart).innerText()).toContain('Needs moderation before it is settled.');
    expect(await row(page, best).innerText()).toContain('Meets the criteria');
  });

  it('has a line where the money that was entered ends', async () => {
    const fund = await of('fund');
    await fund.goto('/panel');
    await fund.getByRole('textbox', { name: 'Money that is known' }).fill('350,000');
    await press(fund, 'Keep this amount');
    expect(await fund.locator('.govuk-error-summary').innerText()).toContain('Say where this money comes from');
    await fund.getByLabel('Where it comes from').fill('The fund, second allocation');
    await press(fund, 'Keep this amount');
    expect(await fund.locator('main').innerText()).toContain('US$ 350,000');
    const page = await of('chair');
    await page.goto(`/panel/${ROUND}`);
    expect(await page.locator('.hra-round__line').innerText()).toBe('Known money ends here: US$ 350,000');
    expect(await page.locator('main').innerText()).toContain('so they stay below the line together');
    await picture(page, 'panel-round');
  });

  it('can be read on a narrow screen, and breaks no rule', async () => {
    const page = await of('chair');
    await isSound(page);
    await page.setViewportSize({ width: 1024, height: 900 });
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it('recommendations are prepared one by one, previewed, and sent together', async () => {
    const page = await of('chair');
    for (const it1 of [best, ...tied]) {
      await page.goto(`/panel/${ROUND}`);
      await row(page, it1).getByRole('link', { name: 'Prepare' }).click();
      await page.getByLabel('Approve', { exact: true }).check();
      await page.getByLabel('Reasons', { exact: true }).fill('Strong on every criterion.');
      await press(page, 'Keep it prepared for the round');
      expect(await page.locator('main').innerText()).toContain('Nothing is sent yet.');
    }
    await page.goto(`/panel/${ROUND}`);
    expect(await row(page, best).innerText()).toContain('Prepared: approve');
    await page.getByRole('link', { name: 'See what would be sent, then send it' }).click();
    const main = await page.locator('main').innerText();
    expect(main).toContain('Three recommendations can be sent');
    expect(main).toContain('To OHCHR approver: a decision is needed.');
    await isSound(page);
    await picture(page, 'panel-prepared');
    await page.getByLabel(`Send the recommendation on ${tied[1]!.ref}`).uncheck();
    await press(page, 'Send what is chosen');
    expect(await page.locator('h1').innerText()).toBe('The recommendations are sent');
    const states = await Promise.all([best, ...tied].map(async (it1) => (await it1.facts()).state));
    expect(states).toEqual(['decision', 'decision', 'recommendation']);
    await page.goto(`/panel/${ROUND}`);
    expect(await row(page, best).innerText()).toContain('Recommended: approve');
  });

  it('what was prepared and is not to be sent is taken away, and the record says so', async () => {
    const page = await of('chair');
    const { ref } = tied[1]!;
    await page.goto(`/requests/${ref}/recommendation`);
    await isSound(page);
    await press(page, 'Take it away');
    expect(await page.locator('main').innerText()).toContain('Prepared recommendation taken away');
    await page.goto(`/panel/${ROUND}/prepared`);
    expect(await page.locator('main').innerText()).not.toContain(ref);
    expect((await tied[1]!.facts()).prepared).toBeNull();
  });
});
