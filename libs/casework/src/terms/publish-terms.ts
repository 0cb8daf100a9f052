import type { Pool } from 'pg';
import {
  canonical,
  checkStandard,
  FIRST_TERMS,
  refuse,
  refuseFields,
  type Actor,
  type Refusal,
  type TermsDefinition,
} from '#domain';
import type { Clock } from '#platform';
import { isAdministrator } from '../publish-framework.js';
import { TERMS_COLUMNS, type TermsStandard } from '../read/terms-standards.js';

const PUBLISH = `
  INSERT INTO terms_standard (version, definition, published_at, published_by)
  SELECT $1::integer + 1, $2::jsonb, $3, $4 WHERE $1::integer = (SELECT max(version) FROM terms_standard)
  ON CONFLICT (version) DO NOTHING RETURNING ${TERMS_COLUMNS}`;
const FIRST = `
  INSERT INTO terms_standard (version, definition, published_at, published_by)
  SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM terms_standard)`;

/** Puts the first standard in force where there is none yet. */
export async function loadFirstTerms(pool: Pool, at: Date, by: string): Promise<void> {
  await pool.query(FIRST, [FIRST_TERMS.version, JSON.stringify(FIRST_TERMS.texts), at, by]);
}

/** Puts a standard in force as a new version. Terms that were proposed keep the version that they were made from. */
export class TermsPublisher {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Publishes after a version, the last one that the writer has read; a second click is answered like the first. */
  async publish(actor: Actor, texts: TermsDefinition['texts'], after: number): Promise<TermsStandard | Refusal> {
    if (!isAdministrator(actor))
      return refuse('notYourRole', 'The standard terms of reference are published by an administrator.');
    const problems = refuseFields(checkStandard(texts));
    if (problems) return problems;
    const last = await this.last();
    if (canonical(last.texts) === canonical(texts)) {
      if (last.version === after + 1 && last.publishedBy === actor.name) return last;
      return refuse('invalid', `Nothing differs from version ${last.version}, so there is nothing to publish.`);
    }
    const values = [after, JSON.stringify(texts), this.clock.now(), actor.name];
    const { rows } = await this.pool.query<TermsStandard>(PUBLISH, values);
    if (rows[0]) return rows[0];
    const { publishedBy, version } = await this.last();
    return {
      ...refuse(
        'stale',
        `${publishedBy} published version ${version} since you opened this page. Compare yours with it, then publish again. Nothing of yours was published.`,
      ),
      revision: version,
    };
  }

  private async last(): Promise<TermsStandard> {
    const text = `SELECT ${TERMS_COLUMNS} FROM terms_standard ORDER BY version DESC LIMIT 1`;
    return (await this.pool.query<TermsStandard>(text)).rows[0]!;
  }
}
