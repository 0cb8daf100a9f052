import { expect, it } from '@jest/globals';
import { aDeployment, POST_PARTS, type DeploymentBuilder, type PostPart } from '../../test/a-deployment.js';
import {
  adviserHolds,
  deskHolds,
  TIME,
  without,
  type PostRow as Row,
  type PostWho as Who,
} from '../../test/post-time-table.js';
import { aPostEvent, type PostGiven } from '../../test/deployment-events.js';
import type { Role } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import { maySeeDeployment } from './access.js';
import { availableDeploymentActions, mayTakeDeployment } from './decide-deployment.js';
import { nudgeableOfPost } from './nudging.js';
import { DEPLOYMENT_EVENT_TYPES, type DeploymentEvent, type DeploymentEventType } from './events.js';

/**
 * Role × state × event. Each cell that is not here is a refusal. The words of the table:
 *   RC, acting, office    the Resident Coordinator of the host country, who acts for them, and their office
 *   desk, chair, approver OHCHR
 *   adviser               whoever is in post
 *   team, RO              the Regional UNDG Team and the OHCHR regional office of the region
 *   fund                  the fund manager
 *   clock                 the system, when a time has come
 */

const desk: Who[] = ['desk'];
const signers: Who[] = ['RC', 'acting'];
const both: Who[] = [...signers, 'desk'];
const country: Who[] = ['office', ...signers];
const bridgers: Who[] = ['desk', 'team', 'RO'];

const anytime: Row = {
  CHANGE_POST: desk,
  COVER: desk,
  UNCOVER: desk,
  MARK_FRAMEWORK: desk,
  SET_REPORTING: desk,
  CLOSE: desk,
  // Moves nothing where no holiday has changed.
  RECOUNT_CLOCKS: [],
};
const empty: Row = { ...anytime, BRIDGE: bridgers, RECEIVE: ['clock'] };
const held: Row = {
  ...anytime,
  BRIDGE: bridgers,
  ADVERTISE: desk,
  FILE_REPORT: ['adviser'],
  ADD_OBLIGATION: desk,
  MOVE_OBLIGATION: desk,
  NOTE_TO_OHCHR: ['adviser'],
  LEAVE: desk,
  TRANSFER: desk,
  // On the day after the end of the term.
  TAKE_EFFECT: ['clock'],
};
const planning: Row = { PLAN: ['adviser'] };
/** A request for an extension that is handed over prolongs the post by itself, also before the renewal opens. */
const prolonged: Row = { EXTEND: ['clock'] };
const deciding: Row = { EXTEND: ['desk', 'clock'], PLAN_SUCCESSION: desk, CONVERT: desk };
const wishing: Row = { ...deciding, ASK_EXTENSION: signers };
const handing: Row = { START_CLOSING: ['desk', 'clock'] };

