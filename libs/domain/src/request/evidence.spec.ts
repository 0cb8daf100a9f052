import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aContent, contentWith } from '../../test/content.js';
import { samples } from '../../test/samples.js';
import type { SubmittedEndorsement } from '../endorsing/record.js';
import { CRITERIA } from '../review/criteria.js';
import { criteriaEvidence, type Checked } from './evidence.js';
import { missingAnswers, SECTIONS } from './sections.js';
import { tooLong } from './check-content.js';

const evidence = (content: Checked['content'], more: Partial<Checked> = {}) =>
  Object.fromEntries(criteriaEvidence({ content, documents: [], ...more }).map((e) => [e.criterion, e]));
const byLink = (agency: string, more: Partial<SubmittedEndorsement> = {}): SubmittedEndorsement => ({
  agency,
  name: 'A head of agency',
  title: 'Representative',
  void: false,
  answer: {
    at: '2027-03-01T09:00:00.000Z',
    position: 'endorses',
    word: '',
    contribution: { kind: 'cash', amountUSD: 1000.5, text: 'A share', from: null },
    text: 'x',
  },
  ...more,
});

describe('the check against the five criteria', () => {
  it('has every criterion once, in the strategy’s order, with its own score', () => {
    const all = criteriaEvidence({
      content: { selfAssessment: { ownership: { score: 0, reason: 'None' } } },
      documents: [],
    });
    expect(all.map((e) => e.criterion)).toEqual([...CRITERIA]);
    expect(all.map((e) => e.own.score)).toEqual([0, null, null, null, null]);
    expect(all.every((e) => e.standing === 'notStarted')).toBe(true);
  });

  it('misses exactly what the sections of the criteria miss, and the own scores', () => {
    for (const content of [
      {},
      aContent(),
      ...samples().map((s) => s.content),
      contentWith('sections.sustainability.exitMilestones', 'word '.repeat(603)),
    ]) {
      const found = criteriaEvidence({ content, documents: [] }).flatMap((e) => e.missing);
      const of = (kind: string) => found.filter((m) => m.kind === kind).map((m) => m.path);
      const judged = SECTIONS.filter((s) => s.criterion).flatMap((s) => s.questions.map((q) => q.path));
      expect(of('answer')).toEqual(
        missingAnswers(content)
          .filter((m) => m.section.criterion)
          .map((m) => m.question.path),
      );
      expect(of('tooLong')).toEqual(
        tooLong(content)
          .map((p) => p.path)
          .filter((p) => judged.includes(p)),
      );
      expect(of('ownScore')).toEqual(
        CRITERIA.filter((c) => content.selfAssessment?.[c]?.score === undefined).map(
          (c) => `selfAssessment.${c}.score`,
        ),
      );
    }
  });

  it('counts who stands behind the request under ownership and commitment, each agency once', () => {
    const content = aContent({
      endorsements: [
        {
          agency: 'UNDP',
          name: 'A',
          position: 'endorses',
          contribution: { kind: 'cash', text: '', amountUSD: 50_000 },
        },
        { agency: 'WHO', name: 'B', position: 'declines', contribution: { kind: 'none', text: '', amountUSD: 0 } },
        { agency: 'FAO', name: 'C', position: 'no answer', contribution: { kind: 'none', text: '', amountUSD: 0 } },
      ],
    });
    const endorsers = [byLink('UNDP'), byLink('UNICEF', { void: true }), byLink('IOM', { answer: null })];
    const { ownership, commitment, sustainability } = evidence(content, { endorsers });
    expect(ownership!.support).toEqual({
      endorse: ['UNDP'],
      decline: ['WHO'],
      silent: ['IOM', 'FAO'],
      void: ['UNICEF'],
      contribute: ['UNDP'],
      // What the agency said itself, and not what the office wrote of it.
      contributedCents: 100_050,
    });
    expect(commitment!.support).toEqual(ownership!.support);
    expect(sustainability!.support).toBeNull();
  });

  it('counts recommendations where the State and the opportunities are judged, and costs where the time after is', () => {
    const items = [
      { label: 'Adviser', amountUSD: 100.1, paidBy: 'Fund', kind: 'cash' as const },
      { label: 'Officer', amountUSD: 50, paidBy: 'À rechercher', kind: 'cash' as const },
      { label: 'Car', amountUSD: 25, paidBy: '', kind: 'in-kind' as const },
    ];
    const found = evidence(contentWith('sections.costAndHosting.years', [{ year: 2027, months: 12, items }]));
    expect(found.sustainability!.costs).toEqual({ years: 1, cents: 17_510, openCents: 7_500 });
    expect(found.enablingEnvironment!.recommendations).toEqual({ count: 1, supported: 1 });
    expect(found.strategicOpportunities!.recommendations).toEqual({ count: 1, supported: 1 });
    expect(found.ownership!.recommendations).toBeNull();
  });

  it('counts the documents of its own section, and letters where they say something of it', () => {
    const documents = [2, 5, 8, 9].map((section) => ({ id: `d${section}`, name: `${section}.pdf`, section }));
    const found = evidence({}, { documents });
    expect(CRITERIA.map((c) => found[c]!.documents.map((d) => d.section))).toEqual([[2, 9], [], [], [5], [8, 9]]);
  });

  it('holds for a draft in any state of writing', () => {
    const partial = fc.constantFrom(
      ...SECTIONS.flatMap((s) => s.questions).map((q) => q.path),
      'endorsements.0',
      'sections.costAndHosting.years.0',
    );
    fc.assert(
      fc.property(partial, fc.constantFrom<unknown>('', [], 'text', [{}], [{ items: [{}] }]), (path, value) => {
        const content = path.endsWith('.0') ? contentWith(path.slice(0, -2), [{}]) : aContent();
        const array = Array.isArray(value) && !path.endsWith('.0') && /years|endorsements|Recommendations/.test(path);
        expect(criteriaEvidence({ content: array ? contentWith(path, value) : content, documents: [] })).toHaveLength(
          5,
        );
      }),
    );
  });
});
