import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { compressPages } from './compressed-pages.js';

const PAGE = `<!doctype html><p dir="auto">${'حقوق الإنسان, human rights. '.repeat(200)}</p>`;

async function ask(path: string, accepted?: string) {
  const server = fastify();
  compressPages(server);
  server.get('/page', (_, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
  server.get('/small', (_, reply) => reply.type('text/html; charset=utf-8').send('<p>Small.'));
  server.get('/data', () => ({ text: PAGE }));
  return server.inject({ url: path, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });
}

describe('a page', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ])('is sent small to a browser that reads %s', async (accepted, way) => {
    const { headers, rawPayload } = await ask('/page', accepted);
    expect(headers).toMatchObject({ 'content-encoding': way, vary: 'Accept-Encoding' });
    expect(Number(headers['content-length'])).toBe(rawPayload.length);
    expect(rawPayload.length).toBeLessThan(PAGE.length / 10);
    expect((way === 'br' ? brotliDecompressSync : gunzipSync)(rawPayload).toString()).toBe(PAGE);
  });

  it.each([undefined, '', 'identity', 'gzip;q=0'])('is sent as it is to what reads %j', async (accepted) => {
    const { headers, payload } = await ask('/page', accepted);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('Accept-Encoding');
    expect(payload).toBe(PAGE);
  });
});

it('what is small, or no page, is left alone', async () => {
  for (const path of ['/small', '/data']) expect((await ask(path, 'gzip')).headers['content-encoding']).toBeUndefined();
});
