import type { ApartAbout } from '#casework';
import type { Language } from '#domain';
import { dayAndTime } from './day-and-time.js';
import type { ApartWords } from './words.js';

type Panel = ApartAbout['panelDate'];
const whenOf = (language: Language, { startsAt }: Panel, zone: string): string => dayAndTime(language, startsAt, zone);

const half = (round: string): [string, string] => round.split('-') as [string, string];
const ROUND: Record<Language, (round: string) => string> = {
  en: (round) => `${half(round)[1] === '1' ? 'first' : 'second'} round of ${half(round)[0]}`,
  fr: (round) => `${half(round)[1] === '1' ? 'premier' : 'second'} cycle de ${half(round)[0]}`,
  es: (round) => `${half(round)[1] === '1' ? 'primera' : 'segunda'} ronda de ${half(round)[0]}`,
};
const stateOf = ({ method, moved }: Panel): 'off' | 'moved' | 'set' =>
  method === 'CANCEL' ? 'off' : moved ? 'moved' : 'set';

/** Where it is, after the sentence of when. */
const at = (label: string, place: string): string => (place ? ` ${label}: ${place}.` : '');

/** Whoever is invited is asked whether they come. */
const asked = ({ method }: Panel, words: string): string[] => (method === 'REQUEST' ? [words] : []);

/** The words of invitations to panels: which round, when by the clocks of the reader, how long and where. */
export const PANEL_WORDS: Record<Language, (about: Panel, zone: string) => ApartWords> = {
  en: (about, zone) => {
    const round = ROUND.en(about.round);
    const when = whenOf('en', about, zone);
    const head = { set: 'Panel', moved: 'Panel, new time', off: 'Panel cancelled' }[stateOf(about)];
    const lead = {
      set: `You are invited to the panel of the ${round}: ${when}, for ${about.minutes} minutes.${at('Place', about.place)}`,
      moved: `The panel of the ${round} has another time: ${when}, for ${about.minutes} minutes.${at('Place', about.place)}`,
      off: `The panel of the ${round} on ${when} is off, or you have no part in it any more. Nothing is needed from you.`,
    }[stateOf(about)];
    const because =
      'You receive it because you review, look after or chair requests of this round. It is also in the calendar entry that comes with it.';
    return {
      subject: `${head}: ${round}`,
      lead,
      lines: asked(about, 'Please say whether you come: with the buttons of your calendar, or on the page.'),
      button: 'See the date',
      because,
    };
  },
  fr: (about, zone) => {
    const round = ROUND.fr(about.round);
    const when = whenOf('fr', about, zone);
    const head = {
      set: 'Réunion du comité',
      moved: 'Réunion du comité, nouvel horaire',
      off: 'Réunion du comité annulée',
    }[stateOf(about)];
    const lead = {
      set: `Vous êtes invité(e) à la réunion du comité du ${round} : ${when}, pour ${about.minutes} minutes.${at('Lieu\u00A0', about.place)}`,
      moved: `La réunion du comité du ${round} a un nouvel horaire : ${when}, pour ${about.minutes} minutes.${at('Lieu\u00A0', about.place)}`,
      off: `La réunion du comité du ${round}, ${when}, est annulée, ou vous n’y participez plus. Rien n’est attendu de vous.`,
    }[stateOf(about)];
    const because =
      'Vous recevez ce message parce que vous évaluez, suivez ou présidez des demandes de ce cycle. La date figure aussi dans l’entrée de calendrier jointe.';
    return {
      subject: `${head} : ${round}`,
      lead,
      lines: asked(about, 'Merci de dire si vous venez : avec les boutons de votre calendrier ou sur la page.'),
      button: 'Voir la date',
      because,
    };
  },
  es: (about, zone) => {
    const round = ROUND.es(about.round);
    const when = whenOf('es', about, zone);
    const head = {
      set: 'Reunión del panel',
      moved: 'Reunión del panel, nuevo horario',
      off: 'Reunión del panel cancelada',
    }[stateOf(about)];
    const lead = {
      set: `Se le invita a la reunión del panel de la ${round}: ${when}, durante ${about.minutes} minutos.${at('Lugar', about.place)}`,
      moved: `La reunión del panel de la ${round} tiene otro horario: ${when}, durante ${about.minutes} minutos.${at('Lugar', about.place)}`,
      off: `La reunión del panel de la ${round}, ${when}, se cancela, o usted ya no participa en ella. No tiene que hacer nada.`,
    }[stateOf(about)];
    const because =
      'Recibe este mensaje porque evalúa, atiende o preside solicitudes de esta ronda. La fecha está también en la entrada de calendario adjunta.';
    return {
      subject: `${head}: ${round}`,
      lead,
      lines: asked(about, 'Diga si asistirá: con los botones de su calendario o en la página.'),
      button: 'Ver la fecha',
      because,
    };
  },
};
