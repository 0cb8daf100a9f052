import { describe, expect, it } from '@jest/globals';
import { AGENCIES, MECHANISM_MEMBERS } from './agencies.js';
import { buildCountries } from './countries.js';
import { REGIONAL_OFFICES } from './regional-offices.js';
import { buildCountryRegions, buildRegionNames, REGIONS } from './regions.js';

const countries = buildCountries().map((country) => country.code);
const belonging = buildCountryRegions();
const regionCodes = REGIONS.map((region) => region.code);

describe('regions', () => {
  it('hold every country exactly once', () => {
    expect(belonging.map((row) => row.countryCode).sort()).toEqual([...countries].sort());
  });

  it('hold the countries of the demonstration requests', () => {
    const regionOf = (code: string) => belonging.find((row) => row.countryCode === code)?.regionCode;
    expect(['TZA', 'AZE', 'NER', 'BRB'].map(regionOf)).toEqual(['esa', 'eca', 'wca', 'lac']);
  });

  it('take in South Sudan from its admission', () => {
    expect(belonging.find((row) => row.countryCode === 'SSD')?.validFrom).toBe('2011-07-14');
  });

  it('have names without a gap between them', () => {
    for (const code of regionCodes) {
      const names = buildRegionNames().filter((name) => name.regionCode === code);
      expect(names.map((name) => name.validUntil)).toEqual([...names.slice(1).map((name) => name.validFrom), null]);
    }
    expect(buildRegionNames()[0]?.nameEn).toBe('Regional UNDG Team, Eastern and Southern Africa');
  });

  it('have a regional office of OHCHR each, hosted in a known country', () => {
    expect(new Set(REGIONAL_OFFICES.map((office) => office.regionCode))).toEqual(new Set(regionCodes));
    for (const office of REGIONAL_OFFICES) expect(countries).toContain(office.countryCode);
  });
});

describe('agencies', () => {
  it('have unique codes that fit their column', () => {
    const codes = AGENCIES.map((agency) => agency.code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code.length).toBeLessThanOrEqual(16);
  });

  it('include the thirteen that took part in the mechanism in February 2012, two of them as co-chairs', () => {
    const codes = new Set(AGENCIES.map((agency) => agency.code));
    expect(MECHANISM_MEMBERS).toHaveLength(13);
    for (const member of MECHANISM_MEMBERS) expect(codes).toContain(member.agencyCode);
    const chairs = MECHANISM_MEMBERS.filter((member) => member.role === 'coChair').map((member) => member.agencyCode);
    expect(chairs).toEqual(['OHCHR', 'UNICEF']);
  });
});
