import { expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Loop } from './loop.js';

const HOUR = 3_600_000;

it('does its work one at a time, and once more when woken meanwhile', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const loop = new Loop(
    async () => {
      most = Math.max(most, (running += 1));
      await sleep(5);
      running -= 1;
      done += 1;
    },
    HOUR,
    () => undefined,
  );
  for (let i = 0; i < 5; i += 1) loop.wake();
  await sleep(40);
  expect([most, done]).toEqual([1, 2]);
  await loop.stop();
});

it('goes on after a failure, and ends when it is stopped', async () => {
  const errors: string[] = [];
  let turns = 0;
  const loop = new Loop(
    async () => {
      turns += 1;
      throw new Error(`turn ${turns}`);
    },
    5,
    (error) => errors.push(error.message),
  );
  loop.wake();
  await sleep(60);
  await loop.stop();
  const before = turns;
  expect(before).toBeGreaterThan(1);
  expect(errors).toHaveLength(before);
  await sleep(20);
  loop.wake();
  expect(turns).toBe(before);
});
