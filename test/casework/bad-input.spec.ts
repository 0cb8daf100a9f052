import { describe, expect, it } from '@jest/globals';
import { Requests, verifyRecord } from '#casework';
import { isRefusal, type RequestContent, type RequestEvent } from '#domain';
import { aContent, contentWith } from '../../libs/domain/test/content.js';
import type { CaseBuilder } from '../../libs/domain/test/a-case.js';
import { anEvent, aSheet } from '../../libs/domain/test/events.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { WRONG } from '../../libs/domain/test/wrong-events.js';
import { aCaseAt, asHere, OF_SEVERAL, SIGNED } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';

type StepEvent = Exclude<RequestEvent, { type: 'CREATE' }>;
const db = useDatabase();

describe('text of every kind comes back as it was written', () => {
  const texts: [string, string][] = [
    ['emoji, also those of many parts', 'Team 👩🏽‍⚖️ 🇹🇿 😀'],
    ['right to left, with a word of the other direction', 'مستشار حقوق الإنسان (UNCT) في دار السلام'],
    ['marks that turn the direction', '\u202Eabc\u202C and \u200Fdef'],
    ['letters outside the first plane', '𠜎𠜱 𝔸𝕕𝕧𝕚𝕤𝕖𝕣'],
    ['the same accent written in two ways', 'é e\u0301'],
    [
      'what databases and pages take for their own',
      `'; DROP TABLE request; -- <script>alert(1)</script> \\u0000 {{7*7}} %s $1 \${x}`,
    ],
    ['lines and tabs', 'one\ntwo\r\nthree\tfour'],
    ['control characters that are text', 'a\u0001b\u007f\u0085c\u2028d'],
  ];
  it.each(texts)('%s', async (_, text) => {
    const content = contentWith('sections.context', text, aContent({ title: text.slice(0, 300) }));
    const opened = await db.casework.open(db.cast.office, content);
    if (isRefusal(opened)) throw new Error(opened.message);
    const { rows } = await db.pool.query<{ content: RequestContent }>(
      'SELECT c.content FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1',
      [opened.ref],
    );
    expect(rows[0]!.content).toEqual(content);
    expect((await verifyRecord(db.pool, opened.ref)).broken).toEqual([]);
  });
});

