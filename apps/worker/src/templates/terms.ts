import type { Language } from '#domain';
import type { MailFields, MailWords } from './words.js';

export type TermsNotice = 'termsToPropose' | 'torToSign' | 'torSigned';
const by =
  (before: string) =>
  (f: MailFields): string =>
    f.due ? `${before}${f.due}` : '';
const english = by(', by ');
const french = by(', d’ici au ');
const spanish = by(', antes del final del ');

/** What mails say of the terms of reference. */
export const TERMS_MAILS: Record<Language, Record<TermsNotice, MailWords>> = {
  en: {
    termsToPropose: {
      subject: (f) => `Terms of reference to be proposed: ${f.place}${english(f)}`,
      lead: (f) =>
        `The first period of request ${f.ref} (${f.countries}) is covered. Propose the terms of reference; both sides then sign the same version.`,
      button: 'Propose the terms',
    },
    torToSign: {
      subject: (f) => `Terms of reference to be signed: ${f.place}${english(f)}`,
      lead: (f) =>
        `A version of the terms of reference of request ${f.ref} (${f.countries}) is proposed. Both sides sign the same version; signatures on an earlier one do not count for it.`,
      button: 'Read and sign',
    },
    torSigned: {
      subject: (f) => `Terms of reference signed: ${f.place}`,
      lead: (f) => `Both sides have signed the terms of reference of request ${f.ref} (${f.countries}).`,
      button: 'See the arrangements',
    },
  },
  fr: {
    termsToPropose: {
      subject: (f) => `Cahier des charges à proposer : ${f.place}${french(f)}`,
      lead: (f) =>
        `La première période de la demande ${f.ref} (${f.countries}) est couverte. Proposez le cahier des charges ; les deux parties signent ensuite la même version.`,
      button: 'Proposer le cahier des charges',
    },
    torToSign: {
      subject: (f) => `Cahier des charges à signer : ${f.place}${french(f)}`,
      lead: (f) =>
        `Une version du cahier des charges de la demande ${f.ref} (${f.countries}) est proposée. Les deux parties signent la même version ; les signatures d’une version antérieure ne valent pas pour celle-ci.`,
      button: 'Lire et signer',
    },
    torSigned: {
      subject: (f) => `Cahier des charges signé : ${f.place}`,
      lead: (f) => `Les deux parties ont signé le cahier des charges de la demande ${f.ref} (${f.countries}).`,
      button: 'Voir les arrangements',
    },
  },
  es: {
    termsToPropose: {
      subject: (f) => `Términos de referencia por proponer: ${f.place}${spanish(f)}`,
      lead: (f) =>
        `El primer período de la solicitud ${f.ref} (${f.countries}) está cubierto. Proponga los términos de referencia; después ambas partes firman la misma versión.`,
      button: 'Proponer los términos',
    },
    torToSign: {
      subject: (f) => `Términos de referencia por firmar: ${f.place}${spanish(f)}`,
      lead: (f) =>
        `Se propone una versión de los términos de referencia de la solicitud ${f.ref} (${f.countries}). Ambas partes firman la misma versión; las firmas de una versión anterior no valen para esta.`,
      button: 'Leer y firmar',
    },
    torSigned: {
      subject: (f) => `Términos de referencia firmados: ${f.place}`,
      lead: (f) => `Ambas partes han firmado los términos de referencia de la solicitud ${f.ref} (${f.countries}).`,
      button: 'Ver los arreglos',
    },
  },
};
