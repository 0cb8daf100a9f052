import { describe, expect, it } from '@jest/globals';
import type { PostRow, RequestedPoint } from '#casework';
import type { Assignment } from '#domain';
import { countOfBoth, countriesTable, offMap, placesOf, postsMap, regionShown, requestLinks } from './map.presenter.js';
import type { PostsQuery } from './posts-query.js';

const REGIONS: Record<string, string> = { MWI: 'esa', ZMB: 'esa', TZA: 'esa', PER: 'lac' };
const names = { countryName: (code: string) => `Land ${code}`, regionName: (code: string) => `Region ${code}` };
const regionOf = (code: string) => REGIONS[code] ?? null;
const query = (more: Partial<PostsQuery> = {}) => ({ region: '', ...more }) as PostsQuery;
const given = { names, today: '2027-03-01', query: query(), tab: 'map' as const };
const held = (host: string, more: Partial<PostRow & { posts: number }> = {}) =>
  ({
    ref: `DEP-${host}`,
    host,
    posts: 1,
    state: 'inPost',
    standing: 'now',
    gap: null,
    endsOn: '2028-06-30',
    bridge: null,
    ...more,
  }) as PostRow & { posts: number };
const asked = (country: string, requests = 1): RequestedPoint => ({
  ref: `HRA-${country}`,
  country,
  countries: [country],
  regions: ['esa'],
  state: 'screening',
  requests,
});
const empty = held('ZMB', { state: 'vacant', standing: 'gap', gap: 'now', emptySince: '2027-02-01', posts: 2 });
const places = placesOf([empty, held('MWI')], [asked('MWI'), asked('TZA')]);
const drawn = { region: '', onLand: { ZMB: [50, 60], MWI: [52, 60], TZA: [53, 55] } as never, endingMonths: 'six' };

describe('the places of a map', () => {
  it('are countries with posts, as urgent as they are, before those that only ask', () => {
    expect(places.map(({ country, post, request }) => [country, post?.ref, request?.ref])).toEqual([
      ['ZMB', 'DEP-ZMB', undefined],
      ['MWI', 'DEP-MWI', 'HRA-MWI'],
      ['TZA', undefined, 'HRA-TZA'],
    ]);
  });

  it('lead to the post or to the request, to a list where there are several, and say both', () => {
    const { points } = postsMap(places, drawn, given);
    expect(points.map(({ mark, href, text, labelled }) => [mark, href, text, labelled])).toEqual([
      ['gap', '/deployments/table?country=ZMB', 'Post empty since 1 Feb; 2 posts', true],
      ['now', '/deployments/DEP-MWI', 'In post to Jun 2028; request HRA-MWI, completeness check', false],
      ['starting', '/requests/HRA-TZA', 'request HRA-TZA, completeness check', false],
    ]);
    const { rows } = countriesTable(places, 10, given);
    expect(rows.map(({ country, posts, requests }) => [country.href, posts, requests])).toEqual([
      ['/deployments/table?country=ZMB', '2', '0'],
      ['/deployments/DEP-MWI', '1', { text: '1', href: '/requests/HRA-MWI' }],
      ['/requests/HRA-TZA', '0', '1'],
    ]);
    expect(requestLinks([asked('TZA'), asked('PER', 3)], names)).toEqual([
      { text: 'Land TZA', href: '/requests/HRA-TZA', note: 'Completeness check' },
      { text: 'Land PER', href: '/requests?country=PER&open=true', note: 'three requests' },
    ]);
  });

  it('have their names in a region, where there is room, and the table no column for what there is none of', () => {
    const map = postsMap(places, { ...drawn, region: 'esa' }, given);
    expect(map.points.every((point) => point.labelled)).toBe(true);
    expect(map.caption).toMatch(/^Region esa\. /);
    const { columns } = countriesTable(placesOf([empty], []), 10, given);
    expect(columns.map((c) => c.key)).toEqual(['country', 'posts', 'note']);
  });

  it('are counted with the posts, and what has no point is said', () => {
    expect(countOfBoth(3, [asked('MWI'), asked('TZA', 2)])).toBe('3 posts and 3 requests under way.');
    expect(countOfBoth(1, [])).toBe('1 post.');
    expect(countOfBoth(0, [])).toBe('');
    expect(offMap(3, places, drawn.onLand)).toBe('');
    expect(offMap(4, places, drawn.onLand)).toMatch(/^One post has no point here/);
  });
});

describe('the region of a map', () => {
  const assignment = (role: Assignment['role'], regions: string[], countries: string[] = []): Assignment => ({
    role,
    regions,
    countries,
  });
  it.each<[string, string, string, Assignment[]]>([
    ['the one that is asked for', 'lac', 'lac', [assignment('auditor', [])]],
    ['that of a regional team', '', 'esa', [assignment('regionalTeam', ['esa'])]],
    [
      'that of the countries of a Resident Coordinator',
      '',
      'esa',
      [assignment('residentCoordinator', [], ['MWI', 'ZMB'])],
    ],
    ['none for who has several', '', '', [assignment('deskOfficer', ['esa', 'lac'])]],
    ['none for who sees all', '', '', [assignment('regionalTeam', ['esa']), assignment('approver', [])]],
    [
      'that of the work at a desk, whatever is reviewed beside it',
      '',
      'lac',
      [assignment('deskOfficer', ['lac']), assignment('reviewer', ['esa'])],
    ],
    ['that of the post of an adviser', '', 'esa', [assignment('adviser', [])]],
  ])('is %s', (_, region, shown, assignments) => {
    expect(regionShown(query({ region }), assignments, places, regionOf)).toBe(shown);
  });
});
