import { expect, it } from '@jest/globals';
import type { PostCover, PostRow } from '#casework';
import { frameAround, segmentsOf } from './segments.js';

const TODAY = '2028-10-01';
const row = (more: Partial<PostRow> = {}): PostRow =>
  ({
    id: 'p',
    gap: null,
    gapFrom: null,
    gapUntil: null,
    emptySince: null,
    successorOn: null,
    expectedOn: null,
    endsOn: null,
    ...more,
  }) as PostRow;
const term = (from: string, until: string | null, more: Partial<PostCover> = {}): PostCover => ({
  deploymentId: 'p',
  kind: 'incumbency',
  name: 'R. Sokha',
  detail: null,
  from,
  until,
  plannedUntil: until,
  certainty: { from: 'day', until: 'day' },
  ...more,
});
const drawn = (given: PostRow, covers: PostCover[]) =>
  segmentsOf(given, covers, TODAY).map(({ kind, from, until }) => [kind, from, until]);

it('draws terms with the gap between them', () => {
  const covers = [term('2024-01-01', '2025-12-31'), term('2026-03-01', null, { plannedUntil: '2029-02-28' })];
  expect(drawn(row(), covers)).toEqual([
    ['past', '2024-01-01', '2025-12-31'],
    ['gap', '2026-01-01', '2026-02-28'],
    ['now', '2026-03-01', '2029-02-28'],
  ]);
});
it('draws no gap between terms that touch, nor between two years of which no more is known', () => {
  expect(drawn(row(), [term('2024-01-01', '2025-12-31'), term('2026-01-01', '2026-12-31')])).toHaveLength(2);
  const unsure = { certainty: { from: 'year', until: 'year' } } as const;
  expect(
    drawn(row(), [term('2012-01-01', '2012-01-01', unsure), term('2013-12-31', '2014-12-31', unsure)]),
  ).toHaveLength(2);
  expect(
    drawn(row(), [term('2011-01-01', '2011-12-31', unsure), term('2014-01-01', '2014-12-31', unsure)]),
  ).toHaveLength(3);
});
it('draws a term that has run out as far as its end, and nobody after it', () => {
  const late = row({ standing: 'ranOut', gap: 'ahead', gapFrom: TODAY, endsOn: '2028-08-31' });
  const covers = [term('2026-01-01', null, { plannedUntil: '2028-08-31' })];
  expect(drawn(late, covers)).toEqual([
    ['past', '2026-01-01', '2028-08-31'],
    ['gap', '2028-09-01', null],
  ]);
  expect(drawn({ ...late, gap: null, toEnd: true }, covers)[1]).toEqual(['gap', '2028-09-01', TODAY]);
  expect(drawn(row(), [term('2026-01-01', null, { plannedUntil: null })])).toEqual([['now', '2026-01-01', null]]);
});
it('draws a gap up to who comes, else up to who would come, else without an end', () => {
  const empty = row({ gap: 'now', emptySince: '2028-09-01', gapFrom: '2028-09-01' });
  expect(drawn(empty, [])).toEqual([['gap', '2028-09-01', null]]);
  expect(drawn({ ...empty, gapUntil: '2029-01-31', expectedOn: '2029-02-01' }, [])).toEqual([
    ['gap', '2028-09-01', '2029-01-31'],
    ['likely', '2029-02-01', null],
  ]);
  const coming = term('2029-01-10', null, { kind: 'successor' });
  const known = { ...empty, gapUntil: '2029-01-09', expectedOn: '2029-01-10', successorOn: '2029-01-10' };
  expect(drawn(known, [coming])).toEqual([
    ['gap', '2028-09-01', '2029-01-09'],
    ['next', '2029-01-10', null],
  ]);
});
it('draws nobody who did not come on the day', () => {
  const empty = row({ gap: 'now', emptySince: '2028-09-01', gapFrom: '2028-09-01', successorOn: '2028-09-20' });
  const late = term('2028-09-20', null, { kind: 'successor' });
  expect(drawn(empty, [late])).toEqual([['gap', '2028-09-01', null]]);
});
it('says how a gap is bridged', () => {
  const bridge = term('2028-09-05', '2028-12-31', { kind: 'bridge', detail: 'surge', name: 'A. Duarte' });
  const [, second] = segmentsOf(row({ gap: 'now', emptySince: '2028-09-01' }), [bridge], TODAY);
  expect(second).toMatchObject({ kind: 'bridge', label: 'Bridged by A. Duarte (Surge adviser)' });
});
it('shows some time around today, or as many years as are asked for', () => {
  expect(frameAround(TODAY, '')).toEqual({ from: '2027-04-01', to: '2030-12-01', today: TODAY });
  expect(frameAround(TODAY, '16')).toEqual({ from: '2016-10-01', to: '2032-10-01', today: TODAY });
});
