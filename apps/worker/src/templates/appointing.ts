import type { Language, NoticeName } from '#domain';
import type { MailWords, TaskWords } from './words.js';

interface Words {
  notices: Record<Extract<NoticeName, 'appointmentDeclined' | 'conflictDeclared' | 'reviewerReleased'>, MailWords>;
  tasks: Record<'takeUp', TaskWords>;
}

/** What is told of an appointment: that it waits for an answer, was declined, or has ended. Never a word of the case or of a reason. */
export const APPOINTING_MAILS: Record<Language, Words> = {
  en: {
    notices: {
      conflictDeclared: {
        subject: (f) => `A reviewer stepped aside: ${f.place}`,
        lead: (f) =>
          `A reviewer of request ${f.ref} (${f.countries}) declared a conflict of interest. Check whether another has to be appointed.`,
        button: 'See the reviewers',
      },
      appointmentDeclined: {
        subject: (f) => `A reviewer declined: ${f.place}`,
        lead: (f) =>
          `A reviewer of request ${f.ref} (${f.countries}) declined the appointment. The reason is on the page. Check whether another has to be appointed.`,
        button: 'See the reviewers',
      },
      reviewerReleased: {
        subject: (f) => `You are released from a review: ${f.place}`,
        lead: (f) =>
          `You are no longer appointed to review request ${f.ref}. There is nothing more for you to do, and the request does not open for you any more.`,
        button: 'See your reviews',
      },
    },
    tasks: {
      takeUp: {
        need: 'Your answer to an appointment is needed',
        awaited: 'a reviewer’s answer to the appointment',
        button: 'Take it up or decline',
      },
    },
  },
  fr: {
    notices: {
      conflictDeclared: {
        subject: (f) => `Désistement d’un évaluateur : ${f.place}`,
        lead: (f) =>
          `Un évaluateur de la demande ${f.ref} (${f.countries}) a déclaré un conflit d’intérêts. Voyez s’il faut en désigner un autre.`,
        button: 'Voir les évaluateurs',
      },
      appointmentDeclined: {
        subject: (f) => `Un évaluateur a décliné : ${f.place}`,
        lead: (f) =>
          `Un évaluateur de la demande ${f.ref} (${f.countries}) a décliné sa désignation. Le motif figure sur la page. Voyez s’il faut en désigner un autre.`,
        button: 'Voir les évaluateurs',
      },
      reviewerReleased: {
        subject: (f) => `Vous êtes déchargé(e) d’une évaluation : ${f.place}`,
        lead: (f) =>
          `Vous n’êtes plus désigné(e) pour évaluer la demande ${f.ref}. Vous n’avez plus rien à faire, et la demande ne s’ouvre plus pour vous.`,
        button: 'Voir mes évaluations',
      },
    },
    tasks: {
      takeUp: {
        need: 'Votre réponse à une désignation est attendue',
        awaited: 'la réponse d’un évaluateur à sa désignation',
        button: 'Accepter ou décliner',
      },
    },
  },
  es: {
    notices: {
      conflictDeclared: {
        subject: (f) => `Un evaluador se ha abstenido: ${f.place}`,
        lead: (f) =>
          `Un evaluador de la solicitud ${f.ref} (${f.countries}) declaró un conflicto de intereses. Vea si hay que designar a otro.`,
        button: 'Ver los evaluadores',
      },
      appointmentDeclined: {
        subject: (f) => `Un evaluador ha declinado: ${f.place}`,
        lead: (f) =>
          `Un evaluador de la solicitud ${f.ref} (${f.countries}) ha declinado la designación. El motivo está en la página. Vea si hay que designar a otro.`,
        button: 'Ver los evaluadores',
      },
      reviewerReleased: {
        subject: (f) => `Ha quedado liberado de una evaluación: ${f.place}`,
        lead: (f) =>
          `Ya no está designado para evaluar la solicitud ${f.ref}. No tiene nada más que hacer, y la solicitud ya no se abre para usted.`,
        button: 'Ver mis evaluaciones',
      },
    },
    tasks: {
      takeUp: {
        need: 'Se necesita su respuesta a una designación',
        awaited: 'la respuesta de un evaluador a su designación',
        button: 'Aceptar o declinar',
      },
    },
  },
};
