/** Two rounds a year, named by the year and a number: `2027-1`. They sort as text. */
const ROUND = /^20\d\d-[12]$/;
export const isRound = (text: string): boolean => ROUND.test(text);

/** The round that many before or after another. */
export function roundAfter(round: string, by = 1): string {
  const [year, half] = round.split('-').map(Number) as [number, number];
  const count = year * 2 + (half - 1) + by;
  return `${Math.floor(count / 2)}-${(count % 2) + 1}`;
}

/** A round in words: “first round of 2027”. */
export const roundName = (round: string): string => {
  const [year, half] = round.split('-');
  return `${half === '1' ? 'first' : 'second'} round of ${year}`;
};
