import type { Language } from '../request/content.js';
import { DECIDING_EVENTS, type DecidingEvent } from '../request/facts.js';
import type { LetterBlocks, LetterTemplate } from './letter-template.js';

/** What letters of every kind have in common, and what each kind has of its own. */
interface First {
  common: LetterBlocks;
  conditions: string;
  of: Record<DecidingEvent, LetterBlocks>;
}

const EN: First = {
  common: {
    to: 'The Resident Coordinator, {places}',
    subject: 'Request for a Human Rights Adviser: {places} ({reference})',
    opening:
      'Thank you for request {reference}, made on behalf of the United Nations country team. This letter answers version {version} of it. The request was scored against the five criteria of the strategy, and the Regional UNDG Team was consulted.',
    grounds: 'The decision rests on the following grounds:\n\n{grounds}',
    reasons: 'Reasons:\n\n{reasons}',
  },
  conditions: 'The following conditions apply:\n\n{conditions}',
  of: {
    APPROVE: {
      decision:
        'I am pleased to inform you that the deployment of {support} ({places}) is approved, resources permitting.',
      money:
        'Approval and funding are separate. The request now waits in the pipeline until its first period is covered; this letter commits no funds. The approval is valid for {validDays} days, until {validUntil}.',
      closing: 'The desk officer will be in touch about the terms of reference.',
    },
    OFFER_REGIONAL_OPTION: {
      decision:
        'The post that was requested is not approved. In its place I offer the country team a regional option ({places}): {support}.\n\n{option}',
      closing:
        'Please accept or refuse this offer in the system within the time shown there. A refusal does not prevent a new request.',
    },
    DEFER: {
      decision: 'A decision on the request is deferred until {until}.',
      closing:
        'Nothing is needed from you before that date; you may add to the request at any time by writing to the desk officer.',
    },
    DECLINE: {
      decision: 'I regret to inform you that the request is not approved.',
      closing:
        'You may ask for reconsideration once within {reconsiderationDays} days, until {reconsiderationUntil}, or make a new request.',
      closingAgain: 'You may make a new request.',
    },
  },
};
const FR: First = {
  common: {
    to: 'Au Coordonnateur résident, {places}',
    subject: 'Demande de Conseiller aux droits de l’homme : {places} ({reference})',
    opening:
      'Nous vous remercions de la demande {reference}, présentée au nom de l’équipe de pays des Nations Unies. La présente lettre répond à sa version {version}. La demande a été notée selon les cinq critères de la stratégie et l’équipe régionale du GNUD a été consultée.',
    grounds: 'La décision repose sur les motifs suivants :\n\n{grounds}',
    reasons: 'Raisons :\n\n{reasons}',
  },
  conditions: 'Les conditions suivantes s’appliquent :\n\n{conditions}',
  of: {
    APPROVE: {
      decision:
        'Nous avons le plaisir de vous informer que le déploiement {support} ({places}) est approuvé, sous réserve des ressources disponibles.',
      money:
        'Approbation et financement sont distincts. La demande attend désormais que sa première période soit financée ; la présente lettre n’engage aucuns fonds. L’approbation est valable {validDays} jours, jusqu’au {validUntil}.',
      closing: 'Le bureau géographique prendra contact avec vous au sujet du cahier des charges.',
    },
    OFFER_REGIONAL_OPTION: {
      decision:
        'Le poste demandé n’est pas approuvé. À sa place, nous proposons à l’équipe de pays une formule régionale ({places}), au moyen {support}.\n\n{option}',
      closing:
        'Nous vous prions d’accepter ou de refuser cette proposition dans le système, dans le délai indiqué. Un refus n’empêche pas une nouvelle demande.',
    },
    DEFER: {
      decision: 'La décision sur la demande est reportée au {until}.',
      closing:
        'Aucune démarche n’est attendue de vous avant cette date ; vous pouvez compléter la demande en écrivant au bureau géographique.',
    },
    DECLINE: {
      decision: 'Nous avons le regret de vous informer que la demande n’est pas approuvée.',
      closing:
        'Vous pouvez demander un réexamen une fois, dans les {reconsiderationDays} jours, jusqu’au {reconsiderationUntil}, ou présenter une nouvelle demande.',
      closingAgain: 'Vous pouvez présenter une nouvelle demande.',
    },
  },
};
const ES: First = {
  common: {
    to: 'Al Coordinador Residente, {places}',
    subject: 'Solicitud de un Asesor de Derechos Humanos: {places} ({reference})',
    opening:
      'Gracias por la solicitud {reference}, presentada en nombre del Equipo de las Naciones Unidas en el País. Esta carta responde a su versión {version}. La solicitud se evaluó según los cinco criterios de la estrategia y se consultó al Equipo Regional del GNUD.',
    grounds: 'La decisión se basa en los siguientes motivos:\n\n{grounds}',
    reasons: 'Razones:\n\n{reasons}',
  },
  conditions: 'Se aplican las siguientes condiciones:\n\n{conditions}',
  of: {
    APPROVE: {
      decision:
        'Me complace informarle de que se aprueba el despliegue de {support} ({places}), si los recursos lo permiten.',
      money:
        'La aprobación y la financiación son distintas. La solicitud espera ahora a que se cubra su primer período; esta carta no compromete fondos. La aprobación es válida por {validDays} días, hasta el {validUntil}.',
      closing: 'El oficial encargado se pondrá en contacto con usted acerca de los términos de referencia.',
    },
    OFFER_REGIONAL_OPTION: {
      decision:
        'El puesto solicitado no se aprueba. En su lugar ofrezco al equipo en el país una opción regional ({places}): {support}.\n\n{option}',
      closing:
        'Le ruego que acepte o rechace esta oferta en el sistema dentro del plazo indicado. Un rechazo no impide una nueva solicitud.',
    },
    DEFER: {
      decision: 'La decisión sobre la solicitud se aplaza hasta el {until}.',
      closing:
        'No se espera nada de usted antes de esa fecha; puede completar la solicitud escribiendo al oficial encargado.',
    },
    DECLINE: {
      decision: 'Lamento informarle de que la solicitud no se aprueba.',
      closing:
        'Puede pedir una reconsideración una vez, dentro de {reconsiderationDays} días, hasta el {reconsiderationUntil}, o presentar una nueva solicitud.',
      closingAgain: 'Puede presentar una nueva solicitud.',
    },
  },
};

function firstOf(language: Language, { common, conditions, of }: First): LetterTemplate[] {
  return DECIDING_EVENTS.map((kind) => ({
    kind,
    language,
    version: 1,
    blocks: {
      ...common,
      ...(kind === 'APPROVE' || kind === 'OFFER_REGIONAL_OPTION' ? { conditions } : {}),
      ...of[kind],
    },
  }));
}

/** The words that letters had before they could be edited: the first version of each. */
export const FIRST_LETTERS: readonly LetterTemplate[] = [
  ...firstOf('en', EN),
  ...firstOf('fr', FR),
  ...firstOf('es', ES),
];

/** The first words of a letter. */
export const firstLetter = (kind: DecidingEvent, language: Language): LetterTemplate =>
  FIRST_LETTERS.find((t) => t.kind === kind && t.language === language)!;
