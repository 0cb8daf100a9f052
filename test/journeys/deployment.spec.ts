import { beforeAll, describe, expect } from '@jest/globals';
import { verifyRecord } from '#casework';
import { addDays, addMonths, type Day } from '#domain';
import { emailOf, nameOf, useProduct } from '../support/product.js';
import { picture } from '../support/screenshots.js';
import { Arranging } from './pages/arranging.js';
import { Desk } from './pages/desk.js';
import { Funding } from './pages/funding.js';
import { ADVISER_LIST, OFFICE_LIST, PostPages } from './pages/post.js';
import { isRefused, isTold } from './pages/told.js';
import { aStory } from './story.js';
import { tanzaniaAt } from './tanzania-at.js';
import { TimeOfPost } from './time-of-post.js';

const product = useProduct();
const chapter = aStory();
const [ADVISER, SUCCESSOR] = ['hra-mwi', 'hra-ner'];
let request: string;
let ref: string;

const HOSTING = ['Office space', 'Security', 'Travel inside the country', 'Transport', 'Staff support'];

const at = async (key: string): Promise<PostPages> => new PostPages(await product.as(key), ref);
const { comesTo, comesToThe, facts, term, today } = new TimeOfPost(product, () => ref);

beforeAll(async () => {
  request = await tanzaniaAt(product.db, 'approved');
});

describe('from the money to the post', () => {
  chapter('the fund manager covers the first period', async () => {
    const funding = new Funding(await product.as('fm-vanderbeke'), request);
    const entry = { name: 'HRM Fund', reference: 'Decision 12' };
    await funding.opens();
    await funding.enters({ what: 'Allocation', source: 'Multi-donor trust fund', amount: '313,750', ...entry });
    await isTold(funding.page, 'The entry is added.');
    await funding.enters({
      ...entry,
      what: 'Commitment of cost share',
      source: 'A UN agency',
      name: 'UNDP',
      amount: '50,000',
    });
    await isTold(funding.page, 'The entry is added.');
    await funding.declares.click();
    await isTold(funding.page, 'The first period is covered.');
  });

  chapter(
    'both sides sign the terms, the shares and the hosting are confirmed, and the request leads to its post',
    async () => {
      const desk = new Arranging(await product.as('do-esa'), request);
      await desk.proposesTerms();
      for (const key of ['do-esa', 'rc-tza']) await new Arranging(await product.as(key), request).signs();
      const coordinator = new Arranging(await product.as('rc-tza'), request);
      await coordinator.confirmsShares('A-1');
      await coordinator.confirmsHosting(
        Object.fromEntries(HOSTING.map((item) => [item, { given: true, words: 'As agreed.' }])),
      );
      await isTold(coordinator.page, 'The hosting is confirmed.');
      const { page } = desk;
      await page.goto(`/requests/${request}`);
      await page.getByRole('link', { name: /^DEP-/ }).click();
      await page.getByText('Nobody has held this post yet.').waitFor();
      ref = new URL(page.url()).pathname.split('/').at(-1)!;
      await page.getByRole('link', { name: request }).waitFor();
      await (await at('rc-tza')).opens('Terms of reference');
      await (await product.as('rc-tza')).getByText('Signed by both sides').waitFor();
    },
  );
});

/** A search from the advertisement to the agreement of the Resident Coordinator. */
async function finds(key: string, expectedOn: Day): Promise<void> {
  const desk = await at('do-esa');
  const step = (name: string, answers: () => Promise<void>) => desk.takes('Recruitment', name, answers);
  await step('Record that the post is advertised', () =>
    desk.picks('Until when can candidates apply?', addDays(today(), 20)),
  );
  await step('Record the shortlist', () => desk.page.getByLabel('How many candidates are on the shortlist?').fill('6'));
  await step('Record who is selected', async () => {
    await desk.page.getByLabel('Who is selected?').fill(emailOf(key));
    await desk.picks('When is the adviser expected?', expectedOn);
  });
  const team = await at('rt-esa');
  await team.opens('Recruitment');
  await team.page.getByText('OHCHR and the Resident Coordinator alone read the name').waitFor();
  expect(await team.page.getByText(nameOf(key)).count()).toBe(0);
  const coordinator = await at('rc-tza');
  await coordinator.takes('Recruitment', 'Record the view of the Resident Coordinator', () =>
    coordinator.page.getByLabel('Yes, I agree').check(),
  );
  await team.opens('Recruitment');
  await team.page.getByText(nameOf(key)).first().waitFor();
}
async function arrives(endsOn: Day): Promise<void> {
  const desk = await at('do-esa');
  await desk.takes('Recruitment', 'Record the arrival', async () => {
    await desk.picks('First day in post', today());
    await desk.picks('Last day of the term', endsOn);
  });
}

