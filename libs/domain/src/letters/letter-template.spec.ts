import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase } from '../../test/a-case.js';
import { aContent } from '../../test/content.js';
import { LANGUAGES, type Language } from '../request/content.js';
import { lastDecision } from '../request/facts.js';
import { DEFAULT_CLOCKS } from '../time/clock-settings.js';
import { FIRST_LETTERS, firstLetter } from './first-templates.js';
import {
  filled,
  LETTER_FIELDS,
  letterBlocksOf,
  letterFieldsOf,
  templateProblems,
  type LetterBlocks,
  type LetterField,
} from './letter-template.js';
import { sampleLetter } from './sample-letter.js';

const first = firstLetter('DECLINE', 'en');
const wrong = (change: Record<string, unknown>, of = first) =>
  templateProblems(of, { ...of.blocks, ...change }).map(({ path, message }) => `${path}: ${message}`);

describe('the words of a letter', () => {
  it('came with the system for every kind of decision in three languages, and can be published as they are', () => {
    expect(FIRST_LETTERS).toHaveLength(12);
    for (const t of FIRST_LETTERS) expect(templateProblems(t, t.blocks)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a field that there is not', { opening: 'On {refrence} {reference}.' }, /opening: “\{refrence\}” is not a field/],
    ['a field that has no value here', { opening: '{validDays} {reference}' }, /\{validDays\} has no value here/],
    ['a brace alone', { closing: '{reconsiderationUntil} {' }, /A brace stands alone/],
    ['no reference', { subject: 'Request', opening: 'Thank you.' }, /subject: Name the request: write \{reference\}/],
    ['no decision', { decision: '  ' }, /decision: Write this part of the letter: the decision/],
    ['no reasons', { reasons: 'Reasons:' }, /reasons: Write \{reasons\} where this stands/],
    ['reasons inside a sentence', { reasons: 'Because {reasons}.' }, /Put \{reasons\} once, in a paragraph of its own/],
    ['reasons twice', { reasons: '{reasons}\n\n{reasons}' }, /Put \{reasons\} once/],
    ['no time for reconsideration', { closing: 'Good-bye.' }, /closing: Write \{reconsiderationUntil\}/],
    ['a time in figures', { closing: '60 days, {reconsiderationUntil}' }, /closing: Take times from the settings/],
    ['a time in words', { closing: 'Sixty days, {reconsiderationUntil}' }, /Take times from the settings/],
    ['a text too long', { opening: 'a'.repeat(2001) }, /opening: Shorten this to 2,000 characters/],
    ['a subject of two lines', { subject: 'One {reference}\nTwo' }, /subject: Write this on one line/],
    ['what cannot be kept', { opening: 'a\u0000b' }, /opening: Remove the character/],
    ['what is no text', { opening: 7 }, /opening: Enter text here/],
    ['a part that this letter has not', { money: 'None.' }, /money: This letter has no part of this name/],
  ])('with %s is refused', (_, change, message) => {
    const problems = wrong(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(message);
  });

  it('in another language may not fix a time either', () => {
    const es = firstLetter('APPROVE', 'es');
    expect(wrong({ money: 'Doce meses, hasta el {validUntil}.' }, es)).toHaveLength(1);
    expect(wrong({ money: 'Válida hasta el {validUntil}, dos veces.' }, es)).toEqual([]);
  });

  it('of an unknown kind or language, or of no shape, is refused', () => {
    expect(templateProblems({ kind: 'toString', language: 'en' }, {})).toMatchObject([{ path: 'kind' }]);
    expect(templateProblems({ kind: 'DEFER', language: 'constructor' }, {})).toMatchObject([{ path: 'language' }]);
    for (const blocks of [null, [], 'text'])
      expect(templateProblems({ kind: 'DEFER', language: 'en' }, blocks)).toMatchObject([{ path: 'blocks' }]);
  });

  it('of any text are taken whole or refused, and what is taken leaves no field unfilled', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.keys(LETTER_FIELDS).map((f) => `{${f}}`), '\n\n', ' ', '{x}', '{', '}'),
      fc.string({ maxLength: 12 }),
    );
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...FIRST_LETTERS), fc.nat(), text, (t, n, words) => {
        const all = letterBlocksOf(t.kind);
        const block = all[n % all.length]!;
        const blocks = { ...t.blocks, [block]: `${t.blocks[block]}${words}` };
        if (templateProblems(t, blocks).length > 0) return;
        const letter = sampleLetter({ ...t, blocks }, { date: '2027-03-01', clocks: DEFAULT_CLOCKS });
        expect(JSON.stringify(letter)).not.toMatch(/\{(reference|places|support|until|validUntil|grounds)\}/);
      }),
      { numRuns: 300 },
    );
  });

  it('what a case fills in is not read for fields again', () => {
    expect(filled('{places} {reference}', { places: '{reference}', reference: 'R' })).toBe('{reference} R');
  });

  it('names for each part only fields that have a value there', () => {
    for (const { kind } of FIRST_LETTERS)
      for (const block of letterBlocksOf(kind)) {
        const fields = letterFieldsOf(kind, block);
        expect(new Set(fields).size).toBe(fields.length);
        expect(fields.every((f: LetterField) => f in LETTER_FIELDS)).toBe(true);
      }
  });
});

describe('a new version', () => {
  const opening = 'We thank the country team for {reference}.';
  const letterFor = (kind: (typeof first)['kind'], language: Language) => {
    const t = firstLetter(kind, language);
    return { ...t, version: 4, blocks: { ...t.blocks, opening } satisfies LetterBlocks };
  };

  it.each(Object.keys(LANGUAGES) as Language[])(
    'is what letters are written from, and they name it: %s',
    (language) => {
      const c = aCase({ content: aContent({ language }), context: { letterFor } }).approved();
      const { letter } = lastDecision(c.facts)!;
      expect(letter).toMatchObject({ language, template: 4 });
      expect(letter.parts[0]).toEqual({ text: `We thank the country team for ${c.facts.ref}.` });
    },
  );

  it('leaves letters alone that were sent before', () => {
    const c = aCase().approved();
    expect(lastDecision(c.facts)!.letter.template).toBe(1);
  });
});

describe('the sample', () => {
  it('is of no country that there is, and shows both ways on after a refusal', () => {
    const at = { date: '2027-03-01', clocks: DEFAULT_CLOCKS };
    const once = JSON.stringify(sampleLetter(first, at));
    expect(once).toContain('Exampleland');
    expect(once).toContain('60 days, until 30 April 2027');
    expect(JSON.stringify(sampleLetter(first, { ...at, again: true }))).not.toContain('60 days');
  });
});
