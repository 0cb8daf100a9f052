import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { assessmentView, refuseFields, settledResult, tiersFor, type Actor } from '#domain';
import type { CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { assessmentOfPanel, resultSentence } from './assessment.presenter.js';
import { recordFor } from '../../../../test/support/seen.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { panelContext, type PanelInput } from './panel.presenter.js';
import { revisedIn, typedRevision } from './revise.form.js';
import { typedFrom } from './score.form.js';

const names = { countryName: (code: string) => code, regionName: (code: string) => code };
const page = (c: CaseBuilder, me: Actor, more: Partial<PanelInput> = {}) =>
  panelContext({
    view: { facts: c.facts, revision: 1, tiers: tiersFor(me, c.facts), changedAt: new Date(), readsDraft: false },
    me,
    names,
    today: '2027-03-10',
    sentBack: undefined,
    discussed: recordFor(c, me.id as Part).filter((l) => l.event === 'DISCUSS' || l.event === 'REVISE'),
    ...more,
  });

it('says by which criteria the scores were given', () => {
  const c = aCase({ context: { frameworkFor: () => ({ ...aFramework(), version: 3 }) } }).revealed();
  expect(page(c, c.cast.desk)).toMatchObject({ criteria: 3, revealedOn: expect.any(String) });
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
  it('it is said how many have finished, in good English', () => {
    const leads = [aCase().declared(), aCase().declared().send('amina', { type: 'SCORE', scores: secret }), c].map(
      (one) => page(one, one.cast.desk).lead.split('.')[0],
    );
    const alone = aCase({ context: { frameworkFor: () => ({ ...aFramework(), minimumReviewers: 1 }) } }).appointed(
      'amina',
    );
    expect(page(alone, alone.cast.desk).lead).toMatch(/^The one reviewer has not yet finished\./);
    expect(leads).toEqual([
      'None of two reviewers have finished',
      'One of two reviewers has finished',
      'Two of two reviewers have finished',
    ]);
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
  it('the same total is said once, and what was settled comes first', () => {
    const same = aCase().scored(aSheet(3), aSheet(3)).revealed();
    expect(page(same, same.cast.chair).lead).toMatch(
      /^The mean of two reviewers is [\d.]+ of 100; both come to the same total\./,
    );
    const settled = same.settled();
    expect(page(settled, settled.cast.chair).lead).toMatch(/^Settled at [\d.]+ of 100\. The mean of two reviewers/);
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
  const formOf = (sheet: typeof counting) =>
    Object.fromEntries(
      Object.entries(typedRevision(null, sheet)).flatMap(([key, t]) => [
        [`score-${key}`, t.score],
        [`evidence-${key}`, t.evidence],
        [`reason-${key}`, t.reason],
        [`confidence-${key}`, t.confidence],
      ]),
    );
  const form = formOf(counting);
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
  it('can change how sure the reviewer is, and both stand side by side', () => {
    const first = aSheet(4, 3, 3, 4, 2);
    const sure = { ...first, ownership: { ...first.ownership!, confidence: 'low' as const } };
    const later = aCase()
      .scored(sure, aSheet(3, 3, 3, 3, 2))
      .revealed();
    const typed = { ...formOf(sure), 'confidence-ownership': 'high', 'reason-ownership': 'The annex says so.' };
    const scores = revisedIn(typed, sure);
    expect(scores).toEqual({ ownership: { score: 4, reason: 'The annex says so.', confidence: 'high' } });
    later.send('amina', { type: 'REVISE', scores: scores as typeof first });
    const shown = page(later, later.cast.chair).assessment!.criteria[0]!.said[0];
    expect(shown).toMatchObject({
      first: { confidence: 'low confidence' },
      revised: { confidence: 'high confidence' },
    });
    const field = page(later, later.cast.amina).revision!.criteria[0]!.fields.at(-1);
    expect(field).toMatchObject({ name: 'confidence-ownership', value: 'high' });
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

describe('the discussion', () => {
  const say = (audience: 'panel' | 'ohchr', text: string) =>
    ({ type: 'DISCUSS', criterion: 'sustainability', audience, text }) as const;
  const c = aCase()
    .scored(aSheet(4, 3, 3, 4), aSheet(4, 3, 3, 1))
    .revealed();
  c.send('amina', say('panel', 'First among us.')).send('desk', say('ohchr', 'The table is in Annex 3.'));
  c.send('bruno', { type: 'REVISE', scores: { sustainability: { score: 3, reason: 'I had missed the table.' } } });
  c.send('chair', say('panel', 'Thank you.'));
  const criterion = (part: Part) => page(c, c.cast[part]).assessment!.criteria[3]!;
  const texts = (part: Part) => criterion(part).messages.map((m) => m.text);

  it('stands beside its criterion in the order in which it was said, for whom it was said to', () => {
    const all = ['First among us.', 'The table is in Annex 3.', 'Thank you.'];
    for (const part of ['amina', 'bruno', 'chair', 'auditor'] as const) expect(texts(part)).toEqual(all);
    for (const part of ['desk', 'approver'] as const) expect(texts(part)).toEqual([all[1]]);
    expect(page(c, c.cast.amina).assessment!.criteria[0]!.messages).toEqual([]);
  });

  it('a revision is dated, and counts of what was said before it only what the reader may read', () => {
    const revised = (part: Part) => criterion(part).said.find((s) => s.name === 'Person bruno')!.revisedOn;
    expect(revised('chair')).toMatch(/^1 March 2027, .* UTC, after two messages of the discussion$/);
    expect(revised('approver')).toMatch(/after one message of the discussion$/);
  });

  it('says by name who is to read what is written, before it is', () => {
    const form = (part: Part) => page(c, c.cast[part]).discussion!.form;
    const [audience, about] = form('amina')!.fields as { value: unknown; options: { hint: { text: string } }[] }[];
    expect(audience!.value).toBe('');
    expect(audience!.options.map((o) => o.hint.text)).toEqual([
      'Read by Person amina, Person bruno and the panel chair, and by auditors. Not by the desk officer or the approver.',
      'Read by Person amina, Person bruno and the panel chair, the desk officer and the approver, and by auditors.',
    ]);
    expect(about!.value).toBe('');
    const linked = page(c, c.cast.amina, { about: 'ownership' }).discussion!.form!.fields[1]!;
    expect(linked.value).toBe('ownership');
    expect(form('desk')!.fields[0]).toMatchObject({ value: 'ohchr', options: [{ value: 'ohchr' }] });
    expect([form('approver'), form('auditor')]).toEqual([null, null]);
  });

  it('what was typed and refused stays in the form, with the problem beside it', () => {
    const form = { do: 'DISCUSS', criterion: 'ownership', audience: '', text: 'My text' };
    const refusal = refuseFields([{ path: 'audience', message: 'Choose who is to read it' }])!;
    const shown = page(c, c.cast.amina, { form, refusal });
    expect(shown).toMatchObject({ errors: [{ text: 'Choose who is to read it', href: '#discuss-audience' }] });
    expect(shown.discussion!.form!.fields.map((f) => f.value)).toEqual(['', 'ownership', 'My text']);
  });

  it('is closed by the settlement, which is said, and stays to be read', () => {
    c.send('chair', {
      type: 'SETTLE',
      settled: aSheet(4, 3, 3, 4, 3),
      moderation: { note: 'Both views were heard.' },
    });
    const { discussion } = page(c, c.cast.amina);
    expect(discussion).toMatchObject({ form: null, closed: 'The scores are settled, so their discussion is closed.' });
    expect(texts('amina')).toHaveLength(3);
  });
});

describe('a new version after the reveal', () => {
  it('is said beside the scores of the version before, and who has revised them since', () => {
    const c = aCase().revealed();
    expect(page(c, c.cast.chair).assessment!.outdated).toBeNull();
    c.amended();
    const shown = page(c, c.cast.chair).assessment!;
    expect(shown.outdated!.words).toMatch(/^Version 2 came after the scores were revealed.*Nobody has revised them/);
    expect(shown.outdated!.link.href).toBe('/requests/HRA-2027-0001/versions/2/changes?since=1');
    expect(shown.criteria[0]!.said.map((s) => s.onVersion)).toEqual(['Scored on version 1', 'Scored on version 1']);
    c.send('amina', { type: 'REVISE', scores: { ownership: { score: 4, reason: 'Clear now.' } } });
    expect(page(c, c.cast.chair).assessment!.outdated!.words).toContain(
      `Revised after reading it: ${c.cast.amina.name}.`,
    );
  });
});
