import { describe, expect, it } from '@jest/globals';
import { CRITERIA, valueAt, type RequestContent } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { contentWith } from '../../../../libs/domain/test/content.js';
import { samples } from '../../../../libs/domain/test/samples.js';
import { names, seenBy } from '../../../../test/support/seen.js';
import { sentBack } from '../../../../test/support/sent-back.js';
import { render } from '../shell/views.js';
import { compare, keepable } from './answers.js';
import { OWN_SCORES, ownScoresIn } from './check.form.js';
import { checkPage } from './check.presenter.js';

const check = (content: RequestContent, more: Partial<Parameters<typeof checkPage>[0]> = {}) =>
  checkPage({
    view: seenBy(aCase(), 'office'),
    content,
    framework: null,
    names,
    now: new Date('2027-03-01'),
    calls: [],
    signs: false,
    ...more,
  });
const R = '/requests/HRA-2027-0001';

it('a start that has passed is warned of', () => {
  const late = render('request/check.njk', check({ requestedStart: '2014-07-01' }));
  expect(late).toContain('1 July 2014, and that day has passed');
  expect(check({ requestedStart: '2027-03-01' }).warnings).toEqual([]);
});

describe('the office’s own scores', () => {
  it.each(samples().map(({ id, content }) => [id, content] as const))(
    'that are drawn and sent back are the same: sample %s',
    (_, content) => {
      const form = sentBack(render('request/check.njk', check(content)));
      const answers = ownScoresIn(form);
      for (const path of OWN_SCORES) expect(answers[path]).toEqual(valueAt(content, path));
      expect(compare(answers, content, String(form.marks))).toEqual({ mine: {}, contested: [] });
    },
  );
  it('may be left open, and are none then', () => {
    const form = sentBack(render('request/check.njk', check({})));
    expect(Object.values(ownScoresIn(form))).toEqual(CRITERIA.map(() => null));
  });
  it('take a score away that was there', () => {
    const stored: RequestContent = { selfAssessment: { ownership: { score: 3, reason: 'Yes' } } };
    const answers = ownScoresIn({ 'selfAssessment.ownership.score': '', 'selfAssessment.ownership.reason': 'Yes' });
    expect(compare(answers, stored, '').mine).toEqual({ 'selfAssessment.ownership': { score: null, reason: 'Yes' } });
  });
  it('go from 0 to 4', () => {
    const answers = ownScoresIn({ 'selfAssessment.ownership.score': '5', 'selfAssessment.ownership.reason': '' });
    const { problems } = keepable(answers);
    const page = check({}, { typed: answers, problems });
    expect(page.errors).toEqual([{ text: 'Choose a score from 0 to 4', href: '#selfAssessment.ownership.score' }]);
  });
});

describe('the check', () => {
  it('has a row for each criterion, in the strategy’s order', () => {
    expect(check({}).rows.map((r) => [r.number, r.section.href])).toEqual(
      CRITERIA.map((_, i) => [i + 1, `${R}/sections/${i + 2}`]),
    );
  });
  it('finds what there is, and leads to what is missing', () => {
    const content = contentWith('sections.ownership.whoAskedFirst', '');
    const [ownership] = check(content).rows;
    expect(ownership!.evidence).toEqual([
      'Four of five questions answered, in 40 words',
      'One agency endorses',
      'No document with this section',
    ]);
    expect(ownership!.missing).toEqual([
      {
        text: 'Who asked first, and how did the country team come to the request?',
        href: `${R}/sections/2#sections.ownership.whoAskedFirst`,
      },
      { text: 'Your own score', href: '#selfAssessment.ownership.score' },
      { text: 'The reason for your own score', href: '#selfAssessment.ownership.reason' },
    ]);
    expect(ownership!.status).toEqual({ text: 'Incomplete', tone: 'amber' });
  });
  it('is ready where nothing is missing', () => {
    const content: RequestContent = {
      ...contentWith('title', 'x'),
      selfAssessment: { ownership: { score: 0, reason: 'Nobody asked.' } },
    };
    expect(check(content).rows.map((r) => r.status.text)).toEqual([
      'Ready',
      'Incomplete',
      'Incomplete',
      'Incomplete',
      'Incomplete',
    ]);
    expect(check(content).lead).toMatch(/^One of the five criteria is ready\./);
    expect(check(samples()[0]!.content).lead).toMatch(/^All five criteria are ready\./);
  });
  it('says by how much an answer is too long', () => {
    const { rows } = check(contentWith('sections.sustainability.exitMilestones', 'word '.repeat(603)));
    expect(rows[3]!.missing[0]).toEqual({
      text: 'Milestones towards the exit (3 words too many)',
      href: `${R}/sections/5#sections.sustainability.exitMilestones`,
    });
  });
});
