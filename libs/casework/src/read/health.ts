import type { Pool } from 'pg';

/** Whether the database answers. */
export class DatabaseHealth {
  constructor(private readonly pool: Pool) {}

  async check(): Promise<void> {
    await this.pool.query('SELECT 1');
  }
}
