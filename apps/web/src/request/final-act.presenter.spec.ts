import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOCKS, isRefusal, mayTake, WITHDRAW_CODES } from '#domain';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { render } from '../shell/views.js';
import { finalActPage } from './final-act.presenter.js';
import { actIn, FINAL_ACTS, type ActForm, type FinalActName } from './final-acts.js';

function page(it: CaseBuilder, name: FinalActName, typed: Partial<ActForm> = {}) {
  const act = FINAL_ACTS[name];
  const form = { ...actIn({}), ...typed };
  const signs = mayTake(it.facts, it.cast.coordinator, act.steps[0]!);
  if (isRefusal(signs)) throw new Error(signs.message);
  const event = act.event(form);
  const done = event && it.attempt('coordinator', event);
  return finalActPage({
    act,
    view: seenBy(it, 'coordinator'),
    content: it.content,
    typed: form,
    signs,
    signerName: 'Person coordinator',
    problems: isRefusal(done) ? (done.fields ?? []) : [],
    names,
    clocks: DEFAULT_CLOCKS,
  });
}

describe.each<[FinalActName, () => CaseBuilder, string[]]>([
  ['withdraw', () => aCase().submitted(), ['Choose why it is withdrawn', 'Say why the request is withdrawn']],
  ['abandon', () => aCase(), []],
  ['reconsideration', () => aCase().declined(), ['Say what should be looked at again, and why']],
])('%s', (name, at, wanted) => {
  it('says at its fields what is missing', () => {
    const { errors, fields } = page(at(), name);
    expect(errors?.map((e) => e.text) ?? []).toEqual(wanted);
    for (const { href } of errors ?? []) expect(fields.map((f) => `#${f.name}`)).toContain(href);
  });
  it('keeps what was typed', () => {
    expect(page(at(), name, { reason: 'Because.' }).fields.at(-1)).toMatchObject({ value: 'Because.' });
  });
  it('stands on a page of its own, with what it is about and who signs', () => {
    const html = render('request/final-act.njk', page(at(), name));
    expect(html).toContain('An adviser for the country team');
    expect(html).toContain('You sign as <b dir="auto">Person coordinator</b>, Resident Coordinator.');
    expect(html).not.toContain('<dialog');
  });
});

it('says of a withdrawal that those asked for advice are told, once they are asked', () => {
  const told = 'Whoever is still asked for advice is told that none is needed any more.';
  expect(page(aCase().submitted(), 'withdraw').follows).not.toContain(told);
  expect(page(aCase().accepted(), 'withdraw').follows).toContain(told);
  expect(page(aCase().accepted().advised(), 'withdraw').follows).not.toContain(told);
});

describe('the answer to an offer', () => {
  it('stands under the letter', () => {
    const it = aCase().offered();
    const html = render('request/final-act.njk', page(it, 'offer'));
    expect(html).toContain(it.facts.decisions[0]!.letter.subject);
  });
  it.each([
    [{ answer: 'accept', reason: '' }, { type: 'ACCEPT_OFFER' }],
    [
      { answer: 'accept', reason: 'Gladly' },
      { type: 'ACCEPT_OFFER', note: 'Gladly' },
    ],
    [
      { answer: 'refuse', reason: 'No' },
      { type: 'REFUSE_OFFER', reason: 'No' },
    ],
    [{ answer: 'perhaps', reason: 'No' }, null],
  ])('%j', (typed, event) => {
    expect(FINAL_ACTS.offer.event({ ...actIn({}), ...typed })).toEqual(event);
  });
  it('needs a reason to refuse', () => {
    const { errors } = page(aCase().offered(), 'offer', { answer: 'refuse' });
    expect(errors).toEqual([{ text: 'Give a reason', href: '#reason' }]);
  });
});

it('every reason to withdraw can be chosen', () => {
  const field = FINAL_ACTS.withdraw.fields(actIn({}), aCase().facts)[0]!;
  expect(field.options!.map((o) => o.value)).toEqual(Object.keys(WITHDRAW_CODES));
});
