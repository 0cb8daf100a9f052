import { expect } from '@jest/globals';
import { isTold } from '../pages/told.js';
import type { Tale } from './tale.js';

const WCA = /^Regional UNDG Team, Western/;
const NEW_FACTS = 'La CNDH et le PNUD proposent une couverture depuis Dakar, dont deux missions sont payées.';
const OFFER = 'Une couverture depuis Dakar répond au besoin avec les moyens qui existent.';
export const AFTER_ALL = { NEW_FACTS, OFFER };

/** A request that was declined is judged once more, and a regional option is offered. */
export function tellsOfNiger({ chapter, product, six, sights, text, consulting, panel, deciding }: Tale): void {
  chapter('the Resident Coordinator of Niger asks for reconsideration', async () => {
    const page = await product.as('rc-ner');
    await page.goto(`/requests/${six.refs.ner}`);
    await page.getByRole('link', { name: 'Ask for reconsideration' }).first().click();
    await page.getByLabel('What should be looked at again, and why?').fill(NEW_FACTS);
    await page.getByRole('button', { name: 'Ask for reconsideration' }).click();
    await isTold(page, 'reconsider');
    expect((await six.facts('ner')).state).toBe('recommendation');
    expect([await sights.of('pc-oduya', 'ner'), sights.mails('pc-oduya', 'ner')]).toEqual(['nothing', []]);
  });

  chapter('its region is asked again, and prefers an option of its own', async () => {
    const option = await six.hasAnOptionForNiger();
    const desk = await consulting('do-wca', 'ner');
    await desk.asksAgain(WCA, 'La couverture depuis Dakar est proposée.');
    await isTold(desk.page, 'It is recorded');
    const page = await product.as('rt-wca');
    await page.goto(`/advice/${six.refs.ner}`);
    await page.getByLabel('Prefers a regional option', { exact: true }).check();
    await page.getByLabel(option).check();
    await page.getByLabel('Reasons', { exact: true }).fill('Quatre missions par an, depuis Dakar.');
    await page.getByRole('button', { name: 'Give advice' }).click();
    await isTold(page, 'Your advice is recorded.');
  });

  chapter('the reviewers look at it again, the scores are settled anew, and the option is recommended', async () => {
    const page = await product.as('pc-rabearivelo');
    await page.goto(`/requests/${six.refs.ner}/recommendation`);
    await page.getByText(NEW_FACTS).waitFor();
    await page.getByText('Or send it back to the reviewers').click();
    await page
      .getByLabel('What the reviewers should look at again')
      .fill('La durabilité, avec la couverture de Dakar.');
    await page.getByRole('button', { name: 'Send back to the reviewers' }).click();
    await isTold(page, 'reviewers');
    const sarrazin = await panel('rv-sarrazin', 'ner');
    await sarrazin.revises('sustainability', 1, 'Dakar porte la suite du travail.');
    await isTold(sarrazin.page, 'Your revised scores stand beside the first ones.');
    const { settled } = six.said('ner', 'SETTLE');
    const chair = await panel('pc-rabearivelo', 'ner');
    await chair.settles(settled as never, 'Relu avec la proposition de Dakar.');
    await isTold(chair.page, 'The scores are settled.');
    await chair.recommends('offer regional option', OFFER, ['Deux missions payées par le Bureau']);
    await isTold(chair.page, 'The recommendation is with the approver.');
  });

  chapter('two approvers offer it; the letter says what is offered', async () => {
    for (const [person, button] of [
      ['ap-masangu', 'Record your decision'],
      ['do-ap', 'Offer the regional option and send the letter'],
    ] as const) {
      const approver = await deciding(person, 'ner');
      await approver.opens();
      await approver.chooses('Offer a regional option', OFFER);
      await approver.letter.getByText('Dakar').first().waitFor();
      await approver.confirms(button);
    }
    const { state, decisions } = await six.facts('ner');
    expect([state, decisions.map((d) => d.action)]).toEqual(['offered', ['DECLINE', 'OFFER_REGIONAL_OPTION']]);
    const letter = await text('rc-ner', `/requests/${six.refs.ner}/letter`);
    expect(letter).toContain(OFFER);
    const page = await text('rc-ner', `/requests/${six.refs.ner}`);
    for (const words of ['Earlier decision', six.said('ner', 'DECLINE').reasons, OFFER]) expect(page).toContain(words);
  });
}
