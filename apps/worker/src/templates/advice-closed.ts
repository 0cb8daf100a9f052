import type { Language } from '#domain';
import type { MailWords } from './words.js';

/** What an office is told whose time for advice the recommendation has ended. */
export const ADVICE_CLOSED = {
  en: {
    subject: (f) => `Your advice is not waited for any longer: ${f.place}`,
    lead: (f) =>
      `The panel recommended on request ${f.ref} (${f.countries}) before the time for your advice was over. It is recorded that the recommendation ended that time; this counts neither for nor against the request, nor as silence of yours. Advice can be given again only if the request goes back to the panel.`,
    button: 'See the request for advice',
  },
  fr: {
    subject: (f) => `Votre avis n’est plus attendu : ${f.place}`,
    lead: (f) =>
      `Le comité a fait sa recommandation sur la demande ${f.ref} (${f.countries}) avant la fin du délai prévu pour votre avis. Il est pris acte que la recommandation a mis fin à ce délai ; cela ne compte ni pour ni contre la demande, ni comme un silence de votre part. Un avis ne pourra de nouveau être donné que si la demande est renvoyée au comité.`,
    button: 'Voir la demande d’avis',
  },
  es: {
    subject: (f) => `Ya no se espera su opinión: ${f.place}`,
    lead: (f) =>
      `El panel dio su recomendación sobre la solicitud ${f.ref} (${f.countries}) antes de que terminara el plazo para su opinión. Consta que la recomendación puso fin a ese plazo; esto no cuenta ni a favor ni en contra, ni como silencio por su parte. Solo se podrá opinar de nuevo si la solicitud vuelve al panel.`,
    button: 'Ver la consulta',
  },
} satisfies Record<Language, MailWords>;
