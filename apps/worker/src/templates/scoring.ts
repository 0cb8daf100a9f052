import type { Language } from '#domain';
import type { MailWords } from './words.js';

/** What is told once the scores are open: to those who gave them, and to who settles them. Never a score. */
export const SCORING_MAILS: Record<Language, Record<'scoresRevealed' | 'scoresToSettle', MailWords>> = {
  en: {
    scoresRevealed: {
      subject: (f) => `Scores revealed: ${f.place}`,
      lead: (f) => `The reviews of request ${f.ref} (${f.countries}) are open to its reviewers and to the panel chair.`,
      button: 'Read the reviews',
    },
    scoresToSettle: {
      subject: (f) => `Scores to be settled: ${f.place}${f.due ? `, by ${f.due}` : ''}`,
      lead: (f) =>
        `The reviews of request ${f.ref} (${f.countries}) are open to its reviewers and to the panel chair. Settle the score of each criterion.`,
      button: 'Settle the scores',
    },
  },
  fr: {
    scoresRevealed: {
      subject: (f) => `Notes ouvertes : ${f.place}`,
      lead: (f) =>
        `Les évaluations de la demande ${f.ref} (${f.countries}) sont ouvertes aux évaluateurs et à la présidence du comité.`,
      button: 'Lire les évaluations',
    },
    scoresToSettle: {
      subject: (f) => `Notes à arrêter : ${f.place}${f.due ? `, d’ici au ${f.due}` : ''}`,
      lead: (f) =>
        `Les évaluations de la demande ${f.ref} (${f.countries}) sont ouvertes aux évaluateurs et à la présidence du comité. Arrêtez la note de chaque critère.`,
      button: 'Arrêter les notes',
    },
  },
  es: {
    scoresRevealed: {
      subject: (f) => `Puntuaciones abiertas: ${f.place}`,
      lead: (f) =>
        `Las evaluaciones de la solicitud ${f.ref} (${f.countries}) están abiertas a sus evaluadores y a la presidencia del panel.`,
      button: 'Leer las evaluaciones',
    },
    scoresToSettle: {
      subject: (f) => `Puntuaciones por fijar: ${f.place}${f.due ? `, antes del final del ${f.due}` : ''}`,
      lead: (f) =>
        `Las evaluaciones de la solicitud ${f.ref} (${f.countries}) están abiertas a sus evaluadores y a la presidencia del panel. Fije la puntuación de cada criterio.`,
      button: 'Fijar las puntuaciones',
    },
  },
};
