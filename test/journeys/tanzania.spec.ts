import { beforeAll, describe, expect } from '@jest/globals';
import { sampleStory, type Story } from '#casework';
import { addDays, NOTICE_NAMES, type EventOf, type RequestEventType } from '#domain';
import { textOfPdf } from '../../libs/casework/test/pdf-text.js';
import { emailOf, keyOf, nameOf, useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { Advising } from './pages/advising.js';
import { Checking } from './pages/checking.js';
import { Deciding } from './pages/deciding.js';
import { Declaring } from './pages/declaring.js';
import { Details } from './pages/details.js';
import { Messages } from './pages/messages.js';
import { Panel } from './pages/panel.js';
import { Scoring } from './pages/scoring.js';
import { Screening } from './pages/screening.js';
import { Writing } from './pages/writing.js';
import { isTold } from './pages/told.js';
import { aStory } from './story.js';
import { EXPECTED_MAILS } from './tanzania-mails.js';

const product = useProduct();
const chapter = aStory();
let story: Story;
let ref: string;

/** What somebody of the sample's story says at a step. */
const said = <T extends RequestEventType>(type: T, by?: string): EventOf<T> =>
  story.steps.find(({ event, by: who }) => event.type === type && (!by || who === by))!.event as EventOf<T>;

beforeAll(() => {
  story = sampleStory('01', product.db.reference.regionOf);
});

describe('the office in Dar es Salaam writes a request', () => {
  chapter('begins on the home page and opens a draft', async () => {
    const page = await product.as('rco-tza');
    await page
      .getByRole('link', { name: /Start a (new )?request/ })
      .or(page.getByRole('button', { name: /Start a (new )?request/ }))
      .first()
      .click();
    const details = new Details(page);
    await details.answers(story.content, addDays(new Date().toISOString().slice(0, 10), 200));
    ref = await details.opensDraft();
    expect(ref).toMatch(/^HRA-\d{4}-001$/);
  });

  chapter('fills nine sections, each saved by going on to the next', async () => {
    const page = await product.as('rco-tza');
    const writing = new Writing(page, ref);
    await writing.opensSection(1);
    for (let number = 1; number <= 9; number += 1) {
      await page.waitForURL(`**/sections/${number}`);
      await writing.answersSection(number, story.content);
      if (number === 2)
        await writing.attaches({
          name: 'Letter of the Permanent Secretary.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1'),
        });
      await writing.continues();
    }
    await page.waitForURL(/\/check$/);
  });

  chapter('is told at the field what cannot be kept, and loses nothing', async () => {
    const page = await product.as('rco-tza');
    const writing = new Writing(page, ref);
    await writing.opensSection(8);
    const amount = page.getByRole('group', { name: 'Item 1', exact: true }).first().getByLabel('US dollars');
    await amount.fill('a lot');
    await writing.continues();
    await page.getByRole('alert').waitFor();
    expect(await amount.inputValue()).toBe('a lot');
    await picture(page, 'section-with-errors');
    await amount.fill('128,000');
    await writing.continues();
    await page.waitForURL('**/sections/9');
  });

  chapter('checks it against the five criteria', async () => {
    const page = await product.as('rco-tza');
    const checking = new Checking(page, ref);
    await checking.opensCheck();
    await checking.scoresItself(story.content.selfAssessment!);
    await picture(page, 'check');
    await page.getByRole('button', { name: /^Save and/ }).click();
    await page.getByText('You cannot sign this request yourself.').waitFor();
    expect(await checking.submitButton.count()).toBe(0);
  });
});

describe('the Resident Coordinator signs', () => {
  chapter('finds it at home and submits it', async () => {
    const page = await product.as('rc-tza');
    await picture(page, 'home-resident-coordinator');
    const checking = new Checking(page, ref);
    await checking.opensSubmission();
    await picture(page, 'submit');
    await checking.submits();
    await page.getByRole('alert').waitFor();
    await checking.declares();
    await checking.submits();
    await page.getByRole('heading', { level: 1, name: 'The request is submitted' }).waitFor();
  });
});

