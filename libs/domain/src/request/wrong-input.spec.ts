import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, aCaseOfTwo, type CaseBuilder } from '../../test/a-case.js';
import { assigned, castFor, type Part } from '../../test/cast.js';
import { aContent, contentWith } from '../../test/content.js';
import { anEvent, aSheet } from '../../test/events.js';
import { WRONG } from '../../test/wrong-events.js';
import { availableActions } from '../decide.js';
import { isRefusal } from '../refusal.js';
import { contentProblems } from './check-content.js';
import { mergePatch, type ContentPatch, type RequestContent } from './content.js';
import type { RequestEvent, RequestEventType } from './events.js';

const withMoney = (): CaseBuilder => {
  const c = aCase().approved();
  return c.send('fund', anEvent('ENTER_FUNDING', { facts: c.facts }));
};
const withHead = (): CaseBuilder => aCase().send('office', anEvent('INVITE_ENDORSERS', { facts: null }));
/** A case in which a step of this kind may be taken, and by whom, so that only what is sent can be wrong. */
/** One adviser for Tanzania, which leads, and Fiji. */
const ofSeveral = () =>
  aCase({ content: aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'FJI'] }) });
const READY: Partial<Record<RequestEventType, [Part, () => CaseBuilder]>> = {
  EDIT: ['office', () => aCase()],
  ATTACH: ['office', () => aCase()],
  DETACH: ['office', () => aCase()],
  SUBMIT: ['coordinator', () => aCase()],
  ABANDON: ['office', () => aCase()],
  ACCEPT: ['desk', () => aCase().submitted()],
  RETURN: ['desk', () => aCase().submitted()],
  RESUBMIT: ['coordinator', () => aCase().returned()],
  WITHDRAW: ['coordinator', () => aCase().submitted()],
  ADVISE: ['team', () => aCase().accepted()],
  CONSULT: ['desk', () => aCase().accepted()],
  EXTEND_CLOCK: ['desk', () => aCase().returned()],
  STOP_CLOCK: ['desk', () => aCase().returned()],
  ASK_MORE_TIME: ['office', () => aCase().returned()],
  EXTEND_CONSULTATION: ['desk', () => aCase().accepted()],
  RECONSULT: ['desk', () => aCase().advised()],
  LET_ADVICE_STAND: ['desk', () => aCase().advised().amended()],
  RESEND_CONSULTATION: ['desk', () => aCase().accepted()],
  WITHDRAW_CONSULTATION: [
    'desk',
    () =>
      aCase()
        .accepted()
        .send('desk', anEvent('CONSULT', { facts: null })),
  ],
  EDIT_PART: ['officeElsewhere', () => ofSeveral()],
  SIGN_TOGETHER: ['officeElsewhere', () => ofSeveral()],
  TAKE_BACK_SIGNATURE: [
    'officeElsewhere',
    () => ofSeveral().send('officeElsewhere', { type: 'SIGN_TOGETHER', declaration: true }),
  ],
  WITHDRAW_COUNTRY: ['officeElsewhere', () => ofSeveral()],
  INVITE_ENDORSERS: ['office', () => aCase()],
  ASK_ENDORSERS_AGAIN: ['office', () => withHead()],
  REPLACE_ENDORSER: ['office', () => withHead()],
  WITHDRAW_ENDORSER: ['office', () => withHead()],
  APPOINT: ['desk', () => aCase().accepted()],
  DECLARE: ['amina', () => aCase().appointed()],
  DECLINE_APPOINTMENT: ['amina', () => aCase().appointed()],
  RELEASE: ['desk', () => aCase().appointed()],
  RECORD_CONFLICT: ['chair', () => aCase().appointed()],
  HAND_BACK_REVIEW: ['clock', () => aCase().appointed()],
  SAVE_SCORES: ['amina', () => aCase().declared()],
  SCORE: ['amina', () => aCase().declared()],
  REVISE: ['amina', () => aCase().revealed()],
  DISCUSS: ['amina', () => aCase().revealed()],
  SETTLE: ['chair', () => aCase().inModeration()],
  ASK: ['desk', () => aCase().accepted()],
  ANSWER: ['office', () => aCase().asked()],
  AMEND: ['coordinator', () => aCase().changed()],
  CLOSE_QUESTION: ['desk', () => aCase().asked()],
  RECOMMEND: ['chair', () => aCase().withPanel()],
  PREPARE_RECOMMENDATION: ['chair', () => aCase().withPanel()],
  REASSESS: ['chair', () => aCase().withPanel()],
  APPROVE: ['approver', () => aCase().recommended()],
  OFFER_REGIONAL_OPTION: ['approver', () => aCase().recommended()],
  DEFER: ['approver', () => aCase().recommended()],
  DECLINE: ['approver', () => aCase().recommended()],
  SEND_BACK: ['approver', () => aCase().recommended()],
  DECIDE_WITH_OTHERS: ['approver', () => aCaseOfTwo().recommended()],
  CORRECT_LETTER: ['approver', () => aCase().declined()],
  NUDGE: ['office', () => aCase().submitted()],
  SEND_LETTER_AGAIN: ['desk', () => aCase().declined()],
  REOPEN: ['approver', () => aCase().declined()],
  ACCEPT_OFFER: ['coordinator', () => aCase().offered()],
  REFUSE_OFFER: ['coordinator', () => aCase().offered()],
  RECONSIDER: ['desk', () => aCase().deferred()],
  REQUEST_RECONSIDERATION: ['coordinator', () => aCase().declined()],
  ENTER_FUNDING: ['fund', () => aCase().approved()],
  RECORD_COST_SHARE: ['fund', () => aCase().approved()],
  FUND: ['fund', () => withMoney()],
  REVALIDATE: ['desk', () => aCase().approved()],
  PROPOSE_TOR: ['desk', () => aCase().funded()],
  CONFIRM_COST_SHARE: ['coordinator', () => aCase().funded()],
  CONFIRM_HOSTING: ['office', () => aCase().funded()],
};

