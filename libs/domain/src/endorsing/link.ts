import type { AnswerLink } from '../consultation/link.js';
import { refuse, type Refusal } from '../refusal.js';
import type { RequestFacts } from '../request/facts.js';
import { stateName } from '../request/states.js';
import { endOf, type Day, type Instant } from '../time/working-days.js';
import { endorsersOf, isListed, takesEndorsements, type Endorser } from './endorser.js';

/** Why a link does not open any more, each with a sentence in every language of the page. */
export const CLOSED_LINKS = ['withdrawn', 'replaced', 'newer', 'submitted', 'ended', 'expired'] as const;
export type ClosedLink = (typeof CLOSED_LINKS)[number];

/** Why this link cannot be answered by; null while it can. */
export function closedBy(
  facts: RequestFacts,
  e: Endorser,
  link: { number: number; until: Day },
  at: Instant,
): ClosedLink | null {
  if (e.state === 'withdrawn' || e.state === 'replaced') return e.state;
  if (link.number < e.link) return 'newer';
  if (!takesEndorsements(facts))
    return ['withdrawn', 'abandoned', 'lapsed'].includes(stateName(facts.state)) ? 'ended' : 'submitted';
  return at > endOf(link.until) ? 'expired' : null;
}

const SENTENCES: Record<ClosedLink, string> = {
  withdrawn: 'The office has taken this question back. Nothing is asked of you any more.',
  replaced: 'Somebody else now answers for your agency. What you answered stays in the record.',
  newer: 'A newer link was sent to you. Open the one in the newest mail.',
  submitted: 'The request was submitted, so answers cannot be given or changed any more.',
  ended: 'The request was withdrawn or has ended. Nothing is asked of you any more.',
  expired: 'The time of this link is over. Write to the Resident Coordinator’s Office; it can send you a new one.',
};

/** The endorser, if an answer of theirs can be taken now; else why not, in a sentence. */
export function endorserStanding(facts: RequestFacts, e: Endorser, until: Day, at: Instant): Endorser | Refusal {
  const closed = closedBy(facts, e, { number: e.link, until }, at);
  return closed ? refuse('notReady', SENTENCES[closed]) : e;
}

/** Whose link it is; null where it is none of those who endorse. */
export const endorserOfLink = (facts: RequestFacts, link: Pick<AnswerLink, 'party'>): Endorser | null =>
  endorsersOf(facts).find((e) => e.key === link.party) ?? null;

/** Why a link that was found cannot be answered by; null while it can. */
export const closedLink = (facts: RequestFacts, e: Endorser, link: AnswerLink, at: Instant): ClosedLink | null =>
  closedBy(facts, e, { number: link.number, until: link.expiresAt.slice(0, 10) }, at) ??
  (isListed(e) ? null : 'withdrawn');
