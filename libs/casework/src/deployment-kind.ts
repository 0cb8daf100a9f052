import {
  conditionOf,
  decideDeployment,
  deploymentLocksOf,
  noSuchPost,
  DEPLOYMENT_STATES,
  personsNamedInDeployment,
  type DeploymentDecision,
  type DeploymentEvent,
  type DeploymentFacts,
  type TermElsewhere,
} from '#domain';
import { countryRows, coverRows, deploymentRow } from './deployment-rows.js';
import type { Kind } from './kind.js';
import { changedRows } from './rows.js';
import type { KindOfRow } from './statements.js';

const COVER_FIELDS =
  'key text, kind text, person_id uuid, name text, detail text, from_on date, until_on date, planned_until date, from_certainty text, until_certainty text';

/** Sets rows anew and takes away those that have ended, by their key within the post. */
function rowsOf(table: string, parameter: number, fields: string): string {
  const names = fields.split(', ').map((field) => field.split(' ')[0]!);
  const [, ...others] = names;
  return `gone_${table} AS (
    DELETE FROM ${table} t USING moved m, jsonb_array_elements_text($${parameter}::jsonb -> 'remove') AS gone
    WHERE t.deployment_id = m.id AND t.key = gone
  ), set_${table} AS (
    INSERT INTO ${table} (deployment_id, ${names.join(', ')})
    SELECT m.id, x.* FROM moved m, jsonb_to_recordset($${parameter}::jsonb -> 'set') AS x(${fields})
    ON CONFLICT (deployment_id, key) DO UPDATE SET (${others.join(', ')}) = ROW (${others.map((n) => `excluded.${n}`).join(', ')})
  ), `;
}

const ROW: KindOfRow = {
  table: 'deployment',
  columns: {
    machine_version: 'smallint',
    state: 'text',
    tenure: 'text',
    recruitment: 'text',
    is_open: 'boolean',
    title: 'text',
    language: 'text',
    modality: 'text',
    host: 'text',
    duty_station: 'text',
    cluster: 'text',
    countries: 'text[]',
    regions: 'text[]',
    framework: 'boolean',
    origin: 'text',
    request_id: 'uuid',
    adviser_id: 'uuid',
    adviser_name: 'text',
    in_post_since: 'date',
    ends_on: 'date',
    empty_since: 'date',
    successor_name: 'text',
    successor_on: 'date',
    recruiting_since: 'date',
    candidate_on: 'date',
    renewal: 'text',
    stage_since: 'date',
    stage_days: 'jsonb',
    to_end: 'boolean',
    attention_on: 'date',
    funding: 'text[]',
    funded_until: 'date',
    created_at: 'timestamptz',
    changed_at: 'timestamptz',
    words: 'words',
  },
  // Of whom the event names, else of who is to come. The agreed end of a term ends nothing: somebody records that the adviser left.
  beside: `(SELECT jsonb_agg(jsonb_build_object('ref', d.ref, 'from', c.from_on, 'until', c.until_on))
      FROM deployment_cover c JOIN deployment d ON d.id = c.deployment_id
      WHERE c.kind = 'incumbency' AND c.deployment_id <> r.id AND c.person_id IN (
        SELECT p.id FROM person p WHERE p.id::text = ANY($3::text[]) OR p.email = ANY($3::text[])
        UNION ALL SELECT s.person_id FROM deployment_cover s
          WHERE s.deployment_id = r.id AND s.kind = 'successor' AND cardinality($3::text[]) = 0))`,
  following:
    rowsOf('deployment_cover', 11, COVER_FIELDS) +
    rowsOf('deployment_country', 12, 'key text, country text, days_per_month integer, from_on date, until_on date'),
};

/** Posts, as the write path carries them. */
export const DEPLOYMENT_KIND: Kind<DeploymentFacts, DeploymentEvent, TermElsewhere[], DeploymentDecision> = {
  noun: 'post',
  row: ROW,
  unknown: noSuchPost,
  reference: (year, number) => `DEP-${year}-${String(number).padStart(3, '0')}`,
  decide: (facts, actor, event, context, elsewhere) =>
    decideDeployment(facts, actor, event, { ...context, elsewhere: elsewhere ?? [] }),
  // Whether who arrives, or whose account is named, is in another post still.
  readsContent: (event) => event.type === 'ARRIVE' || event.type === 'IDENTIFY',
  personsNamed: personsNamedInDeployment,
  optionNamed: () => null,
  holdsBack: () => false,
  locks: deploymentLocksOf,
  columns: deploymentRow,
  following: (before, { facts }) => [
    changedRows(before ? coverRows(before) : [], coverRows(facts)),
    changedRows(before ? countryRows(before) : [], countryRows(facts)),
  ],
  standing: (facts) => {
    const state = conditionOf(facts);
    return { state, label: DEPLOYMENT_STATES[state].label };
  },
};
