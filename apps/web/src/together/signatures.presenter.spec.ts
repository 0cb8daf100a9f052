import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aContent } from '../../../../libs/domain/test/content.js';
import { me, names, seenBy } from '../../../../test/support/seen.js';
import { render } from '../shell/views.js';
import { stepIn, typedSignature } from './signatures.form.js';
import { signaturesPage } from './signatures.presenter.js';

const ofTwo = () =>
  aCase({ content: aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'FJI'] }) });
const page = (c: ReturnType<typeof ofTwo>, part: 'coordinator' | 'officeElsewhere' | 'office') =>
  signaturesPage({
    view: seenBy(c, part),
    me: me(c, part),
    content: c.content,
    typed: null,
    names,
    today: '2027-03-01',
  });
const shown = (context: ReturnType<typeof page>): string =>
  render('together/signatures.njk', { ...context, user: { name: 'Person', role: '' } });

describe('the countries of a request of several offices', () => {
  it('offers each office what it can send, and no more', () => {
    const c = ofTwo();
    const [lead, partner] = [page(c, 'coordinator'), page(c, 'officeElsewhere')];
    expect([lead.forms.sign, lead.forms.leave, lead.submit]).toEqual([null, [], null]);
    expect(lead.forms.parts.map((p) => p.id)).toEqual(['TZA']);
    expect(partner.forms.sign).toMatchObject({ as: 'Resident Coordinator' });
    expect(partner.forms.parts.map((p) => p.id)).toEqual(['FJI']);
    expect(lead.lead).toBe('Tanzania leads this request. The signature of one country is still to come: FJI.');
    expect(shown(lead)).toContain('an administrator can name one');
    c.send('officeElsewhere', { type: 'SIGN_TOGETHER', declaration: true });
    expect(shown(page(c, 'coordinator'))).not.toContain('an administrator can name one');
    expect(page(c, 'coordinator').submit).toContain('/check');
    expect(page(c, 'officeElsewhere').forms).toMatchObject({ sign: null, takeBack: expect.anything() });
  });

  it('says of a void signature who changed what, and of one taken back why', () => {
    const c = ofTwo().send('officeElsewhere', { type: 'SIGN_TOGETHER', declaration: true });
    c.send('office', { type: 'EDIT', patch: { title: 'Other', sections: { context: 'Other words.' } } });
    c.send('officeElsewhere', { type: 'SIGN_TOGETHER', declaration: true });
    c.send('officeElsewhere', { type: 'TAKE_BACK_SIGNATURE', reason: 'A word was wrong.' });
    const [second, first] = page(c, 'office').earlier.map((e) => e.text);
    expect(first).toMatch(
      /^Void: section 1, Country context and the details changed after it was signed \(Person office, /,
    );
    expect(second).toMatch(/^Taken back by Person officeElsewhere, .*: A word was wrong\.$/);
  });

  it('is sent as it was drawn: every form of the page is a step that the domain takes', () => {
    const c = ofTwo();
    const html = shown(page(c, 'officeElsewhere'));
    for (const step of ['EDIT_PART', 'SIGN_TOGETHER', 'WITHDRAW_COUNTRY']) expect(html).toContain(`value="${step}"`);
    const part = { step: 'EDIT_PART', country: 'FJI', daysPerYear: '40', first: 'Reports', shareUSD: '12,500.50' };
    const event = stepIn(typedSignature(part))!;
    expect(event).toEqual({ type: 'EDIT_PART', country: 'FJI', daysPerYear: 40, first: 'Reports', shareUSD: 12_500.5 });
    expect(isRefusal(c.attempt('officeElsewhere', event))).toBe(false);
    const wrong = c.attempt(
      'officeElsewhere',
      stepIn(typedSignature({ ...part, daysPerYear: 'many', shareUSD: 'much' }))!,
    );
    expect(wrong).toMatchObject({ fields: [{ path: 'daysPerYear' }, { path: 'shareUSD' }] });
    expect(stepIn(typedSignature({ step: 'NOTHING' }))).toBeNull();
  });
});
