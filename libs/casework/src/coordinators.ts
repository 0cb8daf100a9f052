import type { Pool } from 'pg';
import {
  isDay,
  isRcSide,
  refuse,
  refuseFields,
  ROLE_NAMES,
  type Actor,
  type FieldProblem,
  type Refusal,
} from '#domain';
import type { Clock } from '#platform';
import { keepable } from './keepable.js';
import type { ReferenceData } from './reference-data.js';

/** A Resident Coordinator of now or of later. */
export interface CoordinatorTerm {
  id: string;
  person: string;
  email: string;
  countries: string[];
  from: string;
  until: string | null;
  /** Open requests of these countries: so many mails go to whoever follows, on their first day. */
  open: number;
  /** Those mails wait until an administrator lets them go. */
  held: boolean;
}
/** Who follows whom, from which day on. */
export interface SuccessionDraft {
  /** The term that ends, by its identifier. */
  term: string;
  /** The address of who follows. */
  email: string;
  from: string;
  /** It was seen that they keep an office in other countries too. */
  both?: boolean;
  /** The mails of the first day wait until an administrator lets them go. */
  hold?: boolean;
}

const TERMS = `SELECT s.id, p.name AS person, p.email, s.countries, s.valid_from::text AS from, s.valid_until::text AS until,
    (SELECT count(*)::integer FROM request r WHERE r.is_open AND r.countries && s.countries) AS open, s.mails_held AND s.valid_from >= $1::date AS held
  FROM assignment s JOIN person p ON p.id = s.person_id
  WHERE s.role = 'residentCoordinator' AND s.acting_for_id IS NULL AND (s.valid_until IS NULL OR s.valid_until >= $1::date)
  ORDER BY s.countries, s.valid_from LIMIT 500`;
const OTHERS = ROLE_NAMES.filter((role) => !isRcSide(role) && role !== 'consultee' && role !== 'endorser');
const OFFICE = ROLE_NAMES.filter(isRcSide);
const PERSON = `SELECT p.id, EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = ANY($2)
    AND (s.valid_until IS NULL OR s.valid_until >= $3::date)) AS other,
  ARRAY(SELECT DISTINCT c FROM assignment s, unnest(s.countries) c WHERE s.person_id = p.id AND s.role = ANY($4)
    AND (s.valid_until IS NULL OR s.valid_until::text >= $5) ORDER BY c LIMIT 40) AS offices
  FROM person p WHERE p.email = lower($1)`;
/** What is known of who would follow. */
interface Successor {
  id: string;
  /** They hold an office that no coordinator can have. */
  other: boolean;
  /** The countries in whose offices they are on the first day, or later. */
  offices: string[];
}
/** The term of before ends the day before the new one begins: there is never a day with two, or with none. */
const CHANGE = `WITH ended AS (
    UPDATE assignment SET valid_until = $3::date - 1
    WHERE id::text = $1 AND role = 'residentCoordinator' AND acting_for_id IS NULL AND person_id <> $2 AND valid_from < $3::date
      AND (valid_until IS NULL OR valid_until >= $3::date - 1)
    RETURNING countries)
  INSERT INTO assignment (person_id, role, countries, valid_from, mails_held) SELECT $2, 'residentCoordinator', countries, $3::date, $4 FROM ended`;
/**
 * Who is Resident Coordinator, from when to when. A case belongs to the office and not to the person: whoever follows holds
 * it with everything in it, and what was signed before stays signed by who signed it.
 */
export class Coordinators {
  constructor(
    private readonly pool: Pick<Pool, 'query'>,
    private readonly clock: Clock,
    private readonly names: Pick<ReferenceData, 'countryName'>,
  ) {}

  private today = (): string => this.clock.now().toISOString().slice(0, 10);

  /** Whether somebody looks after who holds which office. */
  may = (me: Actor): boolean => me.assignments.some((a) => a.role === 'administrator');

  /** The coordinators of now and of later. */
  async terms(): Promise<CoordinatorTerm[]> {
    return (await this.pool.query<CoordinatorTerm>(TERMS, [this.today()])).rows;
  }

  /** One coordinator follows another from a day on; null when it is recorded. */
  async change(me: Actor, draft: SuccessionDraft): Promise<Refusal | null> {
    if (!this.may(me)) return refuse('notYourRole', 'An administrator records who is Resident Coordinator.');
    const { term, email, from, hold = false } = draft;
    const { rows } = await this.pool.query<Successor>(PERSON, [
      keepable(email),
      OTHERS,
      this.today(),
      OFFICE,
      isDay(from) ? from : null,
    ]);
    const person = rows[0];
    const known = (await this.terms()).find((t) => t.id === term);
    const problems = refuseFields([...this.problems(draft, known, person), ...this.elsewhere(draft, known, person)]);
    if (problems) return problems;
    const { rowCount } = await this.pool.query(CHANGE, [keepable(term), person!.id, from, hold]);
    return rowCount
      ? null
      : refuseFields([{ path: 'from', message: 'Enter a day within the term that ends, after its first' }]);
  }

  private problems({ email, from }: SuccessionDraft, known?: CoordinatorTerm, person?: Successor): FieldProblem[] {
    return [
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
    ];
  }

  /** Who works for other countries on the first day is a mistake more often than not, so it is asked once. */
  private elsewhere({ both, from }: SuccessionDraft, known?: CoordinatorTerm, person?: Successor): FieldProblem[] {
    const others = person?.offices.filter((c) => !known?.countries.includes(c)) ?? [];
    if (!known || !isDay(from) || others.length === 0 || both) return [];
    const places = others.map((c) => this.names.countryName(c)).join(' and ');
    const message = `On that day they still belong to another office, that of ${places}. Record first who follows them there, or confirm that they keep both`;
    return [{ path: 'both', message }];
  }
}
