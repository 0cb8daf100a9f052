import {
  addDays,
  addMonths,
  EXIT_ITEMS,
  exitItemsOf,
  laterOf,
  presentTerm,
  type DeploymentEventOf,
  type DeploymentEventType,
  type DeploymentFacts,
  type ExitSide,
  type Post,
  type Role,
} from '../src/index.js';
import { clockToNudge } from './clock-nudged.js';
import { timeOf } from './time-of.js';

/** A post in Tanzania that covers Kenya as well. */
export const aPost = (change: Partial<Post> = {}): Post => ({
  title: 'Human Rights Adviser, Tanzania',
  modality: 'multiCountry',
  language: 'en',
  grade: 'P-5',
  dutyStation: 'Dar es Salaam',
  host: 'TZA',
  coverage: [
    { country: 'TZA', from: '2027-03-01', until: null, daysPerMonth: 15 },
    { country: 'KEN', from: '2027-03-01', until: null, daysPerMonth: 6 },
  ],
  regions: [],
  framework: [{ from: '2027-03-01', under: true }],
  cluster: null,
  reporting: [
    { part: 'supervisor', name: 'A coordinator', title: 'Resident Coordinator', from: '2027-03-01', until: null },
  ],
  ...change,
});

/** What an event of a post may need to be right. */
export interface PostGiven {
  facts?: DeploymentFacts;
  today?: string;
  side?: ExitSide;
  /** A number that makes two events of a kind differ. */
  variant?: number;
  /** Who acts, and as what, where that tells with which clock. */
  who?: { role: Role; id: string };
}
type Given = PostGiven & { today: string; variant: number };
const lastTerm = ({ facts }: Given) => facts?.incumbencies.at(-1);
const endsOn = (given: Given): string =>
  (given.facts && presentTerm(given.facts)?.endsOn) ?? lastTerm(given)?.endsOn ?? given.today;
/** A day in post, as late as it may be. */
const lastDay = (given: Given): string => (endsOn(given) < given.today ? endsOn(given) : given.today);
const emptyFrom = (given: Given): string => {
  const until = lastTerm(given)?.until ?? endsOn(given);
  return until >= given.today ? addDays(until, 1) : given.today;
};

