import {
  type Role,
  addDays,
  addMonths,
  arrangementsOf,
  CRITERIA,
  countingSheets,
  dayForAdvice,
  endorsersOf,
  fundingPeriod,
  goesOnWith,
  HOSTING_ITEMS,
  isActive,
  listedEndorsers,
  markOfText,
  mayBeAskedAgain,
  medianRange,
  sharesToConfirm,
  type EventOf,
  type HostingAnswers,
  type RequestContent,
  type RequestEventType,
  type RequestFacts,
  type ScoreSheet,
  type TermsContent,
} from '../src/index.js';
import { clockToNudge } from './clock-nudged.js';
import { REQUIRED_CLAUSES } from '../src/terms/definition.js';
import { aContent } from './content.js';
import { aContext } from './context.js';
import { timeOf } from './time-of.js';

/** A sheet with these scores in the order of the criteria; null is "cannot assess". */
export const aSheet = (...scores: (number | null)[]): ScoreSheet =>
  Object.fromEntries(
    CRITERIA.map((c, i) => [c, { score: scores[i] === undefined ? 3 : scores[i], reason: `Reason for ${c}` }]),
  );

/** Settled scores that stay at the median of what was scored. */
export function settledAtMedian(facts: RequestFacts): ScoreSheet {
  const sheets = Object.values(countingSheets(facts));
  return Object.fromEntries(
    CRITERIA.map((c) => [c, { score: medianRange(c, sheets)?.[0] ?? null, reason: 'The median' }]),
  );
}

/** What an event may need to be right: the case as it stands, its text, and the day of deferral. */
export interface Given {
  facts: RequestFacts | null;
  content?: RequestContent;
  /** A number that makes two events of a kind differ. */
  variant?: number;
  reviewers?: string[];
  /** Whom a release or a conflict is about. */
  person?: string;
  until?: string;
  scores?: ScoreSheet;
  /** Who acts, and as what, where that tells with which clock. */
  who?: { role: Role; id: string };
}
const ok = { declaration: true } as const;

