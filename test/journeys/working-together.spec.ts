import { beforeAll, describe, expect } from '@jest/globals';
import { QUESTIONS } from '#domain';
import { axe } from '../support/browser.js';
import { nameOf, useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { sidewaysScroll } from './pages/inspection.js';
import { isTold } from './pages/told.js';
import { aStory } from './story.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct({ worker: false });
const chapter = aStory();
const question = Object.keys(QUESTIONS.ownership)[0]!;
let ref: string;

beforeAll(async () => {
  ref = await tanzaniaAt(product.db, 'draft');
});

describe('two people of an office write one draft', () => {
  chapter('one comments on a question, and what was typed is saved on the way', async () => {
    // Without JavaScript, as everything has to work.
    const page = await product.as('rco-tza', { javaScriptEnabled: false });
    await page.goto(`/requests/${ref}/sections/2`);
    const field = page.locator(`[id="sections.ownership.${question}"]`);
    await field.fill('The ministry has signed.');
    await page.getByRole('button', { name: 'Save, and comment on this question' }).first().click();
    await isTold(page, 'Your draft is saved');
    expect(await page.getByLabel('Which question is it about?').inputValue()).toBe(`sections.ownership.${question}`);
    await page.getByLabel('Your comment').fill('Was it the ministry of justice?');
    await page.getByRole('button', { name: 'Add the comment' }).click();
    await isTold(page, 'Your comment is kept for your office.');
    await page.goto(`/requests/${ref}/sections/2`);
    expect(await field.inputValue()).toBe('The ministry has signed.');
  });

  chapter(
    'the other sees who is there, and the comment beside the question, in the list of sections and before submission',
    async () => {
      const page = await product.as('rc-tza');
      await page.goto(`/requests/${ref}`);
      await page.getByText(`One comment is open. ${nameOf('rco-tza')} has this section open.`).waitFor();
      await page.getByRole('link', { name: 'One open comment of your office' }).waitFor();
      await page.goto(`/requests/${ref}/sections/2`);
      await page.getByText(`${nameOf('rco-tza')} has this section open.`).waitFor();
      await page.getByText('Was it the ministry of justice?').waitFor();
      await picture(page, 'section-together');
      expect(await axe(page)).toEqual([]);
      await page.goto(`/requests/${ref}/check`);
      await page.getByText('Your office left one comment open').waitFor();
      await page.getByRole('link', { name: /^Section 2, / }).click();
      await page.getByLabel('Your answer').fill('Yes, in March.');
      await page.getByRole('button', { name: 'Answer', exact: true }).click();
      await page.getByText('Yes, in March.').waitFor();
      await picture(page, 'comments');
      await page.getByRole('button', { name: /^Resolve/ }).click();
      await isTold(page, 'The comment is resolved');
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await axe(page)).toEqual([]);
    },
  );

  chapter('nothing of it goes with the request', async () => {
    await product.db.casework.advance(
      ref,
      product.db.cast.coordinator,
      { type: 'SUBMIT', declaration: true, gapsReason: 'None.' },
      { revision: 'latest' },
    );
    const page = await product.as('do-esa');
    await page.goto(`/requests/${ref}/full`);
    expect(await page.content()).not.toContain('ministry of justice');
    const answer = await page.goto(`/requests/${ref}/comments`);
    expect(answer!.status()).toBe(403);
  });
});