/** For each kind of event, one that is right in itself, whether or not it can be sent now. */
const VALID: { [T in DeploymentEventType]: (given: Given) => Omit<DeploymentEventOf<T>, 'type'> } = {
  OPEN: () => ({
    post: aPost(),
    origin: {
      kind: 'request',
      requestId: 'request-1',
      reference: 'HRA-2027-001',
      approvedOn: '2027-02-15',
      conditions: ['A national officer is foreseen for the third year'],
      scores: [{ criterion: 'sustainability', name: 'Sustainability', settled: 3 }],
    },
    funding: [],
    terms: null,
    urgent: false,
  }),
  RECORD_HISTORY: ({ today }) => ({
    post: aPost(),
    origin: { kind: 'history', requestId: null, reference: 'A table', approvedOn: null, conditions: [], scores: [] },
    incumbents: [
      { person: 'Somebody', from: addMonths(today, -24), until: null, certainty: { from: 'year', until: 'unknown' } },
    ],
    ended: null,
  }),
  AMEND_HISTORY: ({ today }) => ({
    because: 'A list of the next year',
    coverage: aPost().coverage,
    framework: aPost().framework,
    reference: 'Two tables',
    incumbents: [
      { person: 'Somebody', from: addMonths(today, -36), until: null, certainty: { from: 'year', until: 'unknown' } },
    ],
    ended: null,
  }),
  ADVERTISE: ({ today }) => ({ until: addDays(today, 30) }),
  SHORTLIST: ({ variant }) => ({ candidates: 5 + variant }),
  SELECT: (given) => ({
    adviser: given.facts?.incumbencies.length ? 'boris' : 'amara',
    // Nobody is expected while the post is held.
    expectedOn: laterOf(addDays(given.today, 30), addDays(endsOn(given), 1)),
  }),
  CONSULTED: () => ({ agrees: true, note: 'A good choice' }),
  ARRIVE: ({ today }) => ({ on: today, endsOn: addDays(addMonths(today, 24), -1) }),
  NOT_ARRIVED: () => ({ reason: 'Took another post' }),
  CANCEL: () => ({ reason: 'The funds are not there yet' }),
  PLAN: ({ facts, variant }) => ({
    items: [
      ...(facts?.incumbencies.at(-1)?.workPlan.items ?? []),
      {
        text: `Train the country team ${variant} ${facts?.incumbencies.at(-1)?.workPlan.version ?? 0}`,
        criterion: 'sustainability',
        condition: 'A national officer is foreseen for the third year',
        outcome: 'Outcome 3',
        indicator: 'Staff trained',
        dueOn: null,
      },
    ],
  }),
  AGREE_WORK_PLAN: () => ({}),
  FILE_REPORT: ({ facts, variant }) => {
    const term = facts?.incumbencies.at(-1);
    const due = term?.obligations.find((o) => o.reportId === null);
    return {
      ...(due ? { obligationId: due.id } : {}),
      kind: due?.kind ?? 'quarterly',
      period: due?.period ?? `Extra ${variant}`,
      report: {
        summary: `What was done ${variant}`,
        results: (term?.workPlan.items ?? []).map((item) => ({
          planItem: item.id,
          progress: 'onTrack' as const,
          text: `Twelve trained ${variant}`,
        })),
        challenges: 'Access to the north',
        support: 'A trainer for a week',
        confidential: 'The ministry asked for names',
      },
    };
  },
  ADD_OBLIGATION: (given) => ({
    kind: 'quarterly',
    period: `Extra ${given.variant} ${given.today}`,
    dueOn: endsOn(given),
  }),
  MOVE_OBLIGATION: (given) => {
    const open = lastTerm(given)?.obligations.find((o) => o.reportId === null);
    const dueOn = open?.dueOn === endsOn(given) ? addDays(endsOn(given), -1) : endsOn(given);
    return { obligationId: open?.id ?? 'none', dueOn, reason: 'The election' };
  },
  NOTE_TO_OHCHR: ({ variant }) => ({ text: `For Geneva alone ${variant}` }),
  START_MID_TERM: () => ({}),
  REVIEW: () => ({ rating: 'asPlanned', text: 'The plan is kept' }),
  OPEN_RENEWAL: () => ({}),
  ASK_EXTENSION: () => ({ extend: true, text: 'The census comes next year' }),
  EXTEND: (given) => ({ until: addMonths(endsOn(given), 12), basis: 'Request HRA-2028-010' }),
  PLAN_SUCCESSION: () => ({ text: 'Advertise in spring' }),
  CONVERT: () => ({ to: 'nationalPost', text: 'A national officer takes over' }),
  START_CLOSING: () => ({}),
  CHECK: ({ side }) => ({
    done: side ? exitItemsOf(side) : (Object.keys(EXIT_ITEMS) as (keyof typeof EXIT_ITEMS)[]).slice(0, 0),
    finished: side !== undefined,
    findings: side === 'adviser' ? [{ criterion: 'sustainability', text: 'The officer carries on' }] : [],
  }),
  SEND_BACK: ({ side }) => ({ side: side ?? 'rc', reason: 'The passes are missing' }),
  HAND_OVER: (given) => ({ on: lastDay(given), note: 'Who to call first' }),
  LEAVE: (given) => ({ on: lastDay(given), reason: 'resigned', note: 'A family matter' }),
  TRANSFER: ({ today }) => ({ to: 'DEP-2027-002', on: today, endsOn: addMonths(today, 12) }),
  RECEIVE: ({ today }) => ({
    adviser: { id: 'boris', name: 'Person boris' },
    on: today,
    endsOn: addMonths(today, 12),
    from: 'DEP-2027-002',
  }),
  BRIDGE: (given) => ({
    kind: 'regionalOffice',
    by: 'Regional office in Pretoria',
    from: addDays(emptyFrom(given), given.variant),
    until: addDays(emptyFrom(given), given.variant),
  }),
  END_BRIDGE: ({ facts }) => ({
    bridgeId: facts?.bridges[0]?.id ?? 'none',
    on: facts?.bridges[0]?.from ?? '2027-03-01',
  }),
  CHANGE_POST: ({ variant }) => ({ title: `Title ${variant}`, reason: 'A better name' }),
  COVER: ({ facts, today }) => ({
    country: ['AZE', 'NER', 'FJI', 'ATG'].find((c) => !facts?.post.coverage.some((x) => x.country === c)) ?? 'BRB',
    from: today,
    reason: 'A neighbour without an adviser',
  }),
  UNCOVER: ({ facts, today }) => ({
    country: facts?.post.coverage.find((c) => c.country !== facts.post.host && c.until === null)?.country ?? 'KEN',
    until: today,
    reason: 'It has an adviser of its own',
  }),
  MARK_FRAMEWORK: ({ facts, today }) => {
    const last = facts?.post.framework.at(-1);
    return {
      under: !last?.under,
      from: last && last.from >= today ? addDays(last.from, 1) : today,
      reason: 'The strategy changed',
    };
  },
  SET_REPORTING: ({ facts, today, variant }) => {
    const last = facts?.post.reporting.filter((r) => r.part === 'supervisor').at(-1);
    const from = last && last.from >= today ? addDays(last.from, 1) : today;
    return { part: 'supervisor', name: `Coordinator ${variant}`, title: 'Resident Coordinator', from };
  },
  IDENTIFY: () => ({ adviser: 'amara' }),
  TAKE_EFFECT: () => ({}),
  EXTEND_CLOCK: (given) => ({ ...timeOf(given, 'EXTEND_CLOCK'), reason: 'They meet a day later.' }),
  STOP_CLOCK: (given) => ({ ...timeOf(given, 'STOP_CLOCK'), reason: 'The office is closed by a storm.' }),
  GO_ON_CLOCK: (given) => ({ clock: timeOf(given, 'GO_ON_CLOCK').clock, reason: 'The office is open again.' }),
  RESUME_CLOCKS: () => ({}),
  ASK_MORE_TIME: (given) => ({ ...timeOf(given, 'ASK_MORE_TIME'), reason: 'A partner answers later.' }),
  REFUSE_MORE_TIME: (given) => ({ clock: timeOf(given, 'REFUSE_MORE_TIME').clock, reason: 'The day stands.' }),
  RECOUNT_CLOCKS: () => ({ change: { what: 'added', station: 'UN', day: '2027-03-03', name: 'A day off' } }),
  NUDGE: ({ facts, variant }) => clockToNudge(facts?.clocks, variant),
  CLOSE: () => ({ reason: 'funds', text: 'No donor for a third year' }),
};

/** An event of this kind that is right in itself. */
export const aPostEvent = <T extends DeploymentEventType>(type: T, given: PostGiven = {}): DeploymentEventOf<T> =>
  ({ type, ...VALID[type]({ today: '2027-03-01', variant: 0, ...given }) }) as unknown as DeploymentEventOf<T>;
