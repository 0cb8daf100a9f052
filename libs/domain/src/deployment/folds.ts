import type { PersonRef } from '../people/roles.js';
import { addDays, laterOf, type Day, type Instant } from '../time/working-days.js';
import type { DeploymentEventType } from './events.js';
import { EXIT_ITEMS } from './facts.js';
import type { Bridge, DeploymentFacts, Exit, Incumbency, Recruitment, RecruitmentStage, Renewal } from './facts.js';
import type { DeploymentRecorded } from './record.js';
import { TIME_FOLDS } from './time-folds.js';

type Change = Partial<DeploymentFacts>;
interface By {
  at: Instant;
  actor: PersonRef;
}
type Fold<T extends DeploymentEventType> = (facts: DeploymentFacts, data: DeploymentRecorded[T], by: By) => Change;

/** A change of the latest term. */
const inTerm = (facts: DeploymentFacts, change: (term: Incumbency) => Partial<Incumbency>): Change => ({
  incumbencies: facts.incumbencies.map((t, i, all) => (i === all.length - 1 ? { ...t, ...change(t) } : t)),
});
const inExit = (facts: DeploymentFacts, change: (exit: Exit) => Partial<Exit>): Change =>
  inTerm(facts, (t) => ({ exit: t.exit && { ...t.exit, ...change(t.exit) } }));
const inSearch = (facts: DeploymentFacts, change: (search: Recruitment) => Partial<Recruitment>): Recruitment[] =>
  facts.recruitments.map((r) => (r.ended ? r : { ...r, ...change(r) }));
const inRenewal = (renewals: Renewal[], change: Partial<Renewal>): Renewal[] =>
  renewals.map((r, i, all) => (i === all.length - 1 ? { ...r, ...change } : r));

/** The stage that is left ends on the day; the next one, where there is one, begins on it. */
const stagesOn = ({ stages }: Recruitment, day: Day, next?: RecruitmentStage): Recruitment['stages'] => [
  ...stages.map((s) => (s.until === null ? { ...s, until: laterOf(s.from, day) } : s)),
  ...(next ? [{ stage: next, from: day, until: null }] : []),
];
const searchEnded = (
  facts: DeploymentFacts,
  on: Day,
  outcome: 'arrived' | 'cancelled',
  reason: string,
): Recruitment[] => inSearch(facts, (r) => ({ stages: stagesOn(r, on), ended: { on, outcome, reason } }));
const bridgesEnded = (bridges: Bridge[], on: Day): Bridge[] =>
  bridges.filter((b) => b.from <= on).map((b) => (b.until === null || b.until > on ? { ...b, until: on } : b));

function advertised(facts: DeploymentFacts, { recruitment, until, day }: DeploymentRecorded['ADVERTISE']): Change {
  const running = facts.recruitments.some((r) => !r.ended);
  if (running)
    return {
      recruitments: inSearch(facts, (r) => ({ stages: stagesOn(r, day, 'shortlisting'), advertisedUntil: until })),
    };
  const search: Recruitment = {
    id: recruitment,
    stages: [{ stage: 'shortlisting', from: day, until: null }],
    advertisedUntil: until,
    shortlisted: null,
    selected: null,
    consulted: null,
    skipped: [],
    ended: null,
    notArrived: [],
  };
  return { recruitments: [...facts.recruitments, search] };
}

function ended(facts: DeploymentFacts, on: Day, at: Instant, ending: Omit<NonNullable<Change['ending']>, 'on' | 'at'>) {
  return {
    ending: { ...ending, on, at },
    bridges: bridgesEnded(facts.bridges, on),
    recruitments: searchEnded(facts, on, 'cancelled', 'The post ended.'),
  };
}

function handedOver(facts: DeploymentFacts, { on, note, ends }: DeploymentRecorded['HAND_OVER'], by: By): Change {
  const change = inTerm(facts, (t) => ({
    until: on,
    left: { on, reason: 'termEnded', note: '' },
    exit: t.exit && { ...t.exit, handover: { by: by.actor, at: by.at, note } },
  }));
  return ends ? { ...change, ...endedAsDecided(facts, on, by) } : change;
}
/** The post ends with the term, for the reason that was decided. */
function endedAsDecided(facts: DeploymentFacts, on: Day, { at }: By): Change {
  const decided = facts.renewals.at(-1)?.decided;
  return decided?.ending ? ended(facts, on, at, { ...decided.ending, text: decided.text }) : {};
}

function decided(
  renewals: Renewal[],
  how: NonNullable<Renewal['decided']>['how'],
  text: string,
  { at, actor }: By,
  ending: NonNullable<Renewal['decided']>['ending'] = null,
): Renewal[] {
  return inRenewal(renewals, { decided: { by: actor, at, how, text, ending } });
}
/** What becomes of the post is written on the handover that goes on already. */
const nextFor = (facts: DeploymentFacts, next: Exit['next']): Change => inExit(facts, () => ({ next }));

