import type { Pool } from 'pg';
import {
  mediansOf,
  type Actor,
  type BridgeKind,
  type Certainty,
  type Day,
  type DeploymentStateName,
  type FundingSource,
  type Modality,
  type RecruitmentMedians,
  type RecruitmentStage,
  type Renewal,
} from '#domain';
import type { Clock } from '#platform';
import type { ReferenceData } from '../reference-data.js';
import type { DeploymentFilter } from './deployment-filter.js';
import { postsQuery, type AsOf, type Standing } from './deployment-query.js';
import { requestedQuery, type RequestedPoint } from './requested.js';

export const POSTS_LIMIT = 100;
export const POST_SORTS = ['attention', 'country', 'adviser', 'status', 'ends'] as const;
export type PostSort = (typeof POST_SORTS)[number];

/** A post as every list shows it. */
export interface PostRow {
  id: string;
  ref: string;
  title: string;
  state: DeploymentStateName;
  standing: Standing;
  gap: 'now' | 'ahead' | null;
  recruitment: 'idle' | RecruitmentStage | null;
  modality: Modality;
  host: string | null;
  dutyStation: string;
  /** The regional office that leads the cluster to which the post belongs. */
  cluster: string | null;
  countries: string[];
  regions: string[];
  framework: boolean;
  adviser: string | null;
  adviserId: string | null;
  inPostSince: Day | null;
  endsOn: Day | null;
  emptySince: Day | null;
  successor: string | null;
  successorOn: Day | null;
  /** The day on which somebody new is expected: as agreed, else by the medians of the stages to come. */
  expectedOn: Day | null;
  /** The day agreed with a candidate to whom the Resident Coordinator may not have agreed yet. */
  candidateOn: Day | null;
  /** How the renewal of the present term was decided. */
  renewal: NonNullable<Renewal['decided']>['how'] | null;
  stageSince: Day | null;
  gapFrom: Day | null;
  gapUntil: Day | null;
  toEnd: boolean;
  funding: FundingSource[];
  fundedUntil: Day | null;
  changedAt: Date;
  /** The cover that bridges the gap on the day. */
  bridge: { kind: BridgeKind; by: string; until: Day | null } | null;
}
/** Who covers a post and when. */
export interface PostCover {
  deploymentId: string;
  kind: 'incumbency' | 'bridge' | 'successor';
  name: string;
  detail: string | null;
  from: Day;
  until: Day | null;
  plannedUntil: Day | null;
  certainty: { from: Certainty; until: Certainty };
}
export interface BridgingOffice {
  name: string;
  city: string;
  region: string;
}
export interface PostPage {
  rows: PostRow[];
  next: string | null;
}
/** Posts counted by what is said of them. */
export interface PostFigures {
  total: number;
  /** Whose term has not run out. */
  inPost: number;
  byState: Partial<Record<DeploymentStateName, number>>;
  byStanding: Record<Standing, number>;
  gapsAhead: number;
  /** Ends soon, and nobody is arranged to follow. */
  endingOpen: number;
  /** In a country of duty, so that they have a place on a map. */
  seated: number;
}

/** The columns of a row, from the definition as `l`. */
export const FIELDS = `l.id, l.ref, l.title, l.state, l.standing, l.gap, l.recruitment, l.modality, l.host, l.duty_station AS "dutyStation", l.cluster, l.countries,
  l.regions, l.framework, l.adviser_name AS adviser, l.adviser_id AS "adviserId", l.in_post_since::text AS "inPostSince", l.ends_on::text AS "endsOn",
  l.empty_since::text AS "emptySince", l.successor_name AS successor, l.successor_on::text AS "successorOn", l.expected_on::text AS "expectedOn",
  l.candidate_on::text AS "candidateOn", l.renewal, l.stage_since::text AS "stageSince", l.gap_from::text AS "gapFrom", l.gap_until::text AS "gapUntil", l.to_end AS "toEnd", l.funding,
  l.funded_until::text AS "fundedUntil", l.changed_at AS "changedAt",
  (SELECT jsonb_build_object('kind', b.detail, 'by', b.name, 'until', b.until_on) FROM deployment_cover b WHERE b.deployment_id = l.id
    AND b.kind = 'bridge' AND b.from_on <= $3::date AND (b.until_on IS NULL OR b.until_on >= $3::date) ORDER BY b.until_on DESC NULLS FIRST LIMIT 1) AS bridge`;

