import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMONSTRATION_PEOPLE } from '#casework';
import { projectRoot, runningEnvironment } from '#platform';
import { aCaseAt } from '../support/cases.js';
import { onServer, urlOf, useDatabase } from '../support/database.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase({ at: new Date().toISOString().slice(0, 10) });
const web = useWeb(db);
const root = projectRoot();
const folder = mkdtempSync(join(tmpdir(), 'hra-spec-'));
afterAll(() => rmSync(folder, { recursive: true }));
const OFFICE = 'z.kileo-marchetti@rc-tanzania.example';
const SAMPLE = 'libs/casework/data/samples/requests/01-tanzania-upr-follow-up.json';

interface Ran {
  code: number | null;
  out: string;
  err: string;
}
/** Runs a command as a person does, against the database of this file unless told otherwise. */
function hra(args: string[], environment: Record<string, string> = {}): Promise<Ran> {
  const script = join(root, 'dist/apps/cli/src/main.js');
  const env = { PATH: process.env.PATH!, DATABASE_URL: db.url, DEMO: '1', INIT_CWD: root, ...environment };
  const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], { env, cwd: folder });
  const ran: Ran = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.err += text));
  return new Promise((done) => child.on('close', (code) => done({ ...ran, code })));
}
/** A mistake: one sentence and no more, on the stream for mistakes. */
async function mistaken(args: string[], says: RegExp, environment: Record<string, string> = {}): Promise<void> {
  const { code, out, err } = await hra(args, environment);
  expect({ args, code, out }).toEqual({ args, code: 1, out: '' });
  expect(err).toMatch(says);
  expect(err).not.toMatch(/\bat .+:\d+|node:internal|Error:/);
}

