import type { BridgeKind, Day } from '#domain';
import { PLACE_NOT_RECORDED } from '../reference/past-posts.js';
import { PUBLISHED_FIGURES, type PublishedFigure } from './published-figures.js';
import { LISTED_REGIONS, REPORT_REGION_NAMES, reportRegionOf, type ReportRegion } from './report-regions.js';
import { FRAMEWORK_MARK, numbered, notesOf, YEAR_MARK, type Footnote, type Notes } from './presence-footnotes.js';
import {
  PRESENCE_TYPES,
  ranOutIn,
  type PresenceType,
  type ReadPost,
  type ReadPresences,
  type ReadTerm,
  type TableTime,
} from './presence-shapes.js';

const NO_ADVISER: readonly PresenceType[] = ['regionalOfficeCover', 'bridge'];

/** A presence as the table has it. */
export interface PresenceRow {
  ref: string;
  region: ReportRegion | null;
  type: PresenceType;
  /** As it was called on the day. */
  location: string;
  /** The city, where it is recorded. */
  dutyStation: string | null;
  countries: { code: string; name: string }[];
  regions: string[];
  framework: boolean;
  from: Day;
  until: Day | null;
  /** Whether the days themselves are known, or the year alone. */
  exact: boolean;
  marks: string[];
}
/** The table of a day or a year. */
export interface PresenceTable {
  from: Day;
  until: Day;
  rows: PresenceRow[];
  footnotes: Footnote[];
  counts: { type: PresenceType; count: number }[];
  /** Advisers in post, whatever their type; whose term had run out before the time of the table is not known to be there. */
  advisers: number;
  /** Posts that lists name before and after, and not for this time. */
  notListed: { ref: string; region: ReportRegion | null; location: string }[];
  /** Regions of the reports for which a list of this time was taken in. */
  listed: ReportRegion[];
  published: PublishedFigure[];
}
type Drawn = Omit<PresenceRow, 'marks'> & { notes: Notes; inDoubt: boolean };

let collator: Intl.Collator | undefined;
/** Made once, and only where there is something to compare: each would take longer than the comparison. */
const inEnglish = (): Intl.Collator => (collator ??= new Intl.Collator('en'));
const REGIONS = Object.keys(REPORT_REGION_NAMES);
const TYPES = Object.keys(PRESENCE_TYPES);
const BRIDGED_BY: Record<BridgeKind, string> = {
  regionalOffice: 'OHCHR regional office',
  neighbour: 'adviser of a neighbouring country',
  surge: 'surge adviser',
  agency: 'officer of an agency',
};

/** Puts what was read into the layout of OHCHR's reports: by region and type, with footnotes. */
export function presenceTable({ posts, listed }: ReadPresences, time: TableTime): PresenceTable {
  const drawn = posts.flatMap((post) => rowsOf(post, time)).sort(inOrder);
  const { footnotes, marksOf } = numbered(drawn.map(({ notes }) => notes));
  const rows = drawn.map(({ notes, inDoubt: _inDoubt, ...row }) => ({ ...row, marks: marksOf(notes) }));
  const counts = (TYPES as PresenceType[])
    .map((type) => ({ type, count: rows.filter((row) => row.type === type).length }))
    .filter(({ count }) => count > 0);
  return {
    from: time.from,
    until: time.until,
    rows,
    footnotes,
    counts,
    advisers: drawn.filter(({ type, inDoubt }) => !NO_ADVISER.includes(type) && !inDoubt).length,
    notListed: posts
      .filter((post) => post.terms.length === 0)
      .map((post) => ({ ref: post.ref, region: regionOf(post), location: locationOf(post) }))
      .sort((a, b) => inEnglish().compare(a.location, b.location)),
    listed: (Object.keys(REPORT_REGION_NAMES) as ReportRegion[]).filter((region) =>
      listed.some((name) => LISTED_REGIONS[name] === region),
    ),
    published: PUBLISHED_FIGURES.filter(({ on }) => on.slice(0, 4) === time.until.slice(0, 4)),
  };
}

const rank = (all: readonly string[], one: string | null): number => (one === null ? all.length : all.indexOf(one));
const inOrder = (a: Drawn, b: Drawn): number =>
  rank(REGIONS, a.region) - rank(REGIONS, b.region) ||
  rank(TYPES, a.type) - rank(TYPES, b.type) ||
  inEnglish().compare(a.location, b.location);

const regionOf = ({ regions, host, countries }: ReadPost): ReportRegion | null =>
  reportRegionOf(regions[0], host ?? countries[0]?.code ?? null);

function locationOf({ modality, dutyStation, countries, regionNames }: ReadPost): string {
  const city = dutyStation === PLACE_NOT_RECORDED ? '' : dutyStation;
  const names = countries.map((c) => c.name);
  if (modality === 'regional' || countries.length === 0)
    return [regionNames.join(', ') || 'Region not recorded', ...(city ? [`(${city})`] : [])].join(' ');
  if (countries.length === 1) return names[0]!;
  return city ? `${city}: ${names.join(', ')}` : names.join(', ');
}

/** A post that somebody holds and whose gap is bridged in the same year is two presences, one after the other. */
function rowsOf(post: ReadPost, time: TableTime): Drawn[] {
  const held = post.terms.filter((t) => t.kind !== 'bridge');
  const bridged = post.terms.filter((t) => t.kind === 'bridge');
  return [
    ...(held.length ? [rowOf(post, held, post.modality, time)] : []),
    ...(bridged.length ? [rowOf(post, bridged, 'bridge', time)] : []),
  ];
}

function rowOf(post: ReadPost, terms: ReadTerm[], type: PresenceType, time: TableTime): Drawn {
  const [first, last] = [terms[0]!, terms.at(-1)!];
  const exact = terms.every((t) => t.fromCertainty === 'day' && t.untilCertainty === 'day');
  const framework = post.marks.filter(({ from }) => from <= time.until).at(-1)?.under === true && type !== 'bridge';
  const by = BRIDGED_BY[last.detail as BridgeKind] ?? 'another cover';
  return {
    ref: post.ref,
    region: regionOf(post),
    type,
    location: locationOf(post),
    dutyStation: post.dutyStation === PLACE_NOT_RECORDED ? null : post.dutyStation,
    countries: post.countries.map(({ code, name }) => ({ code, name })),
    regions: post.regions,
    framework,
    from: first.from,
    until: last.until,
    exact,
    inDoubt: terms.every((t) => ranOutIn(t, time) && t.planned! < time.from),
    notes: {
      marks: [...(framework ? [FRAMEWORK_MARK] : []), ...(exact ? [] : [YEAR_MARK])],
      texts: type === 'bridge' ? [`Bridged by ${by}: ${last.name}.`] : notesOf(post, terms, time),
      on: time.until,
    },
  };
}
