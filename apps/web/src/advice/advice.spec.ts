import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { calendarsOf, isRefusal, ownConsultees, tiersFor, type Actor, type RequestFacts } from '#domain';
import type { CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { adviceErrors, adviceOf, typedAdvice } from './advice.form.js';
import { adviceContext } from './advice.presenter.js';
import { adviceQueueContext } from './advice-queue.presenter.js';
import { adviceGiven } from './given.presenter.js';

const names = { countryName: (code: string) => code, regionName: (code: string) => `Region ${code}` };
const page = (c: CaseBuilder, me: Actor) =>
  adviceContext({
    view: { facts: c.facts, revision: 1, tiers: tiersFor(me, c.facts), changedAt: new Date(), readsDraft: false },
    content: c.content,
    me,
    names,
    typed: typedAdvice({}),
  });
/** The time for advice has ended without it. */
const silent = (): CaseBuilder => aCase().accepted().on('2027-05-01').send('clock', { type: 'RECORD_SILENCE' });

it('advice is sent with a condition for each line', () => {
  const typed = typedAdvice({
    position: 'supports with conditions',
    text: 'Needed.\r\nNow.',
    conditions: 'One\r\n\r\n Two ',
    from: 'regionalTeam:esa',
  });
  expect(adviceOf(typed)).toEqual({
    type: 'ADVISE',
    position: 'supports with conditions',
    text: 'Needed.\nNow.',
    conditions: ['One', 'Two'],
    from: 'regionalTeam:esa',
  });
});

it('problems stand at their fields', () => {
  const outcome = aCase()
    .accepted()
    .attempt('team', adviceOf(typedAdvice({ position: 'supports with conditions' })));
  const errors = isRefusal(outcome) ? adviceErrors(outcome) : [];
  expect(errors.map((e) => e.href)).toEqual(['#text', '#conditions']);
});

describe('what the regions said', () => {
  it('is silence in words, and no consent', () => {
    expect(adviceGiven(silent().facts, names).map((g) => g.status.text)).toEqual(['No advice came', 'No advice came']);
    expect(adviceGiven(silent().facts, names)[0]!.by).toMatch(/is not taken as consent/);
  });
  it('is marked where it came late', () => {
    const c = silent().send('team', { type: 'ADVISE', position: 'supports', text: 'Late but useful.' });
    expect(adviceGiven(c.facts, names)[0]).toMatchObject({ text: 'Late but useful.' });
    expect(adviceGiven(c.facts, names)[0]!.by).toMatch(/after its time$/);
  });
});

describe('the page of advice', () => {
  it('shows what the other party of the region said, and not one’s own again', () => {
    const c = aCase().accepted();
    c.send('regionalOffice', { type: 'ADVISE', position: 'does not support', text: 'We cover it.' });
    expect(page(c, c.cast.team).given.map((g) => g.text)).toEqual(['We cover it.']);
    expect(page(c, c.cast.regionalOffice).own.map((g) => g.text)).toEqual(['We cover it.']);
    expect(page(c, c.cast.regionalOffice).open).toBe(false);
  });
  it('says whose advice is asked for: an office by its name', () => {
    const c = aCase().accepted();
    const office = {
      ...c.facts.consultation[1]!,
      office: { code: 'addis-ababa', name: 'OHCHR East Africa Regional Office' },
    };
    expect(page(c, c.cast.team).lead).toMatch(/^The advice of the Regional UNDG Team is asked for by /);
    c.facts = { ...c.facts, consultation: [c.facts.consultation[0]!, office] };
    expect(page(c, c.cast.regionalOffice).lead).toMatch(
      /^The advice of the OHCHR East Africa Regional Office is asked for by /,
    );
  });
  it('still takes advice after its time, and says that it will be late', () => {
    const c = silent();
    expect(page(c, c.cast.team)).toMatchObject({ open: true, late: expect.stringMatching(/marked as late/) });
  });
});

describe('advice that the recommendation has cut short', () => {
  const cut = (): CaseBuilder => aCase().accepted().send('team', ADVICE).settled().recommended();
  const ADVICE = { type: 'ADVISE', position: 'supports', text: 'Needed.' } as const;

  it('is told by what happened, and by until when there was time', () => {
    const c = cut();
    const { status, by } = adviceGiven(c.facts, names)[1]!;
    expect(status.text).toBe('Not waited for');
    expect(by).toMatch(/^The panel recommended without it\. It could have been given until \d+ \w+ \d{4}\./);
    expect(by).not.toMatch(/added/);
    const own = page(c, c.cast.regionalOffice);
    expect(own).toMatchObject({ open: false, why: '' });
    expect(own.lead).toMatch(/^The panel recommended without the advice of the .*until/);
  });

  it('can be given when the panel has the request again', () => {
    const c = cut().send('approver', { type: 'SEND_BACK', reason: 'Hear the office.' });
    expect(page(c, c.cast.regionalOffice)).toMatchObject({
      open: true,
      late: expect.stringMatching(/You can give it now; after .* it is marked as late/),
    });
  });
});

it('the queue has what is asked for, what can still be added, and what is done', () => {
  const item = (facts: RequestFacts, me: Actor) => ({
    facts,
    consultee: ownConsultees(me, facts)[0]!,
    dueOn: facts.clocks.find((c) => c.group === 'consultation')?.dueOn ?? null,
  });
  const cases = [aCase().accepted(), silent(), aCase().advised()];
  const shown = adviceQueueContext({
    items: cases.map((c) => item(c.facts, c.cast.team)),
    names,
    today: '2027-03-02',
    calendars: calendarsOf(),
  });
  expect([shown.waiting.length, shown.late.length, shown.done.length]).toEqual([1, 1, 1]);
  expect(shown.lead).toBe('One request waits for your advice. One request went on without it; you can still add it.');
});
