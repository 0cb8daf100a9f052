import {
  CONFLICT_KINDS,
  CRITERION_NAMES,
  DECISION_CODES,
  MODALITIES,
  partsOf,
  RETURN_CODES,
  SECTIONS,
  VOIDED_BY_A_VERSION,
  WITHDRAW_CODES,
  type Recorded,
  type RequestEventType,
} from '#domain';
import { date, dateTime, words } from '../shell/words.js';
import { APPOINTING_WORDS } from './appointing-words.js';
import { AFTER_DECISION_WORDS } from './after-decision-words.js';
import { ARRANGEMENT_WORDS } from './arrangement-words.js';
import { CONSULTATION_WORDS } from './consultation-words.js';
import { TOGETHER_WORDS } from '../together/together-words.js';
import { voidsOf } from './voided-words.js';
import { ENDORSING_WORDS } from './endorsing-words.js';
import { TIMING_WORDS } from './timing-words.js';
import { listed, OUTCOME_WORDS, POSITION_WORDS } from './case-words.js';

/** The title of a draft, and from which text it was begun. */
const begun = ({ summary, basedOn }: Recorded['CREATE']): string | null =>
  [summary?.title, basedOn && `Begun from ${basedOn.ref}${basedOn.version ? `, version ${basedOn.version}` : ''}.`]
    .filter(Boolean)
    .join('\n\n') || null;

