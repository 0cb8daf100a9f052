import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { valueAt, type RequestContent } from '#domain';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { fieldsOf } from '../support/form-fields.js';
import { useWeb, type Answer } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const A = 'sections.ownership.whoAskedFirst';
const B = 'sections.ownership.agenciesInvolved';
const ENDORSED = 'endorsements';

let draft: CaseInDatabase;
let headers: Record<string, string>;
const section = (number: number) => `/requests/${draft.ref}/sections/${number}`;
const drawn = async (number: number) => fieldsOf((await web.send('GET', section(number), { headers })).text);
const post = (number: number, form: Record<string, string>) => web.send('POST', section(number), { form, headers });
const theirs = (ownership: object) =>
  draft.send('coordinator', { type: 'EDIT', patch: { sections: { ownership } } as never });

async function stored(path: string): Promise<unknown> {
  const { rows } = await db.pool.query<{ content: RequestContent }>(
    'SELECT c.content FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1',
    [draft.ref],
  );
  return valueAt(rows[0]!.content, path);
}
/** The merge page after both changed two answers, and the office a third. */
async function collided(): Promise<Answer> {
  const form = await drawn(2);
  await theirs({ whoAskedFirst: 'Theirs one.', agenciesInvolved: 'Theirs two.' });
  return post(2, {
    ...form,
    [A]: 'Mine one.',
    [B]: 'Mine two.',
    'sections.ownership.governmentConsulted': 'Mine alone.',
  });
}

beforeAll(async () => {
  headers = await web.session(db.cast.office.id);
});
beforeEach(async () => {
  draft = await aCaseAt(db);
});

describe('one answer changed by two people at the same time', () => {
  it('is asked about on a page with both texts; the others are saved, and nothing is written over', async () => {
    const { status, text } = await collided();
    expect(status).toBe(412);
    expect(text).toContain('Some answers were changed twice');
    const { name } = db.cast.coordinator;
    expect(text.split(`Saved by ${name} on`)).toHaveLength(3);
    expect(text).toContain('<mark>Mine </mark>one.');
    expect(text).toContain('<mark>Theirs </mark>two.');
    expect(text).not.toContain('Mine alone.');
    expect([await stored(A), await stored(B)]).toEqual(['Theirs one.', 'Theirs two.']);
    expect(await stored('sections.ownership.governmentConsulted')).toBe('Mine alone.');
  });

  it('mine, theirs: each answer for itself', async () => {
    const form = fieldsOf((await collided()).text);
    const done = await post(2, { ...form, [`choice.${A}`]: 'mine', [`choice.${B}`]: 'theirs' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `/requests/${draft.ref}/sections/3`]);
    expect([await stored(A), await stored(B)]).toEqual(['Mine one.', 'Theirs two.']);
  });

  it('together: the text that is written of both', async () => {
    const form = fieldsOf((await collided()).text);
    expect(form[`together.${A}`]).toBe('Mine one.');
    const both = 'Mine one.\nTheirs one.';
    const chosen = { [`choice.${A}`]: 'together', [`together.${A}`]: both, [`choice.${B}`]: 'theirs' };
    expect((await post(2, { ...form, ...chosen })).status).toBe(303);
    expect(await stored(A)).toBe(both);
  });

  it('what is not chosen is asked again, with what was chosen and written so far', async () => {
    const form = fieldsOf((await collided()).text);
    const chosen = { [`choice.${A}`]: 'together', [`together.${A}`]: 'Half written.' };
    const again = await post(2, { ...form, ...chosen });
    expect([again.status, fieldsOf(again.text)]).toEqual([422, expect.objectContaining(chosen)]);
    expect(again.text).toContain('Choose which text stays');
    expect(await stored(A)).toBe('Theirs one.');
  });

  it('a third text that came meanwhile is asked about in its turn', async () => {
    const form = fieldsOf((await collided()).text);
    await theirs({ whoAskedFirst: 'Theirs again.' });
    const again = await post(2, { ...form, [`choice.${A}`]: 'mine', [`choice.${B}`]: 'mine' });
    expect(again.status).toBe(412);
    expect(again.text).toContain('One answer was changed twice');
    expect([await stored(A), await stored(B)]).toEqual(['Theirs again.', 'Mine two.']);
  });

  it('of one’s own, in two tabs, says so', async () => {
    const form = await drawn(2);
    await draft.send('office', { type: 'EDIT', patch: { sections: { ownership: { whoAskedFirst: 'First tab.' } } } });
    const { text } = await post(2, { ...form, [A]: 'Second tab.' });
    expect(text).toContain('Saved by you, in another window on');
  });
});

