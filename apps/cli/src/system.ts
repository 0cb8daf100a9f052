import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Actor } from '#domain';
import type { Casework, People, Person, ReferenceData } from '#casework';
import type { Clock, Environment } from '#platform';
import { Failed } from './failure.js';

/** The system that a command works on. */
export interface System {
  environment: Environment;
  dataSource: DataSource;
  pool: Pool;
  clock: Clock;
  people: People;
  casework(): Promise<{ casework: Casework; reference: ReferenceData }>;
}
type Variables = Record<string, string | undefined>;

/** The environment of the system: that of this process when it names a database, else that of what runs in this clone. */
export async function variables(): Promise<Variables> {
  if (process.env.DATABASE_URL) return process.env;
  const { runningEnvironment } = await import('#platform');
  return { ...process.env, ...runningEnvironment() };
}

/** The settings in force, checked. */
export async function settings(): Promise<Environment> {
  const { readEnvironment } = await import('#platform');
  const given = await variables();
  if (!given.DATABASE_URL)
    throw new Failed('No system is running here. Start it with “npm start” in another window, or set DATABASE_URL.');
  return readEnvironment(given);
}

/** Opens the system for one command, and closes it whatever becomes of it. */
export async function withSystem<T>(work: (system: System) => Promise<T>): Promise<T> {
  const environment = await settings();
  // Loaded only now: help and mistakes in the command itself are answered without it.
  const { Casework, DatabaseClock, openDatabase, People, ReferenceData } = await import('#casework');
  const { pgPool } = await import('#platform');
  const dataSource = await openDatabase(environment.databaseUrl, 2, 'hra');
  try {
    const pool = pgPool(dataSource);
    const clock = await DatabaseClock.open(pool, environment.demo);
    const people = new People(pool, clock);
    const casework = async () => {
      const reference = await new ReferenceData(pool).load(clock.now().toISOString().slice(0, 10));
      return { casework: new Casework(pool, clock, reference), reference };
    };
    try {
      return await work({ environment, dataSource, pool, clock, people, casework });
    } finally {
      await clock.close();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** The person with an address, or the sentence that nobody has it. */
export async function personNamed(email: string, people: People): Promise<Actor & Person> {
  const person = await people.find(email);
  if (!person) throw new Failed(`Nobody here has the address “${email}”. “hra people” lists everybody.`);
  return person;
}

/** The text of a file, or the sentence that it cannot be read. */
export async function textOf(file: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  const { resolve } = await import('node:path');
  // npm goes to the folder of the project first; the file was named from where the person is.
  return readFile(resolve(process.env.INIT_CWD ?? '', file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    const why = { ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read' };
    throw new Failed(`“${file}” cannot be read: ${why[error.code as keyof typeof why] ?? error.message}.`);
  });
}
