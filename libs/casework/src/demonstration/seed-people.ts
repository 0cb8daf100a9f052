import type { Pool } from 'pg';
import type { Day } from '#domain';
import { DEMONSTRATION_PEOPLE } from './people.js';

/** Who is acted for, by name: that is what the record and a letter say. */
const nameOf = (key: string): string => DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.name;

/**
 * Writes the demonstration people and their assignments; people who are there already are left alone. Assignments that
 * end move with the story that they belong to.
 */
export async function seedPeople(pool: Pool, at: Date, shift: (day: Day) => Day = (day) => day): Promise<void> {
  const people = DEMONSTRATION_PEOPLE.map((p) => ({
    email: p.email.toLowerCase(),
    name: p.name,
    title: p.title,
    language: p.language,
    works: p.works ?? [],
  }));
  const assignments = DEMONSTRATION_PEOPLE.flatMap((p) =>
    p.assignments.map((a) => ({
      email: p.email.toLowerCase(),
      role: a.role,
      regions: a.regions ?? [],
      countries: a.countries ?? [],
      office: a.office ?? null,
      acting_for: a.actingFor ? nameOf(a.actingFor) : null,
      valid_from: a.until ? shift(a.from) : a.from,
      valid_until: a.until ? shift(a.until) : null,
    })),
  );
  await pool.query(
    `WITH added AS (
       INSERT INTO person (email, name, title, language, working_languages, illustrative, created_at)
       SELECT x.email, x.name, x.title, x.language, ARRAY(SELECT jsonb_array_elements_text(x.works)), true, $2
       FROM jsonb_to_recordset($1::jsonb) AS x(email text, name text, title text, language text, works jsonb)
       ON CONFLICT (email) DO NOTHING RETURNING id, email)
     INSERT INTO assignment (person_id, role, regions, countries, office, acting_for, valid_from, valid_until)
     SELECT a.id, x.role, ARRAY(SELECT jsonb_array_elements_text(x.regions)), ARRAY(SELECT jsonb_array_elements_text(x.countries)), x.office, x.acting_for, x.valid_from, x.valid_until
     FROM jsonb_to_recordset($3::jsonb) AS x(email text, role text, regions jsonb, countries jsonb, office text, acting_for text, valid_from date, valid_until date)
     JOIN added a ON a.email = x.email`,
    [JSON.stringify(people), at, JSON.stringify(assignments)],
  );
}
