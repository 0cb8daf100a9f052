import type { Language } from '#domain';
import { DECISION_AGAIN } from './decision-again.js';
import { MORE_TIME } from './more-time.js';
import { REPLIES } from './replies.js';
import { TERMS_MAILS, type TermsNotice } from './terms.js';
import type { LanguageWords, MailFields, MailWords } from './words.js';

type Named =
  | 'funded'
  | 'costShareToConfirm'
  | 'hostingToConfirm'
  | 'handedOver'
  | 'approvalEnding'
  | 'approvalRevalidated'
  | 'approvalLapsed';
type Awaited = 'proposeTerms' | 'signTerms' | 'confirmCostShare' | 'confirmHosting';
interface AfterApproval {
  notices: Record<
    | Named
    | keyof (typeof DECISION_AGAIN)['en']
    | keyof (typeof REPLIES)['en']
    | keyof (typeof MORE_TIME)['en']
    | TermsNotice,
    MailWords
  >;
  tasks: Pick<LanguageWords['tasks'], Awaited>;
}

const by =
  (before: string) =>
  (f: MailFields): string =>
    f.due ? `${before}${f.due}` : '';
const english = by(', by ');
const french = by(', d’ici au ');
const spanish = by(', antes del final del ');

const ENGLISH: AfterApproval = {
  notices: {
    ...DECISION_AGAIN.en,
    ...REPLIES.en,
    ...MORE_TIME.en,
    ...TERMS_MAILS.en,
    funded: {
      subject: (f) => `Funds found: ${f.place}`,
      lead: (f) =>
        `The first period of request ${f.ref} (${f.countries}) is covered. Terms of reference, cost sharing and hosting are arranged now, at the same time.`,
      button: 'See the arrangements',
    },
    costShareToConfirm: {
      subject: (f) => `Cost sharing to be confirmed: ${f.place}${english(f)}`,
      lead: (f) =>
        `Confirm each share of the cost of request ${f.ref} (${f.countries}) with the reference of its agreement, or say why none is due.`,
      button: 'Confirm the cost sharing',
    },
    hostingToConfirm: {
      subject: (f) => `Hosting to be confirmed: ${f.place}${english(f)}`,
      lead: (f) =>
        `Say what the office gives to the adviser of request ${f.ref} (${f.countries}): office space, security, travel, transport and staff support.`,
      button: 'Confirm the hosting',
    },
    handedOver: {
      subject: (f) => `Handed over: ${f.place}`,
      lead: (f) =>
        `Everything about request ${f.ref} (${f.countries}) is arranged. The post is opened, and its recruitment begins.`,
      button: 'Open the request',
    },
    approvalEnding: {
      subject: (f) => `An approval ends: ${f.place}${english(f)}`,
      lead: (f) =>
        `Request ${f.ref} (${f.countries}) still waits for funds. Its approval ends on ${f.due ?? 'a day that is near'} unless the first period is covered or the approval is confirmed again before then.`,
      button: 'See the funding',
    },
    approvalRevalidated: {
      subject: (f) => `Approval confirmed again: ${f.place}`,
      lead: (f) =>
        `The approval of request ${f.ref} (${f.countries}) was confirmed again${f.due ? ` and is valid until ${f.due}` : ''}. It goes on waiting for funds.`,
      button: 'See the funding',
    },
    approvalLapsed: {
      subject: (f) => `Approval lapsed: ${f.place}`,
      lead: (f) =>
        `The approval of request ${f.ref} (${f.countries}) ran out before funds were found. A new request can be made at any time.`,
      button: 'Open the request',
    },
  },
  tasks: {
    proposeTerms: {
      need: 'Terms of reference to be proposed',
      awaited: 'terms of reference to be proposed',
      button: 'Propose the terms',
    },
    signTerms: {
      need: 'Terms of reference to be signed',
      awaited: 'a signature on the terms of reference',
      button: 'Read and sign',
    },
    confirmCostShare: {
      need: 'Cost sharing to be confirmed',
      awaited: 'the cost sharing to be confirmed',
      button: 'Confirm the cost sharing',
    },
    confirmHosting: {
      need: 'Hosting to be confirmed',
      awaited: 'the hosting to be confirmed',
      button: 'Confirm the hosting',
    },
  },
};

