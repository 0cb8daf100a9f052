import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  checkConflict,
  IN_REGISTER,
  isRefusal,
  notFound,
  refuse,
  SYSTEM,
  type Actor,
  type CheckedConflict,
  type ConflictToRegister,
  type Refusal,
  type RegisteredKind,
} from '#domain';
import { Casework } from './advance.js';
import { keepable } from './keepable.js';
import type { ReferenceData } from './reference-data.js';
import { wholly, type Connection } from './transaction.js';

export interface KeptConflict {
  id: string;
  country: string;
  kind: RegisteredKind;
  reason: string;
  from: string;
  until: string | null;
  recordedBy: string;
  recordedAt: Date;
}

const LIST = `
  SELECT id, country, kind, reason, valid_from::text AS "from", valid_until::text AS until, recorded_name AS "recordedBy", recorded_at AS "recordedAt"
  FROM registered_conflict WHERE person_id::text = $1 ORDER BY valid_until NULLS FIRST, country, recorded_at LIMIT 200`;
/** Requests in hand whose scores are not revealed yet. */
const IN_HAND = `
  SELECT r.ref FROM appointment a JOIN request r ON r.id = a.request_id
  WHERE a.person_id = $1 AND a.state IN ('appointed', 'cleared', 'scored') AND r.review IN ('scoring', 'clarification')
    AND r.countries && ARRAY[$2::text] ORDER BY r.seq LIMIT 200`;

/** The same of everybody whose conflict has begun since it was registered; $1 is today, $2 and $3 the last that was tried. */
const BATCH = 200;
const BEGUN = `
  SELECT DISTINCT r.ref, a.person_id::text AS person, r.seq::text AS seq, r.seq AS place FROM registered_conflict k
  JOIN appointment a ON a.person_id = k.person_id AND a.state IN ('appointed', 'cleared', 'scored')
  JOIN request r ON r.id = a.request_id AND r.review IN ('scoring', 'clarification') AND k.country::text = ANY (r.countries)
  WHERE k.valid_from <= $1::date AND (k.valid_until IS NULL OR k.valid_until >= $1::date) 
    AND ($2::bigint IS NULL OR (r.seq, a.person_id) > ($2::bigint, $3::uuid))
  ORDER BY place, person LIMIT $4`;

/** One that is to be handed back. */
interface Begun {
  ref: string;
  person: string;
  seq: string;
}

export const mayRegisterFor = (actor: Actor, personId: string): boolean =>
  actor.id === personId || actor.assignments.some((a) => a.role === 'administrator');

/** The register of conflicts of interest with countries: each person’s own, kept by themselves or by an administrator. */
export class Conflicts {
  private readonly casework: Casework;

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly reference: ReferenceData,
    private readonly batch = BATCH,
  ) {
    this.casework = new Casework(pool, clock, reference);
  }

  /** What is registered for a person, as they and administrators may read it. */
  async of(actor: Actor, personId: string): Promise<KeptConflict[] | Refusal> {
    if (!mayRegisterFor(actor, personId)) return notFound();
    return (await this.pool.query<KeptConflict>(LIST, [keepable(personId)])).rows;
  }

  /** Registers a conflict. Reviews of the country that the person has in hand go back with it: declared by themselves, or ended by the system where an administrator registers, who knows of no request. */
  async register(actor: Actor, personId: string, sent: ConflictToRegister): Promise<{ id: string } | Refusal> {
    if (!mayRegisterFor(actor, personId)) return notFound();
    const checked = checkConflict(sent, (country) => this.reference.regionOf(country) !== null);
    if (isRefusal(checked)) return checked;
    const { from, until } = checked;
    const today = this.clock.now().toISOString().slice(0, 10);
    const inForce = from <= today && (until === null || until >= today);
    if (inForce && actor.id === personId) await this.declareInHand(actor, checked.country);
    return wholly(
      this.pool,
      async (on) => {
        const id = await this.keep(on, actor, personId, checked);
        if (id !== null && inForce && actor.id !== personId) await this.handBack(on, personId, checked.country);
        return id === null ? notFound() : { id };
      },
      (done) => !isRefusal(done),
    );
  }

  private async keep(on: Connection, actor: Actor, personId: string, checked: CheckedConflict): Promise<string | null> {
    const { country, kind, reason, from, until } = checked;
    const values = [
      randomUUID(),
      keepable(personId),
      country,
      kind,
      reason,
      from,
      until,
      actor.id,
      actor.name,
      this.clock.now(),
    ];
    const { rows } = await on.query<{ id: string }>(
      `INSERT INTO registered_conflict (id, person_id, country, kind, reason, valid_from, valid_until, recorded_by, recorded_name, recorded_at)
       SELECT $1, p.id, $3, $4, $5, $6, $7, $8, $9, $10 FROM person p WHERE p.id::text = $2 RETURNING id`,
      values,
    );
    return rows[0]?.id ?? null;
  }

  /** Ends a conflict with yesterday: from today on it closes nothing. It stays in the register. */
  async end(actor: Actor, personId: string, id: string): Promise<{ id: string } | Refusal> {
    if (!mayRegisterFor(actor, personId)) return notFound();
    const today = this.clock.now().toISOString().slice(0, 10);
    const { rows } = await this.pool.query<{ id: string }>(
      `UPDATE registered_conflict SET valid_from = least(valid_from, $3::date - 1), valid_until = $3::date - 1
       WHERE id::text = $1 AND person_id::text = $2 AND (valid_until IS NULL OR valid_until >= $3) RETURNING id`,
      [keepable(id), keepable(personId), today],
    );
    return rows[0] ?? refuse('notFound', 'There is no such conflict in force.');
  }

  /**
   * Hands back what is in hand of whoever has a conflict that was registered for a day to come, when that day has come;
   * says of which requests. What is refused, because the scores are revealed by now, is left as it is.
   */
  async handBackBegun(): Promise<string[]> {
    const today = this.clock.now().toISOString().slice(0, 10);
    const done: string[] = [];
    for (let last: Begun | undefined, more = true; more;) {
      const values: unknown[] = [today, last?.seq ?? null, last?.person ?? null, this.batch];
      const { rows }: { rows: Begun[] } = await this.pool.query<Begun>(BEGUN, values);
      for (const one of rows) if (await this.handBackOne(one)) done.push(one.ref);
      last = rows.at(-1);
      more = rows.length === this.batch;
    }
    return done;
  }

  private async handBackOne({ ref, person }: Begun): Promise<boolean> {
    const event = { type: 'HAND_BACK_REVIEW', person } as const;
    return !isRefusal(await this.casework.advance(ref, SYSTEM, event, { revision: 'latest' }));
  }

  /** Each through the one write path, in the person’s own name, before the cases close to them. */
  private async declareInHand(actor: Actor, country: string): Promise<void> {
    const { rows } = await this.pool.query<{ ref: string }>(IN_HAND, [actor.id, country]);
    // Those who appoint read this: that there is a conflict, and not what it is.
    const conflict = { declared: true, kind: 'other', reason: IN_REGISTER } as const;
    for (const { ref } of rows)
      await this.casework.advance(ref, actor, { type: 'DECLARE', conflict }, { revision: 'latest' });
  }

  /** Each through the one write path as well, with what is registered or not at all. Where the scores are revealed by now, they stay. */
  private async handBack(on: Connection, person: string, country: string): Promise<void> {
    const { rows } = await on.query<{ ref: string }>(IN_HAND, [person, country]);
    for (const { ref } of rows) await this.casework.follow(on, ref, { type: 'HAND_BACK_REVIEW', person });
  }
}
