import { Command, CommanderError } from 'commander';
import { clock } from './clock.js';
import { env } from './env.js';
import { sentenceOf } from './failure.js';
import { importPresences } from './import-presences.js';
import { importRequest } from './import-request.js';
import { migrate } from './migrate.js';
import { people } from './people.js';
import { playSample } from './play.js';
import { token } from './token.js';
import { verifyAudit } from './verify-audit.js';

const program = new Command('hra')
  .description('Works on the Human Rights Advisers system that runs here, or on the one of DATABASE_URL.')
  .showHelpAfterError('“hra --help” tells what there is.')
  .exitOverride();
people(program);
token(program);
clock(program);
const imports = program.command('import').description('take in data from a file');
importPresences(imports);
importRequest(imports);
verifyAudit(program);
playSample(program);
env(program);
migrate(program);

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what it had to say, and help is no failure.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 1;
  else {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}
