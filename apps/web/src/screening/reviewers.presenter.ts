import type { CaseView, KnownReviewer, Seen } from '#casework';
import {
  activeReviewers,
  isActive,
  isRefusal,
  mayTake,
  settlingWarning,
  type Actor,
  type Refusal,
  type RequestFacts,
  type Reviewer,
  type Suggestion,
} from '#domain';
import { suggestionsFor } from '../api/suggestions.body.js';
import { placeOf, plural, statusFor, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { appointmentErrors, asSure } from './reviewers.form.js';

export interface ReviewersInput {
  view: CaseView;
  me: Actor;
  names: Names;
  /** Who may review for the regions of the request, with their work. */
  candidates: KnownReviewer[];
  /** Everybody who chairs panels. */
  chairs: Actor[];
  /** Who has opened their appointment, by id. */
  seen: ReadonlyMap<string, Seen>;
  chosen: string[];
  /** Those whom the ranking suggests are ticked: a person still appoints. */
  takeSuggested?: boolean;
  /** What speaks against appointing those who are chosen, to be confirmed. */
  warning?: string;
  refusal?: Refusal | undefined;
}

const STATES: Record<Reviewer['state'], string> = {
  appointed: 'Has not answered yet',
  cleared: 'Declared no conflict of interest',
  scored: 'Finished',
  conflicted: 'Has a conflict of interest, and does not review',
  declined: 'Declined',
  released: 'Released',
};

function leadOf(facts: RequestFacts): string {
  const active = activeReviewers(facts).length;
  const minimum = facts.framework?.minimumReviewers ?? 2;
  if (facts.revealedAt !== null) return 'The scores are revealed, so nobody can be added any more.';
  const short = minimum - active;
  if (active === 0) return `Choose at least ${words(minimum)}. The most fitting stand first, and why; you decide.`;
  if (short > 0)
    return `${words(active, true)} ${plural(active, 'is', 'are')} appointed; ${words(short)} more ${plural(short, 'is', 'are')} needed.`;
  return `${words(active, true)} ${plural(active, 'is', 'are')} appointed, which is enough. You can add more until the scores are revealed.`;
}

/** Whether somebody has opened what they are asked: the desk officer waits for it. */
const seenWords = (seen: Seen | undefined): string => (seen ? `seen on ${date(seen.at, 'day')}` : 'not seen yet');

/** That somebody is away, and until when, by their id. */
const awayIn =
  (known: readonly KnownReviewer[]) =>
  (id: string): string => {
    const until = known.find((p) => p.id === id)?.away;
    return until ? `away until ${date(until)}` : '';
  };

/** Everybody who was appointed, with what can be done about each. A conflict that was registered since is said, not what it is. */
function appointedShown({ view: { facts }, me, candidates, seen }: ReviewersInput) {
  const chair = me.assignments.some((a) => a.role === 'panelChair');
  const away = awayIn(candidates);
  const may = (type: 'RELEASE' | 'RECORD_CONFLICT') => !isRefusal(mayTake(facts, me, type));
  return facts.reviewers.map((r) => {
    const { id, name } = r.person;
    const due = facts.clocks.find((c) => c.key === `appointment:${id}`)?.dueOn;
    const shutOut = candidates.find((c) => c.id === id)?.conflicts?.some((c) => facts.summary.countries.includes(c));
    const state = [
      STATES[r.state],
      ...(r.state === 'appointed' ? [seenWords(seen.get(id))] : []),
      ...(isActive(r) && away(id) ? [away(id)] : []),
      ...(due ? [`answer due ${date(due, 'day')}`] : []),
      ...(isActive(r) && shutOut ? ['has registered a conflict with a country of this request: release them'] : []),
      ...(r.left?.reason ? [r.left.reason] : []),
    ].join('; ');
    return {
      name,
      state,
      release:
        isActive(r) && r.state !== 'scored' && id !== me.id && may('RELEASE') ? paths.release(facts.ref, id) : '',
      conflict:
        isActive(r) && (chair || id === me.id) && may('RECORD_CONFLICT') ? paths.recordConflict(facts.ref, id) : '',
    };
  });
}

const choiceOf = (
  free: readonly Suggestion[],
  value: string[],
  error: string | undefined,
  away: (id: string) => string,
) => ({
  kind: 'checkboxes',
  name: 'reviewers',
  label: 'Choose reviewers',
  value,
  error,
  options: free.map(({ id, name, suggested, why }) => ({
    value: id,
    text: away(id) ? `${name}, ${away(id)}` : name,
    hint: { text: suggested ? `Suggested: ${why}` : why[0]!.toUpperCase() + why.slice(1) },
  })),
});

/** Whom to appoint: everybody who may review here and has no other part in the case, the most fitting first. */
export function reviewersContext(input: ReviewersInput) {
  const { view, me, names, candidates, chairs, chosen, takeSuggested, refusal } = input;
  const { facts, tiers } = view;
  const place = placeOf(facts.summary.countries, names);
  const may = mayTake(facts, me, 'APPOINT');
  const free = suggestionsFor(facts, candidates, chairs);
  const suggested = free.filter((s) => s.suggested).map((s) => s.id);
  const errors = refusal ? appointmentErrors(refusal) : [];
  return {
    title: `Reviewers: ${place}, ${facts.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: place, href: paths.request(facts.ref) },
      { text: 'Reviewers' },
    ],
    ...(errors.length ? { errors } : {}),
    ref: facts.ref,
    place,
    tag: statusFor(facts, tiers),
    lead: leadOf(facts),
    appointed: appointedShown(input),
    unavailable: isRefusal(may) && !refusal ? may.message : '',
    field: choiceOf(
      free,
      takeSuggested && chosen.length === 0 ? suggested : chosen,
      errors.find((e) => e.href)?.text,
      awayIn(candidates),
    ),
    // Before anything is chosen it is said where no chair is left as it is.
    warning: input.warning ?? (isRefusal(may) ? '' : settlingWarning(facts, chairs, [])),
    sure: input.warning ? asSure(chosen) : '',
    nobody: free.length === 0,
    tickSuggested: suggested.length > 0 && !takeSuggested ? `${paths.reviewers(facts.ref)}?suggested=1` : '',
    panel: paths.requestReviews(facts.ref),
    ownConflict: isRefusal(mayTake(facts, me, 'RECORD_CONFLICT')) ? '' : paths.recordConflict(facts.ref, me.id),
    request: paths.request(facts.ref),
  };
}
