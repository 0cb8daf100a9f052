import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import writeWorkbook from 'write-excel-file/node';
import { axe } from '../support/browser.js';
import { useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { Scoring } from './pages/scoring.js';
import { Messages } from './pages/messages.js';
import { isRefused, isTold } from './pages/told.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct({ worker: false });
let ref: string;
beforeAll(async () => {
  ref = await tanzaniaAt(product.db, 'scoring');
});

/** Selects words of a paragraph as a hand with a mouse would. */
const selects = (page: Page, id: string, from: number, to: number): Promise<void> =>
  page.evaluate(
    `(() => { const text = document.querySelector('#${id} p').firstChild; getSelection().setBaseAndExtent(text, ${from}, text, ${to}); })()`,
  );
const words = async (page: Page, id: string, from: number, to: number): Promise<string> =>
  (await page.locator(`#${id} p`).textContent())!.slice(from, to).replace(/\s+/g, ' ').trim();
const evidenceOf = (scoring: Scoring): Locator =>
  scoring.criterion('ownership').getByLabel('Paragraphs or annexes you rely on');

describe('with scripts', () => {
  let page: Page;
  let scoring: Scoring;
  beforeAll(async () => {
    page = await product.as('rv-omeallaigh');
    scoring = new Scoring(page, ref);
    await scoring.opens();
  });

  it('words that are selected in the request become a quotation of the criterion, marked in the text once saved', async () => {
    const place = scoring.criterion('ownership');
    await selects(page, 'p-2-1', 0, 40);
    await place.getByRole('button', { name: 'Quote the words selected' }).click();
    const quoted = await words(page, 'p-2-1', 0, 40);
    expect(await evidenceOf(scoring).inputValue()).toBe(`2.1 “${quoted}”`);
    await place.getByText('Quoted from 2.1.').waitFor();
    await place.getByLabel('How sure are you?').selectOption('Medium');
    await place.getByRole('radio', { name: /^3 / }).check();
    await place.getByRole('button', { name: 'Save and next' }).click();
    await isTold(page, 'Your scores are saved.');
    expect(await page.locator('#p-2-1 mark').textContent()).toBe(quoted);
    expect(await page.locator('#p-2-1 sup').textContent()).toBe('1');
    await picture(page, 'scoring-next', { oneScreen: true });
  });

  it('“Save and next” opens the next criterion and leads to it', async () => {
    expect(new URL(page.url()).hash).toBe('#rubric-2');
    expect(await scoring.criterion('enablingEnvironment').getAttribute('open')).not.toBeNull();
    expect(await scoring.criterion('ownership').getAttribute('open')).toBeNull();
  });

  it('a selection over two paragraphs is quoted paragraph by paragraph, and nothing twice', async () => {
    await page.evaluate(
      `(() => { const text = (id) => document.querySelector(id + ' p').lastChild; getSelection().setBaseAndExtent(text('#p-3-1'), 3, text('#p-3-2'), 20); })()`,
    );
    const place = scoring.criterion('enablingEnvironment');
    const button = place.getByRole('button', { name: 'Quote the words selected' });
    await button.focus();
    await page.keyboard.press('Enter');
    const field = place.getByLabel('Paragraphs or annexes you rely on');
    const lines = (await field.inputValue()).split('\n');
    expect(lines.map((line) => line.slice(0, 5))).toEqual(['3.1 “', '3.2 “']);
    expect(lines[1]).toBe(`3.2 “${await words(page, 'p-3-2', 0, 20)}”`);
    await button.click();
    await place.getByText('Quoted already from 3.1, 3.2.').waitFor();
    expect((await field.inputValue()).split('\n')).toHaveLength(2);
  });

  it('what is quoted is listed with its version, and is clean of barriers', async () => {
    await scoring.saves();
    await isTold(page, 'Your scores are saved.');
    await page.goto(`/reviews/${ref}?open=1`);
    const list = page.getByRole('list', { name: 'Evidence for Ownership' });
    expect((await list.textContent())!.replace(/\s+/g, ' ').trim()).toMatch(/^Show 2\.1 .* version 1$/);
    expect(await axe(page)).toEqual([]);
    await picture(page, 'scoring-evidence', { oneScreen: true });
  });
});

describe('without a connection', () => {
  let page: Page;
  const row = (rows: unknown[][], name: string) => rows.findIndex((r) => r[0] === name);
  /** The form as it was downloaded, with some of its cells written by hand, as a workbook again. */
  async function filled(change: (rows: unknown[][]) => void): Promise<Buffer> {
    await page.goto(`/reviews/${ref}/form`);
    const downloaded = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download the score form' }).click();
    const rows: unknown[][] = await readSheet(await (await downloaded).path(), 'Scores');
    change(rows);
    const data = rows.map((r) => r.map((value) => (value === null ? null : { value: String(value), type: String })));
    return writeWorkbook(data, { sheet: 'Scores' }).toBuffer();
  }
  async function brings(buffer: Buffer, name = 'scores.xlsx'): Promise<void> {
    const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await page.getByLabel('Your filled score form').setInputFiles({ name, mimeType, buffer });
    await page.getByRole('button', { name: 'Read the form' }).click();
  }
  const draftOf = async (): Promise<unknown> => {
    const { rows } = await product.db.pool.query<{ draft: unknown }>(
      `SELECT r->'draft' AS draft FROM request, jsonb_array_elements(facts->'reviewers') r WHERE ref = $1 AND r#>>'{person,id}' = $2`,
      [ref, product.db.cast.chen.id],
    );
    return rows[0]!.draft;
  };
  const fills = (rows: unknown[][], score: string): void => {
    const line = rows[row(rows, 'Ownership')]!;
    [line[1], line[2], line[3], line[4]] = [score, 'Filled in on the plane.', '2.1', 'high'];
  };
  beforeAll(async () => {
    page = await product.as('rv-eze', { javaScriptEnabled: false, acceptDownloads: true });
  });

  it('the form is taken from the page of the scores', async () => {
    await page.goto(`/reviews/${ref}`);
    await page.getByRole('link', { name: 'Score without a connection' }).click();
    await page.getByRole('heading', { name: 'Score without a connection' }).waitFor();
  });

  it('a form with a problem shows it at its cell, and nothing of it is kept', async () => {
    await brings(await filled((rows) => fills(rows, '9')));
    await page.locator('#read-1').getByText('Cell B13: “9” is no score').waitFor();
    await isRefused(page, 'Ownership, cell B13');
    expect(await page.getByRole('button', { name: 'Save as your draft' }).count()).toBe(0);
    expect(await draftOf()).toBeNull();
    await picture(page, 'score-form-problem');
  });

  it('what was understood is shown before it is kept; accepted, it is the draft', async () => {
    await brings(await filled((rows) => fills(rows, '3')));
    await page.getByText('One of five criteria is filled in.').waitFor();
    expect(await draftOf()).toBeNull();
    await picture(page, 'score-form-understood');
    await page.getByRole('button', { name: 'Save as your draft' }).click();
    await isTold(page, 'Your scores are saved.');
    expect(await draftOf()).toEqual({
      ownership: { score: 3, reason: 'Filled in on the plane.', evidence: ['2.1'], confidence: 'high' },
    });
  });

  it.each([
    ['another request', 'Request', 'HRA-2020-999', /^This form is for another request/],
    ['another version', 'Version of the request', '7', /^This form is for version 7 of the request/],
    [
      'another version of the criteria',
      'Version of the criteria',
      '77',
      /^This form is for version 77 of the criteria/,
    ],
    ['another person', 'Address of the reviewer', 'x@example.org', /^This form was downloaded by another reviewer/],
    ['no field of ours', 'Reviewer', '', /^The form lacks “Reviewer”/],
  ])('a form for %s is refused in a sentence, and nothing is kept', async (_, field, value, sentence) => {
    const before = await draftOf();
    await brings(await filled((rows) => (rows[row(rows, field)]![1] = value)));
    await page.locator('.govuk-error-summary').getByText(sentence).waitFor();
    expect(await draftOf()).toEqual(before);
  });

  it('a file of another kind, or a workbook that is no form, is refused', async () => {
    await page.goto(`/reviews/${ref}/form`);
    await brings(Buffer.from('Scores: 4, 4, 4'), 'scores.txt');
    await isRefused(page, '“scores.txt” is no workbook');
    const other = await writeWorkbook([[{ value: 'Budget', type: String }]], { sheet: 'Budget' }).toBuffer();
    await brings(other);
    await isRefused(page, 'This workbook is not a score form');
    await page.getByRole('button', { name: 'Read the form' }).click();
    await isRefused(page, 'Choose the score form that you filled in');
  });
});

describe('private notes', () => {
  const NOTE = 'Ask Bruno about annex C at lunch.';
  it('are saved with the scores and read by their owner alone', async () => {
    const page = await product.as('rv-eze');
    await page.goto(`/reviews/${ref}`);
    await page.getByLabel('Private notes').fill(NOTE);
    await page.getByRole('button', { name: 'Save scores' }).click();
    await isTold(page, 'Your scores are saved.');
    expect(await page.getByLabel('Private notes').inputValue()).toBe(NOTE);
    for (const key of ['rv-omeallaigh', 'pc-oduya', 'do-esa', 'au-petrescu', 'ad-halvorsen', 'rc-tza']) {
      const other = await product.as(key);
      for (const path of ['', '/reviews', '/history', '/full'])
        expect(await (await other.request.get(`/requests/${ref}${path}`)).text()).not.toContain(NOTE);
      expect(await (await other.request.get(`/reviews/${ref}`)).text()).not.toContain(NOTE);
    }
    const { rows } = await product.db.pool.query('SELECT 1 FROM audit_event WHERE data::text LIKE $1', [`%${NOTE}%`]);
    expect(rows).toEqual([]);
  });
});

describe('without scripts, on a small screen', () => {
  let page: Page;
  let scoring: Scoring;
  beforeAll(async () => {
    page = await product.as('rv-sarrazin', { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
    scoring = new Scoring(page, ref);
    await scoring.opens();
  });

  it('evidence is typed by the number of its paragraph; what the request does not have is said so', async () => {
    await evidenceOf(scoring).fill('2.1\n2.1 “the President signed it”\n9.9');
    await scoring.criterion('ownership').getByRole('button', { name: 'Save and next' }).click();
    await isTold(page, 'Your scores are saved.');
    expect(page.url()).toContain('?open=2');
    await scoring.criterion('ownership').locator('summary').first().click();
    await page.getByText('These words are not in version 1 of the request.').waitFor();
    await page.getByText('There is no paragraph 9.9 in version 1.').waitFor();
    expect(await page.locator('#p-2-1.is-cited sup').count()).toBe(1);
    await picture(page, 'scoring-not-found');
  });

  it('scores are not finished with words that the request does not have; what was typed stays', async () => {
    for (const criterion of ['ownership', 'enablingEnvironment', 'strategicOpportunities', 'sustainability'] as const)
      await scoring.scores(criterion, 3, 'Shown in the annexes.');
    await scoring.scores('commitment', null, 'The annex cannot be opened.');
    await scoring.finishes();
    await isRefused(page, 'The words “the President signed it” are not in version 1 of the request');
    expect(await evidenceOf(scoring).inputValue()).toContain('the President signed it');
    expect(await scoring.criterion('ownership').getAttribute('open')).not.toBeNull();
  });

  it('a new version in the middle of scoring is told with what changed; the draft is kept and marked', async () => {
    const desk = new Messages(await product.as('do-esa'), ref);
    await desk.asks('Who pays after the second year?', { mayChange: true });
    const office = await product.as('rco-tza');
    await office.goto(`/requests/${ref}/messages`);
    await office.getByRole('link', { name: 'Change the request' }).click();
    await office.goto(`/requests/${ref}/sections/5`);
    await office.locator('textarea').first().fill('Written anew.');
    await office.getByRole('button', { name: 'Save and continue' }).click();
    await office.waitForURL(/\/sections\/6/);
    await office.goto(`/requests/${ref}/versions/in-hand/changes`);
    await office.getByText('nobody but your office reads it').waitFor();
    expect(await axe(office)).toEqual([]);
    await picture(office, 'change-in-hand');
    expect(
      (await (await product.as('rv-omeallaigh')).goto(`/requests/${ref}/versions/in-hand/changes`))!.status(),
    ).toBe(404);
    const coordinator = await product.as('rc-tza');
    await coordinator.goto(`/requests/${ref}/submit`);
    await coordinator.getByText('go back to their reviewers as drafts').waitFor();
    await coordinator.getByLabel('What did you change, and why?').fill('The ministry pays now.');
    const gaps = coordinator.getByLabel(/^Why is it submitted without/);
    if (await gaps.count()) await gaps.fill('They come with the letter of the ministry.');
    await coordinator.getByRole('checkbox', { name: 'I confirm' }).check();
    await coordinator.getByRole('button', { name: 'Sign and submit version 2' }).click();
    await isTold(coordinator, 'The new version is submitted and answers the question.');
    await evidenceOf(scoring).fill('2.1');
    await scoring.saves();
    await page.getByText('These scores are for version 1; the request now stands at version 2.').waitFor();
    await scoring.opens();
    const told = page.getByRole('region', { name: 'Version 2 came while you were scoring' });
    await told.getByText('What differs: 5. Sustainability.').waitFor();
    expect(await page.locator('details[data-weight]', { hasText: 'Section changed' }).count()).toBe(1);
    await scoring.criterion('sustainability').locator('summary').first().click();
    await page.getByText('The section of this criterion reads differently').waitFor();
    await picture(page, 'scoring-new-version');
    await told.getByRole('link', { name: 'Read both texts' }).click();
    await page.getByRole('heading', { name: 'From version 1 to version 2' }).waitFor();
    const other = await product.as('rv-omeallaigh');
    await other.goto(`/reviews/${ref}?open=4`);
    await other.getByRole('heading', { name: 'Version 2 came while you were scoring' }).waitFor();
    expect(await axe(other)).toEqual([]);
  });

  it('scores are finished for the version that stands', async () => {
    await page.goto(`/reviews/${ref}?open=1`);
    await evidenceOf(scoring).fill('2.1');
    await scoring.finishes();
    await isTold(page, 'Your scores are finished.');
    const { rows } = await product.db.pool.query<{ version: number }>(
      `SELECT (r->>'requestVersion')::integer AS version FROM request, jsonb_array_elements(facts->'reviewers') r
        WHERE ref = $1 AND r->>'state' = 'scored'`,
      [ref],
    );
    expect(rows).toEqual([{ version: 2 }]);
  });
});
