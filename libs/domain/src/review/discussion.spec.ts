import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { castFor, PARTS, type Part } from '../../test/cast.js';
import { aSheet } from '../../test/events.js';
import { availableActions } from '../decide.js';
import { isRefusal } from '../refusal.js';
import { readableLines } from '../request/record-access.js';
import { audiencesOf, writableAudiences, type DiscussionAudience } from './discussion.js';

const say = (audience: DiscussionAudience, criterion: 'ownership' | null = 'ownership') =>
  ({ type: 'DISCUSS', criterion, audience, text: 'Annex 3 says more.' }) as const;
const refusalOf = (c: CaseBuilder, by: Part, audience: DiscussionAudience = 'ohchr') => {
  const outcome = c.attempt(by, say(audience));
  return isRefusal(outcome) ? outcome : null;
};
/** Amina and Bruno scored; Dina was appointed and has a conflict of interest. */
const revealed = () => {
  const c = aCase().appointed('amina', 'bruno', 'dina');
  c.send('dina', { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } });
  return c.scored(aSheet(4), aSheet(2)).revealed();
};

describe('who reads what is said', () => {
  const c = revealed();
  const reading = (audience: DiscussionAudience) =>
    PARTS.filter((p) => p !== 'clock' && audiencesOf(c.cast[p], c.facts).includes(audience));

  it('to the panel: its reviewers without a conflict, the chair, and who audits', () => {
    expect(reading('panel')).toEqual(['chair', 'amina', 'bruno', 'auditor']);
  });
  it('to OHCHR: also the desk officer and the approver, and nobody of the country, the region or the fund', () => {
    expect(reading('ohchr')).toEqual(['desk', 'chair', 'approver', 'amina', 'bruno', 'auditor']);
  });
  it('is what lines of the record are opened by', () => {
    for (const part of PARTS.filter((p) => p !== 'clock')) {
      const { events, audiences } = readableLines(c.cast[part], c.facts);
      expect(audiences).toEqual(audiencesOf(c.cast[part], c.facts));
      expect(events.includes('DISCUSS')).toBe(audiences.length > 0);
    }
  });
  it('a reader of everything writes to no panel that they are not of', () => {
    expect(writableAudiences(c.cast.auditor, c.facts)).toEqual(['ohchr']);
    expect(refusalOf(c, 'auditor')).toMatchObject({ code: 'notYourRole' });
    expect(refusalOf(c, 'approver')).toMatchObject({ code: 'notYourRole' });
  });
});

it('a conflict of interest that is recorded later closes the whole discussion to that person', () => {
  const c = revealed().send('amina', say('panel'));
  c.send('chair', { type: 'RECORD_CONFLICT', person: 'bruno', kind: 'family', reason: 'A sister works there.' });
  const late = c.facts;
  expect(audiencesOf(c.cast.bruno, late)).toEqual([]);
  expect(readableLines(c.cast.bruno, late)).toEqual({ events: [], openEvents: [], ownEvents: [], audiences: [] });
  expect(availableActions(late, c.cast.bruno)).toEqual([]);
  expect(audiencesOf(c.cast.amina, late)).toEqual(['panel', 'ohchr']);
});

it('who is chair and has a conflict of interest in the case is of no panel', () => {
  const cast = castFor(['TZA'], ['esa']);
  const both = { ...cast.dina, assignments: [...cast.dina.assignments, ...cast.chair.assignments] };
  const c = aCase({ cast: { ...cast, dina: both } }).appointed('amina', 'bruno', 'dina');
  c.send('dina', { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } }).revealed();
  expect(audiencesOf(both, c.facts)).toEqual([]);
  expect(refusalOf(c, 'dina', 'panel')).toMatchObject({ code: 'notFound' });
});

it('opens with the reveal, goes on through questions, and closes with the settlement; each refusal says why', () => {
  const c = aCase().scored(aSheet(4), aSheet(2));
  expect(refusalOf(c, 'amina')).toMatchObject({
    code: 'notNow',
    message: expect.stringMatching(/opens when the scores are revealed/),
  });
  c.send('desk', { type: 'ASK', question: 'Who pays?' });
  expect(refusalOf(c, 'amina')).toMatchObject({
    code: 'notReady',
    message: expect.stringMatching(/opens when the scores are revealed/),
  });
  c.send('office', { type: 'ANSWER', answer: 'UNDP.' }).revealed();
  c.send('amina', say('panel')).send('chair', say('ohchr', null)).send('desk', say('ohchr'));
  c.send('chair', { type: 'ASK', question: 'Since when?' }).send('bruno', say('panel'));
  c.send('office', { type: 'ANSWER', answer: 'Since May.' }).advised();
  c.settled();
  expect(refusalOf(c, 'amina')).toMatchObject({
    code: 'notNow',
    message: expect.stringMatching(/settled, so their discussion is closed/),
  });
  c.send('chair', { type: 'REASSESS', reason: 'New facts.' }).send('amina', say('panel'));
});

it('changes nothing of the case but its record, and a desk officer cannot write where they do not read', () => {
  const c = revealed();
  const { facts } = c;
  c.send('amina', say('panel', null));
  expect(c.facts).toEqual(facts);
  expect(c.entries.at(-1)).toMatchObject({
    name: 'discussed',
    data: { criterion: null, audience: 'panel', text: 'Annex 3 says more.' },
  });
  expect(c.last!.notices).toEqual([]);
  expect(refusalOf(c, 'desk', 'panel')).toMatchObject({ code: 'invalid', fields: [{ path: 'audience' }] });
});

it('the second chair who settles is told who settled', () => {
  const c = revealed().settled();
  expect(c.attempt('chair', { type: 'SETTLE', settled: c.facts.settled! })).toMatchObject({
    code: 'notNow',
    message: expect.stringMatching(/were settled by Person chair/),
  });
});
