import { beforeAll, describe, expect, it } from '@jest/globals';
import { playStory, SAMPLE_IDS, sampleStory, verifyRecord, type SampleId } from '#casework';
import { consolidate, countingSheets, settledResult, type Day, type RequestFacts } from '#domain';
import { samples, type Oracle } from '../../libs/domain/test/samples.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase({ at: '2014-01-02' });
const onItsOwnDay = (day: Day): Day => day;

/** First scores alone, as they counted before anybody revised. */
const firstSheets = (facts: RequestFacts) =>
  Object.fromEntries(facts.reviewers.filter((r) => r.first).map((r) => [r.person.name, r.first!]));
const byName = (facts: RequestFacts) => {
  const sheets = countingSheets(facts);
  return Object.fromEntries(facts.reviewers.filter((r) => r.first).map((r) => [r.person.name, sheets[r.person.id]!]));
};

describe.each([...SAMPLE_IDS])(
  'sample request %s, from its first draft to its decision on its own days',
  (id: SampleId) => {
    const sample = samples().find((s) => s.id === id)!;
    const names = new Map(sample.review.reviewers.map((r) => [r.id, r.name]));
    let ref: string;
    let facts: RequestFacts;

    beforeAll(async () => {
      ref = await playStory(db.pool, db.reference, sampleStory(id, db.reference.regionOf), onItsOwnDay);
      const { rows } = await db.pool.query<{ facts: RequestFacts }>('SELECT facts FROM request WHERE ref = $1', [ref]);
      facts = rows[0]!.facts;
    });

    it('is submitted and decided on the days of the file, by the persons of the file', () => {
      expect(facts.submittedAt?.slice(0, 10)).toBe(sample.submittedOn);
      expect(facts.decisions).toEqual([
        expect.objectContaining({
          action: sample.review.decision.action,
          at: expect.stringContaining(sample.review.decision.date),
          reasons: sample.review.decision.reasons,
          codes: sample.review.decision.codes,
          requestVersion: 1,
        }),
      ]);
      const states = { APPROVE: 'awaitingFunds', OFFER_REGIONAL_OPTION: 'offered', DECLINE: 'declined' };
      expect(facts.state).toBe(states[sample.review.decision.action]);
      expect(new Set(facts.reviewers.map((r) => r.person.name))).toEqual(new Set(names.values()));
    });

    it('keeps the text that was submitted, to the letter', async () => {
      const { rows } = await db.pool.query(
        'SELECT v.content FROM request_version v JOIN request r ON r.id = v.request_id WHERE r.ref = $1',
        [ref],
      );
      expect(rows).toEqual([{ content: sample.content }]);
    });

    const figures = (found: ReturnType<typeof consolidate>) => ({
      criteria: found.criteria,
      overall: found.overall,
      moderationCriteria: found.moderationCriteria,
      moderationObligatory: found.moderationCriteria.length > 0,
    });
    const expected = ({ criteria, overall, moderationCriteria, moderationObligatory }: Oracle['first']) => ({
      criteria,
      overall,
      moderationCriteria,
      moderationObligatory,
    });
    const persons = (found: ReturnType<typeof consolidate>) => found.reviewers;
    const named = (reviewers: Oracle['first']['reviewers']) =>
      Object.fromEntries(
        Object.entries(reviewers).map(([key, { weighted, coverage }]) => [names.get(key), { weighted, coverage }]),
      );

    it('comes to the figures that were calculated elsewhere: first scores', () => {
      const found = consolidate(firstSheets(facts), facts.framework!);
      expect(figures(found)).toEqual(expected(sample.oracle.first));
      expect(persons(found)).toEqual(named(sample.oracle.first.reviewers));
    });

    it('comes to them after revision and when settled', () => {
      const found = consolidate(byName(facts), facts.framework!);
      const after = sample.oracle.afterRevision ?? sample.oracle.first;
      expect(figures(found)).toEqual(expected(after));
      expect(persons(found)).toEqual(named(after.reviewers));
      const { weighted, coverage } = settledResult(facts.settled!, facts.framework!);
      expect({ weighted, coverage }).toMatchObject(
        sample.oracle.settled.weighted
          ? { weighted: sample.oracle.settled.weighted, coverage: sample.oracle.settled.coverage }
          : {},
      );
      const moderated = facts.moderationNote !== null;
      expect(moderated).toBe(sample.oracle.first.moderationObligatory);
    });

    it('leaves a reviewer with a conflict of interest without scores and without the case', () => {
      const conflicted = facts.reviewers.filter((r) => r.state === 'conflicted').map((r) => r.person.name);
      expect(conflicted).toEqual(sample.oracle.excludedByConflict.map(({ reviewer }) => names.get(reviewer)));
    });

    it('has a letter in the language of the request, and a record that holds', async () => {
      expect(facts.decisions[0]!.letter.language).toBe(sample.content.language);
      expect(await verifyRecord(db.pool, ref)).toMatchObject({ cases: 1, broken: [] });
    });
  },
);
