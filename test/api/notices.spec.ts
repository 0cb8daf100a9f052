import { beforeAll, describe, expect, it } from '@jest/globals';
import { NoticeWishes, Outbox, OwnNotices, UnsubscribeLinks, type SignedIn } from '#casework';
import { NOTICE_NAMES, todosFor, USUAL_SETTINGS } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const notices = () => new OwnNotices(db.pool, db.clock);
const me = async (part: Part) => (await db.people.find(db.cast[part].id)) as unknown as SignedIn;
const bearer = async (part: Part) => ({ authorization: `Bearer ${await web.token(db.cast[part].id)}` });
async function dispatched(): Promise<void> {
  while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
}
const told = async (stage: Parameters<typeof aCaseAt>[1]): Promise<CaseInDatabase> => {
  const request = await aCaseAt(db, stage);
  await dispatched();
  return request;
};
/** The number beside “Notices” in the header of a page; none is nothing. */
const inHeader = (html: string): number => Number(/hra-count">(\d+)/.exec(html)?.[1] ?? 0);

let request: CaseInDatabase;
beforeAll(async () => {
  request = await told((story) => story.appointed('amina', 'bruno'));
});

describe('the page of notices', () => {
  it('lists what somebody was told, and the header counts exactly what is unread of it', async () => {
    const desk = await web.session(db.cast.desk.id);
    const list = await web.send('GET', '/notices?unread=1', { headers: desk });
    expect(list.status).toBe(200);
    expect(list.text).toContain(request.ref);
    const unread = (list.text.match(/hra-notices__unread/g) ?? []).length;
    expect(unread).toBeGreaterThan(1);
    expect(inHeader(list.text)).toBe(unread);
    expect(inHeader((await web.send('GET', '/', { headers: desk })).text)).toBe(unread);
  });

  it('says that nothing is to be done once it is done, and never before', async () => {
    const before = (await notices().list(await me('amina'), null)).items.find((n) => n.notice === 'reviewerAppointed')!;
    expect(before).toMatchObject({
      readAt: null,
      about: { ref: request.ref },
      path: `/reviews/${request.ref}/declaration`,
    });
    const screening = (await notices().list(await me('desk'), null)).items.filter(
      (n) => n.notice === 'screeningNeeded',
    );
    expect(screening.map((n) => n.waits)).toEqual([false]);
    const fresh = await told((story) => story.submitted());
    const [newest] = (await notices().list(await me('desk'), null)).items;
    expect(newest).toMatchObject({ notice: 'screeningNeeded', waits: true, dueOn: expect.any(String) });
    const todo = todosFor(await fresh.facts(), db.cast.desk);
    expect(todo.map((t) => t.clock.dueOn)).toEqual([newest!.dueOn]);
    await fresh.send('desk', anEvent('RETURN', { facts: null }));
    expect((await notices().list(await me('desk'), null)).items.find((n) => n.id === newest!.id)).toMatchObject({
      waits: false,
      dueOn: null,
    });
  });

  it('asks again who may know whenever it is shown and counted: who lost the right sees and counts nothing of it', async () => {
    const [count, list] = [
      await notices().unread(await me('desk')),
      (await notices().list(await me('desk'), null)).items,
    ];
    expect(count).toBeGreaterThan(0);
    const elsewhere = { ...(await me('desk')), assignments: [] };
    expect(await notices().unread(elsewhere)).toBe(0);
    expect((await notices().list(elsewhere, null)).items).toEqual([]);
    expect(await notices().open(elsewhere, list[0]!.id)).toBeNull();
    // Somebody with another key to the case is not told again of how it is judged.
    const asTeam = { ...elsewhere, assignments: [{ role: 'regionalTeam' as const, regions: ['esa'], countries: [] }] };
    const seen = (await notices().list(asTeam, null)).items.map((n) => n.notice);
    expect(seen).toContain('screeningNeeded');
    expect(seen).not.toContain('reviewersWanted');
    expect(await notices().unread(asTeam)).toBe((await notices().list(asTeam, null, true)).items.length);
  });

  it('names no case to a reviewer with a conflict', async () => {
    await request.send('chair', anEvent('RECORD_CONFLICT', { facts: null, person: db.cast.bruno.id }));
    await dispatched();
    const { items } = await notices().list(await me('bruno'), null);
    expect(items.map((n) => [n.notice, n.about, n.path])).toEqual([['appointmentEnded', null, '/reviews']]);
    const page = await web.send('GET', '/notices', { headers: await web.session(db.cast.bruno.id) });
    expect(page.text).not.toContain(request.ref);
    expect(inHeader(page.text)).toBe(1);
  });

  it('marks one as read by opening it, and all that was shown, but not what came since', async () => {
    const team = await web.session(db.cast.team.id);
    const [first] = (await notices().list(await me('team'), null)).items;
    const opened = await web.send('GET', `/notices/${first!.id}`, { headers: team });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `/advice/${request.ref}`]);
    expect((await notices().list(await me('team'), null)).items[0]!.readAt).not.toBeNull();
    const desk = await me('desk');
    const [newest] = (await notices().list(desk, null)).items;
    await told((story) => story.submitted());
    await notices().markAllRead(desk, newest!.id);
    expect(await notices().unread(desk)).toBe(1);
  });
});

