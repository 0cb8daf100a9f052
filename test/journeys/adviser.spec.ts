import { beforeAll, describe, expect } from '@jest/globals';
import { adviserAt, AROUND_IT, postAt } from '../support/held-post.js';
import { choosePerson, keyOf, useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { Desk, type Line } from './pages/desk.js';
import { isRefused, isTold } from './pages/told.js';
import { aStory } from './story.js';

const product = useProduct();
const chapter = aStory();
let ref: string;

const TRAINING: Line = {
  text: 'Train the country team on the human rights-based approach',
  criterion: 'Full commitment of the RC and UNCT',
  condition: 'The adviser is a member of the programme management team from the first day',
  outcome: 'All outcomes',
  indicator: 'Three in four officers trained; baseline: one in ten',
};
const OFFICER: Line = {
  text: 'Prepare the post of a national officer',
  criterion: 'Sustainability',
  outcome: 'Outcome 1, output 1.3',
  indicator: 'Officer in post; baseline: none',
};
const SECRET = 'Two organisations asked that their names not be used.';
const CHALLENGE = 'Focal points are named slowly.';

/** The adviser works without JavaScript throughout. */
const desk = async (key: keyof typeof AROUND_IT | 'adviser' | 'fund'): Promise<Desk> =>
  key === 'adviser'
    ? new Desk(await product.as(adviserAt('arrived'), { javaScriptEnabled: false }), ref)
    : new Desk(await product.as(key === 'fund' ? 'fm-vanderbeke' : AROUND_IT[key]), ref);

beforeAll(async () => {
  ({ ref } = await postAt(product.db, 'arrived'));
});

describe('the work plan', () => {
  chapter('waits for the adviser at home, beside the next dates', async () => {
    const { page } = await desk('adviser');
    await page.goto('/');
    await page.getByText('One work plan to write waits for you.').waitFor();
    await page.getByText('Your term ends').waitFor();
    await picture(page, 'adviser-home');
    await page.getByRole('link', { name: 'United Republic of Tanzania: write the work plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Write the work plan' }).waitFor();
  });

  chapter('is written in lines that are added and removed; what is missing is told and nothing is lost', async () => {
    const it = await desk('adviser');
    await it.writes(1, TRAINING);
    await it.page.getByRole('button', { name: 'Add a line' }).click();
    await it.page.getByRole('button', { name: 'Add a line' }).waitFor();
    await it.writes(2, { ...OFFICER, text: '' });
    await it.saves();
    await isRefused(it.page, 'Enter what will be done');
    expect(await it.line(1).getByLabel('What will be done?').inputValue()).toBe(TRAINING.text);
    expect(await it.line(2).getByLabel('Indicator').inputValue()).toBe(OFFICER.indicator);
    await it.page.getByRole('button', { name: 'Remove Line 1' }).click();
    await it.writes(1, OFFICER);
    await it.page.getByRole('button', { name: 'Add a line' }).click();
    await it.writes(2, TRAINING);
    await it.saves();
    await isTold(it.page, 'The work plan is saved.');
    await it.page.getByText('Version 1. Two lines. It is not agreed by both sides yet.').waitFor();
    await picture(it.page, 'work-plan');
  });

  chapter('both sides find it at home and agree to the same version', async () => {
    for (const key of ['coordinator', 'desk'] as const) {
      const it = await desk(key);
      await it.page.goto('/');
      await it.page.getByRole('link', { name: 'United Republic of Tanzania: agree to the work plan' }).click();
      await it.agrees();
      await isTold(it.page, 'It is recorded');
    }
    await (await desk('desk')).page.getByText('Both sides have agreed to it.').waitFor();
  });
});

describe('reports', () => {
  chapter('the first update says how far each line has come, and what is for OHCHR alone', async () => {
    const it = await desk('adviser');
    await it.opens('Reports');
    await it.page
      .getByRole('link', { name: /^Quarterly update/ })
      .first()
      .click();
    await it.page.getByText('Everything but the confidential part').waitFor();
    await it.page.getByLabel('What was done?').fill('');
    await it.reportsOn(TRAINING.text, 'On track', 'A first course for 24 officers.');
    await it.page.getByLabel('What stood in the way?').fill(CHALLENGE);
    await it.page.getByLabel('What should OHCHR alone know?').fill(SECRET);
    await it.page.getByRole('button', { name: 'File the report' }).click();
    await isRefused(it.page, 'Say in a few sentences what was done');
    expect(await it.page.getByLabel('What should OHCHR alone know?').inputValue()).toBe(SECRET);
    await it.page.getByLabel('What was done?').fill('The first course was well attended.');
    await product.sessionEnds(adviserAt('arrived'));
    await it.page.getByRole('button', { name: 'File the report' }).click();
    await choosePerson(it.page, adviserAt('arrived'));
    await isTold(it.page, 'Your session had ended. What you wrote is back in the form below.');
    await it.page.getByRole('heading', { level: 1, name: /^Quarterly update/ }).waitFor();
    expect(await it.result(TRAINING.text).getByRole('radio', { name: 'On track' }).isChecked()).toBe(true);
    expect(await it.page.getByLabel('What should OHCHR alone know?').inputValue()).toBe(SECRET);
    await it.page.getByRole('button', { name: 'File the report' }).click();
    await isTold(it.page, 'The report is filed.');
  });

  chapter('the next one begins with what was reported last, and with nothing that was confidential', async () => {
    const it = await desk('adviser');
    await it.page
      .getByRole('row')
      .filter({ hasText: /Quarterly update/ })
      .filter({ hasNotText: 'Filed' })
      .first()
      .getByRole('link')
      .click();
    expect(await it.result(TRAINING.text).getByRole('radio', { name: 'On track' }).isChecked()).toBe(true);
    expect(await it.page.getByLabel('What stood in the way?').inputValue()).toBe(CHALLENGE);
    expect(await it.page.getByLabel('What should OHCHR alone know?').inputValue()).toBe('');
    await picture(it.page, 'quarterly-update');
    await it.reportsOn(TRAINING.text, 'Done', '71 of 92 officers are trained.');
    await it.page.getByRole('button', { name: 'File the report' }).click();
    await isTold(it.page, 'The report is filed.');
  });

  chapter('the Resident Coordinator reads one without the confidential part, the fund what was done', async () => {
    for (const [key, challenges] of [
      ['coordinator', 1],
      ['fund', 0],
    ] as const) {
      const it = await desk(key);
      await it.opens('Reports');
      await it.page.getByRole('table', { name: 'Filed reports' }).getByRole('link').last().click();
      await it.page.getByText('The first course was well attended.').waitFor();
      expect(await it.page.getByText(CHALLENGE).count()).toBe(challenges);
      expect(await it.page.getByText(SECRET).count()).toBe(0);
      expect((await it.page.request.get(`${it.page.url()}?for=ohchr`)).status()).toBe(404);
    }
  });

  chapter('the desk officer reads all of it, and what each of the others reads', async () => {
    const it = await desk('desk');
    await it.opens('Reports');
    await it.page.getByRole('table', { name: 'Filed reports' }).getByRole('link').last().click();
    await it.page.getByText(SECRET).waitFor();
    await picture(it.page, 'report');
    await it.page.getByRole('link', { name: 'For the fund' }).click();
    await it.page.getByText('The fund reads the summary and the results.').waitFor();
    expect(await it.page.getByText(CHALLENGE).count()).toBe(0);
    const word = it.page.getByRole('button', { name: 'Download as Word' });
    const file = await it.page.request.get((await word.getAttribute('href'))!);
    expect([file.status(), (await file.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(file.headers()['content-disposition']).toContain('-fund.docx');
  });

  chapter('a date is moved with its reason, and both stay in sight', async () => {
    const it = await desk('desk');
    await it.opens('Reports');
    await it.page
      .getByRole('link', { name: /^Move (?!a date)/ })
      .last()
      .click();
    expect(await it.page.getByLabel('Which report?').inputValue()).not.toBe('');
    const due = new Date(Date.now() + 40 * 86_400_000);
    await it.page.getByLabel('Day').fill(String(due.getUTCDate()));
    await it.page.getByLabel('Month').fill(String(due.getUTCMonth() + 1));
    await it.page.getByLabel('Year').fill(String(due.getUTCFullYear()));
    await it.page.getByLabel('Why?').fill('The election comes first.');
    await it.page.getByRole('button', { name: 'Move the date of a report' }).click();
    await isTold(it.page, 'It is recorded');
    await it.page.getByText(/^Moved from .+: The election comes first\.$/).waitFor();
    await picture(it.page, 'reports');
  });
});

describe('to OHCHR alone', () => {
  chapter('the adviser writes a note, the desk officer reads it, and nobody else', async () => {
    const own = await desk('adviser');
    await own.opens('Notes to OHCHR');
    await own.page.getByRole('button', { name: 'Write a note' }).click();
    await own.page.getByLabel('Your note').fill('The office was searched.');
    await own.page.getByRole('button', { name: 'Write a note to OHCHR alone' }).click();
    await isTold(own.page, 'It is recorded');
    const ohchr = await desk('desk');
    await ohchr.opens('Notes to OHCHR');
    await ohchr.page.getByText('The office was searched.').waitFor();
    const { page } = await desk('coordinator');
    await page.goto(`/deployments/${ref}`);
    expect(await page.getByRole('link', { name: 'Notes to OHCHR' }).count()).toBe(0);
    expect((await page.request.get(`/deployments/${ref}/notes`)).status()).toBe(403);
    await page.goto(`/deployments/${ref}/history`);
    expect(await page.getByText('The office was searched.').count()).toBe(0);
  });
});

describe('the thread', () => {
  chapter('leads from each criterion to what came of it; the score is OHCHR’s to read', async () => {
    for (const [key, scores] of [
      ['desk', 5],
      ['coordinator', 0],
    ] as const) {
      const it = await desk(key);
      await it.opens('Criteria to results');
      const section = it.page.getByRole('region', { name: TRAINING.criterion });
      await section.getByText(TRAINING.condition!, { exact: true }).waitFor();
      await section.getByText('71 of 92 officers are trained.').waitFor();
      expect(await it.page.getByText('Score at the approval').count()).toBe(scores);
    }
    await picture((await desk('desk')).page, 'thread');
  });
});

describe('the mails', () => {
  chapter('each leads to a page that its reader can open, and says nothing that is confidential', async () => {
    await product.allIsSent();
    const mails = product.mailbox.mails.filter((m) => m.email.text?.includes(ref));
    expect(mails.length).toBeGreaterThan(4);
    for (const { email, recipients } of mails) {
      expect(email.text).not.toMatch(/asked that their names|was searched/);
      const address = new RegExp(`${product.url}/\\S+`).exec(email.text!)![0];
      const page = await product.as(keyOf(recipients[0]!));
      expect([email.subject, (await page.request.get(address)).status()]).toEqual([email.subject, 200]);
    }
  });
});
