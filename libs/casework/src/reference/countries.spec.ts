import { describe, expect, it } from '@jest/globals';
import { buildCountries } from './countries.js';
import { FORMER_NAMES } from './former-names.js';
import { normalName } from './gazetteer.js';

const countries = buildCountries();
const byCode = new Map(countries.map((country) => [country.code, country]));
const withStatus = (status: string) => countries.filter((c) => c.status === status).map((c) => c.code);

describe('countries', () => {
  it('are the 193 member States, the two observers and Kosovo', () => {
    expect(withStatus('member')).toHaveLength(193);
    expect(withStatus('observer')).toEqual(['PSE', 'VAT']);
    expect(withStatus('territory')).toEqual(['XKX']);
  });

  it('have unique and well-formed codes', () => {
    for (const [key, form] of [
      ['code', /^[A-Z]{3}$/],
      ['alpha2', /^[A-Z]{2}$/],
      ['m49', /^\d{3}$/],
    ] as const) {
      const codes = countries.flatMap((country) => country[key] ?? []);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(form);
    }
    expect(countries.filter((country) => country.m49 === null).map((country) => country.code)).toEqual(['XKX']);
  });

  it('have a name of their own in each language', () => {
    for (const key of ['nameEn', 'nameFr', 'nameEs'] as const) {
      const names = countries.map((country) => normalName(country[key]));
      expect(names).not.toContain('');
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it.each([
    ['TUR', 'Türkiye', 'Türkiye', 'Türkiye'],
    ['CZE', 'Czechia', 'Tchéquie', 'Chequia'],
    ['SWZ', 'Eswatini', 'Eswatini', 'Eswatini'],
    ['MKD', 'North Macedonia', 'Macédoine du Nord', 'Macedonia del Norte'],
    ['TZA', 'United Republic of Tanzania', 'République-Unie de Tanzanie', 'República Unida de Tanzanía'],
    ['CIV', "Côte d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire"],
    ['BOL', 'Bolivia (Plurinational State of)', 'Bolivie (État plurinational de)', 'Bolivia (Estado Plurinacional de)'],
    ['COD', 'Democratic Republic of the Congo', 'République démocratique du Congo', 'República Democrática del Congo'],
    ['SYR', 'Syrian Arab Republic', 'République arabe syrienne', 'República Árabe Siria'],
    ['TLS', 'Timor-Leste', 'Timor-Leste', 'Timor-Leste'],
    ['VAT', 'Holy See', 'Saint-Siège', 'Santa Sede'],
    ['PSE', 'State of Palestine', 'État de Palestine', 'Estado de Palestina'],
  ])('%s is written as the United Nations writes it', (code, nameEn, nameFr, nameEs) => {
    expect(byCode.get(code)).toMatchObject({ nameEn, nameFr, nameEs });
  });

  it('carry the footnotes that United Nations texts carry', () => {
    expect(byCode.get('XKX')?.footnoteEn).toContain('resolution 1244 (1999)');
    expect(byCode.get('PSE')?.footnoteEn).toContain('resolution 67/19');
    expect(countries.filter((country) => country.footnoteEn).map((country) => country.code)).toEqual(['PSE', 'XKX']);
  });

  it('are found by one alias each', () => {
    const aliases = countries.flatMap((country) => [...new Set(country.aliases.map(normalName))]);
    expect(new Set(aliases).size).toBe(aliases.length);
  });
});

describe('former names', () => {
  it('belong to a country, end after they began, and differ from the name of today', () => {
    for (const former of FORMER_NAMES) {
      const country = byCode.get(former.countryCode);
      expect(country).toBeDefined();
      expect(former.nameEn).not.toBe(country?.nameEn);
      expect((former.validFrom ?? '') < former.validUntil).toBe(true);
    }
  });
});
