import { LETTER_COPIES, type LetterCopy } from '../notices.js';
import type { RegionalOption } from '../options/option.js';
import { optionParts } from '../options/option-letter.js';
import type { Role } from '../people/roles.js';
import type { ClockSettings } from '../time/clock-settings.js';
import { addDays, type Day } from '../time/working-days.js';
import type { Language, Modality } from './content.js';
import type { DecidingEvent, DecisionCode, RequestFacts } from './facts.js';

/** A decision letter as it was agreed and sent: plain parts, so that page, mail and PDF show the same words. */
export interface Letter {
  language: Language;
  ref: string;
  date: Day;
  to: string;
  subject: string;
  parts: ({ text: string } | { list: string[] })[];
  signature: string;
  /** Who gets a copy, as a line under the signature; letters of before have none. */
  copies?: string;
}
export interface LetterInput {
  action: DecidingEvent;
  reasons: string;
  conditions: string[];
  codes: DecisionCode[];
  modality: Modality;
  until: Day | null;
  /** The option that is offered, and the names of its countries in the language of the letter. */
  option?: RegionalOption | null;
  nameOf?: (country: string) => string;
  /** Who signs. */
  signature: string;
  date: Day;
  /** Names of the countries of the request, in the language of the letter. */
  places: string[];
  /** How long an approval is valid, and a refusal open to reconsideration: settings of this system. */
  clocks: Pick<ClockSettings, 'approvalValidDays' | 'reconsiderationDays'>;
}

interface Words {
  to: (places: string) => string;
  subject: (places: string, ref: string) => string;
  modality: Record<Modality, string>;
  thanks: (ref: string, version: number) => string;
  decided: Record<DecidingEvent, (m: string, places: string, until: string) => string>;
  money: (days: number, last: string) => string;
  conditions: string;
  codes: string;
  codeNames: Record<DecisionCode, string>;
  reasons: string;
  next: Record<Exclude<DecidingEvent, 'DECLINE'>, string>;
  declined: (days: number, last: string) => string;
  /** In place of that, when reconsideration was asked for before. */
  declinedAgain: string;
  months: (n: number) => string;
  copies: (names: string) => string;
  copyNames: Record<LetterCopy, string>;
  and: string;
  locale: string;
}

