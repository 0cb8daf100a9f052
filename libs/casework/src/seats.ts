import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  GENEVA,
  isRefusal,
  refuse,
  ROLES,
  seatRefusal,
  SEATED_ROLES,
  type Actor,
  type Calendars,
  type Refusal,
  type Role,
  type SeatDraft,
  type SeatKnown,
} from '#domain';
import { movesBetween, type Counted, type Moves } from './calendar-moves.js';
import { keepable } from './keepable.js';
import { isAdministrator } from './publish-framework.js';
import type { ReferenceData } from './reference-data.js';
import { countTouched } from './webhooks/recount-tellings.js';

/** A team, an office, a role or a person, with where they sit. */
export interface SeatLine {
  holder: string;
  kind: 'team' | 'office' | 'role' | 'person';
  name: string;
  /** Null of a person for whom none is set: they sit where each of their roles does. */
  station: string | null;
  /** Null where nobody set it, and they sit where they usually do. */
  setAt: Date | null;
  setBy: string | null;
}
/** Who changed where somebody sits, and when. */
export interface SeatChange {
  name: string;
  station: string;
  what: 'seated' | 'cleared';
  changedAt: Date;
  changedBy: string;
}
/** What it would do to the clocks that run if somebody sat elsewhere. */
export interface SeatPreview extends Moves {
  holder: SeatLine;
  /** Where they will sit. */
  station: string | null;
  cleared: boolean;
}

const SET = `
  SELECT s.holder, s.station, s.set_at AS "setAt", s.set_name AS "setBy", p.name FROM seat s LEFT JOIN person p ON p.id::text = s.holder ORDER BY p.name, s.holder LIMIT 500`;
const CHANGES = `
  SELECT name, station, what, changed_at AS "changedAt", changed_name AS "changedBy" FROM holiday_change WHERE holder IS NOT NULL ORDER BY id DESC LIMIT 50`;
const SEAT = 'SELECT station, set_at AS "setAt", set_name AS "setBy" FROM seat WHERE holder = $1';
const PERSON = 'SELECT p.id::text AS holder, p.name FROM person p WHERE p.email = lower($1) OR p.id::text = $1';
/** Where the adviser serves: of posts that are open. */
const HOSTS = 'SELECT DISTINCT host FROM deployment WHERE adviser_id = $1 AND is_open ORDER BY host LIMIT 20';
/**
 * The clocks that run, as their holders are looked up: in offices of a country alone nobody’s seat counts, and what the product does by itself waits for nobody. $1: persons who have a place of their own.
 */
const HELD = `
  SELECT d.case_id, c.kind, d.holder, CASE WHEN d.person_id::text = ANY($1) THEN d.person_id::text END AS "personId", coalesce(d.region, c.region) AS region,
    CASE WHEN d.key LIKE 'consultation:regionalOffice:%' THEN substr(d.key, 29) END AS office, c.country, d.station,
    d.clock_group AS "group", d.counted_from::text AS "from", d.counted_days AS days, d.due_on::text AS "dueOn", d.stopped_with IS NOT NULL AS stopped
  FROM deadline d JOIN (
    SELECT id, 'request' AS kind, NULL AS country, regions[1] AS region FROM request WHERE is_open
    UNION ALL SELECT id, 'deployment', host, regions[1] FROM deployment WHERE is_open
  ) c ON c.id = d.case_id
  WHERE d.station IS NOT NULL AND d.clock_group <> 'schedule' AND (c.kind = 'deployment' OR d.holder NOT IN ('rcOffice', 'residentCoordinator', 'actingCoordinator', 'adviser', 'endorser'))`;
const WHOSE = 'holder, "personId", region, office, country, station';
const GROUPS = `
  SELECT ${WHOSE}, "group", "from", days, "dueOn", stopped, count(*)::integer AS clocks FROM (${HELD}) h GROUP BY ${WHOSE}, "group", "from", days, "dueOn", stopped`;
