import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { assigned, castFor, type Cast, type Part } from '../../test/cast.js';
import { aFramework } from '../../test/context.js';
import { anEvent, aSheet } from '../../test/events.js';
import { maySee } from '../people/access.js';
import type { Role } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import { assessmentOf } from '../request/states.js';
import { todosFor } from '../time/todo.js';
import { roundPanel } from './round-panel.js';
import { assessmentView } from './view.js';

/** Somebody of the cast with another role beside their own. */
const withRole = (part: Part, role: Role): Cast => {
  const cast = castFor(['TZA'], ['esa']);
  return { ...cast, [part]: { ...cast[part], assignments: [...cast[part].assignments, assigned(role)] } };
};

describe('an odd panel of one', () => {
  /** Criteria may ask for one reviewer alone. */
  const ONE = { context: { frameworkFor: () => ({ ...aFramework(), minimumReviewers: 1 }) } };
  const one = () =>
    aCase(ONE)
      .appointed('amina')
      .scored(aSheet(4, 3, 2, null, 3));

  it('is none where the criteria ask for two: the one who is left is not revealed alone', () => {
    const c = aCase().appointed('amina', 'bruno');
    c.send('bruno', {
      type: 'DECLARE',
      conflict: { declared: true, kind: 'family', reason: 'A relative works there.' },
    });
    c.send('amina', { type: 'DECLARE', conflict: { declared: false } }).send('amina', {
      type: 'SCORE',
      scores: aSheet(),
    });
    expect(c.attempt('desk', { type: 'REVEAL' })).toMatchObject({
      code: 'notReady',
      message: 'At least 2 reviewers have to score first. Appoint another.',
    });
  });

  it('is revealed without moderation, and its scores are the median of every criterion that it could assess', () => {
    const c = one().revealed();
    expect(assessmentOf(c.facts.state)!.review).toBe('revealed');
    const { criteria, overall } = assessmentView(c.cast.chair, c.facts)!.consolidated!;
    expect(criteria.ownership).toMatchObject({ assessedBy: 1, median: { exact: '4' }, mean: { exact: '4' } });
    expect(criteria.sustainability).toMatchObject({ assessedBy: 0, median: null });
    expect(overall).toMatchObject({ median: { exact: '75' }, mean: { exact: '75' } });
  });

  it('is settled by the chair as any other: with a reason where the one is not followed', () => {
    const c = one().revealed();
    const settle = (...scores: Parameters<typeof aSheet>) => {
      const settled = aSheet(...scores);
      const { reason: _, ...ownership } = settled.ownership!;
      return c.attempt('chair', {
        type: 'SETTLE',
        settled: { ...settled, ownership: { ...ownership, reason: null } },
      } as never);
    };
    const left = settle(3, 3, 2, 2, 3);
    expect(isRefusal(left) && left.fields!.map((f) => f.path)).toEqual(['settled.ownership.reason']);
    expect(isRefusal(settle(4, 3, 2, 2, 3))).toBe(false);
  });

  it('that declines or has a conflict of interest leaves the case to be appointed for again', () => {
    const c = aCase(ONE).appointed('amina');
    c.send('amina', {
      type: 'DECLARE',
      conflict: { declared: true, kind: 'family', reason: 'A relative works there.' },
    });
    expect(assessmentOf(c.facts.state)!.review).toBe('appointing');
  });
});

