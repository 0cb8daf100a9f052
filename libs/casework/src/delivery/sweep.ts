import type { Pool } from 'pg';
import type { Clock } from '#platform';
import type { RequestEvent } from '#domain';

/** What a clock does by itself when its time is up. */
export type SystemEventType = Extract<RequestEvent['type'], 'EXPIRE' | 'LAPSE' | 'RECORD_SILENCE'>;

/** A step that a clock itself wants to take: to be sent through the write path. */
export interface DueEvent {
  ref: string;
  type: SystemEventType;
  requestId: string;
  key: string;
  /** Which step of the clock's ladder this is. */
  step: number;
}
export interface Swept {
  /** Clocks that had something due; fewer than asked for when none is left. */
  taken: number;
  /** Reminders and the like that were put into the outbox. */
  told: number;
  events: DueEvent[];
}

const BATCH = 500;
/** For how long a step that a clock takes by itself is left to the worker that found it due. */
const LEASE_MS = 60_000;

/**
 * One statement moves every clock that has something due past all of it, and tells the last that was due: after a long
 * standstill nobody gets a ladder of reminders, but one, and their superior one. Where the clock itself acts, nobody is
 * reminded; the clock stays where it is until the step is taken. $1 now, $2 how many, $3 end of the lease.
 */
const SWEEP = `
  WITH due AS (
    SELECT d.request_id, d.key, d.started_at, d.steps, d.step FROM deadline d
    WHERE d.next_at <= $1 ORDER BY d.next_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ), reached AS (
    SELECT due.request_id, due.key, due.started_at, s.n - 1 AS step, s.step ->> 'kind' AS kind, s.step ->> 'at' AS at,
      s.step ->> 'kind' IN ('EXPIRE', 'LAPSE', 'RECORD_SILENCE') AS acts
    FROM due CROSS JOIN LATERAL jsonb_array_elements(due.steps) WITH ORDINALITY AS s(step, n)
    WHERE s.n > due.step AND (s.step ->> 'at')::timestamptz <= $1
  ), acting AS (
    SELECT DISTINCT ON (request_id, key) request_id, key, kind, step FROM reached WHERE acts ORDER BY request_id, key, step
  ), last AS (
    SELECT DISTINCT ON (request_id, key, kind = 'escalation') request_id, key, started_at, kind, at
    FROM reached WHERE (request_id, key) NOT IN (SELECT request_id, key FROM acting)
    ORDER BY request_id, key, kind = 'escalation', step DESC
  ), passed AS (
    SELECT due.request_id, due.key, due.steps, count(r.step)::integer + due.step AS step
    FROM due LEFT JOIN reached r ON (r.request_id, r.key) = (due.request_id, due.key)
    WHERE (due.request_id, due.key) NOT IN (SELECT request_id, key FROM acting)
    GROUP BY due.request_id, due.key, due.steps, due.step
  ), moved AS (
    UPDATE deadline d SET step = p.step, next_at = (p.steps -> p.step ->> 'at')::timestamptz
    FROM passed p WHERE d.request_id = p.request_id AND d.key = p.key
  ), leased AS (
    UPDATE deadline d SET next_at = $3 FROM acting a WHERE d.request_id = a.request_id AND d.key = a.key
  ), told AS (
    INSERT INTO outbox (request_id, revision, notice, clock_key, ledger_key, created_at)
    SELECT l.request_id, r.revision, l.kind, l.key,
      concat_ws(' ', l.request_id, l.key, to_char(l.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), l.at, l.kind), $1::timestamptz
    FROM last l JOIN request r ON r.id = l.request_id
    ORDER BY l.at, l.request_id
    ON CONFLICT (ledger_key) DO NOTHING RETURNING id
  )
  SELECT (SELECT count(*)::integer FROM due) AS taken, (SELECT count(*)::integer FROM told) AS told,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('ref', r.ref, 'type', a.kind, 'requestId', a.request_id, 'key', a.key, 'step', a.step)), '[]')
      FROM acting a JOIN request r ON r.id = a.request_id) AS events,
    CASE WHEN EXISTS (SELECT FROM told) THEN pg_notify('outbox', '') END AS woken`;

const PASS = `
  UPDATE deadline SET step = $3 + 1, next_at = (steps -> ($3 + 1) ->> 'at')::timestamptz
  WHERE request_id = $1 AND key = $2 AND step <= $3`;

/** The clocks of all cases, moved on together. */
export class Deadlines {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Puts what is due into the outbox and gives back what the clocks themselves have to do; a second run finds nothing. */
  async sweep(most = BATCH): Promise<Swept> {
    const now = this.clock.now();
    const values = [now, most, new Date(now.getTime() + LEASE_MS)];
    const { rows } = await this.pool.query<Swept>({ name: 'sweep', text: SWEEP, values });
    const { taken, told, events } = rows[0]!;
    return { taken, told, events };
  }

  /** Goes on without a step that was refused, so that it is not tried for ever. */
  async pass({ requestId, key, step }: DueEvent): Promise<void> {
    await this.pool.query({ name: 'pass-step', text: PASS, values: [requestId, key, step] });
  }
}
