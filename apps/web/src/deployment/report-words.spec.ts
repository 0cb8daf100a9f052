import { expect, it } from '@jest/globals';
import { CRITERION_NAMES, PROGRESS, REPORT_KINDS } from '#domain';
import { criterionWords, reportTitle } from './adviser-words.js';
import { reportTitleIn, reportWordsIn } from './report-words.js';

const MID = { kind: 'midTerm', period: '2027-03-01 to 2028-02-29' } as const;

it('a report is called in English as it is on its page', () => {
  const words = reportWordsIn('en');
  expect([words.kinds, words.progress, words.criteria]).toEqual([REPORT_KINDS, PROGRESS, CRITERION_NAMES]);
  expect(words.noCriterion).toBe(criterionWords(null));
  for (const report of [
    MID,
    { kind: 'quarterly', period: 'Q2 2027' } as const,
    { kind: 'annual', period: '2027' } as const,
  ])
    expect(reportTitleIn(words, report)).toBe(reportTitle(report));
});
it.each([
  ['fr', 'Rapport à mi-parcours, 1 mars 2027 au 29 février 2028', 'Point trimestriel, 1er trimestre 2027'],
  [
    'es',
    'Informe de mitad de período, 1 de marzo de 2027 a 29 de febrero de 2028',
    'Informe trimestral, 1.º trimestre de 2027',
  ],
] as const)('and in %s as it is there', (language, mid, quarter) => {
  const words = reportWordsIn(language);
  expect(reportTitleIn(words, MID)).toBe(mid);
  expect(reportTitleIn(words, { kind: 'quarterly', period: 'Q1 2027' })).toBe(quarter);
});
