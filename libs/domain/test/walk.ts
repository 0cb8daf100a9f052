import fc from 'fast-check';
import {
  availableActions,
  EVENT_TYPES,
  isRefusal,
  mayTake,
  type Decision,
  type Refusal,
  type RequestEvent,
  type RequestEventType,
} from '../src/index.js';
import { CaseBuilder } from './a-case.js';
import { aPerson, assigned, castFor, PARTS, type Cast, type Part } from './cast.js';
import { anEvent, aSheet } from './events.js';
import { deepFreeze } from './freeze.js';
import { aWrongEvent } from './wrong-events.js';

/** One move of a walk: numbers from which actor, event and time are drawn, so that fast-check can shrink it. */
export interface Move {
  kind: 'offered' | 'any' | 'wrong';
  actor: number;
  type: number;
  variant: number;
  scores: (number | null)[];
  hours: number;
}
/** Where walks set out from; most from a draft. */
const STARTS = [
  'scored',
  'revealed',
  'withPanel',
  'recommended',
  'offered',
  'offeredToSeveral',
  'deferred',
  'declined',
  'approved',
  'funded',
] as const;
export interface Walk {
  start: 'drafted' | (typeof STARTS)[number];
  moves: Move[];
}
const aScore = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 6 });
/** Most moves are offered to somebody just then, so that walks go far; the rest are anything by anybody, or wrong. */
const moves = fc.array(
  fc.record<Move>({
    kind: fc.oneof(
      { weight: 6, arbitrary: fc.constant('offered' as const) },
      { weight: 2, arbitrary: fc.constant('any' as const) },
      { weight: 1, arbitrary: fc.constant('wrong' as const) },
    ),
    actor: fc.nat({ max: 1000 }),
    type: fc.nat({ max: 1000 }),
    variant: fc.nat({ max: 50 }),
    scores: fc.array(aScore, { minLength: 5, maxLength: 5 }),
    hours: fc.oneof({ weight: 5, arbitrary: fc.nat({ max: 30 }) }, { weight: 1, arbitrary: fc.nat({ max: 1500 }) }),
  }),
  { minLength: 5, maxLength: 60, size: 'max' },
);
/** Walks from these stages; without any, most from a draft and some from all over. */
export const walks = (...from: Walk['start'][]) =>
  fc.record<Walk>({
    start: from.length
      ? fc.constantFrom(...from)
      : fc.oneof({ weight: 3, arbitrary: fc.constant('drafted' as const) }, fc.constantFrom(...STARTS)),
    moves,
  });

/** The cast of a walk: some people have two hats, which is where separation of duties shows. */
export function castOfWalk(): Cast {
  const cast = castFor(['TZA'], ['esa']);
  const more = (part: Part, ...roles: Parameters<typeof assigned>[0][]) => ({
    ...cast[part],
    assignments: [...cast[part].assignments, ...roles.map((role) => assigned(role))],
  });
  return {
    ...cast,
    desk: more('desk', 'approver'),
    chair: more('chair', 'approver', 'reviewer'),
    amina: more('amina', 'approver', 'panelChair'),
    bruno: more('bruno', 'deskOfficer'),
    coordinator: more('coordinator', 'approver', 'deskOfficer', 'panelChair'),
    // Where every chair scored or has a conflict, a case waits for somebody new to be given the role: one of them never reviews.
    fund: more('fund', 'panelChair'),
    spare: aPerson('spare', assigned('reviewer'), assigned('regionalTeam')),
  };
}

export interface Step {
  by: Part;
  event: RequestEvent;
  outcome: Decision | Refusal;
}
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;
const CANDIDATES: Part[] = ['amina', 'bruno', 'chen', 'dina', 'spare', 'chair'];

