import { beforeAll, describe, expect, it } from '@jest/globals';
import { Outbox, verifyRecord } from '#casework';
import type { RequestEvent } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent, aSheet } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Json, type Program } from '../support/web.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);

const WORD = 'Xylographia';
/** What the office changes: a word in every kind of place, and a document that carries it in its name. */
const PATCH = {
  title: `${WORD} for the country team`,
  dutyStation: WORD,
  modality: 'surge',
  sections: { context: `The ${WORD} was founded.`, risk: { text: `${WORD} at risk.` } },
  endorsements: null,
};
const ASK = { type: 'ASK', question: 'What else?', mayChange: true } as const;
const AMEND = {
  type: 'AMEND',
  declaration: true,
  note: 'As agreed with the ministry.',
  gapsReason: 'They meet in May.',
};
const letter = anEvent('ATTACH', { facts: { documents: [] } as never });

/** Every page and every answer of the API that speaks of a request, whoever asks. */
const PAGES =
  '|/full|/documents|/messages|/history|/versions|/versions/1|/versions/2|/versions/in-hand/changes|/versions/1/changes?since=1' +
  '|/consultation|/reviews|/reviewers|/details|/sections/2|/check|/submit|/score/form|/history.csv|/letter|/settle';
const ELSEWHERE = '/|/requests|/requests.csv|/advice|/reviews|/panel|/panel/2027-1';
const ANSWERS =
  '|/actions|/timeline|/versions|/versions/1|/versions/2|/assessment|/reviewers|/files|/consultation|/score-form';
const below = (tails: string, ref: string): string[] => tails.split('|').map((tail) => `/requests/${ref}${tail}`);
const pages = (ref: string): string[] => [
  ...below(PAGES, ref),
  ...ELSEWHERE.split('|'),
  `/requests?q=${WORD}`,
  `/advice/${ref}`,
  `/reviews/${ref}`,
  `/decisions/${ref}`,
];

/** Where somebody reads the word. */
async function readsIn(part: Part, ref: string): Promise<string[]> {
  const headers = await web.session(db.cast[part].id);
  const program = await web.program(db.cast[part].id);
  const found: string[] = [];
  for (const path of pages(ref)) {
    const { text } = await web.send('GET', path, { headers });
    // The word that was searched for is shown again to whoever searched; what it finds is not.
    if (text.includes(path.includes(`q=${WORD}`) ? `/requests/${ref}` : WORD)) found.push(path);
  }
  for (const path of [...below(ANSWERS, ref), '/requests', `/requests?q=${WORD}`, '/todos'])
    if ((await program.get(path)).text.includes(path.includes(`q=${WORD}`) ? `"${ref}"` : WORD))
      found.push(`api ${path}`);
  return found;
}
const steps = async (it1: CaseInDatabase, ...taken: [Part, RequestEvent][]) => {
  for (const [by, event] of taken) await it1.send(by, event as never);
};
const verified = async () => (await verifyRecord(db.pool)).broken;

describe('a change that is not submitted', () => {
  let it1: CaseInDatabase;
  beforeAll(async () => {
    it1 = await aCaseAt(db, (s) => s.declared());
    const attach = { ...letter, document: { ...letter.document, name: `${WORD}.pdf` } };
    await steps(it1, ['desk', ASK], ['office', { type: 'EDIT', patch: PATCH }], ['office', attach as RequestEvent]);
  });

  it.each(['desk', 'chair', 'approver', 'amina', 'team', 'regionalOffice', 'fund', 'spare'] as const)(
    'is nowhere before the eyes of %s',
    async (part) => {
      expect(await readsIn(part, it1.ref)).toEqual([]);
    },
  );

  it('is read by the office that wrote it, beside what is judged', async () => {
    const found = await readsIn('office', it1.ref);
    expect(found).toEqual(
      expect.arrayContaining([
        `/requests/${it1.ref}/full`,
        `/requests/${it1.ref}/versions/in-hand/changes`,
        `/requests/${it1.ref}/documents`,
        `api /requests/${it1.ref}`,
      ]),
    );
    expect(found).not.toContain(`/requests/${it1.ref}/versions/1`);
    const { json } = await (await web.program(db.cast.office.id)).get(`/requests/${it1.ref}`);
    expect(json).toMatchObject({ version: 1, changeInHand: true });
    const desk = await (await web.program(db.cast.desk.id)).get(`/requests/${it1.ref}`);
    expect(desk.json).not.toHaveProperty('changeInHand');
  });

  it('brings nobody a message', async () => {
    const outbox = new Outbox(db.pool, db.clock, db.reference);
    while ((await outbox.dispatch()).taken > 0);
    const { rows } = await db.pool.query<{ notice: string }>(
      `SELECT DISTINCT m.notice FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1`,
      [it1.ref],
    );
    expect(rows.map((r) => r.notice).filter((n) => n.startsWith('newVersion'))).toEqual([]);
  });

  it('does not move what reviewers quote, and is found by the record alone', async () => {
    const quoting = { ...aSheet(), ownership: { score: 3, reason: 'x', evidence: [`1.1 “The ${WORD}”`] } };
    const outcome = await it1.attempt('amina', { type: 'SCORE', scores: quoting as never });
    expect(outcome).toMatchObject({ code: 'invalid', fields: [{ path: 'scores.ownership.evidence.0' }] });
    expect(await verified()).toEqual([]);
  });

  it('is taken back in one press, and then nothing of it is left', async () => {
    const headers = await web.session(db.cast.office.id);
    const press = async (form: Record<string, string>) =>
      web.send('POST', `/requests/${it1.ref}/messages`, {
        headers,
        form: { revision: String((await it1.row()).revision), once: crypto.randomUUID(), ...form },
      });
    const [question] = (await it1.facts()).clarifications;
    const answered = await press({ step: 'ANSWER', questionId: question!.id, text: 'Nothing else.' });
    expect(answered.text).toContain('or take the change back');
    expect((await press({ step: 'DROP_CHANGE', questionId: '' })).status).toBe(303);
    // The record of the office alone keeps what was once added.
    expect(await readsIn('office', it1.ref)).toEqual([
      `/requests/${it1.ref}`,
      `/requests/${it1.ref}/history`,
      `api /requests/${it1.ref}/timeline`,
    ]);
    expect((await press({ step: 'ANSWER', questionId: question!.id, text: 'Nothing else.' })).status).toBe(303);
    expect(await verified()).toEqual([]);
  });
});

