import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain';
import { aCase, anExtension, aSurge, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { someTerms } from '../../../../libs/domain/test/events.js';
import { me, names, seenBy, timesOn } from '../../../../test/support/seen.js';
import { arrangementsContext } from './arrangements.presenter.js';
import { confirmCostShare, confirmHosting, costShareFields, hostingFields, hostingKnown } from './confirming.form.js';

const page = (it: CaseBuilder, part: Part) =>
  arrangementsContext({ view: seenBy(it, part), me: me(it, part), names, times: timesOn('2027-03-02') });
const brief = (it: CaseBuilder, part: Part) =>
  page(it, part).parts.map((p) => `${p.title}: ${p.status.text}${p.link ? `, ${p.link.text}` : ''}`);

describe('the page of arrangements', () => {
  it('shows three parts side by side, each with who has to act', () => {
    const it1 = aCase().funded();
    expect(brief(it1, 'coordinator')).toEqual([
      'Terms of reference: To be arranged, Go to the terms of reference',
      'Cost sharing: To be arranged, Confirm the cost sharing',
      'Hosting: To be arranged, Confirm the hosting',
    ]);
    expect(page(it1, 'team').parts.map((p) => p.link)).toEqual([null, null, null]);
    expect(page(it1, 'desk').parts.map((p) => p.waiting[0])).toMatchObject([
      { who: 'OHCHR desk officer', what: 'Propose the terms of reference', due: { text: 'Due 12 Apr' } },
      { who: 'Resident Coordinator', what: 'Confirm the cost sharing' },
      { who: 'Resident Coordinator’s Office', what: 'Confirm the hosting' },
    ]);
    expect(page(it1, 'desk').parts[1]!.lines).toEqual([{ label: 'UNDP', text: 'US$ 50,000: to be confirmed' }]);
  });

  it('names who has signed which version, and who acted for whom', () => {
    const it1 = aCase().funded().send('desk', { type: 'PROPOSE_TOR', content: someTerms() });
    it1.send('acting', { type: 'SIGN_TOR', version: 1 });
    expect(page(it1, 'fund').parts[0]).toMatchObject({
      lines: [
        { label: 'Version 1', text: 'Proposed by Person desk, 1 March 2027' },
        { label: 'Resident Coordinator', text: 'Person acting, acting for Person coordinator, 1 March 2027' },
        { label: 'OHCHR', text: 'Not signed yet' },
      ],
      link: { text: 'Read the terms of reference', primary: false },
    });
  });

  it('prints the rule where a rule spares something', () => {
    const surge = page(aSurge().funded(), 'coordinator');
    expect(surge.rule).toMatch(/^Urgent surge: the post opens as soon as/);
    expect(surge.parts.map((p) => p.status.text)).toEqual(['By rule', 'After arrival', 'After arrival']);
    expect(surge.parts[0]!.rule).toBe('The standard terms of reference apply unchanged, without signatures.');
    const extension = page(anExtension().funded(), 'desk');
    expect(extension.parts.map((p) => p.status.text)).toEqual(['By rule', 'To be arranged', 'By rule']);
    expect(extension.lead).toContain('It is about post DEP-2026-001.');
  });

  it('tells what the host gives when all of it is done', () => {
    const done = page(aCase().handedOver(), 'auditor');
    expect(done.lead).toBe('Everything is arranged.');
    expect(done.parts[2]!.lines[3]).toEqual({ label: 'Transport', text: 'No. About transport' });
    expect(done.parts.map((p) => p.waiting)).toEqual([[], [], []]);
  });
});

describe('the form of cost sharing', () => {
  it('asks for a reference of each commitment that is open; one may wait', () => {
    const it1 = aCase().funded();
    const [hidden, field] = costShareFields(it1.facts, {}, []);
    expect(field).toMatchObject({ name: 'reference-0', label: 'UNDP: US$ 50,000' });
    const form = { 'entry-0': hidden!.value as string, 'reference-0': 'A-7', 'entry-1': 'x', 'reference-1': '' };
    expect(confirmCostShare(form).event).toEqual({
      type: 'CONFIRM_COST_SHARE',
      shares: [{ entry: hidden!.value, reference: 'A-7' }],
    });
    const nothing = confirmCostShare({ 'entry-0': hidden!.value as string, 'reference-0': '' });
    const refused = it1.attempt('coordinator', nothing.event);
    expect(isRefusal(refused) && nothing.errors(refused)).toEqual([
      { text: 'Confirm at least one commitment with its reference', href: '#reference-0' },
    ]);
  });

  it('asks why none is due where none is committed', () => {
    const it1 = anExtension().approved();
    expect(costShareFields(it1.facts, {}, []).map((f) => f.name)).toEqual(['noneDue']);
  });
});

describe('the form of hosting', () => {
  it('asks five times for yes or no and for words, and shows each problem at its field', () => {
    const it1 = aCase().funded();
    expect(hostingFields(it1.facts, {}, [], names)).toHaveLength(10);
    const typed = confirmHosting({ 'office-given': 'yes', 'office-words': 'A room' });
    const refused = it1.attempt('office', typed.event);
    expect(isRefusal(refused) && typed.errors(refused).map((e) => e.href)).toEqual(
      ['security', 'travel', 'transport', 'staff'].flatMap((i) => [`#${i}-given`, `#${i}-words`]),
    );
  });

  it('begins with what was confirmed before, and can be sent again as it is', () => {
    const it1 = aCase().handedOver();
    const known = hostingKnown(it1.facts);
    expect(known).toMatchObject({ 'office-given': 'yes', 'transport-given': 'no', country: 'TZA' });
    expect(confirmHosting(known).event).toMatchObject({ answers: it1.facts.arrangements!.hosting!.answers });
  });
});