describe('OHCHR and the region', () => {
  chapter('the desk officer accepts it as complete and appoints three reviewers', async () => {
    const screening = new Screening(await product.as('do-esa'), ref);
    await screening.accepts();
    await isTold(screening.page, 'The request is accepted as complete.');
    await screening.appoints(nameOf('rv-omeallaigh'), nameOf('rv-sarrazin'), nameOf('rv-dabrowiecki'));
    await isTold(screening.page, 'The reviewers are appointed and told.');
  });

  for (const key of ['ro-addis-ababa', 'rt-esa'])
    chapter(`${key} gives advice`, async () => {
      const advising = new Advising(await product.as(key), ref);
      const { position, text, conditions } = said('ADVISE', key);
      await advising.advises(position, text, conditions);
      await isTold(advising.page, 'Your advice is recorded.');
    });
});

describe('three reviewers, none of whom sees the others', () => {
  chapter('one declares a conflict and sees nothing of it afterwards', async () => {
    const declaring = new Declaring(await product.as('rv-dabrowiecki'), ref);
    await declaring.declaresConflict('served', 'I worked in the office in Dar es Salaam until last year.');
    const { page } = declaring;
    await isTold(page, 'You will not be shown this request');
    for (const path of ['', '/full', '/documents', '/messages', '/reviews', '/history', '/versions'])
      expect([path, (await page.request.get(`/requests/${ref}${path}`)).status()]).toEqual([path, 404]);
    expect((await page.request.get(`/reviews/${ref}`)).status()).toBe(404);
    for (const path of ['/', '/reviews', '/requests']) {
      await page.goto(path);
      expect(await page.getByText(ref).count()).toBe(0);
    }
  });

  chapter('another takes that place', async () => {
    const screening = new Screening(await product.as('do-esa'), ref);
    await screening.appoints(nameOf('rv-eze'));
    await isTold(screening.page, 'The reviewers are appointed and told.');
  });

  chapter('a reviewer asks; the clock stands still until the office answers', async () => {
    await new Declaring(await product.as('rv-sarrazin'), ref).declaresNone();
    const asking = new Messages(await product.as('rv-sarrazin'), ref);
    await asking.asks('Which budget pays the national officer from July 2016?');
    await isTold(asking.page, 'The clock of the review stands still until it is answered.');
    const scoring = new Scoring(asking.page, ref);
    await scoring.opens();
    await scoring.page.getByText('the clock of the review stands still').waitFor();
    const answering = new Messages(await product.as('rco-tza'), ref);
    await answering.answers('The agencies have agreed on a share for two more years.');
    await isTold(answering.page, 'The clock of the review runs again.');
  });

  const reviewers = ['rv-omeallaigh', 'rv-sarrazin', 'rv-eze'];
  for (const [i, key] of reviewers.entries())
    chapter(`${key} scores, and reads nothing of what others gave`, async () => {
      const page = await product.as(key);
      if (key !== 'rv-sarrazin') await new Declaring(page, ref).declaresNone();
      const scoring = new Scoring(page, ref);
      await scoring.opens();
      await scoring.scoresAll(said('SCORE', key).scores);
      if (key === 'rv-eze') await picture(page, 'scoring', { oneScreen: true });
      await scoring.finishes();
      await isTold(page, 'Your scores are finished.');
      const others = reviewers.slice(0, i).map((other) => said('SCORE', other).scores.ownership!.reason);
      for (const path of [
        `/requests/${ref}`,
        `/requests/${ref}/reviews`,
        `/reviews/${ref}`,
        `/requests/${ref}/history`,
      ]) {
        await page.goto(path);
        for (const reason of others) expect(await page.getByText(reason).count()).toBe(0);
      }
    });
});

describe('the panel', () => {
  chapter('the desk officer reveals the scores', async () => {
    const panel = new Panel(await product.as('do-esa'), ref);
    await panel.reveals();
    await isTold(panel.page, 'The scores are revealed');
    expect(await panel.table.getByRole('row').count()).toBeGreaterThanOrEqual(5);
  });

  chapter('a reviewer sees one criterion differently, and the first score stays', async () => {
    const panel = new Panel(await product.as('rv-eze'), ref);
    await panel.revises('sustainability', 3, 'The answer of the office settles who pays.');
    await isTold(panel.page, 'Your revised scores stand beside the first ones.');
    expect(await panel.table.getByText('first 2').count()).toBe(1);
  });

  chapter('the chair settles and recommends', async () => {
    const panel = new Panel(await product.as('pc-oduya'), ref);
    await panel.settles(said('SETTLE').settled as never);
    await isTold(panel.page, 'The scores are settled.');
    const { outcome, reasons, conditions = [] } = said('RECOMMEND');
    await panel.recommends(outcome, reasons, conditions);
    await isTold(panel.page, 'The recommendation is with the approver.');
  });
});

