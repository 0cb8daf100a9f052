import type { Pool } from 'pg';
import { isRefusal, mayTake, type Actor } from '#domain';
import type { Clock } from '#platform';
import type { CaseView } from './read/case.js';

/** Somebody else who has a section of a draft open. */
export interface Present {
  name: string;
  section: number;
  /** When they opened it last. */
  at: Date;
}

/** For how long somebody counts as there after they opened a section or saved something. */
export const PRESENT_MINUTES = 15;
const OTHERS = `SELECT p.name, s.section, s.at FROM section_presence s JOIN person p ON p.id = s.person_id
  WHERE s.request_id = $1 AND s.person_id <> $2 AND (s.at > $3::timestamptz OR EXISTS (
    SELECT FROM audit_event e WHERE e.case_id = $1 AND e.event = 'EDIT' AND e.actor_id = s.person_id AND e.at > $3::timestamptz))
  ORDER BY s.section, p.name LIMIT 50`;
const CAME = `WITH came AS (INSERT INTO section_presence (request_id, person_id, section, at) VALUES ($1, $2, $4, $5)
  ON CONFLICT (request_id, person_id) DO UPDATE SET section = excluded.section, at = excluded.at)
  ${OTHERS}`;
const LEFT = `WITH gone AS (DELETE FROM section_presence WHERE request_id = $1 AND person_id = $2) ${OTHERS}`;

/**
 * Who has which section of a draft open: written when the page of a section is drawn, kept alive by what is saved, and
 * read by those alone who may change the same draft. It moves no revision, so it never makes anybody's form stale.
 */
export class SectionPresence {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Notes that this person has a section open; answers who else is in the draft. One statement. */
  came(view: Pick<CaseView, 'facts'>, me: Actor, section: number): Promise<Present[]> {
    return this.ask(view, me, CAME, [section, this.clock.now()]);
  }

  /** Notes that this person is at the list of sections, in none of them; answers who is. One statement. */
  left(view: Pick<CaseView, 'facts'>, me: Actor): Promise<Present[]> {
    return this.ask(view, me, LEFT, []);
  }

  /** Who else is in the draft; nothing is noted. */
  present(view: Pick<CaseView, 'facts'>, me: Actor): Promise<Present[]> {
    return this.ask(view, me, OTHERS, []);
  }

  private async ask({ facts }: Pick<CaseView, 'facts'>, me: Actor, text: string, more: unknown[]): Promise<Present[]> {
    if (isRefusal(mayTake(facts, me, 'EDIT'))) return [];
    const since = new Date(this.clock.now().getTime() - PRESENT_MINUTES * 60_000);
    const { rows } = await this.pool.query<Present>(text, [facts.id, me.id, since, ...more]);
    return rows;
  }
}
