import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { isRefusal, offerableForms, type Modality } from '#domain';
import { decisionFields } from './decision.fields.js';
import {
  carried,
  decisionErrors,
  decisionOf,
  proposedDecision,
  stepOf,
  typedDecision,
  type DecisionStep,
} from './decision.form.js';
import { proposedRecommendation, recommendationOf, stepIn, typedRecommendation } from './recommendation.form.js';

const FORM = {
  action: 'APPROVE',
  reasons: 'First.\r\n\r\nSecond.',
  conditions: 'One\r\nTwo',
  modality: 'regional',
  codes: ['OTHER', 'DUPLICATES_PRESENCE'],
  'until-day': '5',
  'until-month': '9',
  'until-year': '2027',
};
const typed = typedDecision(FORM);

describe('a decision takes its own fields and none of the others', () => {
  it.each<[DecisionStep, object]>([
    ['APPROVE', { reasons: 'First.\n\nSecond.', conditions: ['One', 'Two'] }],
    [
      'OFFER_REGIONAL_OPTION',
      {
        reasons: 'First.\n\nSecond.',
        conditions: ['One', 'Two'],
        codes: ['OTHER', 'DUPLICATES_PRESENCE'],
        modality: 'regional',
      },
    ],
    ['DEFER', { reasons: 'First.\n\nSecond.', codes: ['OTHER', 'DUPLICATES_PRESENCE'], until: '2027-09-05' }],
    ['DECLINE', { reasons: 'First.\n\nSecond.', codes: ['OTHER', 'DUPLICATES_PRESENCE'] }],
    ['SEND_BACK', { reason: 'First.\n\nSecond.' }],
  ])('%s', (step, sent) => {
    const event = decisionOf(typed, step);
    expect(event).toEqual({ type: step, ...sent });
    expect(isRefusal(aCase().recommended().attempt('approver', event))).toBe(false);
  });
  it('and nothing that is no decision is taken for one', () => {
    expect(stepOf(typedDecision({ action: 'WITHDRAW' }))).toBeNull();
    expect(stepOf(typedDecision({}))).toBeNull();
  });
});

describe('the form of support that is offered', () => {
  const proposed = (modality: Modality) => {
    const c = aCase().withPanel();
    c.send('chair', { type: 'RECOMMEND', outcome: 'offer regional option', modality, reasons: 'A shared one.' });
    return { ...c.facts, typed: proposedDecision(c.facts) };
  };
  it('is filled in where the panel recommends one that can be offered, and never what was asked for', () => {
    expect(proposed('multiCountry').typed.modality).toBe('multiCountry');
    expect(proposed('inCountry').typed.modality).toBe('');
    expect(proposed('national').typed.modality).toBe('');
  });
  it('is chosen among the regional ones', () => {
    const forms = offerableForms(proposed('inCountry'));
    const fields = decisionFields(typed, [], { recommended: null, returnsOnly: false, language: 'English', forms });
    const { options } = fields.find(({ field }) => field.name === 'modality')!.field as unknown as {
      options: { value: string }[];
    };
    expect(options.map((o) => o.value)).toEqual(['', 'multiCountry', 'regional', 'regionalOfficeCover', 'surge']);
  });
});

it('the form begins with the conditions of the panel, and with no decision', () => {
  const { facts } = aCase().recommended();
  expect(proposedDecision(facts)).toMatchObject({
    action: '',
    conditions: facts.recommendation!.conditions.join('\n'),
  });
});

it('problems stand at their fields', () => {
  const bad = typedDecision({ action: 'DEFER', 'until-day': '31', 'until-month': '2', 'until-year': '2028' });
  const outcome = aCase().recommended().attempt('approver', decisionOf(bad, 'DEFER'));
  const errors = isRefusal(outcome) ? decisionErrors(outcome) : [];
  expect(errors.map((e) => e.href)).toEqual(['#reasons', '#until-day']);
  expect(errors[1]!.text).toBe('Enter a real date, such as 15 July 2027');
});

it('what was typed is carried to the page of the letter and back without loss', () => {
  const form: Record<string, string | string[]> = {};
  for (const { name, value } of carried(typed)) {
    const before = form[name];
    form[name] = before === undefined ? value : [before].flat().concat(value);
  }
  expect(typedDecision(form)).toEqual(typed);
});

it('who may only send back is offered nothing else', () => {
  const [action] = decisionFields(typed, [], { recommended: null, returnsOnly: true, language: 'English', forms: [] });
  expect((action!.field.options as { value: string }[]).map((o) => o.value)).toEqual(['SEND_BACK']);
});

describe('a recommendation', () => {
  it('begins with what was asked for, and when it came back with what was said', () => {
    expect(proposedRecommendation(aCase().withPanel().facts)).toMatchObject({ outcome: '', conditions: '' });
    const back = aCase().recommended().send('approver', { type: 'SEND_BACK', reason: 'Look again.' });
    expect(proposedRecommendation(back.facts)).toMatchObject({
      outcome: back.facts.recommendation!.outcome,
      reasons: back.facts.recommendation!.reasons,
    });
  });
  it('is sent with a condition for each line; the other ways on carry their reason alone', () => {
    const form = typedRecommendation({
      outcome: 'approve with conditions',
      modality: 'inCountry',
      conditions: 'One\r\n\r\nTwo',
      reasons: 'Met.',
      reason: 'New facts.',
    });
    expect(recommendationOf('RECOMMEND', form)).toEqual({
      type: 'RECOMMEND',
      outcome: 'approve with conditions',
      modality: 'inCountry',
      conditions: ['One', 'Two'],
      reasons: 'Met.',
    });
    expect(recommendationOf('REASSESS', form)).toEqual({ type: 'REASSESS', reason: 'New facts.' });
    expect(recommendationOf('RECONSIDER', typedRecommendation({}))).toEqual({ type: 'RECONSIDER' });
    expect([stepIn({}), stepIn({ do: 'REASSESS' }), stepIn({ do: 'APPROVE' })]).toEqual([
      'RECOMMEND',
      'REASSESS',
      'RECOMMEND',
    ]);
  });
});
