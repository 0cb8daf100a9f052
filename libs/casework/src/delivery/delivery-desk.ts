import type { Pool } from 'pg';
import type { Clock } from '#platform';
import { isRefusal, refuse, refuseFields, type Actor, type NoticeName, type Refusal } from '#domain';
import { keepable } from '../keepable.js';
import { isAdministrator } from '../publish-framework.js';

/** A mail that came to nothing, until somebody sends it again. It names no case: whoever runs the system sees none. */
export interface ParkedMail {
  id: string;
  notice: NoticeName | null;
  /** What kind of mail it is, where it is about no case. */
  apart: string | null;
  to: string[];
  status: 'refused' | 'failed' | 'bounced';
  problem: string;
  attempts: number;
  replays: number;
  writtenAt: Date;
}
/** Mails that one pass would have sent at once, and what was decided of them. */
export interface HoldLine {
  id: string;
  madeAt: Date;
  mails: number;
  people: number;
  decided: 'letGo' | 'dropped' | null;
  decidedAt: Date | null;
  decidedName: string | null;
  perMinute: number | null;
  /** How many of them are not sent yet. */
  left: number;
  /** What they tell, the most frequent first. */
  notices: { notice: string; mails: number }[];
}
export interface DeliveryCounts {
  waiting: number;
  held: number;
  parked: number;
}

export const MOST_PER_MINUTE = 10_000;
const PAGE = 50;
const MOST_HOLDS = 20;
/** A mail that reached nobody has no address to be sent to again; what was dropped was meant to be. */
const PARKED = `m.status IN ('refused', 'failed', 'bounced') AND m.addresses <> '{}'
  AND NOT EXISTS (SELECT FROM mail_hold h WHERE h.id = m.hold_id AND h.decided = 'dropped')`;
const LIST = `
  SELECT m.id, m.notice, m.apart, m.addresses AS "to", m.status, coalesce(m.problem, '') AS problem, m.attempts, m.replays, m.created_at AS "writtenAt"
  FROM mail m WHERE ${PARKED} AND ($1::uuid IS NULL OR m.id < $1) ORDER BY m.id DESC LIMIT ${PAGE + 1}`;
const COUNTS = `
  SELECT (SELECT count(*)::integer FROM mail WHERE status IN ('queued', 'sending') AND NOT held) AS waiting,
    (SELECT count(*)::integer FROM mail WHERE status = 'queued' AND held) AS held, (SELECT count(*)::integer FROM mail m WHERE ${PARKED}) AS parked`;
const HOLDS = `
  SELECT h.id, h.made_at AS "madeAt", h.mails, h.people, h.decided, h.decided_at AS "decidedAt", h.decided_name AS "decidedName", h.per_minute AS "perMinute",
    (SELECT count(*)::integer FROM mail m WHERE m.hold_id = h.id AND m.status IN ('queued', 'sending')) AS left,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('notice', n.notice, 'mails', n.mails) ORDER BY n.mails DESC, n.notice), '[]')
      FROM (SELECT coalesce(m.notice, m.apart) AS notice, count(*)::integer AS mails FROM mail m WHERE m.hold_id = h.id GROUP BY 1) n) AS notices
  FROM mail_hold h WHERE $1::text IS NULL OR h.id::text = $1 ORDER BY h.decided IS NULL DESC, h.id DESC LIMIT ${MOST_HOLDS}`;
/** It goes through the same counting as what is new: a thousand at once are held again. */
const REPLAY = `
  WITH again AS (
    UPDATE mail m SET status = 'queued', problem = NULL, fed_at = NULL, weighed = false, broken_off = 0, replays = replays + 1
    WHERE m.id::text = ANY($1) AND ${PARKED} RETURNING m.id
  ), readers AS (
    UPDATE mail_recipient r SET state = 'queued', problem = NULL FROM again WHERE r.mail_id = again.id AND r.state IN ('refused', 'failed', 'bounced')
  )
  SELECT (SELECT count(*)::integer FROM again) AS mails, CASE WHEN EXISTS (SELECT FROM again) THEN pg_notify('outbox', '') END AS woken`;
/** In the order in which they were written, so that what is for one person stays in order. */
const LET_GO = `
  WITH hold AS (
    UPDATE mail_hold SET decided = 'letGo', decided_at = $2, decided_by = $3, decided_name = $4, per_minute = $5::integer
    WHERE id::text = $1 AND decided IS NULL RETURNING id
  ), turn AS (
    SELECT m.id, row_number() OVER (ORDER BY m.id) - 1 AS n FROM mail m JOIN hold ON m.hold_id = hold.id WHERE m.held
  ), freed AS (
    UPDATE mail m SET held = false, not_before = now() + make_interval(secs => 60.0 * turn.n / $5) FROM turn WHERE m.id = turn.id RETURNING 1
  )
  SELECT (SELECT count(*)::integer FROM freed) AS mails, (SELECT count(*)::integer FROM hold) AS holds, pg_notify('outbox', '') AS woken`;
