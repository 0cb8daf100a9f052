import { beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import type { CaseInDatabase } from '../support/cases.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { prepare, weigh, withPanel } from '../support/round.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const ROUND = '/panel/2027-1';
let first: CaseInDatabase;
let tied: CaseInDatabase[];
let thin: CaseInDatabase;
let blind: CaseInDatabase;
const as = async (part: Part) => web.session(db.cast[part].id, 30);
const page = async (part: Part, path = ROUND) => web.send('GET', path, { headers: await as(part) });
/** Rows of the table: reference, place. */
const places = (html: string): [ref: string, place: string][] =>
  [...html.matchAll(/data-label="Place"[^>]*>([^<]*)<\/td>\s*<th[^>]*>.*?(HRA-\d{4}-\d+)/gs)].map((m) => [
    m[2]!,
    m[1]!,
  ]);
const cells = async (part: Part, path = ROUND) => Object.fromEntries(places((await page(part, path)).text));

beforeAll(async () => {
  first = await withPanel(db, [4, 4, 4, 4, 4], 300_000);
  tied = [await withPanel(db, [3, 3, 3, 3, 3], 100_000), await withPanel(db, [3, 3, 3, 3, 3], 100_000)];
  thin = await withPanel(db, [4, null, null, null, 4]);
  blind = await aCaseAt(db, (s) => s.scored());
});

describe('a round side by side', () => {
  it('ranks with ties, and says why a request has no place', async () => {
    expect(await cells('chair')).toEqual({
      [first.ref]: '1',
      [tied[0]!.ref]: '2, tied',
      [tied[1]!.ref]: '2, tied',
      [thin.ref]: '–',
      [blind.ref]: '–',
    });
    const { text } = await page('chair');
    expect(text).toContain('Not enough was assessed');
    expect(text).toContain('Scores are not revealed yet');
  });

  it('is for the panel, the approver, the desk and the auditor', async () => {
    for (const part of ['chair', 'approver', 'desk', 'auditor'] as const)
      expect(Object.keys(await cells(part)).sort()).toEqual([first, ...tied, thin, blind].map((c) => c.ref).sort());
    for (const part of ['office', 'coordinator', 'team', 'regionalOffice', 'amina', 'fund', 'administrator'] as const)
      expect((await page(part)).status).toBe(403);
    expect(await cells('deskElsewhere')).toEqual({});
  });

  it('shows a desk of another region nothing, and knows no round of another name', async () => {
    expect((await page('chair', '/panel/2027-3')).status).toBe(404);
    expect((await page('chair', '/panel/2031-2')).text).toContain('No request of this round is here for you yet.');
  });

  it('draws the line where the money of a try ends, and keeps a tie on one side', async () => {
    const { text } = await page('chair', `${ROUND}?money=400,000`);
    expect(text).toContain('have the same place. What is left is not enough for all of them');
    expect(text).toContain('Known money ends here: US$ 400,000');
    const fits = await page('chair', `${ROUND}?money=500,000`);
    expect(fits.text).toContain('Every request with a place is above the line.');
    expect((await page('chair')).text).toContain('No money is entered for this round');
  });

  it('is the same as a file', async () => {
    const { text, headers } = await page('chair', `${ROUND}?format=csv&money=400000`);
    expect(headers.get('content-disposition')).toContain('panel-2027-1.csv');
    const lines = text.trim().split(/\r?\n/);
    expect(lines).toHaveLength(1 + 5 + 1);
    expect(lines.find((l) => l.includes(first.ref))).toMatch(/1.*100.*Meets the criteria/);
    expect((await page('chair', `${ROUND}?format=xlsx`)).status).toBe(200);
  });
});

describe('who declared a conflict', () => {
  it('gets places, sums and counts as if the case were not there', async () => {
    const conflicted = await db.person('rv-omeallaigh');
    const it1 = await withPanel(db, [4, 4, 4, 4, 3]);
    // A chair who was appointed as a reviewer and stood back.
    await db.pool.query(
      `UPDATE request SET facts = jsonb_set(facts, '{reviewers,0}', facts #> '{reviewers,0}' || $2::jsonb) WHERE ref = $1`,
      [it1.ref, JSON.stringify({ state: 'conflicted', person: { id: db.cast.chair.id, name: db.cast.chair.name } })],
    );
    expect(conflicted).toBeDefined();
    const { text } = await page('chair', `${ROUND}?money=10000000`);
    expect(text).not.toContain(it1.ref);
    expect(Object.fromEntries(places(text))).toMatchObject({ [first.ref]: '1', [tied[0]!.ref]: '2, tied' });
    expect(text).toContain('first year of three requests, US$ 500,000 in all');
    expect(await cells('approver')).toMatchObject({ [it1.ref]: '2', [tied[0]!.ref]: '3, tied' });
    await it1.send('coordinator', { type: 'WITHDRAW', code: 'NO_LONGER_NEEDED', reason: 'It has passed.' });
  });
});

describe('the money of a round', () => {
  const set = async (part: Part, form: Record<string, string>) =>
    web.send('POST', `${ROUND}/money`, { headers: await as(part), form: { do: 'money', source: 'The fund', ...form } });

  it('is entered by a fund manager or an approver, version by version', async () => {
    expect((await set('chair', { money: '1', after: '0' })).status).toBe(403);
    expect((await set('fund', { money: 'much', after: '0' })).status).toBe(422);
    expect((await set('fund', { money: '300,000', after: '0' })).status).toBe(303);
    expect((await set('approver', { money: '400000', after: '0' })).status).toBe(412);
    expect((await set('approver', { money: '400000', after: '1' })).status).toBe(303);
    const { text } = await page('fund', `${ROUND}/money`);
    expect(text).toContain('US$ 300,000');
    expect(text).not.toContain(first.ref);
    expect((await page('chair')).text).toContain('US$ 400,000 is known.');
    await expect(db.pool.query(`UPDATE round_setting SET money = 1`)).rejects.toThrow('append-only');
  });

  it('the share that has to be assessed is the panel’s', async () => {
    expect((await set('fund', { do: 'coverage', leastCoverage: '20', after: '2' })).status).toBe(403);
    expect((await set('chair', { do: 'coverage', leastCoverage: '20', after: '2' })).status).toBe(303);
    expect((await cells('chair'))[thin.ref]).toBe('1, tied');
    expect((await set('chair', { do: 'coverage', leastCoverage: '60', after: '3' })).status).toBe(303);
  });
});

describe('what is set for a round, by a program', () => {
  const send = async (part: Part, what: 'money' | 'coverage', json: Json) =>
    (await web.program(db.cast[part].id)).send('POST', `/rounds/${ROUND.split('/').at(-1)}/${what}`, { json });

  it('is the share that has to be assessed, as on the page: the panel’s, and on the version that was read', async () => {
    const now = async () =>
      (await (await web.program(db.cast.chair.id)).get(`/rounds/${ROUND.split('/').at(-1)}/panel`)).json.setting as {
        version: number;
        leastCoverage: number;
      };
    const { version } = await now();
    expect((await send('fund', 'coverage', { leastCoverage: 20, after: version })).status).toBe(403);
    expect((await send('chair', 'coverage', { leastCoverage: 101, after: version })).status).toBe(422);
    expect((await send('chair', 'coverage', { leastCoverage: 20, after: version + 5 })).status).toBe(412);
    const set = await send('chair', 'coverage', { leastCoverage: 20, after: version });
    expect([set.status, set.json]).toMatchObject([
      200,
      { leastCoverage: 20, version: version + 1, money: '400000.00' },
    ]);
    expect((await cells('chair'))[thin.ref]).toBe('1, tied');
    expect((await send('approver', 'coverage', { leastCoverage: 60, after: version + 1 })).status).toBe(200);
    expect(await now()).toMatchObject({ leastCoverage: 60 });
    const money = { money: '400000', source: 'The fund', after: version + 2 };
    expect((await send('chair', 'money', money)).status).toBe(403);
    expect((await send('fund', 'money', money)).json).toMatchObject({ money: '400000.00', leastCoverage: 60 });
  });
});

describe('recommendations that were prepared', () => {
  const hidden = (html: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const send = async (part: Part, form: Record<string, string | string[]>) =>
    web.send('POST', `${ROUND}/prepared`, { headers: await as(part), form });

  it('are previewed with every message, sent together, and one that has moved on leaves the others', async () => {
    for (const it1 of [first, ...tied]) await prepare(it1);
    const { text } = await page('chair', `${ROUND}/prepared`);
    for (const it1 of [first, ...tied])
      expect(text).toContain(`Send the recommendation on <span class="hra-nw">${it1.ref}</span>`);
    expect(text).toContain('To OHCHR approver: a decision is needed.');
    expect(text).toContain('No letter goes to the Resident Coordinator now.');
    // Somebody changes one of them after the preview was drawn.
    await prepare(tied[1]!);
    const all = [first, ...tied].map((it1) => it1.ref);
    const form = {
      once: hidden(text, 'once'),
      request: all,
      ...Object.fromEntries(all.map((ref) => [`revision-${ref}`, hidden(text, `revision-${ref}`)])),
    };
    const [one, two] = [await send('chair', form), await send('chair', form)];
    for (const { status, text: said } of [one, two]) {
      expect(status).toBe(200);
      expect(said.match(/Sent to the approver/g)).toHaveLength(2);
      expect(said).toContain('has changed since you opened it');
    }
    const facts = await Promise.all([first, ...tied].map((it1) => it1.facts()));
    expect(facts.map((f) => f.state)).toEqual(['decision', 'decision', 'recommendation']);
    const { rows } = await db.pool.query(`SELECT count(*)::int AS n FROM outbox WHERE notice = 'decisionNeeded'`);
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('are the chair’s to send; others may read what would go', async () => {
    const { text } = await page('desk', `${ROUND}/prepared`);
    expect(text).toContain(tied[1]!.ref);
    expect(text).toContain('It cannot be sent');
    const { revision } = await tied[1]!.row();
    const ref = tied[1]!.ref;
    const said = await send('desk', { once: 'x', request: ref, [`revision-${ref}`]: String(revision) });
    expect(said.text).toContain('Not sent');
    expect(await send('chair', { once: 'y' })).toMatchObject({ status: 422 });
    expect((await send('team', { once: 'x', request: ref })).status).toBe(403);
  });

  it('are told neither to the country nor to the region', async () => {
    for (const part of ['coordinator', 'team', 'amina'] as const) {
      const seen = await db.people.find(db.cast[part].id);
      expect(seen === null || isRefusal(seen)).toBe(false);
      const program = await web.program(db.cast[part].id);
      for (const path of ['', '/timeline', '/actions'])
        expect(JSON.stringify((await program.get(`/requests/${tied[1]!.ref}${path}`)).json)).not.toContain(
          'First of its round',
        );
    }
  });
});

describe('for programs', () => {
  it('every figure is exact, and what is sent is told case by case, once', async () => {
    const chair = await web.program(db.cast.chair.id);
    const { json } = await chair.get('/rounds/2027-1/panel');
    const items = json.items as Json[];
    expect(items.find((i) => i.ref === first.ref)).toMatchObject({
      rank: 1,
      total: { exact: '100', rounded: '100.00' },
      firstYearCash: '300000.00',
      side: 'above',
    });
    const it1 = tied[1]!;
    const { revision } = await it1.row();
    const send = () =>
      chair.send('POST', '/rounds/2027-1/prepared', {
        json: {
          requests: [
            { ref: it1.ref, revision },
            { ref: 'HRA-2000-001', revision: 1 },
          ],
        },
        headers: { 'idempotency-key': 'together' },
      });
    const told = [
      { ref: it1.ref, sent: true, revision: revision + 1, state: 'decision', problem: null },
      { ref: 'HRA-2000-001', sent: false, problem: { code: 'notFound' } },
    ];
    expect((await send()).json.items).toMatchObject(told);
    expect((await send()).json.items).toMatchObject(told);
  });
});

describe('a round of sixty requests', () => {
  it('stays under 40 KB gzipped and 15 statements, as many as for three', async () => {
    const few = await weigh(web, ROUND, await as('chair'));
    for (let n = 0; n < 57; n += 1) await withPanel(db, [n % 5, 3, (n * 7) % 5, 4, (n * 3) % 5]);
    const many = await weigh(web, ROUND, await as('chair'));
    expect(places(many.text).length).toBeGreaterThanOrEqual(60);
    expect(many.queries).toBe(few.queries);
    expect(many.queries).toBeLessThanOrEqual(15);
    expect(many.gzipped).toBeLessThan(40 * 1024);
    const preview = await weigh(web, `${ROUND}/prepared`, await as('chair'));
    expect(preview.queries).toBeLessThanOrEqual(15);
  }, 120_000);
});
