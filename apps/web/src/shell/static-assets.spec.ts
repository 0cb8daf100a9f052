import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { asset, projectRoot, serveAssets, webAssets } from './static-assets.js';

const KILOBYTE = 1024;
let server: FastifyInstance;

beforeAll(async () => {
  execFileSync(process.execPath, [join(projectRoot, 'apps/web/assets/build.mjs')]);
  server = fastify();
  await serveAssets(server);
});
afterAll(() => server.close());

const built = (name: string, ending = '') => join(webAssets, `${asset(name).slice('/assets/'.length)}${ending}`);
const size = (name: string, ending = '') => statSync(built(name, ending)).size;

describe('what a first visit downloads', () => {
  it('is at most 25 KB of styles', () => {
    expect(size('main.css', '.br')).toBeLessThanOrEqual(25 * KILOBYTE);
  });
  it.each(['writing.js', 'scoring.js'])('is at most 8 KB of script, on the pages with %s too', (own) => {
    expect(size('app.js', '.gz') + size(own, '.gz')).toBeLessThanOrEqual(8 * KILOBYTE);
  });
  it('is at most 45 KB of typefaces, 60 KB with Arabic', () => {
    const latin = size('source-sans-3.woff2') + size('source-serif-4.woff2');
    expect(latin).toBeLessThanOrEqual(45 * KILOBYTE);
    expect(
      size('source-sans-3.woff2') + size('plex-arabic-400.woff2') + size('plex-arabic-600.woff2'),
    ).toBeLessThanOrEqual(60 * KILOBYTE);
  });
});

describe('what a map downloads', () => {
  it.each(['', '-esa', '-wca', '-arab', '-ap', '-eca', '-lac'])('is at most 8 KB of land%s', (region) => {
    expect(size(`land${region}.svg`, '.gz')).toBeLessThanOrEqual(8 * KILOBYTE);
  });
});

describe('the build', () => {
  it('leaves a brotli and a gzip copy beside every text file', () => {
    const files = readdirSync(webAssets);
    const texts = files.filter((file) => /\.(css|js|svg)$/.test(file));
    expect(texts.length).toBeGreaterThanOrEqual(3);
    for (const file of texts) expect(files).toEqual(expect.arrayContaining([`${file}.br`, `${file}.gz`]));
  });
  it('points the styles at files that are there, and at nobody else', () => {
    const css = readFileSync(built('main.css'), 'utf8');
    const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)]
      .map(([, url]) => url!)
      .filter((url) => !url.startsWith('data:'));
    expect(addresses.length).toBeGreaterThan(0);
    const files = new Set(readdirSync(webAssets).map((file) => `/assets/${file}`));
    expect(addresses.filter((url) => !files.has(url))).toEqual([]);
  });
  it('ships no typeface that is bound to GOV.UK', () => {
    expect(readFileSync(built('main.css'), 'utf8')).not.toMatch(/GDS Transport/i);
  });
});

describe('serving', () => {
  const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });

  it('sends the copy that the browser can read', async () => {
    const brotli = await get(asset('main.css'), { 'accept-encoding': 'gzip, br' });
    expect(brotli.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': 'text/css; charset=utf-8',
      vary: 'accept-encoding',
    });
    expect((await get(asset('app.js'), { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
    expect((await get(asset('mark.svg'))).headers['content-encoding']).toBeUndefined();
  });
  it('lets a file be kept for a year, and answers 304 when it still is', async () => {
    const first = await get(asset('main.css'));
    expect(first.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const again = await get(asset('main.css'), { 'if-none-match': String(first.headers.etag) });
    expect(again.statusCode).toBe(304);
  });
  it.each(['/assets/manifest.json', '/assets/.stamp', '/assets/../package.json', '/assets/nothing.css', '/assets/'])(
    'does not send %s',
    async (url) => {
      expect([403, 404]).toContain((await get(url)).statusCode);
    },
  );
});
