import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  ALL_STATIONS,
  holidayRefusal,
  isDay,
  isRefusal,
  keysFor,
  postKeysFor,
  refuse,
  type Actor,
  type Day,
  type HolidayChanged,
  type Refusal,
  type WorkCalendar,
} from '#domain';
import { moveOf, movesBetween, type Counted, type Moves } from './calendar-moves.js';
import { keepable } from './keepable.js';
import { isAdministrator } from './publish-framework.js';
import { countTouched } from './webhooks/recount-tellings.js';
import type { ReferenceData } from './reference-data.js';

/** A holiday of a duty station, with who entered it or took it away. */
export interface KeptHoliday {
  station: string;
  day: Day;
  name: string;
  source: 'package' | 'office';
  addedAt: Date;
  addedBy: string;
  removedAt: Date | null;
  removedBy: string | null;
}
/** What a change of the holidays would move. */
export interface HolidayPreview extends Moves {
  /** The cases that this person may know of, the soonest first, and no more than a page of them. */
  cases: { ref: string; days: number }[];
}

const LIST = `
  SELECT h.station, h.day::text AS day, h.name, h.source, a.changed_at AS "addedAt", a.changed_name AS "addedBy", r.changed_at AS "removedAt", r.changed_name AS "removedBy"
  FROM holiday h JOIN holiday_change a ON a.id = h.added_by LEFT JOIN holiday_change r ON r.id = h.removed_by
  WHERE h.station = ANY($1) AND h.day >= make_date($2::integer, 1, 1) AND h.day < make_date($2::integer + 1, 1, 1) ORDER BY h.day, h.station LIMIT 400`;
const KEPT = `SELECT name FROM holiday WHERE station IN ($1, '${ALL_STATIONS}') AND day = $2 AND removed_by IS NULL AND ($3 OR station = $1) LIMIT 1`;
/** Clocks that count over a day: it lies after the day from which they count, and not after the one on which they are due. */
const OVER = `d.counted_days IS NOT NULL AND d.stopped_with IS NULL AND ($1 = '${ALL_STATIONS}' OR d.station = $1) AND d.counted_from < $2::date AND d.due_on >= $2::date`;
const GROUPS = `
  SELECT d.station, d.clock_group AS "group", d.counted_from::text AS "from", d.counted_days AS days, d.due_on::text AS "dueOn", count(*)::integer AS clocks
  FROM deadline d WHERE ${OVER} GROUP BY 1, 2, 3, 4, 5`;
const TOUCHED = `SELECT d.case_id, f.kind FROM deadline d JOIN case_file f ON f.id = d.case_id WHERE ${OVER}`;
const NAMED = `
  SELECT DISTINCT ON (c.ref) c.ref, d.station, d.counted_from::text AS "from", d.counted_days AS days, d.due_on::text AS "dueOn"
  FROM deadline d JOIN (
    SELECT r.id, r.ref FROM request r WHERE EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY($3))
      AND NOT EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY($4))
    UNION ALL SELECT p.id, p.ref FROM deployment p WHERE EXISTS (SELECT FROM deployment_scope s WHERE s.deployment_id = p.id AND s.scope = ANY($5))
  ) c ON c.id = d.case_id WHERE ${OVER} ORDER BY c.ref, d.due_on LIMIT 100`;
/** The change, the day itself, and the cases whose clocks have to be counted anew: one statement, so that none is without the others. */
const CHANGE = `
  WITH change AS (
    INSERT INTO holiday_change (what, station, day, name, changed_at, changed_by, changed_name) VALUES ($3, $1, $2, $4, $5, $6, $7) RETURNING id
  ), added AS (
    INSERT INTO holiday (station, day, name, source, added_by) SELECT $1, $2, $4, 'office', c.id FROM change c WHERE $3 = 'added'
    ON CONFLICT (station, day) DO UPDATE SET name = excluded.name, source = excluded.source, added_by = excluded.added_by, removed_by = NULL
  ), removed AS (
    UPDATE holiday h SET removed_by = c.id FROM change c WHERE $3 = 'removed' AND h.station = $1 AND h.day = $2
  ), waiting AS (
    INSERT INTO recount (change_id, case_id) SELECT DISTINCT c.id, d.case_id FROM change c, deadline d WHERE ${OVER} RETURNING case_id
  )
  SELECT c.id, (SELECT count(*)::integer FROM waiting) AS cases, pg_notify('reference', 'holidays'), pg_notify('recount', '') FROM change c`;

