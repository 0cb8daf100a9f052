import { type Endorser, type EndorsingEventType, nameOfAnswer, type Recorded } from '#domain';
import { plural } from './case-words.js';
import { contributionLine } from './contribution-words.js';

type Row<T extends keyof Recorded> = { done: string; text: (data: Recorded[T]) => string | null };

const headOf = ({ name, agency }: Pick<Endorser, 'name' | 'agency'>): string => nameOfAnswer({ name, agency });
const lines = (...all: (string | null | undefined)[]): string | null => all.filter(Boolean).join('\n') || null;

/** The steps about those who endorse, for the record in plain words. */
export const ENDORSING_WORDS: { [T in EndorsingEventType]: Row<T> } = {
  INVITE_ENDORSERS: {
    done: 'Heads of agency asked to endorse',
    // Each has a comma of their own.
    text: ({ endorsers }) => endorsers.map(headOf).join('; '),
  },
  ASK_ENDORSERS_AGAIN: {
    done: 'Endorsement asked for again',
    text: ({ keys, email, note }) =>
      lines(
        `${keys.length} ${plural(keys.length, 'head of agency', 'heads of agency')}${email ? ', at a corrected address' : ''}. Links that were sent before do not open any more.`,
        note,
      ),
  },
  REPLACE_ENDORSER: {
    done: 'Another head of agency named',
    text: ({ successor, reason }) =>
      lines(`${headOf(successor)}. What was answered before stays in the record and does not count.`, reason),
  },
  WITHDRAW_ENDORSER: { done: 'Head of agency taken off the list', text: (d) => d.reason },
  ENDORSE: {
    done: 'Endorsed by an agency',
    text: ({ answer }) => lines(answer.word, contributionLine(answer.contribution)),
  },
  DECLINE_ENDORSEMENT: { done: 'Not endorsed by an agency', text: ({ answer }) => answer.word },
  RECORD_ENDORSER_UNREACHED: { done: 'A head of agency was not reached by mail', text: (d) => d.problem },
};
