import type { Language, NoticeName } from '#domain';
import type { MailFields, MailWords, TaskWords } from './words.js';

type About = Extract<
  NoticeName,
  | 'adviceClosed'
  | 'adviceByLink'
  | 'adviceExtended'
  | 'adviceAskedAgain'
  | 'adviceUnseen'
  | 'adviceTakenBack'
  | 'adviceUnreached'
>;
interface Words {
  notices: Record<About, MailWords>;
  tasks: Record<'advise' | 'reachConsultee' | 'lookAtAdvice', TaskWords>;
  /** Why somebody without an account is written to, and what the link is. */
  because: string;
}
const until = (f: MailFields, before: string): string => (f.due ? `${before}${f.due}` : '');

/** What those are told whose advice is asked for, and the desk officer of those whom no mail reaches. */
export const CONSULTATION_MAILS: Record<Language, Words> = {
  en: {
    notices: {
      adviceClosed: {
        subject: (f) => `Your advice is not waited for any longer: ${f.place}`,
        lead: (f) =>
          `The panel recommended on request ${f.ref} (${f.countries}) before the time for your advice was over. It is recorded that the recommendation ended that time; this counts neither for nor against the request, nor as silence of yours. Advice can be given again only if the request goes back to the panel.`,
        button: 'See the request for advice',
      },
      adviceByLink: {
        subject: (f) => `A question to you about ${f.place}${until(f, ', by ')}`,
        lead: (f) =>
          `OHCHR asks for your view on request ${f.ref} for a Human Rights Adviser (${f.countries}). The question and the request are on the page behind this link${until(f, '; there is time until ')}.`,
        button: 'Read the question and answer',
      },
      adviceExtended: {
        subject: (f) => `More time for your advice: ${f.place}${until(f, ', until ')}`,
        lead: (f) =>
          `There is more time for your advice on request ${f.ref} (${f.countries})${until(f, ', until ')}. The reason is written on the page.`,
        button: 'Give advice',
      },
      adviceAskedAgain: {
        subject: (f) => `Your advice is asked for again: ${f.place}${until(f, ', by ')}`,
        lead: (f) =>
          `Something has changed about request ${f.ref} (${f.countries}) since you were asked. What you said before stays as it is, beside what you say now. The reason is written on the page.`,
        button: 'Give advice again',
      },
      adviceUnseen: {
        subject: (f) => `Not opened yet, your advice is awaited: ${f.place}${until(f, ', by ')}`,
        lead: (f) =>
          `A week ago you were asked for advice on request ${f.ref} (${f.countries}), and the question has not been opened here yet.${f.due ? ` It can be answered until ${f.due}.` : ''}`,
        button: 'Read the question',
      },
      adviceTakenBack: {
        subject: (f) => `Nothing is asked of you any more: ${f.place}`,
        lead: (f) => `OHCHR has taken back its question to you about request ${f.ref} (${f.countries}). Thank you.`,
        button: 'See that it is closed',
      },
      adviceUnreached: {
        subject: (f) => `A mail about advice came back: ${f.place}`,
        lead: (f) =>
          `A party whose advice is asked for on request ${f.ref} (${f.countries}) could not be reached by mail. Reach it in another way, correct the address, or send the question again.`,
        button: 'See who was not reached',
      },
    },
    tasks: {
      advise: { need: 'Your advice is needed', awaited: 'advice from those consulted', button: 'Give advice' },
      reachConsultee: {
        need: 'A mail about advice came back',
        awaited: 'a party to be reached whose mail came back',
        button: 'See who was not reached',
      },
      lookAtAdvice: {
        need: 'A new version came after advice was given',
        awaited: 'a look at advice on an earlier version',
        button: 'See who advised',
      },
    },
    because:
      'You receive it because OHCHR asks you by name. The link is yours alone and needs no account: please do not pass it on.',
  },
  fr: {
    notices: {
      adviceClosed: {
        subject: (f) => `Votre avis n’est plus attendu : ${f.place}`,
        lead: (f) =>
          `Le comité a fait sa recommandation sur la demande ${f.ref} (${f.countries}) avant la fin du délai prévu pour votre avis. Il est pris acte que la recommandation a mis fin à ce délai ; cela ne compte ni pour ni contre la demande, ni comme un silence de votre part. Un avis ne pourra de nouveau être donné que si la demande est renvoyée au comité.`,
        button: 'Voir la demande d’avis',
      },
      adviceByLink: {
        subject: (f) => `Une question pour vous : ${f.place}${until(f, ', avant le ')}`,
        lead: (f) =>
          `Le HCDH vous demande votre avis sur la demande ${f.ref} d’un conseiller pour les droits de l’homme (${f.countries}). La question et la demande se trouvent sur la page de ce lien${until(f, ' ; vous avez jusqu’au ')}.`,
        button: 'Lire la question et répondre',
      },
      adviceExtended: {
        subject: (f) => `Délai prolongé pour votre avis : ${f.place}${until(f, ', jusqu’au ')}`,
        lead: (f) =>
          `Le délai pour votre avis sur la demande ${f.ref} (${f.countries}) est prolongé${until(f, ' jusqu’au ')}. La raison est indiquée sur la page.`,
        button: 'Donner un avis',
      },
      adviceAskedAgain: {
        subject: (f) => `Votre avis est demandé de nouveau : ${f.place}${until(f, ', avant le ')}`,
        lead: (f) =>
          `La demande ${f.ref} (${f.countries}) a connu un changement depuis que vous avez été consulté. Votre avis précédent est conservé à côté du nouveau. La raison est indiquée sur la page.`,
        button: 'Donner un nouvel avis',
      },
      adviceUnseen: {
        subject: (f) => `Pas encore ouverte, votre avis est attendu : ${f.place}${until(f, ', avant le ')}`,
        lead: (f) =>
          `Il y a une semaine, votre avis a été demandé sur la demande ${f.ref} (${f.countries}), et la question n’a pas encore été ouverte ici.${f.due ? ` Il est possible d’y répondre jusqu’au ${f.due}.` : ''}`,
        button: 'Lire la question',
      },
      adviceTakenBack: {
        subject: (f) => `Rien ne vous est plus demandé : ${f.place}`,
        lead: (f) =>
          `Le HCDH a retiré la question qu’il vous avait posée sur la demande ${f.ref} (${f.countries}). Merci.`,
        button: 'Voir que la question est close',
      },
      adviceUnreached: {
        subject: (f) => `Un message de consultation est revenu : ${f.place}`,
        lead: (f) =>
          `Une partie consultée sur la demande ${f.ref} (${f.countries}) n’a pas pu être jointe par courriel. Joignez-la autrement, corrigez l’adresse ou renvoyez la question.`,
        button: 'Voir qui n’a pas été joint',
      },
    },
    tasks: {
      advise: { need: 'Votre avis est attendu', awaited: 'l’avis des parties consultées', button: 'Donner un avis' },
      reachConsultee: {
        need: 'Un message de consultation est revenu',
        awaited: 'que soit jointe une partie dont le message est revenu',
        button: 'Voir qui n’a pas été joint',
      },
      lookAtAdvice: {
        need: 'Une nouvelle version est arrivée après des avis',
        awaited: 'un regard sur les avis donnés sur une version antérieure',
        button: 'Voir qui a donné un avis',
      },
    },
    because:
      'Vous le recevez parce que le HCDH vous consulte nommément. Le lien est personnel et ne demande pas de compte : merci de ne pas le transmettre.',
  },
  es: {
    notices: {
      adviceClosed: {
        subject: (f) => `Ya no se espera su opinión: ${f.place}`,
        lead: (f) =>
          `El panel dio su recomendación sobre la solicitud ${f.ref} (${f.countries}) antes de que terminara el plazo para su opinión. Consta que la recomendación puso fin a ese plazo; esto no cuenta ni a favor ni en contra, ni como silencio por su parte. Solo se podrá opinar de nuevo si la solicitud vuelve al panel.`,
        button: 'Ver la consulta',
      },
      adviceByLink: {
        subject: (f) => `Una pregunta para usted: ${f.place}${until(f, ', antes del ')}`,
        lead: (f) =>
          `El ACNUDH le pide su opinión sobre la solicitud ${f.ref} de un Asesor de Derechos Humanos (${f.countries}). La pregunta y la solicitud están en la página de este enlace${until(f, '; hay plazo hasta el ')}.`,
        button: 'Leer la pregunta y responder',
      },
      adviceExtended: {
        subject: (f) => `Más tiempo para su opinión: ${f.place}${until(f, ', hasta el ')}`,
        lead: (f) =>
          `Se amplía el plazo para su opinión sobre la solicitud ${f.ref} (${f.countries})${until(f, ', hasta el ')}. El motivo figura en la página.`,
        button: 'Dar la opinión',
      },
      adviceAskedAgain: {
        subject: (f) => `Se pide de nuevo su opinión: ${f.place}${until(f, ', antes del ')}`,
        lead: (f) =>
          `Algo ha cambiado en la solicitud ${f.ref} (${f.countries}) desde que se le consultó. Lo que usted dijo se conserva junto a lo que diga ahora. El motivo figura en la página.`,
        button: 'Opinar de nuevo',
      },
      adviceUnseen: {
        subject: (f) => `Aún sin abrir, se espera su opinión: ${f.place}${until(f, ', antes del ')}`,
        lead: (f) =>
          `Hace una semana se pidió su opinión sobre la solicitud ${f.ref} (${f.countries}), y la pregunta aún no se ha abierto aquí.${f.due ? ` Se puede responder hasta el ${f.due}.` : ''}`,
        button: 'Leer la pregunta',
      },
      adviceTakenBack: {
        subject: (f) => `Ya no se le pide nada: ${f.place}`,
        lead: (f) =>
          `El ACNUDH ha retirado la pregunta que le hizo sobre la solicitud ${f.ref} (${f.countries}). Gracias.`,
        button: 'Ver que está cerrada',
      },
      adviceUnreached: {
        subject: (f) => `Un mensaje de consulta fue devuelto: ${f.place}`,
        lead: (f) =>
          `No se pudo contactar por correo con una parte consultada sobre la solicitud ${f.ref} (${f.countries}). Contáctela de otro modo, corrija la dirección o envíe de nuevo la pregunta.`,
        button: 'Ver a quién no se llegó',
      },
    },
    tasks: {
      advise: { need: 'Se necesita su opinión', awaited: 'la opinión de los consultados', button: 'Dar la opinión' },
      reachConsultee: {
        need: 'Un mensaje de consulta fue devuelto',
        awaited: 'que se contacte con una parte cuyo mensaje fue devuelto',
        button: 'Ver a quién no se llegó',
      },
      lookAtAdvice: {
        need: 'Llegó una nueva versión después de recibirse opiniones',
        awaited: 'una revisión de las opiniones sobre una versión anterior',
        button: 'Ver quién opinó',
      },
    },
    because:
      'Lo recibe porque el ACNUDH le consulta personalmente. El enlace es solo suyo y no exige cuenta: no lo reenvíe, por favor.',
  },
};
