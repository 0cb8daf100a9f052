import type { Command } from 'commander';
import { Failed } from './failure.js';
import { textOf, withSystem } from './system.js';
import { counted } from './words.js';

/** hra import presences */
export function importPresences(imports: Command): void {
  imports
    .command('presences')
    .description('take in a list of OHCHR presences (CSV); rows that do not fit are named, never dropped in silence')
    .argument('<file>', 'year,region,country_or_post,code,note,source')
    .option('--notes', 'also say what there is to know about rows that were taken')
    .action(async (file: string, { notes }: { notes?: boolean }) => {
      const text = await textOf(file);
      const { importPresences: take } = await import('#casework');
      const done = await withSystem(({ dataSource }) => take(dataSource.manager, text));
      const { imported, rejected } = done;
      if (notes) for (const { line, note } of done.notes) console.log(`Line ${line}: ${note}`);
      console.log(`Taken in: ${counted(imported, 'presence', 'presences')}. Notes: ${done.notes.length}.`);
      for (const { line, reason, row } of rejected) console.error(`Line ${line}: ${reason} ${row.join(',')}`.trim());
      if (rejected.length) console.error(`${counted(rejected.length, 'row does', 'rows do')} not fit.`);
      if (rejected.length && imported === 0) throw new Failed('Nothing was taken in.');
    });
}
