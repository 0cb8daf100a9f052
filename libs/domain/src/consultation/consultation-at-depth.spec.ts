import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { anEvent } from '../../test/events.js';
import { availableActions, decide } from '../decide.js';
import { maySee, tiersFor } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import { EVENT_TYPES } from '../request/events.js';
import { lineData } from '../request/record-access.js';
import { assessmentOf, stateName } from '../request/states.js';
import { DEFAULT_CLOCKS } from '../time/clock-settings.js';
import { todosFor } from '../time/todo.js';
import { calendarsOf } from '../time/calendars.js';
import { addWorkingDays, MONDAY_TO_FRIDAY } from '../time/working-days.js';
import { dayForAdvice } from './clocks.js';
import { earlierAdvice, linkHolder, standingAdvice } from './consultee.js';
import { linkStanding, type AnswerLink } from './link.js';
import { latestDay } from './steps-consultation.js';

const TEAM = 'regionalTeam:esa';
const OFFICE = 'regionalOffice:esa';
const NAMED = 'consultee:1';
const supports = { type: 'ADVISE', position: 'supports', text: 'No other offer in the region.' } as const;
const consult = {
  type: 'CONSULT',
  name: 'Ana Lopez',
  organisation: 'ILO',
  email: 'Ana@ILO.example',
  question: 'What is planned?',
} as const;
const states = (c: CaseBuilder) => Object.fromEntries(c.facts.consultation.map((x) => [x.key, x.state]));
const party = (c: CaseBuilder, key: string) => c.facts.consultation.find((x) => x.key === key)!;
const told = (c: CaseBuilder) => c.last!.notices.map((n) => [n.name, ...(n.parties ?? [])].join(' '));
const consulted = () => aCase().accepted().send('desk', consult);
const extend = (until: string, key = TEAM) =>
  ({ type: 'EXTEND_CONSULTATION', party: key, until, reason: 'They meet on Thursday.' }) as const;
const again = (...parties: string[]) => ({ type: 'RECONSULT', parties, reason: 'The office answered.' }) as const;
const byLink = (c: CaseBuilder, event: Parameters<CaseBuilder['attempt']>[1]) =>
  decide(c.facts, linkHolder(party(c, NAMED).named!), event, c.contextNow());

describe('somebody who is asked by name', () => {
  it('has a time and a state of their own, and the case does not wait for them', () => {
    const c = consulted();
    expect(told(c)).toEqual([`adviceByLink ${NAMED}`]);
    expect(party(c, NAMED)).toMatchObject({ state: 'awaited', named: { email: 'ana@ilo.example', link: 1 } });
    expect(dayForAdvice(c.facts, NAMED)).toBe('2027-03-22');
    c.send('team', supports);
    expect(assessmentOf(c.facts.state)?.consultation).toBe('answered');
    expect(states(c)).toMatchObject({ [TEAM]: 'answered', [NAMED]: 'awaited' });
  });

  it('does nothing but answer, and sees the case without what is OHCHR’s alone', () => {
    const c = consulted();
    const holder = linkHolder(party(c, NAMED).named!);
    expect([...tiersFor(holder, c.facts)]).toEqual(['case']);
    const may = availableActions(c.facts, holder).filter((a) => a.allowed);
    expect(may.map((a) => a.type)).toEqual(['ADVISE']);
    for (const type of EVENT_TYPES.filter((t) => t !== 'ADVISE' && t !== 'CREATE'))
      expect(isRefusal(byLink(c, anEvent(type, { facts: c.facts })))).toBe(true);
    expect(maySee(holder, aCase().accepted().facts)).toBe(false);
    expect(todosFor(c.facts, c.cast.team).map((t) => t.clock.key)).toEqual([`consultation:${TEAM}`]);
  });

  it('answers once, on the version that was read', () => {
    const c = consulted();
    expect(byLink(c, { ...supports, requestVersion: 2 })).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^You read version 2 of the request; it now stands at version 1/),
    });
    const answered = byLink(c, { ...supports, requestVersion: 1, from: TEAM });
    expect(answered).toMatchObject({
      entry: { role: 'consultee', actor: { name: 'Ana Lopez' }, data: { key: NAMED } },
    });
    if (!isRefusal(answered)) c.facts = answered.facts;
    expect(states(c)).toMatchObject({ [TEAM]: 'awaited', [NAMED]: 'answered' });
    expect(byLink(c, supports)).toMatchObject({ code: 'notReady' });
  });

  it('is told why a link does not open any more, each time in a sentence', () => {
    const link: AnswerLink = { party: NAMED, number: 1, expiresAt: '2027-04-05T23:59:59.999Z' };
    const why = (c: CaseBuilder, at = c.at) => {
      const stands = linkStanding(c.facts, link, at);
      return isRefusal(stands) ? stands.message : 'open';
    };
    expect(why(consulted())).toBe('open');
    expect(why(consulted(), '2027-04-05T23:59:59.998Z')).toBe('open');
    expect(why(consulted(), '2027-04-06T00:00:00.000Z')).toMatch(/^This link could be used until 5 April 2027/);
    const resent = consulted().send('desk', { type: 'RESEND_CONSULTATION', party: NAMED, email: 'ana@new.example' });
    expect(why(resent)).toMatch(/^A newer link was sent/);
    expect(party(resent, NAMED).named).toMatchObject({ email: 'ana@new.example', link: 2 });
    const back = consulted().send('desk', { type: 'WITHDRAW_CONSULTATION', party: NAMED, reason: 'She telephoned.' });
    expect(why(back)).toMatch(/taken this question back/);
    expect(told(back)).toEqual([`adviceTakenBack ${NAMED}`]);
    expect(maySee(linkHolder(party(back, NAMED).named!), back.facts)).toBe(false);
    expect(why(consulted().send('coordinator', anEvent('WITHDRAW', { facts: null })))).toMatch(/was withdrawn/);
    const c = consulted();
    c.send('team', supports).settled().recommended();
    expect(why(c)).toMatch(/made its recommendation/);
    const used = consulted();
    const done = byLink(used, supports);
    if (!isRefusal(done)) used.facts = done.facts;
    expect(why(used)).toMatch(/^Your answer was received on 1 March 2027/);
  });

  it('is nobody with another part in the request, and nobody twice', () => {
    const c = consulted();
    const problem = (email: string) => {
      const people = { 'office@rc.example': c.cast.office };
      const refused = decide(c.facts, c.cast.desk, { ...consult, email }, { ...c.contextNow(), people });
      return isRefusal(refused) ? refused.fields : null;
    };
    expect(problem('ana@ilo.example')).toMatchObject([{ path: 'email', message: 'This address was asked already' }]);
    expect(problem('office@rc.example')).toMatchObject([
      { path: 'email', message: expect.stringMatching(/works for a country/) },
    ]);
    expect(problem('other@ilo.example')).toBeNull();
  });

  it('has an address that OHCHR alone reads in the record', () => {
    const c = consulted();
    const line = { event: 'CONSULT' as const, actorId: 'desk', data: c.entries.at(-1)!.data };
    expect(JSON.stringify(lineData(c.cast.team, c.facts, line))).not.toContain('@');
    expect(JSON.stringify(lineData(c.cast.desk, c.facts, line))).toContain('ana@ilo.example');
  });
});

