import type { Clock } from '#platform';
import { NOTICE_NAMES, noticeRule, type ActingKind, type DeploymentEventType, type RequestEventType } from '#domain';
import { ALL_CASES } from '../all-cases.js';
import type { Connection } from '../transaction.js';

/** A step that a clock itself wants to take: to be sent through the write path. */
export type DueEvent = {
  ref: string;
  caseId: string;
  key: string;
  /** Which step of the clock's ladder this is. */
  step: number;
} & (
  | { kind: 'request'; type: Extract<RequestEventType, ActingKind> }
  | { kind: 'deployment'; type: Extract<DeploymentEventType, ActingKind> }
);
export interface Swept {
  /** Clocks that had something due. */
  taken: number;
  /** More than was asked for is due: there is another sweep to be made. */
  more: boolean;
  /** Reminders and the like that were put into the outbox. */
  told: number;
  events: DueEvent[];
}

/** So many clocks are moved on in one statement: it does not matter to the number of statements how many are due. */
const MOST = 100_000;
/** So many steps that clocks take by themselves are given to one worker, which takes them one by one within its lease. */
const MOST_ACTING = 500;
/** For how long a step that a clock takes by itself is left to the worker that found it due. */
const LEASE_MS = 60_000;

/**
 * One statement moves every clock that has something due past all of it, and tells the last that was due: after a long
 * standstill nobody gets a ladder of reminders, but one, and their superior one. What several are late with in one case
 * is carried higher once: the others stand in the ledger as told with it. Where the clock itself acts, nobody is
 * reminded; the clock stays where it is until the step is taken. A step that acts has the name of an event, in capitals. $1 now, $2 how many, $3 end of the lease, $4 how many of those that act.
 */
const SWEEP = `
  WITH due AS (
    SELECT d.case_id, d.key, d.clock_group, d.holder, d.started_at, d.steps, d.step FROM deadline d
    WHERE d.next_at <= $1 ORDER BY d.next_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ), reached AS (
    SELECT due.case_id, due.key, due.clock_group, due.holder, due.started_at, s.n - 1 AS step, s.step ->> 'kind' AS kind, s.step ->> 'at' AS at,
      s.step ->> 'kind' = upper(s.step ->> 'kind') AS acts
    FROM due CROSS JOIN LATERAL jsonb_array_elements(due.steps) WITH ORDINALITY AS s(step, n)
    WHERE s.n > due.step AND (s.step ->> 'at')::timestamptz <= $1
  ), acting AS (
    SELECT DISTINCT ON (case_id, key) case_id, key, kind, step FROM reached WHERE acts ORDER BY case_id, key, step
  ), chosen AS (
    SELECT case_id, key, kind, step FROM acting ORDER BY case_id, key LIMIT $4
  ), last AS (
    SELECT DISTINCT ON (case_id, key, kind = 'escalation') case_id, key, clock_group, holder, started_at, kind, at
    FROM reached WHERE (case_id, key) NOT IN (SELECT case_id, key FROM acting)
    ORDER BY case_id, key, kind = 'escalation', step DESC
  ), passed AS (
    SELECT due.case_id, due.key, due.steps, count(r.step)::integer + due.step AS step
    FROM due LEFT JOIN reached r ON (r.case_id, r.key) = (due.case_id, due.key)
    WHERE (due.case_id, due.key) NOT IN (SELECT case_id, key FROM acting)
    GROUP BY due.case_id, due.key, due.steps, due.step
  ), moved AS (
    UPDATE deadline d SET step = p.step, next_at = (p.steps -> p.step ->> 'at')::timestamptz
    FROM passed p WHERE d.case_id = p.case_id AND d.key = p.key
  ), leased AS (
    UPDATE deadline d SET next_at = $3 FROM chosen a WHERE d.case_id = a.case_id AND d.key = a.key
  ), rung AS (
    SELECT l.*, concat_ws(' ', l.case_id, l.key, to_char(l.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), l.at, l.kind) AS ledger_key FROM last l
  ), fresh AS (
    SELECT g.*, g.kind <> 'escalation' OR 1 = row_number() OVER (PARTITION BY g.case_id, g.kind, g.clock_group, g.holder ORDER BY g.key) AS speaks
    FROM rung g WHERE NOT EXISTS (SELECT FROM outbox o WHERE o.ledger_key = g.ledger_key)
  ), told AS (
    INSERT INTO outbox (case_id, revision, notice, clock_key, ledger_key, created_at, dispatched_at)
    SELECT l.case_id, r.revision, l.kind, l.key, l.ledger_key, $1::timestamptz, CASE WHEN l.speaks THEN NULL ELSE $1::timestamptz END
    FROM fresh l JOIN ${ALL_CASES} r ON r.id = l.case_id
    ORDER BY l.at, l.case_id, l.key
    ON CONFLICT (ledger_key) DO NOTHING RETURNING dispatched_at IS NULL AS speaks
  )
  SELECT (SELECT count(*)::integer FROM due) AS taken, (SELECT count(*) FROM due) = $2 OR (SELECT count(*) FROM acting) > $4 AS more,
    (SELECT count(*)::integer FROM told WHERE speaks) AS told,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'ref', r.ref, 'type', a.kind, 'caseId', a.case_id, 'key', a.key, 'step', a.step)), '[]')
      FROM chosen a JOIN ${ALL_CASES} r ON r.id = a.case_id) AS events,
    CASE WHEN EXISTS (SELECT FROM told) THEN pg_notify('outbox', '') END AS woken`;

