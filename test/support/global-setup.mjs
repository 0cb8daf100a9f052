// Starts one PostgreSQL for the whole run and prepares the database that every spec file gets a copy of.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromSource } from './run-from-source.mjs';

const PREFIX = 'hra-test-';

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs that were killed leave a server and a folder behind; whoever comes next clears them away. */
async function clearAfterTheDead(endOrphan) {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const [pid] = name.slice(PREFIX.length).split('-');
    const folder = join(tmpdir(), name);
    if (!/^\d+$/.test(pid) || lives(Number(pid))) continue;
    try {
      await endOrphan(join(folder, 'data'), () => {});
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Of another user, or still ending: the next run tries again.
    }
  }
}

async function start() {
  const { startPostgres } = await import('../../libs/platform/src/embedded-postgres.ts');
  const { endOrphan } = await import('../../libs/platform/src/embedded-postgres/orphan.ts');
  const { prepareDatabase } = await import('../../libs/casework/src/index.ts');
  await clearAfterTheDead(endOrphan);
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // As root, PostgreSQL runs as another user, who must be able to come in.
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDir: join(folder, 'data'), testMode: true, maxConnections: 200 });
  await server.createDatabase('template_hra');
  await prepareDatabase(server.url('template_hra'), { demo: 'people', holidays: false });
  return { server, folder };
}

export default async function globalSetup() {
  const { server, folder } = await fromSource(start);
  process.env.TEST_DATABASE_SERVER = server.url('postgres');
  const stop = async () => {
    await server.stop();
    for (const path of [folder, server.dataDir]) rmSync(path, { recursive: true, force: true });
  };
  globalThis.stopTestDatabase = stop;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  }
}
