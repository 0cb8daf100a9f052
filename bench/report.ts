/** Prints one figure beside its bare cost and its goal. */
export function line(goal: string, what: string, figure: string, bare: string, ratio: string, wanted: string): void {
  console.log(
    `${goal.padEnd(3)} ${what.padEnd(52)} ${figure.padStart(14)} ${bare.padStart(14)} ${ratio.padStart(8)}  ${wanted}`,
  );
}
export function head(title: string): void {
  console.log(`\n${title}`);
  line('', '', 'ours', 'bare', 'ratio', 'goal');
}
export const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')}/s`;
export const ms = (value: number): string => `${value.toFixed(2)} ms`;
export const share = (ours: number, bare: number): string => `${Math.round((100 * ours) / bare)} %`;
export const times = (ours: number, other: number): string => `${(ours / other).toFixed(1)} x`;
