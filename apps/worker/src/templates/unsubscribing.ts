import type { Language } from '#domain';

/** Where people choose how they are told, said at the foot of each mail to somebody with an account. */
export const OWN_CHOICE: Record<Language, (address: string) => string> = {
  en: (address) => `You choose how you are told, and when: ${address}`,
  fr: (address) => `Vous choisissez comment et quand vous êtes prévenu : ${address}`,
  es: (address) => `Usted elige cómo y cuándo recibe los avisos: ${address}`,
};
export const ownChoice = (language: Language, baseUrl: string): string =>
  OWN_CHOICE[language](`${baseUrl}/account/notices`);

/** What lets a mail program end mails of a kind with one click, without an account (RFC 2369, RFC 8058). */
export function unsubscribeHeaders(token: string | null, baseUrl: string): Record<string, string> {
  if (!token) return {};
  return {
    'List-Unsubscribe': `<${baseUrl}/unsubscribe/${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