function closed(facts: DeploymentFacts, { reason, text, day, renewal }: DeploymentRecorded['CLOSE'], by: By): Change {
  const active = facts.state === 'ended' ? null : facts.state.active;
  if (active?.tenure === 'vacant') return ended(facts, day, by.at, { reason, conversion: null, text });
  const renewals = renewal ? [...facts.renewals, renewal] : facts.renewals;
  return {
    ...nextFor(facts, 'end'),
    renewals: decided(renewals, 'closed', text, by, { reason, conversion: null }),
  };
}

function extended(facts: DeploymentFacts, data: DeploymentRecorded['EXTEND'], by: By): Change {
  const { until, basis, day, obligations, bridges, renewal } = data;
  return {
    ...inTerm(facts, (t) => ({
      endsOn: until,
      extensions: [...t.extensions, { until, on: day, basis }],
      obligations,
      exit: null,
    })),
    bridges,
    renewals: decided(renewal ? [...facts.renewals, renewal] : facts.renewals, 'extended', basis, by),
  };
}

const begun = (facts: DeploymentFacts, { term, bridges, post }: DeploymentRecorded['ARRIVE']): Change => ({
  ...(post ? { post: { ...facts.post, ...post } } : {}),
  incumbencies: [...facts.incumbencies, term],
  bridges,
});
const left = (facts: DeploymentFacts, on: Day, gone: Omit<NonNullable<Incumbency['left']>, 'on'>): Change =>
  inTerm(facts, () => ({ until: on, left: { on, ...gone } }));

function checked(facts: DeploymentFacts, data: DeploymentRecorded['CHECK'], { at, actor }: By): Change {
  const { side, done, finished, findings } = data;
  return inExit(facts, (exit) => ({
    done: [...exit.done.filter((item) => EXIT_ITEMS[item].side !== side), ...done],
    finished: finished ? [...exit.finished, { side, by: actor, at }] : exit.finished,
    findings: [...exit.findings.filter((f) => !findings.some((n) => n.criterion === f.criterion)), ...findings],
  }));
}

const identified = (facts: DeploymentFacts, { person, of }: DeploymentRecorded['IDENTIFY']): Change =>
  of === 'term'
    ? inTerm(facts, () => ({ person }))
    : { recruitments: inSearch(facts, (r) => ({ selected: r.selected && { ...r.selected, ...person } })) };