const PASS = `
  UPDATE deadline SET step = $3 + 1, next_at = (steps -> ($3 + 1) ->> 'at')::timestamptz
  WHERE case_id = $1 AND key = $2 AND step <= $3`;

/** Told once for each case and each term, however the term came about; $1 is now. */
const GREET = `WITH told AS (
    INSERT INTO outbox (case_id, revision, notice, person_id, ledger_key, held, created_at)
    SELECT r.id, r.revision, 'caseTakenOver', s.person_id, concat_ws(' ', 'coordinator', r.id, s.id), s.mails_held, $1
    FROM assignment s JOIN request r ON r.is_open AND r.countries && s.countries
    WHERE s.role = 'residentCoordinator' AND s.acting_for_id IS NULL
      AND s.valid_from <= ($1::timestamptz AT TIME ZONE 'UTC')::date AND s.valid_from > ($1::timestamptz AT TIME ZONE 'UTC')::date - 30
      AND (s.valid_until IS NULL OR s.valid_until >= ($1::timestamptz AT TIME ZONE 'UTC')::date)
      AND (r.created_at AT TIME ZONE 'UTC')::date < s.valid_from
      AND EXISTS (SELECT FROM assignment o WHERE o.role = 'residentCoordinator' AND o.person_id <> s.person_id
        AND o.countries && s.countries AND o.valid_until < s.valid_from)
    ON CONFLICT (ledger_key) DO NOTHING RETURNING id)
  SELECT (SELECT count(*)::integer FROM told) AS told, CASE WHEN EXISTS (SELECT FROM told) THEN pg_notify('outbox', '') END AS woken`;

/** What brings a letter. */
const LETTERS = NOTICE_NAMES.filter((name) => noticeRule(name).letter);
/**
 * What nobody has opened for a week is told once more, once: a decision with conditions to the country's side, and a question
 * for advice to the party that is asked, unless a mail to it came back. Appointments are left out: their whole ladder is shorter.
 * A letter that did not reach its first reader is told to the desk officer, unless another went out since. $1 is now, $2 the notices that bring letters.
 */
