import type { Pool } from 'pg';
import { listen, ShiftedClock, type Listener } from '#platform';

/** The clock of the product: the machine's time, moved in a demonstration by what the database says. */
export class DatabaseClock extends ShiftedClock {
  private listener: Listener | undefined;
  private reading: Promise<void> = Promise.resolve();

  private constructor(
    private readonly pool: Pool,
    private readonly movable: boolean,
  ) {
    super();
  }

  /** Reads the shift and follows it; outside a demonstration time is the machine's, whatever the table says. */
  static async open(pool: Pool, movable: boolean): Promise<DatabaseClock> {
    const clock = new DatabaseClock(pool, movable);
    if (!movable) return clock;
    await clock.read();
    // When the database is away the clock goes on as it was, and is read again with the next connection.
    const read = () => void clock.read().catch(() => undefined);
    clock.listener = await listen(pool, 'clock_shift', read, { onConnected: read });
    return clock;
  }

  /** Moves the clock of every process of a demonstration, in milliseconds from the machine's time. */
  static async move(pool: Pool, milliseconds: number, demo: boolean): Promise<void> {
    if (!demo) throw new Error('The clock can be moved in a demonstration only.');
    await pool.query(
      `WITH moved AS (INSERT INTO clock_shift (id, milliseconds) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET milliseconds = excluded.milliseconds RETURNING id)
       SELECT pg_notify('clock_shift', '') FROM moved`,
      [Math.round(milliseconds)],
    );
  }

  /** One reading after the other: of two at once the older could answer last, and time would stay where it was. */
  private read(): Promise<void> {
    const next = () => this.readShift();
    this.reading = this.reading.then(next, next);
    return this.reading;
  }

  private async readShift(): Promise<void> {
    const { rows } = await this.pool.query<{ milliseconds: string }>('SELECT milliseconds FROM clock_shift');
    this.offsetMs = Number(rows[0]?.milliseconds ?? 0);
    this.moved?.();
  }

  /** Called after the clock was read again. */
  moved: (() => void) | undefined;

  async close(): Promise<void> {
    await this.listener?.close();
  }
}
