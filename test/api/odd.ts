/** What nobody expects where a field of a step stands. */
export const ODD = [
  null,
  0,
  -1,
  1.5,
  1e300,
  true,
  '',
  '\u0000',
  '\ud800',
  '‮🕊',
  'x'.repeat(25_000),
  [],
  [null],
  [[]],
  {},
  { a: {} },
];
