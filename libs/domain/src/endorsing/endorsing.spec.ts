import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { answer, head, invited, no, of, tried, yes } from '../../test/endorsing.js';
import { decide } from '../decide.js';
import { maySee, readsDraft, tiersFor } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import type { RequestEvent } from '../request/events.js';
import {
  endorserHolder,
  endorsersOf,
  endorserState,
  standingEndorsers,
  voidedEndorsers,
  type Endorser,
} from './endorser.js';
import { closedLink, endorserOfLink } from './link.js';

const edit = (c: CaseBuilder, patch: object) => c.send('office', { type: 'EDIT', patch } as RequestEvent);
const agencies = (list: Endorser[]) => list.map((e) => e.agency);

describe('an endorsement', () => {
  it('is of the text that was read; any change of it makes it void, and the same text written back does not', () => {
    const c = invited('UNDP', 'UNICEF');
    answer(c, of(c, 'UNDP'), yes(c));
    const { title } = c.content;
    edit(c, { title: `${title}!` });
    expect([agencies(voidedEndorsers(c.facts)), agencies(standingEndorsers(c.facts))]).toEqual([['UNDP'], []]);
    expect(endorserState(of(c, 'UNDP'), c.facts, c.at)).toBe('voided');
    // The line of the record says so by itself; the next change voids nothing more.
    expect(c.last!.entry.data).toMatchObject({ voids: ['UNDP'] });
    expect(edit(c, { title: 'Another' }).last!.entry.data).not.toHaveProperty('voids');
    edit(c, { title });
    expect(agencies(standingEndorsers(c.facts))).toEqual(['UNDP']);
  });

  it.each([
    ['the list of endorsements', { endorsements: [] }],
    ['documents that are to come', { sections: { documentsExpected: ['Annex Z'] } }],
    ['whom to write to', { requestedBy: { name: 'Somebody else' } }],
    ['notes on risk, which they never read', { sections: { risk: { text: 'Another risk.' } } }],
    [
      'an answer that is emptied where there was none',
      { sections: { costAndHosting: { hosting: { transport: null } } } },
    ],
  ])('stays through a change of %s', (_, patch) => {
    const c = invited('UNDP');
    if ('sections' in patch && patch.sections && 'costAndHosting' in patch.sections)
      edit(c, { sections: { costAndHosting: { hosting: { transport: '' } } } });
    answer(c, of(c, 'UNDP'), yes(c));
    edit(c, patch);
    expect(agencies(standingEndorsers(c.facts))).toEqual(['UNDP']);
  });

  it.each([
    ['an answer', { sections: { context: 'Another context.' } }],
    ['the costs', { sections: { costAndHosting: { years: [] } } }],
    ['how long it is', { durationMonths: 13 }],
    ['the own scores', { selfAssessment: { ownership: { score: 1, reason: 'Weak' } } }],
  ])('does not stay through a change of %s', (_, patch) => {
    const c = invited('UNDP');
    answer(c, of(c, 'UNDP'), yes(c));
    edit(c, patch);
    expect(agencies(voidedEndorsers(c.facts))).toEqual(['UNDP']);
  });

  it('cannot be given of a text that was changed while it was read', () => {
    const c = invited('UNDP');
    const read = yes(c);
    edit(c, { title: 'Another title' });
    expect(tried(c, of(c, 'UNDP'), read)).toMatchObject({ code: 'invalid', fields: [{ path: 'text' }] });
    answer(c, of(c, 'UNDP'), yes(c));
  });

  it('can be changed until the request is submitted, and not after; what was said before is kept', () => {
    const c = invited('UNDP');
    answer(c, of(c, 'UNDP'), yes(c));
    expect(tried(c, of(c, 'UNDP'), yes(c))).toMatchObject({ code: 'notReady', message: /already/ as never });
    answer(c, of(c, 'UNDP'), no(c));
    expect(of(c, 'UNDP')).toMatchObject({ state: 'declined', changed: [{ position: 'endorses' }] });
    answer(c, of(c, 'UNDP'), yes(c));
    c.submitted();
    expect(isRefusal(tried(c, of(c, 'UNDP'), no(c)))).toBe(true);
    expect(c.facts.frozen?.endorsements).toMatchObject([
      { agency: 'UNDP', void: false, answer: { position: 'endorses' } },
    ]);
    expect(JSON.stringify(c.facts.frozen)).not.toContain('@un.example');
    c.returned();
    answer(c, of(c, 'UNDP'), no(c));
    // What was submitted says what was so then.
    expect(c.facts.frozen?.endorsements).toMatchObject([{ answer: { position: 'endorses' } }]);
  });

  it('names who answered, where that is not the head of agency', () => {
    const c = invited('UNDP');
    const by = { name: 'Mr. Deputy', position: 'Deputy Representative' };
    const event = yes(c, { answeredBy: by });
    const decision = decide(c.facts, endorserHolder(of(c, 'UNDP'), by), event, c.contextNow());
    expect(decision).toMatchObject({
      entry: { actor: { name: 'Mr. Deputy, Deputy Representative, for Head of UNDP, UNDP' }, role: 'endorser' },
      facts: { endorsers: [{ answer: { answeredBy: by } }] },
    });
    expect(tried(c, of(c, 'UNDP'), yes(c, { answeredBy: { name: ' ', position: 'x' } }))).toMatchObject({
      fields: [{ path: 'answeredBy.name' }],
    });
  });

  it.each([
    [{ kind: 'gold', text: 'x' }, 'contribution.kind'],
    [{ kind: 'cash', amountUSD: -1, text: 'x' }, 'contribution.amountUSD'],
    [{ kind: 'cash', amountUSD: 0, text: 'x' }, 'contribution.amountUSD'],
    [{ kind: 'cash', amountUSD: 10.001, text: 'x' }, 'contribution.amountUSD'],
    [{ kind: 'in-kind', amountUSD: 0, text: ' ' }, 'contribution.text'],
    [{ kind: 'cash', amountUSD: 5, text: 'x', from: '2027-02-30' }, 'contribution.from'],
  ])('with a wrong contribution is refused by name of the field: %j', (contribution, path) => {
    const c = invited('UNDP');
    expect(tried(c, of(c, 'UNDP'), yes(c, { contribution }))).toMatchObject({ code: 'invalid', fields: [{ path }] });
  });
});

