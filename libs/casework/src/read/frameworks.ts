import type { Pool } from 'pg';
import { hasBegun, roundOf, type Framework } from '#domain';
import type { Clock } from '#platform';

/** A published version of the criteria, with who put it in force and when. */
export interface FrameworkVersion extends Framework {
  publishedAt: Date;
  publishedBy: string;
  /** It is for a round that has not begun. */
  coming?: true;
}
interface Row extends Omit<FrameworkVersion, 'criteria' | 'totalThreshold' | 'moderationSpread' | 'minimumReviewers'> {
  definition: Pick<
    Framework,
    'criteria' | 'totalThreshold' | 'moderationSpread' | 'minimumReviewers' | 'approvals' | 'fromRound'
  >;
}

/** The columns of a version of the criteria, in the words of the program. */
export const FRAMEWORK_COLUMNS = `id, version, name, applies_to AS "appliesTo", definition, published_at AS "publishedAt", published_by AS "publishedBy"`;

/** A row of the table as a version of the criteria, and nothing else that a statement gives back with it. */
export const frameworkOf = (row: Row): FrameworkVersion => {
  const { id, version, name, appliesTo, publishedAt, publishedBy, definition } = row;
  return { id, version, name, appliesTo, publishedAt, publishedBy, ...definition };
};

/** Versions of the criteria: those in force, and those that running cases were submitted under. */
export class Frameworks {
  /** A published version never changes, so it is read once. */
  private readonly known = new Map<string, FrameworkVersion>();

  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The version that a case was frozen with, by its identifier. */
  async find(id: string): Promise<FrameworkVersion | null> {
    const known = this.known.get(id);
    if (known) return known;
    const text = `SELECT ${FRAMEWORK_COLUMNS} FROM framework WHERE id::text = $1`;
    const { rows } = await this.pool.query<Row>({ name: 'framework', text, values: [id] });
    if (!rows[0]) return null;
    const found = frameworkOf(rows[0]);
    this.known.set(id, found);
    return found;
  }

  /** Every version, the newest first. */
  async all(): Promise<FrameworkVersion[]> {
    const { rows } = await this.pool.query<Row>(
      `SELECT ${FRAMEWORK_COLUMNS} FROM framework ORDER BY version DESC LIMIT 500`,
    );
    const round = roundOf(this.clock.now().toISOString());
    return rows.map(frameworkOf).map((f) => (hasBegun(f, round) ? f : { ...f, coming: true }));
  }
}

/** The version in force for a type of request among all; null is every type that has none of its own. */
export const inForce = <F extends Pick<Framework, 'appliesTo' | 'version'> & { coming?: true }>(
  all: readonly F[],
  type: string | null,
): F | undefined => all.filter((f) => f.appliesTo === type && !f.coming).sort((a, b) => b.version - a.version)[0];
