import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain';
import type { TestDatabase } from '../../support/database.js';
import type { Day, Worked } from './days.js';
import type { Place, Who } from './story.js';

const SATURDAY_AND_SUNDAY = [0, 6];
const FRIDAY_AND_SATURDAY = [5, 6];
const ZONES: Record<string, string> = {
  CHE: 'Europe/Zurich',
  TZA: 'Africa/Dar_es_Salaam',
  JOR: 'Asia/Amman',
  KEN: 'Africa/Nairobi',
  ETH: 'Africa/Addis_Ababa',
  ZAF: 'Africa/Johannesburg',
  LBN: 'Asia/Beirut',
};
/** The day on which the desk officer for Eastern and Southern Africa hands over to somebody else. */
const HANDED_OVER: Day = '2027-07-01';

/** Addresses of those who hold each part, on a day. */
type Holders = (day: Day) => Partial<Record<Exclude<Who, object>, string[]>>;
/** A place with the people who have to do with its cases. */
export interface PeopledPlace extends Place {
  key: 'TZA' | 'JOR';
  holders: Holders;
  /** Days on which the office signs for its coordinator, who may be away on them. */
  acting: { from: Day; until: Day; away: boolean };
}
/** A reviewer is away and has nobody who scores in their place. */
export const FIRST_AWAY = { from: '2027-04-22', until: '2027-05-07' };

/** The holidays that are kept at a duty station: data, which the product and this year are both given. */
async function workedAt(db: TestDatabase, station: string): Promise<Worked> {
  const rows: { day: string }[] = [];
  void db;
  const weekend = station === 'JOR' ? FRIDAY_AND_SATURDAY : SATURDAY_AND_SUNDAY;
  return { zone: ZONES[station]!, weekend, holidays: new Set(rows.map((r) => r.day)) };
}

async function newPerson(db: TestDatabase, name: string, role: string, places: string, from: Day): Promise<string> {
  const id = randomUUID();
  const email = `${name}-${id.slice(0, 8)}@year.example`;
  await db.pool.query('INSERT INTO person (id, email, name, created_at) VALUES ($1, $2, $3, now())', [id, email, name]);
  const column = /^[A-Z]/.test(places) ? 'countries' : 'regions';
  await db.pool.query(`INSERT INTO assignment (person_id, role, ${column}, valid_from) VALUES ($1, $2, $3, $4)`, [
    id,
    role,
    places ? [places] : [],
    from,
  ]);
  return email;
}
/** An adviser who holds no post yet. */
export const newAdviser = (db: TestDatabase): Promise<string> => newPerson(db, 'adviser', 'adviser', '', '2026-01-01');

/** Two countries with offices, desk officers, teams and regional offices, whose calendars are seven. */
export async function twoPlaces(db: TestDatabase): Promise<PeopledPlace[]> {
  const email = async (key: string): Promise<string> => (await db.people.find((await db.person(key)).id))!.email;
  const all = (...keys: string[]): Promise<string[]> => Promise.all(keys.map(email));
  const worked = (...stations: string[]): Promise<Worked[]> => Promise.all(stations.map((s) => workedAt(db, s)));

  const successor = await newPerson(db, 'new-desk', 'deskOfficer', 'esa', HANDED_OVER);
  const [formerDesk] = await all('do-esa');
  await db.pool.query(
    `UPDATE assignment SET valid_until = $1::date - 1 WHERE role = 'deskOfficer' AND person_id = (SELECT id FROM person WHERE email = $2)`,
    [HANDED_OVER, formerDesk],
  );
  const everywhere = {
    chairs: await all('pc-oduya', 'pc-rabearivelo'),
    approvers: await all('ap-masangu', 'ap-okonta'),
    fund: await all('fm-vanderbeke'),
    first: await all('rv-omeallaigh'),
    second: await all('rv-sarrazin'),
  };
  const esa = {
    coordinator: await all('rc-tza'),
    office: await all('rco-tza'),
    team: await all('rt-esa'),
    regionalOffices: await all('ro-addis-ababa', 'ro-pretoria'),
  };
  const arab = {
    coordinator: await all('rc-jor'),
    office: [await newPerson(db, 'office', 'rcOffice', 'JOR', '2026-01-01')],
    desk: await all('rv-sabbaghi'),
    team: await all('rt-arab'),
    regionalOffices: await all('ro-beirut'),
  };
  const [geneva, tanzania, jordan, kenya, ...others] = await worked('CHE', 'TZA', 'JOR', 'KEN', 'ETH', 'ZAF', 'LBN');
  return [
    {
      key: 'TZA',
      country: 'TZA',
      calendars: { home: tanzania!, geneva: geneva!, team: kenya!, regionalOffices: others.slice(0, 2) },
      holders: (day) => ({ ...everywhere, ...esa, desk: [day < HANDED_OVER ? formerDesk! : successor] }),
      acting: { from: '2027-05-10', until: '2027-06-20', away: true },
    },
    {
      key: 'JOR',
      country: 'JOR',
      // The regional team of the Arab States sits in Amman.
      calendars: { home: jordan!, geneva: geneva!, team: jordan!, regionalOffices: others.slice(2) },
      holders: () => ({ ...everywhere, ...arab }),
      acting: { from: '2027-09-01', until: '2027-09-30', away: false },
    },
  ];
}

/** Who takes a step, as the product knows them on the day of its clock. */
export async function actor(db: TestDatabase, email: string): Promise<Actor> {
  const person = await db.people.find(email);
  if (!person) throw new Error(`There is nobody at ${email}.`);
  return person;
}
