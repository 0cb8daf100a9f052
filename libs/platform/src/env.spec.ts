import { describeEnvironment, EnvironmentProblem, readEnvironment } from './env.js';

const DATABASE_URL = 'postgres://app:s3cret@127.0.0.1:5432/app';
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL,
  BASE_URL: 'https://cases.example.org/',
  SMTP_URL: 'smtps://relay.example.org',
  MAIL_FROM: 'no-reply@example.org',
  OIDC_ISSUER: 'https://login.example.org',
  OIDC_CLIENT_ID: 'cases',
};

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems;
    throw error;
  }
  return [];
}

describe('the environment', () => {
  it('needs nothing but a database for development', () => {
    expect(readEnvironment({ DATABASE_URL, PORT: '', REDIS_URL: ' ' })).toEqual({
      nodeEnv: 'development',
      demo: false,
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://127.0.0.1:3000',
      databaseUrl: DATABASE_URL,
      databasePool: 16,
      redisUrl: undefined,
      smtpUrl: 'smtp://127.0.0.1:1025',
      mailFrom: 'no-reply@localhost',
      mailPerMinute: 0,
      mailHoldAbove: 1000,
      jobLeaseMs: 10_000,
      jobRetryMs: 10_000,
      oidc: undefined,
      filesDir: '.local/files',
      s3: undefined,
      uploadMaxBytes: 5 * 1024 * 1024,
      logLevel: 'info',
      sessionHours: 12,
    });
  });

  it('reads a production set', () => {
    const environment = readEnvironment({ ...PRODUCTION, S3_BUCKET: 'files', PORT: '8080', OIDC_CLIENT_SECRET: 'x' });
    expect(environment).toMatchObject({
      baseUrl: 'https://cases.example.org',
      port: 8080,
      oidc: { issuer: 'https://login.example.org', clientId: 'cases', clientSecret: 'x' },
      s3: { bucket: 'files', region: 'us-east-1' },
    });
    expect(environment.s3?.credentials).toBeUndefined();
  });

  it('says everything that is wrong in one message', () => {
    const wrong = {
      PORT: '70000',
      DEMO: 'perhaps',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://u:pw1@h/d',
      OIDC_ISSUER: 'x',
    };
    const problems = problemsOf(wrong);
    expect(problems).toEqual([
      'DEMO must be 1 or 0, not "perhaps".',
      'PORT must be a whole number from 0 to 65535, not "70000".',
      'DATABASE_URL must be an address that begins with postgres:// or postgresql://.',
      'OIDC_ISSUER must be an address that begins with http:// or https://.',
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
      'OIDC_ISSUER and OIDC_CLIENT_ID are needed together.',
    ]);
    const { message } = new EnvironmentProblem(problems);
    expect(message.split('\n')).toHaveLength(7);
    expect(message).not.toContain('pw1');
  });

  it.each([
    [{}, 'DATABASE_URL is needed: the address of a PostgreSQL database.'],
    [
      { ...PRODUCTION, DEMO: '1' },
      'DEMO cannot be switched on with NODE_ENV=production: anybody could sign in as anybody.',
    ],
    [
      { ...PRODUCTION, OIDC_ISSUER: 'http://login.example.org' },
      'OIDC_ISSUER must begin with https:// unless it is on this machine.',
    ],
    [{ DATABASE_URL, S3_ENDPOINT: 'http://127.0.0.1:9000' }, 'S3_BUCKET is needed with S3_ENDPOINT.'],
    [
      { DATABASE_URL, S3_BUCKET: 'a', S3_ACCESS_KEY_ID: 'b' },
      'S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed together.',
    ],
    [{ DATABASE_URL, S3_BUCKET: 'a', FILES_DIR: 'b' }, 'FILES_DIR and S3_BUCKET exclude each other: set one of them.'],
  ])('refuses %j', (source, problem) => {
    expect(problemsOf(source as Record<string, string>)).toEqual([problem]);
  });

  it('leaves nothing to chance in production', () => {
    expect(problemsOf({ NODE_ENV: 'production', DATABASE_URL })).toEqual([
      'BASE_URL is needed with NODE_ENV=production: the address under which people reach the pages.',
      'SMTP_URL is needed with NODE_ENV=production: the mail server.',
      'MAIL_FROM is needed with NODE_ENV=production: the sender of every mail.',
      'OIDC_ISSUER is needed with NODE_ENV=production: the OpenID Connect provider where people sign in.',
    ]);
  });

  it('lets a provider on this machine go without encryption', () => {
    for (const issuer of ['http://127.0.0.1:9000', 'http://localhost:9000', 'http://[::1]:9000']) {
      expect(problemsOf({ DATABASE_URL, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'x' })).toEqual([]);
    }
  });

  it('describes itself without secrets', () => {
    const described = describeEnvironment({ DATABASE_URL, OIDC_CLIENT_SECRET: 'hush', DEMO: '1' });
    const row = (name: string) => described.find((variable) => variable.name === name);
    expect(described).toHaveLength(29);
    expect(row('DATABASE_URL')).toMatchObject({
      value: 'postgres://app:********@127.0.0.1:5432/app',
      origin: 'environment',
    });
    expect(row('OIDC_CLIENT_SECRET')).toMatchObject({ value: '********', origin: 'environment' });
    expect(row('PORT')).toMatchObject({ value: '3000', origin: 'default' });
    expect(row('REDIS_URL')).toMatchObject({ value: undefined, origin: 'not set' });
    expect(JSON.stringify(described)).not.toMatch(/s3cret|hush/);
  });
});