describe('while the office works on a change', () => {
  const others = ['desk', 'chair', 'amina', 'team', 'approver'] as const;
  const seenBy = async (part: Part, ref: string) => {
    const program = await web.program(db.cast[part].id);
    const one = await program.get(`/requests/${ref}`);
    const listed = ((await program.get('/requests')).json.items as Json[]).find((item) => item.ref === ref);
    const { revision } = (await program.get(`/requests/${ref}/actions`)).json;
    return { etag: one.headers.get('etag'), revision, row: [listed?.revision, listed?.changedAt] };
  };

  it('the case stands still for everybody else, and their forms stay good', async () => {
    const it1 = await aCaseAt(db, (s) => s.declared());
    await steps(it1, ['desk', ASK]);
    const all = async () => Promise.all(others.map(async (part) => [part, await seenBy(part, it1.ref)]));
    const [before, officeBefore] = [await all(), await seenBy('office', it1.ref)];
    db.clock.set(new Date(db.clock.now().getTime() + 3_600_000).toISOString());
    await steps(it1, ['office', { type: 'EDIT', patch: PATCH }], ['office', { type: 'EDIT', patch: { title: 'Two' } }]);
    expect(await all()).toEqual(before);
    const officeNow = await seenBy('office', it1.ref);
    expect(officeNow.revision).toBe((officeBefore.revision as number) + 2);
    expect(officeNow.row[1]).not.toBe(officeBefore.row[1]);
    const desk = await web.program(db.cast.desk.id);
    const close = (revision: number) =>
      desk.send('POST', `/requests/${it1.ref}/events`, {
        json: { type: 'CLOSE_QUESTION', reason: 'It is late.' },
        headers: { 'if-match': `"${revision}"`, 'idempotency-key': `close-${revision}` },
      });
    const read = (await seenBy('desk', it1.ref)).revision as number;
    expect(await close(read - 1)).toMatchObject({ status: 412, json: { revision: read } });
    expect((await close(read)).status).toBe(200);
    expect((await seenBy('desk', it1.ref)).revision).toBe((officeNow.revision as number) + 1);
  });

  it('a form of the office itself that another of them has passed by is refused', async () => {
    const it1 = await aCaseAt(db, (s) => s.declared());
    await steps(it1, ['desk', ASK]);
    const { revision } = await it1.row();
    await steps(it1, ['office', { type: 'EDIT', patch: PATCH }]);
    const office = await web.program(db.cast.office.id);
    const late = await office.send('PATCH', `/requests/${it1.ref}`, {
      json: { title: 'Three' },
      headers: { 'if-match': `"${revision}"`, 'idempotency-key': 'late' },
    });
    expect(late).toMatchObject({ status: 412, json: { revision: revision + 1 } });
  });
});

