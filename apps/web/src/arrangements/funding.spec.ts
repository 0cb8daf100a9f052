import { describe, expect, it } from '@jest/globals';
import { isRefusal, neededFor, type RequestEvent } from '#domain';
import { aCase, anExtension, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { anEvent } from '../../../../libs/domain/test/events.js';
import { me, names, seenBy } from '../../../../test/support/seen.js';
import type { Form } from '../shell/exchange.js';
import { fundingEvent, proposedFunding, typedFunding } from './funding.form.js';
import { fundingContext } from './funding.presenter.js';

const ENTRY: Form = {
  do: 'ENTER',
  standing: 'allocation',
  source: 'fund',
  name: 'HRM Fund',
  amount: '206,000.50',
  reference: 'HRM-1',
  'from-day': '1',
  'from-month': '7',
  'from-year': '2027',
  'until-day': '30',
  'until-month': '6',
  'until-year': '2028',
};
function page(it: CaseBuilder, part: Part, form: Form = {}, correct = '') {
  const need = neededFor(it.facts, it.content, 12);
  const typed = form.do ? typedFunding(form) : proposedFunding(it.facts, need.until, correct);
  const event = fundingEvent(typed);
  const refusal = form.do && event ? it.attempt(part, event) : undefined;
  return fundingContext({
    view: seenBy(it, part),
    me: me(it, part),
    names,
    need,
    typed,
    refusal: isRefusal(refusal) ? refusal : undefined,
    today: '2027-03-02',
  });
}
const enter = (it: CaseBuilder, change: object = {}) =>
  it.send('fund', { ...anEvent('ENTER_FUNDING', { facts: it.facts }), ...change } as RequestEvent);

describe('the page of money', () => {
  it('says what the first period needs and what is missing', () => {
    const shown = page(aCase().approved(), 'fund');
    expect(shown.lead).toBe(
      'The first period is 1 July 2027 to 30 June 2028. US$ 256,000 is still missing for the first 12 months, in cash. The approval is valid until 29 February 2028.',
    );
    expect(shown.needed.rows).toEqual([
      { label: 'Adviser', payer: 'Fund', kind: 'Paid', amount: '256,000' },
      { label: 'All', payer: '', kind: '256,000 in cash', amount: '256,000' },
    ]);
    expect(shown.figures.map((f) => f.value)).toEqual(['256,000', '0', '0', '256,000']);
    expect([shown.forms.fund, shown.forms.again]).toEqual([null, null]);
  });

  it('offers the declaration once the period is covered, and keeps the two kinds of money apart', () => {
    const it1 = enter(aCase().approved(), { amount: '206000' });
    it1.send('fund', anEvent('RECORD_COST_SHARE', { facts: it1.facts }));
    const shown = page(it1, 'fund');
    expect(shown.forms.fund!.fields.map((f) => f.name)).toEqual(['note']);
    expect(shown.figures.map((f) => f.value)).toEqual(['256,000', '206,000', '50,000', '0']);
    expect(shown.allocations.rows).toMatchObject([{ amount: '206,000', counts: '206,000' }]);
    expect(shown.shares.rows).toMatchObject([{ who: { text: 'UNDP', note: 'A UN agency' }, counts: '50,000' }]);
    expect(shown.lead).toContain('It is covered by what is entered.');
  });

  it('asks an extension for its post', () => {
    expect(page(enter(anExtension().approved()), 'fund').forms.fund!.fields.map((f) => f.name)).toEqual([
      'deployment',
      'note',
    ]);
  });

  it('is read by others without forms; the desk officer can confirm the approval again', () => {
    const it1 = enter(aCase().approved());
    for (const part of ['coordinator', 'team', 'chair'] as const) {
      const { forms, allocations } = page(it1, part);
      expect([forms.enter, forms.fund, forms.again]).toEqual([null, null, null]);
      expect(allocations.columns.map((c) => c.key)).not.toContain('correct');
    }
    expect(page(it1, 'desk').forms.again).toMatchObject({ open: false, field: { name: 'reason' } });
  });

  it('corrects an entry by a new one that takes its place', () => {
    const it1 = enter(aCase().approved());
    const { id } = it1.facts.funding![0]!;
    const form = page(it1, 'fund', {}, id).forms.enter!;
    expect(form.title).toBe('Correct an entry');
    expect(form.fields.find((f) => f.name === 'amount')).toMatchObject({ value: '256000.00' });
    enter(it1, { amount: '1', corrects: id });
    expect(page(it1, 'fund').allocations.rows).toMatchObject([
      { counts: { text: 'Corrected', tone: 'grey' }, correct: '' },
      { counts: '1', correct: { text: 'Correct Human Rights Mainstreaming Fund' } },
    ]);
  });
});

describe('the form of an entry', () => {
  it('reads amounts as people write them, exactly', () => {
    expect(fundingEvent(typedFunding(ENTRY))).toEqual({
      type: 'ENTER_FUNDING',
      source: 'fund',
      name: 'HRM Fund',
      amount: '206000.50',
      reference: 'HRM-1',
      from: '2027-07-01',
      until: '2028-06-30',
    });
    const share = { ...ENTRY, standing: 'costShare', source: 'agency', kind: 'in-kind', amount: '1 000' };
    expect(fundingEvent(typedFunding(share))).toMatchObject({
      type: 'RECORD_COST_SHARE',
      kind: 'in-kind',
      amount: '1000.00',
    });
    expect(fundingEvent(typedFunding({ ...ENTRY, standing: '' }))).toBeNull();
  });

  it('shows each problem at its field and keeps what was typed', () => {
    const shown = page(aCase().approved(), 'fund', { ...ENTRY, amount: 'much', 'from-month': '13', name: '' });
    expect(shown.errors!.map((e) => e.href)).toEqual(['#name', '#amount', '#from-day']);
    const fields = shown.forms.enter!.fields;
    expect(fields.find((f) => f.name === 'amount')).toMatchObject({ value: 'much', error: expect.any(String) });
    expect(fields.find((f) => f.name === 'from')).toMatchObject({ error: 'Enter a real date' });
  });
});
