import { ownReview, tiersFor, type Tier } from '../people/access.js';
import { isRcSide, SYSTEM, type Actor, type Assignment, type PersonRef, type Role } from '../people/roles.js';
import { TIMING_EVENTS } from '../timing/events.js';
import { isOfSeat, type ByHand, type Recounted } from '../timing/notes.js';
import { NUDGING_INSIDE, type Nudged } from '../timing/nudge.js';
import { audiencesOf, type DiscussionAudience } from '../review/discussion.js';
import type { RequestEventType } from './events.js';
import type { RequestFacts } from './facts.js';

/** Who may read a line of the record: a tier, `office` for what happens to a draft, `own` for work in hand. */
const LINE_TIER: Record<RequestEventType, Tier | 'office' | 'own'> = {
  CREATE: 'office',
  EDIT: 'office',
  ATTACH: 'office',
  DETACH: 'office',
  ABANDON: 'office',
  EXPIRE: 'office',
  EDIT_PART: 'office',
  SIGN_TOGETHER: 'case',
  TAKE_BACK_SIGNATURE: 'case',
  WITHDRAW_COUNTRY: 'case',
  SUBMIT: 'case',
  RESUBMIT: 'case',
  LAPSE: 'case',
  ACCEPT: 'case',
  RETURN: 'case',
  WITHDRAW: 'case',
  ADVISE: 'case',
  RECORD_SILENCE: 'case',
  CONSULT: 'case',
  EXTEND_CONSULTATION: 'case',
  RECONSULT: 'case',
  LET_ADVICE_STAND: 'case',
  RESEND_CONSULTATION: 'case',
  WITHDRAW_CONSULTATION: 'case',
  RECORD_UNREACHED: 'assessment',
  INVITE_ENDORSERS: 'office',
  ASK_ENDORSERS_AGAIN: 'office',
  REPLACE_ENDORSER: 'office',
  WITHDRAW_ENDORSER: 'office',
  ENDORSE: 'case',
  DECLINE_ENDORSEMENT: 'case',
  RECORD_ENDORSER_UNREACHED: 'office',
  ASK: 'case',
  ANSWER: 'case',
  CLOSE_QUESTION: 'case',
  AMEND: 'case',
  DROP_CHANGE: 'office',
  APPOINT: 'assessment',
  DECLARE: 'assessment',
  DECLINE_APPOINTMENT: 'assessment',
  RELEASE: 'assessment',
  RECORD_CONFLICT: 'assessment',
  HAND_BACK_REVIEW: 'assessment',
  SAVE_SCORES: 'own',
  SCORE: 'assessment',
  REVEAL: 'assessment',
  REVISE: 'assessment',
  DISCUSS: 'assessment',
  SETTLE: 'assessment',
  RECOMMEND: 'assessment',
  PREPARE_RECOMMENDATION: 'assessment',
  DISCARD_PREPARED: 'assessment',
  REASSESS: 'assessment',
  SEND_BACK: 'assessment',
  DECIDE_WITH_OTHERS: 'assessment',
  CORRECT_LETTER: 'case',
  SEND_LETTER_AGAIN: 'case',
  REOPEN: 'case',
  APPROVE: 'case',
  OFFER_REGIONAL_OPTION: 'case',
  DEFER: 'case',
  DECLINE: 'case',
  ACCEPT_OFFER: 'case',
  REFUSE_OFFER: 'case',
  RECONSIDER: 'case',
  REQUEST_RECONSIDERATION: 'case',
  ENTER_FUNDING: 'case',
  RECORD_COST_SHARE: 'case',
  FUND: 'case',
  REVALIDATE: 'case',
  LAPSE_APPROVAL: 'case',
  PROPOSE_TOR: 'case',
  SIGN_TOR: 'case',
  CONFIRM_COST_SHARE: 'case',
  CONFIRM_HOSTING: 'case',
  RECOUNT_CLOCKS: 'case',
  EXTEND_CLOCK: 'case',
  STOP_CLOCK: 'case',
  GO_ON_CLOCK: 'case',
  RESUME_CLOCKS: 'case',
  ASK_MORE_TIME: 'case',
  REFUSE_MORE_TIME: 'case',
  // It names who is waited for, which may be a reviewer; those that do not, everybody reads.
  NUDGE: 'assessment',
};

/** The steps that all who may open a case read. */
export const CASE_LINES = (Object.keys(LINE_TIER) as RequestEventType[]).filter((type) => LINE_TIER[type] === 'case');
/** The steps of an office on its own text: nobody else reads their lines, and for nobody else does the case move with them. */
export const OFFICE_LINES = (Object.keys(LINE_TIER) as RequestEventType[]).filter(
  (type) => LINE_TIER[type] === 'office',
);

/** Whether an office writes the text: alone, or as one of several. */
const worksOn = ({ countries }: Assignment, { summary, together }: RequestFacts): boolean =>
  together
    ? summary.countries.some((c) => countries.includes(c))
    : summary.countries.every((c) => countries.includes(c));

/** The kinds of line of the record of a case that this person may read. Work in hand is nobody's to read but its owner's; of the discussion they read what is said to an audience of theirs. */
export function readableLines(
  actor: Actor,
  facts: RequestFacts,
): {
  events: RequestEventType[];
  ownEvents: RequestEventType[];
  /** Of these, the lines that say of themselves that everybody may read them. */
  openEvents: RequestEventType[];
  audiences: DiscussionAudience[];
} {
  const tiers = tiersFor(actor, facts);
  const office =
    actor.assignments.some((a) => isRcSide(a.role) && worksOn(a, facts)) ||
    actor.assignments.some((a) => a.role === 'auditor');
  const kinds = Object.entries(LINE_TIER) as [RequestEventType, Tier | 'office' | 'own'][];
  return {
    events: kinds
      .filter(([, tier]) => (tier === 'office' ? office && tiers.size > 0 : tier !== 'own' && tiers.has(tier)))
      .map(([type]) => type),
    ownEvents: kinds
      .filter(([, tier]) => tier === 'own' && tiers.size > 0 && ownReview(actor, facts) !== null)
      .map(([type]) => type),
    openEvents: tiers.has('case') ? ['NUDGE'] : [],
    audiences: audiencesOf(actor, facts),
  };
}

