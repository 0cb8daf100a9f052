import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  isRound,
  keysFor,
  panelDateProblems,
  panelStart,
  readsPanelDate,
  refuse,
  refuseFields,
  setsPanelDate,
  type Actor,
  type PanelDateDraft,
  type Refusal,
} from '#domain';
import { dayAt, inForceAt } from './assignments-in-force.js';
import { holdMails } from './delivery/holding.js';
import { keepable } from './keepable.js';
import { conflictsOn } from './registered-on.js';
import { wholly, type Connection } from './transaction.js';

/** When the panel of a round meets, as it was set; `startsAt` is null where there is no date, or none any more. */
export interface PanelDate {
  round: string;
  /** 0 while none was set. */
  version: number;
  startsAt: Date | null;
  minutes: number;
  place: string;
  zone: string;
  setAt: Date | null;
  setName: string | null;
}

/** How many people are written to when a date is set, and when it is taken away. */
export interface WouldTell {
  set: number;
  off: number;
}

const COLUMNS = `round, version, starts_at AS "startsAt", minutes, place, zone, set_at AS "setAt", set_name AS "setName"`;
const VERSIONS = `SELECT ${COLUMNS} FROM panel_date WHERE round = $1 ORDER BY version DESC LIMIT 100`;
const ADD = `
  INSERT INTO panel_date (round, version, starts_at, minutes, place, zone, set_at, set_by, set_name)
  SELECT $1::varchar, $2::integer + 1, $3::timestamptz, $4::smallint, $5::text, $6::text, $7::timestamptz, $8::uuid, $9::text
  WHERE $2::integer = (SELECT coalesce(max(version), 0) FROM panel_date WHERE round = $1::varchar)
  ON CONFLICT (round, version) DO NOTHING RETURNING ${COLUMNS}`;
/** Who may have a part in a panel, with what they hold and what is registered against it. $1 is now. */
const WHO = `
  SELECT p.id, ${conflictsOn(dayAt('$1'))} AS conflicts,
    (SELECT jsonb_agg(jsonb_build_object('role', s.role, 'regions', s.regions, 'countries', s.countries)) FROM assignment s WHERE s.person_id = p.id AND ${inForceAt('s', '$1')}) AS assignments
  FROM person p WHERE EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role IN ('panelChair', 'deskOfficer', 'reviewer') AND ${inForceAt('s', '$1')})`;
/**
 * Writes each invitation, change and cancellation that is owed: what each person was told last against what holds now for
 * those who have a part in the round today, by a case of it that is open to them. Said once, however often it is asked.
 * $1 a round or null for all, $2 now, $3 the keys of people.
 */
