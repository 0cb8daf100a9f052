import { beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DatabaseClock } from '#casework';
import { addDays, endorsersOf, type RequestFacts } from '#domain';
import { axe } from '../support/browser.js';
import { useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { until } from '../support/until.js';
import { Endorsing, EndorsementLink, headOf, mailedLink, type HeadOfAgency } from './pages/endorsing.js';
import { sidewaysScroll } from './pages/inspection.js';
import { isRefused, isTold } from './pages/told.js';
import { aStory } from './story.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct();
const chapter = aStory();
let ref: string;

const HEADS = [
  headOf('UNDP', 'Philippe Adjovi-Brandt'),
  headOf('UNICEF', 'Jyotsna Ramanathapillai'),
  headOf('UNFPA', 'Mariatu Kargbo-Ellis'),
  headOf('UN Women', 'Anneliese Grünwald-Temba'),
  headOf('WFP', 'Tadeusz Wiśniewicz'),
];
const [UNDP, UNICEF, UNFPA, UN_WOMEN, WFP] = HEADS as [
  HeadOfAgency,
  HeadOfAgency,
  HeadOfAgency,
  HeadOfAgency,
  HeadOfAgency,
];
const CORRECT = 'wfp.dodoma@un.example';

async function facts(): Promise<RequestFacts> {
  const text = 'SELECT facts FROM request WHERE ref = $1';
  return (await product.db.pool.query<{ facts: RequestFacts }>(text, [ref])).rows[0]!.facts;
}
const office = async (): Promise<Endorsing> => new Endorsing(await product.as('rco-tza'), ref);
let visitor: Page;
/** Somebody without an account, on a telephone. */
const linkOf = async (email: string): Promise<EndorsementLink> => {
  visitor ??= await product.visit({ viewport: { width: 320, height: 640 } });
  const opened = new EndorsementLink(visitor);
  await opened.opens(await mailedLink(product, email));
  return opened;
};

beforeAll(async () => {
  ref = await tanzaniaAt(product.db, 'draft');
});

describe('five heads of agency', () => {
  chapter('are asked by the office; one mail comes back, and goes to a corrected address', async () => {
    product.mailbox.refuse(WFP.email);
    const page = await office();
    await page.asks([{ ...UNDP, email: 'nobody' }]);
    await isRefused(page.page, 'Enter an e-mail address');
    await page.asks(HEADS);
    await isTold(page.page, 'The links go out by mail now');
    await product.allIsSent();
    await until('the mail came back', async () => endorsersOf(await facts()).some((e) => e.unreached));
    await page.is('WFP', 'Mail came back');
    await page.is('UNDP', 'Sent');
    expect(await axe(page.page)).toEqual([]);
    await picture(page.page, 'endorsements-asked');
    await page.asksAgain(/^WFP/, CORRECT);
    await isTold(page.page, 'The links go out by mail now');
    await product.allIsSent();
    await page.is('WFP', 'Sent');
  });

  chapter('a program that opens a link reads nothing; three endorse and one declines', async () => {
    const { title } = (await facts()).summary;
    const link = await mailedLink(product, UNDP.email);
    const scanner = await product.visit();
    for (let i = 0; i < 2; i += 1) expect(await (await scanner.request.get(link)).text()).not.toContain(title);
    await (await office()).is('UNDP', 'Sent');

    const undp = await linkOf(UNDP.email);
    expect(await sidewaysScroll(undp.page)).toBe(0);
    expect(await axe(undp.page)).toEqual([]);
    await picture(undp.page, 'endorse-opened', { oneScreen: true });
    await (await office()).is('UNDP', 'Opened');
    await undp.endorses('25,000', 'A share of the post');
    await (await linkOf(UNICEF.email)).endorses();
    await (await linkOf(CORRECT)).endorses();
    await (await linkOf(UN_WOMEN.email)).declines('Our means are bound this year.');
    const page = await office();
    await page.is('UNDP', 'Endorsed');
    await page.is('UN Women', 'Declined');
    await page.page.getByText('Three of five heads of agency endorse the text as it stands.').waitFor();
    await picture(page.page, 'endorsements-answered');
  });
});

describe('a change of the text', () => {
  chapter('is warned of, makes the endorsements void, and they are asked again with one press', async () => {
    const page = await office();
    await page.page.goto(`/requests/${ref}/sections/1`);
    await page.page.getByText(/have endorsed this text\. Any change that is saved here/).waitFor();
    await page.page.locator('textarea').first().fill('Another context, after the elections of this year.');
    await page.page.getByRole('button', { name: 'Save draft', exact: true }).last().click();
    await isTold(page.page, 'Your draft is saved.');
    await page.page.goto(`/requests/${ref}`);
    await page.page.getByText('A change made the endorsements of UNDP, UNICEF and WFP void.').waitFor();
    await page.is('UNDP', 'Void by a change');
    await page.asksVoidAgain('Ask all three again');
    await isTold(page.page, 'The links go out by mail now');
    const undp = await linkOf(UNDP.email);
    await undp.page.getByText('What changed since you answered').waitFor();
    await undp.page.getByText('Another context, after the elections of this year.').first().waitFor();
    await picture(undp.page, 'endorse-changed', { oneScreen: true });
    await undp.endorses('25,000', 'A share of the post');
    await (await linkOf(UNICEF.email)).endorses();
    await page.is('UNDP', 'Endorsed');
    await page.is('WFP', 'Sent');
  });
});

describe('an agency', () => {
  chapter('has a new head: the old link is dead, and what was answered stays without counting', async () => {
    const before = await mailedLink(product, UNICEF.email);
    const page = await office();
    const successor = { ...UNICEF, name: 'Prosper Ndayizeye-Holm', email: 'new.unicef@un.example' };
    await page.replaces(/^UNICEF/, successor, 'A new representative has arrived.');
    await isTold(page.page, 'The links go out by mail now');
    await visitor.goto(before);
    await visitor.getByText('Somebody else now answers for your agency').waitFor();
    await page.is('UNICEF', 'Replaced');
    await (await linkOf(successor.email)).endorses();
    await page.is('UNICEF', 'Endorsed');
  });
});

describe('a link that nobody uses', () => {
  chapter('ends on its day and says how to get another; the office is told', async () => {
    const { db } = product;
    const link = await mailedLink(product, UNFPA.email);
    const last = endorsersOf(await facts()).find((e) => e.agency === 'UNFPA')!.until;
    db.clock.set(addDays(last, 1));
    await DatabaseClock.move(db.pool, db.clock.now().getTime() - Date.now(), true);
    await until('the link has ended', async () => {
      await visitor.goto(link);
      return visitor.getByText('the office can send you a new link').isVisible();
    });
    await picture(visitor, 'endorse-ended');
    await until('the office is told', async () => (await product.arrived('escalation')).flat().includes('rco-tza'));
    await (await office()).is('UNFPA', 'Link ended');
  });
});

describe('the request', () => {
  chapter('goes with whose word each endorsement is, and links are closed', async () => {
    const page = await product.as('rc-tza');
    await page.goto(`/requests/${ref}/submit`);
    await page.getByText('have not answered. After the submission no answer can be given.').waitFor();
    const declaration = page.getByRole('checkbox');
    await declaration.check();
    const reason = page.getByLabel(/Why is it submitted without/);
    if (await reason.count()) await reason.fill('It follows.');
    await page.getByRole('button', { name: 'Sign and submit' }).click();
    await page
      .getByRole('heading', { name: /submitted/i })
      .first()
      .waitFor();
    await visitor.goto(await mailedLink(product, UNDP.email));
    await visitor.getByText('The request was submitted').waitFor();
    await visitor.getByRole('button', { name: 'See what you answered' }).click();
    await visitor.getByText('A share of the post').waitFor();
    const desk = await product.as('do-esa');
    await desk.goto(`/requests/${ref}/full`);
    await desk
      .getByText(/The agency itself, /)
      .first()
      .waitFor();
    await picture(desk, 'endorsements-read', { oneScreen: true });
    await desk.goto(`/requests/${ref}/history`);
    await desk.getByText('Endorsed by an agency').first().waitFor();
    await page.goto(`/requests/${ref}/history`);
    await page.getByText('It made the endorsements of UNDP, UNICEF and WFP void.').waitFor();
  });
});
