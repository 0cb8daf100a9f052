import type { EntityManager } from 'typeorm';
import { Agency } from '../entities/reference/agency.js';
import { CountryName } from '../entities/reference/country-name.js';
import { CountryRegion } from '../entities/reference/country-region.js';
import { Country } from '../entities/reference/country.js';
import { MechanismMember } from '../entities/reference/mechanism-member.js';
import { RegionName } from '../entities/reference/region-name.js';
import { Region } from '../entities/reference/region.js';
import { RegionalOffice } from '../entities/reference/regional-office.js';
import { AGENCIES, MECHANISM_MEMBERS } from './agencies.js';
import { buildCountries } from './countries.js';
import { FORMER_NAMES } from './former-names.js';
import { REGIONAL_OFFICES } from './regional-offices.js';
import { buildCountryRegions, buildRegionNames, REGIONS } from './regions.js';
import { upsert } from './upsert.js';

/** Brings the reference tables up to the data of this release, leaving alone what an administrator has changed. */
export async function loadReferenceData(manager: EntityManager): Promise<void> {
  await upsert(manager, Country, buildCountries());
  await upsert(manager, CountryName, FORMER_NAMES);
  await upsert(manager, Region, REGIONS);
  await upsert(manager, RegionName, buildRegionNames());
  await upsert(manager, CountryRegion, buildCountryRegions());
  await upsert(manager, RegionalOffice, REGIONAL_OFFICES);
  await upsert(manager, Agency, AGENCIES);
  await upsert(manager, MechanismMember, MECHANISM_MEMBERS);
}
