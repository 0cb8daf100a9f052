import { expect, it } from '@jest/globals';
import { Loop } from './loop.js';

const HOUR = 3_600_000;

/** Work that begins when the loop wants it and is over when the test says so. */
function work() {
  const begun: (() => void)[] = [];
  let waiting: (() => void) | undefined;
  return {
    begin: () =>
      new Promise<void>((end) => {
        begun.push(end);
        waiting?.();
      }),
    /** The piece with this number has begun. */
    async has(number: number): Promise<void> {
      while (begun.length < number) await new Promise<void>((resolve) => (waiting = resolve));
    },
    end: (number: number): void => begun[number - 1]!(),
    count: () => begun.length,
  };
}

it('does its work one at a time, and once more when woken meanwhile', async () => {
  const { begin, has, end, count } = work();
  const loop = new Loop(begin, HOUR, () => undefined);
  for (let i = 0; i < 5; i += 1) loop.wake();
  await has(1);
  expect(count()).toBe(1);
  end(1);
  await has(2);
  end(2);
  await loop.stop();
  expect(count()).toBe(2);
});

it('goes on after a failure, and ends when it is stopped', async () => {
  const { begin, has, end, count } = work();
  const errors: string[] = [];
  const failing = async (): Promise<void> => {
    await begin();
    throw new Error(`turn ${count()}`);
  };
  const loop = new Loop(failing, 1, (error) => errors.push(error.message));
  loop.wake();
  for (const turn of [1, 2, 3]) {
    await has(turn);
    if (turn < 3) end(turn);
  }
  const stopped = loop.stop();
  end(3);
  await stopped;
  expect(errors).toEqual(['turn 1', 'turn 2', 'turn 3']);
  loop.wake();
  expect(count()).toBe(3);
});
