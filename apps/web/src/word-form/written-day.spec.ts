import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateTyped, inPlainDigits } from '../shell/exchange.js';
import { dayInWords, writtenDay } from './written-day.js';

describe('a day as it is written', () => {
  it('is read back as that day in every language', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('en', 'fr', 'es'), (at, language) => {
        const iso = at.toISOString().slice(0, 10);
        expect(dayInWords(writtenDay(iso, language as 'en'))).toBe(iso);
      }),
    );
  });
  it.each([
    ['1 April 2027', '2027-04-01'],
    ['1st Apr. 2027', '2027-04-01'],
    ['1er avril 2027', '2027-04-01'],
    ['1º de abril del 2027', '2027-04-01'],
    ['5 DÉCEMBRE 2027', '2027-12-05'],
    ['2027-04-01', '2027-04-01'],
    ['01/04/2027', '2027-04-01'],
    ['1.4.2027', '2027-04-01'],
    ['١ ٤ ٢٠٢٧', '2027-04-01'],
    ['April 2027', 'April 2027'],
    ['31 Smarch 2027', '31 Smarch 2027'],
    ['soon', 'soon'],
    ['', ''],
  ])('“%s” is %s', (typed, day) => expect(dayInWords(typed)).toBe(day));
  it('may have the digits of Arabic or Persian', () => expect(inPlainDigits('١٢٨٬٠٠٠ ۹')).toBe('128٬000 9'));
  it('may have them where it is typed in three fields', () =>
    expect(dateTyped({ 'from-day': '٣', 'from-month': '۱۲', 'from-year': '٢٠٢٧' }, 'from')).toEqual({
      day: '3',
      month: '12',
      year: '2027',
    }));
  it('stays as it is where it is none', () =>
    expect([writtenDay('soon', 'fr'), writtenDay(undefined, 'fr')]).toEqual(['soon', '']));
});
