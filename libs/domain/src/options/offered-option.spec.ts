import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aPerson, assigned, castFor } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent, hostingAnswers } from '../../test/events.js';
import { anOption } from '../../test/option.js';
import { isRefusal, type Refusal } from '../refusal.js';
import { evolve } from '../request/record.js';
import type { EventOf } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import type { RegionalOption } from './option.js';
import { offeredOption } from './attached-option.js';

const advice = (more: Partial<EventOf<'ADVISE'>> = {}): EventOf<'ADVISE'> => ({
  type: 'ADVISE',
  position: 'prefers a regional option',
  text: 'One adviser serves both.',
  option: anOption().id,
  ...more,
});
const offer: EventOf<'OFFER_REGIONAL_OPTION'> = {
  type: 'OFFER_REGIONAL_OPTION',
  reasons: 'A shared adviser serves better.',
  option: 'regionalTeam:esa',
};
/** Tanzania asks; `officeElsewhere` coordinates Kenya, which the option covers too. */
const cast = {
  ...castFor(['TZA'], ['esa']),
  officeElsewhere: aPerson('officeElsewhere', assigned('residentCoordinator', { countries: ['KEN'] })),
};
const at = (option: RegionalOption | null = anOption()): CaseBuilder => aCase({ cast, context: { option } });
const attached = (): CaseBuilder => at().accepted().send('team', advice());
const offered = (): CaseBuilder => attached().recommended().send('approver', offer);
const SIGN = { type: 'SIGN_TOGETHER', declaration: true } as const;
const problems = (outcome: unknown) => (outcome as Refusal).fields;

describe('an option in an advice', () => {
  it('is kept there as it was', () => {
    const { facts } = attached();
    expect(facts.consultation.find((c) => c.role === 'regionalTeam')!.advice!.option).toEqual(anOption());
  });
  it.each<[string, CaseBuilder, EventOf<'ADVISE'>, RegExp]>([
    ['that supports the request', at(), advice({ position: 'supports' }), /goes with the advice/],
    ['that is not there', at(null), advice(), /option of the region/],
    ['of another region', at(anOption({ region: 'ap' })), advice(), /option of the region/],
    ['that is not finished', at(anOption({ adviser: [] })), advice(), /not finished. Enter what the adviser costs/],
    [
      'without the country',
      at(anOption({ countries: anOption().countries.slice(1) })),
      advice(),
      /TZA \(en\) is not in it/,
    ],
  ])('is refused where it is one %s', (_, c, event, message) => {
    expect(problems(c.accepted().attempt('team', event))).toEqual([
      { path: 'option', message: expect.stringMatching(message) },
    ]);
  });
  it('is not there where none was named, as in every record of before', () => {
    const { facts } = aCase()
      .accepted()
      .send('team', advice({ option: undefined as never }));
    expect(JSON.stringify(facts)).not.toContain('"option"');
  });
});

describe('an offer', () => {
  it.each([
    ['inCountry', 'inCountry', /^This is what was asked for/],
    ['inCountry', 'national', /^This form of support is not a regional one/],
    ['regional', 'regional', /^This is what was asked for/],
    ['inCountry', undefined, /^This is what was asked for.*Multi-country adviser, Regional adviser/],
  ] as const)('of what was asked for, or of no regional form, is refused: %s, offered %s', (asked, form, message) => {
    const c = aCase().recommended();
    c.facts = { ...c.facts, summary: { ...c.facts.summary, modality: asked } };
    const given = { type: 'OFFER_REGIONAL_OPTION' as const, reasons: 'It serves better.' };
    expect(problems(c.attempt('approver', form ? { ...given, modality: form } : given))).toEqual([
      { path: 'modality', message: expect.stringMatching(message) },
    ]);
  });
  it('has an option that came with an advice, in the letter and in the record', () => {
    const { facts } = offered();
    expect(facts.decisions[0]).toMatchObject({
      modality: 'multiCountry',
      option: { version: 2, dutyStation: 'Nairobi' },
    });
    expect(JSON.stringify(facts.decisions[0]!.letter.parts)).toContain('KEN (en): 12 days a month');
  });
  it('has no other', () => {
    const c = aCase().recommended();
    expect(problems(c.attempt('approver', offer))).toEqual([{ path: 'option', message: expect.any(String) }]);
    const other = attached()
      .recommended()
      .attempt('approver', { ...offer, modality: 'regional' });
    expect(problems(other)).toEqual([{ path: 'modality', message: expect.any(String) }]);
  });
  it('can be made without, as before', () => {
    const { facts } = attached()
      .recommended()
      .send('approver', anEvent('OFFER_REGIONAL_OPTION', { facts: null }));
    expect([offeredOption(facts), facts.decisions[0]!.option]).toEqual([null, undefined]);
  });
});

describe('an accepted option', () => {
  const accepted = (): CaseBuilder => {
    const c = offered().send('officeElsewhere', SIGN).send('coordinator', { type: 'ACCEPT_OFFER' });
    const year = { from: '2027-07-01', until: '2028-06-30' };
    const entry = { ...anEvent('ENTER_FUNDING', { facts: c.facts }), ...year, amount: '220000' };
    return c.send('fund', entry).send('fund', { type: 'FUND' });
  };

  it('needs what it costs, for its own time', () => {
    expect(accepted().facts.arrangements!.need).toMatchObject({
      total: '220000.00',
      from: '2027-07-01',
      items: [{ paidBy: 'Human Rights Mainstreaming Fund' }, { paidBy: 'UNDP' }],
    });
  });

  it('becomes the post: form, duty station, host, and days in each country', () => {
    const c = accepted();
    c.send('desk', anEvent('PROPOSE_TOR', { facts: c.facts })).signed();
    c.send('coordinator', { type: 'CONFIRM_COST_SHARE', noneDue: 'None.' });
    c.send('office', { type: 'CONFIRM_HOSTING', answers: hostingAnswers() });
    expect(c.last!.also[0]!.event).toMatchObject({
      post: {
        title: anOption().name,
        modality: 'multiCountry',
        dutyStation: 'Nairobi',
        host: 'KEN',
        regions: ['esa'],
        coverage: [
          { country: 'TZA', daysPerMonth: 8, from: '2027-07-01' },
          { country: 'KEN', daysPerMonth: 12, from: '2027-07-01' },
        ],
      },
      origin: { kind: 'regionalOption' },
    });
  });

  it('comes back from the record as it is', () => {
    const c = accepted();
    expect(c.entries.reduce<RequestFacts | null>((facts, e) => evolve(facts, e), null)).toEqual(c.facts);
  });
});

it('a case of several regions needs from each region its own countries only', () => {
  const countries = ['TZA', 'NER'];
  const cast = castFor(countries, ['esa', 'wca']);
  const c = aCase({ cast, content: aContent({ countries }), context: { option: anOption() } }).accepted();
  expect(isRefusal(c.attempt('team', advice({ from: 'regionalTeam:esa' })))).toBe(false);
  expect(isRefusal(c.attempt('team', advice({ from: 'regionalTeam:wca' })))).toBe(true);
});
