import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Part } from '../../libs/domain/test/cast.js';
import { useBrowser } from '../support/browser.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';
import { isSound } from './pages/inspection.js';

const db = useDatabase({ at: new Date().toISOString().slice(0, 10) });
const web = useWeb(db);
const browser = useBrowser();

async function as(part: Part): Promise<Page> {
  const { cookie } = await web.session(db.cast[part].id);
  const [name, value] = cookie!.split('=') as [string, string];
  const page = await browser.visit({ baseURL: web.url });
  await page.context().addCookies([{ name, value, url: web.url }]);
  return page;
}
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name }).click();
const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const named = (page: Page, text: string) => page.locator('aside li', { hasText: text });

it('appoints who is suggested, reassigns after a decline, and shuts out who has a conflict', async () => {
  const it1 = await aCaseAt(db, (s) => s.accepted());
  const desk = await as('desk');
  await desk.goto(`/requests/${it1.ref}/reviewers`);
  const hints = await desk.locator('.govuk-checkboxes__hint').allInnerTexts();
  expect(hints[0]).toMatch(/^Suggested: no open reviews; (works in|does not work in) English/);
  expect(await desk.locator('input[name=reviewers]:checked').count()).toBe(0);
  await isSound(desk);
  await desk.getByRole('link', { name: 'Tick those who are suggested' }).click();
  expect(await desk.locator('input[name=reviewers]:checked').count()).toBe(2);
  // Advice alone: a person chooses others, and appoints.
  for (let left = 2; left > 0; left -= 1) await desk.locator('input[name=reviewers]:checked').first().uncheck();
  for (const part of ['amina', 'bruno'] as const)
    await desk.locator(`input[name=reviewers][value="${db.cast[part].id}"]`).check();
  await press(desk, 'Appoint');
  await desk.waitForURL(/done=appointed/);
  // Others stand at the places that were ticked: going back ticks nobody.
  await desk.goBack();
  expect(await desk.locator('input[name=reviewers]:checked').count()).toBe(0);
  await desk.goto(`/requests/${it1.ref}/reviewers`);
  expect(await named(desk, db.cast.amina.name).innerText()).toMatch(/Has not answered yet; not seen yet; answer due/);

  const amina = await as('amina');
  await amina.goto(`/reviews/${it1.ref}/declaration`);
  await amina.getByRole('link', { name: 'Decline the appointment' }).click();
  expect(await heading(amina)).toBe('Decline the appointment');
  await isSound(amina);
  await press(amina, 'Decline the appointment');
  expect(await amina.locator('.govuk-error-summary').innerText()).toMatch(/Choose a reason/);
  await amina.getByLabel('I am away').check();
  await amina.getByLabel('Say it in a sentence').fill('On mission until the end of the month.');
  await press(amina, 'Decline the appointment');
  expect(await heading(amina)).toMatch(/reviews/i);
  expect((await amina.goto(`/reviews/${it1.ref}/decline`))!.status()).toBe(404);

  await desk.reload();
  expect(await named(desk, db.cast.amina.name).innerText()).toMatch(/Declined; On mission/);
  await desk.locator(`input[name=reviewers][value="${db.cast.chen.id}"]`).check();
  await press(desk, 'Appoint');
  await desk.goto(`/requests/${it1.ref}/reviewers`);
  await named(desk, db.cast.bruno.name).getByRole('link', { name: 'Release' }).click();
  await isSound(desk);
  await desk.getByLabel('No answer came').check();
  await desk.getByLabel('Say it in a sentence').fill('Two mails without an answer.');
  await press(desk, 'Release');
  expect(await named(desk, db.cast.bruno.name).innerText()).toMatch(/Released; Two mails/);
  await desk.locator(`input[name=reviewers][value="${db.cast.dina.id}"]`).check();
  await press(desk, 'Appoint');

  const chair = await as('chair');
  await chair.goto(`/requests/${it1.ref}/reviewers`);
  await named(chair, db.cast.chen.name).getByRole('link', { name: 'Record a conflict' }).click();
  await isSound(chair);
  await chair.getByLabel('A member of the family is concerned').check();
  await chair.getByLabel('Say it in a sentence').fill('A brother advises the Government.');
  await press(chair, 'Record the conflict');
  expect(await named(chair, db.cast.chen.name).innerText()).toMatch(/Has a conflict of interest/);
  const chen = await as('chen');
  expect((await chen.goto(`/reviews/${it1.ref}/declaration`))!.status()).toBe(404);
});

it('lets somebody register a conflict with a country, after which its requests do not exist for them', async () => {
  const it1 = await aCaseAt(db, (s) => s.accepted());
  const desk = await as('desk');
  expect((await desk.goto(`/requests/${it1.ref}`))!.status()).toBe(200);
  await desk.goto('/conflicts');
  await isSound(desk);
  await press(desk, 'Register');
  expect(await desk.locator('.govuk-error-summary').innerText()).toMatch(/Choose a country/);
  await desk.getByLabel('Country', { exact: true }).selectOption('TZA');
  await desk.getByLabel('A member of the family is concerned').check();
  await desk.locator('#from-day').fill('1');
  await desk.locator('#from-month').fill('1');
  await desk.locator('#from-year').fill('2020');
  await press(desk, 'Register');
  expect(await desk.locator('main').innerText()).toMatch(/Tanzania/);
  expect((await desk.goto(`/requests/${it1.ref}`))!.status()).toBe(404);
  await desk.goto('/conflicts');
  await press(desk, 'End it');
  expect((await desk.goto(`/requests/${it1.ref}`))!.status()).toBe(200);
});
