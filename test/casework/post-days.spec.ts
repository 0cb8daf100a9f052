import { beforeEach, expect, it } from '@jest/globals';
import { verifyRecord } from '#casework';
import { addDays } from '#domain';
import { aPost } from '../../libs/domain/test/deployment-events.js';
import { aPostAt, aPostIn, type PostInDatabase } from '../support/a-post.js';
import { useDatabase } from '../support/database.js';

const START = '2027-03-01';
const db = useDatabase({ at: START });
beforeEach(() => db.clock.set(START));

it('a term that has run out waits for the desk officer, until the leaving is recorded', async () => {
  const post = await aPostAt(db, 'closing');
  const end = (await post.facts()).incumbencies[0]!.endsOn!;
  await post.byClock('TAKE_EFFECT');
  expect(db.clock.now().toISOString().slice(0, 10)).toBe(addDays(end, 1));
  const due = () =>
    db.pool.query(
      `SELECT c.holder FROM deadline c JOIN deployment d ON d.id = c.case_id WHERE d.ref = $1 AND key = 'leaving'`,
      [post.ref],
    );
  expect((await due()).rows).toEqual([{ holder: 'deskOfficer' }]);
  await post.go('desk', 'LEAVE', { on: end, reason: 'termEnded' });
  expect((await due()).rows).toEqual([]);
  expect((await verifyRecord(db.pool, post.ref)).broken).toEqual([]);
});

it('an arrival before the planned day begins the cover of the countries, each kept once', async () => {
  const planned = '2027-06-01';
  const coverage = aPost().coverage.map((c) => ({ ...c, from: planned }));
  const post = await aPostAt(db, 'onboarding', {
    post: aPost({ coverage, framework: [{ from: planned, under: true }] }),
  });
  const row = async () =>
    (
      await db.pool.query(
        `SELECT d.framework, d.countries, (SELECT array_agg(c.country || ' ' || c.from_on ORDER BY c.country) FROM deployment_country c WHERE c.deployment_id = d.id) AS spans
         FROM deployment d WHERE d.ref = $1`,
        [post.ref],
      )
    ).rows[0];
  expect(await row()).toMatchObject({ framework: false, spans: [`KEN ${planned}`, `TZA ${planned}`] });
  await post.go('desk', 'ARRIVE');
  expect(await row()).toEqual({ framework: true, countries: ['TZA', 'KEN'], spans: [`KEN ${START}`, `TZA ${START}`] });
  expect((await verifyRecord(db.pool, post.ref)).broken).toEqual([]);
});

const deadlines = async (post: PostInDatabase) =>
  (
    await db.pool.query(
      `SELECT c.key, c.due_on::text AS due FROM deadline c JOIN deployment d ON d.id = c.case_id WHERE d.ref = $1 ORDER BY 1`,
      [post.ref],
    )
  ).rows;

it('an urgent surge begins with the selection, in its own few days, and goes on to the arrival as every post', async () => {
  const surge = await aPostIn(db, { urgent: true, post: aPost({ modality: 'surge' }) });
  const { facts } = await surge.row();
  expect(facts.state).toEqual({ active: { tenure: 'vacant', recruitment: 'selection' } });
  expect(facts.recruitments[0]!.skipped).toEqual(['sourcing', 'shortlisting']);
  expect(await deadlines(surge)).toContainEqual({ key: 'recruitment:selection', due: '2027-03-08' });
  const refused = await surge.attempt('desk', await surge.event('ADVERTISE'));
  expect(refused).toMatchObject({ code: 'notNow' });
  await (await (await surge.go('desk', 'SELECT')).go('coordinator', 'CONSULTED')).go('desk', 'ARRIVE');
  expect((await surge.facts()).incumbencies).toHaveLength(1);
  expect((await verifyRecord(db.pool, surge.ref)).broken).toEqual([]);
});

it('the days of a clock are those of whoever holds it: Geneva for the desk officer, from Sunday to Thursday in Amman', async () => {
  const friday = '2027-03-05';
  db.clock.set(friday);
  const opened = (host: string, dutyStation: string) => {
    const coverage = [{ ...aPost().coverage[0]!, country: host }];
    return aPostIn(db, { urgent: true, post: aPost({ modality: 'surge', host, dutyStation, coverage }) });
  };
  for (const [host, station, officer, viewDue] of [
    ['JOR', 'Amman', 'rv-sabbaghi', '2027-03-08'],
    ['KEN', 'Nairobi', 'do-esa', '2027-03-09'],
  ] as const) {
    const post = await opened(host, station);
    expect(await deadlines(post)).toContainEqual({ key: 'recruitment:selection', due: '2027-03-12' });
    const selected = await post.event('SELECT');
    const desk = await db.person(officer);
    expect(await post.deployments.advance(post.ref, desk, selected, { revision: 'latest' })).toHaveProperty('ref');
    expect(await deadlines(post)).toContainEqual({ key: 'recruitment:candidateView', due: viewDue });
    expect((await verifyRecord(db.pool, post.ref)).broken).toEqual([]);
  }
});
