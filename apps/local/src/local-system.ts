import { join } from 'node:path';
import { startPostgres } from '#platform';
import { startChild } from './child-process.js';
import { Preparation } from './preparation.js';
import { environmentFor, type Settings, type SystemEnvironment } from './settings.js';
import type { Part, Supervisor } from './supervisor.js';

/** The system once it runs: what its parts were told. */
export interface LocalSystem {
  environment: SystemEnvironment;
  inboxUrl?: string;
}

const DATABASE = 'hra';

/** Starts the parts in the order in which they need each other; the supervisor stops them in the opposite one. */
export class Launcher {
  constructor(
    private readonly settings: Settings,
    private readonly supervisor: Supervisor,
    private readonly say: (line: string) => void,
  ) {}

  /** Starts everything and resolves when all of it is ready. */
  async start(): Promise<LocalSystem> {
    const { ports, given } = this.settings;
    const inboxUrl = given.mail ? undefined : `http://127.0.0.1:${ports.inbox}`;
    const [databaseUrl] = await Promise.all([this.database(), inboxUrl ? this.mailCatcher(inboxUrl) : undefined]);
    const environment = environmentFor(this.settings, databaseUrl);
    await Promise.all([
      this.program('The worker', 'worker/src/main.js', environment),
      this.program('The web server', 'web/src/main.js', environment, `http://127.0.0.1:${ports.web}/health/ready`),
    ]);
    return { environment, inboxUrl };
  }

  /** Resolves to the address of a database that is ready to be used. */
  private async database(): Promise<string> {
    const { local, given } = this.settings;
    const preparation = new Preparation(this.settings);
    if (given.database) {
      this.say('Using the PostgreSQL server of DATABASE_URL');
      await preparation.prepare(given.database, true, this.say);
      return given.database;
    }
    this.say('Starting PostgreSQL');
    let port: number | undefined;
    const postgres = await this.supervisor.run('PostgreSQL', async () => {
      const server = await startPostgres({ dataDir: join(local, 'postgres'), port, log: this.say });
      // The other parts know it by this port: after a restart it must be there again.
      port = server.port;
      return server;
    });
    const isNew = await postgres.createDatabase(DATABASE);
    await preparation.prepare(postgres.url(DATABASE), isNew, this.say);
    return postgres.url(DATABASE);
  }

  private mailCatcher(inboxUrl: string): Promise<Part> {
    const { local, ports } = this.settings;
    const environment = {
      HOST: '127.0.0.1',
      PORT: String(ports.inbox),
      SMTP_PORT: String(ports.smtp),
      MAIL_DIR: join(local, 'mail'),
      REPLY_PORT: String(process.env.INBOUND_SMTP_PORT || ports.inbound),
    };
    return this.program('The mail catcher', 'local/src/mail-catcher/main.js', environment, `${inboxUrl}/health/ready`);
  }

  private program(name: string, script: string, environment: Record<string, string>, readyUrl?: string): Promise<Part> {
    const { root, local } = this.settings;
    const program = {
      script: join(root, 'dist', 'apps', script),
      environment: { ...process.env, ...environment },
      logFile: join(local, 'logs', `${name.replace(/^The /, '').replaceAll(' ', '-')}.log`),
      readyUrl,
    };
    return this.supervisor
      .run(name, (ending) => startChild(program, ending))
      .catch((error: Error) => {
        throw new Error(`${name} ${error.message}`);
      });
  }
}
