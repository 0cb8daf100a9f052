import { unsentRefusal } from '../amending/steps-amending.js';
import { attachingProblems } from '../options/attached-option.js';
import { CONSULTATION_STEPS } from '../consultation/steps-consultation.js';
import { isLate, overdueKeys } from '../consultation/clocks.js';
import { ownConsultees } from '../people/access.js';
import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { CRITERIA, CRITERION_NAMES } from '../review/criteria.js';
import { medianRange } from '../review/scoring.js';
import { sheetProblems, tidy, type SentSheet } from '../review/sheet.js';
import { optional, required, requiredList, sectionProblems } from '../text.js';
import { clockRefusal } from '../time/deadlines.js';
import { dayOf } from '../time/working-days.js';
import type { RequestEventType } from './events.js';
import {
  activeReviewers,
  allScoresIn,
  countingSheets,
  openQuestions,
  POSITIONS,
  type Clarification,
  type Consultee,
  type RequestFacts,
} from './facts.js';
import type { Recorded } from './record.js';
import { assessmentOf } from './states.js';
import { personRef, type StepInput, type StepRule } from './steps.js';
import { APPOINTING_STEPS } from '../appointing/steps-appointing.js';
import { SCORING_STEPS } from './steps-scoring.js';

function revealStep({ facts }: StepInput<'REVEAL'>): Recorded['REVEAL'] | Refusal {
  if (allScoresIn(facts)) return {};
  const missing = activeReviewers(facts)
    .filter((r) => r.state !== 'scored')
    .map((r) => r.person.name);
  const minimum = facts.framework?.minimumReviewers ?? 2;
  return refuse(
    'notReady',
    missing.length
      ? `Scores are not all in: ${missing.join(', ')}.`
      : `At least ${minimum} reviewers have to score first. Appoint another.`,
  );
}
/** A moderation is written down, and so is what stands on fewer scores than the criteria ask for. */
function noteProblems(facts: RequestFacts, sheets: number, note: string): FieldProblem[] {
  const path = 'moderation.note';
  if (note) return [];
  if (assessmentOf(facts.state)?.review === 'moderation')
    return [{ path, message: 'Write a note of the moderation: what was discussed, and what came of it' }];
  return sheets < (facts.framework?.minimumReviewers ?? 2)
    ? [{ path, message: 'Say in the note why the scores of fewer reviewers than the criteria ask for are enough' }]
    : [];
}
function settleStep({ event, facts }: StepInput<'SETTLE'>): Recorded['SETTLE'] | Refusal {
  const sheets = Object.values(countingSheets(facts));
  const leaves = CRITERIA.filter((c) => {
    const given = event.settled[c];
    const range = medianRange(c, sheets);
    if (!given || given.reason?.trim()) return false;
    return range === null
      ? given.score !== null
      : given.score === null || given.score < range[0] || given.score > range[1];
  });
  const note = event.moderation?.note?.trim() ?? '';
  return (
    refuseFields([
      ...sheetProblems(event.settled as SentSheet, { whole: true, reasons: false, path: 'settled' }),
      ...leaves.map((c) => ({
        path: `settled.${c}.reason`,
        message: medianRange(c, sheets)
          ? `Say why the settled score of ${CRITERION_NAMES[c]} leaves the median`
          : `No reviewer could assess ${CRITERION_NAMES[c]}. Say what the score rests on, or settle it as “cannot assess”`,
      })),
      ...noteProblems(facts, sheets.length, note),
      ...optional(note, 'moderation.note'),
    ]) ?? { settled: tidy(event.settled as SentSheet), moderationNote: note || null }
  );
}

/** Which of the parties asked the sender speaks for: the one named, else the one that still owes an answer. */
function consulteeOf({ event, facts, actor }: StepInput<'ADVISE'>): Consultee | null {
  const mine = ownConsultees(actor, facts);
  return mine.find((c) => c.key === event.from) ?? mine.find((c) => c.state !== 'answered') ?? null;
}
/** Advice is bound to the version that was read. */
const otherVersionRefusal = (read: number | undefined, { version }: RequestFacts): Refusal | null =>
  read === undefined || read === version
    ? null
    : refuse(
        'notReady',
        `You read version ${read} of the request; it now stands at version ${version}. Read what changed, then give your advice.`,
      );
