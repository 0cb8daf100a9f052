import { DECIDING_EVENTS, type RequestFacts } from '../request/facts.js';
import type { RequestEventType } from '../request/events.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Actor } from './roles.js';

const PARTS: Record<keyof RequestFacts['duties'], string> = {
  drafted: 'drafted this request',
  screened: 'checked this request for completeness',
  scored: 'scored this request',
  settled: 'settled the scores of this request',
  recommended: 'recommended on this request',
};

/** Separation of duties: nobody decides a request in which they had another part (workflow, "Parties and jurisdictions"). */
export function dutyRefusal(actor: Actor, facts: RequestFacts, type: RequestEventType): Refusal | null {
  const names = (persons: { id: string }[]) => persons.some((p) => p.id === actor.id);
  if ((DECIDING_EVENTS as readonly string[]).includes(type)) {
    const part = (Object.keys(PARTS) as (keyof typeof PARTS)[]).find((key) => names(facts.duties[key]));
    if (part)
      return refuse(
        'separationOfDuties',
        `You ${PARTS[part]}, so somebody else has to decide. Another approver can do this.`,
      );
  }
  const judging: RequestEventType[] = [
    'ACCEPT',
    'RETURN',
    'SCORE',
    'SAVE_SCORES',
    'SETTLE',
    'RECOMMEND',
    'PREPARE_RECOMMENDATION',
  ];
  if (judging.includes(type) && names(facts.duties.drafted))
    return refuse('separationOfDuties', 'You drafted this request, so somebody else has to judge it.');
  const funding: RequestEventType[] = ['ENTER_FUNDING', 'RECORD_COST_SHARE', 'FUND'];
  if (funding.includes(type) && names(facts.decisions.map((d) => d.by)))
    return refuse('separationOfDuties', 'You decided on this request, so somebody else has to find its funds.');
  return null;
}
