import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aPerson, assigned, castFor, PARTS, type Part } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { STAGES } from '../../test/stages.js';
import { availableActions } from '../decide.js';
import { isRefusal } from '../refusal.js';
import { evolve } from '../request/record.js';
import { lineData, nameOnLine, readableLines } from '../request/record-access.js';
import { taskOf } from '../time/tasks.js';
import { NUDGE_REST, nudgerOf, OWN_TURN, whyStill } from './nudge.js';
import { clockNudged, lastNudge, nudgeable, standingStill } from './nudging.js';

const at = (hours: number, from = '2027-03-02T09:00:00.000Z'): string =>
  new Date(Date.parse(from) + hours * 3_600_000).toISOString();
const nudge = (clock: string) => ({ type: 'NUDGE', clock }) as const;
const keys = (c: CaseBuilder, by: Part) => nudgeable(c.cast[by], c.facts).map(({ key }) => key);

describe('a nudge', () => {
  it('is told to the holder of the clock, stands in the record, and moves no day', () => {
    const c = aCase().submitted();
    const before = c.facts.clocks;
    c.send('office', nudge('screening'));
    expect(c.last!.notices).toEqual([{ name: 'nudged', clock: 'screening' }]);
    expect(c.last!.entry).toMatchObject({
      name: 'nudged',
      actor: { id: 'office' },
      data: { clock: 'screening', holder: 'deskOfficer' },
    });
    expect(c.facts.clocks).toEqual(before);
    expect(c.facts.nudges).toMatchObject([{ whom: 'deskOfficer', at: c.last!.entry.at, as: 'rcOffice' }]);
  });

  it('names the reviewer in the record, who is one person whatever clocks run against them', () => {
    const c = aCase().appointed('amina', 'bruno', 'chen').on(at(48)).send('desk', nudge('review:amina'));
    expect(c.last!.entry.data).toMatchObject({ whom: 'amina', name: c.cast.amina.name });
    expect(c.attempt('chair', nudge('appointment:amina'))).toMatchObject({ code: 'notReady' });
    expect(isRefusal(c.attempt('chair', nudge('review:bruno')))).toBe(false);
  });

  it('comes once in 24 hours, whoever sends it, and says when it can come again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * NUDGE_REST * 60 }), (minutes) => {
        const c = aCase().submitted().on(at(0)).send('office', nudge('screening'));
        const again = c.on(at(minutes / 60)).attempt('chair', nudge('screening'));
        expect(isRefusal(again)).toBe(minutes < NUDGE_REST * 60);
        if (isRefusal(again))
          expect(again).toMatchObject({
            code: 'notReady',
            message:
              'They were nudged by Person office (Resident Coordinator’s Office) on 2 March 2027 at 09:00 UTC, which is enough for one day. They can be nudged again from 3 March 2027 at 09:00 UTC.',
          });
      }),
    );
  });

  it('counts for each party by itself, and each case by itself', () => {
    const c = aCase()
      .accepted()
      .on(at(24 * 7));
    const advice = c.facts.clocks.filter(({ group }) => group === 'consultation');
    expect(advice.length).toBeGreaterThan(1);
    for (const { key } of advice) c.send('desk', nudge(key));
    expect(c.facts.nudges!.map(({ whom }) => whom)).toEqual(advice.map(({ key }) => key));
    expect(isRefusal(c.on(at(24 * 8)).attempt('office', nudge(advice[0]!.key)))).toBe(false);
    expect(lastNudge(aCase().accepted().facts, advice[0]!, true)).toBeNull();
  });

  it('names nobody but who is waited for by others', () => {
    const c = aCase().submitted();
    expect(c.attempt('desk', nudge('screening'))).toMatchObject({ code: 'notReady' });
    expect(c.attempt('office', nudge('decision'))).toMatchObject({ code: 'invalid', fields: [{ path: 'clock' }] });
    expect(keys(aCase().accepted().asked(), 'coordinator').filter((key) => key === 'clarification')).toEqual([]);
    expect(keys(aCase(), 'office')).toEqual([]);
  });
});

