import type { RequestFacts } from '../request/facts.js';
import type { ClockSettings } from '../time/clock-settings.js';
import type { Step, Wanted } from '../time/deadlines.js';
import { addDays, addWorkingDays, morningOf, type Instant, type WorkCalendar } from '../time/working-days.js';
import { listedEndorsers, takesEndorsements, type Endorser } from './endorser.js';

/** They are reminded before the last day of their link and on it; then the office is told that no answer came. */
function ladder(e: Endorser, at: Instant, s: ClockSettings, calendar: WorkCalendar): Step[] {
  const steps: Step[] = [
    ...s.remindBefore.map((n): Step => ({ at: morningOf(addWorkingDays(e.until, -n, calendar)), kind: 'reminder' })),
    { at: morningOf(e.until), kind: 'due' },
    { at: morningOf(addDays(e.until, 1)), kind: 'escalation' },
  ];
  return steps.filter((step) => step.at > at);
}

/** The clocks of those who are asked to endorse, and for the office of those whom no mail reaches. */
export function endorserClocks(facts: RequestFacts, at: Instant, s: ClockSettings, calendar: WorkCalendar): Wanted[] {
  if (!takesEndorsements(facts)) return [];
  return listedEndorsers(facts)
    .filter((e) => e.state === 'asked')
    .map((e): Wanted =>
      e.unreached
        ? { key: `unreachedEndorser:${e.key}`, group: 'unreachedEndorser', holder: 'rcOffice', work: s.unreached }
        : {
            key: `endorsement:${e.key}`,
            group: 'endorsement',
            holder: 'endorser',
            personId: e.id,
            until: e.until,
            movable: true,
            plain: ladder(e, at, s, calendar),
          },
    );
}
