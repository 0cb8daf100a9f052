import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { randomUUID } from 'node:crypto';
import yauzl from 'yauzl';
import { isRefusal } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Answer, type Json, type Program } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
let auditor: Program;
let desk: Program;
let office: Program;
/** References in the order in which they were opened. */
let all: string[];

const TITLES = [
  '=HYPERLINK("http://evil.example","Pay")',
  'Une demande à Dodoma',
  'طلب مستشار لحقوق الإنسان',
  'Plain 🕊',
];

beforeAll(async () => {
  auditor = await web.program(db.cast.auditor.id);
  desk = await web.program(db.cast.desk.id);
  office = await web.program(db.cast.office.id);
  for (const title of TITLES) {
    const opened = await db.casework.open(db.cast.office, aContent({ title }));
    if (isRefusal(opened)) throw new Error(opened.message);
  }
  await aCaseAt(db, (story) => story.accepted());
  await aCaseAt(db, (story) => story.declined());
  const baku = await db.casework.open(await db.person('rco-aze'), aContent({ countries: ['AZE'], title: 'Baku' }));
  if (isRefusal(baku)) throw new Error(baku.message);
  all = (await db.pool.query<{ ref: string }>('SELECT ref FROM request ORDER BY seq')).rows.map((r) => r.ref);
});

const refs = ({ json }: Answer): string[] => (json.items as Json[]).map((item) => item.ref as string);

describe('the list of requests', () => {
  it('shows everybody theirs: all to the auditor, drafts to their office, what was submitted to the desk', async () => {
    expect(refs(await auditor.get('/requests?sort=oldest'))).toEqual(all);
    expect(refs(await auditor.get('/requests'))).toEqual([...all].reverse());
    expect(refs(await office.get('/requests?sort=oldest'))).toEqual(all.slice(0, 6));
    expect(refs(await desk.get('/requests?sort=oldest'))).toEqual(all.slice(4, 6));
    expect(refs(await (await web.program(db.cast.administrator.id)).get('/requests'))).toEqual([]);
  });

  it.each([
    ['q=Dodoma', [1]],
    ['q=%D8%A7%D9%84%D8%A5%D9%86%D8%B3%D8%A7%D9%86', [2]],
    ['q=azerb', [6]],
    ['region=eca', [6]],
    ['country=TZA', [0, 1, 2, 3, 4, 5]],
    ['country=TZA&status=draft', [0, 1, 2, 3]],
    ['status=declined', [5]],
    ['open=false', [5]],
    ['type=succession', []],
    ['q=nothing+of+the+kind', []],
  ])('%s', async (query, expected) => {
    expect(refs(await auditor.get(`/requests?sort=oldest&${query}`))).toEqual(expected.map((i) => all[i]));
  });

  it('goes on from page to page by an opaque place, without gaps or repetition', async () => {
    const seen: string[] = [];
    let after = '';
    for (let page = 1; page <= 4; page += 1) {
      const answer = await auditor.get(`/requests?limit=2${after}`);
      seen.push(...refs(answer));
      if (page === 4) expect(answer.json.next).toBeNull();
      else after = `&after=${answer.json.next as string}`;
    }
    expect(seen).toEqual([...all].reverse());
  });

  it.each([
    ['after=nonsense', 'after'],
    [`after=${randomUUID()}`, 'after'],
    ['region=atlantis', 'region'],
    ['country=XXX', 'country'],
    ['country=TZ%00', 'country'],
    ['status=done', 'status'],
    ['type=other', 'type'],
    ['open=maybe', 'open'],
    ['sort=title', 'sort'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['format=pdf', 'format'],
    ['staus=draft', 'staus'],
    ['status=draft&status=declined', 'status'],
    [`q=${'x'.repeat(201)}`, 'q'],
    ['q=%F0%9F%95%8A', 'q'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ])('says what it cannot understand instead of guessing: %s', async (query, path) => {
    const { status, json } = await auditor.get(`/requests?${query}`);
    expect([status, json.code]).toEqual([422, 'invalid']);
    expect(json.errors).toEqual([{ path, message: expect.stringMatching(/^[A-Z“].{10,}/) }]);
  });
});

/** The files inside a workbook. */
function unzipped(buffer: Buffer): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const files: Record<string, string> = {};
    yauzl.fromBuffer(buffer, { lazyEntries: false }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            files[entry.fileName] = Buffer.concat(pieces).toString('utf8');
            if (Object.keys(files).length === zip.entryCount) resolve(files);
          });
        }),
      );
    });
  });
}