const FRENCH: AfterApproval = {
  notices: {
    ...DECISION_AGAIN.fr,
    ...REPLIES.fr,
    ...MORE_TIME.fr,
    ...TERMS_MAILS.fr,
    funded: {
      subject: (f) => `Financement trouvé : ${f.place}`,
      lead: (f) =>
        `La première période de la demande ${f.ref} (${f.countries}) est financée. Le cahier des charges, le partage des coûts et l’accueil sont convenus maintenant, en parallèle.`,
      button: 'Voir les arrangements',
    },
    costShareToConfirm: {
      subject: (f) => `Partage des coûts à confirmer : ${f.place}${french(f)}`,
      lead: (f) =>
        `Confirmez chaque part des coûts de la demande ${f.ref} (${f.countries}) avec la référence de son accord, ou dites pourquoi aucune n’est due.`,
      button: 'Confirmer le partage des coûts',
    },
    hostingToConfirm: {
      subject: (f) => `Accueil à confirmer : ${f.place}${french(f)}`,
      lead: (f) =>
        `Dites ce que le bureau offre au conseiller de la demande ${f.ref} (${f.countries}) : locaux, sécurité, déplacements, transport et appui en personnel.`,
      button: 'Confirmer l’accueil',
    },
    handedOver: {
      subject: (f) => `Transmise : ${f.place}`,
      lead: (f) =>
        `Tout est convenu pour la demande ${f.ref} (${f.countries}). Le poste est ouvert et son recrutement commence.`,
      button: 'Ouvrir la demande',
    },
    approvalEnding: {
      subject: (f) => `Une approbation prend fin : ${f.place}${french(f)}`,
      lead: (f) =>
        `La demande ${f.ref} (${f.countries}) attend toujours un financement. Son approbation prend fin le ${f.due ?? 'jour prochain'}, à moins que la première période ne soit financée ou l’approbation confirmée d’ici là.`,
      button: 'Voir le financement',
    },
    approvalRevalidated: {
      subject: (f) => `Approbation confirmée de nouveau : ${f.place}`,
      lead: (f) =>
        `L’approbation de la demande ${f.ref} (${f.countries}) a été confirmée de nouveau${f.due ? ` et vaut jusqu’au ${f.due}` : ''}. La demande continue d’attendre un financement.`,
      button: 'Voir le financement',
    },
    approvalLapsed: {
      subject: (f) => `Approbation caduque : ${f.place}`,
      lead: (f) =>
        `L’approbation de la demande ${f.ref} (${f.countries}) a expiré avant qu’un financement soit trouvé. Une nouvelle demande peut être faite à tout moment.`,
      button: 'Ouvrir la demande',
    },
  },
  tasks: {
    proposeTerms: {
      need: 'Cahier des charges à proposer',
      awaited: 'la proposition du cahier des charges',
      button: 'Proposer le cahier des charges',
    },
    signTerms: {
      need: 'Cahier des charges à signer',
      awaited: 'une signature du cahier des charges',
      button: 'Lire et signer',
    },
    confirmCostShare: {
      need: 'Partage des coûts à confirmer',
      awaited: 'la confirmation du partage des coûts',
      button: 'Confirmer le partage des coûts',
    },
    confirmHosting: {
      need: 'Accueil à confirmer',
      awaited: 'la confirmation de l’accueil',
      button: 'Confirmer l’accueil',
    },
  },
};

const SPANISH: AfterApproval = {
  notices: {
    ...DECISION_AGAIN.es,
    ...REPLIES.es,
    ...MORE_TIME.es,
    ...TERMS_MAILS.es,
    funded: {
      subject: (f) => `Fondos encontrados: ${f.place}`,
      lead: (f) =>
        `El primer período de la solicitud ${f.ref} (${f.countries}) está cubierto. Los términos de referencia, el reparto de costos y la acogida se acuerdan ahora, al mismo tiempo.`,
      button: 'Ver los arreglos',
    },
    costShareToConfirm: {
      subject: (f) => `Reparto de costos por confirmar: ${f.place}${spanish(f)}`,
      lead: (f) =>
        `Confirme cada parte de los costos de la solicitud ${f.ref} (${f.countries}) con la referencia de su acuerdo, o diga por qué no corresponde ninguna.`,
      button: 'Confirmar el reparto de costos',
    },
    hostingToConfirm: {
      subject: (f) => `Acogida por confirmar: ${f.place}${spanish(f)}`,
      lead: (f) =>
        `Diga qué ofrece la oficina al asesor de la solicitud ${f.ref} (${f.countries}): espacio, seguridad, viajes, transporte y apoyo de personal.`,
      button: 'Confirmar la acogida',
    },
    handedOver: {
      subject: (f) => `Entregada: ${f.place}`,
      lead: (f) =>
        `Todo está acordado para la solicitud ${f.ref} (${f.countries}). El puesto queda abierto y comienza su contratación.`,
      button: 'Abrir la solicitud',
    },
    approvalEnding: {
      subject: (f) => `Una aprobación termina: ${f.place}${spanish(f)}`,
      lead: (f) =>
        `La solicitud ${f.ref} (${f.countries}) sigue a la espera de fondos. Su aprobación termina el ${f.due ?? 'día próximo'}, salvo que antes se cubra el primer período o se confirme de nuevo la aprobación.`,
      button: 'Ver la financiación',
    },
    approvalRevalidated: {
      subject: (f) => `Aprobación confirmada de nuevo: ${f.place}`,
      lead: (f) =>
        `La aprobación de la solicitud ${f.ref} (${f.countries}) se confirmó de nuevo${f.due ? ` y vale hasta el ${f.due}` : ''}. Sigue a la espera de fondos.`,
      button: 'Ver la financiación',
    },
    approvalLapsed: {
      subject: (f) => `Aprobación vencida: ${f.place}`,
      lead: (f) =>
        `La aprobación de la solicitud ${f.ref} (${f.countries}) venció antes de que se encontraran fondos. Se puede presentar una nueva solicitud en cualquier momento.`,
      button: 'Abrir la solicitud',
    },
  },
  tasks: {
    proposeTerms: {
      need: 'Términos de referencia por proponer',
      awaited: 'la propuesta de los términos de referencia',
      button: 'Proponer los términos',
    },
    signTerms: {
      need: 'Términos de referencia por firmar',
      awaited: 'una firma de los términos de referencia',
      button: 'Leer y firmar',
    },
    confirmCostShare: {
      need: 'Reparto de costos por confirmar',
      awaited: 'la confirmación del reparto de costos',
      button: 'Confirmar el reparto de costos',
    },
    confirmHosting: {
      need: 'Acogida por confirmar',
      awaited: 'la confirmación de la acogida',
      button: 'Confirmar la acogida',
    },
  },
};

/** The mails of what follows an approval: money, arrangements, handing over. */
export const AFTER_APPROVAL: Record<Language, AfterApproval> = { en: ENGLISH, fr: FRENCH, es: SPANISH };
