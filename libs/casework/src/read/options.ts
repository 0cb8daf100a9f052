import type { Pool } from 'pg';
import { mayReadOptions, type Actor, type RegionalOption } from '#domain';
import { keepable } from '../keepable.js';
import type { ReferenceData } from '../reference-data.js';

/** A version of an option, as its page lists it. */
export interface OptionVersion {
  version: number;
  name: string;
  /** Why this version took it out of use; null where it did not. */
  retired: string | null;
  by: string;
  at: Date;
}
export const MOST_OPTIONS_LISTED = 200;

/** An option as the domain has it, from its row `o` and one of its versions `v`. */
export const OPTION = `v.content || jsonb_build_object('id', o.id, 'version', v.version, 'region', o.region,
  'by', jsonb_build_object('id', v.saved_by, 'name', v.saved_name), 'at', to_char(v.saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;
const LISTED = `
  SELECT ${OPTION} AS option FROM regional_option o JOIN regional_option_version v ON v.option_id = o.id AND v.version = o.version
  WHERE o.region = ANY($1) AND (v.content ? 'retired') = $2 ORDER BY o.changed_at DESC, o.id LIMIT ${MOST_OPTIONS_LISTED}`;
const ONE = `
  SELECT ${OPTION} AS option FROM regional_option o JOIN regional_option_version v ON v.option_id = o.id AND v.version = coalesce($2, o.version)
  WHERE o.id::text = $1`;
const VERSIONS = `
  SELECT v.version, v.content ->> 'name' AS name, v.content -> 'retired' ->> 'reason' AS retired, v.saved_name AS by, v.saved_at AS at
  FROM regional_option_version v WHERE v.option_id::text = $1 ORDER BY v.version DESC LIMIT 100`;

/** Reads options as far as a person may: the one policy says of which regions. */
export class OptionReads {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly reference: Pick<ReferenceData, 'regions'>,
  ) {}

  /** The options in use that this person reads, or those that are out of use; the one that was changed last first. */
  async list(actor: Actor, { retired = false } = {}): Promise<RegionalOption[]> {
    const regions = this.reference
      .regions()
      .map((r) => r.code)
      .filter((region) => mayReadOptions(actor, region));
    if (regions.length === 0) return [];
    const { rows } = await this.pool.query<{ option: RegionalOption }>(LISTED, [regions, retired]);
    return rows.map((row) => row.option);
  }

  /** An option as it stands or stood; null when there is none that this person may know of. */
  async find(actor: Actor, id: string, version: number | null = null): Promise<RegionalOption | null> {
    const { rows } = await this.pool.query<{ option: RegionalOption }>(ONE, [keepable(id), version]);
    const option = rows[0]?.option ?? null;
    return option && mayReadOptions(actor, option.region) ? option : null;
  }

  /** Every version of an option that was found, the newest first. */
  async versions({ id }: Pick<RegionalOption, 'id'>): Promise<OptionVersion[]> {
    return (await this.pool.query<OptionVersion>(VERSIONS, [id])).rows;
  }
}
