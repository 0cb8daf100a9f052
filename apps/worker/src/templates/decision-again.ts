import type { Language, NoticeName } from '#domain';
import type { MailWords } from './words.js';

type About = Extract<
  NoticeName,
  'conditionsUnseen' | 'letterUnreached' | 'letterCorrected' | 'letterSentAgain' | 'requestReopened' | 'approvalGiven'
>;

/** What is told of a decision of several, of a letter that takes the place of one with a slip, and of a decision that is made anew. */
export const DECISION_AGAIN: Record<Language, Record<About, MailWords>> = {
  en: {
    conditionsUnseen: {
      subject: (f) => `Conditions not seen yet: ${f.place}`,
      lead: (f) =>
        `The decision on request ${f.ref} (${f.countries}) has conditions, and nobody of your side has opened it here yet. Read them: the conditions have to be met.`,
      button: 'Read the decision',
    },
    letterUnreached: {
      subject: (f) => `The decision letter came back: ${f.place}`,
      lead: (f) =>
        `The letter on request ${f.ref} (${f.countries}) did not reach the Resident Coordinator: the mail was refused or came back. The page of the letter says why. Have the address mended, then send the letter again from there.`,
      button: 'See what became of it',
    },
    letterCorrected: {
      subject: (f) => `Corrected letter: ${f.place}`,
      lead: (f) =>
        `The letter on request ${f.ref} (${f.countries}) had a slip. The letter attached to this message takes its place and says what is corrected; the decision is the same.`,
      button: 'Read the letter',
    },
    letterSentAgain: {
      subject: (f) => `Decision letter, sent again: ${f.place}`,
      lead: (f) =>
        `The letter on request ${f.ref} (${f.countries}) is attached once more. It is the one that stands; nothing in it has changed.`,
      button: 'Read the letter',
    },
    requestReopened: {
      subject: (f) => `Reopened: ${f.place}`,
      lead: (f) =>
        `The approver reopened request ${f.ref} (${f.countries}): it is decided anew, and the decision of before holds no longer. The reason is written there.`,
      button: 'Read the reason',
    },
    approvalGiven: {
      subject: (f) => `One approver has decided: ${f.place}`,
      lead: (f) =>
        `Request ${f.ref} (${f.countries}) takes the same decision of several approvers, and one of them has decided. See there what was decided and how many are still needed.`,
      button: 'Open the decision',
    },
  },
  fr: {
    conditionsUnseen: {
      subject: (f) => `Conditions pas encore lues : ${f.place}`,
      lead: (f) =>
        `La décision sur la demande ${f.ref} (${f.countries}) est assortie de conditions, et personne de votre côté ne l’a encore ouverte ici. Lisez-les : elles doivent être remplies.`,
      button: 'Lire la décision',
    },
    letterUnreached: {
      subject: (f) => `La lettre de décision est revenue : ${f.place}`,
      lead: (f) =>
        `La lettre relative à la demande ${f.ref} (${f.countries}) n’est pas parvenue au Coordonnateur résident : le message a été refusé ou est revenu. La page de la lettre dit pourquoi. Faites corriger l’adresse, puis renvoyez la lettre depuis cette page.`,
      button: 'Voir ce qui s’est passé',
    },
    letterCorrected: {
      subject: (f) => `Lettre corrigée : ${f.place}`,
      lead: (f) =>
        `La lettre relative à la demande ${f.ref} (${f.countries}) contenait une erreur. La lettre jointe à ce message la remplace et dit ce qui est corrigé ; la décision reste la même.`,
      button: 'Lire la lettre',
    },
    letterSentAgain: {
      subject: (f) => `Lettre de décision, nouvel envoi : ${f.place}`,
      lead: (f) =>
        `La lettre relative à la demande ${f.ref} (${f.countries}) est jointe une nouvelle fois. C’est celle qui fait foi ; rien n’y a changé.`,
      button: 'Lire la lettre',
    },
    requestReopened: {
      subject: (f) => `Rouverte : ${f.place}`,
      lead: (f) =>
        `La demande ${f.ref} (${f.countries}) a été rouverte : elle fera l’objet d’une nouvelle décision, et la précédente ne vaut plus. La raison y est écrite.`,
      button: 'Lire la raison',
    },
    approvalGiven: {
      subject: (f) => `Une première décision est prise : ${f.place}`,
      lead: (f) =>
        `La demande ${f.ref} (${f.countries}) exige la même décision de plusieurs personnes, et l’une d’elles s’est prononcée. Voyez ce qui a été décidé et combien de voix manquent encore.`,
      button: 'Ouvrir la décision',
    },
  },
  es: {
    conditionsUnseen: {
      subject: (f) => `Condiciones aún no leídas: ${f.place}`,
      lead: (f) =>
        `La decisión sobre la solicitud ${f.ref} (${f.countries}) lleva condiciones, y nadie de su lado la ha abierto aquí todavía. Léalas: tienen que cumplirse.`,
      button: 'Leer la decisión',
    },
    letterUnreached: {
      subject: (f) => `La carta de decisión ha vuelto: ${f.place}`,
      lead: (f) =>
        `La carta sobre la solicitud ${f.ref} (${f.countries}) no ha llegado al Coordinador Residente: el mensaje fue rechazado o ha vuelto. La página de la carta dice por qué. Haga corregir la dirección y envíe la carta de nuevo desde allí.`,
      button: 'Ver qué ha pasado',
    },
    letterCorrected: {
      subject: (f) => `Carta corregida: ${f.place}`,
      lead: (f) =>
        `La carta sobre la solicitud ${f.ref} (${f.countries}) contenía un error. La carta adjunta a este mensaje la sustituye y dice qué se corrige; la decisión es la misma.`,
      button: 'Leer la carta',
    },
    letterSentAgain: {
      subject: (f) => `Carta de decisión, nuevo envío: ${f.place}`,
      lead: (f) =>
        `La carta sobre la solicitud ${f.ref} (${f.countries}) se adjunta una vez más. Es la que vale; nada ha cambiado en ella.`,
      button: 'Leer la carta',
    },
    requestReopened: {
      subject: (f) => `Reabierta: ${f.place}`,
      lead: (f) =>
        `Se reabrió la solicitud ${f.ref} (${f.countries}): se decidirá de nuevo, y la decisión anterior ya no vale. La razón está escrita allí.`,
      button: 'Leer la razón',
    },
    approvalGiven: {
      subject: (f) => `Una persona ya ha decidido: ${f.place}`,
      lead: (f) =>
        `La solicitud ${f.ref} (${f.countries}) requiere la misma decisión de varias personas, y una de ellas ya ha decidido. Vea qué se decidió y cuántas faltan.`,
      button: 'Abrir la decisión',
    },
  },
};
