import type { Command } from 'commander';
import { Failed } from './failure.js';
import { personNamed, withSystem } from './system.js';

const DAY = 86_400_000;
const LONGEST = 366;

function days(text: string): number {
  const number = Number(text);
  if (/^\d{1,3}$/.test(text) && number >= 1 && number <= LONGEST) return number;
  throw new Failed(`--days has to be a whole number from 1 to ${LONGEST}.`);
}

interface Wanted {
  days: number;
  label: string;
  read?: boolean;
}

async function grant(email: string, wanted: Wanted): Promise<void> {
  const { hashToken, newToken } = await import('#platform');
  const token = newToken();
  await withSystem(async ({ people }) => {
    const person = await personNamed(email, people);
    await people.grant(hashToken(token), person.id, {
      kind: 'token',
      label: wanted.label,
      scopes: [wanted.read ? 'read' : 'everything'],
      validForMs: wanted.days * DAY,
    });
  });
  // Nothing else on this stream: scripts take it as it is.
  console.log(token);
}

async function revoke(token: string): Promise<void> {
  const { hashToken } = await import('#platform');
  await withSystem(async ({ people }) => {
    const hash = hashToken(token);
    const known = await people.byCredential(hash);
    if (!known || 'expired' in known)
      throw new Failed('This token is not known here or opens nothing any more; it may have been taken back already.');
    await people.revoke(hash);
  });
  console.log('The token is taken back: it opens nothing any more.');
}

/** hra token */
export function token(program: Command): void {
  const command = program
    .command('token')
    .description('make a personal token for the JSON API and print it; only its hash is kept')
    .argument('<email>', 'whose token it is')
    .option('--days <number>', 'how many days it is valid', days, 30)
    .option('--label <text>', 'what it is for', 'Made with hra token')
    .option('--read', 'a token that may read and change nothing')
    .action(grant);
  command
    .command('revoke')
    .description('take a token back')
    .argument('<token>', 'the token, as it was printed')
    .action(revoke);
}