/** What a page is put in order by: a text for each row, so that a place in the list is that text and a number. */
const KEYS: Record<PostSort, string> = {
  attention: 'p.urgency',
  country: `coalesce((SELECT lower(c.name_en) FROM country c WHERE c.code = coalesce(p.host, p.countries[1])), '~')`,
  adviser: `coalesce(lower(p.adviser_name), '~')`,
  status: `array_position(ARRAY['ranOut', 'gap', 'ending', 'starting', 'now', 'ended'], p.standing) || p.urgency`,
  ends: `coalesce(p.ends_on::text, '~')`,
};

const encode = (key: string, seq: string): string => Buffer.from(JSON.stringify([key, seq])).toString('base64url');
function decode(cursor: string | undefined): [string, string] | null {
  if (!cursor) return null;
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (!Array.isArray(place) || place.length !== 2) return null;
    const [key, seq] = place as unknown[];
    return typeof key === 'string' && !key.includes('\0') && /^\d{1,18}$/.test(String(seq)) ? [key, String(seq)] : null;
  } catch {
    return null;
  }
}
/** Whether this is a place that a page of posts has named. */
export const isPostCursor = (text: string): boolean => decode(text) !== null;

/** Posts as one person sees them on a day by one filter: every figure and every row from the same definition. */
export class PostView {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly actor: Actor,
    readonly filter: DeploymentFilter,
    readonly asOf: AsOf,
  ) {}

  private query = (filter: DeploymentFilter = this.filter): { text: string; values: unknown[] } =>
    postsQuery(this.actor, filter, this.asOf);

  /** Puts a question to the definition: `posts` is its table, `given` makes a parameter of a value. */
  async ask<T extends object>(
    question: (posts: string, given: (value: unknown) => string) => string,
    filter?: DeploymentFilter,
  ): Promise<T[]> {
    const { text, values } = this.query(filter);
    const asked = question(`(${text})`, (value) => `$${values.push(value)}`);
    return (await this.pool.query<T>(asked, values)).rows;
  }

  /** One page, the most urgent first unless another order is asked for. */
  async page({ sort = 'attention', limit = 25, after }: { sort?: PostSort; limit?: number; after?: string } = {}) {
    const { text, values } = this.query();
    const place = decode(after);
    const from = place
      ? ` WHERE (k.key, k.seq) > ($${values.push(place[0])} COLLATE "C", $${values.push(place[1])}::bigint)`
      : '';
    const { rows } = await this.pool.query<PostRow & { key: string; seq: string }>(
      `SELECT ${FIELDS}, l.key, l.seq FROM (
         SELECT k.* FROM (SELECT p.*, (${KEYS[sort]}) COLLATE "C" AS key FROM (${text}) p) k${from} ORDER BY k.key, k.seq LIMIT ${limit + 1}) l
       ORDER BY l.key, l.seq`,
      values,
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last ? encode(last.key, last.seq) : null;
    return { rows: shown.map(({ key: _key, seq: _seq, ...row }) => row), next } satisfies PostPage;
  }

  /** How many there are of each. */
  async figures(): Promise<PostFigures> {
    const { text, values } = this.query();
    const { rows } = await this.pool.query<
      { n: number; seated: number; held: boolean; followed: boolean } & Pick<PostRow, 'state' | 'standing' | 'gap'>
    >(
      `SELECT p.state, p.standing, p.gap, p.is_open AND p.adviser_name IS NOT NULL AND NOT p.ran_out AS held, coalesce(p.successor_on >= $3::date, false) AS followed, count(*)::int AS n, count(p.host)::int AS seated
       FROM (${text}) p GROUP BY 1, 2, 3, 4, 5`,
      values,
    );
    const sum = (which: (row: (typeof rows)[number]) => boolean) => rows.filter(which).reduce((n, row) => n + row.n, 0);
    const byState: PostFigures['byState'] = {};
    for (const row of rows) byState[row.state] = (byState[row.state] ?? 0) + row.n;
    const standing = (name: Standing) => sum((row) => row.standing === name);
    return {
      total: sum(() => true),
      inPost: sum((row) => row.held),
      byState,
      byStanding: {
        ranOut: standing('ranOut'),
        gap: standing('gap'),
        ending: standing('ending'),
        starting: standing('starting'),
        now: standing('now'),
        ended: standing('ended'),
      },
      gapsAhead: sum((row) => row.gap === 'ahead'),
      endingOpen: sum((row) => row.standing === 'ending' && row.gap === 'ahead' && !row.followed),
      seated: rows.reduce((n, row) => n + row.seated, 0),
    };
  }

  /** One post for each country of duty, the most urgent there, with how many there are: never more than there are countries. */
  async points(): Promise<(PostRow & { posts: number })[]> {
    const { text, values } = this.query();
    const { rows } = await this.pool.query<PostRow & { posts: number }>(
      `SELECT ${FIELDS}, l.posts FROM (
         SELECT DISTINCT ON (p.host) p.*, count(*) OVER (PARTITION BY p.host)::int AS posts FROM (${text}) p WHERE p.host IS NOT NULL
         ORDER BY p.host, p.urgency COLLATE "C", p.seq) l
       ORDER BY l.urgency COLLATE "C", l.seq`,
      values,
    );
    return rows;
  }

  /** Beside the points of posts: where an adviser is asked for. */
  async requested(): Promise<RequestedPoint[]> {
    const query = requestedQuery(this.actor, this.filter);
    return query ? (await this.pool.query<RequestedPoint>(query.text, query.values)).rows : [];
  }

  /** The most urgent posts of each state: the columns of a board. */
  async board(each: number): Promise<PostRow[]> {
    const { text, values } = this.query();
    const { rows } = await this.pool.query<PostRow>(
      `SELECT ${FIELDS} FROM (
         SELECT p.*, row_number() OVER (PARTITION BY p.state ORDER BY p.urgency COLLATE "C", p.seq) AS place FROM (${text}) p) l
       WHERE l.place <= ${Math.trunc(each)} ORDER BY l.urgency COLLATE "C", l.seq`,
      values,
    );
    return rows;
  }

  /** Who covers these posts in a time: one query for all of them. */
  async covers(posts: readonly Pick<PostRow, 'id'>[], from: Day, to: Day): Promise<PostCover[]> {
    if (posts.length === 0) return [];
    const text = `
      SELECT c.deployment_id AS "deploymentId", c.kind, c.name, c.detail, c.from_on::text AS "from", c.until_on::text AS "until",
        c.planned_until::text AS "plannedUntil", jsonb_build_object('from', c.from_certainty, 'until', c.until_certainty) AS certainty
      FROM deployment_cover c WHERE c.deployment_id = ANY($1) AND c.from_on < $3::date AND coalesce(c.until_on, 'infinity') >= $2::date
      ORDER BY c.deployment_id, c.from_on, c.key`;
    return (await this.pool.query<PostCover>(text, [posts.map((p) => p.id), from, to])).rows;
  }
}

