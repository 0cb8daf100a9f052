import { endorsersOf } from '../endorsing/endorser.js';
import { DECIDING_EVENTS, type RequestFacts } from '../request/facts.js';
import type { RequestEventType } from '../request/events.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Actor, Assignment } from './roles.js';

const PARTS: Record<keyof RequestFacts['duties'], string> = {
  drafted: 'drafted this request',
  screened: 'checked this request for completeness',
  scored: 'scored this request',
  settled: 'settled the scores of this request',
  recommended: 'recommended on this request',
};

/** What only somebody does who had no other part: deciding, and what changes a decision or its letter. */
const DECIDING: readonly RequestEventType[] = [...DECIDING_EVENTS, 'DECIDE_WITH_OTHERS', 'CORRECT_LETTER', 'REOPEN'];

/** What only somebody does who did not draft the request. */
const JUDGING: readonly RequestEventType[] = [
  'ACCEPT',
  'RETURN',
  'SCORE',
  'SAVE_SCORES',
  'SETTLE',
  'RECOMMEND',
  'PREPARE_RECOMMENDATION',
  'DISCARD_PREPARED',
];

/** Separation of duties: nobody decides a request in which they had another part (workflow, "Parties and jurisdictions"). */
export function dutyRefusal(
  actor: Actor,
  facts: RequestFacts,
  type: RequestEventType,
  as?: Assignment,
): Refusal | null {
  const names = (persons: { id: string }[]) => persons.some((p) => p.id === actor.id);
  if (DECIDING.includes(type)) {
    const keys = Object.keys(PARTS) as (keyof typeof PARTS)[];
    const part = keys.find((key) => names(facts.duties[key]));
    if (part)
      return refuse(
        'separationOfDuties',
        `You ${PARTS[part]}, so somebody else has to decide. Another approver can do this.`,
      );
    const theirs = keys.find((key) => facts.duties[key].some((p) => p.id === as?.actingForId));
    if (theirs)
      return refuse(
        'separationOfDuties',
        `${as?.actingFor}, for whom you act, ${PARTS[theirs]}, so somebody else has to decide. Another approver can do this.`,
      );
  }
  const endorsed = endorsersOf(facts).some((e) => e.account === actor.id && (e.answer || e.again?.length));
  if (endorsed && (DECIDING.includes(type) || JUDGING.includes(type)))
    return refuse('separationOfDuties', 'You were asked to endorse this request, so somebody else has to judge it.');
  if (JUDGING.includes(type) && names(facts.duties.drafted))
    return refuse('separationOfDuties', 'You drafted this request, so somebody else has to judge it.');
  // A chair who scored would weigh their own score against those of the others.
  if (type === 'SETTLE' && names(facts.duties.scored))
    return refuse(
      'separationOfDuties',
      'You scored this request, so somebody else has to settle its scores. Another panel chair can do this.',
    );
  const funding: RequestEventType[] = ['ENTER_FUNDING', 'RECORD_COST_SHARE', 'FUND'];
  if (funding.includes(type) && names(facts.decisions.flatMap((d) => [d.by, ...(d.approvals ?? []).map((a) => a.by)])))
    return refuse('separationOfDuties', 'You decided on this request, so somebody else has to find its funds.');
  return null;
}
