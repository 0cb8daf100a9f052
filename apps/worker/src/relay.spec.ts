import { describe, expect, it } from '@jest/globals';
import { mailRelay } from './relays.js';

/** A relay whose parts fail when they are told to; what it asked for and what it gave to the queue. */
function aRelay() {
  const fails = { dispatch: 0, unsent: 0, addAll: 0 };
  const asked: number[] = [];
  const given: string[] = [];
  const cut = (part: keyof typeof fails) => {
    if (fails[part] > 0) {
      fails[part] -= 1;
      throw new Error('The connection was cut');
    }
  };
  const relay = mailRelay({
    outbox: {
      dispatch: async () => {
        cut('dispatch');
        return { taken: 0, mails: [], unreached: [] };
      },
    },
    mails: { unrecorded: async () => [] },
    feed: {
      weigh: async () => null,
      next: async () => [],
      unsent: async (age) => {
        asked.push(age);
        cut('unsent');
        return [{ id: 'mail', priority: 1, replays: 0, apart: false }];
      },
    },
    queue: {
      retryFailed: async () => undefined,
      addAll: async (jobs) => {
        cut('addAll');
        given.push(...jobs.map((job) => job.id!));
      },
    },
    onUnreached: async () => undefined,
    onHeld: () => undefined,
    onError: () => undefined,
  });
  /** So many turns, one after the other. */
  const turns = async (n: number): Promise<void> => {
    for (let i = 0; i < n; i += 1) {
      relay.wake();
      await new Promise(setImmediate);
    }
  };
  return { relay, fails, asked, given, turns };
}

describe('the relay', () => {
  it('looks at its start for every mail that has no job, and then for old ones only now and then', async () => {
    const { relay, asked, given, turns } = aRelay();
    await turns(3);
    await relay.stop();
    expect([asked, given]).toEqual([[0], ['mail']]);
  });

  it.each(['dispatch', 'unsent', 'addAll'] as const)(
    'looks for every mail again once %s has failed, until that is done',
    async (part) => {
      const { relay, fails, asked, given, turns } = aRelay();
      await turns(1);
      asked.length = given.length = 0;
      fails.dispatch = 1;
      fails[part] = 2;
      await turns(6);
      await relay.stop();
      expect(asked.at(-1)).toBe(0);
      expect(given).toContain('mail');
    },
  );
});