it('a digest that came back is said to its reader alone, on their page and to their programs, until a later one comes through', async () => {
  const digest = (status: string) =>
    db.pool.query<{ id: string }>(
      `INSERT INTO mail (apart, apart_about, recipient, person_id, to_addresses, status, problem, created_at)
       VALUES ('digest', '{}', $1::text, $1::uuid, ARRAY['team@undg.example'], $2, 'Came back for good: 550 No such user', now()) RETURNING id`,
      [db.cast.team.id, status],
    );
  const shown = async (part: 'team' | 'desk') =>
    (await web.send('GET', '/notices', { headers: await web.session(db.cast[part].id) })).text;
  const called = async (part: 'team' | 'desk') => {
    const { text } = await web.send('GET', '/api/v1/notices', { headers: await bearer(part) });
    return (JSON.parse(text) as { lostDigest: object | null }).lostDigest;
  };
  expect(await shown('team')).not.toContain('did not reach you');
  expect(await called('team')).toBeNull();
  await digest('bounced');
  expect(await called('team')).toEqual({
    at: expect.any(String),
    address: 'team@undg.example',
    problem: 'Came back for good: 550 No such user',
  });
  expect(await called('desk')).toBeNull();
  expect(await shown('team')).toContain(
    'did not reach you at team@undg.example. Came back for good: 550 No such user.',
  );
  expect(await shown('desk')).not.toContain('did not reach you');
  const { rows } = await digest('sent');
  await db.pool.query(
    `UPDATE notice_entry SET digest_id = $1 WHERE id = (SELECT id FROM notice_entry WHERE person_id = $2 LIMIT 1)`,
    [rows[0]!.id, db.cast.team.id],
  );
  expect(await shown('team')).not.toContain('did not reach you');
  expect(await called('team')).toBeNull();
});

it('programs are told of each notice what the page says, and mark one alone as read', async () => {
  const headers = await bearer('desk');
  await told((story) => story.submitted());
  const list = async () =>
    JSON.parse((await web.send('GET', '/api/v1/notices', { headers })).text) as {
      unread: number;
      items: { id: string; readAt: string | null }[];
    };
  const before = await list();
  const [newest] = before.items;
  expect(newest).toMatchObject({ notice: 'screeningNeeded', group: 'duties', urgency: 'high', readAt: null });
  const read = (id: string) => web.send('POST', `/api/v1/notices/${id}/read`, { headers, json: {} });
  const answer = await read(newest!.id);
  expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { unread: before.unread - 1 }]);
  expect((await list()).items.filter((n) => n.id === newest!.id).map((n) => n.readAt)).toEqual([expect.any(String)]);
  const [foreign] = (await notices().list(await me('team'), null)).items;
  expect([(await read(foreign!.id)).status, (await read('none')).status]).toEqual([404, 404]);
});

