import { CRITERION_NAMES, type Criterion } from '../review/criteria.js';
import type { Language, RequestContent } from './content.js';
import { QUESTIONS } from './questions.js';

/** One question of the form. `path` is where its answer stands in the content. */
export interface Question {
  path: string;
  kind: 'words' | 'line' | 'list' | 'costs' | 'endorsements' | 'recommendations' | 'coverage';
  label: Record<Language, string>;
  /** Upper bound: words for `words`, characters for `line`, entries for lists. */
  limit: number;
  required: boolean;
  /** Who may read the answer. */
  tier: 'case' | 'risk';
}
export interface Section {
  number: number;
  key: string;
  title: string;
  hint: string;
  criterion: Criterion | null;
  questions: Question[];
}

const WORDS = 600;
const same = (text: string): Record<Language, string> => ({ en: text, fr: text, es: text });

function narrative(section: keyof typeof QUESTIONS): Question[] {
  return Object.entries(QUESTIONS[section]).map(([key, label]) => ({
    path: `sections.${section}.${key}`,
    kind: 'words' as const,
    label,
    limit: WORDS,
    required: true,
    tier: 'case' as const,
  }));
}
const ask = (
  path: string,
  kind: Question['kind'],
  label: Record<Language, string> | string,
  limit: number,
  more: Partial<Question> = {},
): Question => ({
  path,
  kind,
  label: typeof label === 'string' ? same(label) : label,
  limit,
  required: true,
  tier: 'case',
  ...more,
});
const criterionSection = (number: number, key: Criterion): Section => ({
  number,
  key,
  title: key === 'commitment' ? 'Commitment of the RC and UNCT' : CRITERION_NAMES[key],
  hint: `Criterion ${number - 1}`,
  criterion: key,
  questions: narrative(key),
});