/** Steps that lead nowhere new, or end the case: drawn less often, so that walks go far. */
const SIDEWAYS: readonly RequestEventType[] = [
  'EDIT',
  'ATTACH',
  'DETACH',
  'RETURN',
  'SAVE_SCORES',
  'DISCUSS',
  'APPOINT',
  'RELEASE',
  'DECLINE_APPOINTMENT',
  'RECORD_CONFLICT',
  'HAND_BACK_REVIEW',
  'ASK',
  'SEND_BACK',
  'CORRECT_LETTER',
  'SEND_LETTER_AGAIN',
  'PREPARE_RECOMMENDATION',
  'DISCARD_PREPARED',
  'REASSESS',
  'ENTER_FUNDING',
  'RECORD_COST_SHARE',
  'REVALIDATE',
  'CONSULT',
  'EXTEND_CONSULTATION',
  'RECONSULT',
  'LET_ADVICE_STAND',
  'RESEND_CONSULTATION',
  'WITHDRAW_CONSULTATION',
  'RECORD_UNREACHED',
  'INVITE_ENDORSERS',
  'ASK_ENDORSERS_AGAIN',
  'REPLACE_ENDORSER',
  'WITHDRAW_ENDORSER',
  'RECORD_ENDORSER_UNREACHED',
  'PROPOSE_TOR',
  'EXTEND_CLOCK',
  'STOP_CLOCK',
  'GO_ON_CLOCK',
  'ASK_MORE_TIME',
  'REFUSE_MORE_TIME',
];
/** What ends a case, and what everybody can do almost always: else walks come nowhere. */
const SELDOM: readonly RequestEventType[] = ['ABANDON', 'EXPIRE', 'WITHDRAW', 'NUDGE'];

/** Draws one of the steps that somebody could take just now, by the rule that the pages ask. */
function offered(c: CaseBuilder, move: Move): readonly [Part, RequestEventType] | null {
  const avoid = [
    ...(move.variant % 17 === 9 ? [] : SELDOM),
    ...(move.variant % 5 === 2 ? [] : SIDEWAYS.filter((t) => t !== 'APPOINT' || c.facts.reviewers.length > 1)),
  ];
  for (let i = 0; i < PARTS.length; i += 1) {
    const part = pick(PARTS, move.actor + i);
    const types = availableActions(c.facts, c.cast[part])
      .filter((a) => a.allowed && !avoid.includes(a.type))
      .map((a) => a.type);
    if (types.length > 0) return [part, pick(types, move.type)];
  }
  return null;
}

/** Draws who does what from the numbers of a move. */
function draw(c: CaseBuilder, move: Move): { by: Part; event: RequestEvent } {
  const anything = [pick(PARTS, move.actor), pick(EVENT_TYPES, move.type)] as const;
  const [by, type] = move.kind === 'any' ? anything : (offered(c, move) ?? anything);
  const wrong = move.kind === 'wrong' ? aWrongEvent(type, move.variant) : null;
  if (wrong) return { by, event: wrong.event };
  if (type === 'DECLARE' && move.variant % 7 === 4)
    return { by, event: { type, conflict: { declared: true, kind: 'served', reason: 'I served there.' } } };
  // Of a conflict that is recorded for them: reviewers who do not chair, so that somebody is left to settle.
  if (type === 'RECORD_CONFLICT' || type === 'HAND_BACK_REVIEW')
    return {
      by,
      event: anEvent(type, { facts: c.facts, person: pick(['bruno', 'chen', 'dina', 'spare'], move.variant) }),
    };
  const reviewers = [pick(CANDIDATES, move.variant), pick(CANDIDATES, move.variant + 1 + (move.type % 3))];
  const until = new Date(Date.parse(c.at) + (1 + move.variant) * 86_400_000).toISOString().slice(0, 10);
  const as = mayTake(c.facts, c.cast[by], type);
  const role = isRefusal(as) ? {} : { who: { role: as.role, id: c.cast[by].id } };
  const given = { ...role, facts: c.facts, content: c.content, variant: move.variant, scores: aSheet(...move.scores) };
  return { by, event: anEvent(type, { ...given, reviewers, until }) };
}

/** Walks a case through the moves; `look` sees every step and the case after it. All that is given in is frozen. */
export function walk(
  { start, moves: all }: Walk,
  look: (step: Step, c: CaseBuilder) => void = () => undefined,
): CaseBuilder {
  const c = new CaseBuilder({ cast: deepFreeze(castOfWalk()) })[start]();
  for (const move of all) {
    c.on(new Date(Date.parse(c.at) + move.hours * 3_600_000).toISOString());
    deepFreeze(c.facts);
    deepFreeze(c.content);
    const { by, event } = draw(c, move);
    const outcome = c.attempt(by, deepFreeze(event));
    if (!isRefusal(outcome)) c.take(by, event, outcome);
    look({ by, event, outcome }, c);
  }
  return c;
}
