import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { SECTIONS, valueAt, type Question, type RequestContent } from '#domain';
import { axe } from '../support/browser.js';
import { choosePerson, useProduct } from '../support/product.js';
import { Writing } from './pages/writing.js';
import { Checking } from './pages/checking.js';
import { forgiveTheLine } from './pages/line.js';
import { isTold } from './pages/told.js';
import { tanzaniaAt, timesSubmitted } from './tanzania-at.js';

const product = useProduct({ worker: false });
const question = (path: string): Question => SECTIONS.flatMap((s) => s.questions).find((q) => q.path === path)!;
const CONTEXT = question('sections.context');
const ASKED = question('sections.ownership.whoAskedFirst');
const AGENCIES = question('sections.ownership.agenciesInvolved');

let ref: string;
let page: Page;
let writing: Writing;

beforeAll(async () => {
  page = await product.as('rco-tza');
  ref = await tanzaniaAt(product.db, 'draft');
  writing = new Writing(page, ref);
});

/** What is stored for a question now. */
async function stored({ path }: Question): Promise<unknown> {
  const { rows } = await product.db.pool.query<{ content: RequestContent }>(
    'SELECT c.content FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1',
    [ref],
  );
  return valueAt(rows[0]!.content, path);
}

describe('a session that ends while somebody writes', () => {
  forgiveTheLine(product);

  const words = Array.from({ length: 2_000 }, (_, i) => (i % 400 === 399 ? 'حقوق\n\n' : `word${i}`))
    .join(' ')
    .trim();

  it('leads to sign-in, and back to a form with every word in it', async () => {
    await writing.opensSection(1);
    await writing.field(CONTEXT).fill(words);
    await product.sessionEnds('rco-tza');
    await writing.savesDraft();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await choosePerson(page, 'rco-tza');
    await isTold(page, 'Your session had ended. What you wrote is back in the form below.');
    expect(new URL(page.url()).pathname).toBe(`/requests/${ref}/sections/1`);
    expect(await writing.field(CONTEXT).inputValue()).toBe(words);
    expect(await stored(CONTEXT)).not.toBe(words);
  });

  it('and the text can be saved then', async () => {
    await writing.savesDraft();
    await isTold(page, 'Your draft is saved.');
    expect(await stored(CONTEXT)).toBe(words);
  });

  it('gives the text to nobody else', async () => {
    await writing.opensSection(1);
    await writing.field(CONTEXT).fill('For my own eyes');
    await product.sessionEnds('rco-tza');
    await writing.savesDraft();
    await choosePerson(page, 'rc-tza');
    expect(await writing.field(CONTEXT).inputValue()).toBe(words);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto('/sign-in');
    await choosePerson(page, 'rco-tza');
  });
});

describe('somebody who signs out in another tab', () => {
  forgiveTheLine(product);

  const typed = 'Typed in a tab that was still open.';

  it('finds the text of this one again after signing in', async () => {
    await writing.opensSection(1);
    await writing.field(CONTEXT).fill(typed);
    const other = await page.context().newPage();
    await other.goto('/');
    // The text of this tab is not saved yet, which they are asked about.
    other.once('dialog', (dialog) => void dialog.accept());
    await other.getByRole('button', { name: 'Sign out' }).click();
    await other.getByText('You are signed out.').waitFor();
    await other.close();
    await writing.savesDraft();
    await choosePerson(page, 'rco-tza');
    await isTold(page, 'Your session had ended. What you wrote is back in the form below.');
    expect(await writing.field(CONTEXT).inputValue()).toBe(typed);
  });
});

describe('one section in two tabs', () => {
  let other: Writing;

  beforeAll(async () => {
    other = new Writing(await page.context().newPage(), ref);
    await Promise.all([writing.opensSection(2), other.opensSection(2)]);
  });

  it('keeps what was changed in either, where they changed different answers', async () => {
    await writing.field(ASKED).fill('The ministry asked, in the first tab.');
    await writing.savesDraft();
    await isTold(page, 'Your draft is saved.');
    await other.field(AGENCIES).fill('Ten agencies, in the second tab.');
    await other.savesDraft();
    await isTold(other.page, 'Your draft is saved.');
    expect(await stored(ASKED)).toBe('The ministry asked, in the first tab.');
    expect(await stored(AGENCIES)).toBe('Ten agencies, in the second tab.');
  });

  it('tells the second of the first where they changed the same one, and takes nothing from anybody', async () => {
    await writing.opensSection(2);
    await other.opensSection(2);
    await writing.field(ASKED).fill('First.');
    await writing.savesDraft();
    await isTold(page, 'Your draft is saved.');
    await other.field(ASKED).fill('Second.');
    await other.savesDraft();
    await other.page.getByRole('heading', { level: 1, name: 'One answer was changed twice' }).waitFor();
    await other.page.getByText(/^Saved by you, in another window on/).waitFor();
    expect(await stored(ASKED)).toBe('First.');
  });

  it('and what is chosen there stays', async () => {
    await other.page.getByLabel('Keep the text that I write of both').check();
    expect(await other.page.getByLabel('One text of both').inputValue()).toBe('Second.');
    await other.page.getByLabel('One text of both').fill('First. Second.');
    expect((await axe(other.page)).map(({ rule, where }) => [rule, where])).toEqual([]);
    await other.page.getByRole('button', { name: 'Save what I chose' }).click();
    await isTold(other.page, 'Your draft is saved.');
    expect(await stored(ASKED)).toBe('First. Second.');
  });
});

describe('submission, more than once', () => {
  let checking: Checking;

  beforeAll(async () => {
    checking = new Checking(await product.as('rc-tza'), await tanzaniaAt(product.db, 'draft'));
    await checking.opensSubmission();
    await checking.declares();
  });

  it('the same form sent twice at the same moment is one submission, and both lead to its confirmation', async () => {
    const { page } = checking;
    const fields = page.locator('main form input');
    const form: Record<string, string> = {};
    for (const field of await fields.all())
      form[(await field.getAttribute('name'))!] = (await field.getAttribute('value'))!;
    const send = () => page.request.post(page.url(), { form });
    for (const answer of await Promise.all([send(), send()])) {
      expect([answer.status(), new URL(answer.url()).pathname]).toEqual([200, `/requests/${checking.ref}/submitted`]);
    }
    expect(await timesSubmitted(product.db, checking.ref)).toBe(1);
  });

  it('a double click on a page that was drawn before leads there, too', async () => {
    await checking.submitButton.dblclick();
    await checking.page.getByRole('heading', { level: 1, name: 'The request is submitted' }).waitFor();
    expect(await timesSubmitted(product.db, checking.ref)).toBe(1);
  });

  it('the back button leads to no form that could be sent again', async () => {
    const again = new Checking(await product.as('rc-tza'), await tanzaniaAt(product.db, 'draft'));
    const { page } = again;
    await again.opensSubmission();
    await again.declares();
    await again.submitButton.dblclick();
    await page.getByRole('heading', { level: 1, name: 'The request is submitted' }).waitFor();
    await page.goBack();
    await page.waitForLoadState();
    expect(await again.submitButton.count()).toBe(0);
    expect(await timesSubmitted(product.db, again.ref)).toBe(1);
  });
});

describe('the back button in a section', () => {
  it('shows what is saved', async () => {
    const section = new Writing(page, await tanzaniaAt(product.db, 'draft'));
    await section.opensSection(2);
    await section.field(ASKED).fill('Written before going on.');
    await section.continues();
    await page.waitForURL('**/sections/3');
    await page.goBack();
    expect(await section.field(ASKED).inputValue()).toBe('Written before going on.');
  });
});
