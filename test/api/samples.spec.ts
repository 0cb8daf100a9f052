import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { DEMONSTRATION_PEOPLE, SAMPLES, verifyRecord, type SampleId } from '#casework';
import type { RequestFacts } from '#domain';
import { heardIn, samples, type Sample } from '../../libs/domain/test/samples.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Answer, type Json, type Program } from '../support/web.js';

const db = useDatabase({ at: '2015-01-12' });
const web = useWeb(db);
const asItIs = (id: string): Json =>
  JSON.parse(
    readFileSync(
      new URL(`../../libs/casework/data/samples/requests/${SAMPLES[id as SampleId]}.json`, import.meta.url),
      'utf8',
    ),
  ) as Json;

const programs = new Map<string, Program>();
/** The program of a demonstration person. */
async function by(key: string): Promise<Program> {
  if (!programs.has(key)) programs.set(key, await web.program((await db.person(key)).id));
  return programs.get(key)!;
}
const emailOf = (key: string): string => DEMONSTRATION_PEOPLE.find((p) => p.key === key)!.email;
const keyWith = (organisation: string): string =>
  DEMONSTRATION_PEOPLE.find((p) => p.organisation === organisation)!.key;

const OFFICES: Record<string, { office: string; coordinator: string; desk: string }> = {
  '01': { office: 'rco-tza', coordinator: 'rc-tza', desk: 'do-esa' },
  '03': { office: 'rco-aze', coordinator: 'rc-aze', desk: 'do-eca' },
  '04': { office: 'rco-ner', coordinator: 'rc-ner', desk: 'do-wca' },
  '08': { office: 'rco-brb', coordinator: 'rc-brb', desk: 'do-lac' },
};
const ENDS = { APPROVE: 'awaitingFunds', DECLINE: 'declined', OFFER_REGIONAL_OPTION: 'offered' };

/** A request on its way, moved by nothing but calls of the API. */
class Walk {
  ref = '';

  async take(key: string, event: Json): Promise<Answer> {
    const answer = await (await by(key)).step(this.ref, event);
    expect({ key, type: event.type, status: answer.status, said: answer.json.errors ?? answer.json.detail }).toEqual({
      key,
      type: event.type,
      status: 200,
      said: undefined,
    });
    return answer;
  }

  async read(key: string, part = ''): Promise<Json> {
    const answer = await (await by(key)).get(`/requests/${this.ref}${part}`);
    expect({ key, part, status: answer.status }).toEqual({ key, part, status: 200 });
    return answer.json;
  }
}

async function reviewed(walk: Walk, { review }: Sample, desk: string): Promise<void> {
  const { reviewers } = review;
  await walk.take(desk, { type: 'APPOINT', reviewers: reviewers.filter((r) => !r.replaces).map((r) => emailOf(r.id)) });
  for (const r of reviewers) {
    if (r.replaces) await walk.take(desk, { type: 'APPOINT', reviewers: [emailOf(r.id)] });
    await walk.take(r.id, { type: 'DECLARE', conflict: r.conflict });
  }
  for (const { askedBy, question } of review.clarifications ?? []) await walk.take(askedBy, { type: 'ASK', question });
  for (const { answer } of review.clarifications ?? [])
    await walk.take(OFFICES[review.requestId]!.office, { type: 'ANSWER', answer });
  for (const r of reviewers.filter((x) => x.firstScores))
    await walk.take(r.id, { type: 'SCORE', scores: r.firstScores, requestVersion: 1 });
  await walk.take(desk, { type: 'REVEAL' });
}

/** The figures by the keys of the samples instead of the identifiers of this database. */
async function withKeys(consolidated: Json, ids: string[]): Promise<Json> {
  const names = new Map<string, string>();
  for (const key of ids) names.set((await db.person(key)).id, key);
  const reviewers = Object.entries(consolidated.reviewers as Json).map(([id, figures]) => [names.get(id), figures]);
  return { ...consolidated, reviewers: Object.fromEntries(reviewers) as Json };
}

/** What the totals come to without each reviewer, by the keys of the samples. */
async function withoutEach(walk: Walk): Promise<Json> {
  const { robustness } = (await walk.read('pc-oduya', '/assessment')) as {
    robustness: { withoutReviewer: { reviewer: string; totals: Json }[] };
  };
  const keys = new Map<string, string>();
  for (const { key } of DEMONSTRATION_PEOPLE.filter((p) => p.key.startsWith('rv-')))
    keys.set((await db.person(key)).id, key);
  return Object.fromEntries(robustness.withoutReviewer.map((w) => [keys.get(w.reviewer)!, w.totals]));
}

