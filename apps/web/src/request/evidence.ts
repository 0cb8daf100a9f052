import type { CriterionEvidence, RequestContent, Support } from '#domain';
import { date, words } from '../shell/words.js';
import { dollars, listed, plural } from './case-words.js';

/** As many as are named one by one. */
const NAMED = 4;
const namesOf = (all: readonly string[]): string =>
  listed(all.length > NAMED ? [...all.slice(0, NAMED), `${words(all.length - NAMED)} more`] : all);

function answersFound({ answers: { answered, of, words: length } }: CriterionEvidence): string {
  return answered
    ? `${words(answered, true)} of ${words(of)} questions answered, in ${length.toLocaleString('en-GB')} words`
    : 'No question answered';
}

function endorsed({ endorse, decline, silent, void: voided }: Support): string[] {
  if (endorse.length + decline.length + silent.length + voided.length === 0) return [];
  const others = [
    ...(decline.length ? [`${words(decline.length)} ${plural(decline.length, 'declines', 'decline')}`] : []),
    ...(silent.length ? [`${words(silent.length)} ${plural(silent.length, 'has', 'have')} not answered`] : []),
    ...(voided.length ? [`${words(voided.length)} endorsed an earlier text`] : []),
  ];
  const yes = endorse.length;
  return [[`${words(yes, true)} ${plural(yes, 'agency endorses', 'agencies endorse')}`, ...others].join(', ')];
}

const contributed = ({ contribute, contributedCents }: Support): string =>
  contribute.length
    ? `${dollars(contributedCents)} from ${namesOf(contribute)}, in cash or in kind`
    : 'No contribution of an agency';

/** What the Resident Coordinator's side offers, under the criterion of its commitment. */
function offered({ sections }: RequestContent): string[] {
  const hosting = Object.values(sections?.costAndHosting?.hosting ?? {}).filter((text: string) => text.trim() !== '');
  return hosting.length ? [`${words(hosting.length, true)} of three questions on hosting answered`] : [];
}

function supportFound({ criterion, support }: CriterionEvidence, content: RequestContent): string[] {
  if (!support) return [];
  return criterion === 'commitment'
    ? [...endorsed(support), contributed(support), ...offered(content)]
    : endorsed(support);
}

function recommended({ criterion, recommendations: found }: CriterionEvidence): string[] {
  if (!found?.count) return [];
  if (criterion === 'enablingEnvironment')
    return [
      `The State supported ${words(found.supported)} of ${words(found.count)} ${plural(found.count, 'recommendation', 'recommendations')} that are named`,
    ];
  return [
    `${words(found.count, true)} ${plural(found.count, 'recommendation', 'recommendations')} of human rights mechanisms`,
  ];
}

function planned({ costs }: CriterionEvidence): string[] {
  if (!costs?.years) return [];
  const { years, cents, openCents } = costs;
  return [
    `Costs of ${words(years)} calendar ${plural(years, 'year', 'years')}, ${dollars(cents)} in all`,
    ...(openCents ? [`${dollars(openCents)} of it without a payer yet`] : []),
  ];
}

/** When the post would be there, under the criterion of what falls within its time. */
const within = ({ criterion }: CriterionEvidence, { requestedStart, durationMonths }: RequestContent): string[] =>
  criterion === 'strategicOpportunities' && requestedStart && durationMonths
    ? [`From ${date(requestedStart)}, for ${durationMonths} ${plural(durationMonths, 'month', 'months')}`]
    : [];

const documented = ({ documents, section }: CriterionEvidence): string[] => {
  const elsewhere = documents.filter((d) => d.section !== section).length;
  if (documents.length === 0) return ['No document with this section'];
  const where = elsewhere
    ? `, ${elsewhere === documents.length ? '' : `${words(elsewhere)} of them `}with other sections`
    : '';
  return [
    `${words(documents.length, true)} ${plural(documents.length, 'document', 'documents')}${where}: ${namesOf(documents.map((d) => d.name))}`,
  ];
};

/** What a request has to show for a criterion, in plain words. */
export const evidenceWords = (found: CriterionEvidence, content: RequestContent): string[] => [
  answersFound(found),
  ...supportFound(found, content),
  ...recommended(found),
  ...planned(found),
  ...within(found, content),
  ...documented(found),
];
