import { expect } from '@jest/globals';
import { nameOf } from '../../support/product.js';
import { Conflicted } from '../pages/conflicted.js';
import { Declaring } from '../pages/declaring.js';
import { Scoring } from '../pages/scoring.js';
import { Screening } from '../pages/screening.js';
import { isRefused, isTold } from '../pages/told.js';
import { tellsOfANewVersion } from './new-version.js';
import { KEYS, type Key } from './round-of-six.js';
import type { Tale } from './tale.js';

const REVIEWERS: Record<Key, readonly string[]> = {
  tza: ['rv-omeallaigh', 'rv-sarrazin', 'rv-eze'],
  aze: ['rv-omeallaigh', 'rv-sarrazin', 'rv-eze'],
  ner: ['rv-sarrazin', 'rv-ibanez', 'rv-dabrowiecki'],
  brb: ['rv-eze', 'rv-dabrowiecki', 'rv-sabbaghi'],
  ecu: ['rv-ibanez', 'rv-gelovani', 'rv-omeallaigh'],
  jor: ['rv-gelovani', 'rv-eze', 'rv-dabrowiecki'],
};
const but = (...keys: Key[]): Key[] => KEYS.filter((key) => !keys.includes(key));

/** The conflicted: with a country, with one request as its chair, as a reviewer. None of them learns anything from here on. */
export const CONFLICTED: readonly [string, Key][] = [
  ['ap-okonta', 'jor'],
  ['pc-oduya', 'ner'],
  ['rv-gelovani', 'aze'],
];
const AT_OHCHR = 'list, search, home, round, page, reviews';
const OF_THE_COUNTRY = 'list, search, home, page';
const OF_A_REVIEWER = 'list, search, home, queue, page, reviews';

/** Money and conflicts, before anybody reads. */
export function tellsOfConflicts({ chapter, product, six, sights }: Tale): void {
  chapter('the fund manager says how much money is known', async () => {
    const page = await product.as('fm-vanderbeke');
    await page.goto('/panel');
    await page.getByRole('textbox', { name: 'Money that is known' }).fill('600,000');
    await page.getByLabel('Where it comes from').fill('The fund, second allocation');
    await page.getByRole('button', { name: 'Keep this amount' }).click();
    await page.getByText('US$ 600,000').first().waitFor();
  });

  chapter('an approver registers a conflict with Jordan in advance, and for him six requests are five', async () => {
    expect(await sights.counts('ap-okonta')).toEqual({ list: 6, round: 6, home: 6 });
    const okonta = new Conflicted(await product.as('ap-okonta'));
    await okonta.registers('JOR', 'A member of the family is concerned');
    expect(await sights.counts('ap-okonta')).toEqual({ list: 5, round: 5, home: 5 });
    expect(await sights.at('jor', 'ap-okonta', 'ap-masangu')).toEqual({
      'ap-okonta': 'nothing',
      'ap-masangu': AT_OHCHR,
    });
  });

  chapter('the chair records that she advised on Niger; the other chair has it alone', async () => {
    const oduya = new Conflicted(await product.as('pc-oduya'));
    await oduya.records(six.refs.ner, 'I drafted or advised on this request', 'I advised on its first draft.');
    expect(await sights.at('ner', 'pc-oduya', 'pc-rabearivelo')).toEqual({
      'pc-oduya': 'nothing',
      'pc-rabearivelo': AT_OHCHR,
    });
    expect(await sights.counts('pc-oduya')).toEqual({ list: 5, round: 5, home: 5 });
  });
}

