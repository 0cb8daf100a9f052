import type { Language, NoticeName } from '#domain';
import type { MailFields, MailWords } from './words.js';

type About = Extract<
  NoticeName,
  'moreTimeAsked' | 'moreTimeGiven' | 'moreTimeRefused' | 'clockStopped' | 'clockGoesOn'
>;
const until = (f: MailFields, before: string): string => (f.due ? `${before}${f.due}` : '');
const WHAT: Record<Language, Record<MailFields['about'], string>> = {
  en: { request: 'request', post: 'post' },
  fr: { request: 'la demande', post: 'le poste' },
  es: { request: 'la solicitud', post: 'el puesto' },
};
/** Which case it is, in a sentence. */
const it = (language: Language, { about, ref, countries }: MailFields): string =>
  `${WHAT[language][about]} ${ref} (${countries})`;

/** What is told of more time for a step, and of a stop. Whose step it is stays unsaid: it is the reader’s own, or their office’s. */
export const MORE_TIME: Record<Language, Record<About, MailWords>> = {
  en: {
    moreTimeAsked: {
      subject: (f) => `More time is asked for: ${f.place}`,
      lead: (f) =>
        `${f.about === 'post' ? 'More time is asked for' : 'The country office asks for more time'} on ${it('en', f)}. Give it, or say why not. Until then the day stays as it is.`,
      button: 'Read why, and answer',
    },
    moreTimeGiven: {
      subject: (f) => `More time for you: ${f.place}${until(f, ', until ')}`,
      lead: (f) =>
        `There is more time for what ${it('en', f)} waits for from you${until(f, ', until ')}. This day counts from now on, and so do the reminders.`,
      button: 'See what is waited for',
    },
    moreTimeRefused: {
      subject: (f) => `No more time: ${f.place}${until(f, ', still due on ')}`,
      lead: (f) =>
        `You asked for more time on ${it('en', f)}. It was not given${until(f, '; the day stays ')}. The reason is written on the page of the ${WHAT.en[f.about]}.`,
      button: 'Read why',
    },
    clockStopped: {
      subject: (f) => `Your time stands still: ${f.place}`,
      lead: (f) =>
        `The time for what ${it('en', f)} waits for from you is stopped. You can go on all the same. You are told when it goes on, with its new day.`,
      button: 'See what is waited for',
    },
    clockGoesOn: {
      subject: (f) => `Your time goes on: ${f.place}${until(f, ', by ')}`,
      lead: (f) =>
        `The time for what ${it('en', f)} waits for from you was stopped and goes on, with the working days that were left${until(f, '. It is due on ')}.`,
      button: 'See what is waited for',
    },
  },
  fr: {
    moreTimeAsked: {
      subject: (f) => `Un délai est demandé : ${f.place}`,
      lead: (f) =>
        `${f.about === 'post' ? 'Plus de temps est demandé' : 'Le bureau de pays demande plus de temps'} pour ${it('fr', f)}. Accordez-le, ou dites pourquoi vous ne l’accordez pas. D’ici là, la date reste la même.`,
      button: 'Lire pourquoi et répondre',
    },
    moreTimeGiven: {
      subject: (f) => `Votre délai est prolongé : ${f.place}${until(f, ', jusqu’au ')}`,
      lead: (f) =>
        `Vous disposez de plus de temps pour ce que ${it('fr', f)} attend de vous${until(f, ', jusqu’au ')}. Cette date vaut désormais, y compris pour les rappels.`,
      button: 'Voir ce qui est attendu',
    },
    moreTimeRefused: {
      subject: (f) => `Délai non prolongé : ${f.place}${until(f, ', toujours pour le ')}`,
      lead: (f) =>
        `Vous avez demandé plus de temps pour ${it('fr', f)}. Il n’a pas été accordé${until(f, ' ; la date reste le ')}. La raison est indiquée sur la page ${f.about === 'post' ? 'du poste' : 'de la demande'}.`,
      button: 'Lire pourquoi',
    },
    clockStopped: {
      subject: (f) => `Votre délai est suspendu : ${f.place}`,
      lead: (f) =>
        `Le délai pour ce que ${it('fr', f)} attend de vous est suspendu. Vous pouvez continuer malgré tout. Vous serez informé de sa reprise et de la nouvelle date.`,
      button: 'Voir ce qui est attendu',
    },
    clockGoesOn: {
      subject: (f) => `Votre délai reprend : ${f.place}${until(f, ', avant le ')}`,
      lead: (f) =>
        `Le délai pour ce que ${it('fr', f)} attend de vous était suspendu et reprend, avec les jours ouvrables qui restaient${until(f, '. Il se termine le ')}.`,
      button: 'Voir ce qui est attendu',
    },
  },
  es: {
    moreTimeAsked: {
      subject: (f) => `Se pide más tiempo: ${f.place}`,
      lead: (f) =>
        `${f.about === 'post' ? 'Se pide más tiempo' : 'La oficina en el país pide más tiempo'} para ${it('es', f)}. Concédalo o diga por qué no. Hasta entonces la fecha no cambia.`,
      button: 'Leer el motivo y responder',
    },
    moreTimeGiven: {
      subject: (f) => `Más tiempo para usted: ${f.place}${until(f, ', hasta el ')}`,
      lead: (f) =>
        `Hay más tiempo para lo que ${it('es', f)} espera de usted${until(f, ', hasta el ')}. Esta fecha vale desde ahora, también para los recordatorios.`,
      button: 'Ver lo que se espera',
    },
    moreTimeRefused: {
      subject: (f) => `Sin más tiempo: ${f.place}${until(f, ', sigue venciendo el ')}`,
      lead: (f) =>
        `Usted pidió más tiempo para ${it('es', f)}. No se concedió${until(f, '; la fecha sigue siendo el ')}. El motivo figura en la página ${f.about === 'post' ? 'del puesto' : 'de la solicitud'}.`,
      button: 'Leer el motivo',
    },
    clockStopped: {
      subject: (f) => `Su plazo está detenido: ${f.place}`,
      lead: (f) =>
        `El plazo para lo que ${it('es', f)} espera de usted está detenido. Puede continuar de todos modos. Se le avisará cuando se reanude, con la nueva fecha.`,
      button: 'Ver lo que se espera',
    },
    clockGoesOn: {
      subject: (f) => `Su plazo se reanuda: ${f.place}${until(f, ', antes del ')}`,
      lead: (f) =>
        `El plazo para lo que ${it('es', f)} espera de usted estaba detenido y se reanuda, con los días hábiles que quedaban${until(f, '. Vence el ')}.`,
      button: 'Ver lo que se espera',
    },
  },
};
