import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { FrameworkPublisher, Frameworks, inForce } from '#casework';
import { isRefusal, lettersOf, type Language } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useBrowser } from '../support/browser.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';
import { listed } from '../../apps/web/src/request/case-words.js';
import { Deciding } from './pages/deciding.js';
import { isSound } from './pages/inspection.js';

const db = useDatabase();
const web = useWeb(db);
const browser = useBrowser();

async function visit(personId: string, options: BrowserContextOptions = {}): Promise<Page> {
  const { cookie } = await web.session(personId);
  const [name, value] = cookie!.split('=') as [string, string];
  const page = await browser.visit({ baseURL: web.url, ...options });
  await page.context().addCookies([{ name, value, url: web.url }]);
  return page;
}
const main = (page: Page): Promise<string> => page.locator('main').innerText();

let one: Page;
let two: Page;
let three: Page;
beforeAll(async () => {
  for (const part of ['dina', 'spare'] as const)
    await db.pool.query(`INSERT INTO assignment (person_id, role, valid_from) VALUES ($1, 'approver', '2020-01-01')`, [
      db.cast[part].id,
    ]);
  const all = await new Frameworks(db.pool, db.clock).all();
  const { id: _, version: __, publishedAt: ___, publishedBy: ____, ...draft } = inForce(all, null)!;
  const publisher = new FrameworkPublisher(db.pool, db.clock);
  const made = await publisher.publish(db.cast.administrator, { ...draft, approvals: 2 }, all[0]!.version);
  expect(isRefusal(made)).toBe(false);
  await db.reference.load('2027-03-01');
  one = await visit(db.cast.approver.id);
  two = await visit(db.cast.dina.id, { javaScriptEnabled: false });
  three = await visit(db.cast.spare.id);
});

