import { beforeAll, describe, expect, it } from '@jest/globals';
import { FrameworkPublisher, Frameworks, inForce } from '#casework';
import { isRefusal, lastDecision, lettersOf, type RequestEvent } from '#domain';
import { anEvent } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb, type Answer, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
type Someone = 'approver' | 'second' | 'third' | 'coordinator' | 'desk' | 'administrator';
const sessions = {} as Record<Someone, Record<string, string>>;
const ids = {} as Record<Someone, string>;

/** People who decide beside the approver of the demonstration. */
async function approverToo(personId: string): Promise<void> {
  await db.pool.query(`INSERT INTO assignment (person_id, role, valid_from) VALUES ($1, 'approver', '2020-01-01')`, [
    personId,
  ]);
}

beforeAll(async () => {
  Object.assign(ids, {
    approver: db.cast.approver.id,
    second: db.cast.dina.id,
    third: db.cast.spare.id,
    coordinator: db.cast.coordinator.id,
    desk: db.cast.desk.id,
    administrator: db.cast.administrator.id,
  });
  await approverToo(ids.second);
  await approverToo(ids.third);
  for (const who of Object.keys(ids) as Someone[]) sessions[who] = await web.session(ids[who]);
});

const get = (who: Someone, path: string): Promise<Answer> => web.send('GET', path, { headers: sessions[who] });
/** Fills in the first form of a page and sends it. */
async function post(who: Someone, path: string, more: Record<string, string>, from: Answer | null = null) {
  const page = from ?? (await get(who, path));
  return web.send('POST', path, { headers: sessions[who], form: { ...fieldsOf(page.text), ...more } });
}
/** Decides through the page: fills in, reads the letter, confirms. */
async function decide(who: Someone, ref: string, more: Record<string, string>) {
  const check = await post(who, `/decisions/${ref}`, { ...more, step: 'check' });
  return { check, done: await post(who, `/decisions/${ref}`, { step: 'confirm' }, check) };
}
const approval = { action: 'APPROVE', reasons: 'The evidence is clear.' };

describe('a decision that takes two of three approvers', () => {
  let it1: CaseInDatabase;
  beforeAll(async () => {
    const all = await new Frameworks(db.pool, db.clock).all();
    const { id: _, version: __, publishedAt: ___, publishedBy: ____, ...draft } = inForce(all, null)!;
    const made = await new FrameworkPublisher(db.pool, db.clock).publish(
      db.cast.administrator,
      { ...draft, approvals: 2 },
      all[0]!.version,
    );
    expect(isRefusal(made)).toBe(false);
    await db.reference.load('2027-03-01');
    it1 = await aCaseAt(db, (s) => s.recommended());
    expect((await it1.facts()).framework).toMatchObject({ approvals: 2 });
  });

  it('waits after the first, which the country’s side does not learn of', async () => {
    const { check, done } = await decide('approver', it1.ref, approval);
    expect(check.text).toContain('Record your decision');
    expect(done.headers.get('location')).toBe(`/decisions/${it1.ref}?done=voiced`);
    const page = await get('second', `/decisions/${it1.ref}`);
    expect(page.text).toContain('Two approvers have to decide the same');
    expect(page.text).toContain('The evidence is clear.');
    expect(page.text).toMatch(/Still asked: .* and /);
    for (const path of ['', '/history', '/letter']) {
      const { text } = await get('coordinator', `/requests/${it1.ref}${path}`);
      expect(text).not.toContain('The evidence is clear.');
      expect(text).not.toContain('one of several');
    }
  });

  it('shows approvers who differ, and takes effect when two agree', async () => {
    const no = await decide('second', it1.ref, { action: 'DECLINE', reasons: 'Not yet.', codes: 'OTHER' });
    expect(no.done.headers.get('location')).toContain('done=voiced');
    expect((await get('third', `/decisions/${it1.ref}`)).text).toContain('They do not agree so far.');
    const { done } = await decide('third', it1.ref, { ...approval, reasons: 'I agree.' });
    expect(done.headers.get('location')).toBe(`/decisions/${it1.ref}?done=decided`);
    const facts = await it1.facts();
    expect(facts.state).toBe('awaitingFunds');
    expect(lastDecision(facts)).toMatchObject({ by: { id: ids.third }, approvals: [{ by: { id: ids.approver } }] });
    expect((await get('desk', `/decisions/${it1.ref}`)).text).toContain('The same was decided by');
  });

  it('is taken by programs too, and refused where it is wrong', async () => {
    const it2 = await aCaseAt(db, (s) => s.recommended());
    const program = await web.program(ids.approver);
    const wrong = await program.step(it2.ref, { type: 'DECIDE_WITH_OTHERS', action: 'DECLINE', reasons: 'No.' });
    expect([wrong.status, wrong.json.errors]).toEqual([422, [expect.objectContaining({ path: 'codes' })]]);
    const one = await program.step(it2.ref, { type: 'APPROVE', reasons: 'Yes.' });
    expect([one.status, one.json.state]).toEqual([200, 'decision']);
  });
});

