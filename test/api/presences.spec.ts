import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textOfDocx } from '../../libs/casework/test/docx-text.js';
import { importHistory } from '#casework';
import { projectRoot } from '#platform';
import { useDatabase } from '../support/database.js';
import { useWeb, type Json, type Program } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const list = readFileSync(join(projectRoot(), 'libs/casework/data/hra-presences-2010-2016.csv'), 'utf8');
const ON = '?on=2015-11-01';
let auditor: Program;
let coordinator: Program;

beforeAll(async () => {
  await importHistory(db.dataSource, db.clock, db.reference, list);
  auditor = await web.program(db.cast.auditor.id);
  coordinator = await web.program(db.cast.coordinator.id);
});

describe('GET /api/v1/presences', () => {
  it('tells who was where on a day, with footnotes', async () => {
    const { status, json } = await auditor.send('GET', `/presences${ON}`);
    expect([status, json.on, json.year, json.advisers]).toEqual([200, '2015-11-01', null, 22]);
    const items = json.items as Json[];
    expect(items.find((i) => i.location === 'Tbilisi: Armenia, Azerbaijan, Georgia')).toMatchObject({
      region: 'Europe and Central Asia',
      type: 'multiCountry',
      dutyStation: 'Tbilisi',
      framework: false,
      exact: false,
      marks: expect.arrayContaining(['†']),
    });
    expect(json.footnotes).toContainEqual({ mark: '†', text: 'Listed for the year; exact dates not known.' });
    expect(json.counts).toContainEqual({ type: 'national', name: 'National Human Rights Adviser', count: 1 });
  });

  it('is of today where nothing is asked, and of a year where one is', async () => {
    expect((await auditor.send('GET', '/presences')).json).toMatchObject({
      on: '2027-03-01',
      items: [],
      published: [],
    });
    const { json } = await auditor.send('GET', '/presences?year=2016');
    expect(json).toMatchObject({ on: null, year: 2016, published: [{ on: '2016-11-01', advisers: 19 }] });
  });

  it('has for each person the posts that they may see', async () => {
    const { json } = await coordinator.send('GET', `/presences${ON}`);
    expect((json.items as Json[]).map((i) => i.location)).toEqual(['United Republic of Tanzania']);
  });

  it.each(['?format=csv', ''])('is CSV where it is asked for (%s)', async (format) => {
    const headers: Record<string, string> = format ? {} : { accept: 'text/csv' };
    const answer = await auditor.send('GET', `/presences${format || '?year=2015'}${format ? '&year=2015' : ''}`, {
      headers,
    });
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('presences-2015.csv');
    const rows = parse<Record<string, string>>(answer.text, { columns: true, bom: true });
    expect(rows).toHaveLength(22);
    expect(rows[0]).toMatchObject({
      Region: 'Africa',
      'Type of presence': 'Human Rights Adviser',
      Location: 'Chad',
      From: '2015',
      'Days known': 'year only',
    });
  });

  it.each(['?on=yesterday', '?year=15', '?on=2015-01-01&year=2015', '?format=pdf', '?region=esa'])(
    'says what it does not understand: %s',
    async (query) => {
      const { status, json } = await auditor.send('GET', `/presences${query}`);
      expect([status, json.code, json.errors]).toEqual([
        422,
        'invalid',
        [expect.objectContaining({ path: expect.any(String) })],
      ]);
    },
  );

  it('is Word in the layout of the reports', async () => {
    const answer = await fetch(`${web.url}/presences${ON}&format=docx`, {
      headers: await web.session(db.cast.auditor.id),
    });
    const text = await textOfDocx(Buffer.from(await answer.arrayBuffer()));
    expect(text).toContain('Type of presence and location, 1 November 2015');
    expect(text).toMatch(/Asia and the Pacific\n[\s\S]*Regional UNDG Team, Asia and the Pacific \(Bangkok\) \* †/);
    expect(text).toContain('*  Deployed under the framework of the United Nations Development Group (UNDG).');
    expect((await auditor.send('GET', '/presences.docx?year=2015')).headers.get('content-type')).toContain(
      'wordprocessingml',
    );
  });
});

describe('the page of what lists contradict', () => {
  const PAGE = '/deployments/reconciliation';
  // A post of Europe and Central Asia.
  const form = {
    key: 'notInTable TJK 2015 S-EC15',
    decision: 'present',
    note: 'The report names the adviser.',
    after: '',
  };

  it('keeps what the desk officer of the region settles, and shows it to an auditor', async () => {
    const desk = await web.session(db.cast.deskElsewhere.id);
    const refused = await web.send('POST', PAGE, { headers: desk, form: { ...form, note: '' } });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Say what your choice rests on')]);
    expect((await web.send('POST', PAGE, { headers: desk, form })).headers.get('location')).toBe(
      `${PAGE}?done=reconciled`,
    );
    const { text } = await web.send('GET', PAGE, { headers: await web.session(db.cast.auditor.id) });
    expect(text).toContain('The report names the adviser.');
    expect(text).not.toContain('<textarea');
  });

  it('is read, and not settled, by a desk officer of another region', async () => {
    const desk = await web.session(db.cast.desk.id);
    const { status, text } = await web.send('GET', PAGE, { headers: desk });
    expect([status, text]).toEqual([200, expect.stringContaining('Tajikistan')]);
    expect(text).toContain('Settled by the desk officer who looks after this region. You can read it.');
    expect(text).not.toContain(`value="${form.key}"`);
    const refused = await web.send('POST', PAGE, { headers: desk, form: { ...form, decision: 'absent' } });
    expect([refused.status, refused.text]).toEqual([
      403,
      expect.stringContaining('This is settled by the desk officer who looks after the region of this post.'),
    ]);
    const { rows } = await db.pool.query('SELECT FROM presence_settlement');
    expect(rows).toHaveLength(1);
  });

  it('says that somebody came first, and keeps what was typed', async () => {
    const desk = await web.session(db.cast.deskElsewhere.id);
    const late = await web.send('POST', PAGE, {
      headers: desk,
      form: { ...form, decision: 'absent', note: 'I doubt it.' },
    });
    expect([late.status, late.text]).toEqual([
      412,
      expect.stringContaining('Somebody settled this since you opened the page'),
    ]);
    expect(late.text).toContain('I doubt it.');
  });
});
