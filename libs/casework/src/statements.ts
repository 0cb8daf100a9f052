import { conflictsOn } from './registered-on.js';
import { OPTION } from './read/options.js';

/**
 * The two statements of the write path, for each kind of case. They leave the ORM because the bench shows that it pays:
 * named statements of the driver, two trips to the database for each step of a case. Nothing here knows an event by name.
 */

/** What the statements have to know of a kind of case; its row is in `table`, its locks in `table`_scope. */
export interface KindOfRow {
  table: 'request' | 'deployment';
  /** Columns of the row as the statement `$4` gives them, each with its type; text[] comes as jsonb. */
  columns: Record<string, string>;
  /** What is read beside the row for a decision; $2 says whether it is needed. */
  beside: string;
  /** What else follows from the row that moved, from $11 and $12; each ends with a comma. */
  following: string;
}

/** Reads everything that one decision needs. $1 ref, $2 with what is beside it, $3 persons named, $4 sender, $5 key of the sender, $6 today, $7 option named. */
const read = ({ table, beside }: KindOfRow): string => `
  SELECT r.id, r.seq, r.revision, r.facts, a.hash AS previous_hash,
    CASE WHEN $2 THEN ${beside} END AS content,
    (SELECT jsonb_build_object('fingerprint', encode(k.fingerprint, 'hex'), 'answer', k.answer)
       FROM receipt k WHERE k.person_id = $4 AND k.key = $5) AS receipt,
    CASE WHEN cardinality($3::text[]) > 0 THEN (
      SELECT jsonb_agg(jsonb_build_object('id', p.id, 'email', p.email, 'name', p.name, 'conflicts', ${conflictsOn('$6::date')}, 'assignments', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'regions', s.regions, 'countries', s.countries)), '[]')
            FROM assignment s WHERE s.person_id = p.id AND s.valid_from <= $6::date AND (s.valid_until IS NULL OR s.valid_until >= $6::date))))
        FROM person p WHERE p.id::text = ANY($3) OR p.email = ANY($3)) END AS people,
    CASE WHEN $7::text IS NOT NULL THEN (
      SELECT ${OPTION}
        FROM regional_option o JOIN regional_option_version v ON v.option_id = o.id AND v.version = o.version WHERE o.id::text = $7) END AS option
  FROM ${table} r LEFT JOIN audit_event a ON a.case_id = r.id AND a.seq = r.revision
  WHERE r.ref = $1`;

const names = ({ columns }: KindOfRow): string => [...Object.keys(columns), 'facts'].join(', ');
const values = ({ columns }: KindOfRow): string => {
  const taken = Object.entries(columns).map(([name, type]) =>
    type === 'text[]'
      ? `ARRAY(SELECT jsonb_array_elements_text(x.${name}))`
      : type === 'words'
        ? `to_tsvector('simple', x.${name})`
        : `x.${name}`,
  );
  const given = Object.entries(columns).map(
    ([name, type]) => `${name} ${type === 'text[]' ? 'jsonb' : type === 'words' ? 'text' : type}`,
  );
  return `SELECT ${taken.join(', ')}, $3::jsonb FROM jsonb_to_record($4::jsonb) AS x(${given.join(', ')})`;
};

const move = (kind: KindOfRow): string => `moved AS (
  UPDATE ${kind.table} SET revision = revision + 1, (${names(kind)}) = (${values(kind)})
  WHERE id = $1 AND revision = $2
  RETURNING id, seq, revision)`;

const open = (kind: KindOfRow): string => `filed AS (
  INSERT INTO case_file (id, kind) VALUES ($1, '${kind.table}')
), moved AS (
  INSERT INTO ${kind.table} (id, revision, ref, ${names(kind)})
  SELECT $1, $2::integer + 1, $14::text, v.* FROM (${values(kind)}) v
  RETURNING id, seq, revision)`;

