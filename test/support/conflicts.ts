import type { TestDatabase } from './database.js';

/** A conflict of interest of a demonstration person with a country, in force since long ago. */
export async function registerConflict(db: TestDatabase, key: string, country: string): Promise<void> {
  const { id } = await db.person(key);
  await db.pool.query(
    `INSERT INTO registered_conflict (id, person_id, country, kind, valid_from, recorded_by, recorded_name, recorded_at)
     VALUES (gen_random_uuid(), $1, $2, 'national', '2020-01-01', $1, 'Themselves', now())`,
    [id, country],
  );
}
