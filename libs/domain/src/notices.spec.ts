import { expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../test/a-case.js';
import { anEvent, aSheet } from '../test/events.js';
import { NOTICE_NAMES, noticeRule, TOLD_BY } from './notices.js';
import { EVENT_TYPES } from './request/events.js';

const told = (c: CaseBuilder) => c.last!.notices.map((n) => (n.personId ? `${n.name}:${n.personId}` : n.name));
const revise = (score: number) =>
  ({ type: 'REVISE', scores: { ownership: { score, reason: 'Read again.' } } }) as const;

it('every step tells those whom it concerns', () => {
  const c = aCase();
  const log: [string, string[]][] = [];
  const look = (step: CaseBuilder) => log.push([step.sent.at(-1)!.event.type, told(step)]);
  look(c);
  look(c.submitted());
  look(c.returned());
  look(c.send('coordinator', { type: 'RESUBMIT', declaration: true }));
  look(c.accepted());
  look(c.send('team', anEvent('ADVISE', { facts: c.facts })));
  look(c.appointed('amina', 'bruno'));
  look(c.send('amina', { type: 'DECLARE', conflict: { declared: false } }));
  look(c.send('amina', { type: 'SCORE', scores: aSheet() }));
  look(c.send('bruno', { type: 'DECLARE', conflict: { declared: false } }));
  look(c.send('bruno', { type: 'SCORE', scores: aSheet() }));
  look(c.revealed());
  look(c.settled());
  look(c.recommended());
  look(c.approved());
  look(c.send('fund', anEvent('ENTER_FUNDING', { facts: c.facts })));
  look(c.send('fund', anEvent('RECORD_COST_SHARE', { facts: c.facts })));
  look(c.send('fund', anEvent('FUND', { facts: c.facts })));
  look(c.send('desk', anEvent('PROPOSE_TOR', { facts: c.facts })));
  look(c.send('desk', anEvent('SIGN_TOR', { facts: c.facts })));
  look(c.send('coordinator', anEvent('SIGN_TOR', { facts: c.facts })));
  look(c.send('coordinator', anEvent('CONFIRM_COST_SHARE', { facts: c.facts })));
  look(c.send('office', anEvent('CONFIRM_HOSTING', { facts: c.facts })));
  expect(log).toEqual([
    ['CREATE', []],
    ['SUBMIT', ['requestReceived', 'screeningNeeded']],
    ['RETURN', ['requestReturned']],
    ['RESUBMIT', ['requestReceived', 'submittedUnchanged']],
    ['ACCEPT', ['requestAccepted', 'adviceWanted', 'reviewersWanted']],
    ['ADVISE', ['adviceGiven']],
    ['APPOINT', ['reviewerAppointed:amina', 'reviewerAppointed:bruno']],
    ['DECLARE', []],
    ['SCORE', []],
    ['DECLARE', []],
    ['SCORE', ['scoresComplete']],
    ['REVEAL', ['scoresRevealed', 'scoresToSettle']],
    ['SETTLE', ['recommendationNeeded']],
    ['RECOMMEND', ['decisionNeeded', 'adviceClosed']],
    ['APPROVE', ['decisionLetter', 'fundsNeeded']],
    ['ENTER_FUNDING', []],
    ['RECORD_COST_SHARE', []],
    ['FUND', ['funded', 'costShareToConfirm', 'termsToPropose', 'hostingToConfirm']],
    ['PROPOSE_TOR', ['torToSign']],
    ['SIGN_TOR', []],
    ['SIGN_TOR', ['torSigned']],
    ['CONFIRM_COST_SHARE', []],
    ['CONFIRM_HOSTING', ['handedOver']],
  ]);
});

it('a conflict is told to the desk officer; scores far apart call reviewers and chair to moderation', () => {
  const c = aCase().appointed('amina', 'bruno', 'chen');
  c.send('chen', { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } });
  expect(told(c)).toEqual(['conflictDeclared']);
  expect(noticeRule('conflictDeclared').to).toEqual(['deskOfficer']);
  expect(told(c.scored(aSheet(4), aSheet(1)).revealed())).toEqual(['moderationNeeded']);
});

it('a revision that opens a wide spread calls to moderation as well', () => {
  const c = aCase().revealed();
  expect(told(c.send('amina', revise(2)))).toEqual([]);
  expect(told(c.send('amina', revise(1)))).toEqual(['moderationNeeded']);
  expect(told(c.send('amina', revise(0)))).toEqual([]);
});

it('advice that comes last tells the panel that it can recommend', () => {
  const c = aCase().settled();
  expect(told(c.send('team', anEvent('ADVISE', { facts: c.facts })))).toEqual(['adviceGiven', 'recommendationNeeded']);
  const silent = aCase().settled().on(30).send('clock', { type: 'RECORD_SILENCE' });
  expect(told(silent)).toEqual(['silenceRecorded', 'ownSilenceRecorded', 'recommendationNeeded']);
});

it('a question that is closed without an answer is told to those who were asked and to the reviewers who wait', () => {
  const c = aCase().asked();
  expect(told(c.send('desk', anEvent('CLOSE_QUESTION', { facts: c.facts })))).toEqual(['questionClosed']);
  expect(noticeRule('questionClosed').to).toEqual(['rcOffice', 'residentCoordinator', 'reviewers']);
});

it('whoever sends a case back or takes it up again tells those who hold it next, once', () => {
  expect(told(aCase().deferred().send('desk', { type: 'RECONSIDER' }))).toEqual(['recommendationNeeded']);
  expect(told(aCase().recommended().send('approver', { type: 'SEND_BACK', reason: 'x' }))).toEqual(['sentBackToPanel']);
  expect(told(aCase().withPanel().send('chair', { type: 'REASSESS', reason: 'x' }))).toEqual(['sentBackToReview']);
  const again = aCase().declined();
  again.send('coordinator', anEvent('REQUEST_RECONSIDERATION', { facts: again.facts }));
  expect(told(again)).toEqual(['reconsiderationRequested']);
});

it('the decision letter goes to the Resident Coordinator, with the regional team and the desk officer in copy', () => {
  expect(noticeRule('decisionLetter')).toMatchObject({
    to: ['residentCoordinator'],
    copy: ['regionalTeam', 'deskOfficer'],
    letter: true,
  });
});

it('notices speak of known events only', () => {
  for (const [type, names] of Object.entries(TOLD_BY)) {
    expect(EVENT_TYPES).toContain(type);
    for (const name of names) expect(NOTICE_NAMES).toContain(name);
  }
});
