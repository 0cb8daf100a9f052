import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, type RequestContent, type RequestEventType } from '#domain';
import { type CaseBuilder } from '../../libs/domain/test/a-case.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { aContent } from '../../libs/domain/test/content.js';
import { anEvent, aSheet } from '../../libs/domain/test/events.js';
import { WRONG } from '../../libs/domain/test/wrong-events.js';
import { aCaseAt, asHere, aStory, OF_SEVERAL, SIGNED, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';
import { useWeb, type Json, type Program } from '../support/web.js';
import { ODD } from './odd.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
const programs = new Map<Part, Program>();
async function by(part: Part): Promise<Program> {
  if (!programs.has(part)) programs.set(part, await web.program(db.cast[part].id));
  return programs.get(part)!;
}

const withHead = (s: CaseBuilder): CaseBuilder => s.send('office', anEvent('INVITE_ENDORSERS', { facts: s.facts }));
type Stage = [Part, (story: CaseBuilder) => CaseBuilder, RequestContent?];
/** Where each step can be taken, and by whom. */
const STAGES: Partial<Record<RequestEventType, Stage>> = {
  EDIT: ['office', (s) => s.drafted()],
  SUBMIT: ['coordinator', (s) => s.drafted()],
  ABANDON: ['office', (s) => s.drafted()],
  RESUBMIT: ['coordinator', (s) => s.returned()],
  ACCEPT: ['desk', (s) => s.submitted()],
  RETURN: ['desk', (s) => s.submitted()],
  WITHDRAW: ['coordinator', (s) => s.submitted()],
  ADVISE: ['team', (s) => s.accepted()],
  CONSULT: ['desk', (s) => s.accepted()],
  EXTEND_CLOCK: ['desk', (s) => s.returned()],
  STOP_CLOCK: ['desk', (s) => s.returned()],
  ASK_MORE_TIME: ['office', (s) => s.returned()],
  EXTEND_CONSULTATION: ['desk', (s) => s.accepted()],
  RECONSULT: ['desk', (s) => s.advised()],
  LET_ADVICE_STAND: ['desk', (s) => s.advised().amended()],
  RESEND_CONSULTATION: ['desk', (s) => s.accepted()],
  WITHDRAW_CONSULTATION: ['desk', (s) => s.accepted().send('desk', anEvent('CONSULT', { facts: s.facts }))],
  INVITE_ENDORSERS: ['office', (s) => s.drafted()],
  ASK_ENDORSERS_AGAIN: ['office', (s) => withHead(s)],
  REPLACE_ENDORSER: ['office', (s) => withHead(s)],
  WITHDRAW_ENDORSER: ['office', (s) => withHead(s)],
  EDIT_PART: ['officeElsewhere', (s) => s, OF_SEVERAL],
  SIGN_TOGETHER: ['officeElsewhere', (s) => s, OF_SEVERAL],
  TAKE_BACK_SIGNATURE: ['officeElsewhere', (s) => s.send('officeElsewhere', SIGNED), OF_SEVERAL],
  WITHDRAW_COUNTRY: ['officeElsewhere', (s) => s, OF_SEVERAL],
  APPOINT: ['desk', (s) => s.accepted()],
  DECLARE: ['amina', (s) => s.appointed()],
  DECLINE_APPOINTMENT: ['amina', (s) => s.appointed()],
  RELEASE: ['desk', (s) => s.appointed()],
  RECORD_CONFLICT: ['chair', (s) => s.appointed()],
  SAVE_SCORES: ['amina', (s) => s.declared()],
  SCORE: ['amina', (s) => s.declared()],
  REVEAL: ['desk', (s) => s.scored()],
  REVISE: ['amina', (s) => s.inModeration()],
  DISCUSS: ['amina', (s) => s.inModeration()],
  SETTLE: ['chair', (s) => s.inModeration()],
  ASK: ['desk', (s) => s.accepted()],
  ANSWER: ['office', (s) => s.asked()],
  CLOSE_QUESTION: ['desk', (s) => s.asked()],
  AMEND: ['coordinator', (s) => s.changed()],
  RECOMMEND: ['chair', (s) => s.withPanel()],
  PREPARE_RECOMMENDATION: ['chair', (s) => s.withPanel()],
  REASSESS: ['chair', (s) => s.withPanel()],
  APPROVE: ['approver', (s) => s.recommended()],
  OFFER_REGIONAL_OPTION: ['approver', (s) => s.recommended()],
  DEFER: ['approver', (s) => s.recommended()],
  DECLINE: ['approver', (s) => s.recommended()],
  SEND_BACK: ['approver', (s) => s.recommended()],
  CORRECT_LETTER: ['approver', (s) => s.declined()],
  NUDGE: ['office', (s) => s.submitted()],
  SEND_LETTER_AGAIN: ['desk', (s) => s.declined()],
  REOPEN: ['approver', (s) => s.declined()],
  ACCEPT_OFFER: ['coordinator', (s) => s.offered()],
  REFUSE_OFFER: ['coordinator', (s) => s.offered()],
  RECONSIDER: ['desk', (s) => s.deferred()],
  REQUEST_RECONSIDERATION: ['coordinator', (s) => s.declined()],
  ENTER_FUNDING: ['fund', (s) => s.approved()],
  RECORD_COST_SHARE: ['fund', (s) => s.approved()],
  FUND: ['fund', (s) => s.approved().send('fund', anEvent('ENTER_FUNDING', { facts: s.facts }))],
  REVALIDATE: ['desk', (s) => s.approved()],
  PROPOSE_TOR: ['desk', (s) => s.funded()],
  SIGN_TOR: ['desk', (s) => s.funded().send('office', anEvent('PROPOSE_TOR', { facts: s.facts }))],
  CONFIRM_COST_SHARE: ['coordinator', (s) => s.funded()],
  CONFIRM_HOSTING: ['office', (s) => s.funded()],
};
const SENT = Object.keys(STAGES) as RequestEventType[];
const at = (type: RequestEventType): Promise<CaseInDatabase> => {
  const [, stage, content] = STAGES[type]!;
  return aCaseAt(db, stage, content);
};

describe('every field of every step that is wrong in itself is named (422)', () => {
  it('covers every step that takes anything', () => {
    const others = EVENT_TYPES.filter((type) => !SENT.includes(type));
    expect(others).toEqual([
      'CREATE',
      'ATTACH',
      'DETACH',
      'EXPIRE',
      'LAPSE',
      'RECORD_SILENCE',
      'RECORD_UNREACHED',
      // By a link alone, and by a clock.
      'ENDORSE',
      'DECLINE_ENDORSEMENT',
      'RECORD_ENDORSER_UNREACHED',
      'HAND_BACK_REVIEW',
      'DROP_CHANGE',
      'DISCARD_PREPARED',
      'DECIDE_WITH_OTHERS',
      'LAPSE_APPROVAL',
      'RECOUNT_CLOCKS',
      'GO_ON_CLOCK',
      'RESUME_CLOCKS',
      'REFUSE_MORE_TIME',
    ]);
  });

  it.each(SENT.filter((type) => WRONG[type] && type !== 'EDIT'))('%s', async (type) => {
    const it = await at(type);
    const { revision } = await it.row();
    const before = await everything(db.pool);
    const program = await by(STAGES[type]![0]);
    for (const { at: path, ...fields } of STAGES[type]![2] ? asHere(WRONG[type]!) : WRONG[type]!)
      refused(await program.write('POST', `/requests/${it.ref}/events`, { type, ...fields }, revision), 422, path);
    expect(changed(before, await everything(db.pool)).filter((table) => table !== 'credential')).toEqual([]);
  });
});

describe('whatever stands where something else is expected is refused, never a failure of ours', () => {
  it.each(SENT)('%s', async (type) => {
    const it = await at(type);
    const facts = await it.facts();
    const program = await by(STAGES[type]![0]);
    const right = anEvent(type, { facts, content: aContent(), until: '2027-12-01' }) as unknown as Json;
    // Behind on purpose: what is right in spite of everything is not taken either.
    const send = (event: unknown) => program.write('POST', `/requests/${it.ref}/events`, event, 0);
    expect((await send(right)).status).toBe(412);
    for (const field of Object.keys(right).filter((key) => key !== 'type'))
      for (const odd of ODD) {
        const { status } = await send({ ...right, [field]: odd });
        expect({ field, odd, status: [412, 422].includes(status) ? 'refused' : status }).toEqual({
          field,
          odd,
          status: 'refused',
        });
      }
    expect((await it.row()).facts).toEqual(facts);
  });

  it('in the content of a request', async () => {
    const it = await aCaseAt(db);
    const office = await by('office');
    const content = aContent() as Json;
    for (const field of Object.keys(content))
      for (const odd of ODD) {
        const { status } = await office.write('PATCH', `/requests/${it.ref}`, { [field]: odd }, 0);
        expect({ field, odd, status: [412, 422].includes(status) ? 'refused' : status }).toMatchObject({
          status: 'refused',
        });
      }
  });
});

describe('the right thing at the wrong moment or by the wrong person', () => {
  it('a reviewer who scores after settlement (409)', async () => {
    const { ref } = await aCaseAt(db, (s) => s.settled());
    refused(await (await by('amina')).step(ref, { type: 'SCORE', scores: aSheet(1, 1, 1, 1, 1) }), 409);
    refused(await (await by('amina')).step(ref, { type: 'REVISE', scores: aSheet(1, 1, 1, 1, 1) }), 409);
  });

  it('an approver who drafted (403)', async () => {
    const okonta = await db.person('ap-okonta');
    await db.pool.query(
      `INSERT INTO assignment (person_id, role, countries, valid_from) VALUES ($1, 'rcOffice', '{TZA}', '2020-01-01')`,
      [okonta.id],
    );
    const both = await db.person('ap-okonta');
    const story = aStory(db);
    story.sent[0]!.actor = both;
    const { ref } = await take(db, story.recommended());
    const answer = await (await web.program(both.id)).step(ref, { type: 'APPROVE', reasons: 'Mine.' });
    refused(answer, 403);
    expect(answer.json).toMatchObject({ code: 'separationOfDuties', detail: expect.stringMatching(/^You drafted/) });
    expect((await (await by('approver')).step(ref, { type: 'APPROVE', reasons: 'Not mine.' })).status).toBe(200);
  });

  it('what one may see but not do is 403 with the reason; what one may not know of is 404', async () => {
    const { ref } = await aCaseAt(db, (s) => s.submitted());
    const office = await (await by('office')).step(ref, { type: 'ACCEPT' });
    expect([office.status, office.json.detail]).toEqual([403, expect.stringContaining('OHCHR desk officer')]);
    const elsewhere = await by('officeElsewhere');
    const hidden = await elsewhere.write('POST', `/requests/${ref}/events`, { type: 'ACCEPT' }, 2);
    const missing = await elsewhere.write('POST', '/requests/HRA-2000-001/events', { type: 'ACCEPT' }, 2);
    expect([hidden.status, hidden.json]).toEqual([404, missing.json]);
  });

  it('two at once: one decides, the other is told', async () => {
    const { ref } = await aCaseAt(db, (s) => s.recommended());
    const approver = await by('approver');
    const { revision } = (await approver.get(`/requests/${ref}`)).json;
    const decide = (event: Json) => approver.write('POST', `/requests/${ref}/events`, event, revision as number);
    const both = await Promise.all([
      decide({ type: 'APPROVE', reasons: 'Yes.' }),
      decide({ type: 'DECLINE', reasons: 'No.', codes: ['OTHER'] }),
    ]);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, expect.any(Number)]);
    expect([409, 412]).toContain(both.find((answer) => answer.status !== 200)!.status);
  });

  it('emoji and writing from right to left come back as they were', async () => {
    const office = await by('office');
    const title = 'طلب مستشار 🕊️ — Ünïcode “‏نص‏”';
    const { status, json } = await office.send('POST', '/requests', { json: aContent({ title }) });
    expect([status, json.title]).toEqual([201, title]);
    expect((await office.get(`/requests/${json.ref as string}`)).json.title).toBe(title);
  });
});
