// npm test: everything, on a machine that has nothing but Node and npm.
// usage: node bin/test.mjs [paths or options for Jest]   (with arguments: only the build and those specs)
import { execFileSync, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, needsInstall } from './install.mjs';
import { node24 } from './node24.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(ROOT);

/** Runs one part; of parts that run side by side each says what it has to say when it is over, in one piece. */
function run(name, args, { beside = false } = {}) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(node24(), args, { stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
    const said = [];
    for (const stream of beside ? [child.stdout, child.stderr] : []) stream.on('data', (piece) => said.push(piece));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      resolve(code === 0);
    });
  });
}

/** What the tests draw by: a number from the commit, so that what is green stays green, and what is red can be looked at. */
function seedOfCommit() {
  try {
    const tree = execFileSync('git', ['rev-parse', 'HEAD^{tree}'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return [`--seed=${parseInt(tree.slice(0, 7), 16)}`];
  } catch {
    return []; // No commit to go by: Jest draws one, and a failure names it.
  }
}

const chosen = process.argv.slice(2);
const jest = [
  // Each spec file fills and leaves a world of its own: with more room for what is young, much less is moved about.
  '--max-semi-space-size=64',
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
  ...(chosen.some((option) => option.startsWith('--seed')) ? [] : seedOfCommit()),
  ...chosen,
];
const checks = [
  ['types', ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.json', '--noEmit']],
  [
    'lint',
    [
      'node_modules/oxlint/bin/oxlint',
      '-c',
      'oxlintrc.json',
      '--type-aware',
      'apps',
      'libs',
      'migrations',
      'test',
      'bench',
    ],
  ],
  [
    'imports',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
      'apps',
      'libs',
      'migrations',
      'test',
      'bench',
      '--config',
      '.dependency-cruiser.cjs',
    ],
  ],
  ['dead code', ['node_modules/knip/bin/knip.js']],
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
];

const trouble = needsInstall() ? await install() : undefined;
if (trouble) {
  console.error(`The packages could not be installed:\n${trouble}`);
  process.exit(1);
}
const results = [await run('build', ['bin/build.mjs'])];
if (chosen.length === 0)
  results.push(...(await Promise.all(checks.map(([name, args]) => run(name, args, { beside: true })))));
// Jest closes the output: its last lines say what passed and what was skipped, by name.
if (results[0]) results.push(await run('tests', jest));
process.exit(results.every(Boolean) ? 0 : 1);