/** Who is named beside a line: to the country's side and the regions, those of OHCHR who asked a question or nudged are "OHCHR". */
export function nameOnLine(
  actor: Actor,
  facts: RequestFacts,
  line: { event: RequestEventType; actor: PersonRef; role?: string | null },
): string {
  const hidden =
    line.event === 'ASK' || (line.event === 'NUDGE' && (NUDGING_INSIDE as readonly unknown[]).includes(line.role));
  return hidden && !tiersFor(actor, facts).has('assessment') ? 'OHCHR' : line.actor.name;
}

/** Who reads what the chair keeps ready: a reviewer of the case is not shown what is not said yet. */
const PREPARING: readonly Role[] = ['deskOfficer', 'panelChair', 'approver', 'auditor'];
/** Whether this person reads recommendations that are prepared and not sent. */
export const readsPrepared = (actor: Actor, facts: RequestFacts): boolean =>
  actor.assignments.some((a) => PREPARING.includes(a.role)) && tiersFor(actor, facts).has('assessment');

const APPOINTING: readonly Role[] = ['deskOfficer', 'panelChair', 'auditor'];

/** The address of somebody who was asked by name is OHCHR's to know. */
const hasAddress = (event: RequestEventType): boolean => event === 'CONSULT' || event === 'RESEND_CONSULTATION';
function withoutAddress(data: unknown): unknown {
  const { named, ...rest } = data as { named?: object; email?: string | null };
  return { ...rest, ...('email' in rest ? { email: null } : {}), ...(named ? { named: { ...named, email: '' } } : {}) };
}

/** To those who may not know who reviews, the clocks of the review are one. */
function outside({ because, moved }: Recounted): Recounted {
  const open = moved.filter(({ group }) => !['review', 'appointment', 'unreached'].includes(group));
  const review = moved.find(({ group }) => group === 'review');
  const where = isOfSeat(because) ? { ...because, station: '' } : because;
  return { because: where, moved: review ? [...open, { ...review, clock: 'review', holder: 'deskOfficer' }] : open };
}

const ofReview = (one: ByHand): ByHand =>
  one.group === 'review' ? { ...one, clock: 'review', holder: 'deskOfficer', reason: '' } : one;
/** How many reviews stood still is how many review. */
const resumedOutside = (resumed: readonly ByHand[]): ByHand[] =>
  resumed
    .filter((one, i) => one.group !== 'review' || resumed.findIndex((o) => o.group === 'review') === i)
    .map(ofReview);
/** A nudge as those read it who may not know who reviews, or of whom in OHCHR it came. */
const nudgeOutside = ({ as, ...data }: Nudged): object => ({
  ...data,
  ...(NUDGING_INSIDE.includes(as) ? {} : { as }),
  ...(data.group === 'review' ? { clock: 'review', holder: 'deskOfficer', whom: 'deskOfficer', name: null } : {}),
});
/** What those may read of the time of clocks who may not know who reviews. */
const timeOutside = (data: Recounted | ByHand | { resumed: ByHand[] } | Nudged): object =>
  'whom' in data
    ? nudgeOutside(data)
    : 'moved' in data
      ? outside(data)
      : 'resumed' in data
        ? { resumed: resumedOutside(data.resumed) }
        : ofReview(data);

/** Steps by which a reviewer leaves. */
const STEPPING_BACK: readonly RequestEventType[] = [
  'DECLARE',
  'DECLINE_APPOINTMENT',
  'RELEASE',
  'RECORD_CONFLICT',
  'HAND_BACK_REVIEW',
];
const withoutReason = (data: object): object => ({
  ...data,
  ...('kind' in data ? { kind: null } : {}),
  ...('code' in data ? { code: '' } : {}),
  reason: '',
});

/** What a line says to this person: scores stay closed until they are revealed, and who asks a question is "OHCHR" outside it. */
export function lineData(
  actor: Actor,
  facts: RequestFacts,
  line: { event: RequestEventType; actorId: string; data: unknown },
): unknown {
  if (Object.hasOwn(TIMING_EVENTS, line.event) && !tiersFor(actor, facts).has('assessment'))
    return timeOutside(line.data as Parameters<typeof timeOutside>[0]);
  if (hasAddress(line.event) && !tiersFor(actor, facts).has('assessment')) return withoutAddress(line.data);
  const blind = (line.event === 'SCORE' || line.event === 'REVISE') && facts.revealedAt === null;
  if (blind && line.actorId !== actor.id) return {};
  if (line.event === 'PREPARE_RECOMMENDATION' && !readsPrepared(actor, facts)) return {};
  // Why somebody stood back is between them and who appoints; that they did, their fellows may know.
  if (
    STEPPING_BACK.includes(line.event) &&
    line.actorId !== actor.id &&
    !actor.assignments.some((a) => APPOINTING.includes(a.role))
  )
    return withoutReason(line.data as object);
  if (line.event !== 'ASK' || tiersFor(actor, facts).has('assessment')) return line.data;
  const { question } = line.data as { question: object };
  return { question: { ...question, askedBy: { id: SYSTEM.id, name: 'OHCHR' } } };
}
