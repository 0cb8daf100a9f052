import { expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aContent, contentWith } from '../../../../libs/domain/test/content.js';
import { versionOf } from '../../../../test/support/seen.js';
import { draftProgress } from './draft.presenter.js';

const { facts } = aCase();
const scored = { selfAssessment: { ownership: { score: 3 as const, reason: 'x' } } };

it('counts what is complete and leads on to the first section that is not', () => {
  const content = contentWith('sections.sustainability', {});
  const progress = draftProgress(facts, content);
  expect([progress.complete, progress.total, progress.next?.number]).toEqual([8, 9, 5]);
  expect(progress.sections[4]).toEqual({
    title: '5. Sustainability',
    hint: 'Criterion 4',
    href: '/requests/HRA-2027-0001/sections/5',
    status: { text: 'Not started', tone: 'grey' },
  });
  expect(draftProgress(facts, aContent()).next).toBeNull();
});

it('an answer that is too long leaves its section incomplete, and says so', () => {
  const progress = draftProgress(facts, contentWith('sections.ownership.whoAskedFirst', 'word '.repeat(700)));
  expect(progress.sections[1]).toMatchObject({
    hint: 'Criterion 1. One answer is longer than allowed.',
    status: { text: 'Incomplete', tone: 'amber' },
  });
  expect(progress.criteria[0]).toMatchObject({
    status: { text: 'Incomplete' },
    note: 'One answer is longer than allowed.',
  });
});

it('a criterion is ready when its section is complete and the own score is given', () => {
  const progress = draftProgress(facts, aContent(scored));
  expect(progress.criteria.map((c) => c.status.text)).toEqual([
    'Ready',
    'Incomplete',
    'Incomplete',
    'Incomplete',
    'Incomplete',
  ]);
  expect(progress.criteria[1]).toMatchObject({
    note: 'Your own score is missing.',
    href: '/requests/HRA-2027-0001/check',
  });
});

it('a request that came back leads to the section to correct, until that is changed', () => {
  const it = aCase().returned();
  const before = versionOf(it);
  const untouched = draftProgress(it.facts, it.content, before);
  expect(untouched.next?.number).toBe(8);
  expect(untouched.sections[7]).toMatchObject({ status: { text: 'To correct', tone: 'amber' } });
  expect(untouched.sections[7]!.hint).toMatch(/One correction is asked for\.$/);
  it.send('office', {
    type: 'EDIT',
    patch: { sections: { costAndHosting: { hosting: { office: 'A larger office' } } } },
  });
  const changed = draftProgress(it.facts, it.content, before);
  expect([changed.next, changed.sections[7]!.status]).toEqual([null, 'Changed']);
});
