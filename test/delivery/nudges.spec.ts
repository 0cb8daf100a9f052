import { describe, expect, it } from '@jest/globals';
import { Cases, Mails, OwnNotices, Outbox, type SignedIn } from '#casework';
import { isRefusal, NUDGE_REST } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
const nudge = (clock: string) => ({ type: 'NUDGE', clock }) as const;
const hours = (n: number, from: string): string => new Date(Date.parse(from) + n * 3_600_000).toISOString();

/** Turns all that waits into mails, and gives back who was nudged on a case, mail by mail. */
async function nudged(request: CaseInDatabase): Promise<{ id: string; person: string }[]> {
  const outbox = new Outbox(db.pool, db.clock, db.reference);
  while ((await outbox.dispatch()).taken > 0);
  const { rows } = await db.pool.query<{ id: string; person: string }>(
    `SELECT m.id, m.person_id AS person FROM mail m JOIN request r ON r.id = m.case_id
     WHERE r.ref = $1 AND m.notice = 'nudged' ORDER BY m.id`,
    [request.ref],
  );
  return rows;
}
const people = async (request: CaseInDatabase): Promise<string[]> =>
  (await nudged(request)).map(({ person }) => person);
const isNudge = ({ notice }: { notice: string }): boolean => notice === 'nudged';
const idOf = (part: Part): string => db.cast[part].id;

describe('a nudge by hand', () => {
  it('is told to whoever holds the clock, with what is needed, the case, the day and where to go', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    await request.send('office', nudge('screening'));
    const me = {
      ...db.cast.desk,
      email: '',
      title: '',
      language: 'en',
      scopes: [],
      kind: 'session',
    } as unknown as SignedIn;
    const [mail, ...others] = await nudged(request);
    expect([mail!.person, others]).toEqual([idOf('desk'), []]);
    const toSend = await new Mails(db.pool, db.clock, db.reference).claim(mail!.id);
    const { dueOn } = (await request.facts()).clocks.find(({ key }) => key === 'screening')!;
    expect(toSend).toMatchObject({ notice: 'nudged', ref: request.ref, task: 'screen', dueOn, as: 'deskOfficer' });
    const told = async () => (await new OwnNotices(db.pool, db.clock).list(me, null)).items.find(isNudge);
    expect(await told()).toMatchObject({ waits: true, dueOn });
    await request.send('desk', { type: 'ACCEPT' });
    expect(await told()).toMatchObject({ waits: false, dueOn: null });
  });

  it('of two at the same moment lets one go, and tells the other who nudged and when it is possible again', async () => {
    const request = await aCaseAt(db, (story) => story.submitted());
    const at = db.clock.now().toISOString();
    const both = await Promise.all((['office', 'chair'] as const).map((by) => request.attempt(by, nudge('screening'))));
    const refused = both.filter(isRefusal);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^They were nudged by .* on /),
    });
    expect((await request.facts()).nudges).toHaveLength(1);
    expect(await people(request)).toEqual([idOf('desk')]);
    db.clock.set(hours(NUDGE_REST, at));
    await request.send('team', nudge('screening'));
    expect(await people(request)).toEqual([idOf('desk'), idOf('desk')]);
  });

  it('reaches a person once who holds two clocks in two parts', async () => {
    const request = await aCaseAt(db, (story) => story.funded());
    // Without an office, its work is the coordinator's own.
    const today = db.clock.now().toISOString().slice(0, 10);
    await db.pool.query('UPDATE assignment SET valid_until = $2::date - 1 WHERE person_id = $1', [
      idOf('office'),
      today,
    ]);
    await request.send('desk', nudge('costSharing'));
    await request.send('desk', nudge('hosting'));
    expect(await people(request)).toEqual([idOf('coordinator')]);
    db.clock.set(hours(NUDGE_REST, db.clock.now().toISOString()));
    await request.send('desk', nudge('hosting'));
    expect(await people(request)).toEqual([idOf('coordinator'), idOf('coordinator')]);
    await db.pool.query('UPDATE assignment SET valid_until = NULL WHERE person_id = $1', [idOf('office')]);
  });

  it('of the review, from outside, goes to the desk officer; the record that the others read names no reviewer', async () => {
    const request = await aCaseAt(db, (story) => story.appointed('amina', 'bruno', 'chen').declared());
    await request.send('office', nudge('review'));
    await request.send('chair', nudge(`review:${idOf('amina')}`));
    expect(await people(request)).toEqual([idOf('desk'), idOf('amina')]);
    const cases = new Cases(db.pool);
    const lines = async (by: Part) => {
      const view = (await cases.find(request.ref, db.cast[by]))!;
      return (await cases.history(view, db.cast[by])).filter((line) => line.event === 'NUDGE');
    };
    expect(await lines('chair')).toHaveLength(2);
    for (const by of ['office', 'coordinator', 'team'] as const) {
      const read = await lines(by);
      expect(read.map((line) => line.actorName)).toEqual([db.cast.office.name]);
      expect(JSON.stringify(read)).not.toContain(idOf('amina'));
    }
  });
});