describe.each<[Language, string, string]>([
  ['en', 'is approved, resources permitting', 'takes the place of letter 1'],
  ['fr', 'sous réserve des ressources disponibles', 'remplace la lettre 1'],
  ['es', 'si los recursos lo permiten', 'sustituye a la carta 1'],
])('a request that two of three approvers decide, with its letters: %s', (language, words, cites) => {
  let it1: CaseInDatabase;
  beforeAll(async () => {
    it1 = await take(db, aStory(db, aContent({ language })).recommended());
  });

  it('the first reads the letter and decides; nothing is sent', async () => {
    const deciding = new Deciding(one, it1.ref);
    await deciding.opens();
    await deciding.chooses('Approve', 'The criteria are met.');
    expect(await deciding.letter.innerText()).toContain(words);
    if (language === 'en') await isSound(one, 'first-check');
    await deciding.confirms('Record your decision');
    expect(await main(one)).toContain('One more approver would have to decide the same.');
    if (language === 'en') await isSound(one, 'first-decided');
  });

  it('waits for the others from then on, and says so wherever it waited for the first', async () => {
    const names = [db.cast.dina.name, 'Rafael Okonta-Stenberg', db.cast.spare.name].sort();
    const soFar = `One of two approvers has decided. Still asked: ${listed(names)}.`;
    await one.goto(`/requests/${it1.ref}`);
    expect(await main(one)).toContain(soFar);
    expect(await main(one)).toContain('See your decision, or think again');
    await one.goto('/');
    expect(await main(one)).toContain(soFar);
    const todos = async (page: Page) => {
      const { items, waitingForOthers } = await (await page.request.get('/api/v1/todos')).json();
      return { asked: items.some((i: { ref: string }) => i.ref === it1.ref), waitingForOthers };
    };
    expect(await todos(one)).toMatchObject({
      asked: false,
      waitingForOthers: [{ ref: it1.ref, given: 1, needed: 2, stillAsked: names }],
    });
    expect(await todos(two)).toEqual({ asked: true, waitingForOthers: [] });
    if (language !== 'en') return;
    expect(await main(one)).toContain('Nothing waits for you now.');
    await isSound(one, 'first-home');
  });

  it('the second decides otherwise, the third agrees with the first; the letter goes', async () => {
    const other = new Deciding(two, it1.ref);
    await other.opens();
    expect(await main(two)).toContain('The criteria are met.');
    await two.getByRole('group', { name: 'What do you decide?' }).getByLabel('Decline', { exact: true }).check();
    await two.getByRole('group', { name: 'Grounds' }).getByLabel('Sustainability is not shown').check();
    await other.chooses('Decline', 'Nobody carries the work on.');
    expect(await main(two)).toContain(`It is not what ${db.cast.approver.name} decided`);
    await other.confirms('Record your decision');
    const third = new Deciding(three, it1.ref);
    await third.opens();
    expect(await main(three)).toContain('They do not agree so far.');
    if (language === 'en') await isSound(three, 'differ');
    await third.chooses('Approve', 'I agree with the first.');
    const preview = await third.letter.innerText();
    await third.confirms('Approve and send the letter');
    expect(await main(three)).toContain('The same was decided by');
    // What was shown before is what was sent, all of it, to the last line.
    await three.goto(`/requests/${it1.ref}/letter`);
    expect(await third.letter.innerText()).toBe(preview);
    expect(await third.letter.getAttribute('lang')).toBe(language);
    expect((await it1.facts()).state).toBe('awaitingFunds');
  });

  it('a slip in the letter is corrected by another that cites it', async () => {
    await one.goto(`/requests/${it1.ref}/letter`);
    await one.getByRole('button', { name: 'Correct the letter' }).click();
    if (language === 'en') await isSound(one, 'correct');
    await one.getByLabel('What is corrected, and why?').fill('H.');
    await one.getByLabel('To whom it is addressed').fill('A. N. Other');
    await one.getByRole('button', { name: 'Continue' }).click();
    expect(await one.locator('.hra-letter').innerText()).toContain(cites);
    if (language === 'en') await isSound(one, 'correct-check');
    await one.getByRole('button', { name: 'Send the corrected letter' }).click();
    expect(await main(one)).toContain('corrects letter 1');
    if (language === 'en') await isSound(one, 'corrected');
    expect(lettersOf(await it1.facts())).toHaveLength(2);
  });

  it('is reopened with a reason, and waits for both again', async () => {
    await one.goto(`/requests/${it1.ref}/reopen`);
    if (language === 'en') await isSound(one, 'reopen');
    await one.getByLabel('Why is it decided anew?').fill('A figure of the costs was wrong.');
    await one.getByRole('button', { name: 'Reopen the request' }).click();
    const coordinator = await visit(db.cast.coordinator.id);
    await coordinator.goto(`/requests/${it1.ref}/history`);
    expect(await main(coordinator)).toContain('A figure of the costs was wrong.');
    expect(await main(coordinator)).not.toContain('Nobody carries the work on.');
    await one.goto(`/decisions/${it1.ref}`);
    expect(await main(one)).toContain('Two approvers have to decide the same');
    await coordinator.context().close();
  });
});

describe('the words of letters', () => {
  it('are changed by the administrator, and the next letter is written from them', async () => {
    const page = await visit(db.cast.administrator.id);
    await page.goto('/admin/letters');
    await isSound(page, 'letters');
    await page.getByRole('link', { name: 'Refusal, English' }).click();
    await isSound(page, 'letter-version');
    await page.getByRole('button', { name: 'Write a new version' }).click();
    await isSound(page, 'letter-form');
    await page.getByLabel('The decision', { exact: true }).fill('The request cannot be met in this round.');
    await page.getByLabel('Why do the words change?').fill('Kinder.');
    await page.getByRole('button', { name: 'Continue' }).click();
    expect(await main(page)).toContain('One part of the letter differs from version 1.');
    await isSound(page, 'letter-publish');
    await page.getByRole('button', { name: 'Publish version 2' }).click();
    expect(await main(page)).toContain('In force');
    const it1 = await take(db, aStory(db).recommended());
    const deciding = new Deciding(one, it1.ref);
    await deciding.opens();
    await one.getByRole('group', { name: 'What do you decide?' }).getByLabel('Decline', { exact: true }).check();
    await one.getByRole('group', { name: 'Grounds' }).getByLabel('Sustainability is not shown').check();
    await deciding.chooses('Decline', 'No means.');
    expect(await deciding.letter.innerText()).toContain('The request cannot be met in this round.');
  });

  it('and who acts for an approver, and the figures, are sound pages', async () => {
    await one.goto('/delegation');
    await isSound(one, 'delegation');
    await one.goto('/decisions');
    await isSound(one, 'figures');
  });
});
