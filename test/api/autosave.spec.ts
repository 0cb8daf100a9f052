import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { valueAt, type RequestContent } from '#domain';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const FIELD = 'sections.ownership.whoAskedFirst';
const OTHER = 'sections.ownership.agenciesInvolved';
const WORDS = 'Le ministère l’a demandé en 2026. طلبت الوزارة ذلك كتابة\n'.repeat(200).trim();

let draft: CaseInDatabase;
let cookie: Record<string, string>;
let marks: Map<string, string>;
const path = () => `/requests/${draft.ref}/sections/2/autosave`;
const marked = (...fields: string[]) => fields.map((field) => `${field}=${marks.get(field)}`).join(' ');
const save = (form: Record<string, string | string[]>, headers = cookie) =>
  web.send('POST', path(), { form: { once: randomUUID(), ...form }, headers });

async function stored(field: string): Promise<unknown> {
  const { rows } = await db.pool.query<{ content: RequestContent }>(
    'SELECT c.content FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1',
    [draft.ref],
  );
  return valueAt(rows[0]!.content, field);
}
const edits = async (): Promise<number> => (await draft.entries()).filter(({ event }) => event === 'EDIT').length;

/** How many statements the database is sent while something is done. */
async function statementsOf(what: () => Promise<unknown>): Promise<number> {
  const { query } = pg.Client.prototype;
  let sent = 0;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    sent += 1;
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never;
  try {
    await what();
  } finally {
    pg.Client.prototype.query = query;
  }
  return sent;
}

/** Sends a call as bytes, and counts them both ways. */
function bytesOf(head: string[], body: Buffer): Promise<{ up: number; answer: string }> {
  const { hostname, port } = new URL(web.url);
  const up = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(up));
    socket.on('data', (part) => (answer += part.toString('latin1')));
    socket.on('end', () => resolve({ up: up.length, answer }));
    socket.on('error', reject);
  });
}

beforeAll(async () => {
  cookie = await web.session(db.cast.office.id);
});
beforeEach(async () => {
  draft = await aCaseAt(db);
  const { text } = await web.send('GET', `/requests/${draft.ref}/sections/2`, { headers: cookie });
  marks = new Map(
    fieldsOf(text)
      .marks!.split(' ')
      .map((pair) => pair.split('=') as [string, string]),
  );
});

describe('saving while somebody writes', () => {
  it('keeps what was changed, says when, and leaves everything else as it is', async () => {
    const before = await stored(OTHER);
    const answer = await save({ [FIELD]: WORDS, marks: marked(FIELD) });
    expect([answer.status, answer.json]).toEqual([
      200,
      {
        said: expect.stringMatching(/^Saved at \d\d:\d\d UTC$/),
        marks: expect.stringMatching(`^${FIELD}=\\S{8}$`),
      },
    ]);
    expect([await stored(FIELD), await stored(OTHER)]).toEqual([WORDS, before]);
  });

  it('goes on from the marks that it is answered', async () => {
    const first = await save({ [FIELD]: 'One', marks: marked(FIELD) });
    expect(first.json.next).toBe(`/requests/${draft.ref}/sections/3`);
    const second = await save({ [FIELD]: 'Two', marks: String(first.json.marks) });
    expect([second.json.contested, await stored(FIELD)]).toEqual([undefined, 'Two']);
  });

  it('writes over nobody: what somebody else changed meanwhile is named, and the rest is kept', async () => {
    await draft.send('coordinator', { type: 'EDIT', patch: { sections: { ownership: { whoAskedFirst: 'Theirs' } } } });
    const answer = await save({ [FIELD]: 'Mine', [OTHER]: 'Mine too', marks: marked(FIELD, OTHER) });
    expect(answer.json).toMatchObject({ contested: [FIELD], marks: expect.stringMatching(`^${OTHER}=`) });
    expect([await stored(FIELD), await stored(OTHER)]).toEqual(['Theirs', 'Mine too']);
  });

  it('says what cannot be kept, and keeps the rest', async () => {
    const answer = await save({ [FIELD]: 'x'.repeat(30_000), [OTHER]: 'Fine', marks: marked(FIELD, OTHER) });
    const { problems } = answer.json as { problems: { path: string; message: string }[] };
    expect(problems).toEqual([{ path: FIELD, message: 'Shorten this to 20,000 characters or fewer' }]);
    expect(await stored(OTHER)).toBe('Fine');
  });

  it('is refused in a sentence once the request is with somebody else, and writes nothing for who only reads', async () => {
    const it = await aCaseAt(db, (story) => story.submitted());
    const at = `/requests/${it.ref}/sections/2/autosave`;
    const send = async (who: 'office' | 'desk') =>
      web.send('POST', at, { form: { [FIELD]: 'Late' }, headers: await web.session(db.cast[who].id) });
    const [late, read] = [await send('office'), await send('desk')];
    expect([late.status, read.status]).toEqual([409, 403]);
    expect(late.json.refused).toMatch(/cannot be done now/);
  });
});

