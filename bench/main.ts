import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, prepareDatabase, ReferenceData } from '#casework';
import { pgPool, startPostgres } from '#platform';
import { measureDelivery } from './delivery.js';
import { measureDeployments } from './deployments.js';
import { measureLists } from './reading.js';
import { head, line, share } from './report.js';
import { seed } from './seed.js';
import { measureWeb } from './web.js';
import { measureHot, measureWritePath, Waiting } from './write-path.js';

// npm run bench [-- --rows 100000] [-- --million] [-- --seconds 5] [-- --posts] [-- --delivery]
const option = (name: string, fallback: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? Number(process.argv[at + 1]) : fallback;
};
const deliveryAlone = process.argv.includes('--delivery');
const seconds = option('seconds', 5);
const sizes = process.argv.includes('--posts')
  ? []
  : [option('rows', 100_000), ...(process.argv.includes('--million') ? [1_000_000] : [])];

const folder = mkdtempSync(join(tmpdir(), 'hra-bench-'));
// Durable commits, as in production: what is not safe on disk is not done.
const server = await startPostgres({ dataDir: folder, maxConnections: 80, log: () => undefined });
let lists: Record<string, number> | undefined;
try {
  for (const rows of sizes) {
    const name = `bench_${rows}`;
    await server.createDatabase(name);
    await prepareDatabase(server.url(name), { demo: 'people', holidays: false });
    const dataSource = await openDatabase(server.url(name), 20, 'hra bench');
    const pool = pgPool(dataSource);
    const reference = await new ReferenceData(pool).load(new Date().toISOString().slice(0, 10));
    await seed(pool, reference, rows);
    head(`${rows.toLocaleString('en')} requests, ${seconds} s a figure, PostgreSQL and client on this machine`);
    const waiting = new Waiting(pool);
    await waiting.fill();
    if (deliveryAlone) {
      await measureDelivery(server.url(name), pool, reference, waiting);
      await dataSource.destroy();
      continue;
    }
    const { bare } = await measureWritePath(pool, reference, waiting, seconds);
    await measureHot(pool);
    await measureDelivery(server.url(name), pool, reference, waiting);
    const rates = await measureLists(pool, seconds);
    for (const [what, now] of Object.entries(rates))
      if (lists?.[what]) line('5', `${what}: rate kept at this size`, '', '', share(now, lists[what]), 'at least 90 %');
    lists = rates;
    await measureWeb(server.url(name), pool, waiting, bare, seconds);
    await dataSource.destroy();
  }
  if (!deliveryAlone) await measureDeployments(server, seconds);
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
