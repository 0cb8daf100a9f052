import { expect, it } from '@jest/globals';
import { aDeployment } from '../../test/a-deployment.js';
import { aPostEvent } from '../../test/deployment-events.js';
import { prefillReport } from './prefill.js';
import { threadOf } from './thread.js';

const CONDITION = 'A national officer is foreseen for the third year';

it('one thread goes from the criterion over score, condition, plan and result to the finding at the exit', () => {
  const d = aDeployment().serving().go('amara', 'FILE_REPORT').checked();
  const row = threadOf(d.facts).find((r) => r.criterion === 'sustainability')!;
  expect(row).toMatchObject({
    name: 'Sustainability',
    settled: 3,
    conditions: [
      {
        text: CONDITION,
        items: [
          {
            text: 'Train the country team 0 0',
            adviser: 'Person amara',
            result: { progress: 'onTrack', text: 'Twelve trained 0' },
          },
        ],
      },
    ],
    items: [],
    findings: [{ adviser: 'Person amara', text: 'The officer carries on' }],
  });
  expect(threadOf(d.facts)).toHaveLength(5);
});

it('a condition that no line answers, and lines without a criterion, stand at the end', () => {
  const d = aDeployment().arrived();
  expect(threadOf(d.facts).at(-1)).toMatchObject({ criterion: null, conditions: [{ text: CONDITION, items: [] }] });
  const [item] = aPostEvent('PLAN').items;
  d.send('amara', { type: 'PLAN', items: [{ ...item!, criterion: null, condition: null }] });
  expect(threadOf(d.facts).at(-1)).toMatchObject({ name: 'Without a criterion', items: [{ result: null }] });
});

it('a quarterly update starts from what was last said of each line that is still open', () => {
  const d = aDeployment().serving();
  const [first] = d.term.workPlan.items;
  expect(prefillReport(d.facts, 'quarterly', 'Q1 2027')).toEqual({
    summary: 'Train the country team 0 0: not started.',
    results: [{ planItem: first!.id, progress: 'notStarted', text: '' }],
    challenges: '',
    support: '',
  });
  d.go('amara', 'PLAN').go('amara', 'FILE_REPORT');
  const [, second] = d.term.workPlan.items;
  const report = aPostEvent('FILE_REPORT', { facts: d.facts }).report;
  const results = [{ planItem: first!.id, progress: 'done' as const, text: 'All trained' }];
  d.go('amara', 'FILE_REPORT', { report: { ...report, challenges: 'The floods', results } });
  const next = prefillReport(d.facts, 'quarterly', 'Q3 2027');
  expect(next.results).toEqual([{ planItem: second!.id, progress: 'onTrack', text: 'Twelve trained 0' }]);
  expect(next).toMatchObject({ challenges: 'The floods' });
  expect(JSON.stringify(next)).not.toContain('asked for names');
  const annual = prefillReport(d.facts, 'annual', '2027');
  expect(annual.summary).toBe('Q1 2027: What was done 0\n\nQ2 2027: What was done 0');
  expect(annual.results).toHaveLength(2);
  expect(prefillReport(aDeployment().facts, 'quarterly', 'Q1 2027')).toMatchObject({ summary: '', results: [] });
});