const DROP = `
  WITH hold AS (
    UPDATE mail_hold SET decided = 'dropped', decided_at = $2, decided_by = $3, decided_name = $4 WHERE id::text = $1 AND decided IS NULL RETURNING id
  ), dropped AS (
    UPDATE mail m SET held = false, status = 'failed', problem = $5 FROM hold WHERE m.hold_id = hold.id AND m.held RETURNING 1
  )
  SELECT (SELECT count(*)::integer FROM dropped) AS mails, (SELECT count(*)::integer FROM hold) AS holds`;
const NOT_YOURS = refuse('notYourRole', 'How mail is delivered is looked after by an administrator.');
const NO_HOLD = refuse('notFound', 'There are no such mails that were held.');
const NO_MAIL = refuse('notFound', 'There is no such mail that came to nothing.');
const DECIDED = refuse('notNow', 'Somebody has decided on these mails already. Open the page again to see what.');

/** What an administrator sees of the delivery of mail, and does about it. */
export class DeliveryDesk {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** How many mails wait, are held and came to nothing. */
  async counts(actor: Actor): Promise<DeliveryCounts | Refusal> {
    if (!isAdministrator(actor)) return NOT_YOURS;
    return (await this.pool.query<DeliveryCounts>({ name: 'delivery-counts', text: COUNTS })).rows[0]!;
  }

  /** Mails that came to nothing, the latest first, a page of them; `next` is where the next page begins. */
  async parked(
    actor: Actor,
    before: string | null = null,
  ): Promise<{ items: ParkedMail[]; next: string | null } | Refusal> {
    if (!isAdministrator(actor)) return NOT_YOURS;
    const { rows } = await this.pool.query<ParkedMail>({ name: 'parked-mails', text: LIST, values: [before] });
    const items = rows.slice(0, PAGE);
    return { items, next: rows.length > PAGE ? items.at(-1)!.id : null };
  }

  /** What was held, that which waits for a decision first. */
  async holds(actor: Actor): Promise<HoldLine[] | Refusal> {
    if (!isAdministrator(actor)) return NOT_YOURS;
    return (await this.pool.query<HoldLine>({ name: 'holds', text: HOLDS, values: [null] })).rows;
  }

  /** One hold with what it holds. */
  async hold(actor: Actor, id: string): Promise<HoldLine | Refusal> {
    if (!isAdministrator(actor)) return NOT_YOURS;
    const { rows } = await this.pool.query<HoldLine>({ name: 'holds', text: HOLDS, values: [keepable(id)] });
    return rows[0] ?? NO_HOLD;
  }

  /** Sends mails again that came to nothing; says how many of them there were. */
  async replay(actor: Actor, ids: readonly string[]): Promise<{ mails: number } | Refusal> {
    if (!isAdministrator(actor)) return NOT_YOURS;
    const values = [ids.slice(0, PAGE).map(keepable)];
    const { rows } = await this.pool.query<{ mails: number }>({ name: 'replay-mails', text: REPLAY, values });
    return rows[0]!.mails ? { mails: rows[0]!.mails } : NO_MAIL;
  }

  /** Lets held mails go, so many a minute. */
  async letGo(actor: Actor, id: string, perMinute: number): Promise<{ mails: number } | Refusal> {
    const hold = await this.hold(actor, id);
    if (isRefusal(hold)) return hold;
    const right = Number.isInteger(perMinute) && perMinute >= 1 && perMinute <= MOST_PER_MINUTE;
    const message = `Enter a whole number from 1 to ${MOST_PER_MINUTE}`;
    if (!right) return refuseFields([{ path: 'perMinute', message }])!;
    return this.decide(LET_GO, [id, this.clock.now(), actor.id, actor.name, perMinute]);
  }

  /** Drops held mails: nobody gets them, and each says so on its case. */
  async drop(actor: Actor, id: string): Promise<{ mails: number } | Refusal> {
    const hold = await this.hold(actor, id);
    if (isRefusal(hold)) return hold;
    const why = `Not sent: ${actor.name} dropped it, as one of ${hold.mails} that were held.`;
    return this.decide(DROP, [id, this.clock.now(), actor.id, actor.name, why]);
  }

  private async decide(text: string, values: unknown[]): Promise<{ mails: number } | Refusal> {
    const { rows } = await this.pool.query<{ mails: number; holds: number }>(text, values);
    return rows[0]!.holds ? { mails: rows[0]!.mails } : DECIDED;
  }
}
