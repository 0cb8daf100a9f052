import type { Language, NoticeName } from '#domain';
import type { MailWords } from './words.js';

type About = Extract<NoticeName, 'newVersion' | 'newVersionToScore' | 'newVersionForAdvice'>;

/** What those are told who judge a request, or advise on it, when it was changed to answer a question. */
export const NEW_VERSION: Record<Language, Record<About, MailWords>> = {
  en: {
    newVersion: {
      subject: (f) => `New version: ${f.place}`,
      lead: (f) =>
        `The country office answered a question about request ${f.ref} (${f.countries}) with a new version. See there what changed. Advice that was given is about the version of before; ask for it again, or let it stand and say why.`,
      button: 'Read what changed',
    },
    newVersionToScore: {
      subject: (f) => `New version of a request that you review: ${f.place}`,
      lead: (f) =>
        `Request ${f.ref} (${f.countries}) has a new version. Scores that you finished and that nobody has seen are a draft again: read what changed, then send them again. Scores that are revealed stand, and you can revise them.`,
      button: 'Read what changed',
    },
    newVersionForAdvice: {
      subject: (f) => `New version of a request on which you are asked: ${f.place}`,
      lead: (f) =>
        `Request ${f.ref} (${f.countries}) has a new version. What you have not given yet will be about it. Advice that you gave stays with the version of before, unless OHCHR asks you again.`,
      button: 'See the request for advice',
    },
  },
  fr: {
    newVersion: {
      subject: (f) => `Nouvelle version : ${f.place}`,
      lead: (f) =>
        `Le bureau de pays a répondu à une question sur la demande ${f.ref} (${f.countries}) par une nouvelle version. Vous y verrez ce qui a changé. Les avis déjà donnés portent sur la version précédente ; demandez-les de nouveau, ou maintenez-les en disant pourquoi.`,
      button: 'Lire ce qui a changé',
    },
    newVersionToScore: {
      subject: (f) => `Nouvelle version d’une demande que vous évaluez : ${f.place}`,
      lead: (f) =>
        `La demande ${f.ref} (${f.countries}) a une nouvelle version. Les notes que vous aviez terminées et que personne n’a vues redeviennent un brouillon : lisez ce qui a changé, puis envoyez-les de nouveau. Les notes révélées restent, et vous pouvez les réviser.`,
      button: 'Lire ce qui a changé',
    },
    newVersionForAdvice: {
      subject: (f) => `Nouvelle version d’une demande soumise à votre avis : ${f.place}`,
      lead: (f) =>
        `La demande ${f.ref} (${f.countries}) a une nouvelle version. L’avis que vous n’avez pas encore donné portera sur elle. L’avis déjà donné reste attaché à la version précédente, sauf si le HCDH vous interroge de nouveau.`,
      button: 'Voir la demande d’avis',
    },
  },
  es: {
    newVersion: {
      subject: (f) => `Nueva versión: ${f.place}`,
      lead: (f) =>
        `La oficina en el país respondió a una pregunta sobre la solicitud ${f.ref} (${f.countries}) con una nueva versión. Allí se ve lo que cambió. Las opiniones ya dadas se refieren a la versión anterior; pídalas de nuevo o déjelas en pie indicando por qué.`,
      button: 'Leer lo que cambió',
    },
    newVersionToScore: {
      subject: (f) => `Nueva versión de una solicitud que usted evalúa: ${f.place}`,
      lead: (f) =>
        `La solicitud ${f.ref} (${f.countries}) tiene una nueva versión. Las puntuaciones que había terminado y que nadie ha visto vuelven a ser un borrador: lea lo que cambió y envíelas de nuevo. Las puntuaciones reveladas se mantienen, y puede revisarlas.`,
      button: 'Leer lo que cambió',
    },
    newVersionForAdvice: {
      subject: (f) => `Nueva versión de una solicitud sobre la que se pide su opinión: ${f.place}`,
      lead: (f) =>
        `La solicitud ${f.ref} (${f.countries}) tiene una nueva versión. La opinión que aún no ha dado se referirá a ella. La opinión ya dada queda unida a la versión anterior, salvo que el ACNUDH se la pida de nuevo.`,
      button: 'Ver la petición de opinión',
    },
  },
};
