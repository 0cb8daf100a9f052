import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { addDays, DEPLOYMENT_EVENT_TYPES, inWords, type DeploymentEventType } from '#domain';
import { WRONG_OF_POST } from '../../libs/domain/test/wrong-post-events.js';
import { aPostAt, type PostInDatabase, type PostRole, type PostStage } from '../support/a-post.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';
import { useWeb, type Json, type Program } from '../support/web.js';
import { ODD } from './odd.js';
import { refused } from './refused.js';

const START = '2027-03-01';
const db = useDatabase({ at: START });
const web = useWeb(db);
const programs = new Map<string, Program>();
async function by(part: PostRole, post: PostInDatabase): Promise<Program> {
  const { id } = await post.person(part);
  if (!programs.has(id)) programs.set(id, await web.program(id));
  return programs.get(id)!;
}
const at = async (stage: PostStage): Promise<PostInDatabase> => {
  const post = await aPostAt(db, stage);
  web.at(db.clock.now());
  return post;
};
beforeEach(() => {
  db.clock.set(START);
  web.at(db.clock.now());
});

/** Where each step can be taken, and by whom. */
const STEPS: Partial<Record<DeploymentEventType, [PostRole, PostStage]>> = {
  ADVERTISE: ['desk', 'opened'],
  SHORTLIST: ['desk', 'advertised'],
  SELECT: ['desk', 'shortlisted'],
  CONSULTED: ['coordinator', 'selected'],
  ARRIVE: ['desk', 'onboarding'],
  NOT_ARRIVED: ['desk', 'onboarding'],
  CANCEL: ['desk', 'advertised'],
  PLAN: ['amara', 'arrived'],
  AGREE_WORK_PLAN: ['coordinator', 'planned'],
  FILE_REPORT: ['amara', 'serving'],
  ADD_OBLIGATION: ['desk', 'arrived'],
  MOVE_OBLIGATION: ['desk', 'arrived'],
  NOTE_TO_OHCHR: ['amara', 'arrived'],
  REVIEW: ['coordinator', 'inMidTerm'],
  OPEN_RENEWAL: ['desk', 'serving'],
  ASK_EXTENSION: ['coordinator', 'inRenewal'],
  EXTEND: ['desk', 'wished'],
  PLAN_SUCCESSION: ['desk', 'wished'],
  CONVERT: ['desk', 'wished'],
  CLOSE: ['desk', 'wished'],
  START_CLOSING: ['desk', 'serving'],
  CHECK: ['office', 'closing'],
  SEND_BACK: ['desk', 'checked'],
  HAND_OVER: ['amara', 'checked'],
  LEAVE: ['desk', 'arrived'],
  TRANSFER: ['desk', 'arrived'],
  BRIDGE: ['desk', 'left'],
  END_BRIDGE: ['desk', 'bridged'],
  CHANGE_POST: ['desk', 'arrived'],
  COVER: ['desk', 'arrived'],
  UNCOVER: ['desk', 'arrived'],
  MARK_FRAMEWORK: ['desk', 'arrived'],
  SET_REPORTING: ['desk', 'arrived'],
  IDENTIFY: ['desk', 'unknownAdviser'],
  EXTEND_CLOCK: ['desk', 'selected'],
  STOP_CLOCK: ['desk', 'selected'],
  GO_ON_CLOCK: ['desk', 'clockStopped'],
  ASK_MORE_TIME: ['coordinator', 'selected'],
  REFUSE_MORE_TIME: ['desk', 'timeAsked'],
  NUDGE: ['coordinator', 'onboarding'],
};
const SENT = Object.keys(STEPS) as DeploymentEventType[];
const path = ({ ref }: PostInDatabase): string => `/deployments/${ref}/events`;

