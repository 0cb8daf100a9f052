import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aContent, contentWith } from '../../test/content.js';
import { samples } from '../../test/samples.js';
import { contentProblems, openingProblems, tooLong } from './check-content.js';
import { canonical, changesNothing, mergePatch, wordsIn } from './content.js';
import { missingAnswers, progressOf, SECTIONS, valueAt } from './sections.js';

describe('a merge patch', () => {
  // The examples of RFC 7396, appendix A.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j patched with %j is %j', (target, patch, result) => {
    expect(mergePatch<unknown>(target, patch)).toEqual(result);
  });

  const object = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue({ maxDepth: 3 }));
  it('applied twice is applied once, and what was given stays untouched', () => {
    fc.assert(
      fc.property(object, object, (target, patch) => {
        const before = canonical([target, patch]);
        const once = mergePatch(target, patch);
        expect(canonical(mergePatch(once, patch))).toBe(canonical(once));
        expect(canonical([target, patch])).toBe(before);
      }),
    );
  });

  it('of nothing, or of a text with itself, changes nothing', () => {
    for (const { content } of samples()) {
      expect(changesNothing(content, {})).toBe(true);
      expect(changesNothing(content, content)).toBe(true);
      expect(changesNothing(content, { title: 'Another' })).toBe(false);
    }
  });
});

describe('what an answer may be', () => {
  const problemsOf = (path: string, value: unknown) => contentProblems(contentWith(path, value)).map((p) => p.path);
  it.each<[string, unknown]>([
    ['title', 'x'.repeat(300)],
    ['title', '🕊️ مستشار حقوق الإنسان'],
    ['countries', ['TZA', 'KEN']],
    ['requestedStart', '2099-12-31'],
    ['durationMonths', 60],
    ['sections.costAndHosting.years', [{ year: 2027, months: 1, items: [{ label: 'Bank fee', amountUSD: 0.07 }] }]],
    ['selfAssessment', { ownership: { score: null, reason: 'Cannot tell' } }],
    ['sections.ownership', null],
  ])('%s can be %p', (path, value) => {
    expect(problemsOf(path, value)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['title', 'x'.repeat(301)],
    ['title', 7],
    ['title', 'with a \u0000 in it'],
    ['title', 'half an emoji \ud83d'],
    ['language', 'de'],
    ['type', 'toString'],
    ['countries', 'TZA'],
    ['durationMonths', 61],
    ['durationMonths', 1.5],
    ['durationMonths', '24'],
    ['requestedStart', '9999-01-01'],
    ['requestedStart', '2027-02-30'],
    ['requestedStart', '1 July 2027'],
    ['sections.ownership.whoAskedFirst', ['text']],
    ['sections.ownership.charm', 'text'],
    ['sections.risk.tier', 'case'],
    ['sections.context', 'x'.repeat(20_001)],
    ['selfAssessment', []],
    ['endorsements', Array(41).fill({})],
    ['nonsense', 1],
  ])('%s cannot be %p', (path, value) => {
    expect(problemsOf(path, value)).toEqual([path]);
  });

  it.each<[string, object]>([
    ['amountUSD', { amountUSD: -1 }],
    ['amountUSD', { amountUSD: 0.001 }],
    ['amountUSD', { amountUSD: 1e10 }],
    ['amountUSD', { amountUSD: '256000' }],
    ['kind', { kind: 'barter' }],
    ['iban', { iban: 'x' }],
  ])('a line of costs is refused for its %s: %p', (field, item) => {
    const years = [{ year: 2027, months: 12, items: [item] }];
    expect(problemsOf('sections.costAndHosting.years', years)).toEqual([
      `sections.costAndHosting.years.0.items.0.${field}`,
    ]);
  });

  it('a criterion that the strategy does not have is named', () => {
    expect(problemsOf('selfAssessment', { charm: { score: 3, reason: '' } })).toEqual(['selfAssessment.charm']);
  });

  it('checks break on nothing, whatever is sent', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => Array.isArray(contentProblems(value))));
  });
});

describe('the sections of a request', () => {
  it('are nine, numbered, and five of them speak to the five criteria', () => {
    expect(SECTIONS.map((s) => s.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(SECTIONS.flatMap((s) => s.criterion ?? [])).toHaveLength(5);
  });

  it('ask in English, French and Spanish', () => {
    for (const { label, path } of SECTIONS.flatMap((s) => s.questions))
      for (const text of Object.values(label))
        expect({ path, text }).toEqual({ path, text: expect.stringMatching(/\S{2,}/) });
  });

  it('begin, go on and are complete with the last required answer', () => {
    const section = SECTIONS[1]!;
    const [first, ...rest] = section.questions.map((q) => q.path);
    let content = contentWith(first!, ' ', { title: 'x' });
    expect(progressOf(section, content)).toBe('notStarted');
    content = contentWith(first!, 'An answer', content);
    expect(progressOf(section, content)).toBe('incomplete');
    for (const path of rest) content = contentWith(path, 'An answer', content);
    expect(progressOf(section, content)).toBe('complete');
  });

  it('are complete without the answers that may be left out', () => {
    const content = { ...aContent(), mechanismRecommendations: [] };
    const { risk: _, ...sections } = content.sections!;
    expect(progressOf(SECTIONS[0]!, { ...content, sections })).toBe('complete');
  });

  it('risk is asked in a tier of its own', () => {
    const risk = SECTIONS.flatMap((s) => s.questions).filter((q) => q.tier === 'risk');
    expect(risk.map((q) => q.path)).toEqual(['sections.risk.text', 'sections.risk.mitigation']);
  });

  it('words are counted in every script, and too many are refused at submission only', () => {
    expect(wordsIn(' one  two\nthree ')).toBe(3);
    expect(wordsIn('مستشار حقوق الإنسان')).toBe(3);
    const content = contentWith('sections.ownership.whoAskedFirst', 'word '.repeat(601));
    expect(contentProblems(content)).toEqual([]);
    expect(tooLong(content)).toEqual([
      {
        path: 'sections.ownership.whoAskedFirst',
        message: 'Section 2: shorten this answer to 600 words or fewer (1 too many)',
      },
    ]);
  });
});

describe.each(samples().map((s) => [s.id, s.content] as const))('the sample request %s', (_, content) => {
  it('is complete, well formed and within the limits', () => {
    expect(contentProblems(content)).toEqual([]);
    expect(openingProblems(content)).toEqual([]);
    expect(tooLong(content)).toEqual([]);
    expect(missingAnswers(content).map((m) => m.question.path)).toEqual([]);
    for (const section of SECTIONS) expect(progressOf(section, content)).toBe('complete');
    expect(valueAt(content, 'sections.ownership.whoAskedFirst')).toEqual(expect.any(String));
  });
});
