import { beforeAll, describe, expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Part } from '../../libs/domain/test/cast.js';
import { aSheet } from '../../libs/domain/test/events.js';
import { aStory as aCaseStory, take, type CaseInDatabase } from '../support/cases.js';
import { useBrowser } from '../support/browser.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';
import { isSound } from './pages/inspection.js';
import { Panel } from './pages/panel.js';
import { aStory } from './story.js';

const db = useDatabase({ at: new Date().toISOString().slice(0, 10) });
const web = useWeb(db);
const browser = useBrowser();
const chapter = aStory();
let it1: CaseInDatabase;
const desks = new Map<Part, Page>();

/** Somebody's own window; reviewers of this story work without scripts. */
async function as(part: Part, options: BrowserContextOptions = {}): Promise<Page> {
  const known = desks.get(part);
  if (known) return known;
  const { cookie } = await web.session(db.cast[part].id);
  const [name, value] = cookie!.split('=') as [string, string];
  const page = await browser.visit({ baseURL: web.url, ...options });
  await page.context().addCookies([{ name, value, url: web.url }]);
  desks.set(part, page);
  return page;
}
/** The page of the reviews as a person sees it now; what there is nothing of for them is told by its status. */
async function reviews(part: Part): Promise<string> {
  const page = await as(part);
  const response = await page.goto(`/requests/${it1.ref}/reviews`);
  return response!.status() === 200 ? page.locator('main').innerText() : String(response!.status());
}
const says = async (part: Part, criterion: string, audience: 'The panel' | 'OHCHR', text: string): Promise<Page> => {
  const page = await as(part);
  await page.goto(`/requests/${it1.ref}/reviews`);
  await page.getByRole('region', { name: criterion }).getByRole('link', { name: 'Discuss this criterion' }).click();
  await page.getByRole('radio', { name: audience, exact: true }).check();
  await page.getByLabel('What you want to say').fill(text);
  await page.getByRole('button', { name: 'Add to the discussion' }).click();
  return page;
};
const isTold = async (page: Page, words: string): Promise<void> =>
  expect(await page.getByRole('alert').first().innerText()).toContain(words);

async function isSoundWithAllOpen(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.evaluate<void>(`document.querySelectorAll('main details').forEach((d) => { d.open = true; })`);
  await isSound(page, path);
}

const FIRM = 'How firm the result is, in figures';
const SECRET = 'Between us: nobody pays for the second year.';
const OPEN = 'Annex 3 lists the payers.';

