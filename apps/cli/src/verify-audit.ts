import type { Command } from 'commander';
import { Failed } from './failure.js';
import { withSystem } from './system.js';
import { counted } from './words.js';

/** hra verify-audit */
export function verifyAudit(program: Command): void {
  program
    .command('verify-audit')
    .description('prove the record: every line against its hash, every row against what its record comes to')
    .argument('[ref]', 'one request only, such as HRA-2027-001')
    .action(async (ref: string | undefined) => {
      const { verifyRecord } = await import('#casework');
      const { cases, events, broken } = await withSystem(({ pool }) => verifyRecord(pool, ref ?? null));
      if (ref && cases === 0) throw new Failed(`There is no request ${ref}.`);
      for (const { ref: at, seq, problem } of broken) console.error(`${at}, line ${seq}: ${problem}`);
      const looked = `${counted(cases, 'request', 'requests')}, ${counted(events, 'line', 'lines')}`;
      const problems = counted(broken.length, 'problem', 'problems');
      if (broken.length) throw new Failed(`The record is broken: ${problems} in ${looked}.`);
      console.log(`The record holds: ${looked}.`);
    });
}
