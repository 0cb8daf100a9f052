import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotOutside, outsideProblem, postOutside } from './outside-call.js';

describe('an address to which something is sent', () => {
  it.each([
    'http://example.org/hook',
    'ftp://example.org',
    'nothing',
    'https://me:secret@example.org',
    'https://localhost/hook',
    'https://127.0.0.1/hook',
    'https://2130706433/hook',
    'https://0x7f.1/hook',
    'https://10.1.2.3/hook',
    'https://192.168.0.1',
    'https://169.254.169.254/latest/meta-data',
    'https://100.64.0.1',
    'https://[::1]/',
    'https://[fd00::1]/',
    'https://[fe80::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::a00:1]/',
  ])('is refused: %s', (url) => {
    expect(outsideProblem(url, false)).toEqual(expect.any(String));
  });

  it('may be anywhere on the public internet, and in a demonstration on this machine', () => {
    expect(outsideProblem('https://example.org/hook?x=1', false)).toBeNull();
    expect(outsideProblem('https://93.184.216.34/hook', false)).toBeNull();
    expect(outsideProblem('http://127.0.0.1:9999/hook', true)).toBeNull();
    expect(outsideProblem('http://10.0.0.1/hook', true)).not.toBeNull();
  });
});

describe('a call to the outside', () => {
  let server: Server;
  let base: string;
  const got: { path: string | undefined; body: string }[] = [];
  beforeAll(async () => {
    server = createServer((request: IncomingMessage, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        got.push({ path: request.url, body });
        if (request.url === '/moved') return response.writeHead(302, { location: `${base}/elsewhere` }).end();
        if (request.url === '/silent') return undefined;
        if (request.url === '/long') return response.end('x'.repeat(1_000_000));
        return response.writeHead(202).end('taken');
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const post = (url: string, loopback = true) =>
    postOutside({ url, headers: {}, body: '{"é":1}', loopback, timeoutMs: 500 });

  it('brings the text, and the answer back', async () => {
    expect(await post(`${base}/hook`)).toEqual({ status: 202, body: 'taken' });
    expect(got.at(-1)).toEqual({ path: '/hook', body: '{"é":1}' });
  });

  it('follows nobody elsewhere, waits only so long and reads only so much', async () => {
    expect(await post(`${base}/moved`)).toMatchObject({ status: 302 });
    expect(got.map((g) => g.path)).not.toContain('/elsewhere');
    await expect(post(`${base}/silent`)).rejects.toThrow('No answer came within 0.5 seconds.');
    expect((await post(`${base}/long`)).body).toHaveLength(1_000);
  });

  it('goes to no private network, whatever name leads there', async () => {
    const port = new URL(base).port;
    await expect(post(base, false)).rejects.toThrow(NotOutside);
    // The name is resolved for the connection itself, so that no second answer can lead elsewhere.
    await expect(post(`https://localhost.localdomain:${port}/`, false)).rejects.toThrow();
    await expect(post(`http://localhost:${port}/hook`)).resolves.toMatchObject({ status: 202 });
    expect(got.filter((g) => g.path === '/')).toEqual([]);
  });
});