describe('own settings', () => {
  it('are kept by the page and by the API, and refused beside their field', async () => {
    const desk = await web.session(db.cast.desk.id);
    const form = {
      version: '0',
      'choice-posts': 'weekly',
      zone: 'Africa/Nairobi',
      weeklyOn: '0',
      language: 'fr',
      // A part of a name is enough where only one country has it.
      countries: 'Kenya\ntanzania',
    };
    const wrong = await web.send('POST', '/account/notices', {
      form: { ...form, quietFrom: '9', countries: 'Atlantis' },
      headers: desk,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Choose both: the hour at which quiet hours begin');
    expect(wrong.text).toContain('No country is known as “Atlantis”');
    const kept = await web.send('POST', '/account/notices', {
      form: { ...form, quietFrom: '', quietUntil: '' },
      headers: desk,
    });
    expect([kept.status, kept.headers.get('location')]).toEqual([303, '/account/notices?done=wishesKept']);
    expect(await new NoticeWishes(db.pool, db.reference).of(db.cast.desk.id)).toEqual({
      ...USUAL_SETTINGS,
      choices: { posts: 'weekly' },
      zone: 'Africa/Nairobi',
      weeklyOn: 0,
      language: 'fr',
      follows: { regions: [], countries: ['KEN', 'TZA'], states: [] },
      version: 1,
    });
    // The same sent twice is kept once; something else from the same page is not kept over it.
    const again = (more: object) =>
      web.send('POST', '/account/notices', {
        form: { ...form, quietFrom: '', quietUntil: '', ...more },
        headers: desk,
      });
    expect([(await again({})).status, (await again({ weeklyOn: '3' })).status]).toEqual([303, 412]);
  });

  it('are refused where a name is one that a program would take for something else', async () => {
    const settings = { ...USUAL_SETTINGS, language: 'en', version: 0, choices: { constructor: 'daily' } };
    const answer = await web.send('PUT', '/api/v1/notices/settings', { json: settings, headers: await bearer('team') });
    expect([answer.status, answer.text.includes('Leave out “constructor”')]).toEqual([422, true]);
  });

  it('are ended by one click of a mail program, which sends no cookie and reads no page', async () => {
    const token = (await new UnsubscribeLinks(db.pool).make(db.cast.team.id, 'requests'))!;
    const look = await web.send('GET', `/unsubscribe/${token}`);
    expect([look.status, look.text.includes('End these mails')]).toEqual([200, true]);
    const wishes = () => new NoticeWishes(db.pool, db.reference).of(db.cast.team.id);
    expect((await wishes()).choices).toEqual({});
    const ended = await web.send('POST', `/unsubscribe/${token}`, { form: { 'List-Unsubscribe': 'One-Click' } });
    expect(ended.status).toBe(200);
    expect((await wishes()).choices).toEqual({ requests: 'off' });
    // Nor does one that runs in a browser, on a site of its own.
    const elsewhere = { origin: 'https://mail.example.org', 'sec-fetch-site': 'cross-site' };
    const sent = { form: { 'List-Unsubscribe': 'One-Click' }, headers: elsewhere };
    expect((await web.send('POST', `/unsubscribe/${token}`, sent)).status).toBe(200);
    expect((await web.send('POST', '/account/notices', sent)).status).toBe(403);
  });
});

it('every rule stands on the page of rules, with what became of it', async () => {
  const administrator = await web.session((await db.person('ad-halvorsen')).id);
  const page = await web.send('GET', '/notices/rules', { headers: administrator });
  expect(page.status).toBe(200);
  const figures = await notices().figures();
  expect([...figures.keys()]).toEqual(NOTICE_NAMES);
  expect(figures.get('screeningNeeded')).toMatchObject({ reached: 0, failed: 0, lastAt: expect.any(Date) });
  expect(figures.get('draftExpired')).toMatchObject({ lastAt: null });
  // A letter is one mail to several readers: each of them counts.
  await db.pool.query(`
    WITH letter AS (
      INSERT INTO mail (outbox_id, case_id, notice, recipient, to_addresses, copy_addresses, addresses, parties, priority, language, status, created_at)
      SELECT id, case_id, 'decisionLetter', 'letter', '{a@x.example}', '{b@x.example,c@x.example}', '{a@x.example,b@x.example,c@x.example}', '{}', 1, 'en', 'sent', created_at
      FROM outbox ORDER BY id LIMIT 1 RETURNING id)
    INSERT INTO mail_recipient (mail_id, person_id, address, role, copy, state)
    SELECT letter.id, uuidv7(), r.address, 'deskOfficer', true, r.state
    FROM letter, (VALUES ('a@x.example', 'sent'), ('b@x.example', 'sent'), ('c@x.example', 'bounced')) AS r(address, state)`);
  expect((await notices().figures()).get('decisionLetter')).toMatchObject({ reached: 2, failed: 1 });
  // Administrators read on the page by which way each kind goes.
  expect(page.text).toContain('By mail at once, or as their reader chooses: in a daily digest.');
});
