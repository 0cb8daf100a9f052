import { expect, it } from '@jest/globals';
import { useDatabase } from '../support/database.js';
import { usePrograms } from '../support/processes.js';

const db = useDatabase();
const programs = usePrograms();

it('the web says when it is ready, ends when it is told to, and starts again after it was killed', async () => {
  const environment = { DATABASE_URL: db.url };
  const first = await programs.start('web', environment);
  expect((await fetch(`${first.url}/health/live`)).status).toBe(200);
  expect(await first.kill()).toBe('SIGKILL');
  const second = await programs.start('web', { ...environment, PORT: new URL(first.url).port });
  expect(second.url).toBe(first.url);
  expect(await second.stop()).toMatch(/^(code 0|SIGTERM)$/);
  await expect(fetch(`${first.url}/health/live`)).rejects.toThrow();
});

it('a program that cannot start says why', async () => {
  await expect(programs.start('web', { DATABASE_URL: 'nonsense' })).rejects.toThrow(/DATABASE_URL/);
});
