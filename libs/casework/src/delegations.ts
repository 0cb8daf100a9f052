import type { Pool } from 'pg';
import {
  addDays,
  dayIn,
  daysBetween,
  isDay,
  isRcSide,
  refuse,
  refuseFields,
  ROLE_NAMES,
  type Actor,
  type Assignment,
  type FieldProblem,
  type Refusal,
  type Role,
} from '#domain';
import type { Clock } from '#platform';
import { dayThere, inForceAt } from './assignments-in-force.js';
import { keepable } from './keepable.js';
import type { ReferenceData } from './reference-data.js';

/** Somebody who acts for another between two days. */
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
/** What somebody can let another do for them. */
export type Delegable = 'approver' | 'residentCoordinator';

/** The role that the other holds meanwhile. */
const HELD_AS: Record<Delegable, Role> = { approver: 'approver', residentCoordinator: 'actingCoordinator' };
const RC_SIDE = ROLE_NAMES.filter(isRcSide);
/** The roles of OHCHR: an approver is stood in for by a colleague, never by a party to a request. */
const OHCHR: Role[] = ['deskOfficer', 'panelChair', 'reviewer', 'approver', 'regionalOffice'];
/** Who can stand in for whom, and what nobody who does may hold besides. */
const AMONG: Record<Delegable, { roles: Role[]; never: Role[]; choose: string }> = {
  approver: { roles: OHCHR, never: RC_SIDE, choose: 'Choose a colleague of OHCHR' },
  residentCoordinator: {
    roles: ['rcOffice'],
    never: [...OHCHR, 'regionalTeam', 'fundManager', 'auditor', 'administrator', 'adviser'],
    choose: 'Choose somebody of your office',
  },
};
const LONGEST_DAYS = 90;
const MAY = refuse(
  'notYourRole',
  'An approver of OHCHR and a Resident Coordinator let somebody act for them. You are neither, or you act for one yourself: what is delegated cannot be passed on.',
);

const OPEN = `SELECT s.id, p.name AS person, s.valid_from::text AS from, s.valid_until::text AS until
  FROM assignment s JOIN person p ON p.id = s.person_id
  WHERE s.acting_for_id = $1 AND s.role = $3 AND s.valid_until >= ${dayThere('s', '$2')} ORDER BY s.valid_from, p.name LIMIT 100`;
/** Never beyond the last day of whoever let them: nobody acts for somebody who holds the office no more. */
const HELD = `SELECT s.acting_for AS person, s.role, s.valid_from::text AS from, nullif(least(s.valid_until, g.until), 'infinity')::text AS until
  FROM assignment s CROSS JOIN LATERAL (SELECT max(coalesce(g.valid_until, 'infinity')) AS until FROM assignment g
    WHERE g.person_id = s.acting_for_id AND g.acting_for_id IS NULL AND g.countries @> s.countries AND g.regions @> s.regions
      AND g.role = CASE s.role WHEN 'actingCoordinator' THEN 'residentCoordinator' ELSE s.role END) g
  WHERE s.person_id = $1 AND s.acting_for IS NOT NULL AND (s.valid_until IS NULL OR s.valid_until >= ${dayThere('s', '$2')})
    AND (s.acting_for_id IS NULL OR g.until >= greatest(s.valid_from, ${dayThere('s', '$2')}))
  ORDER BY s.valid_from, s.acting_for LIMIT 20`;
/** Of an office, whoever serves every country that goes over, in one assignment or in several. */
const WHO = `SELECT p.id, p.name, p.title FROM person p
  WHERE p.id <> $1 AND EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = ANY($3) AND s.acting_for_id IS NULL
      AND ${inForceAt('s', '$2')})
    AND (SELECT coalesce(array_agg(c), '{}') FROM assignment s, unnest(s.countries) AS c
      WHERE s.person_id = p.id AND s.role = ANY($3) AND s.acting_for_id IS NULL AND ${inForceAt('s', '$2')}) @> $5::text[]
    AND NOT EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = ANY($4) AND (s.valid_until IS NULL OR s.valid_until >= ${dayThere('s', '$2')}))
  ORDER BY p.name LIMIT 500`;
