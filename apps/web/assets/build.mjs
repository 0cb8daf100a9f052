// Makes dist/web-assets: hashed names, a brotli and a gzip copy beside each file, and manifest.json {logical: hashed}.
// Run it with `node apps/web/assets/build.mjs`; when nothing that goes in has changed, it does nothing.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const here = import.meta.dirname;
const root = resolve(here, '../../..');
const PACKAGES = [
  'govuk-frontend',
  '@ministryofjustice/frontend',
  '@fontsource-variable/source-sans-3',
  '@fontsource/source-serif-4',
  '@fontsource/ibm-plex-sans-arabic',
  'sass',
  'esbuild',
  'subset-font',
  'd3-geo',
  'world-atlas',
  'world-countries',
];
/** One for every page, and one for each page that does more. */
const SCRIPTS = ['app', 'writing', 'scoring'];
const hash = (...parts) => parts.reduce((sum, part) => sum.update(part), createHash('sha256')).digest('hex');

async function inputs() {
  const files = (await readdir(here, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .concat(PACKAGES.map((name) => join(root, 'node_modules', name, 'package.json')))
    .sort();
  const contents = await Promise.all(files.map(async (file) => [file.slice(root.length), await readFile(file)]));
  return hash(...contents.flat());
}

async function stylesheet() {
  const { compileAsync } = await import('sass');
  // MoJ's files import "node_modules/govuk-frontend/..." literally, so the load path is the folder of the project.
  const { css } = await compileAsync(join(here, 'scss/main.scss'), {
    loadPaths: [root],
    style: 'compressed',
    quietDeps: true,
  });
  return css;
}

async function script(name) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(here, `${name}.src.mjs`)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].contents;
}

async function write(folder, name, content) {
  const bytes = Buffer.from(content);
  const extension = extname(name);
  const hashed = `${name.slice(0, -extension.length)}-${hash(bytes).slice(0, 10)}${extension}`;
  await writeFile(join(folder, hashed), bytes);
  // woff2 is brotli inside already: a second coat would only cost time.
  if (extension !== '.woff2') {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(join(folder, `${hashed}.br`), await promisify(brotliCompress)(bytes, { params }));
    await writeFile(join(folder, `${hashed}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  }
  return hashed;
}

async function fill(folder, fontCache) {
  const { subsetFonts } = await import('./fonts.mjs');
  const { drawLand } = await import('./land.mjs');
  const lands = Object.entries(drawLand());
  const [fonts, scripts, css, mark] = await Promise.all([
    subsetFonts(fontCache),
    Promise.all(SCRIPTS.map(script)),
    stylesheet(),
    readFile(join(here, 'mark.svg')),
  ]);
  const manifest = {};
  let styled = css;
  for (const { name, content } of fonts) {
    manifest[name] = await write(folder, name, content);
    styled = styled.replaceAll(`/assets/${name}`, `/assets/${manifest[name]}`);
  }
  manifest['main.css'] = await write(folder, 'main.css', styled);
  for (const [i, name] of SCRIPTS.entries()) manifest[`${name}.js`] = await write(folder, `${name}.js`, scripts[i]);
  manifest['mark.svg'] = await write(folder, 'mark.svg', mark);
  for (const [region, { svg }] of lands) {
    const name = region ? `land-${region}.svg` : 'land.svg';
    manifest[name] = await write(folder, name, svg);
  }
  // Read by the pages that mark points on the land, and served to nobody.
  const places = Object.fromEntries(lands.map(([region, land]) => [region, land.places]));
  await writeFile(join(folder, 'places.json'), JSON.stringify(places));
  await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Builds the assets into `<dist>/web-assets`; returns false when they were up to date. */
export async function buildAssets(dist = join(root, 'dist')) {
  const target = join(dist, 'web-assets');
  const stampFile = join(target, '.stamp');
  const stamp = await inputs();
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === stamp) return false;
  // Built beside and moved into place whole, so that a build that fails or is stopped leaves the last good one.
  const fresh = `${target}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  try {
    await fill(fresh, join(dist, '.fonts'));
    await writeFile(join(fresh, '.stamp'), stamp);
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target).catch((error) => {
      // Another build of the same inputs was a moment faster: what it put there is what this one made.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = performance.now();
  const built = await buildAssets();
  console.log(`Web assets ${built ? 'built' : 'up to date'} (${Math.round(performance.now() - began)} ms).`);
}
