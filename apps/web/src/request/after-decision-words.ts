import { MODALITIES, type Recorded } from '#domain';
import { DECISION_WORDS } from './case-words.js';

type Row<T extends keyof Recorded> = { done: string; text?: (data: Recorded[T]) => string | null };

/** Lines of the record about a decision of several, a corrected letter and a decision that is made anew. */
export const AFTER_DECISION_WORDS: {
  DECIDE_WITH_OTHERS: Row<'DECIDE_WITH_OTHERS'>;
  CORRECT_LETTER: Row<'CORRECT_LETTER'>;
  SEND_LETTER_AGAIN: Row<'SEND_LETTER_AGAIN'>;
  REOPEN: Row<'REOPEN'>;
} = {
  DECIDE_WITH_OTHERS: {
    done: 'Decided by one of several approvers',
    text: ({ approval: a }) =>
      `${DECISION_WORDS[a.action].text}${a.action === 'OFFER_REGIONAL_OPTION' ? `: ${MODALITIES[a.modality]}` : ''}. Nothing is sent until enough approvers decide the same.\n\n${a.reasons}`,
  },
  CORRECT_LETTER: { done: 'Letter corrected', text: ({ correction }) => correction.reason },
  SEND_LETTER_AGAIN: { done: 'Letter sent again', text: (d) => d.reason },
  REOPEN: { done: 'Reopened, to be decided anew', text: (d) => d.reason },
};
