import Fraction from 'fraction.js';

/** An exact figure: the reduced fraction, and two decimals rounded half up for reading. */
export interface Figure {
  exact: string;
  rounded: string;
}

/** A fraction as it is told: reduced, and with two decimals, half up; below nought by its size. */
export function figure(f: Fraction): Figure {
  const cents = f.abs().mul(100).add(new Fraction(1, 2)).floor();
  const digits = cents.toString().padStart(3, '0');
  const sign = f.s < 0n && cents.n !== 0n ? '-' : '';
  return { exact: f.toFraction(), rounded: `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` };
}
/** The sum of fractions. */
export const sum = (values: Fraction[]): Fraction => values.reduce((a, b) => a.add(b), new Fraction(0));
/** The mean of at least one fraction. */
export const meanOf = (values: Fraction[]): Fraction => sum(values).div(values.length);
/** The median of at least one fraction; between two in the middle it lies halfway. */
export function medianOf(values: Fraction[]): Fraction {
  const sorted = [...values].sort((a, b) => a.compare(b));
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : sorted[middle - 1]!.add(sorted[middle]!).div(2);
}
