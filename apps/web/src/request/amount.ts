/** Thousands parted by commas or by points, and at most two decimals after the other of the two; or digits with decimals after either. */
const AMOUNT = /^(?:(\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+))(?:[.,](\d{1,2}))?|(\d+)(?:[.,](\d{1,2}))?)$/;

/** The same as exact text with two decimals, as amounts are kept: no float is on its way. Null when it cannot be read. */
export function exactAmountIn(typed: string): string | null {
  const plain = typed.replace(/^(?:US\$|USD|\$)/i, '').replace(/[\s'’]/g, '');
  const [, grouped, cents, digits, decimals] = AMOUNT.exec(plain) ?? [];
  const whole = grouped ?? digits;
  if (whole === undefined) return null;
  const dollars = whole.replace(/[.,]/g, '').replace(/^0+(?=\d)/, '');
  return `${dollars}.${(cents ?? decimals ?? '').padEnd(2, '0')}`;
}

/**
 * Reads an amount as people write it in three languages: `128,000`, `128 000`, `128.000,50`, `US$ 128000`.
 * Three digits after a point are thousands: no amount has more than two decimals. Null when it cannot be read.
 */
export function amountIn(typed: string): number | null {
  const plain = typed.replace(/^(?:US\$|USD|\$)/i, '').replace(/[\s'’]/g, '');
  const [, grouped, cents, digits, decimals] = AMOUNT.exec(plain) ?? [];
  const whole = grouped ?? digits;
  return whole === undefined ? null : Number(`${whole.replace(/[.,]/g, '')}.${cents ?? decimals ?? '0'}`);
}

/** An amount as a field shows it: `128,000`. */
export const amountText = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
