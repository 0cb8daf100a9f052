import { refuseFields, type Refusal } from '../refusal.js';
import { LANGUAGES, type Language } from '../request/content.js';

/** The languages in which somebody is to be kept as working, each once and in the order of the product; or what is wrong. */
export function checkLanguages(sent: readonly string[]): Language[] | Refusal {
  const unknown = sent.filter((language) => !Object.hasOwn(LANGUAGES, language));
  const known = (Object.keys(LANGUAGES) as Language[]).filter((language) => sent.includes(language));
  return (
    refuseFields([
      ...(unknown.length ? [{ path: 'languages', message: 'Choose English, French or Spanish' }] : []),
      ...(sent.length === 0 ? [{ path: 'languages', message: 'Choose at least one language' }] : []),
    ]) ?? known
  );
}
