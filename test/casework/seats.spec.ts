import { beforeAll, describe, expect, it } from '@jest/globals';
import { Deployments, Recounts, ReferenceData, Seats, verifyRecord, type SeatPreview } from '#casework';
import { isRefusal, type Clock, type SeatDraft } from '#domain';
import { aPostAt } from '../support/a-post.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let seats: Seats;
let recounts: Recounts;
const sit = (holder: string, station: string | null, was?: string): SeatDraft => ({
  holder,
  station,
  ...(was === undefined ? {} : { was }),
});
const clockOf = async (one: CaseInDatabase, key: string): Promise<Clock> =>
  (await one.facts()).clocks.find((c) => c.key === key)!;
const work = async (): Promise<number> => {
  await db.reference.load('2027-03-01');
  return recounts.take((error) => {
    throw error;
  });
};
const preview = async (draft: SeatDraft) => (await seats.preview(db.cast.administrator, draft)) as SeatPreview;

beforeAll(async () => {
  const posts = new Deployments(db.pool, db.clock, db.reference);
  seats = new Seats(db.pool, db.clock, db.reference);
  recounts = new Recounts(db.pool, db.clock, db.reference, { requests: db.casework, posts });
});

describe('where somebody sits', () => {
  let checked: CaseInDatabase;
  let asked: CaseInDatabase;
  beforeAll(async () => {
    checked = await aCaseAt(db, (s) => s.on('2027-03-05').submitted());
    asked = await aCaseAt(db, (s) => s.on('2027-03-05').accepted());
  });

  it('is an administrator’s to set, and says at its field what is wrong', async () => {
    const { desk, administrator } = db.cast;
    expect(await seats.preview(desk, sit('esa', 'JOR'))).toMatchObject({ code: 'notYourRole' });
    expect(await seats.change(desk, sit('esa', 'JOR'))).toMatchObject({ code: 'notYourRole' });
    const wrong = async (draft: SeatDraft) => {
      const refused = await seats.change(administrator, draft);
      return isRefusal(refused) ? refused.fields?.map((f) => f.path) : null;
    };
    expect(await wrong(sit('', 'JOR'))).toEqual(['holder']);
    expect(await wrong(sit('nobody@un.example', 'JOR'))).toEqual(['holder']);
    expect(await wrong(sit('esa', 'XXX'))).toEqual(['station']);
    expect(await wrong(sit('esa', ''))).toEqual(['station']);
    expect(await wrong(sit('esa', null))).toEqual(['station']);
    // Where they sit as usual.
    expect(await wrong(sit('deskOfficer', 'CHE'))).toEqual(['station']);
    expect(await wrong(sit('esa', 'JOR', 'THA'))).toEqual(['holder']);
    expect((await seats.changes()).length).toBe(0);
  });

  it('moves what was previewed: to a week from Sunday to Thursday, each clock on the record of its case', async () => {
    const before = await clockOf(checked, 'screening');
    expect(before).toMatchObject({ station: 'CHE', dueOn: '2027-03-12' });
    const shown = await preview(sit('deskOfficer', 'JOR', 'CHE'));
    expect(shown).toMatchObject({ station: 'JOR', holder: { kind: 'role', station: 'CHE', setBy: null } });
    expect(shown.moves.filter((m) => m.group === 'screening')).toEqual([{ group: 'screening', days: 0, clocks: 1 }]);
    const done = await seats.change(db.cast.administrator, sit('deskOfficer', 'JOR', 'CHE'));
    expect(done).toMatchObject({ cases: shown.requests + shown.posts });
    const told = async () => (await db.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM outbox')).rows[0]!.n;
    const written = await told();
    expect(await work()).toBe(shown.requests + shown.posts);
    // The page says before that nobody is written to.
    expect(await told()).toBe(written);
    const after = await clockOf(checked, 'screening');
    // Friday and Saturday are off there, and Sunday is worked.
    expect(after).toMatchObject({ station: 'JOR', dueOn: '2027-03-11' });
    expect((await checked.entries()).at(-1)).toMatchObject({ event: 'RECOUNT_CLOCKS', actor: { name: 'The system' } });
    expect((await verifyRecord(db.pool)).broken).toEqual([]);
  });

  it('is kept with who changed it when, and can be taken back', async () => {
    const { administrator } = db.cast;
    expect((await seats.list()).find((s) => s.holder === 'deskOfficer')).toMatchObject({
      station: 'JOR',
      setBy: administrator.name,
    });
    expect(await seats.changes()).toMatchObject([{ what: 'seated', station: 'JOR', changedBy: administrator.name }]);
    expect(await seats.change(administrator, sit('deskOfficer', 'JOR'))).toMatchObject({ code: 'invalid' });
    const back = await preview(sit('deskOfficer', null, 'JOR'));
    expect(back).toMatchObject({ station: 'CHE', cleared: true });
    expect(await seats.change(administrator, sit('deskOfficer', null, 'JOR'))).toMatchObject({ cases: back.requests });
    expect(await work()).toBe(back.requests);
    expect(await clockOf(checked, 'screening')).toMatchObject({ station: 'CHE', dueOn: '2027-03-12' });
    expect((await seats.changes()).map((c) => c.what)).toEqual(['cleared', 'seated']);
  });

  it('counts for a regional team and for an office of OHCHR, each for its own clocks alone', async () => {
    const station = async (key: string) => (await clockOf(asked, key)).station;
    const office = (await asked.facts()).clocks.find((c) => c.key.startsWith('consultation:regionalOffice:'))!.key;
    expect([await station('consultation:regionalTeam:esa'), await station('review')]).toEqual(['KEN', 'CHE']);
    const was = await station(office);
    const team = await preview(sit('esa', 'JOR'));
    expect(team).toMatchObject({ requests: 1, posts: 0 });
    expect(team.moves.map((m) => m.group)).toEqual(['consultation']);
    await seats.change(db.cast.administrator, sit('esa', 'JOR'));
    await work();
    expect([await station('consultation:regionalTeam:esa'), await station(office)]).toEqual(['JOR', was]);
    await seats.change(db.cast.administrator, sit(office.split(':')[2]!, 'BGD'));
    await work();
    expect([await station('consultation:regionalTeam:esa'), await station(office)]).toEqual(['JOR', 'BGD']);
    expect((await verifyRecord(db.pool)).broken).toEqual([]);
  });

  it('is a person’s own where something waits for them alone; their record does not say whose', async () => {
    const reviewed = await aCaseAt(db, (s) => s.appointed('amina', 'bruno'));
    const { amina, office } = db.cast;
    const shown = await preview(sit(amina.id, 'KEN'));
    // A person without a place of their own sits where each of their roles does.
    expect(shown).toMatchObject({ holder: { kind: 'person', name: amina.name, station: null }, requests: 1 });
    await seats.change(db.cast.administrator, sit(amina.id, 'KEN'));
    await work();
    expect((await clockOf(reviewed, `review:${amina.id}`)).station).toBe('KEN');
    expect((await clockOf(reviewed, `review:${db.cast.bruno.id}`)).station).toBe('CHE');
    expect(JSON.stringify((await reviewed.entries()).at(-1)!.data)).not.toContain(amina.name);
    expect(await seats.own(amina)).toEqual([{ role: 'reviewer', station: 'KEN' }]);
    expect(await seats.own(office)).toEqual([{ role: 'rcOffice', station: 'TZA' }]);
  });

  it('moves the mornings of a day that was set, and leaves the day', async () => {
    const post = await aPostAt(db, 'serving');
    const adviser = await post.person('amara');
    const report = async () => (await post.facts()).clocks.find((c) => c.group === 'report')!;
    const before = await report();
    expect(await preview(sit(adviser.id, 'JPN'))).toMatchObject({ clocks: 0, posts: 1 });
    await seats.change(db.cast.administrator, sit(adviser.id, 'JPN'));
    expect(await work()).toBe(1);
    const after = await report();
    expect([before.station, after.station, after.dueOn]).toEqual(['TZA', 'JPN', before.dueOn]);
    expect(after.steps.find((s) => s.kind === 'due')!.at < before.steps.find((s) => s.kind === 'due')!.at).toBe(true);
    expect((await verifyRecord(db.pool)).broken).toEqual([]);
  });

  it('is known in every process, with the number of the calendars', async () => {
    const other = await new ReferenceData(db.pool).load('2027-03-01');
    expect(other.calendars.version).toBe(db.reference.calendars.version);
    expect(
      other.calendars.stationFor({ holder: 'regionalTeam', region: 'esa' }, { country: 'TZA', regions: ['esa'] }),
    ).toBe('JOR');
  });

  it('asks the database no more often the more cases it touches', async () => {
    const asks = async () => {
      let asked = 0;
      const query = db.pool.query.bind(db.pool);
      const counting = Object.assign(Object.create(db.pool) as typeof db.pool, {
        query: (...given: Parameters<typeof query>) => ((asked += 1), query(...given)),
      });
      await new Seats(counting, db.clock, db.reference).preview(db.cast.administrator, sit('panelChair', 'KEN'));
      return asked;
    };
    const few = await asks();
    for (let n = 0; n < 3; n += 1) await aCaseAt(db, (s) => s.submitted());
    expect(await asks()).toBe(few);
    expect(few).toBeLessThanOrEqual(4);
  });
});
