import type { Language, NoticeName } from '#domain';
import { TOGETHER_MAILS } from './together.js';
import type { MailFields, MailWords, TaskWords } from './words.js';

type About = Extract<
  NoticeName,
  'endorsementAsked' | 'endorsementAskedAgain' | 'endorsementTakenBack' | 'endorsementGiven' | 'endorsementUnreached'
>;
interface Words {
  notices: Record<About | keyof (typeof TOGETHER_MAILS)['en'], MailWords>;
  tasks: Record<'endorse' | 'reachEndorser', TaskWords>;
  /** Why a head of agency is written to, and what the link is. */
  because: string;
}
const until = (f: MailFields, before: string): string => (f.due ? `${before}${f.due}` : '');

/** What heads of agency are told who are asked to endorse, and their office of the answers. */
export const ENDORSING_MAILS: Record<Language, Words> = {
  en: {
    notices: {
      ...TOGETHER_MAILS.en,
      endorsementAsked: {
        subject: (f) => `Your endorsement is asked for: ${f.place}${until(f, ', by ')}`,
        lead: (f) =>
          `The Resident Coordinator’s Office asks you, as head of agency, to read request ${f.ref} for a Human Rights Adviser (${f.countries}) and to endorse it or to decline${until(f, '. There is time until ')}. You can say what your agency gives, in cash or in kind.`,
        button: 'Read the request and answer',
      },
      endorsementAskedAgain: {
        subject: (f) => `Your endorsement is asked for again: ${f.place}${until(f, ', by ')}`,
        lead: (f) =>
          `You are asked again to endorse request ${f.ref} for a Human Rights Adviser (${f.countries}) or to decline${until(f, '. There is time until ')}. If you answered before, the page shows what changed since. Links that were sent to you before do not open any more.`,
        button: 'See what changed and answer',
      },
      endorsementTakenBack: {
        subject: (f) => `Nothing is asked of you any more: ${f.place}`,
        lead: (f) =>
          `You are no longer asked to endorse request ${f.ref} (${f.countries}), or somebody else now answers for your agency. What you answered stays in the record. Thank you.`,
        button: 'See that it is closed',
      },
      endorsementGiven: {
        subject: (f) => `${f.who ?? 'An agency'} has answered: ${f.place}`,
        lead: (f) =>
          `${f.who ? `The head of ${f.who}` : 'A head of agency'} has answered whether to endorse request ${f.ref} (${f.countries}).`,
        button: 'See the endorsements',
      },
      endorsementUnreached: {
        subject: (f) => `A mail to a head of agency came back: ${f.place}`,
        lead: (f) =>
          `A head of agency who is asked to endorse request ${f.ref} (${f.countries}) could not be reached by mail. Correct the address and send it again.`,
        button: 'See who was not reached',
      },
    },
    tasks: {
      endorse: {
        need: 'Your endorsement is asked for',
        awaited: 'the answer of a head of agency',
        button: 'Read the request and answer',
      },
      reachEndorser: {
        need: 'A mail to a head of agency came back',
        awaited: 'a head of agency to be reached whose mail came back',
        button: 'See who was not reached',
      },
    },
    because:
      'You receive it because the Resident Coordinator’s Office names you as head of agency. The link is yours alone and needs no account: please do not pass it on.',
  },
  fr: {
    notices: {
      ...TOGETHER_MAILS.fr,
      endorsementAsked: {
        subject: (f) => `Votre appui est demandé : ${f.place}${until(f, ', avant le ')}`,
        lead: (f) =>
          `Le Bureau du Coordonnateur résident vous demande, en tant que chef d’agence, de lire la demande ${f.ref} d’un conseiller pour les droits de l’homme (${f.countries}) et de l’appuyer ou de décliner${until(f, '. Vous avez jusqu’au ')}. Vous pouvez indiquer ce que votre agence apporte, en espèces ou en nature.`,
        button: 'Lire la demande et répondre',
      },
      endorsementAskedAgain: {
        subject: (f) => `Votre appui est demandé de nouveau : ${f.place}${until(f, ', avant le ')}`,
        lead: (f) =>
          `Il vous est demandé de nouveau d’appuyer la demande ${f.ref} d’un conseiller pour les droits de l’homme (${f.countries}) ou de décliner${until(f, '. Vous avez jusqu’au ')}. Si vous avez déjà répondu, la page montre ce qui a changé depuis. Les liens envoyés auparavant ne s’ouvrent plus.`,
        button: 'Voir ce qui a changé et répondre',
      },
      endorsementTakenBack: {
        subject: (f) => `Rien ne vous est plus demandé : ${f.place}`,
        lead: (f) =>
          `Votre appui à la demande ${f.ref} (${f.countries}) n’est plus demandé, ou une autre personne répond désormais pour votre agence. Votre réponse reste consignée. Merci.`,
        button: 'Voir que la question est close',
      },
      endorsementGiven: {
        subject: (f) => `${f.who ?? 'Une agence'} a répondu : ${f.place}`,
        lead: (f) =>
          `${f.who ? `Le chef de ${f.who}` : 'Un chef d’agence'} a dit s’il appuie la demande ${f.ref} (${f.countries}).`,
        button: 'Voir les appuis',
      },
      endorsementUnreached: {
        subject: (f) => `Un message à un chef d’agence est revenu : ${f.place}`,
        lead: (f) =>
          `Un chef d’agence dont l’appui à la demande ${f.ref} (${f.countries}) est demandé n’a pas pu être joint par courriel. Corrigez l’adresse et renvoyez le message.`,
        button: 'Voir qui n’a pas été joint',
      },
    },
    tasks: {
      endorse: {
        need: 'Votre appui est demandé',
        awaited: 'la réponse d’un chef d’agence',
        button: 'Lire la demande et répondre',
      },
      reachEndorser: {
        need: 'Un message à un chef d’agence est revenu',
        awaited: 'que soit joint un chef d’agence dont le message est revenu',
        button: 'Voir qui n’a pas été joint',
      },
    },
    because:
      'Vous le recevez parce que le Bureau du Coordonnateur résident vous désigne comme chef d’agence. Le lien est personnel et ne demande pas de compte : merci de ne pas le transmettre.',
  },
  es: {
    notices: {
      ...TOGETHER_MAILS.es,
      endorsementAsked: {
        subject: (f) => `Se solicita su apoyo: ${f.place}${until(f, ', antes del ')}`,
        lead: (f) =>
          `La Oficina del Coordinador Residente le pide, como jefe de agencia, que lea la solicitud ${f.ref} de un Asesor de Derechos Humanos (${f.countries}) y que la apoye o decline hacerlo${until(f, '. Hay plazo hasta el ')}. Puede indicar lo que aporta su agencia, en efectivo o en especie.`,
        button: 'Leer la solicitud y responder',
      },
      endorsementAskedAgain: {
        subject: (f) => `Se solicita de nuevo su apoyo: ${f.place}${until(f, ', antes del ')}`,
        lead: (f) =>
          `Se le pide de nuevo que apoye la solicitud ${f.ref} de un Asesor de Derechos Humanos (${f.countries}) o que decline hacerlo${until(f, '. Hay plazo hasta el ')}. Si ya respondió, la página muestra lo que ha cambiado desde entonces. Los enlaces enviados antes ya no se abren.`,
        button: 'Ver los cambios y responder',
      },
      endorsementTakenBack: {
        subject: (f) => `Ya no se le pide nada: ${f.place}`,
        lead: (f) =>
          `Ya no se solicita su apoyo a la solicitud ${f.ref} (${f.countries}), u otra persona responde ahora por su agencia. Lo que respondió queda registrado. Gracias.`,
        button: 'Ver que está cerrada',
      },
      endorsementGiven: {
        subject: (f) => `${f.who ?? 'Una agencia'} ha respondido: ${f.place}`,
        lead: (f) =>
          `${f.who ? `El jefe de ${f.who}` : 'Un jefe de agencia'} ha respondido si apoya la solicitud ${f.ref} (${f.countries}).`,
        button: 'Ver los apoyos',
      },
      endorsementUnreached: {
        subject: (f) => `Un mensaje a un jefe de agencia fue devuelto: ${f.place}`,
        lead: (f) =>
          `No se pudo contactar por correo con un jefe de agencia cuyo apoyo se pide para la solicitud ${f.ref} (${f.countries}). Corrija la dirección y vuelva a enviarlo.`,
        button: 'Ver a quién no se llegó',
      },
    },
    tasks: {
      endorse: {
        need: 'Se solicita su apoyo',
        awaited: 'la respuesta de un jefe de agencia',
        button: 'Leer la solicitud y responder',
      },
      reachEndorser: {
        need: 'Un mensaje a un jefe de agencia fue devuelto',
        awaited: 'que se contacte con un jefe de agencia cuyo mensaje fue devuelto',
        button: 'Ver a quién no se llegó',
      },
    },
    because:
      'Lo recibe porque la Oficina del Coordinador Residente le nombra como jefe de agencia. El enlace es solo suyo y no exige cuenta: no lo reenvíe, por favor.',
  },
};
