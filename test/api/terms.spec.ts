import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, TermsPublisher } from '#casework';
import { arrangementsOf, FIRST_TERMS, isRefusal, type RequestContent, type TermsContent } from '#domain';
import { projectRoot } from '#platform';
import { textOfDocx } from '../../libs/casework/test/docx-text.js';
import { textOfPdf } from '../../libs/casework/test/pdf-text.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { aStory, take, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Answer } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const SAMPLE = join(projectRoot(), 'libs/casework/data/samples/requests/01-tanzania-upr-follow-up.json');
const content = (): RequestContent => ({
  ...contentOf(JSON.parse(readFileSync(SAMPLE, 'utf8')) as Record<string, unknown>),
  requestedStart: '2027-07-01',
});

/** A request of which the first period is covered. */
function funded() {
  const story = aStory(db, content()).approved();
  const entry = anEvent('ENTER_FUNDING', { facts: story.facts, content: story.content });
  return take(db, story.send('fund', { ...entry, amount: '900000.00' }).funded());
}

let it1: CaseInDatabase;
const parts = ['office', 'coordinator', 'desk', 'fund', 'administrator', 'deskElsewhere'] as const;
type Someone = (typeof parts)[number];
const sessions = {} as Record<Someone, Record<string, string>>;
beforeAll(async () => {
  it1 = await funded();
  for (const part of parts) sessions[part] = await web.session(db.cast[part].id);
});

const path = (more = ''): string => `/requests/${it1.ref}/terms${more}`;
const get = (who: Someone, address: string): Promise<Answer> => web.send('GET', address, { headers: sessions[who] });
const fieldsOf = (html: string): Record<string, string | string[]> => {
  const fields: Record<string, string | string[]> = {};
  const add = (name: string, value: string): void => {
    const before = fields[name];
    fields[name] = before === undefined ? value : [before, value].flat();
  };
  const plain = (s: string): string =>
    s.replace(/&(amp|lt|gt|quot|#39);/g, (_, e: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[e] ?? "'");
  const form = /<form method="post"[^]*?<\/form>/.exec(html.slice(html.indexOf('<main')))?.[0] ?? '';
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    const checkable = /type="(checkbox|radio)"/.test(tag);
    if (name && (!checkable || / checked/.test(tag))) add(name, plain(/value="([^"]*)"/.exec(tag)?.[1] ?? ''));
  }
  for (const [, name, value] of form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^]*?)<\/textarea>/g))
    add(name!, plain(value!));
  for (const [, name, of] of form.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([^]*?)<\/select>/g))
    add(name!, plain(/value="([^"]*)" selected/.exec(of!)?.[1] ?? ''));
  return fields;
};
async function post(who: Someone, address: string, change: Record<string, string | string[]> = {}, from = address) {
  const page = await get(who, from);
  return web.send('POST', address, { headers: sessions[who], form: { ...fieldsOf(page.text), ...change } });
}
const standing = async () => arrangementsOf(await it1.facts())!.terms;

