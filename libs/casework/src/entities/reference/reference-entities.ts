import { Agency } from './agency.js';
import { CountryName } from './country-name.js';
import { CountryRegion } from './country-region.js';
import { Country } from './country.js';
import { MechanismMember } from './mechanism-member.js';
import { PresenceContradiction } from './presence-contradiction.js';
import { Presence } from './presence.js';
import { RegionName } from './region-name.js';
import { Region } from './region.js';
import { RegionalOffice } from './regional-office.js';

/** The tables of reference data, parents before children. */
export const REFERENCE_ENTITIES = [
  Country,
  CountryName,
  Region,
  RegionName,
  CountryRegion,
  RegionalOffice,
  Agency,
  MechanismMember,
  Presence,
  PresenceContradiction,
];
