import { describe, expect, it } from '@jest/globals';
import type { ListRow, PipelineRow, ReviewItem } from '#casework';
import { approvedModality, stateName } from '#domain';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { aContent } from '../../../../libs/domain/test/content.js';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { me, names, seenBy, timesOn, todosOf, versionOf } from '../../../../test/support/seen.js';
import { anEvent } from '../../../../libs/domain/test/events.js';
import { caseFrame } from '../request/case-frame.js';
import { homePage, OVERSEERS, type HomeInput } from './home.presenter.js';

const TODAY = '2027-03-02';
const rowOf = (it: CaseBuilder): ListRow => {
  const { facts } = it;
  const clock = facts.clocks[0];
  return {
    ...facts.summary,
    ref: facts.ref,
    approvedModality: approvedModality(facts),
    state: stateName(facts.state),
    review: null,
    consultation: null,
    version: facts.version,
    revision: 1,
    createdAt: new Date(facts.createdAt),
    submittedAt: facts.submittedAt ? new Date(facts.submittedAt) : null,
    changedAt: new Date(it.entries.at(-1)!.at),
    dueOn: clock?.dueOn ?? null,
    holder: clock?.holder ?? null,
    station: clock?.station ?? null,
  };
};

function home(part: Part, cases: CaseBuilder[], more: Partial<HomeInput> & { today?: string } = {}) {
  const [first] = cases.length ? cases : [aCase()];
  const person = me(first!, part);
  const today = more.today ?? TODAY;
  const oversees = person.assignments.some((a) => OVERSEERS.includes(a.role));
  const rows = cases.map(rowOf);
  return homePage({
    me: person,
    roleLine: 'Role, place',
    todos: todosOf(person, ...cases),
    office: null,
    scope: oversees ? { rows, complete: true, count: { count: rows.length, more: false }, where: '' } : null,
    decided: [],
    reviews: null,
    pipeline: null,
    framework: aFramework(),
    names,
    times: timesOn(today),
    now: new Date(`${today}T10:00:00Z`),
    ...more,
  });
}
const todosIn = (page: ReturnType<typeof home>) => page.blocks.flatMap((b) => (b.kind === 'todos' ? b.items : []));
const officeOf = (it: CaseBuilder, more: object = {}) => ({
  office: {
    rows: [rowOf(it)],
    main: { view: seenBy(it, 'office'), content: it.content, submitted: it.facts.version ? versionOf(it) : undefined },
    helpers: [],
    signs: false,
    ...more,
  },
});

describe('what waits', () => {
  it('is counted, named, and leads to the page where it is done', () => {
    const page = home('desk', [aCase().submitted(), aCase().accepted()]);
    expect(page.lead).toBe(
      'One completeness check and one appointment of reviewers wait for you. The first is due on 8 March 2027. Two requests are under way; none is late.',
    );
    expect(todosIn(page)).toEqual([
      {
        title: 'Tanzania: check that the request is complete',
        hint: 'HRA-2027-0001. First request, submitted 1 Mar',
        href: '/requests/HRA-2027-0001/screening',
        status: { text: 'Due 8 Mar', tone: 'plain' },
      },
      expect.objectContaining({ title: 'Tanzania: appoint reviewers', href: '/requests/HRA-2027-0001/reviewers' }),
    ]);
    expect(page.figures[0]).toEqual({ value: 2, text: 'steps wait for you' });
  });
  it('is said to be urgent, in the list and at the head of the request', () => {
    const urgent = aCase({
      content: aContent({ track: 'urgent', urgentReason: 'The election is in May.' }),
    }).submitted();
    expect(todosIn(home('desk', [urgent]))[0]!.hint).toBe('HRA-2027-0001. First request, urgent, submitted 1 Mar');
    const eyebrow = (it: CaseBuilder) => caseFrame(seenBy(it, 'desk'), 'summary', names).eyebrow;
    expect([urgent, aCase()].map(eyebrow)).toEqual(['HRA-2027-0001, urgent', 'HRA-2027-0001']);
  });
  it('is said to be a reconsideration, to the panel and to the approver', () => {
    const it1 = aCase().declined().send('coordinator', { type: 'REQUEST_RECONSIDERATION', reason: 'They agree now.' });
    expect(todosIn(home('chair', [it1]))[0]!.hint).toBe('HRA-2027-0001. First request, to be reconsidered');
    it1.send('chair', anEvent('RECOMMEND', { facts: it1.facts }));
    expect(todosIn(home('approver', [it1]))[0]!.hint).toMatch(/First request, to be reconsidered\. Recommended: /);
  });
  it('is said to be late in red words', () => {
    const page = home('desk', [aCase().submitted()], { today: '2027-03-10' });
    expect(page.lead).toMatch(/^One completeness check waits for you\. It is 2 working days late\./);
    expect(todosIn(page)[0]!.status).toEqual({ text: '2 working days late', tone: 'red' });
    expect(page.figures).toContainEqual({ value: 1, text: 'request late', alert: true });
  });
  it('is nothing when it is another’s turn, and then nothing is listed', () => {
    for (const part of ['chair', 'approver', 'team'] as const) {
      const page = home(part, [aCase().submitted()]);
      expect(page.lead).toMatch(/^Nothing waits for you now\./);
      expect(todosIn(page)).toEqual([]);
    }
  });
  it('is not what is deferred to a later day, until that day', () => {
    const it1 = aCase().deferred();
    expect(todosIn(home('desk', [it1]))).toEqual([]);
    expect(todosIn(home('desk', [it1], { today: '2027-09-01' }))).toHaveLength(1);
  });
  it('is advice, for the region', () => {
    const page = home('team', [aCase().accepted()]);
    expect([page.heading, page.lead]).toEqual([
      'Your region today',
      'One request awaits your advice. It is due on 22 March 2027. One request is under way; none is late.',
    ]);
  });
  it('the count in the sentence is the count of the list, for everybody at every stage', () => {
    const stages: (keyof CaseBuilder)[] = [
      'drafted',
      'submitted',
      'accepted',
      'declared',
      'scored',
      'revealed',
      'withPanel',
      'recommended',
      'offered',
    ];
    const cases = stages.map((stage) => {
      const it = aCase();
      return (it[stage] as () => CaseBuilder).call(it);
    });
    for (const part of ['desk', 'chair', 'approver', 'team', 'amina'] as const) {
      const page = home(part, cases);
      const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
      const sum = (
        page.lead
          .split(/ waits? | awaits? /)[0]!
          .toLowerCase()
          .match(/\w+/g) ?? []
      )
        .map((w) => Math.max(words.indexOf(w), 0))
        .reduce((a, b) => a + b, 0);
      expect([part, sum]).toEqual([part, todosIn(page).length]);
    }
  });
});

