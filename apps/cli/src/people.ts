import type { Command } from 'commander';
import type { Actor, Assignment } from '#domain';
import type { Person } from '#casework';
import { withSystem } from './system.js';
import { table } from './words.js';

const union = (lists: string[][]): string[] => [...new Set(lists.flat())];

function described({ id, email, name, title, language, posts, assignments }: Actor & Person & { posts: string[] }) {
  return {
    id,
    email,
    name,
    title,
    language,
    roles: union(assignments.map((a) => [a.role])),
    regions: union(assignments.map((a) => a.regions)),
    countries: union(assignments.map((a) => a.countries)),
    posts,
    assignments,
  };
}

const place = (a: Assignment, posts: string[]): string =>
  (a.role === 'adviser' ? posts : [...a.countries, ...a.regions]).join(' ') ||
  (a.role === 'adviser' ? 'no post' : 'everywhere');

/** hra people */
export function people(program: Command): void {
  program
    .command('people')
    .description('list everybody with their roles, regions and countries today')
    .option('--json', 'as JSON, for programs')
    .action(async ({ json }: { json?: boolean }) => {
      const everybody = await withSystem((system) => system.people.all(2_000));
      if (json) return console.log(JSON.stringify(everybody.map(described), null, 2));
      const { ROLES } = await import('#domain');
      const rows = everybody.map(({ name, email, posts, assignments }) => [
        name,
        email,
        assignments.map((a) => `${ROLES[a.role]} (${place(a, posts)})`).join(', ') || 'no assignment today',
      ]);
      console.log(table(rows));
    });
}
