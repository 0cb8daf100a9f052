import type { RequestFacts, Severity } from '#domain';
import { plural } from '../request/case-words.js';

/** How far a reviewer lies from the others, in words. */
function apart({ difference }: Severity): string {
  if (difference.exact === '0') return 'As the others';
  const size = difference.rounded.replace('-', '');
  return difference.exact.startsWith('-') ? `${size} stricter` : `${size} more generous`;
}

/** How strictly the reviewers of a case score, as a table; null where nobody is shown it or there is nothing to compare. */
export function severityShown(severities: Severity[], facts: RequestFacts) {
  if (severities.length === 0) return null;
  const nameOf = (id: string) => facts.reviewers.find((r) => r.person.id === id)?.person.name ?? '';
  return {
    caption: 'The mean of each reviewer against the others',
    columns: [
      { key: 'reviewer', text: 'Reviewer' },
      { key: 'own', text: 'Their mean', numeric: true },
      { key: 'others', text: 'The others’ mean', numeric: true },
      { key: 'apart', text: 'Against the others', words: true },
      { key: 'on', text: 'Rests on', words: true },
    ],
    rows: severities.map((s) => ({
      reviewer: nameOf(s.reviewer),
      own: s.own.rounded,
      others: s.others.rounded,
      apart: apart(s),
      on: `${s.cases} ${plural(s.cases, 'case', 'cases')}, ${s.scores} ${plural(s.scores, 'score', 'scores')}`,
    })),
  };
}
