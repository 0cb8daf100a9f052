import type { Role } from '../people/roles.js';
import type { Allowance, ClockSettings } from '../time/clock-settings.js';
import type { Clock, Step, Wanted } from '../time/deadlines.js';
import { dayGiven } from '../timing/notes.js';
import { addDays, dayOf, halfway, laterOf, morningOf, type Day } from '../time/working-days.js';
import { hasRunOut, presentRenewal, presentSearch, presentTerm } from './current.js';
import type { DeploymentFacts, Incumbency, Side } from './facts.js';
import { renewalDays } from './obligations.js';
import { activeState, type ActiveState } from './states.js';

/** Who stands on the Resident Coordinator's side: of a post without a host country, the regional team. */
const coordinatorOf = ({ post }: DeploymentFacts): Role =>
  post.host === null ? 'regionalTeam' : 'residentCoordinator';
const holderOf = (facts: DeploymentFacts, side: Side): Role => (side === 'rc' ? coordinatorOf(facts) : 'deskOfficer');
const adviserOf = (term: Incumbency): Pick<Wanted, 'holder' | 'personId'> => ({
  holder: 'adviser',
  ...(term.person.id ? { personId: term.person.id } : {}),
});

function recruitmentClocks(facts: DeploymentFacts, { recruitment }: ActiveState, s: ClockSettings): Wanted[] {
  const search = presentSearch(facts);
  if (recruitment === 'idle' || !search) return [];
  const time = (a: Allowance): Allowance => (search.skipped.length ? { ordinary: a.urgent, urgent: a.urgent } : a);
  const stage = { key: `recruitment:${recruitment}`, group: 'recruitment', holder: 'deskOfficer' as const };
  if (recruitment === 'selection' && search.selected)
    return [{ ...stage, key: 'recruitment:candidateView', holder: coordinatorOf(facts), work: time(s.candidateView) }];
  const expectedOn = recruitment === 'onboarding' ? search.selected?.expectedOn : null;
  return [expectedOn ? { ...stage, until: expectedOn, movable: true } : { ...stage, work: time(s[recruitment]) }];
}

/** An empty post for which nobody is sought: what becomes of it has to be said, at the latest when its last bridge ends. */
function vacancyClocks({ bridges }: DeploymentFacts, today: Day, s: ClockSettings): Wanted[] {
  const last = bridges.findLast((b) => b.until !== null && b.until >= today);
  const vacancy = { group: 'vacancy', holder: 'deskOfficer' as const };
  return [
    last
      ? { ...vacancy, key: `vacancy:${last.id}`, until: last.until!, movable: true }
      : { ...vacancy, key: 'vacancy', work: s.vacancy },
  ];
}

function planClocks(facts: DeploymentFacts, term: Incumbency, s: ClockSettings): Wanted[] {
  const { workPlan } = term;
  if (workPlan.version === 0)
    return [
      {
        key: 'workPlan',
        ...adviserOf(term),
        until: dayGiven(facts, 'workPlan', addDays(term.from, s.workPlanDays)),
        movable: true,
      },
    ];
  return (['rc', 'ohchr'] as const)
    .filter((side) => !workPlan.agreed.some((a) => a.side === side && a.version === workPlan.version))
    .map((side) => ({
      key: `workPlan:${side}`,
      group: 'workPlanAgreement',
      holder: holderOf(facts, side),
      work: s.planAgreement,
    }));
}

const reviewClocks = (facts: DeploymentFacts, { review }: Incumbency, s: ClockSettings): Wanted[] =>
  (['rc', 'ohchr'] as const)
    .filter((side) => !review?.findings.some((f) => f.side === side))
    .map((side) => ({
      key: `midTerm:${side}`,
      group: 'midTerm',
      holder: holderOf(facts, side),
      work: s.midTermReview,
    }));

/** First the wish of the Resident Coordinator, then the decision; what is late goes to the regional team, who plans cover. */
function renewalClocks(facts: DeploymentFacts, { recruitment }: ActiveState, s: ClockSettings): Wanted[] {
  const renewal = presentRenewal(facts);
  if (!renewal) return [];
  if (renewal.decided)
    return renewal.decided.how === 'successor' && recruitment === 'idle'
      ? [{ key: 'succession', holder: 'deskOfficer', work: s.sourcing }]
      : [];
  const holder = renewal.wish ? 'deskOfficer' : coordinatorOf(facts);
  return [
    {
      key: 'renewal',
      holder,
      until: renewal.decideBy,
      movable: true,
      remindBefore: s.renewalRemindBefore,
      ...(holder === 'regionalTeam' ? {} : { superior: 'regionalTeam' as const }),
    },
  ];
}

