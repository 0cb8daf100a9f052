/** A small table as CSV: for spreadsheets in UTF-8, and nothing in it can become a formula. */
export async function tableOf(columns: readonly string[], rows: readonly string[][]): Promise<string> {
  const { stringify } = await import('csv-stringify/sync');
  return stringify([...rows], {
    header: true,
    columns: [...columns],
    escape_formulas: true,
    bom: true,
    record_delimiter: 'windows',
  });
}
