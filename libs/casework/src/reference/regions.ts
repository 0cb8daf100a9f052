import type { CountryRegion } from '../entities/reference/country-region.js';
import type { RegionName } from '../entities/reference/region-name.js';
import type { Region } from '../entities/reference/region.js';

type RegionRow = Omit<Region, 'editedAt'>;
type RegionNameRow = Omit<RegionName, 'editedAt'>;
type CountryRegionRow = Omit<CountryRegion, 'editedAt'>;

/** The six Regional UNDG Teams' areas, in the order of lists. */
export const REGIONS = [
  region(
    'esa',
    1,
    'Eastern and Southern Africa',
    "Afrique de l'Est et Afrique australe",
    'África Oriental y Meridional',
  ),
  region(
    'wca',
    2,
    'Western and Central Africa',
    "Afrique de l'Ouest et Afrique centrale",
    'África Occidental y Central',
  ),
  region('arab', 3, 'Arab States', 'États arabes', 'Estados Árabes'),
  region('ap', 4, 'Asia and the Pacific', 'Asie et Pacifique', 'Asia y el Pacífico'),
  region('eca', 5, 'Europe and Central Asia', 'Europe et Asie centrale', 'Europa y Asia Central'),
  region('lac', 6, 'Latin America and the Caribbean', 'Amérique latine et Caraïbes', 'América Latina y el Caribe'),
] as const satisfies readonly RegionRow[];

export type RegionCode = 'esa' | 'wca' | 'arab' | 'ap' | 'eca' | 'lac';

/** Regional teams had their functions set in 2008; the mechanism's first year was 2009. */
const SINCE = '2008-01-01';

/** Countries that the team served with country teams, as far as its lists of 2013 to 2017 are known: see docs/data-sources.md. */
const SERVED: Record<RegionCode, string> = {
  esa: `AGO BDI BWA COD COM ERI ETH KEN LSO MDG MOZ MUS MWI NAM RWA SSD SWZ SYC TZA UGA ZAF ZMB ZWE`,
  wca: `BEN BFA CAF CIV CMR COG CPV GAB GHA GIN GMB GNB GNQ LBR MLI MRT NER NGA SEN SLE STP TCD TGO`,
  arab: `ARE BHR DJI DZA EGY IRQ JOR KWT LBN LBY MAR PSE SAU SDN SOM SYR TUN YEM`,
  ap: `AFG BGD BTN CHN FJI FSM IDN IND IRN KHM KIR LAO LKA MDV MHL MMR MNG MYS NPL NRU PAK PHL PLW PNG PRK SLB
    THA TLS TON TUV VNM VUT WSM`,
  eca: `ALB ARM AZE BIH BLR GEO KAZ KGZ MDA MKD MNE RUS SRB TJK TKM TUR UKR UZB`,
  lac: `ARG ATG BHS BLZ BOL BRA BRB CHL COL CRI CUB DMA DOM ECU GRD GTM GUY HND HTI JAM KNA LCA MEX NIC PAN PER
    PRY SLV SUR TTO URY VCT VEN`,
};

/** No country team: placed with the United Nations regional commission in whose area they lie. */
const PLACED: Record<RegionCode, string> = {
  esa: '',
  wca: '',
  arab: `OMN QAT`,
  ap: `AUS BRN JPN KOR NZL SGP`,
  eca: `AND AUT BEL BGR CHE CYP CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN IRL ISL ISR ITA LIE LTU LUX LVA MCO
    MLT NLD NOR POL PRT ROU SMR SVK SVN SWE VAT XKX`,
  lac: `CAN USA`,
};

/** Which days a country began to belong to its region, where it was not there from the start. */
const JOINED: Readonly<Record<string, string>> = { SSD: '2011-07-14' };

/** Every country with its region. */
export function buildCountryRegions(): CountryRegionRow[] {
  return REGIONS.flatMap(({ code }) => [
    ...belonging(SERVED[code], code, 'team'),
    ...belonging(PLACED[code], code, 'area'),
  ]);
}

function belonging(codes: string, regionCode: string, basis: 'team' | 'area'): CountryRegionRow[] {
  return (codes.match(/[A-Z]{3}/g) ?? []).map((countryCode) => ({
    countryCode,
    regionCode,
    validFrom: JOINED[countryCode] ?? SINCE,
    validUntil: null,
    basis,
  }));
}

/** The names that the teams went by. The days stand for the years, which is all that is known. */
export function buildRegionNames(): RegionNameRow[] {
  return REGIONS.flatMap((r) => [
    regionName(r.code, SINCE, '2018-01-01', {
      nameEn: `Regional UNDG Team, ${r.nameEn}`,
      nameFr: `Équipe régionale du GNUD, ${r.nameFr}`,
      nameEs: `Equipo regional del GNUD, ${r.nameEs}`,
    }),
    regionName(r.code, '2018-01-01', '2021-01-01', {
      nameEn: `Regional UNSDG Team, ${r.nameEn}`,
      nameFr: `Équipe régionale du GNUDD, ${r.nameFr}`,
      nameEs: `Equipo regional del GNUDS, ${r.nameEs}`,
    }),
    regionName(r.code, '2021-01-01', null, platformNames(r)),
  ]);
}

/** One platform serves the whole of Africa, where there had been two teams. */
function platformNames(r: RegionRow): Pick<RegionNameRow, 'nameEn' | 'nameFr' | 'nameEs'> {
  const africa = r.code === 'esa' || r.code === 'wca';
  return {
    nameEn: `Regional Collaborative Platform, ${africa ? 'Africa' : r.nameEn}`,
    nameFr: `Plateforme de collaboration régionale, ${africa ? 'Afrique' : r.nameFr}`,
    nameEs: `Plataforma de Colaboración Regional, ${africa ? 'África' : r.nameEs}`,
  };
}

function regionName(
  regionCode: string,
  validFrom: string,
  validUntil: string | null,
  names: Pick<RegionNameRow, 'nameEn' | 'nameFr' | 'nameEs'>,
): RegionNameRow {
  return { regionCode, validFrom, validUntil, ...names };
}

function region<Code extends RegionCode>(code: Code, position: number, nameEn: string, nameFr: string, nameEs: string) {
  return { code, position, nameEn, nameFr, nameEs };
}
