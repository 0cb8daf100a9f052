import type { KnownReviewer } from '#casework';
import {
  suggestReviewers,
  whoCouldSettle,
  type Actor,
  type ReviewCandidate,
  type RequestFacts,
  type Suggestion,
} from '#domain';

const candidateOf = (person: KnownReviewer): ReviewCandidate => {
  const { languages, open, finishedHere, conflictBefore } = person;
  return { person, languages, open, finishedHere, conflictBefore };
};

/** Who may be appointed, the most fitting first, each with why. */
export const suggestionsFor = (
  facts: RequestFacts,
  known: readonly KnownReviewer[],
  chairs: readonly Actor[],
): Suggestion[] => suggestReviewers(facts, known.map(candidateOf), chairs);

/** The same for programs, with the panel chairs who could settle as it stands: whoever of them scores could not. */
export const suggestionsBody = (facts: RequestFacts, known: readonly KnownReviewer[], chairs: readonly Actor[]) => ({
  items: suggestionsFor(facts, known, chairs),
  couldSettle: whoCouldSettle(facts, chairs).map(({ id, name }) => ({ id, name })),
});

/** Who has nothing registered against reviewing here, as persons with their load. */
export const freeOf = (known: readonly KnownReviewer[], { summary }: RequestFacts) =>
  known
    .filter(({ conflicts = [] }) => !conflicts.some((c) => summary.countries.includes(c)))
    .map(({ id, email, name, title, language, languages, open }) => ({
      id,
      email,
      name,
      title,
      language,
      languages,
      open,
    }));
