import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Cases, DraftComments, openBySection, SectionPresence, type CaseView } from '#casework';
import { isRefusal, QUESTIONS, type Actor } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { PARTS } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';

const db = useDatabase();
let comments: DraftComments;
let presence: SectionPresence;
const question = `sections.ownership.${Object.keys(QUESTIONS.ownership)[0]!}`;

beforeAll(() => {
  comments = new DraftComments(db.pool, db.clock);
  presence = new SectionPresence(db.pool, db.clock);
});

const seen = async (it1: CaseInDatabase, actor: Actor): Promise<CaseView> =>
  (await new Cases(db.pool).find(it1.ref, actor))!;

describe('a comment on a question of a draft', () => {
  it('is asked, answered and resolved in the office, and moves nothing of the case', async () => {
    const { office, coordinator } = db.cast;
    const draft = await aCaseAt(db);
    const view = await seen(draft, office);
    const before = await everything(db.pool);
    const id = randomUUID();
    const said = { id, question, text: 'Which ministry signed?' };
    expect(await comments.say(view, office, said)).toBeNull();
    // A second click keeps it once.
    expect(await comments.say(view, office, said)).toBeNull();
    expect(
      await comments.say(view, coordinator, { id: randomUUID(), answers: id, text: 'Justice, in March.' }),
    ).toBeNull();
    const [one, ...more] = await comments.of(view, coordinator);
    expect([one, more]).toMatchObject([
      {
        question,
        section: 2,
        by: office.name,
        resolved: null,
        answers: [{ by: coordinator.name, text: 'Justice, in March.' }],
      },
      [],
    ]);
    expect(openBySection([one!])).toEqual(new Map([[2, 1]]));
    expect(await comments.resolve(view, coordinator, id)).toBeNull();
    expect(await comments.resolve(view, coordinator, id)).toMatchObject({ code: 'notFound' });
    expect(await comments.say(view, office, { id: randomUUID(), answers: id, text: 'Late.' })).toMatchObject({
      code: 'notFound',
    });
    expect((await comments.of(view, office))[0]!.resolved).toMatchObject({ by: coordinator.name });
    expect(changed(before, await everything(db.pool))).toEqual(['draft_comment']);
  });

  it('says what is wrong with it', async () => {
    const view = await seen(await aCaseAt(db), db.cast.office);
    const say = (draft: object) => comments.say(view, db.cast.office, { id: randomUUID(), text: 'Why?', ...draft });
    expect(await say({})).toMatchObject({ fields: [{ path: 'question' }] });
    expect(await say({ question: 'sections.nothing' })).toMatchObject({ fields: [{ path: 'question' }] });
    expect(await say({ question, text: ' ' })).toMatchObject({ fields: [{ path: 'text' }] });
    expect(await say({ question, text: 'x'.repeat(4_001) })).toMatchObject({ fields: [{ path: 'text' }] });
    expect(await say({ question, id: 'mine' })).toMatchObject({ code: 'invalid' });
    expect(await say({ answers: randomUUID() })).toMatchObject({ code: 'notFound' });
  });

  it('is never seen or written by anybody outside of the office, before or after the request is sent', async () => {
    const draft = await aCaseAt(db);
    await comments.say(await seen(draft, db.cast.office), db.cast.office, {
      id: randomUUID(),
      question,
      text: 'Secret.',
    });
    await draft.send('coordinator', { type: 'SUBMIT', declaration: true });
    await draft.send('desk', { type: 'ACCEPT' });
    const view = await seen(draft, db.cast.office);
    for (const part of PARTS.filter((p) => p !== 'clock' && db.cast[p])) {
      const theirs = await comments.of(view, db.cast[part]);
      expect({ part, n: theirs.length }).toEqual({ part, n: ['office', 'coordinator'].includes(part) ? 1 : 0 });
      const refusal = await comments.say(view, db.cast[part], { id: randomUUID(), question, text: 'Mine.' });
      expect(refusal).toMatchObject({ code: theirs.length ? 'notNow' : 'notYourRole' });
    }
    const { rows } = await db.pool.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM audit_event WHERE data::text LIKE '%Secret.%')
         + (SELECT count(*) FROM request_version WHERE content::text LIKE '%Secret.%')
         + (SELECT count(*) FROM outbox o WHERE o::text LIKE '%Secret.%') AS n`,
    );
    expect(Number(rows[0]!.n)).toBe(0);
  });
});

it('the offices of a regional request comment together; who is in a section of the text, the office that leads knows alone', async () => {
  const content = aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'NER'] });
  const opened = await db.casework.open(db.cast.coordinator, content);
  if (isRefusal(opened)) throw new Error(opened.message);
  const [lead, other] = [db.cast.coordinator, await db.person('rc-ner')];
  const view = (await new Cases(db.pool).find(opened.ref, other))!;
  expect(await comments.say(view, other, { id: randomUUID(), question, text: 'Our ministry is another.' })).toBeNull();
  expect(await comments.of(view, lead)).toMatchObject([{ by: other.name }]);
  await presence.came(view, lead, 2);
  expect(await presence.present(view, other)).toEqual([]);
  expect(await presence.came(view, other, 2)).toEqual([]);
  expect(await presence.present(view, lead)).toEqual([]);
});

describe('who is in a section', () => {
  it('is told to who may change the same draft, for a quarter of an hour after they opened or saved it', async () => {
    const { office, coordinator, auditor, officeElsewhere } = db.cast;
    const draft = await aCaseAt(db);
    const view = await seen(draft, office);
    const at = db.clock.now();
    const later = (minutes: number) => db.clock.set(new Date(at.getTime() + minutes * 60_000).toISOString());
    expect(await presence.came(view, office, 3)).toEqual([]);
    expect(await presence.came(view, coordinator, 3)).toMatchObject([{ name: office.name, section: 3 }]);
    for (const other of [auditor, officeElsewhere]) expect(await presence.came(view, other, 3)).toEqual([]);
    later(10);
    await draft.send('office', { type: 'EDIT', patch: { dutyStation: 'Dodoma' } });
    later(20);
    // The coordinator only looked, and is gone; what the office saved shows that it is there still.
    expect(await presence.present(view, coordinator)).toMatchObject([{ name: office.name }]);
    expect(await presence.present(view, office)).toEqual([]);
    later(40);
    expect(await presence.present(view, coordinator)).toEqual([]);
    later(0);
  });

  it('moves with the person, ends at the list of sections, and makes nobody’s form stale', async () => {
    const { office, coordinator } = db.cast;
    const draft = await aCaseAt(db);
    const view = await seen(draft, office);
    await presence.came(view, office, 1);
    await presence.came(view, office, 5);
    expect(await presence.came(view, coordinator, 1)).toMatchObject([{ section: 5 }]);
    await presence.left(view, office);
    expect(await presence.present(view, coordinator)).toEqual([]);
    expect((await draft.row()).revision).toBe(view.revision);
    await draft.send('coordinator', { type: 'SUBMIT', declaration: true });
    const sent = await draft.attempt('office', { type: 'EDIT', patch: { dutyStation: 'Mbeya' } });
    expect(isRefusal(sent)).toBe(true);
    expect(await presence.came(await seen(draft, office), office, 1)).toEqual([]);
  });
});
