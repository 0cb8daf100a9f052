import { describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain';
import { aDeployment, type DeploymentBuilder } from '../../../../libs/domain/test/a-deployment.js';
import { names } from '../../../../test/support/seen.js';
import { partOf, postSeenBy } from '../../../../test/support/seen-post.js';
import type { Form } from '../shell/exchange.js';
import { linesOf, planErrors, planEvent, redrawn, typedLines } from './work-plan.form.js';
import { workPlanForm } from './work-plan-edit.presenter.js';
import { workPlanPage } from './work-plan.presenter.js';

const LINE: Form = {
  'items.0.text': 'Train the team\r\nand the ministry',
  'items.0.criterion': 'commitment',
  'items.0.condition': '',
  'items.0.outcome': 'Outcome 3',
  'items.0.indicator': '',
  'items.0.dueOn-day': '7',
  'items.0.dueOn-month': '9',
  'items.0.dueOn-year': '2027',
};
const page = (it1: DeploymentBuilder, part: 'amara' | 'coordinator' | 'desk') =>
  workPlanPage(postSeenBy(it1, part), partOf(it1, part), names);

describe('the form of the work plan', () => {
  it('is read into lines; those that were left empty are left out', () => {
    const lines = typedLines({ ...LINE, 'items.4.text': ' ', 'items.4.criterion': 'ownership' });
    expect(planEvent(lines).items).toEqual([
      {
        text: 'Train the team\nand the ministry',
        criterion: 'commitment',
        condition: null,
        outcome: 'Outcome 3',
        indicator: '',
        dueOn: '2027-09-07',
      },
    ]);
  });
  it('goes into its fields as it stands and comes back unchanged', () => {
    const { term } = aDeployment().planned();
    expect(planEvent(linesOf(term)).items).toEqual(term.workPlan.items);
  });
  it('is drawn again with one line more or one less, and keeps what was typed in the others', () => {
    expect(redrawn(LINE)).toBeNull();
    expect(redrawn({ ...LINE, add: 'items' })).toMatchObject([{ outcome: 'Outcome 3' }, { text: '', id: '' }]);
    const two = { ...LINE, 'items.1.text': 'Another line' };
    expect(redrawn({ ...two, drop: 'items.0' })).toMatchObject([{ text: 'Another line' }]);
    expect(redrawn({ ...two, drop: 'nonsense' })).toBeNull();
  });
  it('says what is wrong at the field, whatever was typed as a day', () => {
    const it1 = aDeployment().arrived();
    const lines = typedLines({ ...LINE, 'items.0.text': '', 'items.0.dueOn-month': 'May' });
    const outcome = it1.attempt('amara', planEvent(lines));
    if (!isRefusal(outcome)) throw new Error('It was taken.');
    const errors = planErrors(outcome);
    expect(errors.map((e) => e.href)).toEqual(['#items.0.text', '#items.0.dueOn-day']);
    const form = workPlanForm(postSeenBy(it1, 'amara'), partOf(it1, 'amara'), names, { lines, errors });
    expect(form.lines[0]!.cells.flatMap(({ field }) => (field.error ? [field.name] : []))).toEqual([
      'items.0.text',
      'items.0.dueOn',
    ]);
  });
  it('lets a line stay that was reported on, and says who is asked again', () => {
    const it1 = aDeployment().serving().go('amara', 'FILE_REPORT');
    const typed = { lines: linesOf(it1.term), errors: [] };
    const form = workPlanForm(postSeenBy(it1, 'amara'), partOf(it1, 'amara'), names, typed);
    expect(form.lines[0]!.stays).toMatch(/has been reported on/);
    expect(form.asksAgain).toBe(
      'The Resident Coordinator and OHCHR have agreed to version 1. A change makes version 2, and both sides are asked again.',
    );
  });
  it('keeps the revision that its text was written from when it is only drawn again', () => {
    const it1 = aDeployment().arrived();
    const from = { revision: '3', once: 'a-key' };
    const form = workPlanForm(postSeenBy(it1, 'amara'), partOf(it1, 'amara'), names, { lines: [], errors: [], from });
    expect(form.hidden.map((f) => f.value)).toEqual(['3', 'a-key']);
  });
});

describe('the page of the work plan', () => {
  it('has the lines by criterion, with the condition that each answers', () => {
    const { sections, lead, actions } = page(aDeployment().planned(), 'amara');
    expect(lead).toBe('Version 1. One line. It is not agreed by both sides yet.');
    expect(sections.map((s) => s.title)).toEqual(['Sustainability']);
    expect(sections[0]!.table.rows[0]!.what.note).toMatch(/^Condition of the approval: A national officer/);
    expect(actions.map((a) => a.text)).toEqual(['Change the work plan']);
  });
  it('asks each side to agree, and both again after a change', () => {
    const it1 = aDeployment().planned();
    expect(page(it1, 'coordinator').actions.map((a) => a.text)).toEqual(['Agree to version 1']);
    it1.serving();
    expect(page(it1, 'desk').lead).toMatch(/Both sides have agreed to it\.$/);
    expect(page(it1, 'desk').actions).toEqual([]);
    it1.go('amara', 'PLAN');
    expect(page(it1, 'desk').agreements.map((a) => a.status.text)).toEqual(['Asked to agree', 'Asked to agree']);
    expect(page(it1, 'desk').agreements[0]!.text).toMatch(/^Agreed to version 1 before: Person coordinator/);
  });
  it('says where nothing is written yet, and keeps the plan of who was there before', () => {
    expect(page(aDeployment().arrived(), 'desk').lead).toBe('The adviser has not written the work plan yet.');
    const next = page(aDeployment().handedOver(), 'desk');
    expect(next.sections).toHaveLength(1);
    expect(next.actions).toEqual([]);
  });
});
