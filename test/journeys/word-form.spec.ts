import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useProduct } from '../support/product.js';
import { axe } from '../support/browser.js';
import { picture } from '../support/screenshots.js';
import { changed, withAnswer } from '../support/word.js';
import { sidewaysScroll } from './pages/inspection.js';
import { isRefused, isTold } from './pages/told.js';
import { WORD, WordForm } from './pages/word-form.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct({ worker: false });

describe('a request is written without a connection', () => {
  let page: Page;
  let ref: string;
  let form: Buffer;
  let filled: Buffer;
  const answerOf = (path: string): Promise<unknown> =>
    product.db.pool
      .query<{ value: unknown }>(
        'SELECT content #> $2 AS value FROM request_content JOIN request r ON r.id = request_id WHERE r.ref = $1',
        [ref, `{${path.replaceAll('.', ',')}}`],
      )
      .then(({ rows }) => rows[0]!.value);
  const revision = async () =>
    (await product.db.pool.query<{ revision: number }>('SELECT revision FROM request WHERE ref = $1', [ref])).rows[0]!
      .revision;
  const brings = (buffer: Buffer, name = 'form.docx', mimeType = WORD, by = page): Promise<void> =>
    new WordForm(by, ref).brings(buffer, name, mimeType);
  const field = (code: string) =>
    page
      .locator('.hra-brought')
      .filter({ has: page.getByRole('heading', { name: new RegExp(`^${code.replace('.', '\\.')}(?: |$)`) }) });

  beforeAll(async () => {
    ref = await tanzaniaAt(product.db, 'draft');
    page = await product.as('rco-tza', { javaScriptEnabled: false, acceptDownloads: true });
  });

  it('the form is downloaded from the page of the draft', async () => {
    const taken = await new WordForm(page, ref).takes();
    expect(taken.name).toBe(`${ref}-form.docx`);
    form = taken.file;
  });

  it('brought back as it was, it says the same as what is stored', async () => {
    await page.getByRole('link', { name: 'bring the form back' }).click();
    await picture(page, 'word-form');
    await brings(form);
    await page.getByText('The file says the same as what is stored: there is nothing to keep.').waitFor();
    expect(await page.getByRole('button', { name: 'Keep what is chosen' }).count()).toBe(0);
  });

  it('a file that is none is refused in a sentence', async () => {
    await brings(Buffer.from('Who asked first? We did.'), 'form.txt', 'text/plain');
    await isRefused(page, '“form.txt” is no Word document');
    await page.getByRole('button', { name: 'Read the form' }).click();
    await isRefused(page, 'Choose the form that you filled in');
  });

  it('filled in, while a colleague writes here, it shows what was understood; nothing is kept yet', async () => {
    const colleague = await product.as('rc-tza');
    await colleague.goto(`/requests/${ref}/sections/2`);
    await colleague.getByLabel('Who asked first').fill('The ministry did, a colleague says.');
    await colleague.getByRole('button', { name: 'Save draft' }).click();
    await isTold(colleague, 'Your draft is saved.');
    const before = await revision();
    filled = await changed(form, (xml) => {
      const written = withAnswer(
        withAnswer(xml, '2.1', 'The ministry did, on 3 March.'),
        '2.3',
        'نعم، على مستوى الوزير.\nPar lettre du 6 janvier.',
      );
      return withAnswer(written, '0.4', 'twenty')
        .replace('>128,000<', '>130.000,50<')
        .replace('</w:body>', '<w:p><w:r><w:t>Remember the annex.</w:t></w:r></w:p></w:body>');
    });
    await brings(filled);
    await page.getByText('Four answers differ from what is stored').waitFor();
    await field('2.1').getByText('Changed in both').waitFor();
    await field('2.1').getByText('The ministry did, a colleague says.').waitFor();
    await field('2.3').getByText('Changed in the file').waitFor();
    expect(await page.getByLabel('Written in the document outside of its fields').inputValue()).toBe(
      'Remember the annex.',
    );
    await picture(page, 'word-form-understood');
    expect(await revision()).toBe(before);
  });

  it('the page of what was understood can be used by everybody, on any screen', async () => {
    const withScripts = await product.as('rc-tza');
    await brings(filled, 'form.docx', WORD, withScripts);
    await withScripts.getByText('Four answers differ from what is stored').waitFor();
    expect(await axe(withScripts)).toEqual([]);
    await withScripts.setViewportSize({ width: 320, height: 800 });
    expect(await sidewaysScroll(withScripts)).toBeLessThanOrEqual(0);
  });

  it('what cannot be kept, or is not decided, is asked for; nothing is kept meanwhile', async () => {
    const before = await revision();
    await page.getByRole('button', { name: 'Keep what is chosen' }).click();
    await isRefused(page, 'Choose which text counts');
    await isRefused(page, 'Enter a number of months from 1 to 60');
    expect(await page.getByLabel('Written in the document outside of its fields').inputValue()).toBe(
      'Remember the annex.',
    );
    expect(await revision()).toBe(before);
  });

  it('corrected and accepted, it is one change', async () => {
    const before = await revision();
    await field('2.1').getByLabel('What the file says').check();
    await field('2.1').getByRole('textbox').fill('The ministry did, on 3 March; a colleague heard it too.');
    await field('0.4').getByRole('textbox').fill('20');
    await field('8.1').getByText('130,000.5').waitFor();
    await page.getByRole('button', { name: 'Correct these rows of 8.1' }).click();
    expect(await field('0.4').getByRole('textbox').inputValue()).toBe('20');
    await field('8.1').getByLabel('Paid by').first().fill('The fund');
    await page.getByRole('button', { name: 'Remove Item 2' }).first().click();
    await new WordForm(page, ref).keepsWhatIsChosen();
    await isTold(page, 'What you chose from the form is saved.');
    expect(await revision()).toBe(before + 1);
    expect(await answerOf('sections.ownership.whoAskedFirst')).toBe(
      'The ministry did, on 3 March; a colleague heard it too.',
    );
    expect(await answerOf('sections.ownership.governmentConsulted')).toBe(
      'نعم، على مستوى الوزير.\nPar lettre du 6 janvier.',
    );
    expect(await answerOf('durationMonths')).toBe(20);
    expect(await answerOf('sections.costAndHosting.years.0.items.0')).toMatchObject({
      amountUSD: 130_000.5,
      paidBy: 'The fund',
    });
    expect(await answerOf('sections.costAndHosting.years.0.items')).toHaveLength(3);
    await page.goto(`/requests/${ref}/history`);
    await page.getByText('Written in a form in Word. Two sections and details changed.').waitFor();
  });
});
