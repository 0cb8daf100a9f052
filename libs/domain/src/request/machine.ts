import {
  setup,
  type AnyTransitionDefinition,
  getNextTransitions,
  transition,
  type StateValue as XStateValue,
} from 'xstate';
import { activeReviewers, countingSheets, openQuestions, type RequestFacts } from './facts.js';
import type { RequestEvent, RequestEventType } from './events.js';
import { allArranged } from './arrangements.js';
import { consolidate } from '../review/scoring.js';
import { endorsing } from '../endorsing/transitions.js';
import { recounting, timing } from '../timing/transitions.js';
import type { StateValue } from './states.js';

/** The machine chooses where a step leads. It sees the facts as they will be after the step; whether the step may be taken is asked before. */
interface Context {
  after: RequestFacts;
}
type DoneEvent = { type: 'xstate.done.state.request.assessment' };

const teamAwaited = ({ context: { after } }: { context: Context }) =>
  after.consultation.some((c) => c.role === 'regionalTeam' && c.state === 'awaited');
const noTeamAsked = ({ context: { after } }: { context: Context }) =>
  after.consultation.every((c) => c.role !== 'regionalTeam');
const someTeamAnswered = ({ context: { after } }: { context: Context }) =>
  after.consultation.some((c) => c.role === 'regionalTeam' && c.state === 'answered');
const wideSpread = ({ context: { after } }: { context: Context }) =>
  consolidate(countingSheets(after), after.framework!).moderationCriteria.length > 0;

const machineSetup = setup({
  types: {
    context: {} as Context,
    events: {} as RequestEvent | DoneEvent,
    input: {} as { after: RequestFacts } | undefined,
  },
  guards: {
    teamAwaited,
    noTeamAsked,
    someTeamAnswered,
    wideSpread,
    everyPartDone: ({ context }) => allArranged(context.after),
    nobodyLeft: ({ context }) => activeReviewers(context.after).length === 0,
    questionsOpen: ({ context }) => openQuestions(context.after).length > 0,
    wasSilent: ({ context }) =>
      context.after.consultation.some((c) => c.state === 'silent') && !someTeamAnswered({ context }),
    wasRevealed: ({ context }) => context.after.revealedAt !== null && !wideSpread({ context }),
    wasModerated: ({ context }) => context.after.revealedAt !== null && wideSpread({ context }),
  },
});

const afterQuestion = [
  { guard: 'questionsOpen' as const },
  { guard: 'nobodyLeft' as const, target: 'appointing' },
  { guard: 'wasModerated' as const, target: 'moderation' },
  { guard: 'wasRevealed' as const, target: 'revealed' },
  { target: 'scoring' },
];
/** Whoever leaves last leaves the case to be appointed for again. */
const leaving = [{ guard: 'nobodyLeft' as const, target: 'appointing' }, {}];
const work = { SAVE_SCORES: {}, SCORE: {} };
const leavings = {
  DECLARE: leaving,
  DECLINE_APPOINTMENT: leaving,
  RELEASE: leaving,
  RECORD_CONFLICT: leaving,
  HAND_BACK_REVIEW: leaving,
};
const staying = { DECLARE: {}, DECLINE_APPOINTMENT: {}, RELEASE: {}, RECORD_CONFLICT: {}, HAND_BACK_REVIEW: {} };

/** What is done about the parties that are asked leads nowhere by itself. */
const asking = { EXTEND_CONSULTATION: {}, RESEND_CONSULTATION: {}, WITHDRAW_CONSULTATION: {}, RECORD_UNREACHED: {} };
const unlessTeams = [{ guard: 'noTeamAsked' as const, target: 'answered' }, {}];

const money = { ENTER_FUNDING: {}, RECORD_COST_SHARE: {} };
/** While nobody can have built on a decision yet, it can be taken back. */
const lettering = { CORRECT_LETTER: {}, SEND_LETTER_AGAIN: {} };
const afterwards = { ...lettering, REOPEN: 'decision' } as const;
const arranging = [{ guard: 'everyPartDone' as const, target: 'handedOver' }, {}];

/** The text with its documents. */
const writing = { EDIT: {}, ATTACH: {}, DETACH: {} };
/** Several offices write and sign one request. */
const signing = { EDIT_PART: {}, SIGN_TOGETHER: {}, TAKE_BACK_SIGNATURE: {}, WITHDRAW_COUNTRY: {} };

/** The coordinators of the other countries of an option that is offered sign it, or their countries leave it. */
const signingOffer = { SIGN_TOGETHER: {}, TAKE_BACK_SIGNATURE: {}, WITHDRAW_COUNTRY: {} };

const offering = { ...timing, ...lettering, ...signingOffer };
const NOTHING = {} as RequestFacts;