describe('what is asked for and the own scores, changed by two people at the same time', () => {
  const at = (page: string) => `/requests/${draft.ref}/${page}`;
  const open = async (page: string) => fieldsOf((await web.send('GET', at(page), { headers })).text);
  const send = (page: string, form: Record<string, string>) => web.send('POST', at(page), { form, headers });

  it('are shown side by side before anything is written over', async () => {
    const form = await open('details');
    await draft.send('coordinator', {
      type: 'EDIT',
      patch: { title: 'Their title', durationMonths: 11, dutyStation: 'Theirs alone' },
    });
    const page = await send('details', { ...form, title: 'My title', durationMonths: '13' });
    expect([page.status, await stored('title')]).toEqual([412, 'Their title']);
    expect(page.text).toContain('<mark>My </mark>title');
    expect(page.text).toMatch(/(13|thirteen)[^]*(11|eleven)/i);
    expect(page.text).not.toContain('Theirs alone');
    const chosen = { 'choice.title': 'together', 'together.title': 'A title of both', 'choice.durationMonths': 'mine' };
    const done = await send('details', { ...fieldsOf(page.text), ...chosen });
    expect([done.status, done.headers.get('location')]).toEqual([303, `${at('')}?done=saved`.replace('/?', '?')]);
    const now = await Promise.all(['title', 'durationMonths', 'dutyStation'].map(stored));
    expect(now).toEqual(['A title of both', 13, 'Theirs alone']);
  });

  it('cannot become one answer where they are chosen and not written', async () => {
    const form = await open('details');
    await draft.send('coordinator', { type: 'EDIT', patch: { durationMonths: 11 } });
    const page = await send('details', { ...form, durationMonths: '13' });
    const again = await send('details', { ...fieldsOf(page.text), 'choice.durationMonths': 'together' });
    expect([again.status, await stored('durationMonths')]).toEqual([422, 11]);
  });

  it('a second press beside a mistake writes over nothing either', async () => {
    const form = await open('details');
    await draft.send('coordinator', { type: 'EDIT', patch: { title: 'Their title' } });
    const page = await send('details', { ...form, title: 'My title', durationMonths: 'many' });
    expect(page.text).toContain('Save to choose between both texts');
    const again = await send('details', { ...fieldsOf(page.text), durationMonths: '13' });
    expect([again.status, await stored('title'), await stored('durationMonths')]).toEqual([412, 'Their title', 13]);
    expect(again.text).toContain('One answer was changed twice');
  });

  it('own scores too', async () => {
    const [form, path] = [await open('check'), 'selfAssessment.ownership'];
    await draft.send('coordinator', {
      type: 'EDIT',
      patch: { selfAssessment: { ownership: { score: 1, reason: 'Little was said.' } } } as never,
    });
    const page = await send('check', {
      ...form,
      [`${path}.score`]: '4',
      [`${path}.reason`]: 'All was said.',
      draft: '1',
    });
    expect([page.status, await stored(`${path}.score`)]).toEqual([412, 1]);
    expect(page.text).toMatch(/All[^]*Little/);
    const done = await send('check', { ...fieldsOf(page.text), [`choice.${path}`]: 'mine' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `${at('check')}?done=saved`]);
    expect(await stored(path)).toMatchObject({ score: 4, reason: 'All was said.' });
  });
});

describe('rows changed by two people at the same time', () => {
  const row = (agency: string) => ({
    agency,
    name: 'Ms. A. Brännström',
    position: 'endorses',
    contribution: { kind: 'none' as const, text: 'Focal point named.', amountUSD: 0 },
  });

  it('are shown as tables, and both may be kept', async () => {
    const form = await drawn(9);
    const before = (await stored(ENDORSED)) as object[];
    await draft.send('coordinator', {
      type: 'EDIT',
      patch: { endorsements: [...before, row('UNESCO')] },
    });
    const at = `endorsements.${before.length}`;
    const page = await post(9, {
      ...form,
      [`${at}.agency`]: 'UNIDO',
      [`${at}.name`]: 'Mr. B. Okello',
      [`${at}.position`]: 'endorses',
      [`${at}.contribution.kind`]: 'none',
      [`${at}.contribution.text`]: 'A desk.',
    });
    expect(page.status).toBe(412);
    expect([page.text.includes('UNIDO'), page.text.includes('UNESCO')]).toEqual([true, true]);
    const done = await post(9, { ...fieldsOf(page.text), [`choice.${ENDORSED}`]: 'together' });
    expect(done.status).toBe(303);
    const agencies = ((await stored(ENDORSED)) as { agency: string }[]).slice(before.length).map((r) => r.agency);
    expect(agencies).toEqual(['UNIDO', 'UNESCO']);
  });
});

describe('what somebody makes up', () => {
  it('is no answer, and breaks nothing', async () => {
    const form = { ...fieldsOf((await collided()).text), [`choice.${A}`]: 'mine', [`choice.${B}`]: 'theirs' };
    for (const made of ['{', '{"a":1}', '[[]]', '7', '"\\u0000"', ''])
      expect([200, 303, 412, 422]).toContain((await post(2, { ...form, [`mine.${A}`]: made })).status);
    expect((await post(2, { ...form, merge: 'title', marks: '' })).status).toBe(303);
  });
});

describe('a session that ends on the way', () => {
  it('keeps what was chosen and written', async () => {
    const form = fieldsOf((await collided()).text);
    const ended = await web.session(db.cast.office.id, -0.5);
    const chosen = { [`choice.${A}`]: 'together', [`together.${A}`]: 'Half written.' };
    const sent = await web.send('POST', section(2), { form: { ...form, ...chosen }, headers: ended });
    expect(sent.headers.get('location')).toContain('/sign-in');
    const back = await web.send('GET', `${section(2)}?kept=1`, { headers });
    expect(fieldsOf(back.text)).toMatchObject(chosen);
  });
});
