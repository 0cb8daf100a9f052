import { beforeAll, describe, expect, it } from '@jest/globals';
import { copiedContent } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const page = async (part: Part, path: string) =>
  web.send('GET', path, { headers: await web.session(db.cast[part].id) });
let declined: CaseInDatabase;
let granted: CaseInDatabase;

beforeAll(async () => {
  declined = await take(db, aStory(db).declined());
  granted = await take(db, aStory(db).approved());
});

describe('a request that was declined', () => {
  let copy: string;

  it('is asked again from its text, and the draft says from which', async () => {
    const headers = await web.session(db.cast.coordinator.id);
    expect((await page('coordinator', `/requests/${declined.ref}`)).text).toContain('Ask again from this text');
    const asked = await page('coordinator', `/requests/${declined.ref}/copy?as=again`);
    expect(asked.text).toContain('Endorsements of agencies: they were given to the old text');
    const form = fieldsOf(asked.text);
    const done = await web.send('POST', `/requests/${declined.ref}/copy`, { headers, form });
    copy = /^\/requests\/(HRA-[\d-]+)\?done=copied$/.exec(done.headers.get('location')!)![1]!;
    const again = await web.send('POST', `/requests/${declined.ref}/copy`, { headers, form });
    expect(again.headers.get('location')).toBe(done.headers.get('location'));
    const { json } = await (await web.program(db.cast.coordinator.id)).get(`/requests/${copy}`);
    const before = (await (await web.program(db.cast.coordinator.id)).get(`/requests/${declined.ref}`)).json;
    expect(json.sections).toEqual(copiedContent(before as never, 'again').sections);
    expect(json.requestedBy).toMatchObject({ name: db.cast.coordinator.name });
    expect((await page('coordinator', `/requests/${copy}`)).text).toContain(`${declined.ref}: what changed since`);
  });

  it('shows what was changed since, to those who may read both', async () => {
    const program = await web.program(db.cast.coordinator.id);
    const { json } = await program.get(`/requests/${copy}`);
    const changed = { sections: { sustainability: { afterFundedPeriod: 'The Government pays from 2029 on.' } } };
    expect((await program.write('PATCH', `/requests/${copy}`, changed, Number(json.revision))).status).toBe(200);
    const { text } = await page('coordinator', `/requests/${copy}/since`);
    expect(text).toContain('The Government pays from 2029 on.');
    expect(text).toContain(`${declined.ref}: declined on`);
    expect((await page('desk', `/requests/${copy}/since`)).status).toBe(404);
    expect((await page('coordinator', `/requests/${declined.ref}/since`)).status).toBe(404);
  });

  it('cannot be begun from in another way, or by others', async () => {
    const program = await web.program(db.cast.coordinator.id);
    const copies = `/requests/${declined.ref}/copies`;
    expect((await program.send('POST', copies, { json: { as: 'extension' } })).status).toBe(409);
    expect((await program.send('POST', copies, { json: { as: 'toString' } })).status).toBe(422);
    expect((await (await web.program(db.cast.desk.id)).send('POST', copies, { json: { as: 'again' } })).status).toBe(
      409,
    );
    expect(
      (await (await web.program(db.cast.officeElsewhere.id)).send('POST', copies, { json: { as: 'again' } })).status,
    ).toBe(404);
  });
});

describe('a request that was approved', () => {
  it('leads to an extension or a succession, for programs as well', async () => {
    const program = await web.program(db.cast.office.id);
    for (const as of ['extension', 'succession']) {
      const { status, json } = await program.send('POST', `/requests/${granted.ref}/copies`, { json: { as } });
      expect([status, json.basedOn]).toEqual([201, { ref: granted.ref, version: 1, as }]);
      const draft = await program.get(`/requests/${json.ref as string}`);
      expect([draft.json.type, draft.json.track, draft.json.state]).toEqual([as, 'ordinary', 'draft']);
    }
  });
});
