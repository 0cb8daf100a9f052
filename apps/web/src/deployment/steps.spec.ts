import { describe, expect, it } from '@jest/globals';
import { DEPLOYMENT_EVENTS, isRefusal, type DeploymentEvent } from '#domain';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../../../libs/domain/test/a-deployment.js';
import { aPostEvent } from '../../../../libs/domain/test/deployment-events.js';
import { names } from '../../../../test/support/seen.js';
import { partOf, postSeenBy } from '../../../../test/support/seen-post.js';
import { stepsFor, summarySteps } from './post-steps.js';
import { standingOf } from './post-standing.js';
import { waitsOf } from './post-waits.js';
import { STEP_FORMS, stepTyped } from './step-forms.js';
import { outcomeLines } from './step-outcome.js';
import { checkPage, stepPage } from './step.presenter.js';

const around = { today: '2027-03-01', countries: [{ value: 'TZA', text: 'Tanzania' }] };
/** What a final step would be said to lead to. */
function foreseen(d: DeploymentBuilder, part: PostPart, event: DeploymentEvent): string[] {
  const decision = d.attempt(part, event);
  if (isRefusal(decision)) throw new Error(JSON.stringify(decision));
  return outcomeLines({ before: d.facts, after: decision.facts }, decision);
}
const given = (d: DeploymentBuilder) => ({ facts: d.facts, today: d.today });

describe('what a final step says before it is taken', () => {
  it('leaving: the last day, the empty post, what is to be said by when, and what falls away', () => {
    const d = aDeployment().arrived().on(90);
    expect(foreseen(d, 'desk', aPostEvent('LEAVE', given(d)))).toEqual([
      'Person amara’s last day in post is 30 May 2027.',
      'The post is empty from 31 May 2027.',
      'OHCHR has until 11 June 2027 to bridge the gap, advertise the post or end it.',
      '11 reports that are still due fall away.',
      'Told by e-mail: OHCHR desk officer, Resident Coordinator, Resident Coordinator’s Office and Regional UNDG Team.',
    ]);
  });
  it('ending a held post: with the term, and not at once', () => {
    const d = aDeployment().wished();
    expect(foreseen(d, 'desk', aPostEvent('CLOSE', given(d))).slice(0, 2)).toEqual([
      'Person amara stays in post until 28 February 2029. With that term the post ends: funds ended.',
      'The handover begins on 29 January 2029.',
    ]);
    expect(foreseen(d, 'desk', aPostEvent('CONVERT', given(d)))[0]).toContain('It becomes: national post.');
    const sought = aDeployment().succeeding().go('desk', 'ADVERTISE');
    expect(foreseen(sought, 'desk', aPostEvent('CLOSE', given(sought)))).toContain(
      'A search for a successor is under way. It goes on until you stop it.',
    );
  });
  it('ending an empty post: at once, with its search', () => {
    const d = aDeployment().advertised();
    expect(foreseen(d, 'desk', aPostEvent('CLOSE', given(d))).slice(0, 2)).toEqual([
      'The post ends on 1 March 2027: funds ended. Nothing can be recorded of it after that.',
      'The search for an adviser ends.',
    ]);
  });
  it('moving an adviser: both posts', () => {
    const d = aDeployment().arrived().on(30);
    expect(foreseen(d, 'desk', aPostEvent('TRANSFER', given(d)))).toContain(
      'Person amara is in post DEP-2027-002 from 31 March 2027 to 31 March 2028. Both posts change together, or neither does.',
    );
  });
  it('handing over: the post goes on, or ends with it', () => {
    const goesOn = aDeployment().checked();
    expect(foreseen(goesOn, 'amara', aPostEvent('HAND_OVER', given(goesOn)))[1]).toMatch(/^The post is empty from /);
    const over = aDeployment().toEnd().checked();
    expect(foreseen(over, 'amara', aPostEvent('HAND_OVER', given(over)))[1]).toMatch(
      /^The post ends on .*: funds ended\./,
    );
  });

  it('shows what was entered, and carries it to the button', () => {
    const d = aDeployment().wished();
    const form = STEP_FORMS.close!;
    const typed = { reason: 'completed', text: 'Done.\nAll of it.', revision: '1', once: 'x' };
    const decision = d.attempt('desk', stepTyped(form, form.asks(d.facts, around), typed));
    if (isRefusal(decision)) throw new Error(decision.message);
    const input = { form, view: postSeenBy(d, 'desk'), me: partOf(d, 'desk'), typed, names, around };
    const page = checkPage(input, decision);
    expect(page.rows.map((r) => r.value.text)).toEqual(['The work is completed', 'Done.\nAll of it.']);
    expect(page.hidden.map((h) => h.name)).toEqual(['revision', 'once', 'reason', 'text']);
    expect([page.button, stepPage(input).button]).toEqual(['End the post', 'Continue']);
  });
});

