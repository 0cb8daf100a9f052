import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildCountries } from './countries.js';
import { FORMER_NAMES } from './former-names.js';
import { gazetteer } from './gazetteer.js';
import { readPresences } from './read-presences.js';
import { buildCountryRegions } from './regions.js';

const known = gazetteer(buildCountries(), FORMER_NAMES, buildCountryRegions());
const read = (...rows: string[]) =>
  readPresences(['year,region,country_or_post,code,note,source', ...rows].join('\n'), known);
const shipped = () =>
  readPresences(readFileSync(new URL('../../data/hra-presences-2010-2016.csv', import.meta.url), 'utf8'), known);

describe('the list of presences 2010-2016', () => {
  it('is taken whole: no row is rejected', () => {
    const { presences, rejected } = shipped();
    expect(rejected).toEqual([]);
    expect(presences).toHaveLength(59);
  });

  it('keeps posts without a single country', () => {
    const posts = shipped().presences.filter((presence) => presence.countries.length !== 1);
    expect(posts.map(({ year, post, countries, regionCode }) => [year, post, countries.join(), regionCode])).toEqual([
      [2016, 'regional-lac', '', 'lac'],
      [2015, 'regional-ap', '', 'ap'],
      [2016, 'regional-ap', '', 'ap'],
      [2014, 'south-caucasus', 'ARM,AZE,GEO', 'eca'],
      [2015, 'south-caucasus', 'ARM,AZE,GEO', 'eca'],
    ]);
  });

  it('reports what is doubtful, and stores the doubt with the row', () => {
    const { presences, notes } = shipped();
    const doubtful = presences.filter((presence) => presence.doubt).map(({ year, post }) => `${year} ${post}`);
    expect(doubtful).toEqual(['2016 regional-lac', '2014 MDV', '2015 TJK', '2015 MOZ']);
    expect(notes.filter((note) => note.doubt).map((note) => note.line)).toEqual([10, 18, 38, 45]);
  });

  it('finds a country under the name of its day', () => {
    const macedonia = shipped().presences.filter((presence) => presence.post === 'MKD');
    expect(macedonia.map((presence) => [presence.year, presence.listedAs, presence.doubt])).toEqual([
      [2014, 'the former Yugoslav Republic of Macedonia', null],
      [2015, 'the former Yugoslav Republic of Macedonia', null],
    ]);
  });

  it('tells under the framework, not under it, and not known apart', () => {
    const { presences } = shipped();
    const of = (post: string, year: number) => presences.find((p) => p.post === post && p.year === year);
    expect(of('TZA', 2015)).toMatchObject({ underFramework: true, national: false, regionCode: 'esa' });
    expect(of('KEN', 2015)).toMatchObject({ underFramework: false, national: false });
    expect(of('MDA', 2015)).toMatchObject({ underFramework: null, national: true });
    expect(of('MDV', 2014)).toMatchObject({ underFramework: null, code: 'F?' });
  });
});

describe('a row that does not fit', () => {
  it.each([
    ['2015,Africa,Atlantis,F,,S-X', '"Atlantis" is no country or post that is known here.'],
    ['9999,Africa,Kenya,F,,S-X', '"9999" is not a year from 1993 to 2099.'],
    ['2015,Antarctica,Kenya,F,,S-X', '"Antarctica" is not a region of the reports.'],
    ['2015,Africa,,F,,S-X', 'No country or post is named.'],
    ['2015,Africa,Kenya,X,,S-X', '"X" is not one of F, -, N, with or without a question mark.'],
    ['2015,Africa,Kenya,F,,', '"" is not the key of a source.'],
    ['2015,Africa,Kenya,F', '4 columns instead of 6.'],
    ['2015,Africa,Kenya,F,a\0b,S-X', 'Contains a control character.'],
    [`2015,Africa,${'x'.repeat(501)},F,,S-X`, 'A field is longer than 500 characters.'],
  ])('is reported with its line and the reason: %s', (row, reason) => {
    const { presences, rejected } = read('2015,Africa,Chad,-,,S-X', row);
    expect(presences).toHaveLength(1);
    expect(rejected).toEqual([expect.objectContaining({ line: 3, reason })]);
  });

  it('is reported once when it repeats an earlier row', () => {
    const { presences, rejected } = read('2015,Africa,Kenya,F,,S-X', '2015,Africa,kenya,-,,S-X');
    expect(presences).toHaveLength(1);
    expect(rejected[0]).toMatchObject({ line: 3, reason: expect.stringContaining('line 2 already') });
  });

  it('is the whole file when the header or the quoting is wrong', () => {
    expect(readPresences('country,year\nKenya,2015', known).rejected[0]?.reason).toContain('The first line must be');
    expect(readPresences('', known).rejected[0]?.reason).toContain('The first line must be');
    expect(read('2015,Africa,"Kenya,F,,S-X').rejected[0]?.reason).toContain('Not a readable CSV file');
  });
});

describe('a contradiction', () => {
  it.each([
    [['2019,Asia-Pacific,Sri Lanka,F,,S-A', '2020,Asia-Pacific,Sri Lanka,-,,S-B'], "with the framework's mark in 2019"],
    [['2015,Africa,Kenya,F,,S-A', '2015,Africa,Kenya,-,,S-B'], 'S-A gives the code "F" for the same year'],
    [['2014,Africa,Niger,-,closed Dec 2014,S-A', '2015,Africa,Niger,-,,S-B'], 'says that the post ended then'],
    [['2014,Africa,Kenya,-,,S-A', '2015,Americas,Kenya,-,,S-B'], 'Listed under Americas'],
    [['2014,Africa,Kenya,-,,S-A', '2022,Africa,Swaziland,-,,S-B'], 'was not the name of Eswatini in 2022'],
  ])('is kept and stored as a doubt: %j', (rows, doubt) => {
    const { presences, rejected } = read(...rows);
    expect(rejected).toEqual([]);
    expect(presences).toHaveLength(2);
    expect(presences[1]?.doubt).toContain(doubt);
  });
});
