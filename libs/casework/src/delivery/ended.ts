import { systemClock, type Clock } from '#platform';
import type { Connection } from '../transaction.js';

/**
 * For how many days what has ended is kept. A link says why it does not open any more, a session whose text another tab
 * still sends, a key that its step was done: none of that is of use after these days, and secrets are not collected.
 */
export const KEPT_DAYS = { link: 90, credential: 30, form: 30, receipt: 90, telling: 90, inbound: 90 } as const;
export type Ended = Record<keyof typeof KEPT_DAYS, number>;

const DAY_MS = 86_400_000;
/** $1 to $6 the moment before which each was over; counted for the log. What came in by mail and waits for somebody is not over; what was put to a case stays there as a message. */
const PURGE = `
  WITH link AS (DELETE FROM consultation_link WHERE expires_at < $1 RETURNING 1),
    credential_over AS (DELETE FROM credential WHERE expires_at < $2 RETURNING 1),
    form AS (DELETE FROM kept_form WHERE kept_at < $3 RETURNING 1),
    receipt_over AS (DELETE FROM receipt WHERE given_at < $4 RETURNING 1),
    telling AS (DELETE FROM webhook_delivery WHERE told_at < $5 AND status <> 'waiting' RETURNING 1),
    inbound_over AS (DELETE FROM inbound_mail WHERE settled_at < $6 AND state IN ('posted', 'answer', 'bounce', 'automatic', 'dismissed') RETURNING 1)
  SELECT (SELECT count(*)::integer FROM link) AS link, (SELECT count(*)::integer FROM credential_over) AS credential,
    (SELECT count(*)::integer FROM form) AS form, (SELECT count(*)::integer FROM receipt_over) AS receipt,
    (SELECT count(*)::integer FROM telling) AS telling, (SELECT count(*)::integer FROM inbound_over) AS inbound`;

/** Removes what has ended long ago, all of it in one statement. */
export class WhatHasEnded {
  constructor(
    private readonly pool: Connection,
    private readonly clock: Clock,
    /** What somebody signs in with ends in real time, wherever the clock of a demonstration stands. */
    private readonly real: Clock = systemClock,
  ) {}

  /** Removes it, and says how many rows of each there were; a second run finds nothing. */
  async purge(): Promise<Ended> {
    const before = (clock: Clock, days: number) => new Date(clock.now().getTime() - days * DAY_MS);
    const values = [
      before(this.clock, KEPT_DAYS.link),
      before(this.real, KEPT_DAYS.credential),
      before(this.clock, KEPT_DAYS.form),
      before(this.clock, KEPT_DAYS.receipt),
      before(this.clock, KEPT_DAYS.telling),
      before(this.clock, KEPT_DAYS.inbound),
    ];
    const { rows } = await this.pool.query<Ended>({ name: 'purge', text: PURGE, values });
    return rows[0]!;
  }
}