describe('a reviewer with two roles', () => {
  it('who is desk officer too is blind to the other scores until the reveal', () => {
    const c = aCase({ cast: withRole('amina', 'deskOfficer') }).declared();
    c.send('bruno', { type: 'SCORE', scores: aSheet() });
    const seen = assessmentView(c.cast.amina, c.facts)!;
    expect(seen.consolidated).toBeNull();
    expect(JSON.stringify(seen)).not.toContain('"score":');
    c.send('amina', { type: 'SCORE', scores: aSheet() }).revealed();
    expect(assessmentView(c.cast.amina, c.facts)!.consolidated).not.toBeNull();
  });

  it.each(['deskOfficer', 'panelChair', 'approver'] as const)(
    'who is %s too and declares a conflict of interest loses the case in both',
    (role) => {
      const c = aCase({ cast: withRole('amina', role) }).appointed('amina', 'bruno');
      c.send('amina', { type: 'DECLARE', conflict: { declared: true, kind: 'served', reason: 'I served there.' } });
      expect(maySee(c.cast.amina, c.facts)).toBe(false);
      expect(c.attempt('amina', anEvent('ASK', { facts: c.facts }))).toMatchObject({ code: 'notFound' });
    },
  );

  it('who is chair too does not settle what they scored, and another chair does', () => {
    const c = aCase({ cast: withRole('amina', 'panelChair') }).revealed();
    const settle = { type: 'SETTLE', settled: aSheet() } as const;
    expect(c.attempt('amina', settle)).toMatchObject({
      code: 'separationOfDuties',
      message: 'You scored this request, so somebody else has to settle its scores. Another panel chair can do this.',
    });
    expect(todosFor(c.facts, c.cast.amina).map((t) => t.what)).not.toContain('Settle the scores');
    expect(todosFor(c.facts, c.cast.chair).map((t) => t.what)).toContain('Settle the scores');
    expect(isRefusal(c.attempt('chair', settle))).toBe(false);
    // Who was released before scoring has no score to weigh.
    const left = aCase({ cast: withRole('amina', 'panelChair') }).appointed('amina', 'bruno', 'chen');
    left
      .send('desk', { type: 'RELEASE', person: 'amina', code: 'NO_ANSWER', reason: 'No answer.' })
      .scored()
      .revealed();
    expect(isRefusal(left.attempt('amina', settle))).toBe(false);
  });

  it('who is approver too does not decide what they scored', () => {
    const c = aCase({ cast: withRole('amina', 'approver') }).recommended();
    expect(c.attempt('amina', anEvent('APPROVE', { facts: c.facts }))).toMatchObject({
      code: 'separationOfDuties',
      message: 'You scored this request, so somebody else has to decide. Another approver can do this.',
    });
  });
});

it('a decision that is sent after the assignment of its approver has ended is not taken', () => {
  const c = aCase().recommended();
  const approve = anEvent('APPROVE', { facts: c.facts });
  expect(isRefusal(c.attempt('approver', approve))).toBe(false);
  c.cast.approver.assignments.splice(0);
  expect(c.attempt('approver', approve)).toMatchObject({ code: 'notFound' });
});

it('a weight that is changed between two rounds: each request keeps its own, and the panel names both versions', () => {
  const weighed = (version: number, ownership: number, sustainability: number) => ({
    ...aFramework({ ownership, sustainability }),
    version,
  });
  const sheet = aSheet(4, 3, 3, 0, 3);
  const judged = (framework: ReturnType<typeof weighed>) =>
    aCase({ context: { frameworkFor: () => framework } })
      .advised()
      .scored(sheet, sheet)
      .settled();
  const before = judged(weighed(1, 20, 20));
  const after = judged(weighed(2, 25, 15));
  after.facts.ref = 'HRA-2027-0002';
  const setting = { money: null, leastCoverage: 60 };
  const panel = roundPanel(
    before.cast.chair,
    [before, after].map(({ facts }) => ({ facts, revision: 1, years: [] })),
    setting,
  );
  expect(panel.frameworks).toEqual([1, 2]);
  // Five points of weight from a score of nought to a score of four are five points.
  const [first, second] = ['HRA-2027-0002', before.facts.ref].map((ref) =>
    panel.cases.find((p) => p.facts.ref === ref)!,
  );
  expect(Number(first!.scores!.total!.rounded) - Number(second!.scores!.total!.rounded)).toBeCloseTo(5, 8);
  expect([first!.rank, second!.rank]).toEqual([1, 2]);
});
