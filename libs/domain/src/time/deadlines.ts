import { withOutdatedAdvice } from '../consultation/consultee.js';
import { endorserClocks } from '../endorsing/clocks.js';
import type { Role } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import { arrangementClocks, fundsClock } from '../request/clocks-arrangements.js';
import { activeReviewers, lastDecision, type RequestFacts } from '../request/facts.js';
import { assessmentOf, stateName } from '../request/states.js';
import { leadOf } from '../together/together.js';
import type { Calendars, Home } from './calendars.js';
import { SUPERIOR, type ClockSettings } from './clock-settings.js';
import {
  clocksFor,
  type Clock,
  type ClockChange,
  type Counting,
  type Step,
  type StepKind,
  type Wanted,
} from './running.js';
import { addDays, dayOf, endOf, morningOf, type Instant } from './working-days.js';

export type { Clock, Step, StepKind, Wanted };

const lapse = (at: Instant, days: number, kind: StepKind): Step => ({ at: endOf(addDays(dayOf(at), days)), kind });

/** Whoever is asked has their full time, whether or not the case waits for them: until the panel recommends, advice is taken. */
const adviceClocks = (facts: RequestFacts, s: ClockSettings): Wanted[] =>
  facts.consultation
    .filter((c) => c.state === 'awaited')
    .map((c) => ({
      key: `consultation:${c.key}`,
      group: 'consultation',
      holder: c.role,
      ...(c.region ? { region: c.region } : {}),
      ...(c.office ? { office: c.office.code } : {}),
      ...(c.until ? { until: c.until, movable: true as const } : { work: s.consultation }),
      atDue: 'RECORD_SILENCE',
    }));
/** A party that no mail reaches has to be reached in another way: that is the desk officer's. */
const unreachedClocks = (facts: RequestFacts, s: ClockSettings): Wanted[] =>
  facts.consultation
    .filter((c) => c.state === 'awaited' && c.unreached)
    .map((c) => ({ key: `unreached:${c.key}`, group: 'unreached', holder: 'deskOfficer', work: s.unreached }));

/** What was advised before a new version is asked for again or let stand: nobody else would think of it. */
const outdatedClock = (facts: RequestFacts, s: ClockSettings): Wanted[] =>
  facts.adviceToLookAt && withOutdatedAdvice(facts).length > 0
    ? [{ key: 'outdatedAdvice', holder: 'deskOfficer', work: s.outdatedAdvice }]
    : [];
/** Clocks of work beside the state of a case, which is OHCHR’s own: nobody outside waits for it, or learns who does it. */
export const isBeside = ({ group }: Pick<Clock, 'group'>): boolean =>
  group === 'unreached' || group === 'outdatedAdvice' || group === 'appointment';

function assessmentClocks(facts: RequestFacts, s: ClockSettings): Wanted[] {
  const { review } = assessmentOf(facts.state)!;
  const stopped = review === 'clarification';
  const shared = { group: 'review', work: s.review, stopped };
  const wanted = [...adviceClocks(facts, s), ...unreachedClocks(facts, s), ...outdatedClock(facts, s)];
  if (stopped) wanted.push({ key: 'clarification', holder: 'rcOffice', work: s.clarification });
  const pending =
    review === 'scoring' || review === 'clarification'
      ? activeReviewers(facts).filter((r) => r.state !== 'scored')
      : [];
  for (const r of pending) {
    const theirs = { holder: 'reviewer', personId: r.person.id } as const;
    wanted.push({ ...shared, ...theirs, key: `review:${r.person.id}` });
    // It is not theirs alone to wait for: whoever does not answer is chased, and then the desk officer is told.
    if (r.state === 'appointed')
      wanted.push({ ...theirs, key: `appointment:${r.person.id}`, group: 'appointment', work: s.appointment });
  }
  const short = activeReviewers(facts).length < (facts.framework?.minimumReviewers ?? 2);
  if (review === 'appointing' || ((review === 'scoring' || stopped) && (short || pending.length === 0)))
    wanted.push({ ...shared, key: 'review', holder: 'deskOfficer' });
  if (review === 'revealed' || review === 'moderation') wanted.push({ ...shared, key: 'review', holder: 'panelChair' });
  return wanted;
}

const draftClock = (at: Instant, s: ClockSettings): Wanted => ({
  key: 'draft',
  holder: 'rcOffice',
  until: addDays(dayOf(at), s.draftExpiryDays),
  restart: true,
  plain: [
    { at: morningOf(addDays(dayOf(at), s.draftReminderDays)), kind: 'reminder' },
    lapse(at, s.draftExpiryDays, 'EXPIRE'),
  ],
});

/** The clocks that the state of a case asks for: the one place where holder, time and ladder of each state stand. */
function wantedClocks(facts: RequestFacts, at: Instant, s: ClockSettings): Wanted[] {
  switch (stateName(facts.state)) {
    case 'draft':
      return [draftClock(at, s)];
    case 'screening':
      return [{ key: 'screening', holder: 'deskOfficer', work: s.screening }];
    case 'returned':
      return [
        {
          key: 'returned',
          holder: 'rcOffice',
          work: s.returned,
          extra: [lapse(facts.returned?.at ?? at, s.returnedLapseDays, 'LAPSE')],
        },
      ];
    case 'assessment':
      return assessmentClocks(facts, s);
    case 'recommendation':
      return [
        { key: 'recommendation', holder: 'panelChair', work: s.recommendation },
        ...adviceClocks(facts, s),
        ...unreachedClocks(facts, s),
        ...outdatedClock(facts, s),
      ];
    case 'decision':
      return [{ key: 'decision', holder: 'approver', work: s.decision }];
    case 'offered':
      return [{ key: 'offered', holder: 'residentCoordinator', work: s.offered }];
    case 'deferred':
      return [{ key: 'deferred', holder: 'deskOfficer', until: lastDecision(facts)?.until ?? dayOf(at) }];
    case 'awaitingFunds':
      return [fundsClock(facts, at, s)];
    case 'arrangements':
      return arrangementClocks(facts, at, s);
    default:
      return [];
  }
}

/** Where a request is at home: in the country of the office that leads it. */
export const homeOf = (facts: Pick<RequestFacts, 'summary' | 'together' | 'offerSigning' | 'state'>): Home => ({
  country: leadOf(facts)[0] ?? null,
  regions: facts.summary.regions,
});

/** The clocks of a request after a step, with what the step itself does to those that go on. */
export function clocksAfter(
  facts: RequestFacts,
  previous: Clock[],
  { at, clocks: settings, calendars }: { at: Instant; clocks: ClockSettings; calendars: Calendars },
  change?: ClockChange,
): Clock[] {
  const counting: Counting = { at, track: facts.summary.track, settings, calendars, home: homeOf(facts) };
  const wanted = [...wantedClocks(facts, at, settings), ...endorserClocks(facts, counting)];
  return clocksFor(wanted, previous, counting, change);
}

/** To whom it is carried when it is overdue: the superior of the holder, unless the clock names somebody. */
export const escalatesTo = (clock: Pick<Clock, 'holder' | 'superior'>): Role | null =>
  clock.superior ?? SUPERIOR[clock.holder];

/** A clock acts only when its own time has come: a step in between may have moved or ended it. */
export const clockRefusal = (facts: { clocks: Clock[] }, kind: StepKind, at: Instant): Refusal | null =>
  facts.clocks.some((clock) => clock.steps.some((step) => step.kind === kind && step.at <= at))
    ? null
    : refuse('notReady', 'The time for this has not come yet.');
