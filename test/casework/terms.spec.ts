import { describe, expect, it } from '@jest/globals';
import { prepareDatabase, TermsPublisher, TermsStandards } from '#casework';
import { FIRST_TERMS, isRefusal, type TermsDefinition } from '#domain';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
const standards = () => new TermsStandards(db.pool);
const publisher = () => new TermsPublisher(db.pool, db.clock);

function changed(purpose: string, from = FIRST_TERMS.texts): TermsDefinition['texts'] {
  const texts = structuredClone(from);
  texts.en.clauses.find((c) => c.key === 'purpose')!.text = purpose;
  return texts;
}

describe('the standard terms of reference', () => {
  it('are there from the first start, once, in three languages', async () => {
    expect(await standards().current()).toMatchObject(FIRST_TERMS);
    await prepareDatabase(db.url, { demo: false });
    expect(await standards().all()).toHaveLength(1);
  });

  it('are published as a new version, the old one stays as it was', async () => {
    const reads = standards();
    const before = await reads.current();
    const made = await publisher().publish(db.cast.administrator, changed('A new purpose.'), before.version);
    if (isRefusal(made)) throw new Error(made.message);
    expect(made).toMatchObject({ version: 2, publishedBy: db.cast.administrator.name, publishedAt: db.clock.now() });
    expect((await reads.current()).version).toBe(2);
    expect(await reads.find(1)).toEqual(before);
    expect((await reads.all()).map((s) => s.version)).toEqual([2, 1]);
    expect(await reads.find(9)).toBeNull();
  });

  it('a second click makes no second version; what somebody else published first is not covered up', async () => {
    const last = (await standards().current()).version;
    const texts = changed('Clicked twice.');
    const [one, two] = [
      await publisher().publish(db.cast.administrator, texts, last),
      await publisher().publish(db.cast.administrator, texts, last),
    ];
    expect(two).toEqual(one);
    const late = await publisher().publish(db.cast.administrator, changed('Too late.'), last);
    expect(late).toMatchObject({ code: 'stale', revision: last + 1 });
    expect((await standards().current()).version).toBe(last + 1);
    const both = await Promise.all(
      ['One.', 'Two.'].map((purpose) => publisher().publish(db.cast.administrator, changed(purpose), last + 1)),
    );
    expect(both.filter(isRefusal)).toHaveLength(1);
  });

  it('are published by an administrator, sound, and with something new', async () => {
    const { version, texts } = await standards().current();
    expect(await publisher().publish(db.cast.desk, changed('Mine.'), version)).toMatchObject({ code: 'notYourRole' });
    expect(await publisher().publish(db.cast.administrator, changed(''), version)).toMatchObject({ code: 'invalid' });
    expect(await publisher().publish(db.cast.administrator, structuredClone(texts), 1)).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('Nothing differs'),
    });
  });

  it('can be added to, and never changed or emptied', async () => {
    for (const change of [
      'UPDATE terms_standard SET version = 7',
      'DELETE FROM terms_standard',
      'TRUNCATE terms_standard',
    ])
      await expect(db.pool.query(change)).rejects.toThrow(/The record terms_standard is append-only/);
  });
});
