import { ownReview, tiersFor } from '../people/access.js';
import { reaches, type Actor } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import type { RequestFacts } from '../request/facts.js';

/** For whom a message of the discussion is: stated before it is written, and never widened afterwards. */
export const AUDIENCES = {
  panel: 'The panel: the reviewers of this request and the panel chair',
  ohchr: 'OHCHR: the panel, the desk officer and the approver',
} as const;
export type DiscussionAudience = keyof typeof AUDIENCES;

/** What is written to some audience counts as long as this; many short messages are a discussion, few long ones are reports. */
export const MESSAGE_LIMIT = 2_000;

/** Whether this person is one of the panel of a case: a reviewer without a conflict of interest, or the chair. */
const isOfPanel = (actor: Actor, facts: RequestFacts): boolean => {
  const own = ownReview(actor, facts)?.state;
  const where = { countries: facts.summary.countries, regions: facts.summary.regions };
  return (
    ((own === 'cleared' || own === 'scored') && actor.assignments.some((a) => a.role === 'reviewer')) ||
    actor.assignments.some((a) => a.role === 'panelChair' && reaches(a, where))
  );
};

/** The audiences to which a person belongs, now: whoever comes to have a conflict of interest belongs to none any more. */
export function audiencesOf(actor: Actor, facts: RequestFacts): DiscussionAudience[] {
  if (!tiersFor(actor, facts).has('assessment')) return [];
  return isOfPanel(actor, facts) || actor.assignments.some((a) => a.role === 'auditor')
    ? ['panel', 'ohchr']
    : ['ohchr'];
}
/** The audiences to which a person may write: those that they belong to as a party, not as a reader of everything. */
export const writableAudiences = (actor: Actor, facts: RequestFacts): DiscussionAudience[] =>
  audiencesOf(actor, facts).filter((a) => a === 'ohchr' || isOfPanel(actor, facts));

/** Why nothing can be added to the discussion of a case now; null when something can. */
export function discussionRefusal(facts: RequestFacts): Refusal | null {
  if (facts.revealedAt === null)
    return refuse(
      'notReady',
      'The discussion opens when the scores are revealed: until then nobody is led by what another thinks.',
    );
  if (facts.settled !== null)
    return refuse(
      'notReady',
      'The scores are settled, so their discussion is closed. It opens again if the request is sent back to the reviewers.',
    );
  return null;
}
