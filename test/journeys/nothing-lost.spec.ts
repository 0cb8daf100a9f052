import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SECTIONS, valueAt, type Question, type RequestContent } from '#domain';
import { choosePerson, useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { forgiveTheLine } from './pages/line.js';
import { isTold } from './pages/told.js';
import { sidewaysScroll } from './pages/inspection.js';
import { Writing } from './pages/writing.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct({ worker: false });
const question = (path: string): Question => SECTIONS.flatMap((s) => s.questions).find((q) => q.path === path)!;
const ASKED = question('sections.ownership.whoAskedFirst');
const AGENCIES = question('sections.ownership.agenciesInvolved');
const CONTEXT = question('sections.context');
/** Two thousand words, Arabic among them. */
const WORDS = Array.from({ length: 2_000 }, (_, i) => (i % 400 === 399 ? 'حقوق\n\n' : `word${i}`))
  .join(' ')
  .trim();

let page: Page;
let writing: Writing;

beforeAll(async () => {
  page = await product.as('rco-tza');
});
beforeEach(async () => {
  writing = new Writing(page, await tanzaniaAt(product.db, 'draft'));
});

async function stored({ path }: Question): Promise<unknown> {
  const { rows } = await product.db.pool.query<{ content: RequestContent }>(
    'SELECT c.content FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1',
    [writing.ref],
  );
  return valueAt(rows[0]!.content, path);
}
const edits = async (): Promise<number> => {
  const { rowCount } = await product.db.pool.query(
    `SELECT 1 FROM audit_event e JOIN request r ON r.id = e.case_id WHERE r.ref = $1 AND e.event = 'EDIT'`,
    [writing.ref],
  );
  return rowCount!;
};
/** The line beside the buttons. */
const line = () => page.locator('.hra-saved--here');
const keptTexts = () => page.evaluate<string[]>(`Object.keys(localStorage).filter((key) => key.startsWith('hra:'))`);
const saving = () => page.waitForResponse((answer) => answer.url().endsWith('/autosave'));

describe('while somebody writes', () => {
  it('what was written is saved when the question is left, and the page says when', async () => {
    await writing.opensSection(2);
    const before = await edits();
    await writing.field(ASKED).fill('The ministry asked in March.');
    await Promise.all([saving(), writing.field(AGENCIES).focus()]);
    await line()
      .getByText(/Saved at \d\d:\d\d UTC/)
      .waitFor();
    expect(await stored(ASKED)).toBe('The ministry asked in March.');
    expect([await edits(), await keptTexts()]).toEqual([before + 1, []]);
  });

  it('the page counts the words that are left, as the server does', async () => {
    await writing.opensSection(2);
    const left = page.locator('.govuk-character-count__status').first();
    await writing.field(ASKED).fill('cost-sharing, since 2026');
    expect(await left.textContent()).toBe('You have 597 words remaining');
    await writing.field(ASKED).fill(WORDS.split(/\s+/).slice(0, 601).join(' '));
    expect(await left.textContent()).toBe('You have 1 word too many');
    expect(await writing.field(ASKED).getAttribute('class')).toContain('govuk-textarea--error');
    // Read aloud once somebody stops writing, and not before.
    await page.locator('[aria-live=polite]').getByText('You have 1 word too many').waitFor({ state: 'attached' });
    await writing.field(ASKED).fill('Asked in March.');
    await Promise.all([saving(), writing.field(AGENCIES).focus()]);
    await line().getByText('Saved at').waitFor();
  });

  it('going on does not send it a second time', async () => {
    await writing.opensSection(2);
    const before = await edits();
    const answer = WORDS.split(' ').slice(0, 300).join(' ');
    await writing.field(ASKED).fill(answer);
    const sent: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname));
    await writing.continues();
    await page.waitForURL('**/sections/3');
    expect([await stored(ASKED), await edits(), await keptTexts()]).toEqual([answer, before + 1, []]);
    expect(sent).toEqual([`/requests/${writing.ref}/sections/2/autosave`]);
  });
});

describe('where nothing is left to save', () => {
  it('the buttons lead on at once', async () => {
    await writing.opensSection(2);
    await writing.continues();
    await page.waitForURL('**/sections/3');
  });
});

