import { chmodSync, mkdirSync } from 'node:fs';
import { forgetRunningEnvironment, noteRunningEnvironment } from '#platform';
import { announcePeople, announceReady } from './announcement.js';
import { loadCasework } from './casework.js';
import { Launcher } from './local-system.js';
import { settle } from './settings.js';
import { Supervisor } from './supervisor.js';

/** How soon a second Ctrl-C may be the same one, which npm passes on besides the terminal. */
const ECHO_MS = 1_000;

const started = Number(process.env.HRA_STARTED) || Date.now();

function seconds(): number {
  return (Date.now() - started) / 1_000;
}

function say(line: string): void {
  console.log(`${seconds().toFixed(1).padStart(6)} s  ${line}`);
}

let endingSince: number | undefined;

/** Stops everything, once, and leaves; asked again after a moment, it leaves at once. */
async function end(code: number, sentence: string): Promise<void> {
  if (endingSince !== undefined) {
    if (performance.now() - endingSince > ECHO_MS && code === 0) process.exit(1);
    return;
  }
  endingSince = performance.now();
  say(sentence);
  forgetRunningEnvironment();
  await supervisor.stop();
  say('Everything is stopped. "npm start" begins again with all data.');
  process.exit(code);
}

const supervisor = new Supervisor(say, (sentence) => void end(1, `${sentence}\nStopping everything else`));

async function main(): Promise<void> {
  const settings = await settle(process.env, say);
  // Others may pass through (PostgreSQL may have to run as another user) but see nothing.
  mkdirSync(settings.local, { recursive: true });
  chmodSync(settings.local, 0o711);
  const { environment, inboxUrl } = await new Launcher(settings, supervisor, say).start();
  if (endingSince !== undefined) return;
  noteRunningEnvironment({ ...environment, ...(inboxUrl ? { INBOX_URL: inboxUrl } : {}) });
  const { BASE_URL: webUrl, DATABASE_URL: databaseUrl } = environment;
  console.log(announceReady({ seconds: seconds(), webUrl, inboxUrl }));
  const { demonstrationPeople } = await loadCasework();
  console.log(announcePeople(webUrl, await demonstrationPeople(databaseUrl)));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0, 'Stopping'));
// The process that "npm start" runs is gone: nobody could stop this one any more.
process.on('disconnect', () => void end(0, 'Stopping: "npm start" has gone'));
// A closed terminal or pipe must not keep the parts from being stopped in order.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Several failed attempts to connect come as one error without words of its own. */
function reasonOf(error: Error & { code?: string }): string {
  return error.message || error.code || error.name;
}

main().catch((error: Error) => end(1, `The system could not be started. ${reasonOf(error)}`));