/** What somebody holds in their own right goes over, for the days that it is theirs. */
const GIVE = `INSERT INTO assignment (person_id, role, regions, countries, acting_for, acting_for_id, valid_from, valid_until, zone)
  SELECT $2, $6, s.regions, s.countries, $3, $1, greatest($4::date, s.valid_from), least($5::date, s.valid_until), $8
  FROM assignment s WHERE s.person_id = $1 AND s.role = $7 AND s.acting_for_id IS NULL AND s.acting_for IS NULL
    AND s.valid_from <= $5::date AND (s.valid_until IS NULL OR s.valid_until >= $4::date)
    AND NOT EXISTS (SELECT FROM assignment o WHERE o.person_id = $2 AND o.acting_for_id = $1
      AND o.valid_from <= $5::date AND o.valid_until >= $4::date)`;
/** Ended from this day on; one that has not begun was never in force. */
const END = `UPDATE assignment s SET valid_until = greatest(s.valid_from - 1, ${dayThere('s', '$3')} - 1)
  WHERE s.id::text = $2 AND s.acting_for_id = $1 AND s.role = $4 AND s.valid_until >= ${dayThere('s', '$3')}`;

/** What somebody holds in their own right and can let another do for them. */
const ownOf = (me: Actor): (Assignment & { role: Delegable }) | null => {
  const own = me.assignments.find((a) => (a.role === 'approver' || a.role === 'residentCoordinator') && !a.actingFor);
  return (own as Assignment & { role: Delegable }) ?? null;
};

/** Every country whose coordinator somebody is in their own right. */
const countriesOf = (me: Actor): string[] => [
  ...new Set(
    me.assignments.filter((a) => a.role === 'residentCoordinator' && !a.actingFor).flatMap((a) => a.countries),
  ),
];

/** Somebody lets another act for them between two days; whatever that other does is recorded as acting for them. */
export class Delegations {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: Pick<ReferenceData, 'zoneOf'>,
  ) {}

  private now = (): string => this.clock.now().toISOString();

  /** What somebody decides or signs in their own right, and so may let another do for them; null where that is nothing. */
  kind = (me: Actor): Delegable | null => ownOf(me)?.role ?? null;

  /** Whether somebody may let another act for them. */
  may = (me: Actor): boolean => ownOf(me) !== null;

  /** The time zone in which the days of a delegation are counted: that of the first country whose coordinator it is; null for UTC. */
  zone = (me: Actor): string | null => this.reference.zoneOf(ownOf(me)?.countries[0] ?? '');

  /** Those who act for this person now or later. */
  async of(me: Actor): Promise<Delegation[]> {
    const kind = this.kind(me);
    if (!kind) return [];
    return (await this.pool.query<Delegation>(OPEN, [me.id, this.now(), HELD_AS[kind]])).rows;
  }

  /** For whom this person acts now or later: an approver, or a Resident Coordinator. */
  async heldBy(me: Actor): Promise<ActingFor[]> {
    return (await this.pool.query<ActingFor>({ name: 'acting-for', text: HELD, values: [me.id, this.now()] })).rows;
  }

  /** Who can act for this person. */
  async colleagues(me: Actor): Promise<{ id: string; name: string; title: string }[]> {
    const own = ownOf(me);
    if (!own) return [];
    const { roles, never } = AMONG[own.role];
    const { rows } = await this.pool.query<{ id: string; name: string; title: string }>(WHO, [
      me.id,
      this.now(),
      roles,
      never,
      own.role === 'residentCoordinator' ? countriesOf(me) : [],
    ]);
    return rows;
  }

  /** Lets somebody act for this person. */
  async give(me: Actor, { to, from, until }: DelegationDraft): Promise<Refusal | null> {
    const kind = this.kind(me);
    if (!kind) return MAY;
    const known = (await this.colleagues(me)).some((p) => p.id === to);
    const zone = this.zone(me);
    const problems = refuseFields([
      ...(known ? [] : [{ path: 'to', message: AMONG[kind].choose }]),
      ...daysProblems(from, until, dayIn(zone, this.now())),
    ]);
    if (problems) return problems;
    const { rowCount } = await this.pool.query(GIVE, [me.id, to, me.name, from, until, HELD_AS[kind], kind, zone]);
    return rowCount
      ? null
      : refuseFields([
          {
            path: 'from',
            message: 'They act for you on some of these days already, or you do not hold the office on them yourself',
          },
        ]);
  }

  /** Ends it from today on; what was done before stays as it was recorded. */
  async end(me: Actor, id: string): Promise<Refusal | null> {
    const kind = this.kind(me);
    const values = [me.id, keepable(id), this.now(), kind && HELD_AS[kind]];
    const { rowCount } = await this.pool.query(END, values);
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
