import { expect, it } from '@jest/globals';
import { aDeployment } from '../../../../libs/domain/test/a-deployment.js';
import { isRefusal, presentTerm, reportTask, type DeploymentFacts, type FundingEntry } from '#domain';
import { leavingWords } from './adviser-words.js';
import { standingOf } from './post-standing.js';
import { outcomeLines } from './step-outcome.js';
import { STEP_FORMS } from './step-forms.js';

const paidTo = (facts: DeploymentFacts, until: string): DeploymentFacts => ({
  ...facts,
  funding: [
    { id: 'f', until, corrects: null, source: 'fund', name: 'The fund', amount: '1.00' } as never as FundingEntry,
  ],
});

it('says of a term that ended before its agreed end that it did', () => {
  const left = (on: string) => ({ left: { on, reason: 'termEnded', note: '' }, endsOn: '2029-02-28' }) as const;
  expect(leavingWords(left('2029-02-28'))).toBe('The term ended');
  expect(leavingWords(left('2029-01-31'))).toBe('The term ended before its agreed end, 28 February 2029');
  expect(leavingWords({ left: { on: '2028-01-01', reason: 'resigned', note: '' }, endsOn: '2029-02-28' })).toBe(
    'The adviser resigned',
  );
});

it('names the report that is to be filed', () => {
  const named = [
    ['quarterly', 'Q2 2027'],
    ['annual', '2027'],
    ['midTerm', '2027-03-01 to 2028-02-29'],
    ['end', '2027-03-01 to 2029-02-28'],
    ['quarterly', '2027-05-01 to 2027-05-31'],
    ['annual', 'the elections'],
  ] as const;
  expect(named.map(([kind, period]) => reportTask({ kind, period }))).toEqual([
    'File the report for the second quarter of 2027',
    'File the annual report for 2027',
    'File the mid-term report',
    'File the end-of-assignment report',
    'File the quarterly update: 1 May 2027 to 31 May 2027',
    'File the annual report: the elections',
  ]);
});

it('warns of money that ends before a term does, before the term is made longer and afterwards', () => {
  const d = aDeployment().wished();
  const end = presentTerm(d.facts)!.endsOn!;
  const form = STEP_FORMS.extend!;
  const extend = { type: 'EXTEND', until: '2030-02-28', basis: 'The wish' } as const;
  expect(form.lead(paidTo(d.facts, end))).toMatch(
    /^The term now ends on .* The money that is recorded lasts until .*\.$/,
  );
  expect(form.warns!(paidTo(d.facts, end), extend)).toBe(true);
  expect(form.warns!(paidTo(d.facts, '2030-02-28'), extend)).toBe(false);
  expect(form.warns!({ ...d.facts, funding: [] }, extend)).toBe(false);
  const decision = d.attempt('desk', extend);
  if (isRefusal(decision)) throw new Error(decision.message);
  const after = paidTo(decision.facts, end);
  expect(outcomeLines({ before: d.facts, after }, decision).join(' ')).toMatch(
    /The term then ends on 28 February 2030\. The money that is recorded ends before that, on .*: nobody pays for the time after it yet\./,
  );
  expect(standingOf(after, d.today)).toContain('The money that is recorded ends before the term, on');
  expect(standingOf(paidTo(d.facts, end), d.today)).not.toContain('money');
});