const CHASE = `WITH conditions AS (
    SELECT DISTINCT ON (r.id) r.id, r.revision, concat_ws(' ', 'conditions', r.id, d.decision ->> 'at') AS ledger_key
    FROM mail m JOIN request r ON r.id = m.case_id CROSS JOIN LATERAL (SELECT r.facts -> 'decisions' -> -1 AS decision) d
    WHERE m.notice = 'decisionLetter' AND m.created_at > $1::timestamptz - interval '14 days' AND m.created_at <= $1::timestamptz - interval '7 days'
      AND jsonb_array_length(coalesce(d.decision -> 'conditions', '[]')) > 0
      AND (d.decision ->> 'at')::timestamptz <= $1::timestamptz - interval '7 days'
      AND NOT EXISTS (SELECT FROM acknowledgement a WHERE a.case_id = r.id AND a.what = 'decision' AND a.subject = d.decision ->> 'at')
  ), questions AS (
    SELECT r.id, r.revision, substr(d.key, 14) AS party, concat_ws(' ', 'question', r.id, d.key, to_char(d.started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS ledger_key
    FROM deadline d JOIN request r ON r.id = d.case_id
    WHERE d.clock_group = 'consultation' AND d.stopped_with IS NULL
      AND d.started_at > $1::timestamptz - interval '14 days' AND d.started_at <= $1::timestamptz - interval '7 days'
      AND NOT EXISTS (SELECT FROM consultation_reading c WHERE c.case_id = d.case_id AND 'consultation:' || c.party = d.key AND c.at >= d.started_at)
      AND NOT EXISTS (SELECT FROM deadline u WHERE u.case_id = d.case_id AND u.key = 'unreached:' || substr(d.key, 14))
  ), letters AS (
    SELECT r.id, r.revision, concat_ws(' ', 'letter', m.id) AS ledger_key FROM mail m JOIN request r ON r.id = m.case_id
    WHERE m.notice = ANY($2) AND m.status IN ('refused', 'failed', 'bounced') AND m.created_at > $1::timestamptz - interval '14 days'
      AND NOT EXISTS (SELECT FROM mail n WHERE n.case_id = m.case_id AND n.notice = ANY($2) AND n.id > m.id)
  ), told AS (
    INSERT INTO outbox (case_id, revision, notice, parties, ledger_key, created_at)
    SELECT id, revision, 'letterUnreached', '{}'::text[], ledger_key, $1::timestamptz FROM letters
    UNION ALL SELECT id, revision, 'conditionsUnseen', '{}', ledger_key, $1::timestamptz FROM conditions
    UNION ALL SELECT id, revision, 'adviceUnseen', ARRAY[party], ledger_key, $1::timestamptz FROM questions
    ON CONFLICT (ledger_key) DO NOTHING RETURNING id)
  SELECT (SELECT count(*)::integer FROM told) AS told, CASE WHEN EXISTS (SELECT FROM told) THEN pg_notify('outbox', '') END AS woken`;

/** The clocks of all cases, moved on together. */
export class Deadlines {
  constructor(
    private readonly pool: Connection,
    private readonly clock: Clock,
  ) {}

  /** Puts what is due into the outbox and gives back what the clocks themselves have to do; a second run finds nothing. */
  async sweep(most = MOST, mostActing = MOST_ACTING): Promise<Swept> {
    const now = this.clock.now();
    const values = [now, most, new Date(now.getTime() + LEASE_MS), mostActing];
    const { rows } = await this.pool.query<Swept>({ name: 'sweep', text: SWEEP, values });
    const { taken, more, told, events } = rows[0]!;
    return { taken, more, told, events };
  }

  /** Goes on without a step that was refused, so that it is not tried for ever. */
  async pass({ caseId, key, step }: DueEvent): Promise<void> {
    await this.pool.query({ name: 'pass-step', text: PASS, values: [caseId, key, step] });
  }

  /** Reminds of conditions and of questions that nobody has opened, and tells of letters that came back; a second run tells nobody. */
  async chase(): Promise<number> {
    const { rows } = await this.pool.query<{ told: number }>(CHASE, [this.clock.now(), LETTERS]);
    return rows[0]?.told ?? 0;
  }

  /** Tells coordinators whose term has begun of the open cases that they hold now; a second run tells nobody. */
  async greet(): Promise<number> {
    const { rows } = await this.pool.query<{ told: number }>(GREET, [this.clock.now()]);
    return rows[0]?.told ?? 0;
  }
}