type Clocked = Pick<Counted, 'station' | 'from' | 'days' | 'dueOn'>;

/** A calendar as it would be after a change. */
const after = (calendar: WorkCalendar, { what, day }: HolidayChanged): WorkCalendar => ({
  ...calendar,
  holidays: {
    size: calendar.holidays.size + 1,
    has: (d) => (d === day ? what === 'added' : calendar.holidays.has(d)),
  },
});

/** The holidays of duty stations: everybody reads them, an administrator changes them, and clocks that run are counted anew. */
export class Holidays {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {}

  /** What a duty station keeps in a year, with what all keep, and what was taken away. */
  async list(station: string, year: number): Promise<KeptHoliday[]> {
    const values = [[...new Set([keepable(station), ALL_STATIONS])], year];
    return (await this.pool.query<KeptHoliday>({ name: 'holidays', text: LIST, values })).rows;
  }

  /** What a change would move, before it is made; a refusal says what is wrong with it. */
  async preview(actor: Actor, change: HolidayChanged): Promise<HolidayPreview | Refusal> {
    const checked = await this.check(actor, change);
    if (isRefusal(checked)) return checked;
    const { station, day } = change;
    const { any, none } = keysFor(actor);
    const now = this.clock.now().toISOString();
    const [groups, cases, named] = await Promise.all([
      this.pool.query<Counted>({ name: 'recount-groups', text: GROUPS, values: [station, day] }),
      countTouched(this.pool, now, TOUCHED, [station, day]),
      this.pool.query<Clocked & { ref: string }>({
        name: 'recount-named',
        text: NAMED,
        values: [station, day, any, none, postKeysFor(actor).any],
      }),
    ]);
    const { calendars } = this.reference;
    const calendarOf = ({ station: at }: Pick<Counted, 'station'>) => after(calendars.of(at), change);
    const moves = movesBetween(groups.rows, calendarOf, now);
    return {
      ...moves,
      ...cases,
      // Where no day moves, no case is taken on, so nobody is told of one.
      ...(moves.clocks ? {} : { webhooks: 0, tellings: 0 }),
      cases: named.rows.flatMap((c) => {
        const days = moveOf(c, calendarOf(c), now);
        return days === null ? [] : [{ ref: c.ref, days }];
      }),
    };
  }

  /** Makes a change; the clocks of the cases that it touches are counted anew by the worker, each on its record. */
  async change(actor: Actor, change: HolidayChanged): Promise<{ id: number; cases: number } | Refusal> {
    const checked = await this.check(actor, change);
    if (isRefusal(checked)) return checked;
    const { station, day, what } = change;
    const values = [station, day, what, checked.name, this.clock.now(), actor.id, actor.name];
    const { rows } = await this.pool.query<{ id: number; cases: number }>(CHANGE, values);
    const { id, cases } = rows[0]!;
    return { id, cases };
  }

  private async check(actor: Actor, change: HolidayChanged): Promise<{ name: string } | Refusal> {
    if (!isAdministrator(actor)) return refuse('notYourRole', 'Holidays are changed by an administrator.');
    const { station, day, what, name } = change;
    const asked = isDay(day);
    // What all stations keep is taken away for all of them, and not at one.
    const { rows } = asked
      ? await this.pool.query<{ name: string }>({ text: KEPT, values: [keepable(station), day, what === 'added'] })
      : { rows: [] };
    const kept = rows[0]?.name ?? null;
    const today = this.clock.now().toISOString().slice(0, 10);
    const isStation = (s: string) => this.reference.country(s) !== null;
    return holidayRefusal(change, { today, isStation, kept }) ?? { name: what === 'added' ? name.trim() : kept! };
  }
}
