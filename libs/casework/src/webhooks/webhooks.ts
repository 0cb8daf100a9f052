import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { outsideProblem, type Clock } from '#platform';
import { HOOK_TYPES, isRefusal, refuse, refuseFields, type Actor, type FieldProblem, type Refusal } from '#domain';
import { keepable } from '../keepable.js';
import { isAdministrator } from '../publish-framework.js';

/** A program that is told of steps. Its secret was shown when it was made, and is not among this. */
export interface Webhook {
  id: string;
  name: string;
  url: string;
  types: string[];
  ownerId: string;
  ownerName: string;
  madeAt: Date;
  failingSince: Date | null;
  offAt: Date | null;
  offWhy: string | null;
}
export interface WebhookDraft {
  name: string;
  url: string;
  types: string[];
}
/** One telling, as the log shows it. */
export interface DeliveryLine {
  id: string;
  type: string;
  /** Only the owner is told which case. */
  ref: string | null;
  toldAt: Date;
  status: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  replays: number;
  triedAt: Date | null;
  tookMs: number | null;
  answerStatus: number | null;
  answer: string | null;
  problem: string | null;
}

export const MOST_WEBHOOKS = 20;
const PAGE = 50;
const MOST_REPLAYED = 10_000;
const COLUMNS = `w.id, w.name, w.url, w.types, w.owner_id AS "ownerId", p.name AS "ownerName", w.made_at AS "madeAt",
  w.failing_since AS "failingSince", w.off_at AS "offAt", w.off_why AS "offWhy"`;
/** $1 the owner; null for an administrator, who looks after all. */
const LIST = `
  SELECT ${COLUMNS} FROM webhook w JOIN person p ON p.id = w.owner_id
  WHERE ($1::uuid IS NULL OR w.owner_id = $1) AND ($2::text IS NULL OR w.id::text = $2) ORDER BY w.made_at DESC, w.id LIMIT 500`;
const ADD = `
  INSERT INTO webhook (id, owner_id, name, url, secret, types, made_at, made_by)
  SELECT $1::uuid, p.id, $3::text, $4::text, $5::text, $6::text[], $7::timestamptz, $8::uuid FROM person p
  WHERE p.id::text = $2 AND (SELECT count(*) FROM webhook w WHERE w.owner_id = p.id) < ${MOST_WEBHOOKS}
    AND NOT EXISTS (SELECT FROM webhook w WHERE w.owner_id = p.id AND w.name = $3 AND w.url = $4) RETURNING id`;
const LOG = `
  SELECT d.id, d.type, CASE WHEN w.owner_id = $3 THEN coalesce(r.ref, t.ref) END AS ref, d.told_at AS "toldAt", d.status, d.attempts, d.replays, d.tried_at AS "triedAt",
    d.took_ms AS "tookMs", d.answer_status AS "answerStatus", d.answer, d.problem
  FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id LEFT JOIN request r ON r.id = d.case_id LEFT JOIN deployment t ON t.id = d.case_id
  WHERE d.webhook_id = $1 AND ($2::uuid IS NULL OR d.id < $2) AND (d.status <> 'waiting' OR d.attempts > 0) ORDER BY d.id DESC LIMIT ${PAGE + 1}`;
/** One, or all from a moment on; each keeps its name, so that whoever has it already knows it again. */
const REPLAY = `
  WITH chosen AS (
    SELECT d.id FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
    WHERE d.webhook_id = $1 AND w.off_at IS NULL AND d.status <> 'waiting' AND (d.id::text = $2 OR d.told_at >= $3::timestamptz) ORDER BY d.id LIMIT ${MOST_REPLAYED}
  ), again AS (
    UPDATE webhook_delivery d SET status = 'waiting', fed_at = NULL, problem = NULL, replays = replays + 1 FROM chosen c WHERE d.id = c.id RETURNING 1
  )
  SELECT (SELECT count(*)::integer FROM again) AS deliveries, CASE WHEN EXISTS (SELECT FROM again) THEN pg_notify('outbox', '') END AS woken`;
/** What waits when it is switched off is not told any more, and not when it is switched on again either. */
const SWITCH = `
  WITH ended AS (
    UPDATE webhook_delivery d SET status = 'failed', problem = coalesce(d.problem, $3, w.off_why) FROM webhook w
    WHERE w.id = $1 AND d.webhook_id = w.id AND d.status = 'waiting' AND ($2::timestamptz IS NOT NULL OR w.off_at IS NOT NULL)
  )
  UPDATE webhook SET off_at = $2, off_why = $3, failing_since = NULL WHERE id = $1`;
const TWICE = 'You have a webhook of this name to this address. To get a new secret, remove that one first';
const NONE = refuse('notFound', 'There is no such webhook, or it is not yours.');