describe('from the reveal to the settlement', () => {
  beforeAll(async () => {
    const story = aCaseStory(db).appointed('amina', 'bruno', 'dina');
    story.send('dina', { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } });
    it1 = await take(db, story.scored(aSheet(4, 3, 3, 4, 3), aSheet(4, 3, 3, 1, 3)));
    await as('amina', { javaScriptEnabled: false });
    await as('bruno', { javaScriptEnabled: false });
  });

  chapter('while the scores are blind nobody sees one, and there is nothing to discuss', async () => {
    for (const part of ['desk', 'chair', 'amina', 'approver'] as const) {
      const shown = await reviews(part);
      expect(shown).toContain('Two of two reviewers have finished.');
      for (const word of ['Reason for', FIRM, 'Discuss', 'stricter']) expect(shown).not.toContain(word);
    }
    expect(await Promise.all((['coordinator', 'team', 'dina'] as const).map(reviews))).toEqual(['403', '403', '404']);
  });

  chapter('the desk officer reveals them, and whether the result stands is said first', async () => {
    const panel = new Panel(await as('desk'), it1.ref);
    await panel.reveals();
    await isTold(panel.page, 'The scores are revealed');
    for (const part of ['desk', 'chair', 'amina', 'approver', 'auditor'] as const) {
      const shown = await reviews(part);
      expect(shown).toContain('The result does not stand firm. By the median it is “meets the criteria”.');
      expect(shown).toContain(`“does not meet the criteria” without ${db.cast.amina.name}`);
      expect(shown.includes('How strictly the reviewers score')).toBe(part === 'chair');
    }
    expect(await Promise.all((['coordinator', 'team', 'dina'] as const).map(reviews))).toEqual(['403', '403', '404']);
  });

  chapter('who is to read a message is chosen before it is written, and nobody else does', async () => {
    await isTold(await says('amina', 'Sustainability', 'The panel', SECRET), 'Your message is part of the discussion.');
    await says('bruno', 'Sustainability', 'OHCHR', OPEN);
    const seen = async (part: Part) => {
      const shown = await reviews(part);
      return [SECRET, OPEN].map((text) => shown.includes(text));
    };
    for (const part of ['amina', 'bruno', 'chair', 'auditor'] as const)
      expect({ part, seen: await seen(part) }).toEqual({ part, seen: [true, true] });
    for (const part of ['desk', 'approver'] as const)
      expect({ part, seen: await seen(part) }).toEqual({ part, seen: [false, true] });
    const desk = await as('desk');
    await desk.goto(`/requests/${it1.ref}/history`);
    const record = await desk.locator('main').innerText();
    expect([record.includes(SECRET), record.includes(OPEN)]).toEqual([false, true]);
    expect(await (await as('approver')).getByRole('button', { name: 'Add to the discussion' }).count()).toBe(0);
  });

  chapter('without an audience nothing is sent, and what was typed stays', async () => {
    const page = await as('amina');
    await page.goto(`/requests/${it1.ref}/reviews?discuss=ownership`);
    expect(await page.getByLabel('What is it about?').inputValue()).toBe('ownership');
    await page.getByLabel('What you want to say').fill('A thought.');
    await page.getByRole('button', { name: 'Add to the discussion' }).click();
    await isTold(page, 'Choose who is to read it');
    expect(await page.getByLabel('What you want to say').inputValue()).toBe('A thought.');
  });

  chapter('a reviewer revises after the discussion: both scores stand, with the day and what came before', async () => {
    const panel = new Panel(await as('bruno'), it1.ref);
    await panel.page.goto(`/requests/${it1.ref}/reviews`);
    await panel.revises('sustainability', 3, 'The annex settles who pays.');
    const shown = await reviews('chair');
    expect(shown).toMatch(/1 Limited first.*3 Good revised/s);
    expect(shown).toMatch(/Revised on .* UTC, after two messages of the discussion:/);
    expect(await reviews('desk')).toMatch(/after one message of the discussion:/);
  });

  chapter('every page with the result is sound at every width and for a screen reader', async () => {
    await isSoundWithAllOpen(await as('chair'), `/requests/${it1.ref}/reviews`);
    await isSoundWithAllOpen(await as('chair'), `/requests/${it1.ref}/settle`);
  });

  chapter('the chair settles against the median with a reason; the second chair is told who was first', async () => {
    const chair = await as('chair');
    const late = await chair.context().newPage();
    await late.goto(`/requests/${it1.ref}/settle`);
    const settled = aSheet(4, 3, 3, 2, 3);
    await chair.goto(`/requests/${it1.ref}/settle`);
    const note = 'Both views were heard; the second year stays open.';
    await chair.getByLabel('Note of the moderation').fill(note);
    const panel = new Panel(chair, it1.ref);
    await chair.getByRole('button', { name: 'Show the result first' }).click();
    expect(await chair.locator('main').innerText()).toContain('Nothing is settled yet.');
    // The page opens at the result, which stands below all criteria.
    expect(new URL(chair.url()).hash).toBe('#result');
    await panel.settles(settled, note);
    await isTold(chair, 'The scores are settled.');
    await late.getByLabel('Note of the moderation').fill('Mine.');
    await late.getByRole('button', { name: 'Settle the scores' }).click();
    const told = await late.locator('main').innerText();
    expect(told).toContain(`The scores were settled by ${db.cast.chair.name}`);
    expect(told).toContain('What you typed was not saved');
    expect((await it1.facts()).settled!.sustainability).toMatchObject({ score: 2 });
  });

  chapter('the discussion is closed, and stays for whom it was', async () => {
    const shown = await reviews('amina');
    expect(shown).toContain('The scores are settled, so their discussion is closed.');
    expect([shown.includes(SECRET), (await reviews('desk')).includes(SECRET)]).toEqual([true, false]);
    expect(shown).toContain('the settled scores come to “meets the criteria”');
  });

  chapter('who recommends and who decides read whether the result stands', async () => {
    await it1.send('team', { type: 'ADVISE', position: 'supports', text: 'The region has no other offer.' });
    await isSoundWithAllOpen(await as('chair'), `/requests/${it1.ref}/recommendation`);
    const reasons = 'Every criterion is met.';
    await it1.send('chair', { type: 'RECOMMEND', outcome: 'approve', modality: 'inCountry', reasons });
    const approver = await as('approver');
    await isSoundWithAllOpen(approver, `/decisions/${it1.ref}`);
    const text = await approver.locator('main').innerText();
    expect(text).toContain('the settled scores come to “meets the criteria”');
    expect(text).toContain('Against the result now');
    expect(text).not.toContain(SECRET);
  });
});