/** What each event changes in the facts of a post. */
const FOLDS: { [T in DeploymentEventType]: Fold<T> } = {
  OPEN: (_, { funding, terms, recruitment }) => ({ funding, terms, recruitments: [recruitment] }),
  RECORD_HISTORY: (_, { incumbencies, ended: end }, { at }) => ({
    incumbencies,
    ending: end && { conversion: null, ...end, at },
  }),
  AMEND_HISTORY: (facts, { coverage, framework, reference, incumbencies, ended: end }, { at }) => ({
    post: { ...facts.post, coverage, framework },
    origin: { ...facts.origin, reference },
    incumbencies,
    ending: end && { conversion: null, ...end, at },
  }),
  ADVERTISE: advertised,
  SHORTLIST: (facts, { candidates, day }) => ({
    recruitments: inSearch(facts, (r) => ({ stages: stagesOn(r, day, 'selection'), shortlisted: candidates })),
  }),
  SELECT: (facts, { selected }) => ({ recruitments: inSearch(facts, () => ({ selected, consulted: null })) }),
  CONSULTED: (facts, { day, ...view }, { actor }) => ({
    recruitments: inSearch(facts, (r) => ({
      consulted: { by: actor, on: day, ...view },
      ...(view.agrees ? { stages: stagesOn(r, day, 'onboarding') } : { selected: null }),
    })),
  }),
  ARRIVE: (facts, data) => ({
    ...begun(facts, data),
    recruitments: searchEnded(facts, data.term.from, 'arrived', ''),
  }),
  RECEIVE: (facts, data) => ({
    ...begun(facts, data),
    recruitments: searchEnded(facts, data.term.from, 'cancelled', `The post was filled from ${data.from}.`),
  }),
  NOT_ARRIVED: (facts, { name, reason, day }) => ({
    recruitments: inSearch(facts, (r) => ({
      stages: stagesOn(r, day, 'selection'),
      selected: null,
      consulted: null,
      notArrived: [...r.notArrived, { name, on: day, reason }],
    })),
  }),
  CANCEL: (facts, { reason, day }) => ({ recruitments: searchEnded(facts, day, 'cancelled', reason) }),
  PLAN: (facts, { items }) =>
    inTerm(facts, (t) => ({ workPlan: { ...t.workPlan, version: t.workPlan.version + 1, items } })),
  AGREE_WORK_PLAN: (facts, { side, version }, { at, actor }) =>
    inTerm(facts, (t) => ({
      workPlan: { ...t.workPlan, agreed: [...t.workPlan.agreed, { side, by: actor, at, version }] },
    })),
  FILE_REPORT: (facts, { report, obligationId }) =>
    inTerm(facts, (t) => ({
      reports: [...t.reports, report],
      obligations: t.obligations.map((o) => (o.id === obligationId ? { ...o, reportId: report.id } : o)),
    })),
  ADD_OBLIGATION: (facts, { obligation }) =>
    inTerm(facts, (t) => ({
      obligations: [...t.obligations, obligation].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    })),
  MOVE_OBLIGATION: (facts, { obligationId, ...moved }, { at, actor }) =>
    inTerm(facts, (t) => ({
      obligations: t.obligations.map((o) =>
        o.id === obligationId ? { ...o, dueOn: moved.to, moved: [...o.moved, { ...moved, by: actor, at }] } : o,
      ),
    })),
  NOTE_TO_OHCHR: (facts, { id, text }, { at, actor }) => ({ notes: [...facts.notes, { id, by: actor, at, text }] }),
  START_MID_TERM: (facts, { day }) => inTerm(facts, () => ({ review: { openedOn: day, findings: [] } })),
  REVIEW: (facts, finding, { at, actor }) =>
    inTerm(facts, (t) => ({
      review: t.review && { ...t.review, findings: [...t.review.findings, { ...finding, by: actor, at }] },
    })),
  OPEN_RENEWAL: (facts, { renewal }) => ({ renewals: [...facts.renewals, renewal] }),
  ASK_EXTENSION: (facts, wish, { at, actor }) => ({
    renewals: inRenewal(facts.renewals, { wish: { ...wish, by: actor, at } }),
  }),
  EXTEND: extended,
  PLAN_SUCCESSION: (facts, { text }, by) => ({
    ...nextFor(facts, 'continue'),
    renewals: decided(facts.renewals, 'successor', text, by),
  }),
  CONVERT: (facts, { to, text }, by) => ({
    ...nextFor(facts, 'end'),
    renewals: decided(facts.renewals, 'converted', text, by, { reason: 'converted', conversion: to }),
  }),
  START_CLOSING: (facts, { exit }) => inTerm(facts, () => ({ exit })),
  CHECK: checked,
  SEND_BACK: (facts, { side, reason }, { at, actor }) =>
    inExit(facts, (exit) => ({
      finished: exit.finished.filter((f) => f.side !== side),
      sentBack: [...exit.sentBack, { side, by: actor, at, reason }],
    })),
  HAND_OVER: handedOver,
  LEAVE: (facts, { on, reason, note, ends }, by) => ({
    ...left(facts, on, { reason, note }),
    ...(ends ? endedAsDecided(facts, on, by) : {}),
  }),
  // Nobody is in two posts on one day: the first day in the new post is the day after the last one in this.
  TRANSFER: (facts, { to, on }) => left(facts, addDays(on, -1), { reason: 'transferred', note: `To ${to}.` }),
  BRIDGE: (facts, { bridge }) => ({ bridges: [...facts.bridges, bridge].sort((a, b) => (a.from < b.from ? -1 : 1)) }),
  END_BRIDGE: (facts, { bridgeId, on }) => ({
    bridges: facts.bridges.map((b) => (b.id === bridgeId ? { ...b, until: on } : b)),
  }),
  CHANGE_POST: (facts, { change }) => ({ post: { ...facts.post, ...change } }),
  COVER: (facts, { coverage }) => ({ post: { ...facts.post, coverage: [...facts.post.coverage, coverage] } }),
  UNCOVER: (facts, { country, until }) => ({
    post: {
      ...facts.post,
      coverage: facts.post.coverage.map((c) =>
        c.country === country && c.from <= until && (c.until === null || c.until > until) ? { ...c, until } : c,
      ),
    },
  }),
  MARK_FRAMEWORK: (facts, { mark }) => ({ post: { ...facts.post, framework: [...facts.post.framework, mark] } }),
  SET_REPORTING: (facts, { line }) => ({
    post: {
      ...facts.post,
      reporting: [
        ...facts.post.reporting.map((r) =>
          r.part === line.part && r.until === null ? { ...r, until: addDays(line.from, -1) } : r,
        ),
        line,
      ],
    },
  }),
  IDENTIFY: identified,
  TAKE_EFFECT: () => ({}),
  CLOSE: closed,
  ...TIME_FOLDS,
};
/** The folds, to be called with the data that belongs to the event. */
export const DEPLOYMENT_FOLDS = FOLDS as unknown as Record<
  DeploymentEventType,
  (facts: DeploymentFacts, data: unknown, by: By) => Change
>;
