import type { CountryName } from '../entities/reference/country-name.js';
import type { CountryRegion } from '../entities/reference/country-region.js';
import type { Country } from '../entities/reference/country.js';

/** Finds a country by any name it goes or went by, and its region in a year. */
export interface Gazetteer {
  find(name: string): { code: string; name: string; former?: { from: number | null; until: number } } | undefined;
  regionOf(code: string, year: number): string | undefined;
}

type Found = NonNullable<ReturnType<Gazetteer['find']>>;

/** Spelling that differs only in case, accents, apostrophes, spaces or a leading article is the same name. */
export function normalName(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’‘`]/g, "'");
  return plain.toLowerCase().trim().replaceAll(/\s+/g, ' ').replace(/^the /, '');
}

/** Builds the index; where two countries share a name, a name in use goes before a former one and that before an alias. */
export function gazetteer(
  countries: readonly Pick<Country, 'code' | 'nameEn' | 'aliases'>[],
  formerNames: readonly Pick<CountryName, 'countryCode' | 'nameEn' | 'validFrom' | 'validUntil'>[],
  regions: readonly Pick<CountryRegion, 'countryCode' | 'regionCode' | 'validFrom' | 'validUntil'>[],
): Gazetteer {
  const names = new Map(countries.map((country) => [country.code, country.nameEn]));
  const index = new Map<string, Found>();
  const add = (name: string, found: Found) => {
    if (!index.has(normalName(name))) index.set(normalName(name), found);
  };
  for (const { code, nameEn } of countries) add(nameEn, { code, name: nameEn });
  for (const { countryCode: code, nameEn, validFrom, validUntil } of formerNames) {
    const former = { from: validFrom === null ? null : yearOf(validFrom), until: yearOf(validUntil) };
    add(nameEn, { code, name: names.get(code) ?? nameEn, former });
  }
  for (const { code, nameEn, aliases } of countries) for (const alias of aliases) add(alias, { code, name: nameEn });
  return {
    find: (name) => index.get(normalName(name)),
    regionOf: (code, year) =>
      regions.find(
        (row) =>
          row.countryCode === code &&
          yearOf(row.validFrom) <= year &&
          (row.validUntil === null || year <= yearOf(row.validUntil)),
      )?.regionCode,
  };
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
