import type { Pool } from 'pg';

/** Numbers between 0 and 1 that are the same in every run. */
const chance = (salt: string): string => `(('x' || substr(md5(n || '${salt}'), 1, 7))::bit(28)::int / 268435456.0)`;
const NAMES = `ARRAY['T. Lindqvist', 'R. Sokha', 'P. Arce', 'L. Haddad', 'E. Weber', 'A. Duarte', 'M. Petrov', 'J. Mendes', 'N. Okonjo', 'S. Tamrat']`;

/** Posts over all countries, in every condition; the last term of a post and the three or four before it. */
const POSTS = `
  CREATE TEMPORARY TABLE made ON COMMIT DROP AS
  WITH places AS (
    SELECT array_agg(g.country_code ORDER BY g.country_code) AS codes, array_agg(g.region_code ORDER BY g.country_code) AS regions FROM country_region g WHERE g.valid_until IS NULL
  ), drawn AS (
    SELECT n, uuidv7() AS id, 1 + n % cardinality(p.codes) AS at, ${chance('state')} AS s, ${chance('end')} AS e, ${chance('kind')} AS k, ${chance('next')} AS x, p.codes, p.regions
    FROM places p, generate_series($1::int, $2::int) n
  ), told AS (
    SELECT d.*, d.codes[d.at] AS country, d.regions[d.at] AS region, ${NAMES} AS names,
      CASE WHEN s < .15 THEN 'ended' WHEN s < .2 THEN 'vacant' WHEN s < .24 THEN 'recruiting' WHEN s < .30 THEN 'renewal' WHEN s < .32 THEN 'closing' ELSE 'inPost' END AS state,
      CASE WHEN k < .7 THEN 'inCountry' WHEN k < .82 THEN 'national' WHEN k < .92 THEN 'multiCountry' WHEN k < .96 THEN 'surge' ELSE 'regionalOfficeCover' END AS modality
    FROM drawn d
  )
  SELECT t.*, state IN ('inPost', 'renewal', 'closing') AS held,
    CASE state WHEN 'inPost' THEN $3::date + 150 + (e * 600)::int WHEN 'renewal' THEN $3::date + 20 + (e * 220)::int WHEN 'closing' THEN $3::date + (e * 40)::int - 5
      WHEN 'vacant' THEN $3::date - 1 - (e * 300)::int WHEN 'ended' THEN $3::date - 90 - (e * 3600)::int END AS ends_on,
    CASE WHEN modality = 'multiCountry' THEN ARRAY[country, codes[1 + n * 7 % cardinality(codes)], codes[1 + n * 11 % cardinality(codes)]] ELSE ARRAY[country] END AS countries
  FROM told t`;

