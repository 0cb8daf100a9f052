import { expect } from '@jest/globals';
import { nameOf } from '../../support/product.js';
import { picture } from '../../support/screenshots.js';
import { isSound } from '../pages/inspection.js';
import { AFTER_ALL } from './again.js';
import { ASKED_AGAIN, REASONS } from './decided.js';
import { BELOW_THE_MEDIAN, CONFLICTED } from './judged.js';
import { KEYS, type Key } from './round-of-six.js';
import type { Tale } from './tale.js';

const RESULT = /The settled scores come to \d+\.\d of 100\. They (meet|do not meet) the criteria/;
const FIRM = /The result stands|The settlement decides|settled scores come to “/;
const SOURCE = `${ASKED_AGAIN} (asked for by Regional UNDG Team, Eastern and Southern Africa)`;

/** What somebody has to find on the page of a decision to defend it, beside what every decision has. */
const DEFENDED: Record<Key, (string | RegExp)[]> = {
  tza: [
    BELOW_THE_MEDIAN,
    SOURCE,
    REASONS.first,
    REASONS.second,
    nameOf('ap-masangu'),
    nameOf('ap-okonta'),
    'Said before',
    'on version 1',
    'on version 2',
  ],
  aze: ['Prefers a regional option', 'below 2', nameOf('ap-masangu'), nameOf('ap-okonta')],
  ner: [AFTER_ALL.NEW_FACTS, AFTER_ALL.OFFER, 'Dakar', nameOf('ap-masangu'), nameOf('do-ap')],
  brb: ['Note of the moderation', 'first 1', nameOf('ap-masangu'), nameOf('do-ap')],
  ecu: ['Cumple los criterios.', 'Conforme a la recomendación del grupo.', 'Un informe conjunto al año'],
  jor: [
    'No advice came',
    'That is recorded, and is not taken as consent.',
    'An exit plan by month 12',
    nameOf('do-ap'),
  ],
};

/** From the page of each decision alone, somebody who had no part in it can defend it. */
export function tellsOfTheDefence({ chapter, six, text, product }: Tale): void {
  /** What the page of a decision does not say. */
  const missing = async (key: Key): Promise<string[]> => {
    const said = await text('au-petrescu', `/decisions/${six.refs[key]}`);
    const { recommendation, decisions, consultation, settled } = await six.facts(key);
    const last = decisions.at(-1)!;
    const everywhere = [
      RESULT,
      FIRM,
      recommendation!.reasons,
      last.reasons,
      ...recommendation!.conditions,
      ...last.conditions,
      ...consultation.flatMap((c) => (c.advice ? [c.advice.text] : [])),
      ...Object.values(settled!).flatMap(({ reason }) => reason ?? []),
      ...(last.approvals ?? []).flatMap((a) => [a.by.name, a.reasons]),
    ];
    return [...everywhere, ...DEFENDED[key]].flatMap((words) =>
      (typeof words === 'string' ? flat(said).includes(flat(words)) : words.test(said)) ? [] : [String(words)],
    );
  };

  for (const key of KEYS)
    chapter(`that of ${key}`, async () => {
      expect({ key, missing: await missing(key) }).toEqual({ key, missing: [] });
      const page = await product.as('au-petrescu');
      if (key !== 'tza' && key !== 'ner') return;
      await picture(page, `six-decision-${key}`);
      await isSound(page, key);
    });
}
const flat = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** What reached those who were to know nothing, in all the mail of the round. */
export function tellsOfTheMail({ chapter, product, sights }: Tale): void {
  chapter('the conflicted got no mail of what is not theirs to know; those in their place did', async () => {
    await product.allIsSent();
    // The question whether there is a conflict came before the answer.
    const expected = { 'rv-gelovani': 1 } as Record<string, number>;
    for (const [person, key] of CONFLICTED)
      expect([person, sights.mails(person, key).length]).toEqual([person, expected[person] ?? 0]);
    expect(sights.mails('ap-masangu', 'jor')).not.toEqual([]);
    expect(sights.mails('pc-rabearivelo', 'ner')).not.toEqual([]);
    expect(sights.mails('rv-eze', 'aze')).not.toEqual([]);
  });
}
