import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  addDays,
  countryDateProblems,
  entersDates,
  refuse,
  refuseFields,
  type Actor,
  type CountryDateDraft,
  type CountryDateKind,
  type Day,
  type Refusal,
} from '#domain';
import { keepable } from './keepable.js';
import type { PostRow } from './read/deployments.js';
import { DeploymentList } from './read/deployments.js';
import { postsCovering } from './read/country-cover.js';
import { Requests, type ListRow } from './read/requests.js';
import type { ReferenceData } from './reference-data.js';

/** A day of a country, with who entered it. */
export interface CountryDate extends Omit<CountryDateDraft, 'kind'> {
  id: string;
  kind: CountryDateKind;
  enteredBy: string;
  enteredAt: Date;
}
/** In which years reports list an adviser’s post, and in what words. */
export interface ListedPost {
  listedAs: string;
  years: number[];
  source: string;
}
/** A neighbour with the last year in which a report lists a post there; null where none does. */
export interface Neighbour {
  code: string;
  listed: number | null;
}
/** Everything that is known of a country, as far as the person may see it. */
export interface CountryKnown {
  dates: CountryDate[];
  listed: ListedPost[];
  neighbours: Neighbour[];
  offices: { code: string; name: string }[];
  posts: PostRow[];
  requests: ListRow[];
}

/** Days that ended longer ago tell nothing about what comes. */
const PAST_DAYS = 730;
const DATES = `
  SELECT id, kind, title, from_on::text AS from, until_on::text AS until, source, entered_name AS "enteredBy", entered_at AS "enteredAt"
  FROM country_date WHERE country_code = ANY($1) AND ended_at IS NULL AND coalesce(until_on, from_on) >= $2::date ORDER BY from_on, title LIMIT 100`;
const LISTED = `
  SELECT min(listed_as) AS "listedAs", array_agg(DISTINCT year::int ORDER BY year::int) AS years, string_agg(DISTINCT source, ', ' ORDER BY source) AS source
  FROM presence WHERE countries && $1::varchar[] GROUP BY post ORDER BY min(year) LIMIT 20`;
const NEIGHBOURS = `
  SELECT n.code, (SELECT max(p.year)::int FROM presence p WHERE p.countries @> ARRAY[n.code]) AS listed
  FROM country c CROSS JOIN LATERAL unnest(c.neighbours) AS n(code) WHERE c.code = $1 ORDER BY n.code`;
const ADD = `
  INSERT INTO country_date (id, country_code, kind, title, from_on, until_on, source, entered_at, entered_by, entered_name)
  SELECT $1::uuid, $2::varchar, $3::varchar, $4::text, $5::date, $6::date, $7::text, $8::timestamptz, $9::uuid, $10::text
  WHERE NOT EXISTS (SELECT FROM country_date d WHERE d.country_code = $2 AND d.kind = $3 AND d.title = $4 AND d.from_on = $5::date
    AND d.until_on IS NOT DISTINCT FROM $6::date AND d.ended_at IS NULL)`;
const END = `UPDATE country_date SET ended_at = $3, ended_name = $4 WHERE id::text = $1 AND country_code = $2 AND ended_at IS NULL`;

const NO_COUNTRY = refuse('notFound', 'There is no such country. A country is named by its three letters, like TZA.');
const MAY = refuse(
  'notYourRole',
  'Days of a country are entered by its Resident Coordinator’s Office, its desk officer or an administrator. Everybody reads them.',
);

/** What is known of countries before anybody asks: days that matter, reports, posts, offices and earlier requests. */
export class CountriesKnown {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {}

  private today = (): Day => this.clock.now().toISOString().slice(0, 10);

  /** Days and reports of some countries: what everybody may know. */
  async facts(codes: readonly string[]): Promise<Pick<CountryKnown, 'dates' | 'listed'>> {
    const since = addDays(this.today(), -PAST_DAYS);
    const [dates, listed] = await Promise.all([
      this.pool.query<CountryDate>({ name: 'country-dates', text: DATES, values: [codes, since] }),
      this.pool.query<ListedPost>({ name: 'country-listed', text: LISTED, values: [codes] }),
    ]);
    return { dates: dates.rows, listed: listed.rows };
  }

  /** What this person may know of a country. Posts and requests are those that any list shows them. */
  async of(actor: Actor, code: string): Promise<CountryKnown | Refusal> {
    const country = this.reference.country(code);
    if (!country) return NO_COUNTRY;
    const view = await new DeploymentList(this.pool, this.clock, this.reference).open(actor, {});
    const [facts, neighbours, posts, requests] = await Promise.all([
      this.facts([code]),
      this.pool.query<Neighbour>({ name: 'country-neighbours', text: NEIGHBOURS, values: [code] }),
      postsCovering(view, [code]),
      new Requests(this.pool).page(actor, { country: code, limit: 25 }),
    ]);
    const offices = country.region ? this.reference.officesIn(country.region) : [];
    return { ...facts, neighbours: neighbours.rows, offices, posts, requests: requests.rows };
  }

  /** Enters a day; what is there already is not entered twice. */
  async enter(actor: Actor, code: string, draft: CountryDateDraft): Promise<null | Refusal> {
    const country = this.reference.country(code);
    if (!country) return NO_COUNTRY;
    if (!entersDates(actor, code, country.region)) return MAY;
    const problems = refuseFields(countryDateProblems(draft));
    if (problems) return problems;
    const words = [keepable(draft.title).trim(), draft.from, draft.until, keepable(draft.source).trim()];
    const who = [this.clock.now(), actor.id, actor.name];
    await this.pool.query(ADD, [randomUUID(), code, draft.kind, ...words, ...who]);
    return null;
  }

  /** Takes a day out of use; one that is out of use already stays so. */
  async end(actor: Actor, code: string, id: string): Promise<null | Refusal> {
    const country = this.reference.country(code);
    if (!country) return NO_COUNTRY;
    if (!entersDates(actor, code, country.region)) return MAY;
    await this.pool.query(END, [keepable(id), code, this.clock.now(), actor.name]);
    return null;
  }
}
