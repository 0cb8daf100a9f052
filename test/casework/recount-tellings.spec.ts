import { beforeAll, expect, it } from '@jest/globals';
import {
  Deployments,
  Holidays,
  HookFeed,
  Recounts,
  Seats,
  Webhooks,
  type HolidayPreview,
  type SeatPreview,
} from '#casework';
import { isRefusal, type Actor } from '#domain';
import { aPostAt } from '../support/a-post.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let recounts: Recounts;
const HERE = ['request.clocksRecounted', 'deployment.clocksRecounted'];

async function asks(owner: Actor, ...types: string[]): Promise<void> {
  const draft = { name: `For ${owner.name} ${types.join()}`, url: 'https://hooks.example.org/in', types };
  if (isRefusal(await new Webhooks(db.pool, db.clock).add(owner, draft, true))) throw new Error('No webhook was made.');
}
/** Has the worker count, and says what went to how many webhooks then, with what was removed because its owner may not read it. */
async function told(): Promise<{ webhooks: number; tellings: number }> {
  await db.reference.load('2027-03-01');
  await recounts.take((error) => {
    throw error;
  });
  const feed = new HookFeed(db.pool, db.clock);
  for (const { id } of await feed.next()) await feed.claim(id);
  const { rows } = await db.pool.query<{ webhooks: number; tellings: number }>(
    `WITH gone AS (DELETE FROM webhook_delivery RETURNING webhook_id) SELECT count(DISTINCT webhook_id)::int AS webhooks, count(*)::int AS tellings FROM gone`,
  );
  return rows[0]!;
}

beforeAll(async () => {
  const posts = new Deployments(db.pool, db.clock, db.reference);
  recounts = new Recounts(db.pool, db.clock, db.reference, { requests: db.casework, posts });
  await aCaseAt(db, (s) => s.on('2027-03-05').submitted());
  await aCaseAt(db, (s) => s.on('2027-03-05').accepted());
  db.clock.set('2027-03-05T09:00:00.000Z');
  await aPostAt(db, 'advertised');
  await db.pool.query('DELETE FROM webhook_delivery');
});

it('a holiday and a seat say before how often programs are told: of what their owners may read, as it is told then', async () => {
  const { desk, coordinator, deskElsewhere, administrator, auditor, team, chair } = db.cast;
  const holidays = new Holidays(db.pool, db.clock, db.reference);
  const seats = new Seats(db.pool, db.clock, db.reference);
  const off = { what: 'added', station: 'CHE', day: '2027-03-10', name: 'A day off' } as const;
  const day = async () => (await holidays.preview(administrator, off)) as HolidayPreview;
  expect(await day()).toMatchObject({ webhooks: 0, tellings: 0 });
  await asks(desk, ...HERE);
  await asks(coordinator, 'request.clocksRecounted');
  await asks(auditor, 'deployment.clocksRecounted');
  await asks(team, 'request.submitted');
  await asks(deskElsewhere, ...HERE);
  // A conflict closes the requests of a country to whoever reads all others.
  await asks(chair, 'request.clocksRecounted');
  await db.pool.query(
    `INSERT INTO registered_conflict (id, person_id, country, kind, valid_from, recorded_by, recorded_name, recorded_at)
     VALUES (uuidv7(), $1, 'TZA', 'family', '2027-01-01', $1, 'Somebody', now())`,
    [chair.id],
  );
  const shown = await day();
  // Nobody elsewhere, nobody with a conflict, and nobody who asks for something else, is told.
  expect([shown.requests, shown.posts]).toEqual([2, 1]);
  expect(shown.webhooks).toBe(3);
  expect(shown.tellings).toBe(3 + 2 + 1);
  await holidays.change(administrator, off);
  expect(await told()).toEqual({ webhooks: shown.webhooks, tellings: shown.tellings });

  const elsewhere = { holder: 'deskOfficer', station: 'JOR' };
  const seat = (await seats.preview(administrator, elsewhere)) as SeatPreview;
  expect(seat.tellings).toBeGreaterThan(0);
  await seats.change(administrator, elsewhere);
  expect(await told()).toEqual({ webhooks: seat.webhooks, tellings: seat.tellings });

  const weekend = { ...off, day: '2027-03-13' };
  expect(await holidays.preview(administrator, weekend)).toMatchObject({ clocks: 0, webhooks: 0, tellings: 0 });
  await db.pool.query(`UPDATE webhook SET off_at = now()`);
  expect(await seats.preview(administrator, { ...elsewhere, station: null })).toMatchObject({ tellings: 0 });
});
