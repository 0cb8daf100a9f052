import type { Pool } from 'pg';
import type { TermsDefinition } from '#domain';

/** A published version of the standard terms of reference, with who put it in force and when. */
export interface TermsStandard extends TermsDefinition {
  publishedAt: Date;
  publishedBy: string;
}

/** The columns of a version, in the words of the program. */
export const TERMS_COLUMNS = `version, definition AS texts, published_at AS "publishedAt", published_by AS "publishedBy"`;

/** Versions of the standard terms of reference: the one in force, and those that running cases were made from. */
export class TermsStandards {
  /** A published version never changes, so it is read once. */
  private readonly known = new Map<number, TermsStandard>();

  constructor(private readonly pool: Pool) {}

  /** The version that terms were made from. */
  async find(version: number): Promise<TermsStandard | null> {
    const known = this.known.get(version);
    if (known) return known;
    const text = `SELECT ${TERMS_COLUMNS} FROM terms_standard WHERE version = $1`;
    const { rows } = await this.pool.query<TermsStandard>({ name: 'terms standard', text, values: [version] });
    if (!rows[0]) return null;
    this.known.set(version, rows[0]);
    return rows[0];
  }

  /** The version in force: what new terms are made from. */
  async current(): Promise<TermsStandard> {
    const text = 'SELECT max(version) AS version FROM terms_standard';
    const { rows } = await this.pool.query<{ version: number | null }>({ name: 'terms in force', text });
    const found = await this.find(rows[0]?.version ?? 0);
    if (!found) throw new Error('There is no standard of terms of reference: the database was not prepared.');
    return found;
  }

  /** Every version, the newest first. */
  async all(): Promise<TermsStandard[]> {
    const text = `SELECT ${TERMS_COLUMNS} FROM terms_standard ORDER BY version DESC LIMIT 500`;
    return (await this.pool.query<TermsStandard>(text)).rows;
  }
}
