import type { Conversion, EndingReason } from '#domain';
import type { RegionCode } from './regions.js';

/** An adviser's post that has no single country. */
export interface Post {
  code: string;
  /** As reports list it. */
  names: readonly string[];
  /** What it is for, after "Human Rights Adviser". */
  title: string;
  /** Countries covered; empty for a post that serves the whole region. */
  countries: readonly string[];
  region: RegionCode;
  /** The city, where a source names it. */
  dutyStation: string;
  /** The country of the duty station, where the post is one of several countries. */
  host: string | null;
}

/** Posts for several countries or a whole region that OHCHR's reports list. */
export const POSTS: readonly Post[] = [
  {
    code: 'south-caucasus',
    names: ['South Caucasus', 'South Caucasus (Tbilisi)', 'South Caucasus (Tbilisi: Armenia Azerbaijan Georgia)'],
    title: 'South Caucasus',
    countries: ['ARM', 'AZE', 'GEO'],
    region: 'eca',
    dutyStation: 'Tbilisi',
    host: 'GEO',
  },
  {
    code: 'barbados-oecs',
    names: ['Barbados/OECS', 'Barbados and OECS', 'Barbados and the OECS', 'Barbados/OECS (Bridgetown)'],
    title: 'Barbados and the Organisation of Eastern Caribbean States',
    countries: ['ATG', 'BRB', 'DMA', 'GRD', 'KNA', 'LCA', 'VCT'],
    region: 'lac',
    dutyStation: 'Bridgetown',
    host: 'BRB',
  },
  {
    code: 'regional-ap',
    names: ['Regional HRA Asia-Pacific', 'Regional HRA Asia-Pacific (Bangkok)'],
    title: 'Asia and the Pacific',
    countries: [],
    region: 'ap',
    dutyStation: 'Bangkok',
    host: null,
  },
  {
    code: 'regional-lac',
    names: ['Regional HRA Latin America and Caribbean'],
    title: 'Latin America and the Caribbean',
    countries: [],
    region: 'lac',
    dutyStation: '',
    host: null,
  },
];

/** Where sources contradict each other about a listing, beyond what the rows themselves show. */
export const KNOWN_DOUBTS: readonly {
  post: string;
  year: number;
  kind: 'otherSource' | 'notInTable';
  doubt: string;
}[] = [
  {
    post: 'MOZ',
    year: 2015,
    kind: 'otherSource',
    doubt: 'A later vacancy notice dates the first adviser to 2016, for one year.',
  },
  { post: 'TJK', year: 2015, kind: 'notInTable', doubt: 'Named in the text of the report and missing from its table.' },
];

interface KnownEnding {
  reason: EndingReason;
  conversion: Conversion | null;
  text: string;
}
const NO_FUNDS: KnownEnding = {
  reason: 'funds',
  conversion: null,
  text: 'Ended for lack of funds (report of the High Commissioner, A/HRC/34/3)',
};
/** What reports say of an end beyond the note in the list, by post and year. */
export const KNOWN_ENDINGS: Readonly<Record<string, KnownEnding>> = {
  'BGD 2016': NO_FUNDS,
  'TZA 2016': NO_FUNDS,
  'ZMB 2016': NO_FUNDS,
  'regional-ap 2016': NO_FUNDS,
  'regional-lac 2016': NO_FUNDS,
  'NIC 2010': {
    reason: 'converted',
    conversion: 'regionalCover',
    text: 'Afterwards an officer whom an agency paid, and cover by the regional office (OHCHR in the field: Americas, 2011)',
  },
};

/** The regions of OHCHR's reports, with the regional teams' areas that lie in them. */
export const REPORT_REGIONS: Readonly<Record<string, readonly RegionCode[]>> = {
  Africa: ['esa', 'wca', 'arab'],
  Americas: ['lac'],
  'Asia-Pacific': ['ap'],
  'Europe-Central Asia': ['eca'],
  'Middle East-North Africa': ['arab'],
};
