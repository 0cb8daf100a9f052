import { beforeAll, describe, expect } from '@jest/globals';
import { DatabaseClock } from '#casework';
import { addDays, dayOf, endorsersOf, SECTIONS, type Day, type RequestFacts } from '#domain';
import { nameOf, useProduct } from '../support/product.js';
import { until } from '../support/until.js';
import { changed, withAnswer } from '../support/word.js';
import { Checking } from './pages/checking.js';
import { Delegating } from './pages/delegating.js';
import { Details } from './pages/details.js';
import { Endorsing, headOf, mailedLink } from './pages/endorsing.js';
import { Signing } from './pages/signing.js';
import { isTold } from './pages/told.js';
import { WordForm } from './pages/word-form.js';
import { aStory } from './story.js';
import { Written } from './written/written.js';

const product = useProduct();
const chapter = aStory();
const together = aStory();
const tanzania = new Written(product, '01');
const three = new Written(product, '03');

const ASKED = SECTIONS[1]!.questions.find((q) => q.path.endsWith('whoAskedFirst'))!;
const THE_MINISTRY = 'The first request came from the ministry.';
const THE_DEBRIEFING = 'It was asked for in the debriefing of November 2012.';
const OF_BOTH = 'The first request came from the ministry, in the debriefing of November 2012.';
const OFF_LINE = 'The Permanent Secretary wrote on 16 December 2013.';
const WHY = 'The heads of agency of three countries answer in their own letters.';
const THE_CHANGE = 'The State was reviewed for the second time, and accepted more than before.';

const HEADS = [
  headOf('UNDP', 'Philippe Adjovi-Brandt'),
  headOf('UNICEF', 'Jyotsna Ramanathapillai'),
  headOf('WFP', 'Tadeusz Wiśniewicz'),
  headOf('UN Women', 'Anneliese Grünwald-Temba'),
  headOf('UNFPA', 'Mariatu Kargbo-Ellis'),
];
const [UNDP, UNICEF, WFP, UN_WOMEN, UNFPA] = HEADS.map(({ email }) => email) as [
  string,
  string,
  string,
  string,
  string,
];
const [OFFICER, COORDINATOR, LEAD] = [nameOf('rco-tza'), nameOf('rc-tza'), nameOf('rc-aze')] as const;
/** All that a program put in, as the list of earlier texts names it. */
const EVERY_PART = `${SECTIONS.map(({ number, title }) => `Section ${number}, ${title}`).join(', ')} and Own assessment`;
const endorsing = async (): Promise<Endorsing> => new Endorsing(await product.as('rco-tza'), tanzania.ref);

/** Time passes, until the morning of a day. */
async function comes(day: Day): Promise<void> {
  product.db.clock.set(day);
  await DatabaseClock.move(product.db.pool, product.db.clock.now().getTime() - Date.now(), true);
}

beforeAll(() => [tanzania, three].forEach((request) => request.begins()));

describe('a request for Tanzania is drafted by two people', () => {
  chapter('the office opens it, and a program puts in what was written before', async () => {
    const details = new Details(await product.as('rco-tza'));
    await details.page.goto('/requests/new');
    await details.answers(tanzania.content, tanzania.start());
    tanzania.ref = await details.opensDraft();
    const { ownership, ...sections } = tanzania.content.sections!;
    const { whoAskedFirst: _asked, governmentConsulted: _consulted, ...others } = ownership!;
    const { selfAssessment, mechanismRecommendations } = tanzania.content;
    await tanzania.putIn('rco-tza', {
      selfAssessment,
      mechanismRecommendations,
      sections: { ...sections, ownership: others },
    });
  });

  chapter('two of them answer one question at once: both texts are shown, and one is made of them', async () => {
    const [officer, coordinator] = [await tanzania.writing('rco-tza'), await tanzania.writing('rc-tza')];
    await Promise.all([officer.opensSection(2), coordinator.opensSection(2)]);
    await officer.field(ASKED).fill(THE_MINISTRY);
    await officer.savesDraft();
    await isTold(officer.page, 'Your draft is saved.');
    await coordinator.field(ASKED).fill(THE_DEBRIEFING);
    await coordinator.savesDraft();
    const { page } = coordinator;
    await page.getByRole('heading', { level: 1, name: 'One answer was changed twice' }).waitFor();
    await page.getByText(`Saved by ${OFFICER}`).waitFor();
    await page.getByLabel('Keep the text that I write of both').check();
    await page.getByLabel('One text of both').fill(OF_BOTH);
    await page.getByRole('button', { name: 'Save what I chose' }).click();
    await isTold(page, 'Your draft is saved.');
    await officer.opensSection(2);
    expect(await officer.field(ASKED).inputValue()).toBe(OF_BOTH);
  });

  chapter('it is taken off line in Word, and brought back', async () => {
    const word = new WordForm(await product.as('rco-tza'), tanzania.ref);
    const { file } = await word.takes();
    await word.brings(await changed(file, (xml) => withAnswer(xml, '2.3', OFF_LINE)));
    await word.page.getByText('One answer differs from what is stored').waitFor();
    await word.keepsWhatIsChosen();
    await isTold(word.page, 'What you chose from the form is saved.');
  });
});

