import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { PARTS, type Part } from '../../test/cast.js';
import { aSheet } from '../../test/events.js';
import { panelScores, rankableOf } from './panel.js';
import { settledResult } from './scoring.js';

const scores = (c: CaseBuilder, part: Part = 'chair') => panelScores(c.cast[part], c.facts);

describe('a case among those of its round', () => {
  it('shows nothing until the scores are revealed, to nobody', () => {
    const c = aCase().scored();
    for (const part of PARTS) expect(scores(c, part)).toBeNull();
    expect(rankableOf(c.facts, scores(c))).toMatchObject({ total: null, outside: 'blind' });
  });

  it('shows the medians until they are settled, and the settled scores then', () => {
    const c = aCase().inModeration();
    expect(scores(c)).toMatchObject({
      basis: 'median',
      moderation: true,
      apart: [{ criterion: 'sustainability', by: 3 }],
    });
    expect(scores(c)!.criteria.find((x) => x.criterion === 'sustainability')!.score!.exact).toBe('5/2');
    const after = c.settled();
    const result = settledResult(after.facts.settled!, after.facts.framework!);
    expect(scores(after)).toMatchObject({
      basis: 'settled',
      moderation: false,
      total: result.weighted,
      coverage: result.coverage,
      outcome: result.outcome,
    });
  });

  it('is read by OHCHR and the auditor alone', () => {
    const c = aCase().withPanel();
    const may = PARTS.filter((part) => part !== 'clock' && scores(c, part) !== null).sort();
    expect(may).toEqual(['amina', 'approver', 'auditor', 'bruno', 'chair', 'desk']);
  });

  it('that was declined, deferred or withdrawn has no place; one that was approved keeps it', () => {
    for (const c of [aCase().declined(), aCase().deferred(), aCase().withPanel().send('coordinator', WITHDRAW)])
      expect(rankableOf(c.facts, scores(c)).outside).toBe('gone');
    const approved = aCase().approved();
    expect(rankableOf(approved.facts, scores(approved)).outside).toBeNull();
  });

  it('says that a result is fragile', () => {
    const firm = aCase()
      .scored(aSheet(4, 4, 4, 4, 4), aSheet(4, 4, 4, 4, 4))
      .revealed();
    expect(scores(firm)!.fragile).toBe(false);
    const fragile = aCase()
      .scored(aSheet(4, 4, 4, 4, 4), aSheet(4, 4, 4, 0, 4))
      .revealed();
    expect(scores(fragile)!.fragile).toBe(true);
  });
});

const WITHDRAW = { type: 'WITHDRAW', code: 'NO_LONGER_NEEDED', reason: 'The need has passed.' } as const;