describe('the first adviser', () => {
  chapter('is found, and named to the region when the Resident Coordinator has agreed', async () => {
    const expected = addDays(today(), 30);
    await finds(ADVISER!, expected);
    await picture((await at('rt-esa')).page, 'post-recruitment');
    await comesTo(expected);
    await arrives(addDays(addMonths(expected, 24), -1));
    const desk = await at('do-esa');
    await desk.opens();
    await desk.page.getByText(`${nameOf(ADVISER!)} has been in post since`).waitFor();
  });

  chapter('writes the work plan, and both sides agree to it', async () => {
    const adviser = new Desk(await product.as(ADVISER!), ref);
    await adviser.page.goto(`/deployments/${ref}/work-plan/edit`);
    await adviser.writes(1, {
      text: 'Train the country team',
      criterion: 'Sustainability',
      outcome: 'Outcome 3',
      indicator: 'Three in four trained',
    });
    await adviser.saves();
    for (const key of ['rc-tza', 'do-esa']) await new Desk(await product.as(key), ref).agrees();
    expect((await facts()).state).toEqual({ active: { tenure: 'serving', recruitment: 'idle' } });
  });

  chapter(
    'has a mid-term review at half time: both sides give theirs, and the adviser reads them side by side',
    async () => {
      await comesToThe('START_MID_TERM', 'midTermReview');
      for (const [key, rating, words] of [
        ['rc-tza', 'As planned', 'The committee asks for advice early.'],
        ['do-esa', 'Partly', 'The regions are not reached yet.'],
      ] as const) {
        const side = await at(key);
        await side.takes('Mid-term review', 'Give the mid-term review', async () => {
          await side.page.getByLabel(rating).check();
          await side.page.getByLabel('What goes well, and what has to change?').fill(words);
        });
      }
      const adviser = await at(ADVISER!);
      await adviser.opens('Mid-term review');
      await adviser.page.getByRole('region', { name: 'Resident Coordinator' }).getByText('As planned').waitFor();
      await adviser.page.getByRole('region', { name: 'OHCHR' }).getByText('The regions are not reached yet.').waitFor();
      await picture(adviser.page, 'post-review');
    },
  );

  chapter(
    'comes to a renewal nine months before the end: the coordinator wishes, the desk officer decides, the region reads it',
    async () => {
      await comesToThe('OPEN_RENEWAL', 'renewal');
      const coordinator = await at('rc-tza');
      await coordinator.opens('Renewal');
      await coordinator.page.getByRole('link', { name: 'Start a request for an extension' }).click();
      expect(await coordinator.page.getByLabel('Extension', { exact: true }).isChecked()).toBe(true);
      await coordinator.takes('Renewal', 'Say whether the post should go on', async () => {
        await coordinator.page.getByLabel('Yes', { exact: true }).check();
        await coordinator.page.getByLabel('Why?').fill('The next framework begins soon.');
      });
      const desk = await at('do-esa');
      await picture(desk.page, 'post-renewal');
      await desk.takes('Renewal', 'Find a successor', () =>
        desk.page.getByLabel('Why?').fill('The adviser wishes to leave.'),
      );
      const team = await at('rt-esa');
      await team.opens('Renewal');
      await team.page.getByText('The post goes on with a successor.').waitFor();
      expect(await team.page.getByRole('main').getByRole('button').count()).toBe(0);
    },
  );
});

const gapOf = (end: Day) => ({ from: addDays(end, 1), until: addDays(end, 44), arrival: addDays(end, 45) });

describe('the gap', () => {
  chapter('lies ahead when a successor comes later than the end, and the region bridges it', async () => {
    const { from, until: last, arrival } = gapOf((await term()).endsOn!);
    await finds(SUCCESSOR!, arrival);
    const team = await at('rt-esa');
    await team.takes('Summary', 'Bridge the gap', async () => {
      await team.page.getByLabel('OHCHR regional office').check();
      await team.page.getByLabel('By name').fill('Regional office in Addis Ababa');
      await team.picks('From', from);
      await team.picks('Until', last);
    });
    await team.opens();
    await team.page
      .getByText(/Regional office in Addis Ababa, /)
      .first()
      .waitFor();
  });
});