/** The nine sections of a request, in the order of the strategy's criteria. */
export const SECTIONS: readonly Section[] = [
  {
    number: 1,
    key: 'context',
    title: 'Country context',
    hint: 'Situation, mechanisms and present UN support',
    criterion: null,
    questions: [
      ask(
        'sections.context',
        'words',
        {
          en: 'What is the situation, and what support is there now?',
          fr: 'Quelle est la situation, et quel appui existe aujourd’hui ?',
          es: '¿Cuál es la situación y qué apoyo existe hoy?',
        },
        900,
      ),
      ask(
        'mechanismRecommendations',
        'recommendations',
        {
          en: 'Which recommendations of human rights mechanisms matter most here?',
          fr: 'Quelles recommandations des mécanismes comptent le plus ici ?',
          es: '¿Qué recomendaciones de los mecanismos importan más aquí?',
        },
        40,
        { required: false },
      ),
      ask(
        'sections.risk.text',
        'words',
        {
          en: 'What could put the adviser, or people who work with the United Nations, at risk?',
          fr: 'Qu’est-ce qui pourrait mettre en danger le conseiller ou ceux qui coopèrent avec l’ONU ?',
          es: '¿Qué podría poner en riesgo al asesor o a quienes cooperan con la ONU?',
        },
        WORDS,
        { required: false, tier: 'risk' },
      ),
      ask(
        'sections.risk.mitigation',
        'words',
        { en: 'What will be done about it?', fr: 'Que fera-t-on pour y parer ?', es: '¿Qué se hará al respecto?' },
        WORDS,
        { required: false, tier: 'risk' },
      ),
    ],
  },
  criterionSection(2, 'ownership'),
  criterionSection(3, 'enablingEnvironment'),
  criterionSection(4, 'strategicOpportunities'),
  criterionSection(5, 'sustainability'),
  criterionSection(6, 'commitment'),
  {
    number: 7,
    key: 'termsOfReference',
    title: 'Terms of reference',
    hint: 'Standard terms, plus the tasks you add',
    criterion: null,
    questions: [
      ask(
        'sections.termsOfReference.level',
        'line',
        { en: 'At which level?', fr: 'À quel niveau ?', es: '¿En qué nivel?' },
        40,
      ),
      ask(
        'sections.termsOfReference.workingLanguages',
        'list',
        {
          en: 'Which working languages, one on each line?',
          fr: 'Quelles langues de travail, une par ligne ?',
          es: '¿Qué idiomas de trabajo, uno por línea?',
        },
        10,
      ),
      ask(
        'sections.termsOfReference.addedDuties',
        'list',
        {
          en: 'Which duties do you add to the standard terms, one on each line?',
          fr: 'Quelles fonctions ajoutez-vous au cahier des charges type, une par ligne ?',
          es: '¿Qué funciones añade a los términos tipo, una por línea?',
        },
        20,
        { required: false },
      ),
      ask(
        'sections.termsOfReference.deviationsFromStandard',
        'words',
        {
          en: 'Where do you depart from the standard terms, and why?',
          fr: 'Où vous écartez-vous du cahier des charges type, et pourquoi ?',
          es: '¿Dónde se aparta de los términos tipo y por qué?',
        },
        300,
      ),
      ask(
        'sections.coveragePlan',
        'coverage',
        {
          en: 'For several countries: how many days a year in each?',
          fr: 'Pour plusieurs pays : combien de jours par an dans chacun ?',
          es: 'Para varios países: ¿cuántos días al año en cada uno?',
        },
        30,
        { required: false },
      ),
    ],
  },
  {
    number: 8,
    key: 'costAndHosting',
    title: 'Cost, funding and hosting',
    hint: 'Who pays what in each year, office, transport and security',
    criterion: null,
    questions: [
      ask(
        'sections.costAndHosting.years',
        'costs',
        {
          en: 'What does it cost in each year, and who pays?',
          fr: 'Quel est le coût de chaque année, et qui paie ?',
          es: '¿Cuánto cuesta cada año y quién paga?',
        },
        10,
      ),
      ask(
        'sections.costAndHosting.hosting.office',
        'words',
        { en: 'Which office is offered?', fr: 'Quel bureau est offert ?', es: '¿Qué oficina se ofrece?' },
        200,
      ),
      ask(
        'sections.costAndHosting.hosting.transport',
        'words',
        { en: 'Which transport?', fr: 'Quel transport ?', es: '¿Qué transporte?' },
        200,
      ),
      ask(
        'sections.costAndHosting.hosting.security',
        'words',
        {
          en: 'Which security arrangements?',
          fr: 'Quelles dispositions de sécurité ?',
          es: '¿Qué medidas de seguridad?',
        },
        200,
      ),
    ],
  },
  {
    number: 9,
    key: 'documentsAndEndorsements',
    title: 'Documents and endorsements',
    hint: 'Letters from the Government and from the UNCT',
    criterion: null,
    questions: [
      ask(
        'sections.documentsExpected',
        'list',
        {
          en: 'Which documents go with the request, one on each line?',
          fr: 'Quels documents accompagnent la demande, un par ligne ?',
          es: '¿Qué documentos acompañan la solicitud, uno por línea?',
        },
        30,
        { required: false },
      ),
      ask(
        'endorsements',
        'endorsements',
        {
          en: 'Which heads of agency endorse the request?',
          fr: 'Quels chefs d’organisme appuient la demande ?',
          es: '¿Qué jefes de agencia respaldan la solicitud?',
        },
        40,
      ),
    ],
  },
];

/** The value at a dotted path of the content. */
export function valueAt(content: RequestContent, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
      content,
    );
}

export const isAnswered = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'string'
      ? value.trim() !== ''
      : value !== undefined && value !== null;

export type SectionProgress = 'notStarted' | 'incomplete' | 'complete';

/** How far a section has come: complete when every required question has an answer, here or elsewhere. */
export function progressOf(
  section: Section,
  content: RequestContent,
  elsewhere: readonly Question['kind'][] = [],
): SectionProgress {
  const answered = section.questions.filter((q) => elsewhere.includes(q.kind) || isAnswered(valueAt(content, q.path)));
  if (answered.length === 0) return 'notStarted';
  return section.questions.every((q) => !q.required || answered.includes(q)) ? 'complete' : 'incomplete';
}

/** The required questions that have no answer, with their section: what stands between a draft and its submission. */
export function missingAnswers(content: RequestContent): { section: Section; question: Question }[] {
  return SECTIONS.flatMap((section) =>
    section.questions
      .filter((q) => q.required && !isAnswered(valueAt(content, q.path)))
      .map((question) => ({ section, question })),
  );
}
