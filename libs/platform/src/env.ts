import { address, flag, isLoopback, masked, oneOf, text, wholeNumber, type Variable } from './env-values.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const MEGABYTE = 1024 * 1024;
const SECOND_MS = 1_000;

/** Every environment variable that this system reads: there is no other place where one may be read. */
const VARIABLES = {
  NODE_ENV: oneOf(['development', 'production', 'test'], {
    purpose: 'What kind of running this is',
    fallback: 'development',
  }),
  DEMO: flag({
    purpose: 'Demonstration: people sign in by choosing a person, and the clock can be moved',
    fallback: '0',
  }),
  HOST: text({ purpose: 'The network interface to listen on', fallback: '127.0.0.1' }),
  PORT: wholeNumber(0, 65_535, { purpose: 'The port to listen on; 0 takes a free one', fallback: '3000' }),
  BASE_URL: address(['http', 'https'], { purpose: 'The address under which people reach the pages' }),
  DATABASE_URL: address(['postgres', 'postgresql'], { purpose: 'The PostgreSQL database', secret: 'password' }),
  DATABASE_POOL: wholeNumber(1, 500, { purpose: 'The most database connections one process opens', fallback: '16' }),
  REDIS_URL: address(['redis', 'rediss'], {
    purpose: 'Redis for the job queues; without it they live in the database',
    secret: 'password',
  }),
  SMTP_URL: address(['smtp', 'smtps'], {
    purpose: 'The mail server',
    fallback: 'smtp://127.0.0.1:1025',
    secret: 'password',
  }),
  MAIL_FROM: text({ purpose: 'The sender of every mail', fallback: 'no-reply@localhost' }),
  MAIL_PER_MINUTE: wholeNumber(0, 100_000, {
    purpose: 'The most mails that are handed to the mail server in a minute; 0 sets no limit',
    fallback: '0',
  }),
  MAIL_HOLD_ABOVE: wholeNumber(1, 1_000_000, {
    purpose: 'More mails than this at once wait until an administrator lets them go',
    fallback: '1000',
  }),
  JOB_LEASE_SECONDS: wholeNumber(1, 600, {
    purpose: 'After how many seconds another worker takes up what one that died had in hand',
    fallback: '10',
  }),
  JOB_RETRY_SECONDS: wholeNumber(1, 600, {
    purpose:
      'After how many seconds a mail or a webhook that did not get through is tried again first; each wait doubles',
    fallback: '10',
  }),
  INBOUND_DOMAIN: text({
    purpose: 'The mail domain whose mails reach the listener below: replies and undelivered mails come back to it',
  }),
  INBOUND_SMTP_PORT: wholeNumber(0, 65_535, {
    purpose: 'The port on which the worker takes mails of that domain; 0 takes a free one, without it none are taken',
  }),
  INBOUND_SMTP_HOST: text({ purpose: 'The network interface of that port', fallback: '127.0.0.1' }),
  OIDC_ISSUER: address(['http', 'https'], { purpose: 'The OpenID Connect provider where people sign in' }),
  OIDC_CLIENT_ID: text({ purpose: 'The name of this system at that provider' }),
  OIDC_CLIENT_SECRET: text({ purpose: 'The password of this system at that provider', secret: 'whole' }),
  FILES_DIR: text({ purpose: 'The folder of uploaded files', fallback: '.local/files' }),
  S3_ENDPOINT: address(['http', 'https'], { purpose: 'An S3-compatible store other than Amazon’s own' }),
  S3_REGION: text({ purpose: 'The region of the S3 bucket', fallback: 'us-east-1' }),
  S3_BUCKET: text({ purpose: 'Keeps uploaded files in this S3 bucket instead of a folder' }),
  S3_ACCESS_KEY_ID: text({ purpose: 'The S3 key; without it the usual AWS sources are asked' }),
  S3_SECRET_ACCESS_KEY: text({ purpose: 'The secret of that S3 key', secret: 'whole' }),
  UPLOAD_MAX_MB: wholeNumber(1, 1_024, {
    purpose: 'The largest file that can be uploaded, in megabytes',
    fallback: '5',
  }),
  LOG_LEVEL: oneOf(LOG_LEVELS, { purpose: 'How much is logged', fallback: 'info' }),
  SESSION_HOURS: wholeNumber(1, 720, { purpose: 'How long a sign-in lasts', fallback: '12' }),
} satisfies Record<string, Variable<unknown>>;

