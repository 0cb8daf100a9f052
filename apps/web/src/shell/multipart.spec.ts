import multipart from '@fastify/multipart';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import type { Environment } from '#platform';
import type { Exchange } from './exchange.js';
import { MULTIPART_LIMITS, readMultipart } from './multipart.js';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';
const environment = { uploadMaxBytes: 1024 * 1024 } as Environment;
let server: FastifyInstance;
let signedIn: boolean;

beforeEach(async () => {
  signedIn = true;
  server = fastify();
  await server.register(multipart, {
    limits: { ...MULTIPART_LIMITS, fileSize: environment.uploadMaxBytes },
    throwFileSizeLimit: false,
    preservePath: true,
  });
  server.addHook('preValidation', async (request) => {
    Object.assign(request, { uploads: [], signedIn: signedIn ? {} : null });
    await readMultipart(request as Exchange, environment);
  });
  server.addHook('onResponse', async (request) => {
    await Promise.all((request as Exchange).uploads.map((u) => u.file.remove()));
  });
  server.post('/', async (request) => ({
    form: request.body,
    files: (request as Exchange).uploads.map((u) => [u.name, u.inspected.ok || u.inspected.reason]),
  }));
});
afterEach(() => server.close());

async function send(form: FormData) {
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const answer = await server.inject({
    method: 'POST',
    url: '/',
    headers: { 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return {
    status: answer.statusCode,
    ...answer.json<{ form: Record<string, unknown>; files: [string, true | string][]; message: string }>(),
  };
}
const formWith = (...files: [string, string | Buffer][]): FormData => {
  const form = new FormData();
  form.append('text', 'Kept');
  for (const [name, content] of files) form.append('documents', new Blob([new Uint8Array(Buffer.from(content))]), name);
  form.append('after', 'Kept too');
  return form;
};
const text = { text: 'Kept', after: 'Kept too' };

describe('a form with files', () => {
  it('gives the texts and the files', async () => {
    const { form, files } = await send(formWith(['a.pdf', PDF]));
    expect(form).toEqual(text);
    expect(files).toEqual([['a.pdf', true]]);
  });
  it('keeps its texts beside a file that is too large', async () => {
    const { form, files } = await send(
      formWith(['big.pdf', Buffer.concat([Buffer.from(PDF), Buffer.alloc(3 * 1024 * 1024)])], ['a.pdf', PDF]),
    );
    expect(form).toEqual(text);
    expect(files).toEqual([
      ['big.pdf', '“big.pdf” is larger than 1 MB. Choose a smaller document, or split it.'],
      ['a.pdf', true],
    ]);
  });
  it('takes ten, and keeps its texts beside the eleventh', async () => {
    const { form, files } = await send(
      formWith(...Array.from({ length: 12 }, (_, i) => [`${i}.pdf`, PDF] as [string, string])),
    );
    expect(form).toEqual(text);
    expect(files.map(([, taken]) => taken === true)).toEqual([...Array<boolean>(10).fill(true), false, false]);
    expect(files[11]).toEqual(['11.pdf', '“11.pdf” was not taken: add at most ten documents at once.']);
  });
  it('leaves the files of a stranger alone, and names them', async () => {
    signedIn = false;
    const { form, files } = await send(formWith(['a.pdf', PDF]));
    expect([form, files]).toEqual([{ ...text, 'lost files': ['a.pdf'] }, []]);
  });

  it('takes a name as it was given, quotation marks and all', async () => {
    const form = new FormData();
    form.set('documents', new File([PDF], 'the "last" draft.pdf'));
    const { files } = await send(form);
    expect(files).toEqual([['the "last" draft.pdf', true]]);
  });

  it('knows a file field that was left empty', async () => {
    const { files } = await send(formWith(['', '']));
    expect(files).toEqual([]);
  });
  it('is refused when its text as a whole is too long', async () => {
    const form = new FormData();
    for (let i = 0; i < 3; i += 1) form.append(`t${i}`, 'x'.repeat(900_000));
    const { message, status } = await send(form);
    expect([status, message]).toEqual([413, 'The text of this form is larger than this page takes.']);
  });
});
