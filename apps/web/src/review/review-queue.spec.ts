import { expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { calendarsOf } from '#domain';
import { queueContext } from './review-queue.presenter.js';

const names = { countryName: (code: string) => code, regionName: (code: string) => code };
const hints = (c: CaseBuilder) =>
  queueContext({
    items: [
      {
        ref: c.facts.ref,
        facts: c.facts,
        state: c.facts.reviewers[0]!.state,
        appointedAt: new Date(c.at),
        dueOn: '2027-03-29',
      },
    ],
    me: c.cast.amina,
    names,
    today: '2027-03-10',
    calendars: calendarsOf(),
  }).groups.flatMap((g) => g.items.map((i) => i.hint));

it('a queue says that a new version came after scores were saved, and nothing of it once they are sent again', () => {
  const c = aCase()
    .declared()
    .send('amina', { type: 'SAVE_SCORES', scores: { ownership: { score: 3, reason: 'x' } } });
  expect(hints(c).join()).toMatch(/One of five criteria scored$/);
  c.amended();
  expect(hints(c).join()).toMatch(/One of five criteria scored\. Version 2 came since: read what changed$/);
  c.send('amina', { type: 'SCORE', scores: aSheet(), requestVersion: 2 });
  expect(hints(c)).toEqual([]);
});
