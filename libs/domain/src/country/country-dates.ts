import { isRcSide, reaches, type Actor } from '../people/roles.js';
import type { FieldProblem } from '../refusal.js';
import { chosen, required } from '../text.js';
import type { Language } from '../request/content.js';
import { isDay, type Day } from '../time/working-days.js';

/** What has a day or a time that matters for planning in a country; the strategy’s word for opportunities. */
export const COUNTRY_DATES = {
  cooperationFramework: 'Cooperation Framework',
  commonCountryAnalysis: 'Common Country Analysis',
  universalPeriodicReview: 'Universal Periodic Review',
  treatyBody: 'Review by a treaty body',
  specialProcedure: 'Visit of a special procedure',
  elections: 'Elections',
  other: 'Other',
} as const;
/** Their names in the languages in which requests are written. */
export const COUNTRY_DATE_NAMES: Record<Exclude<CountryDateKind, 'other'>, Record<Language, string>> = {
  cooperationFramework: { en: 'Cooperation Framework', fr: 'Cadre de coopération', es: 'Marco de Cooperación' },
  commonCountryAnalysis: {
    en: 'Common Country Analysis',
    fr: 'Bilan commun de pays',
    es: 'Análisis común sobre el país',
  },
  universalPeriodicReview: {
    en: 'Universal Periodic Review',
    fr: 'Examen périodique universel',
    es: 'Examen Periódico Universal',
  },
  treatyBody: {
    en: 'Review by a treaty body',
    fr: 'Examen par un organe conventionnel',
    es: 'Examen por un órgano de tratado',
  },
  specialProcedure: {
    en: 'Visit of a special procedure',
    fr: 'Visite au titre des procédures spéciales',
    es: 'Visita de un procedimiento especial',
  },
  elections: { en: 'Elections', fr: 'Élections', es: 'Elecciones' },
};
export type CountryDateKind = keyof typeof COUNTRY_DATES;

/** A day or a time of a country, as somebody enters it. */
export interface CountryDateDraft {
  kind: string;
  title: string;
  from: Day;
  /** The last day; null for a single day. */
  until: Day | null;
  source: string;
}

/** Whether somebody may enter days of a country: its own office, its desk officer, an administrator. */
export const entersDates = (actor: Actor, country: string, region: string | null): boolean =>
  actor.assignments.some((a) => {
    if (a.role === 'administrator') return true;
    const where = { countries: [country], regions: region ? [region] : [] };
    return (isRcSide(a.role) || a.role === 'deskOfficer') && reaches(a, where);
  });

/** What stands against a day of a country. */
export const countryDateProblems = (draft: CountryDateDraft): FieldProblem[] => [
  ...chosen(draft.kind, COUNTRY_DATES, 'kind'),
  ...required(draft.title, 'title', 'Say what it is', 200),
  ...(isDay(draft.from) ? [] : [{ path: 'from', message: 'Enter the day, or the first day' }]),
  ...(draft.until === null || (isDay(draft.until) && !(draft.until < draft.from))
    ? []
    : [{ path: 'until', message: 'Enter a last day that is not before the first, or leave it empty' }]),
  ...required(draft.source, 'source', 'Say where this was read', 500),
];
