import type { Pool } from 'pg';
import type { Clock } from '#platform';
import { hookState, mayHear, type HookedLine } from '#domain';
import { ALL_CASES } from '../all-cases.js';
import { CANDIDATE } from '../delivery/candidates.js';
import type { Candidate } from '../delivery/audience.js';

/** What a program is told of one step: no text of the case, no score, no name. */
export interface HookToSend {
  /** The same however often it is told. */
  id: string;
  url: string;
  secret: string;
  type: string;
  kind: 'request' | 'deployment';
  ref: string;
  state: string;
  at: Date;
}
/** What became of one try. */
export interface HookTry {
  delivered: boolean;
  /** No further try is made of itself. */
  last: boolean;
  tookMs: number;
  status: number | null;
  answer: string | null;
  problem: string | null;
}
export interface FedHook {
  id: string;
  replays: number;
}
interface Claimed extends Omit<HookToSend, 'state'> {
  line: HookedLine;
  owner: Candidate;
}

/** After so many days without one success it is switched off. */
export const FAILING_DAYS = 5;
const FED_AT_ONCE = 500;
const ON = 'EXISTS (SELECT FROM webhook w WHERE w.id = d.webhook_id AND w.off_at IS NULL)';
const FEED = `
  WITH next AS (
    SELECT d.id FROM webhook_delivery d WHERE d.status = 'waiting' AND d.fed_at IS NULL AND ${ON}
    ORDER BY d.id LIMIT $1 FOR UPDATE SKIP LOCKED
  )
  UPDATE webhook_delivery d SET fed_at = now() FROM next WHERE d.id = next.id RETURNING d.id, d.replays`;
const UNSENT = `
  SELECT d.id, d.replays FROM webhook_delivery d
  WHERE d.status = 'waiting' AND d.fed_at <= now() - make_interval(secs => $1::float8) AND ${ON} ORDER BY d.id LIMIT ${FED_AT_ONCE}`;
/** $1 the telling, $2 the moment at which its owner's rights are asked. */
const CLAIM = `
  WITH taken AS (
    UPDATE webhook_delivery d SET attempts = attempts + 1 FROM webhook w
    WHERE d.id = $1 AND d.status = 'waiting' AND w.id = d.webhook_id AND w.off_at IS NULL RETURNING d.id, d.webhook_id, d.case_id, d.seq, d.type
  )
  SELECT t.id, w.url, w.secret, t.type, r.kind, r.ref, a.at, ${CANDIDATE} AS owner,
    jsonb_build_object('kind', r.kind, 'facts', r.facts, 'event', a.event, 'state', a.state) AS line
  FROM taken t JOIN webhook w ON w.id = t.webhook_id JOIN person p ON p.id = w.owner_id
    JOIN audit_event a ON (a.case_id, a.seq) = (t.case_id, t.seq) JOIN ${ALL_CASES} r ON r.id = t.case_id`;
const SETTLE = `
  WITH told AS (
    UPDATE webhook_delivery SET status = CASE WHEN $2 THEN 'delivered' WHEN $3 THEN 'failed' ELSE status END,
      tried_at = $4, took_ms = $5, answer_status = $6, answer = $7, problem = $8
    WHERE id = $1 RETURNING webhook_id
  )
  UPDATE webhook w SET failing_since = CASE WHEN $2 THEN NULL ELSE coalesce(w.failing_since, $4::timestamptz) END
  FROM told t WHERE w.id = t.webhook_id RETURNING w.id, w.failing_since <= $4::timestamptz - make_interval(days => ${FAILING_DAYS}) AS over`;
/** Switches it off, ends what waits, and writes its owner a mail: all of it, once. $1 the webhook, $2 now, $3 why. */
const SWITCH_OFF = `
  WITH off AS (
    UPDATE webhook SET off_at = $2, off_why = $3 WHERE id = $1 AND off_at IS NULL RETURNING id, owner_id, name
  ), ended AS (
    UPDATE webhook_delivery d SET status = 'failed', problem = coalesce(d.problem, $3) FROM off WHERE d.webhook_id = off.id AND d.status = 'waiting'
  ), written AS (
    INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, priority, language, status, created_at)
    SELECT 'webhookOff', concat_ws(' ', 'webhookOff', off.id, $2::text), jsonb_build_object('webhook', off.id, 'name', off.name), p.id::text, p.id, ARRAY[p.email], ARRAY[lower(p.email)],
      2, p.language, 'queued', $2::timestamptz FROM off JOIN person p ON p.id = off.owner_id
    ON CONFLICT (apart_key) DO NOTHING RETURNING 1
  )
  SELECT (SELECT count(*)::integer FROM written) AS mails, pg_notify('outbox', '') AS woken`;

/** Tellings on their way to programs: given to the queue, taken to be sent, and what became of them. */
export class HookFeed {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Takes those that wait and have no job; fewer than `most` when there are no more. */
  async next(most = FED_AT_ONCE): Promise<FedHook[]> {
    return (await this.pool.query<FedHook>({ name: 'feed-hooks', text: FEED, values: [most] })).rows;
  }

  /** Those whose job was made this many seconds ago and may be lost. */
  async unsent(seconds: number): Promise<FedHook[]> {
    return (await this.pool.query<FedHook>(UNSENT, [seconds])).rows;
  }

  /** Takes one to be sent. Whether its owner may read the line is asked now; what they may not is not told, and not logged. */
  async claim(id: string): Promise<HookToSend | null> {
    const values = [id, this.clock.now().toISOString()];
    const { rows } = await this.pool.query<Claimed>({ name: 'claim-hook', text: CLAIM, values });
    if (!rows[0]) return null;
    const { line, owner, ...hook } = rows[0];
    if (mayHear(owner, line)) return { ...hook, state: hookState(line) };
    await this.pool.query('DELETE FROM webhook_delivery WHERE id = $1', [id]);
    return null;
  }

  /** Records a try. A program that says that it is gone, or has not answered for days, is not told any more, and its owner is written to. */
  async settle(id: string, { delivered, last, tookMs, status, answer, problem }: HookTry): Promise<void> {
    const gone = status === 410;
    const values = [id, delivered, last || gone, this.clock.now(), tookMs, status, answer, problem];
    const { rows } = await this.pool.query<{ id: string; over: boolean | null }>({
      name: 'settle-hook',
      text: SETTLE,
      values,
    });
    const why = gone ? 'It answered that it is gone.' : `Nothing came through for ${FAILING_DAYS} days.`;
    if (rows[0] && (gone || rows[0].over)) await this.pool.query(SWITCH_OFF, [rows[0].id, this.clock.now(), why]);
  }
}
