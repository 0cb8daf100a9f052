import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildCountries } from './countries.js';
import { FORMER_NAMES } from './former-names.js';
import { gazetteer } from './gazetteer.js';
import { pastPosts, type PastPost } from './past-posts.js';
import { findContradictions } from './presence-contradictions.js';
import { readPresences } from './read-presences.js';
import { buildCountryRegions } from './regions.js';
import { settledPresences } from './settled-presences.js';

const countries = buildCountries();
const known = gazetteer(countries, FORMER_NAMES, buildCountryRegions());
const names = { countryName: (code: string) => countries.find((c) => c.code === code)!.nameEn };
const HEAD = 'year,region,country_or_post,code,note,source';
const shipped = readFileSync(new URL('../../data/hra-presences-2010-2016.csv', import.meta.url), 'utf8');

const presencesOf = (...rows: string[]) => readPresences([HEAD, ...rows].join('\n'), known).presences;
function posts(
  rows: string[] | string,
  settled: Record<string, string> = {},
  today = '2027-03-01',
): Map<string, PastPost> {
  const { presences } = readPresences(typeof rows === 'string' ? rows : [HEAD, ...rows].join('\n'), known);
  const told = pastPosts(settledPresences(presences, new Map(Object.entries(settled))), today, names);
  return new Map(told.map((post) => [post.key, post]));
}
const terms = (post: PastPost | undefined) => post?.incumbents.map(({ from, until }) => `${from} ${until}`);
const kenya = (year: number, code = '-', note = '', source = `S-${year}`) =>
  `${year},Africa,Kenya,${code},${note},${source}`;

describe('posts of the past', () => {
  it('join years that are listed one after another, and leave a gap where one is missing', () => {
    const told = posts([kenya(2011), kenya(2012), kenya(2014)]).get('KEN')!;
    expect(terms(told)).toEqual(['2011-01-01 2012-12-31', '2014-01-01 2014-12-31']);
    expect(told.incumbents[0]).toMatchObject({
      person: 'Name not recorded',
      certainty: { from: 'year', until: 'year' },
    });
    expect(told.ended).toEqual({
      reason: 'other',
      conversion: null,
      on: '2014-12-31',
      text: 'Last listed for 2014. No source at hand says what became of it.',
    });
  });

  it('end where the list says so, and begin again only after that', () => {
    const told = posts([kenya(2013), kenya(2014, '-', 'closed Jun 2014'), kenya(2015)]).get('KEN')!;
    expect(terms(told)).toEqual(['2013-01-01 2014-06-30', '2015-01-01 2015-12-31']);
  });

  it('go on where they are listed for the present year', () => {
    const told = posts([kenya(2026), kenya(2027)], {}, '2027-03-01').get('KEN')!;
    expect([terms(told), told.ended]).toEqual([['2026-01-01 null'], null]);
  });

  it('change their mark in the year in which the lists change it', () => {
    const told = posts([kenya(2011), kenya(2012, 'F'), kenya(2013, 'F?'), kenya(2014, 'F'), kenya(2015)]).get('KEN')!;
    expect(told.post.framework).toEqual([
      { from: '2011-01-01', under: false },
      { from: '2012-01-01', under: true },
      { from: '2015-01-01', under: false },
    ]);
  });

  it('name all their sources once', () => {
    expect(
      posts([kenya(2012, '-', '', 'S-B'), kenya(2011, '-', '', 'S-A'), kenya(2012, '-', '', 'S-A')]).get('KEN'),
    ).toMatchObject({
      origin: { kind: 'history', reference: 'S-A, S-B', requestId: null },
    });
  });
});

describe('the lists of 2010 to 2016', () => {
  const all = posts(shipped);
  const of = (key: string) => all.get(key)!;

  it('tell of 31 posts', () => {
    expect(all.size).toBe(31);
    expect([...all.values()].filter(({ ended }) => ended === null)).toEqual([]);
  });

  it('keep posts of several countries, of a region and of national officers apart', () => {
    expect(of('south-caucasus').post).toMatchObject({
      modality: 'multiCountry',
      title: 'Human Rights Adviser, South Caucasus',
      host: 'GEO',
      dutyStation: 'Tbilisi',
      coverage: ['ARM', 'AZE', 'GEO'].map((country) => ({ country, from: '2014-01-01', until: null })),
    });
    expect(of('regional-ap').post).toMatchObject({
      modality: 'regional',
      title: 'Regional Human Rights Adviser, Asia and the Pacific',
      host: null,
      dutyStation: 'Bangkok',
      coverage: [],
      regions: ['ap'],
    });
    expect([of('MDA').post.modality, of('MDA national').post.modality]).toEqual(['inCountry', 'national']);
    expect(of('MDA national').post.title).toBe('National Human Rights Adviser, Republic of Moldova');
  });

  it('know of terms before the lists begin, and when an adviser came', () => {
    expect(terms(of('MDV'))).toEqual(['2007-01-01 2008-12-31', '2012-11-01 2014-12-31']);
  });

  it.each([
    [
      'TZA',
      '2016-06-30',
      'funds',
      null,
      'Closed Jun 2016. Ended for lack of funds (report of the High Commissioner, A/HRC/34/3).',
    ],
    ['regional-lac', '2016-12-31', 'funds', null, expect.stringContaining('Discontinued 2016')],
    ['NIC', '2010-12-31', 'converted', 'regionalCover', expect.stringContaining('cover by the regional office')],
    ['NER', '2014-12-31', 'other', null, 'Discontinued during 2014 (S-FA14).'],
    ['HND', '2012-12-31', 'other', null, expect.stringMatching(/^Last listed for 2012/)],
  ])('%s ended on %s: %s', (key, on, reason, conversion, text) => {
    expect(of(key).ended).toEqual({ reason, conversion, on, text });
  });
});

