import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aDeployment, POST_PARTS, type DeploymentBuilder } from '../../test/a-deployment.js';
import { PARTS } from '../../test/cast.js';
import { aPostEvent } from '../../test/deployment-events.js';
import { aContent } from '../../test/content.js';
import { answer, invited, no, of, yes } from '../../test/endorsing.js';
import { anEvent, aSheet } from '../../test/events.js';
import { STAGES } from '../../test/stages.js';
import { postWalks, walkOfPost } from '../../test/walk-of-post.js';
import { walk, walks } from '../../test/walk.js';
import type { DeploymentFacts } from '../deployment/facts.js';
import { postTaskOf } from '../deployment/tasks.js';
import { DEPLOYMENT_EVENT_TYPES, type DeploymentEvent } from '../deployment/events.js';
import {
  GROUP_NAMES,
  groupRule,
  isClockNotice,
  NOTICE_NAMES,
  noticeRule,
  type Audience,
  type Notice,
} from '../notices.js';
import { isRefusal } from '../refusal.js';
import { EVENT_TYPES } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import type { Clock } from '../time/deadlines.js';
import { taskOf } from '../time/tasks.js';

type Kind = 'request' | 'post';
const promised = (about: Kind, how: ('on' | 'where')[] = ['on', 'where']): string[] =>
  NOTICE_NAMES.filter((name) => [about, 'case'].includes(noticeRule(name).about)).flatMap((name) =>
    how.flatMap((h) => noticeRule(name)[h] ?? []).map((type) => `${type} ${name}`),
  );

/** What was told by which step, wherever it came up. */
const told: Record<Kind, Set<string>> = { request: new Set(), post: new Set() };
/** Duties that were told while no clock ran of what they ask for: their readers would get no day, and no mail. */
const askedOfNobody = new Set<string>();
interface Step {
  entry: { event: string };
  facts: RequestFacts | DeploymentFacts;
  notices: Notice[];
}
const note = (kind: Kind, { entry, facts, notices }: Step): void => {
  for (const { name, clock } of notices) {
    const { group, asks, task } = noticeRule(name);
    told[kind].add(`${entry.event} ${name}`);
    const waits = (c: Clock) => ('kind' in facts ? postTaskOf(c) : taskOf(facts, c));
    const runs = facts.clocks.some((c) => (clock ? c.key === clock : c.group === asks && (!task || waits(c) === task)));
    if (group === 'duties' && (asks || clock) && !runs) askedOfNobody.add(`${entry.event} ${name}`);
  }
};

/** Everybody tries every step of a case as it stands. */
function everyStep(c: CaseBuilder): void {
  for (const by of PARTS)
    for (const type of EVENT_TYPES) {
      const outcome = c.attempt(by, anEvent(type, { facts: c.facts, content: c.content }));
      if (!isRefusal(outcome)) note('request', outcome);
    }
}
function everyStepOfPost(d: DeploymentBuilder): void {
  for (const by of POST_PARTS)
    for (const type of DEPLOYMENT_EVENT_TYPES)
      for (const side of ['adviser', 'rc'] as const) {
        const event = {
          ...aPostEvent(type, { facts: d.facts, today: d.today, side }),
          ...(type === 'SEND_BACK' ? { side } : {}),
        };
        const outcome = d.attempt(by, event as DeploymentEvent);
        if (!isRefusal(outcome)) note('post', outcome);
      }
}
/** Writes down all that is told from here on, and by the last step. */
function heard(c: CaseBuilder): CaseBuilder {
  const take = c.take.bind(c);
  c.take = (by, event, decision) => {
    note('request', decision);
    return take(by, event, decision);
  };
  note('request', c.last!);
  return c;
}
function heardOfPost(d: DeploymentBuilder): DeploymentBuilder {
  const take = d.take.bind(d);
  d.take = (by, event, decision) => {
    note('post', decision);
    return take(by, event, decision);
  };
  note('post', d.last!);
  return d;
}

const REVIEWERS = ['amina', 'bruno', 'chen'] as const;
type Leaves = (c: CaseBuilder, who: (typeof REVIEWERS)[number]) => unknown;
/** Every way in which somebody stops to be a reviewer. */
const LEAVING: Leaves[] = [
  (c, who) => c.send(who, { type: 'DECLARE', conflict: { declared: true, kind: 'served', reason: 'I served there.' } }),
  (c, who) => c.send(who, anEvent('DECLINE_APPOINTMENT', { facts: c.facts })),
  (c, who) => c.send('desk', anEvent('RELEASE', { facts: c.facts, person: who })),
  (c, who) => c.send('chair', anEvent('RECORD_CONFLICT', { facts: c.facts, person: who })),
  (c, who) => c.send('clock', anEvent('HAND_BACK_REVIEW', { facts: c.facts, person: who })),
];
const draftOf = (countries: string[]) =>
  aCase({ content: aContent({ type: 'regional', modality: 'multiCountry', countries }) });
