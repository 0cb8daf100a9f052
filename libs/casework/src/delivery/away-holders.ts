import type { Pool } from 'pg';
import { nobodyThere, type Clock as CaseClock, type Day } from '#domain';
import type { Clock } from '#platform';
import { awayAt } from '../absences.js';
import { dayThere } from '../assignments-in-force.js';
import { People } from '../people.js';
import { Posts } from '../read/posts.js';
import { Work } from '../read/work.js';
import { reachOf, type Addressee, type Candidate, type PlaceNames } from './audience.js';
import { candidatesFor } from './candidates.js';
import { caseTold, type AnyFacts } from './case-told.js';
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
interface Waiting {
  facts: AnyFacts;
  revision: number;
  clock: CaseClock;
}

const AT_ONCE = 50;
/** Each day of an absence once; $1 is for the place of a name, $2 now. */
const BEGUN = `
  SELECT x.id, x.person_id AS "personId", x.from_day::text AS "from", x.until_day::text AS until FROM absence x
  WHERE x.returned_at IS NULL AND ${awayAt('x', '$2')} AND x.looked_on IS DISTINCT FROM ${dayThere('x', '$2')} ORDER BY x.id LIMIT $1`;
/** Once for each absence and case, however often it is looked at. */
const TELL = `
  WITH told AS (
    INSERT INTO outbox (case_id, revision, notice, person_id, clock_key, ledger_key, created_at)
    SELECT w."caseId", w.revision, 'holderAway', $3::uuid, w.key, concat_ws(' ', 'away', $1::text, w."caseId"), $2::timestamptz
    FROM jsonb_to_recordset($4::jsonb) AS w("caseId" uuid, revision integer, key text)
    ON CONFLICT (ledger_key) DO NOTHING RETURNING id
  ), looked AS (
    UPDATE absence x SET looked_on = ${dayThere('x', '$2')} WHERE x.id = $1::uuid
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
      for (const absence of rows) told += await this.lookAt(absence);
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

  private async lookAt({ id, personId, from, until }: Begun): Promise<number> {
    const waiting = (await this.waitingFor(personId)).filter(
      ({ clock }) => clock.stoppedWith === null && clock.dueOn >= from && clock.dueOn <= until,
    );
    const rungs = waiting.map(({ facts, clock }) => rungOf(facts, clock));
    const people = rungs.length ? await candidatesFor(this.pool, rungs, this.clock.now()) : [];
    const alone = waiting.filter((_, i) => {
      const to = reachOf(rungs[i]!, people, this.names)?.to ?? [];
      // What somebody holds for another alone is told of that other's absence.
      return to.some(({ person, alone }) => person.id === personId && !alone) && nobodyThere(to.map(reached));
    });
    const first = alone.filter((w, i) => i === alone.findIndex((o) => caseTold(o.facts).id === caseTold(w.facts).id));
    const rows = first.map(({ facts, revision, clock }) => ({ caseId: facts.id, revision, key: clock.key }));
    const values = [id, this.clock.now().toISOString(), personId, JSON.stringify(rows)];
    const told = await this.pool.query<{ told: number }>({ name: 'tell-away', text: TELL, values });
    return told.rows[0]!.told;
  }

  /** What waits for a person, as their to-do list has it. */
  private async waitingFor(personId: string): Promise<Waiting[]> {
    const person = await new People(this.pool, this.clock).find(personId);
    if (!person) return [];
    return [...(await new Work(this.pool).todos(person)), ...(await new Posts(this.pool).todos(person))];
  }
}
