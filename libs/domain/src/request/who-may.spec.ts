import { expect, it } from '@jest/globals';
import type { CaseBuilder } from '../../test/a-case.js';
import { PARTS, type Part } from '../../test/cast.js';
import { anEvent } from '../../test/events.js';
import { STAGES } from '../../test/stages.js';
import { TIME } from '../../test/time-table.js';
import { nudgeable } from '../timing/nudging.js';
import { BY_LINK_ALONE } from '../endorsing/events.js';
import { availableActions } from '../decide.js';
import { roleFor } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import { EVENT_TYPES, type RequestEvent, type RequestEventType } from './events.js';
import type { Reviewer } from './facts.js';

/**
 * Who may do what, when: one row a state, one entry an event, and the names of those who may.
 * Whatever is not in this table is refused; to those whom SEES does not list, the case does not exist.
 *
 *   partner               the coordinator of another country, in a request of several
 *   office, RC, acting    the Resident Coordinator's Office, the coordinator, and who acts for them
 *   desk, chair, approver OHCHR
 *   new, cleared, scored  reviewers who have yet to declare, have declared no conflict, have finished
 *   team, RO              the Regional UNDG Team and the OHCHR regional office of the region
 *   fund                  the fund manager
 *   clock                 the system, when a time has run out
 */
type Who =
  | 'office'
  | 'partner'
  | 'RC'
  | 'acting'
  | 'fund'
  | 'desk'
  | 'chair'
  | 'approver'
  | 'new'
  | 'cleared'
  | 'scored'
  | 'team'
  | 'RO'
  | 'clock';
type Row = { [T in RequestEventType]?: Who[] };

const drafters: Who[] = ['office', 'RC', 'acting'];
const signers: Who[] = ['RC', 'acting'];
const writing: Row = { EDIT: drafters, ATTACH: drafters, DETACH: drafters, INVITE_ENDORSERS: drafters };
const endorsing: Row = {
  ASK_ENDORSERS_AGAIN: drafters,
  REPLACE_ENDORSER: drafters,
  WITHDRAW_ENDORSER: drafters,
  RECORD_ENDORSER_UNREACHED: ['clock'],
};
const chasing: Row = { EXTEND_CONSULTATION: ['desk'], RESEND_CONSULTATION: ['desk'], RECORD_UNREACHED: ['clock'] };
/** Everybody who judges can record a conflict of their own, and the chair that of a reviewer. */
const steppingBack: Row = { RECORD_CONFLICT: ['desk', 'chair', 'approver'] };
const consulting: Row = {
  ...steppingBack,
  ADVISE: ['team', 'RO'],
  RECORD_SILENCE: ['clock'],
  CONSULT: ['desk'],
  ...chasing,
  WITHDRAW: signers,
};
const releasing: Row = { RELEASE: ['desk'] };
const scoring: Row = {
  APPOINT: ['desk'],
  DECLARE: ['new', 'cleared', 'scored'],
  DECLINE_APPOINTMENT: ['new', 'cleared'],
  HAND_BACK_REVIEW: ['clock'],
  SAVE_SCORES: ['cleared'],
  SCORE: ['cleared'],
};
const heard: Row = {
  ...steppingBack,
  CONSULT: ['desk'],
  RECONSULT: ['desk', 'chair'],
  LET_ADVICE_STAND: ['desk', 'chair'],
};
const asking: Row = { ASK: ['desk', 'chair', 'cleared', 'scored'] };
const answering: Row = { ...asking, ANSWER: drafters, CLOSE_QUESTION: ['desk'] };
/** A question is open that the office may answer by changing the request; once it is changed, the change is sent or taken back. */
const changeable: Row = { ...answering, ...writing, INVITE_ENDORSERS: [] };
const changed: Row = { ...changeable, ANSWER: [], AMEND: signers, DROP_CHANGE: drafters };
const discussing: Row = { DISCUSS: ['desk', 'chair', 'cleared', 'scored'] };
const settling: Row = { REVISE: ['scored'], ...asking, ...discussing, SETTLE: ['chair'] };