describe('the new version', () => {
  let it1: CaseInDatabase;
  let [office, coordinator, desk]: Program[] = [];
  beforeAll(async () => {
    [office, coordinator, desk] = await Promise.all(
      (['office', 'coordinator', 'desk'] as const).map((part) => web.program(db.cast[part].id)),
    );
    it1 = await aCaseAt(db, (s) => s.advised().scored());
  });

  it('is asked for, changed and signed through the API', async () => {
    expect((await office!.step(it1.ref, { type: 'EDIT', patch: { title: 'Not now' } })).status).toBe(409);
    expect((await desk!.step(it1.ref, { ...ASK })).status).toBe(200);
    expect((await coordinator!.step(it1.ref, AMEND)).json).toMatchObject({
      detail: expect.stringContaining('Nothing differs from version 1'),
    });
    expect((await office!.step(it1.ref, { type: 'EDIT', patch: PATCH })).status).toBe(200);
    expect((await office!.step(it1.ref, AMEND)).status).toBe(403);
    refused(await coordinator!.step(it1.ref, { ...AMEND, note: undefined }), 422);
    const revision = (await it1.row()).revision;
    const send = () => coordinator!.write('POST', `/requests/${it1.ref}/events`, AMEND, revision);
    // Two tabs: one of them is told that the other has done it.
    const both = await Promise.all([send(), send()]);
    expect(both.map((a) => a.status).sort()).toEqual([200, 412]);
  });

  it('is what everybody reads from now on, and what searches find', async () => {
    for (const part of ['desk', 'amina', 'team'] as const)
      expect(await readsIn(part, it1.ref)).toEqual(
        expect.arrayContaining([`/requests/${it1.ref}/full`, `/requests?q=${WORD}`, `api /requests?q=${WORD}`]),
      );
    const changes = await web.send('GET', `/requests/${it1.ref}/versions/2/changes?since=1`, {
      headers: await web.session(db.cast.amina.id),
    });
    expect(changes.text).toContain('From version 1 to version 2');
  });

  it('gives the scores back, keeps the advice on its version, and is proved by the record', async () => {
    const facts = await it1.facts();
    expect(facts.reviewers.map((r) => [r.state, r.first, Object.values(r.draftVersions ?? {})[0]])).toEqual([
      ['cleared', null, 1],
      ['cleared', null, 1],
    ]);
    const headers = await web.session(db.cast.amina.id);
    const page = await web.send('GET', `/reviews/${it1.ref}`, { headers });
    expect(page.text).toContain('Version 2 came after you had finished');
    const consultation = await web.send('GET', `/requests/${it1.ref}/consultation`, {
      headers: await web.session(db.cast.desk.id),
    });
    expect(consultation.text).toContain('This is about version 1; the request now stands at version 2.');
    expect(await verified()).toEqual([]);
  });

  it('is told to those who wait, and to nobody who stood back', async () => {
    const outbox = new Outbox(db.pool, db.clock, db.reference);
    while ((await outbox.dispatch()).taken > 0);
    const { rows } = await db.pool.query<{ notice: string; to: string[] }>(
      `SELECT m.notice, m.to_addresses AS to FROM mail m JOIN request r ON r.id = m.case_id
        WHERE r.ref = $1 AND m.notice LIKE 'newVersion%'`,
      [it1.ref],
    );
    expect(new Set(rows.map((r) => r.notice))).toEqual(
      new Set(['newVersion', 'newVersionToScore', 'newVersionForAdvice']),
    );
    expect(rows.filter((r) => r.notice === 'newVersionToScore')).toHaveLength(2);
  });
});

it('is signed on a page that says what it voids, by a coordinator, whatever reviewers save meanwhile', async () => {
  const it1 = await aCaseAt(db, (s) => s.declared());
  await steps(it1, ['desk', ASK], ['office', { type: 'EDIT', patch: { title: 'Three years' } }]);
  const path = `/requests/${it1.ref}/submit`;
  const office = await web.send('GET', path, { headers: await web.session(db.cast.office.id) });
  expect(office.text).toContain('It waits for:');
  const headers = await web.session(db.cast.coordinator.id);
  const page = await web.send('GET', path, { headers });
  expect(page.text).toContain('Submit the change as version 2');
  expect(page.text).toContain('go back to their reviewers as drafts');
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
  const form = {
    revision: hidden('revision'),
    once: hidden('once'),
    drawn: hidden('drawn'),
    declaration: 'yes',
    note: 'The government asked for it.',
  };
  expect((await web.send('POST', path, { headers, form: { ...form, note: '' } })).text).toContain(
    'Say what you changed, and why',
  );
  await it1.send('amina', { type: 'SAVE_SCORES', scores: {} });
  const other = { ...form, drawn: 'another text' };
  expect((await web.send('POST', path, { headers, form: other })).status).toBe(412);
  expect((await web.send('POST', path, { headers, form })).headers.get('location')).toContain('/messages');
  expect((await it1.facts()).version).toBe(2);
  const again = await web.send('POST', path, { headers, form: { ...form, once: crypto.randomUUID() } });
  expect(again.status).toBe(412);
});

it('is put aside, with its text, when the desk officer goes on without an answer', async () => {
  const it1 = await aCaseAt(db, (s) => s.declared());
  await steps(it1, ['desk', ASK], ['office', { type: 'EDIT', patch: PATCH }]);
  await it1.send('desk', { type: 'CLOSE_QUESTION', reason: 'No time is left.' });
  const { json } = await (await web.program(db.cast.office.id)).get(`/requests/${it1.ref}`);
  expect(JSON.stringify(json)).not.toContain(WORD);
  expect(await verified()).toEqual([]);
});
