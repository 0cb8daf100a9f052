import { describe, expect, it } from '@jest/globals';
import { FrameworkPublisher, Frameworks } from '#casework';
import { isRefusal } from '#domain';
import { useDatabase } from '../support/database.js';
import { useWeb, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);

const READERS = ['desk', 'amina', 'chair', 'approver', 'regionalOffice', 'auditor', 'administrator'] as const;
const OTHERS = ['office', 'coordinator', 'team', 'fund'] as const;

describe('the criteria for programs', () => {
  it.each(READERS)('are read by %s: every version, and one in full', async (part) => {
    const program = await web.program(db.cast[part].id);
    const { status, json } = await program.get('/frameworks');
    const items = json.items as Json[];
    expect([status, items.map((f) => [f.version, f.appliesTo, f.inForce])]).toEqual([
      200,
      [
        [2, 'regional', true],
        [1, null, true],
      ],
    ]);
    const one = await program.get('/frameworks/1');
    expect([one.status, one.json]).toEqual([200, items[1]]);
    expect(one.json.criteria).toHaveLength(5);
  });

  it.each(OTHERS)('are not read by %s', async (part) => {
    const program = await web.program(db.cast[part].id);
    for (const path of ['/frameworks', '/frameworks/1', '/frameworks/99']) {
      const { status, json } = await program.get(path);
      expect({ path, status, code: json.code }).toEqual({ path, status: 403, code: 'notYourRole' });
    }
  });

  it.each(['99', '0', '-1', 'one', '1.5', '%00', '1e0', '99999999999999999999'])('no version %s', async (version) => {
    const desk = await web.program(db.cast.desk.id);
    expect((await desk.get(`/frameworks/${version}`)).status).toBe(404);
  });

  it('say which version was replaced', async () => {
    const all = await new Frameworks(db.pool, db.clock).all();
    const { id: _, version: __, publishedAt: ___, publishedBy: ____, ...draft } = all.find((f) => f.version === 1)!;
    const publisher = new FrameworkPublisher(db.pool, db.clock);
    const made = await publisher.publish(db.cast.administrator, { ...draft, name: 'Another' }, 2);
    expect(isRefusal(made)).toBe(false);
    const { json } = await (await web.program(db.cast.desk.id)).get('/frameworks');
    expect((json.items as Json[]).map((f) => [f.version, f.inForce])).toEqual([
      [3, true],
      [2, true],
      [1, false],
    ]);
  });
});