const money: Row = { ENTER_FUNDING: ['fund'], RECORD_COST_SHARE: ['fund'] };
const deciding: Row = {
  ...steppingBack,
  APPROVE: ['approver'],
  OFFER_REGIONAL_OPTION: ['approver'],
  DEFER: ['approver'],
  DECLINE: ['approver'],
  SEND_BACK: ['approver'],
  WITHDRAW: signers,
};
const lettering: Row = { CORRECT_LETTER: ['approver'], SEND_LETTER_AGAIN: ['approver', 'desk'] };
const afterwards: Row = { ...lettering, REOPEN: ['approver'] };
const proposing: Who[] = [...drafters, 'desk'];
const arranging: Row = {
  ...lettering,
  PROPOSE_TOR: proposing,
  CONFIRM_COST_SHARE: signers,
  CONFIRM_HOSTING: drafters,
  WITHDRAW: signers,
};

const chairing: Row = { RECOMMEND: ['chair'], PREPARE_RECOMMENDATION: ['chair'], REASSESS: ['chair'] };
const recommending: Row = { ...consulting, CONSULT: [], ADVISE: ['RO'], RECONSULT: ['desk', 'chair'], ...chairing };

const several: Row = {
  ...writing,
  ATTACH: [...drafters, 'partner'],
  ABANDON: drafters,
  EXPIRE: ['clock'],
  EDIT_PART: [...drafters, 'partner'],
  WITHDRAW_COUNTRY: ['partner'],
};
const offer: Row = { ...lettering, REFUSE_OFFER: signers, WITHDRAW: signers };

const MAY = {
  draft: { ...writing, SUBMIT: signers, ABANDON: drafters, EXPIRE: ['clock'] },
  draftOfSeveral: { ...several, SIGN_TOGETHER: ['partner'] },
  signedByAll: { ...several, SUBMIT: signers, TAKE_BACK_SIGNATURE: ['partner'] },
  endorsersAsked: { ...writing, ...endorsing, SUBMIT: signers, ABANDON: drafters, EXPIRE: ['clock'] },
  // Nothing moves where no holiday has changed, nothing goes on that was not stopped, and nothing is refused that nobody asked for.
  screening: {
    RECOUNT_CLOCKS: [],
    GO_ON_CLOCK: [],
    RESUME_CLOCKS: [],
    REFUSE_MORE_TIME: [],
    ACCEPT: ['desk'],
    RETURN: ['desk'],
    WITHDRAW: signers,
  },
  returned: { ...writing, RESUBMIT: signers, WITHDRAW: signers, LAPSE: ['clock'] },
  appointing: { ...consulting, APPOINT: ['desk'], ASK: ['desk', 'chair'] },
  askedByName: { ...consulting, WITHDRAW_CONSULTATION: ['desk'], APPOINT: ['desk'], ASK: ['desk', 'chair'] },
  scoring: { ...consulting, ...scoring, ...releasing, ...asking },
  allScored: { ...consulting, ...scoring, ...asking, REVEAL: ['desk', 'chair'] },
  clarification: { ...consulting, ...scoring, ...releasing, ...answering },
  clarificationAfterReveal: { ...consulting, ...answering, ...discussing },
  changeAllowed: { ...consulting, ...scoring, ...releasing, ...changeable },
  changeInHand: { ...consulting, ...scoring, ...releasing, ...changed },
  newVersion: { ...consulting, ...scoring, ...releasing, ...asking },
  newVersionAfterAdvice: { ...heard, ...scoring, ...releasing, ...asking, WITHDRAW: signers },
  revealed: { ...consulting, ...settling },
  moderation: { ...consulting, ...settling },
  settledAdviceAwaited: consulting,
  recommendation: recommending,
  prepared: { ...recommending, DISCARD_PREPARED: ['chair'] },
  decision: deciding,
  decisionOfTwo: { ...deciding, DECIDE_WITH_OTHERS: ['approver'] },
  offered: { ...offer, ACCEPT_OFFER: signers },
  offeredToSeveral: { ...offer, SIGN_TOGETHER: ['partner'], WITHDRAW_COUNTRY: ['partner'] },
  optionSigned: { ...offer, ACCEPT_OFFER: signers, TAKE_BACK_SIGNATURE: ['partner'], WITHDRAW_COUNTRY: ['partner'] },
  deferred: { ...afterwards, RECONSIDER: ['desk'], WITHDRAW: signers },
  awaitingFunds: {
    ...money,
    ...afterwards,
    REVALIDATE: ['desk', 'approver'],
    LAPSE_APPROVAL: ['clock'],
    WITHDRAW: signers,
  },
  coveredByMoney: {
    ...money,
    ...lettering,
    FUND: ['fund'],
    REVALIDATE: ['desk', 'approver'],
    LAPSE_APPROVAL: ['clock'],
    WITHDRAW: signers,
  },
  arrangements: { ...money, ...arranging },
  termsProposed: { ...money, ...arranging, SIGN_TOR: ['RC', 'acting', 'desk', 'approver'] },
  termsSignedByOhchr: { ...money, ...arranging, SIGN_TOR: signers },
  everythingButHosting: {
    ...money,
    ...lettering,
    PROPOSE_TOR: proposing,
    CONFIRM_HOSTING: drafters,
    WITHDRAW: signers,
  },
  urgentSurge: { ...money, ...lettering, CONFIRM_COST_SHARE: signers, CONFIRM_HOSTING: drafters },
  handedOver: {},
  declined: { ...afterwards, REQUEST_RECONSIDERATION: signers },
  withdrawn: {},
  lapsed: {},
  abandoned: {},
} satisfies Record<keyof typeof STAGES, Row>;
type StateOfTable = keyof typeof MAY;

