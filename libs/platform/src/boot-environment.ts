import { EnvironmentProblem, readEnvironment, type Environment } from './env.js';

/** Reads the settings at boot; wrong ones are said in sentences, without a trace, and the process ends. */
export function bootEnvironment(): Environment {
  try {
    return readEnvironment();
  } catch (error) {
    if (!(error instanceof EnvironmentProblem)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
