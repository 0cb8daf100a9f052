import type { Done } from '../shell/pages.js';
import {
  dayForAdvice,
  lastDecision,
  openQuestions,
  partnersEver,
  signsOffer,
  unsigned,
  WITHDRAW_CODES,
  type ClockSettings,
  type RequestEvent,
  type RequestFacts,
  type WithdrawCode,
} from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import { date } from '../shell/words.js';
import type { Field } from './field-models.js';

/** What was typed on the page of a final act. */
export type ActForm = Record<'code' | 'reason' | 'answer' | 'note', string>;
export const actIn = (form: Form): ActForm => ({
  code: one(form, 'code'),
  reason: text(form, 'reason'),
  answer: one(form, 'answer'),
  note: text(form, 'note'),
});

/** A final act of the office: on which page, by which step, in which words. */
export interface FinalAct {
  /** The steps of the page; the first one guards it. */
  steps: readonly (
    | 'WITHDRAW'
    | 'ABANDON'
    | 'REQUEST_RECONSIDERATION'
    | 'ACCEPT_OFFER'
    | 'REFUSE_OFFER'
    | 'REOPEN'
    | 'SEND_LETTER_AGAIN'
  )[];
  heading: string;
  lead: string;
  button: string;
  warning?: true;
  /** The key of what is said when it is done. */
  done: Done;
  follows: (facts: RequestFacts, clocks: ClockSettings) => string[];
  fields: (typed: ActForm, facts: RequestFacts) => Field[];
  event: (typed: ActForm) => RequestEvent | null;
  /** The letter that the page is about is shown on it. */
  letter?: true;
}

const reason = (label: string, typed: ActForm, more: Partial<Field> = {}): Field => ({
  kind: 'long',
  name: 'reason',
  label,
  value: typed.reason,
  rows: 5,
  ...more,
});

const withdraw: FinalAct = {
  steps: ['WITHDRAW'],
  heading: 'Withdraw the request',
  lead: 'The request ends here. It cannot be taken up again; a new request can be made at any time.',
  button: 'Withdraw the request',
  warning: true,
  done: 'withdrawn',
  follows: (facts) => [
    'The desk officer is told, and the regional team.',
    ...(partnersEver(facts).length ? ['The offices of the other countries are told.'] : []),
    ...(facts.reviewers.length ? ['The reviewers are told, and score it no further.'] : []),
    ...(facts.consultation.some((c) => c.state === 'awaited' && dayForAdvice(facts, c.key) !== null)
      ? ['Whoever is still asked for advice is told that none is needed any more.']
      : []),
    ...(openQuestions(facts).length
      ? ['Open questions lapse, with any change that answers one and was not submitted.']
      : []),
    'What was written stays on record and can be read. A new request can be begun from its text.',
    facts.decisions.length ? 'What was decided lapses with it.' : 'No decision is made on it.',
  ],
  fields: (typed) => [
    {
      kind: 'radios',
      name: 'code',
      label: 'Why is it withdrawn?',
      options: Object.entries(WITHDRAW_CODES).map(([value, name]) => ({ value, text: name })),
      value: typed.code,
    },
    reason('Say it in your own words', typed, { hint: 'The desk officer and the reviewers read this.' }),
  ],
  event: ({ code, reason }) => ({ type: 'WITHDRAW', code: code as WithdrawCode, reason }),
};

const abandon: FinalAct = {
  steps: ['ABANDON'],
  heading: 'Abandon the draft',
  lead: 'The draft was never submitted, so OHCHR has not seen it.',
  button: 'Abandon the draft',
  warning: true,
  done: 'abandoned',
  follows: (facts) => [
    'The draft can be read by your office, and not changed any more.',
    ...(facts.together ? ['The offices of the other countries are told.'] : []),
    'A new request can be started at any time.',
  ],
  fields: (typed) => [
    reason('Why is it abandoned?', typed, { optional: true, hint: 'For your office, in case somebody asks.' }),
  ],
  event: ({ reason }) => ({ type: 'ABANDON', ...(reason ? { reason } : {}) }),
};