function closingClocks(facts: DeploymentFacts, term: Incumbency, s: ClockSettings): Wanted[] {
  const exit = term.exit!;
  const day = { until: term.endsOn ?? addDays(exit.openedOn, s.closingOpensDays), movable: true as const };
  const open = (['adviser', 'rc'] as const).filter((side) => !exit.finished.some((f) => f.side === side));
  if (open.length === 0) return [{ key: 'handOver', ...adviserOf(term), ...day }];
  return open.map((side): Wanted => {
    const holder = facts.post.host === null ? ('regionalTeam' as const) : ('rcOffice' as const);
    return { key: `closing:${side}`, group: 'closing', ...(side === 'adviser' ? adviserOf(term) : { holder }), ...day };
  });
}

/** A term that has run out: until somebody records it, nobody knows whether the post is empty. */
const ranOutClocks = (facts: DeploymentFacts, today: Day, s: ClockSettings): Wanted[] =>
  // The day of the clocks is that of the last step; at the duty station it may be the day before still.
  hasRunOut(facts, laterOf(today, facts.asOf)) ? [{ key: 'leaving', holder: 'deskOfficer', work: s.leaving }] : [];

const reportClocks = (term: Incumbency, s: ClockSettings): Wanted[] =>
  term.obligations
    .filter((o) => o.reportId === null)
    .map((o) => ({
      key: `report:${o.id}`,
      group: 'report',
      ...adviserOf(term),
      until: o.dueOn,
      movable: true as const,
      remindBefore: s.reportRemindBefore,
    }));

/** What the product does by itself on a day: one clock with all of it, drawn anew at each step. */
function schedule(facts: DeploymentFacts, { tenure }: ActiveState, s: ClockSettings): Wanted[] {
  const term = presentTerm(facts);
  const steps: Step[] = [];
  const on = (kind: Step['kind'], day: Day) => steps.push({ at: morningOf(day), kind });
  if (term?.endsOn && tenure !== 'closing') {
    const closing = addDays(term.endsOn, -s.closingOpensDays);
    on('START_CLOSING', closing > term.from ? closing : halfway(term.from, term.endsOn));
    if (tenure !== 'renewal' && !presentRenewal(facts)) on('OPEN_RENEWAL', renewalDays(term, term.endsOn, s).opensOn);
    const half = term.obligations.find((o) => o.kind === 'midTerm');
    if (half && !term.review && (tenure === 'serving' || tenure === 'renewal')) on('START_MID_TERM', half.dueOn);
  }
  const ends = facts.post.coverage.flatMap((c) => (c.until !== null && c.until >= facts.asOf ? [c.until] : []));
  // On the day after the end of a term it has run out, unless somebody says what became of it.
  if (term?.endsOn && term.endsOn >= facts.asOf) on('TAKE_EFFECT', addDays(term.endsOn, 1));
  // The locks of a post are those of its last step, so the day after the end of a country's cover is one.
  for (const day of new Set(ends)) on('TAKE_EFFECT', addDays(day, 1));
  const plain = steps.sort((a, b) => (a.at < b.at ? -1 : 1));
  return plain.length
    ? [{ key: 'schedule', holder: 'deskOfficer', until: dayOf(plain[0]!.at), plain, restart: true }]
    : [];
}

/** Whether a clock waits for nobody: the product itself acts on its day. Lists of what is due leave it out. */
export const isSchedule = (clock: Pick<Clock, 'group'>): boolean => clock.group === 'schedule';

/** The clocks that the state of a post asks for: the one place where holder, time and ladder of each state stand. */
export function wantedPostClocks(facts: DeploymentFacts, today: Day, s: ClockSettings): Wanted[] {
  const active = activeState(facts.state);
  if (!active) return [];
  const term = presentTerm(facts);
  const vacant = !term && active.recruitment === 'idle' ? vacancyClocks(facts, today, s) : [];
  // A term of the past was not begun here: nothing of it was drawn up, so nothing of it is waited for.
  const drawnUp = term !== null && term.obligations.length > 0;
  return [
    ...ranOutClocks(facts, today, s),
    ...recruitmentClocks(facts, active, s),
    ...vacant,
    ...(drawnUp && active.tenure !== 'closing' ? planClocks(facts, term, s) : []),
    ...(term && active.tenure === 'midTermReview' ? reviewClocks(facts, term, s) : []),
    ...(term ? renewalClocks(facts, active, s) : []),
    ...(term && active.tenure === 'closing' ? closingClocks(facts, term, s) : []),
    ...(term ? reportClocks(term, s) : []),
    ...schedule(facts, active, s),
  ];
}
