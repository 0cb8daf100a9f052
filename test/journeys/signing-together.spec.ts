import { describe, expect } from '@jest/globals';
import { isRefusal, type Day } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { axe } from '../support/browser.js';
import { nameOf, useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { Delegating } from './pages/delegating.js';
import { sidewaysScroll } from './pages/inspection.js';
import { Signing } from './pages/signing.js';
import { isRefused, isTold } from './pages/told.js';
import { aStory } from './story.js';

const product = useProduct();
const chapter = aStory();
let ref: string;
const signing = async (key: string): Promise<Signing> => {
  const page = new Signing(await product.as(key), ref);
  await page.opens();
  return page;
};

/** Looks at a page as it stands on a narrow screen. */
async function isWellMade({ page }: { page: Signing['page'] }, name: string): Promise<void> {
  await picture(page, name);
  expect(await axe(page)).toEqual([]);
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sidewaysScroll(page)).toBe(0);
  await page.setViewportSize(size);
}

describe('one adviser for three countries', () => {
  chapter('the office of Tanzania opens a regional request and names the two other countries', async () => {
    const page = await product.as('rc-tza');
    await page.goto('/requests/new');
    await page.getByRole('radio', { name: 'Regional', exact: true }).check();
    await page.getByLabel('which other countries?').fill('Niger\nAtlantis');
    await page.getByRole('radio', { name: 'Multi-country adviser' }).check();
    await page.getByLabel('Title of the request').fill('One adviser for three country teams');
    await page.getByRole('button', { name: 'Open the draft' }).click();
    await isRefused(page, 'Enter each other country by its name');
    await page.getByLabel('which other countries?').fill('Niger\nAzerbaijan');
    await page.getByRole('button', { name: 'Open the draft' }).click();
    await isTold(page, 'The draft is open');
    ref = new URL(page.url()).pathname.split('/').at(-1)!;
    const { title: _title, countries: _countries, type: _type, modality: _modality, ...answers } = aContent();
    const patch = {
      ...answers,
      sections: { ...answers.sections, coveragePlan: [{ country: 'TZA', daysPerYear: 120 }] },
    };
    const done = await product.db.casework.advance(
      ref,
      product.db.cast.coordinator,
      { type: 'EDIT', patch },
      { revision: 'latest' },
    );
    expect(isRefusal(done)).toBe(false);
    await product.allIsSent();
    const asked = (await product.arrived('signatureWanted')).flat();
    expect(asked).toEqual(expect.arrayContaining(['rc-ner', 'rc-aze', 'rco-ner', 'rco-aze']));
    expect(asked.some((key) => key.endsWith('-tza'))).toBe(false);
  });

  chapter('it cannot be submitted before the others have signed, and the page says who', async () => {
    const page = await product.as('rc-tza');
    await page.goto(`/requests/${ref}/submit`);
    await page.getByText('Still to sign: Niger and Azerbaijan').waitFor();
    expect(await page.getByRole('button', { name: 'Sign and submit' }).count()).toBe(0);
    const others = await signing('rc-tza');
    await others.says('Niger', 'Not signed');
    await isWellMade(others, 'signatures-lead');
  });

  chapter('the office of Niger writes the part of its country, and its coordinator signs', async () => {
    const office = await signing('rco-ner');
    await office.writesPart('400', '15000', 'The plan of action against violence.');
    await isRefused(office.page, 'Enter a number of days from 0 to 366');
    await office.writesPart('60', '15,000', 'The plan of action against violence.');
    await isTold(office.page, 'The part of your country is saved.');
    const niger = await signing('rc-ner');
    await isWellMade(niger, 'signatures-partner');
    await niger.page.getByRole('button', { name: 'Sign', exact: true }).click();
    await isRefused(niger.page, 'Confirm the declaration before you sign');
    await niger.signs();
    await isTold(niger.page, 'Your signature is recorded');
    await niger.says('Niger', new RegExp(`Signed by ${nameOf('rc-ner')}`));
  });

  chapter('the coordinator of Azerbaijan is away: somebody of the office signs, with both names', async () => {
    const page = await product.as('rc-aze');
    const { rows } = await product.db.pool.query<{ day: Day }>(
      `SELECT to_char(now() AT TIME ZONE 'Asia/Baku', 'YYYY-MM-DD') AS day`,
    );
    await new Delegating(page).lets(nameOf('rco-aze'), rows[0]!.day);
    await isWellMade({ page }, 'delegation-coordinator');
    const azerbaijan = await signing('rco-aze');
    await azerbaijan.signs();
    await azerbaijan.says('Azerbaijan', new RegExp(`Signed by ${nameOf('rco-aze')}, acting for ${nameOf('rc-aze')}`));
    await product.allIsSent();
    expect((await product.arrived('signaturesComplete')).flat()).toEqual(expect.arrayContaining(['rc-tza', 'rco-tza']));
  });

  chapter('a change makes both signatures void, which is told and shown; both sign again', async () => {
    const page = await product.as('rco-tza');
    await page.goto(`/requests/${ref}/details`);
    await page.getByLabel('Title of the request').fill('One adviser for three country teams, from 2028');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await isTold(page, 'Your draft is saved');
    await product.allIsSent();
    expect((await product.arrived('signatureVoid')).flat()).toContain('rc-ner');
    const niger = await signing('rc-ner');
    await niger.says('Niger', 'Not signed');
    await niger.page
      .getByText(/^Void: the details changed after it was signed/)
      .first()
      .waitFor();
    await niger.signs();
    await niger.says('Niger', /Signed by/);
    const azerbaijan = await signing('rco-aze');
    await azerbaijan.signs();
    await azerbaijan.says('Azerbaijan', /Signed by/);
    await isWellMade(azerbaijan, 'signatures-void');
  });

  chapter('the office that leads submits it, and the history tells the story by itself', async () => {
    const page = await product.as('rc-tza');
    await page.goto(`/requests/${ref}/submit`);
    await page.getByRole('checkbox', { name: /^I confirm/ }).check();
    await page.getByRole('button', { name: 'Sign and submit' }).click();
    await page.waitForURL(/\/submitted$/);
    await page.goto(`/requests/${ref}/history`);
    const told = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
    for (const words of [
      'Signed as one of several',
      `For Azerbaijan, acting for ${nameOf('rc-aze')}.`,
      'Part of a country written',
      'Submitted',
    ])
      expect(told).toContain(words);
    const desk = await signing('do-esa');
    await desk.says('Niger', new RegExp(`Signed by ${nameOf('rc-ner')}`));
    await product.allIsSent();
    expect((await product.arrived('requestReceived')).flat()).toEqual(
      expect.arrayContaining(['rc-tza', 'rc-ner', 'rc-aze']),
    );
  });
});