describe('a reviewer', () => {
  const it1 = aCase().appointed();
  const review = (it: CaseBuilder): ReviewItem => ({
    ref: it.facts.ref,
    facts: it.facts,
    state: it.facts.reviewers[0]!.state,
    appointedAt: new Date(it.at),
    dueOn: null,
  });
  it('who has not declared yet is told the country and nothing of the request', () => {
    const page = home('amina', [it1], { reviews: [review(it1)] });
    expect(todosIn(page)).toMatchObject([
      {
        title: 'Tanzania: take the appointment up, or decline it',
        href: '/reviews/HRA-2027-0001/declaration',
        hint: 'HRA-2027-0001. You see the request after you have declared.',
      },
    ]);
    expect(JSON.stringify(page)).not.toContain(it1.facts.summary.title);
  });
  it('sees the own total and how many are done, not what others gave', () => {
    const it2 = aCase().scored();
    const page = home('amina', [it2], { reviews: [review(it2)] });
    expect(page.blocks.at(-1)).toMatchObject({ rows: [{ total: '75.0', others: '2 of 2' }] });
  });
});

describe('an office', () => {
  it('continues with the first section that is not complete', () => {
    const it1 = aCase({ content: { ...aCase().content, endorsements: [] } });
    const page = home('office', [it1], officeOf(it1));
    expect([page.heading, page.lead, page.actions]).toEqual([
      'Your request for a Human Rights Adviser',
      'Eight of nine sections are complete. The adviser is wanted from July 2027.',
      [{ text: 'Continue with section 9', href: '/requests/HRA-2027-0001/sections/9', secondary: false }],
    ]);
    expect(page.blocks.map((b) => b.kind)).toEqual(['sections', 'table']);
  });
  it('with no text in work has no heading twice', () => {
    for (const cases of [[], [aCase().submitted()]]) {
      const office = { rows: cases.map(rowOf), main: null, helpers: [], signs: true };
      const page = home('coordinator', cases, { office });
      const headings = [page.heading, ...page.blocks.flatMap((b) => ('title' in b ? [b.title] : []))];
      expect(headings).toEqual([...new Set(headings)]);
    }
  });
  it('is told who can submit what is ready, and who signs can do it', () => {
    const it1 = aCase();
    expect(home('office', [it1], officeOf(it1)).lead).toMatch(
      /^All nine sections are complete\. The Resident Coordinator can submit it\./,
    );
    expect(home('coordinator', [it1], officeOf(it1, { signs: true })).actions[0]!.text).toBe('Check and submit');
  });
  it('sees first what it has to correct, once and not again among the things to do', () => {
    const it1 = aCase().returned();
    const page = home('office', [it1], officeOf(it1));
    expect([page.heading, page.lead]).toEqual([
      'Correct your request',
      'The desk officer asks for one correction before the request goes on. It is due back by 22 March 2027.',
    ]);
    expect(page.blocks.map((b) => b.kind)).toEqual(['corrections', 'sections', 'table']);
  });
  it('has a question to answer above everything else', () => {
    const it1 = aCase().asked();
    const page = home('office', [it1], { office: { rows: [rowOf(it1)], main: null, helpers: [], signs: false } });
    expect(page.lead).toMatch(/^One question to answer waits for you\. It is due on 15 March 2027\./);
    expect(page.blocks.map((b) => b.kind)).toEqual(['todos', 'table']);
  });
  it('that does not lead a regional request finds it among the things to do, and signs there', () => {
    const content = {
      ...aCase().content,
      type: 'regional',
      modality: 'multiCountry',
      countries: ['TZA', 'FJI'],
    } as const;
    const it1 = aCase({ content: { ...content, countries: [...content.countries] } });
    const office = { rows: [rowOf(it1)], main: null, helpers: [], signs: true };
    const [todos] = home('officeElsewhere', [it1], { office }).blocks;
    expect(todos).toMatchObject({
      kind: 'todos',
      items: [
        { title: expect.stringContaining('sign the regional request'), href: '/requests/HRA-2027-0001/signatures' },
      ],
    });
  });
  it('without any request can start one', () => {
    const page = home('office', [], { office: { rows: [], main: null, helpers: [], signs: false } });
    expect(page.actions).toEqual([{ text: 'Start a request', href: '/requests/new', secondary: false }]);
    expect(page.blocks.at(-1)).toMatchObject({ rows: [], empty: 'Your office has made no request yet.' });
  });
});