const cases = Object.entries(WRONG).flatMap(([type, all]) =>
  all.map(({ at, ...sent }) => [type as RequestEventType, at, sent] as const),
);
it.each(cases)('%s: what is wrong is refused and named: %s', (type, at, sent) => {
  const [by, make] = READY[type]!;
  const c = make();
  const outcome = c.attempt(by, { type, ...sent } as unknown as RequestEvent);
  expect(outcome).toMatchObject({ refused: true, code: 'invalid' });
  if (isRefusal(outcome)) {
    expect(outcome.fields!.map((f) => f.path)).toContain(at);
    for (const { message } of outcome.fields!) expect(message).toMatch(/^(\p{Lu}|“|\d).{5,}/u);
  }
});

it('a step that the product does not have is refused', () => {
  for (const type of ['NONSENSE', 'toString', '__proto__'])
    expect(aCase().attempt('office', { type } as unknown as RequestEvent)).toMatchObject({ code: 'invalid' });
});

it('a patch of any shape is taken or refused, and never breaks', () => {
  const key = fc.constantFrom(...Object.keys(aContent()), 'urgentReason', 'selfAssessment', '__proto__');
  const inner = fc.constantFrom('ownership', 'risk', 'costAndHosting', 'years', 'items', 'context', 'text', 'score');
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.dictionary(inner, tie('any'), { maxKeys: 3 }),
      fc.array(tie('any'), { maxLength: 3 }),
    ),
  })).any;
  const c = aCase();
  fc.assert(
    fc.property(fc.dictionary(key, value, { maxKeys: 4 }), (patch) => {
      const outcome = c.attempt('office', { type: 'EDIT', patch });
      if (isRefusal(outcome)) return expect(['invalid', 'notReady']).toContain(outcome.code);
      return expect(contentProblems(mergePatch(c.content, patch))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

describe('a new request', () => {
  const open = (content: unknown) => {
    try {
      return aCase({ content: content as never });
    } catch (error) {
      return (error as Error).message;
    }
  };
  it.each([
    ['without a title', contentWith('title', ' '), 'Enter a title'],
    ['without a country', contentWith('countries', []), 'Choose at least one country'],
    ['for a country twice', contentWith('countries', ['TZA', 'TZA']), 'Name each country once'],
    ['for a country that nobody knows', contentWith('countries', ['XXX']), 'is not a country that this system knows'],
    [
      'for another office’s country',
      contentWith('countries', ['FJI']),
      'Choose only countries that your office serves',
    ],
    ['that is no object', 'text', 'Enter an object'],
    ['that is a list', [], 'Enter an object'],
    ['with a field of its own', { ...aContent(), weights: {} }, 'is not a field of this form'],
  ])('%s is refused', (_, content, message) => {
    expect(open(content)).toMatch(message);
  });

  it('is started by a Resident Coordinator’s Office only', () => {
    const cast = castFor(['TZA'], ['esa']);
    for (const part of ['desk', 'approver', 'team', 'administrator', 'clock'] as const)
      expect(() => aCase({ cast: { ...cast, office: cast[part] } })).toThrow(/notYourRole/);
  });
});

it('the round is that of the day of submission, whatever an old file says, and stays through corrections', () => {
  const old = { ...aContent(), round: '2014-1' } as RequestContent;
  const c = aCase({ at: '2027-06-20T09:00:00.000Z', content: old });
  expect([c.entries[0]!.data, c.facts.summary.round]).toMatchObject([{ content: aContent() }, '2027-1']);
  expect(c.entries[0]!.data).not.toHaveProperty('content.round');
  expect(c.attempt('office', { type: 'EDIT', patch: { round: '2014-2' } as ContentPatch })).toMatchObject({
    message: 'Nothing was changed, so there is nothing to save.',
  });
  c.on('2027-07-01').submitted();
  expect(c.facts.summary.round).toBe('2027-2');
  c.on('2028-01-03')
    .returned()
    .send('office', { type: 'EDIT', patch: { title: 'Another title' } });
  expect(c.send('coordinator', { type: 'RESUBMIT', declaration: true }).facts.summary.round).toBe('2027-2');
});

describe('the text of a request', () => {
  const edit = (patch: object) => ({ type: 'EDIT', patch }) as RequestEvent;

  it('keeps emoji, right-to-left text and characters of every script as they are', () => {
    const title = 'Conseiller 🕊️ مستشار حقوق الإنسان — 人权 “Ñandú” \u202B';
    expect(aCase().send('office', edit({ title })).content.title).toBe(title);
  });

  it('that stays as it is makes no line in the record', () => {
    const c = aCase();
    expect(c.attempt('office', edit({ title: c.content.title }))).toMatchObject({ code: 'notReady' });
    expect(c.attempt('office', edit({}))).toMatchObject({ code: 'notReady' });
  });

  it('may move to another country only if one office serves all that it names', () => {
    const cast = castFor(['TZA'], ['esa']);
    const more = assigned('actingCoordinator', { countries: ['KEN'], actingFor: 'Another' });
    const office = { ...cast.office, assignments: [...cast.office.assignments, more] };
    const c = aCase({ cast: { ...cast, office } });
    expect(c.attempt('office', edit({ countries: ['TZA', 'KEN'] }))).toMatchObject({ code: 'invalid' });
    expect(isRefusal(c.attempt('office', edit({ countries: ['KEN'] })))).toBe(false);
  });
});

describe('a document', () => {
  const attach = (c: CaseBuilder, variant: number) => anEvent('ATTACH', { facts: c.facts, variant });

  it('is taken once into a section, under its name', () => {
    const c = aCase();
    const event = attach(c, 1);
    c.send('office', event);
    expect(c.attempt('office', event)).toMatchObject({ code: 'invalid', fields: [{ path: 'documents' }] });
    c.send('office', { ...event, document: { ...event.document, id: 'other', section: 1 } });
    expect(c.facts.documents[0]).toMatchObject({ by: { id: 'office' }, tier: 'case' });
    c.send('office', { type: 'DETACH', documentId: 'other' });
    expect(c.facts.documents).toHaveLength(1);
  });

  it('is one of forty at most', () => {
    const c = aCase();
    for (let n = 0; n < 40; n += 1) c.send('office', attach(c, n));
    expect(c.attempt('office', attach(c, 40))).toMatchObject({ code: 'notReady' });
  });
});

it('a button that leads to a form is offered even though nothing was filled in yet', () => {
  for (const [type, ready] of Object.entries(READY).filter(([t]) => t !== 'DETACH')) {
    const [by, make] = ready;
    const c = make();
    expect(availableActions(c.facts, c.cast[by]).find((a) => a.type === type)).toMatchObject({ allowed: true });
    expect({
      type,
      ...c.attempt(by, anEvent(type as RequestEventType, { facts: c.facts, scores: aSheet(3) })),
    }).not.toMatchObject({ refused: true });
  }
});
