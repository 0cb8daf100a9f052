import { endorsersOf, letterCopies, type Language, type NoticeName } from '#domain';
import { isPost } from './case-told.js';
import type { Told } from './told.js';

const OF_AN_ANSWER: readonly NoticeName[] = ['adviceGiven', 'endorsementGiven'];

/** Which party has answered, by the name of its office or agency: two mails of two answers must be told apart. Who is asked by name is not named in mails. */
export function answeredBy(
  { facts, notice, parties = [] }: Pick<Told, 'facts' | 'notice' | 'parties'>,
  language: Language = 'en',
): string | null {
  if (isPost(facts) || !OF_AN_ANSWER.includes(notice)) return null;
  const party = facts.consultation.find((c) => parties.includes(c.key));
  if (party?.office) return party.office.name;
  if (party?.role === 'regionalTeam') return letterCopies(language, ['regionalTeam'])[0] ?? null;
  return endorsersOf(facts).find((e) => parties.includes(e.key))?.agency ?? null;
}
