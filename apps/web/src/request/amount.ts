/** Grouped by comma, point, space or apostrophe, with at most two decimals after a point or a comma. */
const AMOUNT = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/;

/**
 * Reads an amount as people write it in three languages: `128,000`, `128 000`, `128.000,50`, `US$ 128000`.
 * Three digits after a point are thousands: no amount has more than two decimals. Null when it cannot be read.
 */
export function amountIn(typed: string): number | null {
  const plain = typed.replace(/^(?:US\$|USD|\$)/i, '').replace(/[\s'’]/g, '');
  const [, whole, decimals] = AMOUNT.exec(plain) ?? [];
  return whole === undefined ? null : Number(`${whole.replace(/[.,]/g, '')}.${decimals ?? '0'}`);
}

/** An amount as a field shows it: `128,000`. */
export const amountText = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