const office: Part[] = ['office', 'coordinator', 'acting', 'auditor', 'clock'];
const ohchr: Part[] = ['desk', 'chair', 'approver'];
const everyParty: Part[] = [...office, ...ohchr, 'team', 'regionalOffice'];
const withFund: Part[] = [...everyParty, 'fund'];
/** Who may know of the case besides reviewers, who know of it once they declared that they have no conflict. */
const SEES: Partial<Record<StateOfTable, Part[]>> = {
  draft: office,
  endorsersAsked: office,
  draftOfSeveral: [...office, 'officeElsewhere'],
  signedByAll: [...office, 'officeElsewhere'],
  offeredToSeveral: [...everyParty, 'officeElsewhere'],
  optionSigned: [...everyParty, 'officeElsewhere'],
  abandoned: office,
  awaitingFunds: withFund,
  coveredByMoney: withFund,
  arrangements: withFund,
  termsProposed: withFund,
  termsSignedByOhchr: withFund,
  everythingButHosting: withFund,
  urgentSurge: withFund,
  handedOver: withFund,
};

const NAMES: Partial<Record<Part, Who>> = {
  officeElsewhere: 'partner',
  office: 'office',
  coordinator: 'RC',
  acting: 'acting',
  desk: 'desk',
  chair: 'chair',
  approver: 'approver',
  team: 'team',
  regionalOffice: 'RO',
  fund: 'fund',
  clock: 'clock',
};

/** What the table calls this part now; null for those whom no cell ever allows anything. */
function whoIs(c: CaseBuilder, part: Part): Who | null {
  const review = c.facts.reviewers.find((r) => r.person.id === part)?.state;
  const names: { [S in Reviewer['state']]?: Who } = { appointed: 'new', cleared: 'cleared', scored: 'scored' };
  return NAMES[part] ?? (review ? (names[review] ?? null) : null);
}
const seesNow = (c: CaseBuilder, state: StateOfTable, part: Part): boolean =>
  (SEES[state] ?? everyParty).includes(part) || ['cleared', 'scored'].includes(whoIs(c, part) ?? '');

