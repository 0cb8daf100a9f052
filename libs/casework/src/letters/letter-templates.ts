import type { Pool } from 'pg';
import {
  canonical,
  FIRST_LETTERS,
  isLetterKind,
  refuse,
  refuseFields,
  required,
  templateProblems,
  type Actor,
  type DecidingEvent,
  type FieldProblem,
  type Language,
  type LetterBlocks,
  type LetterTemplate,
  type Refusal,
} from '#domain';
import type { Clock } from '#platform';
import { isAdministrator } from '../publish-framework.js';

/** A published version of the words of a letter, with who put it in force, when and why. */
export interface LetterVersion extends LetterTemplate {
  note: string;
  publishedAt: Date;
  publishedBy: string;
}
/** What an administrator sends: which letter, after which version, the words, and why. */
export interface LetterDraft {
  kind: string;
  language: string;
  after: number;
  blocks: LetterBlocks;
  note: string;
}

const COLUMNS = `kind, language, version, blocks, note, published_at AS "publishedAt", published_by AS "publishedBy"`;
const FIRST = `
  INSERT INTO letter_template (kind, language, version, blocks, note, published_at, published_by)
  SELECT x.kind, x.language, x.version, x.blocks, '', $2, $3
  FROM jsonb_to_recordset($1::jsonb) AS x(kind text, language text, version integer, blocks jsonb)
  ON CONFLICT DO NOTHING`;
const PUBLISH = `
  WITH made AS (
    INSERT INTO letter_template (kind, language, version, blocks, note, published_at, published_by)
    SELECT $1, $2, $3::integer + 1, $4::jsonb, $5, $6, $7
    WHERE $3::integer = (SELECT max(version) FROM letter_template WHERE kind = $1 AND language = $2)
    ON CONFLICT (kind, language, version) DO NOTHING RETURNING *)
  SELECT ${COLUMNS}, pg_notify('reference', 'letter') FROM made`;

/** What stands against words that were written; empty when they can be published. */
export const letterDraftProblems = (draft: LetterDraft): FieldProblem[] => [
  ...templateProblems(draft, draft.blocks),
  ...required(draft.note, 'note', 'Say why the words change', 500),
];

/** Puts the first words of every letter in force where there are none yet. */
export async function loadFirstLetters(pool: Pool, at: Date, by: string): Promise<void> {
  await pool.query(FIRST, [JSON.stringify(FIRST_LETTERS), at, by]);
}

/** The words of decision letters: every version, and the writing of a new one. */
export class LetterTemplates {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The version in force of every letter. */
  async current(): Promise<LetterVersion[]> {
    const text = `SELECT DISTINCT ON (kind, language) ${COLUMNS} FROM letter_template ORDER BY kind, language, version DESC`;
    return (await this.pool.query<LetterVersion>(text)).rows;
  }

  /** Every version of one letter, the newest first; empty when there is no such letter. */
  async versions(kind: string, language: string): Promise<LetterVersion[]> {
    if (!isLetterKind(kind)) return [];
    const text = `SELECT ${COLUMNS} FROM letter_template WHERE kind = $1 AND language = $2 ORDER BY version DESC LIMIT 500`;
    return (await this.pool.query<LetterVersion>(text, [kind, language.slice(0, 8)])).rows;
  }

  /** Publishes after a version, the last one that the writer has read; a second click is answered like the first. */
  async publish(actor: Actor, draft: LetterDraft): Promise<LetterVersion | Refusal> {
    if (!isAdministrator(actor)) return refuse('notYourRole', 'The words of letters are written by an administrator.');
    const problems = refuseFields(letterDraftProblems(draft));
    if (problems) return problems;
    const { kind, language, after, blocks, note } = draft as LetterDraft & { kind: DecidingEvent; language: Language };
    const [last] = await this.versions(kind, language);
    if (last && canonical(last.blocks) === canonical(blocks)) {
      if (last.version === after + 1 && last.publishedBy === actor.name) return last;
      return refuse('invalid', `Nothing differs from version ${last.version}, so there is nothing to publish.`, [
        { path: 'blocks', message: `Nothing differs from version ${last.version}` },
      ]);
    }
    const values = [kind, language, after, JSON.stringify(blocks), note, this.clock.now(), actor.name];
    const { rows } = await this.pool.query<LetterVersion & { pg_notify: string }>(PUBLISH, values);
    if (rows[0]) {
      const { pg_notify: _told, ...made } = rows[0];
      return made;
    }
    return this.passed(kind, language);
  }

  private async passed(kind: string, language: string): Promise<Refusal> {
    const [last] = await this.versions(kind, language);
    const words = `${last?.publishedBy} published version ${last?.version} since you opened this page. Compare yours with it, then publish again. Nothing of yours was published.`;
    return { ...refuse('stale', words), ...(last ? { revision: last.version } : {}) };
  }
}
