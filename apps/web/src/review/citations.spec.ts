import { expect, it } from '@jest/globals';
import { citationIn } from '#domain';
import { annexLetter, segmentsOf, targetOf } from './citations.js';

it.each([
  ['3.2', 'p-3-2', ''],
  ['Paragraph 3.12', 'p-3-12', ''],
  ['§ 8.1, the table', 'p-8-1', 'the table'],
  ['3.2 “The letter names an adviser”', 'p-3-2', 'The letter names an adviser'],
  ['3.2: "in straight quotes"', 'p-3-2', 'in straight quotes'],
  ['4.1 « en français »', 'p-4-1', 'en français'],
  ['Annex B', 'annex-B', ''],
  ['annex b, comments of civil society', 'annex-B', ''],
  ['the minutes of June', null, ''],
  ['2014.06.12', null, ''],
  ['', null, ''],
])('“%s” points at %s', (text, target, quote) => {
  const citation = citationIn(text);
  expect(targetOf(citation)).toBe(target);
  expect(citation.quote).toBe(quote);
});

it('annexes are lettered from A, and go on after Z', () => {
  expect([0, 1, 25, 26, 27, 51, 52].map(annexLetter)).toEqual(['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});

it('words that are quoted are marked where they stand, whatever the line breaks', () => {
  const text = 'The letter\nnames an adviser. It is signed.';
  expect(segmentsOf(text, [{ quote: 'letter names an adviser', mark: 2 }])).toEqual([
    { text: 'The ' },
    { text: 'letter\nnames an adviser', mark: 2 },
    { text: '. It is signed.' },
  ]);
});

it('words that stand nowhere, overlap, or look like a pattern do no harm', () => {
  expect(segmentsOf('All of it', [{ quote: 'none', mark: 1 }])).toEqual([{ text: 'All of it' }]);
  expect(segmentsOf('All of it', [{ quote: '', mark: 1 }])).toEqual([{ text: 'All of it' }]);
  expect(segmentsOf('a (b) c', [{ quote: '(b)', mark: 3 }])[1]).toEqual({ text: '(b)', mark: 3 });
  const twice = segmentsOf('one two three', [
    { quote: 'one two', mark: 1 },
    { quote: 'two three', mark: 2 },
  ]);
  expect(twice.map((s) => s.text).join('')).toBe('one two three');
  expect(twice.filter((s) => s.mark)).toEqual([{ text: 'one two', mark: 1 }]);
});