describe('a letter', () => {
  const declined = () =>
    aCaseAt(db, (s) => s.recommended()).then(async (c) => {
      const decline: RequestEvent = { type: 'DECLINE', reasons: 'No means.', codes: ['OTHER'] };
      for (const part of ['approver', 'dina'] as const) {
        const done = await db.casework.advance(
          c.ref,
          { ...db.cast[part], assignments: [{ role: 'approver', regions: [], countries: [] }] },
          decline,
          { revision: 'latest' },
        );
        expect(isRefusal(done)).toBe(false);
      }
      return c;
    });

  it('with a slip is corrected by another, after a look at it; both stay', async () => {
    const c = await declined();
    const path = `/requests/${c.ref}/letter/correct`;
    const form = await get('approver', path);
    expect(form.text).toContain('regret to inform you');
    expect(fieldsOf(form.text)).not.toHaveProperty('part-1');
    const nothing = await post('approver', path, { reason: 'A slip.', step: 'check' });
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('Nothing differs from the letter')]);
    const check = await post('approver', path, {
      reason: 'The title was wrong.',
      to: 'The Coordinator a.i.',
      step: 'check',
    });
    expect(check.text).toContain('takes the place of letter 1');
    const done = await post('approver', path, { step: 'send' }, check);
    expect(done.headers.get('location')).toBe(`/requests/${c.ref}/letter?done=letterCorrected`);
    const facts = await c.facts();
    expect(lettersOf(facts).map((one) => one.number)).toEqual([1, 2]);
    const shown = await get('coordinator', `/requests/${c.ref}/letter`);
    expect(shown.text).toContain('The Coordinator a.i.');
    expect(shown.text).toContain('corrects letter 1');
    expect((await get('coordinator', `/requests/${c.ref}/letter?letter=1`)).text).toContain('Letter 2 of');
    expect((await get('coordinator', `/requests/${c.ref}/letter?letter=3`)).status).toBe(404);
    const { rows } = await db.pool.query(
      `SELECT notice FROM outbox WHERE case_id = $1 AND notice = 'letterCorrected'`,
      [facts.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('whose words were changed since it was read is not sent', async () => {
    const c = await aCaseAt(db, (s) => s.recommended());
    const check = await post('approver', `/decisions/${c.ref}`, { ...approval, step: 'check' });
    const late = await post('approver', `/decisions/${c.ref}`, { step: 'confirm', words: '7' }, check);
    expect([late.status, late.text]).toEqual([412, expect.stringContaining('words of letters were changed')]);
    expect(late.text).toContain('The evidence is clear.');
    expect((await c.facts()).approvals ?? []).toEqual([]);
  });

  it('a request is reopened with a reason, once, and the parties read why', async () => {
    const c = await declined();
    const empty = await post('approver', `/requests/${c.ref}/reopen`, {});
    expect(empty.status).toBe(422);
    const done = await post('approver', `/requests/${c.ref}/reopen`, { reason: 'A figure was wrong.' });
    expect(done.headers.get('location')).toBe(`/requests/${c.ref}?done=reopened`);
    expect((await c.facts()).state).toBe('decision');
    expect((await get('coordinator', `/requests/${c.ref}/history`)).text).toContain('A figure was wrong.');
    const again = await (await web.program(ids.approver)).step(c.ref, anEvent('REOPEN', { facts: null }) as never);
    expect(again.status).toBe(409);
  });
});

describe('who acts for an approver', () => {
  const give = (more: Record<string, string>) =>
    post('approver', '/delegation', {
      to: ids.desk,
      'from-day': '1',
      'from-month': '3',
      'from-year': '2027',
      'until-day': '5',
      'until-month': '3',
      'until-year': '2027',
      ...more,
    });

  it.each([
    ['nobody', { to: '' }, 'Choose a colleague of OHCHR'],
    ['the country’s side', { to: 'coordinator' }, 'Choose a colleague of OHCHR'],
    ['a day that has passed', { 'from-day': '28', 'from-month': '2' }, 'Enter today or a later day'],
    ['no day', { 'until-day': '31', 'until-month': '2' }, 'Enter the last day'],
    ['days the wrong way round', { 'from-day': '9' }, 'Enter a day on or after the first one'],
    ['days without end', { 'until-month': '9' }, 'Enter 90 days or fewer'],
  ])('is not %s', async (_, more, message) => {
    const sent = 'to' in more && more.to === 'coordinator' ? { to: ids.coordinator } : more;
    const answer = await give(sent as Record<string, string>);
    expect([answer.status, answer.text]).toEqual([422, expect.stringContaining(message)]);
  });

  it('decides on those days only, as acting for them; what was prepared and sent later is given back', async () => {
    expect((await give({ to: db.cast.chen.id })).headers.get('location')).toBe('/delegation?done=delegated');
    expect((await give({ to: db.cast.chen.id })).status).toBe(422);
    const c = await aCaseAt(db, (s) => s.recommended());
    const deputy = await db.people.find(db.cast.chen.id);
    expect(deputy!.assignments).toContainEqual(
      expect.objectContaining({ role: 'approver', actingFor: db.cast.approver.name, actingForId: ids.approver }),
    );
    const headers = await web.session(db.cast.chen.id, 30);
    const home = (await web.send('GET', '/', { headers })).text;
    expect(home).toContain(`You act for ${db.cast.approver.name}, OHCHR approver, until 5 March 2027.`);
    expect((await get('approver', '/')).text).toContain(`${db.cast.chen.name} acts for you until 5 March 2027.`);
    const page = await web.send('GET', `/decisions/${c.ref}`, { headers });
    const form = { ...fieldsOf(page.text), ...approval, step: 'check' };
    const check = await web.send('POST', `/decisions/${c.ref}`, { headers, form });
    expect(check.text).toContain(`acting for ${db.cast.approver.name}`);
    // Friday is over: the letter that was prepared is sent on the Monday after.
    web.at(new Date('2027-03-08T09:00:00Z'));
    const late = { ...fieldsOf(check.text), step: 'confirm' };
    const answer = await web.send('POST', `/decisions/${c.ref}`, { headers, form: late });
    expect([answer.status, answer.text]).toEqual([
      404,
      expect.stringContaining('your assignment as approver has ended'),
    ]);
    expect(answer.text).toContain('The evidence is clear.');
    const nowhere = await web.send('POST', '/decisions/HRA-2027-999', { headers, form: late });
    expect(nowhere.text.replaceAll('HRA-2027-999', c.ref)).toBe(answer.text);
    expect((await c.facts()).state).toBe('decision');
    web.at(db.clock.now());
  });

  it('is ended by the approver, and only by them', async () => {
    const page = await get('approver', '/delegation');
    const id =
      /name="end" value="([^"]+)"/.exec(page.text)?.[1] ?? /value="([^"]+)"[^>]*name="end"/.exec(page.text)![1]!;
    const other = await web.send('POST', '/delegation', { headers: sessions.second, form: { end: id } });
    expect(other.status).toBe(404);
    const done = await web.send('POST', '/delegation', { headers: sessions.approver, form: { end: id } });
    expect(done.headers.get('location')).toBe('/delegation?done=delegationEnded');
    expect((await db.people.find(db.cast.chen.id))!.assignments).not.toContainEqual(
      expect.objectContaining({ role: 'approver' }),
    );
  });
});

describe('who acts for an approver, by a program', () => {
  it('is given, listed and ended as on the page, by the approver alone', async () => {
    const [approver, desk] = await Promise.all([web.program(ids.approver), web.program(ids.desk)]);
    const days = { from: '2027-03-01', until: '2027-03-05' };
    const give = (by: typeof approver, more: Json) => by.send('POST', '/delegations', { json: { ...days, ...more } });
    const { json } = await approver.get('/delegations');
    expect((json.people as Json[]).map((c) => c.id)).toContain(ids.desk);
    expect((json.people as Json[]).map((c) => c.id)).not.toContain(ids.coordinator);
    expect((await give(desk, { to: ids.approver })).status).toBe(403);
    expect((await give(approver, { to: ids.coordinator })).json.errors).toEqual([
      { path: 'to', message: 'Choose a colleague of OHCHR' },
    ]);
    expect((await give(approver, { to: ids.desk, until: '2028-01-01' })).status).toBe(422);
    const given = await give(approver, { to: ids.desk });
    expect([given.status, given.json]).toEqual([
      201,
      { items: [{ id: expect.any(String), person: db.cast.desk.name, ...days }] },
    ]);
    expect((await desk.get('/delegations')).status).toBe(403);
    const { id } = (given.json.items as { id: string }[])[0]!;
    expect((await desk.send('DELETE', `/delegations/${id}`, {})).status).toBe(403);
    expect((await approver.send('DELETE', `/delegations/${id}`, {})).json).toEqual({ items: [] });
    expect((await approver.send('DELETE', `/delegations/${id}`, {})).status).toBe(404);
  });
});

describe('decisions in figures', () => {
  const counted = async (personId: string) =>
    (await (await web.program(personId)).get('/decisions')).json.items as Json[];

  it('count the last decision that holds by outcome and reason, on the page, as a file and for programs', async () => {
    const declined = (await counted(ids.desk)).filter((f) => f.outcome === 'DECLINE');
    // The one that was corrected; the one that was reopened has no decision for now.
    expect(declined).toEqual([
      { round: '2027-1', region: 'esa', outcome: 'DECLINE', code: null, requests: 1 },
      { round: '2027-1', region: 'esa', outcome: 'DECLINE', code: 'OTHER', requests: 1 },
    ]);
    expect((await get('desk', '/decisions')).text).toContain('Another reason, given in words');
    const file = await get('approver', '/decisions?format=csv');
    expect(file.text).toContain('2027-1,Eastern and Southern Africa,Declined,All,1');
    expect((await get('coordinator', '/decisions')).status).toBe(403);
  });

  it('count nothing of requests that somebody may not know of', async () => {
    expect(await counted(db.cast.deskElsewhere.id)).toEqual([]);
    const before = await counted(ids.desk);
    const c = await aCaseAt(db, (s) => s.recommended());
    await db.pool.query(
      'INSERT INTO request_scope (scope, seq, request_id) SELECT $1, seq, id FROM request WHERE ref = $2',
      [`conflict:${ids.desk}`, c.ref],
    );
    for (const part of ['approver', 'dina'] as const) {
      const person = { ...db.cast[part], assignments: [{ role: 'approver' as const, regions: [], countries: [] }] };
      await db.casework.advance(c.ref, person, { type: 'APPROVE', reasons: 'Yes.' }, { revision: 'latest' });
    }
    expect(await counted(ids.desk)).toEqual(before);
    expect(await counted(ids.approver)).not.toEqual(before);
  });
});
