import { isRcSide, noticeRule, speaksFor, type Actor, type Clock, type Day, type NoticeName, type Role } from '#domain';
import type { CaseTold } from './case-told.js';
import type { Addressee } from './audience.js';

/** Whether two roles speak for one side. */
export const sameSide = (a: Role, b: Role): boolean => a === b || (isRcSide(a) && isRcSide(b));

/** Whether a clock that runs against a region runs against this person's part of it. */
function speaks(person: Actor, told: CaseTold, clock: Clock): boolean {
  const party = told.party(clock);
  return party ? person.assignments.some((a) => speaksFor(a, party)) : clock.region === null;
}

/** Whether a clock is the one that a notice asks its reader to keep. */
function isAskedBy(told: Pick<CaseTold, 'task'>, notice: NoticeName, clock: Clock): boolean {
  const { asks, task } = noticeRule(notice);
  return clock.group === asks && (task === undefined || told.task(clock) === task);
}

/** Whether what a notice asks for is over for everybody. */
export function askIsOver(told: Pick<CaseTold, 'clocks' | 'task'>, notice: NoticeName): boolean {
  const { group, asks } = noticeRule(notice);
  return group === 'duties' && asks !== undefined && !told.clocks.some((c) => isAskedBy(told, notice, c));
}

/** The day by which the reader of a notice has to act; null when nothing waits on them, or does not any more. */
export function dueFor(told: CaseTold, notice: NoticeName, { person, as }: Addressee): Day | null {
  const theirs = told.clocks.filter(
    (c) =>
      isAskedBy(told, notice, c) &&
      c.stoppedWith === null &&
      sameSide(c.holder, as) &&
      (c.personId === null || c.personId === person.id) &&
      speaks(person, told, c),
  );
  return theirs.map((c) => c.dueOn).sort()[0] ?? null;
}
