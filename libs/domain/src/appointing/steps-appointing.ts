import { reaches, servesCountry, type Actor } from '../people/roles.js';
import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { RequestEventType } from '../request/events.js';
import { activeReviewers, CONFLICT_KINDS, isActive, type RequestFacts, type Reviewer } from '../request/facts.js';
import type { Recorded } from '../request/record.js';
import { personRef, type StepInput, type StepRule } from '../request/steps.js';
import { chosen, optional, required } from '../text.js';
import { DECLINE_CODES, RELEASE_CODES } from './events.js';
import { IN_REGISTER } from './registered.js';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const reviewersOf = (n: number): string => `${NUMBERS[n]} ${n === 1 ? 'reviewer' : 'reviewers'}`;
const LONGEST = 2_000;

/** Why one person may not be appointed, as a sentence about them; null when they may. Of a registered conflict it is not said what it is. */
export function appointmentTrouble(person: Actor, facts: RequestFacts): string | null {
  const { countries, regions } = facts.summary;
  const { name, assignments } = person;
  const before = facts.reviewers.find((r) => r.person.id === person.id);
  if (!assignments.some((a) => a.role === 'reviewer' && reaches(a, facts.summary)))
    return `${name} is not a reviewer for ${regions.length > 1 ? 'these regions' : 'this region'}`;
  if (facts.duties.drafted.some((d) => d.id === person.id)) return `${name} drafted this request and cannot review it`;
  if (facts.duties.screened.some((d) => d.id === person.id))
    return `${name} checked this request for completeness, so somebody else scores it`;
  if (servesCountry(person, countries))
    return `${name} serves the Resident Coordinator of a country of this request and cannot review it`;
  if (person.conflicts?.some((c) => countries.includes(c)))
    return `${name} has a registered conflict of interest with a country of this request`;
  if (before?.state === 'conflicted' || facts.stoodBack?.some((s) => s.person.id === person.id))
    return `${name} has a conflict of interest in this request`;
  return before && isActive(before) ? `${name} is appointed already` : null;
}

/** How many reviewers there would be: the minimum counts all who are appointed and have no conflict, not only those named now. */
function numberTrouble(facts: RequestFacts, named: number): string | null {
  const minimum = facts.framework?.minimumReviewers ?? 2;
  const before = activeReviewers(facts).length;
  if (named === 0) return 'Choose at least one reviewer';
  if (before + named > 9) return 'Choose no more than nine reviewers for a request';
  if (before + named >= minimum) return null;
  const missing = minimum - before;
  return before === 0
    ? `Choose at least ${reviewersOf(minimum)}: a request is not scored by fewer`
    : `Choose at least ${NUMBERS[missing]} more: a request is scored by at least ${reviewersOf(minimum)}, and ${NUMBERS[before]} ${before === 1 ? 'is' : 'are'} appointed`;
}

function appointStep({ event, facts, context }: StepInput<'APPOINT'>): Recorded['APPOINT'] | Refusal {
  const persons = event.reviewers.map((name) => context.people[name]);
  const problems = event.reviewers.flatMap((name, i): FieldProblem[] => {
    const person = persons[i];
    const message = person ? appointmentTrouble(person, facts) : `Nobody is known as “${name.slice(0, 80)}”`;
    return message ? [{ path: `reviewers.${i}`, message }] : [];
  });
  const number = numberTrouble(facts, event.reviewers.length);
  if (number && problems.length === 0) problems.push({ path: 'reviewers', message: number });
  if (new Set(persons.map((p) => p?.id)).size !== persons.length)
    problems.push({ path: 'reviewers', message: 'Name each reviewer once' });
  return refuseFields(problems) ?? { reviewers: persons.map((p) => personRef(p!)) };
}

/** A conflict that comes to light late is declared as well: until the scores are revealed, it takes the sheet out. */
function declareStep({ event, facts, actor }: StepInput<'DECLARE'>): Recorded['DECLARE'] | Refusal {
  const own = facts.reviewers.find((r) => r.person.id === actor.id);
  const { declared, kind, reason } = event.conflict;
  if (own?.state !== 'appointed' && !declared) return refuse('notReady', 'You have declared already.');
  const problems = declared
    ? [
        ...required(reason, 'conflict.reason', 'Say what the conflict is, in a sentence', LONGEST),
        ...chosen(kind ?? 'other', CONFLICT_KINDS, 'conflict.kind'),
      ]
    : optional(reason, 'conflict.reason', LONGEST);
  return (
    refuseFields(problems) ?? {
      declared,
      kind: declared ? (kind ?? 'other') : null,
      reason: reason?.trim() ?? '',
    }
  );
}

