import { dayAt, inForceAt } from '../assignments-in-force.js';
import { conflictsOn } from '../registered-on.js';
import type { Connection } from '../transaction.js';
import { AWAY } from './stand-ins.js';
import { rolesAsked, type Candidate } from './audience.js';
import { personsAsked, type Told } from './told.js';
import { placesTold } from './case-told.js';
import { WISHES, type WishesRow } from './entries.js';

/** $2 is the moment; the alias of the table of persons is p. */
export const CANDIDATE = `jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email, 'language', p.language, 'conflicts', ${conflictsOn(dayAt('$2'))}, 'assignments', (
    SELECT coalesce(jsonb_agg(jsonb_build_object('role', s.role, 'regions', s.regions, 'countries', s.countries, 'office', s.office, 'actingForId', s.acting_for_id) ORDER BY s.id), '[]')
    FROM assignment s WHERE s.person_id = p.id AND ${inForceAt('s', '$2')}), ${AWAY})`;

const CANDIDATES = `
  SELECT ${CANDIDATE} AS person, ${WISHES} AS wishes
  FROM person p WHERE p.id = ANY($1::uuid[]) OR p.id IN (
    SELECT s.person_id FROM assignment s
    WHERE s.role = ANY($3) AND ${inForceAt('s', '$2')}
      AND (s.countries && $4 OR s.regions && $5 OR (s.countries = '{}' AND s.regions = '{}')))
  ORDER BY p.id`;

/** Everybody who may have to be told of these, in one statement, with the assignments in force at the moment. */
export async function candidatesFor(db: Connection, told: readonly Told[], at: Date): Promise<Candidate[]> {
  const all = <T>(of: (one: Told) => readonly T[]): T[] => [...new Set(told.flatMap(of))];
  const where = (key: 'countries' | 'regions') => all<string>(({ facts }) => placesTold(facts, key));
  const values = [all(personsAsked), at.toISOString(), all(rolesAsked), where('countries'), where('regions')];
  const { rows } = await db.query<{ person: Candidate; wishes: WishesRow | null }>({
    name: 'candidates',
    text: CANDIDATES,
    values,
  });
  return rows.map(({ person, wishes }) => ({ ...person, wishes }));
}
