import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase } from '../../test/a-case.js';
import { aFramework } from '../../test/context.js';
import { frameworkProblems } from './criteria.js';
import { criteriaFor } from './in-force.js';

const version = (n: number, fromRound?: string, appliesTo: string | null = null) => ({
  ...aFramework(),
  id: `v${n}`,
  version: n,
  appliesTo,
  ...(fromRound ? { fromRound } : {}),
});

describe('criteria that change between two rounds', () => {
  const all = [version(1), version(2, '2027-2'), version(3, '2028-1', 'extension')];

  it('hold from their round on, and change nothing before', () => {
    expect(['2027-1', '2027-2', '2028-1'].map((r) => criteriaFor(all, 'initial', r)?.version)).toEqual([1, 2, 2]);
    expect(['2027-2', '2028-1'].map((r) => criteriaFor(all, 'extension', r)?.version)).toEqual([2, 3]);
    expect(criteriaFor([version(1, '2027-2')], 'initial', '2027-1')).toBeNull();
  });

  it('are those of the round in which a request is submitted, and stay with it', () => {
    const frameworkFor = (type: string, round: string) => criteriaFor(all, type, round);
    const submittedIn = (at: string) => aCase({ at, context: { frameworkFor } }).submitted();
    expect(submittedIn('2027-06-30T09:00:00.000Z').facts.framework).toMatchObject({ version: 1 });
    expect(submittedIn('2027-07-01T09:00:00.000Z').facts.framework).toMatchObject({ version: 2 });
    expect(submittedIn('2027-06-30T09:00:00.000Z').on('2027-08-01').withPanel().facts.framework).toMatchObject({
      version: 1,
    });
  });

  it('the newest that has begun is taken, whatever the order in which versions are asked', () => {
    const round = fc.constantFrom(undefined, '2027-1', '2027-2', '2028-1');
    fc.assert(
      fc.property(
        fc.array(round, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('2027-1', '2028-1'),
        (rounds, now) => {
          const versions = rounds.map((r, i) => version(i + 1, r));
          const begun = versions.filter((f) => !('fromRound' in f) || String(f.fromRound) <= now);
          const expected = begun.at(-1)?.version;
          expect(criteriaFor(versions, 'initial', now)?.version).toBe(expected);
          expect(criteriaFor([...versions].reverse(), 'initial', now)?.version).toBe(expected);
        },
      ),
    );
  });

  it('name a round that there is', () => {
    expect(frameworkProblems({ ...aFramework(), fromRound: '2027-3' })).toEqual([
      { path: 'fromRound', message: 'Enter a round such as 2027-2, or leave this empty' },
    ]);
    expect(frameworkProblems({ ...aFramework(), fromRound: '2027-2' })).toEqual([]);
  });
});
