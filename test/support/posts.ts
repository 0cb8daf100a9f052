import { randomUUID } from 'node:crypto';
import { Deployments } from '#casework';
import {
  evolveDeployment,
  isRefusal,
  SYSTEM,
  type Actor,
  type DeploymentEvent,
  type DeploymentEventOf,
  type DeploymentFacts,
} from '#domain';
import {
  aDeployment,
  postCast,
  type DeploymentBuilder,
  type PostCast,
  type PostOptions,
} from '../../libs/domain/test/a-deployment.js';
import { aPost, aPostEvent } from '../../libs/domain/test/deployment-events.js';
import type { TestDatabase } from './database.js';

/** Puts an adviser into the database who holds no other post. */
async function anAdviser(db: TestDatabase, like: Actor): Promise<Actor> {
  const id = randomUUID();
  await db.pool.query('INSERT INTO person (id, email, name, created_at) VALUES ($1, $2, $3, now())', [
    id,
    `${id}@advisers.example`,
    like.name,
  ]);
  await db.pool.query(
    `INSERT INTO assignment (person_id, role, regions, countries, valid_from) VALUES ($1, 'adviser', '{}', '{}', '2020-01-01')`,
    [id],
  );
  return { ...like, id };
}

/** The people of a case of Tanzania in the database, and two advisers of this post alone: nobody holds two. */
async function castOfPost(db: TestDatabase): Promise<PostCast> {
  const usual = postCast();
  const [amara, boris] = [await anAdviser(db, usual.amara), await anAdviser(db, usual.boris)];
  return { ...usual, ...db.cast, amara, boris };
}

const MADE = /^id-\d+$/;
/** What the product names by itself has another name there than with the builder: learnt from where it stands in the facts. */
function learn(names: Map<string, string>, here: unknown, there: unknown): void {
  if (typeof here === 'string' && typeof there === 'string' && MADE.test(here)) names.set(here, there);
  if (typeof here !== 'object' || typeof there !== 'object' || here === null || there === null) return;
  for (const [key, value] of Object.entries(here)) learn(names, value, (there as Record<string, unknown>)[key]);
}
const translated = <T>(value: T, names: Map<string, string>): T =>
  JSON.parse(JSON.stringify(value), (key, v: unknown) => {
    if (typeof v !== 'string') return v;
    // The clock of a report has its name behind its own.
    return key === 'clock' ? v.replace(/[^:]+$/, (id) => names.get(id) ?? id) : (names.get(v) ?? v);
  }) as T;

async function factsOf(db: TestDatabase, ref: string): Promise<DeploymentFacts> {
  const { rows } = await db.pool.query<{ facts: DeploymentFacts }>('SELECT facts FROM deployment WHERE ref = $1', [
    ref,
  ]);
  return rows[0]!.facts;
}

/** Brings a post in the database to where a builder brought it in memory: the same events at the same times, through the write path. */
async function takePost(db: TestDatabase, { sent, entries, cast: parts }: DeploymentBuilder): Promise<DeploymentFacts> {
  const deployments = new Deployments(db.pool, db.clock, db.reference);
  const cast = await castOfPost(db);
  const names = new Map((['amara', 'boris'] as const).map((part) => [parts[part].id, cast[part].id]));
  let here: DeploymentFacts | null = null;
  let there: DeploymentFacts | null = null;
  for (const [i, { by, event, at }] of sent.entries()) {
    db.clock.set(at);
    const said: DeploymentEvent = translated(event, names);
    const done = there
      ? await deployments.advance(there.ref, cast[by], said, { revision: 'latest' })
      : await deployments.open(SYSTEM, said as DeploymentEventOf<'OPEN'>);
    if (isRefusal(done)) throw new Error(`${by} cannot ${event.type} on ${at}: ${JSON.stringify(done)}`);
    here = evolveDeployment(here, entries[i]!);
    there = await factsOf(db, done.ref);
    learn(names, here, there);
  }
  return there!;
}

/** Brings a post to a stage in the database; the clock is then where it was. */
export async function keepAt(
  db: TestDatabase,
  stage: (post: DeploymentBuilder) => DeploymentBuilder,
  { post, urgent = false, ...options }: PostOptions = {},
): Promise<DeploymentFacts> {
  const now = db.clock.now().toISOString();
  const { calendars, clocks, regionOf, countryName, zoneOf } = db.reference;
  const opening = aPostEvent('OPEN') as DeploymentEventOf<'OPEN'>;
  // Of a request that was made elsewhere: there is none here to which it could lead.
  const first = { ...opening, origin: { ...opening.origin, requestId: null }, post: aPost(post), urgent };
  const story = stage(
    aDeployment({ first, context: { calendars, clocks, regionOf, countryName, zoneOf }, ...options }),
  );
  try {
    return await takePost(db, story);
  } finally {
    db.clock.set(now);
  }
}

const DAY_MS = 86_400_000;
/** A few posts on the day of the clock: one empty, one near its end, one about to begin, one that is well. */
export async function aFewPosts(db: TestDatabase): Promise<DeploymentFacts[]> {
  const ago = (days: number): PostOptions => ({
    at: new Date(db.clock.now().getTime() - days * DAY_MS).toISOString().replace(/T.*/, 'T09:00:00.000Z'),
  });
  return [
    await keepAt(db, (post) => post.left(), ago(300)),
    await keepAt(db, (post) => post.wished(), ago(710)),
    await keepAt(db, (post) => post.onboarding(), ago(10)),
    await keepAt(db, (post) => post.arrived(), ago(60)),
  ];
}