/** Who reviews which request. */
export function tellsOfAppointments({ chapter, product, six, sights }: Tale): void {
  chapter('three for Azerbaijan, of whom one has a conflict and is never shown it', async () => {
    const screening = new Screening(await product.as('do-eca'), six.refs.aze);
    await screening.appoints(nameOf('rv-gelovani'), nameOf('rv-omeallaigh'), nameOf('rv-sarrazin'));
    await isTold(screening.page, 'The reviewers are appointed and told.');
    // That they are appointed, and where: a declaration needs no more.
    expect(await sights.at('aze', 'rv-gelovani', 'rv-omeallaigh', 'rv-eze')).toEqual({
      'rv-gelovani': 'home, queue',
      'rv-omeallaigh': 'home, queue',
      'rv-eze': 'nothing',
    });
    const declaring = new Declaring(await product.as('rv-gelovani'), six.refs.aze);
    await declaring.declaresConflict('served', 'Served with the South Caucasus presence in Tbilisi until 2013.');
    await isTold(declaring.page, 'You will not be shown this request');
    expect(await sights.at('aze', 'rv-gelovani', 'rv-omeallaigh')).toEqual({
      'rv-gelovani': 'nothing',
      'rv-omeallaigh': 'home, queue',
    });
    for (const path of ['', '/full', '/documents', '/messages', '/history', '/versions', '/recommendation', '/letter'])
      expect([path, (await sights.opens('rv-gelovani', `/requests/${six.refs.aze}${path}`)).status]).toEqual([
        path,
        404,
      ]);
    await screening.appoints(nameOf('rv-eze'));
    await isTold(screening.page, 'The reviewers are appointed and told.');
  });

  chapter('three for Tanzania, and those of the others', async () => {
    const screening = new Screening(await product.as('do-esa'), six.refs.tza);
    await screening.appoints(...REVIEWERS.tza.map(nameOf));
    await isTold(screening.page, 'The reviewers are appointed and told.');
    for (const key of but('tza', 'aze')) await six.appoints(key, ...REVIEWERS[key]);
    for (const key of but('tza')) for (const by of REVIEWERS[key]) await six.does(key, by, 'DECLARE');
    // One person in two parts: a reviewer of the one, a desk officer of the other.
    expect([await sights.of('rv-sabbaghi', 'brb'), await sights.of('rv-sabbaghi', 'jor')]).toEqual([
      OF_A_REVIEWER,
      AT_OHCHR,
    ]);
  });
}

/** Scores that nobody reads, and a new version in the middle of them. */
export function tellsOfBlindScores(tale: Tale): void {
  const { chapter, product, six, sights } = tale;
  const [first, ...others] = REVIEWERS.tza;
  const scores = (key: string) =>
    chapter(`${key} declares, and scores Tanzania`, async () => {
      const page = await product.as(key);
      await new Declaring(page, six.refs.tza).declaresNone();
      const scoring = new Scoring(page, six.refs.tza);
      await scoring.opens();
      await scoring.scoresAll(six.said('tza', 'SCORE', key).scores);
      await scoring.finishes();
      await isTold(page, 'Your scores are finished.');
    });
  scores(first!);
  tellsOfANewVersion(tale, first!);
  others.forEach(scores);

  chapter('the others are scored too; nobody at all reads what another gave', async () => {
    for (const key of but('tza'))
      for (const by of REVIEWERS[key]) await six.does(key, by, 'SCORE', six.said(key, 'SCORE', by));
    expect(
      await sights.at('tza', 'rc-tza', 'rt-esa', 'do-esa', 'pc-oduya', 'ap-masangu', 'au-petrescu', 'rv-eze'),
    ).toEqual({
      'rc-tza': OF_THE_COUNTRY,
      'rt-esa': OF_THE_COUNTRY,
      'do-esa': AT_OHCHR,
      'pc-oduya': AT_OHCHR,
      'ap-masangu': AT_OHCHR,
      'au-petrescu': AT_OHCHR,
      'rv-eze': OF_A_REVIEWER,
    });
    const strangers = ['rv-gelovani', 'do-lac', 'rc-aze', 'fm-vanderbeke', 'ad-halvorsen'];
    expect(await sights.at('tza', ...strangers)).toEqual(Object.fromEntries(strangers.map((p) => [p, 'nothing'])));
    for (const [person, key] of CONFLICTED) expect([person, await sights.of(person, key)]).toEqual([person, 'nothing']);
  });
}

const AMONG_US = 'Between us: nothing is committed after the second year.';
const TO_OHCHR = 'The record of the May meeting names the three States.';

