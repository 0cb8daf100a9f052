import { beforeAll, describe, expect } from '@jest/globals';
import { DatabaseClock } from '#casework';
import { addDays, dayForAdvice, isRefusal, type RequestEvent, type RequestFacts } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { axe } from '../support/browser.js';
import { useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { until } from '../support/until.js';
import { Advising } from './pages/advising.js';
import { Consulting } from './pages/consulting.js';
import { sidewaysScroll } from './pages/inspection.js';
import { isRefused, isTold } from './pages/told.js';
import { aStory } from './story.js';
import { tanzaniaAt } from './tanzania-at.js';

const product = useProduct();
const chapter = aStory();
let ref: string;
let link: string;

const TEAM = /^Regional UNDG Team/;
const ANA = {
  name: 'Ana Lopez',
  organisation: 'ILO',
  email: 'ana.lopez@ilo.example',
  question: 'Is another adviser planned in the country?',
};

async function facts(): Promise<RequestFacts> {
  const { rows } = await product.db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request WHERE ref = $1', [
    ref,
  ]);
  return rows[0]!.facts;
}
/** Steps of others in between, through the write path. */
async function send(
  by: Part,
  event: (facts: RequestFacts) => Exclude<RequestEvent, { type: 'CREATE' }>,
): Promise<void> {
  const done = await product.db.casework.advance(ref, product.db.cast[by], event(await facts()), {
    revision: 'latest',
  });
  if (isRefusal(done)) throw new Error(`${by}: ${JSON.stringify(done)}`);
}
const desk = async (): Promise<Consulting> => new Consulting(await product.as('do-esa'), ref);
/** The link in the last mail to her. */
async function mailedLink(): Promise<string> {
  await product.allIsSent();
  const mail = product.mailbox.mails.filter((m) => m.recipients.includes(ANA.email)).at(-1)!;
  return /https?:\/\/\S+\/consulted\/[\w-]+/.exec(mail.email.text ?? '')![0];
}

beforeAll(async () => {
  ref = await tanzaniaAt(product.db, 'appointing');
});

describe('somebody is asked by name', () => {
  chapter('the desk officer writes the question; a mail takes the link', async () => {
    const consulting = await desk();
    await consulting.asks({ ...ANA, email: 'nobody' });
    await isRefused(consulting.page, 'Enter an e-mail address');
    await consulting.asks(ANA);
    await isTold(consulting.page, 'It is recorded');
    link = await mailedLink();
    await consulting.is('Ana Lopez, ILO', 'Sent');
    await picture(consulting.page, 'consultation');
    expect(await axe(consulting.page)).toEqual([]);
  });

  chapter(
    'a program that opens the link learns nothing; she opens the question, and answers it without an account',
    async () => {
      const page = await product.visit({ viewport: { width: 320, height: 640 } });
      const scanned = await page.request.get(link);
      expect(await scanned.text()).not.toContain(ANA.question);
      await (await desk()).is('Ana Lopez, ILO', 'Sent');
      await page.goto(link);
      await picture(page, 'link-closed');
      await page.getByRole('button', { name: 'Open the question and the request' }).click();
      await page.getByText(ANA.question).waitFor();
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await axe(page)).toEqual([]);
      await picture(page, 'link-opened', { oneScreen: true });
      await (await desk()).is('Ana Lopez, ILO', 'Read');
      await page.getByLabel('Supports with conditions', { exact: true }).check();
      await page.getByLabel('Reasons', { exact: true }).fill('None is planned; ILO would share its office.');
      await page.getByRole('button', { name: 'Send your answer' }).click();
      await isRefused(page, 'Name the conditions');
      await page.getByRole('textbox', { name: 'Conditions' }).fill('The office in Dodoma');
      await page.getByRole('button', { name: 'Send your answer' }).click();
      await page.getByText('Your answer was received on').waitFor();
      await page.goto(link);
      await page.getByText('Your answer was received on').waitFor();
      await (await desk()).is('Ana Lopez, ILO', 'Answered');
    },
  );
});

