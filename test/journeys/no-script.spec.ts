import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CRITERIA, SECTIONS, type ScoreSheet } from '#domain';
import { useProduct } from '../support/product.js';
import { Checking } from './pages/checking.js';
import { Deciding } from './pages/deciding.js';
import { Scoring } from './pages/scoring.js';
import { isRefused, isTold } from './pages/told.js';
import { Writing } from './pages/writing.js';
import { tanzaniaAt, timesSubmitted } from './tanzania-at.js';

const product = useProduct({ worker: false });
/** Somebody whose browser runs no script, on a small screen. */
const as = (key: string): Promise<Page> =>
  product.as(key, { javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

describe('without scripts: sections', () => {
  let writing: Writing;

  beforeAll(async () => {
    writing = new Writing(await as('rco-tza'), await tanzaniaAt(product.db, 'draft'));
  });

  it('the navigation and the list of sections stand there', async () => {
    await writing.opensSection(2);
    await writing.page.getByRole('link', { name: 'Guidance', exact: true }).waitFor();
    await writing.page.getByRole('link', { name: 'Sustainability' }).waitFor();
  });

  it('an answer and a document are saved', async () => {
    const [question] = SECTIONS[1]!.questions;
    await writing.field(question!).fill('The ministry asked.\n\nThe team agreed.');
    await writing.attaches({
      name: 'Record of the hearing.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Heard.'),
    });
    await writing.savesDraft();
    await isTold(writing.page, 'Your draft is saved.');
    expect(await writing.field(question!).inputValue()).toBe('The ministry asked.\n\nThe team agreed.');
    await writing.page.getByRole('link', { name: 'Record of the hearing.txt' }).waitFor();
  });

  it('a line is added to a table and taken away again', async () => {
    const { page } = writing;
    await writing.opensSection(9);
    const lines = page.getByRole('group', { name: /^Endorsement \d+$/ });
    const before = await lines.count();
    await page.getByRole('button', { name: 'Add an endorsement' }).click();
    expect(await lines.count()).toBe(before + 1);
    await lines.last().getByLabel('Agency', { exact: true }).fill('UNESCO');
    await lines.last().getByLabel('Head of agency').fill('Ms. Aïssatou Brännström');
    await lines.last().getByLabel('What for, or why not').fill('Focal point named.');
    await writing.savesDraft();
    await isTold(page, 'Your draft is saved.');
    expect(await lines.last().getByLabel('Agency', { exact: true }).inputValue()).toBe('UNESCO');
    await page.getByRole('button', { name: `Remove Endorsement ${before + 1}` }).click();
    expect(await lines.count()).toBe(before);
  });

  it('what cannot be kept is said at the head and at its field, with what was typed', async () => {
    const { page } = writing;
    await writing.opensSection(8);
    const year = page.getByLabel('Year', { exact: true }).first();
    await year.fill('soon');
    await writing.continues();
    await page.locator('.govuk-error-summary a').first().click();
    expect(await year.inputValue()).toBe('soon');
    expect(await year.getAttribute('aria-describedby')).toMatch(/error/);
  });
});

describe('without scripts: submission', () => {
  it('a double click submits once', async () => {
    const checking = new Checking(await as('rc-tza'), await tanzaniaAt(product.db, 'draft'));
    await checking.opensSubmission();
    await checking.submits();
    await isRefused(checking.page, 'onfirm');
    await checking.declares();
    await checking.submitButton.dblclick();
    await checking.page.getByRole('heading', { level: 1, name: 'The request is submitted' }).waitFor();
    expect(await timesSubmitted(product.db, checking.ref)).toBe(1);
  });
});

describe('without scripts: scoring', () => {
  let scoring: Scoring;
  const sheet = Object.fromEntries(
    CRITERIA.map((key, i) => [key, { score: i === 3 ? null : 3, reason: `Reason ${i + 1}.` }]),
  ) as ScoreSheet;

  beforeAll(async () => {
    scoring = new Scoring(await as('rv-eze'), await tanzaniaAt(product.db, 'scoring'));
  });

  it('every criterion opens, and the server counts the total when the scores are saved', async () => {
    await scoring.opens();
    await scoring.scoresAll(sheet);
    await scoring.saves();
    await isTold(scoring.page, 'Your scores are saved.');
    expect((await scoring.total.textContent())?.trim()).toBe('75.0 of 100, on 80% of the weight');
  });

  it('what is missing is said where it is missing, and the rest is kept', async () => {
    await scoring.scores('ownership', 4, '');
    await scoring.finishes();
    await scoring.page.locator('.govuk-error-summary').waitFor();
    const place = scoring.criterion('ownership');
    expect(await place.getByRole('radio', { name: /^4 / }).isChecked()).toBe(true);
    await place.getByLabel('Reason for this score').fill('Ten agencies signed.');
    await scoring.finishes();
    await isTold(scoring.page, 'Your scores are finished.');
  });
});

describe('without scripts: decision', () => {
  it('the letter is shown, changed and sent', async () => {
    const deciding = new Deciding(await as('ap-masangu'), await tanzaniaAt(product.db, 'decision'));
    await deciding.opens();
    await deciding.chooses('Decline', 'The openings have closed.');
    await isRefused(deciding.page, 'Choose at least one ground');
    await deciding.chooses('Approve', 'Follows the recommendation.');
    expect(await deciding.letter.textContent()).toContain('Follows the recommendation.');
    await deciding.confirms('Change something');
    expect(await deciding.page.getByLabel('Reasons', { exact: true }).inputValue()).toBe('Follows the recommendation.');
    await deciding.chooses('Approve', 'Follows the recommendation of the panel.');
    await deciding.confirms('Approve and send the letter');
    await isTold(deciding.page, 'The decision is recorded and the letter is on its way.');
    await deciding.page.goto(`/requests/${deciding.ref}`);
    await deciding.page.getByText('Approved, awaiting funds').first().waitFor();
  });
});
