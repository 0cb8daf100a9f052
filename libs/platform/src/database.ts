import type pg from 'pg';
import type { DataSource, DataSourceOptions } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

export type DatabaseOptions = Extract<DataSourceOptions, { type: 'postgres' }> & {
  /** Read by Nest's module only: a wrong address is said at once instead of after ten attempts. */
  retryAttempts: number;
};

export interface DatabaseSettings {
  url: string;
  poolSize: number;
  entities?: DataSourceOptions['entities'];
  /** A glob or the classes themselves; nothing runs by itself at boot. */
  migrations?: DataSourceOptions['migrations'];
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  logging?: DataSourceOptions['logging'];
}

const CONNECT_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_DELAY_MS = 10_000;
/** Named statements are planned once for a connection. Left to itself the server plans ours anew each time, for longer than they run. */
const PLANNED_ONCE = '-c plan_cache_mode=force_generic_plan';

/** Builds the options of the one TypeORM data source of a process. */
export function databaseOptions(settings: DatabaseSettings): DatabaseOptions {
  return {
    type: 'postgres',
    url: settings.url,
    poolSize: settings.poolSize,
    entities: settings.entities ?? [],
    migrations: settings.migrations ?? [],
    migrationsTransactionMode: 'each',
    migrationsTableName: 'migration',
    logging: settings.logging ?? false,
    applicationName: settings.applicationName,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    // Identifiers come from PostgreSQL's own uuidv7(), so no extension and no right to create one is needed.
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    synchronize: false,
    retryAttempts: 0,
    extra: { keepAlive: true, keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS, options: PLANNED_ONCE },
  };
}

const outlived = (): void => undefined;
const watched = (client: pg.PoolClient): void => {
  if (!client.listeners('error').includes(outlived)) client.on('error', outlived);
};

/**
 * Lets a process outlive connections that the database closes while somebody holds them and asks nothing: the pool listens
 * only on those that nobody holds. Whatever is asked next of such a connection fails, and says why.
 */
export function outliving(pool: pg.Pool): pg.Pool {
  return pool.listeners('acquire').includes(watched) ? pool : pool.on('acquire', watched);
}

/** Returns the pool that TypeORM itself uses, so that hot paths can run named statements on the same connections. */
export function pgPool(dataSource: DataSource): pg.Pool {
  if (!dataSource.isInitialized) throw new Error('The database connection is not open yet.');
  return outliving((dataSource.driver as PostgresDriver).master as pg.Pool);
}
