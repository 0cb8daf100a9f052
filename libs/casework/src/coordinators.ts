import type { Pool } from 'pg';
import { isDay, isRcSide, refuse, refuseFields, ROLE_NAMES, type Actor, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { keepable } from './keepable.js';

/** A Resident Coordinator of now or of later. */
export interface CoordinatorTerm {
  id: string;
  person: string;
  email: string;
  countries: string[];
  from: string;
  until: string | null;
}
/** Who follows whom, from which day on. */
export interface SuccessionDraft {
  /** The term that ends, by its identifier. */
  term: string;
  /** The address of who follows. */
  email: string;
  from: string;
}

const TERMS = `SELECT s.id, p.name AS person, p.email, s.countries, s.valid_from::text AS from, s.valid_until::text AS until
  FROM assignment s JOIN person p ON p.id = s.person_id
  WHERE s.role = 'residentCoordinator' AND s.acting_for_id IS NULL AND (s.valid_until IS NULL OR s.valid_until >= $1::date)
  ORDER BY s.countries, s.valid_from LIMIT 500`;
const OTHERS = ROLE_NAMES.filter((role) => !isRcSide(role) && role !== 'consultee' && role !== 'endorser');
const PERSON = `SELECT p.id, EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = ANY($2)
    AND (s.valid_until IS NULL OR s.valid_until >= $3::date)) AS other FROM person p WHERE p.email = lower($1)`;
/** The term of before ends the day before the new one begins: there is never a day with two, or with none. */
const CHANGE = `WITH ended AS (
    UPDATE assignment SET valid_until = $3::date - 1
    WHERE id::text = $1 AND role = 'residentCoordinator' AND acting_for_id IS NULL AND person_id <> $2 AND valid_from < $3::date
      AND (valid_until IS NULL OR valid_until >= $3::date - 1)
    RETURNING countries)
  INSERT INTO assignment (person_id, role, countries, valid_from) SELECT $2, 'residentCoordinator', countries, $3::date FROM ended`;
/**
 * Who is Resident Coordinator, from when to when. A case belongs to the office and not to the person: whoever follows holds
 * it with everything in it, and what was signed before stays signed by who signed it.
 */
export class Coordinators {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly clock: Clock,
  ) {}

  private today = (): string => this.clock.now().toISOString().slice(0, 10);

  /** Whether somebody looks after who holds which office. */
  may = (me: Actor): boolean => me.assignments.some((a) => a.role === 'administrator');

  /** The coordinators of now and of later. */
  async terms(): Promise<CoordinatorTerm[]> {
    return (await this.pool.query<CoordinatorTerm>(TERMS, [this.today()])).rows;
  }

  /** One coordinator follows another from a day on; null when it is recorded. */
  async change(me: Actor, { term, email, from }: SuccessionDraft): Promise<Refusal | null> {
    if (!this.may(me)) return refuse('notYourRole', 'An administrator records who is Resident Coordinator.');
    const { rows } = await this.pool.query<{ id: string; other: boolean }>(PERSON, [
      keepable(email),
      OTHERS,
      this.today(),
    ]);
    const person = rows[0];
    const known = (await this.terms()).find((t) => t.id === term);
    const problems = refuseFields([
      ...(known ? [] : [{ path: 'term', message: 'Choose whom they follow' }]),
      ...(person ? [] : [{ path: 'email', message: 'Enter the address of somebody who has an account' }]),
      ...(person?.other
        ? [{ path: 'email', message: 'They hold an office at OHCHR or elsewhere, which a coordinator cannot have too' }]
        : []),
      ...(known && known.email === keepable(email).toLowerCase()
        ? [{ path: 'email', message: 'They hold this office already' }]
        : []),
      ...(isDay(from)
        ? from < this.today()
          ? [{ path: 'from', message: 'Enter today or a later day: what was signed before stays as it was signed' }]
          : []
        : [{ path: 'from', message: 'Enter the first day of the new coordinator, such as 15 July 2027' }]),
    ]);
    if (problems) return problems;
    const { rowCount } = await this.pool.query(CHANGE, [keepable(term), person!.id, from]);
    return rowCount
      ? null
      : refuseFields([{ path: 'from', message: 'Enter a day within the term that ends, after its first' }]);
  }
}
