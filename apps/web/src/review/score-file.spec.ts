import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { CRITERIA, type DraftSheet } from '#domain';
import type { FrameworkVersion } from '#casework';
import { scoreWorkbook } from './score-file.js';
import type { FormOf } from './score-file.fields.js';
import { problemsOf, readScoreForm, type ReadForm, type Rows } from './score-file.read.js';

const framework: FrameworkVersion = { ...aFramework(), publishedAt: new Date(0), publishedBy: 'Nobody' };
const form: FormOf = {
  ref: 'HRA-2027-001',
  requestVersion: 2,
  criteriaVersion: framework.version,
  reviewer: 'Amina',
  address: 'amina@example.org',
};
const kept: DraftSheet = {
  ownership: { score: 3, reason: '=A letter\nof the ministry.', evidence: ['2.1 “the words”', 'Annex B'] },
  sustainability: { score: null, reason: 'No annex.', confidence: 'low' },
};
const rowsOf = async (draft: DraftSheet | null = kept, of: FormOf = form): Promise<unknown[][]> =>
  readSheet(await scoreWorkbook(of, framework, draft), 'Scores');
const read = (rows: Rows, expected: FormOf = form) => readScoreForm(rows, expected, framework.criteria);
/** The row of a criterion, with one of its cells written anew. */
const withCell = (rows: unknown[][], criterion: number, column: string, value: unknown): unknown[][] => {
  const start = rows.findIndex((row) => row[0] === 'Criterion');
  const at = rows[start]!.indexOf(column);
  return rows.map((row, i) => (i === start + 1 + criterion ? row.map((c, j) => (j === at ? value : c)) : row));
};

describe('a score form', () => {
  it('comes back as it went out', async () => {
    const outcome = read(await rowsOf()) as ReadForm;
    expect(outcome.sheet).toEqual(kept);
    expect(problemsOf(outcome)).toEqual([]);
    expect(outcome.fields.filter((f) => !f.empty).map((f) => f.key)).toEqual(['ownership', 'sustainability']);
  });

  it.each(['toString', 'constructor', '__proto__', '=1+1', '007', 'TRUE'])(
    'keeps the reason “%s” as it is',
    async (reason) => {
      expect((read(await rowsOf({ commitment: { reason } })) as ReadForm).sheet).toEqual({ commitment: { reason } });
    },
  );

  it('loses nothing of any text that can be kept', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 }).map((t) =>
      t
        .replace(/[\u0000-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 0, max: 4 }), async (reason, score) => {
        const outcome = read(await rowsOf({ commitment: { score, reason } })) as ReadForm;
        expect(outcome.sheet).toEqual({ commitment: { score, reason } });
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['ref', 'HRA-2027-002', 'This form is for another request: it says HRA-2027-001, and this is HRA-2027-002.'],
    ['address', 'bruno@example.org', 'This form was downloaded by another reviewer. Download your own.'],
    [
      'requestVersion',
      3,
      'This form is for version 2 of the request; it now stands at version 3. Read what changed, then download the form again.',
    ],
    [
      'criteriaVersion',
      99,
      `This form is for version ${framework.version} of the criteria; this request is judged by version 99. Download the form again.`,
    ],
  ])('for another %s is refused in a sentence', async (field, value, sentence) => {
    expect(read(await rowsOf(), { ...form, [field]: value })).toBe(sentence);
  });

  it('with fields that are missing, foreign or there twice is refused, and says which', async () => {
    const rows = await rowsOf();
    const start = rows.findIndex((row) => row[0] === 'Criterion');
    expect(read(rows.filter((row) => row[0] !== 'Version of the request'))).toBe(
      'The form lacks “Version of the request”.',
    );
    expect(read(rows.slice(0, start))).toMatch(/^The form lacks the column “Criterion”/);
    expect(read([...rows.slice(0, start), ...rows.slice(start + 1)])).toMatch(/Criterion/);
    expect(read([rows[0]!, ['Budget', '7'], ...rows.slice(1)])).toBe(
      'The form has a field that does not belong to it: “Budget”.',
    );
    expect(read(rows.filter((row) => row[0] !== 'Sustainability'))).toBe('The form lacks “Sustainability”.');
    expect(read([...rows, ['Charm', 4]])).toBe('The form has a line that does not belong to it: “Charm”.');
    expect(read([...rows, rows.at(-1)!])).toMatch(/twice\.$/);
    expect(read(rows.map((row, i) => (i === start ? [...row, 'Bonus'] : row)))).toMatch(/column .* “Bonus”/);
    expect(read([])).toMatch(/lacks/);
  });

  it('names each problem with its cell, and keeps the rest understood', async () => {
    let rows = withCell(await rowsOf(), 0, 'Score', 7);
    rows = withCell(rows, 1, 'How sure', 'very');
    rows = withCell(rows, 2, 'Reason', 'x'.repeat(5_001));
    const outcome = read(rows) as ReadForm;
    const first = rows.findIndex((row) => row[0] === 'Criterion') + 2;
    expect(problemsOf(outcome)).toEqual([
      {
        path: 'scores.ownership.score',
        cell: `B${first}`,
        message: '“7” is no score: write 0, 1, 2, 3 or 4, or “cannot assess”',
      },
      {
        path: 'scores.enablingEnvironment.confidence',
        cell: `E${first + 1}`,
        message: '“very” is not a choice: write low, medium or high',
      },
      {
        path: 'scores.strategicOpportunities.reason',
        cell: `C${first + 2}`,
        message: 'Shorten this to 5,000 characters or fewer',
      },
    ]);
    expect(outcome.fields[3]).toMatchObject({ score: 'cannot assess', confidence: 'low', problems: [] });
  });

  it('never breaks, whatever stands in it', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.date(), fc.constant(null), fc.object());
    const title = fc.constantFrom('Criterion', 'Request', 'Score', ...CRITERIA);
    fc.assert(
      fc.property(fc.array(fc.array(fc.oneof(cell, title), { maxLength: 9 }), { maxLength: 20 }), (rows) => {
        expect(typeof read(rows)).toBe('string');
      }),
      { examples: [[[[new Date(Number.NaN)]]]] },
    );
  });
});
