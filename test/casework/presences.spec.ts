import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importHistory, PRESENCE_TYPES, Presences, Reconciliation, type PresenceTable } from '#casework';
import { isRefusal, type Actor } from '#domain';
import { projectRoot } from '#platform';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';

const db = useDatabase();
const list = readFileSync(join(projectRoot(), 'libs/casework/data/hra-presences-2010-2016.csv'), 'utf8');
const HEAD = 'year,region,country_or_post,code,note,source';
const TODAY = '2027-03-01';
const take = (...rows: string[]) =>
  importHistory(db.dataSource, db.clock, db.reference, rows.length ? [HEAD, ...rows].join('\n') : list);
const table = (
  asked: { on: string } | { year: number },
  who: 'auditor' | 'desk' | 'coordinator' | 'team' | 'fund' | 'administrator' = 'auditor',
) => new Presences(db.pool).table(db.cast[who], asked, TODAY);
const locations = ({ rows }: PresenceTable) => rows.map((r) => r.location);
const notesFor = ({ rows, footnotes }: PresenceTable, location: string) =>
  rows
    .filter((r) => r.location === location)
    .flatMap((r) => r.marks.map((mark) => footnotes.find((f) => f.mark === mark)!.text));
const reconciliation = () => new Reconciliation(db.pool, db.clock, db.reference);

/** The desk officer who looks after Europe and Central Asia, and Asia and the Pacific. */
const desk = (): Actor => ({
  ...db.cast.desk,
  assignments: [{ role: 'deskOfficer', regions: ['eca', 'ap'], countries: [] }],
});

async function settled(key: string, decision: string, after = '') {
  return reconciliation().settle(desk(), { key, decision, note: 'As the report of 2016 says.', after });
}

beforeAll(async () => {
  expect(await take()).toMatchObject({
    imported: 59,
    rejected: [],
    opened: 31,
    amended: 0,
    unchanged: 0,
    leftAlone: [],
  });
});

