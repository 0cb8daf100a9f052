import { deploymentLocksOf, evolveDeployment, type DeploymentEntry, type DeploymentFacts } from '#domain';
import { countryRows, coverRows, deploymentRow } from './deployment-rows.js';
import {
  BATCH,
  clocksKept,
  commonTo,
  differencesIn,
  entriesKept,
  INSTANT,
  sorted,
  type KeptCase,
  type Verified,
} from './verified.js';

/** Everything that is kept of some posts, in the shape in which the record says it. */
const KEPT = `
  SELECT r.ref, r.seq, r.revision, r.facts,
    to_jsonb(r) - '{id,seq,ref,revision,machine_version,words,facts}'::text[]
      || jsonb_build_object('created_at', ${INSTANT('r.created_at')}, 'changed_at', ${INSTANT('r.changed_at')}) AS columns,
    ${entriesKept},
    (SELECT jsonb_agg(CASE WHEN s.seq = r.seq THEN s.scope ELSE 'misplaced ' || s.scope END) FROM deployment_scope s WHERE s.deployment_id = r.id) AS locks,
    ${clocksKept},
    (SELECT jsonb_agg(to_jsonb(c) - 'deployment_id') FROM deployment_cover c WHERE c.deployment_id = r.id) AS covers,
    (SELECT jsonb_agg(to_jsonb(c) - 'deployment_id') FROM deployment_country c WHERE c.deployment_id = r.id) AS countries
  FROM deployment r WHERE ($1::text IS NULL OR r.ref = $1) AND r.seq > $2 ORDER BY r.seq LIMIT ${BATCH}`;

interface Kept extends KeptCase<DeploymentEntry, DeploymentFacts> {
  covers: { key: string }[] | null;
  countries: { key: string }[] | null;
}

/** What of a post is not what its record says, in words. */
function differences(kept: Kept): string[] {
  const entries = kept.entries ?? [];
  if (entries.length === 0) return ['The record of this post is empty.'];
  const facts = entries.reduce<DeploymentFacts | null>(evolveDeployment, null)!;
  // The release and the names of countries may have changed since; the record depends on neither.
  const {
    machine_version: _release,
    words: _words,
    ...columns
  } = deploymentRow(facts, entries.at(-1)!.at, { countryName: (c) => c });
  return differencesIn([
    ...commonTo('post', kept, { facts, columns, entries, locks: deploymentLocksOf(facts) }),
    ['Who holds the post is', sorted((c) => c.key, kept.covers ?? []), sorted((c) => c.key, coverRows(facts))],
    [
      'The countries of the post are',
      sorted((c) => c.key, kept.countries ?? []),
      sorted((c) => c.key, countryRows(facts)),
    ],
  ]);
}

/** How posts are proved. */
export const POSTS: Verified<Kept> = { kept: KEPT, differences };