describe('of a request of several offices', () => {
  const cast = {
    ...castFor(['TZA'], ['esa']),
    spare: aPerson('spare', assigned('residentCoordinator', { countries: ['KEN'] })),
  };
  const content = aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'KEN'] });
  const submitted = () =>
    aCase({ cast, content })
      .send('spare', { type: 'SIGN_TOGETHER', declaration: true })
      .send('coordinator', { type: 'SUBMIT', declaration: true });

  it('every coordinator who signed waits for whoever holds it, the one that leads as well', () => {
    const c = submitted();
    expect(keys(c, 'spare')).toEqual(keys(c, 'coordinator'));
    c.send('spare', nudge('screening'));
    expect(c.facts.nudges).toMatchObject([{ whom: 'deskOfficer', by: { id: 'spare' } }]);
    c.send('desk', anEvent('RETURN', { facts: c.facts }));
    expect([keys(c, 'spare'), keys(c, 'coordinator')]).toEqual([['returned'], []]);
    expect(c.send('spare', nudge('returned')).last!.entry.data).toMatchObject({ holder: 'rcOffice' });
    expect(c.attempt('officeElsewhere', nudge('returned'))).toMatchObject({ code: 'notFound' });
  });

  it('of an option that is offered, each waits once it has signed itself', () => {
    const offered = STAGES.offeredToSeveral();
    expect(offered.attempt('officeElsewhere', nudge('offered'))).toMatchObject({ message: OWN_TURN });
    expect(keys(STAGES.optionSigned(), 'officeElsewhere')).toEqual(['offered']);
  });
});

it('where nobody can be nudged, the refusal says why', () => {
  const why = (c: CaseBuilder, by: Part) => {
    const { allowed, ...rest } = availableActions(c.facts, c.cast[by]).find(({ type }) => type === 'NUDGE')!;
    return allowed ? null : (rest as { reason: string }).reason;
  };
  expect(why(aCase().submitted(), 'desk')).toBe(OWN_TURN);
  expect(why(STAGES.deferred(), 'office')).toBe(
    'Nobody is waited for while the request is at “Deferred”, so there is nobody to nudge.',
  );
  expect(why(STAGES.arrangements(), 'amina')).toMatch(/waits no longer than until it is decided/);
  expect(why(aCase(), 'office')).toMatch(/^Nobody is waited for while the request is at “Draft”/);
});

describe('what stands still', () => {
  it('asks nothing of its holder: nobody is nudged for it, and the refusal says when it goes on', () => {
    const c = aCase().returned().on('2027-03-08');
    c.send('desk', { type: 'STOP_CLOCK', clock: 'returned', until: '2027-03-10', reason: 'A storm.' });
    expect(keys(c, 'desk')).toEqual([]);
    expect(c.attempt('desk', nudge('returned'))).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^It stands still until 10 March 2027, when it goes on by itself/),
    });
    c.on('2027-03-10').send('clock', { type: 'RESUME_CLOCKS' });
    expect(isRefusal(c.attempt('desk', nudge('returned')))).toBe(false);
  });

  it('waits for the office while a question is open, and that can be nudged', () => {
    const c = STAGES.clarification();
    expect(standingStill(c.cast.desk, c.facts).map(({ key }) => key)).toContain('review:bruno');
    expect(c.attempt('chair', nudge('review:bruno'))).toMatchObject({
      code: 'notReady',
      message: whyStill(c.facts.clocks.find(({ key }) => key === 'review:bruno')!),
    });
    expect(c.attempt('office', nudge('review'))).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/question to the country office is answered/),
    });
    expect(isRefusal(c.attempt('bruno', nudge('clarification')))).toBe(false);
  });
});

it('advice that is outdated is the desk officer’s to look at, and whoever judges can nudge for it; nobody outside knows of it', () => {
  const c = STAGES.newVersionAfterAdvice();
  expect(isRefusal(c.attempt('chair', nudge('outdatedAdvice')))).toBe(false);
  for (const part of ['office', 'team'] as const)
    expect(c.attempt(part, nudge('outdatedAdvice'))).toMatchObject({ code: 'invalid' });
});

