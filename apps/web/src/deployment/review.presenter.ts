import type { PostRead, SignedIn } from '#casework';
import {
  activeState,
  presentTerm,
  REVIEW_RATINGS,
  SIDES,
  type Day,
  type DeploymentFacts,
  type Incumbency,
  type Instant,
  type ReviewRating,
  type Side,
} from '#domain';
import type { Names, Status } from '../request/case-words.js';
import { date } from '../shell/words.js';
import { hrefOfTab, postFrame } from './post-frame.js';
import { stepsFor } from './post-steps.js';
import { dueWords, waitsOf } from './post-waits.js';

export interface PhaseInput {
  view: PostRead;
  me: SignedIn;
  names: Names;
  today: Day;
  now: Instant;
}

const TONES: Record<ReviewRating, Status['tone']> = { asPlanned: 'green', partly: 'amber', offTrack: 'red' };

/** What one side found, or by when it is to say so. */
function sideOf(side: Side, term: Incumbency, { clocks, post }: DeploymentFacts, today: Day) {
  const found = term.review?.findings.find((f) => f.side === side);
  const clock = clocks.find((c) => c.key === `midTerm:${side}`);
  return {
    id: `side-${side}`,
    title: side === 'rc' && post.host === null ? 'Regional team' : SIDES[side],
    rating: found ? { text: REVIEW_RATINGS[found.rating], tone: TONES[found.rating] } : null,
    text: found?.text ?? '',
    by: found ? `${found.by.name}, ${date(found.at)}` : '',
    awaited: !found && clock ? dueWords(clock.dueOn, today) : null,
    missing: !found && !clock,
  };
}

/** The adviser's own report at half time. */
function reportOf(term: Incumbency): string {
  const due = term.obligations.find((o) => o.kind === 'midTerm');
  const filed = term.reports.find((r) => r.kind === 'midTerm');
  if (filed) return `The mid-term report of ${term.person.name} was filed on ${date(filed.at)}.`;
  return due ? `The mid-term report of ${term.person.name} is due on ${date(due.dueOn)}.` : '';
}

function leadOf(term: Incumbency | null, facts: DeploymentFacts): string {
  if (term?.review) {
    const both = term.review.findings.length === 2;
    return `The review of ${term.person.name}’s term, opened on ${date(term.review.openedOn)}. ${both ? 'Both sides have given theirs.' : 'Each side gives its own; the other side and the adviser read it.'}`;
  }
  if (presentTerm(facts) && activeState(facts.state)?.tenure === 'closing')
    return 'The handover has begun, so this term has no mid-term review any more.';
  const half = presentTerm(facts)?.obligations.find((o) => o.kind === 'midTerm');
  return half
    ? `The mid-term review opens on ${date(half.dueOn)}, at half time of the term.`
    : 'This term is too short for a mid-term review.';
}

/** The page of the mid-term review: both sides' findings side by side, and those of earlier terms. */
export function reviewPage({ view, me, names, today }: PhaseInput) {
  const { facts } = view;
  const frame = postFrame(view, me, 'review', names);
  const present = presentTerm(facts);
  const reviewed = facts.incumbencies.filter((t) => t.review !== null);
  const shown = present?.review ? present : present ? null : (reviewed.at(-1) ?? null);
  const sides = (term: Incumbency) => (['rc', 'ohchr'] as const).map((side) => sideOf(side, term, facts, today));
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today,
    lead: leadOf(shown ?? present, facts),
    ...stepsFor(view, me, 'review'),
    sides: shown ? sides(shown) : [],
    report: shown ? reportOf(shown) : '',
    reports: hrefOfTab(facts.ref, 'reports'),
    waits: waitsOf(facts, today, ['midTerm']),
    earlier: reviewed
      .filter((t) => t !== shown)
      .reverse()
      .map((term) => ({
        id: `term-${term.id}`,
        title: `${term.person.name}, ${date(term.from, 'month')} to ${term.until ? date(term.until, 'month') : 'now'}`,
        sides: sides(term).map((side) => ({ ...side, id: `${side.id}-${term.id}` })),
      })),
  };
}
