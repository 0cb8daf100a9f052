// Builds everything that runs from dist: TypeScript, the files beside it that run-time code reads, and the web assets.
// usage: node bin/build.mjs [--force]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node24 } from './node24.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const CODE = ['apps', 'libs', 'migrations', 'bench'];
const COPIED = new Set(['.njk', '.typ', '.json', '.csv']);
const ASSETS = 'apps/web/assets/build.mjs';
const STAMP = join(ROOT, 'dist', '.built');

function filesUnder(folder) {
  if (!fs.existsSync(join(ROOT, folder))) return [];
  return fs.readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesUnder(path);
    return entry.isFile() && !entry.name.endsWith('.spec.ts') ? [path] : [];
  });
}

/** Size and time of a file tell whether it changed: reading them all would cost each start a tenth of a second. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const stat = fs.statSync(join(ROOT, file), { throwIfNoEntry: false });
    hash.update(`${file} ${stat?.size} ${stat?.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function sources() {
  const settings = ['.swcrc', 'package-lock.json', 'bin/build.mjs', 'bin/bundle.mjs', 'bin/line-map.mjs'];
  const code = CODE.flatMap(filesUnder);
  const assets = code.filter((file) => file.startsWith('apps/web/') && !file.endsWith('.ts'));
  return {
    code,
    fingerprints: { code: fingerprint([...code, ...settings]), assets: fingerprint([...assets, ...settings]) },
  };
}

function lastBuild() {
  try {
    return JSON.parse(fs.readFileSync(STAMP, 'utf8'));
  } catch {
    return {};
  }
}

/** Returns whether a source has changed since the last build that succeeded, or something it made is gone. */
export function needsBuild() {
  const { code, files = [] } = lastBuild();
  if (code !== sources().fingerprints.code) return true;
  return !files.every((file) => fs.existsSync(join(ROOT, 'dist', file)));
}

/** Keeps what a compiler says about our source and drops where inside itself it stood. */
function withoutTraces(output) {
  const lines = output.replace(/\n+Caused by:[\s\S]*?(?=\nFailed|$)/g, '').split('\n');
  return lines
    .filter((line) => !/^\s+at |^node:internal|^\s+throw |^\s+triggerUncaught|^\s+\^$|^Node\.js v|^Error: /.test(line))
    .join('\n')
    .trim();
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24(), args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    process.once('exit', () => child.kill());
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(withoutTraces(output) || `it ended with code ${code}`)),
    );
  });
}

async function compile() {
  const folders = CODE.filter((folder) => fs.existsSync(join(ROOT, folder)));
  const swc = 'node_modules/@swc/cli/bin/swc.js';
  await run([swc, ...folders, '--out-dir', 'dist', '--extensions', '.ts', '--quiet']);
  await run(['bin/bundle.mjs']);
}

function copy(files) {
  for (const file of files) {
    fs.mkdirSync(dirname(join(ROOT, 'dist', file)), { recursive: true });
    fs.copyFileSync(join(ROOT, file), join(ROOT, 'dist', file));
  }
}

function outputs(code) {
  const compiled = code.filter((file) => file.endsWith('.ts')).map((file) => file.replace(/\.ts$/, '.js'));
  const copied = code.filter((file) => COPIED.has(extname(file)));
  return { copied, all: [...compiled, ...compiled.map((file) => `${file}.map`), ...copied] };
}

/** What an earlier build made of a source that is gone would still be found by whatever reads a folder. */
function removeLeftovers(before = [], now) {
  const kept = new Set(now);
  for (const file of before.filter((name) => !kept.has(name))) fs.rmSync(join(ROOT, 'dist', file), { force: true });
}

/** Builds; what failed is said in words. Resolves to whether all went well. */
export async function build({ say = console.log, force = false } = {}) {
  const last = lastBuild();
  const { code, fingerprints } = sources();
  const { copied, all } = outputs(code);
  const withAssets = fs.existsSync(join(ROOT, ASSETS)) && (force || last.assets !== fingerprints.assets);
  const steps = { 'Compiling TypeScript': compile(), 'Copying templates and data': (async () => copy(copied))() };
  if (withAssets) steps['Building styles and scripts for the pages'] = run([ASSETS]);
  const results = await Promise.allSettled(Object.values(steps));
  const failed = Object.keys(steps).filter((_, index) => results[index].status === 'rejected');
  for (const [index, step] of Object.keys(steps).entries()) {
    if (results[index].status === 'rejected') say(`${step} failed:\n${results[index].reason.message}`);
  }
  if (failed.length > 0) return false;
  removeLeftovers(last.files, all);
  fs.writeFileSync(STAMP, JSON.stringify({ ...fingerprints, files: all }));
  return true;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const done = await build({ force: process.argv.includes('--force') });
  if (!done) console.error('The build failed: correct what is said above and run it again.');
  process.exitCode = done ? 0 : 1;
}
