import type { HolderAway } from '#casework';
import { date } from '../shell/words.js';
import { listed, plural } from './case-words.js';

/** Such as “Away until 4 December 2026; deputy Amina Okoro.” */
export function awayWords(away: HolderAway | undefined, names: boolean): { away?: string } {
  if (!away) return {};
  // Who acts for somebody of OHCHR, and what they said of it, OHCHR reads.
  const { deputies, note } = names ? away : { deputies: [], note: '' };
  const { until } = away;
  const deputy = deputies.length ? `; ${plural(deputies.length, 'deputy', 'deputies')} ${listed(deputies)}` : '';
  return { away: `Away until ${date(until)}${deputy}.${note ? ` ${note}` : ''}` };
}
