import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importPresences, prepareDatabase, ReferenceData } from '#casework';
import { dayIn } from '#domain';
import { projectRoot } from '#platform';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';

const db = useDatabase();
const list = readFileSync(join(projectRoot(), 'libs/casework/data/hra-presences-2010-2016.csv'), 'utf8');

describe('reference data', () => {
  it('name every member State and both observers, each in one region', async () => {
    const { rows } = await db.pool.query(
      `SELECT status, count(*)::int AS n FROM country WHERE status <> 'territory' GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { status: 'member', n: 193 },
      { status: 'observer', n: 2 },
    ]);
    const states = db.reference.allCountries().filter(({ code }) => db.reference.regionOf(code) === null);
    expect(states.map(({ code }) => code)).toEqual([]);
  });

  it('list countries as people look for them, letters with accents among those without', () => {
    const codes = db.reference.allCountries().map(({ code }) => code);
    const around = (code: string) => codes.slice(codes.indexOf(code) - 1, codes.indexOf(code) + 2);
    expect([around('CIV'), around('TUR')]).toEqual([
      ['CRI', 'CIV', 'HRV'],
      ['TUN', 'TUR', 'TKM'],
    ]);
  });

  it('know whose midnight it is in every State, and that both the database and the program count by it', async () => {
    const zones = db.reference
      .allCountries()
      .filter(({ code }) => db.reference.regionOf(code) !== null)
      .map(({ code }) => [code, db.reference.zoneOf(code)] as const);
    expect(zones.filter(([, zone]) => zone === null)).toEqual([]);
    expect(['BRA', 'COD', 'KIR', 'PNG', 'KAZ', 'TZA'].map((c) => db.reference.zoneOf(c))).toEqual([
      'America/Sao_Paulo',
      'Africa/Lagos',
      'Pacific/Tarawa',
      'Pacific/Port_Moresby',
      'Asia/Almaty',
      'Africa/Nairobi',
    ]);
    const names = [...new Set(zones.map(([, zone]) => zone!))];
    const at = '2027-03-01T13:30:00.000Z';
    const { rows } = await db.pool.query<{ zone: string; day: string }>(
      `SELECT zone, ($2::timestamptz AT TIME ZONE zone)::date::text AS day FROM unnest($1::text[]) AS zone`,
      [names, at],
    );
    expect(rows.filter(({ zone, day }) => dayIn(zone, at) !== day)).toEqual([]);
  });

  it('are those of the day on which they are asked for', async () => {
    const on = (day: string) => new ReferenceData(db.pool).load(day);
    expect((await on('2011-07-01')).regionOf('SSD')).toBeNull();
    expect((await on('2011-08-01')).regionOf('SSD')).toBe('esa');
    expect((await on('2027-03-01')).countryName('TZA', 'fr')).toContain('Tanzanie');
    expect((await on('2027-03-01')).countryName('XXX')).toBe('XXX');
  });

  it('can be loaded again: what is right is not written again, what was damaged is mended', async () => {
    const before = await everything(db.pool);
    const written = () => db.pool.query('SELECT xmin::text, code FROM country ORDER BY code');
    const { rows } = await written();
    await db.pool.query(`UPDATE agency SET name_en = 'Damaged' WHERE code = 'UNDP'`);
    await prepareDatabase(db.url, { demo: 'people', holidays: false });
    expect(changed(before, await everything(db.pool))).toEqual([]);
    expect((await written()).rows).toEqual(rows);
  });

  it('leave alone what an administrator has changed', async () => {
    await db.pool.query(`UPDATE region SET name_en = 'As we call it', edited_at = now() WHERE code = 'esa'`);
    await prepareDatabase(db.url, { demo: 'people', holidays: false });
    expect((await new ReferenceData(db.pool).load('2027-03-01')).regionName('esa')).toBe('As we call it');
  });
});

describe('the list of presences', () => {
  it('is there from the start, whole, and taking it again changes nothing', async () => {
    const { rows } = await db.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM presence');
    expect(rows[0]!.n).toBe(59);
    const before = await everything(db.pool);
    expect(await importPresences(db.dataSource.manager, list)).toMatchObject({ imported: 59, rejected: [] });
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it('takes the rows that fit and reports the others, each with its line', async () => {
    const file = `${list.split('\n')[0]}\n2017,Africa,Kenya,F,,S-NEW\n2017,Africa,Atlantis,F,,S-NEW\n2017,Africa,Chad,-,"a note, with a comma",S-NEW`;
    const result = await importPresences(db.dataSource.manager, file);
    expect(result).toMatchObject({ imported: 2, rejected: [{ line: 3, reason: expect.stringContaining('Atlantis') }] });
    const { rows } = await db.pool.query(
      `SELECT post, region_code AS region, under_framework AS "underFramework", note FROM presence WHERE source = 'S-NEW' ORDER BY post`,
    );
    expect(rows).toEqual([
      { post: 'KEN', region: 'esa', underFramework: true, note: null },
      { post: 'TCD', region: 'wca', underFramework: false, note: 'a note, with a comma' },
    ]);
  });

  it('a later list of the same report corrects the earlier one', async () => {
    const file = `${list.split('\n')[0]}\n2017,Africa,Kenya,-,closed,S-NEW`;
    expect(await importPresences(db.dataSource.manager, file)).toMatchObject({ imported: 1 });
    const { rows } = await db.pool.query(`SELECT code, note FROM presence WHERE source = 'S-NEW' AND post = 'KEN'`);
    expect(rows).toEqual([{ code: '-', note: 'closed' }]);
  });

  it.each(['', 'nonsense', '\u0000', 'year\n"'])(
    'a file that is no list (%j) changes nothing and says why',
    async (file) => {
      const before = await everything(db.pool);
      const result = await importPresences(db.dataSource.manager, file);
      expect(result).toMatchObject({
        imported: 0,
        rejected: [expect.objectContaining({ reason: expect.any(String) })],
      });
      expect(changed(before, await everything(db.pool))).toEqual([]);
    },
  );
});