describe('hra', () => {
  it('tells what there is, and what each command takes', async () => {
    const { code, out } = await hra(['--help']);
    expect(code).toBe(0);
    const commands = ['people', 'token', 'clock', 'import', 'verify-audit', 'play', 'env', 'migrate'];
    for (const command of commands) {
      expect(out).toContain(command);
      const help = await hra([command, '--help']);
      expect([command, help.code, help.out]).toEqual([command, 0, expect.stringMatching(/^Usage: hra/)]);
    }
  });

  it('people: everybody, for people and for programs', async () => {
    const table = await hra(['people']);
    expect(table.out).toMatch(
      /^Zawadi Kileo-Marchetti +z\.kileo-marchetti@rc-tanzania\.example +Resident Coordinator’s Office \(TZA\)$/m,
    );
    const people = JSON.parse((await hra(['people', '--json'])).out) as Json[];
    expect(people.map((p) => p.email).sort()).toEqual(DEMONSTRATION_PEOPLE.map((p) => p.email.toLowerCase()).sort());
    expect(people.find((p) => p.email === OFFICE)).toMatchObject({
      id: db.cast.office.id,
      name: 'Zawadi Kileo-Marchetti',
      title: expect.any(String),
      roles: ['rcOffice'],
      countries: ['TZA'],
      regions: [],
      assignments: [{ role: 'rcOffice', countries: ['TZA'], regions: [] }],
    });
  });

  it('token: nothing but a token, which opens the API until it is taken back', async () => {
    const made = await hra(['token', OFFICE, '--label', 'A spec']);
    expect([made.code, made.out, made.err]).toEqual([0, expect.stringMatching(/^[\w-]{43}\n$/), '']);
    const token = made.out.trim();
    const me = () => web.send('GET', '/api/v1/me', { headers: { authorization: `Bearer ${token}` } });
    expect((await me()).json).toMatchObject({ email: OFFICE });
    const { rows } = await db.pool.query(
      `SELECT kind, label, scopes, round(extract(epoch FROM expires_at - created_at) / 86400)::int AS days FROM credential WHERE label = 'A spec'`,
    );
    expect(rows).toEqual([{ kind: 'token', label: 'A spec', scopes: ['everything'], days: 30 }]);
    expect((await hra(['token', 'revoke', token])).code).toBe(0);
    expect((await me()).status).toBe(401);
    await mistaken(['token', 'revoke', token], /not known here/);
  });

  it('token --read: may read and change nothing', async () => {
    const token = (await hra(['token', OFFICE, '--read', '--days', '1'])).out.trim();
    const headers = { authorization: `Bearer ${token}` };
    expect((await web.send('GET', '/api/v1/me', { headers })).status).toBe(200);
    expect((await web.send('POST', '/api/v1/requests', { headers, json: {} })).json.code).toBe('readOnly');
  });

  it('clock: tells the time of the system and moves it for every process', async () => {
    const told = async (...args: string[]) => Date.parse((await hra(['clock', ...args])).out.trim());
    expect(Math.abs((await told()) - Date.now())).toBeLessThan(10_000);
    expect(Math.abs((await told('+2w')) - Date.now() - 14 * 86_400_000)).toBeLessThan(10_000);
    expect((await hra(['clock', '2031-05-06'])).out).toBe('2031-05-06T09:00:00Z\n');
    expect((await hra(['clock'])).out).toMatch(/^2031-05-06T09:00:/);
    expect(Math.abs((await told('reset')) - Date.now())).toBeLessThan(10_000);
    await mistaken(['clock', '2031-02-30'], /^“2031-02-30” is no time/);
    await mistaken(['clock', '9999-01-01'], /^“9999-01-01” is no time/);
    await mistaken(['clock', '+99999w'], /beyond the year 2099/);
    await mistaken(['clock', '+1d'], /in a demonstration only/, { DEMO: '0' });
  });

  it('import request: opens a draft, or says what is wrong with the file', async () => {
    const opened = await hra(['import', 'request', SAMPLE, '--as', OFFICE]);
    expect([opened.code, opened.err]).toEqual([0, '']);
    const { rows } = await db.pool.query('SELECT state FROM request WHERE ref = $1', [opened.out.trim()]);
    expect(rows).toEqual([{ state: 'draft' }]);
    await mistaken(
      ['import', 'request', SAMPLE, '--as', 'l.qasimzade-voss@rc-azerbaijan.example'],
      /countries: Choose only countries/,
    );
    await mistaken(['import', 'request', SAMPLE, '--as', 'nobody@nowhere.example'], /Nobody here has the address/);
    await mistaken(['import', 'request', 'nowhere.json', '--as', OFFICE], /there is no such file/);
    await mistaken(['import', 'request', 'libs', '--as', OFFICE], /it is a folder/);
    await mistaken(['import', 'request', 'README.md', '--as', OFFICE], /is not a request in JSON/);
  });

  it('import presences: names every row that does not fit, and takes the others', async () => {
    const file = join(folder, 'presences.csv');
    const head = 'year,region,country_or_post,code,note,source';
    writeFileSync(file, `${head}\n2014,Africa,Kenya,F,,report-2014\n2014,Africa,Atlantis,F,,report-2014\n`);
    const { code, out, err } = await hra(['import', 'presences', file]);
    expect([code, out]).toEqual([0, expect.stringMatching(/^Taken in: 1 presence\./)]);
    expect(out).toMatch(/^Posts of the past: \d+ recorded, 0 amended, 0 as they were\.$/m);
    expect(out).toMatch(/^Contradictions: \d+, of which \d+ to be settled\.\n {2}\S+ \d{4}/m);
    expect(err).toMatch(/Line 3: "Atlantis" is no country or post.*\n1 row does not fit\./);
    expect((await hra(['import', 'presences', file])).out).toMatch(
      /^Posts of the past: 0 recorded, 0 amended, \d+ as they were\.$/m,
    );
    writeFileSync(file, 'a,b\n1,2\n');
    expect(await hra(['import', 'presences', file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nothing was taken in.'),
    });
    await mistaken(['import', 'presences', 'nowhere.csv'], /there is no such file/);
  });

  it('play: takes a sample to a stage and on to its decision; verify-audit proves its record', async () => {
    const ref = (await hra(['import', 'request', SAMPLE, '--as', OFFICE])).out.trim();
    const scoring = await hra(['play', ref, '--to', 'scoring']);
    expect([scoring.code, scoring.out]).toEqual([0, expect.stringMatching(/is now at “Being scored”\.\n$/)]);
    expect((await hra(['play', ref])).out).toMatch(/is now at “Approved, awaiting funds”\.\n$/);
    expect((await hra(['verify-audit', ref])).out).toMatch(/^The record holds: 1 request, 16 lines\.\n$/);
    await mistaken(['play', 'HRA-2000-001'], /is not one of the sample requests/);
    await mistaken(['play', ref, '--to', 'nirvana'], /--to has to be one of: draft, screening/);
    await mistaken(['play', ref], /in a demonstration only/, { DEMO: '0' });
  });

  it('env: every setting with its origin, secrets masked', async () => {
    const { code, out } = await hra(['env']);
    expect(code).toBe(0);
    expect(out).toMatch(/^DATABASE_URL +postgres:\/\/\w+:\*{8}@127\.0\.0\.1\S+ +environment +/m);
    expect(out).not.toContain(new URL(db.url).password);
    const wrong = await hra(['env'], { PORT: 'ten' });
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringMatching(/^One setting is wrong.*\n +- PORT must be a whole number/),
    ]);
  });

  it('verify-audit: says where a record is broken', async () => {
    const { ref } = await aCaseAt(db, (story) => story.accepted());
    await db.pool.query(
      `UPDATE deadline SET due_on = due_on + 1 WHERE case_id = (SELECT id FROM request WHERE ref = $1)`,
      [ref],
    );
    await mistaken(
      ['verify-audit', ref],
      /line 3: The clocks are not what the record says\.\nThe record is broken: 1 problem in 1 request/,
    );
    await mistaken(['verify-audit'], /The record is broken/);
    await mistaken(['verify-audit', 'HRA-2000-001'], /There is no request or post HRA-2000-001/);
  });
});

describe('hra without a system', () => {
  it('says how to get one', async () => {
    // Where somebody runs the system in this very folder, it is found.
    if (!runningEnvironment())
      await mistaken(['people'], /^No system is running here\. Start it with “npm start”/, { DATABASE_URL: '' });
    await mistaken(['people'], /^The database does not answer/, { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' });
    await mistaken(['people'], /DATABASE_URL must be an address/, { DATABASE_URL: 'nonsense' });
    await mistaken(['people'], /does not exist/, { DATABASE_URL: urlOf('no_such_database') });
    await mistaken([], /Usage: hra|“hra --help”/);
    await mistaken(['nonsense'], /unknown command/);
  });

  it('migrate: makes an empty database ready; before that, it says so', async () => {
    const name = `spec_hra_${process.pid}`;
    await onServer(`CREATE DATABASE ${name} TEMPLATE template0`);
    const environment = { DATABASE_URL: urlOf(name), DEMO: '0' };
    try {
      await mistaken(['people'], /run “hra migrate” first/, environment);
      expect(await hra(['migrate'], environment)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/is up to date\.\n$/),
      });
      expect(JSON.parse((await hra(['people', '--json'], environment)).out)).toEqual([]);
    } finally {
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});
