import type { Pool } from 'pg';
import type { Clock } from '#platform';
import { keysFor, refuse, type Actor, type Refusal } from '#domain';
import { randomUUID } from 'node:crypto';
import { keepable } from './keepable.js';
import type { People } from './people.js';

export interface CalendarFeed {
  id: string;
  /** One region; null for what waits for its owner, with every post that they may see. */
  region: string | null;
  createdAt: Date;
}

export const MOST_FEEDS = 10;
const ADD = `
  INSERT INTO calendar_feed (id, hash, person_id, region, created_at)
  SELECT $1::uuid, $2::bytea, $3::uuid, $4::text, $5::timestamptz WHERE (SELECT count(*) FROM calendar_feed f WHERE f.person_id = $3) < ${MOST_FEEDS}
  RETURNING id`;

/** Whether somebody follows the posts of a region at all; without one, whether they follow any post. */
export function followsPosts(actor: Pick<Actor, 'id' | 'name' | 'assignments'>, region: string | null): boolean {
  const keys = keysFor(actor).any.filter((key) => !key.startsWith('reviewer:'));
  if (region === null) return keys.length > 0;
  return keys.some((key) => ['audit', 'fund', 'desk:*', 'team:*', `desk:${region}`, `team:${region}`].includes(key));
}

/** Whether somebody may have such a calendar: of a region as they follow its posts, and of their own as long as they hold a role. */
const mayHave = (actor: Actor, region: string | null): boolean =>
  region === null ? actor.assignments.length > 0 : followsPosts(actor, region);

/** Addresses from which a calendar program reads what falls due. The secret is in the address and nowhere else. */
export class CalendarFeeds {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly people: Pick<People, 'find'>,
  ) {}

  /** The person's addresses, newest first. */
  async of(personId: string): Promise<CalendarFeed[]> {
    const text = `SELECT id, region, created_at AS "createdAt" FROM calendar_feed WHERE person_id = $1 ORDER BY created_at DESC, id LIMIT ${MOST_FEEDS}`;
    return (await this.pool.query<CalendarFeed>(text, [personId])).rows;
  }

  /** Makes an address; `hash` is that of the secret in it. */
  async add(actor: Actor, hash: Buffer, region: string | null): Promise<{ id: string } | Refusal> {
    if (!mayHave(actor, region))
      return refuse('notYourRole', region ? 'You follow no posts of this region.' : 'You hold no role now.');
    const values = [randomUUID(), hash, actor.id, region, this.clock.now()];
    const { rows } = await this.pool.query<{ id: string }>(ADD, values);
    return rows[0] ?? refuse('invalid', `You have ${MOST_FEEDS} calendar addresses. Withdraw one of them first.`);
  }

  /** Withdraws an address; false when the person has no such one. */
  async withdraw(personId: string, id: string): Promise<boolean> {
    const text = 'DELETE FROM calendar_feed WHERE person_id = $1 AND id::text = $2';
    return (await this.pool.query(text, [personId, keepable(id)])).rowCount === 1;
  }

  /** Whose address it is, with the assignments of today: who has no right to it any more has no calendar. */
  async reader(hash: Buffer): Promise<{ actor: Actor; region: string | null } | null> {
    const text = 'SELECT person_id AS "personId", region FROM calendar_feed WHERE hash = $1';
    const { rows } = await this.pool.query<{ personId: string; region: string | null }>(text, [hash]);
    const actor = rows[0] ? await this.people.find(rows[0].personId) : null;
    return actor && mayHave(actor, rows[0]!.region) ? { actor, region: rows[0]!.region } : null;
  }
}
