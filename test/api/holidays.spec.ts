import { beforeAll, describe, expect, it } from '@jest/globals';
import { Deployments, Recounts, ReferenceData } from '#casework';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
let checked: CaseInDatabase;
const page = async (part: Part, path: string) =>
  web.send('GET', path, { headers: await web.session(db.cast[part].id) });
const post = async (part: Part, path: string, form: Record<string, string>) =>
  web.send('POST', path, { headers: await web.session(db.cast[part].id), form });
const typed = {
  what: 'added',
  station: 'CHE',
  'day-day': '4',
  'day-month': '3',
  'day-year': '2027',
  name: 'Day of <b>mourning</b>',
};
/** What every process does once it is told, and what the worker then does. */
async function work() {
  await Promise.all([db.reference, web.app.get(ReferenceData)].map((r) => r.load('2027-03-01')));
  const posts = new Deployments(db.pool, db.clock, db.reference);
  const recounts = new Recounts(db.pool, db.clock, db.reference, { requests: db.casework, posts });
  await recounts.take((error) => {
    throw error;
  });
}

beforeAll(async () => {
  checked = await aCaseAt(db, (s) => s.submitted());
});

describe('the holidays of a duty station, on a page', () => {
  it('are an administrator’s; a form that is wrong keeps what was typed', async () => {
    expect((await page('desk', '/admin/holidays')).status).toBe(403);
    const wrong = await post('administrator', '/admin/holidays/preview', { ...typed, 'day-month': '13' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Enter a real date');
    expect(wrong.text).toContain('value="13"');
    expect(wrong.text).toContain('Day of &lt;b&gt;mourning');
  });

  it('are changed after a preview that says what moves', async () => {
    const shown = await post('administrator', '/admin/holidays/preview', typed);
    expect(shown.text).toContain('One clock of one request moves.');
    expect(shown.text).toContain('The check for completeness');
    expect(shown.text).not.toContain(checked.ref);
    const saved = await post('administrator', '/admin/holidays', {
      what: 'added',
      station: 'CHE',
      day: '2027-03-04',
      name: typed.name,
    });
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      '/admin/holidays?at=CHE&year=2027&done=holidaySet',
    ]);
    expect(
      (await post('administrator', '/admin/holidays', { what: 'added', station: 'CHE', day: '2027-03-04', name: 'x' }))
        .status,
    ).toBe(422);
    const listed = await page('administrator', '/admin/holidays?at=CHE&year=2027');
    expect(listed.text).toContain(`Entered by ${db.cast.administrator.name}`);
  });

  it('move what they were said to move: the case says so on its page, in its history and to programs', async () => {
    await work();
    for (const part of ['desk', 'coordinator'] as const) {
      const { text } = await page(part, `/requests/${checked.ref}`);
      expect(text).toContain('Moved by one working day: Day of &lt;b&gt;mourning&lt;/b&gt;.');
      expect((await page(part, `/requests/${checked.ref}/history`)).text).toContain('Due dates moved');
    }
    const desk = await web.program(db.cast.desk.id);
    const standing = (await desk.get(`/requests/${checked.ref}/standing`)).json as Json;
    expect(standing.with).toMatchObject([
      { due: 'Due 9 Mar', time: 'Moved by one working day: Day of <b>mourning</b>.' },
    ]);
  });
});

describe('the same for programs', () => {
  it('lists, previews and changes', async () => {
    const [desk, admin] = await Promise.all([web.program(db.cast.desk.id), web.program(db.cast.administrator.id)]);
    expect((await desk.get('/holidays?station=che&year=2027')).json).toMatchObject({
      station: 'CHE',
      weekend: [0, 6],
      zone: 'Europe/Zurich',
      items: [{ day: '2027-03-04', source: 'office' }],
    });
    expect((await desk.get('/holidays?station=XXX')).status).toBe(404);
    expect((await desk.get('/holidays?station=JOR')).json).toMatchObject({ weekend: [5, 6] });
    const change = { what: 'added', station: 'UN', day: '2027-03-05', name: 'A day of rest' };
    expect((await desk.send('POST', '/holidays', { json: change })).status).toBe(403);
    expect((await admin.send('POST', '/holidays/preview', { json: change })).json).toMatchObject({
      clocks: 1,
      moves: [{ days: 1 }],
    });
    expect((await admin.send('POST', '/holidays', { json: change })).json).toMatchObject({ cases: 1 });
    expect((await admin.send('POST', '/holidays', { json: { ...change, station: 'nowhere' } })).status).toBe(422);
  });
});

describe('where people and offices sit', () => {
  it('is set on a page after a preview, by an administrator; a form that is wrong keeps what was typed', async () => {
    expect((await page('desk', '/admin/seats')).status).toBe(403);
    const wrong = await post('administrator', '/admin/seats/preview', {
      holder: 'person',
      email: 'nobody@un.example',
      station: 'JOR',
    });
    expect([wrong.status, wrong.text.includes('value="nobody@un.example"')]).toEqual([422, true]);
    const shown = await post('administrator', '/admin/seats/preview', { holder: 'deskOfficer', station: 'JOR' });
    expect(shown.text).toContain('Clocks of one request are counted anew');
    expect(shown.text).toContain('Off on Friday and Saturday');
    const form = { holder: 'deskOfficer', station: 'JOR', was: 'CHE' };
    const saved = await post('administrator', '/admin/seats', form);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, '/admin/seats?done=seatSet']);
    const again = await post('administrator', '/admin/seats', form);
    expect([again.status, again.text.includes('Somebody has changed this since you opened the page')]).toEqual([
      422,
      true,
    ]);
    await work();
    expect((await checked.facts()).clocks.find((c) => c.key === 'screening')).toMatchObject({ station: 'JOR' });
    expect((await page('desk', '/account/notices')).text).toContain('Off on Friday and Saturday; time of Asia/Amman');
    expect((await page('administrator', '/admin/seats')).text).toContain('Sits in Jordan');
  });

  it('is set by programs too, and everybody reads their own', async () => {
    const administrator = await web.program(db.cast.administrator.id);
    const draft = { holder: 'deskOfficer', station: null, was: 'JOR' };
    const shown = await administrator.send('POST', '/seats/preview', { json: draft });
    expect([shown.status, shown.json.requests, shown.json.station]).toEqual([200, 1, 'CHE']);
    expect((await administrator.send('POST', '/seats', { json: draft })).json).toMatchObject({ cases: 1 });
    const { items, changes } = (await administrator.get('/seats')).json as Json & { items: Json[]; changes: Json[] };
    expect(items.find((i) => i.holder === 'deskOfficer')).toMatchObject({ station: 'CHE', setAt: null });
    expect(changes.map((c) => c.what)).toEqual(['cleared', 'seated']);
    await work();
    const desk = await web.program(db.cast.desk.id);
    expect((await desk.get('/seats')).status).toBe(403);
    expect((await desk.get('/seats/mine')).json).toMatchObject({ items: [{ role: 'deskOfficer', station: 'CHE' }] });
  });
});
