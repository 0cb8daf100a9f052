import { expect, it } from '@jest/globals';
import { prepareDatabase } from '#casework';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase({ empty: true });

const tables = async (): Promise<string[]> => {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migration' ORDER BY 1`,
  );
  return rows.map((row) => row.name);
};
const functions = async (): Promise<number> => {
  const { rows } = await db.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_proc WHERE pronamespace = 'public'::regnamespace`,
  );
  return rows[0]!.n;
};
const drift = async (): Promise<string[]> => {
  const { upQueries } = await db.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

it('run on an empty database, and make every table that the entities name', async () => {
  expect(await tables()).toEqual([]);
  await db.dataSource.runMigrations();
  expect(await tables()).toEqual(db.dataSource.entityMetadatas.map((entity) => entity.tableName).sort());
});

it('leave nothing that the entities say otherwise', async () => {
  expect(await drift()).toEqual([]);
  await db.pool.query('ALTER TABLE deadline ALTER COLUMN holder DROP NOT NULL; DROP INDEX deadline_holder_idx');
  expect(await drift()).toHaveLength(2);
});

it('go back to nothing, and up again to the same', async () => {
  for (const _ of db.dataSource.migrations) await db.dataSource.undoLastMigration();
  expect(await tables()).toEqual([]);
  expect(await functions()).toBe(0);
  await db.dataSource.runMigrations();
  expect(await drift()).toEqual([]);
});

it('may be asked for again on a database in use: nothing is lost', async () => {
  await prepareDatabase(db.url, { demo: 'people', holidays: false });
  await db.furnish();
  const { ref } = await aCaseAt(db, (story) => story.submitted());
  await prepareDatabase(db.url, { demo: 'people', holidays: false });
  const { rows } = await db.pool.query('SELECT ref, revision FROM request');
  expect(rows).toEqual([{ ref, revision: 2 }]);
});

it.each([
  ['audit_event', 'case_id'],
  ['request_version', 'request_id'],
])('%s can be added to, and never changed or emptied', async (table, id) => {
  const refused = new RegExp(`The record ${table} is append-only`);
  const { rows } = await db.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  expect(rows[0]!.n).toBeGreaterThan(0);
  await expect(db.pool.query(`UPDATE ${table} SET ${id} = ${id}`)).rejects.toThrow(refused);
  await expect(db.pool.query(`DELETE FROM ${table}`)).rejects.toThrow(refused);
  await expect(db.pool.query(`TRUNCATE ${table}`)).rejects.toThrow(refused);
});
