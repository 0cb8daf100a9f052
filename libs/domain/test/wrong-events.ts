import type { RequestEvent, RequestEventType } from '../src/index.js';
import { WRONG_ENDORSING } from './wrong-endorsing.js';
import { WRONG_TIMING } from './wrong-timing.js';
import { WRONG_TOGETHER } from './wrong-together.js';
import { aSheet, hostingAnswers, someTerms } from './events.js';

const long = (n: number) => 'a'.repeat(n);
const NUL = 'a\u0000b';
const LETTER = {
  id: 'd',
  name: 'Letter.pdf',
  type: 'application/pdf',
  size: 1,
  sha256: 'a'.repeat(64),
  section: 9,
  tier: 'case',
};
const ASKED = { name: 'A', organisation: 'B', email: 'a@b.example', question: 'What?' };
const MONEY = {
  source: 'fund',
  name: 'A fund',
  amount: '100.00',
  reference: 'R-1',
  from: '2027-07-01',
  until: '2028-06-30',
};
const TERMS = someTerms();
const CLAUSE = TERMS.clauses[0]!;
const HOSTING = hostingAnswers();

/** For each kind of event, some that are wrong in themselves: each must be refused by name of the field. */
export const WRONG: Partial<Record<RequestEventType, (Record<string, unknown> & { at: string })[]>> = {
  EDIT: [
    { patch: { title: long(301) }, at: 'title' },
    { patch: { title: NUL }, at: 'title' },
    { patch: { title: 'broken \ud83d' }, at: 'title' },
    { patch: { countries: 'TZA' }, at: 'countries' },
    { patch: { countries: [] }, at: 'countries' },
    { patch: { countries: ['FJI'] }, at: 'countries' },
    { patch: { countries: ['XXX'] }, at: 'countries.0' },
    { patch: { requestedStart: '9999-01-01' }, at: 'requestedStart' },
    { patch: { nonsense: 1 }, at: 'nonsense' },
    { patch: { sections: { ownership: { nonsense: 'x' } } }, at: 'sections.ownership.nonsense' },
    { patch: { selfAssessment: { ownership: { score: 5, reason: '' } } }, at: 'selfAssessment.ownership.score' },
    { patch: { track: 'urgent' }, at: 'urgentReason' },
  ],
  ATTACH: [
    { document: { ...LETTER, name: ' ' }, at: 'name' },
    { document: { ...LETTER, name: NUL }, at: 'name' },
    { document: { ...LETTER, section: 10 }, at: 'section' },
    { document: { ...LETTER, tier: 'secret' }, at: 'tier' },
  ],
  DETACH: [{ documentId: 'unknown', at: 'documentId' }],
  SUBMIT: [
    { declaration: false, at: 'declaration' },
    { declaration: true, gapsReason: NUL, at: 'gapsReason' },
  ],
  RESUBMIT: [
    { declaration: false, at: 'declaration' },
    { declaration: true, note: NUL, at: 'note' },
  ],
  ABANDON: [{ reason: NUL, at: 'reason' }],
  ACCEPT: [
    { note: NUL, at: 'note' },
    { note: long(10_001), at: 'note' },
  ],
  RETURN: [
    { items: [], codes: ['OTHER'], at: 'items' },
    { items: [{ text: ' ' }], codes: ['OTHER'], at: 'items.0.text' },
    { items: [{ text: 'Mend it', section: 10 }], codes: ['OTHER'], at: 'items.0.section' },
    { items: [{ text: 'Mend it' }], codes: [], at: 'codes' },
    { items: [{ text: 'Mend it' }], codes: ['NONSENSE'], at: 'codes.0' },
  ],
  WITHDRAW: [
    { code: 'OTHER', reason: '', at: 'reason' },
    { code: 'NONSENSE', reason: 'Yes', at: 'code' },
  ],
  ADVISE: [
    { position: 'perhaps', text: 'x', at: 'position' },
    { position: 'supports', text: '', at: 'text' },
    { position: 'supports', text: NUL, at: 'text' },
    { position: 'supports with conditions', text: 'x', at: 'conditions' },
    { position: 'supports', text: 'x', conditions: [' '], at: 'conditions.0' },
    { position: 'supports', text: 'x', conditions: Array(41).fill('c'), at: 'conditions' },
  ],
  CONSULT: [
    { ...ASKED, name: ' ', at: 'name' },
    { ...ASKED, organisation: NUL, at: 'organisation' },
    { ...ASKED, email: 'nobody', at: 'email' },
    { ...ASKED, email: 'a@b.example\nBcc: c@d.example', at: 'email' },
    { ...ASKED, question: long(2_001), at: 'question' },
    { ...ASKED, language: 'xx', at: 'language' },
  ],
  ...WRONG_TIMING,
  RECONSULT: [
    { parties: [], reason: 'x', at: 'parties' },
    { parties: ['regionalTeam:ap'], reason: 'x', at: 'parties.0' },
    { parties: ['regionalTeam:esa'], reason: '', at: 'reason' },
  ],
  LET_ADVICE_STAND: [{ reason: ' ', at: 'reason' }],
  RESEND_CONSULTATION: [
    { party: 'nobody', at: 'party' },
    { party: 'regionalTeam:esa', email: 'a@b.example', at: 'email' },
  ],
  WITHDRAW_CONSULTATION: [
    { party: 'regionalTeam:esa', reason: 'x', at: 'party' },
    { party: 'consultee:1', reason: NUL, at: 'reason' },
  ],
  ...WRONG_ENDORSING,
  ...WRONG_TOGETHER,
  APPOINT: [
    { reviewers: [], at: 'reviewers' },
    { reviewers: ['nobody'], at: 'reviewers.0' },
    { reviewers: ['desk'], at: 'reviewers.0' },
    { reviewers: ['reviewerElsewhere'], at: 'reviewers.0' },
    { reviewers: ['coordinator'], at: 'reviewers.0' },
    { reviewers: ['spare', 'spare'], at: 'reviewers' },
  ],
  DECLARE: [
    { conflict: { declared: true }, at: 'conflict.reason' },
    { conflict: { declared: true, reason: NUL }, at: 'conflict.reason' },
    { conflict: { declared: true, reason: 'x', kind: 'nonsense' }, at: 'conflict.kind' },
  ],
  DECLINE_APPOINTMENT: [
    { code: 'NO_TIME', reason: ' ', at: 'reason' },
    { code: 'NO_TIME', reason: NUL, at: 'reason' },
    { code: 'BORED', reason: 'x', at: 'code' },
  ],
  RELEASE: [
    { person: 'nobody', code: 'NO_ANSWER', reason: 'x', at: 'person' },
    { person: 'amina', code: 'NO_ANSWER', reason: '', at: 'reason' },
    { person: 'amina', code: 'NONSENSE', reason: 'x', at: 'code' },
  ],
  HAND_BACK_REVIEW: [{ person: 'nobody', at: 'person' }],
  RECORD_CONFLICT: [
    { person: 'nobody', kind: 'family', reason: 'x', at: 'person' },
    { person: 'amina', kind: 'nonsense', reason: 'x', at: 'kind' },
    { person: 'amina', kind: 'family', reason: NUL, at: 'reason' },
  ],
  SAVE_SCORES: [
    { scores: { ownership: { score: 5, reason: '' } }, at: 'scores.ownership.score' },
    { scores: { ownership: { score: 3, reason: NUL } }, at: 'scores.ownership.reason' },
    { scores: { ownership: { score: 3, reason: '', evidence: [NUL] } }, at: 'scores.ownership.evidence.0' },
    { scores: { charm: { score: 3, reason: '' } }, at: 'scores.charm' },
    { scores: { ownership: { score: 3, reason: '', confidence: 'very' } }, at: 'scores.ownership.confidence' },
  ],
  SCORE: [
    { scores: {}, at: 'scores.ownership.score' },
    { scores: { ...aSheet(), ownership: { score: 2.5, reason: 'x' } }, at: 'scores.ownership.score' },
    { scores: { ...aSheet(), ownership: { score: -1, reason: 'x' } }, at: 'scores.ownership.score' },
    { scores: { ...aSheet(), ownership: { score: '3', reason: 'x' } }, at: 'scores.ownership.score' },
    { scores: { ...aSheet(), ownership: { score: null, reason: ' ' } }, at: 'scores.ownership.reason' },
    { scores: { ...aSheet(), ownership: { score: 3, reason: long(5_001) } }, at: 'scores.ownership.reason' },
    {
      scores: { ...aSheet(), ownership: { score: 3, reason: 'x', evidence: ['2.1 “nobody wrote this”'] } },
      at: 'scores.ownership.evidence.0',
    },
  ],
  REVISE: [
    { scores: {}, at: 'scores' },
    { scores: { ownership: null }, at: 'scores' },
    { scores: { ownership: { score: 3, reason: '' } }, at: 'scores.ownership.reason' },
  ],
  DISCUSS: [
    { audience: 'ohchr', text: ' ', at: 'text' },
    { audience: 'ohchr', text: NUL, at: 'text' },
    { audience: 'ohchr', text: long(2_001), at: 'text' },
    { audience: 'everybody', text: 'x', at: 'audience' },
    { criterion: 'charm', audience: 'panel', text: 'x', at: 'criterion' },
  ],
  SETTLE: [
    { settled: {}, moderation: { note: 'x' }, at: 'settled.ownership.score' },
    { settled: aSheet(7), moderation: { note: 'x' }, at: 'settled.ownership.score' },
    { settled: aSheet(), moderation: { note: NUL }, at: 'moderation.note' },
    { settled: { ...aSheet(), ownership: { score: 3, reason: NUL } }, at: 'settled.ownership.reason' },
  ],
  ASK: [
    { question: '', at: 'question' },
    { question: long(2_001), at: 'question' },
    { question: 'x', section: 0, at: 'section' },
  ],
  AMEND: [
    { declaration: true, note: ' ', at: 'note' },
    { declaration: true, note: NUL, at: 'note' },
    { declaration: false, note: 'x', at: 'declaration' },
    { declaration: true, note: 'x', gapsReason: NUL, at: 'gapsReason' },
  ],
  ANSWER: [
    { answer: '', at: 'answer' },
    { questionId: 'unknown', answer: 'x', at: 'questionId' },
  ],
  CLOSE_QUESTION: [{ reason: '', at: 'reason' }],
  RECOMMEND: [
    { outcome: 'perhaps', modality: 'inCountry', reasons: 'x', at: 'outcome' },
    { outcome: 'approve', modality: 'nonsense', reasons: 'x', at: 'modality' },
    { outcome: 'approve', modality: 'inCountry', reasons: '', at: 'reasons' },
    { outcome: 'approve with conditions', modality: 'inCountry', reasons: 'x', at: 'conditions' },
  ],
  PREPARE_RECOMMENDATION: [
    { outcome: 'perhaps', modality: 'inCountry', reasons: 'x', at: 'outcome' },
    { outcome: 'approve', modality: 'inCountry', reasons: '', at: 'reasons' },
    { outcome: 'approve with conditions', modality: 'inCountry', reasons: 'x', at: 'conditions' },
  ],
  REASSESS: [{ reason: ' ', at: 'reason' }],
  DECIDE_WITH_OTHERS: [
    { action: 'perhaps', reasons: 'x', at: 'action' },
    { action: 'APPROVE', reasons: ' ', at: 'reasons' },
    { action: 'DECLINE', reasons: 'x', codes: [], at: 'codes' },
    { action: 'DEFER', reasons: 'x', until: '2027-02-30', at: 'until' },
  ],
  SEND_LETTER_AGAIN: [{ reason: ' ', at: 'reason' }],
  CORRECT_LETTER: [
    { reason: ' ', to: 'Another', at: 'reason' },
    { reason: 'x', at: 'wording' },
    { reason: 'x', to: 'One\nTwo', at: 'to' },
    { reason: 'x', to: long(201), at: 'to' },
    { reason: 'x', wording: [{ part: 1, text: 'Declined.' }], at: 'wording.0.part' },
    { reason: 'x', wording: [{ part: 99, text: 'x' }], at: 'wording.0.part' },
    { reason: 'x', wording: [{ part: 0, text: ' ' }], at: 'wording.0.text' },
  ],
  REOPEN: [
    { reason: ' ', at: 'reason' },
    { reason: NUL, at: 'reason' },
  ],
  APPROVE: [
    { reasons: '', at: 'reasons' },
    { reasons: 'x', codes: ['NONSENSE'], at: 'codes.0' },
    { reasons: 'x', conditions: [''], at: 'conditions.0' },
  ],
  OFFER_REGIONAL_OPTION: [{ reasons: 'x', modality: 'nonsense', at: 'modality' }],
  DEFER: [
    { reasons: 'x', at: 'until' },
    { reasons: 'x', until: '2027-02-30', at: 'until' },
    { reasons: 'x', until: '2001-01-01', at: 'until' },
    { reasons: 'x', until: '9999-12-31', at: 'until' },
  ],
  DECLINE: [{ reasons: 'x', codes: [], at: 'codes' }],
  SEND_BACK: [{ reason: '', at: 'reason' }],
  ACCEPT_OFFER: [{ note: NUL, at: 'note' }],
  REFUSE_OFFER: [{ reason: '', at: 'reason' }],
  RECONSIDER: [{ reason: NUL, at: 'reason' }],
  REQUEST_RECONSIDERATION: [{ reason: '', at: 'reason' }],
  ENTER_FUNDING: [
    { ...MONEY, source: 'piggyBank', at: 'source' },
    { ...MONEY, name: ' ', at: 'name' },
    { ...MONEY, amount: '0', at: 'amount' },
    { ...MONEY, amount: '12.345', at: 'amount' },
    { ...MONEY, amount: '-5', at: 'amount' },
    { ...MONEY, amount: '1e6', at: 'amount' },
    { ...MONEY, currency: 'EUR', at: 'currency' },
    { ...MONEY, reference: '', at: 'reference' },
    { ...MONEY, from: '2027-02-30', at: 'from' },
    { ...MONEY, from: '2026-12-31', at: 'from' },
    { ...MONEY, until: '2031-01-01', at: 'until' },
    { ...MONEY, from: '2028-01-01', until: '2027-12-31', at: 'until' },
    { ...MONEY, corrects: 'unknown', at: 'corrects' },
  ],
  RECORD_COST_SHARE: [
    { ...MONEY, source: 'fund', at: 'source' },
    { ...MONEY, source: 'agency', kind: 'promise', at: 'kind' },
  ],
  FUND: [
    { deployment: 'DEP-2027-001', at: 'deployment' },
    { note: NUL, at: 'note' },
  ],
  REVALIDATE: [{ reason: ' ', at: 'reason' }],
  PROPOSE_TOR: [
    { content: { standard: 1, language: 'en', clauses: [] }, at: 'content.clauses' },
    { content: { ...TERMS, language: 'de' }, at: 'content.language' },
    { content: { ...TERMS, standard: 0 }, at: 'content.standard' },
    { content: { ...TERMS, clauses: [{ ...CLAUSE, text: '' }] }, at: 'content.clauses.0.text' },
    { content: { ...TERMS, clauses: [...TERMS.clauses, CLAUSE] }, at: 'content.clauses.14.key' },
    { content: { ...TERMS, clauses: [{ ...CLAUSE, criteria: ['charm'] }] }, at: 'content.clauses.0.criteria' },
    { content: TERMS, reporting: [{ part: 'cousin', name: 'A', title: 'B' }], at: 'reporting.0.part' },
  ],
  CONFIRM_COST_SHARE: [
    { at: 'shares' },
    { noneDue: 'None.', at: 'noneDue' },
    { shares: [{ entry: 'unknown', reference: 'A' }], at: 'shares.0.entry' },
    { shares: [{ entry: 'unknown', reference: '' }], at: 'shares.0.reference' },
  ],
  CONFIRM_HOSTING: [
    { answers: { ...HOSTING, office: { given: true, words: '' } }, at: 'answers.office.words' },
    { answers: { ...HOSTING, staff: { words: 'x' } }, at: 'answers.staff.given' },
    { answers: HOSTING, country: 'KEN', at: 'country' },
  ],
};

/** The n-th of the wrong events of a kind, with the field that is wrong. */
export function aWrongEvent(type: RequestEventType, n: number): { event: RequestEvent; at: string } | null {
  if (!WRONG[type]) return null;
  const { at, ...sent } = WRONG[type][n % WRONG[type].length]!;
  return { event: { type, ...sent } as unknown as RequestEvent, at };
}
