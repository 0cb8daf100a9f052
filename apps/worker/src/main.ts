import { startTrouble } from './start-trouble.js';

try {
  await import('./worker.js');
} catch (error) {
  const trouble = startTrouble(error);
  // What nobody can mend from outside is a fault of the program, and its trace is wanted.
  if (!trouble) throw error;
  process.stderr.write(`${trouble}\n`);
  process.exit(1);
}
