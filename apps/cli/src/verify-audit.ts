import type { Command } from 'commander';
import { Failed } from './failure.js';
import { withSystem } from './system.js';
import { counted } from './words.js';

/** What is counted: requests, posts, or both. */
function nounsOf(ref: string | undefined): [one: string, many: string] {
  if (!ref) return ['request or post', 'requests and posts'];
  return ref.startsWith('DEP-') ? ['post', 'posts'] : ['request', 'requests'];
}

/** hra verify-audit */
export function verifyAudit(program: Command): void {
  program
    .command('verify-audit')
    .description('prove the record: every line against its hash, every row against what its record comes to')
    .argument('[ref]', 'one request or post only, such as HRA-2027-001 or DEP-2027-001')
    .action(async (ref: string | undefined) => {
      const { verifyRecord } = await import('#casework');
      const { cases, events, broken } = await withSystem(({ pool }) => verifyRecord(pool, ref ?? null));
      if (ref && cases === 0) throw new Failed(`There is no request or post ${ref}.`);
      for (const { ref: at, seq, problem } of broken) console.error(`${at}, line ${seq}: ${problem}`);
      const looked = `${counted(cases, ...nounsOf(ref))}, ${counted(events, 'line', 'lines')}`;
      const problems = counted(broken.length, 'problem', 'problems');
      if (broken.length) throw new Failed(`The record is broken: ${problems} in ${looked}.`);
      console.log(`The record holds: ${looked}.`);
    });
}