type Name = keyof typeof VARIABLES;
type Values = { [N in Name]: ReturnType<(typeof VARIABLES)[N]['read']> | undefined };
type Source = Record<string, string | undefined>;

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret?: string;
}

export interface S3Settings {
  bucket: string;
  region: string;
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string };
}

/** The settings of a process, read once at boot and handed to whatever needs them. */
export interface Environment {
  nodeEnv: 'development' | 'production' | 'test';
  demo: boolean;
  host: string;
  port: number;
  /** Without a slash at the end. */
  baseUrl: string;
  databaseUrl: string;
  databasePool: number;
  redisUrl?: string;
  smtpUrl: string;
  mailFrom: string;
  /** 0 is no limit. */
  mailPerMinute: number;
  mailHoldAbove: number;
  jobLeaseMs: number;
  jobRetryMs: number;
  /** Present when mails can come back; `port` when this process takes them. */
  inbound?: { domain: string; host: string; port?: number };
  oidc?: OidcSettings;
  filesDir: string;
  /** Present when files are kept in S3; `filesDir` is not used then. */
  s3?: S3Settings;
  uploadMaxBytes: number;
  logLevel: (typeof LOG_LEVELS)[number];
  sessionHours: number;
}

/** Thrown at boot when settings are wrong; its message lists every problem in plain sentences. */
export class EnvironmentProblem extends Error {
  override readonly name = 'EnvironmentProblem';