/** The entries of the record in plain words: what was done, and what is worth a line beside it. One row a kind. */
export const ENTRY_WORDS: { [T in RequestEventType]: { done: string; text?: (data: Recorded[T]) => string | null } } = {
  CREATE: { done: 'Draft started', text: (d) => begun(d) },
  EDIT: {
    done: 'Draft changed',
    text: (d) =>
      [
        d.offline && 'Written in a form in Word.',
        d.broughtBack && `Brought back from the text of ${dateTime(d.broughtBack.at)}.`,
        changed(d.patch),
        voidsOf(d),
      ]
        .filter(Boolean)
        .join(' ') || null,
  },
  ATTACH: { done: 'Document added', text: (d) => `${d.document.name}, to section ${d.document.section}` },
  DETACH: { done: 'Document removed', text: (d) => d.name },
  SUBMIT: { done: 'Submitted', text: (d) => frozen(d) },
  RESUBMIT: {
    done: 'Submitted again',
    text: (d) =>
      [`${frozen(d)}${d.unchanged ? ' Nothing was changed since it was returned.' : ''}`, d.note]
        .filter(Boolean)
        .join('\n\n'),
  },
  ABANDON: { done: 'Draft abandoned', text: (d) => d.reason || null },
  EXPIRE: { done: 'Draft expired', text: () => 'It was not changed or submitted in time.' },
  LAPSE: { done: 'Lapsed', text: () => 'It was not corrected in time.' },
  ACCEPT: { done: 'Accepted as complete', text: (d) => d.note },
  RETURN: {
    done: 'Returned for correction',
    text: (d) =>
      [...codes(d.codes, RETURN_CODES), ...d.items.map((i) => (i.section ? `Section ${i.section}: ${i.text}` : i.text))]
        .filter(Boolean)
        .join('\n'),
  },
  WITHDRAW: { done: 'Withdrawn', text: (d) => [...codes([d.code], WITHDRAW_CODES), d.reason].join('. ') },
  ADVISE: {
    done: 'Advice given',
    text: ({ advice }) =>
      `${POSITION_WORDS[advice.position] ?? advice.position}.${advice.late ? ' It came after the due date.' : ''}`,
  },
  RECORD_SILENCE: {
    done: 'No advice came',
    text: () => 'The time has passed. Silence is recorded; it is not taken as consent.',
  },
  ...CONSULTATION_WORDS,
  ...ENDORSING_WORDS,
  ...TOGETHER_WORDS,
  ...APPOINTING_WORDS,
  APPOINT: { done: 'Reviewers appointed', text: (d) => listed(d.reviewers.map((r) => r.name)) },
  DECLARE: {
    done: 'Interests declared',
    text: (d) =>
      d.declared
        ? [`A conflict of interest${d.kind ? `: ${CONFLICT_KINDS[d.kind] ?? d.kind}` : ''}.`, d.reason].join(' ')
        : 'No conflict of interest.',
  },
  SAVE_SCORES: { done: 'Scores saved', text: () => 'Work in hand. Only you see this line.' },
  SCORE: {
    done: 'Scores finished',
    text: (d) => (d.requestVersion ? `Version ${d.requestVersion} of the request was judged.` : null),
  },
  REVEAL: { done: 'Scores revealed', text: () => 'The reviewers and the panel see all scores.' },
  REVISE: { done: 'Scores revised', text: () => 'The first scores are kept beside them.' },
  DISCUSS: {
    done: 'Added to the discussion',
    text: (d) =>
      `${d.criterion ? `${CRITERION_NAMES[d.criterion]}. ` : ''}To ${d.audience === 'panel' ? 'the panel' : 'OHCHR'}: ${d.text}`,
  },
  SETTLE: { done: 'Scores settled', text: (d) => d.moderationNote },
  ASK: {
    done: 'Question asked',
    text: ({ question: q }) =>
      [
        q.section ? `Section ${q.section}: ${q.question}` : q.question,
        q.mayChange ? 'The office may change the request to answer it.' : '',
      ]
        .filter(Boolean)
        .join('\n\n'),
  },
  ANSWER: { done: 'Question answered', text: (d) => d.answer },
  AMEND: {
    done: 'Submitted as a new version',
    text: (d) => [`${frozen(d)} ${VOIDED_BY_A_VERSION}`, d.note].filter(Boolean).join('\n\n'),
  },
  DROP_CHANGE: { done: 'Change taken back', text: () => null },
  CLOSE_QUESTION: { done: 'Went on without an answer', text: (d) => d.reason },
  RECOMMEND: {
    done: 'Recommended',
    text: ({ recommendation: r }) =>
      `${OUTCOME_WORDS[r.outcome] ?? r.outcome}: ${lower(MODALITIES[r.modality] ?? r.modality)}.`,
  },
  PREPARE_RECOMMENDATION: {
    done: 'Recommendation prepared',
    text: ({ prepared: r }) =>
      `${OUTCOME_WORDS[r.outcome] ?? r.outcome}: ${lower(MODALITIES[r.modality] ?? r.modality)}. Nothing is sent yet.`,
  },
  DISCARD_PREPARED: { done: 'Prepared recommendation taken away', text: () => null },
  REASSESS: { done: 'Sent back to the reviewers', text: (d) => d.reason },
  APPROVE: { done: 'Approved', text: (d) => decided(d) },
  OFFER_REGIONAL_OPTION: { done: 'Regional option offered', text: (d) => decided(d) },
  DEFER: { done: 'Deferred', text: (d) => (d.decision.until ? `Until ${date(d.decision.until)}.` : null) },
  DECLINE: { done: 'Declined', text: (d) => decided(d) },
  SEND_BACK: { done: 'Sent back to the panel', text: (d) => d.reason },
  ...AFTER_DECISION_WORDS,
  ACCEPT_OFFER: { done: 'Offer accepted', text: (d) => d.note },
  REFUSE_OFFER: { done: 'Offer refused', text: (d) => d.reason },
  RECONSIDER: { done: 'Taken up again', text: (d) => d.reason },
  REQUEST_RECONSIDERATION: { done: 'Reconsideration asked for', text: (d) => d.reason },
  ...ARRANGEMENT_WORDS,
  ...TIMING_WORDS,
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const codes = (given: string[], known: Record<string, string>): string[] => given.map((c) => known[c] ?? c);

function frozen(d: { version: number; gapsReason: string | null; unanswered?: string[] }): string {
  const silent = d.unanswered?.length ? ` ${listed(d.unanswered)} had not answered.` : '';
  return `Version ${d.version}.${silent}${d.gapsReason ? ` Submitted with answers missing: ${d.gapsReason}` : ''}`;
}

function decided({ decision: d }: Recorded['APPROVE']): string | null {
  const support = d.action === 'DECLINE' ? '' : `${MODALITIES[d.modality] ?? d.modality}.`;
  const grounds = codes(
    d.codes.filter((c) => c !== 'OTHER'),
    DECISION_CODES,
  ).map((c) => `${c}.`);
  return [support, ...grounds].filter(Boolean).join(' ') || null;
}

const PARTS: Record<string, string> = {
  title: 'title',
  endorsements: 'endorsements',
  selfAssessment: 'own assessment',
  mechanismRecommendations: 'recommendations of mechanisms',
};

/** What a change touched, without its text. */
function changed(patch: Record<string, unknown>): string | null {
  const { sections, ...rest } = patch;
  const parts = Object.keys(rest).map((key) => PARTS[key] ?? 'details');
  const written = partsOf({ keys: [], sections: Object.keys((sections as object | null | undefined) ?? {}) });
  const inSections = SECTIONS.filter(({ number }) => written.includes(number));
  if (inSections.length > 1) parts.unshift(`${words(inSections.length)} sections`);
  else parts.unshift(...inSections.map(({ number, title }) => `section ${number} (${title})`));
  const named = [...new Set(parts)];
  return named.length ? `${listed(named).replace(/^./, (c) => c.toUpperCase())} changed.` : null;
}

/** What was done and the words beside it, for a line of the record. Data that the reader may not see is simply not there. */
export function entryWords(line: { event: RequestEventType; data: unknown }): { title: string; text: string | null } {
  const row = ENTRY_WORDS[line.event] as { done: string; text?: (data: unknown) => string | null } | undefined;
  if (!row) return { title: line.event, text: null };
  const empty = typeof line.data === 'object' && line.data !== null && Object.keys(line.data).length === 0;
  const plain = ['EXPIRE', 'LAPSE', 'LAPSE_APPROVAL', 'REVEAL'].includes(line.event);
  return { title: row.done, text: empty && !plain ? null : (row.text?.(line.data) ?? null) };
}
