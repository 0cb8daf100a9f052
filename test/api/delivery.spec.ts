import { beforeAll, describe, expect, it } from '@jest/globals';
import { MailFeed, Outbox } from '#casework';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { aFewDeliveries, HOLD_ID, WEBHOOK_ID } from '../support/delivered.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const as = (part: Part) => web.session(db.cast[part].id);
const page = async (part: Part, path: string) => web.send('GET', path, { headers: await as(part) });
const post = async (part: Part, path: string, form: Record<string, string>) =>
  web.send('POST', path, { headers: await as(part), form });
const problem = '550 5.1.1 There is no such mailbox here';

beforeAll(async () => {
  await aCaseAt(db, (story) => story.submitted());
  while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
  await db.pool.query(`UPDATE mail SET status = 'sent'`);
  await aFewDeliveries(db.pool, db.cast.desk.id);
});

describe('the page of deliveries', () => {
  it('says why a mail came to nothing, and sends it again', async () => {
    const shown = await page('administrator', '/admin/delivery');
    expect(shown.text).toContain(problem);
    expect(shown.text).not.toMatch(/HRA-2027-\d+/);
    const [, id] = /id="m-([\w-]+)"/.exec(shown.text)!;
    expect((await post('administrator', '/admin/delivery/parked', { mail: id! })).headers.get('location')).toBe(
      '/admin/delivery?done=mailReplayed',
    );
    expect((await page('administrator', '/admin/delivery')).text).not.toContain(problem);
    expect((await post('administrator', '/admin/delivery/parked', { all: id! })).status).toBe(404);
    await new MailFeed(db.pool, db.clock, 100).weigh();
    expect(await new MailFeed(db.pool, db.clock, 100).next()).toMatchObject([{ id, replays: 1 }]);
  });

  it('shows over how long held mails would go out, and lets them go once', async () => {
    const path = `/admin/delivery/holds/${HOLD_ID}`;
    const shown = (await page('administrator', path)).text;
    for (const words of ['3 mails to 2 people', '20 a minute: within a minute', 'Webhook off'])
      expect(shown).toContain(words);
    const wrong = await post('administrator', path, { do: 'letGo', perMinute: 'fast' });
    expect([wrong.status, wrong.text.includes('Enter a whole number from 1 to 10000')]).toEqual([422, true]);
    expect((await post('administrator', path, { do: 'letGo', perMinute: '60' })).headers.get('location')).toBe(
      '/admin/delivery?done=mailsLetGo',
    );
    expect((await post('administrator', path, { do: 'drop' })).status).toBe(409);
    expect((await page('administrator', path)).text).toContain(`Let go by ${db.cast.administrator.name}, 60 a minute`);
  });
});