/** A new secret, as Standard Webhooks write them. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

function problemsOf({ name, url, types }: WebhookDraft, loopback: boolean): FieldProblem[] {
  const wrong = url.length > 2_000 ? 'Shorten this to 2,000 characters or fewer' : outsideProblem(url, loopback);
  const unknown = types.find((type) => !HOOK_TYPES.includes(type));
  return [
    ...(name.trim() === '' ? [{ path: 'name', message: 'Give it a name by which you know it' }] : []),
    ...(name.length > 200 ? [{ path: 'name', message: 'Shorten this to 200 characters or fewer' }] : []),
    ...(wrong ? [{ path: 'url', message: wrong }] : []),
    ...(types.length === 0 ? [{ path: 'types', message: 'Choose at least one step' }] : []),
    ...(unknown !== undefined ? [{ path: 'types', message: 'Choose steps of this list only' }] : []),
  ];
}

/** The programs that are told of steps: an administrator looks after all, everybody with an account after their own. */
export class Webhooks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Those that somebody looks after, the newest first. */
  async of(actor: Actor): Promise<Webhook[]> {
    return (await this.pool.query<Webhook>(LIST, [this.scope(actor), null])).rows;
  }

  async find(actor: Actor, id: string): Promise<Webhook | Refusal> {
    const { rows } = await this.pool.query<Webhook>(LIST, [this.scope(actor), keepable(id)]);
    return rows[0] ?? NONE;
  }

  /** Makes one, told what its maker may see, who alone knows its address and secret, so nobody makes one for somebody else; its secret is in the answer and nowhere else afterwards. In a demonstration a program on this machine may be told. */
  async add(actor: Actor, draft: WebhookDraft, loopback: boolean): Promise<{ id: string; secret: string } | Refusal> {
    const problems = refuseFields(problemsOf(draft, loopback));
    if (problems) return problems;
    const secret = newSecret();
    const types = HOOK_TYPES.filter((type) => draft.types.includes(type));
    const values = [
      randomUUID(),
      actor.id,
      keepable(draft.name).trim(),
      draft.url,
      secret,
      types,
      this.clock.now(),
      actor.id,
    ];
    const { rows } = await this.pool.query<{ id: string }>(ADD, values);
    return rows[0] ? { id: rows[0].id, secret } : this.notMade(actor, draft);
  }

  /** Why one was not made: a second click would make a second, and everything would be told twice. */
  private async notMade(actor: Actor, { name, url }: WebhookDraft): Promise<Refusal> {
    const own = (await this.of(actor)).filter((hook) => hook.ownerId === actor.id);
    return own.some((hook) => hook.name === keepable(name).trim() && hook.url === url)
      ? refuse('invalid', TWICE, [{ path: 'name', message: TWICE }])
      : refuse('invalid', `There are ${MOST_WEBHOOKS} webhooks for this person. Remove one of them first.`);
  }

  async remove(actor: Actor, id: string): Promise<null | Refusal> {
    return this.change(actor, id, 'DELETE FROM webhook WHERE id = $1', []);
  }

  /** Switches one off, or on again; what happened while it was off is not told. */
  async switch(actor: Actor, id: string, on: boolean): Promise<null | Refusal> {
    const off = [this.clock.now(), `${actor.name} switched it off.`];
    return this.change(actor, id, SWITCH, on ? [null, null] : off);
  }

  /** What was told, the latest first, a page of it. */
  async log(
    actor: Actor,
    id: string,
    before: string | null,
  ): Promise<{ items: DeliveryLine[]; next: string | null } | Refusal> {
    const found = await this.find(actor, id);
    if (isRefusal(found)) return found;
    const { rows } = await this.pool.query<DeliveryLine>(LOG, [found.id, before, actor.id]);
    const items = rows.slice(0, PAGE);
    return { items, next: rows.length > PAGE ? items.at(-1)!.id : null };
  }

  /** Tells again: one, or everything from a day on. */
  async replay(
    actor: Actor,
    id: string,
    what: { delivery: string } | { from: string },
  ): Promise<{ deliveries: number } | Refusal> {
    const found = await this.find(actor, id);
    if (isRefusal(found)) return found;
    if (found.offAt) return refuse('notNow', 'This webhook is switched off. Switch it on first.');
    const from = 'from' in what ? dayStart(what.from) : null;
    if ('from' in what && !from) return refuseFields([{ path: 'from', message: 'Enter a day' }])!;
    const values = [found.id, 'delivery' in what ? keepable(what.delivery) : null, from];
    const { rows } = await this.pool.query<{ deliveries: number }>(REPLAY, values);
    if (rows[0]!.deliveries === 0 && 'delivery' in what)
      return refuse('notFound', 'There is nothing of this name to be sent again.');
    return { deliveries: rows[0]!.deliveries };
  }

  private scope = (actor: Actor): string | null => (isAdministrator(actor) ? null : actor.id);

  private async change(actor: Actor, id: string, text: string, values: unknown[]): Promise<null | Refusal> {
    const found = await this.find(actor, id);
    if (isRefusal(found)) return found;
    await this.pool.query(text, [found.id, ...values]);
    return null;
  }
}

/** The beginning of a day, in UTC; null when it is none. */
function dayStart(day: string): string | null {
  const at = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
    ? at.toISOString()
    : null;
}
