import { randomUUID } from 'node:crypto';
import { RegionalOptions } from '#casework';
import { isRefusal, type OptionContent, type RegionalOption } from '#domain';
import { anOptionContent } from '../../libs/domain/test/option.js';
import type { TestDatabase } from './database.js';

/** Keeps an option of Eastern and Southern Africa, as its regional team would. */
export async function keepOption(
  db: TestDatabase,
  given: Partial<OptionContent> = {},
  id: string = randomUUID(),
): Promise<RegionalOption> {
  const options = new RegionalOptions(db.pool, db.clock, db.reference);
  const kept = await options.open(db.cast.team, id, 'esa', anOptionContent(given));
  if (isRefusal(kept)) throw new Error(JSON.stringify(kept));
  return kept;
}
