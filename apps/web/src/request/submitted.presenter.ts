import type { CaseView } from '#casework';
import type { ClockSettings, RequestFacts } from '#domain';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';

/** What follows a submission, and within which time. */
export function whatFollows({ summary, framework, clocks: running }: RequestFacts, clocks: ClockSettings): string[] {
  const days = (allowed: { ordinary: number; urgent: number }) => {
    const n = allowed[summary.track];
    return n === 1 ? 'one working day' : `${words(n)} working days`;
  };
  const screening = running.find((c) => c.group === 'screening');
  const reviewers = words(framework?.minimumReviewers ?? 2);
  return [
    `An OHCHR desk officer checks that it is complete, ${screening ? `by ${date(screening.dueOn)}` : `within ${days(clocks.screening)}`}. If something is missing, it comes back to you with a list.`,
    `The Regional UNDG Team and OHCHR’s offices in the region give advice, within ${days(clocks.consultation)} after that. At the same time ${reviewers} reviewers score it against the five criteria, within ${days(clocks.review)}. They may ask you questions.`,
    'A panel makes a recommendation and OHCHR decides. The Resident Coordinator receives the decision letter.',
  ];
}

/** The page that confirms a submission. */
export function submittedPage({ facts }: CaseView, clocks: ClockSettings) {
  const { ref, version } = facts;
  return {
    title: version > 1 ? 'The request is submitted again' : 'The request is submitted',
    reference: ref,
    lead: 'Your text is kept as it was submitted. A mail with the reference is on its way to your office.',
    next: whatFollows(facts, clocks),
    links: [
      { text: 'See the request', href: paths.request(ref) },
      { text: 'Read it as it was submitted', href: paths.full(ref) },
      { text: 'Back to your work', href: paths.home() },
    ],
  };
}
