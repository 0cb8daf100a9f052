import { describe, expect, it } from '@jest/globals';
import type { ReadPost, ReadTerm, TableTime } from './presence-shapes.js';
import { presenceTable } from './presence-table.js';

const TODAY = '2027-03-01';
const on = (day: string): TableTime => ({ from: day, until: day, today: TODAY });
const inYear = (year: number): TableTime => ({ from: `${year}-01-01`, until: `${year}-12-31`, today: TODAY });
const term = (change: Partial<ReadTerm> = {}): ReadTerm => ({
  kind: 'incumbency',
  name: 'Somebody',
  detail: null,
  from: '2026-01-15',
  until: null,
  planned: '2028-01-14',
  fromCertainty: 'day',
  untilCertainty: 'day',
  ...change,
});
const post = (change: Partial<ReadPost> = {}): ReadPost => ({
  ref: 'DEP-2026-001',
  modality: 'inCountry',
  dutyStation: 'Nairobi',
  host: 'KEN',
  regions: ['esa'],
  history: false,
  marks: [],
  ending: null,
  terms: [term()],
  countries: [{ code: 'KEN', name: 'Kenya', notes: [] }],
  regionNames: ['Regional Collaborative Platform, Africa'],
  next: null,
  contradictions: [],
  ...change,
});
const table = (posts: ReadPost[], time: TableTime) => presenceTable({ posts, listed: [] }, time);
const notes = (change: Partial<ReadPost>, time: TableTime) => table([post(change)], time).footnotes.map((f) => f.text);

describe('a row', () => {
  it('has no note where everything is known and nothing happened', () => {
    const { rows, footnotes, advisers } = table([post()], on(TODAY));
    expect(rows).toMatchObject([{ region: 'africa', type: 'inCountry', location: 'Kenya', exact: true, marks: [] }]);
    expect([footnotes, advisers]).toEqual([[], 1]);
  });

  it('of a region goes by its name and city; one of several countries by its city and countries', () => {
    const countries = [
      { code: 'ARM', name: 'Armenia', notes: [] },
      { code: 'GEO', name: 'Georgia', notes: [] },
    ];
    const { rows } = table(
      [
        post({ modality: 'regional', host: null, countries: [] }),
        post({ modality: 'multiCountry', dutyStation: 'Tbilisi', host: 'GEO', regions: ['eca'], countries }),
        post({ modality: 'multiCountry', dutyStation: 'Not recorded', host: 'GEO', regions: ['eca'], countries }),
        post({ host: 'SDN', regions: ['arab'], countries: [{ code: 'SDN', name: 'Sudan', notes: [] }] }),
        post({ host: null, regions: [], regionNames: [], countries: [] }),
      ],
      on(TODAY),
    );
    expect(rows.map((r) => `${r.region}: ${r.location}`)).toEqual([
      'africa: Sudan',
      'africa: Regional Collaborative Platform, Africa (Nairobi)',
      'europe: Armenia, Georgia',
      'europe: Tbilisi: Armenia, Georgia',
      'null: Region not recorded (Nairobi)',
    ]);
  });

  it('that bridges a gap is no adviser in post', () => {
    const bridge = term({
      kind: 'bridge',
      name: 'East Africa Regional Office',
      detail: 'regionalOffice',
      from: '2026-07-01',
      until: '2026-10-31',
    });
    const found = table([post({ terms: [term({ until: '2026-06-30' }), bridge] })], inYear(2026));
    expect(found.rows.map((r) => r.type)).toEqual(['inCountry', 'bridge']);
    expect(found.advisers).toBe(1);
    expect(found.footnotes.map((f) => f.text)).toEqual([
      'Bridged by OHCHR regional office: East Africa Regional Office.',
    ]);
  });
});

describe('a term that has run out', () => {
  const late = { terms: [term({ planned: '2026-12-31' })] };
  const told = 'The agreed term ended on 31 December 2026; it is not recorded whether the adviser has left.';
  it('stays in the table with a footnote, and is not counted as an adviser in post', () => {
    const found = table([post(late)], on('2027-02-01'));
    expect(found.footnotes.map((f) => f.text)).toEqual([told]);
    expect([found.rows.length, found.advisers]).toEqual([1, 0]);
  });
  it('is counted for a year of which some days are sure', () => {
    expect(notes(late, inYear(2026))).toEqual([]);
    const found = table([post({ terms: [term({ planned: '2027-01-31' })] })], inYear(2027));
    expect([found.footnotes.length, found.advisers]).toEqual([1, 1]);
  });
});

describe('notes', () => {
  it('give the framework under the name that the group had', () => {
    const marks = [{ from: '2012-01-01', under: true }];
    expect(notes({ marks }, on('2016-01-01'))).toEqual([expect.stringContaining('(UNDG)')]);
    expect(notes({ marks }, on('2018-01-01'))).toEqual([expect.stringContaining('(UNSDG)')]);
    expect(notes({ marks: [...marks, { from: '2017-01-01', under: false }] }, on('2018-01-01'))).toEqual([]);
  });

  it('say how a post ended in the year, and what followed', () => {
    const ending = { reason: 'converted', conversion: 'nationalPost', text: 'Decided', on: '2026-06-30' };
    const next = { modality: 'national', from: '2026-08-01', certainty: 'day' } as const;
    const told = [
      'Closed on 30 June 2026: converted to another form of presence.',
      'Replaced by: national post.',
      'Followed by: National Human Rights Adviser, from 1 August 2026.',
    ];
    expect(notes({ ending, next }, inYear(2026))).toEqual(told);
    expect(notes({ ending, next }, on('2026-03-01'))).toEqual(told);
    expect(notes({ ending, next }, inYear(2025))).toEqual([]);
  });

  it('tell what is planned from what is', () => {
    expect(notes({}, on('2027-06-01'))).toEqual(['As it is planned today.']);
    expect(notes({ terms: [term({ kind: 'successor' })] }, on('2027-06-01'))).toEqual(['Expected; not in post yet.']);
  });

  it('name what countries were called, and what sources do not agree on', () => {
    const countries = [
      { code: 'XKX', name: 'Kosovo', notes: ['Kosovo is named in line with resolution 1244', 'Another'] },
    ];
    expect(notes({ countries }, on(TODAY))).toEqual([
      'Kosovo is named in line with resolution 1244',
      'Kosovo: Another',
    ]);
    const contradictions = [
      { kind: 'notInTable', words: 'Missing.', decision: null },
      { kind: 'notInTable', words: 'Missing.', decision: 'present' },
    ];
    expect(notes({ contradictions }, on(TODAY))).toEqual([
      'Sources do not agree: Missing.',
      'Sources did not agree: Missing. Settled: There was a presence in that year.',
    ]);
  });

  it('that many rows share stand once', () => {
    const year: Partial<ReadPost> = {
      terms: [term({ fromCertainty: 'year', untilCertainty: 'year' })],
      modality: 'national',
    };
    const found = table([post(year), post({ ...year, ref: 'DEP-2026-002' })], on(TODAY));
    expect(found.footnotes).toEqual([
      { mark: '†', text: 'Listed for the year; exact dates not known.' },
      { mark: '1', text: 'National adviser or officer.' },
    ]);
    expect(found.rows.map((r) => r.marks)).toEqual([
      ['†', '1'],
      ['†', '1'],
    ]);
  });
});