const owed = (held: string): string => `
  WITH held AS (
    ${held}
  ), cases AS (
    SELECT r.id, r.round FROM request r JOIN held h ON h.round = r.round WHERE h.starts_at > $2 AND r.is_open AND r.version > 0
  ), people AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS k(person_id uuid, leads text[], reviews boolean, closed text[])
  ), invited AS (
    SELECT c.round, a.person_id FROM cases c JOIN appointment a ON a.request_id = c.id AND a.state IN ('appointed', 'cleared', 'scored')
      JOIN people k ON k.person_id = a.person_id AND k.reviews
      WHERE NOT EXISTS (SELECT FROM request_scope l WHERE l.request_id = c.id AND l.scope = ANY (k.closed))
    UNION SELECT c.round, k.person_id FROM cases c JOIN people k ON EXISTS (SELECT FROM request_scope l WHERE l.request_id = c.id AND l.scope = ANY (k.leads))
      WHERE NOT EXISTS (SELECT FROM request_scope l WHERE l.request_id = c.id AND l.scope = ANY (k.closed))
  ), told AS (
    SELECT DISTINCT ON (m.apart_about ->> 'round', m.person_id) m.apart_about AS about, m.apart_about ->> 'round' AS round, m.person_id
    FROM mail m JOIN held h ON h.round = m.apart_about ->> 'round' WHERE m.apart = 'panelDate' ORDER BY m.apart_about ->> 'round', m.person_id, m.id DESC
  ), owed AS (
    SELECT i.person_id, coalesce((t.about ->> 'sequence')::integer, -1) + 1 AS sequence, 'REQUEST' AS method, coalesce(t.about ->> 'method' = 'REQUEST', false) AS moved,
      h.round, h.version, h.starts_at, h.minutes, h.place
    FROM invited i JOIN held h USING (round) LEFT JOIN told t USING (round, person_id)
    WHERE t.about IS NULL OR t.about ->> 'method' = 'CANCEL' OR (t.about ->> 'version')::integer < h.version
    UNION ALL
    SELECT t.person_id, (t.about ->> 'sequence')::integer + 1, 'CANCEL', false, h.round, h.version, (t.about ->> 'startsAt')::timestamptz,
      (t.about ->> 'minutes')::smallint, t.about ->> 'place'
    FROM told t JOIN held h USING (round)
    WHERE t.about ->> 'method' = 'REQUEST' AND (t.about ->> 'startsAt')::timestamptz > $2
      AND NOT EXISTS (SELECT FROM invited i WHERE i.round = t.round AND i.person_id = t.person_id)
  )`;
const INVITE = `${owed('SELECT DISTINCT ON (round) * FROM panel_date WHERE $1::text IS NULL OR round = $1 ORDER BY round, version DESC')}, written AS (
    INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, priority, language, status, created_at)
    SELECT 'panelDate', concat_ws(' ', 'panelDate', o.round, p.id, o.sequence), jsonb_build_object('round', o.round, 'version', o.version, 'sequence', o.sequence,
      'method', o.method, 'moved', o.moved, 'startsAt', to_char(o.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'minutes', o.minutes, 'place', o.place),
      p.id::text, p.id, ARRAY[p.email], ARRAY[lower(p.email)], 2, p.language, 'queued', $2::timestamptz
    FROM owed o JOIN person p ON p.id = o.person_id ORDER BY p.id ON CONFLICT (apart_key) DO NOTHING RETURNING id
  )
  SELECT (SELECT coalesce(array_agg(id), '{}') FROM written) AS mails, CASE WHEN EXISTS (SELECT FROM written) THEN pg_notify('outbox', '') END AS woken`;
/** How many people a next version would be told to, before it is set; $4 whether it has a date. */
const WOULD_TELL = `${owed(`SELECT $1::text AS round, coalesce(max(version), 0) + 1 AS version, CASE WHEN $4::boolean THEN $2::timestamptz + interval '1 day' END AS starts_at,
      0::smallint AS minutes, ''::text AS place FROM panel_date WHERE round = $1::text`)}
  SELECT count(*)::integer AS people FROM owed`;
const NO_ROUND = refuse('notFound', 'There is no such round. A round is named like 2027-1.');
const NONE = { minutes: 120, place: '', zone: 'UTC', startsAt: null, setAt: null, setName: null };

/** When the panels of the rounds meet: set by who chairs them, kept version by version, with invitations to all who have a part in the round. */
export class PanelDates {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** What was set for a round, the newest first; the beginning, when nothing was set, stands last. */
  async versions(actor: Actor, round: string): Promise<[PanelDate, ...PanelDate[]] | Refusal> {
    if (!isRound(round)) return NO_ROUND;
    if (!readsPanelDate(actor))
      return refuse('notYourRole', 'When a panel meets is read by OHCHR, and by its reviewers.');
    const { rows } = await this.pool.query<PanelDate>({ name: 'panel-dates', text: VERSIONS, values: [round] });
    const [last, ...before] = rows;
    const none: PanelDate = { round, version: 0, ...NONE };
    return last ? [last, ...before, none] : [none];
  }

