import { randomUUID } from 'node:crypto';
import { deploymentLocksOf, type DeploymentFacts } from '#domain';
import { countryRows, coverRows, deploymentRow } from '../../libs/casework/src/deployment-rows.js';
import { aDeployment, type DeploymentBuilder, type PostOptions } from '../../libs/domain/test/a-deployment.js';
import type { TestDatabase } from './database.js';

/** Persons of the builder have names for ids; the database wants ids. */
const IDS = new Map<string, string>();
const withIds = <T>(value: T): T =>
  JSON.parse(
    JSON.stringify(value, (key, v: unknown) => {
      if ((key !== 'id' && key !== 'personId') || typeof v !== 'string' || /^[0-9a-f-]{36}$/.test(v)) return v;
      if (!IDS.has(v)) IDS.set(v, randomUUID());
      return IDS.get(v);
    }),
  ) as T;

/** The id that a person of the builder has in the database. */
export const idOfPart = (part: string): string => withIds({ id: part }).id;

const columnsOf = (row: object): string => Object.keys(row).join(', ');
const insert = (table: string, row: object): [string, unknown[]] => [
  `INSERT INTO ${table} (${columnsOf(row)}) SELECT ${columnsOf(row)} FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`,
  [JSON.stringify(row)],
];

let number = 0;
/** Puts a post of the builder into the lists as the write path does: by the projections of its facts, under a reference of its own. */
export async function keepPost(db: TestDatabase, { facts, at }: { facts: DeploymentFacts; at: string }) {
  number += 1;
  const id = randomUUID();
  const own: DeploymentFacts = { ...withIds(facts), id, ref: `DEP-2027-${String(number).padStart(3, '0')}` };
  const row = { id, ref: own.ref, revision: 1, ...deploymentRow(own, at, db.reference), request_id: null, facts: own };
  await db.pool.query(`INSERT INTO case_file (id, kind) VALUES ($1, 'deployment')`, [id]);
  await db.pool.query(...insert('deployment', { ...row, words: '' }));
  await db.pool.query(`UPDATE deployment SET words = to_tsvector('simple', $2) WHERE id = $1`, [id, row.words]);
  await db.pool.query(
    `INSERT INTO deployment_scope (scope, seq, deployment_id) SELECT s, d.seq, d.id FROM deployment d, unnest($2::text[]) s WHERE d.id = $1`,
    [id, deploymentLocksOf(own)],
  );
  for (const cover of coverRows(own))
    await db.pool.query(...insert('deployment_cover', { deployment_id: id, ...cover }));
  for (const line of countryRows(own))
    await db.pool.query(...insert('deployment_country', { deployment_id: id, ...line }));
  for (const clock of own.clocks) {
    const { key, group, holder, personId, region, startedAt, dueOn, stoppedWith, steps } = clock;
    const line = { case_id: id, key, clock_group: group, holder, person_id: personId, region, started_at: startedAt };
    await db.pool.query(
      ...insert('deadline', { ...line, due_on: dueOn, stopped_with: stoppedWith, steps, step: 0, next_at: null }),
    );
  }
  return own;
}

/** Brings a post to a stage and keeps it. */
export const keepAt = (
  db: TestDatabase,
  stage: (post: DeploymentBuilder) => DeploymentBuilder,
  options?: PostOptions,
) => keepPost(db, stage(aDeployment(options)));

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