function declineStep({ event }: StepInput<'DECLINE_APPOINTMENT'>): Recorded['DECLINE_APPOINTMENT'] | Refusal {
  const problems = [
    ...chosen(event.code, DECLINE_CODES, 'code'),
    ...required(event.reason, 'reason', 'Say in a sentence why you cannot review this request', LONGEST),
  ];
  return refuseFields(problems) ?? { code: event.code, reason: event.reason.trim() };
}

function releaseStep({ event, facts, actor }: StepInput<'RELEASE'>): Recorded['RELEASE'] | Refusal {
  const found = facts.reviewers.find((r) => r.person.id === event.person);
  const problems = [
    ...(found && isActive(found)
      ? []
      : [{ path: 'person', message: 'Choose somebody who is appointed to this request' }]),
    ...chosen(event.code, RELEASE_CODES, 'code'),
    ...required(event.reason, 'reason', 'Say in a sentence why the reviewer is released', LONGEST),
  ];
  const wrong = refuseFields(problems);
  if (wrong) return wrong;
  if (found!.person.id === actor.id)
    return refuse('notReady', 'This is your own appointment: decline it, and say why, in your own name.');
  if (found!.state === 'scored')
    return refuse(
      'notReady',
      `${found!.person.name} has finished the scores, and they stay. If a conflict of interest has come to light, the panel chair can record it.`,
    );
  return { person: found!.person, code: event.code, reason: event.reason.trim() };
}

/** Why the scores of a reviewer can no longer be taken out; null while they can. */
function sheetTrouble(facts: RequestFacts, found: Reviewer): string | null {
  if (facts.settled !== null)
    return `The scores are settled, those of ${found.person.name} among them. Send the request back to the reviewers first.`;
  const others = facts.reviewers.some((r) => r.state === 'scored' && r !== found);
  return facts.revealedAt === null || others
    ? null
    : `No scores would remain without those of ${found.person.name}, and nobody new could score without having seen them. Say in the note of the settlement what came to light.`;
}

/** The chair records a conflict of a reviewer; everybody who judges can record their own, and from then on sees nothing of the request. */
function conflictStep({
  event,
  facts,
  actor,
  as,
}: StepInput<'RECORD_CONFLICT'>): Recorded['RECORD_CONFLICT'] | Refusal {
  const found = facts.reviewers.find((r) => r.person.id === event.person && r.state !== 'conflicted');
  const own = event.person === actor.id;
  if (!own && as.role !== 'panelChair' && !actor.assignments.some((a) => a.role === 'panelChair'))
    return refuse(
      'notYourRole',
      'A conflict of somebody else is recorded by the panel chair. You can record your own.',
    );
  const problems = [
    ...(found || own ? [] : [{ path: 'person', message: 'Choose a reviewer of this request' }]),
    ...chosen(event.kind, CONFLICT_KINDS, 'kind'),
    ...required(event.reason, 'reason', 'Say what the conflict is, in a sentence', LONGEST),
  ];
  const wrong = refuseFields(problems);
  if (wrong) return wrong;
  const trouble = found ? sheetTrouble(facts, found) : null;
  if (trouble && !own) return refuse('notReady', trouble);
  return {
    person: found?.person ?? personRef(actor),
    kind: event.kind,
    reason: event.reason.trim(),
    sheetOut: found !== undefined && trouble === null,
  };
}

function handBackStep({ event, facts }: StepInput<'HAND_BACK_REVIEW'>): Recorded['HAND_BACK_REVIEW'] | Refusal {
  const found = facts.reviewers.find((r) => r.person.id === event.person && isActive(r));
  return found
    ? { person: found.person, reason: IN_REGISTER }
    : refuseFields([{ path: 'person', message: 'Choose a reviewer of this request' }])!;
}

/** Steps of appointing, and of what becomes of an appointment. */
export const APPOINTING_STEPS = {
  APPOINT: appointStep,
  DECLARE: declareStep,
  DECLINE_APPOINTMENT: declineStep,
  RELEASE: releaseStep,
  RECORD_CONFLICT: conflictStep,
  HAND_BACK_REVIEW: handBackStep,
} satisfies { [T in RequestEventType]?: StepRule<T> };
