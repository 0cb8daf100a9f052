import type { AdviserLoad, Load, Workload } from '#casework';
import { listed, plural, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';
import { RAN_OUT_WORDS } from './post-words.js';
import { filtersOf, postsAddress, type PostsQuery } from './posts-query.js';

/** One line of a workload: the bar beside a figure is against the largest of its group. */
interface Line {
  name: string;
  note: string;
  href: string;
  countries: number;
  posts: number;
  most: number;
  label: string;
  ranOut: number;
  empty: number;
  ending: number;
}

function lines(loads: readonly Load[], of: (load: Load) => Pick<Line, 'name' | 'note' | 'href'>): Line[] {
  const most = Math.max(1, ...loads.map((load) => load.countries));
  return loads.map((load) => ({
    ...of(load),
    countries: load.countries,
    posts: load.posts,
    most,
    label: `${load.countries} ${plural(load.countries, 'country', 'countries')}`,
    ranOut: load.ranOut,
    empty: load.empty,
    ending: load.ending,
  }));
}

const daysOf = ({ countries, days }: AdviserLoad, names: Names): string =>
  countries.map((code) => `${names.countryName(code)}${days[code] ? ` (${days[code]} days a month)` : ''}`).join(', ');

/** How much of a table is shown, where that is not all of it. */
const shown = (loads: readonly { of: number }[]): string => {
  const all = loads[0]?.of ?? 0;
  return all > loads.length ? `${loads.length} of ${all.toLocaleString('en-GB')}` : '';
};

/** Three tables of the same posts: who looks after how many, most first. */
export function workloadPage({ officers, regions, advisers }: Workload, query: PostsQuery, names: Names) {
  const filters = filtersOf(query);
  return {
    ranOutWords: RAN_OUT_WORDS,
    notes: { officers: shown(officers), regions: shown(regions), advisers: shown(advisers) },
    officers: lines(officers, (load) => ({
      name: load.name,
      note: load.regions.length ? listed(load.regions.map((r) => names.regionName(r))) : 'All regions',
      href: load.regions.length === 1 ? postsAddress('table', filters, { region: load.regions[0]! }) : '',
    })),
    regions: lines(regions, (load) => ({
      name: names.regionName(load.key),
      note: '',
      href: postsAddress('table', filters, { region: load.key }),
    })),
    advisers: {
      caption: 'Advisers, those with the most countries first',
      columns: [
        { key: 'adviser', text: 'Adviser' },
        { key: 'countries', text: 'Countries' },
        { key: 'number', text: 'Number', numeric: true },
        { key: 'ends', text: 'In post to', numeric: true },
      ],
      rows: advisers.map((load) => ({
        adviser: { text: load.name, href: paths.deployment(load.ref), note: load.ref },
        countries: daysOf(load, names),
        number: String(load.countries.length),
        ends: load.endsOn ? date(load.endsOn, 'short') : '',
      })),
    },
  };
}
