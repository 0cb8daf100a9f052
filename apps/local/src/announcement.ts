import type { DemonstrationPerson } from './casework.js';

/** What is told when everything runs. */
export interface Ready {
  seconds: number;
  webUrl: string;
  inboxUrl?: string;
}

const WIDEST = 40;

function shortened(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

function columns(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) => {
    const cells = row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    return `  ${cells.join('   ').trimEnd()}`;
  });
}

function onePerRole(people: readonly DemonstrationPerson[]): DemonstrationPerson[] {
  return people.filter(({ role }, index) => people.findIndex((other) => other.role === role) === index);
}

/** Says that everything runs, after how long, and where to go. */
export function announceReady({ seconds, webUrl, inboxUrl }: Ready): string {
  const addresses = [['Open', webUrl], ...(inboxUrl ? [['Read the mails', inboxUrl]] : [])];
  return ['', `Human Rights Advisers is ready after ${seconds.toFixed(1)} s.`, '', ...columns(addresses), ''].join(
    '\n',
  );
}

/** Names one person of each role to sign in as. */
export function announcePeople(webUrl: string, people: readonly DemonstrationPerson[]): string {
  const shown = onePerRole(people);
  const rest = people.length - shown.length;
  return [
    `Sign in at ${webUrl}/sign-in as any of these, without a password:`,
    '',
    ...columns(shown.map(({ role, name, place, email }) => [role, name, shortened(place), email])),
    ...(rest > 0 ? [`  and ${rest} more in the list there`] : []),
    '',
    'Commands: npm run -s hra -- --help',
    'Ctrl-C stops everything; all data stay for the next start.',
    '',
  ].join('\n');
}