const EN: Words = {
  to: (p) => `The Resident Coordinator, ${p}`,
  subject: (p, ref) => `Request for a Human Rights Adviser: ${p} (${ref})`,
  modality: {
    inCountry: 'an in-country Human Rights Adviser',
    multiCountry: 'a multi-country Human Rights Adviser',
    national: 'a national human rights adviser or officer',
    regional: 'a regional Human Rights Adviser',
    regionalOfficeCover: 'cover by the OHCHR regional office',
    surge: 'surge support',
  },
  thanks: (ref, v) =>
    `Thank you for request ${ref}, made on behalf of the United Nations country team. This letter answers version ${v} of it. The request was scored against the five criteria of the strategy, and the Regional UNDG Team was consulted.`,
  decided: {
    APPROVE: (m, p) =>
      `I am pleased to inform you that the deployment of ${m} (${p}) is approved, resources permitting.`,
    OFFER_REGIONAL_OPTION: (m, p) =>
      `The post that was requested is not approved. In its place I offer the country team a regional option (${p}): ${m}.`,
    DEFER: (_, __, until) => `A decision on the request is deferred until ${until}.`,
    DECLINE: () => 'I regret to inform you that the request is not approved.',
  },
  money: (days, last) =>
    `Approval and funding are separate. The request now waits in the pipeline until its first period is covered; this letter commits no funds. The approval is valid for ${days} days, until ${last}.`,
  conditions: 'The following conditions apply:',
  codes: 'The decision rests on the following grounds:',
  codeNames: {
    OWNERSHIP_NOT_SHOWN: 'ownership is not shown',
    ENVIRONMENT_NOT_ENABLING: 'the national environment gives too few openings now',
    NO_STRATEGIC_OPPORTUNITY: 'no strategic programming opportunity falls in the period',
    SUSTAINABILITY_NOT_SHOWN: 'sustainability is not shown',
    COMMITMENT_NOT_SHOWN: 'the commitment of the Resident Coordinator and the country team is not shown',
    REGIONAL_OPTION_SERVES_BETTER: 'a regional option serves better',
    NO_FUNDED_EXIT_AFTER_REPEATED_EXTENSION: 'there is no funded exit after repeated extension',
    DUPLICATES_PRESENCE: 'another OHCHR presence already covers the need',
    RESOURCES_NOT_AVAILABLE: 'resources do not permit',
    OFFER_REFUSED: 'the offer was refused',
    OTHER: 'the reasons given below',
  },
  reasons: 'Reasons:',
  next: {
    APPROVE: 'The desk officer will be in touch about the terms of reference.',
    OFFER_REGIONAL_OPTION:
      'Please accept or refuse this offer in the system within the time shown there. A refusal does not prevent a new request.',
    DEFER:
      'Nothing is needed from you before that date; you may add to the request at any time by writing to the desk officer.',
  },
  declined: (days, last) =>
    `You may ask for reconsideration once within ${days} days, until ${last}, or make a new request.`,
  declinedAgain: 'You may make a new request.',
  months: (n) => ` for ${n} months`,
  copies: (names) => `Copies: ${names}`,
  copyNames: { regionalTeam: 'Regional UNDG Team', deskOfficer: 'OHCHR desk officer' },
  and: 'and',
  locale: 'en-GB',
};
const FR: Words = {
  to: (p) => `Au Coordonnateur résident, ${p}`,
  subject: (p, ref) => `Demande de Conseiller aux droits de l’homme : ${p} (${ref})`,
  modality: {
    inCountry: 'd’un Conseiller aux droits de l’homme dans le pays',
    multiCountry: 'd’un Conseiller aux droits de l’homme pour plusieurs pays',
    national: 'd’un conseiller ou administrateur national',
    regional: 'd’un Conseiller régional aux droits de l’homme',
    regionalOfficeCover: 'd’une couverture par le Bureau régional du HCDH',
    surge: 'd’un renfort temporaire',
  },
  thanks: (ref, v) =>
    `Nous vous remercions de la demande ${ref}, présentée au nom de l’équipe de pays des Nations Unies. La présente lettre répond à sa version ${v}. La demande a été notée selon les cinq critères de la stratégie et l’équipe régionale du GNUD a été consultée.`,
  decided: {
    APPROVE: (m, p) =>
      `Nous avons le plaisir de vous informer que le déploiement ${m} (${p}) est approuvé, sous réserve des ressources disponibles.`,
    OFFER_REGIONAL_OPTION: (m, p) =>
      `Le poste demandé n’est pas approuvé. À sa place, nous proposons à l’équipe de pays une formule régionale (${p}), au moyen ${m}.`,
    DEFER: (_, __, until) => `La décision sur la demande est reportée au ${until}.`,
    DECLINE: () => 'Nous avons le regret de vous informer que la demande n’est pas approuvée.',
  },
  money: (days, last) =>
    `Approbation et financement sont distincts. La demande attend désormais que sa première période soit financée ; la présente lettre n’engage aucuns fonds. L’approbation est valable ${days} jours, jusqu’au ${last}.`,
  conditions: 'Les conditions suivantes s’appliquent :',
  codes: 'La décision repose sur les motifs suivants :',
  codeNames: {
    OWNERSHIP_NOT_SHOWN: 'l’appropriation n’est pas démontrée',
    ENVIRONMENT_NOT_ENABLING: 'le contexte national offre trop peu d’ouvertures à ce stade',
    NO_STRATEGIC_OPPORTUNITY: 'aucune occasion stratégique de programmation ne tombe dans la période',
    SUSTAINABILITY_NOT_SHOWN: 'la durabilité n’est pas démontrée',
    COMMITMENT_NOT_SHOWN: 'l’engagement du Coordonnateur résident et de l’équipe de pays n’est pas démontré',
    REGIONAL_OPTION_SERVES_BETTER: 'une formule régionale répond mieux au besoin',
    NO_FUNDED_EXIT_AFTER_REPEATED_EXTENSION: 'aucune sortie financée après des prolongations répétées',
    DUPLICATES_PRESENCE: 'une autre présence du HCDH couvre déjà le besoin',
    RESOURCES_NOT_AVAILABLE: 'les ressources ne le permettent pas',
    OFFER_REFUSED: 'la proposition a été refusée',
    OTHER: 'les raisons exposées ci-dessous',
  },
  reasons: 'Raisons :',
  next: {
    APPROVE: 'Le bureau géographique prendra contact avec vous au sujet du cahier des charges.',
    OFFER_REGIONAL_OPTION:
      'Nous vous prions d’accepter ou de refuser cette proposition dans le système, dans le délai indiqué. Un refus n’empêche pas une nouvelle demande.',
    DEFER:
      'Aucune démarche n’est attendue de vous avant cette date ; vous pouvez compléter la demande en écrivant au bureau géographique.',
  },
  declined: (days, last) =>
    `Vous pouvez demander un réexamen une fois, dans les ${days} jours, jusqu’au ${last}, ou présenter une nouvelle demande.`,
  declinedAgain: 'Vous pouvez présenter une nouvelle demande.',
  months: (n) => ` pour ${n} mois`,
  copies: (names) => `Copies : ${names}`,
  copyNames: { regionalTeam: 'équipe régionale du GNUD', deskOfficer: 'chargé(e) de dossier du HCDH' },
  and: 'et',
  locale: 'fr-FR',
};
const ES: Words = {
  to: (p) => `Al Coordinador Residente, ${p}`,
  subject: (p, ref) => `Solicitud de un Asesor de Derechos Humanos: ${p} (${ref})`,
  modality: {
    inCountry: 'un Asesor de Derechos Humanos en el país',
    multiCountry: 'un Asesor de Derechos Humanos para varios países',
    national: 'un asesor u oficial nacional',
    regional: 'un Asesor regional de Derechos Humanos',
    regionalOfficeCover: 'cobertura por la Oficina Regional del ACNUDH',
    surge: 'refuerzo temporal',
  },
  thanks: (ref, v) =>
    `Gracias por la solicitud ${ref}, presentada en nombre del Equipo de las Naciones Unidas en el País. Esta carta responde a su versión ${v}. La solicitud se evaluó según los cinco criterios de la estrategia y se consultó al Equipo Regional del GNUD.`,
  decided: {
    APPROVE: (m, p) =>
      `Me complace informarle de que se aprueba el despliegue de ${m} (${p}), si los recursos lo permiten.`,
    OFFER_REGIONAL_OPTION: (m, p) =>
      `El puesto solicitado no se aprueba. En su lugar ofrezco al equipo en el país una opción regional (${p}): ${m}.`,
    DEFER: (_, __, until) => `La decisión sobre la solicitud se aplaza hasta el ${until}.`,
    DECLINE: () => 'Lamento informarle de que la solicitud no se aprueba.',
  },
  money: (days, last) =>
    `La aprobación y la financiación son distintas. La solicitud espera ahora a que se cubra su primer período; esta carta no compromete fondos. La aprobación es válida por ${days} días, hasta el ${last}.`,
  conditions: 'Se aplican las siguientes condiciones:',
  codes: 'La decisión se basa en los siguientes motivos:',
  codeNames: {
    OWNERSHIP_NOT_SHOWN: 'no se demuestra la apropiación',
    ENVIRONMENT_NOT_ENABLING: 'el entorno nacional ofrece ahora pocas oportunidades',
    NO_STRATEGIC_OPPORTUNITY: 'ninguna oportunidad estratégica de programación cae en el período',
    SUSTAINABILITY_NOT_SHOWN: 'no se demuestra la sostenibilidad',
    COMMITMENT_NOT_SHOWN: 'no se demuestra el compromiso del Coordinador Residente y del equipo',
    REGIONAL_OPTION_SERVES_BETTER: 'una opción regional sirve mejor',
    NO_FUNDED_EXIT_AFTER_REPEATED_EXTENSION: 'no hay salida financiada tras prórrogas repetidas',
    DUPLICATES_PRESENCE: 'otra presencia del ACNUDH ya cubre la necesidad',
    RESOURCES_NOT_AVAILABLE: 'los recursos no lo permiten',
    OFFER_REFUSED: 'la oferta fue rechazada',
    OTHER: 'las razones que se exponen a continuación',
  },
  reasons: 'Razones:',
  next: {
    APPROVE: 'El oficial encargado se pondrá en contacto con usted acerca de los términos de referencia.',
    OFFER_REGIONAL_OPTION:
      'Le ruego que acepte o rechace esta oferta en el sistema dentro del plazo indicado. Un rechazo no impide una nueva solicitud.',
    DEFER:
      'No se espera nada de usted antes de esa fecha; puede completar la solicitud escribiendo al oficial encargado.',
  },
  declined: (days, last) =>
    `Puede pedir una reconsideración una vez, dentro de ${days} días, hasta el ${last}, o presentar una nueva solicitud.`,
  declinedAgain: 'Puede presentar una nueva solicitud.',
  months: (n) => ` por ${n} meses`,
  copies: (names) => `Copias: ${names}`,
  copyNames: { regionalTeam: 'Equipo Regional del GNUD', deskOfficer: 'oficial encargado del ACNUDH' },
  and: 'y',
  locale: 'es-ES',
};
const WORDS: Record<Language, Words> = { en: EN, fr: FR, es: ES };

