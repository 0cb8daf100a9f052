import {
  isRefusal,
  SYSTEM,
  type Actor,
  type DeploymentEvent,
  type DeploymentEventOf,
  type DeploymentEventType,
  type DeploymentFacts,
  type Refusal,
} from '#domain';
import { Deployments, type Advanced } from '#casework';
import { randomUUID } from 'node:crypto';
import { aPostEvent } from '../../libs/domain/test/deployment-events.js';
import type { TestDatabase } from './database.js';

/** Who has to do with a post in Tanzania, by the key of a demonstration person. */
const PLAYED_BY = {
  office: 'rco-tza',
  coordinator: 'rc-tza',
  desk: 'do-esa',
  team: 'rt-esa',
  fund: 'fm-vanderbeke',
  auditor: 'au-petrescu',
  officeElsewhere: 'rc-aze',
  deskElsewhere: 'do-eca',
} as const;
/** Amara serves first, Boris comes after her; each post has its own two, since nobody holds two posts. */
interface KnownAdviser {
  email: string;
  actor: Actor;
}
type Adviser = 'amara' | 'boris';
export type PostRole = keyof typeof PLAYED_BY | Adviser | 'clock';

async function newAdviser(db: TestDatabase, name: Adviser): Promise<KnownAdviser> {
  const email = `${name}-${randomUUID()}@posts.example`;
  const { rows } = await db.pool.query<{ id: string }>(
    'INSERT INTO person (email, name, created_at) VALUES ($1, $2, now()) RETURNING id',
    [email, `Adviser ${name} of the post`],
  );
  await db.pool.query(`INSERT INTO assignment (person_id, role, valid_from) VALUES ($1, 'adviser', '2020-01-01')`, [
    rows[0]!.id,
  ]);
  return { email, actor: (await db.people.find(email))! };
}

type More<T extends DeploymentEventType> = Partial<DeploymentEventOf<T>>;

/** A post in a database, which moves by events sent through the write path and in no other way. */
export class PostInDatabase {
  readonly deployments: Deployments;

  constructor(
    readonly db: TestDatabase,
    readonly ref: string,
    readonly advisers: Record<Adviser, KnownAdviser>,
  ) {
    this.deployments = new Deployments(db.pool, db.clock, db.reference);
  }

  async row(): Promise<{ id: string; revision: number; facts: DeploymentFacts }> {
    const { rows } = await this.db.pool.query('SELECT id, revision, facts FROM deployment WHERE ref = $1', [this.ref]);
    return rows[0] as { id: string; revision: number; facts: DeploymentFacts };
  }
  async facts(): Promise<DeploymentFacts> {
    return (await this.row()).facts;
  }
  /** Who plays a part of this post. */
  async person(part: PostRole): Promise<Actor> {
    if (part === 'clock') return SYSTEM;
    return part in this.advisers
      ? this.advisers[part as Adviser].actor
      : this.db.person(PLAYED_BY[part as keyof typeof PLAYED_BY]);
  }
  private today = (): string => this.db.clock.now().toISOString().slice(0, 10);

  /** An event of this kind that is right as the post stands, with changes. */
  async event<T extends DeploymentEventType>(type: T, more: More<T> = {}): Promise<DeploymentEventOf<T>> {
    const given = { facts: await this.facts(), today: this.today() };
    const named = type === 'SELECT' || type === 'IDENTIFY' ? { adviser: this.advisers.amara.email } : {};
    return { ...aPostEvent(type, given), ...named, ...more } as DeploymentEventOf<T>;
  }

  /** Sends an event; a refusal comes back as it is. */
  async attempt(
    by: PostRole,
    event: DeploymentEvent,
    revision: number | 'latest' = 'latest',
  ): Promise<Advanced | Refusal> {
    return this.deployments.advance(this.ref, await this.person(by), event, { revision });
  }
  /** Sends the ordinary event of a kind, which must be taken. */
  async go<T extends DeploymentEventType>(by: PostRole, type: T, more: More<T> = {}): Promise<this> {
    const done = await this.attempt(by, await this.event(type, more));
    if (isRefusal(done)) throw new Error(`${by} cannot ${type}: ${JSON.stringify(done)}`);
    return this;
  }
  /** Waits for the day of a step that the product takes by itself, and lets it happen. */
  async byClock(type: 'START_MID_TERM' | 'OPEN_RENEWAL' | 'START_CLOSING' | 'TAKE_EFFECT'): Promise<this> {
    const { clocks } = await this.facts();
    const at = clocks.flatMap((c) => c.steps).find((s) => s.kind === type)!.at;
    if (at > this.db.clock.now().toISOString()) this.db.clock.set(at);
    return this.go('clock', type);
  }
}