/** $2: the holders whose clocks it touches. */
const TOUCHED = `
  SELECT h.case_id, h.kind FROM (${HELD}) h JOIN jsonb_to_recordset($2::jsonb) AS t(holder text, "personId" text, region text, office text, country text, station text)
    ON (h.holder, h."personId", h.region, h.office, h.country, h.station) IS NOT DISTINCT FROM (t.holder, t."personId", t.region, t.office, t.country, t.station)`;
/** The change, the seat, and the cases whose clocks have to be counted anew: one statement, so that none is without the others. */
const CHANGE = `
  WITH change AS (
    INSERT INTO holiday_change (what, station, name, holder, changed_at, changed_by, changed_name) VALUES ($3, $4, $5, $6, $7, $8, $9) RETURNING id
  ), seated AS (
    INSERT INTO seat (holder, station, set_at, set_by, set_name) SELECT $6, $4, $7, $8::uuid, $9 FROM change WHERE $3 = 'seated'
    ON CONFLICT (holder) DO UPDATE SET station = excluded.station, set_at = excluded.set_at, set_by = excluded.set_by, set_name = excluded.set_name
  ), cleared AS (
    DELETE FROM seat s USING change WHERE $3 = 'cleared' AND s.holder = $6
  ), waiting AS (
    INSERT INTO recount (change_id, case_id) SELECT DISTINCT c.id, t.case_id FROM change c, (${TOUCHED}) t RETURNING case_id
  )
  SELECT c.id, (SELECT count(*)::integer FROM waiting) AS cases, pg_notify('reference', 'seats'), pg_notify('recount', '') FROM change c`;
const NOT_YOURS = refuse('notYourRole', 'Where people and offices sit is set by an administrator.');

type Whose = {
  holder: Role;
  personId: string | null;
  region: string | null;
  office: string | null;
  country: string | null;
};
type Group = Whose & Counted & { stopped: boolean };

const stationOf = ({ holder, personId, region, office, country }: Whose, calendars: Calendars): string =>
  calendars.stationFor({ holder, personId, region, office }, { country, regions: region ? [region] : [] });

type SetSeat = { station: string; setAt: Date; setBy: string };
type Named = { holder: string; name: string };
interface Checked {
  line: SeatLine;
  after: Calendars;
  station: string | null;
}