/** A day in the words of a language, such as 4 April 2014; in French the first of a month is an ordinal. */
export function longDate(day: Day, language: Language): string {
  const written = new Intl.DateTimeFormat(WORDS[language].locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written;
}

const listed = (places: string[], and: string): string =>
  places.length < 2 ? (places[0] ?? '') : `${places.slice(0, -1).join(', ')} ${and} ${places.at(-1)}`;

/** The parties that get a copy of a letter, in a language: all, or those of these roles. */
export const letterCopies = (language: Language, roles: readonly Role[] = LETTER_COPIES): string[] =>
  LETTER_COPIES.filter((role) => roles.includes(role)).map((role) => WORDS[language].copyNames[role]);

/** Writes the decision letter in the language of the request. The preview and the letter that is sent come from here. */
export function composeLetter(facts: RequestFacts, input: LetterInput): Letter {
  const { language, durationMonths } = facts.summary;
  const w = WORDS[language];
  const places = listed(input.places, w.and);
  const until = input.until ? longDate(input.until, language) : '';
  const modality =
    w.modality[input.modality] + (input.action === 'APPROVE' && durationMonths ? w.months(durationMonths) : '');
  const codes = input.codes.filter((c) => c !== 'OTHER');
  const { approvalValidDays, reconsiderationDays } = input.clocks;
  const last = (days: number): string => longDate(addDays(input.date, days), language);
  const refused =
    facts.reconsiderations > 0 ? w.declinedAgain : w.declined(reconsiderationDays, last(reconsiderationDays));
  return {
    language,
    ref: facts.ref,
    date: input.date,
    to: w.to(places),
    subject: w.subject(places, facts.ref),
    parts: [
      { text: w.thanks(facts.ref, facts.version) },
      { text: w.decided[input.action](modality, places, until) },
      ...(input.option ? optionParts(input.option, language, input.nameOf!, (day) => longDate(day, language)) : []),
      ...(codes.length ? [{ text: w.codes }, { list: codes.map((c) => w.codeNames[c]) }] : []),
      ...(input.reasons.trim() ? [{ text: w.reasons }, ...paragraphs(input.reasons)] : []),
      ...(input.conditions.length ? [{ text: w.conditions }, { list: input.conditions }] : []),
      ...(input.action === 'APPROVE' ? [{ text: w.money(approvalValidDays, last(approvalValidDays)) }] : []),
      { text: input.action === 'DECLINE' ? refused : w.next[input.action] },
    ],
    signature: input.signature,
    copies: w.copies(letterCopies(language).join('; ')),
  };
}

const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((p) => ({ text: p.trim() }))
    .filter((p) => p.text);
