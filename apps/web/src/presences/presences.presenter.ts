import {
  PRESENCE_TYPES,
  REPORT_REGION_NAMES,
  type Asked,
  type PresenceRow,
  type PresenceTable,
  type PresenceType,
  type ReportRegion,
} from '#casework';
import { keysFor, type Actor, type Day } from '#domain';
import { paths } from '../shell/paths.js';
import type { PageContext } from '../shell/views.js';
import { date } from '../shell/words.js';
import { addressOf } from './asked.js';

/** A region of the table: each type of presence with its places. */
export interface RegionBlock {
  id: string;
  name: string;
  types: { name: string; places: { href: string; name: string; marks: string }[] }[];
}

/** The first year of which a list tells. */
const FIRST_YEAR = 2007;
const REGION_UNKNOWN = 'Region not recorded';
const nameOf = (region: ReportRegion | null): string => (region ? REPORT_REGION_NAMES[region] : REGION_UNKNOWN);
const marksIn = ({ marks }: PresenceRow): string => marks.join(' ');

/** What the table is about, in words. */
export const timeInWords = (asked: Asked): string => ('on' in asked ? `on ${date(asked.on)}` : `in ${asked.year}`);

/** The rows in the layout of the reports; the same for page and Word. */
export function regionBlocks({ rows }: PresenceTable): RegionBlock[] {
  return [...new Set(rows.map((r) => r.region))].map((region) => {
    const here = rows.filter((r) => r.region === region);
    return {
      id: region ?? 'unknown',
      name: nameOf(region),
      types: [...new Set(here.map((r) => r.type))].map((type) => ({
        name: PRESENCE_TYPES[type],
        places: here
          .filter((r) => r.type === type)
          .map((r) => ({ href: paths.deployment(r.ref), name: r.location, marks: marksIn(r) })),
      })),
    };
  });
}

const listOf = (names: string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** What the table rests on: no list is no proof of absence. */
export function restsOn({ listed, rows, until }: PresenceTable, today: Day): string[] {
  if (until >= today && rows.every((r) => r.exact)) return [];
  const year = until.slice(0, 4);
  return [
    listed.length
      ? `Lists of ${year} are at hand for ${listOf(listed.map((r) => REPORT_REGION_NAMES[r]))}. Where there is no list, there may have been advisers all the same.`
      : `No list of ${year} is at hand. Posts are shown as far as they were recorded here.`,
    'A place that is not in the table was not necessarily without an adviser: it is not listed, and no more is known.',
  ];
}

/** Published figures beside the count of this table, never mixed into it. */
export const publishedLines = ({ published }: PresenceTable) =>
  published.map((figure) => ({
    ...figure,
    text: `${figure.advisers} Human Rights Advisers on ${date(figure.on)}`,
    href: addressOf(paths.presences(), { on: figure.on }),
  }));

const counted = (count: number, one: string, many: string): string =>
  `${count === 0 ? 'No' : count} ${count === 1 ? one : many}`;
const countsOf = ({ counts }: PresenceTable): { label: string; value: string }[] =>
  counts.map(({ type, count }: { type: PresenceType; count: number }) => ({
    label: PRESENCE_TYPES[type],
    value: String(count),
  }));

/** Whether the person sees the posts of every country and region. */
export const seesEveryPost = (actor: Actor): boolean =>
  keysFor(actor).any.some((key) => ['audit', 'fund', 'desk:*', 'team:*'].includes(key));

function leadOf(table: PresenceTable, asked: Asked, me: Actor): string {
  const { advisers } = table;
  const many = counted(advisers, 'Human Rights Adviser', 'Human Rights Advisers');
  const year = 'on' in asked ? '' : ' at some time of the year';
  // A figure of a part must not be taken for that of the whole.
  const part = seesEveryPost(me) ? '' : ' at the posts that you may open';
  return `${many} in post${year}${part}, as far as it is recorded.`;
}

/** The two ways to ask for a time. */
function timeFields(asked: Asked, today: Day) {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => String(thisYear - i));
  const year = 'year' in asked ? String(asked.year) : '';
  return {
    day: {
      name: 'on',
      label: 'Day, such as 1 November 2015',
      value: 'on' in asked ? date(asked.on) : '',
      width: 10,
      quiet: true,
    },
    year: {
      kind: 'select',
      name: 'year',
      label: 'Whole year',
      quiet: true,
      value: year,
      options: [...new Set([...years, ...(year ? [year] : [])])].map((y) => ({ value: y, text: y })),
    },
  };
}

/** The page of the table. */
export function presencesPage(
  table: PresenceTable,
  { asked, today, problems, me }: { asked: Asked; today: Day; problems: { message: string }[]; me: Actor },
): PageContext & Record<string, unknown> {
  return {
    title: `Presences ${timeInWords(asked)}`,
    today,
    lead: leadOf(table, asked, me),
    unknown: problems.map((p) => `${p.message}.`).join(' '),
    action: paths.presences(),
    ...timeFields(asked, today),
    regions: regionBlocks(table),
    footnotes: table.footnotes,
    counts: countsOf(table),
    published: publishedLines(table),
    restsOn: restsOn(table, today),
    notListed: table.notListed.map((n) => `${n.location} (${nameOf(n.region)})`),
    time: timeInWords(asked),
    downloads: [
      { text: 'Word', href: addressOf(paths.presences(), asked, 'docx') },
      { text: 'CSV', href: addressOf(paths.presences(), asked, 'csv') },
    ],
  };
}
