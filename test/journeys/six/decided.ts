import { expect } from '@jest/globals';
import { addDays, dayForAdvice, DECISION_CODES } from '#domain';
import { nameOf } from '../../support/product.js';
import { picture } from '../../support/screenshots.js';
import { until } from '../../support/until.js';
import { isTold } from '../pages/told.js';
import { CONFLICTED } from './judged.js';
import { KEYS, type Key } from './round-of-six.js';
import type { Tale } from './tale.js';

const LAC = /^Regional UNDG Team, Latin America/;
const ESA = /^Regional UNDG Team, Eastern and Southern/;
/** What the regional team of Tanzania asks for when it is asked again. */
export const ASKED_AGAIN = 'The national officer is paid until the end';

/** The regions are heard: one in more time than usual, one twice, one not at all. */
export function tellsOfTheRegions({ chapter, six, product, consulting, advising }: Tale): void {
  chapter('one is given more time with a reason, and all others advise but one', async () => {
    const desk = await consulting('do-lac', 'brb');
    const due = dayForAdvice(await six.facts('brb'), 'regionalTeam:lac')!;
    await desk.givesTime(LAC, addDays(due, 7), 'The team meets a week later.');
    await isTold(desk.page, 'It is recorded');
    const silent: Partial<Record<Key, string[]>> = { brb: ['rt-lac'], jor: ['rt-arab'] };
    for (const key of KEYS) await six.advise(key, silent[key]);
  });

  chapter('one is asked again about version 2, and what it said of version 1 stays beside it', async () => {
    const desk = await consulting('do-esa', 'tza');
    await desk.asksAgain(ESA, 'Version 2 says who pays from July 2016.');
    await isTold(desk.page, 'It is recorded');
    const team = await advising('rt-esa', 'tza');
    await team.page.goto(`/advice/${six.refs.tza}`);
    await team.page.getByText('You are asked again: Version 2 says who pays from July 2016.').waitFor();
    await team.advises('supports with conditions', 'The answer settles it.', [ASKED_AGAIN]);
    await isTold(team.page, 'Your advice is recorded.');
  });

  chapter('the silence of one is recorded when its time is over; who was given more still speaks', async () => {
    const due = dayForAdvice(await six.facts('jor'), 'regionalTeam:arab')!;
    await six.untilNoonOf(addDays(due, 1));
    const silent = async (key: Key) =>
      (await six.facts(key)).consultation.filter((c) => c.state === 'silent').map((c) => c.key);
    await until('silence is recorded', async () => (await silent('jor')).length > 0);
    expect([await silent('jor'), await silent('brb')]).toEqual([['regionalTeam:arab'], []]);
    const team = await advising('rt-lac', 'brb');
    await team.page.goto(`/advice/${six.refs.brb}`);
    await team.page.getByText('You have more time, until').waitFor();
    const { position, text, conditions } = six.said('brb', 'ADVISE', 'rt-lac');
    await team.advises(position, text, conditions);
    await isTold(team.page, 'Your advice is recorded.');
    await product.allIsSent();
  });
}

/** The round is ranked, and what is recommended goes out together. */
export function tellsOfTheRound({ chapter, six, sights, product, panel }: Tale): void {
  const round = async (): Promise<string> => `/panel/${(await six.facts('tza')).summary.round}`;
  /** Each request as somebody sees it in the round: its place, and the line of the money. */
  const ranked = async (person: string): Promise<string[]> => {
    const page = await product.as(person);
    await page.goto(await round());
    const rows = await page.locator('table.hra-round tbody tr').allInnerTexts();
    const keyOf = (row: string): string => KEYS.find((key) => row.includes(six.refs[key])) ?? '';
    return rows.map((row) => (row.startsWith('Known money') ? 'line' : `${row.trim().split(/\s/)[0]} ${keyOf(row)}`));
  };

  chapter('each sees the places of those that are theirs to see, and where known money ends', async () => {
    expect(await ranked('au-petrescu')).toEqual(['1 tza', '2 ecu', '3 jor', 'line', '4 brb', '5 ner', '6 aze']);
    expect(await ranked('pc-oduya')).toEqual(['1 tza', '2 ecu', '3 jor', 'line', '4 brb', '5 aze']);
    expect(await ranked('ap-okonta')).toEqual(['1 tza', '2 ecu', 'line', '3 brb', '4 ner', '5 aze']);
    expect((await sights.opens('rc-tza', await round())).status).not.toBe(200);
    await picture(await product.as('pc-oduya'), 'six-round');
  });

  chapter('the chair prepares five, reads what would be sent, and sends it; Niger is not among them', async () => {
    const chair = await panel('pc-oduya', 'tza');
    const { outcome, reasons, conditions = [] } = six.said('tza', 'RECOMMEND');
    await chair.prepares(outcome, reasons, conditions, [ASKED_AGAIN]);
    for (const key of ['aze', 'brb', 'ecu', 'jor'] as const) await six.prepared(key, 'pc-oduya');
    await six.prepared('ner', 'pc-rabearivelo');
    const { page } = chair;
    await page.goto(await round());
    await page.getByRole('link', { name: 'See what would be sent, then send it' }).click();
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Five recommendations can be sent.');
    expect(shown).toContain('The one that follows the decision is in Spanish');
    expect(shown).not.toContain('Niger');
    await picture(page, 'six-prepared');
    expect((await six.facts('tza')).state).toBe('recommendation');
    await page.getByRole('button', { name: 'Send what is chosen' }).click();
    await page.getByText('Five are with the approver.').waitFor();
  });

  chapter('the other chair sends the one that is left to him', async () => {
    const page = await product.as('pc-rabearivelo');
    await page.goto(await round());
    await page.getByRole('link', { name: 'See what would be sent, then send it' }).click();
    await page.getByText('One recommendation can be sent.').waitFor();
    await page.getByRole('button', { name: 'Send what is chosen' }).click();
    await page.getByText('One is with the approver.').waitFor();
    const states = await Promise.all(KEYS.map(async (key) => (await six.facts(key)).state));
    expect(states).toEqual(KEYS.map(() => 'decision'));
    expect([await sights.waiting('ap-masangu'), await sights.waiting('ap-okonta')]).toEqual([6, 5]);
  });
}

