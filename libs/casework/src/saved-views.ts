import type { Pool } from 'pg';
import type { Clock } from '#platform';
import { refuse, type Refusal } from '#domain';
import { randomUUID } from 'node:crypto';
import { keepable } from './keepable.js';

export interface SavedView {
  id: string;
  name: string;
  /** The page with its filter, as the address has them. */
  address: string;
}

export const MOST_SAVED_VIEWS = 20;
const LONGEST_NAME = 60;
const LONGEST_ADDRESS = 2_000;
const problem = (message: string): Refusal => refuse('invalid', message, [{ path: 'name', message }]);

const ADD = `
  INSERT INTO saved_view (id, person_id, name, address, created_at)
  SELECT $1::uuid, $2::uuid, $3::text, $4::text, $5::timestamptz WHERE (SELECT count(*) FROM saved_view v WHERE v.person_id = $2 AND v.name <> $3) < ${MOST_SAVED_VIEWS}
  ON CONFLICT (person_id, name) DO UPDATE SET address = excluded.address RETURNING id, name, address`;

/** Filters that a person named, to come back to them: their own and nobody else's. */
export class SavedViews {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The person's views in the order of their names. */
  async of(personId: string): Promise<SavedView[]> {
    const text = `SELECT id, name, address FROM saved_view WHERE person_id = $1 ORDER BY lower(name), name LIMIT ${MOST_SAVED_VIEWS}`;
    return (await this.pool.query<SavedView>({ name: 'saved-views', text, values: [personId] })).rows;
  }

  /** Keeps a view under a name; the same name again takes the new filter. */
  async add(personId: string, name: string, address: string): Promise<SavedView | Refusal> {
    const given = keepable(name).trim().replace(/\s+/g, ' ');
    if (!given) return problem('Enter a name for this view');
    if (given.length > LONGEST_NAME) return problem(`Shorten the name to ${LONGEST_NAME} characters or fewer`);
    if (address.length > LONGEST_ADDRESS) return problem('This filter is too long to be saved');
    const values = [randomUUID(), personId, given, keepable(address), this.clock.now()];
    const { rows } = await this.pool.query<SavedView>(ADD, values);
    return rows[0] ?? problem(`You have ${MOST_SAVED_VIEWS} saved views. Remove one of them first`);
  }

  /** Takes a view away; false when the person has no such view. */
  async remove(personId: string, id: string): Promise<boolean> {
    const text = 'DELETE FROM saved_view WHERE person_id = $1 AND id::text = $2';
    return (await this.pool.query(text, [personId, keepable(id)])).rowCount === 1;
  }
}
