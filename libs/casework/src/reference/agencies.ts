import type { Agency } from '../entities/reference/agency.js';
import type { MechanismMember } from '../entities/reference/mechanism-member.js';

type AgencyRow = Omit<Agency, 'editedAt'>;
type MemberRow = Omit<MechanismMember, 'editedAt'>;

/** Entities of the United Nations system under the short names that country teams write: code, English, French, Spanish. */
const NAMES: readonly (readonly [code: string, en: string, fr: string, es: string])[] = [
  [
    'DCO',
    'Development Coordination Office',
    'Bureau de la coordination des activités de développement',
    'Oficina de Coordinación del Desarrollo',
  ],
  [
    'DESA',
    'Department of Economic and Social Affairs',
    'Département des affaires économiques et sociales',
    'Departamento de Asuntos Económicos y Sociales',
  ],
  [
    'DOCO',
    'United Nations Development Operations Coordination Office',
    'Bureau de la coordination des activités de développement des Nations Unies',
    'Oficina de Coordinación de Operaciones para el Desarrollo de las Naciones Unidas',
  ],
  [
    'FAO',
    'Food and Agriculture Organization of the United Nations',
    "Organisation des Nations Unies pour l'alimentation et l'agriculture",
    'Organización de las Naciones Unidas para la Alimentación y la Agricultura',
  ],
  [
    'IFAD',
    'International Fund for Agricultural Development',
    'Fonds international de développement agricole',
    'Fondo Internacional de Desarrollo Agrícola',
  ],
  [
    'ILO',
    'International Labour Organization',
    'Organisation internationale du Travail',
    'Organización Internacional del Trabajo',
  ],
  [
    'IOM',
    'International Organization for Migration',
    'Organisation internationale pour les migrations',
    'Organización Internacional para las Migraciones',
  ],
  [
    'OCHA',
    'Office for the Coordination of Humanitarian Affairs',
    'Bureau de la coordination des affaires humanitaires',
    'Oficina de Coordinación de Asuntos Humanitarios',
  ],
  [
    'OHCHR',
    'Office of the United Nations High Commissioner for Human Rights',
    "Haut-Commissariat des Nations Unies aux droits de l'homme",
    'Oficina del Alto Comisionado de las Naciones Unidas para los Derechos Humanos',
  ],
  [
    'PAHO/WHO',
    'Pan American Health Organization / World Health Organization',
    'Organisation panaméricaine de la Santé / Organisation mondiale de la Santé',
    'Organización Panamericana de la Salud / Organización Mundial de la Salud',
  ],
  [
    'UN Women',
    'United Nations Entity for Gender Equality and the Empowerment of Women',
    "Entité des Nations Unies pour l'égalité des sexes et l'autonomisation des femmes",
    'Entidad de las Naciones Unidas para la Igualdad de Género y el Empoderamiento de las Mujeres',
  ],
  [
    'UN-Habitat',
    'United Nations Human Settlements Programme',
    'Programme des Nations Unies pour les établissements humains',
    'Programa de las Naciones Unidas para los Asentamientos Humanos',
  ],
  [
    'UNAIDS',
    'Joint United Nations Programme on HIV/AIDS',
    'Programme commun des Nations Unies sur le VIH/sida',
    'Programa Conjunto de las Naciones Unidas sobre el VIH/Sida',
  ],
  [
    'UNCDF',
    'United Nations Capital Development Fund',
    "Fonds d'équipement des Nations Unies",
    'Fondo de las Naciones Unidas para el Desarrollo de la Capitalización',
  ],
  [
    'UNDP',
    'United Nations Development Programme',
    'Programme des Nations Unies pour le développement',
    'Programa de las Naciones Unidas para el Desarrollo',
  ],
  [
    'UNEP',
    'United Nations Environment Programme',
    "Programme des Nations Unies pour l'environnement",
    'Programa de las Naciones Unidas para el Medio Ambiente',
  ],
  [
    'UNESCO',
    'United Nations Educational, Scientific and Cultural Organization',
    "Organisation des Nations Unies pour l'éducation, la science et la culture",
    'Organización de las Naciones Unidas para la Educación, la Ciencia y la Cultura',
  ],
  [
    'UNFPA',
    'United Nations Population Fund',
    'Fonds des Nations Unies pour la population',
    'Fondo de Población de las Naciones Unidas',
  ],
  [
    'UNHCR',
    'Office of the United Nations High Commissioner for Refugees',
    'Haut-Commissariat des Nations Unies pour les réfugiés',
    'Oficina del Alto Comisionado de las Naciones Unidas para los Refugiados',
  ],
  [
    'UNICEF',
    "United Nations Children's Fund",
    "Fonds des Nations Unies pour l'enfance",
    'Fondo de las Naciones Unidas para la Infancia',
  ],
  [
    'UNIDO',
    'United Nations Industrial Development Organization',
    'Organisation des Nations Unies pour le développement industriel',
    'Organización de las Naciones Unidas para el Desarrollo Industrial',
  ],
  [
    'UNODC',
    'United Nations Office on Drugs and Crime',
    'Office des Nations Unies contre la drogue et le crime',
    'Oficina de las Naciones Unidas contra la Droga y el Delito',
  ],
  [
    'UNOPS',
    'United Nations Office for Project Services',
    "Bureau des Nations Unies pour les services d'appui aux projets",
    'Oficina de las Naciones Unidas de Servicios para Proyectos',
  ],
  ['UNV', 'United Nations Volunteers', 'Volontaires des Nations Unies', 'Voluntarios de las Naciones Unidas'],
  ['WFP', 'World Food Programme', 'Programme alimentaire mondial', 'Programa Mundial de Alimentos'],
  ['WHO', 'World Health Organization', 'Organisation mondiale de la Santé', 'Organización Mundial de la Salud'],
  [
    'WMO',
    'World Meteorological Organization',
    'Organisation météorologique mondiale',
    'Organización Meteorológica Mundial',
  ],
  ['World Bank', 'World Bank Group', 'Groupe de la Banque mondiale', 'Grupo Banco Mundial'],
];

/** Entities that began or ended while advisers were being deployed. */
const DATES: Readonly<Record<string, Partial<Pick<AgencyRow, 'validFrom' | 'validUntil'>>>> = {
  // The Development Coordination Office took over when the resident coordinator system left UNDP.
  DCO: { validFrom: '2019-01-01' },
  DOCO: { validUntil: '2019-01-01' },
  'UN Women': { validFrom: '2010-07-02' },
};

export const AGENCIES: readonly AgencyRow[] = NAMES.map(([code, nameEn, nameFr, nameEs]) => ({
  code,
  nameEn,
  nameFr,
  nameEs,
  validFrom: null,
  validUntil: null,
  ...DATES[code],
}));

/** Whom the mechanism's progress report names at its retreat of 17 February 2012; OHCHR and UNICEF held the chair. */
const AT_THE_RETREAT = [
  'DESA',
  'FAO',
  'ILO',
  'OHCHR',
  'UNAIDS',
  'UNEP',
  'UNFPA',
  'DOCO',
  'UNDP',
  'UNHCR',
  'UNICEF',
  'UN Women',
  'WHO',
];
const CO_CHAIRS = new Set(['OHCHR', 'UNICEF']);

export const MECHANISM_MEMBERS: readonly MemberRow[] = AT_THE_RETREAT.map((agencyCode) => ({
  mechanism: 'UNDG-HRM',
  agencyCode,
  attestedOn: '2012-02-17',
  role: CO_CHAIRS.has(agencyCode) ? 'coChair' : 'member',
  source: 'UNDG-HRM progress report, October 2011 to May 2012',
}));
