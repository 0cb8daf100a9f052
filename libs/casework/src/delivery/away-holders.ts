import type { Pool } from 'pg';
import {
  holdersFor,
  isAwayOn,
  keysFor,
  nobodyThere,
  postTodosFor,
  todosFor,
  type Actor,
  type Clock as CaseClock,
  type Day,
} from '#domain';
import type { Clock } from '#platform';
import { awayAt } from '../absences.js';
import { dayThere } from '../assignments-in-force.js';
import { People } from '../people.js';
import { postsToDo } from '../read/posts.js';
import { EACH_WHO_WORKS, requestsToDo } from '../read/work.js';
import { reachOf, type Addressee, type Candidate, type PlaceNames } from './audience.js';
import { candidatesFor } from './candidates.js';
import { isPost, type AnyFacts } from './case-told.js';
import type { Told } from './told.js';

/** That nobody is there who holds a clock, or that somebody acts for whoever does. */
export interface HolderAway {
  until: Day;
  /** The names of those who act for them. */
  deputies: string[];
  /** What they said of it. */
  note: string;
}
interface Begun {
  id: string;
  personId: string;
  from: Day;
  until: Day;
}
/** A case that waits for somebody who is away, with the absences in which it does. */
interface Held {
  facts: AnyFacts;
  revision: number;
  absences: string[];
}
interface Waiting extends Omit<Held, 'absences'> {
  absence: Begun;
  clock: CaseClock;
}

const AT_ONCE = 50;
/** Each day of an absence once; $1 is for the place of a name, $2 now. */
const BEGUN = `
  SELECT x.id, x.person_id AS "personId", x.from_day::text AS "from", x.until_day::text AS until FROM absence x
  WHERE x.returned_at IS NULL AND ${awayAt('x', '$2')} AND x.looked_on IS DISTINCT FROM ${dayThere('x', '$2')} ORDER BY x.id LIMIT $1`;
/** The cases of a kind with a clock that falls due in one of these absences and may be its person’s, each case once. */
const held = (table: 'request' | 'deployment', toDo: typeof requestsToDo): string => `
  SELECT r.facts, r.revision, h.absences FROM (
    SELECT c.id, array_agg(w.absence) AS absences
    FROM jsonb_to_recordset($1::jsonb) AS w(absence uuid, id uuid, roles text[], "any" text[], "none" text[], "from" date, until date)
    CROSS JOIN LATERAL (${toDo('r.id', EACH_WHO_WORKS, 'd.due_on BETWEEN w."from" AND w.until')}) c GROUP BY c.id) h
  JOIN ${table} r ON r.id = h.id`;
const HELD = `${held('request', requestsToDo)} UNION ALL ${held('deployment', postsToDo)}`;
/** Once for each absence and case, however often it is looked at and however many of its clocks wait. */
const TELL = `
  WITH told AS (
    INSERT INTO outbox (case_id, revision, notice, person_id, clock_key, ledger_key, created_at)
    SELECT w."caseId", w.revision, 'holderAway', w."personId", w.key, concat_ws(' ', 'away', w.absence, w."caseId"), $2::timestamptz
    FROM jsonb_to_recordset($3::jsonb) AS w(absence uuid, "personId" uuid, "caseId" uuid, revision integer, key text)
    ON CONFLICT (ledger_key) DO NOTHING RETURNING id
  ), looked AS (
    UPDATE absence x SET looked_on = ${dayThere('x', '$2')} WHERE x.id = ANY($1::uuid[])
  )
  SELECT (SELECT count(*)::integer FROM told) AS told, CASE WHEN EXISTS (SELECT FROM told) THEN pg_notify('outbox', '') END AS woken`;

/** A rung of a clock, as it would be told to whoever holds it. */
const rungOf = (facts: AnyFacts, clock: CaseClock): Told => ({
  notice: 'reminder',
  personId: null,
  clockKey: clock.key,
  ledgerKey: null,
  facts,
});
const todosOf = (facts: AnyFacts, person: Actor): { clock: CaseClock }[] =>
  isPost(facts) ? postTodosFor(facts, person) : todosFor(facts, person);
const reached = ({ person, actsFor = [] }: Addressee) => ({ id: person.id, away: person.away ?? null, actsFor });

