import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { WhatHasEnded, unreachedSteps } from '#casework';
import { SYSTEM } from '#domain';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { endorsingLink } from '../support/endorsing-links.js';
import { useWeb, type Json, type Program } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const head = (agency: string) => ({
  agency,
  name: `Head of ${agency}`,
  title: 'Representative',
  email: `${agency.toLowerCase()}@un.example`,
});

let office: Program;
let team: Program;
let desk: Program;
let request: CaseInDatabase;

beforeAll(async () => {
  [office, team, desk] = await Promise.all([
    web.program(db.cast.office.id),
    web.program(db.cast.team.id),
    web.program(db.cast.desk.id),
  ]);
});
beforeEach(async () => {
  request = await aCaseAt(db, (story) => story.drafted());
});

const invite = (...agencies: string[]) =>
  request.send('office', { type: 'INVITE_ENDORSERS', endorsers: agencies.map(head) });
/** Sends what waits to a head of agency, and gives back the link in the last of it. */
const linkTo = (agency: string, problem: string | null = null) =>
  endorsingLink(db, request.ref, head(agency).email, problem);
const open = (path: string) => web.send('GET', path, {});
const press = (path: string, form: Record<string, string>) => web.send('POST', path, { form });
/** The mark of the text that is on the page of a link. */
async function textAt(link: string): Promise<string> {
  const { text } = await press(link, { do: 'read' });
  return /name="text" value="([0-9a-f]+)"/.exec(text)?.[1] ?? '';
}
const yes = async (link: string, more: Record<string, string> = {}) =>
  press(link, {
    do: 'answer',
    text: await textAt(link),
    who: 'self',
    position: 'endorses',
    kind: 'cash',
    amount: '25,000',
    what: 'A share of the post',
    'from-day': '1',
    'from-month': '7',
    'from-year': '2027',
    ...more,
  });
const endorser = async (agency: string): Promise<Json> => {
  const { json } = await office.get(`/requests/${request.ref}/endorsements`);
  return (json.endorsers as Json[]).find((e) => e.agency === agency)!;
};
const table = async (by: Program): Promise<Json[]> =>
  (await by.get(`/requests/${request.ref}/endorsements`)).json.table as Json[];
const edit = (patch: object) => request.send('office', { type: 'EDIT', patch });

