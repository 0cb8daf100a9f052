import { createRequire } from 'node:module';
import type { Country, CountryStatus } from '../entities/reference/country.js';
import { UN_NAMES } from './un-names.js';

export type CountryRow = Omit<Country, 'editedAt'>;

interface PackagedCountry {
  cca2: string;
  cca3: string;
  ccn3: string;
  unMember: boolean;
  borders: string[];
  name: { common: string; official: string };
}
interface PackagedNames {
  countries: Record<string, string | string[]>;
}
type Language = keyof typeof UN_NAMES;

/** Not members, whatever a package says: world-countries 5.1 counts the Holy See among them. */
const OBSERVERS: ReadonlySet<string> = new Set(['VAT', 'PSE']);

const PALESTINE = {
  footnoteEn: 'References to the State of Palestine are in compliance with General Assembly resolution 67/19.',
  footnoteFr: "Les références à l'État de Palestine sont conformes à la résolution 67/19 de l'Assemblée générale.",
  footnoteEs: 'Las referencias al Estado de Palestina se ajustan a la resolución 67/19 de la Asamblea General.',
};

/** Has no code of ISO 3166-1 or M49; XK and XKX are user-assigned codes in wide use. */
const KOSOVO: CountryRow = {
  code: 'XKX',
  alpha2: 'XK',
  m49: null,
  nameEn: 'Kosovo',
  nameFr: 'Kosovo',
  nameEs: 'Kosovo',
  status: 'territory',
  aliases: [],
  neighbours: ['ALB', 'MKD', 'MNE', 'SRB'],
  footnoteEn:
    'References to Kosovo shall be understood to be in the context of Security Council resolution 1244 (1999).',
  footnoteFr: "Toute référence au Kosovo s'entend au sens de la résolution 1244 (1999) du Conseil de sécurité.",
  footnoteEs:
    'Las referencias a Kosovo se entenderán en el contexto de la resolución 1244 (1999) del Consejo de Seguridad.',
};

/** The 193 member States, the two observers and Kosovo, in the order of their codes. */
export function buildCountries(): CountryRow[] {
  // Required here, not imported: the packages weigh megabytes and only loading reference data needs them.
  const require = createRequire(import.meta.url);
  const packaged = require('world-countries/countries.json') as PackagedCountry[];
  const names = {
    en: require('i18n-iso-countries/langs/en.json') as PackagedNames,
    fr: require('i18n-iso-countries/langs/fr.json') as PackagedNames,
    es: require('i18n-iso-countries/langs/es.json') as PackagedNames,
  };
  const known = new Set(packaged.filter((c) => statusOf(c)).map((c) => c.cca3));
  const rows = packaged.flatMap((country) => {
    const status = statusOf(country);
    return status ? [countryRow(country, status, names, (code) => code === KOSOVO.code || known.has(code))] : [];
  });
  return [...rows, KOSOVO].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function statusOf(country: PackagedCountry): CountryStatus | undefined {
  if (OBSERVERS.has(country.cca3)) return 'observer';
  return country.unMember ? 'member' : undefined;
}

function countryRow(
  country: PackagedCountry,
  status: CountryStatus,
  names: Record<Language, PackagedNames>,
  isCountry: (code: string) => boolean,
): CountryRow {
  const packagedNames = (language: Language) => [names[language].countries[country.cca2] ?? []].flat();
  const name = (language: Language) =>
    UN_NAMES[language][country.cca3] ?? packagedNames(language)[0] ?? country.name.common;
  const known = new Set([...packagedNames('en'), country.name.common, country.name.official]);
  known.delete(name('en'));
  return {
    code: country.cca3,
    alpha2: country.cca2,
    m49: country.ccn3,
    nameEn: name('en'),
    nameFr: name('fr'),
    nameEs: name('es'),
    status,
    aliases: [...known].sort(),
    // The package has a code of its own for Kosovo.
    neighbours: country.borders.map((code) => (code === 'UNK' ? KOSOVO.code : code)).filter(isCountry),
    ...(country.cca3 === 'PSE' ? PALESTINE : { footnoteEn: null, footnoteFr: null, footnoteEs: null }),
  };
}
