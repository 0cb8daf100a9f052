import type { Pool } from 'pg';
import { checkLanguages, isRefusal, notFound, type Actor, type Language, type Refusal } from '#domain';
import { mayRegisterFor } from './conflicts.js';
import { keepable } from './keepable.js';

/** The languages of a person in SQL; `p` is the person. Whoever kept none works in the one in which they are written to. */
export const LANGUAGES_OF = `CASE WHEN p.working_languages = '{}' THEN ARRAY[p.language::text] ELSE p.working_languages END`;

/** The languages in which people work: kept by themselves, or by an administrator for them. */
export class WorkingLanguages {
  constructor(private readonly pool: Pool) {}

  /** The languages of a person, as they and administrators may read them. */
  async of(actor: Actor, personId: string): Promise<Language[] | Refusal> {
    if (!mayRegisterFor(actor, personId)) return notFound();
    const text = `SELECT ${LANGUAGES_OF} AS languages FROM person p WHERE p.id::text = $1`;
    const { rows } = await this.pool.query<{ languages: Language[] }>(text, [keepable(personId)]);
    return rows[0]?.languages ?? notFound();
  }

  /** Keeps the languages in which a person works. */
  async keep(actor: Actor, personId: string, sent: readonly string[]): Promise<Language[] | Refusal> {
    if (!mayRegisterFor(actor, personId)) return notFound();
    const checked = checkLanguages(sent);
    if (isRefusal(checked)) return checked;
    const text = 'UPDATE person SET working_languages = $2 WHERE id::text = $1';
    const { rowCount } = await this.pool.query(text, [keepable(personId), checked]);
    return rowCount ? checked : notFound();
  }
}