describe('a link', () => {
  const link = (e: Endorser) => ({ party: e.key, number: e.link, expiresAt: `${e.until}T23:59:59.999Z` });

  it('opens the text in work and nothing that is said of risk, to nobody else than the one who was asked', () => {
    const c = invited('UNDP');
    const holder = endorserHolder(of(c, 'UNDP'));
    expect([maySee(holder, c.facts), readsDraft(holder, c.facts), [...tiersFor(holder, c.facts)]]).toEqual([
      true,
      true,
      ['case'],
    ]);
    expect(maySee(endorserHolder({ ...of(c, 'UNDP'), id: 'another' }), c.facts)).toBe(false);
    c.submitted();
    expect(maySee(holder, c.facts)).toBe(false);
  });

  it('of a head who was replaced is dead, and their answer stays in the record without counting', () => {
    const c = invited('UNDP');
    const before = of(c, 'UNDP');
    answer(c, before, yes(c));
    c.send('office', {
      type: 'REPLACE_ENDORSER',
      endorser: before.key,
      name: 'New head',
      title: 'Representative',
      email: 'new@un.example',
      reason: 'A new head arrived.',
    });
    const [old, successor] = endorsersOf(c.facts);
    expect(old).toMatchObject({
      state: 'replaced',
      answer: { position: 'endorses' },
      ended: { reason: 'A new head arrived.' },
    });
    expect(successor).toMatchObject({ agency: 'UNDP', state: 'asked', follows: before.key, name: 'New head' });
    expect(closedLink(c.facts, old!, link(before), c.at)).toBe('replaced');
    expect(maySee(endorserHolder(old!), c.facts)).toBe(false);
    expect(tried(c, old!, yes(c))).toMatchObject({ code: 'notFound' });
    expect(standingEndorsers(c.facts)).toEqual([]);
  });

  it('opens until its last day, not after another was sent, not after submission', () => {
    const c = invited('UNDP', 'UNICEF', 'UNFPA');
    const first = link(of(c, 'UNDP'));
    const why = (agency: string, l = link(of(c, agency))) => closedLink(c.facts, endorserOfLink(c.facts, l)!, l, c.at);
    expect(why('UNDP')).toBeNull();
    c.on(22);
    expect([why('UNDP'), endorserState(of(c, 'UNDP'), c.facts, c.at)]).toEqual(['expired', 'expired']);
    expect(tried(c, of(c, 'UNDP'), yes(c))).toMatchObject({ message: /time of this link is over/ as never });
    c.send('office', { type: 'ASK_ENDORSERS_AGAIN', endorsers: ['endorser:1'] });
    expect([why('UNDP'), why('UNDP', first)]).toEqual([null, 'newer']);
    c.send('office', { type: 'WITHDRAW_ENDORSER', endorser: 'endorser:2', reason: 'Not in the country.' });
    expect(closedLink(c.facts, endorsersOf(c.facts)[1]!, link(endorsersOf(c.facts)[1]!), c.at)).toBe('withdrawn');
    c.submitted();
    expect(why('UNDP')).toBe('submitted');
    c.withdrawn();
    expect(why('UNDP')).toBe('ended');
  });

  it('reminds before its last day and on it, and then tells the office', () => {
    const c = invited('UNDP');
    const clock = c.facts.clocks.find((x) => x.group === 'endorsement')!;
    expect([clock.holder, clock.dueOn, clock.steps.map((s) => s.kind)]).toEqual([
      'endorser',
      '2027-03-22',
      ['reminder', 'due', 'escalation'],
    ]);
    // The draft has its own time, and stays the first that is waited for.
    expect(c.facts.clocks[0]!.key).toBe('draft');
    answer(c, of(c, 'UNDP'), yes(c));
    expect(c.facts.clocks.map((x) => x.key)).toEqual(['draft']);
  });
});

