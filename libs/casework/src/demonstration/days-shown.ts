import { addDays, callProblems, roundAfter, roundOf, type CountryDateKind, type Day, type RoundCall } from '#domain';
import type { Connection } from '../transaction.js';

/** The calls of this half of the year and of the next, as an administrator would set them: three months, five days of grace. */
export function callsShown(today: Day): RoundCall[] {
  const round = roundOf(today);
  return [round, roundAfter(round)].map((r) => {
    const [year, half] = r.split('-');
    const [opens, closes] = half === '1' ? ['02-01', '06-15'] : ['08-01', '12-15'];
    return { round: r, opens: `${year}-${opens}`, closes: `${year}-${closes}`, graceDays: 5 };
  });
}

interface Shown {
  country: string;
  kind: CountryDateKind;
  title: string;
  /** Days from today to the first day, and to the last where there is one. */
  from: number;
  until?: number;
  source: string;
}
/** Days that offices of the demonstration have entered. Illustrative, like everything in it. */
const DATES: Shown[] = [
  {
    country: 'TZA',
    kind: 'cooperationFramework',
    title: 'Cooperation Framework in force',
    from: -1240,
    until: 585,
    source: 'The Cooperation Framework, first page',
  },
  {
    country: 'TZA',
    kind: 'commonCountryAnalysis',
    title: 'Yearly update of the Common Country Analysis',
    from: 90,
    until: 150,
    source: 'Work plan of the country team',
  },
  {
    country: 'TZA',
    kind: 'universalPeriodicReview',
    title: 'Next review in the working group',
    from: 520,
    source: 'Calendar of the Human Rights Council',
  },
  {
    country: 'TZA',
    kind: 'treatyBody',
    title: 'Dialogue with the Committee on the Rights of Persons with Disabilities',
    from: 300,
    until: 302,
    source: 'Calendar of the treaty bodies',
  },
  {
    country: 'ZMB',
    kind: 'cooperationFramework',
    title: 'Cooperation Framework in force',
    from: -1420,
    until: 405,
    source: 'The Cooperation Framework, first page',
  },
  {
    country: 'MOZ',
    kind: 'universalPeriodicReview',
    title: 'Next review in the working group',
    from: 610,
    source: 'Calendar of the Human Rights Council',
  },
  {
    country: 'MDG',
    kind: 'treatyBody',
    title: 'Dialogue with the Committee on the Rights of the Child',
    from: 430,
    until: 431,
    source: 'Calendar of the treaty bodies',
  },
];

const CALL = `
  INSERT INTO round_call (round, version, opens_on, closes_on, grace_days, set_at, set_by, set_name)
  SELECT $1::text, 1, $2::date, $3::date, $4::int, $5::date, p.id, p.name FROM person p WHERE p.email = $6`;
const DATE = `
  INSERT INTO country_date (id, country_code, kind, title, from_on, until_on, source, entered_at, entered_by, entered_name)
  SELECT gen_random_uuid(), $1::text, $2, $3, $4::date, $5::date, $6, $7::date, p.id, p.name
  FROM person p JOIN assignment s ON s.person_id = p.id AND s.role = 'residentCoordinator' AND $1::text = ANY(s.countries)
  WHERE s.valid_from <= $7::date ORDER BY s.valid_from DESC LIMIT 1`;

/** The days of the calls, and days of countries that matter for planning, from which a form is filled in. */
export async function seedDays(on: Connection, today: Day, administrator: string): Promise<void> {
  const since = addDays(today, -40);
  for (const call of callsShown(today)) {
    // What could not be set by hand on this day is left as it usually is.
    if (callProblems(call, [], `${today}T00:00:00Z`).length > 0) continue;
    await on.query(CALL, [call.round, call.opens, call.closes, call.graceDays, since, administrator]);
  }
  for (const { country, kind, title, from, until, source } of DATES) {
    const days = [addDays(today, from), until === undefined ? null : addDays(today, until)];
    await on.query(DATE, [country, kind, title, ...days, source, since]);
  }
}
