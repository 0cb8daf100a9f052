// A process of its own that takes a job and never ends it, so that a test can kill it in the middle.
import { fromSource } from './run-from-source.mjs';

const [databaseUrl, redisUrl, name, lockMs] = process.argv.slice(2);
await fromSource(async () => {
  const { openQueues } = await import('../../libs/platform/src/index.ts');
  const queues = await openQueues({ databaseUrl, redisUrl: redisUrl || undefined, onError: console.error });
  const never = () => {
    process.send('taken');
    return new Promise(() => {});
  };
  queues.worker(name, never, { lockMs: Number(lockMs) });
});
