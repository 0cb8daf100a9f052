import type { Recorded, TogetherEventType } from '#domain';
import { listed } from '../request/case-words.js';
import { voidsOf } from '../request/voided-words.js';

type Row<T extends keyof Recorded> = { done: string; text: (data: Recorded[T]) => string | null };
const forWhom = (names: string[], actingFor?: string | null): string =>
  `For ${listed(names)}${actingFor ? `, acting for ${actingFor}` : ''}.`;

/** The steps of the offices of a request of several countries, for the record in plain words. */
export const TOGETHER_WORDS: { [T in TogetherEventType]: Row<T> } = {
  EDIT_PART: {
    done: 'Part of a country written',
    text: (d) => [`${d.name}.`, voidsOf(d)].filter(Boolean).join(' '),
  },
  SIGN_TOGETHER: { done: 'Signed as one of several', text: (d) => forWhom(d.names, d.actingFor) },
  TAKE_BACK_SIGNATURE: { done: 'Signature taken back', text: (d) => `${forWhom(d.names)}\n${d.reason}` },
  WITHDRAW_COUNTRY: {
    done: 'A country left',
    text: (d) => `${d.name} ${d.offer ? 'does not take part in the option' : 'left the request'}.\n${d.reason}`,
  },
};
