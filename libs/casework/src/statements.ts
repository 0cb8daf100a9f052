/**
 * The two statements of the write path. They leave the ORM because the bench shows that it pays: named statements of the
 * driver, two trips to the database for each step of a case. Nothing here knows an event by name.
 */

/** Reads everything that one decision needs. $1 ref, $2 with content and criteria, $3 persons named, $4 sender, $5 key of the sender. */
export const READ_CASE = `
  SELECT r.id, r.seq, r.revision, r.facts, a.hash AS previous_hash,
    CASE WHEN $2 THEN (SELECT c.content FROM request_content c WHERE c.request_id = r.id) END AS content,
    (SELECT jsonb_build_object('fingerprint', encode(k.fingerprint, 'hex'), 'answer', k.answer)
       FROM receipt k WHERE k.person_id = $4 AND k.key = $5) AS receipt,
    CASE WHEN cardinality($3::text[]) > 0 THEN (
      SELECT jsonb_agg(jsonb_build_object('id', p.id, 'email', p.email, 'name', p.name, 'assignments', (
          SELECT coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'regions', s.regions, 'countries', s.countries)), '[]')
            FROM assignment s WHERE s.person_id = p.id AND s.valid_from <= $6::date AND (s.valid_until IS NULL OR s.valid_until >= $6::date))))
        FROM person p WHERE p.id::text = ANY($3) OR p.email = ANY($3)) END AS people
  FROM request r LEFT JOIN audit_event a ON a.request_id = r.id AND a.seq = r.revision
  WHERE r.ref = $1`;

const COLUMNS = `machine_version, state, consultation, review, is_open, title, language, type, track, modality, round,
  countries, regions, version, created_at, submitted_at, changed_at, facts`;

const VALUES = `
  SELECT x.machine_version, x.state, x.consultation, x.review, x.is_open, x.title, x.language, x.type, x.track, x.modality, x.round,
    ARRAY(SELECT jsonb_array_elements_text(x.countries)), ARRAY(SELECT jsonb_array_elements_text(x.regions)),
    x.version, x.created_at, x.submitted_at, x.changed_at, $3::jsonb
  FROM jsonb_to_record($4::jsonb) AS x(machine_version smallint, state text, consultation text, review text, is_open boolean, title text,
    language text, type text, track text, modality text, round text, countries jsonb, regions jsonb, version integer,
    created_at timestamptz, submitted_at timestamptz, changed_at timestamptz)`;

const MOVE = `
  UPDATE request SET revision = revision + 1, (${COLUMNS}) = (${VALUES})
  WHERE id = $1 AND revision = $2
  RETURNING id, seq, revision`;

const OPEN = `
  INSERT INTO request (id, revision, ref, ${COLUMNS})
  SELECT $1, $2::integer + 1, $14::text, v.* FROM (${VALUES}) v
  RETURNING id, seq, revision`;

