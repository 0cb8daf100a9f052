import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase } from '../../test/a-case.js';
import { aFramework } from '../../test/context.js';
import { aSheet } from '../../test/events.js';
import { consolidate, isRefusal, settledResult, type ScoreSheet } from '../index.js';
import { citationIn, standsIn } from './quotes.js';
import { CONFIDENCES, type Confidence } from './scoring.js';

const citing = (...evidence: string[]): ScoreSheet => ({
  ...aSheet(),
  ownership: { score: 3, reason: 'A letter.', evidence },
});
const own = (c: ReturnType<typeof aCase>) => c.facts.reviewers.find((r) => r.person.id === 'amina')!;

describe('words that are quoted', () => {
  it.each([
    ['3.2 “The letter names an adviser”', 'The letter names an adviser', true],
    ['3.2 “The letter”, signed', 'The letter', true],
    ['3.2 “the ‘hosting’ agency”', 'the ‘hosting’ agency', true],
    ['§ 8.1, the table', 'the table', false],
    ['3.2', '', false],
    ['3.2 “”', '', false],
    ['the minutes of June', '', false],
  ])('of “%s” are “%s”', (line, quote, quoted) => {
    expect(citationIn(line)).toMatchObject({ quote, quoted });
  });

  it('are found whatever the line breaks, the apostrophe and the dash', () => {
    expect(standsIn("the team's plan - agreed", 'Here is the team’s\nplan – agreed on.')).toBe(true);
    expect(standsIn('the team plan', 'the team’s plan')).toBe(false);
  });

  it('keep the paragraph, the words and the version', () => {
    const c = aCase().declared();
    c.send('amina', { type: 'SAVE_SCORES', scores: citing('2.1 “agreed on it”', '2.2', 'Annex B') });
    const quotes = [{ paragraph: '2.1', quote: 'agreed on it', version: 1 }];
    expect(own(c).draft!.ownership!.quotes).toEqual(quotes);
    c.send('amina', { type: 'SCORE', scores: citing('2.1 “agreed on it”') });
    expect(own(c).first!.ownership!.quotes).toEqual(quotes);
    expect(own(c).first!.commitment).not.toHaveProperty('quotes');
  });

  it('that the version does not have can be kept as work in hand, and are refused at the end, each at its line', () => {
    const c = aCase().declared();
    const scores = citing('2.1 “agreed on it”', '2.1 “the President signed”');
    c.send('amina', { type: 'SAVE_SCORES', scores });
    const outcome = c.attempt('amina', { type: 'SCORE', scores });
    expect(isRefusal(outcome) && outcome.fields).toEqual([
      {
        path: 'scores.ownership.evidence.1',
        message: expect.stringContaining('“the President signed” are not in version 1 of the request'),
      },
    ]);
  });

  it('are asked for in a revision as well', () => {
    const c = aCase().revealed();
    const attempt = (line: string) =>
      c.attempt('amina', {
        type: 'REVISE',
        scores: { ownership: { score: 2, reason: 'Read again.', evidence: [line] } },
      });
    expect(isRefusal(attempt('2.1 “never written”'))).toBe(true);
    expect(isRefusal(attempt('2.1 “agreed on it”'))).toBe(false);
  });
});

describe('a new version in the middle of scoring', () => {
  it('keeps the draft, and by which version each criterion of it was scored', () => {
    const c = aCase().declared();
    c.send('amina', { type: 'SAVE_SCORES', scores: aSheet(), requestVersion: 1 });
    c.amended();
    const changed = { ...aSheet(), sustainability: { score: 1, reason: 'The share was cut.' } };
    c.send('amina', { type: 'SAVE_SCORES', scores: changed, requestVersion: 2 });
    expect(own(c).draftVersions).toEqual({
      ownership: 1,
      enablingEnvironment: 1,
      strategicOpportunities: 1,
      sustainability: 2,
      commitment: 1,
    });
  });
  it('keeps the version from which words were taken first', () => {
    const c = aCase().declared();
    c.send('amina', { type: 'SAVE_SCORES', scores: citing('2.1 “agreed on it”') });
    c.amended().send('amina', {
      type: 'SAVE_SCORES',
      scores: citing('2.1 “agreed on it”', '2.1 “has discussed this”'),
    });
    expect(own(c).draft!.ownership!.quotes!.map((q) => q.version)).toEqual([1, 2]);
  });
  it('refuses scores that name the version of before, saved or finished', () => {
    const c = aCase().declared().amended();
    for (const type of ['SAVE_SCORES', 'SCORE'] as const)
      expect(c.attempt('amina', { type, scores: aSheet(), requestVersion: 1 })).toMatchObject({
        code: 'notReady',
        message:
          'These scores are for version 1; the request now stands at version 2. Read what changed, then score it.',
      });
  });
  it('judges quotations by the version that stands, not by the one of before', () => {
    const c = aCase().declared();
    c.send('amina', { type: 'SAVE_SCORES', scores: citing('2.1 “agreed on it”') });
    const cut = Object.fromEntries(Object.keys(c.content.sections!).map((key) => [key, null]));
    c.changed({ sections: { ...cut, context: 'Written anew.' }, endorsements: null });
    c.send('coordinator', { type: 'AMEND', declaration: true, note: 'All anew.', gapsReason: 'More follows.' });
    expect(c.attempt('amina', { type: 'SCORE', scores: citing('2.1 “agreed on it”') })).toMatchObject({
      fields: [{ message: expect.stringContaining('version 2') }],
    });
  });
});

it('confidence is kept with its score and changes no figure', () => {
  const sure = fc.option(fc.constantFrom(...(Object.keys(CONFIDENCES) as Confidence[])), { nil: undefined });
  const sheet = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(sheet, sheet, fc.array(sure, { minLength: 5, maxLength: 5 }), (a, b, how) => {
      const plain = { a: aSheet(...a), b: aSheet(...b) };
      const withIt = (of: ScoreSheet) =>
        Object.fromEntries(Object.entries(of).map(([k, s], i) => [k, { ...s, confidence: how[i] }])) as ScoreSheet;
      const framework = aFramework();
      expect(consolidate({ a: withIt(plain.a), b: withIt(plain.b) }, framework)).toEqual(consolidate(plain, framework));
      expect(settledResult(withIt(plain.a), framework)).toEqual(settledResult(plain.a, framework));
    }),
  );
  const c = aCase().scored({ ...aSheet(), ownership: { score: 3, reason: 'x', confidence: 'low' } });
  expect(own(c).first!.ownership).toMatchObject({ confidence: 'low' });
});

it('a confidence that is no choice is refused at its field', () => {
  const scores = { ownership: { score: 3, reason: 'x', confidence: 'very' as Confidence } };
  expect(aCase().declared().attempt('amina', { type: 'SAVE_SCORES', scores })).toMatchObject({
    fields: [{ path: 'scores.ownership.confidence' }],
  });
});