function adviseStep(input: StepInput<'ADVISE'>): Recorded['ADVISE'] | Refusal {
  const { event, facts, actor, context } = input;
  const consultee = consulteeOf(input);
  if (!consultee) return refuse('notReady', 'Your advice on this request has been given.');
  if (consultee.state === 'answered')
    return refuse('notReady', 'Your advice on this request has been given. Write to the desk officer to add to it.');
  const { option, regionOf, countryName } = context;
  const other = otherVersionRefusal(event.requestVersion, facts);
  if (other) return other;
  const nameOf = (country: string) => countryName(country, 'en');
  const problems = refuseFields([
    ...(POSITIONS.includes(event.position) ? [] : [{ path: 'position', message: 'Choose a position' }]),
    ...required(event.text, 'text', 'Give the reasons for your advice'),
    ...requiredList(event.conditions, 'conditions', 'conditions'),
    ...(event.position === 'supports with conditions' && !event.conditions?.length
      ? [{ path: 'conditions', message: 'Name the conditions' }]
      : []),
    ...attachingProblems({ event, facts, actor, consultee, option, regionOf, nameOf }),
  ]);
  // Time that the recommendation cut short is not over for a party that answers within it after all.
  const inTime = consultee.cutShort !== undefined && dayOf(context.at) <= consultee.cutShort;
  const late = isLate(consultee, facts, context.at) && !inTime;
  return (
    problems ?? {
      key: consultee.key,
      advice: {
        by: personRef(actor),
        at: context.at,
        position: event.position,
        text: event.text,
        conditions: event.conditions ?? [],
        from: consultee.key,
        late,
        requestVersion: facts.version,
        ...(event.option && option ? { option } : {}),
      },
    }
  );
}
function askStep({ event, facts, actor, context }: StepInput<'ASK'>): Recorded['ASK'] | Refusal {
  const section = event.section ?? null;
  const problems = refuseFields([
    ...required(event.question, 'question', 'Write the question', 2_000),
    ...sectionProblems(section, 'section'),
    // What several coordinators signed is changed by all of them, and so by being returned.
    ...(event.mayChange && facts.together
      ? [
          {
            path: 'mayChange',
            message: 'This request was signed by several coordinators, so a question cannot let it be changed',
          },
        ]
      : []),
  ]);
  return (
    problems ?? {
      question: {
        id: context.newId(),
        askedBy: personRef(actor),
        askedAt: context.at,
        question: event.question,
        section,
        answer: null,
        answeredBy: null,
        answeredAt: null,
        closedReason: null,
        ...(event.mayChange ? { mayChange: true as const } : {}),
      },
    }
  );
}
function openQuestion(facts: RequestFacts, id: string | undefined): Clarification | Refusal {
  const open = openQuestions(facts);
  const found = id === undefined && open.length === 1 ? open[0] : open.find((c) => c.id === id);
  return (
    found ??
    refuse('invalid', open.length ? 'Say which question this is about.' : 'No question is open.', [
      { path: 'questionId', message: 'Say which question this is about' },
    ])
  );
}
function answerStep({ event, facts }: StepInput<'ANSWER'>): Recorded['ANSWER'] | Refusal {
  const question = openQuestion(facts, event.questionId);
  if ('refused' in question) return question;
  return (
    unsentRefusal(facts, question) ??
    refuseFields(required(event.answer, 'answer', 'Write the answer')) ?? { id: question.id, answer: event.answer }
  );
}
function closeStep({ event, facts }: StepInput<'CLOSE_QUESTION'>): Recorded['CLOSE_QUESTION'] | Refusal {
  const question = openQuestion(facts, event.questionId);
  if ('refused' in question) return question;
  return (
    refuseFields(required(event.reason, 'reason', 'Say why the review goes on without an answer', 2_000)) ?? {
      id: question.id,
      reason: event.reason,
    }
  );
}

/** Steps of the consultation and of the review. */
export const REVIEW_STEPS = {
  ADVISE: adviseStep,
  RECORD_SILENCE: ({ facts, context }) =>
    clockRefusal(facts, 'RECORD_SILENCE', context.at) ?? { keys: overdueKeys(facts, context.at) },
  ...CONSULTATION_STEPS,
  ...APPOINTING_STEPS,
  ...SCORING_STEPS,
  REVEAL: revealStep,
  SETTLE: settleStep,
  ASK: askStep,
  ANSWER: answerStep,
  CLOSE_QUESTION: closeStep,
} satisfies { [T in RequestEventType]?: StepRule<T> };
