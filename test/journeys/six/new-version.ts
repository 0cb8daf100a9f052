import { expect } from '@jest/globals';
import { Checking } from '../pages/checking.js';
import { Messages } from '../pages/messages.js';
import { Scoring } from '../pages/scoring.js';
import { isTold } from '../pages/told.js';
import { Writing } from '../pages/writing.js';
import type { Tale } from './tale.js';

const QUESTION = 'Which budget pays the national officer from July 2016?';
const CHANGED =
  'Two agencies pay the national officer from July 2016 until the end of 2018; their letters are on file.';
const SECTION = 5;

/** A question of the desk officer leads to version 2 while one reviewer has finished and the region has advised. */
export function tellsOfANewVersion({ chapter, product, six, sights, advising }: Tale, finished: string): void {
  const read = async (person: string, path: string): Promise<boolean> =>
    (await sights.opens(person, `/requests/${six.refs.tza}${path}`)).text.includes(CHANGED);

  chapter('the region advises on Tanzania; then the desk officer asks what may change the request', async () => {
    const team = await advising('rt-esa', 'tza');
    const { position, text, conditions } = six.said('tza', 'ADVISE', 'rt-esa');
    await team.advises(position, text, conditions);
    await isTold(team.page, 'Your advice is recorded.');
    const desk = new Messages(await product.as('do-esa'), six.refs.tza);
    await desk.asks(QUESTION, { mayChange: true });
    await isTold(desk.page, 'The clock of the review stands still until it is answered.');
  });

  chapter('the office changes its answer, which nobody else reads before it is signed', async () => {
    const writing = new Writing(await product.as('rco-tza'), six.refs.tza);
    await writing.opensSection(SECTION);
    await writing.page.getByLabel('What happens after the funded period?').first().fill(CHANGED);
    await writing.continues();
    await writing.page.waitForURL(`**/sections/${SECTION + 1}`);
    expect(await read('rc-tza', '/full')).toBe(true);
    for (const person of ['do-esa', 'rt-esa', 'pc-oduya', 'ap-masangu', finished])
      expect([person, await read(person, '/full')]).toEqual([person, false]);
  });

  chapter(
    'the Resident Coordinator signs version 2; scores that nobody has seen go back to who gave them',
    async () => {
      const checking = new Checking(await product.as('rc-tza'), six.refs.tza);
      await checking.opensSubmission();
      const { page } = checking;
      await page.getByLabel('What did you change, and why?').fill('Who pays the national officer, as was asked.');
      await checking.declares();
      await page.getByRole('button', { name: 'Sign and submit version 2' }).click();
      await isTold(page, 'The new version is submitted');
      for (const person of ['do-esa', 'rt-esa', finished])
        expect([person, await read(person, '/full')]).toEqual([person, true]);
      const scoring = new Scoring(await product.as(finished), six.refs.tza);
      await scoring.opens();
      await scoring.page.getByText('Version 2 came after you had finished').waitFor();
      await scoring.finishes();
      await isTold(scoring.page, 'Your scores are finished.');
      const judged = (await six.facts('tza')).reviewers.filter((r) => r.state === 'scored');
      expect(judged.map((r) => r.requestVersion)).toEqual([2]);
    },
  );
}
