import {
  CRITERIA,
  CRITERION_NAMES,
  LANGUAGES,
  MODALITIES,
  REQUEST_TYPES,
  TRACKS,
  type Language,
  type Question,
  type RequestContent,
  type Section,
} from '#domain';
import { capital, type Names } from '../request/case-words.js';
import { levelOf } from '../request/reading.presenter.js';
import { lengthOf } from '../request/request-facts.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

/** An answer of which there may be two texts: a question of a section, or something that is chosen and has no text of both. */
export interface Mergeable {
  path: string;
  kind: Question['kind'] | 'chosen';
  label: Record<Language, string>;
  limit?: number;
  /** How something chosen is read. */
  read?: (content: RequestContent, names: Names) => string;
}

/** A form in which two people may write at the same time. */
export interface FormOf {
  name: string;
  /** What its other answers are called. */
  whole: string;
  crumb: string;
  path: (ref: string) => string;
  questions: readonly Mergeable[];
}

/** The form of a section. */
export const formOfSection = ({ number, title, questions }: Section): FormOf => ({
  name: `Section ${number}, ${title}`,
  whole: 'this section',
  crumb: `Section ${number}`,
  path: (ref) => paths.section(ref, number),
  questions,
});

const labelled = (text: string) => ({ en: text, fr: text, es: text });
const chosen = (path: string, label: string, read: NonNullable<Mergeable['read']>): Mergeable => ({
  path,
  kind: 'chosen',
  label: labelled(label),
  read,
});
const typed = (path: string, label: string): Mergeable => ({ path, kind: 'line', label: labelled(label) });

/** The form of what is asked for. */
export const DETAILS_FORM: FormOf = {
  name: 'Details of the request',
  whole: 'the details',
  crumb: 'Details',
  path: paths.details,
  questions: [
    chosen('type', 'What do you ask for?', ({ type }) => (type ? REQUEST_TYPES[type] : '')),
    chosen('countries', 'Countries', ({ countries = [] }, names) =>
      countries.map((c) => names.countryName(c)).join('\n'),
    ),
    chosen('modality', 'Which form of support?', ({ modality }) => (modality ? MODALITIES[modality] : '')),
    typed('title', 'Title of the request'),
    chosen('language', 'In which language do you write?', ({ language }) => (language ? LANGUAGES[language] : '')),
    typed('dutyStation', 'Where would the adviser be posted?'),
    chosen('requestedStart', 'When should the adviser start?', ({ requestedStart }) =>
      requestedStart ? date(requestedStart) : '',
    ),
    chosen('durationMonths', 'For how many months?', ({ durationMonths }) => capital(lengthOf(durationMonths ?? null))),
    chosen('track', 'On which track?', ({ track }) => (track ? TRACKS[track] : '')),
    typed('urgentReason', 'If it is urgent: why can it not wait for the next round?'),
  ],
};

/** The form of the country team’s own scores. */
export const CHECK_FORM: FormOf = {
  name: 'Check against the five criteria',
  whole: 'this page',
  crumb: 'Check',
  path: paths.check,
  questions: [
    ...CRITERIA.map((key) =>
      chosen(`selfAssessment.${key}`, `Your own score: ${CRITERION_NAMES[key]}`, ({ selfAssessment }) => {
        const own = selfAssessment?.[key];
        return own ? `${levelOf(own.score)}. ${own.reason ?? ''}`.trim() : '';
      }),
    ),
    chosen('requestedBy', 'Requested by', ({ requestedBy: by }) => [by?.name, by?.title].filter(Boolean).join(', ')),
  ],
};
