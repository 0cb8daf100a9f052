import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Absences, type Absence } from '#casework';
import type { Refusal } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let absences: Absences;
beforeAll(() => {
  absences = new Absences(db.pool, db.clock, db.reference);
});
beforeEach(() => db.clock.set('2027-03-01T09:00:00.000Z'));
afterEach(async () => {
  await db.pool.query('DELETE FROM absence');
});

const done = (refusal: Refusal | null): void => expect(refusal).toBeNull();
const away = (part: Part, from: string, until: string) => absences.set(db.cast[part], { from, until, note: '' });
const rows = async (text: string) => (await db.pool.query<object>(text)).rows;

describe('days away', () => {
  it('are over from the day on which somebody is back earlier; what had not begun is gone', async () => {
    db.clock.set('2027-04-10T09:00:00.000Z');
    done(await away('spare', '2027-04-10', '2027-04-30'));
    done(await away('spare', '2027-06-01', '2027-06-02'));
    db.clock.set('2027-04-12T09:00:00.000Z');
    const [first, second] = await absences.of(db.cast.spare.id);
    expect([first!.now, second!.now]).toEqual([true, false]);
    expect(await absences.end(db.cast.dina, first!.id)).toMatchObject({ code: 'notFound' });
    done(await absences.end(db.cast.spare, first!.id));
    done(await absences.end(db.cast.administrator, second!.id));
    expect(await absences.end(db.cast.spare, first!.id)).toMatchObject({ code: 'notFound' });
    expect(await absences.of(db.cast.spare.id)).toEqual([]);
    expect(await rows('SELECT until_day::text AS until FROM absence')).toEqual([{ until: '2027-04-11' }]);
  });

  it('are said by an administrator for whoever forgot, and by nobody else', async () => {
    const { email } = (await db.people.find(db.cast.dina.id))!;
    const draft = { from: '2027-03-02', until: '2027-03-03', note: '' };
    expect(await absences.set(db.cast.desk, draft, email)).toMatchObject({ code: 'notYourRole' });
    done(await absences.set(db.cast.administrator, draft, ` ${email.toUpperCase()} `));
    const [set] = await absences.of(db.cast.dina.id);
    expect(set).toMatchObject({ from: '2027-03-02', until: '2027-03-03', setBy: db.cast.administrator.name });
    expect(await absences.set(db.cast.administrator, draft, 'nobody@nowhere.example')).toMatchObject({
      fields: [{ path: 'person' }],
    });
    expect(await absences.all(db.cast.desk)).toMatchObject({ code: 'notYourRole' });
    expect(await absences.all(db.cast.administrator)).toMatchObject([{ email }]);
  });

  it('that two pages set at once are kept once', async () => {
    const days = [2, 3, 4].map((day) => [`2027-03-0${day}`, `2027-03-0${day + 2}`] as const);
    const all = await Promise.all(days.map(([from, until]) => away('chen', from, until)));
    expect(all.filter((refusal) => refusal === null)).toHaveLength(1);
    const kept = await absences.of(db.cast.chen.id);
    expect(kept).toHaveLength(1);
    // A second click says the same again, and is answered like the first.
    const [{ from, until }] = kept as [Absence];
    expect(await Promise.all([1, 2].map(() => away('chen', from, until)))).toEqual([null, null]);
    expect(await absences.of(db.cast.chen.id)).toEqual(kept);
  });
});
