import type { RequestFacts } from '../request/facts.js';
import type { Counting, Step, Wanted } from '../time/running.js';
import { addDays, addWorkingDays, morningOf } from '../time/working-days.js';
import { listedEndorsers, takesEndorsements, type Endorser } from './endorser.js';

/** They are reminded before the last day of their link and on it; then the office is told that no answer came. */
function ladder(e: Endorser, { at, settings, calendars, home }: Counting): Step[] {
  const calendar = calendars.of(calendars.stationFor({ holder: 'endorser', personId: e.id }, home));
  const zone = calendar.zone ?? null;
  const before = (n: number) => morningOf(addWorkingDays(e.until, -n, calendar), zone);
  const steps: Step[] = [
    ...settings.remindBefore.map((n): Step => ({ at: before(n), kind: 'reminder' })),
    { at: morningOf(e.until, zone), kind: 'due' },
    { at: morningOf(addDays(e.until, 1), zone), kind: 'escalation' },
  ];
  return steps.filter((step) => step.at > at);
}

/** The clocks of those who are asked to endorse, and for the office of those whom no mail reaches. */
export function endorserClocks(facts: RequestFacts, counting: Counting): Wanted[] {
  if (!takesEndorsements(facts)) return [];
  return listedEndorsers(facts)
    .filter((e) => e.state === 'asked')
    .map((e): Wanted =>
      e.unreached
        ? {
            key: `unreachedEndorser:${e.key}`,
            group: 'unreachedEndorser',
            holder: 'rcOffice',
            work: counting.settings.unreached,
          }
        : {
            key: `endorsement:${e.key}`,
            group: 'endorsement',
            holder: 'endorser',
            personId: e.id,
            until: e.until,
            movable: true,
            plain: ladder(e, counting),
          },
    );
}
