import { describe, expect, it } from '@jest/globals';
import { calendarsOf, DEFAULT_CLOCKS, mediansOf, SURGE_RULE } from '#domain';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../../../libs/domain/test/a-deployment.js';
import { names } from '../../../../test/support/seen.js';
import { partOf, postSeenBy } from '../../../../test/support/seen-post.js';
import { recruitmentPage } from './recruitment.presenter.js';
import { renewalPage } from './renewal.presenter.js';
import { reviewPage } from './review.presenter.js';

const medians = mediansOf({ sourcing: { days: 12, of: 5 } }, DEFAULT_CLOCKS);
const seen = (d: DeploymentBuilder, part: PostPart, today = d.today) => ({
  view: postSeenBy(d, part),
  me: partOf(d, part),
  names,
  today,
  now: d.at,
});
const recruitment = (d: DeploymentBuilder, part: PostPart = 'desk', today?: string) =>
  recruitmentPage({ ...seen(d, part, today), medians, clocks: DEFAULT_CLOCKS, calendars: calendarsOf() });
const renewal = (d: DeploymentBuilder, part: PostPart = 'desk') =>
  renewalPage({ ...seen(d, part), clocks: DEFAULT_CLOCKS });
const review = (d: DeploymentBuilder, part: PostPart = 'amara') => reviewPage(seen(d, part));

describe('the page of recruitment', () => {
  it('has each stage with its day, how long it took, and the median of all posts', () => {
    const d = aDeployment().on(20).advertised().on(30).shortlisted();
    const page = recruitment(d, 'desk', '2027-04-27');
    expect(page.stages!.rows).toEqual([
      {
        stage: 'Being prepared',
        reached: '1 Mar 2027',
        took: { text: '20 days', tone: 'amber' },
        median: '12 days (of 5)',
      },
      { stage: 'Candidates being shortlisted', reached: '21 Mar 2027', took: '30 days', median: '42 days (setting)' },
      { stage: 'Candidate being selected', reached: '20 Apr 2027', took: '7 days so far', median: '28 days (setting)' },
      { stage: 'Arrival being prepared', reached: '', took: '', median: '56 days (setting)' },
    ]);
    expect(page.progress.map(({ text, state }) => `${text} ${state}`)).toEqual([
      'Prepared done',
      'Shortlist done',
      'Selection now',
      'Arrival prepared ',
      'In post ',
    ]);
    expect(page.lead).toBe(
      'The search for the first adviser, begun on 1 March 2027. Candidate being selected since 20 April 2027.',
    );
    expect(page.hint).toBe('By the medians, this search brings an adviser by about 13 July 2027.');
    expect(page.waits).toMatchObject([{ who: 'OHCHR desk officer', what: 'Select a candidate' }]);
  });

  it('offers the steps of recruitment to whose they are, and says why one cannot be taken yet', () => {
    expect(recruitment(aDeployment()).actions.map((a) => a.text)).toEqual(['Record that the post is advertised']);
    expect(recruitment(aDeployment(), 'team')).toMatchObject({ actions: [], others: [], notYet: [] });
    expect(recruitment(aDeployment().selected(), 'office').notYet).toEqual([
      'The Resident Coordinator has not been consulted on who is selected. Record the view first.',
    ]);
  });

  it('names a candidate to OHCHR and the supervisor alone before there is agreement, and says that there is one', () => {
    const named = (part: PostPart, d = aDeployment().selected()) => recruitment(d, part).candidate!;
    expect(named('desk').facts).toContainEqual({ label: 'Selected', value: 'Person amara' });
    expect(named('coordinator').note).toBe('');
    for (const part of ['team', 'officeCovered', 'fund'] as const) {
      expect(JSON.stringify(recruitment(aDeployment().selected(), part))).not.toContain('amara');
      expect(named(part).note).toMatch(/^Somebody is selected/);
    }
    expect(named('team', aDeployment().onboarding()).facts).toContainEqual({
      label: 'Selected',
      value: 'Person amara',
    });
  });

  it('says the rule by which an urgent surge was spared stages', () => {
    const page = recruitment(aDeployment({ urgent: true, post: { modality: 'surge' } }));
    expect(page.rule).toBe(SURGE_RULE);
    expect(page.stages!.rows[0]).toMatchObject({ reached: 'Spared by rule', took: '' });
    expect(page.progress[0]).toMatchObject({ note: 'Spared', state: 'done' });
  });

  it('keeps earlier searches, and what did not come of them; reasons are for OHCHR', () => {
    const d = aDeployment().onboarding().go('desk', 'NOT_ARRIVED').go('desk', 'CANCEL').on(10).go('desk', 'ADVERTISE');
    const page = recruitment(d);
    expect(page.earlier!.rows).toMatchObject([
      { outcome: { text: 'Ended without an arrival', note: 'The funds are not there yet' } },
    ]);
    expect(recruitment(d, 'team').earlier!.rows).toMatchObject([{ outcome: 'Ended without an arrival' }]);
    const again = recruitment(aDeployment().onboarding().on(3).go('desk', 'NOT_ARRIVED'), 'coordinator');
    expect(again.candidate!.notArrived).toEqual(['Person amara did not come (4 March 2027).']);
    expect(again.stages!.rows[2]).toMatchObject({ reached: '1 Mar 2027, again 4 Mar 2027' });
  });

  it('says by when a search has to begin so that nobody is missing', () => {
    const d = aDeployment().serving();
    expect(recruitment(d).hint).toBe(
      'For an adviser in post by 1 March 2029, the day after this term, the search has to begin by 14 October 2028.',
    );
    expect(recruitment(d, 'desk', '2028-12-01').hint).toContain('That day has passed.');
    expect(recruitment(d).lead).toBe('Nobody is sought: the post is held.');
  });
});

