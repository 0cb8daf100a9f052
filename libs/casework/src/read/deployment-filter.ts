import type { DeploymentStateName, FundingSource, Modality } from '#domain';
import { keepable } from '../keepable.js';
import { searchQuery } from './requests.js';

/** In post whatever comes next: what the figure “advisers in post” counts. Whose term has run out is not known to be in post. */
export const HELD = 'held';
/** The agreed end has passed, and it is not recorded that the adviser has left. */
export const RAN_OUT = 'ranOut';
/** The same in SQL, of the post `d` on the day `$3`; as the domain's `hasRunOut`. */
export const HAS_RUN_OUT = 'd.is_open AND d.adviser_name IS NOT NULL AND d.ends_on < $3::date';
const STATUSES: Record<string, string> = {
  [HELD]: 'd.is_open AND d.adviser_name IS NOT NULL AND (d.ends_on IS NULL OR d.ends_on >= $3::date)',
  [RAN_OUT]: HAS_RUN_OUT,
};
export interface DeploymentFilter {
  /** Country, place or adviser. */
  q?: string | undefined;
  region?: string | undefined;
  country?: string | undefined;
  /** Covers one of these countries, or stands in it. */
  countries?: readonly string[] | undefined;
  status?: DeploymentStateName | typeof HELD | typeof RAN_OUT | undefined;
  /** The present term ends within so many months, or has run out. */
  endsWithin?: number | undefined;
  modality?: Modality | undefined;
  /** Under the strategy's framework, or not. */
  framework?: boolean | undefined;
  /** The regional office that leads the cluster, by its name. */
  cluster?: string | undefined;
  /** The one who is in post, by id or by name. */
  adviser?: string | undefined;
  funding?: FundingSource | undefined;
  /** Only posts that are empty, or will be. */
  gap?: 'now' | 'ahead' | 'any' | undefined;
  /** `all`: those that have ended as well. */
  view?: 'all' | undefined;
}

/** The conditions of a list of posts, each with its value; the scope is not one of them. `d` is the post, `$3` the day. */
export function conditionsOf(filter: DeploymentFilter, values: unknown[]): string {
  const add = (sql: (n: string) => string, value: string | number | boolean | readonly string[]) =>
    sql(`$${values.push(typeof value === 'string' ? keepable(value) : value)}`);
  const query = searchQuery(filter.q);
  const { status } = filter;
  return [
    filter.view === 'all' || status === 'ended' ? '' : 'd.is_open',
    status ? (STATUSES[status] ?? add((n) => `d.state = ${n}`, status)) : '',
    filter.region ? add((n) => `d.regions @> ARRAY[${n}::text]`, filter.region) : '',
    filter.country ? add((n) => `(d.countries @> ARRAY[${n}::text] OR d.host = ${n})`, filter.country) : '',
    filter.countries ? add((n) => `(d.countries && ${n}::text[] OR d.host = ANY(${n}::text[]))`, filter.countries) : '',
    filter.endsWithin === undefined
      ? ''
      : add((n) => `d.is_open AND d.ends_on <= $3::date + make_interval(months => ${n}::int)`, filter.endsWithin),
    filter.modality ? add((n) => `d.modality = ${n}`, filter.modality) : '',
    filter.framework === undefined ? '' : filter.framework ? 'd.framework' : 'NOT d.framework',
    filter.cluster ? add((n) => `d.cluster = ${n}`, filter.cluster) : '',
    filter.adviser ? add((n) => `${n} IN (d.adviser_id::text, d.adviser_name)`, filter.adviser) : '',
    filter.funding ? add((n) => `d.funding @> ARRAY[${n}::text]`, filter.funding) : '',
    query ? add((n) => `d.words @@ to_tsquery('simple', ${n})`, query) : '',
  ]
    .filter(Boolean)
    .map((c) => ` AND ${c}`)
    .join('');
}