describe('the regional team', () => {
  chapter('is given more time with a reason, and sees it', async () => {
    const consulting = await desk();
    const due = dayForAdvice(await facts(), 'regionalTeam:esa')!;
    await consulting.givesTime(TEAM, addDays(due, 400), 'They meet later.');
    await isRefused(consulting.page, 'more time than that is not given');
    await consulting.givesTime(TEAM, addDays(due, 4), 'They meet later.');
    await isTold(consulting.page, 'It is recorded');
    const page = await product.as('rt-esa');
    await page.goto(`/advice/${ref}`);
    await page.getByText('You have more time, until').waitFor();
    await consulting.is(TEAM, 'Read');
  });

  chapter('advises with a condition, is asked again, and what it said stays beside what it says now', async () => {
    const team = new Advising(await product.as('rt-esa'), ref);
    await team.advises('supports with conditions', 'If the second year is paid.', ['A second year']);
    await isTold(team.page, 'Your advice is recorded.');
    const consulting = await desk();
    await consulting.asksAgain(TEAM, 'A donor has come forward.');
    await isTold(consulting.page, 'It is recorded');
    await team.page.goto(`/advice/${ref}`);
    await team.page.getByText('You are asked again: A donor has come forward.').waitFor();
    await picture(team.page, 'advice-asked-again');
    await team.advises('supports with conditions', 'The donor pays the second year.', [
      'A named donor',
      'A second year',
    ]);
    await isTold(team.page, 'Your advice is recorded.');
    await consulting.opens();
    await consulting
      .party(TEAM)
      .getByText('Said before')
      .or(consulting.party(TEAM).getByText('What it said before'))
      .first()
      .waitFor();
  });
});

describe('an office', () => {
  chapter('is silent at the end of its own time; that is recorded and told', async () => {
    const { db } = product;
    const due = (await facts()).clocks
      .filter((c) => c.group === 'consultation')
      .map((c) => c.dueOn)
      .sort()
      .at(-1)!;
    db.clock.set(addDays(due, 1));
    await DatabaseClock.move(db.pool, db.clock.now().getTime() - Date.now(), true);
    await until('silence is recorded', async () =>
      (await facts()).consultation.some((c) => c.role === 'regionalOffice' && c.state === 'silent'),
    );
    await product.allIsSent();
    expect((await product.arrived('ownSilenceRecorded')).flat()).not.toContain('rt-esa');
    expect((await product.arrived('ownSilenceRecorded')).length).toBeGreaterThan(0);
    const consulting = await desk();
    await consulting.opens();
    await consulting.page.getByText('Silent', { exact: true }).first().waitFor();
  });
});

describe('what became of it', () => {
  chapter('the chair takes conditions over or leaves them out with a word', async () => {
    const { cast } = product.db;
    const given =
      (type: RequestEvent['type'], more: object = {}) =>
      (f: RequestFacts) =>
        ({ ...anEvent(type, { facts: f }), ...more }) as Exclude<RequestEvent, { type: 'CREATE' }>;
    await send('desk', given('APPOINT', { reviewers: [cast.amina.id, cast.bruno.id] }));
    for (const by of ['amina', 'bruno'] as const) await send(by, given('DECLARE'));
    for (const by of ['amina', 'bruno'] as const) await send(by, given('SCORE'));
    await send('desk', given('REVEAL'));
    await send('chair', given('SETTLE'));
    const page = await product.as('pc-oduya');
    await page.goto(`/requests/${ref}/recommendation`);
    await page.getByLabel('Approve with conditions', { exact: true }).check();
    await page.getByLabel('Reasons', { exact: true }).fill('Every criterion is met.');
    const fate = (condition: string) => page.getByRole('group', { name: condition });
    await fate('A named donor').getByLabel('Take it over').check();
    await fate('A second year').getByLabel('Leave it out').check();
    await page.getByRole('button', { name: 'Recommend', exact: true }).click();
    await page.locator('.govuk-error-summary').getByText('The office in Dodoma').waitFor();
    await picture(page, 'recommendation-conditions');
    await fate('The office in Dodoma').getByLabel('Say it in other words').check();
    const other = page.getByLabel('If in other words, in which (optional)');
    for (let i = 0; i < (await other.count()); i += 1) await other.nth(i).fill('Room in Dodoma from the first day');
    const words = page.getByLabel('If it is left out, why (optional)');
    for (let i = 0; i < (await words.count()); i += 1) await words.nth(i).fill('The request says so already.');
    await page.getByRole('button', { name: 'Recommend', exact: true }).click();
    await isTold(page, 'The recommendation is with the approver.');
  });

  chapter('the region and the country read what was decided on its advice', async () => {
    await send('approver', (f) => anEvent('APPROVE', { facts: f }));
    const team = await product.as('rt-esa');
    await team.goto(`/advice/${ref}`);
    await team.getByText('It is a condition of the decision.').waitFor();
    await team.getByText('Left out: The request says so already.').waitFor();
    await picture(team, 'advice-outcome');
    const letter = (await facts()).decisions[0]!.letter;
    expect(JSON.stringify(letter)).toContain('A named donor (asked for by: Regional UNDG Team)');
    expect(JSON.stringify(letter)).toContain('Room in Dodoma from the first day (asked for by: ILO)');
    const page = await product.as('rc-tza');
    await page.goto(`/requests/${ref}`);
    await page.getByText(/A named donor \(asked for by Regional UNDG Team/).waitFor();
    expect((await page.request.get(`/requests/${ref}/consultation`)).status()).toBe(403);
  });
});
