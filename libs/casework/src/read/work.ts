import type { Pool } from 'pg';
import {
  holdersFor,
  keysFor,
  keysWithin,
  todosFor,
  waitsForOthers,
  type Actor,
  type RequestFacts,
  type Todo,
} from '#domain';

export interface WorkItem extends Todo {
  facts: RequestFacts;
  revision: number;
}
export interface ReviewItem {
  ref: string;
  facts: RequestFacts;
  state: string;
  appointedAt: Date;
  dueOn: string | null;
}

const BOUND = 200;
/** Who may have something to do, as SQL: their id, the roles of clocks that wait for them, the keys that open cases to them and those that close them. */
export interface WhoWorks {
  id: string;
  roles: string;
  any: string;
  none: string;
}
/** As parameters of a statement, or as columns of a row `w` for each of several people. */
export const ONE_WHO_WORKS: WhoWorks = { id: '$1', roles: '$2', any: '$3', none: '$4' };
export const EACH_WHO_WORKS: WhoWorks = { id: 'w.id', roles: 'w.roles', any: 'w."any"', none: 'w."none"' };
/** The requests on which something may wait for somebody; `when` narrows it by the clock `d`. */
export const requestsToDo = (columns: string, { id, roles, any, none }: WhoWorks, when = 'true'): string => `
  SELECT DISTINCT ON (r.seq) r.seq, ${columns} FROM deadline d JOIN request r ON r.id = d.case_id
  WHERE (d.person_id = ${id} OR (d.person_id IS NULL AND d.holder = ANY(${roles})
    AND EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY(${any}))))
    AND NOT EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY(${none})) AND ${when}
  ORDER BY r.seq DESC LIMIT ${BOUND}`;
const CANDIDATES = requestsToDo('r.facts, r.revision', ONE_WHO_WORKS);

/** The requests that several approvers decide and on which one at least has. */
const DECIDED = `
  SELECT r.facts FROM deadline d JOIN request r ON r.id = d.case_id
  WHERE d.holder = 'approver' AND d.key = 'decision' AND jsonb_array_length(coalesce(r.facts -> 'approvals', '[]')) > 0
    AND EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY($1))
    AND NOT EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY($2))
  ORDER BY d.due_on, r.ref LIMIT ${BOUND}`;

/** What needs a person, by when. The database finds candidates; the domain, which guards the steps, says what is theirs. */
export class Work {
  constructor(private readonly pool: Pool) {}

  /** Everything that waits for the person, soonest first. */
  async todos(actor: Actor): Promise<WorkItem[]> {
    const keys = keysFor(actor);
    const roles = holdersFor(actor.assignments.map((a) => a.role));
    const { rows } = await this.pool.query<{ facts: RequestFacts; revision: number }>({
      name: 'work',
      text: CANDIDATES,
      values: [actor.id, roles, keys.any, keys.none],
    });
    return rows
      .flatMap(({ facts, revision }) => todosFor(facts, actor).map((todo) => ({ ...todo, facts, revision })))
      .sort((a, b) =>
        a.clock.dueOn < b.clock.dueOn ? -1 : a.clock.dueOn > b.clock.dueOn ? 1 : a.facts.ref < b.facts.ref ? -1 : 1,
      );
  }

  /** Requests on which the approver has decided and that wait for others to decide the same, soonest first. */
  async waitingForOthers(actor: Actor): Promise<RequestFacts[]> {
    if (!actor.assignments.some((a) => a.role === 'approver')) return [];
    const { any, none } = keysWithin(actor, 'assessment');
    const { rows } = await this.pool.query<{ facts: RequestFacts }>({
      name: 'decided',
      text: DECIDED,
      values: [any, none],
    });
    return rows.map(({ facts }) => facts).filter((facts) => waitsForOthers(facts, actor));
  }

  /** A reviewer's queue: what is due, what is done. Requests with a declared conflict are not in it. */
  async reviews(actor: Actor): Promise<ReviewItem[]> {
    const text = `
      SELECT r.ref, r.facts, a.state, a.appointed_at AS "appointedAt", d.due_on::text AS "dueOn"
      FROM appointment a JOIN request r ON r.id = a.request_id LEFT JOIN LATERAL (
        SELECT min(n.due_on) AS due_on FROM deadline n WHERE n.case_id = r.id AND n.person_id = a.person_id) d ON true
      WHERE a.person_id = $1 AND a.state NOT IN ('conflicted', 'declined', 'released')
        AND NOT EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY($2)) ORDER BY d.due_on NULLS LAST, a.appointed_at DESC, r.ref LIMIT ${BOUND}`;
    return (await this.pool.query<ReviewItem>({ name: 'reviews', text, values: [actor.id, keysFor(actor).none] })).rows;
  }
}
