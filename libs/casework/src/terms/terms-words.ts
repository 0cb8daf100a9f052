import type { Language } from '#domain';

/** The words of the form around terms of reference; what they say stands in their clauses. */
export interface TermsWords {
  locale: string;
  region: string;
  title: string;
  /** The title with the places that the post serves. */
  heading: (places: string) => string;
  reference: string;
  version: (n: number, day: string) => string;
  draft: string;
  madeFrom: (n: number) => string;
  page: string;
  duties: string;
  criteria: string;
  /** What stands between a word and what it introduces, and between the parts of a list. */
  colon: string;
  semicolon: string;
  results: string;
  agreedIn: string;
  roles: { heading: string; head: [string, string, string]; parts: Record<string, string> };
  signatures: string;
  sides: { rc: string; ohchr: string };
  signed: (name: string, day: string) => string;
  actingFor: (name: string) => string;
  unsigned: string;
  annex: string;
  legend: string;
  none: string;
  head: [string, string, string, string];
  kinds: { added: string; removed: string; changed: string };
}

const EN: TermsWords = {
  locale: 'en-GB',
  region: 'gb',
  title: 'Terms of reference',
  heading: (places) => `Terms of reference: ${places}`,
  reference: 'Reference',
  version: (n, day) => `Version ${n} of ${day}`,
  draft: 'Not yet proposed',
  madeFrom: (n) => `made from version ${n} of the standard terms`,
  page: 'Page',
  duties: 'Duties',
  criteria: 'Criteria',
  colon: ': ',
  semicolon: '; ',
  results: 'Results',
  agreedIn: 'Adapted for this post; in the language in which it was agreed.',
  roles: {
    heading: 'Who holds the roles',
    head: ['Role', 'Name', 'From'],
    parts: {
      supervisor: 'Direct supervisor',
      secondReportingOfficer: 'Second reporting officer',
      regionalGuidance: 'Regional guidance',
    },
  },
  signatures: 'Signatures',
  sides: {
    rc: 'For the country team: the Resident Coordinator',
    ohchr: 'For the Office of the High Commissioner for Human Rights',
  },
  signed: (name, day) => `Signed by ${name} on ${day}`,
  actingFor: (name) => `Acting for ${name}`,
  unsigned: 'Not yet signed',
  annex: 'Annex: where these terms leave the standard',
  legend: 'Words taken out are struck through, words put in are underlined.',
  none: 'Nothing departs from the standard terms.',
  head: ['Clause', 'Change', 'Standard', 'These terms'],
  kinds: { added: 'Added', removed: 'Removed', changed: 'Changed' },
};
const FR: TermsWords = {
  locale: 'fr-FR',
  region: 'fr',
  title: 'Cahier des charges',
  heading: (places) => `Cahier des charges : ${places}`,
  reference: 'Référence',
  version: (n, day) => `Version ${n} du ${day}`,
  draft: 'Pas encore proposé',
  madeFrom: (n) => `établi à partir de la version ${n} du texte type`,
  page: 'Page',
  duties: 'Fonctions',
  criteria: 'Critères',
  colon: '\u00A0: ',
  semicolon: '\u00A0; ',
  results: 'Résultats',
  agreedIn: 'Adapté pour ce poste ; dans la langue dans laquelle la clause a été convenue.',
  roles: {
    heading: 'Titulaires des rôles',
    head: ['Rôle', 'Nom', 'À partir du'],
    parts: {
      supervisor: 'Supérieur direct',
      secondReportingOfficer: 'Second notateur',
      regionalGuidance: 'Orientations régionales',
    },
  },
  signatures: 'Signatures',
  sides: {
    rc: 'Pour l’équipe de pays : le Coordonnateur résident',
    ohchr: 'Pour le Haut-Commissariat aux droits de l’homme',
  },
  signed: (name, day) => `Signé par ${name} le ${day}`,
  actingFor: (name) => `Agissant pour ${name}`,
  unsigned: 'Pas encore signé',
  annex: 'Annexe : écarts par rapport au texte type',
  legend: 'Les mots retirés sont barrés, les mots ajoutés sont soulignés.',
  none: 'Aucun écart par rapport au texte type.',
  head: ['Clause', 'Écart', 'Texte type', 'Présent cahier des charges'],
  kinds: { added: 'Ajoutée', removed: 'Retirée', changed: 'Modifiée' },
};
const ES: TermsWords = {
  locale: 'es-ES',
  region: 'es',
  title: 'Términos de referencia',
  heading: (places) => `Términos de referencia: ${places}`,
  reference: 'Referencia',
  version: (n, day) => `Versión ${n} del ${day}`,
  draft: 'Aún no propuestos',
  madeFrom: (n) => `a partir de la versión ${n} del texto tipo`,
  page: 'Página',
  duties: 'Funciones',
  criteria: 'Criterios',
  colon: ': ',
  semicolon: '; ',
  results: 'Resultados',
  agreedIn: 'Adaptada para este puesto; en el idioma en que se acordó.',
  roles: {
    heading: 'Quién ocupa las funciones',
    head: ['Función', 'Nombre', 'Desde'],
    parts: {
      supervisor: 'Supervisor directo',
      secondReportingOfficer: 'Segundo oficial informante',
      regionalGuidance: 'Orientación regional',
    },
  },
  signatures: 'Firmas',
  sides: {
    rc: 'Por el equipo en el país: el Coordinador Residente',
    ohchr: 'Por la Oficina del Alto Comisionado para los Derechos Humanos',
  },
  signed: (name, day) => `Firmado por ${name} el ${day}`,
  actingFor: (name) => `En nombre de ${name}`,
  unsigned: 'Aún sin firmar',
  annex: 'Anexo: lo que se aparta del texto tipo',
  legend: 'Las palabras suprimidas van tachadas; las añadidas, subrayadas.',
  none: 'Nada se aparta del texto tipo.',
  head: ['Cláusula', 'Cambio', 'Texto tipo', 'Estos términos'],
  kinds: { added: 'Añadida', removed: 'Suprimida', changed: 'Modificada' },
};
/** The words of the form in each language. */
export const TERMS_WORDS: Record<Language, TermsWords> = { en: EN, fr: FR, es: ES };
