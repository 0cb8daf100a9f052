import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, type RequestEventType } from '#domain';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { anEvent } from '../../../../libs/domain/test/events.js';
import { recordFor } from '../../../../test/support/seen.js';
import { ENTRY_WORDS, entryWords } from './entry-words.js';
import { historyItems } from './history-items.js';

const told = (it: CaseBuilder, part: Parameters<typeof recordFor>[1] = 'auditor') =>
  recordFor(it, part).map((l) => ({ event: l.event, ...entryWords(l) }));
const textOf = (it: CaseBuilder, event: RequestEventType) => told(it).find((l) => l.event === event)?.text;

it('every kind of entry has words of its own', () => {
  expect(Object.keys(ENTRY_WORDS).sort()).toEqual([...EVENT_TYPES].sort());
  const words = Object.values(ENTRY_WORDS).map((w) => w.done);
  expect(new Set(words).size).toBe(words.length);
});

it('an entry whose data the reader may not see has a title and no text', () => {
  for (const event of EVENT_TYPES) expect(() => entryWords({ event, data: {} })).not.toThrow();
  expect(entryWords({ event: 'SCORE', data: {} })).toEqual({ title: 'Scores finished', text: null });
});

it('an entry of a kind that is not known is shown by its name', () => {
  expect(entryWords({ event: 'LATER' as never, data: {} })).toEqual({ title: 'LATER', text: null });
});

describe('the words of what was said', () => {
  it('a return lists grounds and items with their section', () => {
    expect(textOf(aCase().returned(), 'RETURN')).toBe(
      'The cost table does not add up\nSection 8: The table of costs does not add up.',
    );
  });
  it('a withdrawal says its code and its reason', () => {
    expect(textOf(aCase().withdrawn(), 'WITHDRAW')).toBe('The need has passed. Another office covers the need.');
  });
  it('a change names what it touched, and nothing that was written', () => {
    const it = aCase().send('office', {
      type: 'EDIT',
      patch: { title: 'Other', durationMonths: 6, sections: { context: 'Secret', ownership: { whoAskedFirst: 'x' } } },
    });
    expect(textOf(it, 'EDIT')).toBe('Two sections, title and details changed.');
  });
  it('a conflict says what it is', () => {
    const it = aCase()
      .appointed()
      .send('amina', { type: 'DECLARE', conflict: { declared: true, kind: 'drafted', reason: 'I wrote it.' } });
    expect(textOf(it, 'DECLARE')).toBe('A conflict of interest: I drafted or advised on this request. I wrote it.');
  });
  it('advice, recommendation and decision say what they come to', () => {
    const it = aCase().declined();
    expect(textOf(it, 'ADVISE')).toBe('Supports the request.');
    expect(textOf(it, 'RECOMMEND')).toBe('Approve with conditions: in-country international adviser.');
    expect(textOf(it, 'DECLINE')).toBe('Sustainability is not shown.');
  });
});

it('the country’s side is not told who asked, nor how anybody scored', () => {
  const it = aCase().asked('chair');
  const items = (part: 'office' | 'desk') => historyItems(recordFor(it, part), it.cast[part], it.facts);
  expect(items('office').find((i) => i.title === 'Question asked')?.by).toBe('OHCHR');
  expect(items('desk').find((i) => i.title === 'Question asked')?.by).toBe('Person chair');
  expect(told(aCase().revealed(), 'office').map((l) => l.event)).not.toContain('SCORE');
});

it('long texts are cut at a word where a summary is wanted', () => {
  const it = aCase().send('office', anEvent('ABANDON', { facts: null }));
  const lines = recordFor(it, 'office').map((l) => ({ ...l, data: { reason: 'word '.repeat(100) } as never }));
  const [item] = historyItems(lines, it.cast.office, it.facts, 20);
  expect(item!.text).toBe('word word word word …');
});

it('what one person saved in one go is one step of the history, and every other step stands', () => {
  const it = aCase();
  for (const title of ['One', 'Two', 'Three']) it.send('office', { type: 'EDIT', patch: { title } });
  it.send('coordinator', { type: 'EDIT', patch: { title: 'Four' } });
  const lines = recordFor(it, 'office');
  const items = historyItems(lines, it.cast.office, it.facts);
  expect(items.map(({ title, text }) => [title, text])).toEqual([
    ['Draft changed', 'Title changed.'],
    ['Draft changed', expect.stringMatching(/^Title changed\. Saved three times since \d\d:\d\d UTC\.$/)],
    ['Draft started', expect.anything()],
  ]);
  expect(lines.filter(({ event }) => event === 'EDIT')).toHaveLength(4);
});
