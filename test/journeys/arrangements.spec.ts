import { beforeAll, describe, expect } from '@jest/globals';
import { keyOf, useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { Arranging } from './pages/arranging.js';
import { Funding, type Entry } from './pages/funding.js';
import { isRefused, isTold } from './pages/told.js';
import { aStory } from './story.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct();
const chapter = aStory();
let ref: string;

const UNDP: Entry = {
  what: 'Commitment of cost share',
  source: 'A UN agency',
  name: 'UNDP',
  amount: '3,000',
  reference: 'Letter of 3 March',
};
const OTHERS: Entry[] = [
  { ...UNDP, name: 'UNICEF', amount: '43,000' },
  { ...UNDP, name: 'UNFPA', amount: '10 000' },
  { ...UNDP, source: 'UN country team', name: 'Country team', amount: '28,750', inKind: true },
];
const HOSTING = {
  'Office space': { given: true, words: 'A room on the floor of the Resident Coordinator.' },
  Security: { given: true, words: 'The common arrangements of the country team.' },
  'Travel inside the country': { given: true, words: 'Two missions a month.' },
  Transport: { given: false, words: 'No vehicle of one’s own; the pool of the office.' },
  'Staff support': { given: true, words: 'A third of an assistant.' },
};

beforeAll(async () => {
  ref = await tanzaniaAt(product.db, 'approved');
});

describe('money', () => {
  chapter('the fund manager finds the request at home, with what is missing, and opens its money', async () => {
    const page = await product.as('fm-vanderbeke');
    await page.goto('/');
    await page
      .getByRole('row', { name: /United Republic of Tanzania/ })
      .getByText('363,750')
      .waitFor();
    await page.getByRole('link', { name: 'United Republic of Tanzania' }).click();
    await page.getByText('US$ 363,750 is still missing for the first 12 months').waitFor();
    expect(
      await page
        .getByRole('table', { name: /What the first period needs/ })
        .getByRole('row')
        .count(),
    ).toBe(13);
    expect(await new Funding(page, ref).declares.count()).toBe(0);
  });

  chapter('what is wrong in an entry is told at its field, and nothing is lost', async () => {
    const page = await product.as('fm-vanderbeke');
    const funding = new Funding(page, ref);
    await funding.enters({
      ...UNDP,
      what: 'Allocation',
      source: 'Multi-donor trust fund',
      name: 'HRM Fund',
      amount: 'much',
    });
    await isRefused(page, 'Enter an amount in US dollars with at most two decimals');
    expect(await page.getByLabel('How much?').inputValue()).toBe('much');
    await page.getByLabel('How much?').fill('252,000.00');
    await page.getByRole('button', { name: 'Add an entry' }).click();
    await isTold(page, 'The entry is added.');
    await page.getByText('US$ 111,750 is still missing').waitFor();
  });

  chapter('shares of the cost stand beside the allocation; one is corrected by an entry of its own', async () => {
    const page = await product.as('fm-vanderbeke');
    const funding = new Funding(page, ref);
    await funding.enters(UNDP);
    await isTold(page, 'The entry is added.');
    await funding.corrects('UNDP', '30,000');
    await isTold(page, 'The entry is corrected.');
    for (const entry of OTHERS) {
      await funding.enters(entry);
      await isTold(page, 'The entry is added.');
    }
    const shares = page.getByRole('table', { name: /Commitment of cost share/ });
    expect(await shares.getByRole('row').count()).toBe(6);
    await shares.getByText('Corrected', { exact: true }).waitFor();
    await page.getByText('It is covered by what is entered.').waitFor();
    await picture(page, 'funding');
  });

  chapter('the Resident Coordinator and the region read it, and can change nothing', async () => {
    for (const key of ['rc-tza', 'rt-esa']) {
      const page = await product.as(key);
      await new Funding(page, ref).opens();
      await page.getByText('It is covered by what is entered.').waitFor();
      expect(await page.getByRole('button', { name: /entry|Declare/ }).count()).toBe(0);
    }
  });

  chapter('the first period is declared covered, and the arrangements begin', async () => {
    const page = await product.as('fm-vanderbeke');
    const funding = new Funding(page, ref);
    await funding.opens();
    await funding.declares.click();
    await isTold(page, 'The first period is covered.');
    await page.getByRole('heading', { level: 2, name: 'Terms of reference' }).waitFor();
  });
});

describe('arrangements', () => {
  chapter('three parts stand side by side with who has to act', async () => {
    const page = await product.as('rc-tza');
    await page.goto('/');
    await page.getByRole('link', { name: 'United Republic of Tanzania: confirm the cost sharing' }).waitFor();
    const arranging = new Arranging(page, ref);
    await arranging.opens();
    await arranging.part('Terms of reference').getByText('Propose the terms of reference').waitFor();
    await arranging.part('Cost sharing').getByText('UNDP', { exact: true }).waitFor();
    await picture(page, 'arrangements');
  });

  chapter('the desk officer proposes the terms, and both sides sign the same version', async () => {
    const desk = new Arranging(await product.as('do-esa'), ref);
    await desk.proposesTerms();
    await isTold(desk.page, 'The terms are proposed.');
    for (const key of ['do-esa', 'rc-tza']) {
      const signing = new Arranging(await product.as(key), ref);
      await signing.signs();
      await isTold(signing.page, 'Your signature is recorded.');
    }
    await desk.opens();
    await desk.part('Terms of reference').getByText('Arranged').waitFor();
  });

  chapter('the coordinator confirms the shares of the cost, one of them later', async () => {
    const arranging = new Arranging(await product.as('rc-tza'), ref);
    await arranging.confirmsShares('A-1', 'A-2', 'A-3');
    await isTold(arranging.page, 'The cost sharing is confirmed.');
    await arranging.part('Cost sharing').getByText('To be arranged').waitFor();
    await arranging.confirmsShares('A-4');
    await arranging.part('Cost sharing').getByText('Arranged', { exact: true }).waitFor();
  });

  chapter('the office confirms the hosting, and with that everything is handed over', async () => {
    const page = await product.as('rco-tza');
    const arranging = new Arranging(page, ref);
    await arranging.confirmsHosting({ ...HOSTING, Transport: { given: false, words: '' } });
    await isRefused(page, 'Say in words what is given, or why not: transport');
    await page.getByLabel('What is given, or why not: transport').fill(HOSTING.Transport.words);
    await page.getByRole('button', { name: 'Confirm the hosting' }).click();
    await isTold(page, 'The hosting is confirmed.');
    await page.getByText('Everything is arranged.').waitFor();
    await page.goto(`/requests/${ref}`);
    await page.getByRole('listitem').filter({ hasText: 'Handed over' }).first().waitFor();
    await page.getByText('the work goes on with the post').waitFor();
    await picture(page, 'handed-over');
  });

  chapter('the post is open, with the money and the terms that were agreed', async () => {
    const { rows } = await product.db.pool.query(`
      SELECT facts -> 'origin' ->> 'reference' AS origin, facts -> 'post' ->> 'host' AS host,
        jsonb_array_length(facts -> 'funding') AS entries, facts -> 'terms' ->> 'number' AS terms FROM deployment`);
    expect(rows).toEqual([{ origin: ref, host: 'TZA', entries: 6, terms: '1' }]);
  });
});

describe('the mails', () => {
  chapter('each told whom it concerns, and leads to a page that they can open', async () => {
    await product.allIsSent();
    const both = [['rc-tza'], ['rco-tza']];
    expect(await product.arrived('funded')).toEqual(both);
    expect(await product.arrived('termsToPropose')).toEqual([['do-esa']]);
    expect(await product.arrived('postOpened')).toEqual([['do-esa']]);
    expect(await product.arrived('costShareToConfirm')).toEqual([['rc-tza']]);
    expect(await product.arrived('hostingToConfirm')).toEqual(both);
    expect(await product.arrived('torToSign')).toEqual([['do-esa'], ['rc-tza']]);
    expect(await product.arrived('torSigned')).toEqual([['do-esa'], ...both]);
    expect(await product.arrived('handedOver')).toEqual([['fm-vanderbeke'], ...both, ['rt-esa']]);
    for (const { email, recipients } of product.mailbox.mails.filter((m) => m.email.text?.includes(ref))) {
      const address = new RegExp(`${product.url}/\\S+`).exec(email.text!)![0];
      const page = await product.as(keyOf(recipients[0]!));
      expect([email.subject, (await page.request.get(address)).status()]).toEqual([email.subject, 200]);
    }
  });
});