/** For each kind of event, one that is right in itself, whether or not it can be sent now. */
const VALID: { [T in RequestEventType]: (given: Given & { facts: RequestFacts }) => Omit<EventOf<T>, 'type'> } = {
  CREATE: ({ content }) => ({ content: content ?? aContent() }),
  EDIT: ({ variant }) => ({ patch: { title: `Title ${variant}` } }),
  ATTACH: ({ facts, variant }) => ({
    document: {
      id: `document-${facts.documents.length}-${variant}`,
      name: `Letter ${facts.documents.length} ${variant}.pdf`,
      type: 'application/pdf',
      size: 1000,
      sha256: String(variant).padStart(64, '0'),
      section: 9,
      tier: 'case',
    },
  }),
  DETACH: ({ facts }) => ({ documentId: (facts.changeInHand ?? facts).documents[0]?.id ?? 'none' }),
  SUBMIT: () => ok,
  ABANDON: () => ({ reason: 'The need has passed.' }),
  EXPIRE: () => ({}),
  ACCEPT: () => ({ note: 'Complete.' }),
  RETURN: () => ({
    items: [{ section: 8, text: 'The table of costs does not add up.' }],
    codes: ['COST_NOT_BALANCED'],
  }),
  RESUBMIT: () => ({ ...ok, note: 'The table was corrected.' }),
  WITHDRAW: () => ({ code: 'NO_LONGER_NEEDED', reason: 'Another office covers the need.' }),
  LAPSE: () => ({}),
  ADVISE: () => ({ position: 'supports', text: 'The region has no other offer.' }),
  RECORD_SILENCE: () => ({}),
  EXTEND_CLOCK: (given) => ({ ...timeOf(given, 'EXTEND_CLOCK'), reason: 'They meet a day later.' }),
  STOP_CLOCK: (given) => ({ ...timeOf(given, 'STOP_CLOCK'), reason: 'The office is closed by a storm.' }),
  GO_ON_CLOCK: (given) => ({ clock: timeOf(given, 'GO_ON_CLOCK').clock, reason: 'The office is open again.' }),
  RESUME_CLOCKS: () => ({}),
  ASK_MORE_TIME: (given) => ({ ...timeOf(given, 'ASK_MORE_TIME'), reason: 'A partner answers later.' }),
  REFUSE_MORE_TIME: (given) => ({ clock: timeOf(given, 'REFUSE_MORE_TIME').clock, reason: 'The panel meets before.' }),
  NUDGE: ({ facts, variant }) => clockToNudge(facts?.clocks, variant),
  RECOUNT_CLOCKS: () => ({ change: { what: 'added', station: 'UN', day: '2027-03-03', name: 'A day off' } }),
  CONSULT: ({ variant }) => ({
    name: `Person ${variant}`,
    organisation: 'An agency',
    email: `person${variant}@agency.example`,
    question: 'Is another adviser planned in the country?',
  }),
  EXTEND_CONSULTATION: ({ facts }) => ({ ...oneMoreDay(facts), reason: 'The team meets a day later.' }),
  RECONSULT: ({ facts }) => ({
    parties: (facts?.consultation ?? []).filter((c) => ['answered', 'silent'].includes(c.state)).map((c) => c.key),
    reason: 'The country office answered a question.',
  }),
  LET_ADVICE_STAND: () => ({ reason: 'The change touches the cost alone.' }),
  RESEND_CONSULTATION: ({ facts }) => ({ party: awaited(facts).at(-1)?.key ?? 'none' }),
  WITHDRAW_CONSULTATION: ({ facts }) => ({
    party: awaited(facts).find((c) => c.named)?.key ?? 'none',
    reason: 'Answered by telephone.',
  }),
  RECORD_UNREACHED: ({ facts }) => ({ parties: awaited(facts).map((c) => c.key), problem: '550 No such user' }),
  INVITE_ENDORSERS: ({ facts }) => ({ endorsers: [nextHead(facts)] }),
  ASK_ENDORSERS_AGAIN: ({ facts }) => ({
    endorsers: listedEndorsers(facts ?? {})
      .filter((e) => mayBeAskedAgain(e, facts))
      .map((e) => e.key),
    note: 'The costs have changed.',
  }),
  REPLACE_ENDORSER: ({ facts }) => {
    const { agency: _agency, ...head } = nextHead(facts);
    return { endorser: listedEndorsers(facts ?? {})[0]?.key ?? 'none', ...head, reason: 'The head has changed.' };
  },
  WITHDRAW_ENDORSER: ({ facts }) => ({
    endorser: listedEndorsers(facts ?? {}).at(-1)?.key ?? 'none',
    reason: 'Named twice.',
  }),
  ENDORSE: ({ content, variant }) => ({
    text: markOfText(content ?? aContent()),
    word: `We stand behind it. ${variant}`,
    contribution: { kind: 'cash', amountUSD: 50_000, text: 'A share of the post', from: '2027-07-01' },
  }),
  DECLINE_ENDORSEMENT: ({ content }) => ({
    text: markOfText(content ?? aContent()),
    word: 'Our priorities are others.',
  }),
  RECORD_ENDORSER_UNREACHED: ({ facts }) => ({
    endorsers: listedEndorsers(facts ?? {}).map((e) => e.key),
    problem: '550 No such user',
  }),
  EDIT_PART: ({ variant }) => ({
    country: 'FJI',
    daysPerYear: 40 + (variant ?? 1),
    first: 'The plan of action.',
    shareUSD: 20_000,
  }),
  SIGN_TOGETHER: () => ok,
  TAKE_BACK_SIGNATURE: () => ({ reason: 'The Government has asked for time.' }),
  WITHDRAW_COUNTRY: () => ({ country: 'FJI', reason: 'Another adviser is planned there.' }),
  APPOINT: ({ reviewers }) => ({ reviewers: reviewers ?? ['amina', 'bruno'] }),
  DECLARE: () => ({ conflict: { declared: false } }),
  DECLINE_APPOINTMENT: () => ({ code: 'NO_TIME', reason: 'I am on mission until July.' }),
  RELEASE: ({ facts, person }) => ({ person: person ?? waiting(facts), code: 'NO_ANSWER', reason: 'No answer came.' }),
  HAND_BACK_REVIEW: ({ facts, person }) => ({ person: person ?? waiting(facts) }),
  RECORD_CONFLICT: ({ person }) => ({ person: person ?? 'chair', kind: 'family', reason: 'A relative works there.' }),
  SAVE_SCORES: ({ scores }) => ({ scores: { ownership: (scores ?? aSheet()).ownership! } }),
  SCORE: ({ scores }) => ({ scores: scores ?? aSheet() }),
  REVEAL: () => ({}),
  REVISE: ({ scores }) => ({ scores: { sustainability: (scores ?? aSheet()).sustainability! } }),
  DISCUSS: ({ variant }) => ({
    criterion: 'ownership',
    audience: 'ohchr',
    text: `Annex 3 says more of it. ${variant}`,
  }),
  SETTLE: ({ facts }) => ({ settled: settledAtMedian(facts), moderation: { note: 'Both views were heard.' } }),
  ASK: ({ variant }) => ({
    question: 'Who pays for the second year?',
    section: 8,
    ...(variant! % 3 === 2 ? { mayChange: true as const } : {}),
  }),
  AMEND: () => ({ ...ok, note: 'The second year is paid by two agencies.' }),
  DROP_CHANGE: () => ({}),
  ANSWER: ({ facts }) => ({ ...open(facts), answer: 'Two agencies, in equal parts.' }),
  CLOSE_QUESTION: ({ facts }) => ({ ...open(facts), reason: 'The answer would come too late.' }),
  RECOMMEND: () => ({
    outcome: 'approve with conditions',
    modality: 'inCountry',
    conditions: ['A source of funds for the second year'],
    reasons: 'Every criterion is met.',
  }),
  PREPARE_RECOMMENDATION: () => ({
    outcome: 'approve',
    modality: 'inCountry',
    reasons: 'First of its round.',
  }),
  DISCARD_PREPARED: () => ({}),
  REASSESS: () => ({ reason: 'New facts have come in.' }),
  APPROVE: () => ({ reasons: 'Follows the recommendation.' }),
  OFFER_REGIONAL_OPTION: () => ({
    reasons: 'A shared adviser serves better.',
    codes: ['REGIONAL_OPTION_SERVES_BETTER'],
    modality: 'multiCountry',
  }),
  DEFER: ({ until }) => ({ reasons: 'The election comes first.', until: until ?? '2027-09-01' }),
  DECLINE: () => ({ reasons: 'No means after the first year.', codes: ['SUSTAINABILITY_NOT_SHOWN'] }),
  SEND_BACK: () => ({ reason: 'The modality needs another look.' }),
  DECIDE_WITH_OTHERS: () => ({ action: 'APPROVE', reasons: 'Follows the recommendation.' }),
  CORRECT_LETTER: ({ variant }) => ({ reason: 'The name of the office was wrong.', to: `The Coordinator ${variant}` }),
  SEND_LETTER_AGAIN: () => ({ reason: 'The address of the coordinator was wrong.' }),
  REOPEN: () => ({ reason: 'A figure of the assessment was wrong.' }),
  ACCEPT_OFFER: () => ({ note: 'Gladly.' }),
  REFUSE_OFFER: () => ({ reason: 'Only a resident adviser would help.' }),
  RECONSIDER: () => ({ reason: 'The election is over.' }),
  REQUEST_RECONSIDERATION: () => ({ reason: 'A donor has come forward.' }),
  ENTER_FUNDING: ({ facts }) => ({
    source: 'fund',
    name: 'Human Rights Mainstreaming Fund',
    amount: '256000.00',
    reference: 'HRM-2027-04',
    ...firstYear(facts),
  }),
  RECORD_COST_SHARE: ({ facts }) => ({
    source: 'agency',
    name: 'UNDP',
    kind: 'cash',
    amount: '50000',
    reference: 'Letter of 3 March 2027',
    ...firstYear(facts),
  }),
  FUND: ({ facts }) => (facts && goesOnWith(facts) ? { deployment: 'DEP-2026-001' } : {}),
  REVALIDATE: () => ({ reason: 'The need is the same, and a donor is about to sign.' }),
  LAPSE_APPROVAL: () => ({}),
  PROPOSE_TOR: ({ variant }) => ({ content: someTerms(`Purpose ${variant}`), reason: 'The start has moved' }),
  SIGN_TOR: ({ facts }) => ({ version: arrangementsOf(facts)?.terms?.number ?? 1 }),
  CONFIRM_COST_SHARE: ({ facts }) => {
    const shares = sharesToConfirm(facts).map((e) => ({ entry: e.id, reference: 'Agreement 7' }));
    return shares.length ? { shares } : { noneDue: 'The fund pays for all of it.' };
  },
  CONFIRM_HOSTING: () => ({ answers: hostingAnswers() }),
};

