import { beforeAll, describe, expect, it } from '@jest/globals';
import { Cases, Delegations, Outbox, ReferenceData, verifyRecord, Work } from '#casework';
import { isRefusal, type Actor, type RequestEvent } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
let lead: Actor;
let other: Actor;
let third: Actor;
const sign = { type: 'SIGN_TOGETHER', declaration: true } as const;
const content = aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'NER', 'AZE'] });

beforeAll(async () => {
  [lead, other, third] = await Promise.all([db.person('rc-tza'), db.person('rc-ner'), db.person('rc-aze')]);
});

async function opened(): Promise<string> {
  const done = await db.casework.open(lead, content);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.ref;
}
const send = async (ref: string, by: Actor, event: RequestEvent) => {
  const done = await db.casework.advance(ref, by, event as never, { revision: 'latest' });
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done;
};

describe('a regional request of three offices', () => {
  it('is written by each, signed by two, one of them by a deputy, and submitted by the third', async () => {
    const ref = await opened();
    const part = { type: 'EDIT_PART', country: 'NER', daysPerYear: 60, first: 'The plan.', shareUSD: 15_000 } as const;
    await send(ref, other, part);
    await send(ref, other, sign);
    // The coordinator of Azerbaijan is away.
    const delegations = new Delegations(db.pool, db.clock, db.reference);
    const deputy = await db.person('rco-aze');
    const today = db.clock.now().toISOString().slice(0, 10);
    expect(await delegations.give(third, { to: deputy.id, from: today, until: today })).toBeNull();
    await send(ref, (await db.people.find(deputy.id))!, sign);
    await send(ref, lead, { type: 'SUBMIT', declaration: true });
    const view = (await new Cases(db.pool).find(ref, lead))!;
    expect(view.facts.frozen!.signatures).toMatchObject([
      { countries: ['NER'], by: { name: other.name }, actingFor: null },
      { countries: ['AZE'], by: { name: deputy.name }, actingFor: third.name },
    ]);
    expect((await new Cases(db.pool).version(view))!.content.sections!.coveragePlan).toEqual(
      expect.arrayContaining([{ country: 'NER', daysPerYear: 60, first: 'The plan.', shareUSD: 15_000 }]),
    );
    // The record alone builds it again.
    expect((await verifyRecord(db.pool, ref)).broken).toEqual([]);
  });

  it('is signed on the revision that was read, and nothing is signed that changed meanwhile', async () => {
    const ref = await opened();
    const { revision } = (await new Cases(db.pool).find(ref, other))!;
    await send(ref, lead, { type: 'EDIT', patch: { title: 'Another title' } });
    expect(await db.casework.advance(ref, other, sign, { revision })).toMatchObject({ code: 'stale' });
  });

  it('tells those who have to sign, waits in their work, and is nobody else’s to see', async () => {
    const ref = await opened();
    const waiting = await new Work(db.pool).todos(other);
    expect(waiting.find((t) => t.facts.ref === ref)).toMatchObject({ what: 'Sign the regional request', signs: true });
    await db.pool.query(
      `UPDATE outbox SET dispatched_at = now() WHERE notice <> 'signatureWanted' AND dispatched_at IS NULL`,
    );
    await new Outbox(db.pool, db.clock, db.reference).dispatch();
    const { rows } = await db.pool.query<{ to: string }>(
      `SELECT m.to_addresses[1] AS to FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.notice = 'signatureWanted' ORDER BY 1`,
      [ref],
    );
    expect(rows.map((r) => r.to).filter((to) => /tanzania/.test(to))).toEqual([]);
    expect(rows.filter((r) => /niger|azerbaijan/.test(r.to)).length).toBeGreaterThanOrEqual(4);
    for (const outside of [db.cast.desk, db.cast.team, db.cast.approver])
      expect(await new Cases(db.pool).find(ref, outside)).toBeNull();
  });

  it('shows those who read what was submitted its signatures, and not what is done in a correction', async () => {
    const ref = await opened();
    await send(ref, other, sign);
    await send(ref, third, sign);
    await send(ref, lead, { type: 'SUBMIT', declaration: true });
    await send(ref, db.cast.desk, { type: 'RETURN', items: [{ text: 'Correct it.' }], codes: ['OTHER'] });
    await send(ref, lead, { type: 'EDIT', patch: { title: 'Corrected' } });
    const [desk, own] = await Promise.all([
      new Cases(db.pool).find(ref, db.cast.desk),
      new Cases(db.pool).find(ref, lead),
    ]);
    expect(desk!.facts.together!.signatures.map((s) => s.void)).toEqual([undefined, undefined]);
    expect(own!.facts.together!.signatures.every((s) => s.void)).toBe(true);
  });
});

it('a country in the lists of two regional teams is in the regions of both', async () => {
  await db.pool.query(
    `INSERT INTO country_region (country_code, region_code, valid_from, basis) VALUES ('SDN', 'esa', '2020-01-01', 'team')`,
  );
  const reference = await new ReferenceData(db.pool).load('2027-03-01');
  expect([reference.regionOf('SDN'), ...reference.regionsAlso('SDN')].sort()).toEqual(['arab', 'esa']);
  expect(reference.regionsAlso('TZA')).toEqual([]);
  await db.pool.query(`DELETE FROM country_region WHERE country_code = 'SDN' AND region_code = 'esa'`);
});
