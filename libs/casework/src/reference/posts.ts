import type { RegionCode } from './regions.js';

/** An adviser's post that has no single country. */
export interface Post {
  code: string;
  /** As reports list it. */
  names: readonly string[];
  /** Countries covered; empty for a post that serves the whole region. */
  countries: readonly string[];
  region: RegionCode;
}

/** Posts for several countries or a whole region that OHCHR's reports list. */
export const POSTS: readonly Post[] = [
  {
    code: 'south-caucasus',
    names: ['South Caucasus', 'South Caucasus (Tbilisi)', 'South Caucasus (Tbilisi: Armenia Azerbaijan Georgia)'],
    countries: ['ARM', 'AZE', 'GEO'],
    region: 'eca',
  },
  {
    code: 'regional-ap',
    names: ['Regional HRA Asia-Pacific', 'Regional HRA Asia-Pacific (Bangkok)'],
    countries: [],
    region: 'ap',
  },
  {
    code: 'regional-lac',
    names: ['Regional HRA Latin America and Caribbean'],
    countries: [],
    region: 'lac',
  },
];

/** Where sources contradict each other about a listing, beyond what the rows themselves show. */
export const KNOWN_DOUBTS: readonly { post: string; year: number; doubt: string }[] = [
  { post: 'MOZ', year: 2015, doubt: 'A later vacancy notice dates the first adviser to 2016, for one year.' },
  { post: 'TJK', year: 2015, doubt: 'Named in the text of the report and missing from its table.' },
];

/** The regions of OHCHR's reports, with the regional teams' areas that lie in them. */
export const REPORT_REGIONS: Readonly<Record<string, readonly RegionCode[]>> = {
  Africa: ['esa', 'wca', 'arab'],
  Americas: ['lac'],
  'Asia-Pacific': ['ap'],
  'Europe-Central Asia': ['eca'],
  'Middle East-North Africa': ['arab'],
};