/** Who is away of those who hold clocks: told higher up where nobody else is there, and shown to those who wait. */
export class AwayHolders {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly names: PlaceNames,
  ) {}

  /** Looks at what falls due in the absences that have begun, each day once, and has it told higher up where nobody is there. */
  async look(): Promise<number> {
    let told = 0;
    const values = [AT_ONCE, this.clock.now().toISOString()];
    for (let more = true; more;) {
      const { rows } = await this.pool.query<Begun>({ name: 'absences-begun', text: BEGUN, values });
      if (rows.length) told += await this.lookAt(rows);
      more = rows.length === AT_ONCE;
    }
    return told;
  }

  /** For each clock of a case whose holder is away: until when, and who acts for them. A clock that somebody is there for is not among them. */
  async of(facts: AnyFacts): Promise<Map<string, HolderAway>> {
    const rungs = facts.clocks.map((clock) => rungOf(facts, clock));
    const people = rungs.length ? await candidatesFor(this.pool, rungs, this.clock.now()) : [];
    if (!people.some(({ away }) => away)) return new Map();
    return new Map(
      facts.clocks.flatMap((clock, i) => {
        const away = this.awayOf(rungs[i]!, people);
        return away ? [[clock.key, away]] : [];
      }),
    );
  }

  private awayOf(rung: Told, people: Candidate[]): HolderAway | null {
    const reach = reachOf(rung, people, this.names);
    if (!reach) return null;
    const { to, stoodInFor } = reach;
    const gone = stoodInFor.length > 0 ? to.every(({ alone }) => alone === true) : nobodyThere(to.map(reached));
    if (!gone) return null;
    const [first] = [...stoodInFor, ...to]
      .map(({ person }) => person)
      .filter(({ away }) => away)
      .sort((a, b) => a.away!.localeCompare(b.away!));
    const deputies = stoodInFor.length ? to.map(({ person }) => person.name) : [];
    return { until: first!.away!, deputies, note: first!.awayNote ?? '' };
  }

  /** However many are away, it asks the database as often. */
  private async lookAt(absences: Begun[]): Promise<number> {
    const now = this.clock.now();
    const waiting = await this.waitingFor(absences);
    const rungs = waiting.map(({ facts, clock }) => rungOf(facts, clock));
    const people = rungs.length ? await candidatesFor(this.pool, rungs, now) : [];
    const alone = waiting.filter(({ absence }, i) => {
      const to = reachOf(rungs[i]!, people, this.names)?.to ?? [];
      // What somebody holds for another alone is told of that other's absence.
      return to.some(({ person, alone }) => person.id === absence.personId && !alone) && nobodyThere(to.map(reached));
    });
    const rows = alone.map(({ absence, facts, revision, clock }) => {
      return { absence: absence.id, personId: absence.personId, caseId: facts.id, revision, key: clock.key };
    });
    const values = [absences.map(({ id }) => id), now.toISOString(), JSON.stringify(rows)];
    const told = await this.pool.query<{ told: number }>({ name: 'tell-away', text: TELL, values });
    return told.rows[0]!.told;
  }

  /** What waits for each of them, as their to-do list has it, and falls due before they are back; soonest first. */
  private async waitingFor(absences: Begun[]): Promise<Waiting[]> {
    const people = await new People(this.pool, this.clock).withIds(absences.map(({ personId }) => personId));
    const personOf = new Map(people.map((person) => [person.id, person]));
    const whose = absences.map(({ id: absence, personId: id, from, until }) => {
      const person = personOf.get(id)!;
      return { absence, id, roles: holdersFor(person.assignments.map((a) => a.role)), ...keysFor(person), from, until };
    });
    const { rows } = await this.pool.query<Held>({
      name: 'held-by-absent',
      text: HELD,
      values: [JSON.stringify(whose)],
    });
    return rows
      .flatMap(({ absences: of, ...held }) =>
        absences
          .filter(({ id }) => of.includes(id))
          .flatMap((absence) =>
            todosOf(held.facts, personOf.get(absence.personId)!).map(({ clock }) => ({ ...held, absence, clock })),
          ),
      )
      .filter(({ absence, clock }) => clock.stoppedWith === null && isAwayOn(absence, clock.dueOn))
      .sort((a, b) => a.clock.dueOn.localeCompare(b.clock.dueOn));
  }
}
