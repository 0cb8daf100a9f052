import type { Command } from 'commander';
import { Failed } from './failure.js';
import { withSystem, type System } from './system.js';

const DAY = 86_400_000;
const UNITS: Record<string, number> = { h: DAY / 24, d: DAY, w: 7 * DAY };

type Move = { by: number } | { to: number } | 'reset';

/** How the clock is to be moved: by hours, days or weeks, to nine in the morning of a day, or back to the real time. */
function move(text: string): Move {
  if (text === 'reset') return 'reset';
  const [, count, unit] = /^\+(\d{1,5})([hdw])$/.exec(text) ?? [];
  if (count && unit) return { by: Number(count) * UNITS[unit]! };
  const at = Date.parse(`${text}T09:00:00Z`);
  // A day that no month has is not the one after it.
  if (/^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text))
    return { to: at };
  throw new Failed(`“${text}” is no time: give +5h, +3d, +2w, a day of this century such as 2027-01-15, or reset.`);
}

const LAST = Date.parse('2100-01-01T00:00:00Z');

/** Moves the clock of every process of the demonstration, and tells what it says now. */
async function moved(wanted: Move, { pool, clock: time, environment }: System): Promise<Date> {
  if (!environment.demo)
    throw new Failed('The clock can be moved in a demonstration only: this system goes by the real time.');
  const { DatabaseClock } = await import('#casework');
  const real = Date.now();
  const goal = wanted === 'reset' ? real : 'by' in wanted ? time.now().getTime() + wanted.by : wanted.to;
  if (goal >= LAST) throw new Failed('The clock cannot be moved beyond the year 2099.');
  await DatabaseClock.move(pool, goal - real, environment.demo);
  return new Date(goal);
}

/** hra clock */
export function clock(program: Command): void {
  program
    .command('clock')
    .description('print the time of the system; in a demonstration, move it')
    .argument('[move]', '+5h, +3d, +2w, 2027-01-15, or reset for the real time')
    .addHelpText('after', '\nSign-ins and tokens go by the real time: no move of this clock ends them.')
    .action(async (text: string | undefined) => {
      const wanted = text === undefined ? null : move(text);
      await withSystem(async (system) => {
        const now = wanted === null ? system.clock.now() : await moved(wanted, system);
        console.log(now.toISOString().replace(/\.\d+Z$/, 'Z'));
      });
    });
}