const terms = (c: CaseBuilder) => c.send('desk', anEvent('PROPOSE_TOR', { facts: c.facts }));
const cost = (c: CaseBuilder) => c.send('coordinator', anEvent('CONFIRM_COST_SHARE', { facts: c.facts }));
const hosting = (c: CaseBuilder) => c.send('office', anEvent('CONFIRM_HOSTING', { facts: c.facts }));

/** Stories of what walks come to seldom. */
const STORIES: (() => unknown)[] = [
  () => heard(draftOf(['TZA', 'FJI'])).send('office', { type: 'EDIT', patch: { countries: ['TZA', 'FJI', 'KEN'] } }),
  () => heard(aCase()).on(400).send('clock', { type: 'EXPIRE' }),
  () =>
    heard(draftOf(['TZA', 'FJI']))
      .on(400)
      .send('clock', { type: 'EXPIRE' }),
  () => heard(aCase().returned()).send('coordinator', { type: 'RESUBMIT', declaration: true }),
  () => heard(aCase().approved()).on(800).send('clock', { type: 'LAPSE_APPROVAL' }),
  () => heard(aCase().settled()).on(30).send('clock', { type: 'RECORD_SILENCE' }),
  () =>
    heard(STAGES.recommendation())
      .on(30)
      .send('chair', anEvent('RECOMMEND', { facts: null })),
  () => {
    const c = heard(
      aCase()
        .settled()
        .send('desk', anEvent('CONSULT', { facts: null }))
        .advised(),
    );
    c.send('desk', anEvent('WITHDRAW_CONSULTATION', { facts: c.facts }));
  },
  () => {
    const c = heard(invited('UNDP', 'UNICEF'));
    answer(c, of(c, 'UNDP'), yes(c));
    answer(c, of(c, 'UNICEF'), no(c));
  },
  () => {
    const c = heard(aCase().revealed());
    for (const score of [2, 1])
      c.send('amina', { type: 'REVISE', scores: { ownership: { score, reason: 'Read again.' } } });
  },
  () => hosting(cost(heard(terms(aCase().funded()).signed()))),
  () => cost(hosting(heard(terms(aCase().funded()).signed()))),
  () => {
    const told = heard(aCase().returned().on('2027-03-08'));
    told.send('desk', { type: 'STOP_CLOCK', clock: 'returned', until: '2027-03-10', reason: 'A storm.' });
    told.on('2027-03-10').send('clock', { type: 'RESUME_CLOCKS' });
    told.send('desk', { type: 'STOP_CLOCK', clock: 'returned', until: '2027-03-12', reason: 'A storm.' });
    told.send('chair', { type: 'GO_ON_CLOCK', clock: 'returned', reason: 'It is over.' });
    told.send('desk', { type: 'NUDGE', clock: 'returned' });
    told.send('office', { type: 'ASK_MORE_TIME', clock: 'returned', until: '2027-03-26', reason: 'A storm.' });
    told.send('desk', { type: 'REFUSE_MORE_TIME', clock: 'returned', reason: 'The round ends.' });
  },
  () => terms(hosting(cost(heard(aCase().funded())))).signed(),
  ...LEAVING.flatMap((leave) => [
    () => {
      const c = heard(aCase().appointed('amina', 'bruno'));
      leave(c, 'amina');
      leave(c, 'bruno');
    },
    () => {
      const c = heard(aCase().appointed(...REVIEWERS));
      for (const by of ['amina', 'bruno'] as const)
        c.send(by, { type: 'DECLARE', conflict: { declared: false } }).send(by, { type: 'SCORE', scores: aSheet() });
      leave(c, 'chen');
    },
  ]),
];
const STAGES_OF_POSTS = [
  () => aDeployment(),
  () => aDeployment().shortlisted(),
  () => aDeployment().onboarding(),
  () => aDeployment().planned(),
  () => aDeployment().serving(),
  () => aDeployment().inMidTerm(),
  () => aDeployment().wished(),
  () => aDeployment().succeeding(),
  () => aDeployment().closing(),
  () => aDeployment().checked(),
  () => aDeployment().left(),
];
const STORIES_OF_POSTS: (() => unknown)[] = [
  () => heardOfPost(aDeployment()).go('clock', 'RECEIVE'),
  () => heardOfPost(aDeployment()).go('office', 'NUDGE', { clock: 'recruitment:sourcing' }),
  () => heardOfPost(aDeployment().selected()).go('coordinator', 'CONSULTED', { agrees: false }),
  () => heardOfPost(aDeployment().advertised()).go('desk', 'CANCEL'),
  () => heardOfPost(aDeployment()).reviewed(),
  () => heardOfPost(aDeployment().left()).ended(),
  () => heardOfPost(aDeployment().toEnd()).handedOver(),
  () => heardOfPost(aDeployment().toEnd()).go('desk', 'LEAVE'),
  () => {
    const told = heardOfPost(aDeployment().serving().on('2027-04-05'));
    const clock = told.facts.clocks.find((c) => c.group === 'report')!.key;
    told.send('desk', { type: 'STOP_CLOCK', clock, until: '2027-04-07', reason: 'A storm.' });
    told.on('2027-04-07').send('clock', { type: 'RESUME_CLOCKS' });
    told.send('desk', { type: 'STOP_CLOCK', clock, until: '2027-04-09', reason: 'A storm.' });
    told.send('chair', { type: 'GO_ON_CLOCK', clock, reason: 'It is over.' });
    told.send('amara', { type: 'ASK_MORE_TIME', clock, until: '2027-04-23', reason: 'A storm.' });
    told.send('desk', { type: 'REFUSE_MORE_TIME', clock, reason: 'The round ends.' });
    told.send('desk', { type: 'EXTEND_CLOCK', clock, until: '2027-04-23', reason: 'A storm.' });
  },
];