describe('the same list as a file', () => {
  it('CSV: one line a request, by the same filters and the same rule of who may see what', async () => {
    const answer = await auditor.get('/requests?format=csv&sort=oldest');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="requests-2027-03-01\.csv"/);
    const rows = parse(answer.text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => row.Reference)).toEqual(all);
    expect((await auditor.send('GET', '/requests?sort=oldest', { headers: { accept: 'text/csv' } })).text).toBe(
      answer.text,
    );
    expect(rows[2]!.Title).toBe(TITLES[2]);
    expect(rows[4]).toMatchObject({ Status: 'Reviewers to be appointed', Countries: expect.stringContaining('Tanz') });
    for (const [program, query] of [
      [desk, ''],
      [office, 'status=draft&'],
      [auditor, 'region=eca&'],
    ] as const) {
      const listed = refs(await program.get(`/requests?${query}`));
      const file = await program.get(`/requests?${query}format=csv`);
      const found = parse(file.text, { bom: true, columns: true }) as Record<string, string>[];
      expect(found.map((row) => row.Reference)).toEqual(listed);
    }
  });

  it('CSV: who endorses what was submitted; nothing of a text that is not', async () => {
    const { text } = await auditor.get('/requests?format=csv&sort=oldest');
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    const said = (row: Record<string, string>) => [row['Endorsed by'], row['Declined by'], row['Contributions (US$)']];
    const typed = (aContent().endorsements ?? []).filter((e) => e.position === 'endorses');
    const given = typed.reduce((sum, e) => sum + (e.contribution?.amountUSD ?? 0), 0);
    expect(typed.length).toBeGreaterThan(0);
    expect(said(rows[4]!)).toEqual([typed.map((e) => e.agency).join('; '), '', given ? given.toFixed(2) : '']);
    expect(said(rows[0]!)).toEqual(['', '', '']);
  });

  it('CSV: a title that begins like a formula does not become one', async () => {
    const { text } = await auditor.get('/requests?format=csv&sort=oldest');
    expect(text).toContain(`"'=HYPERLINK`);
  });

  it('CSV is the whole list, whatever page was looked at', async () => {
    const { json } = await auditor.get('/requests?limit=2');
    const { text } = await auditor.get(`/requests?limit=2&after=${json.next as string}&format=csv`);
    expect(parse(text, { bom: true }) as string[][]).toHaveLength(all.length + 1);
  });

  it('a workbook with the same rows', async () => {
    const response = await fetch(`${web.url}/api/v1/requests?format=xlsx&status=draft`, {
      headers: { authorization: `Bearer ${office.token}` },
    });
    expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const files = await unzipped(Buffer.from(await response.arrayBuffer()));
    const words = Object.values(files).join(' ');
    for (const title of TITLES.slice(1)) expect(words).toContain(title);
    expect(words).not.toContain('Baku');
    expect(files['xl/worksheets/sheet1.xml']!.match(/<row /g)).toHaveLength(5);
    expect(files['xl/worksheets/sheet1.xml']).not.toContain('<f>');
  });

  it('nothing is an empty table with its head', async () => {
    const administrator = await web.program(db.cast.administrator.id);
    const { status, text } = await administrator.get('/requests?format=csv');
    expect([status, (parse(text, { bom: true }) as string[][]).length]).toEqual([200, 1]);
  });
});
