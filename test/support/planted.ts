import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { projectRoot } from '#platform';

const root = projectRoot();
/** Packages that planted imports name; what is in them does not matter. */
const PACKAGES = [
  'xstate',
  'fraction.js',
  'typeorm',
  'pg',
  'bullmq',
  'ioredis',
  'nodemailer',
  'fastify',
  '@nestjs/common',
  '@nestjs/typeorm',
  'csv-parse',
  'jest',
];
const DEVELOPMENT = ['jest'];

export interface Breach {
  rule: string;
  from: string;
}

function write(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
function cruise(cwd: string, folders: string[]): Breach[] {
  const args = [cruiser, ...folders, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser failed: ${run.stderr}${run.stdout}`);
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

/** What dependency-cruiser has against the project as it stands. */
export const breachesOfProject = (): Breach[] => cruise(root, ['apps', 'libs', 'migrations', 'test', 'bench']);

/** What it has against a small project with our rules and these files. */
export function breachesOf(files: Record<string, string>): Breach[] {
  const folder = mkdtempSync(join(tmpdir(), 'hra-planted-'));
  try {
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(join(root, file), join(folder, file));
    const { imports } = JSON.parse(JSON.stringify(MANIFEST)) as typeof MANIFEST;
    const named = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']));
    const dependencies = named(PACKAGES.filter((name) => !DEVELOPMENT.includes(name)));
    write(folder, {
      'package.json': JSON.stringify({ type: 'module', imports, dependencies, devDependencies: named(DEVELOPMENT) }),
      ...Object.fromEntries(
        PACKAGES.flatMap((name) => [
          [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
          [`node_modules/${name}/index.js`, 'module.exports = {};'],
        ]),
      ),
      ...Object.fromEntries(
        ['domain', 'casework', 'platform'].map((lib) => [`libs/${lib}/src/index.ts`, 'export const door = 1;']),
      ),
      ...files,
    });
    return cruise(
      folder,
      ['apps', 'libs', 'migrations'].filter((name) =>
        Object.keys(files)
          .concat('libs/')
          .some((f) => f.startsWith(`${name}/`)),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MANIFEST = {
  imports: Object.fromEntries(
    ['domain', 'casework', 'platform'].map((lib) => [
      `#${lib}`,
      { source: `./libs/${lib}/src/index.ts`, default: `./dist/libs/${lib}/src/index.js` },
    ]),
  ),
};
