import { REPORT_KINDS, type Obligation } from './facts.js';
import { inWords } from './steps.js';

const QUARTERS = ['first', 'second', 'third', 'fourth'];
const ordinary = (kind: Obligation['kind']): string => REPORT_KINDS[kind].toLowerCase();

/** What is to be done about a report that is due, by its name: "File the report for the second quarter of 2027". */
export function reportTask({ kind, period }: Pick<Obligation, 'kind' | 'period'>): string {
  const [, quarter, year] = /^Q([1-4]) (\d{4})$/.exec(period) ?? [];
  if (kind === 'quarterly' && quarter)
    return `File the report for the ${QUARTERS[Number(quarter) - 1]} quarter of ${year}`;
  if (kind === 'annual' && /^\d{4}$/.test(period)) return `File the annual report for ${period}`;
  // The days of a report at half time or at the end are clear from its kind.
  if (/^\d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/.test(period) && kind !== 'quarterly' && kind !== 'annual')
    return `File the ${ordinary(kind)}`;
  return `File the ${ordinary(kind)}: ${period.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => inWords(day))}`;
}
