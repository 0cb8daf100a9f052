import { keysFor, type Actor, type StateName } from '#domain';
import { keepable } from '../keepable.js';
import type { DeploymentFilter } from './deployment-filter.js';
import { searchQuery } from './requests.js';

/** The latest of the requests under way for a country, with how many there are. */
export interface RequestedPoint {
  ref: string;
  /** The country that is named first. */
  country: string;
  countries: string[];
  regions: string[];
  state: StateName;
  requests: number;
}

/** So many of the latest are looked at: a map has no more countries than that, however many requests there are. */
export const MOST_REQUESTED = 500;

/** Whether a filter asks for something that only a post has: no request fits it then. */
const onlyPosts = ({ status, endsWithin, framework, adviser, funding, gap }: DeploymentFilter): boolean =>
  [status, endsWithin, framework, adviser, funding, gap].some((given) => given !== undefined);

function conditionsOf({ region, country, countries, modality, q }: DeploymentFilter, values: unknown[]): string {
  const add = (sql: (n: string) => string, value: string | readonly string[]) =>
    ` AND ${sql(`$${values.push(typeof value === 'string' ? keepable(value) : value)}`)}`;
  const words = searchQuery(q);
  return [
    region ? add((n) => `r.regions @> ARRAY[${n}::text]`, region) : '',
    country ? add((n) => `r.countries @> ARRAY[${n}::text]`, country) : '',
    countries ? add((n) => `r.countries && ${n}::text[]`, countries) : '',
    modality ? add((n) => `r.modality = ${n}`, modality) : '',
    words
      ? add(
          (n) =>
            `EXISTS (SELECT FROM request_search w WHERE w.request_id = r.id AND w.vector @@ to_tsquery('simple', ${n}))`,
          words,
        )
      : '',
  ].join('');
}

/**
 * The requests that have been submitted and have not led to a post yet, by the filter of posts as far as it fits requests
 * too; null where it does not. The locks of requests decide who sees them. $1 and $2 are the keys.
 */
export function requestedQuery(actor: Actor, filter: DeploymentFilter): { text: string; values: unknown[] } | null {
  if (onlyPosts(filter)) return null;
  const keys = keysFor(actor);
  const values: unknown[] = [keys.any, keys.none];
  const where = conditionsOf(filter, values);
  const text = `
    SELECT DISTINCT ON (l.country) l.ref, l.country, l.countries, l.regions, l.state, count(*) OVER (PARTITION BY l.country)::int AS requests FROM (
      SELECT DISTINCT ON (x.seq) x.* FROM unnest($1::text[]) AS k(scope) CROSS JOIN LATERAL (
        SELECT r.seq, r.ref, r.countries[1] AS country, r.countries, r.regions, r.state
        FROM request_scope s JOIN request r ON r.id = s.request_id
        WHERE s.scope = k.scope AND r.is_open AND r.version > 0${where}
          AND NOT EXISTS (SELECT FROM request_scope n WHERE n.scope = ANY($2) AND n.seq = s.seq)
        ORDER BY s.seq DESC LIMIT ${MOST_REQUESTED}) x
      ORDER BY x.seq DESC LIMIT ${MOST_REQUESTED}) l
    ORDER BY l.country, l.seq DESC`;
  return { text, values };
}
