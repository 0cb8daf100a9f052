import type { Language } from '#domain';
import { lowerFirst, type LanguageWords, type MailFields } from './words.js';

type Nudged = LanguageWords['clocks']['nudged'];
const EN_CASE = ({ about }: MailFields): string => (about === 'post' ? 'Post' : 'Request');
const FR_CASE = ({ about }: MailFields): string => (about === 'post' ? 'Le poste' : 'La demande');
const ES_CASE = ({ about }: MailFields): string => (about === 'post' ? 'El puesto' : 'La solicitud');
const day = (f: MailFields, words: string): string => (f.due ? `${words}${f.due}` : '');

/** What somebody is told whom another has nudged. Who it was stands in the record, not here. */
export const NUDGED: Record<Language, Nudged> = {
  en: (t) => ({
    subject: (f) => `Somebody waits for you: ${lowerFirst(t.need)}, ${f.place}`,
    lead: (f) =>
      `${EN_CASE(f)} ${f.ref} (${f.countries}) waits for ${t.awaited}${day(f, ', due on ')}. Somebody who depends on it asks you to see to it.`,
    button: t.button,
  }),
  fr: (t) => ({
    subject: (f) => `Quelqu’un vous attend : ${lowerFirst(t.need)}, ${f.place}`,
    lead: (f) =>
      `${FR_CASE(f)} ${f.ref} (${f.countries}) attend ${t.awaited}${day(f, ', à faire d’ici au ')}. Une personne qui en dépend vous demande de vous en occuper.`,
    button: t.button,
  }),
  es: (t) => ({
    subject: (f) => `Alguien le espera: ${lowerFirst(t.need)}, ${f.place}`,
    lead: (f) =>
      `${ES_CASE(f)} ${f.ref} (${f.countries}) espera ${t.awaited}${day(f, ', con plazo hasta el ')}. Una persona que depende de ello le pide que se ocupe.`,
    button: t.button,
  }),
};