/** An event that nothing but the table could stand against: right in itself, sent when its time has come. */
function fitting(c: CaseBuilder, type: RequestEventType, part: Part): RequestEvent {
  if (type === 'DECLARE') return { type, conflict: { declared: true, reason: 'I served there.' } };
  if (type === 'NUDGE') return { type, clock: nudgeable(c.cast[part], c.facts)[0]?.key ?? 'none' };
  if (type === 'RECORD_CONFLICT') return anEvent(type, { facts: c.facts, person: c.cast[part].id });
  if (type === 'EDIT_PART') {
    const country = c.cast[part].assignments.flatMap((a) => a.countries)[0] ?? 'TZA';
    return { ...anEvent(type, { facts: c.facts, variant: 7 }), country };
  }
  const reviewers = c.facts.reviewers.length ? ['spare'] : ['spare', 'dina'];
  const as = roleFor(c.cast[part], c.facts, type);
  const role = isRefusal(as) ? {} : { who: { role: as.role, id: c.cast[part].id } };
  return anEvent(type, { ...role, facts: c.facts, reviewers, until: '2029-01-01', variant: 7 });
}

it.each(Object.keys(MAY) as StateOfTable[])('%s: each event is for those in the table and for nobody else', (state) => {
  const c = STAGES[state]();
  const found: Row = {};
  for (const type of EVENT_TYPES)
    for (const part of PARTS) {
      const waiting = part === 'clock' ? 400 : 0;
      const start = c.at;
      const outcome = c.on(waiting).attempt(part, fitting(c, type, part));
      c.on(start);
      const who = whoIs(c, part);
      if (isRefusal(outcome)) expect({ part, type, ...outcome }).toMatchObject({ code: reasonFor(c, state, part) });
      else found[type] = [...new Set([...(found[type] ?? []), who ?? (part as Who)])];
    }
  const sorted = (row: Row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, [...v].sort()]));
  const present = new Set(PARTS.map((part) => whoIs(c, part)));
  const expected = Object.fromEntries(
    Object.entries({ ...MAY[state], ...TIME[state as keyof typeof TIME] } as Row)
      .map(([type, whos]) => [type, whos.filter((who) => present.has(who))] as const)
      .filter(([, whos]) => whos.length > 0),
  );
  expect(sorted(found)).toEqual(sorted(expected));
});

/** Nobody learns from a refusal that a case exists; those who know of it learn why not. */
function reasonFor(c: CaseBuilder, state: StateOfTable, part: Part): unknown {
  return seesNow(c, state, part)
    ? expect.stringMatching(/^(notYourRole|notNow|notReady|separationOfDuties)$/)
    : 'notFound';
}

it.each(Object.keys(MAY) as StateOfTable[])('%s: the buttons are those steps that would be taken', (state) => {
  const c = STAGES[state]();
  for (const part of PARTS.filter((p) => p !== 'clock')) {
    const buttons = availableActions(c.facts, c.cast[part]);
    if (buttons.length === 0) expect(seesNow(c, state, part)).toBe(false);
    for (const { type, ...button } of buttons) {
      const outcome = c.attempt(part, fitting(c, type, part));
      expect({ part, type, allowed: button.allowed }).toEqual({ part, type, allowed: !isRefusal(outcome) });
      if (!button.allowed) expect(outcome).toMatchObject({ code: button.code });
    }
  }
});

it('the table speaks of every state and of every event', () => {
  const spoken = new Set([...Object.values(MAY), ...Object.values(TIME)].flatMap((row) => Object.keys(row)));
  expect([...spoken, 'CREATE', ...BY_LINK_ALONE].sort()).toEqual([...EVENT_TYPES].sort());
});
