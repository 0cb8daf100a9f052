import { expect, it } from '@jest/globals';
import pg from 'pg';
import { outliving } from '#platform';
import { useDatabase } from '../support/database.js';

const db = useDatabase();

it('a connection that the database closes while somebody holds it ends no process, and whatever is asked of it next fails', async () => {
  const pool = outliving(outliving(new pg.Pool({ connectionString: db.url, max: 1 })));
  const held = await pool.connect();
  // Without anybody who listens, the error of a connection is the end of its process.
  expect(held.listenerCount('error')).toBe(1);
  const { rows } = await held.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const gone = new Promise<void>((resolve) => void held.once('end', resolve));
  await db.pool.query('SELECT pg_terminate_backend($1)', [rows[0]!.pid]);
  await gone;
  await expect(held.query('SELECT 1')).rejects.toThrow();
  held.release(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await pool.end();
});
