import type { Command } from 'commander';
import { variables } from './system.js';
import { table } from './words.js';

/** hra env */
export function env(program: Command): void {
  program
    .command('env')
    .description('print every setting that is in force and where it comes from; secrets are masked')
    .action(async () => {
      const { describeEnvironment, readEnvironment } = await import('#platform');
      const given = await variables();
      const rows = describeEnvironment(given).map(({ name, value, origin, purpose }) => [
        name,
        value ?? '-',
        origin,
        purpose,
      ]);
      console.log(table(rows));
      readEnvironment(given);
    });
}