describe('history that is taken in', () => {
  it('twice changes nothing', async () => {
    const before = await everything(db.pool);
    expect(await take()).toMatchObject({ opened: 0, amended: 0, unchanged: 31 });
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it('is recorded as cases like all others, by the system, and nobody is written to', async () => {
    const { rows } = await db.pool.query(
      `SELECT d.origin, d.state, a.event, a.actor_name AS by, count(*)::int AS n FROM deployment d JOIN audit_event a ON a.case_id = d.id GROUP BY 1, 2, 3, 4`,
    );
    expect(rows).toEqual([{ origin: 'history', state: 'ended', event: 'RECORD_HISTORY', by: 'The system', n: 31 }]);
    const told = await db.pool.query(
      'SELECT (SELECT count(*) FROM outbox)::int AS told, (SELECT count(*) FROM deadline)::int AS due',
    );
    expect(told.rows).toEqual([{ told: 0, due: 0 }]);
  });

  it('finds the contradictions, each once, for a person to settle', async () => {
    const { contradictions, open } = await take();
    expect([contradictions.length, open.size]).toEqual([6, 6]);
    expect(
      (await reconciliation().all()).map((c) => `${c.post} ${c.years.join('-')} ${c.kind} ${c.settlements.length}`),
    ).toEqual([
      'MDA 2014-2015 form 0',
      'MDV 2012-2013 mark 0',
      'MDV 2014 uncertainMark 0',
      'MOZ 2015 otherSource 0',
      'TJK 2015 notInTable 0',
      'regional-lac 2016 uncertainMark 0',
    ]);
  });
});

describe('who was where', () => {
  it('on 1 November 2015 is what the source tables say, with name, mark and form', async () => {
    const rows = parse<Record<string, string>>(list, { columns: true }).filter((row) => row.year === '2015');
    const names: Record<string, string> = {
      'South Caucasus (Tbilisi)': 'Tbilisi: Armenia, Azerbaijan, Georgia',
      'Regional HRA Asia-Pacific (Bangkok)': 'Regional UNDG Team, Asia and the Pacific (Bangkok)',
      Tanzania: 'United Republic of Tanzania',
    };
    const forms: Record<string, string> = { 'multi-country': 'multiCountry', 'national officer': 'national' };
    const told = rows.map((row) => {
      const name = row.country_or_post!;
      const form = name.startsWith('Regional') ? 'regional' : (forms[row.note!] ?? 'inCountry');
      return `${names[name] ?? name} ${form} ${row.code === 'F' ? '*' : ''}`;
    });
    const found = await table({ on: '2015-11-01' });
    expect(found.rows.map((r) => `${r.location} ${r.type} ${r.framework ? '*' : ''}`).sort()).toEqual(told.sort());
    expect(found.rows.every((r) => r.marks.includes('†'))).toBe(true);
    expect(found.footnotes.find((f) => f.mark === '†')?.text).toBe('Listed for the year; exact dates not known.');
    expect(found.advisers).toBe(rows.length);
    expect([found.published, found.listed]).toEqual([[], ['africa', 'asiaPacific', 'europe']]);
  });

  it('in any year is every row that is listed for it', async () => {
    const rows = parse<Record<string, string>>(list, { columns: true });
    for (const year of [2010, 2011, 2012, 2013, 2014, 2015, 2016]) {
      const listed = rows.filter((row) => Number(row.year) === year).length;
      expect([year, (await table({ year })).rows.length]).toEqual([year, listed]);
    }
  });

  it('keeps the order of the reports: by region, type and name', async () => {
    const { rows } = await table({ year: 2015 });
    expect([...new Set(rows.map((r) => r.region))]).toEqual(['africa', 'asiaPacific', 'europe']);
    const types = Object.keys(PRESENCE_TYPES);
    const europe = rows.filter((r) => r.region === 'europe').map((r) => types.indexOf(r.type));
    expect(europe).toEqual(europe.toSorted((a, b) => a - b));
  });

  it('says what was closed in the year, when, why, and what followed', async () => {
    const found = await table({ year: 2016 });
    expect(notesFor(found, 'United Republic of Tanzania')).toContain(
      'Closed Jun 2016. Ended for lack of funds (report of the High Commissioner, A/HRC/34/3).',
    );
    expect(notesFor(await table({ year: 2010 }), 'Nicaragua')).toContain('Replaced by: cover by a regional office.');
    expect(notesFor(await table({ year: 2014 }), 'Republic of Moldova')).toContain(
      'Followed by: National Human Rights Adviser, from 2015.',
    );
    expect(locations(await table({ on: '2016-05-01' }))).toContain('United Republic of Tanzania');
    expect(locations(await table({ on: '2016-11-01' }))).not.toContain('United Republic of Tanzania');
  });

  it('sets the published figure beside the table, and does not mix it in', async () => {
    const found = await table({ on: '2016-11-01' });
    expect(found.published).toEqual([expect.objectContaining({ on: '2016-11-01', advisers: 19 })]);
    expect(found.advisers).toBe(found.rows.length);
    expect(found.advisers).not.toBe(19);
  });

  it('calls countries and organisations as they were called on the day', async () => {
    const found = await table({ on: '2015-11-01' });
    expect(notesFor(found, 'the former Yugoslav Republic of Macedonia')).toContainEqual(
      expect.stringContaining('47/225'),
    );
    expect(found.footnotes[0]).toEqual({ mark: '*', text: expect.stringContaining('(UNDG)') });
  });

  it('tells a year that no list has from an absence', async () => {
    const found = await table({ on: '2013-06-01' });
    expect(found.notListed.map((n) => n.location)).toEqual(['Ecuador']);
    expect(locations(found)).not.toContain('Ecuador');
    expect((await table({ on: '2010-01-01' })).notListed.map((n) => n.location)).toEqual(['Maldives']);
  });

  it('is there for whoever may see the posts, and for nobody else', async () => {
    expect(locations(await table({ on: '2015-11-01' }, 'coordinator'))).toEqual(['United Republic of Tanzania']);
    const team = await table({ on: '2015-11-01' }, 'team');
    expect(team.rows.every((r) => r.regions.includes('esa'))).toBe(true);
    expect((await table({ on: '2015-11-01' }, 'fund')).rows).toHaveLength(22);
    expect((await table({ on: '2015-11-01' }, 'administrator')).rows).toEqual([]);
  });
});

describe('a later list', () => {
  it('adds what is new through recorded steps, and nothing else', async () => {
    const before = await everything(db.pool);
    const done = await take('2017,Africa,Kenya,F,,S-AF17', '2017,Africa,Niger,N,,S-AF17');
    expect(done).toMatchObject({ opened: 1, amended: 1, unchanged: 30, leftAlone: [] });
    expect(changed(before, await everything(db.pool))).not.toContain('outbox');
    expect(locations(await table({ on: '2017-06-01' }))).toEqual(['Kenya', 'Niger']);
    const { rows } = await db.pool.query(
      `SELECT a.event, a.data ->> 'because' AS because FROM audit_event a JOIN deployment d ON d.id = a.case_id WHERE d.host = 'KEN' ORDER BY a.seq`,
    );
    expect(rows).toEqual([
      { event: 'RECORD_HISTORY', because: null },
      { event: 'AMEND_HISTORY', because: 'A list of presences was taken in.' },
    ]);
    expect(await take('2017,Africa,Kenya,F,,S-AF17')).toMatchObject({ opened: 0, amended: 0, unchanged: 32 });
  });

  it('opens a post again that is listed for the present year, and leaves alone what is to come', async () => {
    expect(await take('2027,Africa,Chad,-,,S-AF27')).toMatchObject({ amended: 1 });
    expect(locations(await table({ on: TODAY }))).toEqual(['Chad']);
    expect(await take('2028,Africa,Chad,-,,S-AF28')).toMatchObject({ opened: 0, amended: 0 });
  });

  it('does not touch a post on which people have worked since', async () => {
    const { rows } = await db.pool.query<{ ref: string }>(`SELECT ref FROM deployment WHERE host = 'TCD'`);
    await db.pool.query(`UPDATE presence_post SET revision = revision - 1 WHERE key = 'TCD'`);
    expect(await take('2026,Africa,Chad,-,,S-AF26')).toMatchObject({ amended: 0, leftAlone: [rows[0]!.ref] });
  });
});

describe('a contradiction', () => {
  it('is settled by a person, and the posts follow it', async () => {
    expect(await settled('notInTable TJK 2015 S-EC15', 'absent')).toEqual({ changed: 1, leftAlone: expect.any(Array) });
    expect(locations(await table({ on: '2015-11-01' }))).not.toContain('Tajikistan');
    const [first] = await reconciliation().all('notInTable TJK 2015 S-EC15');
    expect(first!.settlements).toEqual([
      expect.objectContaining({
        decision: 'absent',
        note: 'As the report of 2016 says.',
        by: db.cast.desk.name,
        at: db.clock.now(),
      }),
    ]);
    expect([...(await take()).open]).not.toContain(first!.key);
  });

  it('can be settled again, which is added to what was settled before', async () => {
    const [found] = await reconciliation().all('notInTable TJK 2015 S-EC15');
    expect(await settled(found!.key, 'present', found!.settlements[0]!.id)).toMatchObject({ changed: 1 });
    const shown = await table({ on: '2015-11-01' });
    expect(notesFor(shown, 'Tajikistan')).toContain(
      'Sources did not agree: Named in the text of the report and missing from its table. Settled: There was a presence in that year.',
    );
    expect((await reconciliation().all(found!.key))[0]!.settlements).toHaveLength(2);
    await expect(db.pool.query('UPDATE presence_settlement SET note = $1', ['x'])).rejects.toThrow(/append-only/);
  });

  it('that two people settle at once is settled by the first', async () => {
    const key = 'form MDA 2014 2015 S-EC14 S-EC15';
    expect(isRefusal(await settled(key, 'converted'))).toBe(false);
    expect(await settled(key, 'both')).toMatchObject({ code: 'stale' });
    // The same click once more is no other settlement.
    expect(await settled(key, 'converted')).toEqual({ changed: 0, leftAlone: [] });
    expect(notesFor(await table({ year: 2014 }), 'Republic of Moldova')).toContain('Replaced by: national post.');
  });

  it('is refused without a choice or a reason, and where there is none', async () => {
    const asked = { key: 'mark MDV 2012 2013 S-AP12 S-AP13', decision: 'nonsense', note: ' ', after: '' };
    expect(await reconciliation().settle(desk(), asked)).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'decision' }, { path: 'note' }],
    });
    expect(await settled('nothing', 'unknown')).toMatchObject({ code: 'notFound' });
    const long = { ...asked, decision: 'changed', note: 'x'.repeat(2_001) };
    expect(await reconciliation().settle(desk(), long)).toMatchObject({ fields: [{ path: 'note' }] });
    expect(await reconciliation().settle(db.cast.desk, { ...asked, decision: 'changed', note: 'So.' })).toMatchObject({
      code: 'notYourRole',
    });
  });
});