export const REASONS = {
  first: 'Ownership and timing are shown; the officer is the condition.',
  second: 'The same, on the strength of the condition of the region.',
};

/** Two of three decide each request, and its letter goes out. */
export function tellsOfTheDecisions({ chapter, six, sights, text, deciding }: Tale): void {
  chapter('two of three approve Tanzania; the third finds it decided', async () => {
    const first = await deciding('ap-masangu', 'tza');
    await first.opens();
    await first.chooses('Approve', REASONS.first);
    await first.confirms('Record your decision');
    expect((await six.facts('tza')).state).toBe('decision');
    const second = await deciding('ap-okonta', 'tza');
    await second.opens();
    await second.chooses('Approve', REASONS.second);
    expect(await second.letter.innerText()).toContain(ASKED_AGAIN);
    await second.confirms('Approve and send the letter');
    await isTold(second.page, 'The decision is recorded and the letter is on its way.');
    const third = await deciding('do-ap', 'tza');
    await third.opens();
    await third.page
      .getByText(`The same was decided by ${nameOf('ap-masangu')}`)
      .first()
      .waitFor();
    expect(await third.page.getByRole('group', { name: 'What do you decide?' }).count()).toBe(0);
  });

  chapter('of two who may know of Jordan, both decide it; the third learns of nothing', async () => {
    await six.approves('jor', 'ap-masangu', 'The need is shown.', { first: true });
    const other = await deciding('do-ap', 'jor');
    await other.opens();
    await other.chooses('Approve', 'The need is shown, and the timing.');
    await other.confirms('Approve and send the letter');
    await isTold(other.page, 'The decision is recorded and the letter is on its way.');
    expect(await sights.of('ap-okonta', 'jor')).toBe('nothing');
    expect((await sights.opens('ap-okonta', `/decisions/${six.refs.jor}`)).status).toBe(404);
  });

  chapter('Ecuador and Barbados are approved, and Azerbaijan is offered what its region prefers', async () => {
    await six.approves('ecu', 'ap-masangu', 'Cumple los criterios.', { first: true });
    const second = await deciding('ap-okonta', 'ecu');
    await second.opens();
    await second.chooses('Approve', 'Conforme a la recomendación del grupo.');
    expect(await second.letter.innerText()).toContain('si los recursos lo permiten');
    await second.confirms('Approve and send the letter');
    await isTold(second.page, 'The decision is recorded');
    await six.approves('brb', 'ap-masangu', 'Need and timing are shown.', { first: true });
    await six.approves('brb', 'do-ap', 'Follows the recommendation.');
    const { reasons, codes } = six.said('aze', 'OFFER_REGIONAL_OPTION');
    await six.does('aze', 'ap-masangu', 'DECIDE_WITH_OTHERS', { action: 'OFFER_REGIONAL_OPTION', reasons, codes });
    await six.does('aze', 'ap-okonta', 'OFFER_REGIONAL_OPTION', { reasons, codes, modality: undefined });
  });

  chapter('Niger is declined on stated grounds', async () => {
    const { reasons, codes } = six.said('ner', 'DECLINE');
    for (const [person, button] of [
      ['ap-masangu', 'Record your decision'],
      ['ap-okonta', 'Decline and send the letter'],
    ] as const) {
      const approver = await deciding(person, 'ner');
      await approver.opens();
      await approver.declines(
        codes.map((code) => DECISION_CODES[code]),
        reasons,
      );
      await approver.confirms(button);
    }
    expect((await six.facts('ner')).state).toBe('declined');
    // Figures of what was decided, by region: of the only request of the Arab States there is none for him.
    const figures = async (person: string) => (await sights.opens(person, '/decisions')).text;
    expect(await figures('ap-masangu')).toContain('Arab States');
    expect(await figures('ap-okonta')).toContain('Western and Central Africa');
    expect(await figures('ap-okonta')).not.toContain('Arab States');
    for (const [person, key] of CONFLICTED) expect([person, await sights.of(person, key)]).toEqual([person, 'nothing']);
  });

  chapter('each Resident Coordinator reads the letter in the language of the request', async () => {
    const letter = (person: string, key: Key) => text(person, `/requests/${six.refs[key]}/letter`);
    expect(await letter('rc-tza', 'tza')).toContain('is approved, resources permitting');
    expect(await letter('rc-ecu', 'ecu')).toContain('si los recursos lo permiten');
    const niger = await letter('rc-ner', 'ner');
    expect(niger).toContain(six.said('ner', 'DECLINE').reasons);
    expect(niger).not.toContain(six.said('ner', 'SCORE').scores.ownership!.reason);
  });
}
