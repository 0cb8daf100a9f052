import { valueAt } from '../request/sections.js';
import type { Language, RequestContent } from '../request/content.js';
import type { Day } from '../time/working-days.js';
import { COUNTRY_DATE_NAMES, type CountryDateKind } from './country-dates.js';

/** What is known of a country, as far as answers can be made of it. */
export interface KnownFacts {
  dates: readonly { kind: CountryDateKind; title: string; from: Day; until: Day | null; source: string }[];
  /** Posts that reports list, with the years in which they do. */
  listed: readonly { listedAs: string; years: readonly number[] }[];
}
/** A text that could stand in an answer, with where it would. */
export interface KnownAnswer {
  path: string;
  text: string;
  /** It stands there already, word for word. */
  there: boolean;
  /** The answer has no text yet. */
  empty: boolean;
}

const PLANNING: readonly CountryDateKind[] = ['cooperationFramework', 'commonCountryAnalysis', 'elections', 'other'];
const MECHANISMS: readonly CountryDateKind[] = ['universalPeriodicReview', 'treatyBody', 'specialProcedure'];
/** French sets a space before a colon. */
const COLON: Record<Language, string> = { en: ': ', fr: '\u00a0: ', es: ': ' };
const UNTIL: Record<Language, string> = { en: 'to', fr: 'au', es: 'al' };
const LISTED: Record<Language, string> = {
  en: 'Listed in annual reports of OHCHR',
  fr: 'Mentionné dans les rapports annuels du HCDH',
  es: 'Figura en los informes anuales del ACNUDH',
};

const dayIn = (language: Language, day: Day): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

function dateLine({ kind, title, from, until }: KnownFacts['dates'][number], language: Language): string {
  const name = kind === 'other' ? '' : COUNTRY_DATE_NAMES[kind][language];
  const time = until ? `${dayIn(language, from)} ${UNTIL[language]} ${dayIn(language, until)}` : dayIn(language, from);
  return `${name && !title.startsWith(name) ? `${name}${COLON[language]}` : ''}${title}, ${time}`;
}

/** Years as people write them: 2010–2012, 2015. */
export function yearsInWords(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && year <= last[1] + 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/**
 * Texts for answers whose facts are known, in the language of the request; only what has not passed counts among days.
 * Nothing is put anywhere by itself: whoever writes chooses.
 */
export function knownAnswers(known: KnownFacts, content: RequestContent, today: Day): KnownAnswer[] {
  const language = content.language ?? 'en';
  const coming = known.dates.filter((d) => (d.until ?? d.from) >= today);
  const of = (kinds: readonly CountryDateKind[]) =>
    coming.filter((d) => kinds.includes(d.kind)).map((d) => dateLine(d, language));
  const listed = known.listed.map(
    (p) => `${LISTED[language]}${COLON[language]}${p.listedAs}, ${yearsInWords(p.years)}`,
  );
  const texts: [path: string, lines: string[]][] = [
    ['sections.enablingEnvironment.treatiesAndMechanisms', of(MECHANISMS)],
    ['sections.strategicOpportunities.planningMoments', of([...PLANNING, ...MECHANISMS])],
    ['sections.commitment.earlierExperience', listed],
  ];
  return texts
    .filter(([, lines]) => lines.length > 0)
    .map(([path, lines]) => {
      const stored = String(valueAt(content, path) ?? '');
      const text = lines.join('\n');
      return { path, text, there: stored.includes(text), empty: stored.trim() === '' };
    });
}

/** An answer with a text behind what stands in it. */
export const withKnown = (content: RequestContent, { path, text }: KnownAnswer): string => {
  const stored = String(valueAt(content, path) ?? '').trimEnd();
  return stored ? `${stored}\n\n${text}` : text;
};