/** Everything that follows from the row that moved; when the row did not move, nothing else is written. */
const FOLLOWING = `
  recorded AS (
    INSERT INTO audit_event (request_id, seq, at, event, name, actor_id, actor_name, role, acting_for, data, state, clocks, previous_hash, hash)
    SELECT m.id, m.revision, e.at, e.event, e.name, e.actor_id, e.actor_name, e.role, e.acting_for, e.data, e.state, e.clocks, $5::bytea,
      audit_hash($5::bytea, m.id, m.revision, e.at, e.event, e.name, e.actor_id, e.actor_name, e.role, e.acting_for, e.data, e.state, e.clocks)
    FROM moved m, jsonb_to_record($6::jsonb) AS e(at timestamptz, event text, name text, actor_id uuid, actor_name text, role text, acting_for text,
      data jsonb, state jsonb, clocks jsonb)
  ), told AS (
    INSERT INTO outbox (request_id, revision, notice, person_id, clock_key, created_at)
    SELECT m.id, m.revision, n.name, n."personId", n.clock, $7::timestamptz
    FROM moved m, jsonb_to_recordset($8::jsonb) AS n(name text, "personId" uuid, clock text)
  ), closed AS (
    DELETE FROM request_scope s USING moved m, jsonb_array_elements_text($9::jsonb -> 'remove') AS gone
    WHERE s.scope = gone AND s.seq = m.seq
  ), opened AS (
    INSERT INTO request_scope (scope, seq, request_id)
    SELECT added, m.seq, m.id FROM moved m, jsonb_array_elements_text($9::jsonb -> 'add') AS added
  ), stopped AS (
    DELETE FROM deadline d USING moved m, jsonb_array_elements_text($10::jsonb -> 'remove') AS gone
    WHERE d.request_id = m.id AND d.key = gone
  ), started AS (
    INSERT INTO deadline (request_id, key, clock_group, holder, person_id, region, started_at, due_on, stopped_with, steps, step, next_at)
    SELECT m.id, c.key, c."group", c.holder, c."personId", c.region, c."startedAt", c."dueOn", c."stoppedWith", c.steps, 0, (c.steps -> 0 ->> 'at')::timestamptz
    FROM moved m, jsonb_to_recordset($10::jsonb -> 'set') AS c(key text, "group" text, holder text, "personId" uuid, region text,
      "startedAt" timestamptz, "dueOn" date, "stoppedWith" integer, steps jsonb)
    ON CONFLICT (request_id, key) DO UPDATE SET (clock_group, holder, person_id, region, started_at, due_on, stopped_with, steps, step, next_at) =
      ROW (excluded.clock_group, excluded.holder, excluded.person_id, excluded.region, excluded.started_at, excluded.due_on, excluded.stopped_with,
        excluded.steps, 0, excluded.next_at)
  ), appointed AS (
    INSERT INTO appointment (request_id, person_id, state, appointed_at)
    SELECT m.id, a.person_id, a.state, a.appointed_at
    FROM moved m, jsonb_to_recordset($11::jsonb) AS a(person_id uuid, state text, appointed_at timestamptz)
    ON CONFLICT (request_id, person_id) DO UPDATE SET state = excluded.state WHERE appointment.state <> excluded.state
  ), written AS (
    INSERT INTO request_content (request_id, content)
    SELECT m.id, t.value FROM moved m, jsonb_each($12::jsonb) AS t WHERE t.key = 'content'
    ON CONFLICT (request_id) DO UPDATE SET content = excluded.content
  ), frozen AS (
    INSERT INTO request_version (request_id, number, content, documents, questionnaire_id, submitted_at, submitted_by, acting_for, gaps_reason)
    SELECT m.id, f.number, f.content, f.documents, f.questionnaire_id, $7::timestamptz, f.submitted_by, f.acting_for, f.gaps_reason
    FROM moved m, jsonb_each($12::jsonb) AS t,
      jsonb_to_record(t.value) AS f(number integer, content jsonb, documents jsonb, questionnaire_id text, submitted_by text, acting_for text, gaps_reason text)
    WHERE t.key = 'version'
  ), indexed AS (
    INSERT INTO request_search (request_id, seq, vector)
    SELECT m.id, m.seq, setweight(to_tsvector('simple', t.value ->> 'title'), 'A') || to_tsvector('simple', t.value ->> 'body')
      || array_to_tsvector(ARRAY(SELECT jsonb_array_elements_text(t.value -> 'locks')))
    FROM moved m, jsonb_each($12::jsonb) AS t WHERE t.key = 'search'
    ON CONFLICT (request_id) DO UPDATE SET vector = excluded.vector
  ), receipted AS (
    INSERT INTO receipt (person_id, key, fingerprint, answer, given_at)
    SELECT k.person_id, k.key, decode(k.fingerprint, 'hex'), k.answer, $7::timestamptz
    FROM moved m, jsonb_to_recordset($13::jsonb) AS k(person_id uuid, key text, fingerprint text, answer jsonb)
  )
  SELECT m.revision, CASE WHEN jsonb_array_length($8::jsonb) > 0 THEN pg_notify('outbox', '') END AS woken FROM moved m`;

/** One guarded write: the row moves on only from the revision that was decided on. */
export const WRITE_STEP = `WITH moved AS (${MOVE}), ${FOLLOWING}`;
/** The same for a new case. */
export const WRITE_OPENING = `WITH moved AS (${OPEN}), ${FOLLOWING}`;
