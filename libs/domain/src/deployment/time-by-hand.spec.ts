import { describe, expect, it } from '@jest/globals';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../test/a-deployment.js';
import { isRefusal } from '../refusal.js';
import { evolveDeployment, type DeploymentEntry } from './record.js';
import { presentTerm } from './current.js';
import type { DeploymentFacts } from './facts.js';

const serving = () => aDeployment().serving();
const firstReport = ({ facts }: DeploymentBuilder) => presentTerm(facts)!.obligations.find((o) => o.reportId === null)!;
const clockOf = (d: DeploymentBuilder, key: string) => d.facts.clocks.find((c) => c.key === key)!;
const told = (d: DeploymentBuilder) => d.last!.notices.map((n) => [n.name, n.clock, n.personId ?? null]);
const again = (d: DeploymentBuilder) =>
  (JSON.parse(JSON.stringify(d.entries)) as DeploymentEntry[]).reduce<DeploymentFacts | null>(evolveDeployment, null);
const WHY = 'The election was moved';
/** What somebody is told who sends a step that is refused. */
const refusedAt = (d: DeploymentBuilder, by: PostPart, event: Parameters<DeploymentBuilder['attempt']>[1]) => {
  const outcome = d.attempt(by, event);
  return isRefusal(outcome) ? (outcome.fields?.[0] ?? outcome.code) : 'taken';
};

describe('more time for a report', () => {
  it('is asked for by the adviser and given by OHCHR: report, clock and ladder have the new day, and the report keeps the old one', () => {
    const d = serving();
    const due = firstReport(d);
    const clock = `report:${due.id}`;
    expect(due.dueOn).toBe('2027-04-15');
    d.send('amara', { type: 'ASK_MORE_TIME', clock, until: '2027-04-23', reason: WHY });
    expect(told(d)).toEqual([['moreTimeAsked', undefined, null]]);
    expect(firstReport(d).dueOn).toBe('2027-04-15');
    d.send('desk', { type: 'EXTEND_CLOCK', clock, until: '2027-04-23', reason: WHY });
    expect(told(d)).toEqual([['moreTimeGiven', clock, 'amara']]);
    expect(firstReport(d)).toMatchObject({
      dueOn: '2027-04-23',
      moved: [{ from: '2027-04-15', to: '2027-04-23', reason: WHY, late: false }],
    });
    expect(clockOf(d, clock)).toMatchObject({ dueOn: '2027-04-23' });
    expect(clockOf(d, clock).steps.some((s) => s.kind === 'due' && s.at.startsWith('2027-04-23'))).toBe(true);
    expect(again(d)).toStrictEqual(d.facts);
    // Another step in between leaves it where it is.
    d.send('amara', { type: 'NOTE_TO_OHCHR', text: 'A note' });
    expect(clockOf(d, clock).dueOn).toBe('2027-04-23');
  });

  it('is bounded: twice, no further than the setting, on a day on which they work, within the term', () => {
    const d = serving();
    const clock = `report:${firstReport(d).id}`;
    const give = (until: string) => ({ type: 'EXTEND_CLOCK', clock, until, reason: WHY }) as const;
    expect(refusedAt(d, 'desk', give('2027-04-24'))).toMatchObject({ path: 'until' });
    expect(refusedAt(d, 'desk', give('2027-06-30'))).toMatchObject({ path: 'until' });
    expect(refusedAt(d, 'amara', give('2027-04-20'))).toBe('notYourRole');
    expect(refusedAt(d, 'boris', give('2027-04-20'))).toBe('notFound');
    d.send('desk', give('2027-04-20')).send('chair', give('2027-04-22'));
    expect(refusedAt(d, 'approver', give('2027-04-27'))).toMatchObject({ path: 'clock' });
  });

  it('stands still and goes on by itself with the working days that were left, and the report with it', () => {
    const d = serving().on('2027-04-05');
    const clock = `report:${firstReport(d).id}`;
    d.send('desk', { type: 'STOP_CLOCK', clock, until: '2027-04-12', reason: 'An evacuation' });
    expect(told(d)).toEqual([['clockStopped', clock, null]]);
    expect(clockOf(d, clock)).toMatchObject({ stoppedWith: 8, byHand: true, dueOn: '2027-04-15' });
    d.on('2027-04-12').send('clock', { type: 'RESUME_CLOCKS' });
    expect(told(d)).toEqual([['clockGoesOn', clock, null]]);
    expect(clockOf(d, clock)).toMatchObject({ stoppedWith: null, dueOn: '2027-04-22' });
    expect(clockOf(d, clock).counted).toBeUndefined();
    expect(firstReport(d)).toMatchObject({ dueOn: '2027-04-22', moved: [{ from: '2027-04-15', to: '2027-04-22' }] });
    expect(again(d)).toStrictEqual(d.facts);
    d.send('amara', { type: 'NOTE_TO_OHCHR', text: 'A note' });
    expect(clockOf(d, clock).dueOn).toBe('2027-04-22');
  });

  it('gives way to the day that the desk officer sets', () => {
    const d = serving().on('2027-04-05');
    const { id } = firstReport(d);
    d.send('desk', { type: 'STOP_CLOCK', clock: `report:${id}`, until: '2027-04-12', reason: 'An evacuation' });
    d.send('desk', { type: 'MOVE_OBLIGATION', obligationId: id, dueOn: '2027-05-03', reason: 'Agreed' });
    expect(clockOf(d, `report:${id}`)).toMatchObject({ dueOn: '2027-05-03', stoppedWith: null });
    expect(clockOf(d, `report:${id}`).byHand).toBeUndefined();
  });
});

describe('more time for other steps of a post', () => {
  it('keeps the day of a work plan over later steps, and until somebody writes it', () => {
    const d = aDeployment().arrived();
    const due = clockOf(d, 'workPlan').dueOn;
    d.send('chair', { type: 'EXTEND_CLOCK', clock: 'workPlan', until: '2027-05-20', reason: WHY });
    expect(due < '2027-05-20').toBe(true);
    d.send('amara', { type: 'NOTE_TO_OHCHR', text: 'A note' });
    expect(clockOf(d, 'workPlan').dueOn).toBe('2027-05-20');
    expect(again(d)).toStrictEqual(d.facts);
  });

  it('is given to the desk officer by others at OHCHR, and refused with a reason to whoever asked', () => {
    const d = aDeployment().selected();
    const view = clockOf(d, 'recruitment:candidateView');
    d.send('coordinator', { type: 'ASK_MORE_TIME', clock: view.key, until: '2027-03-24', reason: WHY });
    d.send('desk', { type: 'REFUSE_MORE_TIME', clock: view.key, reason: 'The candidate waits' });
    expect(told(d)).toEqual([['moreTimeRefused', view.key, 'coordinator']]);
    const e = aDeployment();
    const sourcing = clockOf(e, 'recruitment:sourcing').key;
    const give = { type: 'EXTEND_CLOCK', clock: sourcing, until: '2027-04-06', reason: WHY } as const;
    expect(refusedAt(e, 'desk', give)).toBe('notReady');
    e.send('approver', give);
    expect(clockOf(e, sourcing)).toMatchObject({ dueOn: '2027-04-06', counted: { from: '2027-03-01', days: 26 } });
  });

  it('leaves alone what hangs on the end of the term', () => {
    const d = aDeployment().closing();
    for (const clock of ['renewal', 'closing:rc', 'schedule'])
      expect(refusedAt(d, 'chair', { type: 'EXTEND_CLOCK', clock, until: '2029-02-20', reason: WHY })).toMatchObject({
        path: 'clock',
      });
  });
});
