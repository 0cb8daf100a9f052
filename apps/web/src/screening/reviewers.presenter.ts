import type { CaseView, Person } from '#casework';
import { activeReviewers, isRefusal, mayTake, type Actor, type Refusal, type Reviewer } from '#domain';
import { placeOf, plural, statusFor, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { appointmentErrors } from './reviewers.form.js';

export interface ReviewersInput {
  view: CaseView;
  me: Actor;
  names: Names;
  /** Who may review for the regions of the request, the least busy first. */
  candidates: (Person & { open: number })[];
  chosen: string[];
  refusal?: Refusal | undefined;
}

const STATES: Record<Reviewer['state'], string> = {
  appointed: 'Appointed, has to declare interests',
  cleared: 'Declared no conflict of interest',
  scored: 'Finished',
  conflicted: 'Has a conflict of interest, and does not review',
  declined: 'Declined',
  released: 'Released',
};

const load = (open: number): string =>
  open === 0 ? 'Has no request to score' : `Has ${words(open)} ${plural(open, 'request', 'requests')} to score`;

function leadOf(active: number, minimum: number): string {
  const short = minimum - active;
  if (active === 0) return `Choose at least ${words(minimum)}. The least busy stand first.`;
  if (short > 0)
    return `${words(active, true)} ${plural(active, 'is', 'are')} appointed; ${words(short)} more ${plural(short, 'is', 'are')} needed.`;
  return `${words(active, true)} ${plural(active, 'is', 'are')} appointed, which is enough. You can add more until the scores are revealed.`;
}

/** Whom to appoint: everybody who may review here and has no other part in the case, with how busy they are. */
export function reviewersContext({ view, me, names, candidates, chosen, refusal }: ReviewersInput) {
  const { facts, tiers } = view;
  const place = placeOf(facts.summary.countries, names);
  const may = mayTake(facts, me, 'APPOINT');
  const taken = new Set([...facts.reviewers.map((r) => r.person.id), ...facts.duties.drafted.map((p) => p.id)]);
  const free = candidates.filter((c) => !taken.has(c.id));
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
    lead: leadOf(activeReviewers(facts).length, facts.framework?.minimumReviewers ?? 2),
    appointed: facts.reviewers.map((r) => ({ name: r.person.name, state: STATES[r.state] })),
    unavailable: isRefusal(may) && !refusal ? may.message : '',
    field: {
      kind: 'checkboxes',
      name: 'reviewers',
      label: 'Choose reviewers',
      value: chosen,
      error: errors.find((e) => e.href)?.text,
      options: free.map((c) => ({ value: c.id, text: c.name, hint: { text: `${load(c.open)}. ${c.title}` } })),
    },
    nobody: free.length === 0,
    panel: paths.requestReviews(facts.ref),
    request: paths.request(facts.ref),
  };
}