const reconsideration: FinalAct = {
  steps: ['REQUEST_RECONSIDERATION'],
  heading: 'Ask for reconsideration',
  lead: 'The panel looks at the request once more, with what you write here. This can be done once.',
  button: 'Ask for reconsideration',
  done: 'reconsideration',
  follows: (facts, clocks) => {
    const on = lastDecision(facts)?.at;
    return [
      `It can be asked for within ${clocks.reconsiderationDays} days of the decision${on ? `, which was made on ${date(on)}` : ''}.`,
      'The panel chair and the desk officer are told.',
      'The text of the request stays as it was submitted.',
    ];
  },
  fields: (typed) => [
    reason('What should be looked at again, and why?', typed, {
      hint: 'New facts weigh more than the same arguments again.',
      rows: 8,
    }),
  ],
  event: ({ reason }) => ({ type: 'REQUEST_RECONSIDERATION', reason }),
  letter: true,
};

const offer: FinalAct = {
  steps: ['ACCEPT_OFFER', 'REFUSE_OFFER'],
  heading: 'Answer the offer',
  lead: 'In place of the post that was requested, a regional option is offered.',
  button: 'Send your answer',
  done: 'offerAnswered',
  follows: (facts) => {
    const due = facts.clocks.find((c) => c.group === 'offered')?.dueOn;
    return [
      ...(due ? [`Your answer is due by ${date(due)}.`] : []),
      ...(signsOffer(facts)
        ? [
            'The option covers countries of other Resident Coordinators too: you can accept it once each of them has signed it. You can refuse it at any time.',
          ]
        : []),
      'If you accept, the offer takes the place of the request and waits for funds.',
      'If you refuse, the request is closed as declined. You can ask once for reconsideration.',
    ];
  },
  fields: (typed, facts) => [
    {
      kind: 'radios',
      name: 'answer',
      label: 'Do you accept the offer?',
      options: [
        {
          value: 'accept',
          text: 'Yes, we accept the offer',
          ...(signsOffer(facts) && unsigned(facts).length
            ? { hint: { text: 'Possible once every other coordinator has signed the option.' } }
            : {}),
        },
        { value: 'refuse', text: 'No, we refuse the offer' },
      ],
      value: typed.answer,
    },
    reason('Why, or on what understanding?', typed, {
      hint: 'A reason is needed to refuse; a note may go with an acceptance.',
    }),
  ],
  event: ({ answer, reason }) =>
    answer === 'accept'
      ? { type: 'ACCEPT_OFFER', ...(reason ? { note: reason } : {}) }
      : answer === 'refuse'
        ? { type: 'REFUSE_OFFER', reason }
        : null,
  letter: true,
};

const reopen: FinalAct = {
  steps: ['REOPEN'],
  heading: 'Reopen the request',
  lead: 'The decision holds no longer, and the request is decided anew. This can be done once.',
  button: 'Reopen the request',
  warning: true,
  done: 'reopened',
  follows: (facts, clocks) => [
    `A request can be reopened within ${clocks.reconsiderationDays} days of its decision, while no money is entered for it.`,
    'The Resident Coordinator, the desk officer, the regional team and the panel chair are told; your reason is in the history, where they read it.',
    'The letter that was sent stays in the record. Another letter follows the new decision.',
  ],
  fields: (typed) => [
    reason('Why is it decided anew?', typed, { hint: 'The Resident Coordinator reads this too.', rows: 6 }),
  ],
  event: ({ reason }) => ({ type: 'REOPEN', reason }),
  letter: true,
};

const sendAgain: FinalAct = {
  steps: ['SEND_LETTER_AGAIN'],
  heading: 'Send the letter again',
  lead: 'The letter that stands goes out once more, word for word. To change a word of it, correct it instead.',
  button: 'Send the letter again',
  done: 'letterSentAgain',
  follows: () => [
    'It goes to the Resident Coordinator, with copies to the regional team and the desk officer: to the addresses that they have now.',
    'Whoever has it already gets it a second time, with words that say so.',
    'Your reason stands in the record, where all parties to the request read it. It does not go with the letter.',
  ],
  fields: (typed) => [reason('Why is it sent again?', typed, { rows: 3 })],
  event: ({ reason }) => ({ type: 'SEND_LETTER_AGAIN', reason }),
  letter: true,
};

export const FINAL_ACTS = {
  withdraw,
  abandon,
  reconsideration,
  offer,
  reopen,
  'send-letter-again': sendAgain,
} as const;
export type FinalActName = keyof typeof FINAL_ACTS;
