import type { Pool } from 'pg';
import { Casework, contentOf, People, SAMPLES, type ReferenceData } from '#casework';
import { isRefusal, type Actor } from '#domain';
import { projectRoot, systemClock } from '#platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One real case, submitted, from which the others are copied: what is measured has the size of real requests. */
async function oneCase(pool: Pool, reference: ReferenceData): Promise<string> {
  const casework = new Casework(pool, systemClock, reference);
  const people = new People(pool, systemClock);
  const coordinator = (await people.find('t.nkwanyana-rolfsen@rc-tanzania.example')) as Actor;
  const file = readFileSync(join(projectRoot(), `libs/casework/data/samples/requests/${SAMPLES['01']}.json`), 'utf8');
  const opened = await casework.open(coordinator, contentOf(JSON.parse(file) as Record<string, unknown>));
  if (isRefusal(opened)) throw new Error(opened.message);
  const sent = await casework.advance(opened.ref, coordinator, { type: 'SUBMIT', declaration: true }, { revision: 1 });
  if (isRefusal(sent)) throw new Error(sent.message);
  return opened.ref;
}

const COPY = `
  WITH model AS (SELECT * FROM request WHERE ref = $1), places AS (
    SELECT array_agg(g.country_code ORDER BY g.country_code) AS codes, array_agg(g.region_code ORDER BY g.country_code) AS regions FROM country_region g WHERE g.valid_until IS NULL
  ), wanted AS MATERIALIZED (
    SELECT uuidv7() AS id, 'HRA-B' || n AS ref, p.codes[1 + n % cardinality(p.codes)] AS country, p.regions[1 + n % cardinality(p.codes)] AS region
    FROM places p, generate_series($2::int, $3::int) n
  ), filed AS (
    INSERT INTO case_file (id, kind) SELECT id, 'request' FROM wanted
  ), made AS (
    INSERT INTO request (id, revision, ref, machine_version, state, consultation, review, is_open, title, language, type, track, modality, round, countries, regions, version, created_at, submitted_at, changed_at, facts)
    SELECT x.id, 2, x.ref, m.machine_version, m.state, NULL, NULL, true, m.title, m.language, m.type, m.track, m.modality, m.round, ARRAY[x.country], ARRAY[x.region], 1, m.created_at, m.submitted_at, m.changed_at,
      m.facts || jsonb_build_object('id', x.id, 'ref', x.ref, 'summary', m.facts -> 'summary' || jsonb_build_object('countries', jsonb_build_array(x.country), 'regions', jsonb_build_array(x.region)),
        'consultation', jsonb_build_array(jsonb_build_object('key', 'regionalTeam:' || x.region, 'role', 'regionalTeam', 'region', x.region, 'state', 'awaited', 'advice', NULL)))
    FROM model m, wanted x
    RETURNING id, seq, ref, countries, regions, title
  ), scoped AS (
    INSERT INTO request_scope (scope, seq, request_id)
    SELECT s.scope, m.seq, m.id FROM made m, LATERAL unnest(ARRAY['audit', 'desk:*', 'team:*', 'rc:' || m.countries[1], 'desk:' || m.regions[1], 'team:' || m.regions[1]]) AS s(scope)
  ), clocks AS (
    INSERT INTO deadline (case_id, key, clock_group, holder, started_at, due_on, steps)
    SELECT m.id, 'screening', 'screening', 'deskOfficer', now(), current_date + 5, '[]' FROM made m
  )
  INSERT INTO request_search (request_id, seq, vector)
  SELECT m.id, m.seq, to_tsvector('simple', concat_ws(' ', m.ref, m.title, CASE WHEN m.seq % 100 = 0 THEN 'hundredth' END, CASE WHEN m.seq % 10 = 0 THEN 'tenth' END)) FROM made m`;

/** Fills the database up to so many requests, all submitted, over all countries. */
export async function seed(pool: Pool, reference: ReferenceData, total: number): Promise<void> {
  const ref = await oneCase(pool, reference);
  const batch = 50_000;
  const client = await pool.connect();
  // What is made here fits together: to have the database look up each row's parents would take most of the time.
  await client.query(`SET session_replication_role = replica; SET synchronous_commit = off`);
  for (let from = 1; from <= total; from += batch)
    await client.query(COPY, [ref, from, Math.min(from + batch - 1, total)]);
  client.release(true);
  await pool.query('VACUUM ANALYZE');
}
