import type { PersonRef } from '../people/roles.js';
import type { RequestFacts } from '../request/facts.js';
import type { Day, Instant } from '../time/working-days.js';
import { isVoid, listedEndorsers, type Endorser, type EndorsementAnswer } from './endorser.js';
import type { EndorsingEventType } from './events.js';

/** What the record keeps of each. `text`: by what the text is told from another as it stands then. */
export interface RecordedEndorsing {
  INVITE_ENDORSERS: { endorsers: Endorser[]; text: string };
  ASK_ENDORSERS_AGAIN: {
    keys: string[];
    email: string | null;
    account?: string;
    note: string | null;
    until: Day;
    text: string;
  };
  REPLACE_ENDORSER: { key: string; reason: string; successor: Endorser; text: string };
  WITHDRAW_ENDORSER: { key: string; reason: string };
  ENDORSE: { key: string; answer: EndorsementAnswer };
  DECLINE_ENDORSEMENT: { key: string; answer: EndorsementAnswer };
  RECORD_ENDORSER_UNREACHED: { keys: string[]; problem: string };
}

/** The name of each entry in the record, in the past tense. */
export const ENDORSING_ENTRY_NAMES = {
  INVITE_ENDORSERS: 'endorsersInvited',
  ASK_ENDORSERS_AGAIN: 'endorsersAskedAgain',
  REPLACE_ENDORSER: 'endorserReplaced',
  WITHDRAW_ENDORSER: 'endorserWithdrawn',
  ENDORSE: 'endorsed',
  DECLINE_ENDORSEMENT: 'endorsementDeclined',
  RECORD_ENDORSER_UNREACHED: 'endorserUnreachedRecorded',
} as const satisfies Record<EndorsingEventType, string>;

type Change = Pick<RequestFacts, 'endorsers' | 'endorsedText'>;
type Fold<T extends EndorsingEventType> = (
  facts: RequestFacts,
  data: RecordedEndorsing[T],
  entry: { at: Instant; actor: PersonRef },
) => Change;

const each = (
  { endorsers = [] }: RequestFacts,
  keys: readonly string[],
  change: (e: Endorser) => Endorser,
): Endorser[] => endorsers.map((e) => (keys.includes(e.key) ? change(e) : e));
/** A mail that came back is forgotten with the next one. */
function reached({ unreached: _unreached, ...e }: Endorser): Endorser {
  return e;
}

const answered: Fold<'ENDORSE' | 'DECLINE_ENDORSEMENT'> = (facts, { key, answer }) => ({
  endorsers: each(facts, [key], (e) => ({
    ...reached(e),
    state: answer.position === 'endorses' ? 'endorsed' : 'declined',
    answer,
    ...(e.answer ? { changed: [...(e.changed ?? []), e.answer] } : {}),
  })),
  // Whoever answers has read the text as it stands.
  endorsedText: answer.text,
});

export const ENDORSING_FOLDS: { [T in EndorsingEventType]: Fold<T> } = {
  INVITE_ENDORSERS: ({ endorsers = [] }, data) => ({
    endorsers: [...endorsers, ...data.endorsers],
    endorsedText: data.text,
  }),
  ASK_ENDORSERS_AGAIN: (facts, { keys, email, account, note, until, text }, { at, actor }) => ({
    endorsers: each(facts, keys, (e) => ({
      ...reached(e),
      ...(email ? { email } : {}),
      ...(email && account ? { account } : {}),
      state: 'asked',
      link: e.link + 1,
      until,
      answer: null,
      again: [...(e.again ?? []), { by: actor, at, note, answer: e.answer }],
    })),
    endorsedText: text,
  }),
  REPLACE_ENDORSER: (facts, { key, reason, successor, text }, { at, actor }) => ({
    endorsers: [
      ...each(facts, [key], (e) => ({ ...reached(e), state: 'replaced', ended: { by: actor, at, reason } })),
      successor,
    ],
    endorsedText: text,
  }),
  WITHDRAW_ENDORSER: (facts, { key, reason }, { at, actor }) => ({
    endorsers: each(facts, [key], (e) => ({ ...reached(e), state: 'withdrawn', ended: { by: actor, at, reason } })),
  }),
  ENDORSE: answered,
  DECLINE_ENDORSEMENT: answered,
  RECORD_ENDORSER_UNREACHED: (facts, { keys, problem }, { at }) => ({
    endorsers: each(facts, keys, (e) => ({ ...e, unreached: { at, problem } })),
  }),
};

/** An agency's own answer as it goes with a submission. */
export interface SubmittedEndorsement {
  agency: string;
  name: string;
  title: string;
  /** Null where it gave none. */
  answer: EndorsementAnswer | null;
  /** The text had changed since, and nobody confirmed it again. */
  void: boolean;
}

/** The answers of agencies as they stand, without addresses; what is read by those who do not work on the draft. */
export const endorsementsNow = (facts: RequestFacts): SubmittedEndorsement[] =>
  listedEndorsers(facts).map((e) => {
    const answer = e.answer ?? e.again?.at(-1)?.answer ?? null;
    const { agency, name, title } = e;
    return { agency, name, title, answer, void: answer !== null && (e.answer === null || isVoid(e, facts)) };
  });
