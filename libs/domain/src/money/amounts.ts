/** Amounts are kept as text with two decimals and added up in whole cents: neither knows a float. */
export type Cents = bigint;

const AMOUNT = /^\d{1,12}(?:\.\d{1,2})?$/;

/** Whether a value is an amount as it is kept: digits, and at most two decimals after a point. */
export const isAmount = (value: unknown): value is string => typeof value === 'string' && AMOUNT.test(value);

/** An amount of text in cents. */
export function centsIn(amount: string): Cents {
  const [whole, decimals = ''] = amount.split('.');
  return BigInt(whole!) * 100n + BigInt(decimals.padEnd(2, '0'));
}

/** Cents as the text that is kept: `128000.50`. */
export const amountIn = (cents: Cents): string => {
  const digits = cents.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Dollars of a table of costs, a number with at most two decimals, in cents. */
export const centsOfNumber = (dollars: number): Cents => BigInt(Math.round(dollars * 100));

/** A part of an amount, to the cent, half up. */
export const partOf = (cents: Cents, part: number, whole: number): Cents =>
  (cents * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n);

/** An amount as a sentence has it: `US$ 12,500`, `US$ 12,500.50`. */
export function dollarsIn(cents: Cents): string {
  const [whole, decimals] = amountIn(cents).split('.');
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `US$ ${grouped}${decimals === '00' ? '' : `.${decimals}`}`;
}

export const sumOf = (amounts: readonly Cents[]): Cents => amounts.reduce((a, b) => a + b, 0n);
