import type { Recorded } from '#domain';
import { date } from '../shell/words.js';

type Row<T extends keyof Recorded> = { done: string; text: (data: Recorded[T]) => string | null };

/** The steps about those whose advice is asked for, for the record in plain words. */
export const CONSULTATION_WORDS: {
  CONSULT: Row<'CONSULT'>;
  EXTEND_CONSULTATION: Row<'EXTEND_CONSULTATION'>;
  RECONSULT: Row<'RECONSULT'>;
  LET_ADVICE_STAND: Row<'LET_ADVICE_STAND'>;
  RESEND_CONSULTATION: Row<'RESEND_CONSULTATION'>;
  WITHDRAW_CONSULTATION: Row<'WITHDRAW_CONSULTATION'>;
  RECORD_UNREACHED: Row<'RECORD_UNREACHED'>;
} = {
  CONSULT: { done: 'Asked by name', text: ({ named }) => `${named.name}, ${named.organisation}: ${named.question}` },
  EXTEND_CONSULTATION: {
    done: 'More time for advice',
    text: ({ extension: e }) => `Until ${date(e.until)}, not ${date(e.from)}. ${e.reason}`,
  },
  RECONSULT: { done: 'Advice asked for again', text: (d) => d.reason },
  LET_ADVICE_STAND: {
    done: 'Advice left to stand',
    text: (d) => `Also for version ${d.requestVersion}. ${d.reason}`,
  },
  RESEND_CONSULTATION: {
    done: 'Question sent again',
    text: (d) => (d.email ? 'To a corrected address. Links that were sent before do not open any more.' : null),
  },
  WITHDRAW_CONSULTATION: { done: 'Question taken back', text: (d) => d.reason },
  RECORD_UNREACHED: { done: 'A party was not reached by mail', text: (d) => d.problem },
};