describe('the terms of a post that is funded', () => {
  it('are the standard, filled in, with the duties that the request adds', async () => {
    const { status, text } = await get('office', path());
    expect(status).toBe(200);
    expect(text).toContain('Nothing has been proposed yet');
    expect(text).toContain('Duty station: Dar es Salaam');
    expect(text).toContain('four clauses added');
    expect(text).toMatch(/<ins><span class="govuk-visually-hidden">\[added: <\/span>Spend at least one working week/);
    expect(text).toContain('Propose these terms');
    expect((await get('fund', path())).text).not.toContain('Propose these terms');
    expect((await get('deskElsewhere', path())).status).toBe(404);
  });

  it('are proposed with one button', async () => {
    const done = await post('office', path());
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path()}?done=termsProposed`]);
    expect(await standing()).toMatchObject({ number: 1, content: { standard: 1, language: 'en' }, signatures: [] });
    expect((await get('coordinator', path())).text).toContain('Sign version 1');
  });

  it('are signed by one side, and a change asks both again', async () => {
    const signed = await post('coordinator', path('/sign'));
    expect(signed.headers.get('location')).toBe(`${path()}?done=termsSigned`);
    const edit = await get('desk', path('/edit'));
    expect(edit.text).toMatch(/A new version voids that signature/);
    const purpose = fieldsOf(edit.text)['text-purpose'] as string;
    const changed = await web.send('POST', path('/edit'), {
      headers: sessions.desk,
      form: {
        ...fieldsOf(edit.text),
        'text-purpose': purpose.replace('The post is there to build what remains', 'It builds what stays'),
        out: 'counterparts.humanitarian',
        'heading-new': 'Zanzibar office',
        'text-new': 'Advise the Zanzibar office.',
        'criteria-new': ['ownership', 'sustainability'],
        'results-new': 'Outcome 3\r\nOutcome 4',
        'name-supervisor': 'Ama Dlamini',
        'title-supervisor': 'Resident Coordinator',
        step: 'propose',
      },
    });
    expect(changed.headers.get('location')).toBe(`${path()}?done=termsProposed`);
    const terms = (await standing())!;
    expect([terms.number, terms.signatures]).toEqual([2, []]);
    expect(terms.content.clauses.find((c) => c.key === 'added.5')).toEqual({
      key: 'added.5',
      heading: 'Zanzibar office',
      text: 'Advise the Zanzibar office.',
      criteria: ['ownership', 'sustainability'],
      results: ['Outcome 3', 'Outcome 4'],
    });
    const { text } = await get('office', path());
    expect(text).toContain('five clauses added, one clause changed and one clause removed');
    expect(text).toMatch(/<del><span[^>]*>\[removed: <\/span>The post is there to build/);
    expect(text).toContain('Ama Dlamini, Resident Coordinator');
    expect((await get('office', path('?version=1'))).text).toContain('A later version has taken its place');
    expect(text).toContain('Signed by');
  });

  it('nobody signs a version that they have not read', async () => {
    const page = await get('coordinator', path('/sign'));
    await post('office', path('/edit'), { 'heading-purpose': 'Why there is a post', step: 'propose' });
    const late = await web.send('POST', path('/sign'), { headers: sessions.coordinator, form: fieldsOf(page.text) });
    expect(late.status).toBe(412);
    expect(late.text).toMatch(/proposed version 3 on .*You have not signed\. Read version 3, then sign it\./);
    expect((await standing())!.signatures).toEqual([]);
    for (const who of ['coordinator', 'desk'] as const) await post(who, path('/sign'));
    expect((await standing())!.signatures.map((s) => s.side)).toEqual(['rc', 'ohchr']);
    expect((await get('office', path())).text).toContain('Signed by both sides');
  });

  it('say at the field what is wrong, and keep what was typed', async () => {
    const wrong = await post('office', path('/edit'), {
      'text-purpose': '',
      'heading-new': 'Half a duty',
      'name-supervisor': 'Ama',
      'title-supervisor': '',
      step: 'propose',
    });
    expect(wrong.status).toBe(422);
    for (const href of ['text-purpose', 'text-new', 'criteria-new', 'title-supervisor'])
      expect(wrong.text).toContain(`href="#${href}"`);
    expect(wrong.text).toContain('value="Half a duty"');
    const same = await post('office', path('/edit'), { step: 'propose' });
    expect([same.status, same.text]).toEqual([422, expect.stringContaining('Nothing differs from version 3')]);
    const more = await post('office', path('/edit'), {
      'heading-new': 'One more',
      'text-new': 'Do it.',
      'criteria-new': 'ownership',
      step: 'add',
    });
    expect([more.status, more.text]).toEqual([200, expect.stringContaining('name="text-added.6"')]);
    const stale = await post('office', path('/edit'), { 'heading-purpose': 'Mine', revision: '3', step: 'propose' });
    expect([stale.status, stale.text]).toEqual([412, expect.stringContaining('value="Mine"')]);
  });

  it('ask why they are changed once both sides have signed, and not before', async () => {
    const other = await funded();
    const at = (more = ''): string => `/requests/${other.ref}/terms${more}`;
    const change = { 'heading-purpose': 'What the post is for', step: 'propose' };
    await post('desk', at());
    expect((await get('office', at('/edit'))).text).not.toContain('name="reason"');
    for (const who of ['coordinator', 'desk'] as const) expect((await post(who, at('/sign'))).status).toBe(303);
    expect((await get('office', at('/edit'))).text).toContain('Why is it changed after both sides have signed?');
    const silent = await post('office', at('/edit'), { ...change, reason: ' ' });
    expect([silent.status, silent.text]).toEqual([422, expect.stringContaining('href="#reason"')]);
    expect(silent.text).toContain('value="What the post is for"');
    const long = await post('office', at('/edit'), { ...change, reason: 'x'.repeat(20_000) });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('href="#reason"')]);
    const said = await post('office', at('/edit'), { ...change, reason: 'The framework has changed.' });
    expect([said.status, said.headers.get('location')]).toEqual([303, `${at()}?done=termsProposed`]);
    expect(arrangementsOf(await other.facts())!.terms).toMatchObject({ number: 2, signatures: [] });
    expect((await get('office', `/requests/${other.ref}/history`)).text).toContain('The framework has changed.');
  });

  it('are printed as Word and PDF in three languages', async () => {
    for (const [language, words] of [
      ['en', 'Why there is a post'],
      ['fr', 'Cahier des charges'],
      ['es', 'Términos de referencia'],
    ]) {
      for (const format of ['docx', 'pdf'] as const) {
        const response = await fetch(`${web.url}${path(`.${format}?language=${language}`)}`, {
          headers: sessions.office,
        });
        expect(response.headers.get('content-disposition')).toContain(`terms-of-reference-v3-${language}.${format}`);
        const file = Buffer.from(await response.arrayBuffer());
        const text = format === 'pdf' ? textOfPdf(file) : await textOfDocx(file);
        expect(text).toContain(words);
        expect(text).toContain(db.cast.coordinator.name);
      }
    }
    expect((await get('office', path('.pdf?language=ar'))).status).toBe(404);
    expect((await get('office', path('?version=9'))).status).toBe(404);
    expect((await get('office', path('?language=fr'))).text).toContain('Affectation et statut');
  });
});

describe('the API', () => {
  it('gives terms with their changes, versions and signatures, and the standard', async () => {
    const program = await web.program(db.cast.desk.id);
    const { json, status } = await program.send('GET', `/requests/${it1.ref}/terms`);
    expect([status, json.version, json.standard, json.canSign]).toEqual([200, 3, 1, false]);
    expect((json.deviations as { kind: string }[]).map((d) => d.kind).sort()).toEqual(
      ['added', 'added', 'added', 'added', 'added', 'changed', 'removed'].sort(),
    );
    expect(json.versions).toHaveLength(3);
    const standards = await program.send('GET', '/terms-standards');
    expect(standards.json.items).toMatchObject([{ version: 1, inForce: true, texts: FIRST_TERMS.texts }]);
    const early = await take(db, aStory(db).submitted());
    expect((await program.send('GET', `/requests/${early.ref}/terms`)).status).toBe(409);
  });
});

describe('the standard', () => {
  it('is open to everybody, in each language', async () => {
    const { status, text } = await web.send('GET', '/guidance/terms-of-reference?language=es');
    expect([status, text]).toEqual([200, expect.stringContaining('Lugar y condición')]);
    expect(text).toContain('none of it is a text of the United Nations');
  });

  it('is changed by an administrator, who sees the difference first; terms that were proposed keep theirs', async () => {
    const base = await get('administrator', '/admin/terms/new');
    const fields = { ...fieldsOf(base.text), 'text-en-purpose': 'A purpose in new words.', step: 'check' };
    const check = await web.send('POST', '/admin/terms/new', { headers: sessions.administrator, form: fields });
    expect(check.text).toContain('One language differs from version 1');
    expect(check.text).toMatch(/\[added: <\/span>A purpose in new words/);
    const publish = { ...fieldsOf(check.text), step: 'publish' };
    const done = await web.send('POST', '/admin/terms/new', { headers: sessions.administrator, form: publish });
    expect(done.headers.get('location')).toBe('/admin/terms?done=termsPublished');
    expect((await get('administrator', '/admin/terms/2')).text).toContain('Against version 1');
    expect((await web.send('GET', '/guidance/terms-of-reference')).text).toContain('A purpose in new words.');
    expect((await get('office', path())).text).toContain('Against version 1 of the standard');
  });

  it('says at the field what is wrong with it, takes a duty out and another in', async () => {
    const base = await get('administrator', '/admin/terms/new');
    const form = {
      ...fieldsOf(base.text),
      'text-fr-purpose': 'Un salaire de {salary}',
      out: 'team.advice',
      part: 'capacity',
      'heading-en-new': 'Courts',
      step: 'check',
    };
    const wrong = await web.send('POST', '/admin/terms/new', { headers: sessions.administrator, form });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('href="#text-fr-purpose"');
    expect(wrong.text).toContain('href="#heading-es-capacity.1"');
    expect(wrong.text).not.toContain('name="text-en-team.advice"');
    expect((await get('desk', '/admin/terms')).status).toBe(403);
  });

  it('published while terms are first proposed stands against proposing what was not read', async () => {
    const other = await funded();
    const page = await get('desk', `/requests/${other.ref}/terms`);
    const last = await new TermsPublisher(db.pool, db.clock).publish(db.cast.administrator, FIRST_TERMS.texts, 2);
    if (isRefusal(last)) throw new Error(last.message);
    const form = fieldsOf(page.text);
    const late = await web.send('POST', `/requests/${other.ref}/terms`, { headers: sessions.desk, form });
    expect([late.status, late.text]).toEqual([412, expect.stringContaining('Nothing was proposed')]);
    const fresh = await post('desk', `/requests/${other.ref}/terms`);
    expect(fresh.status).toBe(303);
    const made = arrangementsOf(await other.facts())!.terms!.content as TermsContent;
    expect(made.standard).toBe(last.version);
  });
});
