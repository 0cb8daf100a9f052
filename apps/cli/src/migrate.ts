import type { Command } from 'commander';
import { settings } from './system.js';

/** hra migrate */
export function migrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to this release: tables, reference data, queues; with DEMO=1 the demonstration')
    .action(async () => {
      const { databaseUrl, demo, redisUrl } = await settings();
      const { prepareDatabase } = await import('#casework');
      const { migrateQueues } = await import('#platform');
      await prepareDatabase(databaseUrl, { demo, log: console.log });
      if (!redisUrl) await migrateQueues(databaseUrl);
      console.log('The database is up to date.');
    });
}
