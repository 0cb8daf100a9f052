import type { Pool } from 'pg';

const TABLES = `
  SELECT table_name AS name FROM information_schema.tables
  WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('migration', 'reference_counter')`;

/** How many rows each table has and what they come to: two of these are equal when nothing at all was changed. */
export async function everything(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(TABLES);
  const sums = rows.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS sum FROM ${name} t`,
  );
  const found = await pool.query<{ name: string; sum: string }>(sums.join(' UNION ALL '));
  return Object.fromEntries(found.rows.map(({ name, sum }) => [name, sum]));
}

/** The tables that differ between two looks at everything. */
export const changed = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(before)
    .filter((name) => before[name] !== after[name])
    .sort();
