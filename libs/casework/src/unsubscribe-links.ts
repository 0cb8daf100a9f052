import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { GROUP_NAMES, groupRule, type NoticeGroup } from '#domain';
import { readLink, signLink } from '#platform';

/** Whose mails a link ends, and which: those of a group, or all digests. */
export interface UnsubscribeLink {
  personId: string;
  of: NoticeGroup | 'digests';
}

const PURPOSE = 'unsubscribe';
const KEY = `
  WITH made AS (INSERT INTO link_key (purpose, key) VALUES ($1, $2) ON CONFLICT (purpose) DO NOTHING RETURNING key)
  SELECT key FROM made UNION ALL SELECT key FROM link_key WHERE purpose = $1 LIMIT 1`;

/** Links by which mails of one kind are ended without signing in. They are signed, kept nowhere, and do nothing else. */
export class UnsubscribeLinks {
  private known: Promise<Buffer> | undefined;

  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** The secret of a link; null for mails that cannot be ended. */
  async make(personId: string, of: UnsubscribeLink['of']): Promise<string | null> {
    if (of !== 'digests' && !groupRule(of).may.includes('off')) return null;
    return signLink(await this.key(), PURPOSE, `${personId} ${of}`);
  }

  /** What a link ends; null where it was not made here. */
  async read(token: string): Promise<UnsubscribeLink | null> {
    const [personId, of] = readLink(await this.key(), PURPOSE, token)?.split(' ') ?? [];
    const known = of === 'digests' || (GROUP_NAMES as readonly (string | undefined)[]).includes(of);
    return personId && known ? { personId, of: of as UnsubscribeLink['of'] } : null;
  }

  private key(): Promise<Buffer> {
    this.known ??= this.readKey().catch((error: unknown) => {
      this.known = undefined;
      throw error;
    });
    return this.known;
  }

  private async readKey(): Promise<Buffer> {
    for (;;) {
      const { rows } = await this.pool.query<{ key: Buffer }>(KEY, [PURPOSE, randomBytes(32)]);
      // Where another process made it in this moment, it is there when asked again.
      if (rows[0]) return rows[0].key;
    }
  }
}
