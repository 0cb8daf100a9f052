import { approvalsNeeded, DECISION_CODES, standingOf, type Actor, type Approval, type RequestFacts } from '#domain';
import { DECISION_WORDS, listed, plural } from '../request/case-words.js';
import { date, words } from '../shell/words.js';
import { STEP_WORDS } from './decision.fields.js';

const nameOf = ({ by, actingFor }: Pick<Approval, 'by' | 'actingFor'>): string =>
  actingFor ? `${by.name}, acting for ${actingFor}` : by.name;

/** Who else decided the same, and when: for a decision that took several. */
export const agreedBy = (approvals: readonly Approval[] = []): string =>
  approvals.length ? `The same was decided by ${listed(approvals.map((a) => `${nameOf(a)} on ${date(a.at)}`))}.` : '';

/** How many approvers have decided the same so far, and who could still decide: "One of two approvers has decided. Still asked: Ana Lopez." */
export function soFar(facts: RequestFacts, still: readonly string[]): string {
  const [most] = standingOf(facts);
  if (!most) return '';
  const given = most.given.length;
  const differ = standingOf(facts).length > 1 ? ' They do not agree.' : '';
  return `${words(given, true)} of ${words(approvalsNeeded(facts))} approvers ${plural(given, 'has', 'have')} decided${differ ? ' the same' : ''}.${differ} ${asked(still)}`;
}
const asked = (still: readonly string[]): string =>
  still.length ? `Still asked: ${listed([...still])}.` : 'Nobody else can decide this request now.';

/** What a decision comes to where it takes several: whether its letter goes, and who decided otherwise before. */
export interface Ahead {
  completes: boolean;
  otherwise: string;
}
/** From the case as it would stand after the decision of an approver. */
export function aheadOf(completes: boolean, after: RequestFacts, me: Pick<Actor, 'id'>): Ahead {
  const others = completes ? [] : standingOf(after).filter(({ given }) => !given.some((a) => a.by.id === me.id));
  const names = others.flatMap(({ given }) => given.map(nameOf));
  return {
    completes,
    otherwise: names.length
      ? `It is not what ${listed(names)} decided: the outcome, the conditions, the form of support or the day is another. `
      : '',
  };
}

/** What one approver decided, in words. */
export function voiceShown(a: Approval) {
  return {
    by: nameOf(a),
    on: date(a.at),
    reasons: a.reasons,
    grounds: a.codes.map((code) => DECISION_CODES[code]).join('; '),
  };
}

/** What approvers decided so far where it takes several, and who is still to decide; null where one decides. */
export function approvalsShown(facts: RequestFacts, still: readonly string[]) {
  const needed = approvalsNeeded(facts);
  if (needed < 2) return null;
  return {
    lead: `${words(needed, true)} approvers have to decide the same before the letter is sent.`,
    groups: standingOf(facts).map(({ given, missing }) => ({
      // What is not decided yet is called by what the approver chose.
      status: { ...DECISION_WORDS[given[0]!.action], text: STEP_WORDS[given[0]!.action].choose },
      note: `${words(missing, true)} more ${plural(missing, 'approver', 'approvers')} would have to decide the same.`,
      conditions: given[0]!.conditions,
      until: given[0]!.until ? date(given[0]!.until) : '',
      voices: given.map(voiceShown),
    })),
    differ: standingOf(facts).length > 1,
    still: asked(still),
  };
}
