import { beforeAll, describe, expect, it } from '@jest/globals';
import { FrameworkPublisher, Frameworks, inForce } from '#casework';
import { isRefusal, lastDecision } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const APPROVE = { type: 'APPROVE', reasons: 'The evidence is clear.', conditions: ['Отчёт', 'A report each year'] };

const preview = async (part: Part, ref: string, json: Json) =>
  (await web.program(db.cast[part].id)).send('POST', `/requests/${ref}/letter/preview`, { json });

describe('a decision that was reopened', () => {
  it('is shown as one that holds no longer, to the country too', async () => {
    const it1 = await aCaseAt(db, (s) => s.recommended());
    await it1.send('approver', { type: 'DECLINE', reasons: 'No.', codes: ['SUSTAINABILITY_NOT_SHOWN'] });
    const page = async () =>
      (await web.send('GET', `/requests/${it1.ref}`, { headers: await web.session(db.cast.coordinator.id, 60) })).text;
    const aside = 'It holds no longer: the request was reopened on';
    expect(await page()).not.toContain(aside);
    await it1.send('approver', { type: 'REOPEN', reason: 'A figure was wrong.' });
    expect(await page()).toContain(aside);
  });
});

describe('the letter of a decision before it is taken, by a program', () => {
  let it1: CaseInDatabase;
  beforeAll(async () => {
    it1 = await aCaseAt(db, (s) => s.recommended());
  });

  it('is the letter that is sent, word for word, and nothing is written', async () => {
    const approver = await web.program(db.cast.approver.id);
    const before = await everything(db.pool);
    const { status, json } = await approver.send('POST', `/requests/${it1.ref}/letter/preview`, { json: APPROVE });
    expect([status, json.completes, json.revision]).toEqual([200, true, (await it1.row()).revision]);
    expect(changed(before, await everything(db.pool))).toEqual([]);
    const sent = await approver.send('POST', `/requests/${it1.ref}/events`, {
      json: APPROVE,
      headers: { 'if-match': `"${json.revision as number}"`, 'idempotency-key': 'as-read' },
    });
    expect(sent.status).toBe(200);
    expect(lastDecision(await it1.facts())!.letter).toEqual(json.letter);
  });

  it('is refused where the decision would be, and shown to nobody else', async () => {
    const it2 = await aCaseAt(db, (s) => s.recommended());
    const refusals: [Part, Json, number, string][] = [
      ['approver', { type: 'DECLINE', reasons: '', codes: [] }, 422, 'invalid'],
      ['approver', { type: 'DEFER', reasons: 'Later.', until: '2020-01-01', codes: ['OTHER'] }, 422, 'invalid'],
      ['approver', { type: 'SEND_BACK', reason: 'Again.' }, 422, 'invalid'],
      ['approver', { type: 'NOTHING' }, 422, 'invalid'],
      ['chair', APPROVE, 403, 'notYourRole'],
      ['coordinator', APPROVE, 403, 'notYourRole'],
      ['spare', APPROVE, 404, 'notFound'],
    ];
    for (const [part, json, status, code] of refusals)
      expect([part, json.type, await preview(part, it2.ref, json)]).toMatchObject([
        part,
        json.type,
        { status, json: { code } },
      ]);
    expect(await preview('approver', it1.ref, APPROVE)).toMatchObject({ status: 409, json: { code: 'notNow' } });
  });

  it('says where more approvers have to decide the same before it is sent', async () => {
    const all = await new Frameworks(db.pool, db.clock).all();
    const { id: _, version: __, publishedAt: ___, publishedBy: ____, ...draft } = inForce(all, null)!;
    const publisher = new FrameworkPublisher(db.pool, db.clock);
    const made = await publisher.publish(db.cast.administrator, { ...draft, approvals: 2 }, all[0]!.version);
    expect(isRefusal(made)).toBe(false);
    await db.reference.load('2027-03-01');
    const together = await aCaseAt(db, (s) => s.recommended());
    for (const json of [APPROVE, { ...APPROVE, type: 'DECIDE_WITH_OTHERS', action: 'APPROVE' }])
      expect(await preview('approver', together.ref, json)).toMatchObject({
        status: 200,
        json: { completes: false, letter: { ref: together.ref } },
      });
    expect((await together.facts()).approvals ?? []).toEqual([]);
  });
});
