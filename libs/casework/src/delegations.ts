import type { Pool } from 'pg';
import {
  addDays,
  daysBetween,
  isDay,
  isRcSide,
  refuse,
  refuseFields,
  type Actor,
  type FieldProblem,
  type Refusal,
  type Role,
} from '#domain';
import type { Clock } from '#platform';
import { keepable } from './keepable.js';

/** Somebody who acts for an approver between two days. */
export interface Delegation {
  id: string;
  person: string;
  from: string;
  until: string;
}
/** For whom somebody acts, as what, and between which days. */
export interface ActingFor extends Omit<Delegation, 'id' | 'until'> {
  role: Role;
  until: string | null;
}
/** To whom, and from which day to which. */
export interface DelegationDraft {
  to: string;
  from: string;
  until: string;
}

/** The roles of OHCHR: an approver is stood in for by a colleague, never by a party to a request. */
const COLLEAGUES: Role[] = ['deskOfficer', 'panelChair', 'reviewer', 'approver', 'regionalOffice'];
const RC_SIDE: Role[] = ['rcOffice', 'residentCoordinator', 'actingCoordinator'];
const LONGEST_DAYS = 90;
const MAY = refuse(
  'notYourRole',
  'An approver of OHCHR lets a colleague act for them. You are not one, or you act for one yourself.',
);

const OPEN = `SELECT s.id, p.name AS person, s.valid_from::text AS from, s.valid_until::text AS until
  FROM assignment s JOIN person p ON p.id = s.person_id
  WHERE s.acting_for_id = $1 AND s.role = 'approver' AND s.valid_until >= $2::date ORDER BY s.valid_from, p.name LIMIT 100`;
const HELD = `SELECT s.acting_for AS person, s.role, s.valid_from::text AS from, s.valid_until::text AS until
  FROM assignment s WHERE s.person_id = $1 AND s.acting_for IS NOT NULL AND (s.valid_until IS NULL OR s.valid_until >= $2::date)
  ORDER BY s.valid_from, s.acting_for LIMIT 20`;
const WHO = `SELECT p.id, p.name, p.title FROM person p
  WHERE p.id <> $1 AND EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = ANY($3) AND s.acting_for_id IS NULL
      AND s.valid_from <= $2::date AND (s.valid_until IS NULL OR s.valid_until >= $2::date))
    AND NOT EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = ANY($4) AND (s.valid_until IS NULL OR s.valid_until >= $2::date))
  ORDER BY p.name LIMIT 500`;
/** What the approver holds in their own right goes over, for the days that it is theirs. */
const GIVE = `INSERT INTO assignment (person_id, role, regions, countries, acting_for, acting_for_id, valid_from, valid_until)
  SELECT $2, 'approver', s.regions, s.countries, $3, $1, greatest($4::date, s.valid_from), least($5::date, s.valid_until)
  FROM assignment s WHERE s.person_id = $1 AND s.role = 'approver' AND s.acting_for_id IS NULL AND s.acting_for IS NULL
    AND s.valid_from <= $5::date AND (s.valid_until IS NULL OR s.valid_until >= $4::date)
    AND NOT EXISTS (SELECT FROM assignment o WHERE o.person_id = $2 AND o.acting_for_id = $1
      AND o.valid_from <= $5::date AND o.valid_until >= $4::date)`;
/** Ended from this day on; one that has not begun was never in force. */
const END = `UPDATE assignment SET valid_until = greatest(valid_from - 1, $3::date - 1)
  WHERE id::text = $2 AND acting_for_id = $1 AND role = 'approver' AND valid_until >= $3::date`;

/** An approver lets a colleague act for them between two days; whatever they do is recorded as acting for. */
export class Delegations {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  private today = (): string => this.clock.now().toISOString().slice(0, 10);

  /** Whether somebody decides in their own right, and so may let another act for them. */
  may = (me: Actor): boolean => me.assignments.some((a) => a.role === 'approver' && !a.actingFor);

  /** Those who act for this approver now or later. */
  async of(me: Actor): Promise<Delegation[]> {
    return (await this.pool.query<Delegation>(OPEN, [me.id, this.today()])).rows;
  }

  /** For whom this person acts now or later: an approver, or a Resident Coordinator. */
  async heldBy(me: Actor): Promise<ActingFor[]> {
    return (await this.pool.query<ActingFor>({ name: 'acting-for', text: HELD, values: [me.id, this.today()] })).rows;
  }

  /** The colleagues who can act for this approver. */
  async colleagues(me: Actor): Promise<{ id: string; name: string; title: string }[]> {
    const { rows } = await this.pool.query<{ id: string; name: string; title: string }>(WHO, [
      me.id,
      this.today(),
      COLLEAGUES.filter((role) => !isRcSide(role)),
      RC_SIDE,
    ]);
    return rows;
  }

  /** Lets a colleague act for this approver. */
  async give(me: Actor, { to, from, until }: DelegationDraft): Promise<Refusal | null> {
    if (!this.may(me)) return MAY;
    const known = (await this.colleagues(me)).some((p) => p.id === to);
    const problems = refuseFields([
      ...(known ? [] : [{ path: 'to', message: 'Choose a colleague of OHCHR' }]),
      ...daysProblems(from, until, this.today()),
    ]);
    if (problems) return problems;
    const { rowCount } = await this.pool.query(GIVE, [me.id, to, me.name, from, until]);
    return rowCount
      ? null
      : refuseFields([
          { path: 'from', message: 'They act for you on some of these days already, or you are no approver on them' },
        ]);
  }

  /** Ends it from today on; what was done before stays as it was recorded. */
  async end(me: Actor, id: string): Promise<Refusal | null> {
    const { rowCount } = await this.pool.query(END, [me.id, keepable(id), this.today()]);
    return rowCount ? null : refuse('notFound', 'There is no such delegation of yours, or it is over.');
  }
}

function daysProblems(from: string, until: string, today: string): FieldProblem[] {
  if (!isDay(from)) return [{ path: 'from', message: 'Enter the first day, such as 15 July 2027' }];
  if (from < today) return [{ path: 'from', message: 'Enter today or a later day' }];
  if (!isDay(until)) return [{ path: 'until', message: 'Enter the last day, such as 30 July 2027' }];
  if (until < from) return [{ path: 'until', message: 'Enter a day on or after the first one' }];
  return daysBetween(from, until) >= LONGEST_DAYS || from > addDays(today, 365)
    ? [{ path: 'until', message: `Enter ${LONGEST_DAYS} days or fewer, within the next year` }]
    : [];
}