describe('a head of agency', () => {
  it('reads the request by a link and endorses it; a program that opens the link reads and endorses nothing', async () => {
    await invite('UNDP');
    expect((await endorser('UNDP')).standing).toBe('notSent');
    const link = await linkTo('UNDP');
    expect(await endorser('UNDP')).toMatchObject({ standing: 'sent', email: 'undp@un.example' });

    const { title } = (await request.row()).facts.summary;
    for (let i = 0; i < 3; i += 1) {
      const scanned = await open(link);
      expect([scanned.status, scanned.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(scanned.text).toContain('Head of UNDP');
      expect(scanned.text).not.toContain(title);
    }
    expect((await endorser('UNDP')).standing).toBe('sent');

    const page = await press(link, { do: 'read' });
    expect(page.text).toContain(title);
    expect(page.text).not.toMatch(/What are the risks/i);
    expect(page.text).not.toContain(`/requests/${request.ref}`);
    expect((await endorser('UNDP')).standing).toBe('read');

    expect((await yes(link)).status).toBe(303);
    expect(await endorser('UNDP')).toMatchObject({
      standing: 'endorsed',
      answer: {
        position: 'endorses',
        contribution: { kind: 'cash', amountUSD: 25_000, from: '2027-07-01' },
        answeredBy: null,
      },
    });
    // Opened again, it still shows nothing of the request but that there is an answer.
    const again = await open(link);
    expect(again.text).toContain('You answered on');
    expect(again.text).not.toContain(title);
  });

  it('says who answers where the link was forwarded, and is asked until it is said', async () => {
    await invite('UNDP');
    const link = await linkTo('UNDP');
    expect((await yes(link, { who: '' })).text).toContain('Say who answers');
    expect((await yes(link, { who: 'other' })).status).toBe(422);
    await yes(link, { who: 'other', otherName: 'Ms. Deputy', otherPosition: 'Deputy Representative' });
    expect((await endorser('UNDP')).answer).toMatchObject({
      answeredBy: { name: 'Ms. Deputy', position: 'Deputy Representative' },
    });
    const { json } = await office.get(`/requests/${request.ref}/timeline`);
    expect(JSON.stringify(json)).toContain('Ms. Deputy, Deputy Representative, for Head of UNDP, UNDP');
  });

  it('keeps what was typed where something is wrong, and changes the answer until the request is submitted', async () => {
    await invite('UNDP');
    const link = await linkTo('UNDP');
    const wrong = await yes(link, { amount: 'a lot', word: 'We are glad to.' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Enter an amount in US dollars')]);
    expect(wrong.text).toContain('We are glad to.');
    await yes(link);
    const text = await textAt(link);
    expect((await press(link, { do: 'answer', text, who: 'self', position: 'declines' })).text).toContain(
      'Say in a word why',
    );
    await press(link, { do: 'answer', text, who: 'self', position: 'declines', word: 'No means this year.' });
    expect(await endorser('UNDP')).toMatchObject({ standing: 'declined', earlier: [{ position: 'endorses' }] });
    await request.send('coordinator', { type: 'SUBMIT', declaration: true, gapsReason: 'A test.' });
    expect((await open(link)).text).toContain('The request was submitted');
    const late = await press(link, { do: 'answer', text, who: 'self', position: 'endorses', kind: 'none' });
    expect(late.text).toContain('No means this year.');
    expect((await endorser('UNDP')).standing).toBe('declined');
  });

  it('reads and answers in the language that the office chose', async () => {
    await request.send('office', { type: 'INVITE_ENDORSERS', endorsers: [{ ...head('UNDP'), language: 'fr' }] });
    const link = await linkTo('UNDP');
    expect((await open(link)).text).toContain('Votre appui est demandé');
    expect((await yes(link, { amount: 'x' })).text).toContain('Indiquez un montant en dollars');
  });
});

describe('an endorsement', () => {
  it('is void after a change, is asked for again with one press, and the link shows what changed', async () => {
    await invite('UNDP', 'UNICEF');
    const first = await linkTo('UNDP');
    await yes(first);
    const unicef = await linkTo('UNICEF');
    const before = await textAt(unicef);
    await edit({ sections: { context: 'A new context, after the elections.' } });
    expect(await endorser('UNDP')).toMatchObject({ standing: 'voided' });
    expect(await table(office)).toMatchObject([{ agency: 'UNDP', source: 'agency', void: true }, { agency: 'UNICEF' }]);

    const headers = await web.session(db.cast.office.id);
    const page = await web.send('GET', `/requests/${request.ref}/endorsements`, { headers });
    expect(page.text).toContain('A change of the text made the endorsement of UNDP void');
    const hidden = Object.fromEntries(
      [...page.text.matchAll(/type="hidden" name="(revision|once)" value="([^"]+)"/g)].map(([, k, v]) => [k!, v!]),
    );
    const asked = await web.send('POST', `/requests/${request.ref}/endorsements`, {
      headers,
      form: { ...hidden, do: 'again', endorsers: 'endorser:1' },
    });
    expect(asked.status).toBe(303);

    expect((await open(first)).text).toContain('A newer link was sent to you');
    const second = await linkTo('UNDP');
    const changed = await press(second, { do: 'read' });
    expect(changed.text).toContain('What changed since you answered');
    expect(changed.text).toContain('A new context, after the elections.');
    // Somebody who read the text before the change cannot answer on it.
    const stale = await yes(unicef, { text: before, word: 'Kept words' });
    expect([stale.status, stale.text]).toEqual([
      422,
      expect.stringContaining('The request was changed while you read it'),
    ]);
    expect(stale.text).toContain('Kept words');
    await yes(second);
    expect(await endorser('UNDP')).toMatchObject({ standing: 'endorsed', earlier: [{ position: 'endorses' }] });
  });

  it('takes the place of what the office typed for the agency, and says whose word each is, to everybody after submission', async () => {
    await edit({
      endorsements: [
        {
          agency: 'UNDP',
          name: 'Typed',
          position: 'no answer',
          contribution: { kind: 'none', text: '', amountUSD: 0 },
        },
        { agency: 'WFP', name: 'Typed', position: 'endorses', contribution: { kind: 'none', text: '', amountUSD: 0 } },
      ],
    });
    await invite('UNDP');
    await yes(await linkTo('UNDP'));
    await request.send('coordinator', { type: 'SUBMIT', declaration: true, gapsReason: 'A test.' });
    const said = [
      { agency: 'UNDP', source: 'agency', position: 'endorses', void: false },
      { agency: 'WFP', source: 'office', position: 'endorses' },
    ];
    expect(await table(team)).toMatchObject(said);
    expect((await desk.get(`/requests/${request.ref}/endorsements`)).json).not.toHaveProperty('endorsers');
    const headers = await web.session(db.cast.team.id);
    for (const page of ['full', 'endorsements']) {
      const { text } = await web.send('GET', `/requests/${request.ref}/${page}`, { headers });
      expect(text).toContain('The agency itself');
      expect(text).toContain('Entered by the office');
      expect(text).not.toContain('undp@un.example');
    }
  });

  it('suggests its contribution for the cost table, which the office adds or leaves', async () => {
    await invite('UNDP');
    await yes(await linkTo('UNDP'), { amount: '31,500.50' });
    const { json } = await office.get(`/requests/${request.ref}/endorsements`);
    const [cost] = json.suggestedCosts as Json[];
    expect(cost).toMatchObject({ paidBy: 'UNDP', kind: 'cash', year: 2027 });
    const headers = await web.session(db.cast.office.id);
    const path = `/requests/${request.ref}/endorsements`;
    const { text } = await web.send('GET', path, { headers });
    expect(text).toContain('Confirmed, and not in the cost table');
    const revision = /name="revision" value="(\d+)"/.exec(text)![1]!;
    expect((await web.send('POST', path, { headers, form: { revision, do: 'costs' } })).status).toBe(303);
    const after = (await office.get(path)).json;
    expect(after.suggestedCosts).toEqual([]);
    // The costs are part of what is endorsed, as the page says before.
    expect((after.endorsers as Json[])[0]).toMatchObject({ standing: 'voided' });
  });
});

describe('a link', () => {
  it('whose mail came back is shown to the office, and goes to a corrected address', async () => {
    await invite('UNDP');
    await linkTo('UNDP', '550 5.1.1 No such user');
    expect(await endorser('UNDP')).toMatchObject({ standing: 'bounced', problem: '550 5.1.1 No such user' });
    for (const { event } of unreachedSteps({ ref: request.ref, parties: ['endorser:1'], problem: '550 No such user' }))
      await db.casework.advance(request.ref, SYSTEM, event, { revision: 'latest' });
    const { json } = await office.get('/todos');
    expect(JSON.stringify(json)).toContain('Reach a head of agency whose mail came back');
  });

  it('that is over says how to get another; of somebody who was replaced it is dead', async () => {
    await invite('UNDP', 'UNICEF');
    const link = await linkTo('UNDP');
    await db.pool.query(`UPDATE consultation_link SET expires_at = '2020-01-01'`);
    expect((await open(link)).text).toMatch(/could be used until 1 January 2020\. To answer still, write to/);
    expect((await yes(link, { word: 'Written in vain?' })).text).toContain('Written in vain?');
    expect((await endorser('UNDP')).standing).not.toBe('endorsed');

    const other = await linkTo('UNICEF');
    await yes(other);
    await request.send('office', {
      type: 'REPLACE_ENDORSER',
      endorser: 'endorser:2',
      name: 'New head',
      title: 'Representative',
      email: 'new@un.example',
      reason: 'A new head arrived.',
    });
    expect((await open(other)).text).toContain('Somebody else now answers for your agency');
    expect((await press(other, { do: 'read' })).text).toContain('A share of the post');
    expect((await table(office)).find((l) => l.agency === 'UNICEF')).toMatchObject({
      name: 'New head',
      position: 'no answer',
    });
  });

  it('is kept as a hash, opens nothing else, and is forgotten long after its end', async () => {
    await invite('UNDP');
    const token = (await linkTo('UNDP')).split('/')[2]!;
    const { rows } = await db.pool.query('SELECT hash FROM consultation_link');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect((await open(`/consulted/${token}`)).text).not.toContain('Head of UNDP');
    expect((await open('/endorse/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    const ended = new WhatHasEnded(db.pool, db.clock);
    await ended.purge();
    expect((await open(`/endorse/${token}`)).status).toBe(200);
    await db.pool.query(`UPDATE consultation_link SET expires_at = '2020-01-01'`);
    expect((await ended.purge()).link).toBeGreaterThan(0);
    expect((await open(`/endorse/${token}`)).status).toBe(404);
  });
});

describe('a program of the office', () => {
  it('names heads of agency, and is told what is wrong with them', async () => {
    const path = `/requests/${request.ref}/endorsements`;
    const { revision } = await request.row();
    const headers = { 'if-match': `"${revision}"` };
    const bad = await office.send('POST', path, {
      headers,
      json: { endorsers: [{ ...head('UNDP'), agency: 'The Ministry' }] },
    });
    expect([bad.status, bad.json]).toMatchObject([422, { errors: [{ path: 'endorsers.0.agency' }] }]);
    const done = await office.send('POST', path, { headers, json: { endorsers: ['UNDP', 'WFP'].map(head) } });
    expect([done.status, (done.json.endorsers as Json[]).map((e) => e.agency)]).toEqual([201, ['UNDP', 'WFP']]);
  });
});