beforeAll(() => {
  for (const stage of Object.values(STAGES)) everyStep(heard(stage()));
  for (const stage of STAGES_OF_POSTS) everyStepOfPost(heardOfPost(stage()));
  for (const story of [...STORIES, ...STORIES_OF_POSTS]) story();
  fc.assert(
    fc.property(walks(), (taken) => {
      walk(taken, ({ outcome }) => {
        if (!isRefusal(outcome)) note('request', outcome);
      });
    }),
    { numRuns: 10 },
  );
  fc.assert(
    fc.property(postWalks(), (taken) => {
      walkOfPost(taken, ({ outcome }) => {
        if (!isRefusal(outcome)) note('post', outcome);
      });
    }),
    { numRuns: 10 },
  );
});
describe.each(['request', 'post'] as const)('every notice of a %s', (about) => {
  it('that a step promises is told by it, somewhere', () => {
    const unsent = promised(about).filter((pair) => !told[about].has(pair));
    expect(unsent.filter((pair) => !promised(about, ['on']).includes(pair))).toEqual([]);
    // What a step tells whenever it is taken is sent by the catalogue itself, once it knows the step.
    const types: readonly string[] = about === 'request' ? EVENT_TYPES : DEPLOYMENT_EVENT_TYPES;
    expect(unsent.filter((pair) => !types.includes(pair.split(' ')[0]!))).toEqual([]);
  });

  it('that a step tells is promised by the catalogue', () => {
    expect([...told[about]].filter((pair) => !promised(about).includes(pair))).toEqual([]);
  });
});

it('every duty that names a clock is told while that clock runs, so that it says by when', () => {
  expect([...askedOfNobody]).toEqual([]);
});

it('every notice has one thing that tells it, readers, and a group that says how', () => {
  for (const name of NOTICE_NAMES) {
    const { on = [], where = [], clock, byMail, to, group, letter } = noticeRule(name);
    expect([name, on.length + where.length > 0]).toEqual([name, clock === undefined && !byMail]);
    expect([name, to.length > 0]).toEqual([name, true]);
    expect(GROUP_NAMES).toContain(group);
    if (isClockNotice(name)) expect(noticeRule(name).about).toBe('case');
    // A letter has effect from the day on which it comes.
    if (letter) expect(groupRule(group).may).toEqual(['now']);
  }
});

it('what is statutory cannot be off, and says why; everything else can', () => {
  for (const group of GROUP_NAMES) {
    const { statutory, may, usual, what } = groupRule(group);
    expect([group, may.includes('off')]).toEqual([group, statutory === undefined]);
    expect(may).toContain(usual);
    expect(may).toContain('now');
    expect(what).toMatch(/\.$/);
  }
});

it('what belongs to the assessment is told to nobody who may not read it', () => {
  const inside: readonly Audience[] = ['deskOfficer', 'panelChair', 'approver', 'reviewers', 'person'];
  for (const name of NOTICE_NAMES) {
    const { tells, to, copy = [] } = noticeRule(name);
    if (tells === 'assessment') expect([name, [...to, ...copy].filter((a) => !inside.includes(a))]).toEqual([name, []]);
  }
});