describe('the pages of webhooks', () => {
  it('show the secret once, and keep what was typed beside what is wrong', async () => {
    const typed = { name: 'Figures', url: 'https://10.0.0.1/hook', types: 'request.submitted' };
    const wrong = await post('desk', '/webhooks', typed);
    expect(wrong.status).toBe(422);
    for (const words of ['Enter an address on the public internet', 'value="Figures"'])
      expect(wrong.text).toContain(words);
    const made = await post('desk', '/webhooks', { ...typed, url: 'https://example.org/hook' });
    expect(made.status).toBe(201);
    const [secret] = /whsec_[\w+/=]+/.exec(made.text)!;
    const list = (await page('desk', '/webhooks')).text;
    const id = [...list.matchAll(/\/webhooks\/([\da-f-]{36})/g)]
      .map(([, one]) => one)
      .find((one) => one !== WEBHOOK_ID);
    for (const text of [list, (await page('desk', `/webhooks/${id}`)).text]) expect(text).not.toContain(secret);
    expect((await page('team', `/webhooks/${id}`)).status).toBe(404);
    expect((await post('desk', `/webhooks/${id}`, { do: 'remove' })).headers.get('location')).toBe(
      '/webhooks?done=hookRemoved',
    );
    expect((await page('desk', `/webhooks/${id}`)).status).toBe(404);
  });

  it('show what was sent and answered, and send it again', async () => {
    const path = `/webhooks/${WEBHOOK_ID}`;
    const shown = (await page('desk', path)).text;
    for (const words of [
      'It answered 500 within 40 ms.',
      'No answer came within 10 seconds.',
      'Request: submitted, HRA-',
    ])
      expect(shown).toContain(words);
    expect((await page('administrator', path)).text).not.toContain('Request: submitted, HRA-');
    const day = { 'from-day': '31', 'from-month': '2', 'from-year': '2027' };
    expect((await post('desk', `${path}/replays`, day)).status).toBe(422);
    const [, delivery] = /id="d-([\w-]+)"(?:(?!id="d-)[^])*Given up/.exec(shown)!;
    expect((await post('desk', `${path}/replays`, { delivery: delivery! })).status).toBe(303);
    expect((await post('desk', path, { do: 'off' })).status).toBe(303);
    expect((await page('desk', path)).text).toContain(`It is off: ${db.cast.desk.name} switched it off.`);
    expect((await post('desk', `${path}/replays`, { delivery: delivery! })).status).toBe(409);
  });
});

describe('the page of a panel’s date', () => {
  const path = '/panel/2027-2/date';
  const typed = {
    'day-day': '10',
    'day-month': '9',
    'day-year': '2027',
    time: '14.30',
    zone: 'Europe/Zurich',
    minutes: '90',
    place: '',
  };
  it('sets it, says it in its zone and in UTC, and takes it away', async () => {
    const wrong = await post('chair', path, { ...typed, time: 'noon', after: '0' });
    expect([wrong.status, wrong.text.includes('Enter a time such as 14:30')]).toEqual([422, true]);
    expect((await post('desk', path, { ...typed, after: '0' })).status).toBe(403);
    expect((await post('chair', path, { ...typed, after: '0' })).status).toBe(303);
    const said = '10 September 2027, 14:30 in Europe/Zurich (10 September 2027, 12:30 UTC), for 90 minutes.';
    for (const part of ['chair', 'desk', 'amina', 'administrator'] as const)
      expect([part, (await page(part, path)).text.includes(said)]).toEqual([part, true]);
    expect((await post('administrator', path, { ...typed, time: '15:00', after: '0' })).status).toBe(412);
    expect((await post('chair', path, { do: 'off', after: '1' })).status).toBe(303);
    expect((await page('chair', path)).text).toContain('The date was taken away.');
  });

  it('takes the answer of whoever is invited, and shows who comes to those who may know', async () => {
    const request = await aCaseAt(db, (story) => story.declared());
    const own = `/panel/${(await request.facts()).summary.round}/date`;
    const after = Number(/name="after" value="(\d+)"/.exec((await page('chair', own)).text)![1]);
    expect((await post('chair', own, { ...typed, after: String(after) })).status).toBe(303);
    const answer = `${own}/answer`;
    expect((await post('office', answer, { answer: 'yes' })).status).toBe(403);
    expect((await post('auditor', answer, { answer: 'yes' })).status).toBe(409);
    const wrong = await post('amina', answer, { note: 'Late <b>' });
    expect([wrong.status, wrong.text.includes('Choose whether you come')]).toEqual([422, true]);
    expect(wrong.text).toContain('Late &lt;b&gt;');
    expect((await post('amina', answer, { answer: 'no', note: 'On mission' })).status).toBe(303);
    const mine = (await page('amina', own)).text;
    expect(mine).toContain('You answered “Cannot come”');
    expect(mine).not.toContain('Who is coming');
    const chair = (await page('chair', own)).text;
    expect(chair).toMatch(/Coming: 0 · Cannot come: 1 · No answer: [1-9]/);
    expect(chair).toContain('On mission');
    const administrator = (await page('administrator', own)).text;
    expect(administrator).toContain('Cannot come: 1');
    expect(administrator).not.toContain('On mission');
    expect((await post('chair', own, { ...typed, time: '16:00', after: String(after + 1) })).status).toBe(303);
    expect((await page('chair', own)).text).toContain('Cannot come: 0');
    await post('chair', own, { do: 'off', after: String(after + 2) });
  });
});
