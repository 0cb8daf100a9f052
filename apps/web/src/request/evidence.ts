import {
  isAnswered,
  valueAt,
  wordsIn,
  type CaseDocument,
  type Criterion,
  type Endorsement,
  type RequestContent,
  type Section,
} from '#domain';
import { words } from '../shell/words.js';
import { cents, dollars, listed, plural } from './case-words.js';
import { costOf } from './request-facts.js';

function answersFound(section: Section, content: RequestContent): string {
  const values = section.questions.map((q) => valueAt(content, q.path)).filter(isAnswered);
  const length = values.reduce<number>((sum, v) => sum + (typeof v === 'string' ? wordsIn(v) : 0), 0);
  const of = `${words(values.length, true)} of ${words(section.questions.length)} questions answered`;
  return values.length ? `${of}, in ${length.toLocaleString('en-GB')} words` : 'No question answered';
}

function endorsed(all: readonly Endorsement[]): string {
  const of = (position: string) => all.filter((e) => e.position === position).length;
  const [declined, silent] = [of('declines'), of('no answer')];
  const others = [
    ...(declined ? [`${words(declined)} ${plural(declined, 'declines', 'decline')}`] : []),
    ...(silent ? [`${words(silent)} ${plural(silent, 'has', 'have')} not answered`] : []),
  ];
  const yes = of('endorses');
  return [`${words(yes, true)} ${plural(yes, 'agency endorses', 'agencies endorse')}`, ...others].join(', ');
}

function contributed(all: readonly Endorsement[]): string {
  const giving = all.filter((e) => (e.contribution?.amountUSD ?? 0) > 0);
  const sum = giving.reduce((total, e) => total + cents(e.contribution.amountUSD), 0);
  return giving.length
    ? `${dollars(sum)} from ${listed(giving.map((e) => e.agency))}, in cash or in kind`
    : 'No contribution of an agency';
}

/** What a criterion rests on besides the answers of its own section. */
const ELSEWHERE: Record<Criterion, (content: RequestContent) => string[]> = {
  ownership: ({ endorsements = [] }) => (endorsements.length ? [endorsed(endorsements)] : []),
  enablingEnvironment: () => [],
  strategicOpportunities: ({ mechanismRecommendations: all = [] }) =>
    all.length
      ? [
          `${words(all.length, true)} ${plural(all.length, 'recommendation', 'recommendations')} of human rights mechanisms`,
        ]
      : [],
  sustainability: ({ sections }) => {
    const years = sections?.costAndHosting?.years ?? [];
    return years.length
      ? [
          `Costs of ${words(years.length)} calendar ${plural(years.length, 'year', 'years')}, ${dollars(costOf(years))} in all`,
        ]
      : [];
  },
  commitment: ({ endorsements = [] }) => [contributed(endorsements)],
};

/** What a request has to show for a criterion: its answers, the documents of its section, and what other sections add. */
export function evidenceFor(section: Section, content: RequestContent, documents: readonly CaseDocument[]): string[] {
  const files = documents.filter((d) => d.section === section.number).length;
  return [
    answersFound(section, content),
    ...(section.criterion ? ELSEWHERE[section.criterion](content) : []),
    files
      ? `${words(files, true)} ${plural(files, 'document', 'documents')} with this section`
      : 'No document with this section',
  ];
}
