import { beforeAll, describe, expect } from '@jest/globals';
import { isRefusal, type RequestEvent, type RequestFacts } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { keepAt } from '../support/posts.js';
import { useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { Building, type Costs, type Proposal } from './pages/building.js';
import { Deciding } from './pages/deciding.js';
import { isSound } from './pages/inspection.js';
import { isRefused, isTold } from './pages/told.js';
import { aStory } from './story.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct({ worker: false });
const chapter = aStory();
let ref: string;

const TANZANIA = 'United Republic of Tanzania';
const year = new Date().getUTCFullYear() + 1;
const NAME = 'One adviser for Kenya, Tanzania and Uganda, in Nairobi';
const PROPOSAL: Proposal = {
  name: NAME,
  form: 'Multi-country adviser',
  host: 'Kenya',
  city: 'Nairobi',
  start: ['1', '7', String(year)],
  months: '18',
  days: { Kenya: '9', Uganda: '8', [TANZANIA]: '8' },
  why: 'The three country teams prepare for the same session of the Universal Periodic Review.',
};
const COSTS: Costs = {
  adviser: { [year]: '104,000', [year + 1]: '208,000' },
  travel: {
    Kenya: { [year]: '0', [year + 1]: '0' },
    Uganda: { [year]: '5,000.50', [year + 1]: '9 000' },
    [TANZANIA]: { [year]: '6,000', [year + 1]: '12,000' },
  },
  alone: { Kenya: '320000', Uganda: '300000', [TANZANIA]: '300000' },
  payers: [
    ['Human Rights Mainstreaming Fund', 'Multi-donor trust fund', '60'],
    ['UNDP', 'A UN agency', '30'],
  ],
};

/** Steps of others in between, through the write path. */
async function steps(...all: [by: string, event: (facts: RequestFacts) => RequestEvent][]): Promise<void> {
  const { db } = product;
  for (const [by, event] of all) {
    const { rows } = await db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request WHERE ref = $1', [ref]);
    const actor = by in db.cast ? db.cast[by as Part] : await db.person(by);
    const sent = event(rows[0]!.facts) as Exclude<RequestEvent, { type: 'CREATE' }>;
    const done = await db.casework.advance(ref, actor, sent, { revision: 'latest' });
    if (isRefusal(done)) throw new Error(`${by} cannot ${sent.type}: ${JSON.stringify(done)}`);
  }
}
/** Whoever speaks for another country of the option signs it, under an account of their own. */
async function signedFor(country: string): Promise<void> {
  const { db } = product;
  const email = `coordinator@rc-${country.toLowerCase()}.example`;
  await db.pool.query(
    `WITH person AS (INSERT INTO person (email, name, created_at) VALUES ($1, $2, now()) RETURNING id)
     INSERT INTO assignment (person_id, role, countries, valid_from) SELECT id, 'residentCoordinator', ARRAY[$3], '2020-01-01' FROM person`,
    [email, `The coordinator of ${country}`, country],
  );
  const coordinator = (await db.people.find(email))!;
  const signed = { type: 'SIGN_TOGETHER', declaration: true } as const;
  const done = await db.casework.advance(ref, coordinator, signed, { revision: 'latest' });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
}
const ordinary =
  (type: RequestEvent['type'], more: object = {}) =>
  (facts: RequestFacts): RequestEvent =>
    ({ ...anEvent(type, { facts }), ...more }) as RequestEvent;

beforeAll(async () => {
  ref = await tanzaniaAt(product.db, 'appointing');
  const at = `${year - 2}-03-01T09:00:00.000Z`;
  await keepAt(product.db, (d) => d.left(), { at });
});

describe('the regional team', () => {
  chapter('chooses countries, and sees what is there, what is asked for and who was there', async () => {
    const building = new Building(await product.as('rt-esa'));
    await building.choosesCountries('Kenya', TANZANIA, 'Uganda');
    const place = building.page.getByRole('region', { name: TANZANIA });
    await place.getByRole('link', { name: /Tanzania/ }).waitFor();
    await place.getByText(/Post empty/).waitFor();
    await place.getByText(ref).waitFor();
    await building.page.getByRole('region', { name: 'Uganda' }).getByText('No open request.').waitFor();
    await picture(building.page, 'option-proposal');
  });

  chapter('cannot promise more days than a month has; nothing that was typed is lost', async () => {
    const building = new Building(await product.as('rt-esa'));
    await building.proposes(PROPOSAL);
    await isRefused(building.page, 'These are 25 days a month, and one adviser works 21. Take 4 days away');
    expect(await building.page.getByLabel('Name of the option').inputValue()).toBe(NAME);
    await building.gives({ Kenya: '7', Uganda: '6', [TANZANIA]: '7' });
    await building.saves();
    await isTold(building.page, 'The option is saved.');
  });

  chapter('enters what it costs; the parts of who pays have to make the whole', async () => {
    const building = new Building(await product.as('rt-esa'));
    await building.costs(COSTS);
    await isRefused(building.page, 'The percentages add up to 90, and have to make 100: 10 missing');
    await building.costs({ ...COSTS, payers: [COSTS.payers[0]!, ['UNDP', 'A UN agency', '40 %']] });
    await isTold(building.page, 'The option is saved.');
    const { page } = building;
    await page.getByRole('row', { name: /^All/ }).getByText('344,000.50').waitFor();
    await page.getByRole('row', { name: /UNDP/ }).getByText('137,600.20').waitFor();
    await page.getByText(/would cost US\$ 1,380,000 over the same time/).waitFor();
    await picture(page, 'option');
  });

  chapter('keeps another, and holds the two side by side', async () => {
    const building = new Building(await product.as('rt-esa'));
    await building.choosesCountries('Kenya', TANZANIA);
    await building.proposes({
      ...PROPOSAL,
      name: 'Cover from Addis Ababa',
      form: 'Cover by an OHCHR regional office',
      host: 'Ethiopia',
      city: 'Addis Ababa',
      days: { Kenya: '3', [TANZANIA]: '3' },
    });
    const { page } = building;
    await page.goto('/deployments/options');
    await picture(page, 'options');
    for (const name of [NAME, 'Cover from Addis Ababa']) await page.getByLabel(name, { exact: true }).check();
    await page.getByRole('button', { name: 'Compare them' }).click();
    await page.getByRole('columnheader', { name: 'Cover from Addis Ababa' }).waitFor();
    await picture(page, 'options-compared');
  });

  chapter('attaches the finished one to its advice', async () => {
    const page = await product.as('rt-esa');
    await page.goto(`/advice/${ref}`);
    expect(await page.getByLabel('Cover from Addis Ababa').count()).toBe(0);
    await page.getByLabel('Prefers a regional option', { exact: true }).check();
    await page.getByLabel(NAME).check();
    await page.getByLabel('Reasons', { exact: true }).fill('One adviser serves the three.');
    await picture(page, 'advice-option');
    await page.getByRole('button', { name: 'Give advice' }).click();
    await isTold(page, 'Your advice is recorded.');
  });

  chapter('changes the option afterwards; the advice keeps what it said', async () => {
    const page = await product.as('rt-esa');
    await page.goto('/deployments/options');
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('button', { name: 'Change the proposal' }).click();
    await new Building(page).gives({ Kenya: '1' });
    await new Building(page).saves();
    await isTold(page, 'The option is saved.');
    const rc = await product.as('rc-tza');
    await rc.goto(`/requests/${ref}`);
    await rc.getByText('The option:').first().click();
    await rc.getByText('Kenya: 7 days a month, US$ 109,200').waitFor();
  });
});

describe('the offer', () => {
  chapter('the approver chooses the attached option, and reads it in the letter', async () => {
    await steps(
      ['regionalOffice', ordinary('ADVISE')],
      ['ro-pretoria', ordinary('ADVISE')],
      ['desk', ordinary('APPOINT', { reviewers: [product.db.cast.amina.id, product.db.cast.bruno.id] })],
      ['amina', ordinary('DECLARE')],
      ['bruno', ordinary('DECLARE')],
      ['amina', ordinary('SCORE')],
      ['bruno', ordinary('SCORE')],
      ['desk', ordinary('REVEAL')],
      ['chair', ordinary('SETTLE')],
      ['chair', ordinary('RECOMMEND', { outcome: 'offer regional option', modality: 'regional', conditions: [] })],
    );
    const deciding = new Deciding(await product.as('ap-masangu'), ref);
    await deciding.opens();
    await picture(deciding.page, 'decision-option');
    expect(await deciding.page.getByLabel(NAME).isChecked()).toBe(true);
    await deciding.chooses('Offer a regional option', 'One adviser serves three country teams.');
    await deciding.letter.getByText('Kenya: 7 days a month').waitFor();
    await deciding.letter.getByText(/based in Nairobi, Kenya/).waitFor();
    await deciding.letter.getByText('UNDP: US$ 137,600.20 (40 %)').waitFor();
    await deciding.confirms('Offer the regional option and send the letter');
    await isTold(deciding.page, 'The decision is recorded');
  });

  chapter('the Resident Coordinator sees what is offered, and accepts once the others have signed', async () => {
    const page = await product.as('rc-tza');
    await page.goto(`/requests/${ref}/offer`);
    for (const country of ['KEN', 'UGA']) await signedFor(country);
    await page.goto(`/requests/${ref}/offer`);
    await page.getByRole('region', { name: 'What is offered' }).waitFor();
    await page
      .getByRole('row', { name: /Uganda/ })
      .getByText('6', { exact: true })
      .waitFor();
    await isSound(page);
    await picture(page, 'offer');
    await page.getByLabel('Yes, we accept the offer').check();
    await page.getByRole('button', { name: 'Send your answer' }).click();
    await isTold(page, 'Your answer to the offer is recorded.');
  });

  chapter('it is funded and handed over, and the post is what was offered', async () => {
    await steps(
      ['fund', ordinary('ENTER_FUNDING', { amount: '400000' })],
      ['fund', () => ({ type: 'FUND' })],
      ['desk', ordinary('PROPOSE_TOR')],
      ['desk', ordinary('SIGN_TOR')],
      ['coordinator', ordinary('SIGN_TOR')],
      ['coordinator', () => ({ type: 'CONFIRM_COST_SHARE', noneDue: 'It is in the fund.' })],
      ['office', ordinary('CONFIRM_HOSTING')],
    );
    const { rows } = await product.db.pool.query(
      `SELECT d.title, d.modality, d.host, d.duty_station AS station, (SELECT jsonb_object_agg(c.country, c.days_per_month) FROM deployment_country c WHERE c.deployment_id = d.id) AS days
       FROM deployment d JOIN request r ON r.id = d.request_id WHERE r.ref = $1`,
      [ref],
    );
    expect(rows).toEqual([
      { title: NAME, modality: 'multiCountry', host: 'KEN', station: 'Nairobi', days: { KEN: 7, TZA: 7, UGA: 6 } },
    ]);
  });
});

describe('each page of options', () => {
  chapter('can be read and used at every width', async () => {
    const page = await product.as('rt-esa');
    const { rows } = await product.db.pool.query<{ id: string }>('SELECT id FROM regional_option ORDER BY changed_at');
    const [a, b] = rows.map((r) => r.id);
    const addresses = [
      '',
      '/new',
      '/new?country=KEN&country=TZA',
      `/compare?option=${a}&option=${b}`,
      `/${b}`,
      `/${b}/edit`,
      `/${b}/costs`,
    ];
    for (const address of addresses) {
      await page.goto(`/deployments/options${address}`);
      await isSound(page, address);
    }
    await page.goto(`/deployments/options/${b}/costs`);
    await picture(page, 'option-costs');
    await page.goto(`/deployments/options/new`);
    await picture(page, 'option-choose');
  });
});
