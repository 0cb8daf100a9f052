import { describe, expect, it } from '@jest/globals';
import { listen } from '#platform';
import { useDatabase } from '../support/database.js';
import { until } from '../support/until.js';

describe('listening to the database', () => {
  const database = useDatabase({ empty: true });
  const notify = (channel: string, payload: string): Promise<unknown> =>
    database.pool.query('SELECT pg_notify($1, $2)', [channel, payload]);

  it('hears what is committed, on its own channel, with no connection of the pool', async () => {
    const heard: string[] = [];
    const busy = database.pool.totalCount;
    const listener = await listen(database.pool, 'Quoted "name"', (payload) => heard.push(payload));
    expect(database.pool.totalCount).toBe(busy);
    await notify('another', 'x');
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_notify($1, $2)', ['Quoted "name"', 'undone']);
    await client.query('ROLLBACK');
    client.release();
    await notify('Quoted "name"', 'done');
    await until('something is heard', () => heard.length > 0);
    expect(heard).toEqual(['done']);
    await listener.close();
  });

  it('says when the connection is lost, and that it must look for what it missed', async () => {
    const heard: string[] = [];
    const lost: string[] = [];
    let connected = 0;
    const listener = await listen(database.pool, 'box', (payload) => heard.push(payload), {
      onConnected: () => (connected += 1),
      onLost: (error) => lost.push(error.message),
    });
    expect([listener.connected, connected]).toEqual([true, 1]);
    await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'listen "box"'`);
    await until('it is connected again', () => connected === 2);
    expect(lost).toHaveLength(1);
    await notify('box', 'again');
    await until('it hears again', () => heard.length === 1);
    await listener.close();
    expect(listener.connected).toBe(false);
    // Another that listens still hears it; by then the closed one would have.
    const after: string[] = [];
    const still = await listen(database.pool, 'box', (payload) => after.push(payload));
    await notify('box', 'too late');
    await until('the other hears it', () => after.length === 1);
    await still.close();
    expect(heard).toEqual(['again']);
  });

  it('fails at once when the first connection cannot be made', async () => {
    const nowhere = Object.assign(Object.create(database.pool) as typeof database.pool, {
      options: { connectionString: 'postgres://nobody@127.0.0.1:1/none' },
    });
    await expect(listen(nowhere, 'box', () => undefined)).rejects.toThrow('ECONNREFUSED');
  });
});
