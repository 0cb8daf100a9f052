import { mayTake } from '../decide.js';
import { hasDecided, waitsForOthers } from '../decision/approvals.js';
import { ownConsultees } from '../people/access.js';
import type { Actor, Role } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import type { RequestEventType } from '../request/events.js';
import { partyOf, type RequestFacts } from '../request/facts.js';
import { signingOf, signsOffer } from '../together/together.js';
import type { Clock } from './deadlines.js';
import { waitingFor } from './tasks.js';

/** What ends the wait of each clock: any of these steps. */
const ENDED_BY: Record<string, readonly RequestEventType[]> = {
  draft: ['SUBMIT', 'SIGN_TOGETHER', 'EDIT'],
  screening: ['ACCEPT'],
  returned: ['RESUBMIT', 'SIGN_TOGETHER', 'EDIT'],
  consultation: ['ADVISE'],
  appointment: ['DECLARE'],
  unreached: ['RESEND_CONSULTATION'],
  outdatedAdvice: ['LET_ADVICE_STAND'],
  endorsement: ['ENDORSE'],
  unreachedEndorser: ['ASK_ENDORSERS_AGAIN'],
  clarification: ['ANSWER', 'AMEND', 'EDIT'],
  recommendation: ['RECOMMEND'],
  decision: ['APPROVE'],
  offered: ['ACCEPT_OFFER', 'REFUSE_OFFER', 'SIGN_TOGETHER'],
  deferred: ['RECONSIDER'],
  awaitingFunds: ['FUND', 'ENTER_FUNDING'],
  tor: ['PROPOSE_TOR'],
  'tor:rc': ['SIGN_TOR'],
  'tor:ohchr': ['SIGN_TOR'],
  costSharing: ['CONFIRM_COST_SHARE'],
  hosting: ['CONFIRM_HOSTING'],
};
const REVIEW_ENDED_BY: Partial<Record<Role, readonly RequestEventType[]>> = {
  reviewer: ['DECLARE', 'SCORE'],
  deskOfficer: ['REVEAL', 'APPOINT'],
  panelChair: ['SETTLE'],
};

export interface Todo {
  clock: Clock;
  /** In words: "Score the request". */
  what: string;
  /** Their signature is wanted on the text of an office that leads. */
  signs?: true;
}

/** Of a request of several offices in work, whoever does not lead it signs and changes nothing but their own part. */
const signsOnly = (facts: RequestFacts, actor: Actor): boolean =>
  signingOf(facts) !== null &&
  !isRefusal(mayTake(facts, actor, 'SIGN_TOGETHER')) &&
  isRefusal(mayTake(facts, actor, signsOffer(facts) ? 'REFUSE_OFFER' : 'EDIT'));

/** What of a case waits for this person: asked of the same rule that guards the steps, so a list never says what a page refuses. */
export function todosFor(facts: RequestFacts, actor: Actor): Todo[] {
  return (
    facts.clocks
      .filter((clock) => clock.personId === null || clock.personId === actor.id)
      .filter((clock) => clock.stoppedWith === null || clock.holder === 'reviewer')
      // Whoever has not answered an appointment is asked for that first.
      .filter(
        ({ key }) => key !== `review:${actor.id}` || !facts.clocks.some((c) => c.key === `appointment:${actor.id}`),
      )
      .filter(
        (clock) =>
          clock.group !== 'consultation' ||
          ownConsultees(actor, facts).some((party) => party.key === partyOf(facts, clock)?.key),
      )
      // Both sides propose and sign: whose turn it is, the clock says.
      .filter(
        (clock) => clock.group !== 'tor' || holdersFor(actor.assignments.map((a) => a.role)).includes(clock.holder),
      )
      .filter((clock) =>
        (clock.group === 'review'
          ? (REVIEW_ENDED_BY[clock.holder] ?? [])
          : (ENDED_BY[clock.key] ?? ENDED_BY[clock.group] ?? [])
        ).some((type) => !isRefusal(mayTake(facts, actor, type))),
      )
      // Who has decided is not asked again while others are to decide the same.
      .filter(({ group }) => group !== 'decision' || !waitsForOthers(facts, actor))
      .map((clock) =>
        signsOnly(facts, actor)
          ? {
              clock,
              what: signsOffer(facts) ? 'Sign the regional option' : 'Sign the regional request',
              signs: true as const,
            }
          : { clock, what: asked(facts, actor, clock) },
      )
  );
}

const asked = (facts: RequestFacts, actor: Actor, clock: Clock): string =>
  clock.group === 'decision' && hasDecided(facts, actor)
    ? 'Think again: the approvers do not agree'
    : waitingFor(facts, clock);

/** The holders whose clocks concern somebody with these roles: a coordinator looks after what the office holds. */
export function holdersFor(roles: readonly Role[]): Role[] {
  const all = roles.flatMap((role): Role[] =>
    role === 'residentCoordinator' || role === 'actingCoordinator' ? ['rcOffice', 'residentCoordinator'] : [role],
  );
  return [...new Set(all)];
}
