import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getShortestPaths } from 'xstate/graph';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { PARTS, type Part } from '../../test/cast.js';
import { anEvent, aSheet } from '../../test/events.js';
import { walk, walks } from '../../test/walk.js';
import { availableActions } from '../decide.js';
import { isRefusal } from '../refusal.js';
import { arrangementsOf, partDone } from './arrangements.js';
import { EVENT_TYPES, type RequestEvent, type RequestEventType } from './events.js';
import { appointmentTrouble } from '../appointing/steps-appointing.js';
import { activeReviewers, type RequestFacts } from './facts.js';
import { eventsHandledIn, requestMachine } from './machine.js';
import {
  CONSULTATION_STATES,
  isOpen,
  REVIEW_STATES,
  stateLabel,
  stateName,
  STATE_NAMES,
  STATES,
  type StateValue,
} from './states.js';

const { consultation, review } = requestMachine.states.assessment!.states;

it('the machine has the states of the table of states, and no other', () => {
  expect(Object.keys(requestMachine.states).sort()).toEqual([...STATE_NAMES].sort());
  expect(Object.keys(consultation!.states)).toEqual([...CONSULTATION_STATES]);
  expect(Object.keys(review!.states).sort()).toEqual([...REVIEW_STATES].sort());
});

it('states are open exactly where somebody holds them', () => {
  for (const [name, state] of Object.entries(STATES))
    expect({ name, held: state.holder !== null }).toEqual({ name, held: state.open });
});

/** Facts that answer the machine's guards one way or the other. */
const facts = (change: object): RequestFacts => ({ ...aCase().inModeration().facts, ...change });
const silent = [{ ...aCase().accepted().facts.consultation[0]!, state: 'silent' as const }];
const answered = [{ ...silent[0]!, state: 'answered' as const }];
const FACTS: RequestFacts[] = [
  facts({}),
  facts({ reviewers: [] }),
  facts({ consultation: answered }),
  facts({ consultation: silent }),
  facts({ consultation: answered, reviewers: aCase().revealed().facts.reviewers }),
  facts({ revealedAt: null }),
  aCase().handedOver().facts,
];

it('every state can be reached from a draft', () => {
  const reached = new Set<string>();
  for (const after of FACTS) {
    const events = EVENT_TYPES.map((type) => ({ type }) as RequestEvent);
    for (const path of getShortestPaths(requestMachine, { events, input: { after } }))
      reached.add(JSON.stringify(path.state.value));
  }
  const found = [...reached].map((v) => JSON.parse(v) as StateValue);
  expect(new Set(found.map(stateName))).toEqual(new Set(STATE_NAMES));
  const inAssessment = found.flatMap((v) => (typeof v === 'string' ? [] : [v.assessment]));
  expect(new Set(inAssessment.map((a) => a.review))).toEqual(new Set(REVIEW_STATES));
  expect(new Set(inAssessment.map((a) => a.consultation))).toEqual(new Set(CONSULTATION_STATES));
});

it('every event is answered to somewhere; who is done answers to none', () => {
  const everywhere: StateValue[] = [
    ...STATE_NAMES.filter((n) => n !== 'assessment'),
    ...CONSULTATION_STATES.flatMap((consultation) =>
      REVIEW_STATES.map((review) => ({ assessment: { consultation, review } })),
    ),
  ];
  const handled = new Set(everywhere.flatMap((value) => [...eventsHandledIn(value)]));
  expect([...handled, 'CREATE'].sort()).toEqual([...EVENT_TYPES].sort());
  for (const end of ['handedOver', 'withdrawn', 'lapsed', 'abandoned'] as const) {
    expect(requestMachine.states[end]!.type).toBe('final');
    expect(eventsHandledIn(end).size).toBe(0);
  }
  expect([...eventsHandledIn('declined')]).toEqual([
    'CORRECT_LETTER',
    'SEND_LETTER_AGAIN',
    'REOPEN',
    'REQUEST_RECONSIDERATION',
  ]);
});

