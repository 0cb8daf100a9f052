import type { Language, Modality } from '../request/content.js';
import type { Criterion } from '../review/criteria.js';

interface Roles {
  supervisor: (places: string) => string;
  secondOfficer: string;
  guidance: (regions: string) => string;
}
/** The words that fill the places of a standard. */
export interface Phrases {
  modality: Record<Modality, string>;
  /** Where the adviser works; the ordinary place, and where it is another one. */
  seat: string;
  seatOf: Partial<Record<Modality, string>>;
  roles: Roles;
  /** Where the Resident Coordinator does not supervise. */
  supervisorOf: Partial<Record<Modality, (regions: string) => string>>;
  from: (day: string) => string;
  months: (n: number) => string;
  days: (country: string, n: number) => string;
  /** A post that serves one country alone. */
  wholeTime: string;
  open: string;
  none: string;
  locale: string;
  criteria: Record<Criterion, string>;
}

const EN: Phrases = {
  modality: {
    inCountry: 'in-country Human Rights Adviser',
    multiCountry: 'multi-country Human Rights Adviser',
    national: 'national human rights adviser or officer',
    regional: 'regional Human Rights Adviser',
    regionalOfficeCover: 'cover by the OHCHR regional office',
    surge: 'surge support',
  },
  seat: 'in the Office of the United Nations Resident Coordinator',
  seatOf: {
    regional: 'beside the secretariat of the regional team of the United Nations Development Group',
    regionalOfficeCover: 'in the OHCHR regional office, with missions to the countries covered',
  },
  roles: {
    supervisor: (places) => `the Resident Coordinator (${places})`,
    secondOfficer: 'the chief of the OHCHR branch at headquarters that is responsible for the region',
    guidance: (regions) => `the head of the OHCHR regional office (${regions})`,
  },
  supervisorOf: {
    regional: (regions) => `the chair of the regional team of the United Nations Development Group (${regions})`,
    regionalOfficeCover: (regions) => `the head of the OHCHR regional office (${regions})`,
  },
  from: (day) => `from ${day}`,
  months: (n) => (n === 1 ? 'one month' : `${n} months`),
  days: (country, n) => `${country} ${n} days a year`,
  wholeTime: 'the whole of the working time',
  open: 'to be agreed before signature',
  none: 'none',
  locale: 'en-GB',
  criteria: {
    ownership: 'Ownership',
    enablingEnvironment: 'Enabling national environment',
    strategicOpportunities: 'Strategic programming opportunities',
    sustainability: 'Sustainability',
    commitment: 'Full commitment of the RC and UNCT',
  },
};
const FR: Phrases = {
  modality: {
    inCountry: 'Conseiller aux droits de l’homme dans le pays',
    multiCountry: 'Conseiller aux droits de l’homme pour plusieurs pays',
    national: 'conseiller ou administrateur national',
    regional: 'Conseiller régional aux droits de l’homme',
    regionalOfficeCover: 'couverture par le Bureau régional du HCDH',
    surge: 'renfort temporaire',
  },
  seat: 'au Bureau du Coordonnateur résident des Nations Unies',
  seatOf: {
    regional: 'auprès du secrétariat de l’équipe régionale du Groupe des Nations Unies pour le développement',
    regionalOfficeCover: 'au Bureau régional du HCDH, avec des missions dans les pays couverts',
  },
  roles: {
    supervisor: (places) => `le Coordonnateur résident (${places})`,
    secondOfficer: 'le chef du service du HCDH au siège responsable de la région',
    guidance: (regions) => `le chef du Bureau régional du HCDH (${regions})`,
  },
  supervisorOf: {
    regional: (regions) =>
      `le président de l’équipe régionale du Groupe des Nations Unies pour le développement (${regions})`,
    regionalOfficeCover: (regions) => `le chef du Bureau régional du HCDH (${regions})`,
  },
  from: (day) => `à partir du ${day}`,
  months: (n) => `${n} mois`,
  days: (country, n) => `${country} ${n} jours par an`,
  wholeTime: 'la totalité du temps de travail',
  open: 'à convenir avant la signature',
  none: 'aucune',
  locale: 'fr-FR',
  criteria: {
    ownership: 'Appropriation',
    enablingEnvironment: 'Contexte national favorable',
    strategicOpportunities: 'Occasions stratégiques de programmation',
    sustainability: 'Durabilité',
    commitment: 'Engagement du Coordonnateur résident et de l’équipe de pays',
  },
};
const ES: Phrases = {
  modality: {
    inCountry: 'Asesor de Derechos Humanos en el país',
    multiCountry: 'Asesor de Derechos Humanos para varios países',
    national: 'asesor u oficial nacional de derechos humanos',
    regional: 'Asesor regional de Derechos Humanos',
    regionalOfficeCover: 'cobertura de la Oficina Regional del ACNUDH',
    surge: 'refuerzo temporal',
  },
  seat: 'en la Oficina del Coordinador Residente de las Naciones Unidas',
  seatOf: {
    regional: 'junto a la secretaría del equipo regional del Grupo de las Naciones Unidas para el Desarrollo',
    regionalOfficeCover: 'en la Oficina Regional del ACNUDH, con misiones a los países que abarca',
  },
  roles: {
    supervisor: (places) => `el Coordinador Residente (${places})`,
    secondOfficer: 'el jefe del servicio del ACNUDH en la sede que se ocupa de la región',
    guidance: (regions) => `el jefe de la Oficina Regional del ACNUDH (${regions})`,
  },
  supervisorOf: {
    regional: (regions) =>
      `el presidente del equipo regional del Grupo de las Naciones Unidas para el Desarrollo (${regions})`,
    regionalOfficeCover: (regions) => `el jefe de la Oficina Regional del ACNUDH (${regions})`,
  },
  from: (day) => `desde el ${day}`,
  months: (n) => (n === 1 ? '1 mes' : `${n} meses`),
  days: (country, n) => `${country} ${n} días al año`,
  wholeTime: 'todo el tiempo de trabajo',
  open: 'por acordar antes de la firma',
  none: 'ninguna',
  locale: 'es-ES',
  criteria: {
    ownership: 'Apropiación',
    enablingEnvironment: 'Entorno nacional propicio',
    strategicOpportunities: 'Oportunidades estratégicas de programación',
    sustainability: 'Sostenibilidad',
    commitment: 'Compromiso del Coordinador Residente y del equipo en el país',
  },
};
/** The words around terms of reference in each language. */
export const TERMS_PHRASES: Record<Language, Phrases> = { en: EN, fr: FR, es: ES };
