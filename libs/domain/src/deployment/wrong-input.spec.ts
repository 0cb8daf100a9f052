import { expect, it } from '@jest/globals';
import { aDeployment, type DeploymentBuilder, type PostPart } from '../../test/a-deployment.js';
import { aPost, aPostEvent } from '../../test/deployment-events.js';
import { aWrongPostEvent, WRONG_OF_POST } from '../../test/wrong-post-events.js';
import { decideDeployment } from './decide-deployment.js';
import type { DeploymentEvent, DeploymentEventType } from './events.js';

/** Where each kind of event can be sent, and by whom. */
const WHERE: Partial<Record<DeploymentEventType, [() => DeploymentBuilder, PostPart]>> = {
  ADVERTISE: [() => aDeployment(), 'desk'],
  SHORTLIST: [() => aDeployment().advertised(), 'desk'],
  SELECT: [() => aDeployment().shortlisted(), 'desk'],
  CONSULTED: [() => aDeployment().selected(), 'coordinator'],
  ARRIVE: [() => aDeployment().onboarding(), 'desk'],
  NOT_ARRIVED: [() => aDeployment().onboarding(), 'desk'],
  CANCEL: [() => aDeployment(), 'desk'],
  PLAN: [() => aDeployment().arrived(), 'amara'],
  FILE_REPORT: [() => aDeployment().serving(), 'amara'],
  ASK_MORE_TIME: [() => aDeployment().serving(), 'amara'],
  NOTE_TO_OHCHR: [() => aDeployment().serving(), 'amara'],
  REVIEW: [() => aDeployment().inMidTerm(), 'coordinator'],
  ASK_EXTENSION: [() => aDeployment().inRenewal(), 'coordinator'],
  EXTEND: [() => aDeployment().wished(), 'desk'],
  PLAN_SUCCESSION: [() => aDeployment().wished(), 'desk'],
  CONVERT: [() => aDeployment().wished(), 'desk'],
  CHECK: [() => aDeployment().closing(), 'amara'],
  SEND_BACK: [() => aDeployment().checked(), 'desk'],
  HAND_OVER: [() => aDeployment().checked(), 'amara'],
  RECEIVE: [() => aDeployment(), 'clock'],
  BRIDGE: [() => aDeployment(), 'team'],
  END_BRIDGE: [() => aDeployment().go('team', 'BRIDGE'), 'team'],
  IDENTIFY: [() => aDeployment().shortlisted().go('desk', 'SELECT', { adviser: 'A name' }).onboarding(), 'desk'],
};
const cases = Object.entries(WRONG_OF_POST).flatMap(([type, all]) =>
  all.map((wrong, i) => [type, wrong.at, i] as const),
);

it.each(cases)('%s is refused at %s (%i)', (name, at, i) => {
  const type = name as DeploymentEventType;
  const [build, by] = WHERE[type] ?? [() => aDeployment().serving(), 'desk'];
  const d = build().on(1);
  const right = aPostEvent(type, {
    facts: d.facts,
    today: d.today,
    side: 'adviser',
    who: { role: by === 'amara' ? 'adviser' : 'deskOfficer', id: d.cast[by].id },
  });
  const found = aWrongPostEvent(right, i)!;
  const outcome = d.attempt(by, found.event);
  expect(outcome).toMatchObject({ refused: true, code: 'invalid' });
  expect('fields' in outcome ? outcome.fields!.map((f) => f.path) : []).toContain(at);
});

const open = (change: object): DeploymentEvent => ({ ...aPostEvent('OPEN'), ...change }) as DeploymentEvent;
it.each([
  ['post.title', open({ post: aPost({ title: ' ' }) })],
  ['post.dutyStation', open({ post: aPost({ dutyStation: '' }) })],
  ['post.modality', open({ post: aPost({ modality: 'x' as never }) })],
  ['post.host', open({ post: aPost({ host: 'FJI' }) })],
  ['post.coverage', open({ post: aPost({ host: null, coverage: [] }) })],
  ['post.coverage.1.country', open({ post: aPost({ coverage: [aPost().coverage[0]!, aPost().coverage[0]!] }) })],
  [
    'post.coverage.0.until',
    open({
      post: aPost({ coverage: [{ country: 'TZA', from: '2027-03-01', until: '2027-02-01', daysPerMonth: null }] }),
    }),
  ],
  ['origin.reference', open({ origin: { ...aPostEvent('OPEN').origin, reference: ' ' } })],
])('a new post is refused at %s', (at, event) => {
  const d = aDeployment();
  const outcome = decideDeployment(null, d.cast.clock, event, d.contextNow());
  expect(outcome).toMatchObject({ code: 'invalid', fields: [{ path: at }] });
});

it('only the product opens a post, and no step is taken of a post that is not there', () => {
  const d = aDeployment();
  expect(decideDeployment(null, d.cast.desk, open({}), d.contextNow())).toMatchObject({ code: 'notYourRole' });
  expect(decideDeployment(null, d.cast.desk, { type: 'TAKE_EFFECT' }, d.contextNow())).toMatchObject({
    code: 'notFound',
  });
  expect(d.attempt('clock', open({}))).toMatchObject({ code: 'notNow' });
  expect(d.attempt('deskElsewhere', open({}))).toMatchObject({ code: 'notFound' });
  expect(d.attempt('desk', { type: 'DANCE' } as never)).toMatchObject({ code: 'invalid' });
});