describe('while reviewers hold the case', () => {
  const scoring = () => STAGES.scoring();
  const outside: Part[] = ['office', 'team', 'regionalOffice'];

  it('the office nudges OHCHR, whose desk officer hears of it, and learns no name', () => {
    const c = scoring();
    expect(keys(c, 'desk')).toEqual(expect.arrayContaining(['review:amina', 'review:bruno']));
    expect(keys(c, 'office').filter((key) => /review|appointment/.test(key))).toEqual(['review']);
    expect(c.attempt('office', nudge('review:amina'))).toMatchObject({ code: 'invalid' });
    const clock = clockNudged(c.facts, 'review')!;
    expect(clock).toMatchObject({ holder: 'deskOfficer', personId: null });
    expect(taskOf(c.facts, clock)).toBe('seeToReviews');
    const sent = c.attempt('office', nudge('review'));
    expect(JSON.stringify(isRefusal(sent) ? null : sent.entry.data)).not.toMatch(/amina|bruno|chen/i);
  });

  it('how often OHCHR nudges its own reviewers changes nothing for those outside', () => {
    const c = scoring();
    const before = outside.map((by) => c.attempt(by, nudge('review')));
    c.send('desk', nudge('review:amina')).send('chair', nudge('review:bruno'));
    const review = clockNudged(c.facts, 'review')!;
    expect(lastNudge(c.facts, review, false)).toBeNull();
    expect(outside.map((by) => isRefusal(c.attempt(by, nudge('review'))))).toEqual(before.map(isRefusal));
    // What one of them sent counts for all of them.
    c.send('office', nudge('review'));
    expect(c.attempt('team', nudge('review'))).toMatchObject({ code: 'notReady' });
    expect(lastNudge(c.facts, review, false)).toMatchObject({ by: { id: 'office' } });
  });

  it('reviewers nudge the country office and whoever advises, not one another', () => {
    const c = scoring();
    expect(keys(c, 'bruno').some((key) => /review|appointment/.test(key))).toBe(false);
    expect(c.attempt('bruno', nudge('review:amina'))).toMatchObject({ code: 'invalid' });
    expect(keys(STAGES.decision(), 'amina')).toEqual(['decision']);
    expect(keys(STAGES.arrangements(), 'amina')).toEqual([]);
  });

  it('a nudge by a reviewer is one by OHCHR to everybody outside: in the sentence, and in the record', () => {
    const c = STAGES.clarification().send('bruno', nudge('clarification'));
    const again = c.attempt('team', nudge('clarification'));
    expect(again).toMatchObject({ code: 'notReady', message: expect.stringMatching(/^They were nudged by OHCHR on/) });
    expect(c.attempt('desk', nudge('clarification'))).toMatchObject({ message: expect.stringMatching(/Person bruno/) });
    expect(nudgerOf(c.facts.nudges![0]!, false)).toBe('OHCHR');
    const { entry } = c.last!;
    const line = { event: 'NUDGE' as const, actorId: 'bruno', actor: entry.actor, role: entry.role, data: entry.data };
    expect(entry.data).toMatchObject({ open: true });
    for (const by of outside) {
      expect(nameOnLine(c.cast[by], c.facts, line)).toBe('OHCHR');
      expect(JSON.stringify(lineData(c.cast[by], c.facts, line))).not.toMatch(/bruno|reviewer/i);
    }
  });

  it('the record of whom OHCHR nudged of its own stays with OHCHR; the others everybody reads', () => {
    const all = (by: Part) => readableLines(scoring().cast[by], scoring().facts).events.includes('NUDGE');
    expect(PARTS.filter((p) => p !== 'clock' && all(p)).sort()).toEqual(
      ['approver', 'auditor', 'bruno', 'chair', 'chen', 'desk'].sort(),
    );
    const open = (by: Part) => readableLines(scoring().cast[by], scoring().facts).openEvents;
    expect(outside.map(open)).toEqual([['NUDGE'], ['NUDGE'], ['NUDGE']]);
    expect(open('dina')).toEqual([]);
    const told = (by: Part, clock: string) => scoring().send(by, nudge(clock)).last!.entry.data;
    expect(told('desk', 'review:amina')).toMatchObject({ open: false });
    expect(told('desk', 'appointment:amina')).toMatchObject({ open: false });
    expect(told('desk', 'consultation:regionalTeam:esa')).toMatchObject({ open: true });
    expect(told('office', 'review')).toMatchObject({ open: true });
  });

  it('who stood back learns nothing', () => {
    const c = scoring();
    expect(availableActions(c.facts, c.cast.dina)).toEqual([]);
    expect(c.attempt('dina', nudge('review:amina'))).toMatchObject({ code: 'notFound' });
  });
});

it('a case that somebody nudged reads the same when its record is read anew', () => {
  const c = aCase({ cast: castFor(['TZA'], ['esa']) }).submitted();
  const before = c.facts;
  c.send('office', nudge('screening'));
  expect(evolve(before, c.last!.entry)).toEqual(c.facts);
  expect(c.facts.nudges).toHaveLength(1);
  c.accepted();
  expect(c.facts.nudges).toHaveLength(1);
});