describe('a line that drops in the middle of a save', () => {
  it('the same key is sent again, and the text is kept once', async () => {
    const form = { [FIELD]: WORDS, marks: marked(FIELD), once: randomUUID() };
    const answers = [await save(form), await save(form), await save(form)];
    expect(answers.map(({ status, json }) => [status, json.marks])).toEqual(
      answers.map(() => [200, answers[0]!.json.marks]),
    );
    expect([await edits(), await stored(FIELD)]).toEqual([1, WORDS]);
  });

  it('and so it is when all of them arrive at once', async () => {
    const form = { [FIELD]: WORDS, marks: marked(FIELD), once: randomUUID() };
    const answers = await Promise.all([save(form), save(form), save(form)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await edits()).toBe(1);
  });

  it('a text that breaks off on its way changes nothing', async () => {
    const packed = gzipSync(new URLSearchParams({ [FIELD]: WORDS, marks: marked(FIELD) }).toString());
    const headers = { ...cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' };
    const raw = Uint8Array.from(packed.subarray(0, packed.length / 2));
    expect((await web.send('POST', path(), { raw, headers })).status).toBe(400);
    expect(await edits()).toBe(0);
  });
});

describe('a session that has ended', () => {
  it('is said by the status, and nothing is kept by the server that nobody asked it to keep', async () => {
    const ended = await web.session(db.cast.office.id, -0.5);
    const answer = await save({ [FIELD]: WORDS, marks: marked(FIELD) }, ended);
    expect([answer.status, answer.json]).toEqual([401, { refused: 'Your session has ended.' }]);
    const { rows } = await db.pool.query<Json>('SELECT path FROM kept_form');
    expect([rows, await edits()]).toEqual([[], 0]);
  });
});

describe('what it costs', () => {
  it('the database: three statements, whoever it is that is signed in counted in', async () => {
    expect(await statementsOf(() => save({ [FIELD]: WORDS, marks: marked(FIELD) }))).toBe(3);
  });

  it('and no more by the button of the form', async () => {
    const form = { [FIELD]: WORDS, marks: marked(FIELD), once: randomUUID(), draft: '1' };
    const at = `/requests/${draft.ref}/sections/2`;
    const send = async () => expect((await web.send('POST', at, { form, headers: cookie })).status).toBe(303);
    expect(await statementsOf(send)).toBe(3);
  });

  it('the line: what a browser sends beside the text is less than 2 KB, and the answer less than 1 KB', async () => {
    const body = new URLSearchParams({
      [FIELD]: WORDS,
      [OTHER]: WORDS,
      marks: marked(FIELD, OTHER),
      once: randomUUID(),
    });
    const packed = gzipSync(body.toString());
    const { up, answer } = await bytesOf(
      [
        `POST ${path()} HTTP/1.1`,
        `Host: hra.example.org`,
        'Connection: close',
        `Content-Length: ${packed.length}`,
        'sec-ch-ua-platform: "Windows"',
        'sec-ch-ua: "Chromium";v="148", "Google Chrome";v="148", "Not/A)Brand";v="99"',
        'sec-ch-ua-mobile: ?0',
        'user-agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 Safari/537.36',
        'content-type: application/x-www-form-urlencoded;charset=UTF-8',
        'content-encoding: gzip',
        'accept: */*',
        'sec-fetch-site: same-origin',
        'sec-fetch-mode: cors',
        'sec-fetch-dest: empty',
        `referer: https://hra.example.org/requests/${draft.ref}/sections/2`,
        'accept-encoding: gzip, deflate, br, zstd',
        'accept-language: fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7',
        `cookie: ${cookie.cookie}`,
      ],
      packed,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(up).toBeLessThan(2 * Buffer.byteLength(WORDS) + 2048);
    expect(answer.length).toBeLessThan(1024);
    expect([await stored(FIELD), await stored(OTHER)]).toEqual([WORDS, WORDS]);
  });
});