describe.each(samples().map((s) => [s.id, s] as const))('sample %s, by calls of the API alone', (id, sample) => {
  const walk = new Walk();
  const { office, coordinator, desk } = OFFICES[id]!;
  const { review, oracle } = sample;
  const ids = review.reviewers.map((r) => r.id);

  it('is posted as it is and submitted by the Resident Coordinator', async () => {
    const posted = await (await by(office)).send('POST', '/requests', { json: asItIs(id) });
    expect({ status: posted.status, errors: posted.json.errors }).toEqual({ status: 201, errors: undefined });
    walk.ref = posted.json.ref as string;
    expect(posted.headers.get('location')).toBe(`/api/v1/requests/${walk.ref}`);
    expect(posted.json).toMatchObject({ ...sample.content, state: 'draft', round: '2015-1', revision: 1 });
    expect(await walk.take(coordinator, { type: 'SUBMIT', declaration: true })).toMatchObject({
      json: { state: 'screening' },
    });
    expect(await walk.read(desk)).toMatchObject(sample.content);
  });

  it('is accepted, advised on, and scored blind', async () => {
    await walk.take(desk, { type: 'ACCEPT' });
    await reviewed(walk, sample, desk);
    for (const advice of review.regionalAdvice) await walk.take(keyWith(advice.from), { type: 'ADVISE', ...advice });
  });

  it('comes to the exact figures, before and after revision', async () => {
    const figures = async (expected: typeof oracle.first) => {
      const { moderationObligatory: _, leaveOneOut: _out, reviewers, ...rest } = expected;
      const scored = Object.entries(reviewers).map(([key, r]) => [key, { weighted: r.weighted, coverage: r.coverage }]);
      const { consolidated } = await walk.read('pc-oduya', '/assessment');
      expect(await withKeys(consolidated as Json, ids)).toEqual({ ...rest, reviewers: Object.fromEntries(scored) });
    };
    await figures(oracle.first);
    for (const r of review.reviewers.filter((x) => x.revisedScores))
      await walk.take(r.id, { type: 'REVISE', scores: r.revisedScores });
    await figures(oracle.afterRevision ?? oracle.first);
  });

  it('is settled, recommended and decided as in the files', async () => {
    await walk.take('pc-oduya', { type: 'SETTLE', settled: review.settled, moderation: review.moderation });
    const { result } = await walk.read('pc-oduya', '/assessment');
    expect(result).toMatchObject({ weighted: oracle.settled.weighted, coverage: oracle.settled.coverage });
    expect(await withoutEach(walk)).toEqual((oracle.afterRevision ?? oracle.first).leaveOneOut);
    const { rows } = await db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request WHERE ref = $1', [
      walk.ref,
    ]);
    const recommend = { type: 'RECOMMEND', ...review.recommendation };
    const advised = review.regionalAdvice.some((a) => a.conditions.length > 0);
    // Programs and people are asked the same: what became of each condition of the advice.
    const silent = await (await by('pc-oduya')).step(walk.ref, recommend);
    expect(silent.status).toBe(advised ? 422 : 200);
    if (advised) await walk.take('pc-oduya', { ...recommend, ...heardIn(id, rows[0]!.facts) });
    const decided = await walk.take('ap-masangu', { type: review.decision.action, ...review.decision });
    expect(decided.json.state).toBe(ENDS[review.decision.action]);
  });

  it('leaves a letter, a record that holds, and nothing of the scores to the country’s side', async () => {
    const letter = await walk.read(coordinator, '/letter');
    expect(letter).toMatchObject({ language: sample.content.language, signature: expect.any(String) });
    const { ref } = walk;
    expect((await verifyRecord(db.pool, ref)).broken).toEqual([]);
    const timeline = (await walk.read(coordinator, '/timeline?limit=200')).items as Json[];
    expect(timeline.map((line) => line.type)).not.toContain('SCORE');
    expect((await (await by(coordinator)).get(`/requests/${ref}/assessment`)).status).toBe(403);
    expect(JSON.stringify(await walk.read(coordinator))).not.toContain(review.reviewers[0]!.name);
  });
});

it('a list shows each of them once to who reads everything', async () => {
  const auditor = await web.program((await db.person('au-petrescu')).id);
  const { items } = (await auditor.get('/requests')).json as { items: Json[] };
  expect(items.map((item) => item.status)).toEqual([
    'Approved, awaiting funds',
    'Declined',
    'Regional option offered',
    'Approved, awaiting funds',
  ]);
});
