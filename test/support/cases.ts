import { createHash } from 'node:crypto';
import { isRefusal, type Entry, type RequestContent, type RequestEvent, type RequestFacts } from '#domain';
import type { Advanced } from '#casework';
import { CaseBuilder } from '../../libs/domain/test/a-case.js';
import { aContent } from '../../libs/domain/test/content.js';
import type { Part } from '../../libs/domain/test/cast.js';
import type { TestDatabase } from './database.js';

export type StepEvent = Exclude<RequestEvent, { type: 'CREATE' }>;

/** A sender's key with the hash of what is sent. */
export const once = (key: string, body: unknown) => ({
  key,
  fingerprint: createHash('sha256').update(JSON.stringify(body)).digest('hex'),
});

/** A case in a database, which moves by events sent through the write path and in no other way. */
export class CaseInDatabase {
  constructor(
    readonly db: TestDatabase,
    readonly ref: string,
  ) {}

  /** Sends an event; a refusal comes back as it is. */
  attempt(by: Part, event: StepEvent, revision: number | 'latest' = 'latest') {
    return this.db.casework.advance(this.ref, this.db.cast[by], event, { revision });
  }

  /** Sends an event that must be taken. */
  async send(by: Part, event: StepEvent): Promise<Advanced> {
    const done = await this.attempt(by, event);
    if (isRefusal(done)) throw new Error(`${by} cannot ${event.type}: ${JSON.stringify(done)}`);
    return done;
  }

  async row(): Promise<{ id: string; revision: number; facts: RequestFacts }> {
    const { rows } = await this.db.pool.query('SELECT id, revision, facts FROM request WHERE ref = $1', [this.ref]);
    return rows[0] as { id: string; revision: number; facts: RequestFacts };
  }

  async facts(): Promise<RequestFacts> {
    return (await this.row()).facts;
  }

  /** The lines of the record, as they are folded. */
  async entries(): Promise<Entry[]> {
    const { rows } = await this.db.pool.query<Entry>(
      `SELECT e.event, e.name, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
         jsonb_build_object('id', e.actor_id, 'name', e.actor_name) AS actor, e.role, e.acting_for AS "actingFor", e.data, e.state, e.clocks
       FROM audit_event e JOIN request r ON r.id = e.case_id WHERE r.ref = $1 ORDER BY e.seq`,
      [this.ref],
    );
    return rows;
  }
}

/** Begins a story of the domain's builder with the people and the time of this database. */
export const aStory = (db: TestDatabase, content: RequestContent = aContent()): CaseBuilder =>
  new CaseBuilder({
    cast: db.cast,
    content,
    at: db.clock.now().toISOString(),
    context: { officesIn: db.reference.officesIn },
  });

/** Brings a case in the database to where a builder brought it in memory: the same events, through the write path. */
export async function take(db: TestDatabase, story: CaseBuilder): Promise<CaseInDatabase> {
  const [first, ...rest] = story.sent;
  if (first?.event.type !== 'CREATE') throw new Error('A story begins with CREATE.');
  db.clock.set(first.at);
  const opened = await db.casework.open(first.actor, first.event.content);
  if (isRefusal(opened)) throw new Error(JSON.stringify(opened));
  const it = new CaseInDatabase(db, opened.ref);
  for (const { by, event, at } of rest) {
    db.clock.set(at);
    await it.send(by, event as StepEvent);
  }
  return it;
}

/** A case in the database at a stage, as `aCase()` names the stages. */
export const aCaseAt = (
  db: TestDatabase,
  stage: (story: CaseBuilder) => CaseBuilder = (s) => s,
  content?: RequestContent,
): Promise<CaseInDatabase> => take(db, stage(aStory(db, content)));

/** One adviser for Tanzania, which leads, and Azerbaijan; and the signature of the coordinator of Azerbaijan. */
export const OF_SEVERAL = aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'AZE'] });
/** A step as it is here: the other country of the domain’s cast is Fiji, that of a database Azerbaijan. */
export const asHere = <T>(event: T): T => JSON.parse(JSON.stringify(event).replaceAll('"FJI"', '"AZE"')) as T;
export const SIGNED = { type: 'SIGN_TOGETHER', declaration: true } as const;
