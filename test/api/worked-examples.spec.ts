import { beforeAll, describe, expect, it } from '@jest/globals';
import { WorkedExamples } from '#casework';
import { CRITERIA } from '#domain';
import { useDatabase } from '../support/database.js';
import { useWeb, type Json, type Program } from '../support/web.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
const FIRST = '/worked-examples/01990000-0000-7000-8000-000000000001';
const SECOND = '/worked-examples/01990000-0000-7000-8000-000000000002';
let amina: Program;
let bruno: Program;
let chair: Program;

const sheet = (scores: (number | null)[]) =>
  Object.fromEntries(CRITERIA.map((key, i) => [key, { score: scores[i], reason: `Why ${key}.` }]));
const anExample = (more: object = {}) => ({
  title: 'A landlocked State',
  setting: 'A first request, for one year.',
  texts: Object.fromEntries(CRITERIA.map((key) => [key, `What is said of ${key}.`])),
  agreed: sheet([1, 2, 3, 4, null]),
  ...more,
});
const titles = async (program: Program) =>
  ((await program.get('/worked-examples')).json.items as Json[]).map((example) => example.title);

beforeAll(async () => {
  amina = await web.program(db.cast.amina.id);
  bruno = await web.program(db.cast.bruno.id);
  chair = await web.program(db.cast.chair.id);
});

describe('a reviewer', () => {
  it('reads what was agreed after scoring, and never before', async () => {
    const before = await amina.get(FIRST);
    expect([before.status, before.json.agreed, before.json.taken]).toEqual([200, null, null]);
    expect(before.text).not.toContain('a differing view is on file');
    const taken = await amina.send('PUT', `${FIRST}/scores`, { json: { scores: sheet([4, 3, 2, 1, null]) } });
    expect(taken.json).toMatchObject({
      compared: { same: 2, near: 1, far: 2, own: { exact: '125/2', rounded: '62.50' }, agreed: { rounded: '70.00' } },
      agreed: { ownership: { score: 4 } },
    });
    expect((await amina.get(FIRST)).json).toEqual(taken.json);
    // Others see nothing of it, and still nothing of what was agreed.
    expect((await bruno.get(FIRST)).json).toMatchObject({ agreed: null, taken: null });
  });

  it('takes an example once in a round; the same again changes nothing', async () => {
    const send = (scores: (number | null)[]) =>
      bruno.send('PUT', `${SECOND}/scores`, { json: { scores: sheet(scores) } });
    const [first, again, other] = [
      await send([1, 1, 1, 1, 1]),
      await send([1, 1, 1, 1, 1]),
      await send([1, null, 1, 4, 1]),
    ];
    expect([first.status, again.status, again.json]).toEqual([200, 200, first.json]);
    refused(other, 409);
    expect((await bruno.get(SECOND)).json).toMatchObject({ taken: { scores: sheet([1, 1, 1, 1, 1]) } });
    // In the next round it is new again.
    const later = new WorkedExamples(db.pool, { now: () => new Date('2027-09-01T09:00:00Z') });
    const id = SECOND.split('/').at(-1)!;
    expect(await later.find(db.cast.bruno, id)).toMatchObject({ agreed: null, own: null });
  });

  it.each<[string, object, string]>([
    ['a criterion is missing', { scores: { ...sheet([1, 1, 1, 1, 1]), ownership: null } }, 'scores.ownership.score'],
    ['a score is no level', { scores: sheet([1, 1, 1, 1, 5]) }, 'scores.commitment.score'],
    [
      'a reason is missing',
      { scores: { ...sheet([1, 1, 1, 1, 1]), ownership: { score: 1, reason: ' ' } } },
      'scores.ownership.reason',
    ],
  ])('is told where %s', async (_, json, path) => {
    refused(await (await web.program(db.cast.chen.id)).send('PUT', `${FIRST}/scores`, { json }), 422, path);
  });
});

describe('the chair', () => {
  it('writes an example once for a key, and takes it out of use', async () => {
    const headers = { 'idempotency-key': 'once' };
    const write = (json: object) => chair.send('POST', '/worked-examples', { json, headers });
    const [made, again] = [await write(anExample()), await write(anExample())];
    expect([made.status, again.json.id]).toEqual([201, made.json.id]);
    refused(await write(anExample({ title: 'Another' })), 422, 'Idempotency-Key');
    expect(await titles(amina)).toContain('A landlocked State');
    const path = `/worked-examples/${String(made.json.id)}`;
    expect((await chair.send('DELETE', path)).json.retiredAt).not.toBeNull();
    expect(await titles(amina)).not.toContain('A landlocked State');
    refused(await amina.send('PUT', `${path}/scores`, { json: { scores: sheet([1, 1, 1, 1, 1]) } }), 409);
  });

  it('sees who took what, on the page; nobody else does', async () => {
    await amina.send('PUT', `${SECOND}/scores`, { json: { scores: sheet([1, null, 1, 4, 1]) } });
    const page = async (part: 'chair' | 'chen' | 'desk') =>
      (await web.send('GET', '/calibration', { headers: await web.session(db.cast[part].id) })).text;
    expect(await page('chair')).toContain(db.cast.amina.name.split(' ')[0]);
    for (const part of ['chen', 'desk'] as const)
      expect(await page(part)).not.toContain(db.cast.amina.name.split(' ')[0]);
  });
});

describe('on the pages', () => {
  const form = (scores: string[]) =>
    Object.fromEntries(
      CRITERIA.flatMap((key, i) => [
        [`score-${key}`, scores[i]!],
        [`reason-${key}`, `Why ${key}.`],
      ]),
    );

  it('an example is taken and compared; what was typed stays where something is missing', async () => {
    const headers = await web.session(db.cast.dina.id);
    const path = '/calibration/01990000-0000-7000-8000-000000000001';
    const wrong = await web.send('POST', path, { headers, form: form(['4', '', '4', '1', '3']) });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#score-enablingEnvironment"');
    expect(wrong.text).toContain('Why sustainability.');
    expect(wrong.text).not.toContain('a differing view is on file');
    const right = await web.send('POST', path, { headers, form: form(['4', '2', '4', '1', '3']) });
    expect([right.status, right.headers.get('location')]).toEqual([303, `${path}?done=exampleTaken`]);
    const { text } = await web.send('GET', path, { headers });
    expect(text).toContain('All five scores are the ones that the panel agreed on.');
    expect(text).toContain('a differing view is on file');
  });
});