describe('more time', () => {
  it('moves the clock of one party, and silence is recorded of each at its own day', () => {
    const c = aCase().accepted().send('desk', extend('2027-03-25'));
    expect(told(c)).toEqual([`adviceExtended ${TEAM}`]);
    expect([dayForAdvice(c.facts, TEAM), dayForAdvice(c.facts, OFFICE)]).toEqual(['2027-03-25', '2027-03-22']);
    expect(party(c, TEAM).extended).toMatchObject([{ from: '2027-03-22', until: '2027-03-25' }]);
    c.on('2027-03-23').send('clock', { type: 'RECORD_SILENCE' });
    expect(states(c)).toEqual({ [TEAM]: 'awaited', [OFFICE]: 'silent' });
    expect(told(c)).toEqual(['silenceRecorded', `ownSilenceRecorded ${OFFICE}`]);
    expect(assessmentOf(c.facts.state)?.consultation).toBe('awaited');
    expect(c.attempt('clock', { type: 'RECORD_SILENCE' })).toMatchObject({ code: 'notReady' });
    c.on('2027-03-26').send('clock', { type: 'RECORD_SILENCE' });
    expect(assessmentOf(c.facts.state)?.consultation).toBe('silent');
  });

  it('ends at the most that the setting allows, counted from the first day', () => {
    const c = aCase().accepted();
    const most = addWorkingDays('2027-03-22', DEFAULT_CLOCKS.extension.ordinary, MONDAY_TO_FRIDAY);
    const latest = () => latestDay(c.facts, party(c, TEAM), DEFAULT_CLOCKS, calendarsOf());
    expect(latest()).toBe(most);
    c.send('desk', extend('2027-03-30')).send('desk', extend(most));
    expect(latest()).toBe(most);
    expect(c.attempt('desk', extend('2027-05-30'))).toMatchObject({ fields: [{ path: 'until' }] });
  });

  it('of any days, never lies before what was given, nor beyond the most', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 60 }), { maxLength: 6 }), (days) => {
        const c = aCase().accepted();
        for (const n of days) {
          const was = dayForAdvice(c.facts, TEAM)!;
          const until = addWorkingDays('2027-03-22', Math.max(n, 0), MONDAY_TO_FRIDAY);
          const outcome = c.attempt('desk', extend(until));
          const fits = until > was && n <= DEFAULT_CLOCKS.extension.ordinary;
          expect(isRefusal(outcome)).toBe(!fits);
          if (!isRefusal(outcome)) c.take('desk', extend(until), outcome);
          expect(dayForAdvice(c.facts, TEAM)).toBe(fits ? until : was);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('asked again', () => {
  it('is waited for again, with what was said before beside it, marked with its version', () => {
    const c = aCase().accepted().send('team', supports).send('desk', again(TEAM));
    expect(told(c)).toEqual([`adviceAskedAgain ${TEAM}`]);
    expect(assessmentOf(c.facts.state)?.consultation).toBe('awaited');
    expect(party(c, TEAM)).toMatchObject({ state: 'awaited', advice: null });
    expect(standingAdvice(party(c, TEAM))).toMatchObject({ text: supports.text, requestVersion: 1 });
    c.send('team', { ...supports, position: 'does not support' });
    expect(earlierAdvice(party(c, TEAM)).map((a) => a.position)).toEqual(['supports']);
    expect(standingAdvice(party(c, TEAM))!.position).toBe('does not support');
  });

  it('leaves the review where it is', () => {
    const stages: [string, (c: CaseBuilder) => CaseBuilder][] = [
      ['scoring', (c) => c.declared()],
      ['revealed', (c) => c.revealed()],
      ['moderation', (c) => c.inModeration()],
    ];
    for (const [review, stage] of stages) {
      const c = stage(aCase().advised());
      c.send('desk', again(TEAM));
      expect(c.facts.state).toEqual({ assessment: { consultation: 'awaited', review } });
      c.send('team', supports).send('desk', again(OFFICE));
      expect(c.facts.state).toEqual({ assessment: { consultation: 'answered', review } });
    }
  });

  it('takes a case back from the panel only for a team, and gives a full new time', () => {
    const c = aCase().withPanel();
    c.send('chair', again(OFFICE));
    expect(c.facts.state).toBe('recommendation');
    c.on(10).send('desk', again(TEAM));
    expect(c.facts.state).toEqual({ assessment: { consultation: 'awaited', review: 'settled' } });
    expect(dayForAdvice(c.facts, TEAM)).toBe(addWorkingDays(c.at.slice(0, 10), 15, MONDAY_TO_FRIDAY));
    c.send('team', supports);
    expect(stateName(c.facts.state)).toBe('recommendation');
  });

  it('and silent then, keeps what it had said', () => {
    const c = aCase().withPanel().send('desk', again(TEAM)).on(60).send('clock', { type: 'RECORD_SILENCE' });
    expect(party(c, TEAM).state).toBe('silent');
    expect(standingAdvice(party(c, TEAM))).toMatchObject({ position: 'supports' });
  });
});

describe('advice a minute after the clock', () => {
  it('is kept and marked as late; the silence of the day stays recorded', () => {
    const c = aCase().accepted().on('2027-03-23T00:00:59.000Z').send('clock', { type: 'RECORD_SILENCE' });
    c.on('2027-03-23T00:01:00.000Z').send('team', supports);
    expect(party(c, TEAM)).toMatchObject({ state: 'answered', advice: { late: true } });
    expect(assessmentOf(c.facts.state)?.consultation).toBe('silent');
    expect(c.entries.map((e) => e.event)).toContain('RECORD_SILENCE');
  });
  it('is late as well where nobody had recorded the silence yet', () => {
    const c = aCase().accepted().on('2027-03-23T00:01:00.000Z').send('team', supports);
    expect(party(c, TEAM).advice).toMatchObject({ late: true });
    const inTime = aCase().accepted().on('2027-03-22T23:59:00.000Z').send('team', supports);
    expect(party(inTime, TEAM).advice).toMatchObject({ late: false });
  });
});

describe('a mail that came back', () => {
  const lost = (...parties: string[]) => ({ type: 'RECORD_UNREACHED', parties, problem: '550 No such user' }) as const;
  it('becomes a step of the desk officer, until the question is sent again or answered', () => {
    const c = consulted().send('clock', lost(NAMED, 'regionalTeam:ap'));
    expect(party(c, NAMED).unreached).toMatchObject({ problem: '550 No such user' });
    expect(todosFor(c.facts, c.cast.desk).map((t) => t.what)).toContain('Reach a party whose mail came back');
    expect(c.attempt('clock', lost(NAMED))).toMatchObject({ code: 'notReady' });
    c.send('desk', { type: 'RESEND_CONSULTATION', party: NAMED });
    expect(party(c, NAMED)).not.toHaveProperty('unreached');
    c.send('clock', lost(TEAM)).send('team', supports);
    expect(todosFor(c.facts, c.cast.desk).map((t) => t.what)).not.toContain('Reach a party whose mail came back');
  });
});