/** Opens a post in Tanzania on the day of the clock. */
export async function aPostIn(db: TestDatabase, more: More<'OPEN'> = {}): Promise<PostInDatabase> {
  const right = aPostEvent('OPEN', { today: db.clock.now().toISOString().slice(0, 10) });
  const origin = { ...right.origin, requestId: null };
  const opened = await new Deployments(db.pool, db.clock, db.reference).open(SYSTEM, { ...right, origin, ...more });
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened));
  return new PostInDatabase(db, opened.ref, {
    amara: await newAdviser(db, 'amara'),
    boris: await newAdviser(db, 'boris'),
  });
}

const finished = (post: PostInDatabase, side: 'adviser' | 'rc') =>
  post.go(side === 'adviser' ? 'amara' : 'office', 'CHECK', aPostEvent('CHECK', { side }));
async function endReported(post: PostInDatabase): Promise<PostInDatabase> {
  const end = (await post.facts()).incumbencies.at(-1)!.obligations.find((o) => o.kind === 'end')!;
  return post.go('amara', 'FILE_REPORT', { kind: 'end', period: end.period, obligationId: end.id });
}

/** What leads from each stage of a post to the next. */
const WAY = {
  opened: (post: PostInDatabase) => Promise.resolve(post),
  advertised: (post: PostInDatabase) => post.go('desk', 'ADVERTISE'),
  shortlisted: (post: PostInDatabase) => post.go('desk', 'SHORTLIST'),
  selected: (post: PostInDatabase) => post.go('desk', 'SELECT'),
  onboarding: (post: PostInDatabase) => post.go('coordinator', 'CONSULTED'),
  arrived: (post: PostInDatabase) => post.go('desk', 'ARRIVE'),
  planned: (post: PostInDatabase) => post.go('amara', 'PLAN'),
  serving: async (post: PostInDatabase) =>
    (await post.go('coordinator', 'AGREE_WORK_PLAN')).go('desk', 'AGREE_WORK_PLAN'),
  inMidTerm: (post: PostInDatabase) => post.byClock('START_MID_TERM'),
  reviewed: async (post: PostInDatabase) => (await post.go('coordinator', 'REVIEW')).go('desk', 'REVIEW'),
  inRenewal: (post: PostInDatabase) => post.byClock('OPEN_RENEWAL'),
  wished: (post: PostInDatabase) => post.go('coordinator', 'ASK_EXTENSION'),
  closing: (post: PostInDatabase) => post.byClock('START_CLOSING'),
  checked: async (post: PostInDatabase) => finished(await finished(await endReported(post), 'adviser'), 'rc'),
} satisfies Record<string, (post: PostInDatabase) => Promise<PostInDatabase>>;
/** Something happened to the time for the view on a candidate. */
const TIMED = {
  clockStopped: (post: PostInDatabase) => post.go('desk', 'STOP_CLOCK'),
  timeAsked: (post: PostInDatabase) => post.go('coordinator', 'ASK_MORE_TIME'),
};
export type PostStage = keyof typeof WAY | keyof typeof TIMED | 'left' | 'bridged' | 'unknownAdviser';
const STAGES = Object.keys(WAY) as (keyof typeof WAY)[];

/** Brings a post to a stage, all the way from its opening. */
export async function aPostAt(db: TestDatabase, stage: PostStage, more: More<'OPEN'> = {}): Promise<PostInDatabase> {
  const post = await aPostIn(db, more);
  if (stage === 'unknownAdviser') {
    for (const one of ['advertised', 'shortlisted'] as const) await WAY[one](post);
    await post.go('desk', 'SELECT', { adviser: 'Somebody without an account' });
    return (await post.go('coordinator', 'CONSULTED')).go('desk', 'ARRIVE');
  }
  if (stage === 'clockStopped' || stage === 'timeAsked') {
    for (const one of ['advertised', 'shortlisted', 'selected'] as const) await WAY[one](post);
    return TIMED[stage](post);
  }
  const until = stage === 'left' || stage === 'bridged' ? 'arrived' : stage;
  for (const one of STAGES.slice(0, STAGES.indexOf(until) + 1)) await WAY[one](post);
  if (until === stage) return post;
  db.clock.pass(40);
  await post.go('desk', 'LEAVE');
  return stage === 'left' ? post : post.go('desk', 'BRIDGE');
}
