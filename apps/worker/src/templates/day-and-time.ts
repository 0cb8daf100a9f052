import type { Language } from '#domain';

const LOCALE: Record<Language, string> = { en: 'en-GB', fr: 'fr', es: 'es' };

/** A day and an hour, by the clocks of its reader. */
export const dayAndTime = (language: Language, at: string, zone: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  }).format(new Date(at));
