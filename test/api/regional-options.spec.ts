import { beforeAll, describe, expect, it } from '@jest/globals';
import { anOptionContent } from '../../libs/domain/test/option.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { keepOption } from '../support/options.js';
import { useWeb, type Json, type Program } from '../support/web.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
let team: Program;
let desk: Program;
let elsewhere: Program;

beforeAll(async () => {
  team = await web.program(db.cast.team.id);
  desk = await web.program(db.cast.desk.id);
  elsewhere = await web.program(db.cast.teamElsewhere.id);
});

const body = (more: object = {}) => ({ region: 'esa', ...anOptionContent(), ...more });
const changed = (more: object = {}) => anOptionContent(more);
const kept = async (): Promise<string> => (await keepOption(db)).id;
const path = (id: string) => `/regional-options/${id}`;

describe('a new option', () => {
  it('comes back with its totals, and what it lacks', async () => {
    const answer = await team.send('POST', '/regional-options', { json: body() });
    expect([answer.status, answer.headers.get('etag')]).toEqual([201, '"1"']);
    expect(answer.json).toMatchObject({
      version: 1,
      missing: [],
      totals: { total: '330000.00', inCountry: '930000.00', daysPerMonth: 20, payers: [{ amount: '220011.00' }, {}] },
    });
    expect((await desk.get(path(String(answer.json.id)))).json).toEqual(answer.json);
  });

  it('is one, however often the same key brings it; another body with the key is refused', async () => {
    const headers = { 'idempotency-key': 'once' };
    const send = (json: object) => team.send('POST', '/regional-options', { json, headers });
    const [first, second] = [await send(body()), await send(body())];
    expect(second.json.id).toBe(first.json.id);
    refused(await send(body({ name: 'Another' })), 422, 'Idempotency-Key');
  });

  it.each<[string, object, string]>([
    ['a region of others', { region: 'eca' }, ''],
    ['a float', { adviser: [{ year: 2027, amount: 1.5 }] }, 'adviser.0.amount'],
    ['what is no field', { cost: '1' }, 'cost'],
    [
      'too many days',
      { countries: anOptionContent().countries.map((c) => ({ ...c, daysPerMonth: 15 })) },
      'countries.0.daysPerMonth',
    ],
    [
      'parts that miss the whole',
      { split: { by: 'percent', payers: [{ name: 'UNDP', source: 'agency', value: '99.99' }] } },
      'split.payers.0.value',
    ],
    ['a list that is none', { countries: { TZA: 1 } }, 'countries'],
    ['a country in lower case', { host: 'ken' }, 'host'],
    ['a character that nobody can keep', { why: 'a\u0000b' }, 'why'],
  ])('is refused with %s', async (_, more, at) => {
    const answer = await team.send('POST', '/regional-options', { json: body(more) });
    if (at) refused(answer, 422, at);
    else refused(answer, 404);
  });
});

