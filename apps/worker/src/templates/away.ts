import { longDate, type Language } from '#domain';
import type { Late, MailToSend } from '#casework';
import { caseIn, type MailWords, type TaskWords } from './words.js';

/** That whoever holds a step is away, to whoever can give it to somebody else. */
export const HOLDER_AWAY: Record<Language, { holderAway: (task: TaskWords) => MailWords }> = {
  en: {
    holderAway: (t) => ({
      subject: (f) => `Away when it is due: ${t.awaited}, ${f.place}`,
      lead: (f) =>
        `${caseIn.en(f)} waits for ${t.awaited}${f.due ? `, due by ${f.due}` : ''}. Whoever holds that is away, and nobody acts for them. The time goes on; you can give it to somebody else, or give more time.`,
      button: 'Open the page',
    }),
  },
  fr: {
    holderAway: (t) => ({
      subject: (f) => `Absence à l’échéance : ${t.awaited}, ${f.place}`,
      lead: (f) =>
        `${caseIn.fr(f)} attend ${t.awaited}${f.due ? `, d’ici au ${f.due}` : ''}. La personne qui en est chargée est absente et personne n’agit en son nom. Le délai court ; vous pouvez confier la tâche à quelqu’un d’autre ou accorder plus de temps.`,
      button: 'Ouvrir la page',
    }),
  },
  es: {
    holderAway: (t) => ({
      subject: (f) => `Ausencia al vencer el plazo: ${t.awaited}, ${f.place}`,
      lead: (f) =>
        `${caseIn.es(f)} espera ${t.awaited}${f.due ? `, antes del final del ${f.due}` : ''}. La persona encargada está ausente y nadie actúa en su nombre. El plazo sigue corriendo; puede confiar la tarea a otra persona o dar más tiempo.`,
      button: 'Abrir la página',
    }),
  },
};

interface PersonWords {
  inPlaceOf: (name: string, until: string) => string;
  awayUntil: (until: string) => string;
  late: Record<Late['of'], (count: number) => string>;
  who: (names: string) => string;
}
const PERSONS: Record<Language, PersonWords> = {
  en: {
    inPlaceOf: (name, until) => `This comes to you for ${name}, who is away until ${until} and for whom you act.`,
    awayUntil: (until) => `They are away until ${until}.`,
    late: {
      people: (count) => `It is late with ${count} people.`,
      steps: (count) => `It is one of ${count} steps that are late.`,
    },
    who: (names) => `They are ${names}.`,
  },
  fr: {
    inPlaceOf: (name, until) =>
      `Ce message vous parvient pour ${name}, absent(e) jusqu’au ${until}, au nom de qui vous agissez.`,
    awayUntil: (until) => `Son absence dure jusqu’au ${until}.`,
    late: {
      people: (count) => `Le retard concerne ${count} personnes.`,
      steps: (count) => `C’est l’une des ${count} étapes en retard.`,
    },
    who: (names) => `Il s’agit de ${names}.`,
  },
  es: {
    inPlaceOf: (name, until) =>
      `Este mensaje le llega en lugar de ${name}, ausente hasta el ${until}, en cuyo nombre usted actúa.`,
    awayUntil: (until) => `Su ausencia dura hasta el ${until}.`,
    late: {
      people: (count) => `El retraso es de ${count} personas.`,
      steps: (count) => `Es uno de los ${count} pasos con retraso.`,
    },
    who: (names) => `Son ${names}.`,
  },
};
interface BackWords {
  subject: (toDo: number) => string;
  lead: (until: string) => string;
  more: (n: number) => string;
  button: string;
  because: string;
}
/** What the mail says that lists what waits for who is back. */
export const BACK: Record<Language, BackWords> = {
  en: {
    subject: (toDo) => `You are back: ${toDo} to act on`,
    lead: (until) =>
      `You were away until ${until}. This is what waits for you now, with what is due first at the top. What was done meanwhile is left out; all that you were told stands on your page of notices.`,
    more: (n) => `And ${n} more, on your page of work.`,
    button: 'Open your work',
    because: 'You receive it because you had said that you were away, or an administrator had for you.',
  },
  fr: {
    subject: (toDo) => `À votre retour : ${toDo} à traiter`,
    lead: (until) =>
      `Vous étiez absent(e) jusqu’au ${until}. Voici ce qui vous attend maintenant, par ordre d’échéance. Ce qui a été fait entre-temps n’y figure pas ; tout ce qui vous a été signalé se trouve sur votre page d’avis.`,
    more: (n) => `Et ${n} de plus, sur votre page de travail.`,
    button: 'Ouvrir votre travail',
    because:
      'Vous le recevez parce que vous aviez annoncé une absence, ou qu’un administrateur l’avait fait pour vous.',
  },
  es: {
    subject: (toDo) => `A su regreso: ${toDo} por atender`,
    lead: (until) =>
      `Estuvo ausente hasta el ${until}. Esto es lo que le espera ahora, por orden de vencimiento. Lo que ya se ha hecho no figura; todo lo que se le comunicó está en su página de avisos.`,
    more: (n) => `Y ${n} más, en su página de trabajo.`,
    button: 'Abrir su trabajo',
    because: 'Lo recibe porque había avisado de su ausencia, o un administrador lo hizo por usted.',
  },
};
const LOCALE: Record<Language, string> = { en: 'en-GB', fr: 'fr', es: 'es' };

/** What a mail says of persons, below what it is about: for whom it comes, until when somebody is away, with whom it is late. */
export function aboutPersons({
  language,
  inPlaceOf = [],
  awayUntil,
  late,
}: Pick<MailToSend, 'language' | 'inPlaceOf' | 'awayUntil' | 'late'>): string[] {
  const words = PERSONS[language];
  const names = new Intl.ListFormat(LOCALE[language]).format(late?.names ?? []);
  return [
    ...inPlaceOf.map(({ name, until }) => words.inPlaceOf(name, longDate(until, language))),
    ...(awayUntil ? [words.awayUntil(longDate(awayUntil, language))] : []),
    ...(late ? [`${words.late[late.of](late.count)}${names ? ` ${words.who(names)}` : ''}`] : []),
  ];
}
