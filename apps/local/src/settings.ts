import { join } from 'node:path';
import { describeEnvironment, freePort, projectRoot } from '#platform';

/** Where the system of this clone keeps things and listens, settled once at the start. */
export interface Settings {
  root: string;
  local: string;
  ports: { web: number; inbox: number; smtp: number; inbound: number };
  /** Services that are given from outside are not started here. */
  given: { database?: string; mail?: string };
}

const WANTED = { web: 3000, inbox: 3025, smtp: 3026, inbound: 3027 };
const NAMES = {
  web: 'the web server',
  inbox: 'the mail inbox',
  smtp: 'the mail catcher',
  inbound: 'the door for mails that come in',
};

function wantedPorts(environment: NodeJS.ProcessEnv): Settings['ports'] {
  const web = Number(environment.PORT || WANTED.web);
  if (Number.isInteger(web) && web > 0 && web <= 65_535) return { ...WANTED, web };
  throw new Error(`PORT must be a whole number from 1 to 65535, not ${JSON.stringify(environment.PORT)}.`);
}

async function choosePorts(wanted: Settings['ports'], say: (line: string) => void): Promise<Settings['ports']> {
  const ports = { ...wanted };
  for (const name of ['web', 'inbox', 'smtp', 'inbound'] as const) {
    const others = Object.entries(ports).flatMap(([other, port]) => (other === name ? [] : [port]));
    const near = Array.from({ length: 20 }, (_, index) => wanted[name] + index);
    ports[name] = await freePort(...near.filter((port) => port <= 65_535 && !others.includes(port)));
    if (ports[name] !== wanted[name]) say(`Port ${wanted[name]} is taken: ${NAMES[name]} uses ${ports[name]} instead`);
  }
  return ports;
}

/** Settles folders, ports and what is given from outside; a port that is taken gives another, said in a sentence. */
export async function settle(environment: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Settings> {
  const root = projectRoot();
  const ports = await choosePorts(wantedPorts(environment), say);
  const given = { database: environment.DATABASE_URL || undefined, mail: environment.SMTP_URL || undefined };
  return { root, local: join(root, '.local'), ports, given };
}

/** What the web server, the worker and the command line are told. */
export interface SystemEnvironment extends Record<string, string> {
  BASE_URL: string;
  DATABASE_URL: string;
}

/** What the person who starts has set is passed on, also to commands that are run in another window. */
function setFromOutside(): Record<string, string> {
  const set = describeEnvironment().filter(({ origin }) => origin === 'environment');
  return Object.fromEntries(set.map(({ name }) => [name, process.env[name] as string]));
}

/** The environment of the web server, the worker and the command line. */
export function environmentFor({ local, ports, given }: Settings, databaseUrl: string): SystemEnvironment {
  return {
    ...setFromOutside(),
    DATABASE_URL: databaseUrl,
    SMTP_URL: given.mail ?? `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_FROM: process.env.MAIL_FROM || 'Human Rights Advisers <no-reply@hra.example>',
    BASE_URL: process.env.BASE_URL || `http://127.0.0.1:${ports.web}`,
    // Mails can come back without anything being set up: the inbox page answers them.
    INBOUND_DOMAIN: process.env.INBOUND_DOMAIN || 'reply.hra.example',
    INBOUND_SMTP_PORT: process.env.INBOUND_SMTP_PORT || String(ports.inbound),
    HOST: '127.0.0.1',
    PORT: String(ports.web),
    DEMO: '1',
    // The two kinds of storage exclude each other.
    ...(process.env.S3_BUCKET ? {} : { FILES_DIR: process.env.FILES_DIR || join(local, 'files') }),
  };
}