/** Both sides finish their lists, and the adviser hands over on the last day. */
async function handsOver(key: string, { sendsBack = false } = {}): Promise<void> {
  await comesToThe('START_CLOSING', 'closing');
  const [adviser, office] = [await at(key), await at('rco-tza')];
  await adviser.filesTheEndReport('What the term has brought.');
  await office.finishes('Resident Coordinator’s Office', OFFICE_LIST.slice(0, 2));
  await isRefused(office.page, 'Not done yet: The performance appraisal is finished');
  await office.finishes('Resident Coordinator’s Office', OFFICE_LIST);
  await isTold(office.page, 'Your list is finished.');
  if (sendsBack) {
    await adviser.takes('Handover', 'Send this list back.*', () =>
      adviser.page.getByLabel('What is missing?').fill('The appraisal is not signed.'),
    );
    await office.opens('Handover');
    await office.page.getByText('The appraisal is not signed.').waitFor();
    await office.finishes('Resident Coordinator’s Office', OFFICE_LIST);
  }
  await adviser.opens('Handover');
  await adviser.page.getByText('What was found, by criterion').click();
  await adviser.page.getByLabel('Sustainability').fill('The national officer carries the training on.');
  for (const point of ADVISER_LIST) await adviser.page.getByLabel(point).check();
  await adviser.button('Save and finish the list').click();
  await isTold(adviser.page, 'Your list is finished.');
  await comesTo((await term()).endsOn!);
  await adviser.takes(
    'Handover',
    'Hand over',
    () =>
      adviser.page
        .getByLabel('What does the next adviser have to know first?')
        .fill('Call the focal point of the ministry.'),
    { final: true },
  );
}

describe('the end of the term', () => {
  chapter(
    'both lists are finished, one after it was sent back; what follows is said before the adviser hands over',
    async () => {
      await handsOver(ADVISER!, { sendsBack: true });
      await picture((await at('rco-tza')).page, 'post-handover');
      const office = await at('rco-tza');
      await office.opens('Handover');
      await office.button('Handover pack').click();
      await office.page.getByText('Call the focal point of the ministry.').waitFor();
      await office.page.getByText('The national officer carries the training on.').waitFor();
      await picture(office.page, 'handover-pack');
      const word = await office.page.request.get(`/deployments/${ref}/handover.docx`);
      expect([word.status(), (await word.body()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
    },
  );

  chapter('the post is empty and bridged until the successor arrives', async () => {
    const { from, arrival } = gapOf((await term()).until!);
    await comesTo(from);
    const team = await at('rt-esa');
    await team.opens();
    await team.page.getByText(/The post is empty since .*; Regional office in Addis Ababa covers/).waitFor();
    await picture(team.page, 'post-empty');
    await comesTo(arrival);
    await arrives(addDays(addMonths(arrival, 12), -1));
    await team.opens();
    const held = team.page.getByRole('table', { name: /^Advisers who have held the post/ });
    expect(await held.getByRole('row').count()).toBe(3);
    await held.getByText(nameOf(SUCCESSOR!)).waitFor();
    await picture(team.page, 'post-successor');
  });
});

describe('the end of the post', () => {
  chapter('is decided by the desk officer, who reads what follows first and can still change it', async () => {
    const desk = await at('do-esa');
    await desk.opens('Renewal');
    await desk.button('End the post').click();
    await desk.page.getByLabel('Why does it end?').selectOption('The work is completed');
    await desk.page.getByLabel('In words').fill('A national institution does the work.');
    await desk.button('Continue').click();
    await desk.page.getByText('With that term the post ends: the work is completed.').waitFor();
    await picture(desk.page, 'post-end-to-confirm');
    await desk.button('Change what you entered').click();
    expect(await desk.page.getByLabel('In words').inputValue()).toBe('A national institution does the work.');
    await desk.button('Continue').click();
    await desk.button('End the post').click();
    await isTold(desk.page, 'It is recorded');
  });

  chapter('comes with the handover of the successor, and everybody reads the same', async () => {
    await handsOver(SUCCESSOR!);
    for (const key of ['rc-tza', 'do-esa', 'rt-esa']) {
      const reader = await at(key);
      await reader.opens();
      await reader.page.getByText(/^The post ended on/).waitFor();
    }
    expect((await facts()).state).toBe('ended');
    // Who has left has no key any more.
    expect((await (await at(SUCCESSOR!)).page.goto(`/deployments/${ref}`))!.status()).toBe(404);
  });

  chapter('the record of the request and of the post is whole', async () => {
    await product.allIsSent();
    for (const one of [request, ref]) expect((await verifyRecord(product.db.pool, one)).broken).toEqual([]);
  });
});