describe('five agencies are asked to endorse it', () => {
  chapter('one endorses, a change makes that void, and it endorses the new text', async () => {
    const page = await endorsing();
    await page.asks(HEADS);
    await isTold(page.page, 'The links go out by mail now');
    await (await tanzania.linkOf(UNDP)).endorses('25,000', 'A share of the post');
    const coordinator = await tanzania.writing('rc-tza');
    await coordinator.opensSection(1);
    await coordinator.page.locator('textarea').first().fill(THE_CHANGE);
    await coordinator.savesDraft();
    await isTold(coordinator.page, 'Your draft is saved.');
    await page.is('UNDP', 'Void by a change');
    await page.asksVoidAgain('Ask UNDP again');
    await isTold(page.page, 'The links go out by mail now');
    const undp = await tanzania.linkOf(UNDP);
    await undp.page.getByText('What changed since you answered').waitFor();
    await undp.endorses('25,000', 'A share of the post');
  });

  chapter('two endorse, one declines, and the link of one ends', async () => {
    await (await tanzania.linkOf(UNICEF)).endorses();
    await (await tanzania.linkOf(WFP)).endorses();
    await (await tanzania.linkOf(UN_WOMEN)).declines('Our means are bound this year.');
    const link = await mailedLink(product, UNFPA);
    const { rows } = await product.db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request WHERE ref = $1', [
      tanzania.ref,
    ]);
    await comes(addDays(endorsersOf(rows[0]!.facts).find((e) => e.agency === 'UNFPA')!.until, 1));
    const late = await product.visit();
    await until('the link has ended', async () => {
      await late.goto(link);
      return late.getByText('the office can send you a new link').isVisible();
    });
    const isToldToTheOffice = async () => (await product.arrived('escalation')).flat().includes('rco-tza');
    await until('the office is told', isToldToTheOffice);
    const page = await endorsing();
    for (const agency of ['UNDP', 'UNICEF', 'WFP']) await page.is(agency, 'Endorsed');
    await page.is('UN Women', 'Declined');
    await page.is('UNFPA', 'Link ended');
  });
});

describe('the coordinator is away', () => {
  chapter('who acts for her signs and submits it', async () => {
    const delegating = new Delegating(await product.as('rc-tza'));
    await delegating.lets(OFFICER, dayOf(product.db.clock.now().toISOString()));
    const checking = new Checking(await product.as('rco-tza'), tanzania.ref);
    await checking.opensSubmission();
    await checking.page.getByText('UNFPA has not answered. After the submission no answer can be given.').waitFor();
    await checking.page.getByText(`acting for ${COORDINATOR}`).waitFor();
    await checking.declares();
    await checking.submits();
    await checking.page.getByRole('heading', { level: 1, name: 'The request is submitted' }).waitFor();
    await delegating.ends(OFFICER);
  });

  chapter('every earlier text can still be read', () =>
    tanzania.everyTextIsRead('rc-tza', [
      [`The request as it was started by ${OFFICER}`, 'Then No answer.'],
      [`${EVERY_PART} by ${OFFICER}`, 'The United Republic of Tanzania was reviewed for the first time'],
      [`Section 2, Ownership by ${OFFICER}`, THE_MINISTRY],
      [`Section 2, Ownership by ${COORDINATOR} (you)`, 'Then No answer. Now The Permanent Secretary'],
      [`Section 2, Ownership by ${OFFICER}`, 'One answer was other than now.'],
      [`Section 1, Country context by ${COORDINATOR} (you)`, 'It is the text as it is now.'],
    ]),
  );

  chapter('the history tells the story by itself', async () => {
    expect(await (await tanzania.record('rc-tza')).history()).toEqual([
      `Draft started by ${OFFICER}: ${tanzania.content.title}`,
      `Draft changed by ${OFFICER}: Nine sections, own assessment and recommendations of mechanisms changed.`,
      `Draft changed by ${OFFICER}: Section 2 (Ownership) changed.`,
      `Draft changed by ${COORDINATOR}: Section 2 (Ownership) changed.`,
      `Draft changed by ${OFFICER}: Written in a form in Word. Section 2 (Ownership) changed.`,
      `Heads of agency asked to endorse by ${OFFICER}: Philippe Adjovi-Brandt, UNDP; Jyotsna Ramanathapillai, UNICEF; Tadeusz Wiśniewicz, WFP; Anneliese Grünwald-Temba, UN Women; Mariatu Kargbo-Ellis, UNFPA`,
      'Endorsed by an agency by Philippe Adjovi-Brandt, UNDP: In cash, US$ 25,000: A share of the post',
      `Draft changed by ${COORDINATOR}: Section 1 (Country context) changed. It made the endorsement of UNDP void.`,
      `Endorsement asked for again by ${OFFICER}: 1 head of agency. Links that were sent before do not open any more.`,
      'Endorsed by an agency by Philippe Adjovi-Brandt, UNDP: In cash, US$ 25,000: A share of the post',
      'Endorsed by an agency by Jyotsna Ramanathapillai, UNICEF',
      'Endorsed by an agency by Tadeusz Wiśniewicz, WFP',
      'Not endorsed by an agency by Anneliese Grünwald-Temba, UN Women: Our means are bound this year.',
      `Submitted by ${OFFICER}, acting for ${COORDINATOR}: Version 1. UNFPA had not answered.`,
    ]);
  });
});