describe('somebody whom no mail reaches', () => {
  it('is a task of the office until the mail goes to a corrected address', () => {
    const c = invited('UNDP', 'UNICEF');
    const gone: RequestEvent = {
      type: 'RECORD_ENDORSER_UNREACHED',
      endorsers: ['endorser:1'],
      problem: '550 No such user',
    };
    c.send('clock', gone);
    expect(c.last!.notices).toEqual([{ name: 'endorsementUnreached' }]);
    expect(endorserState(of(c, 'UNDP'), c.facts, c.at)).toBe('unreached');
    expect(c.facts.clocks.map((x) => [x.group, x.holder])).toContainEqual(['unreachedEndorser', 'rcOffice']);
    expect(c.attempt('clock', gone)).toMatchObject({ code: 'notReady' });
    c.send('office', { type: 'ASK_ENDORSERS_AGAIN', endorsers: ['endorser:1'], email: 'right@un.example' });
    expect(of(c, 'UNDP')).toMatchObject({ email: 'right@un.example', link: 2, state: 'asked' });
    expect(of(c, 'UNDP')).not.toHaveProperty('unreached');
    expect(c.last!.notices).toEqual([{ name: 'endorsementAskedAgain', parties: ['endorser:1'] }]);
  });
});

it('who was asked to endorse decides and judges nothing of the request, if they have an account', () => {
  const cast = aCase().cast;
  const c = aCase({
    context: {
      people: { ...Object.fromEntries(Object.values(cast).map((p) => [p.id, p])), 'desk@un.example': cast.desk },
    },
  });
  c.send('office', { type: 'INVITE_ENDORSERS', endorsers: [{ ...head('UNDP'), email: 'desk@un.example' }] });
  answer(c, of(c, 'UNDP'), yes(c));
  c.submitted();
  expect(c.attempt('desk', { type: 'ACCEPT' })).toMatchObject({ code: 'separationOfDuties' });
});

it('the office cannot ask itself, nor write an answer in the name of an agency', () => {
  const cast = aCase().cast;
  const c = aCase({ context: { people: { 'rc@un.example': cast.coordinator } } });
  expect(
    c.attempt('office', { type: 'INVITE_ENDORSERS', endorsers: [{ ...head('UNDP'), email: 'RC@un.example' }] }),
  ).toMatchObject({
    fields: [{ path: 'endorsers.0.email' }],
  });
  c.send('office', { type: 'INVITE_ENDORSERS', endorsers: [head('UNDP')] });
  expect(c.attempt('coordinator', yes(c))).toMatchObject({ code: 'notYourRole' });
});
