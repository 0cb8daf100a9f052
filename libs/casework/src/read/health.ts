import type { Pool } from 'pg';

/** How much waits to be told, for a gauge. */
export interface Backlog {
  outbox: number;
  mails: number;
}

const BACKLOG = `
  SELECT (SELECT count(*)::integer FROM outbox WHERE dispatched_at IS NULL) AS outbox,
    (SELECT count(*)::integer FROM mail WHERE status IN ('queued', 'sending')) AS mails`;

/** Whether the database answers, and how much waits in it. */
export class DatabaseHealth {
  constructor(private readonly pool: Pool) {}

  async check(): Promise<void> {
    await this.pool.query('SELECT 1');
  }

  /** How many rows of the outbox and how many mails wait: growing numbers tell that no worker runs. */
  async backlog(): Promise<Backlog> {
    const { rows } = await this.pool.query<Backlog>({ name: 'mail-backlog', text: BACKLOG });
    return rows[0]!;
  }
}