describe('one request for three countries', () => {
  together('the office of Azerbaijan opens it with Tanzania and Niger', async () => {
    const page = await product.as('rc-aze');
    await page.goto('/requests/new');
    await page.getByRole('radio', { name: 'Regional', exact: true }).check();
    await page.getByLabel('which other countries?').fill('United Republic of Tanzania\nNiger');
    await page.getByRole('radio', { name: 'Multi-country adviser' }).check();
    await page.getByLabel('Title of the request').fill('One adviser on disability for three countries');
    three.ref = await new Details(page).opensDraft();
    const { sections, selfAssessment, mechanismRecommendations, dutyStation, durationMonths, track } = three.content;
    await three.putIn('rc-aze', {
      selfAssessment,
      mechanismRecommendations,
      dutyStation,
      durationMonths,
      track,
      requestedStart: three.start(),
      sections: { ...sections, coveragePlan: [{ country: 'AZE', daysPerYear: 120 }] },
    });
  });

  for (const [country, office] of [
    ['Tanzania', 'rco-tza'],
    ['Niger', 'rco-ner'],
  ] as const)
    together(`the office of ${country} writes its part`, async () => {
      const part = new Signing(await product.as(office), three.ref);
      await part.opens();
      await part.writesPart('60', '15,000', `What is done first in ${country}.`);
      await isTold(part.page, 'The part of your country is saved.');
    });

  together('the coordinators sign the same text, the one who leads as the last', async () => {
    for (const [key, country] of [
      ['rc-tza', 'Tanzania'],
      ['rc-ner', 'Niger'],
    ] as const) {
      const signing = new Signing(await product.as(key), three.ref);
      await signing.opens();
      await signing.signs();
      await signing.says(country, new RegExp(`Signed by ${nameOf(key)}`));
    }
    const checking = new Checking(await product.as('rc-aze'), three.ref);
    await checking.opensSubmission();
    await checking.page.getByRole('checkbox', { name: /^I confirm/ }).check();
    await checking.page.getByLabel('Why is it submitted without this answer?').fill(WHY);
    await checking.submits();
    await checking.page.waitForURL(/\/submitted$/);
  });

  together('every earlier text can still be read', () =>
    three.everyTextIsRead('rc-aze', [
      [`The request as it was started by ${LEAD} (you)`, 'Duty station Then No answer. Now Baku'],
      [`Details, ${EVERY_PART} by ${LEAD} (you)`, 'What first Azerbaijan 120 – Now'],
      [`Section 7, Terms of reference by ${OFFICER}`, 'What is done first in Tanzania. US$ 15,000 Now'],
      [`Section 7, Terms of reference by ${nameOf('rco-ner')}`, 'It is the text as it is now.'],
    ]),
  );

  together('the history tells the story by itself', async () => {
    expect(await (await three.record('rc-aze')).history()).toEqual([
      `Draft started by ${LEAD}: One adviser on disability for three countries`,
      `Draft changed by ${LEAD}: Nine sections, details, own assessment and recommendations of mechanisms changed.`,
      `Part of a country written by ${OFFICER}: United Republic of Tanzania.`,
      `Part of a country written by ${nameOf('rco-ner')}: Niger.`,
      `Signed as one of several by ${COORDINATOR}: For United Republic of Tanzania.`,
      `Signed as one of several by ${nameOf('rc-ner')}: For Niger.`,
      `Submitted by ${LEAD}: Version 1. Submitted with answers missing: ${WHY}`,
    ]);
  });
});
