import { expect, it } from '@jest/globals';
import type { PostRow } from '#casework';
import { lengthOf, noteOf } from './post-words.js';

const TODAY = '2028-10-01';
const row = (more: Partial<PostRow>): PostRow =>
  ({
    state: 'inPost',
    standing: 'now',
    gap: null,
    recruitment: 'idle',
    endsOn: '2029-12-31',
    emptySince: null,
    successorOn: null,
    expectedOn: null,
    gapFrom: null,
    gapUntil: null,
    toEnd: false,
    bridge: null,
    ...more,
  }) as PostRow;

it.each<[string, Partial<PostRow>, unknown]>([
  ['all is well', {}, 'In post to Dec 2029'],
  ['no end is agreed', { endsOn: null }, 'In post, no end agreed'],
  [
    'the end has passed',
    { standing: 'ranOut', endsOn: '2028-09-03' },
    { text: 'Term has run out, 3 Sep', tone: 'red' },
  ],
  ['a successor is late', { successorOn: '2028-09-20' }, { text: 'Successor was due 20 Sep', tone: 'amber' }],
  [
    'nobody came',
    { standing: 'starting', successorOn: '2028-09-20' },
    { text: 'Was due 20 Sep, not arrived', tone: 'red' },
  ],
  ['the post ends', { endsOn: '2029-03-31', toEnd: true }, { text: 'Post ends 31 Mar', tone: 'amber' }],
  [
    'the end is near',
    { standing: 'ending', gap: 'ahead', endsOn: '2029-01-31', gapFrom: '2029-02-01' },
    { text: 'Ends in 4 months', tone: 'amber' },
  ],
  [
    'a gap is to be seen',
    { gap: 'ahead', gapFrom: '2029-02-01', gapUntil: '2029-04-30' },
    { text: 'Gap of 3 months ahead', tone: 'amber' },
  ],
  ['nobody follows', { gap: 'ahead', gapFrom: '2030-01-01' }, 'In post to Dec 2029, no successor yet'],
  ['somebody follows', { successorOn: '2030-01-01' }, 'Successor from 1 Jan 2030'],
  ['the post is empty', { standing: 'gap', emptySince: '2028-09-01' }, { text: 'Post empty since 1 Sep', tone: 'red' }],
  [
    'it is bridged',
    { standing: 'gap', emptySince: '2028-09-01', bridge: { kind: 'surge', by: 'A', until: '2028-12-31' } },
    { text: 'Bridged to 31 Dec', tone: 'amber' },
  ],
  ['somebody comes', { standing: 'starting', successorOn: '2028-11-01' }, { text: 'Starts 1 Nov', tone: 'blue' }],
  [
    'somebody is sought',
    { standing: 'starting', recruitment: 'shortlisting' },
    { text: 'Candidates being shortlisted', tone: 'blue' },
  ],
  ['it has ended', { standing: 'ended' }, 'Ended'],
])('what to know when %s', (_, more, note) => {
  expect(noteOf(row(more), TODAY)).toEqual(note);
});

it.each([
  [1, '1 day'],
  [14, '14 days'],
  [30, '1 month'],
  [92, '3 months'],
  [1100, '3 years'],
])('%i days are %s', (days, text) => expect(lengthOf(days)).toBe(text));
