// A process that owns one thing, for the tests that kill owners: tells its parent what it owns, then stays.
// usage: owner.mjs postgres <data folder> | owner.mjs child <script> <log file>
import { fromSource } from '../support/run-from-source.mjs';

const [kind, path, logFile] = process.argv.slice(2);

const own = {
  async postgres() {
    const { startPostgres } = await import('../../libs/platform/src/embedded-postgres.ts');
    const server = await startPostgres({ dataDir: path, testMode: true });
    return { pid: server.pid, url: server.url('postgres') };
  },
  async child() {
    const { startChild } = await import('../../apps/local/src/child-process.ts');
    await startChild({ script: path, environment: process.env, logFile }, new AbortController().signal);
    return {};
  },
};

process.send(await fromSource(own[kind]));
