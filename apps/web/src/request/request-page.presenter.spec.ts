import { describe, expect, it } from '@jest/globals';
import type { MailLine } from '#casework';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { anEvent } from '../../../../libs/domain/test/events.js';
import { me, names, passagesOf, recordFor, seenBy, timesOn, versionOf } from '../../../../test/support/seen.js';
import { letterAsked, letterPage } from './letter.presenter.js';
import { mailLines } from './mail-lines.js';
import { requestPage } from './request-page.presenter.js';

const TODAY = '2027-03-02';
const page = (it: CaseBuilder, part: Part, more: { today?: string; mails?: MailLine[] } = {}) =>
  requestPage({
    view: seenBy(it, part),
    me: me(it, part),
    content: it.content,
    submitted: it.facts.version > 0 ? versionOf(it) : undefined,
    history: recordFor(it, part).slice(0, 10),
    passages: passagesOf(it),
    mails: more.mails ?? null,
    deskOfficers: [],
    names,
    times: timesOn(more.today ?? TODAY),
    now: new Date(`${more.today ?? TODAY}T10:00:00Z`),
  });
const R = '/requests/HRA-2027-0001';

describe('the one thing to do', () => {
  it.each<[string, CaseBuilder, Part, { text: string; href: string } | undefined]>([
    ['a draft that is ready, for who signs', aCase(), 'coordinator', { text: 'Check and submit', href: `${R}/check` }],
    ['a draft that is ready, for the office', aCase(), 'office', { text: 'Check the request', href: `${R}/check` }],
    ['a request to check', aCase().submitted(), 'desk', { text: 'Check completeness', href: `${R}/screening` }],
    [
      'a request to correct',
      aCase().returned(),
      'office',
      { text: 'Continue with section 8', href: `${R}/sections/8` },
    ],
    ['advice to give', aCase().accepted(), 'team', { text: 'Give advice', href: '/advice/HRA-2027-0001' }],
    ['reviewers to appoint', aCase().accepted(), 'desk', { text: 'Appoint reviewers', href: `${R}/reviewers` }],
    ['a question to answer', aCase().asked(), 'office', { text: 'Answer the question', href: `${R}/messages` }],
    ['scores to give', aCase().declared(), 'amina', { text: 'Score the request', href: '/reviews/HRA-2027-0001' }],
    ['scores to reveal', aCase().scored(), 'desk', { text: 'Reveal the scores', href: `${R}/reviews` }],
    ['scores to settle', aCase().revealed(), 'chair', { text: 'Settle the scores', href: `${R}/settle` }],
    ['a recommendation to make', aCase().withPanel(), 'chair', { text: 'Recommend', href: `${R}/recommendation` }],
    ['a decision to take', aCase().recommended(), 'approver', { text: 'Decide', href: '/decisions/HRA-2027-0001' }],
    ['an offer to answer', aCase().offered(), 'coordinator', { text: 'Answer the offer', href: `${R}/offer` }],
    ['nothing, while others are busy', aCase().submitted(), 'coordinator', undefined],
    ['nothing, for who only reads', aCase().submitted(), 'auditor', undefined],
    ['nothing before its day, for what is deferred', aCase().deferred(), 'desk', undefined],
  ])('%s', (_, it, part, expected) => {
    expect(page(it, part).actions[0]).toEqual(expected);
  });
  it('what is deferred waits from its day on', () => {
    expect(page(aCase().deferred(), 'desk', { today: '2027-09-01' }).actions).toMatchObject([
      { text: 'Take up again' },
    ]);
  });
  it('what else is possible is a link, once', () => {
    expect(page(aCase().submitted(), 'coordinator').others).toEqual([
      { text: 'Withdraw the request', href: `${R}/withdraw` },
    ]);
    const texts = page(aCase().recommended(), 'approver').others.map((l) => l.text);
    expect(texts).toEqual([...new Set(texts)]);
    expect(texts).not.toContain('Decide');
  });
});

describe('who sees what', () => {
  const it1 = aCase().recommended();
  it('the recommendation is OHCHR’s until it is decided', () => {
    expect(page(it1, 'approver').recommendation).toMatchObject({ outcome: 'Approve with conditions' });
    for (const part of ['coordinator', 'team', 'office'] as const) expect(page(it1, part).recommendation).toBeNull();
    expect(page(aCase().approved(), 'approver').recommendation).toBeNull();
  });
  it('reviewers and their number are not told outside', () => {
    const label = (part: Part) => page(it1, part).facts.find((f) => f.label === 'Reviewers')?.value;
    expect([label('desk'), label('coordinator'), label('team')]).toEqual(['Two, no conflict of interest', '', '']);
    expect(JSON.stringify(page(it1, 'coordinator'))).not.toMatch(/amina|bruno/);
  });
  it('the reviews have a tab for OHCHR alone', () => {
    const tabs = (part: Part) => page(it1, part).frame.tabs.map((t) => t.text);
    expect(tabs('desk')).toContain('Reviews');
    expect(tabs('team')).toEqual(['Summary', 'Full request', 'Documents', 'Messages', 'Versions', 'History']);
    expect(page(aCase(), 'office').frame.tabs.map((t) => t.text)).toEqual([
      'Summary',
      'Full request',
      'Documents',
      'History',
    ]);
  });
  it('corrections lead into the sections for who may mend them', () => {
    const it2 = aCase().returned();
    expect(page(it2, 'office').returned!.items[0]!.section).toMatchObject({ href: `${R}/sections/8` });
    expect(page(it2, 'desk').returned!.items[0]!.section).toEqual({ text: 'Section 8, Cost, funding and hosting' });
    expect(page(it2, 'desk').progress).toBeNull();
  });
});