/** What the panel makes of the scores, once they are revealed. */
export function tellsOfThePanel(tale: Tale): void {
  const { chapter, six, sights, panel } = tale;
  chapter(
    'the desk officers reveal them; those of Barbados lie so far apart that they have to be moderated',
    async () => {
      const desk = await panel('do-lac', 'brb');
      await desk.reveals();
      await isTold(desk.page, 'The scores are revealed');
      for (const key of but('brb')) await six.does(key, six.whoSays(key, 'ACCEPT')[0]!, 'REVEAL');
      expect(
        await sights.at('tza', 'rc-tza', 'rt-esa', 'do-esa', 'pc-oduya', 'ap-masangu', 'au-petrescu', 'rv-eze'),
      ).toEqual({
        'rc-tza': OF_THE_COUNTRY,
        'rt-esa': OF_THE_COUNTRY,
        'do-esa': `${AT_OHCHR}, scores`,
        'pc-oduya': `${AT_OHCHR}, scores`,
        'ap-masangu': `${AT_OHCHR}, scores`,
        'au-petrescu': `${AT_OHCHR}, scores`,
        'rv-eze': `${OF_A_REVIEWER}, scores`,
      });
      for (const [person, key] of CONFLICTED)
        expect([person, await sights.of(person, key)]).toEqual([person, 'nothing']);
    },
  );

  chapter('they are discussed by those to whom it is said', async () => {
    const eze = await panel('rv-eze', 'brb');
    await eze.says('sustainability', 'The panel', AMONG_US);
    await isTold(eze.page, 'Your message is part of the discussion.');
    const dabrowiecki = await panel('rv-dabrowiecki', 'brb');
    await dabrowiecki.says('ownership', 'OHCHR', TO_OHCHR);
    const reads = async (person: string) => {
      const { text } = await sights.opens(person, `/requests/${six.refs.brb}/reviews`);
      return [person, text.includes(AMONG_US), text.includes(TO_OHCHR)];
    };
    for (const person of ['rv-sabbaghi', 'pc-oduya', 'au-petrescu'])
      expect(await reads(person)).toEqual([person, true, true]);
    for (const person of ['do-lac', 'ap-masangu']) expect(await reads(person)).toEqual([person, false, true]);
    for (const person of ['rc-brb', 'rt-lac']) expect(await reads(person)).toEqual([person, false, false]);
  });

  chapter('one raises a score after reading it; two stay two points apart', async () => {
    const sabbaghi = await panel('rv-sabbaghi', 'brb');
    await sabbaghi.revises('ownership', 2, six.said('brb', 'REVISE', 'rv-sabbaghi').scores.ownership!.reason);
    await isTold(sabbaghi.page, 'Your revised scores stand beside the first ones.');
    expect(await sabbaghi.table.innerText()).toContain('first 1');
    for (const by of six.whoSays('ner', 'REVISE')) await six.does('ner', by, 'REVISE', six.said('ner', 'REVISE', by));
  });

  chapter('the chair settles Barbados, not without a note of the moderation', async () => {
    const chair = await panel('pc-oduya', 'brb');
    const { settled, moderation } = six.said('brb', 'SETTLE');
    await chair.settles(settled as never);
    await isRefused(chair.page, 'note');
    await chair.settles(settled as never, moderation!.note);
    await isTold(chair.page, 'The scores are settled.');
  });

  chapter('and Tanzania below the median, not without a reason; the other chair settles Niger', async () => {
    const chair = await panel('pc-oduya', 'tza');
    const { settled } = six.said('tza', 'SETTLE');
    await chair.settles({ ...settled, sustainability: { score: 2, reason: '' } } as never);
    await isRefused(chair.page, 'Say why the settled score of Sustainability leaves the median');
    await chair.settles({ ...settled, sustainability: { score: 2, reason: BELOW_THE_MEDIAN } } as never);
    await isTold(chair.page, 'The scores are settled.');
    await six.does('ner', 'pc-rabearivelo', 'SETTLE', six.said('ner', 'SETTLE'));
    for (const key of ['aze', 'ecu', 'jor'] as const)
      await six.does(key, 'pc-oduya', 'SETTLE', six.said(key, 'SETTLE'));
  });
}

/** Why the chair settles the sustainability of Tanzania a point below the median. */
export const BELOW_THE_MEDIAN = 'The two years after mid-2016 are an undertaking and not money.';