describe('what cannot be kept is refused at its place, and nothing is written', () => {
  const refusedAt = async (path: string, value: unknown) => {
    const before = await everything(db.pool);
    const refused = await db.casework.open(db.cast.office, contentWith(path, value));
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path }] });
    expect(changed(before, await everything(db.pool))).toEqual([]);
  };
  it.each([
    ['a character of code zero', 'sections.context', 'a\u0000b'],
    ['half a character', 'sections.context', 'broken \ud83d'],
    ['the other half of one', 'title', '\ude00 broken'],
    ['a text without end', 'sections.context', 'a'.repeat(20_001)],
    ['the year 9999', 'requestedStart', '9999-12-31'],
    ['a day that is none', 'requestedStart', '2027-02-30'],
    ['a number for a text', 'title', 5],
    ['a list for a text', 'sections.context', ['a']],
    ['a score of five', 'selfAssessment.ownership.score', 5],
    ['a country that there is not', 'countries.0', undefined],
  ])('%s', async (_, path, value) => {
    if (path !== 'countries.0') return refusedAt(path, value);
    const refused = await db.casework.open(db.cast.office, aContent({ countries: ['XXX'] }));
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path }] });
  });

  it('a name that no form has, even one that the language knows', async () => {
    const odd = JSON.parse(
      '{"__proto__": {"x": 1}, "constructor": 1, "toString": "x", "nonsense": true}',
    ) as RequestContent;
    const before = await everything(db.pool);
    const refused = await db.casework.open(
      db.cast.office,
      Object.assign(Object.create(null) as RequestContent, aContent(), odd),
    );
    expect(refused).toMatchObject({ code: 'invalid' });
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  const withMoney = (story: CaseBuilder) => story.send('fund', anEvent('ENTER_FUNDING', { facts: story.facts }));

  /** Where each kind of wrong event would be taken, if it were right. */
  const STAGE: Partial<Record<RequestEvent['type'], [Part, Parameters<typeof aCaseAt>[1], RequestContent?]>> = {
    EDIT: ['office', (s) => s],
    ATTACH: ['office', (s) => s],
    DETACH: ['office', (s) => s],
    ABANDON: ['office', (s) => s],
    SUBMIT: ['coordinator', (s) => s],
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
    ASK_ENDORSERS_AGAIN: ['office', (s) => s.send('office', anEvent('INVITE_ENDORSERS', { facts: s.facts }))],
    REPLACE_ENDORSER: ['office', (s) => s.send('office', anEvent('INVITE_ENDORSERS', { facts: s.facts }))],
    WITHDRAW_ENDORSER: ['office', (s) => s.send('office', anEvent('INVITE_ENDORSERS', { facts: s.facts }))],
    EDIT_PART: ['officeElsewhere', (s) => s, OF_SEVERAL],
    SIGN_TOGETHER: ['officeElsewhere', (s) => s, OF_SEVERAL],
    TAKE_BACK_SIGNATURE: ['officeElsewhere', (s) => s.send('officeElsewhere', SIGNED), OF_SEVERAL],
    WITHDRAW_COUNTRY: ['officeElsewhere', (s) => s, OF_SEVERAL],
    APPOINT: ['desk', (s) => s.accepted()],
    DECLARE: ['amina', (s) => s.appointed()],
    DECLINE_APPOINTMENT: ['amina', (s) => s.appointed()],
    RELEASE: ['desk', (s) => s.appointed()],
    RECORD_CONFLICT: ['chair', (s) => s.appointed()],
    HAND_BACK_REVIEW: ['clock', (s) => s.appointed()],
    SAVE_SCORES: ['amina', (s) => s.declared()],
    SCORE: ['amina', (s) => s.declared()],
    REVISE: ['amina', (s) => s.revealed()],
    DISCUSS: ['amina', (s) => s.revealed()],
    SETTLE: ['chair', (s) => s.revealed()],
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
    REFUSE_OFFER: ['coordinator', (s) => s.offered()],
    ACCEPT_OFFER: ['coordinator', (s) => s.offered()],
    RECONSIDER: ['desk', (s) => s.deferred()],
    REQUEST_RECONSIDERATION: ['coordinator', (s) => s.declined()],
    ENTER_FUNDING: ['fund', (s) => s.approved()],
    RECORD_COST_SHARE: ['fund', (s) => s.approved()],
    FUND: ['fund', (s) => withMoney(s.approved())],
    REVALIDATE: ['desk', (s) => s.approved()],
    PROPOSE_TOR: ['desk', (s) => s.funded()],
    CONFIRM_COST_SHARE: ['coordinator', (s) => s.funded()],
    CONFIRM_HOSTING: ['office', (s) => s.funded()],
  };

  // A decision of several is one of criteria that ask for it: its spec sends it where it would be taken.
  it.each((Object.keys(WRONG) as RequestEvent['type'][]).filter((t) => t !== 'DECIDE_WITH_OTHERS'))(
    '%s, wrong in every way that is known',
    async (type) => {
      const [by, stage, content] = STAGE[type]!;
      const it = await aCaseAt(db, stage, content);
      const before = await everything(db.pool);
      for (const { at: _at, ...wrong } of content ? asHere(WRONG[type]!) : WRONG[type]!) {
        const refused = await it.attempt(by, { type, ...wrong } as unknown as StepEvent);
        expect([wrong, refused]).toEqual([
          wrong,
          expect.objectContaining({ code: expect.stringMatching(/^(invalid|notReady)$/) }),
        ]);
      }
      expect(changed(before, await everything(db.pool))).toEqual([]);
    },
  );

  it.each(['__proto__', 'constructor', 'toString', "x'; --", 'a\u0000b', '\ud83d', 'Nobody@nowhere.example'])(
    'a reviewer by the name of %j is nobody',
    async (name) => {
      const it = await aCaseAt(db, (s) => s.accepted());
      const refused = await it.attempt('desk', { type: 'APPOINT', reviewers: [name] });
      expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'reviewers.0' }] });
    },
  );

  it.each([
    ['a passage relied on that cannot be kept', ['a\u0000b']],
    ['half a character in one', ['\ud83d']],
    ['a passage without end', ['a'.repeat(100_000)]],
    ['more passages than anybody reads', Array(2_000).fill('Annex 1')],
  ])('%s', async (_, evidence) => {
    const it = await aCaseAt(db, (s) => s.declared());
    const scores = { ...aSheet(), ownership: { score: 3, reason: 'See the annex', evidence } };
    for (const type of ['SAVE_SCORES', 'SCORE'] as const)
      expect(await it.attempt('amina', { type, scores })).toMatchObject({ code: 'invalid' });
  });

  it('a score after settlement, and a decision by one who drafted, say why they come too late or from the wrong hand', async () => {
    const settled = await aCaseAt(db, (s) => s.withPanel());
    const scores = { ownership: { score: 0, reason: 'Too late' } };
    for (const type of ['SCORE', 'REVISE', 'SAVE_SCORES'] as const)
      expect(await settled.attempt('amina', { type, scores })).toMatchObject({ code: 'notNow' });
    await db.pool.query(`INSERT INTO assignment (person_id, role, valid_from) VALUES ($1, 'approver', '2020-01-01')`, [
      db.cast.office.id,
    ]);
    const recommended = await aCaseAt(db, (s) => s.recommended());
    const both = await db.person('rco-tza');
    const event = { type: 'APPROVE', reasons: 'We are worth it.' } as const;
    const refused = await db.casework.advance(recommended.ref, both, event, { revision: 'latest' });
    expect(refused).toMatchObject({ code: 'separationOfDuties' });
  });
});