describe('a line that drops', () => {
  forgiveTheLine(product);

  it('says so, keeps the text on the device, and saves it once the line is back', async () => {
    await writing.opensSection(2);
    await page.context().setOffline(true);
    await writing.field(ASKED).fill('Written with no line.');
    await writing.field(AGENCIES).focus();
    await line()
      .getByText(/^\s*Not saved yet: no line\. Your text is kept on this device/)
      .waitFor();
    expect(await keptTexts()).toHaveLength(1);
    await writing.continues();
    expect(await writing.field(ASKED).inputValue()).toBe('Written with no line.');
    await Promise.all([saving(), page.context().setOffline(false)]);
    // “Save and continue” was pressed: it goes on by itself.
    await page.waitForURL('**/sections/3');
    expect([await stored(ASKED), await keptTexts()]).toEqual(['Written with no line.', []]);
  });

  it('in the middle of a save leads to the same call again, and nothing is there twice', async () => {
    await writing.opensSection(2);
    const before = await edits();
    const keys: string[] = [];
    await page.route('**/autosave', async (route) => {
      const bytes = route.request().postDataBuffer()!;
      keys.push(bytes.toString('base64'));
      if (keys.length > 1) return route.continue();
      // It arrives, and the answer is lost.
      await route.fetch();
      return route.abort('connectionreset');
    });
    await writing.field(ASKED).fill('Sent twice, kept once.');
    await writing.field(AGENCIES).focus();
    await line()
      .getByText(/Saved at/)
      .waitFor();
    await page.unroute('**/autosave');
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
    expect([await stored(ASKED), await edits()]).toEqual(['Sent twice, kept once.', before + 1]);
  });

  it('and a laptop that is closed then: the text is offered beside what is saved, and put back', async () => {
    await writing.opensSection(2);
    const before = await writing.field(ASKED).inputValue();
    await page.route('**/autosave', (route) => route.abort());
    await writing.field(ASKED).fill(WORDS);
    await writing.field(AGENCIES).focus();
    await line().getByText('Not saved').waitFor();
    await page.goto('about:blank');
    await page.unroute('**/autosave');
    await writing.opensSection(2);
    const offered = page.getByRole('region', { name: 'Text kept on this device' });
    await offered.getByText('word1998').waitFor();
    expect(await writing.field(ASKED).inputValue()).toBe(before);
    await offered.getByRole('button', { name: 'Put this text in the form' }).click();
    expect(await writing.field(ASKED).inputValue()).toBe(WORDS);
    await Promise.all([saving(), writing.field(AGENCIES).focus()]);
    await line()
      .getByText(/Saved at/)
      .waitFor();
    expect([await stored(ASKED), await keptTexts()]).toEqual([WORDS, []]);
  });
});

describe('a session that ends while 2,000 words stand in a field', () => {
  forgiveTheLine(product);

  it('is said at once, and the way back leads through signing in to every word', async () => {
    await writing.opensSection(1);
    await product.sessionEnds('rco-tza');
    await writing.field(CONTEXT).fill(WORDS);
    await page.getByRole('button', { name: 'Save draft' }).last().focus();
    await line().getByText('Not saved: your session has ended').waitFor();
    expect(await stored(CONTEXT)).not.toBe(WORDS);
    await writing.savesDraft();
    await choosePerson(page, 'rco-tza');
    await isTold(page, 'Your session had ended. What you wrote is back in the form below.');
    expect(await writing.field(CONTEXT).inputValue()).toBe(WORDS);
    await writing.savesDraft();
    await isTold(page, 'Your draft is saved.');
    expect([await stored(CONTEXT), await keptTexts()]).toEqual([WORDS, []]);
  });
});

describe('signing out', () => {
  forgiveTheLine(product);

  it('removes what is kept on the device, after asking', async () => {
    await writing.opensSection(2);
    await page.route('**/autosave', (route) => route.abort());
    await writing.field(ASKED).fill('Not saved.');
    await writing.field(AGENCIES).focus();
    await line().getByText('Not saved').waitFor();
    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await keptTexts()).toHaveLength(1);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('You are signed out.').waitFor();
    expect(await keptTexts()).toEqual([]);
    await page.unroute('**/autosave');
    await choosePerson(page, 'rco-tza');
  });
});

describe('two tabs, while they are being written', () => {
  forgiveTheLine(product);

  it('the second is told at its field, and leads to both texts', async () => {
    const other = new Writing(await page.context().newPage(), writing.ref);
    await Promise.all([writing.opensSection(2), other.opensSection(2)]);
    await writing.field(ASKED).fill('First.');
    await Promise.all([saving(), writing.field(AGENCIES).focus()]);
    await other.field(ASKED).fill('Second.');
    await other.field(AGENCIES).focus();
    const said = other.page.getByRole('alert').filter({ hasText: 'This answer was changed while you were writing' });
    await said.getByRole('button', { name: 'Compare both texts' }).click();
    await other.page.getByRole('heading', { level: 1, name: 'One answer was changed twice' }).waitFor();
    await other.page.setViewportSize({ width: 320, height: 800 });
    expect(await sidewaysScroll(other.page)).toBe(0);
    await other.page.setViewportSize({ width: 1440, height: 900 });
    await picture(other.page, 'two-texts');
    await other.page.getByLabel('Keep my text').check();
    await other.page.getByRole('button', { name: 'Save what I chose' }).click();
    await isTold(other.page, 'Your draft is saved.');
    expect([await stored(ASKED), await keptTexts()]).toEqual(['Second.', []]);
    await other.page.close();
  });
});

describe('an earlier text', () => {
  it('is found from the section, read beside the one of now, and brought back', async () => {
    await writing.opensSection(2);
    await writing.field(ASKED).fill('The ministry asked in writing. The team agreed in May.');
    await writing.savesDraft();
    await isTold(page, 'Your draft is saved.');
    const other = await product.as('rc-tza');
    const coordinator = new Writing(other, writing.ref);
    await coordinator.opensSection(2);
    await coordinator.field(ASKED).fill('The ministry asked.');
    await coordinator.savesDraft();
    await isTold(other, 'Your draft is saved.');
    await page.getByRole('link', { name: 'Earlier texts of this request' }).click();
    await picture(page, 'earlier-texts');
    await page.getByRole('link', { name: 'Section 2, Ownership' }).nth(1).click();
    await page.getByText('in writing. The team agreed in May.').waitFor();
    await picture(page, 'earlier-text');
    await page.getByRole('button', { name: 'Bring this text back' }).click();
    await isTold(page, 'The earlier text is back in the draft.');
    expect(await stored(ASKED)).toBe('The ministry asked in writing. The team agreed in May.');
  });
});
