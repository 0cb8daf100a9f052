import { describe, expect, it } from '@jest/globals';
import { aDeployment, against, postCast } from '../../test/a-deployment.js';
import { aPost, aPostEvent } from '../../test/deployment-events.js';
import { maySeeDeployment } from './access.js';
import { coveredOn, presentTerm } from './current.js';
import type { Report, ReportKind } from './facts.js';
import { prefillReport } from './prefill.js';

const arrive = (on: string, endsOn: string) => ({ type: 'ARRIVE', on, endsOn }) as const;
const extend = (until: string) => ({ type: 'EXTEND', until, basis: 'Funds' }) as const;

describe('bridges', () => {
  const bridge = (from: string, until: string) =>
    ({ type: 'BRIDGE', kind: 'regionalOffice', by: 'Pretoria', from, until }) as const;
  it('lie in a gap, one at a time', () => {
    const d = aDeployment().left();
    const gone = d.term.until!;
    expect(gone).toBe('2027-05-30');
    expect(against(d, 'team', bridge('2027-05-30', '2027-07-31'))).toEqual([
      'from: Person amara is in post on some of these days, so there is no gap to bridge then',
    ]);
    expect(against(d, 'team', bridge('2027-08-01', '2027-07-31'))).toEqual([
      'until: The last day is before the first. Enter a later one',
    ]);
    d.send('team', bridge('2027-05-31', '2027-07-31'));
    expect(against(d, 'team', bridge('2027-07-31', '2027-08-31'))).toEqual([
      'from: The gap is bridged on some of these days already. End that bridge first',
    ]);
    expect(against(d, 'team', bridge('2027-02-01', '2027-02-28'))).toEqual([
      'from: The post was opened on 1 March 2027. Enter that day or a later one',
    ]);
  });

  it('end when somebody arrives, and make room for a term that is extended', () => {
    const d = aDeployment().left().send('team', bridge('2027-06-01', '2027-12-31'));
    d.go('desk', 'ADVERTISE').go('desk', 'SHORTLIST').go('desk', 'SELECT').go('coordinator', 'CONSULTED');
    d.on('2027-09-01').go('desk', 'ARRIVE');
    expect(d.facts.bridges).toMatchObject([{ from: '2027-06-01', until: '2027-08-31' }]);
    const e = aDeployment().wished().send('team', bridge('2029-03-01', '2029-08-31'));
    e.send('desk', extend('2029-05-31'));
    expect(e.facts.bridges).toMatchObject([{ from: '2029-06-01', until: '2029-08-31' }]);
  });
});

describe('the end of a term', () => {
  it('a checklist is sent back as often as it has to be, with each reason kept', () => {
    const d = aDeployment().checked();
    for (const reason of ['The passes are missing', 'The car is missing as well']) {
      d.send('desk', { type: 'SEND_BACK', side: 'rc', reason });
      expect(d.last!.notices.map((n) => n.name)).toEqual(['officeChecklistSentBack']);
      expect(against(d, 'amara', aPostEvent('HAND_OVER', { facts: d.facts, today: d.today }))).toBe(
        'notReady: Still to be finished: the checklist of the Resident Coordinator.',
      );
      d.go('office', 'CHECK', aPostEvent('CHECK', { side: 'rc' }));
    }
    expect(d.term.exit!.sentBack.map((s) => s.reason)).toEqual([
      'The passes are missing',
      'The car is missing as well',
    ]);
    expect(against(d, 'amara', { type: 'SEND_BACK', side: 'adviser', reason: 'x' })).toEqual([
      'side: This is your own list. Choose the list of the other side',
    ]);
    d.handedOver();
    expect(d.facts.state).toEqual({ active: { tenure: 'vacant', recruitment: 'idle' } });
  });

  it('the adviser hands over when both lists are finished and the last report is filed', () => {
    const d = aDeployment().closing();
    expect(against(d, 'amara', aPostEvent('HAND_OVER', { facts: d.facts, today: d.today }))).toBe(
      'notReady: Still to be finished: the end-of-assignment report, your checklist, the checklist of the Resident Coordinator.',
    );
    expect(against(d, 'amara', aPostEvent('CHECK', { side: 'adviser' }))).toEqual([
      'done: The end-of-assignment report is not filed yet. File it first',
    ]);
    expect(against(d, 'office', { type: 'CHECK', done: ['appraisalDone'], finished: true })).toEqual([
      'finished: Not done yet: Who carries the work on is named and briefed; Equipment, passes and accounts are returned; Government and partners are informed',
    ]);
  });

  it('a post that is converted ends with its term, and says into what', () => {
    const d = aDeployment().wished().go('desk', 'CONVERT').handedOver();
    expect(d.facts.state).toBe('ended');
    expect(d.facts.ending).toMatchObject({ reason: 'converted', conversion: 'nationalPost', on: d.term.until });
    expect(d.last!.notices.map((n) => n.name)).toEqual(['postHandedOver', 'postEnded']);
  });

  it('an end that is decided while somebody is in post waits for the handover; an empty post ends at once', () => {
    const d = aDeployment().serving().ended();
    expect(d.facts.state).toMatchObject({ active: { tenure: 'renewal' } });
    expect(d.facts.renewals).toMatchObject([{ decided: { how: 'closed', ending: { reason: 'funds' } } }]);
    expect(against(d, 'desk', aPostEvent('ADVERTISE', { today: d.today }))).toBe(
      'notReady: It is decided that the post ends with this term.',
    );
    const gone = aDeployment().left().go('team', 'BRIDGE').go('desk', 'ADVERTISE').ended();
    expect(gone.facts.state).toBe('ended');
    expect(gone.search.ended).toMatchObject({ outcome: 'cancelled', reason: 'The post ended.' });
  });

  it('a decision that comes during the handover is still taken', () => {
    const d = aDeployment().closing().go('desk', 'CLOSE');
    expect(d.term.exit!.next).toBe('end');
    expect(d.handedOver().facts.state).toBe('ended');
    const e = aDeployment().closing().go('desk', 'EXTEND');
    expect(e.facts.state).toMatchObject({ active: { tenure: 'serving' } });
    expect(e.term.exit).toBeNull();
  });
});

