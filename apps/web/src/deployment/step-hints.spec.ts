import { expect, it } from '@jest/globals';
import { aDeployment } from '../../../../libs/domain/test/a-deployment.js';
import { STEP_FORMS } from './step-forms.js';

/** Questions that say all themselves: whom somebody is, and what can only be chosen. */
const PLAIN = new Set(['Name', 'Title', 'By name']);

it('says beside each question of a step that is answered in words, with a day or a number what is wanted', () => {
  const { facts } = aDeployment().arrived();
  const around = { today: '2027-06-01', countries: [{ value: 'TZA', text: 'United Republic of Tanzania' }] };
  const bare = Object.entries(STEP_FORMS).flatMap(([slug, form]) =>
    form
      .asks(facts, around)
      .filter((q) => ['text', 'long', 'number', 'date'].includes(q.kind) && !q.hint && !PLAIN.has(q.label))
      // A question that stands for the whole page is explained by the page.
      .filter(() => form.asks(facts, around).length > 1)
      .map((q) => `${slug}: ${q.label}`),
  );
  expect(bare).toEqual([]);
});

it('names the reports that can be moved as they are named elsewhere, days in words', () => {
  const { facts } = aDeployment().arrived();
  const [which] = STEP_FORMS['move-report']!.asks(facts, { today: '2027-06-01', countries: [] });
  const texts = (which?.options ?? []).map(({ text }) => text);
  expect(texts).toContainEqual(expect.stringMatching(/^Mid-term report, 1 March 2027 to /));
  expect(texts.filter((text) => /\d{4}-\d{2}/.test(text))).toEqual([]);
});
