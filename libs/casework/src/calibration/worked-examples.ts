import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import {
  canonical,
  exampleProblems,
  isRefusal,
  readsExamples,
  refuse,
  refuseFields,
  roundOf,
  takenSheet,
  takesExamples,
  writesExamples,
  type Actor,
  type Refusal,
  type ScoreSheet,
  type SentSheet,
  type WorkedExample,
} from '#domain';
import type { Clock } from '#platform';
import { KEY_REUSED } from '../receipts.js';

/** A worked example as one person may read it: the agreed scores are kept back until they have given their own for the round. */
export interface ExampleView extends Omit<WorkedExample, 'agreed'> {
  id: string;
  writtenBy: string;
  writtenAt: Date;
  retiredAt: Date | null;
  agreed: WorkedExample['agreed'] | null;
  /** The person's own scores in the present round. */
  own: { scores: ScoreSheet; takenAt: Date } | null;
}
/** Who took an example in a round, for the chair: information for the panel, never a mark of anybody. */
export interface ExampleTake {
  exampleId: string;
  title: string;
  name: string;
  takenAt: Date;
  scores: ScoreSheet;
  agreed: WorkedExample['agreed'];
}

export const NO_EXAMPLE = refuse('notFound', 'There is no such worked example.');
const CHAIR_WRITES = refuse('notYourRole', 'Worked examples are written by the panel chair.');
const REVIEWERS_TAKE = refuse('notYourRole', 'Worked examples are taken by reviewers before they score.');
/** More than this is not taken before a round by anybody. */
export const MOST_EXAMPLES = 12;

const SEEN = `
  SELECT e.id, e.content, e.written_by AS "writtenBy", e.written_at AS "writtenAt", e.retired_at AS "retiredAt", t.scores, t.taken_at AS "takenAt"
  FROM worked_example e LEFT JOIN example_take t ON t.example_id = e.id AND t.person_id = $1 AND t.round = $2`;
const WRITE = `
  INSERT INTO worked_example (id, content, written_by, written_at)
  SELECT $1::uuid, $2::jsonb, $3::text, $4::timestamptz WHERE (SELECT count(*) FROM worked_example WHERE retired_at IS NULL) < ${MOST_EXAMPLES}
  ON CONFLICT (id) DO NOTHING`;
const TAKE = `
  INSERT INTO example_take (example_id, person_id, round, scores, taken_at)
  SELECT id, $2::uuid, $3::text, $4::jsonb, $5::timestamptz FROM worked_example WHERE id::text = $1 AND retired_at IS NULL
  ON CONFLICT DO NOTHING`;

interface Row extends Pick<ExampleView, 'id' | 'writtenBy' | 'writtenAt' | 'retiredAt'> {
  content: WorkedExample;
  scores: ScoreSheet | null;
  takenAt: Date | null;
}

/** Worked examples with agreed scores: reviewers take them before a round and compare; the chair writes them. They hold no case. */
export class WorkedExamples {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The round of today. */
  readonly round = (): string => roundOf(this.clock.now().toISOString());

  /** The examples in use, the oldest first, as the person may read them. */
  async list(actor: Actor): Promise<ExampleView[]> {
    const text = `${SEEN} WHERE e.retired_at IS NULL ORDER BY e.written_at, e.id LIMIT ${MOST_EXAMPLES}`;
    const { rows } = await this.pool.query<Row>(text, [actor.id, this.round()]);
    return rows.map((row) => viewOf(row, actor));
  }

  /** One example, also when it is no longer in use; null when there is none. */
  async find(actor: Actor, id: string): Promise<ExampleView | null> {
    if (!readsExamples(actor)) return null;
    const { rows } = await this.pool.query<Row>(`${SEEN} WHERE e.id::text = $3`, [actor.id, this.round(), id]);
    return rows[0] ? viewOf(rows[0], actor) : null;
  }

  /** Keeps somebody's scores of an example for the present round: once, since what comes after reading the agreed ones is no test. */
  async take(actor: Actor, id: string, sent: SentSheet): Promise<ExampleView | Refusal> {
    if (!takesExamples(actor)) return REVIEWERS_TAKE;
    const sheet = takenSheet(sent);
    if (isRefusal(sheet)) return sheet;
    const values = [id, actor.id, this.round(), JSON.stringify(sheet), this.clock.now()];
    const { rowCount } = await this.pool.query(TAKE, values);
    const kept = await this.find(actor, id);
    if (!kept) return NO_EXAMPLE;
    if (!kept.own) return refuse('notNow', 'This example is no longer in use. Take another one.');
    return rowCount || canonical(kept.own.scores) === canonical(sheet)
      ? kept
      : refuse(
          'notNow',
          'You have taken this example in this round. Your first scores are the ones that are compared.',
        );
  }

  /** Keeps a new example under an id that its sender made, so that a second click is one. */
  async write(actor: Actor, example: WorkedExample, id: string = randomUUID()): Promise<ExampleView | Refusal> {
    if (!writesExamples(actor)) return CHAIR_WRITES;
    const problems = refuseFields(exampleProblems(example));
    if (problems) return problems;
    await this.pool.query(WRITE, [id, JSON.stringify(example), actor.name, this.clock.now()]);
    const kept = await this.find(actor, id);
    if (!kept) return refuse('notNow', `There are ${MOST_EXAMPLES} examples in use. Take one out of use first.`);
    const { title, setting, texts, agreed } = kept;
    const same = canonical({ title, setting, texts, agreed }) === canonical(example);
    return same ? kept : refuse('invalid', KEY_REUSED, [{ path: 'Idempotency-Key', message: KEY_REUSED }]);
  }

  /** Takes an example out of use; what was scored stays. */
  async retire(actor: Actor, id: string): Promise<ExampleView | Refusal> {
    if (!writesExamples(actor)) return CHAIR_WRITES;
    const text = 'UPDATE worked_example SET retired_at = coalesce(retired_at, $2) WHERE id::text = $1';
    await this.pool.query(text, [id, this.clock.now()]);
    return (await this.find(actor, id)) ?? NO_EXAMPLE;
  }

  /** Who took which example in the present round, for the chair. */
  async taken(actor: Actor): Promise<ExampleTake[]> {
    if (!writesExamples(actor)) return [];
    const text = `
      SELECT e.id AS "exampleId", e.content->>'title' AS title, p.name, t.taken_at AS "takenAt", t.scores, e.content->'agreed' AS agreed
      FROM example_take t JOIN worked_example e ON e.id = t.example_id JOIN person p ON p.id = t.person_id
      WHERE t.round = $1 ORDER BY p.name, t.taken_at LIMIT 500`;
    return (await this.pool.query<ExampleTake>(text, [this.round()])).rows;
  }
}

function viewOf({ content, scores, takenAt, ...row }: Row, actor: Actor): ExampleView {
  const { agreed, ...text } = content;
  const own = scores && takenAt ? { scores, takenAt } : null;
  // Who takes examples reads the agreed scores after their own; a chair who is a reviewer as well wrote them.
  const reads = own !== null || writesExamples(actor) || !takesExamples(actor);
  return { ...row, ...text, agreed: reads ? agreed : null, own };
}