describe('reports that are due', () => {
  it('a day that has passed can be moved with a reason, and the record says that it was late', () => {
    const d = aDeployment().serving();
    const first = d.term.obligations[0]!;
    expect(first).toMatchObject({ kind: 'quarterly', period: 'Q1 2027', dueOn: '2027-04-15' });
    d.on('2027-04-20');
    const move = (dueOn: string, reason = 'The floods') =>
      ({ type: 'MOVE_OBLIGATION', obligationId: first.id, dueOn, reason }) as const;
    expect(against(d, 'desk', move('2027-04-30', ''))).toEqual(['reason: Say why the day is moved']);
    expect(against(d, 'desk', move('2027-04-19'))).toEqual([
      'dueOn: Enter today or a later day: nothing can fall due in the past',
    ]);
    d.send('desk', move('2027-04-30')).send('desk', move('2027-05-10', 'The floods go on'));
    expect(d.term.obligations.find((o) => o.id === first.id)).toMatchObject({
      dueOn: '2027-05-10',
      moved: [
        { from: '2027-04-15', to: '2027-04-30', reason: 'The floods', late: true },
        { from: '2027-04-30', to: '2027-05-10', reason: 'The floods go on', late: false },
      ],
    });
    expect(d.facts.clocks.find((c) => c.key === `report:${first.id}`)?.dueOn).toBe('2027-05-10');
  });

  it('a report is filed once, and what has been reported on stays in the plan', () => {
    const d = aDeployment().serving().go('amara', 'FILE_REPORT');
    const filed = d.sent.at(-1)!.event;
    expect(against(d, 'amara', filed)).toEqual(['obligationId: This report is filed already']);
    expect(
      against(d, 'amara', { type: 'PLAN', items: [{ ...d.term.workPlan.items[0]!, id: undefined } as never] }),
    ).toEqual([
      'items: “Train the country team 0 0” has been reported on, so it stays in the plan. Report it as dropped instead',
    ]);
  });
});

describe('time', () => {
  it('the day is that of the duty station: at 23:30 UTC on 31 December it is New Year’s Day in Suva', () => {
    const fiji = { host: 'FJI', dutyStation: 'Suva', coverage: [{ ...aPost().coverage[0]!, country: 'FJI' }] };
    const zoneOf = (c: string) => (c === 'FJI' ? 'Pacific/Fiji' : null);
    const cast = {
      ...postCast(),
      desk: { ...postCast().desk, assignments: [{ role: 'deskOfficer' as const, regions: [], countries: [] }] },
      coordinator: {
        ...postCast().coordinator,
        assignments: [{ role: 'residentCoordinator' as const, regions: [], countries: ['FJI'] }],
      },
    };
    const there = aDeployment({ post: fiji, cast, context: { zoneOf } }).onboarding().on('2027-12-31T23:30:00.000Z');
    expect(against(there, 'desk', arrive('2028-01-01', '2029-12-31'))).toBe('taken');
    const here = aDeployment({ context: { zoneOf } }).onboarding().on('2027-12-31T23:30:00.000Z');
    expect(against(here, 'desk', arrive('2028-01-01', '2029-12-31'))).toEqual([
      'on: The arrival is recorded on its day or later. Today is 31 December 2027',
    ]);
  });

  it('a plain name is linked to an account when there is one, once', () => {
    const d = aDeployment()
      .shortlisted()
      .go('desk', 'SELECT', { adviser: 'Amara N.' })
      .onboarding()
      .go('desk', 'ARRIVE');
    expect(presentTerm(d.facts)!.person).toEqual({ id: null, name: 'Amara N.' });
    expect(against(d, 'desk', { type: 'IDENTIFY', adviser: 'nobody@un.example' })).toEqual([
      'adviser: Enter the e-mail address of somebody who has an account here',
    ]);
    d.send('desk', { type: 'IDENTIFY', adviser: 'amara' });
    expect(maySeeDeployment(d.cast.amara, d.facts)).toBe(true);
    expect(d.facts.clocks.find((c) => c.key === 'workPlan')?.personId).toBe('amara');
    expect(against(d, 'desk', { type: 'IDENTIFY', adviser: 'boris' })).toMatch(/^notReady/);
  });
});

