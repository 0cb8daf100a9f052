import { describe, expect, it } from '@jest/globals';
import { freePort, startProgram } from '../support/processes.js';

describe('a worker without a database', () => {
  const start = async (url: string): Promise<string> =>
    startProgram('worker', { DATABASE_URL: url, SMTP_URL: 'smtp://127.0.0.1:1', DEMO: '1' }).then(
      () => 'It started.',
      (error: Error) => error.message,
    );

  it('ends with one sentence and a code, and without a trace', async () => {
    const said = await start(`postgres://hra@127.0.0.1:${await freePort()}/hra`);
    expect(said).toContain('The worker cannot start: nothing answers at the address 127.0.0.1:');
    expect(said).toContain('code 1');
    expect(said).not.toMatch(/^\s+at /m);
  });

  it('says that the database is not there', async () => {
    const url = new URL(process.env.TEST_DATABASE_SERVER!);
    url.pathname = 'nothing_of_this_name';
    expect(await start(url.href)).toContain('The worker cannot start: the database does not exist.');
  });
});
