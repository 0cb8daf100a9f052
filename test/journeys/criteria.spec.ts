import { beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { Frameworks } from '#casework';
import { useBrowser } from '../support/browser.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';
import { isSound } from './pages/inspection.js';

const db = useDatabase({ at: new Date().toISOString().slice(0, 10) });
const web = useWeb(db);
const browser = useBrowser();

/** A window of the administrator. */
async function administrator(options: BrowserContextOptions = {}): Promise<Page> {
  const { cookie } = await web.session(db.cast.administrator.id);
  const [name, value] = cookie!.split('=') as [string, string];
  const page = await browser.visit({ baseURL: web.url, ...options });
  await page.context().addCookies([{ name, value, url: web.url }]);
  return page;
}
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const lastVersion = async () => (await new Frameworks(db.pool, db.clock).all())[0]!;
/** The values of every field of the page's form. */
const fieldsOf = (page: Page): Promise<Record<string, string>> =>
  page.evaluate<Record<string, string>>(
    `Object.fromEntries([...document.querySelectorAll('main form [name]:not(button):not([type=hidden])')].map((e) => [e.name, e.value]))`,
  );
const open = (page: Page): Promise<void> =>
  page.evaluate<void>(`document.querySelectorAll('main details').forEach((d) => { d.open = true; })`);

describe('the pages of the criteria are the administrator’s alone', () => {
  it.each([
    'office',
    'coordinator',
    'desk',
    'amina',
    'chair',
    'approver',
    'team',
    'regionalOffice',
    'fund',
    'auditor',
  ] as const)('%s has no use of them, and is told so', async (part) => {
    const headers = await web.session(db.cast[part].id);
    for (const path of ['/admin/criteria', '/admin/criteria/1', '/admin/criteria/new'])
      expect(await web.send('GET', path, { headers })).toMatchObject({
        status: 403,
        text: expect.stringContaining('Versions of the criteria are written by an administrator.'),
      });
    const sent = await web.send('POST', '/admin/criteria/new', { headers, form: { step: 'publish', after: '2' } });
    expect(sent.status).toBe(403);
    expect((await lastVersion()).version).toBe(2);
  });

  it('and there is no version of a number that was never given', async () => {
    const headers = await web.session(db.cast.administrator.id);
    for (const number of ['3', '0', 'x', '1e0', '%00'])
      expect((await web.send('GET', `/admin/criteria/${number}`, { headers })).status).toBe(404);
  });

  it('who in turn has no list of cases', async () => {
    const headers = await web.session(db.cast.administrator.id);
    const { text } = await web.send('GET', '/', { headers });
    expect(text).toContain('/admin/criteria');
    expect(text).not.toContain('href="/requests"');
  });
});

describe.each([
  ['with scripts', true, ['26', '14'], ['25', '15']],
  ['without scripts', false, ['27', '13'], ['26', '14']],
] as const)('a new version, %s', (_, javaScriptEnabled, [ownership, environment], inForce) => {
  let page: Page;
  let first: number;

  beforeAll(async () => {
    page = await administrator({ javaScriptEnabled });
    first = (await lastVersion()).version;
  });

  it('starts from the list, by way of a version in full', async () => {
    await page.goto('/admin/criteria');
    expect(await heading(page)).toBe('Criteria');
    if (javaScriptEnabled) await isSound(page, 'list');
    await page.goto('/admin/criteria/2');
    for (const { weight, threshold, question, guidance, levels } of (
      await new Frameworks(db.pool, db.clock).all()
    ).find((f) => f.version === 2)!.criteria)
      for (const text of [`Weight ${weight}%, threshold ${threshold}`, question, ...guidance, ...levels])
        expect(await page.getByText(text, { exact: true }).count()).toBeGreaterThan(0);
    if (javaScriptEnabled) await isSound(page, 'version');
    await page.getByRole('button', { name: /new version/ }).click();
    expect(await page.locator('[name="weight-ownership"]').inputValue()).toBe('25');
  });

  it('is not taken with weights that do not add up; the sum is said and nothing is lost', async () => {
    if (javaScriptEnabled) await open(page);
    await page.locator('[name=name]').fill(`Written ${javaScriptEnabled ? 'with' : 'without'} scripts`);
    await page.locator('[name="weight-ownership"]').fill('21');
    const before = await fieldsOf(page).catch(() => null);
    await press(page, 'Continue');
    await page.locator('.govuk-error-summary').waitFor();
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('The weights add up to 96');
    expect(await page.title()).toMatch(/^Error: /);
    if (before) expect(await fieldsOf(page)).toEqual(before);
    if (javaScriptEnabled) {
      await page.getByRole('link', { name: /The weights add up to 96/ }).click();
      expect(await page.evaluate('document.activeElement.name')).toBe('weight-ownership');
      await open(page);
      await isSound(page, 'problem');
    }
  });

  it('is compared with the one in force, can be gone back on, and is published', async () => {
    await page.locator('[name="weight-ownership"]').fill(ownership);
    await page.locator('#weight-enablingEnvironment').evaluate((e) => {
      const details = (e as unknown as { closest(s: string): { open: boolean } }).closest('details');
      details.open = true;
    });
    await page.locator('[name="weight-enablingEnvironment"]').fill(environment);
    await press(page, 'Continue');
    expect(await heading(page)).toBe('Check what changes');
    const text = await page.locator('main').innerText();
    for (const weight of [ownership, environment, ...inForce]) expect(text).toContain(`${weight}%`);
    for (const part of ['Written', 'Cases that run keep theirs']) expect(text).toContain(part);
    expect((await lastVersion()).version).toBe(first);
    if (javaScriptEnabled) await isSound(page, 'compare');
    await press(page, 'Change something');
    expect(await page.locator('[name="weight-ownership"]').inputValue()).toBe(ownership);
    await press(page, 'Continue');
    await press(page, `Publish version ${first + 1}`);
    await page.getByText('in force for requests submitted from now on').first().waitFor();
    expect(await lastVersion()).toMatchObject({
      version: first + 1,
      appliesTo: 'regional',
      publishedBy: db.cast.administrator.name,
    });
  });
});

describe('what could be lost', () => {
  it('two administrators at once: the second is told, keeps every word, and can publish after it', async () => {
    const [mine, theirs] = [await administrator(), await administrator()];
    const { version } = await lastVersion();
    for (const [page, name] of [
      [mine, 'Mine'],
      [theirs, 'Theirs'],
    ] as const) {
      await page.goto('/admin/criteria/new?from=1');
      await page.locator('[name=name]').fill(name);
      await page.locator('[name="question-ownership"]').fill(`${name}: who stands behind it?\n\nAnd why?`);
      await press(page, 'Continue');
    }
    await press(theirs, /^Publish version/);
    await theirs.getByText('in force for requests submitted from now on').first().waitFor();
    await press(mine, /^Publish version/);
    await mine.locator('.govuk-error-summary').waitFor();
    expect(await mine.locator('.govuk-error-summary').innerText()).toContain(
      `${db.cast.administrator.name} published version ${version + 1}`,
    );
    expect(await lastVersion()).toMatchObject({ version: version + 1, name: 'Theirs' });
    expect(await mine.locator('[name="question-ownership"]').inputValue()).toBe(
      'Mine: who stands behind it?\n\nAnd why?',
    );
    await open(mine);
    await isSound(mine, 'stale');
    await press(mine, 'Continue');
    expect(await mine.locator('main').innerText()).toContain('Theirs: who stands behind it?');
    await press(mine, `Publish version ${version + 2}`);
    await mine.getByText('in force for requests submitted from now on').first().waitFor();
    expect(await lastVersion()).toMatchObject({ version: version + 2, name: 'Mine' });
  });

  it('a session that ends, on the form and on the last page: the text comes back', async () => {
    for (const last of [false, true]) {
      const page = await administrator();
      await page.goto('/admin/criteria/new?from=1');
      await open(page);
      await page.locator('[name="level-commitment-0"]').fill(`Nothing\nat all, ${last}`);
      const before = await fieldsOf(page);
      if (last) await press(page, 'Continue');
      await db.pool.query('UPDATE credential SET expires_at = $1 WHERE person_id = $2', [
        new Date(Date.now() - 60_000),
        db.cast.administrator.id,
      ]);
      await press(page, last ? /^Publish version/ : 'Continue');
      await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
      await page.getByRole('button', { name: db.cast.administrator.name, exact: true }).click();
      await page.getByText('What you wrote is back in the form below').waitFor();
      expect(await fieldsOf(page)).toEqual(before);
      expect((await lastVersion()).criteria[4]!.levels[0]).not.toContain('at all');
    }
  });
});
