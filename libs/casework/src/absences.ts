import type { Pool } from 'pg';
import {
  absenceRefusal,
  dayIn,
  refuse,
  refuseFields,
  type AbsenceDraft,
  type Actor,
  type Day,
  type Refusal,
} from '#domain';
import type { Clock } from '#platform';
import { dayThere, inForceAt } from './assignments-in-force.js';
import { keepable } from './keepable.js';
import { isAdministrator } from './publish-framework.js';
import type { ReferenceData } from './reference-data.js';
import { wholly, type Connection } from './transaction.js';

/** Days on which somebody is away, that are not over. */
export interface Absence {
  id: string;
  from: Day;
  until: Day;
  zone: string;
  note: string;
  /** Whether they are away today. */
  now: boolean;
  /** Who set it, where that was not the person. */
  setBy: string | null;
}
/** An absence of somebody, as an administrator sees it. */
export interface AbsenceOf extends Absence {
  person: string;
  email: string;
}

/** Whether somebody is away at an instant, by the days at their place; x is the absence. */
export const awayAt = (x: string, instant: string): string =>
  `${dayThere(x, instant)} BETWEEN ${x}.from_day AND ${x}.until_day`;

const fieldsAt = (
  moment: string,
) => `x.id, x.from_day::text AS "from", x.until_day::text AS until, x.zone, x.note, ${awayAt('x', moment)} AS now,
  CASE WHEN x.set_by <> x.person_id THEN (SELECT b.name FROM person b WHERE b.id = x.set_by) END AS "setBy"`;
/** All of somebody: each begins within a year, on a day that is no other’s. */
const OPEN = `
  SELECT ${fieldsAt('$2')} FROM absence x WHERE x.person_id = $1 AND x.until_day >= ${dayThere('x', '$2')} ORDER BY x.from_day LIMIT 370`;
const ALL = `
  SELECT ${fieldsAt('$1')}, p.name AS person, p.email FROM absence x JOIN person p ON p.id = x.person_id
  WHERE x.until_day >= ${dayThere('x', '$1')} ORDER BY x.from_day, p.name LIMIT 200`;
/** Of two pages that set the same days at once, the second waits for the first and finds its days. */
const ONE_AT_A_TIME = 'SELECT FROM person WHERE id = $1 FOR UPDATE';
const SET = `
  INSERT INTO absence (person_id, from_day, until_day, zone, note, set_by, set_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;
/** Ended from this day on; one that has not begun, or began today, was none. */
const END = `
  WITH theirs AS (
    SELECT x.id, x.from_day, ${dayThere('x', '$3')} AS today FROM absence x
    WHERE x.id::text = $2 AND ($1::uuid IS NULL OR x.person_id = $1) AND x.until_day >= ${dayThere('x', '$3')}
  ), gone AS (
    DELETE FROM absence x USING theirs t WHERE x.id = t.id AND t.from_day >= t.today RETURNING x.id
  ), ended AS (
    UPDATE absence x SET until_day = t.today - 1 FROM theirs t WHERE x.id = t.id AND t.from_day < t.today RETURNING x.id
  )
  SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM ended) > 0 AS done`;
/** Whoever has chosen no zone counts by the clock of the country that they serve. */
const WHO = `
  SELECT p.id, s.zone, (SELECT a.countries[1] FROM assignment a WHERE a.person_id = p.id AND a.countries <> '{}' AND a.acting_for_id IS NULL AND ${inForceAt('a', '$2')} ORDER BY a.id LIMIT 1) AS country
  FROM person p LEFT JOIN notice_setting s ON s.person_id = p.id WHERE p.id::text = $1 OR p.email = lower($1)`;

const NONE = refuse('notFound', 'There is no such absence, or it is over.');
const NOT_YOURS = refuse(
  'notYourRole',
  'An administrator says of others that they are away; everybody says it of themselves.',
);
/** Beside what else is wrong, so that all of it is said at once. */
const nobodyWith = (other: Refusal | null): Refusal =>
  refuseFields([
    { path: 'person', message: 'Enter the address of somebody who has an account here' },
    ...(other?.fields ?? []),
  ])!;

/** Days on which people are away: each says it of themselves, an administrator for whoever forgot. */
export class Absences {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'zoneOf'>,
  ) {}

  private now = (): string => this.clock.now().toISOString();

  /** The absences of a person that are not over, the first to begin first. */
  async of(personId: string, on: Connection = this.pool): Promise<Absence[]> {
    const values = [personId, this.now()];
    return (await on.query<Absence>({ name: 'absences-of', text: OPEN, values })).rows;
  }

  /** The absences of whoever has an address or identifier, with the zone in which their days are counted. */
  async with(emailOrId: string): Promise<{ zone: string; items: Absence[] }> {
    const person = await this.who(emailOrId.trim());
    return person ? { zone: person.zone, items: await this.of(person.id) } : { zone: 'UTC', items: [] };
  }

  /** Who is away now or will be, for an administrator. */
  async all(actor: Actor): Promise<AbsenceOf[] | Refusal> {
    if (!isAdministrator(actor)) return NOT_YOURS;
    return (await this.pool.query<AbsenceOf>({ name: 'all-absences', text: ALL, values: [this.now()] })).rows;
  }

  /** Says that somebody is away between two days: oneself, or as an administrator the person with an address. */
  async set(actor: Actor, draft: AbsenceDraft, email?: string): Promise<Refusal | null> {
    if (email !== undefined && !isAdministrator(actor)) return NOT_YOURS;
    const person = await this.who(email === undefined ? actor.id : email.trim());
    const note = draft.note.trim();
    if (!person) return nobodyWith(absenceRefusal({ ...draft, note }, dayIn('UTC', this.now()), []));
    const set = async (on: Connection): Promise<Refusal | null> => {
      await on.query({ name: 'one-at-a-time', text: ONE_AT_A_TIME, values: [person.id] });
      const known = await this.of(person.id, on);
      // A second click is answered like the first.
      if (known.some((k) => k.from === draft.from && k.until === draft.until && k.note === keepable(note))) return null;
      const refused = absenceRefusal({ ...draft, note }, dayIn(person.zone, this.now()), known);
      const values = [person.id, draft.from, draft.until, person.zone, keepable(note), actor.id, this.now()];
      if (!refused) await on.query({ name: 'set-absence', text: SET, values });
      return refused;
    };
    return wholly(this.pool, set, (refused) => refused === null);
  }

  /** Ends one: whoever was away is back today. An administrator ends those of others as well; `of`: only one of this person. */
  async end(actor: Actor, id: string, of?: string): Promise<Refusal | null> {
    const own = of ?? (isAdministrator(actor) ? null : actor.id);
    const values = [own, keepable(id), this.now()];
    const { rows } = await this.pool.query<{ done: boolean }>({ name: 'end-absence', text: END, values });
    return rows[0]?.done ? null : NONE;
  }

  private async who(emailOrId: string): Promise<{ id: string; zone: string } | null> {
    const values = [keepable(emailOrId), this.now()];
    const { rows } = await this.pool.query<{ id: string; zone: string | null; country: string | null }>(WHO, values);
    const [found] = rows;
    return found ? { id: found.id, zone: found.zone ?? this.reference.zoneOf(found.country ?? '') ?? 'UTC' } : null;
  }
}
