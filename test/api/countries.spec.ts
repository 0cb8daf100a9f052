import { describe, expect, it } from '@jest/globals';
import type { Part } from '../../libs/domain/test/cast.js';
import { aStory, take } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb } from '../support/web.js';

const db = useDatabase({ at: '2027-03-01' });
const web = useWeb(db);
const PATH = '/countries/TZA';
const as = (part: Part) => web.session(db.cast[part].id);
const page = async (part: Part, path: string) => web.send('GET', path, { headers: await as(part) });
const enter = async (part: Part, form: Record<string, string>) =>
  web.send('POST', `${PATH}/dates`, { headers: await as(part), form });
const FRAMEWORK = {
  kind: 'cooperationFramework',
  title: 'Cooperation Framework 2027–2031',
  'from-day': '1',
  'from-month': '7',
  'from-year': '2027',
  'until-day': '30',
  'until-month': '6',
  'until-year': '2031',
  source: 'The signed document',
};

describe('what is known of a country', () => {
  it('is there for everybody: neighbours, offices, reports', async () => {
    const { text } = await page('auditor', PATH);
    expect(text).toContain('Borders on Burundi');
    expect(text).toContain('No days are entered for this country.');
    expect((await page('auditor', '/countries/XXX')).status).toBe(404);
    expect((await page('auditor', '/countries/tza')).status).toBe(404);
  });

  it('is added to by its office, with where it was read', async () => {
    expect((await enter('team', FRAMEWORK)).status).toBe(403);
    const wrong = await enter('office', { ...FRAMEWORK, source: '', 'until-year': '2026' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Say where this was read')]);
    expect(wrong.text).toContain('Cooperation Framework 2027–2031');
    for (let click = 0; click < 2; click += 1)
      expect((await enter('office', FRAMEWORK)).headers.get('location')).toBe(`${PATH}?done=dateEntered`);
    const program = await web.program(db.cast.desk.id);
    const { json } = await program.get(PATH);
    expect(json.dates).toEqual([
      expect.objectContaining({
        title: FRAMEWORK.title,
        from: '2027-07-01',
        until: '2031-06-30',
        enteredBy: db.cast.office.name,
      }),
    ]);
  });

  it('stands in a draft once somebody wants that, behind what was written', async () => {
    const it1 = await take(db, aStory(db));
    const known = `/requests/${it1.ref}/known`;
    expect((await page('coordinator', `/requests/${it1.ref}`)).text).toContain('What is known of the country');
    const asked = await page('office', known);
    expect(asked.text).toContain('Cooperation Framework 2027–2031, 1 July 2027 to 30 June 2031');
    const path = 'sections.strategicOpportunities.planningMoments';
    const form = { ...fieldsOf(asked.text), take: path };
    const done = await web.send('POST', known, { headers: await as('office'), form });
    expect(done.headers.get('location')).toBe(`${known}?done=knownTaken`);
    const { json } = await (await web.program(db.cast.office.id)).get(`/requests/${it1.ref}`);
    const answer = (json.sections as Record<string, Record<string, string>>).strategicOpportunities!.planningMoments!;
    expect(answer).toMatch(/\n\nCooperation Framework 2027–2031, 1 July 2027 to 30 June 2031$/);
    expect((await page('office', known)).text).toContain('It stands in');
    expect((await page('desk', known)).status).toBe(404);
  });

  it('is taken out of use where it was wrong, and nothing else changes', async () => {
    const program = await web.program(db.cast.administrator.id);
    const dates = (await program.get(PATH)).json.dates as { id: string }[];
    expect(
      (await (await web.program(db.cast.officeElsewhere.id)).send('DELETE', `${PATH}/dates/${dates[0]!.id}`)).status,
    ).toBe(403);
    for (const id of ['nothing', dates[0]!.id, dates[0]!.id])
      expect((await program.send('DELETE', `${PATH}/dates/${id}`)).status).toBe(200);
    expect((await program.get(PATH)).json.dates).toEqual([]);
    const wrong = { kind: 'toString', title: 'x', from: '2027-01-01', source: 'y' };
    expect((await program.send('POST', `${PATH}/dates`, { json: wrong })).status).toBe(422);
  });
});
