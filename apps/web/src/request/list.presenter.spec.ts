import { describe, expect, it } from '@jest/globals';
import type { ListRow } from '#casework';
import { calendarsOf } from '#domain';
import { names } from '../../../../test/support/seen.js';
import { listPage } from './list.presenter.js';
import { filterOfList, listAddress, listQuery } from './list-query.js';

const REGIONS = ['esa', 'eca'];
const parse = (asked: Record<string, unknown>) => listQuery(asked, REGIONS);
const aRow = (more: Partial<ListRow> = {}): ListRow => ({
  ref: 'HRA-2027-001',
  title: 'An adviser',
  countries: ['TZA'],
  regions: ['esa'],
  type: 'initial',
  track: 'ordinary',
  modality: 'inCountry',
  approvedModality: null,
  round: '2027-1',
  state: 'assessment',
  review: 'moderation',
  consultation: 'answered',
  version: 1,
  revision: 9,
  createdAt: new Date('2027-03-01T09:00:00Z'),
  submittedAt: new Date('2027-03-02T09:00:00Z'),
  changedAt: new Date('2027-03-03T09:00:00Z'),
  dueOn: '2027-03-10',
  holder: 'panelChair',
  station: 'CHE',
  ...more,
});
const draw = (asked: Record<string, unknown>, rows: ListRow[], more: Partial<Parameters<typeof listPage>[0]> = {}) =>
  listPage({
    ...parse(asked),
    page: { rows, next: null },
    total: { count: rows.length, more: false },
    regions: [{ code: 'esa', name: 'Eastern and Southern Africa' }],
    names,
    today: '2027-03-11',
    calendars: calendarsOf(),
    insider: true,
    starts: false,
    ...more,
  });

describe('the filters in the address', () => {
  it('are read, trimmed and given to the list', () => {
    const { query, unknown } = parse({
      q: ' upr ',
      region: 'esa',
      status: 'draft',
      type: 'initial',
      open: 'true',
      sort: 'oldest',
    });
    expect(unknown).toEqual([]);
    expect(filterOfList(query)).toEqual({
      q: 'upr',
      region: 'esa',
      status: 'draft',
      type: 'initial',
      open: true,
      sort: 'oldest',
    });
  });
  it.each([
    [{ status: 'nonsense' }, 'status “nonsense”'],
    [{ region: '\u0000' }, 'region “\u0000”'],
    [{ open: 'yes' }, 'open “yes”'],
    [{ type: ['initial', 'x'] }, undefined],
    [{ q: '!!!' }, 'word in “!!!”'],
  ])('what is no choice is named and not applied: %j', (asked, expected) => {
    const { query, unknown } = parse(asked);
    expect(unknown[0]).toBe(expected);
    expect([query.status, query.region, query.open, query.q]).toEqual(['', '', '', '']);
  });
  it('a place to go on from that is none begins at the start', () => {
    expect(parse({ after: '../../x' }).query.after).toBe('');
  });
  it('stay in every address of the page, but for the one that a chip removes', () => {
    const { query } = parse({ q: 'a b', status: 'draft', after: 'MTI' });
    expect(listAddress(query)).toBe('/requests?q=a+b&status=draft');
    expect(listAddress(query, { format: 'csv' })).toBe('/requests?q=a+b&status=draft&format=csv');
    const { filters } = draw({ q: 'a b', status: 'draft' }, []);
    expect(filters.active).toEqual([
      { text: '“a b”', href: '/requests?status=draft' },
      { text: 'Draft', href: '/requests?q=a+b' },
    ]);
  });
});

it('a row says where the request stands, with whom, and how late it is', () => {
  expect(draw({}, [aRow()]).rows[0]).toEqual({
    request: { text: 'Tanzania', href: '/requests/HRA-2027-001', note: 'HRA-2027-001' },
    what: { text: 'First request, in-country international adviser', note: '' },
    status: { text: 'Advice and scoring', tone: 'blue' },
    holder: 'Panel chair',
    due: { text: '1 working day late', tone: 'red' },
    submitted: aRow().submittedAt,
  });
  expect(draw({}, [aRow()], { insider: false }).rows[0]!.holder).toBe('OHCHR');
  expect(draw({}, [aRow({ dueOn: '2027-03-31' })]).rows[0]!.due).toEqual({ text: '31 Mar', tone: 'plain' });
  expect(draw({}, [aRow({ state: 'withdrawn', dueOn: null, holder: null })]).rows[0]).toMatchObject({
    holder: '',
    due: '',
  });
});

it('the count never claims more than was counted', () => {
  const rows = [aRow()];
  expect(draw({}, rows).filters.count).toBe('1 request shown.');
  expect(draw({}, rows, { total: { count: 23, more: false } }).filters.count).toBe('1 of 23 requests shown.');
  expect(draw({}, rows, { total: { count: 1000, more: true } }).filters.count).toBe(
    '1 of more than 1,000 requests shown.',
  );
});

it('an empty list says why, and what can be done', () => {
  expect(draw({ q: 'x' }, []).empty).toMatchObject({ text: 'No request fits these filters.' });
  expect(draw({}, [], { starts: true }).empty).toMatchObject({ link: { href: '/requests/new' } });
  expect(draw({}, []).empty).not.toHaveProperty('link');
});

it('pages go on from where the last one ended, and back to the start', () => {
  const { pager } = draw({ after: 'MTI', open: 'true' }, [aRow()], { page: { rows: [aRow()], next: 'OQ' } });
  expect(pager).toEqual({ first: '/requests?open=true', next: '/requests?open=true&after=OQ' });
});

it('a row names what was approved, and what was asked for where that is something else', () => {
  const what = (more: Partial<ListRow>) => draw({}, [aRow({ state: 'awaitingFunds', ...more })]).rows[0]!.what;
  expect(what({ approvedModality: 'multiCountry' })).toEqual({
    text: 'First request, multi-country adviser',
    note: 'Asked for: in-country international adviser',
  });
  expect(what({ approvedModality: 'inCountry' })).toEqual({
    text: 'First request, in-country international adviser',
    note: '',
  });
});
