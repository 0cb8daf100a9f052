import type { Pool } from 'pg';
import {
  deploymentLineData,
  deploymentView,
  holdersFor,
  keysFor,
  maySeeDeployment,
  postTodosFor,
  readableDeploymentLines,
  type Actor,
  type DeploymentEntry,
  type DeploymentEventType,
  type DeploymentFacts,
  type PostTodo,
  type RequestContent,
  type Role,
} from '#domain';
import { mayBeReference } from '../reference-number.js';
import { ONE_WHO_WORKS, type WhoWorks } from './work.js';

/** A post as somebody may read it. */
export interface PostRead {
  /** What the person may read: everything that is shown comes from here. */
  facts: DeploymentFacts;
  /** All of it, for asking the domain what the person may do. Never shown. */
  whole: DeploymentFacts;
  revision: number;
  changedAt: Date;
}
export interface PostLine {
  seq: number;
  at: Date;
  event: DeploymentEventType;
  name: DeploymentEntry['name'];
  actorId: string;
  actorName: string;
  role: Role | null;
  actingFor: string | null;
  data: unknown;
}
export interface PostWork extends PostTodo {
  facts: DeploymentFacts;
  revision: number;
}

const BOUND = 200;
/** The posts on which something may wait for somebody; `when` narrows it by the clock `d`. */
export const postsToDo = (columns: string, { id, roles, any }: Omit<WhoWorks, 'none'>, when = 'true'): string => `
  SELECT DISTINCT ON (r.seq) r.seq, ${columns} FROM deadline d JOIN deployment r ON r.id = d.case_id
  WHERE (d.person_id = ${id} OR (d.person_id IS NULL AND d.holder = ANY(${roles})))
    AND EXISTS (SELECT FROM deployment_scope s WHERE s.deployment_id = r.id AND s.scope = ANY(${any})) AND ${when}
  ORDER BY r.seq DESC LIMIT ${BOUND}`;
const TODOS = postsToDo('r.facts, r.revision', ONE_WHO_WORKS);
const LINES = `
  SELECT seq, at, event, name, actor_id AS "actorId", actor_name AS "actorName", role, acting_for AS "actingFor", data
  FROM audit_event WHERE case_id = $1 AND (event = ANY($2) OR (event = ANY($3) AND actor_id = $4)) AND seq < $5
  ORDER BY seq DESC LIMIT $6`;

const withoutHoles = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** Reads one post; everything else about it is read through this, so that the policy is asked once and first. */
export class Posts {
  constructor(private readonly pool: Pool) {}

  /** The post, or null where the person may not know of it. */
  async find(ref: string, actor: Actor): Promise<PostRead | null> {
    return mayBeReference(ref) ? this.one('ref = $1', ref, actor) : null;
  }

  /** The post that a request has led to, where the person may know of it. */
  async ofRequest(requestId: string, actor: Actor): Promise<PostRead | null> {
    return this.one('request_id = $1', requestId, actor);
  }

  /** The posts that somebody holds as adviser, or is expected at, the one that they hold first. */
  async heldBy(actor: Actor): Promise<PostRead[]> {
    const text = `SELECT r.facts, r.revision, r.changed_at AS "changedAt" FROM deployment_scope s JOIN deployment r ON r.id = s.deployment_id
      WHERE s.scope = $1 ORDER BY r.in_post_since NULLS LAST, r.seq LIMIT 10`;
    const { rows } = await this.pool.query<Omit<PostRead, 'whole'>>({
      name: 'posts-held',
      text,
      values: [`adviser:${actor.id}`],
    });
    return rows.flatMap(({ facts: whole, ...row }) => {
      const facts = deploymentView(whole, actor);
      return facts ? [{ ...row, facts, whole }] : [];
    });
  }

  private async one(where: string, value: string, actor: Actor): Promise<PostRead | null> {
    const text = `SELECT facts, revision, changed_at AS "changedAt" FROM deployment WHERE ${where} ORDER BY seq LIMIT 1`;
    const { rows } = await this.pool.query<{ facts: DeploymentFacts; revision: number; changedAt: Date }>(text, [
      value,
    ]);
    const found = rows[0];
    const facts = found && deploymentView(found.facts, actor);
    return found && facts ? { facts, whole: found.facts, revision: found.revision, changedAt: found.changedAt } : null;
  }

  /**
   * What the request said about the post when it was approved, as far as terms of reference say it as well: the places of the
   * standard are filled from it. Nothing of how the request was argued or judged.
   */
  async ground({ whole }: PostRead): Promise<RequestContent> {
    const { requestId } = whole.origin;
    if (requestId === null) return {};
    const { rows } = await this.pool.query<{ content: RequestContent }>({
      name: 'post-ground',
      text: 'SELECT content FROM request_version WHERE request_id = $1 ORDER BY number DESC LIMIT 1',
      values: [requestId],
    });
    const { title, dutyStation, countries, requestedStart, durationMonths, sections } = rows[0]?.content ?? {};
    const { termsOfReference, costAndHosting, coveragePlan } = sections ?? {};
    const said = { title, dutyStation, countries, requestedStart, durationMonths };
    return withoutHoles({ ...said, sections: withoutHoles({ termsOfReference, costAndHosting, coveragePlan }) });
  }

  /** Lines of the record that the person may read, newest first, before a number. */
  async history(
    { whole }: PostRead,
    actor: Actor,
    options: { before?: number | undefined; limit?: number | undefined } = {},
  ): Promise<PostLine[]> {
    const { events, ownEvents } = readableDeploymentLines(actor, whole);
    const values = [
      whole.id,
      events,
      ownEvents,
      actor.id,
      options.before ?? 2_000_000_000,
      Math.min(options.limit ?? 50, BOUND),
    ];
    const { rows } = await this.pool.query<PostLine>({ name: 'post-lines', text: LINES, values });
    return rows.map((line) => ({ ...line, data: deploymentLineData(actor, whole, line) }));
  }

  /** Everything about posts that waits for the person, soonest first. */
  async todos(actor: Actor): Promise<PostWork[]> {
    const roles = holdersFor(actor.assignments.map((a) => a.role));
    const values = [actor.id, roles, keysFor(actor).any];
    const { rows } = await this.pool.query<{ facts: DeploymentFacts; revision: number }>({
      name: 'post-work',
      text: TODOS,
      values,
    });
    return rows
      .filter(({ facts }) => maySeeDeployment(actor, facts))
      .flatMap(({ facts, revision }) => postTodosFor(facts, actor).map((todo) => ({ ...todo, facts, revision })))
      .sort((a, b) => (a.clock.dueOn < b.clock.dueOn ? -1 : a.clock.dueOn > b.clock.dueOn ? 1 : 0));
  }
}
