import type { PoolClient } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '#platform';
import { CountryName } from '../entities/reference/country-name.js';
import { CountryRegion } from '../entities/reference/country-region.js';
import { Country } from '../entities/reference/country.js';
import { Presence } from '../entities/reference/presence.js';
import type { ReferenceData } from '../reference-data.js';
import { gazetteer } from './gazetteer.js';
import { type PresenceNote, readPresences, type RejectedRow } from './read-presences.js';
import { alone, reconcilePresences, type Reconciled } from './reconcile-presences.js';
import { upsert } from './upsert.js';

/** What became of each row of the file that was not simply taken. */
export interface PresencesImport {
  imported: number;
  rejected: RejectedRow[];
  notes: PresenceNote[];
}

/** Takes a list of presences (CSV) into the database, as it is; the same file twice changes nothing. */
export async function importPresences(manager: EntityManager, csvText: string): Promise<PresencesImport> {
  const known = gazetteer(
    await manager.find(Country),
    await manager.find(CountryName),
    await manager.find(CountryRegion),
  );
  const { presences, rejected, notes } = readPresences(csvText, known);
  await upsert(manager, Presence, presences);
  return { imported: presences.length, rejected, notes };
}

/** Takes a list in and brings the posts of the past up to it: the whole of it or nothing. */
export async function importHistory(
  dataSource: DataSource,
  clock: Clock,
  reference: ReferenceData,
  csvText: string,
): Promise<PresencesImport & Reconciled> {
  const runner = dataSource.createQueryRunner();
  try {
    const on = (await runner.connect()) as PoolClient;
    await runner.startTransaction();
    await alone(on);
    const taken = await importPresences(runner.manager, csvText);
    const reconciled = await reconcilePresences({ on, clock, reference }, 'A list of presences was taken in.');
    await runner.commitTransaction();
    return { ...taken, ...reconciled };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  } finally {
    await runner.release();
  }
}
