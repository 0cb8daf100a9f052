import { FROM_THE_START, type DemonstrationPerson } from './person.js';

type Language = DemonstrationPerson['language'];
type Entry = readonly [where: string, name: string, email: string, organisation: string, language: Language];

const TEAMS: readonly Entry[] = [
  ['esa', 'Refilwe Thorbjørn-Adeyemi', 'r.thorbjorn-adeyemi', 'Regional UNDG Team, Eastern and Southern Africa', 'en'],
  ['wca', 'Fatoumata Bjelland-Ouattara', 'f.bjelland-ouattara', 'Regional UNDG Team, Western and Central Africa', 'fr'],
  ['arab', 'Rīm al-Khaṭṭāb-Novak', 'r.alkhattab-novak', 'Regional UNDG Team, Arab States', 'en'],
  ['ap', 'Pema Lindhurst-Tamayo', 'p.lindhurst-tamayo', 'Regional UNDG Team, Asia and the Pacific', 'en'],
  ['eca', 'Anahit Szymborska-Reyes', 'a.szymborska-reyes', 'Regional UNDG Team, Europe and Central Asia', 'en'],
  ['lac', 'Marisol Tengnäs-Quispe', 'm.tengnas-quispe', 'Regional UNDG Team, Latin America and the Caribbean', 'es'],
];

/** By the codes of the regional offices; Tbilisi is the adviser for the South Caucasus, asked like an office. */
const OFFICES: readonly (readonly [region: string, ...Entry])[] = [
  [
    'esa',
    'addis-ababa',
    'Selamawit Brandsæter-Omondi',
    's.brandsaeter-omondi',
    'OHCHR East Africa Regional Office',
    'en',
  ],
  [
    'esa',
    'pretoria',
    'Lindiwe Kowalczyk-Banda',
    'l.kowalczyk-banda',
    'OHCHR Regional Office for Southern Africa',
    'en',
  ],
  [
    'wca',
    'dakar',
    'Cheikh-Tidiane Moreau-Vasquez',
    'c.moreau-vasquez',
    'OHCHR West Africa Regional Office, Dakar',
    'fr',
  ],
  [
    'wca',
    'yaounde',
    'Clarisse Engelhardt-Mballa',
    'c.engelhardt-mballa',
    'OHCHR Centre for Central Africa, Yaoundé',
    'fr',
  ],
  [
    'arab',
    'beirut',
    'Nadīm Söderqvist-Haddād',
    'n.soderqvist-haddad',
    'OHCHR Regional Office for the Middle East and North Africa',
    'en',
  ],
  ['ap', 'bangkok', 'Ratchanee Okafor-Willems', 'r.okafor-willems', 'OHCHR Regional Office for South-East Asia', 'en'],
  ['ap', 'suva', 'Sereima Castellan-Brooks', 's.castellan-brooks', 'OHCHR Regional Office for the Pacific', 'en'],
  [
    'eca',
    'bishkek',
    'Aizada Fitzmaurice-Toktogul',
    'a.fitzmaurice-toktogul',
    'OHCHR Regional Office for Central Asia',
    'en',
  ],
  ['eca', 'brussels', 'Griet Abernathy-Nkosi', 'g.abernathy-nkosi', 'OHCHR Regional Office for Europe', 'en'],
  ['eca', 'tbilisi', 'Nino Castlereagh-Abashvili', 'n.castlereagh-abashvili', 'South Caucasus adviser, Tbilisi', 'en'],
  [
    'lac',
    'panama',
    'Yamileth Ostrowski-Vega',
    'y.ostrowski-vega',
    'OHCHR Regional Office for Central America and the Caribbean, Panama',
    'es',
  ],
  ['lac', 'santiago', 'Rayén Dubuisson-Arce', 'r.dubuisson-arce', 'OHCHR Regional Office for South America', 'es'],
];

/** Those who are consulted: one person for each Regional UNDG Team and for each regional office of OHCHR. */
export const PEOPLE_IN_REGIONS: readonly DemonstrationPerson[] = [
  ...TEAMS.map(([region, name, email, organisation, language]): DemonstrationPerson => ({
    key: `rt-${region}`,
    email: `${email}@undg-${region}.example`,
    name,
    title: 'Regional Coordination Specialist',
    organisation,
    language,
    assignments: [{ role: 'regionalTeam', regions: [region], from: FROM_THE_START }],
  })),
  ...OFFICES.map(([region, office, name, email, organisation, language]): DemonstrationPerson => ({
    key: `ro-${office}`,
    email: `${email}@ohchr-${office}.example`,
    name,
    title: office === 'tbilisi' ? 'Human Rights Adviser for the South Caucasus' : 'Regional Representative',
    organisation,
    language,
    assignments: [{ role: 'regionalOffice', regions: [region], office, from: FROM_THE_START }],
  })),
];