describe('revisions', () => {
  it('every reading names the revision, and every write moves it on', async () => {
    const post = await at('opened');
    const desk = await by('desk', post);
    const read = await desk.get(`/deployments/${post.ref}`);
    expect([read.status, read.headers.get('etag'), read.json]).toEqual([
      200,
      '"1"',
      expect.objectContaining({ ref: post.ref, revision: 1, state: 'recruiting', status: 'Being recruited' }),
    ]);
    const done = await desk.write('POST', path(post), await post.event('ADVERTISE'), 1);
    expect([done.status, done.headers.get('etag'), done.json]).toEqual([
      200,
      '"2"',
      { ref: post.ref, revision: 2, state: 'recruiting', status: 'Being recruited' },
    ]);
  });

  it('a write without one is refused (428), and with one that is behind (412, with the current one)', async () => {
    const post = await at('opened');
    const desk = await by('desk', post);
    const json = await post.event('ADVERTISE');
    const without = await desk.send('POST', path(post), { json });
    expect([without.status, without.json.code]).toEqual([428, 'revisionNeeded']);
    await desk.write('POST', path(post), json, 1);
    const stale = await desk.write('POST', path(post), await post.event('SHORTLIST'), 1);
    expect([stale.status, stale.json.code, stale.json.revision]).toEqual([412, 'stale', 2]);
    expect((await post.row()).revision).toBe(2);
  });

  it('“*” is taken only where a step is the sender’s own part', async () => {
    const post = await at('planned');
    const any = { 'if-match': '*' };
    const plan = await post.event('PLAN');
    expect((await (await by('amara', post)).send('POST', path(post), { json: plan, headers: any })).status).toBe(400);
    const agreed = await (
      await by('coordinator', post)
    ).send('POST', path(post), { json: { type: 'AGREE_WORK_PLAN' }, headers: any });
    expect(agreed.status).toBe(200);
  });

  it('two at once: one is taken, the other is told that it is behind', async () => {
    const post = await at('wished');
    const { revision } = await post.row();
    const desk = await by('desk', post);
    const both = await Promise.all(
      [await post.event('CONVERT'), await post.event('CLOSE')].map((event) =>
        desk.write('POST', path(post), event, revision),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

describe('the same key', () => {
  it('takes a step once and gives the same answer again; with another body it is refused', async () => {
    const post = await at('advertised');
    const desk = await by('desk', post);
    const headers = { 'idempotency-key': randomUUID() };
    const event = await post.event('SHORTLIST');
    const [first, second] = [
      await desk.write('POST', path(post), event, 2, headers),
      await desk.write('POST', path(post), event, 2, headers),
    ];
    expect([first.status, second.status, second.json]).toEqual([200, 200, first.json]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect((await desk.write('POST', path(post), { ...event, candidates: 9 }, 2, headers)).status).toBe(422);
    expect((await post.row()).revision).toBe(3);
  });
});

describe('every field of every step that is wrong in itself is named (422)', () => {
  it('covers every step that a person takes; an adviser is received by the other half of a transfer', () => {
    const others = DEPLOYMENT_EVENT_TYPES.filter((type) => !SENT.includes(type));
    expect(others).toEqual([
      'OPEN',
      'RECORD_HISTORY',
      'AMEND_HISTORY',
      'START_MID_TERM',
      'RECEIVE',
      'TAKE_EFFECT',
      'RECOUNT_CLOCKS',
      'RESUME_CLOCKS',
    ]);
  });

  it.each(SENT.filter((type) => WRONG_OF_POST[type]))('%s', async (type) => {
    const [part, stage] = STEPS[type]!;
    const post = await at(stage);
    const { revision } = await post.row();
    const right = await post.event(type);
    const program = await by(part, post);
    const before = await everything(db.pool);
    for (const { at: field, ...wrong } of WRONG_OF_POST[type]!) {
      const sent = JSON.parse(JSON.stringify({ ...right, ...wrong }).replaceAll('DEP-2027-001', post.ref)) as Json;
      refused(await program.write('POST', path(post), sent, revision), 422, field);
    }
    expect(changed(before, await everything(db.pool)).filter((table) => table !== 'credential')).toEqual([]);
  });
});

describe('whatever stands where something else is expected is refused, never a failure of ours', () => {
  it.each(SENT)('%s', async (type) => {
    const [part, stage] = STEPS[type]!;
    const post = await at(stage);
    const facts = await post.facts();
    const program = await by(part, post);
    const right = (await post.event(type)) as unknown as Json;
    // Behind on purpose: what is right in spite of everything is not taken either.
    const own = ['AGREE_WORK_PLAN', 'NOTE_TO_OHCHR', 'REVIEW', 'CHECK'].includes(type);
    if (!own) expect((await program.write('POST', path(post), right, 0)).status).toBe(412);
    for (const field of Object.keys(right).filter((key) => key !== 'type'))
      for (const odd of ODD) {
        const { status } = await program.write('POST', path(post), { ...right, [field]: odd }, 0);
        expect({ field, odd, status: [412, 422].includes(status) ? 'refused' : status }).toEqual({
          field,
          odd,
          status: 'refused',
        });
      }
    expect(await post.facts()).toEqual(facts);
  });
});

describe('who may not', () => {
  it('know of a post is answered as for one that is not there (404)', async () => {
    const post = await at('arrived');
    const elsewhere = await by('officeElsewhere', post);
    const event = { type: 'CHANGE_POST', title: 'X', reason: 'Y' };
    for (const [method, under] of [
      ['GET', ''],
      ['GET', '/actions'],
      ['GET', '/timeline'],
      ['GET', '/thread'],
      ['POST', '/events'],
    ] as const) {
      const sending = method === 'POST' ? { json: event, headers: { 'if-match': '"1"' } } : {};
      const hidden = await elsewhere.send(method, `/deployments/${post.ref}${under}`, sending);
      const missing = await elsewhere.send(method, `/deployments/DEP-2000-001${under}`, sending);
      expect([hidden.status, hidden.json]).toEqual([404, missing.json]);
    }
  });

  it('take a step that is not theirs is told whose it is (403), and one too early what is missing (409)', async () => {
    const post = await at('opened');
    const { revision } = await post.row();
    const team = await (await by('team', post)).write('POST', path(post), await post.event('ADVERTISE'), revision);
    expect([team.status, team.json.detail]).toEqual([403, expect.stringContaining('OHCHR desk officer')]);
    const early = await (
      await by('desk', post)
    ).write('POST', path(post), { type: 'ARRIVE', on: START, endsOn: '2028-03-01' }, revision);
    expect([early.status, early.json.detail]).toEqual([409, expect.stringContaining('Nobody is being recruited yet')]);
  });

  it('read a candidate before the Resident Coordinator has agreed does not find the name anywhere', async () => {
    const post = await at('selected');
    const name = (await post.person('amara')).name;
    for (const part of ['team', 'fund'] as const)
      for (const under of ['', '/actions', '/timeline']) {
        const answer = await (await by(part, post)).get(`/deployments/${post.ref}${under}`);
        expect([part, under, answer.status, answer.text.includes(name)]).toEqual([part, under, 200, false]);
      }
    expect((await (await by('coordinator', post)).get(`/deployments/${post.ref}`)).text).toContain(name);
  });
});

it('the pages of a post go by the day at its duty station', async () => {
  const post = await at('inRenewal');
  // Late in the evening in UTC, it is the next day in Dar es Salaam.
  const day = db.clock.now().toISOString().slice(0, 10);
  web.at(new Date(`${day}T22:30:00Z`));
  const headers = await web.session((await post.person('desk')).id);
  const tomorrow = inWords(addDays(day, 1));
  for (const page of ['', '/history', '/reports', '/thread', '/work-plan']) {
    const { status, text } = await web.send('GET', `/deployments/${post.ref}${page}`, { headers });
    expect([page, status, text]).toEqual([page, 200, expect.stringContaining(tomorrow)]);
  }
});
