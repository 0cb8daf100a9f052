import type { Row } from './rows.js';
import { cents, dollars } from './case-words.js';

interface Line {
  payer: string;
  byYear: Map<string, number>;
}

const amountOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? cents(value) : 0);

/** Who pays how much in each year, and in all, as a table; null while there is nothing to add up. */
export function costTotals(value: unknown) {
  const years = Array.isArray(value) ? (value as Row[]) : [];
  const lines = new Map<string, Line>();
  for (const year of years)
    for (const item of Array.isArray(year.items) ? (year.items as Row[]) : []) {
      const payer = typeof item.paidBy === 'string' && item.paidBy.trim() ? item.paidBy.trim() : 'Nobody named';
      const line = lines.get(payer) ?? { payer, byYear: new Map<string, number>() };
      const key = String(year.year);
      line.byYear.set(key, (line.byYear.get(key) ?? 0) + amountOf(item.amountUSD));
      lines.set(payer, line);
    }
  const keys = [...new Set(years.map((y) => String(y.year)))];
  const sum = (line: Line): number => [...line.byYear.values()].reduce((a, b) => a + b, 0);
  const rowOf = (payer: string, of: (key: string) => number, total: number) => ({
    payer,
    ...Object.fromEntries(keys.map((key) => [`y${key}`, of(key) ? dollars(of(key)) : null])),
    total: dollars(total),
  });
  const all = [...lines.values()].sort((a, b) => sum(b) - sum(a));
  const grand = all.reduce((total, line) => total + sum(line), 0);
  if (grand === 0) return null;
  return {
    caption: 'Who pays how much in each year, in US dollars',
    columns: [
      { key: 'payer', text: 'Paid by' },
      ...keys.map((key) => ({ key: `y${key}`, text: key, numeric: true })),
      { key: 'total', text: 'Total', numeric: true },
    ],
    rows: [
      ...all.map((line) => rowOf(line.payer, (key) => line.byYear.get(key) ?? 0, sum(line))),
      rowOf('All', (key) => all.reduce((total, line) => total + (line.byYear.get(key) ?? 0), 0), grand),
    ],
  };
}
