import type { Command } from 'commander';
import type { importHistory } from '#casework';
import { Failed } from './failure.js';
import { textOf, withSystem } from './system.js';
import { counted } from './words.js';

type Done = Awaited<ReturnType<typeof importHistory>>;

/** hra import presences */
export function importPresences(imports: Command): void {
  imports
    .command('presences')
    .description(
      'take in a list of OHCHR presences (CSV) and record the posts that it tells of; rows that do not fit are named, never dropped in silence',
    )
    .argument('<file>', 'year,region,country_or_post,code,note,source')
    .option('--notes', 'also say what there is to know about rows that were taken')
    .action(async (file: string, { notes }: { notes?: boolean }) => {
      const text = await textOf(file);
      const { importHistory: take } = await import('#casework');
      const done = await withSystem(async ({ dataSource, clock, casework }) => {
        const { reference } = await casework();
        return take(dataSource, clock, reference, text);
      });
      const { imported, rejected } = done;
      if (notes) for (const { line, note } of done.notes) console.log(`Line ${line}: ${note}`);
      console.log(`Taken in: ${counted(imported, 'presence', 'presences')}. Notes: ${done.notes.length}.`);
      sayPosts(done);
      sayContradictions(done);
      for (const { line, reason, row } of rejected) console.error(`Line ${line}: ${reason} ${row.join(',')}`.trim());
      if (rejected.length) console.error(`${counted(rejected.length, 'row does', 'rows do')} not fit.`);
      if (rejected.length && imported === 0) throw new Failed('Nothing was taken in.');
    });
}

function sayPosts({ opened, amended, unchanged, leftAlone }: Done): void {
  console.log(`Posts of the past: ${opened} recorded, ${amended} amended, ${unchanged} as they were.`);
  if (leftAlone.length)
    console.log(`Left as they are, since people have worked on them: ${leftAlone.join(', ')}. Amend them by hand.`);
}

function sayContradictions({ contradictions, open }: Done): void {
  const waiting = contradictions.filter(({ key }) => open.has(key));
  console.log(`Contradictions: ${contradictions.length}, of which ${waiting.length} to be settled.`);
  for (const { post, years, words } of waiting) console.log(`  ${post} ${years.join(', ')}: ${words}`);
}