/** A head of the first agency that is not on the list. */
function nextHead(facts: RequestFacts | null) {
  const n = endorsersOf(facts ?? {}).length;
  const taken = listedEndorsers(facts ?? {}).map((e) => e.agency);
  const agency = aContext().agencies.find((a) => !taken.includes(a)) ?? 'UNDP';
  return { agency, name: `Head ${n}`, title: 'Representative', email: `head${n}@agency.example` };
}
const awaited = (facts: RequestFacts | null) => (facts?.consultation ?? []).filter((c) => c.state === 'awaited');
/** A working day more for the party that was given the fewest. */
function oneMoreDay(facts: RequestFacts): { party: string; until: string } {
  const [first] = awaited(facts).sort((a, b) => (a.extended?.length ?? 0) - (b.extended?.length ?? 0));
  const due = first ? dayForAdvice(facts, first.key) : null;
  return { party: first?.key ?? 'none', until: addDays(due ?? '2027-03-20', 1) };
}

/** The first twelve months of what was asked for. */
function firstYear(facts: RequestFacts): { from: string; until: string } {
  const { from } = fundingPeriod(facts);
  return { from, until: addDays(addMonths(from, 12), -1) };
}
/** Terms of reference with every clause that there must be, and one duty. */
export const someTerms = (text = 'Advise the Resident Coordinator.'): TermsContent => ({
  standard: 1,
  language: 'en',
  clauses: [...REQUIRED_CLAUSES, 'team.1'].map((key) => ({
    key,
    heading: `About ${key}`,
    text,
    criteria: ['ownership'],
    results: ['Outcome 2'],
  })),
});
/** Yes to everything that a host is asked, but a vehicle of one's own. */
export const hostingAnswers = (): HostingAnswers =>
  Object.fromEntries(
    Object.keys(HOSTING_ITEMS).map((item) => [item, { given: item !== 'transport', words: `About ${item}` }]),
  ) as HostingAnswers;

/** Somebody who is appointed and has not finished. */
const waiting = (facts: RequestFacts | null): string =>
  facts?.reviewers.find((r) => isActive(r) && r.state !== 'scored')?.person.id ?? 'amina';

function open(facts: RequestFacts): { questionId?: string } {
  const [first] = facts.clarifications.filter((c) => c.answer === null && c.closedReason === null);
  return first ? { questionId: first.id } : {};
}

/** An event of this kind that is right in itself. */
export const anEvent = <T extends RequestEventType>(type: T, given: Given): EventOf<T> =>
  ({ type, ...VALID[type]({ variant: 1, ...given, facts: given.facts! }) }) as unknown as EventOf<T>;
