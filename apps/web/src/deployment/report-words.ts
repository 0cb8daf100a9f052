import {
  TERMS_PHRASES,
  type Criterion,
  type Language,
  type Obligation,
  type Progress,
  type Report,
  type ReportKind,
  type ReportReader,
} from '#domain';

/** What a report as a document says of its own accord, in a language. */
export interface ReportWords {
  locale: string;
  kinds: Record<ReportKind, string>;
  /** A quarter of a year by its number, and the word between two days. */
  quarter: (number: string, year: string) => string;
  to: string;
  parts: Record<'summary' | 'challenges' | 'support' | 'confidential', string>;
  results: string;
  columns: readonly [line: string, progress: string, came: string];
  progress: Record<Progress, string>;
  criteria: Record<Criterion, string>;
  noCriterion: string;
  gone: string;
  filed: (place: string, ref: string, by: string, on: string) => string;
  readers: Record<ReportReader, string>;
}

const ENGLISH: ReportWords = {
  locale: 'en-GB',
  kinds: {
    quarterly: 'Quarterly update',
    annual: 'Annual report',
    midTerm: 'Mid-term report',
    end: 'End-of-assignment report',
  },
  quarter: (number, year) => `Q${number} ${year}`,
  to: 'to',
  parts: {
    summary: 'Summary',
    challenges: 'Challenges',
    support: 'Support that is needed',
    confidential: 'For OHCHR alone',
  },
  results: 'Results',
  columns: ['Line of the work plan', 'Progress', 'What came of it'],
  progress: {
    notStarted: 'Not started',
    onTrack: 'On track',
    delayed: 'Delayed',
    done: 'Done',
    dropped: 'Dropped',
  },
  criteria: TERMS_PHRASES.en.criteria,
  noCriterion: 'Without a criterion',
  gone: 'A line that is no longer in the work plan',
  filed: (place, ref, by, on) => `${place}, post ${ref}. Filed by ${by} on ${on}.`,
  readers: { rc: 'For the Resident Coordinator.', ohchr: 'For OHCHR. Confidential.', fund: 'For the fund.' },
};

const FRENCH: ReportWords = {
  locale: 'fr',
  kinds: {
    quarterly: 'Point trimestriel',
    annual: 'Rapport annuel',
    midTerm: 'Rapport à mi-parcours',
    end: 'Rapport de fin d’affectation',
  },
  quarter: (number, year) => `${number === '1' ? '1er' : `${number}e`} trimestre ${year}`,
  to: 'au',
  parts: {
    summary: 'Résumé',
    challenges: 'Difficultés',
    support: 'Appui nécessaire',
    confidential: 'Réservé au HCDH',
  },
  results: 'Résultats',
  columns: ['Ligne du plan de travail', 'Avancement', 'Ce qui en est résulté'],
  progress: {
    notStarted: 'Pas commencé',
    onTrack: 'En bonne voie',
    delayed: 'En retard',
    done: 'Achevé',
    dropped: 'Abandonné',
  },
  criteria: TERMS_PHRASES.fr.criteria,
  noCriterion: 'Sans critère',
  gone: 'Une ligne qui ne figure plus dans le plan de travail',
  filed: (place, ref, by, on) => `${place}, poste ${ref}. Remis par ${by} le ${on}.`,
  readers: {
    rc: 'À l’attention du Coordonnateur résident.',
    ohchr: 'À l’attention du HCDH. Confidentiel.',
    fund: 'À l’attention du fonds.',
  },
};

const SPANISH: ReportWords = {
  locale: 'es',
  kinds: {
    quarterly: 'Informe trimestral',
    annual: 'Informe anual',
    midTerm: 'Informe de mitad de período',
    end: 'Informe de fin de asignación',
  },
  quarter: (number, year) => `${number}.º trimestre de ${year}`,
  to: 'a',
  parts: {
    summary: 'Resumen',
    challenges: 'Dificultades',
    support: 'Apoyo necesario',
    confidential: 'Reservado al ACNUDH',
  },
  results: 'Resultados',
  columns: ['Línea del plan de trabajo', 'Avance', 'Qué resultó de ella'],
  progress: {
    notStarted: 'No iniciado',
    onTrack: 'En curso según lo previsto',
    delayed: 'Con retraso',
    done: 'Concluido',
    dropped: 'Abandonado',
  },
  criteria: TERMS_PHRASES.es.criteria,
  noCriterion: 'Sin criterio',
  gone: 'Una línea que ya no figura en el plan de trabajo',
  filed: (place, ref, by, on) => `${place}, puesto ${ref}. Presentado por ${by} el ${on}.`,
  readers: {
    rc: 'Para el Coordinador Residente.',
    ohchr: 'Para el ACNUDH. Confidencial.',
    fund: 'Para el fondo.',
  },
};

const WORDS: Record<Language, ReportWords> = { en: ENGLISH, fr: FRENCH, es: SPANISH };
export const reportWordsIn = (language: Language): ReportWords => WORDS[language] ?? ENGLISH;

/** A day as it is written out in the language. */
export const dayInWords = ({ locale }: ReportWords, at: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));

/** What a report is called in the language. */
export function reportTitleIn(
  words: ReportWords,
  { kind, period }: Pick<Report | Obligation, 'kind' | 'period'>,
): string {
  return `${words.kinds[kind]}, ${periodIn(words, period)}`;
}

/** The time of a report in the language. */
export function periodIn(words: ReportWords, period: string): string {
  const [, quarter, year] = /^Q([1-4]) (\d{4})$/.exec(period) ?? [];
  return quarter
    ? words.quarter(quarter, year!)
    : period
        .replace(/(?<=\d{4}-\d\d-\d\d) to (?=\d{4}-\d\d-\d\d)/g, ` ${words.to} `)
        .replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => dayInWords(words, day));
}