describe('the decision', () => {
  chapter('the approver reads the letter before it goes, and approves', async () => {
    const deciding = new Deciding(await product.as('ap-masangu'), ref);
    await deciding.opens();
    await deciding.chooses('Approve', said('APPROVE').reasons);
    await deciding.letter.waitFor();
    expect(await deciding.letter.textContent()).toContain('resources permitting');
    await picture(deciding.page, 'decision-preview');
    await deciding.confirms('Approve and send the letter');
    await isTold(deciding.page, 'The decision is recorded and the letter is on its way.');
  });
});

describe('the mails', () => {
  chapter('each notice reached those whom it is for, and nobody else', async () => {
    await product.allIsSent();
    const arrived = await Promise.all(NOTICE_NAMES.map(async (name) => [name, await product.arrived(name)] as const));
    expect(Object.fromEntries(arrived.filter(([, mails]) => mails.length > 0))).toEqual(EXPECTED_MAILS);
  });

  chapter('the letter goes to the Resident Coordinator with the region in copy, as PDF and as Word', async () => {
    const [letter] = product.mailbox.mails.filter(({ email }) => email.attachments.length > 0);
    const { to = [], cc = [], attachments, subject } = letter!.email;
    expect(subject).toBe(`Decision on the request: United Republic of Tanzania (${ref})`);
    expect(to.map(({ address }) => address)).toEqual([emailOf('rc-tza')]);
    expect(cc.map(({ address }) => address).sort()).toEqual([emailOf('do-esa'), emailOf('rt-esa')].sort());
    expect(attachments.map(({ filename }) => filename?.split('.').at(-1))).toEqual(['pdf', 'docx']);
    expect(attachments[0]).toMatchObject({ mimeType: 'application/pdf', filename: expect.stringContaining(ref) });
    const bytes = Buffer.from(attachments[0]!.content as ArrayBuffer);
    expect(textOfPdf(bytes)).toContain('resources permitting');
  });

  chapter('what every mail asks for can be done where its button leads, by those who got it', async () => {
    const kept = product.mailbox.mails.filter(({ recipients }) => !recipients.includes(emailOf('rv-dabrowiecki')));
    for (const { email, recipients } of kept) {
      const address = new RegExp(`${product.url}/\\S+`).exec(email.text!)![0];
      const page = await product.as(keyOf(recipients[0]!));
      expect([email.subject, (await page.request.get(address)).status()]).toEqual([email.subject, 200]);
    }
  });

  chapter('no mail carries a word of the request, a score or the name of who is assessed', async () => {
    const secret = [
      story.content.sections!.ownership!.whoAskedFirst!.slice(0, 60),
      said('SCORE', 'rv-eze').scores.ownership!.reason,
    ];
    for (const { email } of product.mailbox.mails)
      for (const words of secret) expect(`${email.text} ${email.html}`).not.toContain(words);
  });

  chapter('the Resident Coordinator reads the letter on the page, too', async () => {
    const page = await product.as('rc-tza');
    await page.goto(`/requests/${ref}`);
    await picture(page, 'request');
    await page.getByRole('link', { name: 'Read the letter' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await picture(page, 'letter');
    await page.goto('/');
    await page.getByText(`${ref}: approval ends`).waitFor();
    // An approval is valid for a year: a day without its year would be taken for one of this year.
    expect(await page.locator('.hra-dates dt').textContent()).toMatch(/ \d{4}$/);
    await picture(page, 'home-after-the-decision');
    const [letter] = product.mailbox.mails.filter(({ email }) => email.attachments.length > 0);
    const mail = await product.visit();
    await mail.setContent(letter!.email.html!);
    await picture(mail, 'mail');
  });
});