const MAY = {
  sourcing: { ...deskHolds, ...TIME.deskHolds, ...empty, ADVERTISE: desk, CANCEL: desk },
  shortlisting: { ...deskHolds, ...TIME.deskHolds, ...empty, SHORTLIST: desk, CANCEL: desk },
  selection: { ...deskHolds, ...TIME.deskHolds, ...empty, SELECT: desk, CANCEL: desk },
  consultation: {
    ...without(...country, 'adviser'),
    ...TIME.othersHold,
    ...TIME.officeAsks,
    ...empty,
    SELECT: desk,
    CONSULTED: both,
    CANCEL: desk,
  },
  onboarding: {
    ...deskHolds,
    ...anytime,
    BRIDGE: bridgers,
    ARRIVE: ['desk', ...country],
    NOT_ARRIVED: desk,
    CANCEL: desk,
  },
  inception: {
    ...adviserHolds,
    ...TIME.othersHold,
    ...TIME.adviserAsks,
    ...held,
    ...prolonged,
    ...planning,
    ...handing,
    OPEN_RENEWAL: ['desk', 'clock'],
  },
  planWritten: {
    ...without(),
    ...TIME.othersHold,
    ...TIME.bothAsk,
    ...held,
    ...prolonged,
    ...planning,
    ...handing,
    AGREE_WORK_PLAN: both,
    OPEN_RENEWAL: ['desk', 'clock'],
  },
  serving: {
    ...adviserHolds,
    ...TIME.othersHold,
    ...TIME.adviserAsks,
    ...held,
    ...prolonged,
    ...planning,
    ...handing,
    OPEN_RENEWAL: ['desk', 'clock'],
    START_MID_TERM: ['clock'],
  },
  clockStopped: {
    ...held,
    ...prolonged,
    ...planning,
    ...handing,
    ...TIME.othersHold,
    ...TIME.adviserAsks,
    GO_ON_CLOCK: ['desk', 'chair', 'approver'],
    RESUME_CLOCKS: ['clock'],
    OPEN_RENEWAL: ['desk', 'clock'],
    START_MID_TERM: ['clock'],
  },
  timeAsked: {
    ...adviserHolds,
    ...held,
    ...prolonged,
    ...planning,
    ...handing,
    ...TIME.othersHold,
    ...TIME.adviserAsks,
    REFUSE_MORE_TIME: ['desk', 'chair', 'approver'],
    OPEN_RENEWAL: ['desk', 'clock'],
    START_MID_TERM: ['clock'],
  },
  midTermReview: {
    ...without(),
    ...TIME.othersHold,
    ...TIME.bothAsk,
    ...held,
    ...prolonged,
    ...planning,
    ...handing,
    REVIEW: both,
    OPEN_RENEWAL: ['desk', 'clock'],
  },
  renewal: { ...without(), ...TIME.othersHold, ...TIME.adviserAsks, ...held, ...planning, ...handing, ...wishing },
  renewalDecided: {
    ...without(),
    ...TIME.othersHold,
    ...TIME.adviserAsks,
    ...held,
    ...planning,
    ...handing,
    ...deciding,
  },
  toEnd: {
    ...adviserHolds,
    ...TIME.othersHold,
    ...TIME.adviserAsks,
    ...held,
    ...planning,
    ...handing,
    ...deciding,
    ADVERTISE: [],
  },
  closing: { ...without(), ...TIME.lateWithAdviser, ...held, ...wishing, CHECK: ['adviser', ...country] },
  listFinished: { ...without(), ...TIME.lateWithAdviser, ...held, ...wishing, CHECK: country, SEND_BACK: both },
  readyToHandOver: {
    ...without(),
    ...TIME.lateWithAdviser,
    ...held,
    ...wishing,
    SEND_BACK: ['desk', 'adviser', ...signers],
    HAND_OVER: ['adviser'],
  },
  vacant: { ...deskHolds, ...TIME.deskHolds, ...empty, ADVERTISE: desk },
  bridged: { ...deskHolds, ...empty, ADVERTISE: desk, END_BRIDGE: bridgers },
  ended: {},
} satisfies Record<string, Row>;
type StateOfTable = keyof typeof MAY;

/** In service, with something done about the time of the first report. */
function timed(part: PostPart, type: 'STOP_CLOCK' | 'ASK_MORE_TIME', role: Role): DeploymentBuilder {
  const d = aDeployment().serving();
  return d.send(part, aPostEvent(type, { facts: d.facts, today: d.today, who: { role, id: d.cast[part].id } }));
}
const CASES: Record<StateOfTable, () => DeploymentBuilder> = {
  sourcing: () => aDeployment(),
  shortlisting: () => aDeployment().advertised(),
  selection: () => aDeployment().shortlisted(),
  consultation: () => aDeployment().selected(),
  onboarding: () => aDeployment().onboarding(),
  inception: () => aDeployment().arrived(),
  planWritten: () => aDeployment().planned(),
  serving: () => aDeployment().serving(),
  clockStopped: () => timed('desk', 'STOP_CLOCK', 'deskOfficer'),
  timeAsked: () => timed('amara', 'ASK_MORE_TIME', 'adviser'),
  midTermReview: () => aDeployment().inMidTerm(),
  renewal: () => aDeployment().inRenewal(),
  renewalDecided: () => aDeployment().succeeding(),
  toEnd: () => aDeployment().toEnd(),
  closing: () => aDeployment().closing(),
  listFinished: () =>
    aDeployment()
      .endReported()
      .go('amara', 'CHECK', aPostEvent('CHECK', { side: 'adviser' })),
  readyToHandOver: () => aDeployment().checked(),
  vacant: () => aDeployment().left(),
  bridged: () => aDeployment().left().go('team', 'BRIDGE'),
  ended: () => aDeployment().left().ended(),
};
const NAMES: Partial<Record<PostPart, Who>> = {
  office: 'office',
  coordinator: 'RC',
  acting: 'acting',
  desk: 'desk',
  chair: 'chair',
  approver: 'approver',
  amara: 'adviser',
  team: 'team',
  regionalOffice: 'RO',
  fund: 'fund',
  clock: 'clock',
};

