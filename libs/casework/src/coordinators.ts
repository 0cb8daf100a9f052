import type { Pool } from 'pg';
import {
  inWords,
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
import { wholly, type Connection } from './transaction.js';

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
  /** It has not begun and follows another term, so it can be taken back. */
  ahead: boolean;
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

/** The term that ended the day before another begins. */
const before = (s: string): string =>
  `SELECT FROM assignment o WHERE o.role = 'residentCoordinator' AND o.acting_for_id IS NULL AND o.countries = ${s}.countries AND o.valid_until = ${s}.valid_from - 1`;
const TERMS = `SELECT s.id, p.name AS person, p.email, s.countries, s.valid_from::text AS from, s.valid_until::text AS until,
    (SELECT count(*)::integer FROM request r WHERE r.is_open AND r.countries && s.countries) AS open, s.mails_held AND s.valid_from >= $1::date AS held,
    s.valid_from > $1::date AND EXISTS (${before('s')}) AS ahead
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
/** Of two who record who follows, the second waits for the first, and finds that term. */
const ONE_AT_A_TIME = 'SELECT FROM assignment WHERE id = $1::uuid FOR UPDATE';
/** The one before stays for as long as it would have been. $2 is today. */
const TAKE_BACK = `WITH gone AS (
    DELETE FROM assignment s WHERE s.id::text = $1 AND s.role = 'residentCoordinator' AND s.acting_for_id IS NULL AND s.valid_from > $2::date AND EXISTS (${before('s')})
    RETURNING s.countries, s.valid_from, s.valid_until)
  UPDATE assignment o SET valid_until = g.valid_until FROM gone g
  WHERE o.role = 'residentCoordinator' AND o.acting_for_id IS NULL AND o.countries = g.countries AND o.valid_until = g.valid_from - 1`;
const NOT_YOURS = refuse('notYourRole', 'An administrator records who is Resident Coordinator.');
/**
 * Who is Resident Coordinator, from when to when. A case belongs to the office and not to the person: whoever follows holds
 * it with everything in it, and what was signed before stays signed by who signed it.
 */
export class Coordinators {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly names: Pick<ReferenceData, 'countryName'>,
  ) {}

  private today = (): string => this.clock.now().toISOString().slice(0, 10);

  /** Whether somebody looks after who holds which office. */
  may = (me: Actor): boolean => me.assignments.some((a) => a.role === 'administrator');

  /** The coordinators of now and of later. */
  async terms(on: Connection = this.pool): Promise<CoordinatorTerm[]> {
    return (await on.query<CoordinatorTerm>(TERMS, [this.today()])).rows;
  }

  /** Takes back that somebody follows, before their first day; null when it is. */
  async takeBack(me: Actor, term: string): Promise<Refusal | null> {
    if (!this.may(me)) return NOT_YOURS;
    const { rowCount } = await this.pool.query(TAKE_BACK, [keepable(term), this.today()]);
    return rowCount ? null : refuse('notFound', 'There is no such term, or it has begun and cannot be taken back.');
  }

  /** One coordinator follows another from a day on; null when it is recorded. */
  async change(me: Actor, draft: SuccessionDraft): Promise<Refusal | null> {
    if (!this.may(me)) return NOT_YOURS;
    const { term, email, from } = draft;
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
    return wholly(
      this.pool,
      (on) => this.record(on, known!, person!.id, draft),
      (refused) => refused === null,
    );
  }

  private async record(
    on: Connection,
    { id, countries }: CoordinatorTerm,
    personId: string,
    { email, from, hold = false }: SuccessionDraft,
  ): Promise<Refusal | null> {
    await on.query(ONE_AT_A_TIME, [id]);
    const after = (await this.terms(on)).filter(
      (t) => t.id !== id && t.countries.some((c) => countries.includes(c)) && (t.until === null || t.until >= from),
    );
    // A second click is answered like the first.
    if (after.some((t) => t.from === from && t.email === keepable(email).toLowerCase())) return null;
    if (after[0]) {
      const message = `${after[0].person} follows from ${inWords(after[0].from)} already: take that back first, or choose them as the one who is followed`;
      return refuseFields([{ path: 'term', message }]);
    }
    const { rowCount } = await on.query(CHANGE, [id, personId, from, hold]);
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
