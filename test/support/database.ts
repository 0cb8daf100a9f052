import { afterAll, beforeAll } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { Casework, DEMONSTRATION_PEOPLE, openDatabase, People, ReferenceData } from '#casework';
import { pgPool } from '#platform';
import { SYSTEM, type Actor } from '#domain';
import type { Cast, Part } from '../../libs/domain/test/cast.js';
import { TestClock } from './test-clock.js';

/** The demonstration persons who play the parts of a case of Tanzania. */
const PLAYED_BY: Partial<Record<Part, string>> = {
  office: 'rco-tza',
  coordinator: 'rc-tza',
  desk: 'do-esa',
  chair: 'pc-oduya',
  approver: 'ap-masangu',
  amina: 'rv-omeallaigh',
  bruno: 'rv-sarrazin',
  chen: 'rv-eze',
  dina: 'rv-ibanez',
  spare: 'rv-gelovani',
  team: 'rt-esa',
  regionalOffice: 'ro-addis-ababa',
  fund: 'fm-vanderbeke',
  auditor: 'au-petrescu',
  administrator: 'ad-halvorsen',
  officeElsewhere: 'rc-aze',
  deskElsewhere: 'do-eca',
  teamElsewhere: 'rt-eca',
};

/** A database of one spec file with everything that works on it. Ready when the first test begins. */
export class TestDatabase {
  url!: string;
  dataSource!: DataSource;
  pool!: pg.Pool;
  reference!: ReferenceData;
  casework!: Casework;
  people!: People;
  /** The parts of a case of Tanzania, played by demonstration persons. */
  cast!: Cast;

  constructor(readonly clock: TestClock) {}

  /** A demonstration person, by key, with the assignments in force on the day of the clock. */
  async person(key: string): Promise<Actor> {
    const known = DEMONSTRATION_PEOPLE.find((p) => p.key === key);
    const person = known && (await this.people.find(known.email));
    if (!person) throw new Error(`There is no demonstration person “${key}”.`);
    return person;
  }

  async open(url: string): Promise<void> {
    this.url = url;
    this.dataSource = await openDatabase(url, 12, 'spec');
    this.pool = pgPool(this.dataSource);
    this.people = new People(this.pool, this.clock);
  }

  /** Reads what decisions need; a database from the template has it. */
  async furnish(): Promise<void> {
    this.reference = await new ReferenceData(this.pool).load(this.clock.now().toISOString().slice(0, 10));
    this.casework = new Casework(this.pool, this.clock, this.reference);
    const parts = Object.entries(PLAYED_BY).map(async ([part, key]) => [part, await this.person(key)] as const);
    this.cast = { ...(Object.fromEntries(await Promise.all(parts)) as Cast), clock: SYSTEM };
  }
}

/** Runs statements on the server, outside of any database of a spec. */
export async function onServer(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_SERVER });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of another database on the server of the run. */
export function urlOf(name: string): string {
  const url = new URL(process.env.TEST_DATABASE_SERVER!);
  url.pathname = name;
  return url.href;
}

/** Gives a spec file a database of its own: reference data, criteria and the demonstration people, but no case. */
export function useDatabase({ at = '2027-03-01', empty = false } = {}): TestDatabase {
  const clock = new TestClock(new Date());
  clock.set(at);
  const database = new TestDatabase(clock);
  const name = `spec_${randomBytes(6).toString('hex')}`;
  beforeAll(async () => {
    const template = empty ? 'template0' : 'template_hra';
    await onServer(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY wal_log`);
    await database.open(urlOf(name));
    if (!empty) await database.furnish();
  });
  afterAll(async () => {
    await database.dataSource?.destroy();
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return database;
}
