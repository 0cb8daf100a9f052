import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { assessmentView, settledResult, tiersFor, type Actor } from '#domain';
import type { CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { assessmentOfPanel, resultSentence } from './assessment.presenter.js';
import { panelContext } from './panel.presenter.js';
import { revisedIn, typedRevision } from './revise.form.js';
import { typedFrom } from './score.form.js';

const names = { countryName: (code: string) => code, regionName: (code: string) => code };
const page = (c: CaseBuilder, me: Actor) =>
  panelContext({
    view: { facts: c.facts, revision: 1, tiers: tiersFor(me, c.facts), changedAt: new Date(), readsDraft: false },
    me,
    names,
    today: '2027-03-10',
    sentBack: undefined,
  });

describe('while scores are blind', () => {
  const secret = aSheet(4, 3, 2, 1, 0);
  const c = aCase().scored(secret, aSheet(1));
  it.each(['desk', 'chair', 'bruno', 'auditor'] as const)('%s sees who is how far, and no score or reason', (part) => {
    const shown = JSON.stringify(page(c, c.cast[part]));
    expect(shown).toContain('Finished');
    expect(shown).not.toContain('Reason for');
    expect(page(c, c.cast[part]).assessment).toBeNull();
  });
  it('the desk officer can reveal them, a reviewer cannot', () => {
    expect(page(c, c.cast.desk).links.reveal).toBe(true);
    expect(page(c, c.cast.bruno).links.reveal).toBe(false);
  });
  it('it is said what is missing', () => {
    expect(page(aCase().declared(), c.cast.desk).links.notYet).toMatch(/not all in/);
  });
});

describe('once revealed', () => {
  const c = aCase()
    .scored(aSheet(4, 3, 3, 4, null), aSheet(3, 3, 3, 1, 2))
    .revealed();
  const view = () => assessmentOfPanel(assessmentView(c.cast.chair, c.facts)!, c.facts.framework!)!;
  it('each criterion has its figures, and scores that lie far apart one by one', () => {
    const [ownership, , , sustainability, commitment] = view().criteria;
    expect(ownership).toMatchObject({ mean: '3.5', median: '3.5', range: '3 to 4', split: '' });
    expect(sustainability).toMatchObject({ mean: '2.5', range: '1 to 4', split: 'Scores 1, 4' });
    expect(commitment).toMatchObject({ mean: '2.0', range: '2', assessedBy: 1 });
  });
  it('totals stand beside the share of the weight that they rest on', () => {
    expect(view().reviewers).toMatchObject([
      { total: '87.5', coverage: '80%' },
      { total: '60.0', coverage: '100%' },
    ]);
    expect(view().someLeftOut).toBe(true);
  });
  it('a revised score stands beside the first one', () => {
    const revised = { sustainability: { score: 3, reason: 'Second thoughts.' } };
    const later = aCase()
      .scored(aSheet(4, 3, 3, 4, 2), aSheet(3, 3, 3, 1, 2))
      .revealed();
    later.send('bruno', { type: 'REVISE', scores: revised });
    const panel = assessmentOfPanel(assessmentView(later.cast.chair, later.facts)!, later.facts.framework!)!;
    expect(panel.reviewers[1]!.scores[3]).toEqual({ label: 'Sustainability', score: '3', first: '1' });
    expect(panel.criteria[3]!.said[1]).toMatchObject({
      first: { score: '1 Limited' },
      revised: { score: '3 Good', reason: 'Second thoughts.' },
    });
  });
});

describe('a revision', () => {
  const counting = aSheet(3, 3, 3, 1, null);
  const drawn = typedRevision(null, counting);
  const form = Object.fromEntries(
    Object.entries(drawn).flatMap(([key, t]) => [
      [`score-${key}`, t.score],
      [`evidence-${key}`, t.evidence],
      [`reason-${key}`, t.reason],
    ]),
  );
  it('begins with the scores that count and no reason', () => {
    expect(Object.values(drawn).map((t) => [t.score, t.reason])).toEqual(
      Object.values(typedFrom(counting)).map((t) => [t.score, '']),
    );
  });
  it('sends what was changed and nothing else', () => {
    expect(revisedIn(form, counting)).toEqual({});
    const changed = { ...form, 'score-sustainability': '2', 'reason-commitment': 'Still nothing to go by.' };
    expect(revisedIn(changed, counting)).toEqual({
      sustainability: { score: 2, reason: '' },
      commitment: { score: null, reason: 'Still nothing to go by.' },
    });
  });
});

describe('the result against the thresholds', () => {
  const { framework } = aCase().submitted().facts;
  const said = (...scores: (number | null)[]) =>
    resultSentence(settledResult(aSheet(...scores), framework!), framework!);
  it.each([
    ['is met', [3, 3, 3, 3, 3], /come to 75\.0 of 100\. They meet the criteria/],
    ['fails on the total', [2, 2, 2, 2, 2], /do not meet the criteria: .*total lies below the threshold of 60/],
    ['fails on one criterion', [4, 4, 4, 1, 4], /Sustainability lies below its threshold/],
    ['fails on two', [1, 4, 4, 1, 4], /Ownership and Sustainability lie below their thresholds/],
    ['lacks evidence', [4, 4, 4, null, 4], /on 80% of the weight\. There is not enough evidence/],
    ['is none', [null, null, null, null, null], /no total/],
  ])('%s', (_, scores, sentence) => {
    expect(said(...scores)).toMatch(sentence);
  });
});
