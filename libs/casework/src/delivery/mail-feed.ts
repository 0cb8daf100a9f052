import { randomUUID } from 'node:crypto';
import { UNHURRIED, type Connection } from '../transaction.js';
import type { Clock } from '#platform';
import { TELL_OF_HOLD } from './holding.js';

/** A mail whose turn it is, as the queue is told of it. */
export interface FedMail {
  id: string;
  priority: number;
  /** How often it was sent again by hand: each time it is another job. */
  replays: number;
  /** It is about no case. */
  apart: boolean;
}
/** Mails that were held because one pass would have sent too many at once. */
export interface Held {
  mails: number;
  people: number;
}

const COLUMNS = 'm.id, m.priority, m.replays, m.apart IS NOT NULL AS apart';
/** $1 how many at once are too many, $2 now, $3 the name of the hold. Each mail is counted once, in the pass in which it was written. */
const WEIGH = `
  WITH written AS (
    SELECT id, addresses FROM mail WHERE status = 'queued' AND fed_at IS NULL AND NOT held AND NOT weighed FOR UPDATE
  ), counted AS (
    SELECT (SELECT count(*)::integer FROM written) AS mails,
      (SELECT count(DISTINCT a)::integer FROM written CROSS JOIN LATERAL unnest(written.addresses) AS a) AS people
  ), hold AS (
    INSERT INTO mail_hold (id, made_at, mails, people) SELECT $3::uuid, $2, mails, people FROM counted WHERE mails > $1 RETURNING id, mails, people
  ), weighed AS (
    UPDATE mail m SET weighed = true, held = EXISTS (SELECT FROM hold), hold_id = coalesce((SELECT id FROM hold), hold_id)
    FROM written w WHERE w.id = m.id
  ), told AS (${TELL_OF_HOLD}
  )
  SELECT mails, people FROM hold`;
/** The first mail under way of each address; one that is the first of all its addresses has its turn. What is held or spread is overtaken. */
const FEED = `
  WITH first AS (
    SELECT DISTINCT ON (address) address, e.id FROM mail e CROSS JOIN LATERAL unnest(e.addresses) AS address
    WHERE e.status IN ('queued', 'sending') AND NOT e.held AND (e.not_before IS NULL OR e.not_before <= now()) ORDER BY address, e.id
  ), free AS (
    SELECT id, count(*) AS lanes FROM first GROUP BY id
  ), next AS (
    SELECT m.id FROM mail m LEFT JOIN free f ON f.id = m.id
    WHERE m.status = 'queued' AND m.fed_at IS NULL AND NOT m.held AND m.weighed AND (m.not_before IS NULL OR m.not_before <= now())
      AND coalesce(f.lanes, 0) = cardinality(m.addresses)
    ORDER BY m.priority, m.id LIMIT $1 FOR UPDATE OF m SKIP LOCKED
  )
  UPDATE mail m SET fed_at = now() FROM next WHERE m.id = next.id AND m.fed_at IS NULL RETURNING ${COLUMNS}, ${UNHURRIED} AS unhurried`;
const UNSENT = `
  SELECT ${COLUMNS} FROM mail m
  WHERE m.status IN ('queued', 'sending') AND m.fed_at <= now() - make_interval(secs => $1::float8) ORDER BY m.id LIMIT $2`;
const FED_AT_ONCE = 500;
const UNSENT_AT_ONCE = 1_000;

/**
 * Gives the queue the mails whose turn it is. They wait for it in their rows: a later mail to a person until the earlier
 * one is sent or given up, what is too much at once until an administrator lets it go.
 */
export class MailFeed {
  constructor(
    private readonly pool: Connection,
    private readonly clock: Clock,
    /** More than so many mails of one pass are held. */
    private readonly mostAtOnce: number,
  ) {}

  /** Counts what was written since the last time; too much of it is held, and said so. */
  async weigh(): Promise<Held | null> {
    const values = [this.mostAtOnce, this.clock.now(), randomUUID()];
    const { rows } = await this.pool.query<Held>({ name: 'weigh-mails', text: WEIGH, values });
    return rows[0] ?? null;
  }

  /** Takes the mails whose turn it is, the most urgent first; fewer than `most` when there are no more. */
  async next(most = FED_AT_ONCE): Promise<FedMail[]> {
    return (await this.pool.query<FedMail>({ name: 'feed-mails', text: FEED, values: [most] })).rows;
  }

  /** Mails that were given to the queue this long ago, in seconds of real time, and are not sent: their jobs may be lost. */
  async unsent(seconds: number): Promise<FedMail[]> {
    return (await this.pool.query<FedMail>(UNSENT, [seconds, UNSENT_AT_ONCE])).rows;
  }
}