/** The request, from draft to the handing over of a post. Pure: the graph alone, no effect and no clock. */
export const requestMachine = machineSetup.createMachine({
  id: 'request',
  // Asked for even where a step brings its own, as `restore` does.
  context: ({ input }) => ({ after: input?.after ?? NOTHING }),
  initial: 'draft',
  states: {
    draft: {
      on: {
        ...writing,
        ...endorsing,
        ...signing,
        ...recounting,
        SUBMIT: 'screening',
        ABANDON: 'abandoned',
        EXPIRE: 'abandoned',
      },
    },
    screening: { on: { ...timing, ACCEPT: 'assessment', RETURN: 'returned', WITHDRAW: 'withdrawn' } },
    returned: {
      on: {
        ...writing,
        ...endorsing,
        ...signing,
        ...timing,
        RESUBMIT: 'screening',
        WITHDRAW: 'withdrawn',
        LAPSE: 'lapsed',
      },
    },
    assessment: {
      type: 'parallel',
      // A party that was not waited for any longer may still advise while the review goes on.
      on: {
        ...timing,
        ADVISE: {},
        RECORD_SILENCE: {},
        CONSULT: {},
        ...asking,
        RECORD_CONFLICT: {},
        WITHDRAW: 'withdrawn',
      },
      onDone: 'recommendation',
      states: {
        consultation: {
          initial: 'awaited',
          // A team that is asked again is waited for again; the review stays where it is.
          on: { RECONSULT: [{ guard: 'teamAwaited', target: '.awaited' }, {}], LET_ADVICE_STAND: {} },
          states: {
            awaited: {
              id: 'awaited',
              on: {
                ADVISE: [{ guard: 'teamAwaited' }, { guard: 'someTeamAnswered', target: 'answered' }, ...unlessTeams],
                RECORD_SILENCE: [
                  { guard: 'teamAwaited' },
                  { guard: 'someTeamAnswered', target: 'answered' },
                  { target: 'silent' },
                ],
              },
            },
            answered: { type: 'final', id: 'answered' },
            silent: { type: 'final', id: 'silent' },
          },
        },
        review: {
          initial: 'appointing',
          states: {
            appointing: { on: { APPOINT: 'scoring', ASK: 'clarification' } },
            scoring: {
              on: {
                ...work,
                ...leavings,
                APPOINT: {},
                ASK: 'clarification',
                REVEAL: [{ guard: 'wideSpread', target: 'moderation' }, { target: 'revealed' }],
              },
            },
            clarification: {
              on: {
                ...work,
                ...staying,
                APPOINT: {},
                ASK: {},
                ANSWER: afterQuestion,
                ...writing,
                DROP_CHANGE: {},
                AMEND: afterQuestion,
                CLOSE_QUESTION: afterQuestion,
                DISCUSS: {},
              },
            },
            revealed: {
              on: {
                REVISE: [{ guard: 'wideSpread', target: 'moderation' }, {}],
                DISCUSS: {},
                ASK: 'clarification',
                SETTLE: 'settled',
              },
            },
            moderation: { id: 'moderation', on: { REVISE: {}, DISCUSS: {}, ASK: 'clarification', SETTLE: 'settled' } },
            settled: { type: 'final', id: 'settled' },
          },
        },
      },
    },
    recommendation: {
      on: {
        ...timing,
        RECORD_CONFLICT: {},
        ADVISE: {},
        RECORD_SILENCE: {},
        ...asking,
        // The panel waits for a team that is asked again.
        RECONSULT: [{ guard: 'teamAwaited', target: ['#awaited', '#settled'] }, {}],
        LET_ADVICE_STAND: {},
        PREPARE_RECOMMENDATION: {},
        DISCARD_PREPARED: {},
        RECOMMEND: 'decision',
        REASSESS: [
          { guard: 'wasSilent', target: ['#silent', '#moderation'] },
          { target: ['#answered', '#moderation'] },
        ],
        WITHDRAW: 'withdrawn',
      },
    },
    decision: {
      on: {
        ...timing,
        RECORD_CONFLICT: {},
        APPROVE: 'awaitingFunds',
        OFFER_REGIONAL_OPTION: 'offered',
        DEFER: 'deferred',
        DECLINE: 'declined',
        SEND_BACK: 'recommendation',
        DECIDE_WITH_OTHERS: {},
        WITHDRAW: 'withdrawn',
      },
    },
    offered: { on: { ...offering, ACCEPT_OFFER: 'awaitingFunds', REFUSE_OFFER: 'declined', WITHDRAW: 'withdrawn' } },
    deferred: { on: { ...afterwards, RECONSIDER: 'recommendation', WITHDRAW: 'withdrawn' } },
    awaitingFunds: {
      on: {
        ...money,
        ...afterwards,
        NUDGE: {},
        REVALIDATE: {},
        FUND: 'arrangements',
        LAPSE_APPROVAL: 'lapsed',
        WITHDRAW: 'withdrawn',
      },
    },
    // Three parts at once; which of them are done is told by the facts.
    arrangements: {
      on: {
        ...money,
        ...timing,
        ...lettering,
        RECORD_COST_SHARE: arranging,
        PROPOSE_TOR: {},
        SIGN_TOR: arranging,
        CONFIRM_COST_SHARE: arranging,
        CONFIRM_HOSTING: arranging,
        WITHDRAW: 'withdrawn',
      },
    },
    handedOver: { type: 'final' },
    declined: { on: { ...afterwards, REQUEST_RECONSIDERATION: 'recommendation' } },
    withdrawn: { type: 'final' },
    lapsed: { type: 'final' },
    abandoned: { type: 'final' },
  },
});

const restore = (value: StateValue, after: RequestFacts) =>
  requestMachine.resolveState({ value: value as XStateValue, context: { after } });

/** The graph never changes while the program runs, and lists ask it hundreds of times for a page. */
const handled = new Map<string, ReadonlySet<RequestEventType>>();

/** The kinds of event that a state answers to, whoever sends them. */
export function eventsHandledIn(value: StateValue): ReadonlySet<RequestEventType> {
  const key = JSON.stringify(value);
  const known = handled.get(key);
  if (known) return known;
  const types = getNextTransitions(restore(value, {} as RequestFacts))
    .map((t: AnyTransitionDefinition) => t.eventType as RequestEventType)
    .filter((type) => !type.startsWith('xstate.'));
  handled.set(key, new Set(types));
  return handled.get(key)!;
}

/** Where a step leads, given the facts as they will be after it. */
export function nextState(value: StateValue, event: RequestEvent, after: RequestFacts): StateValue {
  const [next] = transition(requestMachine, restore(value, after), event);
  return next.value as StateValue;
}
