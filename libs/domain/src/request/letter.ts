import {
  letterBlocksOf,
  filled,
  LETTER_LISTS,
  paragraphsOf,
  type LetterBlock,
  type LetterList,
  type LetterTemplate,
} from '../letters/letter-template.js';
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
  /** The version of the words that it was written from; letters of before were written from the first. */
  template?: number;
  /** Which of its parts say what was decided; those a correction leaves as they are. */
  binding?: number[];
  /** The letter with a slip whose place it takes. */
  corrects?: { number: number; date: Day };
}
/** What a letter is written about. */
export type LetterCase = Pick<RequestFacts, 'ref' | 'version' | 'reconsiderations'> & {
  summary: Pick<RequestFacts['summary'], 'language' | 'durationMonths'>;
};
export interface LetterInput {
  action: DecidingEvent;
  /** The words in force for such a letter. */
  template: Pick<LetterTemplate, 'version' | 'blocks'>;
  reasons: string;
  conditions: string[];
  /** The conditions with whose they are, where they came with advice. */
  conditionLines?: string[];
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

/** The words with which the fields of a letter are filled; what stands around them is its template. */
interface Words {
  modality: Record<Modality, string>;
  codeNames: Record<DecisionCode, string>;
  months: (n: number) => string;
  copies: (names: string) => string;
  copyNames: Record<LetterCopy, string>;
  actingFor: (name: string) => string;
  and: string;
  locale: string;
}

const EN: Words = {
  modality: {
    inCountry: 'an in-country Human Rights Adviser',
    multiCountry: 'a multi-country Human Rights Adviser',
    national: 'a national human rights adviser or officer',
    regional: 'a regional Human Rights Adviser',
    regionalOfficeCover: 'cover by the OHCHR regional office',
    surge: 'surge support',
  },
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
  months: (n) => ` for ${n} months`,
  copies: (names) => `Copies: ${names}`,
  copyNames: { regionalTeam: 'Regional UNDG Team', deskOfficer: 'OHCHR desk officer' },
  actingFor: (name) => `acting for ${name}`,
  and: 'and',
  locale: 'en-GB',
};
const FR: Words = {
  modality: {
    inCountry: 'd’un Conseiller aux droits de l’homme dans le pays',
    multiCountry: 'd’un Conseiller aux droits de l’homme pour plusieurs pays',
    national: 'd’un conseiller ou administrateur national',
    regional: 'd’un Conseiller régional aux droits de l’homme',
    regionalOfficeCover: 'd’une couverture par le Bureau régional du HCDH',
    surge: 'd’un renfort temporaire',
  },
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
  months: (n) => ` pour ${n} mois`,
  copies: (names) => `Copies : ${names}`,
  copyNames: { regionalTeam: 'équipe régionale du GNUD', deskOfficer: 'chargé(e) de dossier du HCDH' },
  actingFor: (name) => `agissant pour ${name}`,
  and: 'et',
  locale: 'fr-FR',
};
const ES: Words = {
  modality: {
    inCountry: 'un Asesor de Derechos Humanos en el país',
    multiCountry: 'un Asesor de Derechos Humanos para varios países',
    national: 'un asesor u oficial nacional',
    regional: 'un Asesor regional de Derechos Humanos',
    regionalOfficeCover: 'cobertura por la Oficina Regional del ACNUDH',
    surge: 'refuerzo temporal',
  },
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
  months: (n) => ` por ${n} meses`,
  copies: (names) => `Copias: ${names}`,
  copyNames: { regionalTeam: 'Equipo Regional del GNUD', deskOfficer: 'oficial encargado del ACNUDH' },
  actingFor: (name) => `en nombre de ${name}`,
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

/** The line of who signs, in the language of the letter. */
export const signatureOf = (language: Language, name: string, actingFor?: string): string =>
  actingFor ? `${name}, ${WORDS[language].actingFor(actingFor)}` : name;

/** The parties that get a copy of a letter, in a language: all, or those of these roles. */
export const letterCopies = (language: Language, roles: readonly Role[] = LETTER_COPIES): string[] =>
  LETTER_COPIES.filter((role) => roles.includes(role)).map((role) => WORDS[language].copyNames[role]);

type Parts = Letter['parts'];

/** The values of the fields of a letter. */
function valuesOf(facts: LetterCase, input: LetterInput, w: Words): Record<string, string> {
  const { language, durationMonths } = facts.summary;
  const { approvalValidDays, reconsiderationDays } = input.clocks;
  const last = (days: number): string => longDate(addDays(input.date, days), language);
  return {
    reference: facts.ref,
    version: String(facts.version),
    places: listed(input.places, w.and),
    support:
      w.modality[input.modality] + (input.action === 'APPROVE' && durationMonths ? w.months(durationMonths) : ''),
    until: input.until ? longDate(input.until, language) : '',
    validDays: String(approvalValidDays),
    validUntil: last(approvalValidDays),
    reconsiderationDays: String(reconsiderationDays),
    reconsiderationUntil: last(reconsiderationDays),
  };
}

/** What stands in the place of a list of the template; nothing where the decision has none of it. */
function listsOf({ summary: { language } }: LetterCase, input: LetterInput, w: Words): Record<LetterList, Parts> {
  const codes = input.codes.filter((c) => c !== 'OTHER').map((c) => w.codeNames[c]);
  return {
    option: input.option ? optionParts(input.option, language, input.nameOf!, (day) => longDate(day, language)) : [],
    grounds: codes.length ? [{ list: codes }] : [],
    reasons: paragraphsOf(input.reasons).map((text) => ({ text })),
    conditions: input.conditions.length ? [{ list: input.conditionLines ?? input.conditions }] : [],
  };
}
const listIn = (paragraph: string): LetterList | undefined => LETTER_LISTS.find((name) => paragraph === `{${name}}`);

/** The blocks of the text of a letter, in order: the others stand around it. */
const bodyOf = (kind: DecidingEvent, again: boolean): LetterBlock[] =>
  letterBlocksOf(kind).filter((b) => b !== 'to' && b !== 'subject' && b !== (again ? 'closing' : 'closingAgain'));
/** What says the outcome, its terms and the times that follow from it: a correction leaves it as it is. */
const BINDING: readonly LetterBlock[] = ['decision', 'grounds', 'conditions', 'money', 'closing', 'closingAgain'];

/** Writes the decision letter from its template, in the language of the request. The preview and the letter that is sent come from here. */
export function composeLetter(facts: LetterCase, input: LetterInput): Letter {
  const { template } = input;
  const { language } = facts.summary;
  const w = WORDS[language];
  const values = valuesOf(facts, input, w);
  const lists = listsOf(facts, input, w);
  const say = (text: string) => filled(text, values);
  const parts: { part: Parts[number]; block: LetterBlock }[] = [];
  // A deferral has one way on whether it was reconsidered or not: only a refusal has two.
  const again = input.action === 'DECLINE' && facts.reconsiderations > 0;
  for (const block of bodyOf(input.action, again)) {
    const paragraphs = paragraphsOf(template.blocks[block] ?? '');
    const own = block !== 'decision' && paragraphs.map(listIn).find((name) => name !== undefined);
    if (own && lists[own].length === 0) continue;
    const written = paragraphs.flatMap((p): Parts => {
      const list = listIn(p);
      return list ? lists[list] : [{ text: say(p) }];
    });
    parts.push(...written.map((part) => ({ part, block })));
  }
  return {
    language,
    ref: facts.ref,
    date: input.date,
    to: say(template.blocks.to ?? ''),
    subject: say(template.blocks.subject ?? ''),
    parts: parts.map(({ part }) => part),
    signature: input.signature,
    copies: w.copies(letterCopies(language).join('; ')),
    template: template.version,
    binding: parts.flatMap(({ block }, i) => (BINDING.includes(block) ? [i] : [])),
  };
}
