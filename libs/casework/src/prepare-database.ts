import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readdirSync } from 'node:fs';
import { DataSource } from 'typeorm';
import type { Pool } from 'pg';
import { besideCode, databaseOptions, pgPool, projectRoot } from '#platform';
import { DEFAULT_CLOCKS, ROLES, type Role } from '#domain';
import { CASEWORK_ENTITIES } from './entities/entities.js';
import { FIRST_FRAMEWORKS } from './default-framework.js';
import { FIRST_EXAMPLES } from './calibration/first-examples.js';
import { FIRST_PUBLISHER } from './first-publisher.js';
import { seedDemonstrationCases, shiftOfDelegations } from './demonstration/seed-cases.js';
import { publishForSuccessions } from './demonstration/two-approvers.js';
import { seedPeople } from './demonstration/seed-people.js';
import { loadFirstLetters } from './letters/letter-templates.js';
import { QUESTIONNAIRE, ReferenceData } from './reference-data.js';
import { importHistory, importPresences } from './reference/import-presences.js';
import { loadHolidays } from './reference/holidays.js';
import { loadReferenceData } from './reference/load-reference.js';
import { loadFirstTerms } from './terms/publish-terms.js';

export interface PrepareOptions {
  /** `true`: people and cases of the demonstration; `people`: people only. */
  demo: boolean | 'people';
  /** Without them every day of a week that is worked is a working day, so that the days of tests can be counted. */
  holidays?: boolean;
  log?: (line: string) => void;
}

/** Opens the data source of the product; the migrations are those beside the running code. */
export async function openDatabase(url: string, poolSize = 10, applicationName = 'hra'): Promise<DataSource> {
  return new DataSource(
    databaseOptions({ url, poolSize, applicationName, entities: CASEWORK_ENTITIES, migrations: await migrations() }),
  ).initialize();
}

async function migrations() {
  const here = besideCode('migrations');
  const files = readdirSync(here).filter((f) => /^\d+.*\.(js|ts)$/.test(f) && !f.endsWith('.d.ts'));
  const modules = await Promise.all(
    files.map((f) => import(pathToFileURL(join(here, f)).href) as Promise<Record<string, new () => never>>),
  );
  return modules.flatMap((m) => Object.values(m));
}

async function loadFirstExamples(pool: Pool, at: Date, by: string): Promise<void> {
  const text = `INSERT INTO worked_example (id, content, written_by, written_at)
    SELECT x.id, x.content, $2, $3 FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, content jsonb) WHERE NOT EXISTS (SELECT FROM worked_example)`;
  await pool.query(text, [JSON.stringify(FIRST_EXAMPLES), by, at]);
}

async function firstSettings(pool: Pool, at: Date): Promise<void> {
  const by = FIRST_PUBLISHER;
  await pool.query(
    `INSERT INTO framework (version, name, applies_to, definition, published_at, published_by)
     SELECT x.version, x.name, x."appliesTo", x.definition, $2, $3 FROM jsonb_to_recordset($1::jsonb) AS x(version integer, name text, "appliesTo" text, definition jsonb)
     WHERE NOT EXISTS (SELECT FROM framework)`,
    [
      JSON.stringify(
        FIRST_FRAMEWORKS.map(({ version, name, appliesTo, ...definition }) => ({
          version,
          name,
          appliesTo,
          definition,
        })),
      ),
      at,
      by,
    ],
  );
  await pool.query(
    'INSERT INTO setting (version, clocks, set_at, set_by) VALUES (1, $1, $2, $3) ON CONFLICT DO NOTHING',
    [JSON.stringify(DEFAULT_CLOCKS), at, by],
  );
  await pool.query('INSERT INTO questionnaire (id, sections, kept_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
    QUESTIONNAIRE.id,
    JSON.stringify(QUESTIONNAIRE.sections),
    at,
  ]);
  await loadFirstTerms(pool, at, by);
  await loadFirstExamples(pool, at, by);
  await loadFirstLetters(pool, at, by);
}

/** Brings a database up to this release: migrations, reference data, first settings, and the demonstration where it is wanted. */
export async function prepareDatabase(
  url: string,
  { demo, holidays = true, log = () => undefined }: PrepareOptions,
): Promise<void> {
  const dataSource = await openDatabase(url, 4, 'hra prepare');
  try {
    const ran = await dataSource.runMigrations();
    if (ran.length) log(`Migrated the database (${ran.length} ${ran.length === 1 ? 'step' : 'steps'})`);
    const pool = pgPool(dataSource);
    const now = new Date();
    await loadReferenceData(dataSource.manager);
    await firstSettings(pool, now);
    const loaded = holidays ? await loadHolidays(pool, now) : 0;
    if (loaded) log(`Loaded ${loaded} holidays of duty stations`);
    if (demo) await prepareDemonstration(dataSource, pool, now, demo, log);
  } finally {
    await dataSource.destroy();
  }
}

const listOfPresences = (): string =>
  readFileSync(join(projectRoot(), 'libs/casework/data/hra-presences-2010-2016.csv'), 'utf8');

async function prepareDemonstration(
  dataSource: DataSource,
  pool: Pool,
  now: Date,
  demo: true | 'people',
  log: (line: string) => void,
): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const reference = await new ReferenceData(pool).load(today);
  await seedPeople(pool, now, demo === 'people' ? undefined : shiftOfDelegations(reference, today));
  const { rows } = await pool.query<{ empty: boolean; posts: boolean }>(
    'SELECT NOT EXISTS (SELECT FROM request) AS empty, NOT EXISTS (SELECT FROM presence_post) AS posts',
  );
  if (demo === 'people') return void (await importPresences(dataSource.manager, listOfPresences()));
  if (rows[0]!.empty) {
    await publishForSuccessions(pool, now);
    await reference.load(today);
    await seedDemonstrationCases(pool, reference, today);
    log('Loaded the demonstration: six requests, fifteen posts and the people around them');
  }
  if (!rows[0]!.posts) return;
  const { opened } = await importHistory(dataSource, { now: () => now }, reference, listOfPresences());
  log(`Loaded ${opened} posts of the past, from reports of 2010 to 2016`);
}

/** Whom to sign in as, for the end of the start: one line a person. */
export async function demonstrationPeople(
  url: string,
): Promise<{ name: string; role: string; place: string; email: string }[]> {
  const dataSource = await openDatabase(url, 1, 'hra people');
  try {
    const { rows } = await pgPool(dataSource).query<{ name: string; role: Role; place: string | null; email: string }>(
      `SELECT p.name, s.role, p.email,
         (SELECT string_agg(x.name, ', ' ORDER BY x.name) FROM (
            SELECT c.name_en AS name FROM country c WHERE c.code = ANY(s.countries) UNION ALL SELECT g.name_en FROM region g WHERE g.code = ANY(s.regions)
            UNION ALL SELECT d.title FROM deployment d WHERE s.role = 'adviser' AND d.adviser_id = p.id) x) AS place
       FROM person p CROSS JOIN LATERAL (SELECT * FROM assignment a WHERE a.person_id = p.id AND (a.valid_until IS NULL OR a.valid_until >= current_date) ORDER BY a.id LIMIT 1) s
       WHERE p.illustrative ORDER BY NOT ('TZA' = ANY(s.countries) OR 'esa' = ANY(s.regions) OR s.regions || s.countries = '{}'), p.name LIMIT 200`,
    );
    return rows.map(({ role, place, ...r }) => ({ ...r, role: ROLES[role], place: place ?? 'Everywhere' }));
  } finally {
    await dataSource.destroy();
  }
}
