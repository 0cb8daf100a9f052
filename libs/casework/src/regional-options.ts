import type { Pool } from 'pg';
import {
  canonical,
  checkOption,
  contentOfOption,
  mayReadOptions,
  mayWriteOptions,
  refuse,
  refuseFields,
  retiringProblems,
  type Actor,
  type OptionContent,
  type RegionalOption,
  type Refusal,
} from '#domain';
import type { Clock } from '#platform';
import { OptionReads } from './read/options.js';
import { KEY_REUSED } from './receipts.js';
import type { ReferenceData } from './reference-data.js';

const OPEN = `
  WITH opened AS (
    INSERT INTO regional_option (id, region, version, changed_at) VALUES ($1::uuid, $2, 1, $6) ON CONFLICT (id) DO NOTHING RETURNING id
  )
  INSERT INTO regional_option_version (option_id, version, content, saved_by, saved_name, saved_at) SELECT id, 1, $3::jsonb, $4::uuid, $5, $6::timestamptz FROM opened`;
const CHANGE = `
  WITH changed AS (
    UPDATE regional_option SET version = version + 1, changed_at = $6 WHERE id = $1::uuid AND version = $2 RETURNING id, version
  )
  INSERT INTO regional_option_version (option_id, version, content, saved_by, saved_name, saved_at) SELECT id, version, $3::jsonb, $4::uuid, $5, $6::timestamptz FROM changed`;

/** Whether an open request has the option $1 in an advice, or is offered it. */
const IN_A_CASE = `
  SELECT EXISTS (SELECT FROM request r WHERE r.is_open
    AND (jsonb_path_exists(r.facts, '$.consultation[*].advice.option.id ? (@ == $id)', jsonb_build_object('id', $1::text))
      OR r.facts #>> '{decisions,-1,option,id}' = $1::text)) AS used`;

/** Nobody can tell an option that is not there from one of another region. */
export const NO_OPTION = refuse('notFound', 'There is no such option, or it is not one that you can open.');
const NOT_YOURS = refuse(
  'notYourRole',
  'Regional options are written by the regional team and the OHCHR regional offices of the region.',
);
const ATTACHED = refuse(
  'notNow',
  'It came with an advice on a request that is still open, or is offered there, so it stays in use until that request is closed.',
);
const OUT_OF_USE = refuse('notNow', 'It is out of use already. Its versions say since when, and why.');
const text = (content: OptionContent): string => canonical(contentOfOption(content));

/** Keeps the options of regions: who writes, what stands against it, and two people at once. An option is no case; its copy in an advice is part of one. */
export class RegionalOptions extends OptionReads {
  constructor(
    private readonly options: Pool,
    private readonly clock: Clock,
    private readonly rules: ReferenceData,
  ) {
    super(options, rules);
  }

  /** Keeps a new option under an id that its sender made, so that the same sent twice is one. */
  async open(actor: Actor, id: string, region: string, content: OptionContent): Promise<RegionalOption | Refusal> {
    const refused = this.refusal(actor, region, content);
    if (refused) return refused;
    const { rowCount } = await this.options.query(OPEN, [id, region, ...this.saved(actor, content)]);
    const kept = await this.find(actor, id);
    if (!kept) return NO_OPTION;
    const first = rowCount ? kept : await this.find(actor, id, 1);
    const same = first?.by.id === actor.id && first.region === region && text(first) === text(content);
    return same ? kept : refuse('invalid', KEY_REUSED, [{ path: 'Idempotency-Key', message: KEY_REUSED }]);
  }

  /** Keeps a new version of an option, on the one that the sender has read. What says the same is no new version. */
  async change(actor: Actor, id: string, version: number, content: OptionContent): Promise<RegionalOption | Refusal> {
    const before = await this.find(actor, id);
    if (!before) return NO_OPTION;
    const refused = this.refusal(actor, before.region, content);
    // Who may not write at all is told so first; then that somebody else was here; then what is wrong.
    if (refused && refused.code !== 'invalid') return refused;
    // The same sent twice: what is there is what was wanted.
    const again = before.version === version + 1 && before.by.id === actor.id;
    if (!before.retired && text(before) === text(content) && (before.version === version || again)) return before;
    if (before.version !== version) return stale(before);
    if (refused) return refused;
    const { rowCount } = await this.options.query(CHANGE, [id, version, ...this.saved(actor, content)]);
    const kept = (await this.find(actor, id)) ?? before;
    return rowCount ? kept : stale(kept);
  }

  /** Takes an option out of use: a version of its own says why. A change brings it back. */
  async retire(actor: Actor, id: string, version: number, given: string): Promise<RegionalOption | Refusal> {
    const before = await this.find(actor, id);
    if (!before) return NO_OPTION;
    if (!mayWriteOptions(actor, before.region)) return NOT_YOURS;
    const reason = given.trim();
    if (before.version === version + 1 && before.by.id === actor.id && before.retired?.reason === reason) return before;
    if (before.version !== version) return stale(before);
    if (before.retired) return OUT_OF_USE;
    const wrong = refuseFields(retiringProblems(reason));
    if (wrong) return wrong;
    const { rows } = await this.options.query<{ used: boolean }>(IN_A_CASE, [before.id]);
    if (rows[0]!.used) return ATTACHED;
    const saved = this.saved(actor, before, { reason });
    const { rowCount } = await this.options.query(CHANGE, [id, version, ...saved]);
    const kept = (await this.find(actor, id)) ?? before;
    return rowCount ? kept : stale(kept);
  }

  private refusal(actor: Actor, region: string, content: OptionContent): Refusal | null {
    if (!mayWriteOptions(actor, region)) return mayReadOptions(actor, region) ? NOT_YOURS : NO_OPTION;
    const { regionOf, clocks } = this.rules;
    return refuseFields(checkOption(content, { region, regionOf, workingDaysAMonth: clocks.workingDaysAMonth }));
  }

  private saved = (actor: Actor, content: OptionContent, retired?: RegionalOption['retired']): unknown[] => [
    JSON.stringify({ ...contentOfOption(content), ...(retired ? { retired } : {}) }),
    actor.id,
    actor.name,
    this.clock.now(),
  ];
}

const stale = ({ version }: RegionalOption): Refusal => ({
  ...refuse(
    'stale',
    'This option has changed since you opened it, by somebody else or by you in another window. Read what changed, then try again; nothing of yours was saved.',
  ),
  revision: version,
});