const MEDIANS = `
  SELECT s.key AS stage, percentile_cont(0.5) WITHIN GROUP (ORDER BY days::int)::float AS days, count(*)::int AS "of"
  FROM deployment d, jsonb_each(d.stage_days) s, jsonb_array_elements_text(s.value) days GROUP BY s.key`;

/** Medians of years change in no minute: for so long they are not asked for again. */
const MEDIANS_KEPT_MS = 60_000;

/** Lists of posts: opens the view of one person by one filter. */
export class DeploymentList {
  private kept: { until: number; medians: Promise<RecruitmentMedians> } | null = null;

  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'clocks'>,
  ) {}

  /** How long the stages of a recruitment take, over all posts. */
  medians(): Promise<RecruitmentMedians> {
    const now = performance.now();
    if (this.kept && now < this.kept.until) return this.kept.medians;
    const medians = this.readMedians();
    this.kept = { until: now + MEDIANS_KEPT_MS, medians };
    // What failed is not kept.
    medians.catch(() => (this.kept = null));
    return medians;
  }

  private async readMedians(): Promise<RecruitmentMedians> {
    const { rows } = await this.pool.query<{ stage: RecruitmentStage; days: number; of: number }>(MEDIANS);
    return mediansOf(Object.fromEntries(rows.map((row) => [row.stage, row])), this.reference.clocks);
  }

  /** The regional offices of OHCHR that can look after a country for a while. */
  async offices(): Promise<BridgingOffice[]> {
    const text = `SELECT name_en AS name, city, region_code AS region FROM regional_office
      WHERE kind = 'office' AND (valid_until IS NULL OR valid_until > $1::date) ORDER BY region_code, code`;
    return (await this.pool.query<BridgingOffice>(text, [this.clock.now().toISOString().slice(0, 10)])).rows;
  }

  /** The posts of a person by a filter, as of today. */
  async open(actor: Actor, filter: DeploymentFilter): Promise<PostView> {
    const { renewalDecisionMonths, renewalOpensMonths } = this.reference.clocks;
    const medians = await this.medians();
    return new PostView(this.pool, actor, filter, {
      today: this.clock.now().toISOString().slice(0, 10),
      endingMonths: renewalDecisionMonths,
      aheadMonths: renewalOpensMonths,
      medians,
    });
  }
}
