import type { Pool } from 'pg';
import { postKeysFor, type Actor, type Day } from '#domain';
import type { ReadPost, ReadPresences } from '../presences/presence-shapes.js';
import { presenceTable, type PresenceTable } from '../presences/presence-table.js';

/** A day, or a whole year as annual reports have it. */
export type Asked = { on: Day } | { year: number };

// Who was expected on a day that has passed is not known to come, so no table of a time to come has them.
const IN_TIME = `t.from_on <= $4::date
  AND coalesce(t.until_on, CASE WHEN $3::date > $5::date THEN t.planned_until END, 'infinity') >= $3::date
  AND (t.kind <> 'successor' OR ($4::date > $5::date AND t.from_on >= $5::date))`;

/** Everything that one table says, in one statement. $1 and $2 are the keys, $3 and $4 the first and last day, $5 today. */
const TABLE = `
  WITH seen AS MATERIALIZED (
    SELECT DISTINCT s.deployment_id AS id FROM deployment_scope s WHERE s.scope = ANY($1)
      AND NOT EXISTS (SELECT FROM deployment_scope x WHERE x.scope = ANY($2) AND x.seq = s.seq)
  ), covers AS (
    SELECT t.deployment_id AS id, jsonb_agg(jsonb_build_object('kind', t.kind, 'name', t.name, 'detail', t.detail, 'from', t.from_on, 'until', t.until_on,
      'planned', t.planned_until, 'fromCertainty', t.from_certainty, 'untilCertainty', t.until_certainty) ORDER BY t.from_on, t.key) AS terms
    FROM deployment_cover t WHERE ${IN_TIME} AND t.deployment_id IN (SELECT id FROM seen) GROUP BY t.deployment_id
  ), between AS (
    SELECT d.id FROM deployment d JOIN seen USING (id) WHERE d.origin = 'history' AND NOT EXISTS (SELECT FROM covers c WHERE c.id = d.id)
      AND EXISTS (SELECT FROM deployment_cover t WHERE t.deployment_id = d.id AND t.until_on < $3::date)
      AND EXISTS (SELECT FROM deployment_cover t WHERE t.deployment_id = d.id AND t.from_on > $4::date)
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object('ref', d.ref, 'modality', d.modality, 'dutyStation', d.duty_station, 'host', d.host, 'regions', d.regions,
      'history', d.origin = 'history', 'terms', coalesce(c.terms, '[]'),
      'marks', CASE WHEN $4::date >= $5::date THEN jsonb_build_array(jsonb_build_object('from', $4::date, 'under', d.framework)) ELSE coalesce(d.facts #> '{post,framework}', '[]') END,
      'ending', CASE WHEN d.state = 'ended' THEN d.facts -> 'ending' END,
      'countries', (SELECT coalesce(jsonb_agg(DISTINCT t.country), '[]') FROM deployment_country t
        WHERE t.deployment_id = d.id AND t.from_on <= $4::date AND (t.until_on IS NULL OR t.until_on >= $3::date)),
      'next', CASE WHEN d.state = 'ended' AND d.facts #>> '{ending,on}' BETWEEN $3::text AND left($4::text, 4) || '-12-31' THEN (
        SELECT jsonb_build_object('modality', o.modality, 'from', t.from_on, 'certainty', t.from_certainty)
        FROM deployment_cover t JOIN deployment o ON o.id = t.deployment_id JOIN seen v ON v.id = o.id
        WHERE t.kind = 'incumbency' AND o.host = d.host AND o.id <> d.id AND t.from_on > (d.facts #>> '{ending,on}')::date
          AND t.from_on <= (d.facts #>> '{ending,on}')::date + 366 ORDER BY t.from_on LIMIT 1) END,
      'contradictions', CASE WHEN d.origin = 'history' THEN (
        SELECT jsonb_agg(jsonb_build_object('kind', x.kind, 'words', x.words, 'decision',
          (SELECT s.decision FROM presence_settlement s WHERE s.contradiction_key = x.key ORDER BY s.id DESC LIMIT 1)) ORDER BY x.key)
        FROM presence_post p JOIN presence_contradiction x ON x.post = split_part(p.key, ' ', 1)
        WHERE p.deployment_id = d.id AND x.years && ARRAY(SELECT generate_series(extract(year FROM $3::date)::int, extract(year FROM $4::date)::int)::smallint)) END
    ) ORDER BY d.ref), '[]') AS posts,
    (SELECT jsonb_object_agg(k.code, jsonb_build_object('name', coalesce(n.name_en, k.name_en), 'notes', array_remove(ARRAY[n.footnote, k.footnote_en], NULL)))
      FROM country k LEFT JOIN LATERAL (SELECT f.name_en, f.footnote FROM country_name f
        WHERE f.country_code = k.code AND (f.valid_from IS NULL OR f.valid_from <= $4::date) AND f.valid_until > $4::date
        ORDER BY f.valid_until LIMIT 1) n ON true) AS countries,
    (SELECT jsonb_object_agg(r.code, coalesce(n.name_en, r.name_en)) FROM region r
      LEFT JOIN region_name n ON n.region_code = r.code AND n.valid_from <= $4::date AND (n.valid_until IS NULL OR n.valid_until > $4::date)) AS regions,
    (SELECT coalesce(jsonb_agg(DISTINCT p.report_region), '[]') FROM presence p
      WHERE p.year BETWEEN extract(year FROM $3::date) AND extract(year FROM $4::date)) AS listed
  FROM deployment d LEFT JOIN covers c USING (id) WHERE c.id IS NOT NULL OR d.id IN (SELECT id FROM between)`;

/** What the statement gives: names once, since a thousand rows have the same few. */
interface KeptPresences {
  posts: (Omit<ReadPost, 'countries' | 'regionNames' | 'contradictions'> & {
    countries: string[];
    contradictions: ReadPost['contradictions'] | null;
  })[];
  countries: Record<string, { name: string; notes: string[] }>;
  regions: Record<string, string>;
  listed: string[];
}

/** Gives countries and regions the names of the day. */
function named({ posts, countries, regions, listed }: KeptPresences): ReadPresences {
  const country = (code: string) => ({ code, ...(countries[code] ?? { name: code, notes: [] }) });
  return {
    listed,
    posts: posts.map((post) => ({
      ...post,
      countries: [...new Set([...(post.host ? [post.host] : []), ...post.countries])]
        .map(country)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
      regionNames: post.regions.map((code) => regions[code] ?? code),
      contradictions: post.contradictions ?? [],
    })),
  };
}

/** Who was where: the table of presences on any day and in any year, as far as a person may see posts. */
export class Presences {
  constructor(private readonly pool: Pool) {}

  /** The table of a day or of a year. */
  async table(actor: Actor, asked: Asked, today: Day): Promise<PresenceTable> {
    const [from, until] = 'on' in asked ? [asked.on, asked.on] : [`${asked.year}-01-01`, `${asked.year}-12-31`];
    const { any, none } = postKeysFor(actor);
    const values = [any, none, from, until, today];
    const { rows } = await this.pool.query<KeptPresences>({ name: 'presences', text: TABLE, values });
    return presenceTable(named(rows[0]!), { from, until, today });
  }
}
