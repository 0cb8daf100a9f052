import fc from 'fast-check';
import { SECTIONS, type Question, type RequestContent } from '#domain';

// Answers as people, and programs, may write them: any script, any length, any mixture, as far as the domain takes it.

const PARTS = [
  'Ownership',
  'été',
  'مرحبا',
  'שלום',
  '👩‍👩‍👧',
  '<b>"&\'</b>',
  '{{ 7 }}',
  ' ',
  '\n',
  '\n\n',
  ' – ',
  'x'.repeat(80),
];
const keepable = (text: string): string => text.replace(/\r|\u0000|\p{Surrogate}/gu, '').trim();
const words = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 8 })
  .map((parts) => keepable(parts.join(' ')));
/** A text that is one line, as the fields of a row keep it. */
const line = words.map((text) => keepable(text.replace(/\s+/g, ' ').slice(0, 40)));
const something = line.map((text) => text || 'x');
const amount = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100),
);
const year = fc.integer({ min: 1990, max: 2099 });

const item = fc.record({ label: something, amountUSD: amount, paidBy: line, kind: fc.constantFrom('cash', 'in-kind') });
const costs = fc.record({ year, months: fc.integer({ min: 1, max: 12 }), items: fc.array(item, { maxLength: 4 }) });
const endorsement = fc.record({
  agency: something,
  name: line,
  position: fc.constantFrom('endorses', 'declines', 'no answer', 'endorses with reservations'),
  contribution: fc.record({ kind: fc.constantFrom('cash', 'in-kind', 'none'), text: line, amountUSD: amount }),
});
const recommendation = fc.record({
  body: something,
  year,
  theme: line,
  text: words,
  position: fc.constantFrom(null, 'supported', 'noted'),
});
const coverage = fc.record({
  country: fc.constantFrom('TZA', 'KEN', 'XYZ'),
  daysPerYear: fc.integer({ min: 0, max: 366 }),
});

const OF: Record<Question['kind'], fc.Arbitrary<unknown>> = {
  words,
  line,
  list: fc.array(something, { maxLength: 6 }),
  // One block a year: in the Word form, rows of the same year are that year.
  costs: fc.uniqueArray(costs, { maxLength: 3, selector: (block) => block.year }),
  endorsements: fc.array(endorsement, { maxLength: 5 }),
  recommendations: fc.array(recommendation, { maxLength: 4 }),
  coverage: fc.array(coverage, { maxLength: 4 }),
};

/** An answer to every question of the form, or none, by its place. */
export const anyAnswers: fc.Arbitrary<Record<string, unknown>> = fc.record(
  Object.fromEntries(SECTIONS.flatMap((s) => s.questions).map((q) => [q.path, OF[q.kind]])),
);

/** What a section needs to be drawn with besides. */
export const OF_TWO_COUNTRIES: RequestContent = {
  title: 'Any',
  countries: ['KEN', 'TZA'],
  type: 'regional',
  modality: 'multiCountry',
};