describe('others', () => {
  it('the fund manager sees what waits for money, since when and how much', () => {
    const it1 = aCase().approved();
    const row: PipelineRow = {
      facts: it1.facts,
      costs: it1.content.sections!.costAndHosting!.years!,
      waitingSince: new Date('2027-03-01T09:00:00Z'),
    };
    const page = home('fund', [it1], { pipeline: [row] });
    expect(page.lead).toBe(
      'One approved request waits for funds. It costs US$ 256,000; it has waited since 1 March 2027.',
    );
    expect(page.blocks).toMatchObject([{ rows: [{ cost: { text: '256,000', note: 'Fund 256,000' } }] }]);
    expect(home('fund', [it1], { pipeline: Array<PipelineRow>(101).fill(row) }).lead).toBe(
      'More than 100 approved requests wait for funds; the first has waited since 1 March 2027.',
    );
    expect(home('fund', [], { pipeline: [] }).lead).toBe('No approved request waits for funds.');
  });
  it('an auditor is not told that nothing waits: nothing ever does', () => {
    const page = home('auditor', [aCase().submitted()]);
    expect([page.heading, page.lead]).toEqual(['What is under way', 'One request is under way; none is late.']);
  });
  it('an administrator sees settings and no case', () => {
    const page = home('administrator', [aCase().submitted()]);
    expect(page.lead).toBe('Requests submitted now are judged by version 1 of the criteria.');
    expect(JSON.stringify(page)).not.toContain('HRA-2027');
  });
  it('a person with two roles gets both parts', () => {
    const it1 = aCase().submitted();
    const both = { ...me(it1, 'desk'), assignments: [...it1.cast.desk.assignments, ...it1.cast.amina.assignments] };
    const page = home('desk', [it1], { me: both, reviews: [] });
    expect(page.heading).toBe('Your work');
    expect(page.blocks.map((b) => ('title' in b ? b.title : b.kind))).toEqual([
      'To do',
      'Scored by you',
      'Requests under way',
      'Recent decisions',
    ]);
  });
  it('who has no assignment in force is told so', () => {
    const page = home('desk', [], { me: { ...me(aCase(), 'desk'), assignments: [] }, scope: null });
    expect(page.lead).toMatch(/^You have no assignment in force today/);
  });
  it('outside OHCHR nobody is told who holds the review', () => {
    const it1 = aCase().declared();
    const rows = [{ ...rowOf(it1), holder: 'reviewer' }];
    const scope = { rows, complete: true, count: { count: 1, more: false }, where: '' };
    const holder = (part: Part) => home(part, [it1], { scope }).blocks.find((b) => b.kind === 'table')!.rows[0]!.holder;
    expect([holder('team'), holder('desk')]).toEqual(['OHCHR', 'OHCHR reviewer']);
  });
});