describe('contradictions', () => {
  it('of the lists of 2010 to 2016, for a person to settle', () => {
    const { presences } = readPresences(shipped, known);
    expect(findContradictions(presences).map((c) => `${c.key}: ${c.words}`)).toEqual([
      'uncertainMark regional-lac 2016 S-HC34: The code "F?" is uncertain in the list itself.',
      'uncertainMark MDV 2014 S-FA14: The code "F?" is uncertain in the list itself.',
      "mark MDV 2012 2013 S-AP12 S-AP13: Listed without the framework's mark in 2012 and with it in 2013.",
      'form MDA 2014 2015 S-EC14 S-EC15: Listed as an international adviser in 2014 and as a national officer in 2015.',
      'notInTable TJK 2015 S-EC15: Named in the text of the report and missing from its table.',
      'otherSource MOZ 2015 S-AF15: A later vacancy notice dates the first adviser to 2016, for one year.',
    ]);
  });

  it.each<[string, string[], string, (told: Map<string, PastPost>) => unknown, unknown]>([
    [
      'mark KEN 2019 2020 S-2019 S-2020',
      [kenya(2019, 'F'), kenya(2020)],
      'earlier',
      (p) => p.get('KEN')!.post.framework,
      [{ from: '2019-01-01', under: true }],
    ],
    [
      'mark KEN 2019 2020 S-2019 S-2020',
      [kenya(2019, 'F'), kenya(2020)],
      'later',
      (p) => p.get('KEN')!.post.framework,
      [{ from: '2019-01-01', under: false }],
    ],
    [
      'mark KEN 2019 2020 S-2019 S-2020',
      [kenya(2019, 'F'), kenya(2020)],
      'unknown',
      (p) => p.get('KEN')!.post.framework.length,
      2,
    ],
    [
      'form KEN 2014 2015 S-2014 S-2015',
      [kenya(2014), kenya(2015, 'N')],
      'converted',
      (p) => p.get('KEN')!.ended,
      expect.objectContaining({ reason: 'converted', conversion: 'nationalPost', on: '2014-12-31' }),
    ],
    ['form KEN 2014 2015 S-2014 S-2015', [kenya(2014), kenya(2015, 'N')], 'earlier', (p) => [...p.keys()], ['KEN']],
    [
      'form KEN 2014 2015 S-2014 S-2015',
      [kenya(2014), kenya(2015, 'N')],
      'later',
      (p) => [...p.keys()],
      ['KEN national'],
    ],
    [
      'form KEN 2014 2015 S-2014 S-2015',
      [kenya(2014), kenya(2015, 'N')],
      'both',
      (p) => [...p.keys()],
      ['KEN', 'KEN national'],
    ],
    [
      'uncertainMark KEN 2014 S-2014',
      [kenya(2014, 'F?')],
      'with',
      (p) => p.get('KEN')!.post.framework,
      [{ from: '2014-01-01', under: true }],
    ],
    [
      'uncertainMark KEN 2014 S-2014',
      [kenya(2014, 'F?')],
      'without',
      (p) => p.get('KEN')!.post.framework,
      [{ from: '2014-01-01', under: false }],
    ],
    [
      'sources KEN 2014 S-A S-B',
      [kenya(2014, 'F', '', 'S-A'), kenya(2014, '-', '', 'S-B')],
      'first',
      (p) => p.get('KEN')!.origin.reference,
      'S-A',
    ],
    [
      'sources KEN 2014 S-A S-B',
      [kenya(2014, 'F', '', 'S-A'), kenya(2014, '-', '', 'S-B')],
      'second',
      (p) => p.get('KEN')!.origin.reference,
      'S-B',
    ],
    ['notInTable TJK 2015 S-X', ['2015,Europe-Central Asia,Tajikistan,-,,S-X'], 'absent', (p) => p.size, 0],
    ['otherSource MOZ 2015 S-X', ['2015,Africa,Mozambique,F,,S-X'], 'absent', (p) => p.size, 0],
    ['otherSource MOZ 2015 S-X', ['2015,Africa,Mozambique,F,,S-X'], 'present', (p) => p.size, 1],
    [
      'closedAndListed KEN 2014 2015 S-2014 S-2015',
      [kenya(2014, '-', 'closed'), kenya(2015)],
      'reopened',
      (p) => terms(p.get('KEN'))?.length,
      2,
    ],
    [
      'closedAndListed KEN 2014 2015 S-2014 S-2015',
      [kenya(2014, '-', 'closed'), kenya(2015)],
      'notClosed',
      (p) => terms(p.get('KEN')),
      ['2014-01-01 2015-12-31'],
    ],
    [
      'closedAndListed KEN 2014 2015 S-2014 S-2015',
      [kenya(2014, '-', 'closed'), kenya(2015)],
      'notListed',
      (p) => terms(p.get('KEN')),
      ['2014-01-01 2014-12-31'],
    ],
  ])('“%s” of %j settled as “%s”', (key, rows, choice, what, expected) => {
    expect(findContradictions(presencesOf(...rows)).map((c) => c.key)).toContain(key);
    expect(what(posts(rows, { [key]: choice }))).toEqual(expected);
  });
});
