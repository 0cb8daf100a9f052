import { describe, expect, it } from '@jest/globals';
import { FIRST_LETTERS, firstLetter } from '#domain';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);

const PATH = '/admin/letters/refusal/fr';
const headers = async () => web.session(db.cast.administrator.id);
const words = { ...firstLetter('DECLINE', 'es').blocks };

describe('the words of letters', () => {
  it('are those of before in a fresh database: one for each kind and language', async () => {
    const { json } = await (await web.program(db.cast.desk.id)).get('/letter-templates');
    const items = json.items as Json[];
    expect(items).toHaveLength(12);
    for (const { kind, language, blocks } of FIRST_LETTERS)
      expect(items).toContainEqual(expect.objectContaining({ kind, language, version: 1, blocks }));
  });

  it('are written as a new version, after a look at what changes and at an invented letter', async () => {
    const me = await headers();
    const form = await web.send('GET', `${PATH}/new`, { headers: me });
    const fields = { ...fieldsOf(form.text), 'block-closingAgain': 'Une nouvelle demande reste possible.' };
    const unexplained = await web.send('POST', `${PATH}/new`, { headers: me, form: { ...fields, step: 'check' } });
    expect([unexplained.status, unexplained.text]).toEqual([422, expect.stringContaining('Say why the words change')]);
    const typed = { ...fields, note: 'Plus court.' };
    const check = await web.send('POST', `${PATH}/new`, { headers: me, form: { ...typed, step: 'check' } });
    expect(check.text).toContain('One part of the letter differs from version 1.');
    expect(check.text).toMatch(/<ins>.*reste possible/);
    expect(check.text).toContain('Exemplie');
    expect(check.text).not.toContain('TZA');
    const publish = { ...fieldsOf(check.text), step: 'publish' };
    const done = await web.send('POST', `${PATH}/new`, { headers: me, form: publish });
    expect(done.headers.get('location')).toBe(`${PATH}?done=letterPublished`);
    const shown = await web.send('GET', PATH, { headers: me });
    expect(shown.text).toContain('Against version 1');
    expect(shown.text).toContain('Plus court.');
    // A second click is answered like the first, and an older page is told of what came between.
    const again = await web.send('POST', `${PATH}/new`, { headers: me, form: publish });
    expect(again.status).toBe(303);
    const late = { ...publish, 'block-closingAgain': 'Autre.' };
    const stale = await web.send('POST', `${PATH}/new`, { headers: me, form: late });
    expect([stale.status, stale.text]).toEqual([412, expect.stringContaining('published version 2 since you opened')]);
    expect(stale.text).toContain('Autre.');
  });

  it('that break a rule are refused beside the part, and kept', async () => {
    const me = await headers();
    const form = await web.send('GET', `${PATH}/new`, { headers: me });
    const fields = { ...fieldsOf(form.text), 'block-opening': 'Merci {nom}.', note: 'x', step: 'check' };
    const answer = await web.send('POST', `${PATH}/new`, { headers: me, form: fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('“{nom}” is not a field of a letter');
    expect(answer.text).toContain('Merci {nom}.');
  });

  it.each([
    '/admin/letters/nothing/en',
    '/admin/letters/refusal/de',
    `${PATH}/99`,
    `${PATH}/x`,
    '/admin/letters/toString/en',
  ])('%s is not found', async (path) => {
    expect((await web.send('GET', path, { headers: await headers() })).status).toBe(404);
  });

  it('are published by a program, which is told what is wrong by path', async () => {
    const program = await web.program(db.cast.administrator.id);
    const draft = { kind: 'DECLINE', language: 'es', after: 1, note: 'Más claro.', blocks: words };
    const wrong = await program.send('POST', '/letter-templates', {
      json: { ...draft, blocks: { ...words, reasons: 'Razones:' } },
    });
    expect([wrong.status, wrong.json.errors]).toEqual([422, [expect.objectContaining({ path: 'blocks.reasons' })]]);
    const same = await program.send('POST', '/letter-templates', { json: draft });
    expect([same.status, same.json.detail]).toEqual([422, expect.stringContaining('Nothing differs from version 1')]);
    const made = await program.send('POST', '/letter-templates', {
      json: {
        ...draft,
        blocks: { ...words, closingAgain: 'Cabe una nueva solicitud.' },
      },
    });
    expect([made.status, made.json.version, made.json.publishedBy]).toEqual([201, 2, db.cast.administrator.name]);
    const late = await program.send('POST', '/letter-templates', {
      json: { ...draft, blocks: { ...words, closingAgain: 'Otra.' } },
    });
    expect(late.status).toBe(412);
  });
});