/** Where people and offices sit: an administrator sets it, and the clocks that they hold count in the calendar of that place. */
export class Seats {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
  ) {}

  /** Teams, offices and roles with where they sit, and the persons who were given a place of their own. */
  async list(): Promise<SeatLine[]> {
    const { rows } = await this.pool.query<SetSeat & { holder: string; name: string | null }>(SET);
    const set = new Map(rows.map((r) => [r.holder, r]));
    const persons = rows.flatMap(({ holder, name }) => (name ? [this.line('person', holder, name, set)] : []));
    return [...this.known().map(({ kind, holder, name }) => this.line(kind, holder, name, set)), ...persons];
  }

  /** The last changes, the newest first. */
  async changes(): Promise<SeatChange[]> {
    return (await this.pool.query<SeatChange>(CHANGES)).rows;
  }

  /** What would move if somebody sat elsewhere, before it is set; a refusal says what is wrong with it. */
  async preview(actor: Actor, draft: SeatDraft): Promise<SeatPreview | Refusal> {
    const checked = await this.check(actor, draft);
    if (isRefusal(checked)) return checked;
    const { line, after, station } = checked;
    const groups = await this.touched(line.holder, after);
    const touched = await countTouched(this.pool, this.now(), TOUCHED, this.whose(line.holder, groups));
    const moves = movesBetween(
      groups.filter((g) => !g.stopped),
      (g) => after.of(stationOf(g, after)),
      this.now(),
    );
    return { ...moves, ...touched, holder: line, station, cleared: draft.station === null };
  }

  /** Sets where somebody sits; the clocks that it touches are counted anew by the worker, each on the record of its case. */
  async change(actor: Actor, draft: SeatDraft): Promise<{ id: number; cases: number } | Refusal> {
    const checked = await this.check(actor, draft);
    if (isRefusal(checked)) return checked;
    const { line, after } = checked;
    const { holder, name } = line;
    const [set, touched] = this.whose(holder, await this.touched(holder, after));
    const what = draft.station === null ? 'cleared' : 'seated';
    const station = draft.station ?? line.station;
    const values = [set, touched, what, station, name, holder, this.clock.now(), actor.id, actor.name];
    const { rows } = await this.pool.query<{ id: number; cases: number }>(CHANGE, values);
    const { id, cases } = rows[0]!;
    return { id, cases };
  }

  /** In which calendar the clocks of a person count, for each thing that they do. */
  async own(actor: Actor): Promise<{ role: Role; station: string }[]> {
    const serves = actor.assignments.some((a) => a.role === 'adviser');
    const { rows } = serves ? await this.pool.query<{ host: string | null }>(HOSTS, [actor.id]) : { rows: [] };
    const stations = actor.assignments.flatMap(({ role, regions, countries }) => {
      const places = role === 'adviser' ? rows.map((r) => r.host) : countries.length ? countries : [null];
      const teams = regions.length ? regions : [null];
      const personId = role === 'reviewer' || role === 'adviser' ? actor.id : null;
      return places.flatMap((country) =>
        teams.map((region) => ({
          role,
          station: stationOf({ holder: role, personId, region, office: null, country }, this.reference.calendars),
        })),
      );
    });
    return stations.filter((s, i) => stations.findIndex((o) => o.role === s.role && o.station === s.station) === i);
  }

  private usual = ({ kind, holder }: Pick<SeatLine, 'kind' | 'holder'>): string | null =>
    kind === 'person' ? null : (this.reference.usualSeat(holder) ?? GENEVA);
  private now = (): string => this.clock.now().toISOString();

  private known(): Pick<SeatLine, 'kind' | 'holder' | 'name'>[] {
    const { reference } = this;
    return [
      ...reference
        .regions()
        .map(({ code }) => ({ kind: 'team' as const, holder: code, name: reference.regionName(code) })),
      ...reference.allOffices().map(({ code, name }) => ({ kind: 'office' as const, holder: code, name })),
      ...SEATED_ROLES.map((role) => ({ kind: 'role' as const, holder: role, name: ROLES[role] })),
    ];
  }

  private line(kind: SeatLine['kind'], holder: string, name: string, set: ReadonlyMap<string, SetSeat>): SeatLine {
    const { station = this.usual({ kind, holder }), setAt = null, setBy = null } = set.get(holder) ?? {};
    return { holder, kind, name, station, setAt, setBy };
  }

  private async check(actor: Actor, draft: SeatDraft): Promise<Checked | Refusal> {
    if (!isAdministrator(actor)) return NOT_YOURS;
    const line = await this.find(draft.holder.trim());
    const known: SeatKnown | null = line && { station: line.station, isSet: line.setAt !== null };
    const wrong = seatRefusal(draft, known, (code) => this.reference.country(code) !== null);
    if (wrong) return wrong;
    const { holder } = line!;
    const after = this.reference.calendarsWith(holder, draft.station);
    return { line: line!, after, station: draft.station ?? this.usual(line!) };
  }

  private async find(asked: string): Promise<SeatLine | null> {
    const known = this.known().find((k) => k.holder === asked);
    const person = known || !asked ? undefined : (await this.pool.query<Named>(PERSON, [keepable(asked)])).rows[0];
    const found = known ?? (person && { kind: 'person' as const, ...person });
    if (!found) return null;
    const { rows } = await this.pool.query<SetSeat>(SEAT, [found.holder]);
    return this.line(found.kind, found.holder, found.name, new Map(rows.map((seat) => [found.holder, seat])));
  }

  /** The clocks that would count elsewhere, as they are held. */
  private async touched(holder: string, after: Calendars): Promise<Group[]> {
    const persons = [...this.reference.seated(), holder];
    const { rows } = await this.pool.query<Group>({ name: 'seat-groups', text: GROUPS, values: [persons] });
    return rows.filter((g) => stationOf(g, after) !== g.station);
  }

  private whose(holder: string, groups: readonly Group[]): [string[], string] {
    const each = groups.map(({ holder: role, personId, region, office, country, station }) =>
      JSON.stringify({ holder: role, personId, region, office, country, station }),
    );
    return [[...this.reference.seated(), holder], `[${[...new Set(each)].join()}]`];
  }
}