describe('as much text as a request may have at all', () => {
  /** Words, each another one, until nothing more may be written. */
  function answer(word: (i: number) => string, from: number): string {
    const words: string[] = [];
    for (let i = from, length = 0; length < 20_000; i += 1) length += words[words.push(word(i)) - 1]!.length + 1;
    return words
      .join(' ')
      .slice(0, 19_999)
      .replace(/[\ud800-\udbff]$/, '');
  }
  function filled(word: (i: number) => string): RequestContent {
    const { sections, ...rest } = aContent();
    const fill = (value: unknown, i: number): unknown => (typeof value === 'string' ? answer(word, i * 10_000) : value);
    const full = Object.entries(sections!).map(([key, section], i) => [
      key,
      typeof section === 'object' &&
      !Array.isArray(section) &&
      !['costAndHosting', 'risk', 'termsOfReference'].includes(key)
        ? Object.fromEntries(Object.entries(section).map(([k, v], j) => [k, fill(v, i * 10 + j)]))
        : section,
    ]);
    return { ...rest, sections: Object.fromEntries(full) as RequestContent['sections'] };
  }
  const han = (i: number) => String.fromCodePoint(0x4e00 + (i % 20_000), 0x4e00 + Math.floor(i / 20_000));

  it.each([
    ['thousands of different words', (i: number) => i.toString(36)],
    ['thousands of signs that are words each', han],
    ['emoji, cut anywhere', () => '😀'.repeat(7)],
    ['one word that never ends', () => 'a'.repeat(20_000)],
    ['letters outside the first plane, cut anywhere', () => '𠜎'.repeat(6)],
  ])('%s: is kept, found and edited', async (_, word) => {
    const content = filled(word);
    expect(JSON.stringify(content).length).toBeGreaterThan(300_000);
    const opened = await db.casework.open(db.cast.office, content);
    expect(opened).toMatchObject({ revision: 1 });
    if (isRefusal(opened)) return;
    const edit = { type: 'EDIT', patch: { dutyStation: 'Dodoma' } } as const;
    const edited = await db.casework.advance(opened.ref, db.cast.office, edit, { revision: 1 });
    expect(edited).toMatchObject({ revision: 2 });
    expect(await new Requests(db.pool).page(db.cast.office, { q: opened.ref })).toMatchObject({
      rows: [{ ref: opened.ref }],
    });
    expect((await verifyRecord(db.pool, opened.ref)).broken).toEqual([]);
  });

  it('forty documents and no more', async () => {
    const it = await aCaseAt(db);
    const attach = (i: number): StepEvent => ({
      type: 'ATTACH',
      document: {
        id: `00000000-0000-4000-8000-0000000000${String(i).padStart(2, '0')}`,
        name: `../../etc/${i}.pdf`,
        type: 'application/pdf',
        size: 1,
        sha256: String(i).padStart(64, '0'),
        section: 9,
        tier: 'case',
      },
    });
    for (let i = 0; i < 40; i += 1) await it.send('office', attach(i));
    expect(await it.attempt('office', attach(40))).toMatchObject({ code: 'notReady' });
  });
});