describe('a new version', () => {
  it('stands beside the one before, and needs that one to be the last', async () => {
    const id = await kept();
    const first = await team.write('PUT', path(id), changed({ months: 17 }), 1);
    expect([first.status, first.json.version, first.headers.get('etag')]).toEqual([200, 2, '"2"']);
    const again = await team.write('PUT', path(id), changed({ months: 17 }), 1);
    expect([again.status, again.json.version]).toEqual([200, 2]);
    const office = await web.program(db.cast.regionalOffice.id);
    const late = await office.write('PUT', path(id), changed({ months: 16 }), 1);
    refused(late, 412);
    expect(late.json.revision).toBe(2);
    const session = await web.session(db.cast.desk.id);
    const page = await web.send('GET', `/deployments/options/${id}?version=1`, { headers: session });
    expect([page.status, page.text.includes('18 months'), page.text.includes('Version 2 stands now')]).toEqual([
      200,
      true,
      true,
    ]);
  });

  it('is not made of what says the same', async () => {
    const id = await kept();
    expect((await team.write('PUT', path(id), changed(), 1)).json.version).toBe(1);
  });

  it('is one of two that are sent at the same moment', async () => {
    const id = await kept();
    const sent = await Promise.all(
      [3, 4, 5, 6].map((months) =>
        team.write(
          'PUT',
          path(id),
          { ...changed({ months }), adviser: [], countries: changed().countries.map((c) => ({ ...c, travel: [] })) },
          1,
        ),
      ),
    );
    expect(sent.map((a) => a.status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('needs to say which was read', async () => {
    refused(await team.send('PUT', path(await kept()), { json: changed() }), 428);
  });
});

describe('who reads', () => {
  it('no other region, and nobody on the side of a country', async () => {
    const id = await kept();
    refused(await elsewhere.get(path(id)), 404);
    expect((await elsewhere.get('/regional-options')).json).toEqual({ items: [] });
    refused(await (await web.program(db.cast.coordinator.id)).get('/regional-options'), 403);
    refused(await desk.write('PUT', path(id), changed(), 1), 403);
  });
});

describe('with an advice', () => {
  const advice = (option: string): Json => ({
    type: 'ADVISE',
    position: 'prefers a regional option',
    text: 'One adviser serves both.',
    option,
  });

  it('it is kept as it was, for everybody who reads the advice', async () => {
    const { ref } = await aCaseAt(db, (s) => s.accepted());
    const id = await kept();
    expect((await team.step(ref, advice(id))).status).toBe(200);
    await team.write('PUT', path(id), changed({ months: 17 }), 1);
    const { json } = await (await web.program(db.cast.coordinator.id)).get(`/requests/${ref}`);
    const [first] = json.advice as { option: Json }[];
    expect(first!.option).toMatchObject({ id, version: 1, months: 18, totals: { total: '330000.00' } });
  });

  it('an option that is not there, not of the region, or not finished is refused at its field', async () => {
    const { ref } = await aCaseAt(db, (s) => s.accepted());
    const open = await keepOption(db, { adviser: [] });
    const others = await keepOption(db, { countries: anOptionContent().countries.slice(1) });
    for (const id of ['none', '00000000-0000-0000-0000-000000000000', open.id, others.id, '\u0000'])
      refused(await team.step(ref, advice(id)), 422, 'option');
  });

  it('it is offered by the party that attached it, is in the letter, and is signed by whom it covers', async () => {
    const it = await aCaseAt(db, (s) => s.accepted());
    const [own, other] = anOptionContent().countries;
    const { id } = await keepOption(db, { countries: [own!, { ...other!, country: 'MWI' }] });
    await team.step(it.ref, advice(id));
    const office = { type: 'ADVISE', position: 'supports', text: 'Good.' } as const;
    for (const key of ['ro-addis-ababa', 'ro-pretoria'])
      await (await web.program((await db.person(key)).id)).step(it.ref, office);
    await it.send('desk', { type: 'APPOINT', reviewers: [db.cast.amina.id, db.cast.bruno.id] });
    for (const by of ['amina', 'bruno'] as const) await it.send(by, { type: 'DECLARE', conflict: { declared: false } });
    const { anEvent } = await import('../../libs/domain/test/events.js');
    for (const [by, type] of [
      ['amina', 'SCORE'],
      ['bruno', 'SCORE'],
      ['desk', 'REVEAL'],
      ['chair', 'SETTLE'],
      ['chair', 'RECOMMEND'],
    ] as const)
      await it.send(by, anEvent(type, { facts: await it.facts() }));
    const approver = await web.program(db.cast.approver.id);
    const offer = { type: 'OFFER_REGIONAL_OPTION', reasons: 'It serves both.', option: 'regionalTeam:esa' };
    refused(await approver.step(it.ref, { ...offer, option: 'regionalOffice:pretoria' }), 422, 'option');
    expect((await approver.step(it.ref, offer)).status).toBe(200);
    const coordinator = await web.program(db.cast.coordinator.id);
    const { json } = await coordinator.get(`/requests/${it.ref}/letter`);
    expect(JSON.stringify(json.parts)).toContain('Malawi: 12 days a month');
    const approved = async () => {
      const { items } = (await coordinator.get(`/requests?q=${it.ref}`)).json as { items: object[] };
      return [(await coordinator.get(`/requests/${it.ref}`)).json, ...items];
    };
    for (const row of await approved()) expect(row).toMatchObject({ modality: 'inCountry', approvedModality: null });
    const accept = { type: 'ACCEPT_OFFER' } as const;
    const early = await coordinator.step(it.ref, accept);
    expect([early.status, early.json.detail]).toEqual([
      409,
      expect.stringContaining('one country that the option covers'),
    ]);
    const malawi = await web.program((await db.person('rc-mwi')).id);
    const seen = (await malawi.get(`/requests/${it.ref}`)).json;
    expect(seen.offerSigning).toMatchObject({
      lead: ['TZA'],
      countries: ['TZA', 'MWI'],
      unsigned: ['MWI'],
      open: true,
    });
    expect((await malawi.step(it.ref, accept)).status).toBe(403);
    expect((await malawi.step(it.ref, { type: 'SIGN_TOGETHER', declaration: false })).status).toBe(422);
    expect((await malawi.step(it.ref, { type: 'SIGN_TOGETHER', declaration: true })).status).toBe(200);
    expect((await coordinator.step(it.ref, accept)).status).toBe(200);
    expect((await malawi.get(`/requests/${it.ref}`)).json.offerSigning).toMatchObject({
      unsigned: [],
      open: false,
      signatures: [{ countries: ['MWI'], void: null }],
    });
    const moldova = await web.program((await db.person('rc-mda')).id);
    expect((await moldova.get(`/requests/${it.ref}`)).status).toBe(404);
    expect(await approved()).toEqual(
      Array(2).fill(expect.objectContaining({ modality: 'inCountry', approvedModality: 'multiCountry' })),
    );
    const file = await coordinator.get(`/requests?q=${it.ref}&format=csv`);
    expect(file.text).toContain('In-country international adviser,Multi-country adviser,');
  });
});

describe('out of use', () => {
  const retired = (id: string) => `${path(id)}/retirement`;
  const listed = async (query = '') =>
    ((await team.get(`/regional-options${query}`)).json.items as Json[]).map((o) => o.id);
  const page = async (address: string) =>
    web.send('GET', `/deployments/options${address}`, { headers: await web.session(db.cast.team.id) });
  const retire = async (id: string, version: number, reason: string) =>
    web.send('POST', `/deployments/options/${id}/retire`, {
      headers: await web.session(db.cast.team.id),
      form: { revision: String(version), reason },
    });

  it('it is taken by who writes it, with a reason that stays in its versions, and brought back by a change', async () => {
    const id = await kept();
    const reason = 'Uganda has an adviser of its own now.';
    refused(await team.write('POST', retired(id), { reason: ' ' }, 1), 422, 'reason');
    refused(await desk.write('POST', retired(id), { reason }, 1), 403);
    refused(await elsewhere.write('POST', retired(id), { reason }, 1), 404);
    for (const _ of ['sent', 'sent again']) {
      const answer = await team.write('POST', retired(id), { reason }, 1);
      expect([answer.status, answer.json.version, answer.json.retired]).toEqual([200, 2, reason]);
    }
    refused(await team.write('POST', retired(id), { reason: 'Another' }, 2), 409);
    expect([(await listed()).includes(id), (await listed('?retired=true')).includes(id)]).toEqual([false, true]);
    const { ref } = await aCaseAt(db, (s) => s.accepted());
    refused(
      await team.step(ref, { type: 'ADVISE', position: 'prefers a regional option', text: 'So.', option: id }),
      422,
      'option',
    );
    const back = await team.write('PUT', path(id), changed(), 2);
    expect([back.status, back.json.version, back.json.retired]).toEqual([200, 3, null]);
    expect((await listed()).includes(id)).toBe(true);
    expect((await page(`/${id}`)).text).toContain(`Taken out of use: ${reason}`);
  });

  it('it is taken on a page, which asks why; the list leads to it', async () => {
    const { id } = await keepOption(db, { name: 'An option of last year' });
    expect((await page(`/${id}`)).text).toContain(`/deployments/options/${id}/retire`);
    const silent = await retire(id, 1, '');
    expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('href="#reason"')]);
    expect((await page(`/${id}/retire`)).text).toContain('Why is it no longer wanted?');
    const done = await retire(id, 1, 'The year is over.');
    expect([done.status, done.headers.get('location')]).toEqual([303, `/deployments/options/${id}?done=optionRetired`]);
    const shown = await page(`/${id}`);
    expect(shown.text).toContain('Out of use: The year is over.');
    expect(shown.text).not.toContain('Ready to attach');
    const all = await page('');
    expect(all.text).not.toContain('An option of last year');
    expect(all.text).toContain('/deployments/options?retired=true');
    expect((await page('?retired=true')).text).toContain('An option of last year');
  });

  it('it is not taken while an open request has it in an advice; after that it is', async () => {
    const it1 = await aCaseAt(db, (s) => s.accepted());
    const id = await kept();
    const advice = { type: 'ADVISE', position: 'prefers a regional option', text: 'One serves both.', option: id };
    expect((await team.step(it1.ref, advice)).status).toBe(200);
    refused(await team.write('POST', retired(id), { reason: 'Not wanted.' }, 1), 409);
    const page = await retire(id, 1, 'Not wanted.');
    expect([page.status, page.text]).toEqual([409, expect.stringContaining('a request that is still open')]);
    expect(page.text).toContain('Not wanted.');
    await it1.send('coordinator', { type: 'WITHDRAW', code: 'NO_LONGER_NEEDED', reason: 'The plans have changed.' });
    expect((await team.write('POST', retired(id), { reason: 'Not wanted.' }, 1)).status).toBe(200);
  });
});
