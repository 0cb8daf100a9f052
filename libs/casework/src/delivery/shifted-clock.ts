import type { Pool } from 'pg';
import { listen, ShiftedClock, type Clock, type Listener } from '#platform';

const CHANNEL = 'clock_shift';
const LONGEST_SHIFT_MS = 100 * 366 * 86_400_000;

/** Reads by how much the clock of the demonstration is moved. */
async function readShift(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ milliseconds: string }>('SELECT milliseconds FROM clock_shift');
  return Number(rows[0]?.milliseconds ?? 0);
}

/** Moves the time of every process of a demonstration; nowhere else can it be moved. */
export async function setShift(pool: Pool, milliseconds: number, { demo }: { demo: boolean }): Promise<void> {
  if (!demo) throw new Error('The clock can be moved in demonstration mode only.');
  if (!Number.isSafeInteger(milliseconds) || Math.abs(milliseconds) > LONGEST_SHIFT_MS)
    throw new RangeError('The clock can be moved by whole milliseconds, up to a hundred years.');
  await pool.query(
    `WITH moved AS (
       INSERT INTO clock_shift (id, milliseconds) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET milliseconds = excluded.milliseconds)
     SELECT pg_notify('${CHANNEL}', $1::text)`,
    [milliseconds],
  );
}

/** The time of the product: the machine's own, moved in a demonstration by what the database says. */
export class DatabaseClock implements Clock {
  private readonly shifted = new ShiftedClock();
  private readonly watchers: (() => void)[] = [];
  private listener: Listener | undefined;

  private constructor(private readonly pool: Pool) {}

  /** Opens the clock; outside a demonstration it is the machine's own, whatever stands in the database. */
  static async open(
    pool: Pool,
    { demo, onError }: { demo: boolean; onError?: (error: Error) => void },
  ): Promise<DatabaseClock> {
    const clock = new DatabaseClock(pool);
    if (!demo) return clock;
    await clock.read();
    const read = () => void clock.read().catch((error: Error) => onError?.(error));
    clock.listener = await listen(pool, CHANNEL, read, { onConnected: read, onLost: (error) => onError?.(error) });
    return clock;
  }

  now(): Date {
    return this.shifted.now();
  }

  /** By how much this clock is away from the machine's own. */
  get offsetMs(): number {
    return this.shifted.offsetMs;
  }

  /** Calls back each time the clock is moved. */
  onMoved(watcher: () => void): void {
    this.watchers.push(watcher);
  }

  async close(): Promise<void> {
    await this.listener?.close();
  }

  private async read(): Promise<void> {
    const offset = await readShift(this.pool);
    if (offset === this.shifted.offsetMs) return;
    this.shifted.offsetMs = offset;
    for (const watcher of this.watchers) watcher();
  }
}
