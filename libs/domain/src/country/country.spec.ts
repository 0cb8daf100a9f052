import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase } from '../../test/a-case.js';
import { countryDateProblems, entersDates } from './country-dates.js';
import { knownAnswers, withKnown, yearsInWords, type KnownFacts } from './known-answers.js';

const { cast } = aCase();
const UPR = {
  kind: 'universalPeriodicReview',
  title: 'Fifth cycle',
  from: '2028-05-04',
  until: null,
  source: 'OHCHR',
} as const;
const FRAMEWORK = {
  kind: 'cooperationFramework',
  title: 'UNSDCF 2022–2027',
  from: '2022-07-01',
  until: '2027-06-30',
  source: 'UN',
} as const;
const known: KnownFacts = {
  dates: [FRAMEWORK, UPR],
  listed: [{ listedAs: 'Human rights adviser', years: [2012, 2010, 2011, 2015] }],
};
const TODAY = '2027-03-01';

describe('days of a country', () => {
  it('are entered by its office, its desk officer and an administrator', () => {
    const may = (part: keyof typeof cast) => entersDates(cast[part], 'TZA', 'esa');
    expect(['office', 'coordinator', 'desk', 'administrator'].map((p) => may(p as 'office'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(
      ['officeElsewhere', 'deskElsewhere', 'amina', 'chair', 'team', 'fund', 'auditor'].map((p) => may(p as 'office')),
    ).toEqual(Array(7).fill(false));
  });
  it('say what, when and from where', () => {
    expect(countryDateProblems(FRAMEWORK)).toEqual([]);
    const wrong = (change: object) => countryDateProblems({ ...FRAMEWORK, ...change }).map((p) => p.path);
    expect(wrong({ kind: 'constructor' })).toEqual(['kind']);
    expect(wrong({ title: ' ', source: '' })).toEqual(['title', 'source']);
    expect(wrong({ until: '2022-06-30' })).toEqual(['until']);
    expect(wrong({ from: '2027-02-30', until: null })).toEqual(['from']);
  });
});

describe('what is known', () => {
  it('becomes a text for the answers that ask for it, in the language of the request', () => {
    const texts = (language: 'en' | 'fr' | 'es') => knownAnswers(known, { language }, TODAY).map((a) => a.text);
    expect(texts('en')).toEqual([
      'Universal Periodic Review: Fifth cycle, 4 May 2028',
      'Cooperation Framework: UNSDCF 2022–2027, 1 July 2022 to 30 June 2027\nUniversal Periodic Review: Fifth cycle, 4 May 2028',
      'Listed in annual reports of OHCHR: Human rights adviser, 2010–2012, 2015',
    ]);
    expect(texts('fr')[1]).toContain('Cadre de coopération\u00a0: UNSDCF 2022–2027, 1 juillet 2022 au 30 juin 2027');
    expect(texts('es')[0]).toContain('Examen Periódico Universal: Fifth cycle, 4 de mayo de 2028');
  });
  it('leaves out what has passed, and is put in once', () => {
    expect(knownAnswers(known, {}, '2028-06-01').map((a) => a.path)).toEqual(['sections.commitment.earlierExperience']);
    const content = { sections: { commitment: { earlierExperience: 'It went well.' } } };
    const [answer] = knownAnswers({ ...known, dates: [] }, content, TODAY);
    expect([answer!.empty, answer!.there]).toEqual([false, false]);
    const after = { sections: { commitment: { earlierExperience: withKnown(content, answer!) } } };
    expect(after.sections.commitment.earlierExperience).toMatch(/^It went well\.\n\nListed in/);
    expect(knownAnswers({ ...known, dates: [] }, after, TODAY)[0]).toMatchObject({ there: true, empty: false });
  });
  it('names every year once, whatever their order', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1990, max: 2040 }), { minLength: 1 }), (years) => {
        const named = yearsInWords(years)
          .split(', ')
          .flatMap((run) => {
            const [from, to = from] = run.split('–').map(Number) as [number, number?];
            return Array.from({ length: to - from + 1 }, (_, i) => from + i);
          });
        expect(named).toEqual([...years].sort((a, b) => a - b));
      }),
    ));
});
