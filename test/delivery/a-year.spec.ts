import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { useDatabase } from '../support/database.js';
import { useMailbox } from '../support/mailbox.js';
import { usePrograms } from '../support/processes.js';
import { REDIS_INSTALLED, RedisServer } from '../support/redis.js';
import { SOON } from '../support/worker.js';
import { allLives, foretold, KILLS, Year } from './year/a-year.js';
import { twoPlaces } from './year/places.js';

const A_YEAR_MS = 600_000;

/** The notices of a year are those that its stories say, whichever backend the queue has. */
function aYear(redis: () => string | undefined): void {
  const db = useDatabase({ at: '2027-01-04' });
  const post = useMailbox();
  const programs = usePrograms();
  const startWorker = () => {
    const redisUrl = redis();
    return programs.start('worker', {
      DATABASE_URL: db.url,
      SMTP_URL: post.mailbox.url,
      MAIL_FROM: 'Human Rights Advisers <no-reply@hra.example>',
      BASE_URL: 'https://hra.example',
      DEMO: '1',
      ...SOON,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    });
  };

  it(
    'of sixty requests and forty posts tells each notice once, on its day, to those who have the right on that day',
    async () => {
      const lives = await allLives(db, await twoPlaces(db));
      expect(lives).toHaveLength(100);
      const { mails, kills } = await new Year(db, post.mailbox, lives, startWorker).pass();
      const expected = foretold(lives);
      expect({
        missing: expected.filter((line) => !mails.includes(line)),
        unforeseen: mails.filter((line) => !expected.includes(line)),
      }).toEqual({ missing: [], unforeseen: [] });
      // Neither list has a line twice that the other has once.
      expect(mails).toEqual(expected);
      expect(kills).toBe(KILLS);
    },
    A_YEAR_MS,
  );
}

describe('a year with its queue in PostgreSQL', () => aYear(() => undefined));

(REDIS_INSTALLED ? describe : describe.skip)('a year with its queue in Redis (needs an installed redis-server)', () => {
  let server: RedisServer | undefined;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server?.stop());
  aYear(() => server?.url);
});