  constructor(readonly problems: readonly string[]) {
    const count = problems.length === 1 ? 'One setting is' : `${problems.length} settings are`;
    super(`${count} wrong in the environment:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** An empty variable counts as not set: that is how Compose files and shells pass on what nobody gave. */
function given(source: Source, name: Name): string | undefined {
  return source[name]?.trim() || undefined;
}

function readValues(source: Source, problems: string[]): Values {
  const names = Object.keys(VARIABLES) as Name[];
  const values = names.map((name) => {
    const variable: Variable<unknown> = VARIABLES[name];
    const value = given(source, name) ?? variable.fallback;
    try {
      return [name, value === undefined ? undefined : variable.read(value)];
    } catch (error) {
      problems.push(`${name} ${(error as Error).message}`);
      return [name, undefined];
    }
  });
  return Object.fromEntries(values) as Values;
}

function inSentence(purpose: string): string {
  return purpose.charAt(0).toLowerCase() + purpose.slice(1);
}

/** What no variable can tell alone. */
function* contradictions(source: Source, values: Values): Generator<string> {
  const has = (name: Name): boolean => given(source, name) !== undefined;
  const production = values.NODE_ENV === 'production';
  if (!has('DATABASE_URL')) yield 'DATABASE_URL is needed: the address of a PostgreSQL database.';
  if (values.DEMO && production) {
    yield 'DEMO cannot be switched on with NODE_ENV=production: anybody could sign in as anybody.';
  }
  if (has('INBOUND_SMTP_PORT') && !has('INBOUND_DOMAIN')) yield 'INBOUND_DOMAIN is needed with INBOUND_SMTP_PORT.';
  if (values.INBOUND_DOMAIN && !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(values.INBOUND_DOMAIN)) {
    yield 'INBOUND_DOMAIN must be a domain such as reply.example.org, without “@”.';
  }
  if (has('OIDC_ISSUER') !== has('OIDC_CLIENT_ID')) yield 'OIDC_ISSUER and OIDC_CLIENT_ID are needed together.';
  if (values.OIDC_ISSUER?.startsWith('http:') && !isLoopback(values.OIDC_ISSUER)) {
    yield 'OIDC_ISSUER must begin with https:// unless it is on this machine.';
  }
  if (has('S3_ACCESS_KEY_ID') !== has('S3_SECRET_ACCESS_KEY')) {
    yield 'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed together.';
  }
  if (has('S3_ENDPOINT') && !has('S3_BUCKET')) yield 'S3_BUCKET is needed with S3_ENDPOINT.';
  if (has('S3_BUCKET') && has('FILES_DIR')) yield 'FILES_DIR and S3_BUCKET exclude each other: set one of them.';
  if (!production) return;
  for (const name of ['BASE_URL', 'SMTP_URL', 'MAIL_FROM', 'OIDC_ISSUER'] as const) {
    if (!has(name)) yield `${name} is needed with NODE_ENV=production: ${inSentence(VARIABLES[name].purpose)}.`;
  }
}

function s3Settings(values: Values): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (!bucket) return undefined;
  return {
    bucket,
    region: values.S3_REGION as string,
    endpoint: values.S3_ENDPOINT,
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  };
}

function oidcSettings(values: Values): OidcSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = values;
  return issuer && clientId ? { issuer, clientId, clientSecret } : undefined;
}

function inboundSettings(values: Values): Environment['inbound'] {
  const { INBOUND_DOMAIN: domain, INBOUND_SMTP_HOST: host, INBOUND_SMTP_PORT: port } = values;
  if (!domain) return undefined;
  return { domain: domain.toLowerCase(), host: host as string, ...(port === undefined ? {} : { port }) };
}

/** Reads and checks all settings at once; throws one EnvironmentProblem that names everything that is wrong. */
export function readEnvironment(source: Source = process.env): Environment {
  const problems: string[] = [];
  const values = readValues(source, problems);
  problems.push(...contradictions(source, values));
  if (problems.length > 0) throw new EnvironmentProblem(problems);
  // No problem was found, so everything that has a fallback or is needed has its value.
  const v = values as { [N in Name]: NonNullable<Values[N]> };
  return {
    nodeEnv: v.NODE_ENV,
    demo: v.DEMO,
    host: v.HOST,
    port: v.PORT,
    baseUrl: (values.BASE_URL ?? `http://${v.HOST.includes(':') ? `[${v.HOST}]` : v.HOST}:${v.PORT}`).replace(
      /\/+$/,
      '',
    ),
    databaseUrl: v.DATABASE_URL,
    databasePool: v.DATABASE_POOL,
    redisUrl: values.REDIS_URL,
    smtpUrl: v.SMTP_URL,
    mailFrom: v.MAIL_FROM,
    mailPerMinute: v.MAIL_PER_MINUTE,
    mailHoldAbove: v.MAIL_HOLD_ABOVE,
    jobLeaseMs: v.JOB_LEASE_SECONDS * SECOND_MS,
    jobRetryMs: v.JOB_RETRY_SECONDS * SECOND_MS,
    inbound: inboundSettings(values),
    oidc: oidcSettings(values),
    filesDir: v.FILES_DIR,
    s3: s3Settings(values),
    uploadMaxBytes: v.UPLOAD_MAX_MB * MEGABYTE,
    logLevel: v.LOG_LEVEL,
    sessionHours: v.SESSION_HOURS,
  };
}

export interface VariableDescription {
  name: string;
  purpose: string;
  /** What is in force, with secrets masked; undefined when nothing is. */
  value: string | undefined;
  origin: 'environment' | 'default' | 'not set';
}

/** Describes every variable and what is in force for it, fit to be printed: secrets are masked. */
export function describeEnvironment(source: Source = process.env): VariableDescription[] {
  return (Object.keys(VARIABLES) as Name[]).map((name) => {
    const { purpose, fallback, secret }: Variable<unknown> = VARIABLES[name];
    const own = given(source, name);
    const value = own ?? fallback;
    const origin = own !== undefined ? 'environment' : fallback !== undefined ? 'default' : 'not set';
    return { name, purpose, value: value === undefined ? undefined : masked(value, secret), origin };
  });
}
