import type { DemonstrationPerson } from './casework.js';

/** What is told when everything runs. */
export interface Announcement {
  seconds: number;
  webUrl: string;
  inboxUrl?: string;
  people: readonly DemonstrationPerson[];
}

function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

function onePerRole(people: readonly DemonstrationPerson[]): DemonstrationPerson[] {
  return people.filter(({ role }, index) => people.findIndex((other) => other.role === role) === index);
}

/** Writes where to go and whom to sign in as. */
export function announce({ seconds, webUrl, inboxUrl, people }: Announcement): string {
  const addresses = [['Open', webUrl], ...(inboxUrl ? [['Read the mails', inboxUrl]] : [])];
  const shown = onePerRole(people);
  const rest = people.length - shown.length;
  return [
    '',
    `Human Rights Advisers is ready after ${seconds.toFixed(1)} s.`,
    '',
    ...columns(addresses).map((line) => `  ${line}`),
    '',
    ...(shown.length > 0 ? [`Sign in at ${webUrl}/sign-in as any of these, without a password:`, ''] : []),
    ...columns(shown.map(({ role, name, place, email }) => [role, name, place, email])).map((line) => `  ${line}`),
    ...(rest > 0 ? [`  and ${rest} more in the list there`] : []),
    '',
    'Commands: npm run -s hra -- --help',
    'Ctrl-C stops everything; all data stay for the next start.',
    '',
  ].join('\n');
}
