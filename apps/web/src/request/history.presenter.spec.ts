import { expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { EVENT_TYPES } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { me, names, recordFor, seenBy } from '../../../../test/support/seen.js';
import { csvOf } from './csv.js';
import { historyRows } from './history-rows.js';
import { filterOfHistory, HISTORY_COLUMNS, historyPage, historyQuery, historyRow, KINDS } from './history.presenter.js';

const PERSON = '0190a000-0000-7000-8000-00000000000a';

it('every kind of step belongs to exactly one kind of the filter', () => {
  const all = Object.values(KINDS).flatMap((k) => [...k.events]);
  expect(all.sort()).toEqual([...EVENT_TYPES].sort());
});

it('reads the filter from the address and leaves out what is none', () => {
  const query = historyQuery({ kind: 'advice', person: PERSON.toUpperCase(), before: '12' });
  expect(filterOfHistory(query)).toEqual({ events: KINDS.advice.events, actorId: PERSON, before: 12 });
  expect(historyQuery({ kind: 'constructor', person: `${PERSON}'`, before: '-1' })).toEqual({});
  expect(historyQuery({ kind: ['advice'], before: '99999999999' })).toEqual({});
});

it('pages and chips keep the rest of the filter', () => {
  const it1 = aCase().recommended();
  const lines = recordFor(it1, 'desk').slice(0, 2);
  const page = historyPage({
    view: seenBy(it1, 'desk'),
    me: me(it1, 'desk'),
    query: { kind: 'scoring', person: PERSON, before: 40 },
    lines,
    older: true,
    people: [{ id: PERSON, name: 'Ada' }],
    names,
    today: '2027-03-02',
  });
  const base = '/requests/HRA-2027-0001/history';
  expect(page.filters.active).toEqual([
    { text: 'Scoring', href: `${base}?person=${PERSON}` },
    { text: 'Ada', href: `${base}?kind=scoring` },
  ]);
  expect(page.pager).toEqual({
    first: `${base}?kind=scoring&person=${PERSON}`,
    next: `${base}?kind=scoring&person=${PERSON}&before=${lines[1]!.seq}`,
  });
  expect(page.csv).toBe(`${base}?kind=scoring&person=${PERSON}&format=csv`);
});

it('the record as a table: nothing in it becomes a formula', async () => {
  const it1 = aCase().asked();
  const lines = recordFor(it1, 'office').map((l) =>
    l.event === 'ASK' ? { ...l, data: { question: { question: '=HYPERLINK("x")', section: null } } as never } : l,
  );
  const rows = lines.map((l) => historyRow(l, me(it1, 'office'), seenBy(it1, 'office')));
  const asked = rows[0]!;
  expect(asked.slice(1, 5)).toEqual(['2027-03-01 09:03:00', 'Question asked', 'OHCHR', '']);
  const csv = String(await buffer(await csvOf(HISTORY_COLUMNS, Readable.from(rows) as AsyncIterable<string[]>)));
  expect(csv.startsWith('\ufeffNumber,When (UTC),Step,By')).toBe(true);
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
});

it('a record has as many rows as lines, however long it is', async () => {
  const it1 = aCase();
  const [line] = recordFor(it1, 'office');
  const length = 12_345;
  const cases = {
    history: async (_view: unknown, _me: unknown, { before = length + 1, limit = 50 } = {}) =>
      Array.from({ length: Math.min(limit, before - 1) }, (_, i) => ({ ...line!, seq: before - 1 - i })),
  };
  const rows = historyRows(cases, seenBy(it1, 'office'), me(it1, 'office'), {});
  const csv = String(await buffer(await csvOf(HISTORY_COLUMNS, rows)))
    .trimEnd()
    .split('\r\n');
  expect([csv.length, csv[1]!.split(',')[0], csv.at(-1)!.split(',')[0]]).toEqual([length + 1, String(length), '1']);
});