describe('the steps of a post', () => {
  it('each has a page, or stands on one of the post', () => {
    const forms = new Set(Object.values(STEP_FORMS).map((form) => form.event));
    const others = Object.keys(DEPLOYMENT_EVENTS).filter((type) => !forms.has(type as DeploymentEvent['type']));
    expect(others).toEqual([
      'OPEN',
      'RECORD_HISTORY',
      'AMEND_HISTORY',
      'PLAN',
      'FILE_REPORT',
      'START_MID_TERM',
      'CHECK',
      'RECEIVE',
      'TAKE_EFFECT',
      'RECOUNT_CLOCKS',
      // On the page of the time.
      'EXTEND_CLOCK',
      'STOP_CLOCK',
      'GO_ON_CLOCK',
      'RESUME_CLOCKS',
      'ASK_MORE_TIME',
      'REFUSE_MORE_TIME',
    ]);
  });

  const offered = (d: DeploymentBuilder, part: PostPart) => {
    const { actions, others, seldom } = summarySteps(postSeenBy(d, part), partOf(d, part));
    return { first: actions[0]?.text, others: others.map((l) => l.text), seldom: seldom.length };
  };
  it('begin with what waits for the person', () => {
    expect(offered(aDeployment().selected(), 'coordinator').first).toBe('Record the view of the Resident Coordinator');
    expect(offered(aDeployment().arrived(), 'amara').first).toBe('Write the work plan');
    expect(offered(aDeployment().planned(), 'coordinator').first).toBe('Agree to the work plan');
    expect(offered(aDeployment().wished(), 'desk')).toMatchObject({
      first: 'Decide what comes after this term',
      others: ['Record that the post is advertised', 'Begin the handover', 'Bridge the gap'],
    });
    expect(offered(aDeployment().closing(), 'office').first).toBe('Work through the exit checklist');
  });
  it('begin with the leaving where a term has run out', () => {
    const d = aDeployment().closing();
    d.on(d.clockDay('TAKE_EFFECT')).send('clock', { type: 'TAKE_EFFECT' });
    const first = 'Record that the adviser has left';
    expect(offered(d, 'desk').first).toBe(first);
    expect(waitsOf(d.facts, d.today)).toContainEqual({ who: 'OHCHR desk officer', what: first, due: 'by 8 Mar 2029' });
    expect(standingOf(d.facts, d.today)).toContain(
      'The term has run out: it ended on 28 February 2029, and it is not recorded that the adviser has left.',
    );
  });
  it('ask a desk officer, who records the view of a coordinator, how it came', () => {
    const form = STEP_FORMS['candidate-view']!;
    const d = aDeployment().selected();
    const labels = (more: { forAnother?: true }) => form.asks(d.facts, { ...around, ...more }).map((q) => q.label);
    expect(labels({})).toEqual(['Do you agree?', 'Your reason']);
    expect(labels({ forAnother: true })[1]).toMatch(/^How and when did the view reach OHCHR/);
  });
  it('are none for who only reads', () => {
    for (const part of ['auditor', 'fund', 'officeCovered'] as const)
      expect(offered(aDeployment().wished(), part)).toEqual({ first: undefined, others: [], seldom: 0 });
    expect(stepsFor(postSeenBy(aDeployment().wished(), 'fund'), partOf(aDeployment(), 'fund'), 'renewal')).toEqual({
      actions: [],
      others: [],
      notYet: [],
    });
  });
});

it('of the reports that are due, those that are late and the next one are awaited', () => {
  const d = aDeployment().serving();
  const reports = (today: string) => waitsOf(d.facts, today, ['report']);
  expect(reports('2027-03-02')).toEqual([
    { who: 'Human Rights Adviser', what: 'File the report for the first quarter of 2027', due: 'by 15 Apr 2027' },
  ]);
  expect(reports('2027-05-01').map((w) => w.due)).toEqual([
    { text: 'Overdue since 15 Apr', tone: 'red' },
    'by 15 Jul 2027',
  ]);
});
