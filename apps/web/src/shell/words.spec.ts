import { describe, expect, it } from '@jest/globals';
import { bytes, date, dateTime, paragraphs, timeIn, words } from './words.js';

describe('dates in words', () => {
  it('are written as the style of the pages asks', () => {
    expect(date('2027-01-15')).toBe('15 January 2027');
    expect(date('2027-09-05', 'short')).toBe('5 Sep 2027');
    expect(date('2027-01-15', 'day')).toBe('15 Jan');
    expect(date('2027-04-01', 'month')).toBe('April 2027');
    expect(date('2027-09-01', 'day')).toBe('1 Sep');
  });
  it('name the zone beside a time', () => {
    expect(dateTime('2027-02-05T09:10:00Z')).toBe('5 February 2027, 09:10 UTC');
    expect(dateTime(new Date('2027-02-05T00:00:00Z'), 'short')).toBe('5 Feb 2027, 00:00 UTC');
  });
  it('are read by the clocks of who reads them, and say by which', () => {
    const at = new Date('2027-02-05T21:05:00Z');
    expect(timeIn('UTC', at)).toBe('5 February 2027, 21:05 UTC');
    expect(timeIn('Africa/Nairobi', at)).toBe('6 February 2027, 00:05 Nairobi time');
    expect(timeIn('America/New_York', at)).toBe('5 February 2027, 16:05 New York time');
  });
  it('leave alone what is no date', () => {
    expect(date('soon')).toBe('soon');
    expect(date(null)).toBe('');
    expect(dateTime(undefined)).toBe('');
  });
});

it('numbers to nine are written out', () => {
  expect(words(0)).toBe('no');
  expect(words(3)).toBe('three');
  expect(words(2, true)).toBe('Two');
  expect(words(12)).toBe('12');
});

it('sizes of files are for people', () => {
  expect(bytes(900)).toBe('900 bytes');
  expect(bytes(245_760)).toBe('240 KB');
  expect(bytes(5 * 1024 * 1024)).toBe('5 MB');
});

describe('paragraphs', () => {
  it('keep the breaks that a person typed', () => {
    expect(String(paragraphs('One\ntwo\r\n\r\nthree'))).toBe('<p dir="auto">One<br>two</p><p dir="auto">three</p>');
  });
  it('escape all markup', () => {
    expect(String(paragraphs('<img src=x onerror="a">'))).toBe(
      '<p dir="auto">&lt;img src=x onerror=&quot;a&quot;&gt;</p>',
    );
  });
  it('are none for an empty text', () => {
    expect(String(paragraphs(null))).toBe('');
    expect(String(paragraphs(' \n\n '))).toBe('');
  });
});
