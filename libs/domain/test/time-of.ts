import {
  addWorkingDays,
  calendarsOf,
  clocksFit,
  DEFAULT_CLOCKS,
  laterOf,
  type DeploymentFacts,
  type RequestFacts,
  type Role,
} from '../src/index.js';

/** A clock with which this can be done in a role, and a day for it. */
export function timeOf(
  {
    facts,
    who,
    today,
  }: { facts?: RequestFacts | DeploymentFacts | null | undefined; who?: { role: Role; id: string }; today?: string },
  type: Parameters<typeof clocksFit>[2],
): { clock: string; until: string } {
  const usual = type === 'ASK_MORE_TIME' ? 'rcOffice' : 'deskOfficer';
  const fit = facts ? clocksFit(facts, who ?? { role: usual, id: 'nobody' }, type) : [];
  // What is late is given more time and not stopped.
  const clock = fit.find((c) => !today || c.dueOn >= today) ?? fit[0];
  if (!clock) return { clock: 'none', until: '2027-03-31' };
  const { weekends } = DEFAULT_CLOCKS;
  const calendar = calendarsOf({ weekends }).of(clock.station);
  const from = type === 'STOP_CLOCK' ? (today ?? clock.startedAt.slice(0, 10)) : laterOf(clock.dueOn, today ?? '');
  return { clock: clock.key, until: addWorkingDays(from, 2, calendar) };
}
