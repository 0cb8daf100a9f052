import { addDays, type Day, type DeploymentEventOf, type HistoricTerm, type Post as DeploymentPost } from '#domain';
import type { Presence } from '../entities/reference/presence.js';
import { KNOWN_ENDINGS, POSTS, type Post } from './posts.js';
import { notedTime } from './presence-notes.js';
import { postKeyOf, type SettledPresences } from './settled-presences.js';

/** Lists of presences name no persons, and mostly no cities. */
const NAME_NOT_RECORDED = 'Name not recorded';
export const PLACE_NOT_RECORDED = 'Not recorded';

/** A post of the past as the lists tell it, ready to be recorded. */
export interface PastPost extends Omit<DeploymentEventOf<'RECORD_HISTORY'>, 'type'> {
  key: string;
}
interface Names {
  countryName: (code: string) => string;
}
/** Listings of one post that follow one another year after year. */
interface Run {
  first: Presence;
  last: Presence;
  endedOn: Day | null;
}

const BY_YEAR = { from: 'year', until: 'year' } as const;
const firstDay = (year: number): Day => `${year}-01-01`;
const lastDay = (year: number): Day => `${year}-12-31`;

/**
 * The posts that the lists tell of. Years that are listed one after another are one term; a year that is missing is a gap
 * in the lists and proves nothing. What is listed for the present year has not ended.
 */
export function pastPosts({ presences, converted }: SettledPresences, today: Day, names: Names): PastPost[] {
  const posts = new Map<string, Presence[]>();
  for (const row of presences.toSorted((a, b) => a.year - b.year || (a.source < b.source ? -1 : 1)))
    posts.set(postKeyOf(row), [...(posts.get(postKeyOf(row)) ?? []), row]);
  return [...posts].map(([key, rows]) => {
    const runs = runsOf(rows);
    const incumbents = termsOf(rows, runs, today);
    return {
      key,
      post: postOf(rows, incumbents[0]!.from, names),
      origin: {
        kind: 'history',
        requestId: null,
        reference: [...new Set(rows.map((r) => r.source))].sort().join(', '),
        approvedOn: null,
        conditions: [],
        scores: [],
      },
      incumbents,
      ended: endingOf(runs.at(-1)!, today, converted.has(key)),
    };
  });
}

/** A run ends with a year that is missing, and with a year in which the post ended. */
function runsOf(rows: readonly Presence[]): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const { endedOn } = notedTime(row.note, row.year);
    const goesOn = run && (row.year === run.last.year || (row.year === run.last.year + 1 && run.endedOn === null));
    if (goesOn) Object.assign(run, { last: row, endedOn: endedOn ?? run.endedOn });
    else runs.push({ first: row, last: row, endedOn });
  }
  return runs;
}

function termsOf(rows: readonly Presence[], runs: readonly Run[], today: Day): HistoricTerm[] {
  const term = (from: Day, until: Day | null): HistoricTerm => ({
    person: NAME_NOT_RECORDED,
    from,
    until,
    certainty: BY_YEAR,
  });
  const earlier = rows.flatMap((row) => notedTime(row.note, row.year).earlier);
  const listed = runs.map(({ first, last, endedOn }) => {
    const until = endedOn ?? (lastDay(last.year) >= today ? null : lastDay(last.year));
    return term(notedTime(first.note, first.year).from ?? firstDay(first.year), until);
  });
  const before = earlier.filter((e) => e.until < listed[0]!.from).map(({ from, until }) => term(from, until));
  return [...before, ...listed];
}

/** Why and when a post ended, as far as the lists tell; null while it is listed for the present year. */
function endingOf({ last, endedOn }: Run, today: Day, converted: boolean): PastPost['ended'] {
  const known = KNOWN_ENDINGS[`${last.post} ${last.year}`];
  if (endedOn === null && lastDay(last.year) >= today) return null;
  const on = endedOn ?? lastDay(last.year);
  if (converted)
    return {
      reason: 'converted',
      conversion: last.national ? null : 'nationalPost',
      on,
      text: `Listed in another form from ${addDays(on, 1).slice(0, 4)}.`,
    };
  if (endedOn === null)
    return {
      reason: 'other',
      conversion: null,
      on,
      text: `Last listed for ${last.year}. No source at hand says what became of it.`,
    };
  const note = `${last.note![0]!.toUpperCase()}${last.note!.slice(1)}`;
  return {
    reason: known?.reason ?? 'other',
    conversion: known?.conversion ?? null,
    on,
    text: known ? `${note}. ${known.text}.` : `${note} (${last.source}).`,
  };
}

function postOf(rows: readonly Presence[], from: Day, names: Names): DeploymentPost {
  const row = rows.at(-1)!;
  const several = POSTS.find((post) => post.code === row.post);
  return {
    title: titleOf(row, several, names),
    modality: row.national
      ? 'national'
      : !several
        ? 'inCountry'
        : several.countries.length > 0
          ? 'multiCountry'
          : 'regional',
    language: 'en',
    grade: '',
    dutyStation: several?.dutyStation || PLACE_NOT_RECORDED,
    host: several ? several.host : row.post,
    coverage: row.countries.map((country) => ({ country, from, until: null, daysPerMonth: null })),
    regions: row.regionCode === null ? [] : [row.regionCode],
    framework: marksOf(rows),
    cluster: null,
    reporting: [],
  };
}

function titleOf({ national, post }: Presence, several: Post | undefined, { countryName }: Names): string {
  const title = national ? 'National Human Rights Adviser' : 'Human Rights Adviser';
  if (several) return `${several.countries.length === 0 ? 'Regional ' : ''}${title}, ${several.title}`;
  return `${title}, ${countryName(post)}`;
}

/** The framework's mark from year to year; a year that leaves it open changes nothing. */
function marksOf(rows: readonly Presence[]): DeploymentPost['framework'] {
  const marks: DeploymentPost['framework'] = [];
  for (const { year, underFramework } of rows)
    if (underFramework !== null && underFramework !== (marks.at(-1)?.under ?? null))
      marks.push({ from: firstDay(year), under: underFramework });
  return marks;
}
