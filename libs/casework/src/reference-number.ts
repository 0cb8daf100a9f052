import type { Connection } from './transaction.js';

/** Whether a text can be the reference of a case at all; some that cannot the database would refuse as no text. */
export const mayBeReference = (text: string): boolean => /^[\w-]{1,40}$/.test(text);

const COUNT =
  'INSERT INTO reference_counter AS c (kind, year, last) VALUES ($1, $2, 1) ON CONFLICT (kind, year) DO UPDATE SET last = c.last + 1 RETURNING last';

/** The next reference of a kind of case in a year. One that is given and not used leaves a hole; none is given twice. */
export async function newReference(
  on: Connection,
  kind: { row: { table: string }; reference(year: string, number: number): string },
  year: string,
): Promise<string> {
  const { rows } = await on.query<{ last: number }>({ name: 'new-ref', text: COUNT, values: [kind.row.table, year] });
  return kind.reference(year, rows[0]!.last);
}
