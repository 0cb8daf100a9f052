import type { EntityManager } from 'typeorm';
import { CountryName } from '../entities/reference/country-name.js';
import { CountryRegion } from '../entities/reference/country-region.js';
import { Country } from '../entities/reference/country.js';
import { Presence } from '../entities/reference/presence.js';
import { gazetteer } from './gazetteer.js';
import { type PresenceNote, readPresences, type RejectedRow } from './read-presences.js';
import { upsert } from './upsert.js';

/** What became of each row of the file that was not simply taken. */
export interface PresencesImport {
  imported: number;
  rejected: RejectedRow[];
  notes: PresenceNote[];
}

/** Takes a list of presences (CSV) into the database; the same file twice changes nothing. */
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