it('every state has words of its own for a reader', () => {
  const labels = [
    ...STATE_NAMES.filter((n) => n !== 'assessment'),
    ...REVIEW_STATES.map((review) => ({ assessment: { consultation: 'answered' as const, review } })),
  ].map(stateLabel);
  expect(new Set(labels).size).toBe(labels.length);
  expect(stateLabel({ assessment: { consultation: 'awaited', review: 'settled' } })).toBe('Advice awaited');
});

/** What brings a case on, in the order in which it is tried. */
const ONWARD: RequestEventType[] = [
  'SUBMIT',
  'RESUBMIT',
  'ACCEPT',
  'ADVISE',
  'DECLARE',
  'SCORE',
  'ANSWER',
  'AMEND',
  'REVEAL',
  'APPOINT',
  'SETTLE',
  'RECOMMEND',
  'RECONSIDER',
  'APPROVE',
  'SIGN_TOGETHER',
  'ACCEPT_OFFER',
  'FUND',
  'ENTER_FUNDING',
  'SIGN_TOR',
  'CONFIRM_COST_SHARE',
  'CONFIRM_HOSTING',
  'PROPOSE_TOR',
];
const ENDS: StateValue[] = ['handedOver', 'declined', 'withdrawn', 'lapsed', 'abandoned'];

/** Some things can be done again and again, and bring a case on only once. */
const bringsOn = (type: RequestEventType, after: RequestFacts): boolean =>
  (type !== 'ENTER_FUNDING' || after.state === 'awaitingFunds') &&
  (type !== 'PROPOSE_TOR' || arrangementsOf(after)?.terms === null) &&
  (type !== 'CONFIRM_HOSTING' || !partDone(after, 'hosting'));

/** The first thing on the list that somebody can do; none is a case that nobody can bring on. */
function onward(c: CaseBuilder): { by: Part; event: RequestEvent } | null {
  // Asked once of each: what they may do does not change while nothing is sent.
  const may = new Map(
    PARTS.map((by) => [
      by,
      availableActions(c.facts, c.cast[by])
        .filter((a) => a.allowed)
        .map((a) => a.type),
    ]),
  );
  for (const type of ONWARD.filter((t) => bringsOn(t, c.facts)))
    for (const by of PARTS) {
      if (!may.get(by)!.includes(type)) continue;
      const free = (['amina', 'bruno', 'chen', 'dina', 'spare'] as const).filter(
        (p) => appointmentTrouble(c.cast[p], c.facts) === null,
      );
      const event = anEvent(type, {
        facts: c.facts,
        content: c.content,
        reviewers: free.slice(0, Math.max(1, 2 - activeReviewers(c.facts).length)),
        scores: aSheet(),
      });
      if (!isRefusal(c.attempt(by, event))) return { by, event };
    }
  return null;
}

it('from wherever people bring a case, others can bring it to an end without its being withdrawn', () => {
  fc.assert(
    fc.property(walks(), (taken) => {
      const c = walk(taken);
      for (let i = 0; i < 60 && !ENDS.includes(c.facts.state); i += 1) {
        const next = onward(c);
        if (!next) break;
        c.send(next.by, next.event);
      }
      const conflicted = c.facts.reviewers.filter((r) => r.state === 'conflicted').map((r) => r.person.id);
      // The cast has one desk officer, one chair and one approver: with a conflict of one of them, or scores of the chair, another has to come.
      const partIsEmpty =
        conflicted.length > 3 ||
        ['desk', 'chair', 'approver'].some((id) => conflicted.includes(id)) ||
        c.facts.duties.scored.some((p) => p.id === 'chair');
      if (isOpen(c.facts.state) && !partIsEmpty) expect(ENDS).toContainEqual(c.facts.state);
    }),
    { numRuns: 40, interruptAfterTimeLimit: 40_000 },
  );
});
