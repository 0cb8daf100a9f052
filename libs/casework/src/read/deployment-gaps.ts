import type { Day } from '#domain';
import { FIELDS, type PostRow, type PostView } from './deployments.js';

export interface Bridger {
  ref: string;
  host: string;
  adviser: string;
  since: Day;
  endsOn: Day | null;
  regions: string[];
  countries: string[];
}
/** The gaps of now before those ahead, each the most urgent first. */
export const gapsOf = (view: PostView, limit: number): Promise<(PostRow & { total: number })[]> =>
  view.ask<PostRow & { total: number }>(
    (posts) => `
      SELECT ${FIELDS}, l.total FROM (SELECT * FROM (
        SELECT p.*, row_number() OVER (PARTITION BY p.gap ORDER BY p.urgency COLLATE "C", p.seq) AS place, count(*) OVER (PARTITION BY p.gap)::int AS total
        FROM ${posts} p WHERE p.gap IS NOT NULL) g WHERE g.place <= ${Math.trunc(limit)}) l
      ORDER BY l.gap DESC, l.urgency COLLATE "C", l.seq`,
  );

/** Who could stand in: for each country of these regions, one adviser who stays for now. The filter of the page is left aside. */
export const bridgersIn = (view: PostView, regions: readonly string[]): Promise<Bridger[]> =>
  view.ask<Bridger>(
    (posts, given) => `
      SELECT DISTINCT ON (p.host) p.ref, p.host, p.adviser_name AS adviser, p.in_post_since::text AS since, p.ends_on::text AS "endsOn", p.regions, p.countries FROM ${posts} p
      WHERE p.standing = 'now' AND p.host IS NOT NULL AND p.regions && ${given(regions)}::text[] ORDER BY p.host, p.ends_on DESC NULLS LAST, p.seq`,
    {},
  );