describe('an arrival before the planned start', () => {
  const planned = '2027-06-01';
  const line = { part: 'supervisor', name: 'A coordinator', title: 'Resident Coordinator', until: null } as const;
  const early = () =>
    aDeployment({
      post: {
        coverage: [
          { country: 'TZA', from: planned, until: null, daysPerMonth: 15 },
          { country: 'KEN', from: '2028-01-01', until: null, daysPerMonth: 6 },
        ],
        framework: [{ from: planned, under: true }],
        reporting: [{ ...line, from: planned }],
      },
    });
  it('begins cover, framework mark and supervision, and nothing that was planned for later', () => {
    const d = early().onboarding();
    expect(d.facts.post.coverage[0]!.from).toBe(planned);
    const on = d.today;
    const { post } = d.go('desk', 'ARRIVE', { on }).facts;
    expect(post.coverage.map((c) => c.from)).toEqual([on, '2028-01-01']);
    expect([post.framework[0]!.from, post.reporting[0]!.from]).toEqual([on, on]);
    expect(coveredOn(post, on)).toEqual(['TZA']);
  });
  it('changes nothing where it is the planned day or later, or not the first', () => {
    const late = early().onboarding().on('2027-06-20').go('desk', 'ARRIVE');
    expect(late.facts.post.coverage[0]!.from).toBe(planned);
    expect(late.last!.entry.data).not.toHaveProperty('post');
  });
});

describe('a view of the Resident Coordinator that came in writing', () => {
  it('is recorded by the desk officer, who says how it came', () => {
    const d = aDeployment().selected();
    const asked = 'note: Say how and when the view reached OHCHR, such as a letter of 3 March, and what it says';
    expect(against(d, 'desk', { type: 'CONSULTED', agrees: true })).toEqual([asked]);
    d.send('desk', { type: 'CONSULTED', agrees: true, note: 'A letter of 1 March' });
    expect(d.search.consulted).toMatchObject({ by: { id: 'desk' }, agrees: true, recorded: true });
    expect(aDeployment().onboarding().search.consulted).not.toHaveProperty('recorded');
  });
});

describe('a report', () => {
  const told = (d: ReturnType<typeof aDeployment>, kind: ReportKind, results: Report['results']) =>
    against(d, 'amara', { type: 'FILE_REPORT', kind, period: 'Of its own', report: { summary: 'Done', results } });
  const plan = (d: ReturnType<typeof aDeployment>, version: number) =>
    d.go('amara', 'PLAN', { ...aPostEvent('PLAN', { facts: d.facts, variant: version }) });
  const agreed = () =>
    plan(plan(aDeployment().arrived(), 1), 2)
      .send('coordinator', { type: 'AGREE_WORK_PLAN' })
      .send('desk', { type: 'AGREE_WORK_PLAN' });
  it('tells of the agreed plan: an update of one line, the others of each', () => {
    const d = agreed();
    const [first, second] = d.term.workPlan.items.map((item) => ({
      planItem: item.id,
      progress: 'done' as const,
      text: '',
    }));
    const one = ['report.results: Say how far at least one line of the work plan has come'];
    expect(told(d, 'quarterly', [])).toEqual(one);
    expect(told(d, 'quarterly', [first!])).toBe('taken');
    for (const kind of ['annual', 'midTerm', 'end'] as const) {
      expect(told(d, kind, [first!])).toEqual([
        'report.results: Say how far each line of the work plan has come. Not told yet: “Train the country team 2 1”',
      ]);
      expect(told(d, kind, [first!, second!])).toBe('taken');
    }
    d.go('amara', 'FILE_REPORT', { report: { summary: 'All done', results: [first!, second!] } });
    expect(told(d, 'quarterly', [])).toBe('taken');
  });
  it('asks nothing of a plan that is not agreed, and begins with the lines that it asks for', () => {
    expect(told(aDeployment().planned(), 'annual', [])).toBe('taken');
    const d = agreed();
    for (const kind of ['quarterly', 'annual', 'midTerm', 'end'] as const)
      expect(told(d, kind, prefillReport(d.facts, kind, '2027').results)).toBe('taken');
  });
});