/** Everything that follows from the row that moved; when the row did not move, nothing else is written. */
const follow = ({ table, following }: KindOfRow): string => `
  recorded AS (
    INSERT INTO audit_event (case_id, seq, at, event, name, actor_id, actor_name, role, acting_for, data, state, clocks, previous_hash, hash)
    SELECT m.id, m.revision, e.at, e.event, e.name, e.actor_id, e.actor_name, e.role, e.acting_for, e.data, e.state, e.clocks, $5::bytea,
      audit_hash($5::bytea, m.id, m.revision, e.at, e.event, e.name, e.actor_id, e.actor_name, e.role, e.acting_for, e.data, e.state, e.clocks)
    FROM moved m, jsonb_to_record($6::jsonb) AS e(at timestamptz, event text, name text, actor_id uuid, actor_name text, role text, acting_for text,
      data jsonb, state jsonb, clocks jsonb)
  ), told AS (
    INSERT INTO outbox (case_id, revision, notice, person_id, clock_key, parties, created_at)
    SELECT m.id, m.revision, n.name, n."personId", n.clock, coalesce(n.parties, '{}'), $7::timestamptz
    FROM moved m, jsonb_to_recordset($8::jsonb) AS n(name text, "personId" uuid, clock text, parties text[])
  ), hooked AS (
    INSERT INTO webhook_delivery (webhook_id, case_id, seq, type, told_at)
    SELECT w.id, m.id, m.revision, '${table}.' || e.name, e.at
    FROM moved m, jsonb_to_record($6::jsonb) AS e(at timestamptz, name text), webhook w
    WHERE w.off_at IS NULL AND '${table}.' || e.name = ANY(w.types) RETURNING 1
  ), closed AS (
    DELETE FROM ${table}_scope s USING moved m, jsonb_array_elements_text($9::jsonb -> 'remove') AS gone
    WHERE s.scope = gone AND s.seq = m.seq
  ), opened AS (
    INSERT INTO ${table}_scope (scope, seq, ${table}_id)
    SELECT added, m.seq, m.id FROM moved m, jsonb_array_elements_text($9::jsonb -> 'add') AS added
  ), stopped AS (
    DELETE FROM deadline d USING moved m, jsonb_array_elements_text($10::jsonb -> 'remove') AS gone
    WHERE d.case_id = m.id AND d.key = gone
  ), started AS (
    INSERT INTO deadline (case_id, key, clock_group, holder, person_id, region, started_at, due_on, stopped_with, steps, station, counted_from, counted_days, step, next_at)
    SELECT m.id, c.key, c."group", c.holder, c."personId", c.region, c."startedAt", c."dueOn", c."stoppedWith", c.steps, c.station, (c.counted ->> 'from')::date, (c.counted ->> 'days')::integer, 0, (c.steps -> 0 ->> 'at')::timestamptz
    FROM moved m, jsonb_to_recordset($10::jsonb -> 'set') AS c(key text, "group" text, holder text, "personId" uuid, region text,
      "startedAt" timestamptz, "dueOn" date, "stoppedWith" integer, steps jsonb, station text, counted jsonb)
    ON CONFLICT (case_id, key) DO UPDATE SET (clock_group, holder, person_id, region, started_at, due_on, stopped_with, steps, station, counted_from, counted_days, step,
      next_at) =
      ROW (excluded.clock_group, excluded.holder, excluded.person_id, excluded.region, excluded.started_at, excluded.due_on, excluded.stopped_with,
        excluded.steps, excluded.station, excluded.counted_from, excluded.counted_days, 0, excluded.next_at)
  ), ${following} receipted AS (
    INSERT INTO receipt (person_id, key, fingerprint, answer, given_at)
    SELECT k.person_id, k.key, decode(k.fingerprint, 'hex'), k.answer, $7::timestamptz
    FROM moved m, jsonb_to_recordset($13::jsonb) AS k(person_id uuid, key text, fingerprint text, answer jsonb)
  )
  SELECT m.revision, CASE WHEN jsonb_array_length($8::jsonb) > 0 OR EXISTS (SELECT FROM hooked) THEN pg_notify('outbox', '') END AS woken FROM moved m`;

/** The statements of a kind of case, with the names under which the driver keeps them. */
export const statementsOf = (kind: KindOfRow) => ({
  read: { name: `read-${kind.table}`, text: read(kind) },
  /** One guarded write: the row moves on only from the revision that was decided on. */
  step: { name: `step-${kind.table}`, text: `WITH ${move(kind)}, ${follow(kind)}` },
  /** The same for a new case. */
  opening: { name: `open-${kind.table}`, text: `WITH ${open(kind)}, ${follow(kind)}` },
});
