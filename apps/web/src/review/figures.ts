import type { Figure } from '#domain';

/** A figure as pages show it: at least one decimal, and the second where it says something. */
export const shown = (figure: Figure | null): string => (figure ? figure.rounded.replace(/0$/, '') : '–');

/** The exact fraction of a figure whose two decimals are rounded; nothing for the others. */
export function exactly(figure: Figure | null): string {
  if (!figure) return '';
  const [top, bottom = '1'] = figure.exact.split('/');
  return 100 % Number(bottom) === 0 ? '' : `${top}/${bottom}`;
}

/** What a score adds to the total: quarters of a point of weight, which two decimals show exactly. */
export const pointsOf = (weight: number, score: number): string => String(Number(((weight * score) / 4).toFixed(2)));

/** A sum of such points, as the total shows it. */
export const sumOfPoints = (scores: { weight: number; score: number }[]): string =>
  (scores.reduce((sum, { weight, score }) => sum + weight * score, 0) / 4).toFixed(2).replace(/0$/, '');

/** A share of the weight in whole per cent where it is whole. */
export const percent = (figure: Figure): string => String(Number(figure.rounded));
