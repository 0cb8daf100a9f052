import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { tiersFor } from '#domain';
import { assessmentOfCase } from '../request/assessment.presenter.js';
import { moderationSentence } from './moderation.js';
import { proposedSettlement } from './settle.form.js';
import { settleContext } from './settle.presenter.js';

const names = { countryName: (code: string) => code, regionName: (code: string) => code };
const revised = (score: number) => ({
  type: 'REVISE' as const,
  scores: { sustainability: { score, reason: 'After talking.' } },
});
const settlePage = ({ facts, cast }: ReturnType<typeof aCase>) =>
  settleContext({
    view: { facts, revision: 1, tiers: tiersFor(cast.chair, facts), changedAt: new Date(), readsDraft: false },
    me: cast.chair,
    names,
    typed: proposedSettlement(facts),
  });

describe('why scores are moderated', () => {
  it('while they lie apart, the criteria are named', () => {
    expect(moderationSentence(aCase().inModeration().facts)).toBe(
      'Scores lie two points or more apart on sustainability, so they are moderated first.',
    );
  });
  it('once a revision has closed the gap, nobody is said to differ; the note is still asked for', () => {
    const c = aCase().inModeration().send('bruno', revised(3));
    const page = settlePage(c);
    expect(page.moderation).toBe(
      'Moderation was held because the first scores lay two points or more apart on sustainability. As revised, they lie closer together.',
    );
    expect(JSON.stringify(page)).not.toMatch(/differ|so they are moderated/);
    expect(page.note.label).toBe('Note of the moderation');
    expect(page.criteria.every((row) => row.split === '')).toBe(true);
  });
  it('scores that only a revision set apart are not called first scores', () => {
    const c = aCase().revealed();
    c.send('bruno', revised(1)).send('bruno', revised(3));
    expect(moderationSentence(c.facts)).toBe(
      'Moderation was held because revised scores lay two points or more apart for a time. They lie closer together now.',
    );
  });
  it('scores that lie close are not said to be moderated', () => {
    const c = aCase().revealed();
    expect(settlePage(c).moderation).toBeNull();
    expect(assessmentOfCase(c.facts, null, {})!.note).toBeNull();
  });
});