/** The other halves of a step elsewhere, which happen on its day and not when a time has come. */
const HALVES: readonly DeploymentEventType[] = ['RECEIVE', 'EXTEND'];

/** Whether every clock that could be stopped is late: no button knows the day. */
const allLate = (type: DeploymentEventType, outcome: unknown): boolean =>
  type === 'STOP_CLOCK' && isRefusal(outcome) && outcome.code === 'invalid' && outcome.fields?.[0]?.path === 'clock';
const sees = (d: DeploymentBuilder, part: PostPart): boolean => maySeeDeployment(d.cast[part], d.facts);

/** An event that nothing but the table could stand against: right in itself, sent when its time has come. */
function fitting(d: DeploymentBuilder, part: PostPart, type: DeploymentEventType): DeploymentEvent {
  const as = mayTakeDeployment(d.facts, d.cast[part], type);
  const who = isRefusal(as) ? {} : { who: { role: as.role, id: d.cast[part].id } };
  const given: PostGiven = { facts: d.facts, today: d.today, variant: 7, ...who };
  if (type === 'CHECK') return { type, done: [part === 'amara' ? 'filesHandedOver' : 'appraisalDone'] };
  const finished = d.term?.exit?.finished.map((f) => f.side) ?? [];
  const own = part === 'amara' ? 'adviser' : part === 'desk' ? null : 'rc';
  const side = finished.find((s) => s !== own) ?? finished[0];
  if (type === 'SEND_BACK') return aPostEvent(type, { ...given, ...(side ? { side } : {}) });
  if (type === 'NUDGE') return { type, clock: nudgeableOfPost(d.cast[part], d.facts)[0]?.key ?? 'none' };
  if (type === 'CHANGE_POST') return { type, title: `Title ${part}`, reason: 'A better name' };
  return aPostEvent(type, given);
}

it.each(Object.keys(MAY) as StateOfTable[])('%s: each event is for those in the table and for nobody else', (state) => {
  const d = CASES[state]().on(1);
  const found: Record<string, string[]> = {};
  for (const type of DEPLOYMENT_EVENT_TYPES)
    for (const part of POST_PARTS) {
      const start = d.at;
      const outcome = d.on(part === 'clock' && !HALVES.includes(type) ? 1000 : 0).attempt(part, fitting(d, part, type));
      d.on(start);
      if (!isRefusal(outcome)) (found[type] ??= []).push(NAMES[part] ?? part);
      else if (!allLate(type, outcome))
        expect({ part, type, ...outcome }).toMatchObject({
          code: sees(d, part) ? expect.stringMatching(/^(notYourRole|notNow|notReady)$/) : 'notFound',
        });
    }
  const sorted = (row: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(row).flatMap(([k, v]) => (v.length ? [[k, [...v].sort()]] : [])));
  expect(sorted(found)).toEqual(sorted(MAY[state]));
});

it.each(Object.keys(MAY) as StateOfTable[])('%s: the buttons are those steps that would be taken', (state) => {
  const d = CASES[state]().on(1);
  for (const part of POST_PARTS.filter((p) => p !== 'clock')) {
    const buttons = availableDeploymentActions(d.facts, d.cast[part]);
    expect(buttons.length > 0).toBe(sees(d, part));
    for (const { type, ...button } of buttons) {
      const outcome = d.attempt(part, fitting(d, part, type));
      if (allLate(type, outcome)) continue;
      expect({ part, type, allowed: button.allowed }).toEqual({ part, type, allowed: !isRefusal(outcome) });
      if (!button.allowed) expect(outcome).toMatchObject({ code: button.code });
    }
  }
});

it('the table speaks of every event but those that begin a post and those of special days', () => {
  const spoken = new Set(Object.values(MAY).flatMap((row) => Object.keys(row)));
  const elsewhere = ['OPEN', 'RECORD_HISTORY', 'AMEND_HISTORY', 'IDENTIFY'];
  expect([...spoken, ...elsewhere].sort()).toEqual([...DEPLOYMENT_EVENT_TYPES].sort());
});
