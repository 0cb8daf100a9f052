import type { Pool } from 'pg';
import { addDays, ALL_STATIONS, type Day, type Holiday } from '#domain';

/** The part of a country whose holidays count, where its duty station keeps more than the whole country does. */
const PART_OF: Record<string, string> = { CHE: 'GE' };
/** What every duty station keeps, by the rules of the package. Ten days are official at each; the others are its own. */
const SHARED: readonly [rule: string, name: string][] = [
  ['01-01', 'New Year’s Day'],
  ['easter -2', 'Good Friday'],
  ['1 Shawwal', 'Eid al-Fitr'],
  ['10 Dhu al-Hijjah', 'Eid al-Adha'],
  ['12-25', 'Christmas Day'],
];
const DAY_MS = 86_400_000;

interface Found {
  date: string;
  start: Date;
  end: Date;
  name: string;
  rule: string;
}
/** A holiday may last several days; each is one of its own. It begins in the evening before in some calendars, and its date says the day. */
const daysOf = (station: string, { date, start, end, name }: Found): Holiday[] =>
  Array.from({ length: Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS)) }, (_, i) => ({
    station,
    day: addDays(date.slice(0, 10), i),
    name,
  }));

/** The holidays of these countries in some years, from the maintained lists of `date-holidays`, and those of every duty station. */
export async function packagedHolidays(
  countries: readonly { code: string; alpha2: string }[],
  years: readonly number[],
): Promise<Holiday[]> {
  // Large, and wanted once a year: it is read when it is asked for.
  const { default: Holidays } = await import('date-holidays');
  const ofStations = new Holidays('CH', { types: ['public'], languages: ['en'] });
  for (const [rule, en] of SHARED) ofStations.setHoliday(rule, { name: { en }, type: 'public' });
  const rules = new Set(SHARED.map(([rule]) => rule));
  const ofAll = years
    .flatMap((year) => ofStations.getHolidays(year, 'en') as Found[])
    .filter(({ rule }) => rules.has(rule));
  const own = countries.flatMap(({ code, alpha2 }) => {
    const part = PART_OF[code];
    const settings = { types: ['public' as const], languages: ['en'] };
    const of = part ? new Holidays(alpha2, part, settings) : new Holidays(alpha2, settings);
    return years.flatMap((year) => of.getHolidays(year, 'en') as Found[]).flatMap((found) => daysOf(code, found));
  });
  const everywhere = ofAll.flatMap((found) => daysOf(ALL_STATIONS, found));
  const shared = new Set(everywhere.map(({ day }) => day));
  // What all keep is not kept by one of them besides: taken away for all, it would stay there.
  const all = [...everywhere, ...own.filter(({ day }) => !shared.has(day))];
  return [...new Map(all.reverse().map((h) => [h.station + h.day, h])).values()];
}

/** Years that are kept: clocks of last year may still run, and none of today reaches further than two years. */
const yearsAround = (today: Day): number[] => [-1, 0, 1, 2].map((n) => Number(today.slice(0, 4)) + n);

const MISSING = `
  SELECT y.year FROM unnest($1::integer[]) AS y(year)
  WHERE NOT EXISTS (SELECT FROM holiday_change c WHERE c.what = 'loaded' AND c.station = '${ALL_STATIONS}' AND extract(year FROM c.day) = y.year) ORDER BY 1`;
const LOAD = `
  WITH change AS (
    INSERT INTO holiday_change (what, station, day, name, changed_at, changed_name)
    SELECT 'loaded', '${ALL_STATIONS}', make_date(y.year, 1, 1), 'Holidays of ' || y.year, $3, 'The lists of date-holidays'
    FROM unnest($2::integer[]) AS y(year) RETURNING id, extract(year FROM day) AS year
  ), loaded AS (
    INSERT INTO holiday (station, day, name, source, added_by)
    SELECT h.station, h.day, h.name, 'package', c.id FROM jsonb_to_recordset($1::jsonb) AS h(station text, day date, name text)
      JOIN change c ON c.year = extract(year FROM h.day)
    ON CONFLICT (station, day) DO NOTHING RETURNING station
  ) SELECT count(*)::integer AS loaded, pg_notify('reference', 'holidays') FROM loaded`;

/**
 * Loads the holidays of the years around today that were not loaded yet; a year that was is left as the administrators have
 * made it. `onlyFurther`: only where years before were loaded, so that a system which keeps none stays without.
 */
export async function loadHolidays(pool: Pick<Pool, 'query'>, now: Date, onlyFurther = false): Promise<number> {
  const { rows: missing } = await pool.query<{ year: number }>(MISSING, [yearsAround(now.toISOString())]);
  const years = missing.map(({ year }) => year);
  if (years.length === 0) return 0;
  if (onlyFurther && years.length === yearsAround(now.toISOString()).length) return 0;
  const { rows: countries } = await pool.query<{ code: string; alpha2: string }>('SELECT code, alpha2 FROM country');
  // The first day of a year in one calendar may be the last of another: what falls outside is loaded with its own year.
  const holidays = (await packagedHolidays(countries, years)).filter((h) => years.includes(Number(h.day.slice(0, 4))));
  const { rows } = await pool.query<{ loaded: number }>(LOAD, [JSON.stringify(holidays), years, now]);
  return rows[0]!.loaded;
}
