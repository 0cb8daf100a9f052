import type { RegionalOffice } from '../entities/reference/regional-office.js';

type OfficeRow = Omit<RegionalOffice, 'editedAt'>;

/** OHCHR's regional offices and centres as they stood at the end of 2014, with their regions, and the adviser in Tbilisi, who is asked like an office. */
export const REGIONAL_OFFICES: readonly OfficeRow[] = [
  office('addis-ababa', 'Addis Ababa', 'ETH', 'esa', [
    'OHCHR East Africa Regional Office',
    "Bureau régional du HCDH pour l'Afrique de l'Est",
    'Oficina Regional del ACNUDH para África Oriental',
  ]),
  office('pretoria', 'Pretoria', 'ZAF', 'esa', [
    'OHCHR Regional Office for Southern Africa',
    "Bureau régional du HCDH pour l'Afrique australe",
    'Oficina Regional del ACNUDH para África Meridional',
  ]),
  office('dakar', 'Dakar', 'SEN', 'wca', [
    'OHCHR West Africa Regional Office',
    "Bureau régional du HCDH pour l'Afrique de l'Ouest",
    'Oficina Regional del ACNUDH para África Occidental',
  ]),
  centre('yaounde', 'Yaoundé', 'CMR', 'wca', [
    'United Nations Subregional Centre for Human Rights and Democracy in Central Africa',
    "Centre sous-régional des Nations Unies pour les droits de l'homme et la démocratie en Afrique centrale",
    'Centro Subregional de las Naciones Unidas para los Derechos Humanos y la Democracia en África Central',
  ]),
  office('beirut', 'Beirut', 'LBN', 'arab', [
    'OHCHR Regional Office for the Middle East and North Africa',
    "Bureau régional du HCDH pour le Moyen-Orient et l'Afrique du Nord",
    'Oficina Regional del ACNUDH para Oriente Medio y África del Norte',
  ]),
  notAsked(
    centre('doha', 'Doha', 'QAT', 'arab', [
      'United Nations Human Rights Training and Documentation Centre for South-West Asia and the Arab Region',
      "Centre de formation et de documentation des Nations Unies sur les droits de l'homme pour l'Asie du Sud-Ouest et la région arabe",
      'Centro de Capacitación y Documentación de las Naciones Unidas en Derechos Humanos para Asia Sudoccidental y la Región Árabe',
    ]),
  ),
  office('bangkok', 'Bangkok', 'THA', 'ap', [
    'OHCHR Regional Office for South-East Asia',
    "Bureau régional du HCDH pour l'Asie du Sud-Est",
    'Oficina Regional del ACNUDH para Asia Sudoriental',
  ]),
  office('suva', 'Suva', 'FJI', 'ap', [
    'OHCHR Regional Office for the Pacific',
    'Bureau régional du HCDH pour le Pacifique',
    'Oficina Regional del ACNUDH para el Pacífico',
  ]),
  office('bishkek', 'Bishkek', 'KGZ', 'eca', [
    'OHCHR Regional Office for Central Asia',
    "Bureau régional du HCDH pour l'Asie centrale",
    'Oficina Regional del ACNUDH para Asia Central',
  ]),
  office('brussels', 'Brussels', 'BEL', 'eca', [
    'OHCHR Regional Office for Europe',
    "Bureau régional du HCDH pour l'Europe",
    'Oficina Regional del ACNUDH para Europa',
  ]),
  row('adviser', 'tbilisi', 'Tbilisi', { countryCode: 'GEO', regionCode: 'eca' }, [
    'South Caucasus adviser, Tbilisi',
    'Conseiller pour le Caucase du Sud, Tbilissi',
    'Asesor para el Cáucaso Meridional, Tiflis',
  ]),
  office('panama', 'Panama City', 'PAN', 'lac', [
    'OHCHR Regional Office for Central America and the Caribbean',
    "Bureau régional du HCDH pour l'Amérique centrale et les Caraïbes",
    'Oficina Regional del ACNUDH para América Central y el Caribe',
  ]),
  office('santiago', 'Santiago', 'CHL', 'lac', [
    'OHCHR Regional Office for South America',
    "Bureau régional du HCDH pour l'Amérique du Sud",
    'Oficina Regional del ACNUDH para América del Sur',
  ]),
];

type Names = [en: string, fr: string, es: string];

function office(code: string, city: string, countryCode: string, regionCode: string, names: Names): OfficeRow {
  return row('office', code, city, { countryCode, regionCode }, names);
}

function centre(code: string, city: string, countryCode: string, regionCode: string, names: Names): OfficeRow {
  return row('centre', code, city, { countryCode, regionCode }, names);
}

function row(
  kind: OfficeRow['kind'],
  code: string,
  city: string,
  place: Pick<OfficeRow, 'countryCode' | 'regionCode'>,
  [nameEn, nameFr, nameEs]: Names,
): OfficeRow {
  return { code, kind, city, ...place, nameEn, nameFr, nameEs, consulted: true, validFrom: null, validUntil: null };
}

/** It trains and documents; on requests it is not asked. */
function notAsked(office: OfficeRow): OfficeRow {
  return { ...office, consulted: false };
}
