import type { Contribution } from '#domain';
import { date } from '../shell/words.js';
import { cents, dollars } from './case-words.js';

/** What an agency gives, in a line; an empty one where it gives nothing. */
export function contributionLine({ kind, amountUSD, text, from }: Contribution): string {
  if (kind === 'none') return text;
  const head = kind === 'cash' ? 'In cash' : 'In kind';
  const amount = amountUSD > 0 ? `, ${dollars(cents(amountUSD))}` : '';
  return `${head}${amount}${from ? `, from ${date(from)}` : ''}: ${text}`;
}
