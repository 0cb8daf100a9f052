import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aContent } from '../../test/content.js';
import { aCase } from '../../test/a-case.js';
import { anEvent } from '../../test/events.js';
import { decide } from '../decide.js';
import { isRefusal } from '../refusal.js';
import type { Endorsement, RequestContent } from '../request/content.js';
import { endorserHolder, listedEndorsers, type Contribution } from './endorser.js';
import { endorsementsNow, type SubmittedEndorsement } from './record.js';
import { endorsementTable, suggestedCosts, withCosts, withEndorsements } from './table.js';

const typed = (agency: string, position = 'endorses'): Endorsement => ({
  agency,
  name: 'Typed',
  position,
  contribution: { kind: 'none', text: '', amountUSD: 0 },
});
const said = (agency: string, more: Partial<SubmittedEndorsement> = {}): SubmittedEndorsement => ({
  agency,
  name: `Head of ${agency}`,
  title: 'Representative',
  answer: {
    at: '2027-03-01T09:00:00.000Z',
    position: 'endorses',
    word: '',
    contribution: { kind: 'none', amountUSD: 0, text: '', from: null },
    text: 'mark',
  },
  void: false,
  ...more,
});
const content = (...endorsements: Endorsement[]): RequestContent => ({ ...aContent(), endorsements });

it('what an agency says itself takes the place of what was typed for it, however it was written', () => {
  const table = endorsementTable(content(typed(' undp ', 'declines'), typed('WFP')), [said('UNDP')]);
  expect(table.map((l) => [l.agency, l.position, l.source])).toEqual([
    ['UNDP', 'endorses', 'agency'],
    ['WFP', 'endorses', 'office'],
  ]);
});

it('what was typed stays while an agency that is asked has not answered, and is said to be of the office', () => {
  const silent = said('UNDP', { answer: null });
  expect(endorsementTable(content(typed('UNDP')), [silent])).toMatchObject([{ agency: 'UNDP', source: 'office' }]);
  expect(endorsementTable(content(), [silent])).toMatchObject([{ source: 'agency', position: 'no answer', at: null }]);
});

it('an endorsement of an earlier text is said to be void; declining is declining', () => {
  const declines = { ...said('WFP').answer!, position: 'declines' as const };
  const table = endorsementTable(content(), [
    said('UNDP', { void: true }),
    said('WFP', { void: true, answer: declines }),
  ]);
  expect(table.map((l) => l.void)).toEqual([true, false]);
});

it('no agency stands in the table twice by its own word and by that of the office', () => {
  const names = fc.uniqueArray(fc.constantFrom('UNDP', 'UNICEF', 'WFP', 'WHO', 'ILO'));
  fc.assert(
    fc.property(names, names, names, (own, silent, office) => {
      const asked = [
        ...own.map((a) => said(a)),
        ...silent.filter((a) => !own.includes(a)).map((a) => said(a, { answer: null })),
      ];
      const table = endorsementTable(content(...office.map((a) => typed(a))), asked);
      expect(new Set(table.map((l) => l.agency)).size).toBe(table.length);
      for (const agency of [...own, ...office]) expect(table.some((l) => l.agency === agency)).toBe(true);
      for (const line of table.filter((l) => own.some((a) => a === l.agency))) expect(line.source).toBe('agency');
      expect(withEndorsements(content(...office.map((a) => typed(a))), asked).endorsements).toHaveLength(table.length);
    }),
  );
});

function withContribution(contribution: Contribution) {
  const c = aCase().send('office', anEvent('INVITE_ENDORSERS', { facts: null }));
  const e = listedEndorsers(c.facts)[0]!;
  const event = { ...anEvent('ENDORSE', { facts: c.facts, content: c.content }), contribution };
  const decision = decide(c.facts, endorserHolder(e), event, c.contextNow());
  if (isRefusal(decision)) throw new Error(JSON.stringify(decision));
  return c.take('office', event, decision);
}

it('what is confirmed and not in the cost table is suggested to the cent, and added once', () => {
  const c = withContribution({ kind: 'cash', amountUSD: 60_000.5, text: 'A share', from: '2031-02-01' });
  const before = { ...c.content, sections: { ...c.content.sections, costAndHosting: { years: [] } } };
  const lines = suggestedCosts(c.facts, before);
  expect(lines).toEqual([{ label: 'A share', amountUSD: 60_000.5, paidBy: 'UNDP', kind: 'cash', year: 2031 }]);
  const years = withCosts(before, lines);
  const after = { ...before, sections: { ...before.sections, costAndHosting: { years } } };
  expect(years).toEqual([
    { year: 2031, months: 12, items: [{ label: 'A share', amountUSD: 60_000.5, paidBy: 'UNDP', kind: 'cash' }] },
  ]);
  expect(suggestedCosts(c.facts, after)).toEqual([]);
  const half = {
    ...after,
    sections: { costAndHosting: { years: [{ ...years[0]!, items: [{ ...years[0]!.items[0]!, amountUSD: 60_000 }] }] } },
  };
  expect(suggestedCosts(c.facts, half)).toMatchObject([{ amountUSD: 0.5 }]);
});

it('what is given without a value suggests nothing', () => {
  const c = withContribution({ kind: 'in-kind', amountUSD: 0, text: 'A desk', from: null });
  expect(suggestedCosts(c.facts, c.content)).toEqual([]);
  expect(endorsementsNow(c.facts)[0]).not.toHaveProperty('email');
});
