import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { QUESTIONS } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb, type Json, type Program } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
let office: Program;
let coordinator: Program;
const question = `sections.ownership.${Object.keys(QUESTIONS.ownership)[0]!}`;
const items = (json: Json): Json[] => json.items as Json[];

beforeAll(async () => {
  [office, coordinator] = [await web.program(db.cast.office.id), await web.program(db.cast.coordinator.id)];
});

it('programs comment, answer and resolve; what is sent twice is kept once', async () => {
  const { ref } = await aCaseAt(db);
  const path = `/requests/${ref}/comments`;
  const id = randomUUID();
  for (let i = 0; i < 2; i += 1)
    expect((await office.send('POST', path, { json: { id, question, text: 'Which ministry?' } })).status).toBe(201);
  expect((await coordinator.send('POST', path, { json: { answers: id, text: 'Justice.' } })).status).toBe(201);
  const { json } = await office.get(path);
  expect(items(json)).toMatchObject([{ id, question, section: 2, answers: [{ text: 'Justice.' }], resolved: null }]);
  expect((await office.send('POST', path, { json: { text: 'x', wrong: 1 } })).status).toBe(422);
  expect((await office.send('PUT', `${path}/${id}/resolution`)).status).toBe(200);
  expect((await office.send('PUT', `${path}/${id}/resolution`)).status).toBe(404);
  expect(items((await office.get(path)).json)).toMatchObject([{ resolved: { by: db.cast.office.name } }]);
});

it('programs give and end a delegation, and are told whose midnight counts', async () => {
  const { json } = await coordinator.get('/delegations');
  expect(json).toMatchObject({ zone: 'Africa/Nairobi', items: [], people: [{ id: db.cast.office.id }] });
  const draft = { to: db.cast.office.id, from: '2027-03-01', until: '2027-03-05' };
  const given = await coordinator.send('POST', '/delegations', { json: draft });
  expect([given.status, items(given.json)]).toMatchObject([
    201,
    [{ person: db.cast.office.name, until: '2027-03-05' }],
  ]);
  const { id } = items(given.json)[0]!;
  expect(items((await coordinator.send('DELETE', `/delegations/${String(id)}`)).json)).toEqual([]);
});

it('programs write a part, sign and read who has signed', async () => {
  const content = aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'NER'] });
  const opened = await coordinator.send('POST', '/requests', { json: content });
  const ref = String(opened.json.ref);
  expect(opened.json.together).toMatchObject({ lead: ['TZA'], unsigned: ['NER'], complete: false });
  const niger = await web.program((await db.person('rc-ner')).id);
  const part = { type: 'EDIT_PART', country: 'NER', daysPerYear: 50, shareUSD: 10_000 };
  expect((await niger.step(ref, part)).status).toBe(200);
  expect((await niger.step(ref, { type: 'SIGN_TOGETHER', declaration: true })).status).toBe(200);
  const { json } = await niger.get(`/requests/${ref}`);
  expect(json.together).toMatchObject({
    unsigned: [],
    complete: true,
    signatures: [{ countries: ['NER'], void: null }],
  });
  expect((await coordinator.step(ref, { type: 'EDIT', patch: { title: 'Another' } })).status).toBe(200);
  const voided = (await niger.get(`/requests/${ref}`)).json.together;
  expect(voided).toMatchObject({ complete: false, signatures: [{ void: { why: 'changed', what: ['title'] } }] });
  expect((await coordinator.step(ref, { type: 'SUBMIT', declaration: true })).status).toBe(409);
});

describe('after a change of coordinator', () => {
  it('the check says that the text names the one before, and names the new one when asked', async () => {
    const administrator = await web.program(db.cast.administrator.id);
    const draft = await aCaseAt(db);
    const requestedBy = { name: 'Somebody Before', title: 'Resident Coordinator', email: 'before@rc.example' };
    await draft.send('office', { type: 'EDIT', patch: { requestedBy } });
    const headers = await web.session(db.cast.office.id, 30);
    const path = `/requests/${draft.ref}/check`;
    const page = await web.send('GET', path, { headers });
    expect(page.text).toContain('The text names Somebody Before as the one who asks.');
    const form = { ...fieldsOf(page.text), requester: 'yes', draft: '1' };
    expect((await web.send('POST', path, { headers, form })).status).toBe(303);
    const { json } = await office.get(`/requests/${draft.ref}`);
    expect(json.requestedBy).toMatchObject({ name: db.cast.coordinator.name });
    expect((await web.send('GET', path, { headers })).text).not.toContain('as the one who asks');
    // Who follows has an account and no other office; that is said before anything is changed.
    const term = items((await administrator.get('/coordinators')).json).find((t) => String(t.countries) === 'TZA')!;
    const wrong = { term: term.id, email: 'nobody@example.org', from: '2027-03-09' };
    expect((await administrator.send('POST', '/coordinators', { json: wrong })).status).toBe(422);
    // The coordinator of Niger stays there: that is asked of a program by name, and on the page by a box to tick.
    const email = items((await administrator.get('/coordinators')).json).find(
      (t) => String(t.countries) === 'NER',
    )!.email;
    const refused = await administrator.send('POST', '/coordinators', { json: { ...wrong, email } });
    expect(refused.status).toBe(422);
    expect(refused.json.errors).toMatchObject([{ path: 'both' }]);
    const own = await web.session(db.cast.administrator.id);
    const typed = {
      term: String(term.id),
      email: String(email),
      'from-day': '9',
      'from-month': '3',
      'from-year': '2027',
    };
    const asked = await web.send('POST', '/admin/coordinators', { headers: own, form: typed });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('href="#both"');
    expect(fieldsOf(asked.text)).toMatchObject(typed);
    expect(asked.text).toContain('name="both"');
    expect(
      (await web.send('POST', '/admin/coordinators', { headers: own, form: { ...typed, both: 'yes' } })).status,
    ).toBe(303);
  });
});
