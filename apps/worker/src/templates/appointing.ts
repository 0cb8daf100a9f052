import type { Language, NoticeName } from '#domain';
import type { FieldsFor, MailWords, TaskWords } from './words.js';

type About = Extract<NoticeName, 'appointmentDeclined' | 'appointmentEnded' | 'conflictDeclared' | 'reviewerReleased'>;
interface Words {
  notices: { [N in About]: MailWords<FieldsFor<N>> };
  tasks: Record<'appoint' | 'seeToReviews' | 'takeUp', TaskWords>;
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
      appointmentEnded: {
        subject: () => 'One of your appointments as a reviewer has ended',
        lead: () =>
          'One of your appointments to review a request has ended, because a conflict of interest was recorded. There is nothing more for you to do. So that nothing of the request reaches you, this mail does not say which one it was. Your other reviews go on as before.',
        button: 'See your reviews',
        because: 'You receive it because you were appointed as a reviewer.',
      },
    },
    tasks: {
      appoint: {
        need: 'Reviewers to be appointed',
        awaited: 'the appointment of reviewers',
        button: 'Appoint reviewers',
      },
      seeToReviews: {
        need: 'The reviews have to come in',
        awaited: 'the review to go on',
        button: 'See where the reviews stand',
      },
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
      appointmentEnded: {
        subject: () => 'L’une de vos désignations comme évaluateur a pris fin',
        lead: () =>
          'L’une de vos désignations pour évaluer une demande a pris fin, car un conflit d’intérêts a été consigné. Vous n’avez plus rien à faire. Pour que rien de la demande ne vous parvienne, ce message ne dit pas de laquelle il s’agit. Vos autres évaluations se poursuivent comme avant.',
        button: 'Voir mes évaluations',
        because: 'Vous le recevez parce que vous aviez été désigné(e) comme évaluateur.',
      },
    },
    tasks: {
      appoint: {
        need: 'Évaluateurs à désigner',
        awaited: 'la désignation des évaluateurs',
        button: 'Désigner des évaluateurs',
      },
      seeToReviews: {
        need: 'Les évaluations doivent arriver',
        awaited: 'la suite de l’évaluation',
        button: 'Voir où en sont les évaluations',
      },
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
      appointmentEnded: {
        subject: () => 'Una de sus designaciones como evaluador ha terminado',
        lead: () =>
          'Una de sus designaciones para evaluar una solicitud ha terminado, porque se registró un conflicto de intereses. No tiene nada más que hacer. Para que no le llegue nada de la solicitud, este mensaje no dice de cuál se trata. Sus demás evaluaciones siguen como antes.',
        button: 'Ver mis evaluaciones',
        because: 'Lo recibe porque fue designado como evaluador.',
      },
    },
    tasks: {
      appoint: {
        need: 'Evaluadores por designar',
        awaited: 'la designación de evaluadores',
        button: 'Designar evaluadores',
      },
      seeToReviews: {
        need: 'Las evaluaciones tienen que llegar',
        awaited: 'que avance la evaluación',
        button: 'Ver cómo van las evaluaciones',
      },
      takeUp: {
        need: 'Se necesita su respuesta a una designación',
        awaited: 'la respuesta de un evaluador a su designación',
        button: 'Aceptar o declinar',
      },
    },
  },
};