  /** How many people would be written to if a date were set now, and if it were taken away; null for who does not set it. */
  async wouldTell(actor: Actor, round: string): Promise<WouldTell | null> {
    if (!setsPanelDate(actor) || !isRound(round)) return null;
    const now = this.clock.now().toISOString();
    const people = JSON.stringify((await this.pool.query<Actor>(WHO, [now])).rows.map(keysToPanel));
    const tell = async (set: boolean) =>
      (await this.pool.query<{ people: number }>(WOULD_TELL, [round, now, people, set])).rows[0]!.people;
    return { set: await tell(true), off: await tell(false) };
  }

  /** Sets a date after the version that was read, or takes it away, and invites; a second click is answered like the first. */
  async set(
    actor: Actor,
    round: string,
    draft: PanelDateDraft | null,
    after: number,
    hold = false,
  ): Promise<PanelDate | Refusal> {
    const versions = await this.versions(actor, round);
    if (!Array.isArray(versions)) return versions;
    if (!setsPanelDate(actor))
      return refuse('notYourRole', 'When a panel meets is set by its chair, or by an administrator.');
    const now = this.clock.now();
    const problems = draft && refuseFields(panelDateProblems(draft, now.toISOString()));
    if (problems) return problems;
    const [last] = versions;
    const wanted = draft
      ? { startsAt: panelStart(draft)!, minutes: draft.minutes, place: keepable(draft.place).trim(), zone: draft.zone }
      : { startsAt: null, minutes: last.minutes, place: last.place, zone: last.zone };
    if (says(last, wanted)) return last;
    const values = [
      round,
      after,
      wanted.startsAt,
      wanted.minutes,
      wanted.place,
      wanted.zone,
      now,
      actor.id,
      actor.name,
    ];
    const made = await wholly(
      this.pool,
      (on) => this.put(on, round, values, hold),
      (done) => done !== null,
    );
    if (made) return made;
    const words =
      'Somebody has set the date of this panel since you opened this page. Compare, then set it again; nothing of yours was kept.';
    return { ...refuse('stale', words), revision: last.version };
  }

  /** Invites whoever came to a round since its date was set, and tells whoever left it; says how many mails were written. */
  async invite(on: Connection = this.pool, round: string | null = null): Promise<number> {
    return (await this.write(on, round)).length;
  }

  /** Writes what is owed, and says which mails that are. */
  private async write(on: Connection, round: string | null): Promise<string[]> {
    const now = this.clock.now().toISOString();
    const people = (await on.query<Actor>(WHO, [now])).rows.map(keysToPanel);
    const { rows } = await on.query<{ mails: string[] }>(INVITE, [round, now, JSON.stringify(people)]);
    return rows[0]!.mails;
  }

  private async put(on: Connection, round: string, values: unknown[], hold: boolean): Promise<PanelDate | null> {
    const { rows } = await on.query<PanelDate>(ADD, values);
    const mails = rows[0] ? await this.write(on, round) : [];
    if (hold && mails.length) await holdMails(on, mails, this.clock.now().toISOString());
    return rows[0] ?? null;
  }
}

/** What brings a person to a panel: the cases that they look after as chair or desk officer, unless a conflict closes them. */
function keysToPanel(person: Actor) {
  const leading = person.assignments.filter((a) => a.role === 'panelChair' || a.role === 'deskOfficer');
  return {
    person_id: person.id,
    leads: keysFor({ ...person, assignments: leading }).any,
    reviews: person.assignments.some((a) => a.role === 'reviewer'),
    closed: keysFor(person).none,
  };
}

/** Whether a version says what somebody sets: the same sent twice is one. */
const says = (
  last: PanelDate,
  wanted: { startsAt: string | null; minutes: number; place: string; zone: string },
): boolean =>
  (last.startsAt?.toISOString() ?? null) === wanted.startsAt &&
  (wanted.startsAt === null ||
    (last.minutes === wanted.minutes && last.place === wanted.place && last.zone === wanted.zone));
