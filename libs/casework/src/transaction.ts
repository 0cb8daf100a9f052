import type { Pool, PoolClient } from 'pg';

/** Where statements are sent: to the pool, each by itself, or to a connection that is in a transaction already. */
export type Connection = Pool | PoolClient;

/**
 * Within a statement of its own: its commit does not wait for the disk. For what is found again from other rows when the
 * machine of the database fails in that moment.
 */
export const UNHURRIED = `set_config('synchronous_commit', 'off', true)`;

const isPool = (on: Connection): on is Pool => 'totalCount' in on;

/**
 * Does some work wholly or not at all; it says itself whether what it came to is to be kept. Within a transaction that
 * somebody else has begun, only this part of it is taken back.
 */
export async function wholly<T>(
  on: Connection,
  work: (on: PoolClient) => Promise<T>,
  keep: (done: T) => boolean,
): Promise<T> {
  const client = isPool(on) ? await on.connect() : on;
  const [begin, commit, rollback] = isPool(on)
    ? ['BEGIN', 'COMMIT', 'ROLLBACK']
    : ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part'];
  try {
    await client.query(begin);
    const done = await work(client);
    await client.query(keep(done) ? commit : rollback);
    return done;
  } catch (error) {
    await client.query(rollback);
    throw error;
  } finally {
    if (isPool(on)) client.release();
  }
}