const ROWS = [
  `INSERT INTO case_file (id, kind) SELECT id, 'deployment' FROM made`,
  `INSERT INTO deployment (id, revision, ref, machine_version, state, tenure, recruitment, is_open, title, language, modality, host, duty_station, countries, regions, framework, origin,
     adviser_id, adviser_name, in_post_since, ends_on, empty_since, successor_name, successor_on, recruiting_since, candidate_on, renewal, stage_since, stage_days, to_end, attention_on, funding, funded_until, created_at, changed_at, words, facts)
   SELECT m.id, 4, 'DEP-B' || m.n, 1, m.state, CASE WHEN m.state = 'ended' THEN NULL WHEN m.state IN ('vacant', 'recruiting') THEN 'vacant' WHEN m.state = 'inPost' THEN 'serving' ELSE m.state END,
     CASE WHEN m.state = 'ended' THEN NULL WHEN q.search IS NULL THEN 'idle' ELSE q.search END, m.state <> 'ended', 'Human Rights Adviser, ' || c.name_en, 'en', m.modality, m.country, 'Capital', m.countries, ARRAY[m.region], m.k < .8, 'request',
     NULL, CASE WHEN m.held THEN m.names[1 + m.n % 10] END, CASE WHEN m.held THEN m.ends_on - 729 END, CASE WHEN m.held THEN m.ends_on END, CASE WHEN m.state = 'vacant' THEN m.ends_on + 1 END,
     CASE WHEN q.search = 'onboarding' THEN m.names[1 + m.n * 3 % 10] END, CASE WHEN q.search = 'onboarding' THEN greatest($3::date + 10, m.ends_on + 1) + (m.x * 100)::int END,
     CASE WHEN q.search IS NOT NULL THEN $3::date - 60 END, CASE WHEN q.search = 'onboarding' THEN greatest($3::date + 10, m.ends_on + 1) + (m.x * 100)::int END, NULL, CASE WHEN q.search IS NOT NULL THEN $3::date - 20 END,
     jsonb_build_object('sourcing', jsonb_build_array((20 + m.x * 30)::int), 'shortlisting', jsonb_build_array((30 + m.e * 40)::int), 'selection', jsonb_build_array((25 + m.s * 30)::int), 'onboarding', jsonb_build_array((40 + m.k * 50)::int)),
     m.state = 'closing' AND m.x < .3, NULL, CASE WHEN m.k < .6 THEN ARRAY['fund'] WHEN m.k < .8 THEN ARRAY['fund', 'unct'] ELSE ARRAY['ohchr'] END, $3::date + 300, $3::date - 4000, $3::date - 10,
     to_tsvector('simple', 'DEP-B' || m.n || ' ' || c.name_en || ' ' || m.names[1 + m.n % 10]), jsonb_build_object('kind', 'deployment', 'ref', 'DEP-B' || m.n, 'text', repeat(md5(m.n::text), 200))
   FROM made m JOIN country c ON c.code = m.country CROSS JOIN LATERAL (
     SELECT CASE WHEN m.state = 'ended' OR (m.held AND m.x < .7) OR (m.state = 'vacant' AND m.x < .3) THEN NULL WHEN m.x < .8 THEN 'shortlisting' WHEN m.x < .9 THEN 'selection' ELSE 'onboarding' END AS search) q`,
  `INSERT INTO deployment_scope (scope, seq, deployment_id)
   SELECT DISTINCT s.scope, d.seq, d.id FROM made m JOIN deployment d ON d.id = m.id,
     LATERAL unnest(ARRAY['audit', 'fund', 'desk:*', 'team:*', 'desk:' || m.region, 'team:' || m.region] || ARRAY(SELECT 'rc:' || c FROM unnest(m.countries) c)) AS s(scope)`,
  `INSERT INTO deployment_cover (deployment_id, key, kind, name, detail, from_on, until_on, planned_until, from_certainty, until_certainty)
   SELECT m.id, 'term:' || t, 'incumbency', m.names[1 + (m.n + t) % 10], CASE WHEN t > 0 OR NOT m.held THEN 'termEnded' END, m.ends_on - 729 - t * 800, CASE WHEN t > 0 OR NOT m.held THEN m.ends_on - t * 800 - (m.e * 60)::int * least(t, 1) END,
     m.ends_on - t * 800, CASE WHEN t > 2 THEN 'year' ELSE 'day' END, 'day'
   FROM made m, generate_series(0, CASE WHEN m.state = 'ended' THEN 4 ELSE 3 END) t WHERE m.state <> 'recruiting'
   UNION ALL SELECT m.id, 'bridge:1', 'bridge', 'Regional office', 'regionalOffice', m.ends_on + 5, $3::date + 40, $3::date + 40, 'day', 'day' FROM made m WHERE m.state = 'vacant' AND m.k < .5
   UNION ALL SELECT d.id, 'successor', 'successor', d.successor_name, NULL, d.successor_on, NULL, NULL, 'day', 'day' FROM made m JOIN deployment d ON d.id = m.id WHERE d.successor_on IS NOT NULL`,
  `INSERT INTO deployment_country (deployment_id, key, country, days_per_month, from_on)
   SELECT m.id, c || ' 2012-01-01', c, CASE WHEN cardinality(m.countries) > 1 THEN 7 END, '2012-01-01' FROM made m, LATERAL (SELECT DISTINCT unnest(m.countries)) AS x(c)`,
  `INSERT INTO deadline (case_id, key, clock_group, holder, started_at, due_on, steps)
   SELECT m.id, 'report', 'report', 'adviser', now(), $3::date + (m.x * 90)::int, '[]' FROM made m WHERE m.held`,
  `UPDATE deployment d SET attention_on = coalesce(d.empty_since, d.ends_on) FROM made m WHERE m.id = d.id AND d.is_open`,
];

/** Fills the database with so many posts, set by set. Their terms are four times as many. */
export async function seedDeployments(pool: Pool, total: number, day: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(POSTS, [1, total, day]);
    for (const text of ROWS) await client.query(text.replaceAll('$3::date', `'${day}'::date`));
    await client.query('COMMIT');
  } finally {
    client.release();
  }
  await pool.query('VACUUM ANALYZE');
}
