import type { CaseView, VersionView } from '#casework';
import { copiedContent, isAnswered, SECTIONS, stateName, valueAt, type CopyAs, type RequestContent } from '#domain';
import { stepFields } from '../shell/act.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { caseFrame } from './case-frame.js';
import { placeOf, plural, statusOf, type Names } from './case-words.js';
import { changedSections } from './versions.presenter.js';

/** The words for each way of beginning from a text. */
export const COPY_WORDS: Record<CopyAs, { heading: string; link: string; lead: string }> = {
  extension: {
    heading: 'Ask for an extension',
    link: 'Copy as extension',
    lead: 'A new draft is opened for a longer time of the same support, with the text of this request.',
  },
  succession: {
    heading: 'Ask for a successor',
    link: 'Copy as succession',
    lead: 'A new draft is opened for a successor to the adviser, with the text of this request.',
  },
  again: {
    heading: 'Ask again',
    link: 'Ask again from this text',
    lead: 'A new draft is opened with the text of this request. Whoever may read both sees what was changed since.',
  },
};

const LEFT = [
  'The signature, and the declaration that goes with it',
  'Endorsements of agencies: they were given to the old text',
  'Your own scores and their reasons',
  'The start that was wanted, and why it was urgent',
  'Costs, which are those of years that have passed',
  'Documents: add those that still hold',
];

/** How many sections of the form have an answer. */
const answeredSections = (content: RequestContent): number =>
  SECTIONS.filter(({ questions }) => questions.some(({ path }) => isAnswered(valueAt(content, path)))).length;

/** The page on which a request is begun from the text of another. */
export function copyPage({ facts, revision }: CaseView, content: RequestContent, as: CopyAs, names: Names) {
  const { ref, summary, version } = facts;
  const place = placeOf(summary.countries, names);
  const answered = answeredSections(copiedContent(content, as));
  return {
    title: `${COPY_WORDS[as].heading}: ${place}`,
    heading: COPY_WORDS[as].heading,
    eyebrow: `${ref}, ${place}`,
    lead: COPY_WORDS[as].lead,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: COPY_WORDS[as].heading },
    ],
    action: paths.copy(ref),
    as,
    taken: [
      'Title, form of support, countries, duty station, length and language',
      `${words(answered, true)} ${plural(answered, 'section', 'sections')} with ${plural(answered, 'its', 'their')} answers, as ${version ? `version ${version} has them` : 'they stand in the draft'}`,
    ],
    left: LEFT,
    hidden: [...stepFields(revision), { kind: 'hidden', name: 'as', value: as }],
    back: { text: 'Back to the request', href: paths.request(ref) },
  };
}

interface Texts {
  before: VersionView;
  after: VersionView;
  earlier: CaseView;
}

/** The page of what was changed since the text from which a request was begun. */
export function sincePage(view: CaseView, { before, after, earlier }: Texts, names: Names, now: Date) {
  const frame = caseFrame(view, 'summary', names);
  const sections = changedSections(view, { before, after }, names);
  const n = sections.reduce((sum, s) => sum + s.changes.length, 0);
  const { facts } = earlier;
  const state = stateName(facts.state);
  const outcome = `${facts.ref}: ${statusOf(state).text.toLowerCase()}${facts.ended ? ` on ${date(facts.ended.at)}` : ''}.`;
  return {
    title: `What changed since the earlier request: ${frame.place}, ${frame.ref}`,
    breadcrumbs: [
      ...frame.breadcrumbs.slice(0, 1),
      { text: frame.place, href: paths.request(frame.ref) },
      { text: `What changed since ${facts.ref}` },
    ],
    frame,
    today: now.toISOString().slice(0, 10),
    heading: `What changed since ${facts.ref}`,
    summary: `${outcome} ${n === 0 ? 'Nothing was changed since.' : `${words(n, true)} ${plural(n, 'answer differs', 'answers differ')}.`}`,
    beforeTitle: facts.ref,
    afterTitle: after.number ? `${frame.ref}, version ${after.number}` : `${frame.ref}, as it stands`,
    language: after.content.language ?? 'en',
    sections,
  };
}
