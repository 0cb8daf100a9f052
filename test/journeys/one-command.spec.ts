import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { projectRoot } from '#platform';
import { useBrowser } from '../support/browser.js';
import { freePort } from '../support/processes.js';
import { choosePerson } from '../support/product.js';
import { ownFolder } from '../local/places.js';

const FIRST_START_MS = 120_000;
/** What a clone has not: packages, and what running and testing leave behind. */
const NOT_IN_A_CLONE = new Set(['node_modules', 'dist', '.local', 'test-results', 'coverage', '.git']);
const READY = /Human Rights Advisers is ready after (\d+\.\d) s\./;

const browser = useBrowser();
const clone = join(ownFolder('one-command'), 'clone');
let port: number;
let running: Started | undefined;

interface Started {
  child: ChildProcess;
  said(): string;
  exited: Promise<number | null>;
}

beforeAll(async () => {
  const root = projectRoot();
  const filter = (path: string) => !NOT_IN_A_CLONE.has(relative(root, path).split(sep)[0]!);
  cpSync(root, clone, { recursive: true, filter });
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  port = await freePort();
});
afterAll(() => {
  running?.child.kill('SIGKILL');
});

/** Types the one command, and reads what it says until it is ready or over. */
async function starts(): Promise<Started> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn('node', ['bin/start.mjs'], { cwd: clone, env: { PATH, HOME, TMPDIR, PORT: String(port) } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  running = { child, said: () => said, exited };
  const over = exited.then((code) => Promise.reject(new Error(`It ended with code ${code}:\n${said}`)));
  over.catch(() => undefined);
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', () => /Ctrl-C stops everything/.test(said) && resolve());
  });
  await Promise.race([ready, over]);
  return running;
}

/** Everything that a process has started, and what that has started; known where there is /proc. */
function startedBy(pid: number): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const below = (one: number): number[] =>
    parents.flatMap(([child, parent]) => (parent === one ? [child, ...below(child)] : []));
  return below(pid);
}

function parentOf(pid: string): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[1]);
  } catch {
    return 0;
  }
}

const address = (said: string, what: string): string => new RegExp(`${what} +(http://\\S+)`).exec(said)![1]!;

it(
  'installs nothing that is there, builds, starts everything, and says where to go and whom to sign in as',
  async () => {
    const { said } = await starts();
    expect(said()).toMatch(READY);
    expect(said()).toContain('Building');
    expect(address(said(), 'Open')).toBe(`http://127.0.0.1:${port}`);
    expect(said()).toMatch(/Resident Coordinator {2,}Thandeka Nkwanyana-Rolfsen .*Tanzania/);
  },
  FIRST_START_MS,
);

it('people sign in, find the request of Tanzania, and read mails', async () => {
  const said = running!.said();
  const page = await browser.visit();
  await page.goto(`${address(said, 'Open')}/sign-in`);
  await choosePerson(page, 'rc-tza');
  await page.getByText('United Republic of Tanzania').first().waitFor();
  await page.goto(address(said, 'Read the mails'));
  await page.getByRole('heading', { level: 1, name: 'Mails' }).waitFor();
});

it('Ctrl-C ends everything', async () => {
  const { child, exited, said } = running!;
  const parts = startedBy(child.pid!);
  if (existsSync('/proc/self/stat')) expect(parts.length).toBeGreaterThanOrEqual(5);
  child.kill('SIGINT');
  expect(await exited).toBe(0);
  await expect(fetch(address(said(), 'Open'))).rejects.toThrow();
  await expect(fetch(address(said(), 'Read the mails'))).rejects.toThrow();
  expect(existsSync(join(clone, '.local', 'start.json'))).toBe(false);
  expect(parts.filter((pid) => existsSync(`/proc/${pid}/stat`))).toEqual([]);
});

it('the second start builds nothing, says how long it took, and has everything that was there', async () => {
  const { said, child, exited } = await starts();
  expect(said()).toMatch(READY);
  expect(said()).not.toContain('Building');
  const page = await browser.visit();
  await page.goto(`${address(said(), 'Open')}/sign-in`);
  await choosePerson(page, 'rc-tza');
  await page.getByText('United Republic of Tanzania').first().waitFor();
  child.kill('SIGINT');
  expect(await exited).toBe(0);
});
