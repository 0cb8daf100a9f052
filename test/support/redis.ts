import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '#platform';

/** Whether this machine has a Redis server; where it has none, the tests that need one say that they are skipped. */
export const REDIS_INSTALLED = spawnSync('redis-server', ['--version']).status === 0;

const START_MS = 10_000;

/** A Redis server of one spec file, which keeps nothing on disk. */
export class RedisServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<RedisServer> {
    const port = await freePort();
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', settings, { stdio: 'ignore' });
    const server = new RedisServer(child, `redis://127.0.0.1:${port}`);
    await server.answers();
    return server;
  }

  private async answers(): Promise<void> {
    const client = new Redis(this.url, { lazyConnect: true, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    const late = sleep(START_MS, undefined, { ref: false }).then(() =>
      Promise.reject(new Error('Redis did not start.')),
    );
    try {
      await Promise.race([client.ping(), late]);
    } finally {
      client.disconnect();
    }
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