it('silence of the region is told as what it is', () => {
  const it1 = aCase().accepted().on('2027-04-01').send('clock', { type: 'RECORD_SILENCE' });
  expect(page(it1, 'desk').advice.map((a) => a.by)).toEqual(
    Array(2).fill(
      'The time for advice ended without it. That is recorded, and is not taken as consent. It can still be given, and is added.',
    ),
  );
  expect(page(aCase().accepted(), 'desk').advice[0]!.by).toBe('Awaited until 22 March 2027.');
  expect(page(aCase().submitted(), 'desk').advice[0]!.by).toBe(
    'Will be asked once the request is accepted as complete.',
  );
});

it('each decision leads to its own letter', () => {
  const it1 = aCase().deferred().on('2027-09-02').send('desk', { type: 'RECONSIDER' });
  it1
    .send('chair', anEvent('RECOMMEND', { facts: it1.facts }))
    .send('approver', anEvent('APPROVE', { facts: it1.facts }));
  const { decisions } = page(it1, 'coordinator', { today: '2027-09-03' });
  expect(decisions.map((d) => [d.status.text, d.letter])).toEqual([
    ['Approved', `${R}/letter`],
    ['Deferred', `${R}/letter?decision=1`],
  ]);
  expect(
    [undefined, '1', '2', '3', '0', 'x'].map((decision) => letterAsked(it1.facts, { decision })?.number ?? null),
  ).toEqual([2, 1, 2, null, null, null]);
  expect(letterAsked(aCase().facts, {})).toBeNull();
  const letter = letterPage({
    view: seenBy(it1, 'team'),
    shown: letterAsked(it1.facts, { decision: '1' })!,
    me: it1.cast.team,
    names,
    today: TODAY,
    mails: null,
  });
  expect(letter.superseded).toMatchObject({ text: 'Superseded by letter 2 of 2 September 2027' });
  expect(letter.lead).toMatch(/^Deferred on 1 March 2027; a later decision followed\./);
  expect(letter.letter).toMatchObject({ language: 'en', day: '1 March 2027' });
});

it('a refusal that is reconsidered says so, before and after the next decision', () => {
  const it1 = aCase().declined();
  expect(page(it1, 'coordinator').decisions.map((d) => d.aside)).toEqual(['']);
  it1.send('coordinator', { type: 'REQUEST_RECONSIDERATION', reason: 'They agree now.' });
  expect(page(it1, 'team').decisions.map((d) => d.aside)).toEqual([
    'Reconsideration was asked for, and the request is decided anew.',
  ]);
  it1.send('chair', anEvent('RECOMMEND', { facts: it1.facts }));
  it1.send('approver', anEvent('DECLINE', { facts: it1.facts }));
  expect(page(it1, 'coordinator').decisions.map((d) => d.aside)).toEqual([
    '',
    'Reconsideration was asked for, and the request was decided anew.',
  ]);
});

it('mail that did not arrive comes first, with the words of the server', () => {
  const mail = (status: MailLine['status'], more: Partial<MailLine> = {}): MailLine => ({
    id: status,
    notice: 'decisionLetter',
    status,
    to: ['Person coordinator'],
    copy: [],
    subject: null,
    problem: null,
    attempts: 0,
    recipients: [],
    writtenAt: new Date('2027-03-01T09:00:00Z'),
    handedAt: null,
    ...more,
  });
  const { lines, more } = mailLines(
    [
      mail('queued'),
      mail('sent', { subject: 'Decision on HRA-2027-0001', handedAt: new Date('2027-03-01T10:00:00Z') }),
      mail('refused', { problem: '550 5.1.1 No such user', copy: ['Person team'] }),
    ],
    2,
  );
  expect(more).toBe(1);
  expect(lines).toEqual([
    {
      what: 'Decision letter',
      to: 'To Person coordinator, copy to Person team',
      status: { text: 'Refused', tone: 'red' },
      problem: '550 5.1.1 No such user',
    },
    { what: 'Decision letter', to: 'To Person coordinator', status: { text: 'On its way', tone: 'grey' }, problem: '' },
  ]);
});

it('mail has the name of its notice, whatever the notice, also where a digest told it', () => {
  const mail = { status: 'queued', to: ['A'], copy: [], subject: null, problem: null, attempts: 0, recipients: [] };
  const what = (notice: string) => mailLines([{ ...mail, notice } as never]).lines[0]!.what;
  expect([what('screeningNeeded'), what('ofAnOlderSystem')]).toEqual(['Completeness check needed', 'Notice']);
});

it('how long it lay with whom is counted once it was submitted', () => {
  expect(page(aCase(), 'office', { today: '2027-03-05' }).held).toEqual([]);
  const it1 = aCase().submitted().on('2027-03-03T09:00:00.000Z');
  expect(page(it1, 'office', { today: '2027-03-05' }).held).toEqual(['OHCHR: four working days']);
});

it('gives the grounds of a decline by criterion, and those of none for themselves', () => {
  const c = aCase().recommended();
  const codes = ['RESOURCES_NOT_AVAILABLE', 'NO_FUNDED_EXIT_AFTER_REPEATED_EXTENSION', 'OWNERSHIP_NOT_SHOWN'] as const;
  c.send('approver', { type: 'DECLINE', reasons: 'No means.', codes: [...codes, 'SUSTAINABILITY_NOT_SHOWN', 'OTHER'] });
  const [decision] = page(c, 'coordinator').decisions;
  expect(decision!.byCriterion).toEqual([
    { label: 'Ownership', lines: ['Ownership is not shown'] },
    { label: 'Sustainability', lines: ['No funded exit after repeated extension', 'Sustainability is not shown'] },
  ]);
  expect(decision!.grounds).toEqual(['Resources do not permit']);
});