describe('the page of the mid-term review', () => {
  it('says when it opens, and of a short term that there is none', () => {
    expect(review(aDeployment().serving()).lead).toBe(
      'The mid-term review opens on 29 February 2028, at half time of the term.',
    );
    const short = aDeployment().onboarding().go('desk', 'ARRIVE', { on: '2027-03-01', endsOn: '2027-08-31' });
    expect(review(short).lead).toBe('This term is too short for a mid-term review.');
  });
  it('promises none of a term whose handover was begun early', () => {
    const d = aDeployment().serving().send('desk', { type: 'START_CLOSING' });
    expect(review(d).lead).toBe('The handover has begun, so this term has no mid-term review any more.');
    const page = renewal(d);
    expect(page.lead).toMatch(/^The handover has begun and no renewal of Person amara’s term was opened./);
    expect(page.dates.filter(({ value }) => value).map(({ label }) => label)).toEqual(['The term ends']);
  });

  it('has both sides beside each other, with who is awaited', () => {
    const d = aDeployment().inMidTerm().go('coordinator', 'REVIEW', { rating: 'partly' });
    expect(review(d).sides).toMatchObject([
      { title: 'Resident Coordinator', rating: { text: 'Partly', tone: 'amber' }, text: 'The plan is kept' },
      { title: 'OHCHR', rating: null, awaited: expect.stringMatching(/^by /) },
    ]);
    expect(review(d, 'desk').actions.map((a) => a.text)).toEqual(['Give the mid-term review']);
    expect(review(d, 'coordinator')).toMatchObject({
      actions: [],
      notYet: ['Your side has given its mid-term review.'],
    });
    expect(review(d, 'amara').actions).toEqual([]);
  });
  it('keeps the reviews of terms that are over', () => {
    const d = aDeployment().reviewed().go('desk', 'LEAVE');
    expect(review(d, 'desk')).toMatchObject({ sides: [{ id: 'side-rc' }, { id: 'side-ohchr' }], earlier: [] });
  });
});

describe('the page of a renewal', () => {
  it('says when it opens, and the rule', () => {
    const page = renewal(aDeployment().serving());
    expect(page.lead).toBe('The renewal of Person amara’s term is not open. It opens on 28 May 2028.');
    expect(page.dates.map((d) => d.value)).toEqual(['28 May 2028', '28 August 2028', '28 February 2029', null]);
    expect(page.ladder).toEqual([
      'The renewal opens nine months before the end of the term and has to be decided six months before it.',
    ]);
    expect(page.actions.map((a) => a.text)).toEqual(['Open the renewal']);
  });

  it('asks the Resident Coordinator first, who can start a request for an extension', () => {
    const page = renewal(aDeployment().inRenewal(), 'coordinator');
    expect(page.actions.map((a) => a.text)).toEqual(['Say whether the post should go on']);
    expect(page.mine).toBe(false);
    expect(page.request).toContain('/requests/new?type=extension&modality=multiCountry');
    expect(page.request).toContain('countries=TZA');
    expect(page.ladder).toHaveLength(3);
    expect(page.ladder[2]).toMatch(/^On .* it goes to the Regional UNDG Team, which plans for the gap\.$/);
    expect(renewal(aDeployment().inRenewal(), 'officeCovered').request).toBe('');
    expect(renewal(aDeployment().inRenewal(), 'team').request).toBe('');
  });

  it('explains what can be decided, with a button for whom it is', () => {
    const buttons = (part: PostPart) => renewal(aDeployment().wished(), part).options.map((o) => o.link?.text ?? null);
    expect(buttons('desk')).toEqual(['Extend the term', 'Find a successor', 'Convert the post', 'End the post']);
    expect(buttons('coordinator')).toEqual([null, null, null, null]);
    expect(renewal(aDeployment().wished()).wish).toMatchObject({ title: 'The post should go on' });
  });

  it('says what was decided, and keeps earlier renewals', () => {
    expect(renewal(aDeployment().succeeding()).decision!.title).toBe('The post goes on with a successor.');
    expect(renewal(aDeployment().toEnd()).decision!.title).toBe('The post ends. Funds ended.');
    const converted = aDeployment().wished().go('desk', 'CONVERT');
    expect(renewal(converted).decision!.title).toBe('The post is converted. It becomes: national post.');
    const extended = renewal(aDeployment().extended());
    expect(extended.earlier).toMatchObject([{ title: 'The term is extended.' }]);
    expect(extended.decision).toBeNull();
  });
});
